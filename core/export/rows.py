"""The lines of an export as plain cells: the same for XLSX, which words its codes, and for CSV, which keeps them."""

from bisect import bisect_right
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal

from core.base.messages import word
from core.export.data import ExportData
from core.model.document import Document, Span
from core.model.extraction import CellKind
from core.model.findings import Finding
from core.model.message import Message
from core.model.report import FindingRow, Report
from core.model.values import Content, Value

Plain = str | int | Decimal | None
_LOCAL = "local time"  # in the place of a prefix: a moment, as the clock on this wall shows it
# Source: OWASP, "CSV Injection"; spreadsheets in Chinese also take the full-width signs for a formula.
MEANT_AS_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its id (for ever), its width in characters, and the prefix of the words for its codes ("" none).

    `is_hidden`: people unfold it, programs read it as the others.
    """

    id: str
    width: int
    words: str = ""
    is_hidden: bool = False


REPORT_COLUMNS = (
    Column("report_id", 6),
    Column("report", 24),
    Column("year", 7),
    Column("region", 24),
    Column("region_code", 10),
    Column("source", 24),
    Column("report_state", 9, "export.report_state"),
    Column("values", 7),
    Column("decided", 7),
    Column("proved", 8),
    Column("open_errors", 8),
)
VALUE_COLUMNS = (
    Column("report_id", 6),
    Column("report", 24),
    Column("year", 7),
    Column("kind", 8, "export.value_kind"),
    Column("name", 32),
    Column("place", 28),
    Column("number", 12),
    Column("text", 28),
    Column("content", 8, "export.content"),
    Column("unit", 6),
    Column("scope", 7, "scope"),
    Column("approx", 6, "export.yes"),
    Column("who", 14),
    Column("indicator", 26),
    Column("state", 9, "export.state"),
    Column("actor", 10),
    Column("at", 26, _LOCAL),
    Column("note", 24),
    Column("proof", 36),
    Column("machine", 16),
    Column("confidence", 8),
    Column("reason", 28),
    Column("source", 24),
    Column("line", 7),
    Column("quote", 60),
    Column("key", 36),
)
FINDING_COLUMNS = (
    Column("report_id", 6),
    Column("report", 24),
    Column("year", 7),
    Column("severity", 8, "export.severity"),
    Column("rule", 18, "export.rule"),
    Column("message", 60),
    Column("left", 12),
    Column("right", 12),
    Column("difference", 10),
    Column("hint", 36),
    Column("about", 40),
    Column("verdict", 12, "export.verdict"),
    Column("actor", 10),
    Column("at", 26, _LOCAL),
    Column("note", 24),
    Column("source", 24),
    Column("line", 7),
)


ORPHAN_COLUMNS = (
    Column("report_id", 6),
    Column("report", 24),
    Column("year", 7),
    Column("name", 32),
    Column("number", 12),
    Column("text", 28),
    Column("unit", 6),
    Column("scope", 7, "scope"),
    Column("state", 9, "export.state"),
    Column("actor", 10),
    Column("at", 26, _LOCAL),
    Column("note", 24),
    Column("quote", 60),
    Column("key", 36),
)


def report_cells(report: Report) -> tuple[Plain, ...]:
    """One line of REPORT_COLUMNS."""
    row = report.row
    return (
        row.id,
        row.name,
        row.year,
        " ".join(row.region_path),
        _region_code(report),
        row.source_name,
        row.state,
        row.decided + row.proved + row.open,
        row.decided,
        row.proved,
        row.errors,
    )


def value_rows(report: Report, data: ExportData) -> Iterator[tuple[Plain, ...]]:
    """One line of VALUE_COLUMNS for each value of the report, in the order of the original."""
    lines = Lines(report.document)
    for value in sorted(report.values, key=lambda v: v.order):
        yield _value_cells(report, value, data, lines)


def finding_rows(report: Report, data: ExportData) -> Iterator[tuple[Plain, ...]]:
    """One line of FINDING_COLUMNS for each finding, open or closed."""
    lines = Lines(report.document)
    values = {v.key: v for v in report.values}
    for row in report.findings:
        yield _finding_cells(report, row, data, values, lines)


def orphan_rows(report: Report, data: ExportData) -> Iterator[tuple[Plain, ...]]:
    """One line of ORPHAN_COLUMNS for each decision that fits no value of the present reading."""
    for orphan in report.orphans:
        value = orphan.value
        content, made = value.content, value.decision
        number = content.number if content else None
        yield (
            report.row.id,
            report.row.name,
            report.row.year,
            data.name(value),
            number,
            "" if number is not None else content_words(content, data.lang),
            value.unit or "",
            value.scope or "",
            value.look,
            made.actor if made else "",
            made.at if made else "",
            made.note if made else "",
            orphan.quote,
            value.key,
        )


class Lines:
    """Line numbers of a document, from 1."""

    def __init__(self, document: Document) -> None:
        text, at = document.text, -1
        self._ends: list[int] = []
        while (at := text.find("\n", at + 1)) >= 0:
            self._ends.append(at)

    def line(self, span: Span | None) -> int | None:
        """The line in which a place begins."""
        return None if span is None else bisect_right(self._ends, span.start - 1) + 1


def content_words(content: Content | None, lang: str) -> str:
    """A place without a number in words, so that zero, blank, not applicable and unreadable stay four things."""
    if content is None:
        return ""
    if content.kind in (CellKind.BLANK, CellKind.UNREADABLE):
        return word(f"content.{content.kind}", {}, lang)
    return content.text or ("——" if content.kind is CellKind.NOT_APPLICABLE else "")


def proof_words(value: Value, lang: str) -> str:
    """The identities that prove a value, each once."""
    said = dict.fromkeys(_words(p.message, lang) for p in value.proofs)
    return "; ".join(said)


def quote(report: Report, span: Span | None) -> str:
    """The words of the original at a place."""
    return "" if span is None else report.document.quote(span)


def _region_code(report: Report) -> str:
    """The code belongs to the machine's reading; it says nothing of a region that a person put in its place."""
    field = report.extraction.field("region")
    if field is None:
        return ""
    now = next((v.content for v in report.values if v.key == "field:region"), None)
    return field.code or "" if now is not None and now.text == field.value else ""


