"""Everything that was read, as Values: what a clerk verifies, one by one, in the order of the original."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import count

from core.base.messages import SCANNED
from core.base.text import squeeze
from core.model.document import Document
from core.model.extraction import CellKind, Extraction, Field
from core.model.message import Message
from core.model.values import (
    REPEATING_FIELDS,
    Content,
    Reading,
    Value,
    ValueKind,
    cell_key,
    field_key,
    statistic_keys,
)


def to_values(document: Document, extraction: Extraction) -> tuple[Value, ...]:
    """Fields, then figures in sentences, then table cells; keys are unique."""
    order = count()
    values = (
        *_fields(document, extraction, order),
        *_statistics(document, extraction, order),
        *_cells(document, extraction, order),
    )
    has_scans = any(page.is_scan for page in document.pages)
    return tuple(_as_seen(document, value) for value in values) if has_scans else values


def _fields(document: Document, extraction: Extraction, order: Iterator[int]) -> Iterator[Value]:
    counts: dict[str, int] = {}
    for field in extraction.fields:
        n = counts[field.key] = counts.get(field.key, -1) + 1
        key = field_key(field.key, n, field.key in REPEATING_FIELDS)
        raw = document.quote(field.span) if field.span else ""
        reading = Reading(raw, _field_content(field), field.span, field.span, field.confidence, field.reason)
        yield Value(key, ValueKind.FIELD, field.key, next(order), reading)


def _field_content(field: Field) -> Content:
    return Content(CellKind.BLANK, "") if field.value is None else Content(CellKind.TEXT, field.value)


def _statistics(document: Document, extraction: Extraction, order: Iterator[int]) -> Iterator[Value]:
    for key, s in zip(statistic_keys(extraction.statistics), extraction.statistics, strict=True):
        content = Content(CellKind.NUMBER if s.value else CellKind.ZERO, f"{s.value:f}")
        yield Value(
            key,
            ValueKind.STATISTIC,
            s.label,
            next(order),
            Reading(document.quote(s.span), content, s.span, s.figure, s.confidence, s.reason),
            indicator=s.indicator,
            unit=s.unit,
            scope=s.scope,
            approx=s.approx,
            who=s.who,
        )


def _cells(document: Document, extraction: Extraction, order: Iterator[int]) -> Iterator[Value]:
    kind = ValueKind.CELL
    for t, table in enumerate(extraction.tables):
        scopes = {c.key: c.scope for c in table.columns}
        reasons = {kind: Message(f"extract.cell.{kind}", {"table": table.title}) for kind in CellKind}
        for r, row in enumerate(table.rows):
            for cell in row.cells:
                text = f"{cell.value:f}" if cell.value is not None else squeeze(cell.text)
                reason = cell.reason or row.doubt or reasons[cell.kind]
                content, raw = Content(cell.kind, text), document.quote(cell.span)
                yield Value(
                    cell_key(t, r, cell.column),
                    kind,
                    row.label,
                    next(order),
                    Reading(raw, content, cell.span, cell.span, cell.confidence, reason),
                    indicator=row.measure(cell),
                    unit=row.unit,
                    scope=scopes.get(cell.column),
                )


def _as_seen(document: Document, value: Value) -> Value:
    """A value of a document with scans: what was read off a picture is no surer than the picture, and says so."""
    reading = value.reading
    if reading is None or reading.span is None:
        return value
    reason, sure = reading.reason, document.certainty(reading.figure or reading.span)
    if document.is_scanned(reading.span):
        reason = Message(reason.code, {**reason.params, SCANNED: True})
    return replace(value, reading=replace(reading, confidence=min(reading.confidence, sure), reason=reason))
