"""The characters and lines of a page, put in order: printed lines, and tables with the lines of their cells."""

from dataclasses import dataclass, field

from core.readers.page_columns import column_tables
from core.readers.page_lines import LaidTable, Line, lines
from core.readers.pdf_page import Glyph, PageContent
from core.readers.rulings import RuledCell, RuledTable, find_tables


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
    open_tables, rest = column_tables(lines(loose), content.across)
    items: list[Line | LaidTable] = [*rest, *open_tables]
    items += [_filled(t, cells) for t, cells in zip(tables, inside, strict=True) if cells]
    return Page(
        number, content.width, content.height, tuple(sorted(items, key=lambda i: i.top)), tuple(lines(content.aslant))
    )


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
