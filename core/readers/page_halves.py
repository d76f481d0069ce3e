"""Tables of pages: one that a page's end cut in two is put together again."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from core.base.text import squeeze
from core.readers.page_lines import LaidTable, Line, is_figure

NUMBERED = re.compile(
    r"[一二三四五六七八九十]{1,3}[、.]|[(（][一二三四五六七八九十\d]{1,3}[)）]|\d{1,2}[.、]|第[一二三四五六七八九十]{1,3}"
)
_SAME_OPEN_EDGE = 12.0  # points, where no rules show the edges
_SHARED = 0.6  # of the edges, that both halves of a table without rules have
_SAME_EDGE = 4.0  # points between the column edges of a table's two halves


@dataclass(slots=True)
class PageCell:
    """A cell that may grow: its place and spans as in a `GridCell`, its lines each with its page."""

    row: int
    column: int
    row_span: int
    column_span: int
    lines: list[tuple[int, Line]]  # page and line

    @property
    def words(self) -> str:
        """All its words."""
        return "".join(line.text for _, line in self.lines)


@dataclass(slots=True)
class PageTable:
    """A table, perhaps of several pages; `is_torn` as in a `RuledTable`."""

    edges: tuple[float, ...]
    rows: int
    cells: list[PageCell]
    pages: tuple[int, int]  # the first and the last
    is_open: bool = False
    is_torn: bool = False


def table_of(page: int, laid: LaidTable) -> PageTable:
    """The table of one page, to be put together with its other halves."""
    cells = [
        PageCell(c.row, c.column, c.row_span, c.column_span, [(page, line) for line in found])
        for c, found in laid.cells
    ]
    return PageTable(laid.ruled.xs, len(laid.ruled.ys) - 1, cells, (page, page), laid.is_open, laid.ruled.is_torn)


def goes_on(table: PageTable, piece: PageTable) -> bool:
    """Whether a table is the other half of the one before it: the columns of one are columns of the other."""
    few, many = sorted((table.edges, piece.edges), key=len)
    if table.is_open or piece.is_open:  # its outer edges are where the widest words end
        if table.pages[1] == piece.pages[0] or not _head(piece)[1] <= _head(table)[1]:
            return False
        same = sum(_near(x, many[1:-1]) for x in few[1:-1])
        return same >= max(_SHARED * (len(few) - 2), 1)
    return all(any(abs(x - y) <= _SAME_EDGE for y in many) for x in few)


def _align(table: PageTable, piece: PageTable) -> None:
    """Give both halves the same columns; as many are the same ones."""
    few, many = sorted((table, piece), key=lambda t: len(t.edges))
    if len(few.edges) == len(many.edges):
        return
    edges = many.edges
    if table.is_open or piece.is_open:
        inner = [x for x in few.edges[1:-1] if not _near(x, many.edges[1:-1])]
        edges = (min(few.edges[0], edges[0]), *sorted((*edges[1:-1], *inner)), max(few.edges[-1], edges[-1]))
        _widen(many, edges)
    _widen(few, edges)


def _near(edge: float, edges: Sequence[float]) -> bool:
    return any(abs(edge - other) <= _SAME_OPEN_EDGE for other in edges)


def append(table: PageTable, piece: PageTable) -> list[tuple[int, Line]]:
    """Put the second half below the first; what the page's end cut apart becomes one again.

    Gives the lines of the head that is printed again.
    """
    _align(table, piece)
    _drop_blank(table, table.rows - 1)
    _drop_blank(piece, 0)
    head = _without_head(table, piece)
    if table.is_open and _rests_on(table, piece):
        _drop_blank(piece, 0)
    table.pages = table.pages[0], piece.pages[1]
    table.is_torn |= piece.is_torn
    if not piece.cells:
        return head
    offset = table.rows
    last = {c.column: c for c in table.cells if c.row + c.row_span == table.rows}
    first = {c.column: c for c in piece.cells if c.row == 0}
    cut = _is_cut(last, first)
    beside = {k for c in piece.cells for k in range(c.column, c.column + c.column_span)}
    for column, cell in last.items():
        if column not in beside:  # it reaches over the whole page: no rule shows its edge there
            cell.row_span += piece.rows - cut
    for cell in piece.cells:
        above = last.get(cell.column)
        is_torn = (
            cell.row == 0
            and above is not None
            and above.column_span == cell.column_span
            and (
                cut or (_is_tall(above, cell) and not is_figure(cell.words) and not NUMBERED.match(squeeze(cell.words)))
            )
        )
        if above is not None and is_torn:
            above.lines += cell.lines
            above.row_span += cell.row_span - cut
        else:
            cell.row += offset - cut
            table.cells.append(cell)
    table.rows += piece.rows - cut
    return head


def _without_head(table: PageTable, piece: PageTable) -> list[tuple[int, Line]]:
    """Take away the head that is printed again on the next page; gives its lines."""
    again, row = 0, 0
    while row < min(piece.rows, table.rows) and _row(piece, row) == _row(table, row):
        row += 1
        if all(c.row + c.row_span <= row for c in piece.cells if c.row < row):
            again = row
    if table.is_open and _head(piece)[1] == _head(table)[1]:
        again = _head(piece)[0]
    head = [c for c in piece.cells if c.row < again]
    if any(is_figure(c.words) for c in head):
        return []
    piece.cells = [c for c in piece.cells if c.row >= again]
    for cell in piece.cells:
        cell.row -= again
    piece.rows -= again
    return [line for cell in head for line in cell.lines]


def _head(table: PageTable) -> tuple[int, set[str]]:
    """How many rows of words stand above the figures, and those words."""
    figures = [c for c in table.cells if is_figure(c.words)]
    first, left = min((c.row for c in figures), default=0), min((c.column for c in figures), default=0)
    above = [c for c in table.cells if c.row < first and c.lines]
    rows = max((c.row + c.row_span for c in above if c.column + c.column_span > left), default=0)
    return rows, {squeeze(c.words) for c in above if c.row < rows}


def _row(table: PageTable, row: int) -> set[tuple[int, int, int, str]]:
    return {(c.column, c.column_span, c.row_span, squeeze(c.words)) for c in table.cells if c.row == row}


def _rests_on(table: PageTable, piece: PageTable) -> bool:
    """Give the last label its end, where that stands alone in the first row of the next page."""
    said = [c for c in piece.cells if c.row == 0 and c.lines]
    labels = [c for c in table.cells if c.row + c.row_span == table.rows and c.lines and not is_figure(c.words)]
    labels = [c for c in labels if said and c.column < said[0].column + said[0].column_span]
    if len(said) != 1 or not labels or is_figure(said[0].words) or NUMBERED.match(squeeze(said[0].words)):
        return False
    max(labels, key=lambda c: c.column).lines += said[0].lines
    said[0].lines = []
    return True


def _drop_blank(table: PageTable, row: int) -> None:
    """Take away a row without any words at the edge of a page: what is left of the borders of a cut row."""
    while table.rows > 1 and not any(c.lines for c in table.cells if c.row == row or c.row + c.row_span - 1 == row):
        kept = [c for c in table.cells if c.row != row or c.row_span > 1]
        for cell in kept:
            if cell.row <= row < cell.row + cell.row_span:
                cell.row_span -= 1
            if cell.row > row:
                cell.row -= 1
        table.cells, table.rows = kept, table.rows - 1
        row = min(row, table.rows - 1)


def _is_tall(above: PageCell, cell: PageCell) -> bool:
    """A group's cell reaches over several rows, before or after the page's end."""
    return above.row_span > 1 or cell.row_span > 1


def _is_cut(last: dict[int, PageCell], first: dict[int, PageCell]) -> bool:
    """Whether the first row of the second half is the end of the last row of the first: apart from cells that reach
    over rows only the label has words in both, and it does not begin anew."""
    common = [(last[c], first[c]) for c in first if c in last]
    if any(b.lines for c, b in first.items() if c not in last) or not any(b.lines for _, b in common):
        return False
    both = [(a, b) for a, b in common if a.lines and b.lines and not _is_tall(a, b)]
    figures_above = any(is_figure(a.words) for a, _ in common)
    figures_below = any(is_figure(b.words) for _, b in common)
    if figures_above and figures_below:
        return False
    if any(NUMBERED.match(squeeze(b.words)) for _, b in common if b.lines):
        return False
    return len(both) <= 1 and (figures_above or figures_below)


def _widen(table: PageTable, edges: tuple[float, ...]) -> None:
    """Give a table the columns of its other half."""

    def at(edge: float) -> int:
        return min(range(len(edges)), key=lambda i: abs(edges[i] - edge))

    for cell in table.cells:
        low, high = at(table.edges[cell.column]), at(table.edges[cell.column + cell.column_span])
        cell.column, cell.column_span = low, max(high - low, 1)
    table.edges = edges
