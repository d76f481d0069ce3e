"""Digits that have run together: all ways to cut them into cells, and which of these the sums of the table leave.

Nothing here knows a form. A run is the printed stretch of figures behind a label; a split is one way to read it.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import combinations, pairwise

from core.base.data import data
from core.base.text import widths

_BAR = re.compile(r"[|\t]")
_SOLID = re.compile(r"\S+")
_DIGITS = re.compile(r"\d+")
_THOUSANDS = re.compile(r"[1-9]\d{0,2}(?:,\d{3})+")
_DASH = re.compile(r"[-—–―─]{1,8}(?!\d)|/|无")
_TAIL = re.compile(r"(?:万?元)?(?:\([^()]{1,60}\))?")
_LONGEST = 60
_MOST_SPLITS = 500
_MOST_STATES = 4000


@data
class Slice:
    """One cell's place [start, end) in its run; a blank has start == end. `value` is None unless it is a number."""

    start: int
    end: int
    value: Decimal | None

    @property
    def amount(self) -> Decimal:
        """What the cell adds to a sum."""
        return self.value or Decimal(0)


Split = tuple[Slice, ...]


@data
class RowRule:
    """What the cells of one row owe each other, by index of column.

    `totals` are pairs (total, columns it adds up); `orders` are pairs (smaller, greater): a year and all years.
    """

    totals: tuple[tuple[int, tuple[int, ...]], ...] = ()
    orders: tuple[tuple[int, int], ...] = ()

    def holds(self, split: Sequence[Slice]) -> bool:
        """Whether the cells read so far keep the rule; what is not read yet is not asked for."""
        n = len(split)
        if any(t < n and split[t].amount != sum(split[p].amount for p in parts) for t, parts in self.totals):
            return False
        return all(max(a, b) >= n or split[a].amount <= split[b].amount for a, b in self.orders)


@dataclass(slots=True)
class Budget:
    """How many steps may still be searched in one document."""

    steps: int = 120_000


@data
class Reading:
    """The ways to read one run. `is_printed`: parted as printed, nothing was solved. `by_rule`: a rule chose them."""

    splits: tuple[Split, ...]
    is_printed: bool = False
    by_rule: bool = False


def read_run(run: str, columns: int, rule: RowRule, budget: Budget, whole: bool = False) -> Reading:
    """All ways to read a printed run as `columns` cells. No split at all: it cannot be read so.

    Args:
        whole: in this table every printed piece is a cell, so fewer pieces than columns mean blanks.
    """
    flat = widths(run)
    parted = _parted(flat, columns)
    if parted is not None:
        return Reading((parted,), is_printed=True)
    atoms = [(m.start(), m.end()) for m in _SOLID.finditer(_BAR.sub(" ", flat))]
    if not atoms or len(atoms) > columns or len(flat) > _LONGEST or budget.steps < 0:
        return Reading(())
    found = [] if whole else list(_walk(flat, atoms, columns, rule, budget))
    if len(atoms) > 1 or whole:
        found += [s for s in _spread(flat, atoms, columns) if rule.holds(s)]
    if found:
        return Reading(tuple(found), by_rule=bool(rule.totals or rule.orders))
    return Reading(tuple(_walk(flat, atoms, columns, RowRule(), budget)))


def _parted(flat: str, columns: int) -> Split | None:
    """The cells where bars or white space part exactly as many as there are columns."""
    if _BAR.search(flat):
        edges = [-1, *(m.start() for m in _BAR.finditer(flat)), len(flat)]
        pieces = [_bare(flat, a + 1, b) for a, b in pairwise(edges)]
        if pieces[0][0] == pieces[0][1]:
            pieces = pieces[1:]
        while len(pieces) > columns and pieces[-1][0] == pieces[-1][1]:
            pieces.pop()
    else:
        pieces = [(m.start(), m.end()) for m in _SOLID.finditer(flat)]
    if len(pieces) != columns:
        return None
    cells = [_cell(flat, a, b) for a, b in pieces]
    return tuple(c for c in cells if c) if all(cells) else None


def _bare(flat: str, start: int, end: int) -> tuple[int, int]:
    piece = flat[start:end]
    if not piece.strip():
        return start, start
    start += len(piece) - len(piece.lstrip())
    return start, start + len(piece.strip())


