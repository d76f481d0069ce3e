"""Parts against their total: in tables by hierarchy, in sentences by 其中 and lists."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from core.checks.case import Case, Outcome, folded
from core.checks.identities import Identity, weigh
from core.checks.repair import suggestion
from core.checks.statutory import applications
from core.model.extraction import CellKind, Row, Table
from core.model.findings import Finding, Rule, Severity
from core.model.message import Message
from core.model.values import Proof

_NO_WHOLES = ("applications.carried_in", "applications.carried_out")  # what a list follows is the number handled
_NEARLY, _SEVERAL = Decimal("0.9"), 3
_OF_WHICH = "其中"
_REST = re.compile(r"其[他它余]")
_OPEN = (CellKind.UNREADABLE, CellKind.TEXT)  # some figure stands there; "——" is none, and adds nothing


@dataclass(frozen=True, slots=True)
class _Sum:
    """A total and its parts. `is_all`: the parts are said to be all there are."""

    label: str
    whole: str
    parts: tuple[str, ...]
    is_all: bool


def table_sums(case: Case) -> Outcome:
    """Each row of a table against the rows below it, column by column."""
    outcome = Outcome()
    statutory = {found.t for found in case.once(applications)}
    for t, table in enumerate(case.extraction.tables):
        if t not in statutory:
            _sums_of_table(case, t, table, outcome)
    return outcome


def _sums_of_table(case: Case, t: int, table: Table, outcome: Outcome) -> None:
    below: dict[int, list[int]] = {}
    for r, row in enumerate(table.rows):
        if row.parent is not None:
            below.setdefault(row.parent, []).append(r)
    sums: list[_Sum] = []
    for r, rows in below.items():
        is_all = _is_all(case, table, r, rows)
        if is_all is None or _measures_another_thing(table, r, rows):
            continue
        for column in table.columns:
            parts = tuple(case.cell(t, i, column.key)[0] for i in rows)
            sums.append(_Sum(table.rows[r].label, case.cell(t, r, column.key)[0], parts, is_all))
    made = Outcome()
    for total in sums:
        _compare(case, total, made)
    if any(f.severity is Severity.ERROR for f in made.findings):
        exact = (Identity(Rule.PARTS_SUM, "", s.label, (s.whole,), s.parts) for s in sums if s.is_all)
        hint = suggestion(case, [w for i in exact if (w := weigh(case, i)) and not w.blanks])
        made.findings = [replace(f, hint=hint) if f.severity is Severity.ERROR else f for f in made.findings]
    outcome.findings += made.findings
    outcome.proofs += made.proofs


def _measures_another_thing(table: Table, r: int, below: Sequence[int]) -> bool:
    """Units differ, or a heading has no unit where the rows below have one: nothing is added up."""
    units = {table.rows[i].unit for i in below}
    return len(units) > 1 or table.rows[r].unit not in units


def _is_all(case: Case, table: Table, r: int, below: Sequence[int]) -> bool | None:
    """Whether the rows below are all there is: the form says so, or one is the rest, or they are listed plainly.

    None where the form says that they are no parts.
    """
    if known := case.form_row(table, table.rows[r]):
        return None if known.parts == "none" else known.parts == "all"
    rows: list[Row] = [table.rows[i] for i in below]
    return any(r.residual for r in rows) or (len(rows) > 1 and not rows[0].label.lstrip().startswith(_OF_WHICH))


def sentence_sums(case: Case) -> Outcome:
    """Each total of the sentences against the parts that it is said to consist of."""
    outcome = Outcome()
    statistics = case.extraction.statistics
    parts: dict[int, list[int]] = {}
    for i, part in enumerate(statistics):
        if part.whole is not None:
            parts.setdefault(part.whole, []).append(i)
    for index, found in parts.items():
        whole = statistics[index]
        same = (whole.scope, whole.kind, whole.unit)
        below = [i for i in found if (statistics[i].scope, statistics[i].kind, statistics[i].unit) == same]
        if len(below) < 2 or whole.approx or any(statistics[i].approx for i in below) or whole.indicator in _NO_WHOLES:
            continue
        keys = _breakdown(case, case.statistic_keys[index], tuple(case.statistic_keys[i] for i in below))
        if not keys:
            continue
        label = case.name(whole.indicator, whole.label)
        total = _Sum(label, case.statistic_keys[index], keys, any(statistics[i].complete for i in below))
        made = Outcome()
        _compare(case, total, made)
        outcome.findings += [f for f in made.findings if f.severity is not Severity.WARNING or _is_nearly_all(f)]
        outcome.proofs += made.proofs
    return outcome


def _breakdown(case: Case, whole: str, parts: tuple[str, ...]) -> tuple[str, ...]:
    """The parts that belong together: where the first of them make the whole, what follows is another list, or a rest.

    Empty where one part alone is the whole: then the parts overlap, as channels of publication do; and where they
    make another figure of the same thing: then they are parts of that one.
    """
    number, numbers = case.number(whole), [case.number(key) for key in parts]
    if number in numbers and number:
        return ()
    indicator = case.values[whole].indicator if whole in case.values else None
    others = (
        case.number(key)
        for key, s in case.statistics.items()
        if indicator and s.indicator == indicator and key != whole
    )
    if sum((n for n in numbers if n), Decimal(0)) in others:
        return ()
    added = Decimal(0)
    for n, part in enumerate(numbers, 1):
        added += part or 0
        if added == number and n > 1 and not (parts[n:] and _REST.match(folded(case.values[parts[n]].label))):
            return parts[:n]
    return parts


def _is_nearly_all(found: Finding) -> bool:
    """其中 in a sentence names some parts as a rule; only several that leave little over seem meant to be all."""
    left, right = found.left or Decimal(0), found.right or Decimal(0)
    return len(found.about) > _SEVERAL and right >= left * _NEARLY


def _compare(case: Case, total: _Sum, outcome: Outcome) -> None:
    whole = case.content(total.whole)
    parts = {k: case.content(k) for k in total.parts}
    numbers = {k: c.number for k, c in parts.items() if c and c.number is not None}
    if whole is None or not numbers or any(c is None or c.kind in _OPEN for c in parts.values()):
        return
    added = sum(numbers.values(), Decimal(0))
    has_blanks = any(c.kind is CellKind.BLANK for c in parts.values() if c)
    if whole.number is None:
        if whole.kind is CellKind.BLANK and added:
            outcome.findings.append(_finding(total, None, added, Severity.INFO, "blank_whole", Rule.PARTS_SUM_BLANK))
    elif whole.number == added:
        if has_blanks and added:
            outcome.findings.append(_finding(total, added, added, Severity.INFO, "blank_parts", Rule.PARTS_SUM_BLANK))
        elif added and case.may_be_proved((total.whole, *numbers)):  # all zeros prove nothing
            outcome.proofs.append(_proof(total, numbers, added))
    elif added > whole.number or (total.is_all and not has_blanks):
        outcome.findings.append(_finding(total, whole.number, added, Severity.ERROR, "differs"))
    elif not has_blanks and len(total.parts) > 1:  # a single 其中 is a part, no breakdown
        outcome.findings.append(_finding(total, whole.number, added, Severity.WARNING, "less"))


def _proof(total: _Sum, numbers: Mapping[str, Decimal], added: Decimal) -> Proof:
    words = " + ".join(f"{n:f}" for n in numbers.values())
    message = Message("check.parts_sum.holds", {"label": total.label, "whole": added, "parts": words})
    return Proof(Rule.PARTS_SUM, (total.whole, *numbers), message)


def _finding(
    total: _Sum, left: Decimal | None, right: Decimal, severity: Severity, what: str, rule: Rule = Rule.PARTS_SUM
) -> Finding:
    params: dict[str, object] = {"label": total.label, "right": right}
    if left is not None:
        params |= {"left": left, "difference": abs(left - right)}
    hint = Message("check.parts_sum.hint_rest") if what == "less" else None
    relation = "" if left is None else "=" if left == right else "≠"
    about = (total.whole, *total.parts)
    return Finding(rule, severity, Message(f"check.{rule}.{what}", params), about, 1, left, right, relation, hint)
