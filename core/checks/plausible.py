"""What can hardly be: figures that contradict what they count, and dates in doubt or out of order."""

import re
from datetime import date, timedelta

from core.checks.case import Case, Outcome, Told
from core.model.findings import Finding, Rule, Severity
from core.model.message import Message

_LOST = "extract.field.lost"
_NOT_MORE = (
    ("staff.full_time", "staff.total"),
    ("staff.part_time", "staff.total"),
    ("applications.granted", "applications.answered"),
    ("review.upheld", "review.total"),
    ("litigation.upheld", "litigation.total"),
)
_DEADLINE = (3, 31)
_HALF_A_YEAR = timedelta(183)


def trainings(case: Case) -> Outcome:
    """Trainings with one attendee each, or fewer."""
    outcome = Outcome()
    for source in (case.in_tables, case.in_text):
        pairs: list[tuple[Told, Told]] = []
        for people in source("training.attendees"):
            times = next((s for s in source("training.sessions") if s.scope == people.scope), None)
            if times and 0 < people.amount <= times.amount:
                pairs.append((people, times))
        if pairs:
            people, times = pairs[0]
            message = Message("check.implausible.trainings", {"people": people.amount, "times": times.amount})
            about = (*(p.key for p, _ in pairs), *(t.key for _, t in pairs))
            outcome.findings.append(
                Finding(
                    Rule.IMPLAUSIBLE, Severity.WARNING, message, about, len(pairs), people.amount, times.amount, "≤"
                )
            )
    return outcome


def parts_above_whole(case: Case) -> Outcome:
    """A part above the whole it belongs to, where both are indicators."""
    outcome = Outcome()
    for part, whole in _NOT_MORE:
        for source in (case.in_tables, case.in_text):
            for left in source(part):
                right = next((w for w in source(whole) if w.scope == left.scope), None)
                if right and left.amount > right.amount and not (left.approx or right.approx):
                    params = {"part": left.label, "whole": right.label, "left": left.amount, "right": right.amount}
                    message = Message("check.implausible.above", params)
                    about = (left.key, right.key)
                    outcome.findings.append(
                        Finding(Rule.IMPLAUSIBLE, Severity.WARNING, message, about, 1, left.amount, right.amount, ">")
                    )
    return outcome


def figures_unread(case: Case) -> Outcome:
    """So many figures in sentences that it cannot be a report: they were not read."""
    if not case.extraction.figures_unread:
        return Outcome()
    message = Message("check.implausible.figures", {"n": case.extraction.figures_unread})
    return Outcome([Finding(Rule.IMPLAUSIBLE, Severity.ERROR, message)])


def dates_in_doubt(case: Case) -> Outcome:
    """Dates that lost their separators; settled once a person has decided."""
    doubtful = [v for v in case.values.values() if v.reading and v.reading.reason.code == _LOST and not v.is_decided]
    spans = case.extraction.dates_in_doubt
    if spans:
        known = {v.reading.span.start for v in case.values.values() if v.reading and v.reading.span}
        spans = tuple(s for s in spans if s.start not in known)
    if not doubtful and not spans:
        return Outcome()
    printed = [v.reading.raw for v in doubtful if v.reading]
    message = Message("check.date_uncertain.lost", {"n": len(doubtful) + len(spans), "printed": printed})
    about = tuple(v.key for v in doubtful)
    return Outcome([Finding(Rule.DATE_UNCERTAIN, Severity.WARNING, message, about, len(about), spans=spans)])


def dates_in_order(case: Case) -> Outcome:
    """Signed after the period, published after signed, and by the end of March (article 31 of 2008, 49 of 2019)."""
    outcome = Outcome()
    days = {k: _day(case.text(k)) for k in ("period_start", "period_end", "sign_date", "publish_date")}
    for first, second, severity in (
        ("period_start", "period_end", Severity.ERROR),
        ("period_end", "sign_date", Severity.WARNING),
        ("sign_date", "publish_date", Severity.WARNING),
    ):
        before, after = days[first], days[second]
        if (
            before
            and after
            and after < before
            and not (first == "period_end" and after.year == before.year and after.month == 12)
        ):
            outcome.findings.append(_out_of_order(first, second, before, after, severity))
    year = _year(case.text("year"))
    if year and days["period_end"] and days["period_end"].year != year:
        params = {"year": str(year), "end": days["period_end"].isoformat()}
        message = Message("check.implausible.period", params)
        outcome.findings.append(
            Finding(Rule.IMPLAUSIBLE, Severity.WARNING, message, ("field:year", "field:period_end"), 1)
        )
    published = days["publish_date"]
    if year and published and published > date(year + 1, *_DEADLINE):
        message = Message("check.date_order.late", {"date": published.isoformat(), "year": year + 1})
        outcome.findings.append(Finding(Rule.DATE_ORDER, Severity.INFO, message, ("field:publish_date",)))
    _form_date(case, days["sign_date"], outcome)
    return outcome


def _out_of_order(first: str, second: str, before: date, after: date, severity: Severity) -> Finding:
    params = {
        "first": f"@field.{first}",
        "second": f"@field.{second}",
        "before": before.isoformat(),
        "after": after.isoformat(),
    }
    about = (f"field:{second}", f"field:{first}")
    return Finding(Rule.DATE_ORDER, severity, Message("check.date_order.reversed", params), about, 1)


def _form_date(case: Case, signed: date | None, outcome: Outcome) -> None:
    """A form filled in after the report was signed; it says month and day only, so December may be the year before."""
    printed = re.fullmatch(r"(\d{1,2})月(\d{1,2})日?", case.text("form_date_text") or "")
    if not (printed and signed):
        return
    filled = _day(f"{signed.year}-{int(printed[1]):02}-{int(printed[2]):02}")
    if filled and timedelta(0) < filled - signed < _HALF_A_YEAR:
        params = {"date": printed.group(), "signed": signed.isoformat()}
        about = ("field:form_date_text", "field:sign_date")
        outcome.findings.append(
            Finding(Rule.DATE_ORDER, Severity.WARNING, Message("check.date_order.form", params), about, 1)
        )


def _day(text: str | None) -> date | None:
    try:
        return date.fromisoformat(text) if text else None
    except ValueError:
        return None


def _year(text: str | None) -> int | None:
    return int(text) if text and re.fullmatch(r"(?:19|20)[0-9]{2}", text) else None
