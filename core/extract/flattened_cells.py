"""The figures of a flattened table: cuts every run into cells as far as the table's own sums and the text decide."""

import re
from collections.abc import Mapping, Sequence
from decimal import Decimal
from heapq import nsmallest

from core.base.data import data
from core.base.text import squeeze, widths
from core.extract import table_cells as words
from core.extract.digit_split import Budget, Equation, Reading, RowRule, Slice, Split, narrow, read_run
from core.extract.flattened_forms import Entry, Skeleton
from core.extract.flattened_rows import FoundRow
from core.model.document import Span
from core.model.extraction import Cell, CellKind, Column, Scope
from core.model.message import Message

_TOTAL = re.compile(r"[总合共小]计(?:数|件数)?")
_NEW, _CARRIED, _CLOSED, _LEFT = (
    "applications.received",
    "applications.carried_in",
    "applications.answered",
    "applications.carried_out",
)
_TELLING = 10  # a smaller figure stands in many sentences
_CONFIDENCE = {"printed": 0.96, "row": 0.95, "columns": 0.93, "text": 0.9, "length": 0.8}
_OPEN = 0.3
_MOST_SHOWN = 5
_MISSES = 2  # columns in which a row cannot differ from what the rows above it add up to, and still be read by them


@data
class Stated:
    """A figure that a sentence gives for an indicator in the year reported on."""

    indicator: str
    value: Decimal


@data
class Line:
    """A row ready to be cut: its run as printed at `place` in the document, and the columns it has cells in.

    `number` is that of the next label when nothing in front of it is marked as its number: the run may end in it.
    """

    row: FoundRow
    run: str
    place: int
    columns: tuple[int, ...]
    number: str = ""


class Cutter:
    """Cuts the runs of one table. `columns` are all its columns, `form` is the table as a form has it."""

    def __init__(self, lines: Sequence[Line], columns: Sequence[Column], form: Skeleton, budget: Budget) -> None:
        self._lines, self._columns, self._form = lines, columns, form
        self._readings = self._read(budget)
        self._options: dict[int, tuple[Split, ...]] = {n: r.splits for n, r in enumerate(self._readings)}
        self._how = {n: "row" if r.by_rule else "length" for n, r in enumerate(self._readings)}

    def cells(self, stated: Sequence[Stated]) -> list[tuple[Cell, ...]]:
        """The cells of each row, in order."""
        self._narrow()
        if self._use(stated):
            self._narrow()
        self._cut_by_columns()
        return [self._cells(n) for n in range(len(self._lines))]

    def _read(self, budget: Budget) -> list[Reading]:
        tried = [self._one(line, budget, whole=False) for line in self._lines]
        wide = [r for r, line in zip(tried, self._lines, strict=True) if len(line.columns) > 1 and line.run]
        is_parted = sum(r.is_printed for r in wide) * 2 > len(wide)
        holed = any(not line.run or len(line.run) < len(line.columns) for line in self._lines) and len(wide) > 1
        if not is_parted and not holed:
            return tried
        # Parted as printed, every piece is a cell. Run together with blanks among them, no cut is sure.
        return [
            r if r.is_printed else self._one(line, budget, whole=True) if is_parted else Reading(())
            for r, line in zip(tried, self._lines, strict=True)
        ]

    def _one(self, line: Line, budget: Budget, whole: bool) -> Reading:
        if not line.run or not line.columns:
            return Reading(())
        rule = self._rule(line.columns)
        reading = read_run(line.run, len(line.columns), rule, budget, whole)
        if not line.number or not line.run.endswith(line.number):
            return reading
        other = read_run(line.run.removesuffix(line.number).rstrip(), len(line.columns), rule, budget, whole)
        return Reading((*reading.splits, *other.splits), other.is_printed and not reading.splits, reading.by_rule)

    def _rule(self, columns: Sequence[int]) -> RowRule:
        totals: list[tuple[int, tuple[int, ...]]] = []
        first = 0
        scopes = [self._columns[c].scope for c in columns]
        for n, c in enumerate(columns):
            path = self._columns[c].path
            if path and _TOTAL.fullmatch(squeeze(path[-1])):
                if n - first > 1:
                    totals.append((n, tuple(range(first, n))))
                first = n + 1
        years = [n for n, s in enumerate(scopes) if s is Scope.YEAR]
        alls = [n for n, s in enumerate(scopes) if s is Scope.CUMULATIVE]
        orders = ((years[0], alls[0]),) if len(years) == len(alls) == 1 else ()
        return RowRule(tuple(totals), orders)

    def _narrow(self) -> None:
        equations = self._equations()
        again = True
        while again:
            again = False
            for equation in equations:
                before = {n: len(self._options[n]) for n in equation}
                if narrow(self._options, equation):
                    again = True
                    for n in equation:
                        if len(self._options[n]) < before[n]:
                            self._how[n] = "columns"

    def _cut_by_columns(self) -> None:
        """Cut a row whose own sum fits no cut as the other rows ask: the one cut that misses in one column at most."""
        for equation in self._equations():
            left = [n for n in equation if len(self._options[n]) != 1]
            n = left[0] if len(left) == 1 else -1
            if n < 0 or self._readings[n].by_rule or not self._options[n]:
                continue
            others = [(sign, self._options[m][0]) for m, sign in equation.items() if m != n]
            wanted = [-equation[n] * sum(s * o[k].amount for s, o in others) for k in range(len(others[0][1]))]
            near = [o for o in self._options[n] if sum(c.amount != w for c, w in zip(o, wanted, strict=True)) < _MISSES]
            if len(near) == 1:
                self._options[n], self._how[n] = (near[0],), "columns"

    def _equations(self) -> list[Equation]:
        """What the rows owe each other in every column, as far as all of the rows were found."""
        found: list[Equation] = []
        rows = {e.row.id: n for n, line in enumerate(self._lines) if (e := line.row.entry)}
        for entry in self._form.entries:
            parts = [e for e in self._form.entries if e.row.parent == entry.row.id and e.row.id in rows]
            if entry.row.id in rows and parts and entry.row.parts != "none":
                found.append({rows[entry.row.id]: 1, **{rows[e.row.id]: -1 for e in parts}})
        return [*found, *self._balance(rows)]

    def _balance(self, rows: Mapping[str, int]) -> list[Equation]:
        """New and carried in are closed and carried out; closed is all that was done with them."""
        entries = self._form.entries
        named = {i: e for e in entries for i in e.row.cells.values() if i in (_NEW, _CARRIED, _CLOSED, _LEFT)}
        if len(named) < 4 or any(e.row.id not in rows for e in named.values()):
            return []
        new, carried, closed, left = (rows[named[i].row.id] for i in (_NEW, _CARRIED, _CLOSED, _LEFT))
        balance = {new: 1, carried: 1, closed: -1, left: -1}
        leaves = [e.row.id for e in entries if e.row.groups[:1] == named[_CLOSED].row.groups[:1]]
        leaves.remove(named[_CLOSED].row.id)
        if any(leaf not in rows for leaf in leaves):
            return [balance]
        return [balance, {closed: 1, **{rows[leaf]: -1 for leaf in leaves}}]

    def _use(self, stated: Sequence[Stated]) -> bool:
        """Keep the splits that give what a sentence states, where only some of them do; True when that helped."""
        helped = False
        for n, line in enumerate(self._lines):
            entry, options = line.row.entry, self._options[n]
            if entry is None or len(options) < 2:
                continue
            for k, c in enumerate(line.columns):
                if self._columns[c].scope is Scope.CUMULATIVE:
                    continue
                indicator = self._indicator(entry, k)
                told = {v for v in _told(stated, indicator) if v >= _TELLING}
                kept = tuple(o for o in options if o[k].value in told)
                if kept and len(kept) < len(options):
                    self._options[n], self._how[n] = kept, "text"
                    options, helped = kept, True
        return helped

    def _indicator(self, entry: Entry, k: int) -> str | None:
        """What the k-th cell of a row measures."""
        if not self._form.columns:
            return entry.row.indicator
        return entry.row.cells.get(self._form.columns[entry.columns[k]].id, entry.row.indicator)

    def _cells(self, n: int) -> tuple[Cell, ...]:
        line, options = self._lines[n], self._options[n]
        scopes = [self._columns[c].scope for c in line.columns]
        why = _open(line, options, scopes) if line.run and len(options) != 1 else None
        return tuple(self._cell(n, k, line, options, why) for k in range(len(line.columns)))

    def _cell(self, n: int, k: int, line: Line, options: Sequence[Split], why: Message | None) -> Cell:
        key = self._columns[line.columns[k]].key
        if not line.run:
            at = line.place
            return Cell("", CellKind.BLANK, None, key, Span(at, at), 0.8)
        places = {(o[k].start, o[k].end) for o in options}
        if len(places) != 1:
            span = Span(line.place, line.place + len(line.run))
            return Cell(line.run, CellKind.UNREADABLE, None, key, span, _OPEN, reason=why)
        how = "printed" if self._readings[n].is_printed else self._how[n]
        piece: Slice = options[0][k]
        text = line.run[piece.start : piece.end]
        kind, value = words.content(text)
        span = Span(line.place + piece.start, line.place + piece.end)
        if how == "printed":
            return Cell(text, kind, value, key, span, _CONFIDENCE[how])
        reason = Message(f"extract.split.{how}", {"run": line.run})
        return Cell(text, kind, value, key, span, _CONFIDENCE[how], derived=True, reason=reason)


