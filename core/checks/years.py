"""A report beside those of the same body for the year before and the year after: what is carried over must arrive."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal

from core.checks.case import Case, Told, folded
from core.checks.facts import Facts
from core.checks.rates import growths
from core.checks.statutory import applications, column_name
from core.model.catalogue import Measure
from core.model.extraction import Scope
from core.model.findings import Finding, Rule, Severity
from core.model.message import Message

_CARRIED_IN, _CARRIED_OUT = "applications.carried_in", "applications.carried_out"
_IN_FORCE = ("rules", "normative")
_LAST_ITEMS, _ITEMS_CHANGE = "上一年项目数量", "增/减"


@dataclass(frozen=True, slots=True)
class _Pair:
    """Two reports of neighbouring years, and which of them is told about the other."""

    earlier: Case
    later: Case
    own_is_later: bool
    year: int  # of the other one

    def finding(
        self,
        rule: Rule,
        what: str,
        severity: Severity,
        label: str,
        sides: tuple[Decimal, Decimal],
        about: tuple[tuple[str, ...], tuple[str, ...]],
        added: Decimal = Decimal(0),
        hint: Message | None = None,
    ) -> Finding:
        """A failure in the words and with the values of the own report.

        Args:
            sides: what the later year says, and what it should say by the earlier one.
            about: the values concerned in the earlier and the later report.
            added: what came in the later year; without it both sides are the earlier year's.
        """
        left, right = sides if self.own_is_later else (sides[1] - added, sides[0] - added)
        code = f"check.{rule}.{what}" + ("" if self.own_is_later else "_next")
        keys = about[1] if self.own_is_later else about[0]
        params = {"label": label, "year": str(self.year), "left": left, "right": right, "difference": abs(left - right)}
        return Finding(rule, severity, Message(code, params), keys, len(keys), left, right, "≠", hint)


def across(own: Case, others: Mapping[int, Case]) -> list[Finding]:
    """What does not go together with the neighbouring years, told about the own report.

    Args:
        others: the reports of the same body by the year that they report on; only neighbours count.
    """
    year = own.text("year") or ""
    if not year.isdecimal():
        return []
    found: list[Finding] = []
    for other_year, other in sorted(others.items()):
        if abs(other_year - int(year)) == 1:
            later = other_year < int(year)
            pair = _Pair(other if later else own, own if later else other, later, other_year)
            for rule in (_carried, _in_force, _items, _cumulative, _growth):
                found += rule(pair)
    return found


def _carried(pair: _Pair) -> Iterator[Finding]:
    """What is carried on to the next year is what that year has carried over, for each kind of applicant."""
    for left, right, label in _carried_cells(pair):
        if left.amount != right.amount:
            sides, about = (right.amount, left.amount), ((left.key,), (right.key,))
            yield pair.finding(Rule.CARRY_OVER, "differs", Severity.ERROR, label, sides, about)


def _carried_cells(pair: _Pair) -> Iterator[tuple[Told, Told, str]]:
    before, after = (case.once(applications)[:1] for case in (pair.earlier, pair.later))
    if before and after and len(before[0].columns) == len(after[0].columns):
        out, into = before[0].carried_out, after[0].carried_in
        if out is None or into is None:
            return
        for column, old, new in zip(after[0].columns, before[0].keys[out], after[0].keys[into], strict=True):
            left, right = pair.earlier.number(old), pair.later.number(new)
            if left is not None and right is not None:
                label = column_name(column)
                yield Told(old, label, left, None), Told(new, label, right, None), label
        return
    out_told, in_told = _figure(pair.earlier, _CARRIED_OUT), _figure(pair.later, _CARRIED_IN)
    if out_told and in_told:
        yield out_told, in_told, in_told.label


def _figure(case: Case, indicator: str) -> Told | None:
    """The year's figure of an indicator, a table's before that of the text; None where there are several."""
    facts = [f for f in case.once(Facts).of(indicator) if f.scope in (Scope.YEAR, Scope.POINT, None)]
    if len(facts) == 1:
        return Told(facts[0].keys[-1], facts[0].label, facts[0].amount, facts[0].scope)
    told = [t for t in case.in_text(indicator) if t.scope in (Scope.YEAR, Scope.POINT) and not t.approx]
    return told[0] if len({t.amount for t in told}) == 1 and not facts else None


def _in_force(pair: _Pair) -> Iterator[Finding]:
    """What was in force, plus what was issued, less what was repealed. Clearing-up breaks it, so it is a hint."""
    for kind in _IN_FORCE:
        before = pair.earlier.in_tables(f"{kind}.in_force")
        after, issued, repealed = (
            pair.later.in_tables(f"{kind}.{what}") for what in ("in_force", "issued", "repealed")
        )
        if not (len(before) == len(after) == len(issued) == len(repealed) == 1):
            continue
        expected = before[0].amount + issued[0].amount - repealed[0].amount
        if after[0].amount != expected:
            keys = (after[0].key, issued[0].key, repealed[0].key)
            sides, label = (after[0].amount, expected), pair.later.name(f"{kind}.in_force", after[0].label)
            about, added = ((before[0].key,), keys), issued[0].amount - repealed[0].amount
            yield pair.finding(Rule.IN_FORCE_CHAIN, "differs", Severity.INFO, label, sides, about, added)


def _items(pair: _Pair) -> Iterator[Finding]:
    """The form of 2019: last year's number of items is the one before it and its change."""
    before, after = _item_rows(pair.earlier), _item_rows(pair.later)
    for label in before.keys() & after.keys():
        (old, change), (new, _) = before[label], after[label]
        numbers = [pair.earlier.number(old), pair.earlier.number(change), pair.later.number(new)]
        if None in numbers:
            continue
        first, second, third = (n for n in numbers if n is not None)
        if first + second != third:
            sides, about = (third, first + second), ((old, change), (new,))
            yield pair.finding(Rule.IN_FORCE_CHAIN, "items", Severity.INFO, label, sides, about)


