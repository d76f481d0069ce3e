"""Which printed lines of a table's label columns belong together, and to which rows."""

import itertools
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from core.base.text import squeeze
from core.readers.page_lines import Line
from core.readers.rulings import Rule, between

_BEGINS = re.compile(
    r"[一二三四五六七八九十]{1,3}[、.]|[(][一二三四五六七八九十\d]{1,3}[)]|\d{1,2}[.、](?!\d)|[①-⑳]|其中|第[一二三四五六七八九十]{1,3}"
)
_FIRST = re.compile(r"[(]?[1一][)、.]")
_PITCH = 1.6  # line heights between two lines of one label at most
_MOST_LINES = 16
_MOST_STATES = 20_000  # lines times rows; a page of a report has a tenth of it
_UNLABELLED = 60.0  # what it costs, in points, that a row has no label
_RULED = 200.0  # … that a rule parts the figures from their label
_UNVALUED = 9.0  # … that a label has no figures
_UNBEGUN = 4.0  # … that a label begins without numbering where most do not
_HEADLESS = 6.0  # … that rows belong to a group of the page before
_NOT_FIRST = 12.0  # … that a group does not begin with its number one


@dataclass(slots=True, eq=False)
class Stack:
    """Lines of one cell from top to bottom, and the first and last column that they stand in."""

    lines: list[Line]
    low: int
    high: int

    @property
    def top(self) -> float:
        """Upper edge of the first line."""
        return self.lines[0].top

    @property
    def bottom(self) -> float:
        """Lower edge of the last line."""
        return self.lines[-1].bottom

    @property
    def x0(self) -> float:
        """Left edge."""
        return min(line.x0 for line in self.lines)

    @property
    def x1(self) -> float:
        """Right edge."""
        return max(line.x1 for line in self.lines)

    @property
    def middle(self) -> float:
        """Half way between its edges above and below."""
        return (self.top + self.bottom) / 2

    @property
    def x(self) -> float:
        """Half way between its edges left and right."""
        return (self.x0 + self.x1) / 2

    @property
    def words(self) -> str:
        """Its words, folded."""
        return squeeze("".join(line.text for line in self.lines))


def begins(words: str) -> bool:
    """Whether words begin a label: with its number, or with 其中."""
    return bool(_BEGINS.match(words))


def stacked(pieces: Sequence[Stack], rules: Sequence[Rule], fresh: Sequence[float] = ()) -> list[Stack]:
    """Put lines one below the other in the same columns together.

    A number begins anew, and so do lines at `fresh` and those behind one of the joined `rules`.
    """
    found: list[Stack] = []
    for piece in sorted(pieces, key=lambda s: s.top):
        home = next((s for s in reversed(found) if s.low <= piece.high and piece.low <= s.high), None)
        if (
            home is not None
            and (home.low, home.high) == (piece.low, piece.high)
            and piece.top - home.lines[-1].top <= _PITCH * piece.lines[0].size
            and piece.top > home.lines[-1].top + 1
            and piece.x0 < home.x1
            and home.x0 < piece.x1
            and not begins(piece.words)
            and piece.top not in fresh
            and not between(rules, home.lines[-1].top, piece.bottom, piece.x)
        ):
            home.lines += piece.lines
        else:
            found.append(Stack(list(piece.lines), piece.low, piece.high))
    return found


def assigned(
    pieces: Sequence[Stack], middles: Sequence[float], rules: Sequence[Rule]
) -> tuple[list[list[Stack]], list[float]]:
    """Which lines are the label of which row.

    Args:
        pieces: the lines of the labels, from top to bottom.
        middles: the middles of the rows of figures, from top to bottom.
        rules: the joined rules that run across: no row reaches over one.

    Returns:
        The lines of each row, and the middles of the rows; labels without figures are rows of their own.
    """
    if len(pieces) * len(middles) > _MOST_STATES:
        rows_near: list[list[Stack]] = [[] for _ in middles]
        for piece in pieces:
            rows_near[min(range(len(middles)), key=lambda i: abs(middles[i] - piece.middle))].append(piece)
        return rows_near, list(middles)
    best = min((_cut(pieces, middles, rules, way) for way in (_centred, _at_top)), key=lambda found: found[0])
    rows: list[list[Stack]] = []
    places: list[float] = []
    for first, last, row in best[1]:
        rows.append(list(pieces[first:last]))
        own = [p.middle for p in pieces[first:last]]
        places.append(middles[row] if row is not None else sum(own) / len(own))
    return rows, places


def _centred(first: Stack, last: Stack) -> float:
    return (first.top + last.bottom) / 2


def _at_top(first: Stack, _: Stack) -> float:
    return first.middle


def _is_parted(piece: Stack, middle: float, rules: Sequence[Rule]) -> bool:
    low, high = sorted((piece.middle, middle))
    return between(rules, low, high, piece.x)


_Cut = list[tuple[int, int, int | None]]