def _cell(flat: str, start: int, end: int) -> Slice | None:
    """The whole of [start, end) as one cell; None when it is none."""
    if start == end:
        return Slice(start, end, None)
    return next((c for c in _cells(flat, start, end) if c.end == end), None)


def _spread(flat: str, atoms: Sequence[tuple[int, int]], columns: int) -> Iterator[Split]:
    """Every printed piece is a cell, the other columns are blank: all ways to place them."""
    cells = [_cell(flat, a, b) for a, b in atoms]
    if not all(cells):
        return
    for places in combinations(range(columns), len(atoms)):
        row = [Slice(0, 0, None)] * columns
        for place, cell in zip(places, cells, strict=True):
            if cell:
                row[place] = cell
        yield tuple(row)


def _walk(flat: str, atoms: Sequence[tuple[int, int]], columns: int, rule: RowRule, budget: Budget) -> Iterator[Split]:
    """All ways to cut the pieces into exactly `columns` cells without blanks; none when there are too many."""
    search = _Search(flat, atoms, columns, rule, budget, [])
    if search.run([], 0, atoms[0][0]):
        yield from search.found


@dataclass(slots=True)
class _Search:
    """Depth first over the cells of one row. A total is not tried out: the cells before it say what it must be."""

    flat: str
    atoms: Sequence[tuple[int, int]]
    columns: int
    rule: RowRule
    budget: Budget
    found: list[Split]

    def run(self, row: list[Slice], atom: int, at: int) -> bool:
        """Read on from `at` in a piece; False when the search was given up."""
        if at == self.atoms[atom][1]:
            atom += 1
            if atom == len(self.atoms):
                if len(row) == self.columns:
                    self.found.append(tuple(row))
                return len(self.found) <= _MOST_SPLITS
            at = self.atoms[atom][0]
        stop = self.atoms[atom][1]
        left = self.columns - len(row)
        room = sum(b - a for a, b in self.atoms[atom + 1 :]) + stop - at
        if left < len(self.atoms) - atom or room < left or room < self._needed(row):
            return True
        if atom + 1 == len(self.atoms) and self._ends_in_sum(len(row)) and self.flat[at:stop].isdecimal():
            return self._end_in_sum(row, at, stop)
        for cell in self._next(row, at, stop):
            self.budget.steps -= 1
            if self.budget.steps < 0:
                return False
            row.append(cell)
            if (not self.rule.orders or self.rule.holds(row)) and not self.run(row, atom, cell.end):
                return False
            row.pop()
        return True

    def _ends_in_sum(self, n: int) -> bool:
        """Whether the cells from `n` on are the parts of one total, and that total, and nothing else."""
        return (self.columns - 1, tuple(range(n, self.columns - 1))) in self.rule.totals and not self.rule.orders

    def _end_in_sum(self, row: Sequence[Slice], at: int, stop: int) -> bool:
        """Plain digits to the end: try every end as the total, then cut what is before it into parts of that size."""
        parts = self.columns - 1 - len(row)
        for first in range(stop - 1, at + parts - 1, -1):
            is_number = self.flat[first] != "0" or first == stop - 1
            if is_number and not self._parts(row, [at], first, parts, int(self.flat[first:stop]), stop):
                return False
        return len(self.found) <= _MOST_SPLITS

    def _parts(self, row: Sequence[Slice], cuts: list[int], end: int, left: int, rest: int, stop: int) -> bool:
        """Cut [last cut, end) into `left` cells that add up to `rest`; False when the search was given up."""
        self.budget.steps -= 1
        at = cuts[-1]
        if not left:
            if at == end and not rest:
                edges = [*cuts, stop]
                cells = (Slice(a, b, Decimal(self.flat[a:b])) for a, b in pairwise(edges))
                self.found.append((*row, *cells))
            return len(self.found) <= _MOST_SPLITS
        longest = end - at - left + 1
        if longest < 1 or rest >= 10**longest + 9 * left:
            return self.budget.steps >= 0
        for length in range(1, 2 if self.flat[at] == "0" else longest + 1):
            value = int(self.flat[at : at + length])
            if value > rest:
                break
            cuts.append(at + length)
            if not self._parts(row, cuts, end, left - 1, rest - value, stop):
                return False
            cuts.pop()
        return self.budget.steps >= 0

    def _needed(self, row: Sequence[Slice]) -> int:
        """How many signs the next total and the cells before it take at least."""
        total = next(((t, parts) for t, parts in self.rule.totals if t >= len(row)), None)
        if total is None:
            return 0
        known = sum((row[p].amount for p in total[1] if p < len(row)), Decimal(0))
        return total[0] - len(row) + len(str(int(abs(known)))) if known > 0 else 0

    def _next(self, row: Sequence[Slice], at: int, stop: int) -> Iterator[Slice]:
        parts = next((parts for t, parts in self.rule.totals if t == len(row)), None)
        if parts is None:
            yield from _cells(self.flat, at, stop)
            return
        printed = f"{sum((row[p].amount for p in parts), Decimal(0)):f}"
        if self.flat.startswith(printed, at):
            yield _number(self.flat, at, at + len(printed), stop)
        elif _DASH.match(self.flat, at, stop):
            yield from _cells(self.flat, at, stop)


