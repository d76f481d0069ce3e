"""What a person can do, as Changes: pure, made from what is shown, stored by `Project.apply`."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from core.app import typed
from core.app.pages import words
from core.base.messages import word
from core.model.document import Document, Span
from core.model.extraction import Scope
from core.model.report import Change, FindingChange, FindingRow, Report, ReportState, StateChange, ValueChange
from core.model.values import (
    REPEATING_FIELDS,
    Content,
    Decision,
    State,
    Value,
    ValueKind,
    field_key,
    statistic_key,
)


def confirm(report_id: int, values: Iterable[Value]) -> Change | None:
    """The machine read these right. What a person typed stays; None when nothing is left to confirm."""
    return _change(report_id, "confirm", ((v, _confirmed(v)) for v in values if _is_confirmable(v)))


def correct(report_id: int, value: Value, text: str, span: Span | None = None) -> Change | None:
    """The value is what `text` says; what the machine read as well is confirmed. None when nothing changes.

    Args:
        span: the place in the original that a person chose.
    """
    return _change(report_id, "correct", [(value, _typed(value, text, span))])


def take(report_id: int, value: Value, document: Document, span: Span) -> Change | None:
    """The value is what stands at `span` in the original; pieces of it are words without anything between."""
    return correct(report_id, value, words(document, span, between=""), span)


def reject(report_id: int, values: Iterable[Value]) -> Change | None:
    """There are no such values; what a person had added goes away."""
    changes = []
    for value in values:
        if value.reading is None:
            changes.append(ValueChange(value.key, value.decision, None, replace(value, decision=None, proofs=())))
        elif value.state is not State.REJECTED:
            note = value.decision.note if value.decision else ""
            changes.append(ValueChange(value.key, value.decision, Decision(State.REJECTED, note=note)))
    return Change(report_id, "reject", tuple(changes)) if changes else None


def reopen(report_id: int, values: Iterable[Value]) -> Change | None:
    """Nobody stands behind these any more; their notes stay, and so does what a person had added."""
    decided = [v for v in values if v.decision is not None and v.reading is not None]
    return _change(report_id, "reopen", ((v, _noted(v.decision)) for v in decided))


def postpone(report_id: int, values: Iterable[Value], note: str) -> Change | None:
    """Set aside with a note."""
    return _change(report_id, "postpone", ((v, _aside(v, True, note)) for v in values))


def resume(report_id: int, values: Iterable[Value]) -> Change | None:
    """No longer set aside; the note stays."""
    changes = [(v, _aside(v, False, v.decision.note if v.decision else "")) for v in values if v.is_postponed]
    return _change(report_id, "resume", changes)


def note(report_id: int, value: Value, text: str) -> Change | None:
    """Put a note on a value; an empty one goes away."""
    kept = replace(value.decision, note=text) if value.decision else Decision(State.OPEN, note=text)
    nothing = kept.state is State.OPEN and not text and not kept.postponed
    return _change(report_id, "note", [(value, None if nothing else kept)])


def accept_proved(report_id: int, values: Iterable[Value], lang: str = "zh_CN") -> Change | None:
    """Confirm all that an identity proves and nobody decided; the identity stands in the decision."""
    wanted = [v for v in values if v.proofs and not v.is_decided and not v.is_postponed]
    return _change(report_id, "accept_proved", ((v, replace(_confirmed(v), proof=_proof(v, lang))) for v in wanted))


def fill_down(report_id: int, values: Sequence[Value], text: str) -> Change | None:
    """The same text into all of these."""
    return _change(report_id, "fill_down", ((v, _typed(v, text, None)) for v in values))


def paste(report_id: int, pairs: Iterable[tuple[Value, str]]) -> Change | None:
    """A block of cells, each into its value; None when it changes nothing."""
    return _change(report_id, "paste", ((v, _typed(v, text, None)) for v, text in pairs))


def add_field(report: Report, key: str, span: Span, text: str) -> Change:
    """A fact about the report that the machine missed."""
    repeats = key in REPEATING_FIELDS
    taken = {v.key for v in report.values}
    n = next(n for n in range(len(taken) + 1) if field_key(key, n, repeats) not in taken or not repeats)
    return _add(report, field_key(key, n, repeats), ValueKind.FIELD, key, span, text)


def add_statistic(
    report: Report, indicator: str | None, label: str, scope: Scope, unit: str | None, span: Span, text: str
) -> Change:
    """A figure in a sentence that the machine missed."""
    taken = {v.key for v in report.values}
    keys = (statistic_key(indicator or f"~{label}", scope, None, n) for n in range(len(taken) + 1))
    key = next(k for k in keys if k not in taken)
    return _add(report, key, ValueKind.STATISTIC, label, span, text, indicator, scope, unit)


def close_finding(report_id: int, row: FindingRow, said: str = "") -> Change | None:
    """原文如此: the values are read right, the report itself is so."""
    if row.closed:
        return None
    return Change(report_id, "close_finding", findings=(FindingChange(row.finding.identity, None, said),))


def reopen_finding(report_id: int, row: FindingRow) -> Change | None:
    """The finding is to be looked at again."""
    if not row.closed:
        return None
    return Change(
        report_id, "reopen_finding", findings=(FindingChange(row.finding.identity, row.note, None, row.actor, row.at),)
    )


def set_state(report_id: int, before: ReportState, after: ReportState, reason: str = "") -> Change | None:
    """Move a report on; None when it is there already."""
    if before is after:
        return None
    return Change(report_id, "set_state", state=StateChange(before, after, reason))


def _add(
    report: Report,
    key: str,
    kind: ValueKind,
    label: str,
    span: Span,
    text: str,
    indicator: str | None = None,
    scope: Scope | None = None,
    unit: str | None = None,
) -> Change:
    before = [v for v in report.values if v.kind is kind and v.span and v.span.start <= span.start]
    first = min((v.order for v in report.values if v.kind is kind), default=len(report.values))
    order = max((v.order for v in before), default=first)
    approx = kind is ValueKind.STATISTIC and typed.is_approx(text)
    value = Value(key, kind, label, order, None, indicator=indicator, unit=unit, scope=scope, approx=approx)
    existing = next((v for v in report.values if v.key == key), None)
    content = typed.content(kind, key, text)
    if existing is not None:
        return Change(report.row.id, "correct", (ValueChange(key, existing.decision, _typed(existing, text, span)),))
    return Change(report.row.id, "add", (ValueChange(key, None, Decision(State.ADDED, content, span), value),))


def _change(report_id: int, code: str, made: "Iterable[tuple[Value, Decision | None]]") -> Change | None:
    steps = tuple(ValueChange(v.key, v.decision, after) for v, after in made if _differs(v.decision, after))
    return Change(report_id, code, steps) if steps else None


def _differs(before: Decision | None, after: Decision | None) -> bool:
    if before is None or after is None:
        return before is not after
    return replace(before, actor="", at="", proof=after.proof) != replace(after, actor="", at="")


def _is_confirmable(value: Value) -> bool:
    if value.state in (State.CORRECTED, State.ADDED):
        return value.is_postponed
    return value.state is not State.CONFIRMED or value.is_postponed


def _confirmed(value: Value) -> Decision:
    made = value.decision
    if made is not None and made.state in (State.CORRECTED, State.ADDED):
        return replace(made, postponed=False, actor="", at="")
    return Decision(State.CONFIRMED, span=made.span if made else None, note=made.note if made else "")


def _typed(value: Value, text: str, span: Span | None) -> Decision | None:
    content: Content = typed.content(value.kind, value.key, text)
    made = value.decision
    note, place = (made.note, span or made.span) if made else ("", span)
    if value.reading is None:
        return Decision(State.ADDED, content, place, note)
    if content == value.reading.content:
        return Decision(State.CONFIRMED, None, place, note)
    return Decision(State.CORRECTED, content, place, note)


def _aside(value: Value, postponed: bool, text: str) -> Decision | None:
    made = value.decision
    if made is not None and made.state is not State.OPEN:
        return replace(made, postponed=postponed, note=text)
    return Decision(State.OPEN, note=text, postponed=postponed) if postponed or text else None


def _noted(decision: Decision | None) -> Decision | None:
    """What is left of a decision when it is taken away: its note."""
    return Decision(State.OPEN, note=decision.note) if decision and decision.note else None


def _proof(value: Value, lang: str) -> str:
    message = value.proofs[0].message
    return word(message.code, message.params, lang)