def _cut(
    pieces: Sequence[Stack],
    middles: Sequence[float],
    rules: Sequence[Rule],
    place: Callable[[Stack, Stack], float],
) -> tuple[float, _Cut]:
    """The cheapest way to deal the lines out to the rows in order: (first, last, row) of each label.

    `place`: where the figures stand beside a label, of which it gets the first and the last line.
    """
    starts = [begins(p.words) for p in pieces]
    usual = sum(starts) * 2 > len(middles)
    torn = [False] + [
        b.top - a.top > 2 * b.lines[0].size or between(rules, a.middle, b.middle, b.x)
        for a, b in itertools.pairwise(pieces)
    ]
    n, m = len(pieces), len(middles)
    best: list[dict[int, tuple[float, int, int, int | None]]] = [{} for _ in range(n + 1)]
    best[0][0] = (0.0, 0, 0, None)

    def offer(i: int, j: int, cost: float, step: tuple[int, int, int | None]) -> None:
        if j not in best[i] or cost < best[i][j][0]:
            best[i][j] = (cost, *step)

    for i in range(n + 1):
        ends: list[tuple[int, float]] = []
        for k in range(i + 1, min(i + _MOST_LINES, n) + 1):
            if k > i + 1 and (starts[k - 1] or torn[k - 1]):
                break
            ends.append((k, place(pieces[i], pieces[k - 1])))
        unbegun = _UNBEGUN * (i < n and usual and not starts[i])
        for j in range(m + 1):
            if j not in best[i]:
                continue
            cost = best[i][j][0]
            if j < m:
                offer(i, j + 1, cost + _UNLABELLED, (i, j, j))
                parted = _RULED * (bool(rules) and i < n and _is_parted(pieces[i], middles[j], rules))
            cost += unbegun
            for k, middle in ends:
                if j < m:
                    offer(k, j + 1, cost + abs(middle - middles[j]) + parted, (i, j, j))
                if starts[i] or i == 0 or k == n:
                    offer(k, j, cost + _UNVALUED, (i, j, None))
    steps: _Cut = []
    i, j = n, m
    if j not in best[i]:
        return 1e9, [(0, n, 0)]
    total = best[n][m][0]
    while i or j:
        _, before, row_before, row = best[i][j]
        steps.append((before, i, row))
        i, j = before, row_before
    return total, steps[::-1]


def spans(
    groups: Sequence[Stack], labels: Sequence[Sequence[Stack]], middles: Sequence[float], rules: Sequence[Rule]
) -> list[tuple[Stack, int, int]]:
    """Over which rows each group reaches: (group, first row, number of rows)."""
    found: list[tuple[Stack, int, int]] = []
    tops = [min([m - 1, *(p.top for p in own)]) for m, own in zip(middles, labels, strict=True)]
    ends = [max([m + 1, *(p.bottom for p in own)]) for m, own in zip(middles, labels, strict=True)]
    for column in sorted({g.low for g in groups}):
        own = sorted((g for g in groups if g.low == column), key=lambda g: g.top)
        free = [not label or min(p.low for p in label) > column for label in labels]
        at = 0
        while at < len(free):
            end = at
            while end < len(free) and free[end]:
                end += 1
            low, high = (tops[at], ends[end - 1]) if end > at else (0.0, 0.0)
            here = [g for g in own if end > at and low - 3 <= g.middle <= high + 3]
            parted = [bool(here) and between(rules, middles[k - 1], middles[k], here[0].x) for k in range(at + 1, end)]
            found += _dealt(here, labels[at:end], tops[at:end], ends[at:end], parted, at)
            at = end + 1
    return found


def _dealt(
    groups: Sequence[Stack],
    labels: Sequence[Sequence[Stack]],
    tops: Sequence[float],
    ends: Sequence[float],
    parted: Sequence[bool],
    at: int,
) -> list[tuple[Stack, int, int]]:
    """Deal a stretch of rows out to the groups beside them, in order; `parted`: a rule runs below the row."""
    n, m = len(groups), len(labels)
    if not n or n > m:
        return []
    infinite = 1e9
    best = [[infinite] * (m + 1) for _ in range(n + 1)]
    came = [[0] * (m + 1) for _ in range(n + 1)]
    numbered = [bool(_FIRST.match(squeeze("".join(line.text for p in own for line in p.lines)))) for own in labels]
    best[0] = [_HEADLESS * (k > 0) if not k or not numbered[0] else infinite for k in range(m + 1)]
    for g, group in enumerate(groups, start=1):
        for first in range(m):
            if best[g - 1][first] >= infinite:
                continue
            begun = 0.0 if first == 0 or numbered[first] else _NOT_FIRST
            begun += _RULED * (any(parted) and first > 0 and not parted[first - 1])
            for last in range(first + 1, m + 1):
                off = min(abs(group.middle - (tops[first] + ends[last - 1]) / 2), abs(group.top - tops[first]) + 2)
                cost = best[g - 1][first] + off + begun
                if cost < best[g][last]:
                    best[g][last], came[g][last] = cost, first
    found: list[tuple[Stack, int, int]] = []
    last = m
    for g in range(n, 0, -1):
        first = came[g][last]
        found.append((groups[g - 1], at + first, last - first))
        last = first
    if last:  # the group that began on the page before
        found.append((Stack([], groups[0].low, groups[0].high), at, last))
    return found[::-1]
