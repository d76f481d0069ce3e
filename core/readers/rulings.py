"""Printed tables from ruling lines: pure geometry, for PDF pages and for scans alike.

Units are points, origin top-left. Lines that cross or touch make one table; where a line between two places is
missing, the places are one merged cell.
"""

import itertools
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

_NEAR = 4.5  # points between two lines that are meant to be one: no words fit in between
_CUT = 6.0  # a line that reaches so far beyond the last one across it: the edge of the table is not drawn there


@dataclass(frozen=True, slots=True)
class Rule:
    """A straight line along one axis: at `at` on the other axis, from `low` to `high`."""

    at: float
    low: float
    high: float


@dataclass(frozen=True, slots=True)
class RuledCell:
    """Top-left place from 0 and spans, as in a `GridCell`."""

    row: int
    column: int
    row_span: int
    column_span: int


@dataclass(frozen=True, slots=True)
class RuledTable:
    """The edges of columns (left to right) and rows (top to bottom), and the cells between them.

    `is_torn`: some cells have no whole frame; they were parted along all edges.
    """

    xs: tuple[float, ...]
    ys: tuple[float, ...]
    cells: tuple[RuledCell, ...]
    is_torn: bool = False

    def place(self, x: float, y: float) -> tuple[int, int] | None:
        """(row, column) of a point; None outside the table."""
        column, row = bisect_right(self.xs, x) - 1, bisect_right(self.ys, y) - 1
        if 0 <= column < len(self.xs) - 1 and 0 <= row < len(self.ys) - 1:
            return row, column
        return None


def find_tables(horizontal: Iterable[Rule], vertical: Iterable[Rule]) -> list[RuledTable]:
    """All tables of two columns at least, from top to bottom; one of a single row may be the rest of a cut one."""
    across, down = joined(horizontal), joined(vertical)
    found = []
    for hs, vs in _connected(across, down):
        hs, vs = hs + _closing(hs, vs), vs + _closing(vs, hs)
        xs, ys = _distinct(v.at for v in vs), _distinct(h.at for h in hs)
        if len(xs) > 2 and len(ys) > 1:
            found.append(RuledTable(xs, ys, *_cells(xs, ys, hs, vs)))
    return sorted(found, key=lambda t: t.ys[0])


def joined(rules: Iterable[Rule]) -> list[Rule]:
    """Pieces of one line put together, from top to bottom."""
    groups: list[list[Rule]] = []
    for rule in sorted(rules, key=lambda r: r.at):
        if groups and rule.at - groups[-1][0].at <= _NEAR:
            groups[-1].append(rule)
        else:
            groups.append([rule])
    found: list[Rule] = []
    for group in groups:
        at = sum(r.at for r in group) / len(group)
        group.sort(key=lambda r: r.low)
        low, high = group[0].low, group[0].high
        for rule in group[1:]:
            if rule.low <= high + _NEAR:
                high = max(high, rule.high)
            else:
                found.append(Rule(at, low, high))
                low, high = rule.low, rule.high
        found.append(Rule(at, low, high))
    return [rule for rule in found if rule.high - rule.low > _NEAR]  # a dot is no line


def between(rules: Sequence[Rule], low: float, high: float, x: float) -> bool:
    """Whether one of the joined rules parts two heights at this place."""
    first = bisect_right(rules, low, key=lambda r: r.at)
    return any(
        r.low <= x <= r.high for r in itertools.takewhile(lambda r: r.at < high, itertools.islice(rules, first, None))
    )


def _connected(across: Sequence[Rule], down: Sequence[Rule]) -> list[tuple[list[Rule], list[Rule]]]:
    """Groups of lines that cross or touch."""
    union = _Union(len(across) + len(down))
    ats = [v.at for v in down]
    for i, h in enumerate(across):
        for k in range(bisect_left(ats, h.low - _NEAR), bisect_right(ats, h.high + _NEAR)):
            if down[k].low - _NEAR <= h.at <= down[k].high + _NEAR:
                union.join(i, len(across) + k)
    groups: dict[int, tuple[list[Rule], list[Rule]]] = {}
    for i, rule in enumerate((*across, *down)):
        groups.setdefault(union.root(i), ([], []))[i >= len(across)].append(rule)
    return [(hs, vs) for hs, vs in groups.values() if hs and len(vs) > 1]


def _closing(hs: Sequence[Rule], vs: Sequence[Rule]) -> list[Rule]:
    """Edges of a table that are not drawn, as at the page's end or at open sides: lines reach beyond the outermost."""
    low, high = min(v.at for v in vs), max(v.at for v in vs)
    first, last = min(h.at for h in hs), max(h.at for h in hs)
    before = sorted(v.low for v in vs if first - v.low > _CUT)
    behind = sorted(v.high for v in vs if v.high - last > _CUT)
    return [Rule(ends[len(ends) // 2], low, high) for ends in (before, behind) if len(ends) > 1]


def _distinct(places: Iterable[float]) -> tuple[float, ...]:
    found: list[float] = []
    for place in sorted(places):
        if not found or place - found[-1] > _NEAR:
            found.append(place)
    return tuple(found)


def _cells(
    xs: tuple[float, ...], ys: tuple[float, ...], hs: Sequence[Rule], vs: Sequence[Rule]
) -> tuple[tuple[RuledCell, ...], bool]:
    rows, columns = len(ys) - 1, len(xs) - 1
    union = _Union(rows * columns)
    beside = [[v for v in vs if abs(v.at - x) <= _NEAR] for x in xs]
    below = [[h for h in hs if abs(h.at - y) <= _NEAR] for y in ys]
    for r in range(rows):
        for c in range(columns):
            x, y = (xs[c] + xs[c + 1]) / 2, (ys[r] + ys[r + 1]) / 2
            if c + 1 < columns and not _reaches(beside[c + 1], y):
                union.join(r * columns + c, r * columns + c + 1)
            if r + 1 < rows and not _reaches(below[r + 1], x):
                union.join(r * columns + c, (r + 1) * columns + c)
    regions: dict[int, list[tuple[int, int]]] = {}
    for r in range(rows):
        for c in range(columns):
            regions.setdefault(union.root(r * columns + c), []).append((r, c))
    found: list[RuledCell] = []
    is_torn = False
    for places in regions.values():
        top, left = places[0][0], min(c for _, c in places)
        down = max(r for r, _ in places) - top + 1
        wide = max(c for _, c in places) - left + 1
        if down * wide == len(places):
            found.append(RuledCell(top, left, down, wide))
        else:  # no rectangle: a line that is missing by accident must not swallow figures
            is_torn = True
            found += [RuledCell(r, c, 1, 1) for r, c in places]
    return tuple(sorted(found, key=lambda c: (c.row, c.column))), is_torn


def _reaches(rules: Sequence[Rule], point: float) -> bool:
    return any(r.low <= point <= r.high for r in rules)


class _Union:
    """Which of n things hang together."""

    def __init__(self, n: int) -> None:
        self._parent = list(range(n))

    def root(self, i: int) -> int:
        while self._parent[i] != i:
            self._parent[i] = self._parent[self._parent[i]]
            i = self._parent[i]
        return i

    def join(self, a: int, b: int) -> None:
        self._parent[self.root(b)] = self.root(a)
