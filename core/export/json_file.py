"""The JSON export: the contract's object of every report, and what people decided about it beside it."""

import json
from pathlib import Path

from core.base.messages import word
from core.base.progress import Progress
from core.export.atomic import replacing
from core.export.contract import Json, extraction_object, json_number
from core.export.data import ExportData
from core.export.rows import Lines, proof_words, quote
from core.model.document import Span
from core.model.report import Decided, FindingRow, Report
from core.model.values import Content, Value

SCHEMA = "hejiao.export/1"


def write_json(target: Path, data: ExportData, progress: Progress) -> tuple[Path, ...]:
    """Write one JSON object whose `reports` stand one a line, so that a program may also read it line by line.

    Raises:
        ExportFailed: the file cannot be written; an older one is untouched.
        Cancelled: the user stopped it; an older file is untouched.
    """
    head = {"schema": SCHEMA, "project": data.project, "at": data.at, "total": data.total}
    with replacing(target) as (new,), new.open("w", encoding="utf-8", newline="\n", errors="backslashreplace") as out:
        out.write(json.dumps(head, ensure_ascii=False)[:-1] + ', "reports": [')
        for done, report in enumerate(data.reports):
            progress.step(done, data.total, "export")
            out.write(",\n" if done else "\n")
            out.write(json.dumps(report_object(report, data), ensure_ascii=False))
        out.write("\n]}\n")
        progress.step(data.total, data.total, "export")
    return (target,)


def report_object(report: Report, data: ExportData) -> Json:
    """The contract's object, which says what the machine read, with `review`: what holds now and who says so."""
    findings = [row.finding for row in report.findings]
    machine = extraction_object(report.document, report.extraction, findings, True, data.lang)
    lines = Lines(report.document)
    return machine | {
        "review": {
            "id": report.row.id,
            "name": report.row.name,
            "state": report.row.state,
            "values": [_value(report, v, data, lines) for v in sorted(report.values, key=lambda v: v.order)],
            "findings": [_verdict(row) for row in report.findings],
            "orphans": [_orphan(orphan, data) for orphan in report.orphans],
        }
    }


def _value(report: Report, value: Value, data: ExportData, lines: Lines) -> Json:
    decision, reading = value.decision, value.reading
    return {
        "key": value.key,
        "kind": value.kind,
        "name": data.name(value),
        "indicator": value.indicator,
        "unit": value.unit,
        "scope": value.scope,
        "approx": value.approx,
        "who": value.who,
        "now": _content(value.content),
        "machine": _content(reading.content) if reading else None,
        "confidence": reading.confidence if reading else None,
        "reason": word(reading.reason.code, reading.reason.params, data.lang) if reading else None,
        "state": value.look,
        "actor": decision.actor if decision else None,
        "at": decision.at if decision else None,
        "note": decision.note if decision else None,
        "proof": (decision.proof if decision else "") or proof_words(value, data.lang) or None,
        "evidence": _evidence(report, value.span, lines),
    }


def _orphan(orphan: Decided, data: ExportData) -> Json:
    """A decision that fits no value of the present reading, with the words of the place that it was made about."""
    value = orphan.value
    made = value.decision
    return {
        "key": value.key,
        "name": data.name(value),
        "now": _content(value.content),
        "state": value.look,
        "actor": made.actor if made else None,
        "at": made.at if made else None,
        "note": made.note if made else None,
        "quote": orphan.quote,
    }


def _content(content: Content | None) -> Json | None:
    if content is None:
        return None
    return {"content": content.kind, "value": json_number(content.number), "text": content.text}


def _evidence(report: Report, span: Span | None, lines: Lines) -> Json | None:
    if span is None:
        return None
    parts = [list(piece) for piece in span.pieces()]
    place: Json = {"start": span.start, "end": span.end, "parts": parts, "line": lines.line(span)}
    return place | {"quote": quote(report, span)}


def _verdict(row: FindingRow) -> Json:
    """In the order of `findings`."""
    return {"closed": row.closed, "actor": row.actor or None, "at": row.at or None, "note": row.note or None}