def _told(stated: Sequence[Stated], indicator: str | None) -> set[Decimal]:
    """What sentences give for an indicator; for what is in force also together with what the year added to it.

    A text may speak of what was in force before, and of what was issued since, where the table has both in one.
    """
    told = {s.value for s in stated if s.indicator == indicator}
    if indicator and indicator.endswith(".in_force"):
        issued = {s.value for s in stated if s.indicator == f"{indicator.removesuffix('in_force')}issued"}
        told |= {a + b for a in told for b in issued}
    return told


def _open(line: Line, options: Sequence[Split], scopes: Sequence[Scope | None]) -> Message:
    """Why a run was left open, with the likeliest ways to read it."""
    if not options:
        return Message("extract.cut.none", {"run": line.run, "columns": len(line.columns)})
    likely = nsmallest(_MOST_SHOWN, options, key=lambda o: _unlikely(o, scopes))
    shown = [" | ".join(widths(line.run)[c.start : c.end] for c in o) for o in likely]
    params = {"run": line.run, "n": len(options), "ways": shown}
    return Message("extract.cut.open", params)


def _unlikely(split: Split, scopes: Sequence[Scope | None]) -> tuple[int, int]:
    """How little a way to read a row looks like what rows have: the smaller, the likelier.

    What is in force on a day seldom is less than what one year added to it or took away, and figures of one row seldom
    differ much in their digits.
    """
    stocks = [c.amount for c, scope in zip(split, scopes, strict=True) if scope is Scope.POINT]
    flows = [c.amount for c, scope in zip(split, scopes, strict=True) if scope is Scope.YEAR]
    above = sum(flow > stock for stock in stocks for flow in flows)
    return above, sum((c.end - c.start) ** 2 for c in split)
