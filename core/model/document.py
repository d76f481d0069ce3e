"""The normalised document: what every reader produces and nothing below opens a file for."""

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import StrEnum

from core.base.data import data

_SHAKY = 0.5  # certainty at most in a table that misses ruling lines


@data
class Box:
    """Where something sits on a page.

    Units are PDF points (1/72 inch), origin top-left, x1 > x0 and bottom > top. `page` is 1-based.
    """

    page: int
    x0: float
    top: float
    x1: float
    bottom: float


@data
class Span:
    """A half-open range [start, end) of code points in `Document.text`.

    `parts` are the pieces when a value is printed in several places; start and end are then their hull.
    Empty `parts` means one piece. Where it stands on pages is the document's to say (`Document.boxes`).
    """

    start: int
    end: int
    parts: tuple[tuple[int, int], ...] = ()

    def pieces(self) -> tuple[tuple[int, int], ...]:
        """The printed pieces, in order; the span itself when there is only one."""
        return self.parts or ((self.start, self.end),)


class BlockKind(StrEnum):
    """What a stretch of text is. Furniture is navigation, footer, running heads: set apart, never dropped."""

    PARAGRAPH = "paragraph"
    TABLE = "table"
    FURNITURE = "furniture"
    METADATA = "metadata"  # the page's own data about the report: publisher, publish date, index number


@data
class Block:
    """One paragraph or printed line, or the whole stretch of one table, of `Document.text`.

    Blocks are in order and do not overlap; the line ends and blank lines between them belong to none.
    `joins` is true when the block goes on with the sentence of the block before it (a line or page end of a
    PDF fell into the sentence). `grid` is the index in `Document.grids` for a table block, else None.
    """

    kind: BlockKind
    start: int
    end: int
    joins: bool = False
    grid: int | None = None


@data
class GridCell:
    """A cell as printed: `row` and `column` are its top-left place (from 0), spans count rows and columns."""

    row: int
    column: int
    span: Span
    row_span: int = 1
    column_span: int = 1


@data
class Grid:
    """A table as printed, before anybody asks what it means. Every place is covered by at most one cell.

    `is_whole` is false for a table of a scan whose ruling lines were not all found: words may be in other cells.
    """

    rows: int
    columns: int
    cells: tuple[GridCell, ...]
    start: int
    end: int
    is_whole: bool = True


@data
class Source:
    """Where a document came from. `encoding` is None for formats that know their own."""

    name: str
    sha256: str
    format: str
    size: int
    encoding: str | None = None
    encoding_confidence: float | None = None
    undecodable: int = 0  # number of U+FFFD put in place of bytes that mean nothing in `encoding`


@data
class PrintedLine:
    """Where the characters [start, end) of `Document.text` stand on a page: one stretch of a printed line.

    `edges` are the left edges of its characters and the right edge of the last one: end - start + 1 numbers.
    Units as in `Box`. `confidence` is below 1 where the words were read off a picture: that of its least sure
    character; `confidences` are those of all, () where they are alike.
    """

    start: int
    end: int
    page: int
    top: float
    bottom: float
    edges: tuple[float, ...]
    confidence: float = 1.0
    confidences: tuple[float, ...] = ()

    def certainty(self, start: int, end: int) -> float:
        """The confidence of the least sure of the characters [start, end) of the text that stand on this line."""
        if not self.confidences:
            return self.confidence
        return min(self.confidences[max(start - self.start, 0) : end - self.start], default=self.confidence)


@data
class PageSize:
    """Width and height of a page in points.

    `is_scan`: its words were read off a picture, which stands straight when it is turned by `turn` degrees
    (counter-clockwise) about its middle. A page whose text runs sideways is turned by a multiple of 90. All places,
    width and height refer to the straight page. `is_read` is false for a page whose
    words were not to be had.
    """

    width: float
    height: float
    is_scan: bool = False
    turn: float = 0.0
    is_read: bool = True


