"""What a report must say and does not: articles 32 (2008) and 50 (2019) of the regulations, and blanks in a form."""

from core.checks.case import Case, Outcome
from core.model.document import Span
from core.model.extraction import CellKind, SectionKind
from core.model.findings import Finding, Rule, Severity
from core.model.message import Message

_CHANNELS = ("disclosed.website", "disclosed.gazette", "disclosed.weibo", "disclosed.wechat", "disclosed.other")
_ISSUED = ("rules.issued", "normative.issued", "disclosed.normative", "normative.in_force")
_DEMANDS: tuple[tuple[str, tuple[str, ...], SectionKind], ...] = (
    ("disclosed", ("disclosed.total", *_CHANNELS, *_ISSUED), SectionKind.PROACTIVE),
    (
        "applications",
        ("applications.received", "applications.accepted", "applications.answered"),
        SectionKind.APPLICATIONS,
    ),
    ("fees", ("fees.total", "fees.waived"), SectionKind.FEES),
    ("review", ("review.total",), SectionKind.REVIEW_LITIGATION),
    ("litigation", ("litigation.total",), SectionKind.REVIEW_LITIGATION),
)
_NO_FEES_ASKED = (
    "2019",
)  # the 2019 regulations dropped fees from the report; state council order 2020-109 put them back
_CONTACTS = ("field:phone", "field:email", "field:address")
_FORM_FIELDS = ("responsible_person", "form_filler", "form_phone", "form_date_text")


def demanded(case: Case) -> Outcome:
    """Subjects that the regulations ask for and nothing is said of. Nothing said is never taken as zero."""
    outcome = Outcome()
    year = case.text("year") or ""
    for subject, indicators, kind in _DEMANDS:
        if case.is_told(*indicators) or (subject == "fees" and year in _NO_FEES_ASKED):
            continue
        message = Message(f"check.missing.{subject}")
        outcome.findings.append(Finding(Rule.MISSING, Severity.WARNING, message, spans=_heading(case, kind)))
    return outcome


def _heading(case: Case, kind: SectionKind) -> tuple[Span, ...]:
    return tuple(s.heading for s in case.extraction.sections if s.kind is kind and s.level == 0)[:1]


def blanks_of_form(case: Case) -> Outcome:
    """Labels below a form with nothing after them."""
    empty = [k for f in _FORM_FIELDS if (c := case.content(k := f"field:{f}")) and c.kind is CellKind.BLANK]
    if not empty:
        return Outcome()
    names = [f"@field.{k.removeprefix('field:')}" for k in empty]
    message = Message("check.blanks.form", {"names": names})
    return Outcome([Finding(Rule.MISSING, Severity.WARNING, message, tuple(empty))])


def unsigned(case: Case) -> Outcome:
    """No date at all, no way to reach the authors."""
    outcome = Outcome()
    if not any(case.text(k) for k in ("sign_date", "publish_date")):
        message = Message("check.missing.date")
        outcome.findings.append(Finding(Rule.MISSING, Severity.INFO, message))
    told = {key.partition("#")[0] for key, v in case.values.items() if v.content and v.content.kind is CellKind.TEXT}
    if told.isdisjoint(_CONTACTS):
        message = Message("check.missing.contact")
        outcome.findings.append(Finding(Rule.MISSING, Severity.INFO, message))
    return outcome
