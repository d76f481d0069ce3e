"""Reports to export: made by hand, with everything a cell may hold."""

from dataclasses import replace
from decimal import Decimal
from functools import partial

from core.app import showing
from core.app.bundled import catalogue
from core.app.pipeline import read_report
from core.export.data import ExportData
from core.model.document import Document, Source, Span
from core.model.extraction import CellKind, Extraction, Scope
from core.model.findings import Finding, Rule, Severity
from core.model.message import Message
from core.model.report import FindingRow, Report, ReportRow, ReportState
from core.model.values import Content, Decision, Proof, Reading, State, Value, ValueKind

TEXT = "青石县2011年政府信息公开工作年度报告\n主动公开320条，=1+1\n收到申请 4 件\n"
AT = "2026-05-04T03:02:01.000Z"


def number(text: str) -> Content:
    """A figure as content."""
    return Content(CellKind.ZERO if Decimal(text) == 0 else CellKind.NUMBER, text)


def value(
    content: Content | None,
    indicator: str | None = "disclosed.total",
    kind: ValueKind = ValueKind.STATISTIC,
    order: int = 0,
    **more: object,
) -> Value:
    """A value that the machine read as `content` in the second line; None for one that a person added."""
    at = TEXT.index("主动")
    reading = content and Reading(
        TEXT[at : at + 8], content, Span(at, at + 8), Span(at + 4, at + 7), 0.9, Message("extract.field.title")
    )
    facts: dict[str, object] = {"scope": Scope.YEAR, "unit": "条", "key": f"stat:x/year#{order}", "label": "公开总数"}
    return Value(kind=kind, order=order, reading=reading, indicator=indicator, **(facts | more))  # type: ignore[arg-type]


def decided(original: Value, state: State, content: Content | None = None, note: str = "") -> Value:
    """What a person says of a value."""
    return replace(original, decision=Decision(state, content, note=note, actor="王芳", at=AT))


def proved(original: Value) -> Value:
    """With an identity that holds."""
    return replace(original, proofs=(Proof("parts_sum", (original.key,), Message("extract.field.title")),))


def report(*values: Value, findings: tuple[FindingRow, ...] = (), number_in_list: int = 1) -> Report:
    """A report of an invented county that holds just these values."""
    row = ReportRow(
        id=number_in_list,
        name="青石县",
        title=TEXT.splitlines()[0],
        year=2011,
        region_path=("云岭省", "青石县"),
        state=ReportState.IN_REVIEW,
        is_annual_report=True,
        source_name="青石.txt",
        decided=sum(v.is_decided for v in values),
        proved=0,
        open=sum(not v.is_decided for v in values),
        errors=0,
        warnings=0,
        notes=0,
    )
    document = Document(TEXT, Source("青石.txt", "0" * 64, "txt", len(TEXT), "utf-8", 0.99), ())
    return Report(row, document, Extraction(True, Message("extract.field.title")), values, findings)


def finding(*keys: str, closed: bool = False) -> FindingRow:
    """Two figures that do not agree."""
    found = Finding(
        Rule.TEXT_VS_TABLE,
        Severity.ERROR,
        Message("check.text_contradiction.differs", {"label": "公开总数", "left": 5, "right": 3}),
        about=keys,
        left_about=1,
        left=Decimal(5),
        right=Decimal(3),
        relation="≠",
    )
    return FindingRow(1, found, closed, "王芳" if closed else "", AT if closed else "", "原件如此" if closed else "")


def data(*reports: Report, lang: str = "zh_CN") -> ExportData:
    """What the writers take."""
    name, place = partial(showing.name, lang=lang), partial(showing.place, lang=lang)
    return ExportData(reports, len(reports), catalogue(), name, place, "青石.hejiao", AT, lang)


def read_whole(text: str) -> Report:
    """A report as the machine reads it from `text`, with nothing decided."""
    read = read_report("青石.txt", text.encode())
    made = report(*read.values, findings=tuple(FindingRow(n, f) for n, f in enumerate(read.findings)))
    return replace(made, document=read.document, extraction=read.extraction)
