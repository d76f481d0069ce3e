"""Parts against their total: in tables by hierarchy, in sentences by 其中 and lists."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from core.checks.case import Case, Outcome
from core.model.extraction import CellKind, Row, Table
from core.model.findings import Finding, Rule, Severity
from core.model.message import Message
from core.model.values import Proof

_OF_WHICH = "其中"
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
    for t, table in enumerate(case.extraction.tables):
        for r, row in enumerate(table.rows):
            below = [i for i, other in enumerate(table.rows) if other.parent == r]
            if not below:
                continue
            for column in table.columns:
                parts = tuple(case.cell(t, i, column.key)[0] for i in below)
                whole = case.cell(t, r, column.key)[0]
                _compare(case, _Sum(row.label, whole, parts, _is_all(table, below)), outcome)
    return outcome


def _is_all(table: Table, below: Sequence[int]) -> bool:
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
        if len(below) < 2 or whole.approx or any(statistics[i].approx for i in below):
            continue
        keys = tuple(case.statistic_keys[i] for i in below)
        label = case.name(whole.indicator, whole.label)
        total = _Sum(label, case.statistic_keys[index], keys, any(statistics[i].complete for i in below))
        _compare(case, total, outcome)
    return outcome


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
        elif added and all(case.may_be_proved(k) for k in (total.whole, *numbers)):  # all zeros prove nothing
            outcome.proofs.append(_proof(total, numbers, added))
    elif added > whole.number or (total.is_all and not has_blanks):
        outcome.findings.append(_finding(total, whole.number, added, Severity.ERROR, "differs"))
    elif not has_blanks:
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
