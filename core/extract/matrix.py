"""A grid as rows and columns of cells with their words."""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from functools import partial

from core.extract import table_cells as words
from core.model.document import Document, Grid, GridCell, Span
from core.model.extraction import Cell, CellKind

_CONFIDENCE = {
    CellKind.NUMBER: 0.99,
    CellKind.ZERO: 0.99,
    CellKind.BLANK: 0.95,
    CellKind.NOT_APPLICABLE: 0.97,
    CellKind.TEXT: 0.6,
    CellKind.UNREADABLE: 0.3,
}
_NOT_PRINTED = 0.8


@dataclass(slots=True)
class Matrix:
    """A grid as rows and columns: each place gives the cell that covers it, or None."""

    document: Document
    grid: Grid
    at: list[list[GridCell | None]] = field(init=False)
    _words: dict[int, str] = field(init=False)  # of the grid's cells, by their identity

    def __post_init__(self) -> None:
        self.at = [[None] * self.grid.columns for _ in range(self.grid.rows)]
        self._words = {id(cell): self._printed(cell) for cell in self.grid.cells}
        for cell in self.grid.cells:
            for row in self.at[cell.row : cell.row + cell.row_span]:
                for c in range(cell.column, min(cell.column + cell.column_span, self.grid.columns)):
                    row[c] = cell

    def _printed(self, cell: GridCell) -> str:
        return words.printed(self.document.text, cell.span)

    def of(self, cell: GridCell | None) -> str:
        """The printed words of a cell; "" where there is none."""
        if cell is None:
            return ""
        text = self._words.get(id(cell))
        return self._printed(cell) if text is None else text  # made of one or several of the grid's cells

    def texts(self) -> Iterable[str]:
        """The printed words of all cells, in order."""
        return self._words.values()

    def text(self, row: int, column: int) -> str:
        """The printed words at a place."""
        return self.of(self.at[row][column])

    def width(self, row: int, column: int) -> int:
        """Over how many columns the cell at a place reaches; 0 where there is none."""
        cell = self.at[row][column]
        return cell.column_span if cell else 0

    def cells(self, row: int) -> list[GridCell]:
        """The cells of a row from left to right, each once, also those that reach down into it."""
        found: list[GridCell] = []
        for cell in self.at[row]:
            if cell is not None and (not found or found[-1] is not cell):
                found.append(cell)
        return found

    def whole_row(self, row: int) -> GridCell | None:
        """The one cell that stands over the whole row, if there is one."""
        first = self.at[row][0]
        same = first is not None and all(c is first for c in self.at[row])
        return first if same and self.grid.columns > 1 else None

    def halves(self) -> tuple["Matrix", "Matrix"] | None:
        """The two halves of a table that is printed in two columns of the page, told by one head over both."""
        middle, odd = divmod(self.grid.columns, 2)
        heads = next((r for r in range(self.grid.rows) if self.whole_row(r) is None), None)
        if heads is None or odd or middle < 2:
            return None
        texts = [self.text(heads, c) for c in range(self.grid.columns)]
        if texts[:middle] != texts[middle:] or len(set(texts)) != middle or any(map(words.is_figure, texts)):
            return None
        left = [c for c in self.grid.cells if c.column + c.column_span <= middle]
        right = [replace(c, column=c.column - middle) for c in self.grid.cells if c.column >= middle]
        make = partial(Grid, self.grid.rows, middle, start=self.grid.start, end=self.grid.end)
        return Matrix(self.document, make(cells=tuple(left))), Matrix(self.document, make(cells=tuple(right)))

    def holds_figures(self, cell: GridCell) -> bool:
        """Whether a cell holds several figures: which columns they stand in, nobody can tell."""
        pieces = cell.span.parts
        return len(pieces) > 1 and all(words.is_figure(words.printed(self.document.text, Span(*p))) for p in pieces)

    def figure(self, row: int, cell: GridCell | None, key: str) -> Cell:
        """A cell of figures under the column `key`; one that is not printed is blank, at the end of the row."""
        if cell is None:
            last = next((c for c in reversed(self.at[row]) if c), None)
            at = last.span.end if last else self.grid.start
            return Cell("", CellKind.BLANK, None, key, Span(at, at), _NOT_PRINTED)
        text = self.of(cell)
        kind, value = words.content(text)
        return Cell(text, kind, value, key, cell.span, _CONFIDENCE[kind])

    def unplaced(self, cell: GridCell, key: str) -> Cell:
        """A cell whose figures nobody can say the columns of: shown, and left to a person."""
        return Cell(self.of(cell), CellKind.UNREADABLE, None, key, cell.span, _CONFIDENCE[CellKind.UNREADABLE])
