"""Doubts about how an original was read: pages that are pictures, and what was read off them."""

from collections.abc import Iterator, Sequence

from core.model.document import Document
from core.model.findings import Finding, Rule, Severity
from core.model.message import Message
from core.model.values import Value

_SURE = 0.9  # of an OCR engine's own confidence; below it every tenth figure is wrong or worse


def scans(document: Document, values: Sequence[Value]) -> Iterator[Finding]:
    """Pages whose words were not to be had, and values that were read off a picture without being sure."""
    unread = [n for n, page in enumerate(document.pages, start=1) if not page.is_read]
    if unread:
        yield Finding(Rule.OCR_DOUBT, Severity.ERROR, Message("check.ocr_doubt.unread", {"pages": unread}))
    scanned = {n for n, page in enumerate(document.pages, start=1) if page.is_scan}
    if not scanned:
        return
    torn = [grid for grid in document.grids if not grid.is_whole]
    places = [(v.key, v.figure) for v in values if not v.is_decided and v.reading and v.figure]
    inside = tuple(key for key, place in places if any(g.start <= place.start <= g.end for g in torn))
    if torn:
        message = Message("check.ocr_doubt.lines", {"n": len(torn)})
        yield Finding(Rule.OCR_DOUBT, Severity.WARNING, message, inside, len(inside))
    shaky = [key for key, place in places if document.certainty(place) < _SURE]
    doubtful = tuple(key for key in shaky if key not in set(inside))
    if doubtful:
        message = Message("check.ocr_doubt.unsure", {"n": len(doubtful)})
        yield Finding(Rule.OCR_DOUBT, Severity.WARNING, message, doubtful, len(doubtful))
    elif not torn:
        yield Finding(Rule.OCR_DOUBT, Severity.INFO, Message("check.ocr_doubt.scanned", {"n": len(scanned)}))
