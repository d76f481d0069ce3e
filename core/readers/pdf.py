"""PDF with text: printed lines and ruled tables of all pages as one Document, every character with its place.

A table that goes on over the page is one table, a row or a label that the page's end cut is one row and one label.
Page numbers and running heads are set apart.
"""

from collections.abc import Sequence

import pypdfium2 as pdfium

from core.base.errors import DamagedFile, FileTooLarge
from core.model.document import Document, PageSize, Source
from core.readers import ocr
from core.readers.limits import MOST_PAGES, MOST_SCANS
from core.readers.page_flow import flow
from core.readers.page_layout import laid_out
from core.readers.pdf_page import PDFIUM, PageContent, content, opened

DPI = 200  # of the pictures that the add-on is given
_FEW = 20  # characters; a page with fewer and a picture over most of it is a scan
_PICTURED = 0.5
_READABLE = 0.5  # share of a text layer's characters that mean something
_ENOUGH = 100  # Chinese characters, of which every page of a report has some of the commonest
_COMMON = frozenset("的年政府信息公开申请数一主动工作行和本及人条中情况不報告開資訊請數條況")
_COMMON_SHARE = 0.02


def read(source: Source, data: bytes, password: str | None = None) -> Document:
    """Make the Document of a PDF.

    Raises:
        DamagedFile, ProtectedFile, FileTooLarge: it cannot be opened, or has more pages than a report can have.
        ScannedFile: no page has a text layer that can be read, and the add-on for scans is not installed.
    """
    with PDFIUM:
        file = opened(source.name, data, password)
    try:
        if len(file) > MOST_PAGES:
            raise FileTooLarge(name=source.name, size=len(file), limit=MOST_PAGES)
        contents = [_content(source, file, number) for number in range(len(file))]
        scans = [n for n, c in enumerate(contents) if is_to_recognise(c)]
        turns = _recognise(source, file, contents, scans)
    finally:
        with PDFIUM:
            file.close()
    pages = [laid_out(n, c) for n, c in enumerate(contents, start=1)]
    sizes = tuple(
        PageSize(c.width, c.height, n in turns, turns.get(n, float(c.turn)), n in turns or n not in scans)
        for n, c in enumerate(contents)
    )
    return flow(source, pages, sizes)


def _recognise(
    source: Source, file: pdfium.PdfDocument, contents: list[PageContent], scans: Sequence[int]
) -> dict[int, float]:
    """Put what the add-on reads into the places of the pages that are scans; gives the turn of each.

    Without the add-on a file with some text is read without its scanned pages; one that is all scans is refused.
    """
    if not scans or (ocr.command() is None and len(scans) < len(contents)):
        return {}
    if len(scans) > MOST_SCANS:
        raise FileTooLarge(name=source.name, size=len(scans), limit=MOST_SCANS)
    pictures = ((picture(file, n, DPI), contents[n].width) for n in scans)
    found = ocr.recognise(source.name, pictures, len(scans))
    for n, scan in zip(scans, found, strict=True):
        contents[n] = scan.content
    return {n: scan.turn for n, scan in zip(scans, found, strict=True)}


def picture(file: pdfium.PdfDocument, number: int, dpi: float) -> bytes:
    """A page as a grey picture: binary PGM, which needs no encoder."""
    with PDFIUM:
        bitmap = file[number].render(scale=dpi / 72, grayscale=True)
        rows = memoryview(bitmap.buffer)
        body = b"".join(bytes(rows[y * bitmap.stride : y * bitmap.stride + bitmap.width]) for y in range(bitmap.height))
    return b"P5 %d %d 255\n" % (bitmap.width, bitmap.height) + body


def _content(source: Source, file: pdfium.PdfDocument, number: int) -> PageContent:
    """One page; the library is free between two, for whoever draws pages meanwhile."""
    with PDFIUM:
        try:
            page = file[number]
        except pdfium.PdfiumError as error:
            raise DamagedFile(name=source.name, detail=f"p. {number + 1}") from error
        found = content(page)
        page.close()
        return found


def is_to_recognise(page: PageContent) -> bool:
    """Whether the words of a page have to be read off its picture: a scan, or a text layer without meaning."""
    if len(page.glyphs) < _FEW:
        return page.pictured >= _PICTURED
    return not _means_something("".join(glyph.char for glyph in page.glyphs))


def _means_something(words: str) -> bool:
    """Not so where fonts do not say which characters they print: signs of no meaning, or Chinese at random."""
    signs = sum("\ue000" <= c <= "\uf8ff" or "\x80" <= c <= "\xff" or c in "\ufffd\x00" or c < " " for c in words)
    if signs > (1 - _READABLE) * len(words):
        return False
    chinese = sum("\u3400" <= c <= "\u9fff" for c in words)
    return chinese < _ENOUGH or sum(c in _COMMON for c in words) >= _COMMON_SHARE * chinese