@dataclass(frozen=True, slots=True)
class Document:
    """One canonical text, to which all offsets refer, with its blocks and its tables.

    The text is the decoded text: BOM dropped, line ends LF, nothing else folded, joined or left out. `lines` (in
    the order of their places in the text) and `pages` are empty for formats without pages.
    """

    text: str
    source: Source
    blocks: tuple[Block, ...]
    grids: tuple[Grid, ...] = ()
    lines: tuple[PrintedLine, ...] = ()
    pages: tuple[PageSize, ...] = ()

    def __hash__(self) -> int:
        """That of the text, which Python works out once: steps keep what they made of a document under it."""
        return hash(self.text)

    def between(self, start: int, end: int) -> "Document":
        """The stretch [start, end) as a document of its own; no block may lie across its ends. Pages stay whole."""
        grids = [n for n, g in enumerate(self.grids) if start <= g.start < end]
        number = {n: i for i, n in enumerate(grids)}

        def moved(span: Span) -> Span:
            return Span(span.start - start, span.end - start, tuple((a - start, b - start) for a, b in span.parts))

        def grid(old: Grid) -> Grid:
            cells = tuple(replace(c, span=moved(c.span)) for c in old.cells)
            return replace(old, cells=cells, start=old.start - start, end=old.end - start)

        return replace(
            self,
            text=self.text[start:end],
            blocks=tuple(
                replace(b, start=b.start - start, end=b.end - start, grid=None if b.grid is None else number[b.grid])
                for b in self.blocks
                if start <= b.start < end
            ),
            grids=tuple(grid(self.grids[n]) for n in grids),
            lines=tuple(
                replace(x, start=x.start - start, end=x.end - start) for x in self.lines if start <= x.start < end
            ),
        )

    def boxes(self, span: Span) -> tuple[Box, ...]:
        """Where a span stands on the pages, one box for each printed line that it touches; () without pages."""
        found: list[Box] = []
        for start, end in span.pieces():
            for line in self._touched(Span(start, end)):
                low, high = max(start, line.start) - line.start, min(end, line.end) - line.start
                found.append(Box(line.page, line.edges[low], line.top, line.edges[high], line.bottom))
        return tuple(found)

    def certainty(self, span: Span) -> float:
        """How sure it is that the words of a span are what is printed: below 1 only for scans."""
        if not self.lines:
            return 1.0
        sure = [x.certainty(a, b) for a, b in span.pieces() for x in self._touched(Span(a, b))]
        if any(not g.is_whole and g.start <= span.start <= g.end for g in self.grids):
            sure.append(_SHAKY)
        return min(sure, default=1.0)

    def is_scanned(self, span: Span) -> bool:
        """Whether the words of a span, or those before it where it has none, were read off a picture."""
        before = bisect_right(self.lines, span.start, key=lambda line: line.start) - 1
        return bool(self.lines) and self.pages[self.lines[max(before, 0)].page - 1].is_scan

    def _touched(self, span: Span) -> Iterator[PrintedLine]:
        for start, end in span.pieces():
            first = max(bisect_right(self.lines, start, key=lambda line: line.start) - 1, 0)
            for line in self.lines[first:]:
                if line.start >= end:
                    break
                if max(start, line.start) < min(end, line.end):
                    yield line

    def quote(self, span: Span) -> str:
        """The raw slice of `span`, its hull if it has parts."""
        return self.text[span.start : span.end]

    def find(self, words: str, within: Span) -> Span | None:
        """Where the words stand first inside a span; white space may stand between their characters."""
        places = [i for i in range(within.start, within.end) if not self.text[i].isspace()]
        at = "".join(self.text[i] for i in places).find(words)
        return Span(places[at], places[at + len(words) - 1] + 1) if words and at >= 0 else None

    def named(self, name: str) -> "Document":
        """The same document under another file name."""
        return replace(self, source=replace(self.source, name=name))
