"""The dates of a report: reporting period, signature, publication; and the year when no title names it."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from core.base.dates import Dated, dates, lost
from core.extract.passages import Passage, passages
from core.model.document import BlockKind, Document, Span
from core.model.extraction import Field, Section, SectionKind
from core.model.message import Message

_TO = re.compile(r"^(?:起|开始)?(?:,)?\s?(?:至|到|—{1,2}|–|-{1,2}|~|截至|截止到?|止|起)+")
_SECOND_HALF = re.compile(r"(\d{1,2})月(\d{1,2})日")
_ABOUT = re.compile(r"统计|数据|期限|时限|所列|截[至止]|报告期|时间|情况|自|从|年度")
_LOST_PERIOD = re.compile(r"(?:自|从)(20\d\d)1{1,2}日?(?:起)?(?:至|到)(20\d\d)?1231日?")
_YEAR_TEXT = re.compile(r"((?:19|20)\d\d)年度?[^。;]{0,12}?(?:政府|政务)?信息公开")
_PUBLISHED = re.compile(
    r"(?:发布|发文|公开|发表|公布|录入|更新|成文|生成|印发|發佈)(?:时间|日期|日|時間)|^时间|(?<=[\u4e00-\u9fff])时间(?=:)"
)
_BODY_LINE = re.compile(
    r"[一-龥()（）]{3,40}(?:政府|办公室|委员会|局|厅|委|办|处|院|中心|站|街道|办事处|公司|大学|学校|学院|镇|乡|县|市|区|队|社|会)$"
)
_SIGNED_LINE = 46


@dataclass(frozen=True, slots=True)
class Signature:
    """The end of the report: who signed (None when nobody did) and the date."""

    body: str | None
    body_span: Span | None
    dated: Dated
    span: Span


def period(document: Document) -> list[Field]:
    """period_start and period_end, from 统计期限自…起至…止 and its like; the year may be left out of the second."""
    for passage in passages(document)[:40]:
        text = passage.folded.text
        for first in dates(text):
            second = _second(text, first)
            near = text[max(0, first.start - 60) : first.start]
            if second is None or (second.day - first.day).days < 27:
                continue
            is_whole_year = (first.day.month, first.day.day, second.day.month, second.day.day) == (1, 1, 12, 31)
            if not is_whole_year and not _ABOUT.search(near + text[second.end : second.end + 6]):
                continue
            return [
                _date_field(k, passage, d, "extract.field.period")
                for k, d in (("period_start", first), ("period_end", second))
            ]
        if found := _LOST_PERIOD.search(text):
            return _lost_period(passage, found)
    return []


def _second(text: str, first: Dated) -> Dated | None:
    link = _TO.match(text[first.end : first.end + 8])
    if not link:
        return None
    at = first.end + link.end()
    whole = next(dates(text, at, at + 16), None)
    if whole and whole.start == at:
        return whole
    half = _SECOND_HALF.match(text, at)
    try:
        return Dated(at, half.end(), date(first.day.year, int(half[1]), int(half[2]))) if half else None
    except ValueError:
        return None


def _lost_period(passage: Passage, found: re.Match[str]) -> list[Field]:
    start, end = date(int(found[1]), 1, 1), date(int(found[2] or found[1]), 12, 31)
    place = passage.span(found.start(), found.end())
    reason = Message("extract.field.lost")
    return [
        Field("period_start", start.isoformat(), place, 0.5, reason),
        Field("period_end", end.isoformat(), place, 0.5, reason),
    ]


def year_without_title(document: Document, period_fields: Sequence[Field]) -> list[Field]:
    """The year of a report whose title names none: its text's own words, else its period."""
    for passage in passages(document)[:8]:
        if found := _YEAR_TEXT.search(passage.folded.text[:600]):
            return [Field("year", found[1], passage.span(*found.span(1)), 0.75, Message("extract.field.in_text"))]
    end = next((f for f in period_fields if f.key == "period_end"), None)
    if end and end.value and end.span:
        return [Field("year", end.value[:4], end.span, 0.7, Message("extract.field.period"))]
    return []


