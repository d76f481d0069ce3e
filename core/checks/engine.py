"""Runs all rules over one report; what they found in the order of weight."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from core.checks import agreement, contradictions, plausible, rates, required, statutory, sums, years
from core.checks.case import Case, Outcome
from core.model.catalogue import Catalogue
from core.model.extraction import Extraction
from core.model.findings import Finding, Rule, Severity
from core.model.message import Message
from core.model.report import Report
from core.model.values import Proof, Value

_RULES: tuple[Callable[[Case], Outcome], ...] = (
    statutory.table_sums,
    sums.table_sums,
    sums.sentence_sums,
    agreement.text_against_tables,
    agreement.sentences,
    agreement.year_over_cumulative,
    contradictions.claims_of_all,
    rates.rates,
    required.demanded,
    required.chapters,
    required.blanks_of_form,
    required.unsigned,
    plausible.trainings,
    plausible.parts_above_whole,
    plausible.figures_unread,
    plausible.dates_in_doubt,
    plausible.dates_in_order,
)
_WEIGHT = (Severity.ERROR, Severity.WARNING, Severity.INFO)
_SURE = 0.6  # chardet gives a strictly decodable GB18030 text 0.77


@dataclass(frozen=True, slots=True)
class Checked:
    """What the rules found: findings by weight, and the identities that hold."""

    findings: tuple[Finding, ...]
    proofs: tuple[Proof, ...]


def run(extraction: Extraction, values: Sequence[Value], catalogue: Catalogue, text: str = "") -> Checked:
    """Check one report. Structure is the extraction's, contents are the values': a person's before the machine's.

    Args:
        text: the document's text, for what is no value: claims, rates, the number of chapters announced.
    """
    case = Case(extraction, values, catalogue, text)
    outcomes = [rule(case) for rule in _RULES]
    findings = _ordered(case, (f for outcome in outcomes for f in outcome.findings))
    return Checked(findings, tuple(p for outcome in outcomes for p in outcome.proofs))


def beside(own: Report, others: Mapping[int, Report], catalogue: Catalogue) -> tuple[Finding, ...]:
    """Check a report against those of the same body, by the year that they report on."""
    case = Case(own.extraction, own.values, catalogue, own.document.text)
    cases = {year: Case(o.extraction, o.values, catalogue, o.document.text) for year, o in others.items()}
    return _ordered(case, years.across(case, cases))


def _ordered(case: Case, found: Iterable[Finding]) -> tuple[Finding, ...]:
    """Each finding once, by weight, with what its values say now."""
    findings: dict[str, Finding] = {}
    for finding in found:
        findings.setdefault(finding.identity, finding)
    ordered = sorted(findings.values(), key=lambda f: _WEIGHT.index(f.severity))
    return tuple(replace(f, contents=tuple(_said(case, key) for key in f.about)) for f in ordered)


def _said(case: Case, key: str) -> str:
    content = case.content(key)
    return f"{content.kind}:{content.text}" if content else ""


def encoding_finding(undecodable: int, confidence: float | None) -> Finding | None:
    """A doubt about how the bytes were read: signs that could not be read, or a detection that is not sure."""
    if undecodable:
        message = Message("check.encoding_doubt.undecodable", {"n": undecodable})
        return Finding(Rule.ENCODING_DOUBT, Severity.ERROR, message)
    if confidence is not None and confidence < _SURE:
        message = Message("check.encoding_doubt.unsure", {"confidence": round(confidence * 100)})
        return Finding(Rule.ENCODING_DOUBT, Severity.WARNING, message)
    return None