def _item_rows(case: Case) -> dict[str, tuple[str, str]]:
    found: dict[str, tuple[str, str]] = {}
    for t, table, r, row in case.rows():
        heads = {
            key: c.key
            for c in table.columns
            for key in (_LAST_ITEMS, _ITEMS_CHANGE)
            if c.path and key in folded(c.path[-1])
        }
        if len(heads) == 2:
            old, change = (case.cell(t, r, heads[key])[0] for key in (_LAST_ITEMS, _ITEMS_CHANGE))
            found[row.label] = (old, change)
    return found


def _cumulative(pair: _Pair) -> Iterator[Finding]:
    """All years together are all years before and this one."""
    before, after = _totals(pair.earlier), _totals(pair.later)
    for subject in after:
        if subject not in before:
            continue
        (old_year, old_total), (year, total) = before[subject], after[subject]
        expected = old_total.amount + year.amount
        if total.amount == expected:
            continue
        severity = Severity.ERROR if total.amount < old_total.amount else Severity.WARNING
        left_out = old_year.amount and abs(total.amount - expected) == old_year.amount
        hint = Message("check.cumulative_chain.a_year", {"year": old_year.amount}) if left_out else None
        sides, about = (total.amount, expected), ((old_total.key,), (total.key, year.key))
        yield pair.finding(Rule.CUMULATIVE_CHAIN, "differs", severity, total.label, sides, about, year.amount, hint)


def _totals(case: Case) -> dict[str, tuple[Told, Told]]:
    """Rows with a figure of the year and one of all years, by indicator or by the words above and of the row."""
    found: dict[str, tuple[Told, Told]] = {}
    several: set[str] = set()
    for t, table, r, row in case.rows():
        columns = [[c.key for c in table.columns if c.scope is scope] for scope in (Scope.YEAR, Scope.CUMULATIVE)]
        if [len(c) for c in columns] != [1, 1]:
            continue
        parent = table.rows[row.parent].label if row.parent is not None else ""
        subject = row.indicator or folded("/".join((*row.groups, parent, row.label)))
        told = [_told(case, t, r, c[0], row.label) for c in columns]
        several |= {subject} & found.keys()
        if told[0] and told[1]:
            found[subject] = (told[0], told[1])
    return {subject: pair for subject, pair in found.items() if subject not in several}


def _told(case: Case, t: int, r: int, column: str, label: str) -> Told | None:
    key, content = case.cell(t, r, column)
    return Told(key, label, content.number, None) if content and content.number is not None else None


def _growth(pair: _Pair) -> Iterator[Finding]:
    """A growth rate of the later report against the figure of the earlier one."""
    if not pair.own_is_later:
        return
    for rate, told in growths(pair.later):
        indicator = told.statistic.indicator
        known = pair.later.catalogue.indicators.get(indicator or "")
        before = _figure(pair.earlier, indicator) if indicator and known and known.measure is Measure.FLOW else None
        if before and before.amount:
            found = rate.growth(told.number, before.amount)
            if found is not None:
                params = {
                    "label": pair.later.name(indicator, told.statistic.label),
                    "year": str(pair.year),
                    "before": before.amount,
                    "now": told.number,
                    "left": rate.value,
                    "right": found,
                }
                message = Message("check.rate_recomputed.growth_between", params)
                yield rate.finding(message, (told.key,), found, Severity.INFO)
