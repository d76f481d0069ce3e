"""What a report must say and does not: articles 32 (2008) and 50 (2019) of the regulations, and blanks in a form."""

import re
from decimal import Decimal

from core.base.numbers import chinese
from core.checks.case import Case, Outcome
from core.checks.facts import Facts
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
# The 2019 regulations dropped fees from the report; the rules on fees of 2021-01-01 (2020-109) put them back.
_NO_FEES_ASKED = ("2019", "2020")
_NEW_LAW = "2019"
# Source: article 32 of 2008 (5), article 50 of 2019 (4): any of these words will do.
_PROBLEMS = re.compile(r"问题|不足|差距|薄弱|短板|欠缺|困难|有待")
_OTHER = re.compile(r"其[他它][^。;]{0,6}(?:报告|说明)|需要?(?:报告|说明)的")
# Source: article 50 (4) of 2019, what governments report beside.
_OF_GOVERNMENTS = (
    ("assessment", re.compile(r"考核|考评")),
    ("appraisal", re.compile(r"评议|评价|满意度")),
    ("accountability", re.compile(r"责任追究|追责|问责|追究")),
)
_GOVERNMENTS = ("government", "town")
_ANNOUNCED = re.compile(
    r"(?:报告|全文)[^。;]{0,16}(?:由|分为?|包括|包含|共)[^。;]{0,160}?([一二三四五六七八九十]{1,2}|\d{1,2})个?大?部分"
)
_NUMBER = re.compile(r"第?([一二三四五六七八九十]{1,2})(?:、|部分|章|[.,])")
_ANNEX = re.compile(r"附|表")  # a part that often has no heading
_BEGINNING = 3000
_FEW_CHAPTERS = 3
_CONTACTS = ("field:phone", "field:email", "field:address")
_FORM_FIELDS = ("responsible_person", "form_filler", "form_phone", "form_date_text")


def demanded(case: Case) -> Outcome:
    """Subjects that the regulations ask for and nothing is said of. Nothing said is never taken as zero."""
    outcome = Outcome()
    year = case.text("year") or ""
    facts = case.once(Facts)
    for subject, indicators, kind in _DEMANDS:
        if (
            case.is_told(*indicators)
            or any(facts.of(i) for i in indicators)
            or (subject == "fees" and year in _NO_FEES_ASKED)
        ):
            continue
        message = Message(f"check.missing.{subject}")
        outcome.findings.append(Finding(Rule.MISSING, Severity.WARNING, message, spans=_heading(case, kind)))
    return outcome


def chapters(case: Case) -> Outcome:
    """Problems, other matters, and what only governments report; and a number of parts that is not kept."""
    outcome = Outcome()
    kinds = {s.kind for s in case.extraction.sections}
    is_new = (case.text("year") or "") >= _NEW_LAW
    for kind, words, name, asked in (
        (SectionKind.PROBLEMS, _PROBLEMS, "problems", True),
        (SectionKind.OTHER, _OTHER, "other", is_new),
    ):
        if asked and kind not in kinds and not words.search(case.flat):
            outcome.findings.append(Finding(Rule.MISSING, Severity.WARNING, Message(f"check.missing.{name}")))
    if is_new and case.text("body_kind") in _GOVERNMENTS:
        silent = [f"@check.governments.{name}" for name, words in _OF_GOVERNMENTS if not words.search(case.flat)]
        if silent:
            severity = Severity.WARNING if len(silent) == len(_OF_GOVERNMENTS) else Severity.INFO
            message = Message("check.governments.silent", {"names": silent})
            outcome.findings.append(Finding(Rule.MISSING, severity, message))
    outcome.findings += _announced(case)
    return outcome


def _announced(case: Case) -> list[Finding]:
    """由七部分组成 over another number of chapters; annexes may be counted as parts."""
    said = _ANNOUNCED.search(case.flat[:_BEGINNING])
    top = [s for s in case.extraction.sections if s.level == 0]
    printed = [s.kind for s in top]
    numbers = [chinese(n[1]) for s in top if (n := _NUMBER.match(s.title))]
    number = int(said[1]) if said and said[1].isdecimal() else chinese(said[1]) if said else None
    if said is None or number is None or len(printed) < _FEW_CHAPTERS:
        return []
    if numbers != list(range(1, len(numbers) + 1)):
        return []  # a heading was not seen
    own = sum(kind is not SectionKind.ATTACHMENT for kind in printed)
    most = max(len(printed), own + bool(_ANNEX.search(said.group())))
    if own <= number <= most:
        return []
    rule = Rule.MISSING if own < number else Rule.IMPLAUSIBLE
    message = Message("check.chapters.announced", {"said": int(number), "found": own})
    spans = (Span(*said.span()),)
    return [Finding(rule, Severity.INFO, message, (), 0, Decimal(int(number)), Decimal(own), "≠", spans=spans)]


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
    contacts = (v.content for key, v in case.values.items() if key.partition("#")[0] in _CONTACTS)
    if not any(c.kind is CellKind.TEXT for c in contacts if c):
        message = Message("check.missing.contact")
        outcome.findings.append(Finding(Rule.MISSING, Severity.INFO, message))
    return outcome