def _cells(flat: str, start: int, end: int) -> Iterator[Slice]:
    """All cells that may begin at `start`: a dash, or a number without leading zeros that ends somewhere."""
    dash = _DASH.match(flat, start, end)
    if dash:
        yield Slice(start, dash.end(), None)
        return
    sign = flat[start] in "+-"
    first = start + sign
    thousands = _THOUSANDS.match(flat, first, end)
    digits = thousands or _DIGITS.match(flat, first, end)
    if not digits:
        return
    last = digits.end()
    point = last < end and flat[last] == "." and _DIGITS.match(flat, last + 1, end)
    leading = flat[first] == "0"
    for stop in [first + 1] if leading else [last] if thousands else range(first + 1, last + 1):
        if stop == last and point:
            for finish in range(last + 2, point.end() + 1):
                yield _number(flat, start, finish, end)
        else:
            yield _number(flat, start, stop, end)


def _number(flat: str, start: int, stop: int, end: int) -> Slice:
    """The number [start, stop) with the unit of money and the remark that stand right behind it."""
    value = Decimal(flat[start:stop].replace(",", ""))
    tail = _TAIL.match(flat, stop, end)
    finish = tail.end() if tail else stop
    return Slice(start, finish, value * 10_000 if flat.startswith("万元", stop) else value)


# A table -----------------------------------------------------------------------------------------------------------

Equation = Mapping[int, int]  # row -> its sign; the signed rows add up to nothing in every column


def narrow(options: dict[int, tuple[Split, ...]], equation: Equation) -> bool:
    """Drop the splits that no solution of the equation uses; True when something was dropped.

    An equation that lacks a row, that nothing solves or that has too many solutions drops nothing: the report may be
    wrong.
    """
    rows = list(equation)
    if any(not options.get(r) for r in rows) or all(len(options[r]) == 1 for r in rows):
        return False
    before = _sums(options, equation, rows, 1)
    after = _sums(options, equation, rows[::-1], -1)
    if before is None or after is None or not any(not any(s) for s in before[-1]):
        return False
    after.reverse()
    dropped = False
    for i, row in enumerate(rows):
        kept = tuple(
            split for split in options[row] if any(_plus(s, split, equation[row]) in after[i + 1] for s in before[i])
        )
        dropped = dropped or len(kept) < len(options[row])
        options[row] = kept
    return dropped


def _sums(
    options: Mapping[int, tuple[Split, ...]], equation: Equation, rows: Sequence[int], sign: int
) -> list[set[tuple[Decimal, ...]]] | None:
    """What the first 0, 1, 2 … rows may add up to; None when that is too much to hold."""
    states: list[set[tuple[Decimal, ...]]] = [{(Decimal(0),) * len(options[rows[0]][0])}]
    for row in rows:
        if len(states[-1]) * len(options[row]) > _MOST_STATES:
            return None
        states.append({_plus(s, split, sign * equation[row]) for s in states[-1] for split in options[row]})
    return states


def _plus(state: tuple[Decimal, ...], split: Split, sign: int) -> tuple[Decimal, ...]:
    return tuple(s + sign * c.amount for s, c in zip(state, split, strict=True))
