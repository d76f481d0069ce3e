"""What the tables say of each thing that a sentence may speak of, with sums over groups and kinds of applicants."""

import re
from collections.abc import Sequence
from decimal import Decimal

from core.base.data import data
from core.checks.case import Case, Told, folded, short
from core.checks.statutory import Applications, Disputes, applications, disputes
from core.model.catalogue import Measure
from core.model.extraction import CellKind, Scope, Statistic, StatisticKind
from core.model.values import Content

_KINDS = ("granted", "partial", "refused", "not_held", "not_processed", "other_result")
_ROLES = ("upheld", "corrected", "other", "pending", "total")
BOTH = "applications.granted+partial"  # 予以公开及部分公开: one figure for two rows
_BOTH = re.compile(r"(?:予以|同意)?公开(?:政府信息)?(?:和|及|与|、|或|以及|/)(?:予以|同意)?部分(?:予以)?公开")
_RESULTS = {
    "不予公开": "refused",
    "无法提供": "not_held",
    "不予处理": "not_processed",
    "其他处理": "other_result",
    "予以部分公开": "partial",
    "部分公开": "partial",
    "予以公开": "granted",
}
_RESULT = re.compile(rf"({'|'.join(_RESULTS)})(?:的|数|数量|政府信息)?$")
_CASES = (None, "件", "份")


@data
class Fact:
    """What a table says: the figure, what its row is called, and the values that it is made of.

    `is_whole` is false where a blank was passed over. `persons` is the natural persons' share, where there is one.
    `rows` are the figures of the rows that were added up, `cells` the keys of all of their cells.
    """

    label: str
    amount: Decimal
    keys: tuple[str, ...]
    scope: Scope | None = Scope.YEAR
    is_whole: bool = True
    persons: Decimal | None = None
    rows: tuple[tuple[str, Decimal], ...] = ()
    cells: tuple[str, ...] = ()


class Facts:
    """All facts of a report's tables by subject: an indicator, or one of the sums that sentences name."""

    def __init__(self, case: Case) -> None:
        self._case = case
        self._known: dict[str, list[Fact]] = {}
        self._applications = next(iter(case.once(applications)), None)
        self._rows = _rows(self._applications) if self._applications else {}
        self._add_disputes(case.once(disputes))

    def of(self, subject: str) -> list[Fact]:
        """What the tables say of it; by applicants the total."""
        if subject not in self._known:
            self._known[subject] = self._find(subject)
        return self._known[subject]

    def _find(self, subject: str) -> list[Fact]:
        if subject == BOTH:
            both = ("applications.granted", "applications.partial")
            return self.added(*both) if self._rows.keys() >= {*both} else []
        rows = self._rows.get(subject)
        if self._applications and rows and (fact := _of_rows(self._case, self._applications, rows)):
            return [fact]
        return [Fact(t.label, t.amount, (t.key,), t.scope) for t in self._case.in_tables(subject)]

    def added(self, *subjects: str) -> list[Fact]:
        """The sum of what the tables say of several things, of the same period."""
        found = self.of(subjects[0])
        for subject in subjects[1:]:
            found = [plus for a in found for b in self.of(subject) if a.scope == b.scope for plus in [_plus(a, b)]]
        return found

    def _add_disputes(self, groups: Sequence[Disputes]) -> None:
        for prefix, is_lawsuit in (("review", False), ("litigation", True)):
            own = [g for g in groups if g.is_lawsuit is is_lawsuit]
            for role in _ROLES:
                keys = tuple(g.cells[role] for g in own if role in g.cells)
                numbers = [
                    (g.name, n) for g in own if role in g.cells and (n := self._case.number(g.cells[role])) is not None
                ]
                if numbers:
                    amount = sum((n for _, n in numbers), Decimal(0))
                    whole = len(numbers) == len(keys)
                    label = self._case.name(f"{prefix}.{role}", role)
                    rows = tuple(numbers)
                    self._known[f"{prefix}.{role}"] = [Fact(label, amount, keys, is_whole=whole, rows=rows)]


