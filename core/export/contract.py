"""The JSON object of one extraction: schema hejiao.extraction/1 (DESIGN, "Contracts others rely on")."""

from collections.abc import Sequence
from decimal import Decimal

from core.base.errors import AppError
from core.base.messages import word
from core.model.document import Document, Span
from core.model.extraction import CellKind, Extraction, Field, Row, Statistic, Table
from core.model.findings import Finding
from core.model.message import Message
from core.model.values import REPEATING_FIELDS

SCHEMA = "hejiao.extraction/1"
_WHOLE_NUMBER_FIELDS = ("year",)

Json = dict[str, object]


def extraction_object(
    document: Document,
    extraction: Extraction,
    findings: Sequence[Finding],
    with_text: bool = True,
    lang: str = "zh_CN",
) -> Json:
    """The contract's object for one report; all offsets refer to its "text".

    Args:
        with_text: leave the text out for a slim object (`extract --no-text`).
        lang: the language of `reason` and `message`.
    """
    writer = _Writer(document, lang)
    return {
        "schema": SCHEMA,
        "source": source_object(document),
        "is_annual_report": extraction.is_annual_report,
        "reason": writer.words(extraction.reason),
        "parts": extraction.parts,
        "form": extraction.form,
        **({"text": document.text} if with_text else {}),
        "fields": writer.fields(extraction.fields),
        "sections": [
            {"level": s.level, "title": s.title, "kind": s.kind, "start": s.start, "end": s.end}
            for s in extraction.sections
        ],
        "tables": [writer.table(t) for t in extraction.tables],
        "statistics": [
            *(writer.statistic(s) for s in extraction.statistics),
            *(s for t in extraction.tables for s in writer.repeated(t)),
        ],
        "findings": [writer.finding(f) for f in findings],
    }


def error_object(name: str, error: AppError, lang: str = "zh_CN") -> Json:
    """What stands in the place of a file that could not be read."""
    message = word(error.code, {"name": name, **error.params}, lang)
    return {"schema": SCHEMA, "source": {"name": name}, "error": {"code": error.code, "message": message}}


def source_object(document: Document) -> Json:
    """Where the document came from, and how its bytes were read."""
    source = document.source
    return {
        "name": source.name,
        "sha256": source.sha256,
        "format": source.format,
        "encoding": source.encoding,
        "encoding_confidence": source.encoding_confidence,
    }


def json_number(value: Decimal | None) -> int | float | None:
    """A whole number as int, any other as float: what JSON readers expect."""
    if value is None:
        return None
    return int(value) if value == value.to_integral_value() else float(value)


class _Writer:
    def __init__(self, document: Document, lang: str) -> None:
        self._document = document
        self._lang = lang

    def words(self, message: Message) -> str:
        return word(message.code, message.params, self._lang)

    def evidence(self, span: Span) -> Json:
        place: Json = {"start": span.start, "end": span.end, "quote": self._document.quote(span)}
        place["parts"] = [list(part) for part in span.pieces()]
        if span.boxes:
            place["boxes"] = [_box(span, i) for i in range(len(span.boxes))]
        return place

    def fields(self, found: Sequence[Field]) -> Json:
        fields: Json = {}
        for field in found:
            if field.key in REPEATING_FIELDS:
                several = fields.setdefault(field.key, [])
                assert isinstance(several, list)
                several.append(self.field(field))
            else:
                fields[field.key] = self.field(field)
        return fields

    def field(self, field: Field) -> Json:
        if field.value is None:
            blank: Json = {"value": None, "state": "blank"}
            return blank | ({"evidence": self.evidence(field.span)} if field.span else {})
        whole = field.key in _WHOLE_NUMBER_FIELDS
        result: Json = {"value": int(field.value) if whole else field.value}
        if field.key == "region":
            result |= {"code": field.code, "path": list(field.path)}
        if field.span:
            result["evidence"] = self.evidence(field.span)
        return result | {"confidence": field.confidence, "reason": self.words(field.reason)}

    def table(self, table: Table) -> Json:
        return {
            "title": table.title,
            "form": table.form,
            "start": table.span.start,
            "end": table.span.end,
            "columns": [{"path": list(c.path), "scope": c.scope, "key": c.key} for c in table.columns],
            "rows": [self.row(r) for r in table.rows],
        }

    def row(self, row: Row) -> Json:
        return {
            "groups": list(row.groups),
            "group": row.group,
            "label": row.label,
            "level": row.level,
            "parent": row.parent,
            "unit": row.unit,
            "indicator": row.measured,
            "cells": [
                {
                    "text": c.text,
                    "kind": c.kind,
                    "value": json_number(c.value),
                    "column": c.column,
                    "indicator": row.measure(c),
                    "start": c.span.start,
                    "end": c.span.end,
                    "boxes": [_box(c.span, i) for i in range(len(c.span.boxes))],
                    "confidence": c.confidence,
                    "derived": c.derived,
                }
                for c in row.cells
            ],
        }

    def statistic(self, statistic: Statistic) -> Json:
        return {
            "indicator": statistic.indicator,
            "label": statistic.label,
            "value": json_number(statistic.value),
            "unit": statistic.unit,
            "kind": statistic.kind,
            "scope": statistic.scope,
            "approx": statistic.approx,
            "who": statistic.who,
            "source": "prose",
            "evidence": self.evidence(statistic.span),
            "confidence": statistic.confidence,
            "reason": self.words(statistic.reason),
        }

    def repeated(self, table: Table) -> list[Json]:
        """The cells of a table that measure a core indicator, repeated as statistics."""
        scopes = {c.key: c.scope for c in table.columns}
        return [
            {
                "indicator": row.measure(cell),
                "label": row.label,
                "value": json_number(cell.value),
                "unit": row.unit,
                "kind": "amount" if row.unit in ("元", "万元") else "count",
                "scope": scopes.get(cell.column),
                "approx": False,
                "who": None,
                "source": "table",
                "evidence": self.evidence(cell.span),
                "confidence": cell.confidence,
                "reason": self.words(row.doubt or Message("extract.table_cell", {"table": table.title})),
            }
            for row in table.rows
            for cell in row.cells
            if row.measure(cell) and cell.kind in (CellKind.NUMBER, CellKind.ZERO)
        ]

    def finding(self, finding: Finding) -> Json:
        return {
            "rule": finding.rule,
            "severity": finding.severity,
            "message": self.words(finding.message),
            "left": json_number(finding.left),
            "right": json_number(finding.right),
            "about": list(finding.about),
        }


def _box(span: Span, index: int) -> Json:
    box = span.boxes[index]
    return {"page": box.page, "x0": box.x0, "top": box.top, "x1": box.x1, "bottom": box.bottom}
