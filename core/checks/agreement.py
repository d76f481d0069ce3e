"""The same thing said twice: text against table, sentence against sentence, year against cumulative."""

from collections.abc import Sequence
from decimal import Decimal

from core.checks.case import Case, Outcome, Told
from core.model.extraction import Scope
from core.model.findings import Finding, Rule, Severity
from core.model.message import Message
from core.model.values import Proof

# Indicators of which a report states one figure a period; trainings or conferences may be told one by one.
_SINGLE = (
    "disclosed.total",
    "applications.received",
    "applications.answered",
    "review.total",
    "litigation.total",
    "complaints.total",
    "website.visits",
    "fees.total",
    "staff.total",
)
_NEAR = Decimal("0.15")


def text_against_tables(case: Case) -> Outcome:
    """Every indicator that stands in sentences and in tables, period by period."""
    outcome = Outcome()
    for indicator in case.told_in_text():
        table = case.in_tables(indicator)
        text = case.in_text(indicator)
        for scope in dict.fromkeys(t.scope for t in text):
            said = [t for t in text if t.scope == scope]
            shown = [t for t in table if t.scope == scope or (t.scope is None and scope is Scope.YEAR)]
            if said and shown:
                _compare(case, indicator, said, shown, outcome)
    return outcome


def _compare(case: Case, indicator: str, said: Sequence[Told], shown: Sequence[Told], outcome: Outcome) -> None:
    amounts = {t.amount for t in shown}
    equal = [t for t in said if t.amount in amounts]
    for told in equal:
        keys = [t.key for t in shown if t.amount == told.amount and case.may_be_proved(t.key)]
        if told.amount and keys and not told.approx:  # a zero that agrees with a zero proves nothing
            message = Message("check.text_vs_table.holds", {"label": told.label, "value": told.amount})
            outcome.proofs.append(Proof(Rule.TEXT_VS_TABLE, (told.key, *keys), message))
    if equal or any(_is_near(t, amounts) for t in said):
        return
    first = max(said, key=lambda t: t.amount)
    other = _other_reading(case, indicator, first)
    if other:
        outcome.findings.append(other)
        return
    right = shown[0]
    params = {"label": first.label, "left": first.amount, "right": right.amount, "row": right.label}
    message = Message("check.text_vs_table.differs", params | {"difference": abs(first.amount - right.amount)})
    about = (first.key, *(t.key for t in shown))
    outcome.findings.append(
        Finding(Rule.TEXT_VS_TABLE, Severity.WARNING, message, about, 1, first.amount, right.amount, "≠")
    )


def _is_near(told: Told, amounts: set[Decimal]) -> bool:
    """A rounded figure agrees with the exact one when they are close."""
    return told.approx and any(abs(told.amount - a) <= _NEAR * max(a, Decimal(1)) for a in amounts)


def _other_reading(case: Case, indicator: str, told: Told) -> Finding | None:
    """收到 may count the new ones, the new ones with those carried over, or the answered ones: say which it is."""
    if indicator not in ("applications.received", "applications.accepted"):
        return None
    received, carried = case.in_tables("applications.received"), case.in_tables("applications.carried_in")
    sums = [
        (r, c)
        for r in received
        for c in carried
        if r.scope == c.scope == told.scope and r.amount + c.amount == told.amount
    ]
    if not sums:
        return None
    new, old = sums[-1]
    message = Message("check.scope_differs.with_carried", {"left": told.amount, "new": new.amount, "old": old.amount})
    about = (told.key, new.key, old.key)
    return Finding(Rule.SCOPE_DIFFERS, Severity.INFO, message, about, 1, told.amount, told.amount, "=")


def sentences(case: Case) -> Outcome:
    """Two sentences that give different figures for one thing."""
    outcome = Outcome()
    wholes = {k for k, s in case.statistics() if s.whole is None}
    for indicator in _SINGLE:
        told = [t for t in case.in_text(indicator) if t.key in wholes and not t.approx]
        for scope in dict.fromkeys(t.scope for t in told):
            same = [t for t in told if t.scope == scope]
            other = next((t for t in same if t.amount != same[0].amount), None)
            if other:
                left, right = same[0], other
                params = {"label": left.label, "left": left.amount, "right": right.amount}
                message = Message("check.text_contradiction.differs", params)
                about = (left.key, right.key)
                outcome.findings.append(
                    Finding(
                        Rule.TEXT_CONTRADICTION, Severity.WARNING, message, about, 1, left.amount, right.amount, "≠"
                    )
                )
    return outcome


def year_over_cumulative(case: Case) -> Outcome:
    """A year's figure above the figure of all years."""
    outcome = Outcome()
    for t, table, r, row in case.rows():
        years = [c.key for c in table.columns if c.scope is Scope.YEAR]
        totals = [c.key for c in table.columns if c.scope is Scope.CUMULATIVE]
        if len(years) == len(totals) == 1:
            (left_key, left), (right_key, right) = (case.cell(t, r, k) for k in (years[0], totals[0]))
            if left and right:
                _over(row.label, left_key, left.number, right_key, right.number, outcome)
    for indicator in case.told_in_text():
        told = [t for t in case.in_text(indicator) if not t.approx]
        year = max((t for t in told if t.scope is Scope.YEAR), key=lambda t: t.amount, default=None)
        total = max((t for t in told if t.scope is Scope.CUMULATIVE), key=lambda t: t.amount, default=None)
        if year and total:
            _over(year.label, year.key, year.amount, total.key, total.amount, outcome)
    return outcome


def _over(
    label: str, left_key: str, left: Decimal | None, right_key: str, right: Decimal | None, outcome: Outcome
) -> None:
    if left is None or right is None or left <= right:
        return
    params = {"label": label, "left": left, "right": right, "difference": left - right}
    message = Message("check.year_over_cumulative.over", params)
    outcome.findings.append(
        Finding(Rule.YEAR_OVER_CUMULATIVE, Severity.ERROR, message, (left_key, right_key), 1, left, right, ">")
    )
