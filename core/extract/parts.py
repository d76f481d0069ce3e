"""A document that holds several reports: where each of them begins and ends."""

from bisect import bisect_right
from collections.abc import Sequence
from itertools import pairwise

from core.extract.report_kind import classify
from core.model.document import Document

_MOST = 300  # reports in one document; what goes on behind belongs to the last


def apart(document: Document) -> tuple[tuple[int, int], ...]:
    """The stretches of the reports of a document, in order, nothing between them; () when it holds one."""
    stops = (*cuts(document, classify(document).starts), len(document.text))
    beginnings = [0]
    for start, end in pairwise(stops):
        if classify(document.between(start, end)).is_annual_report:
            beginnings.append(start)
    return tuple(pairwise((*beginnings, len(document.text)))) if len(beginnings) > 1 else ()


def cuts(document: Document, starts: Sequence[int]) -> tuple[int, ...]:
    """Where the second and later reports begin whose titles stand at `starts`: with the block of the title.

    Two titles in one block, as in one table, are not told apart.
    """
    places = [block.start for block in document.blocks]
    found: list[int] = []
    for at in (places[max(bisect_right(places, start) - 1, 0)] for start in starts[1:_MOST] if places):
        if at > (found[-1] if found else places[0]):
            found.append(at)
    return tuple(found)
