"""What the window shows of a value, in words and signs: pure, without Qt."""

import json
import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import datetime

from core.app import typed
from core.app.bundled import catalogue
from core.base.messages import number, word
from core.model.extraction import CellKind, Column, Scope
from core.model.findings import Severity
from core.model.report import AuditRow, FindingRow, Report, ReportState
from core.model.values import Content, State, Value, ValueKind

_FREE = {"disclosed.category.": "showing.category", "disclosed.channel.": "showing.channel"}
_AFTER = re.compile(r"\d\s*[万亿]?\s*([余多来]|以上|左右)")
_BEFORE = re.compile(r"(将近|接近|近|约|大约|超过|逾)\s*\d")
_CELL = re.compile(r"cell:t(\d+)/r(\d+)/(\w+)")
_BARS = ((0.9, 4), (0.75, 3), (0.5, 2), (0.0, 1))


def name(value: Value, lang: str = "zh_CN") -> str:
    """What a value is called: a field's name, the indicator's, or the printed label."""
    if value.kind is ValueKind.FIELD:
        return field_name(value.label, lang)
    if value.kind is ValueKind.CELL:
        return value.label
    shown = indicator_name(value.indicator, lang) or value.label
    return word("showing.of_whom", {"name": shown, "who": value.who}, lang) if value.who else shown


def called(report: Report, value: Value, lang: str = "zh_CN") -> str:
    """What a value is called where its place is not seen: a cell of a row without a label by its group and column."""
    return name(value, lang) or " / ".join(_place_words(report, value))


def field_name(key: str, lang: str = "zh_CN") -> str:
    """A field's name."""
    return word(f"field.{key}", {}, lang)


def indicator_name(key: str | None, lang: str = "zh_CN") -> str | None:
    """The name of a core indicator, a free category or channel; None for None."""
    if key is None:
        return None
    for prefix, code in _FREE.items():
        if key.startswith(prefix):
            return word(code, {"name": key.removeprefix(prefix)}, lang)
    known = catalogue().indicators.get(key)
    if known is None:
        return key
    return known.zh if lang == "zh_CN" else known.en


def content_text(content: Content | None, lang: str = "zh_CN") -> str:
    """What stands in a place, as people read it. Blank and unreadable have words, so that nothing looks empty."""
    if content is None:
        return ""
    if content.kind is CellKind.BLANK:
        return word("content.blank", {}, lang)
    if content.kind is CellKind.UNREADABLE:
        return word("content.unreadable", {}, lang)
    if content.kind is CellKind.NOT_APPLICABLE:
        return content.text or "——"
    figure = content.number
    return content.text if figure is None else number(figure)


def said(value: Value, content: Content | None, lang: str = "zh_CN") -> str:
    """A content of this value as people read it: what is kept as a code (kind of body, level) has words."""
    if content is not None and value.kind is ValueKind.FIELD and content.text in typed.codes(value.label):
        code = f"coded.{value.label}.{content.text}"
        return word(code, {}, lang)
    return content_text(content, lang)


def value_text(value: Value, lang: str = "zh_CN") -> str:
    """What holds now; a rejected value still shows what the machine read, to be struck through."""
    content = value.content
    if content is None and value.reading:
        content = value.reading.content
    text = said(value, content, lang)
    untouched = value.state in (State.OPEN, State.CONFIRMED)
    return f"{text} {_approx_word(value)}".strip() if value.approx and untouched else text


def _approx_word(value: Value) -> str:
    raw = value.reading.raw if value.reading else ""
    after = _AFTER.search(raw)
    return after[1] if after else (_BEFORE.search(raw) or ["", "余"])[1]


def edit_text(value: Value) -> str:
    """What an editor starts with: what a person would have typed to get what holds now."""
    content = value.content or (value.reading.content if value.reading else None)
    if content is None or content.kind is CellKind.BLANK:
        return ""
    return "?" if content.kind is CellKind.UNREADABLE else said(value, content) or "——"


