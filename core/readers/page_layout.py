"""The characters and lines of a page, put in order: printed lines, and tables with the lines of their cells."""

from bisect import bisect_left, bisect_right
from dataclasses import dataclass, field

from core.readers.page_columns import column_tables
from core.readers.page_lines import LaidTable, Line, lines
from core.readers.pdf_page import Glyph, PageContent
from core.readers.rulings import RuledCell, RuledTable, find_tables

_MEETS = 0.15  # of a line's height that stands on either side of a table's edge at least


@dataclass(frozen=True, slots=True)
class Page:
    """A page in reading order: lines and tables from top to bottom. `number` from 1; `aslant`: a watermark."""

    number: int
    width: float
    height: float
    items: tuple[Line | LaidTable, ...] = field(default=())
    aslant: tuple[Line, ...] = ()


def laid_out(number: int, content: PageContent) -> Page:
    """Put a page's characters into the cells of its ruled tables, and the rest into lines."""
    tables = find_tables(content.across, content.down)
    inside: list[dict[tuple[int, int], list[Glyph]]] = [{} for _ in tables]
    loose: list[Glyph] = []
    for glyph in content.glyphs:
        x, y = (glyph.x0 + glyph.x1) / 2, (glyph.top + glyph.bottom) / 2
        if not (0 <= y <= content.height and 0 <= x <= content.width):
            continue  # beyond the paper: nobody sees it
        for table, cells in zip(tables, inside, strict=True):
            if table.ys[0] <= y <= table.ys[-1] and (place := table.place(x, y)):
                cells.setdefault(place, []).append(glyph)
                break
        else:
            loose.append(glyph)
    outside: list[Line] = []
    for line in lines(loose):
        for table, cells in zip(tables, inside, strict=True):
            if place := _overflown(line, table):
                cells.setdefault(place, []).extend(line.glyphs)
                break
        else:
            outside.append(line)
    open_tables, rest = column_tables(outside, content.across)
    items: list[Line | LaidTable] = [*rest, *open_tables]
    items += [_filled(t, cells) for t, cells in zip(tables, inside, strict=True) if cells]
    return Page(
        number, content.width, content.height, tuple(sorted(items, key=lambda i: i.top)), tuple(lines(content.aslant))
    )


def _overflown(line: Line, table: RuledTable) -> tuple[int, int] | None:
    """The place of a line that stands across the upper or lower edge: the page's end cut its cell too short."""
    low, high = line.top + _MEETS * (line.bottom - line.top), line.bottom - _MEETS * (line.bottom - line.top)
    edge = next((y for y in (table.ys[0], table.ys[-1]) if low < y < high), None)
    if edge is None:
        return None
    row = max(bisect_left(table.ys, edge) - 1, 0)
    column = bisect_right(table.xs, line.x0 + 1) - 1
    if 0 <= column < len(table.xs) - 1 and line.x1 <= table.xs[column + 1] + 1:
        return row, column
    return None


def _filled(table: RuledTable, places: dict[tuple[int, int], list[Glyph]]) -> LaidTable:
    owner = {
        (cell.row + i, cell.column + k): cell
        for cell in table.cells
        for i in range(cell.row_span)
        for k in range(cell.column_span)
    }
    glyphs: dict[RuledCell, list[Glyph]] = {cell: [] for cell in table.cells}
    for place, found in places.items():
        glyphs[owner[place]] += found
    cells = tuple((cell, tuple(lines(found))) for cell, found in glyphs.items())
    return LaidTable(table, cells, is_rest=len(table.ys) == 2)
