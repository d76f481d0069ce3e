"""The characters and lines of a page, put in order: printed lines, and tables with the lines of their cells."""

import statistics
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from core.readers.pdf_page import Glyph, PageContent
from core.readers.rulings import RuledCell, RuledTable, find_tables

_SAME_LINE = 0.5  # of a character's height that two of one line share at least
_GAP = 0.3  # of a character's size between two words
_LATIN_GAP = 0.18  # between two Latin words or two figures: their blank is narrow


@dataclass(frozen=True, slots=True)
class Line:
    """A printed line: its characters from left to right."""

    glyphs: tuple[Glyph, ...]

    @property
    def text(self) -> str:
        """The words, with a space where a gap parts two words."""
        return "".join(char for char, _ in self.spaced())

    def spaced(self) -> list[tuple[str, Glyph | None]]:
        """Characters in order; a space between two words has no glyph."""
        found: list[tuple[str, Glyph | None]] = []
        for glyph in self.glyphs:
            before = found[-1][1] if found else None
            if before and _is_gap(before, glyph):
                found.append((" ", None))
            found.append((glyph.char, glyph))
        return found

    @property
    def x0(self) -> float:
        """Left edge."""
        return self.glyphs[0].x0

    @property
    def x1(self) -> float:
        """Right edge."""
        return self.glyphs[-1].x1

    @property
    def top(self) -> float:
        """Upper edge of its highest character."""
        return min(g.top for g in self.glyphs)

    @property
    def bottom(self) -> float:
        """Lower edge of its lowest character."""
        return max(g.bottom for g in self.glyphs)

    @property
    def size(self) -> float:
        """Usual height of its font."""
        return statistics.median(g.size or g.bottom - g.top for g in self.glyphs)


def _is_gap(before: Glyph, glyph: Glyph) -> bool:
    """Whether a blank is printed between two characters of a line."""
    distance, size = glyph.x0 - before.x1, max(glyph.size, before.size, 1.0)
    if distance > _GAP * size:
        return True
    if not (glyph.spaced or distance > _LATIN_GAP * size):
        return False
    return before.char.isascii() and glyph.char.isascii() and before.char.isalnum() and glyph.char.isalnum()


@dataclass(frozen=True, slots=True)
class LaidTable:
    """A ruled table with the printed lines of each of its cells."""

    ruled: RuledTable
    cells: tuple[tuple[RuledCell, tuple[Line, ...]], ...]

    @property
    def top(self) -> float:
        """Upper edge."""
        return self.ruled.ys[0]


@dataclass(frozen=True, slots=True)
class Page:
    """A page in reading order: lines and tables from top to bottom. `number` from 1."""

    number: int
    width: float
    height: float
    items: tuple[Line | LaidTable, ...] = field(default=())


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
    items: list[Line | LaidTable] = list(lines(loose))
    items += [_filled(t, cells) for t, cells in zip(tables, inside, strict=True) if cells]
    return Page(number, content.width, content.height, tuple(sorted(items, key=lambda i: i.top)))


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
    return LaidTable(table, tuple((cell, tuple(lines(found))) for cell, found in glyphs.items()))


def lines(glyphs: Iterable[Glyph]) -> list[Line]:
    """Characters that share most of their height are one line; lines from top to bottom."""
    found = list(glyphs)
    if len(found) < 2:  # a cell with one figure
        return [Line(tuple(found))] if found else []
    groups: list[list[Glyph]] = []
    spans: list[tuple[float, float]] = []
    for glyph in sorted(found, key=lambda g: g.top + g.bottom):
        home = _home(glyph, spans)
        if home is None:
            groups.append([glyph])
            spans.append((glyph.top, glyph.bottom))
        else:
            groups[home].append(glyph)
            low, high = spans[home]
            spans[home] = (min(low, glyph.top), max(high, glyph.bottom))
    lined = [Line(tuple(sorted(group, key=lambda g: g.x0))) for group in groups]
    return sorted(lined, key=lambda line: line.top + line.bottom) if len(lined) > 1 else lined


def _home(glyph: Glyph, spans: Sequence[tuple[float, float]]) -> int | None:
    """The line a character belongs to, of the last few; punctuation is low and small, so the smaller height counts."""
    for index in range(len(spans) - 1, max(len(spans) - 4, -1), -1):
        low, high = spans[index]
        middle = (glyph.top + glyph.bottom) / 2
        shared = min(high, glyph.bottom) - max(low, glyph.top)
        if low <= middle <= high and shared >= _SAME_LINE * min(high - low, glyph.bottom - glyph.top):
            return index
    return None
