"""Everything that was read, as Values: what a clerk verifies, one by one, in the order of the original."""

from core.base.text import squeeze
from core.model.document import Document, Span
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
    found = [
        *_fields(document, extraction),
        *_statistics(document, extraction),
        *_cells(document, extraction),
    ]
    return tuple(Value(order=n, **parts) for n, parts in enumerate(found))  # type: ignore[arg-type]


def _fields(document: Document, extraction: Extraction) -> list[dict[str, object]]:
    counts: dict[str, int] = {}
    found: list[dict[str, object]] = []
    for field in extraction.fields:
        n = counts[field.key] = counts.get(field.key, -1) + 1
        key = field_key(field.key, n, field.key in REPEATING_FIELDS)
        reading = _reading(document, field.span, field.span, _field_content(field), field.confidence, field.reason)
        found.append({"key": key, "kind": ValueKind.FIELD, "label": field.key, "reading": reading})
    return found


def _field_content(field: Field) -> Content:
    return Content(CellKind.BLANK, "") if field.value is None else Content(CellKind.TEXT, field.value)


def _statistics(document: Document, extraction: Extraction) -> list[dict[str, object]]:
    found: list[dict[str, object]] = []
    for key, s in zip(statistic_keys(extraction.statistics), extraction.statistics, strict=True):
        content = Content(CellKind.NUMBER if s.value else CellKind.ZERO, f"{s.value:f}")
        found.append(
            {
                "key": key,
                "kind": ValueKind.STATISTIC,
                "label": s.label,
                "reading": _reading(document, s.span, s.figure, content, s.confidence, s.reason),
                "indicator": s.indicator,
                "unit": s.unit,
                "scope": s.scope,
                "approx": s.approx,
                "who": s.who,
            }
        )
    return found


def _cells(document: Document, extraction: Extraction) -> list[dict[str, object]]:
    found: list[dict[str, object]] = []
    for t, table in enumerate(extraction.tables):
        scopes = {c.key: c.scope for c in table.columns}
        for r, row in enumerate(table.rows):
            for cell in row.cells:
                text = f"{cell.value:f}" if cell.value is not None else squeeze(cell.text)
                reason = Message(f"extract.cell.{cell.kind}", {"table": table.title})
                content = Content(cell.kind, text)
                found.append(
                    {
                        "key": cell_key(t, r, cell.column),
                        "kind": ValueKind.CELL,
                        "label": row.label,
                        "reading": _reading(document, cell.span, cell.span, content, cell.confidence, reason),
                        "indicator": row.indicator,
                        "unit": row.unit,
                        "scope": scopes.get(cell.column),
                    }
                )
    return found


def _reading(
    document: Document,
    span: Span | None,
    figure: Span | None,
    content: Content,
    confidence: float,
    reason: Message,
) -> Reading:
    raw = document.quote(span) if span else ""
    sure = document.certainty(figure or span) if span else 1.0  # what was read off a picture is no surer than that
    return Reading(raw, content, span, figure, min(confidence, sure), reason)
