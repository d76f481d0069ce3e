"""What the text layer of a PDF's page is worth: whether it is read, or the page's picture instead."""

import unicodedata
from enum import StrEnum
from functools import lru_cache

from core.readers.pdf_page import PageContent

_FEW = 20  # characters; a page with fewer and a picture over most of it is a scan
_PICTURED = 0.5
_DRAWN = 300  # shapes; a page with as many and hardly a character has its words drawn as outlines
_READABLE = 0.5  # share of a layer's letters that mean something
_HIDDEN = 0.5
# Characters in daily use. Source: GB/T 2312, level 1 (rows 16-55), and Big5, level 1 (A440-C67E).
_DAILY = (("gb2312", 0xB0, 0xD7), ("big5", 0xA4, 0xC6))


class Layer(StrEnum):
    """TEXT is read; HIDDEN was laid under a picture by an OCR engine and is read where there is no better one;
    NONE has no words, or words without meaning."""

    TEXT = "text"
    HIDDEN = "hidden"
    NONE = "none"


def text_layer(page: PageContent) -> Layer:
    """Judge a page's text layer. An empty page has one: there is nothing more to be read."""
    is_picture = page.pictured >= _PICTURED
    if len(page.glyphs) < _FEW:
        return Layer.NONE if is_picture or page.drawn >= _DRAWN else Layer.TEXT
    if not _is_meant("".join(g.char for g in page.glyphs), is_picture):
        return Layer.NONE
    return Layer.HIDDEN if is_picture and page.hidden >= _HIDDEN else Layer.TEXT


def _is_meant(words: str, is_picture: bool) -> bool:
    """Whether most letters are in daily use. Latin ones tell nothing, but a report is no picture with Latin words."""
    letters = [c for c in unicodedata.normalize("NFKC", words) if _is_letter(c)]
    meant = sum(_is_daily(c) or (c.isascii() and not is_picture) for c in letters)
    return len(letters) < _FEW or meant >= _READABLE * len(letters)


@lru_cache(maxsize=16_384)
def _is_letter(char: str) -> bool:
    """A letter, or a code that stands for none: private, not assigned, lost, a control."""
    return unicodedata.category(char)[0] in "LC" or char == "\ufffd"


@lru_cache(maxsize=16_384)
def _is_daily(char: str) -> bool:
    for encoding, low, high in _DAILY:
        try:
            code = char.encode(encoding)
        except UnicodeEncodeError:
            continue
        if len(code) == 2 and low <= code[0] <= high:
            return True
    return False
