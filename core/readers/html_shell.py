"""Web pages that only lead to a report: it stands in a frame, in a file, in pictures, or comes by script."""

import re

from lxml import etree

from core.model.document import BlockKind, Document
from core.readers import furniture

_FILE = re.compile(r"\.(?:pdf|docx?|xlsx?|od[ts]|wps|et|ofd|rtf|zip|rar|7z)(?:[?#]|$)", re.IGNORECASE)
_NAMES_FILE = re.compile(
    r"\.(?:pdf|docx?|xlsx?|od[ts]|wps|et|ofd|rtf|zip|rar|7z)(?![a-z])|附件|点击(?:查看|下载)|下载", re.IGNORECASE
)
_SENTENCE = re.compile(r"[^。]{12,}。")
_FEW = 80  # characters that are no title, no page data, no file's name: no report is that short
_SCRIPT = "@reader.where.script"


def says_nothing(document: Document) -> bool:
    """Whether a page holds no word of a report, though it may name one."""
    lines = [document.text[b.start : b.end] for b in document.blocks if b.kind is BlockKind.PARAGRAPH]
    words = [line for line in lines if not furniture.is_title(line) and not _NAMES_FILE.search(line)]
    if document.grids or sum(map(len, words)) >= _FEW or any(map(_SENTENCE.match, words)):
        return False
    is_named = len(words) < len(lines) or any(map(furniture.is_title, document.text.splitlines()))
    return is_named or not document.text.strip()


def elsewhere(root: etree._Element) -> str:
    """Where the report of such a page is, as the page names the place or as a code; else ""."""
    for node in root.iter("iframe", "frame", "embed", "object", "a"):
        address = (node.get("src") or node.get("data") or node.get("href") or "").strip()
        is_frame = node.tag != "a" and address not in ("", "about:blank") and not address.startswith("javascript:")
        if is_frame or _FILE.search(address):
            return address.rpartition("=")[2].rpartition("/")[2] or address
    picture = next((n for n in root.iter("img") if "data:" not in n.get("src", "data:")), None)
    if picture is not None and next(root.iter("script"), None) is None:
        return str(picture.get("src")).rpartition("/")[2]
    return _SCRIPT if next(root.iter("script"), None) is not None else ""
