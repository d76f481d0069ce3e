"""Tables of scans whose ruling lines were not all found: their cells hold what stands in several cells on paper."""

import re
from itertools import pairwise

from core.readers.page_columns import split
from core.readers.page_halves import PageCell, PageTable
from core.readers.page_lines import Line, is_figure

_APART = 1.0  # of a character's size between two words at least that stand in columns
_YEAR = re.compile("(?:19|20)[0-9]{2}")
_ITEM = re.compile(r"[0-9]{1,2}[.、．]|[(（][一二三四五六七八九十]{1,2}[)）]")
_ROOM = 2.5  # characters that the first line of a figure on two lines leaves free at most


def misses_rules(table: PageTable) -> bool:
    """Whether lines are missing in a table that was read off a picture."""
    return (
        table.is_torn
        or table.is_open
        or any(_holds_several(cell, table.edges) or _holds_rows(cell, table) for cell in table.cells)
    )


def _holds_several(cell: PageCell, edges: tuple[float, ...]) -> bool:
    """Whether figures stand beside or below each other or below words, where each has a cell of its own."""
    lines = [line for _, line in cell.lines]
    if any(_is_parted(line) for line in lines):
        return True
    figures = [is_figure(line.text) for line in lines]
    if len(lines) > 1 and figures[-1] and not all(figures) and not _YEAR.fullmatch(lines[-1].text):
        return True
    width = edges[cell.column + cell.column_span] - edges[cell.column]
    return any(
        first and second and before.x1 - before.x0 + _ROOM * before.size < width
        for (before, first), (_, second) in pairwise(zip(lines, figures, strict=True))
    )


def _is_parted(line: Line) -> bool:
    """Whether a figure stands at the end of a line, and a gap before it."""
    words = split(line)
    gaps = (after.x0 - before.x1 >= _APART * after.size for before, after in pairwise(words))
    last = words[-1].text
    return len(words) > 1 and any(gaps) and is_figure(last) and not _YEAR.fullmatch(last)


def _holds_rows(cell: PageCell, table: PageTable) -> bool:
    """Whether a label of several rows of figures is the labels of each of them."""
    items = sum(bool(_ITEM.match(line.text)) for _, line in cell.lines)
    beside = [c for c in table.cells if c.column == cell.column + cell.column_span and is_figure(c.words)]
    rows = {c.row for c in beside if cell.row <= c.row < cell.row + cell.row_span}
    return cell.row_span > 1 and items > 1 and len(rows) > 1
