"""The same thing said twice: text against table, sentence against sentence, year against cumulative."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from decimal import Decimal

from core.checks.case import Case, Outcome, Told, folded
from core.checks.facts import BOTH, Fact, Facts, periods, told_by_subject
from core.model.extraction import Scope, Statistic, StatisticKind
from core.model.findings import Finding, Rule, Severity
from core.model.message import Message
from core.model.values import Proof, cell_key

RECEIVED, CARRIED, ANSWERED = "applications.received", "applications.carried_in", "applications.answered"
# What a figure may count instead of what its words say first. Source: reports count 收到 and 办结 in three ways.
_OTHERWISE: dict[str, tuple[tuple[str, tuple[str, ...]], ...]] = {
    RECEIVED: (("with_carried", (RECEIVED, CARRIED)), ("answered", (ANSWERED,))),
    "applications.accepted": (("with_carried", (RECEIVED, CARRIED)), ("answered", (ANSWERED,))),
    ANSWERED: (("received", (RECEIVED,)), ("with_carried", (RECEIVED, CARRIED))),
    "applications.granted": (("with_partial", (BOTH,)),),
}
_FIRST = {"applications.accepted": RECEIVED}  # what a table of the same form calls it
_REST = re.compile(r"(?:其[他它余])")
_REST_OF = re.compile(r"其[他它](处理|办理|情形|情况|类型|结果|答复)")
_BODY = re.compile(
    r"全[省市区县州旗镇乡]|本级|本机关|本单位|本部门|各?(?:乡镇|镇街|街道|部门|单位)|[^,。;\d]?(?:公开办|办公室|管委会|委员会)"
)
_DIGIT = re.compile(r"[0-9０-９〇○零]")
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
_TELLING = Decimal(10)  # smaller figures are found in some cell by chance
_LEAST_MARGIN, _MOST_MARGIN = Decimal("0.05"), Decimal("0.15")


def text_against_tables(case: Case) -> Outcome:
    """Every indicator that stands in sentences and in tables, period by period."""
    outcome = Outcome()
    facts = case.once(Facts)
    for subject, told in told_by_subject(case).items():
        for scope in dict.fromkeys(t.scope for t in told):
            allowed = periods(case, subject, scope)
            shown = [f for f in facts.of(subject) or facts.of(_FIRST.get(subject, subject)) if f.scope in allowed]
            said = [t for t in told if t.scope == scope and not _is_another_rest(case, t, shown)]
            if shown and said:
                _compare(case, subject, said, shown, facts, outcome)
    return outcome


def _is_another_rest(case: Case, told: Told, shown: Sequence[Fact]) -> bool:
    """Whether the words and the rows name different rests: what is left over depends on what was told before it."""
    statistic = case.statistics.get(told.key)
    named = _REST_OF.search(folded(statistic.label)) if statistic else None
    if named is None:
        return False
    rests = {found[1] for f in shown if (found := _REST_OF.search(folded(f.label)))}
    return bool(rests) and named[1] not in rests


def _compare(
    case: Case, subject: str, said: Sequence[Told], shown: Sequence[Fact], facts: Facts, outcome: Outcome
) -> None:
    fits = [(t, f) for t in said for f in shown if t.amount == f.amount]
    for told, fact in fits:
        if told.amount and fact.is_whole and not told.approx and case.may_be_proved(fact.keys):
            message = Message("check.text_vs_table.holds", {"label": told.label, "value": told.amount})
            outcome.proofs.append(Proof(Rule.TEXT_VS_TABLE, (told.key, *fact.keys), message))
    if fits or any(is_near(t, f.amount) for t in said for f in shown):
        return
    if other := _other_meaning(case, subject, said, facts):
        outcome.findings.append(other)
        return
    told, fact = min(((t, f) for t in said for f in shown), key=lambda pair: abs(pair[0].amount - pair[1].amount))
    found = _of_a_part(case, told, fact) or _differs(case, told, fact, shown)
    outcome.findings.append(found)


def is_near(told: Told, amount: Decimal) -> bool:
    """A rounded figure agrees with the exact one within its last digit that counts: 5500余 is up to 5600."""
    if not told.approx:
        return False
    digits = f"{told.amount:f}".partition(".")[0]
    last = Decimal(10) ** (len(digits) - len(digits.rstrip("0")))
    margin = min(max(last, told.amount * _LEAST_MARGIN), max(told.amount * _MOST_MARGIN, Decimal(1)))
    return abs(told.amount - amount) <= margin


def _other_meaning(case: Case, subject: str, said: Sequence[Told], facts: Facts) -> Finding | None:
    """收到 may count the new ones, those with the ones carried over, or the answered ones: say which it is."""
    for code, subjects in _OTHERWISE.get(subject, ()):
        for told in said:
            for fact in facts.added(*subjects):
                if fact.amount == told.amount and told.amount and fact.scope in periods(case, subject, told.scope):
                    params = {"label": told.label, "left": told.amount, "row": fact.label}
                    figures = " + ".join(f"{n:f}" for _, n in fact.rows)
                    message = Message(f"check.scope_differs.{code}", params | {"figures": figures})
                    about = (told.key, *fact.keys)
                    return Finding(Rule.SCOPE_DIFFERS, Severity.INFO, message, about, 1, told.amount, fact.amount, "=")
    return None


def _of_a_part(case: Case, told: Told, fact: Fact) -> Finding | None:
    """A smaller figure that its own words give to a part of the bodies: another reach, no contradiction."""
    bodies = sorted(_bodies_of(case, told))
    if not bodies or told.amount >= fact.amount or any(body.startswith("全") for body in bodies):
        return None
    params = {"label": told.label, "left": told.amount, "row": fact.label, "right": fact.amount, "bodies": bodies}
    message = Message("check.scope_differs.part", params)
    return Finding(Rule.SCOPE_DIFFERS, Severity.INFO, message, (told.key, *fact.keys), 1, told.amount, fact.amount, "≠")


def _bodies_of(case: Case, told: Told) -> frozenset[str]:
    statistic = case.statistics.get(told.key)
    return _bodies(statistic) if statistic else frozenset()


def _differs(case: Case, told: Told, fact: Fact, shown: Iterable[Fact]) -> Finding:
    """None of the meanings fits: the nearest, and what may explain it."""
    about = (told.key, *dict.fromkeys(k for f in shown for k in f.keys))
    params = {"label": told.label, "left": told.amount, "right": fact.amount, "row": fact.label}
    if not told.amount and _in_words(case, told.key):
        message = Message("check.text_contradiction.none", params)
        found = Finding(Rule.TEXT_CONTRADICTION, Severity.WARNING, message, about, 1, told.amount, fact.amount, "≠")
    else:
        message = Message("check.text_vs_table.differs", params | {"difference": abs(told.amount - fact.amount)})
        found = Finding(Rule.TEXT_VS_TABLE, Severity.WARNING, message, about, 1, told.amount, fact.amount, "≠")
    return replace(found, hint=_hint(case, told, fact))


def _in_words(case: Case, key: str) -> bool:
    """Whether a zero is said by a word (未收到), not printed as a figure."""
    value = case.values.get(key)
    place = value.figure if value and not value.is_decided else None
    printed = case.flat[place.start : place.end] if place else ""
    return bool(printed) and not _DIGIT.search(printed)


def _hint(case: Case, told: Told, fact: Fact) -> Message | None:
    if not told.amount:
        return None
    if fact.persons == told.amount:
        return Message("check.text_vs_table.persons", {"left": told.amount})
    one = next((name for name, n in fact.rows if n == told.amount), None)
    if one:
        return Message("check.text_vs_table.one_row", {"left": told.amount, "row": one})
    cell = next((key for key in fact.cells if case.number(key) == told.amount >= _TELLING), None)
    if cell:
        return Message("check.text_vs_table.one_cell", {"left": told.amount, "cell": case.place(cell)})
    if (other := _beside(case, told, fact.amount - told.amount)) is not None:
        return Message("check.text_vs_table.added", {"left": told.amount, "other": other, "right": fact.amount})
    bodies = sorted(_bodies_of(case, told))
    return Message("check.text_vs_table.bodies", {"bodies": bodies}) if bodies else None


def _beside(case: Case, told: Told, wanted: Decimal) -> Decimal | None:
    """The other figure of the same sentence that makes up the difference."""
    places = {k: s.figure for k, s in case.statistics.items() if s.kind is not StatisticKind.RATE and not s.approx}
    own = places.get(told.key)
    if own is None or wanted <= 0:
        return None
    for key, place in places.items():
        low, high = sorted((own.start, place.start))
        if key != told.key and case.number(key) == wanted and "。" not in case.flat[low:high]:
            return wanted
    return None


def sentences(case: Case) -> Outcome:
    """Two sentences that give different figures for one thing. Where they speak of different bodies it is a hint."""
    outcome = Outcome()
    wholes = {k: s for k, s in case.statistics.items() if s.whole is None and not _REST.match(folded(s.label))}
    for indicator in _SINGLE:
        told = [t for t in case.in_text(indicator) if t.key in wholes and not t.approx]
        for scope in dict.fromkeys(t.scope for t in told):
            same = [t for t in told if t.scope == scope]
            others = [t for t in same if t.amount != same[0].amount]
            if not others:
                continue
            left = same[0]
            right = next((t for t in others if _bodies(wholes[t.key]) == _bodies(wholes[left.key])), None)
            params = {"label": left.label, "left": left.amount, "right": (right or others[0]).amount}
            about = (left.key, (right or others[0]).key)
            if right:
                message = Message("check.text_contradiction.differs", params)
                rule, severity = Rule.TEXT_CONTRADICTION, Severity.WARNING
            else:
                message = Message("check.scope_differs.bodies", params)
                rule, severity = Rule.SCOPE_DIFFERS, Severity.INFO
            outcome.findings.append(
                Finding(rule, severity, message, about, 1, left.amount, (right or others[0]).amount, "≠")
            )
    return outcome


def _bodies(statistic: Statistic) -> frozenset[str]:
    """Whose figure its own words say it is: 全县, 本级, 各乡镇, 某某办."""
    return frozenset(_BODY.findall(folded(statistic.label)))


def year_over_cumulative(case: Case) -> Outcome:
    """A year's figure above the figure of all years."""
    outcome = Outcome()
    for t, table in enumerate(case.extraction.tables):
        years = [c.key for c in table.columns if c.scope is Scope.YEAR]
        totals = [c.key for c in table.columns if c.scope is Scope.CUMULATIVE]
        for r, row in enumerate(table.rows) if len(years) == len(totals) == 1 else ():
            left, right = cell_key(t, r, years[0]), cell_key(t, r, totals[0])
            _over(row.label, left, case.number(left), right, case.number(right), outcome)
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