def _rows(table: Applications) -> dict[str, tuple[int, ...]]:
    """The rows of table 3 that tell of each subject."""
    rows = {f"applications.{kind}": table.kinds[kind] for kind in _KINDS if kind in table.kinds}
    rows |= {"applications.received": (table.new,), "applications.answered": (table.total,)}
    if table.carried_in is not None:
        rows["applications.carried_in"] = (table.carried_in,)
    if table.carried_out is not None:
        rows["applications.carried_out"] = (table.carried_out,)
    return rows


def _plus(a: Fact, b: Fact) -> Fact:
    persons = None if a.persons is None or b.persons is None else a.persons + b.persons
    label = f"{a.label} + {b.label}"
    rows = ((a.label, a.amount), (b.label, b.amount))
    keys, cells, whole = (*a.keys, *b.keys), (*a.cells, *b.cells), a.is_whole and b.is_whole
    return Fact(label, a.amount + b.amount, keys, a.scope, whole, persons, rows, cells)


def _of_rows(case: Case, table: Applications, rows: tuple[int, ...]) -> Fact | None:
    """Rows of table 3 added up; each by its total, or by its applicants where the total is blank."""
    amounts: list[tuple[str, Decimal]] = []
    keys: list[str] = []
    whole = True
    for r in rows:
        cells = table.keys[r]
        if table.whole:
            cells = cells[-1:] if case.number(cells[-1]) is not None else cells[:-1]
        numbers = {k: n for k in cells if (n := case.number(k)) is not None}
        whole = whole and all(k in numbers or _is_not_applicable(case.content(k)) for k in cells)
        if numbers:
            amounts.append((short(table.table.rows[r].label), sum(numbers.values(), Decimal(0))))
            keys += numbers
    if not amounts:
        return None
    first = table.table.rows[rows[0]]
    label = short(first.label) if len(rows) == 1 else (first.group or short(first.label))
    persons = [n for r in rows if (n := case.number(table.keys[r][0])) is not None] if table.whole else []
    alone = sum(persons, Decimal(0)) if persons else None
    every = tuple([k for r in rows for k in table.keys[r]])
    amount = sum((n for _, n in amounts), Decimal(0))
    return Fact(label, amount, tuple(keys), Scope.YEAR, whole, alone, tuple(amounts), every)


def _is_not_applicable(content: Content | None) -> bool:
    return content is not None and content.kind is CellKind.NOT_APPLICABLE


def told_by_subject(case: Case) -> dict[str, list[Told]]:
    """What sentences say of the issuer's own figures, by subject: by the indicator, else by the words for a result."""
    found: dict[str, list[Told]] = {}
    worded: set[str] = set()
    for key, s in case.statistics.items():
        number, subject = case.number(key), _worded(s)
        if subject and number is not None:
            worded.add(key)
            found.setdefault(subject, []).append(Told(key, case.name(subject, s.label), number, s.scope, s.approx))
    for indicator in case.told_in_text():
        told = [t for t in case.in_text(indicator) if t.key not in worded]
        if told:
            found.setdefault(indicator, []).extend(told)
    return found


def _worded(statistic: Statistic) -> str | None:
    """The result that a count of cases names by itself, or with another one."""
    if statistic.who or statistic.kind is not StatisticKind.COUNT or statistic.unit not in _CASES:
        return None
    label = folded(statistic.label)
    if _BOTH.search(label):
        return BOTH
    named = None if statistic.indicator else _RESULT.search(label)
    return f"applications.{_RESULTS[named[1]]}" if named else None


def periods(case: Case, subject: str, scope: Scope | None) -> tuple[Scope | None, ...]:
    """The periods of a table's column that a figure of a sentence may be compared with; a stock has no period."""
    indicator = case.catalogue.indicators.get(subject)
    is_stock = indicator is not None and indicator.measure is Measure.STOCK
    if scope is Scope.YEAR or (is_stock and scope in (Scope.POINT, None)):
        return (Scope.YEAR, Scope.POINT, None) if is_stock else (Scope.YEAR, None)
    return (scope,)
