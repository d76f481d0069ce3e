"""Runs all rules over one report; what they found in the order of weight."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from core.checks import agreement, plausible, required, sums
from core.checks.case import Case, Outcome
from core.model.catalogue import Catalogue
from core.model.extraction import Extraction
from core.model.findings import Finding, Rule, Severity
from core.model.message import Message
from core.model.values import Proof, Value

_RULES: tuple[Callable[[Case], Outcome], ...] = (
    sums.table_sums,
    sums.sentence_sums,
    agreement.text_against_tables,
    agreement.sentences,
    agreement.year_over_cumulative,
    required.demanded,
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


def run(extraction: Extraction, values: Sequence[Value], catalogue: Catalogue) -> Checked:
    """Check one report. Structure is the extraction's, contents are the values': a person's before the machine's."""
    case = Case(extraction, values, catalogue)
    outcomes = [rule(case) for rule in _RULES]
    findings: dict[str, Finding] = {}
    for outcome in outcomes:
        for finding in outcome.findings:
            findings.setdefault(finding.identity, finding)
    ordered = sorted(findings.values(), key=lambda f: _WEIGHT.index(f.severity))
    return Checked(tuple(ordered), tuple(p for outcome in outcomes for p in outcome.proofs))


def encoding_finding(undecodable: int, confidence: float | None) -> Finding | None:
    """A doubt about how the bytes were read: signs that could not be read, or a detection that is not sure."""
    if undecodable:
        message = Message("check.encoding_doubt.undecodable", {"n": undecodable})
        return Finding(Rule.ENCODING_DOUBT, Severity.ERROR, message)
    if confidence is not None and confidence < _SURE:
        message = Message("check.encoding_doubt.unsure", {"confidence": round(confidence * 100)})
        return Finding(Rule.ENCODING_DOUBT, Severity.WARNING, message)
    return None
