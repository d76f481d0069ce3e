"""Pages of originals: their pictures, and which words stand where on them."""

import re
from collections.abc import Iterable, Iterator

from core.base.text import widths
from core.model.document import Box, Document, PrintedLine, Span
from core.readers.page_image import PageImage as PageImage
from core.readers.page_image import PageImages as PageImages
from core.readers.page_image import Part as Part

_MOST_WORDS = 200  # characters that are searched for
_GAP = "[ \n\r\u200b]{0,40}"  # of `widths`; a tab parts cells, and two figures are not one


def framed(document: Document, frames: Iterable[Box]) -> Span | None:
    """The words inside frames drawn on pages, in the order of the text; None when there are none.

    A character belongs to a frame by its centre, a line by its middle, or when the frame lies within its height.
    """
    pieces: list[tuple[int, int]] = []
    for frame in frames:
        for line in document.lines:
            if line.page == frame.page and (piece := _inside(document.text, line, frame)):
                pieces.append(piece)
    return span_of(pieces)


def span_of(pieces: Iterable[tuple[int, int]]) -> Span | None:
    """One span of several pieces, those joined that touch; None without any."""
    joined: list[tuple[int, int]] = []
    for start, end in sorted(pieces):
        if joined and start <= joined[-1][1]:
            joined[-1] = joined[-1][0], max(end, joined[-1][1])
        else:
            joined.append((start, end))
    if not joined:
        return None
    return Span(joined[0][0], joined[-1][1], tuple(joined) if len(joined) > 1 else ())


def words(document: Document, span: Span, between: str = "\n") -> str:
    """What stands at a span, its pieces parted by `between`."""
    return between.join(document.text[start:end] for start, end in span.pieces())


def found(document: Document, text: str, most: int) -> list[Span]:
    """Where a text stands, in either case and width of its signs, and across the ends of printed lines.

    Args:
        text: white space in it stands for any, the end of a cell too; elsewhere a cell ends what is found.
        most: so many places at most.
    """
    sought = [_GAP.join(map(re.escape, word)) for word in widths(text[:_MOST_WORDS]).split()]
    if not sought:
        return []
    hits: Iterator[re.Match[str]] = re.finditer(r"[\s\u200b]{0,40}".join(sought), widths(document.text), re.IGNORECASE)
    return [Span(*hit.span()) for hit, _ in zip(hits, range(most), strict=False)]


def _inside(text: str, line: PrintedLine, frame: Box) -> tuple[int, int] | None:
    middle = (line.top + line.bottom) / 2
    if not (frame.top <= middle <= frame.bottom or (line.top <= frame.top and frame.bottom <= line.bottom)):
        return None
    edges = line.edges
    inside = [
        line.start + i
        for i in range(line.end - line.start)
        if frame.x0 <= (edges[i] + edges[i + 1]) / 2 <= frame.x1 and not text[line.start + i].isspace()
    ]
    return (inside[0], inside[-1] + 1) if inside else None