def scope_name(scope: Scope | None, lang: str = "zh_CN") -> str:
    """The period a figure speaks of, in two characters; "" when it is not known."""
    return word(f"scope.{scope}", {}, lang) if scope else ""


def bars(value: Value) -> int:
    """Confidence as one to four bars; 0 for a value that a person typed."""
    if value.reading is None or value.state is State.CORRECTED:
        return 0
    return next(n for least, n in _BARS if value.reading.confidence >= least)


def is_waiting(value: Value) -> bool:
    """Nobody has decided, and no identity proves it."""
    return value.look in ("open", "postponed")


def severities(findings: Iterable[FindingRow]) -> dict[str, Severity]:
    """The worst open finding that concerns each value key."""
    order = (Severity.INFO, Severity.WARNING, Severity.ERROR)
    worst: dict[str, Severity] = {}
    for row in findings:
        if row.closed:
            continue
        for key in row.finding.about:
            worst[key] = max(worst.get(key, Severity.INFO), row.finding.severity, key=order.index)
    return worst


def section_name(kind: str, lang: str = "zh_CN") -> str:
    """What a chapter is about."""
    return word(f"section.{kind}", {}, lang)


def form_name(form_id: str | None, lang: str = "zh_CN") -> str:
    """A form's name; the word for "no known form" when there is none."""
    form = next((f for f in catalogue().forms if f.id == form_id), None)
    if form is None:
        return word("showing.no_form", {}, lang)
    return form.zh if lang == "zh_CN" else form.en


def place(report: Report, value: Value, lang: str = "zh_CN") -> str:
    """Where a cell stands: table, group, label and column; "" for anything else.

    Of a column's heads as many are named, from the lowest up, as tell it from the other columns.
    """
    found = _CELL.fullmatch(value.key)
    if not found:
        return ""
    return word("showing.table", {"n": int(found[1])}, lang) + "\u3000" + " / ".join(_place_words(report, value))


def _place_words(report: Report, value: Value) -> tuple[str, ...]:
    """Group, label and column of a cell; nothing for anything else."""
    found = _CELL.fullmatch(value.key)
    if not found:
        return ()
    table = report.extraction.tables[int(found[1]) - 1]
    row = table.rows[int(found[2]) - 1]
    column = next((c for c in table.columns if c.key == found[3]), None)
    heads = _heads(table.columns, column) if column else ()
    return tuple(filter(None, (*row.groups, row.label, *heads)))


def _heads(columns: Sequence[Column], column: Column) -> tuple[str, ...]:
    for n in range(1, len(column.path)):
        if sum(other.path[-n:] == column.path[-n:] for other in columns) == 1:
            return column.path[-n:]
    return column.path


def audit_words(row: AuditRow, lang: str = "zh_CN") -> AuditRow:
    """A row of the audit with `before` and `after` in words: the state, and the content that a person typed."""
    return replace(row, before=_audit_side(row.before, lang), after=_audit_side(row.after, lang))


def _audit_side(kept: str, lang: str) -> str:
    if not kept.startswith("{"):
        known = kept in set(ReportState)
        return word(f"export.report_state.{kept}", {}, lang) if known else kept
    tree = json.loads(kept)
    content = tree.get("content")
    look = "postponed" if tree.get("postponed") else tree["state"]
    words = [word(f"state.{look}", {}, lang)]
    if content:
        words.append(content_text(Content(CellKind(content["kind"]), content["text"]), lang))
    return " ".join(words)


def local_time(at: str) -> str:
    """A moment (UTC, ISO 8601) as a person at this machine writes it: the time alone for today."""
    if not at:
        return ""
    moment = datetime.fromisoformat(at).astimezone()
    today = datetime.now().astimezone().date() == moment.date()
    return f"{moment:%H:%M}" if today else f"{moment:%m-%d %H:%M}"