def signature(document: Document, sections: Sequence[Section], year: int | None) -> Signature | None:
    """The last line that is a date and little else, with the body that signs beside or above it."""
    lines = passages(document)
    low = _body_start(sections)
    for i in range(len(lines) - 1, -1, -1):
        if lines[i].start < low:
            break
        dated = _whole_line_date(lines[i].folded.text, year)
        if dated:
            return _signature(lines, i, dated)
    return _inline_signature(lines, low)


def _body_start(sections: Sequence[Section]) -> int:
    chapters = [s for s in sections if s.level == 0 and s.kind is not SectionKind.ATTACHMENT]
    return chapters[0].start if chapters else 0


def _whole_line_date(text: str, year: int | None) -> Dated | None:
    if len(text) > _SIGNED_LINE or re.search(r"[:;]", text):
        return None
    for dated in dates(text):
        head = text[: dated.start].rstrip(",( ")
        if not text[dated.end :].strip("。) 印发") and (not head or _BODY_LINE.search(head)):
            return dated
    if text.isdigit() or re.fullmatch(r"\d+日", text):
        for dated in lost(text):
            if dated.start == 0 and (year is None or year <= dated.day.year <= year + 5):
                return dated
    return None


def _signature(lines: Sequence[Passage], i: int, dated: Dated) -> Signature:
    line = lines[i]
    head = line.folded.text[: dated.start].rstrip(",( ")
    span = line.span(dated.start, dated.end)
    if head:
        return Signature(head, line.span(0, len(head)), dated, span)
    before = lines[i - 1].folded.text if i else ""
    if before and len(before) <= 40 and _BODY_LINE.fullmatch(before):
        return Signature(before, lines[i - 1].span(0, len(before)), dated, span)
    return Signature(None, None, dated, span)


def _inline_signature(lines: Sequence[Passage], low: int) -> Signature | None:
    """A date right after a full stop, as running text that lost its line ends has it."""
    for line in reversed(lines):
        text = line.folded.text
        found = [
            d
            for d in dates(text)
            if d.start and text[d.start - 1] in "。])…" and d.certain and line.span(d.start, d.end).start >= low
        ]
        chinese = [d for d in found if not text[d.start].isdigit()]
        if chinese:
            return Signature(None, None, chinese[-1], line.span(chinese[-1].start, chinese[-1].end))
    return None


def signed(found: Signature | None) -> list[Field]:
    """sign_date."""
    if found is None:
        return []
    code = "extract.field.signature" if found.dated.certain else "extract.field.lost"
    value = found.dated.day.isoformat()
    return [Field("sign_date", value, found.span, 0.95 if found.dated.certain else 0.55, Message(code))]


def published(document: Document) -> list[Field]:
    """publish_date, from the page's own data."""
    for line in passages(document, (BlockKind.METADATA, BlockKind.FURNITURE, BlockKind.PARAGRAPH)):
        text = line.folded.text
        label = _PUBLISHED.search(text[:200] if line.kind is not BlockKind.METADATA else text)
        if not label or (line.kind is BlockKind.PARAGRAPH and not re.search(r"来源:|当前位置|浏览", text[:200])):
            continue
        dated = next(dates(text, label.end(), label.end() + 16), None)
        if dated and dated.start - label.end() <= 2:
            reason = Message("extract.field.page", {"label": label.group()})
            return [Field("publish_date", dated.day.isoformat(), line.span(dated.start, dated.end), 0.95, reason)]
    return []


def in_doubt(document: Document, known: Sequence[Field]) -> tuple[Span, ...]:
    """Places of dates that lost their separators, in sentences: 截至20081231."""
    found: list[Span] = []
    for line in passages(document):
        for dated in lost(line.folded.text):
            before = line.folded.text[max(0, dated.start - 3) : dated.start]
            alone = dated.end - dated.start == len(line.folded.text)
            if alone or re.search(r"[至到自从于截止在,。]$", before):
                found.append(line.span(dated.start, dated.end))
    signed_on = next((f.span for f in known if f.key == "sign_date" and f.confidence < 0.6), None)
    return tuple(s for s in found if s == signed_on or signed_on is None or s.start != signed_on.start)


def _date_field(key: str, passage: Passage, dated: Dated, code: str) -> Field:
    return Field(key, dated.day.isoformat(), passage.span(dated.start, dated.end), 0.95, Message(code))
