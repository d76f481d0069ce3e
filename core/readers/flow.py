"""What the readers of flowing formats (web pages, Word, sheets) give in order, and the Document made of it.

A paragraph is a line, a table row is a line with its cells parted by tabs, a break inside a cell is U+2028. A merged
cell stands once, in the row where it begins; an empty cell is nothing between two tabs.
"""

import re
import string
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from core.base.data import data
from core.model.document import Block, BlockKind, Document, Grid, GridCell, Source, Span
from core.readers import furniture

BREAK = "\u2028"
# str.strip() knows white space, but not the signs of no width that web pages and editors leave behind.
INVISIBLE = string.whitespace + "\x00\x07\x85\xa0\u2028\u2029\u3000\u200b\u200c\u200d\u2060\ufeff"
_BROKEN = re.compile(r"[\n\r\x0b\x0c\x85\u2028\u2029]+")
_INNER = re.compile(r"[\t\n\r\x0b\x0c\x85\u2028\u2029]+")


@data
class Paragraph:
    """A line of text. `kind` None: to be told by its words, like the lines of a plain text."""

    text: str
    kind: BlockKind | None = None


@data
class PrintedCell:
    """A cell as printed: top-left place from 0, spans in rows and columns, its lines from top to bottom."""

    row: int
    column: int
    lines: tuple[str, ...]
    row_span: int = 1
    column_span: int = 1


@data
class PrintedTable:
    """A table as printed; no two cells cover one place."""

    rows: int
    columns: int
    cells: tuple[PrintedCell, ...]


Item = Paragraph | PrintedTable


@dataclass(slots=True)
class _Writer:
    pieces: list[str] = field(default_factory=list)
    length: int = 0
    blocks: list[Block] = field(default_factory=list)
    open: list[int] = field(default_factory=list)  # indexes of blocks whose kind the words tell
    grids: list[Grid] = field(default_factory=list)

    def put(self, text: str) -> tuple[int, int]:
        start = self.length
        self.pieces.append(text)
        self.length += len(text)
        return start, self.length

    def paragraph(self, item: Paragraph) -> None:
        words = _BROKEN.sub(" ", item.text).rstrip(INVISIBLE)
        if not words.strip(INVISIBLE):
            return
        start, end = self.put(words)
        self.put("\n")
        if item.kind is None:
            self.open.append(len(self.blocks))
        self.blocks.append(Block(item.kind or BlockKind.PARAGRAPH, start, end))

    def table(self, table: PrintedTable) -> None:
        start = self.length
        rows: list[list[PrintedCell]] = [[] for _ in range(table.rows)]
        for cell in sorted(table.cells, key=lambda c: (c.row, c.column)):
            rows[cell.row].append(cell)
        placed: list[GridCell] = []
        for cells in rows:
            words = [_words(cell) for cell in cells]
            low = self.length
            for cell, said in zip(cells, words, strict=True):
                high = low + len(said)
                placed.append(GridCell(cell.row, cell.column, Span(low, high), cell.row_span, cell.column_span))
                low = high + 1
            self.put("\t".join(words) + "\n")
        self.blocks.append(Block(BlockKind.TABLE, start, self.length - 1, grid=len(self.grids)))
        self.grids.append(Grid(table.rows, table.columns, tuple(placed), start, self.length - 1))


def _words(cell: PrintedCell) -> str:
    lines = [_INNER.sub(" ", line).strip(INVISIBLE) for line in cell.lines]
    return BREAK.join(filter(None, lines))


def compose(source: Source, items: Iterable[Item]) -> Document:
    """The Document of paragraphs and tables in their order."""
    writer = _Writer()
    for item in items:
        if isinstance(item, Paragraph):
            writer.paragraph(item)
        elif item.cells:
            writer.table(item)
    text = "".join(writer.pieces)
    blocks = writer.blocks
    lines = [(blocks[i].start, blocks[i].end) for i in writer.open]
    for i, kind in zip(writer.open, furniture.kinds(text, lines), strict=True):
        blocks[i] = Block(kind, blocks[i].start, blocks[i].end)
    return Document(text, source, tuple(blocks), tuple(writer.grids))


def place(rows: Sequence[Sequence[tuple[tuple[str, ...], int, int]]]) -> PrintedTable:
    """Lay out rows of (lines, row span, column span) as a web page does: each cell takes the next free place.

    Spans that reach beyond the table are cut, and so is one that would cover a cell that stands there already.
    """
    taken: set[tuple[int, int]] = set()
    cells: list[PrintedCell] = []
    width = 0
    for r, row in enumerate(rows):
        c = 0
        for lines, down, across in row:
            while (r, c) in taken:
                c += 1
            if down != 1 or across != 1:  # the next cell of the row stands behind this one anyway
                across = next((k for k in range(1, across) if (r, c + k) in taken), max(across, 1))
                down = min(max(down, 1), len(rows) - r)
                taken.update((r + i, c + k) for i in range(down) for k in range(across))
            cells.append(PrintedCell(r, c, lines, down, across))
            c += across
            width = max(width, c)
    return PrintedTable(len(rows), width, tuple(cells))
