"""What the rows and columns of a free table are for: heads, groups, labels, units, figures, and their periods."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from core.base.text import squeeze
from core.extract import table_cells as words
from core.extract.matrix import Matrix
from core.model.extraction import Column, Scope

_LONGEST_UNIT = 6
_LONGEST_HEAD = 20
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?=年)")


@dataclass(frozen=True, slots=True)
class Shape:
    """What the columns of a grid are for, by their indexes; `heads` are the rows over them."""

    heads: tuple[int, ...]
    groups: tuple[int, ...]
    label: int
    unit: int | None
    figures: tuple[int, ...]


def shape(matrix: Matrix) -> Shape | None:
    """Figures stand in the last columns, units before them, then the label; what stands before it groups rows."""
    rows = _head_rows(matrix)
    body = [r for r in range(rows[-1] + 1 if rows else 0, matrix.grid.rows) if matrix.whole_row(r) is None]
    heads = {c: "".join(dict.fromkeys(matrix.text(r, c) for r in rows)) for c in range(matrix.grid.columns)}
    columns = [c for c in heads if not words.is_running_number(heads[c])]
    texts = {c: [t for r in body if matrix.width(r, c) == 1 and (t := matrix.text(r, c))] for c in columns}
    units = [c for c in columns if _is_unit_column(heads[c], texts[c])]
    figures = [c for c in columns if c > 0 and c not in units and _is_figure_column(heads[c], texts[c])]
    first = next((c for c in figures if any(words.is_figure(t) for t in texts[c])), None)
    named = [
        c
        for c in columns
        if first is not None and c < first and texts[c] and c not in units and not _counts_rows(texts[c])
    ]
    if not named:
        return None
    label = named[-1]
    return Shape(rows, tuple(named[:-1]), label, units[0] if units else None, tuple(c for c in figures if c > label))


def columns(matrix: Matrix, shape: Shape, before: Sequence[Column]) -> tuple[Column, ...]:
    """The columns of figures; a table without a head takes over those of the table before it, if they are as many."""
    found = []
    for n, c in enumerate(shape.figures, start=1):
        path = tuple(dict.fromkeys(t for r in shape.heads if (t := matrix.text(r, c))))
        cell = matrix.at[shape.heads[-1]][c] if shape.heads else None
        found.append(Column(f"c{n}", path, words.scope(path), cell.span if cell else None))
    if not shape.heads and len(before) == len(found):
        return tuple(before)
    return _periods(found)


def _periods(found: list[Column]) -> tuple[Column, ...]:
    """Of columns headed by years the last is the year, the one before it the previous; no period means the year."""
    years = [max((int(y) for y in _YEAR.findall(squeeze("".join(c.path)))), default=None) for c in found]
    told = {y for y, c in zip(years, found, strict=True) if y and c.scope is Scope.YEAR}
    if len(told) > 1:
        periods = {max(told): Scope.YEAR, max(told) - 1: Scope.PREVIOUS}
        found = [
            replace(c, scope=periods.get(y)) if y and c.scope is Scope.YEAR else c
            for y, c in zip(years, found, strict=True)
        ]
    elif all(c.scope in (None, Scope.YEAR) for c in found):
        found = [replace(c, scope=Scope.YEAR) for c in found]
    return tuple(found)


def _head_rows(matrix: Matrix) -> tuple[int, ...]:
    """The rows over the figures: words and no figure anywhere. A title over the whole width may stand above them."""
    first = next((r for r in range(matrix.grid.rows) if matrix.whole_row(r) is None), 0)
    rows: list[int] = []
    for r in range(first, matrix.grid.rows):
        texts = [matrix.text(r, c) for c in range(matrix.grid.columns)]
        if any(words.is_figure(t) for t in texts):
            break
        named = any(words.is_header(t) for t in texts[1:])
        worded = all(t and len(t) <= _LONGEST_HEAD and not words.is_unit(t) for t in texts)
        below = bool(rows) and any(c and (c.row < r or _is_spread(matrix, r - 1)) for c in matrix.at[r])
        if not named and not (worded and (r == first or below)):
            break
        rows.append(r)
    return tuple(rows)


def _is_spread(matrix: Matrix, row: int) -> bool:
    return any(c and c.column_span > 1 for c in matrix.at[row][1:])


def _counts_rows(texts: list[str]) -> bool:
    """Nothing but running numbers: 1, 2, 3 …"""
    return len(texts) > 1 and all(t.strip("0.、") == str(n) for n, t in enumerate(texts, start=1))


def _is_unit_column(head: str, texts: list[str]) -> bool:
    """Nearly all its words are units of count; a head that says so lets units pass that nobody foresaw."""
    known = sum(squeeze(t) in words.UNITS - {"--"} for t in texts)
    dashes = sum(words.is_unit(t) for t in texts) - known
    short = all((len(squeeze(t)) <= _LONGEST_UNIT and not words.is_figure(t)) or words.is_unit(t) for t in texts)
    return known > 0 and short and (words.names_units(head) or known + dashes == len(texts))


def _is_figure_column(head: str, texts: list[str]) -> bool:
    """At least half of what stands in it is figures; a blank column counts when its head announces figures."""
    if words.holds_no_figures(head):
        return False
    if not texts:
        return words.is_header(head)
    return sum(words.is_figure(t) for t in texts) * 2 >= len(texts)