def _value_cells(report: Report, value: Value, data: ExportData, lines: Lines) -> tuple[Plain, ...]:
    content, decision, reading = value.content, value.decision, value.reading
    number = content.number if content else None
    return (
        report.row.id,
        report.row.name,
        report.row.year,
        value.kind,
        data.name(value),
        data.place(report, value),
        number,
        "" if number is not None else content_words(content, data.lang),
        content.kind if content else "",
        value.unit or "",
        value.scope or "",
        "approx" if value.approx else "",
        value.who or "",
        value.indicator or "",
        value.look,
        decision.actor if decision else "",
        decision.at if decision else "",
        decision.note if decision else "",
        (decision.proof if decision else "") or proof_words(value, data.lang),
        _machine(value, data.lang),
        Decimal(str(reading.confidence)) if reading else None,
        _words(reading.reason, data.lang) if reading else "",
        report.document.source.name,
        lines.line(value.span),
        quote(report, value.span),
        value.key,
    )


def _machine(value: Value, lang: str) -> Plain:
    if value.reading is None:
        return ""
    number = value.reading.content.number
    return content_words(value.reading.content, lang) if number is None else number


def _finding_cells(
    report: Report, row: FindingRow, data: ExportData, values: dict[str, Value], lines: Lines
) -> tuple[Plain, ...]:
    finding = row.finding
    about = [data.name(values[key]) if key in values else key for key in finding.about]
    return (
        report.row.id,
        report.row.name,
        report.row.year,
        finding.severity,
        finding.rule,
        _words(finding.message, data.lang),
        finding.left,
        finding.right,
        finding.difference,
        _words(finding.hint, data.lang) if finding.hint else "",
        "; ".join(dict.fromkeys(about)),
        "as_printed" if row.closed else "open",
        row.actor,
        row.at,
        row.note,
        report.document.source.name,
        lines.line(_first_place(finding, values)),
    )


def _first_place(finding: Finding, values: dict[str, Value]) -> Span | None:
    places = [*(values[key].span for key in finding.about if key in values), *finding.spans]
    return next((span for span in places if span is not None), None)


def _words(message: Message, lang: str) -> str:
    return word(message.code, message.params, lang)


def header(columns: tuple[Column, ...], lang: str) -> list[str]:
    """The names of columns for people."""
    return [word(f"export.column.{c.id}", {}, lang) for c in columns]


def worded(columns: tuple[Column, ...], lang: str) -> Callable[[tuple[Plain, ...]], list[Plain]]:
    """What turns the codes of a line into words for people."""
    prefixes = [c.words for c in columns]

    def words(cells: tuple[Plain, ...]) -> list[Plain]:
        return [
            _code_words(prefix, cell, lang) if prefix and cell else cell
            for prefix, cell in zip(prefixes, cells, strict=True)
        ]

    return words


def local_time(at: str) -> str:
    """A moment (UTC, ISO 8601) by the clock of this machine, with how far that is from UTC."""
    return datetime.fromisoformat(at).astimezone().isoformat(" ", "seconds")


def _code_words(prefix: str, cell: Plain, lang: str) -> str:
    if prefix == _LOCAL:
        return local_time(str(cell))
    code = f"{prefix}.{cell}"
    return word(code, {}, lang)
