"""The signature of a report: who signs it, and when. It stands at the end, seldom under the title."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from core.base.dates import CHINESE_YEAR, Dated, dates, lost, month_of, year_of
from core.extract.passages import Passage, passages
from core.extract.titles import is_title
from core.model.document import Document, Span
from core.model.extraction import Field, Section, SectionKind
from core.model.message import Message

_BODY = (
    r"[一-龥()（）·]{2,40}(?:政府|办公室|办公厅|委员会|局|厅|委|办|处|院|中心|站|街道|办事处|公司|大学|学校|学院|中学|小学"
    r"|镇|乡|县|市|区|队|社|会|部|馆|所|署)"
)
_BODY_LINE = re.compile(rf"{_BODY}$")
# Running text that lost its line ends: … 再上新台阶。甲县水务局 2014年2月3日
_INLINE = re.compile(rf"(?<=[。)…\]])(?P<body>{_BODY})?\(?$")
# The day may be left out: 二〇一四年元月.
_MONTH = re.compile(
    rf"(?P<head>.{{0,40}}?)\(?(?P<date>(?P<y>20\d\d|{CHINESE_YEAR})年(?P<m>1[0-2]|[1-9]|元|十[一二]?|[一二三四五六七八九])月)\)?$"
)
_LABELLED = re.compile(r"[:;]|发布|时间|来源")
_DATE_LABEL = re.compile(r"(?:落款|签发|签署|报告)?日期:|报告时间:")
# 2014、2、3 alone in a line: signs that part dates here only.
_PARTED = re.compile(r"(?P<y>20\d\d)(?P<sep>[、,·_ ~—–.-]{1,2})(?P<m>\d{1,2})(?P=sep)(?P<d>\d{1,2})日?")
_SEAL = re.compile(r"\((?:盖章|公章|签章|章|印章)\)$")
_ATTACHED = re.compile(r"附(?:件|表)?\d?:")
_CONTACT = re.compile(r"联系|电话|邮箱|邮编|地址|附件|附表|抄送|主题词")
_LONGEST = 46
_SIGNER = 40
_TAIL_LINES = 8
_LAST = 90  # code points at the end of a running text in which its signature stands
_TOP = 12


@dataclass(frozen=True, slots=True)
class Signature:
    """Who signed (None when nobody did) and the date.

    `day` is ISO 8601, without its day when none is printed; None when the body stands there without a date.
    """

    body: str | None
    body_span: Span | None
    day: str | None = None
    span: Span | None = None
    certain: bool = True


def signature(document: Document, sections: Sequence[Section], year: int | None) -> Signature | None:
    """The last line that is a date and little else, with the body that signs beside or above it."""
    lines = passages(document)
    low = _body_start(sections)
    found = _dated(lines, low, year) or _body_alone(lines, low) or _at_top(lines, low)
    if found is None or found.body is None:
        body = _in_brackets(lines, low)
        return replace(found, body=body.body, body_span=body.body_span) if found and body else found or body
    return found


def _dated(lines: Sequence[Passage], low: int, year: int | None) -> Signature | None:
    for i in range(len(lines) - 1, -1, -1):
        if lines[i].start < low:
            break
        dated = _whole_line_date(lines[i].folded.text, year)
        if dated:
            return _signature(lines, i, dated)
        if month := _month_alone(lines, i):
            return month
    return _inline(lines, low)


def signed(found: Signature | None) -> list[Field]:
    """sign_date."""
    if found is None or found.day is None:
        return []
    code = "extract.field.signature" if found.certain else "extract.field.lost"
    is_whole = found.day.count("-") == 2
    return [
        Field("sign_date", found.day, found.span, (0.95 if is_whole else 0.8) if found.certain else 0.55, Message(code))
    ]


def _body_start(sections: Sequence[Section]) -> int:
    chapters = [s for s in sections if s.level == 0 and s.kind is not SectionKind.ATTACHMENT]
    return chapters[0].start if chapters else 0


def _whole_line_date(text: str, year: int | None) -> Dated | None:
    text = _ATTACHED.split(text[: 2 * _LONGEST], maxsplit=1)[0]
    label = _DATE_LABEL.match(text)
    start = label.end() if label else 0
    if len(text) > _LONGEST or _LABELLED.search(text, start):
        return None
    for dated in (*dates(text, start), *_parted(text, start)):
        head = _bare(text[start : dated.start])
        if not _SEAL.sub("", text[dated.end :]).strip("。.)] 印发") and (not head or _BODY_LINE.fullmatch(head)):
            return dated
    if text.isdigit() or re.fullmatch(r"\d+日", text):
        for dated in lost(text):
            if dated.start == 0 and (year is None or year <= dated.day.year <= year + 5):
                return dated
    return None


def _parted(text: str, start: int) -> Iterator[Dated]:
    found = _PARTED.fullmatch(text.strip("()[]。."), start)
    day = next(dates(f"{found['y']}-{found['m']}-{found['d']}"), None) if found else None
    if found and day:
        low = text.index(found["y"])
        yield Dated(low, low + len(found.group()), day.day, found["sep"] != " ")


def _bare(words: str) -> str:
    """A body's name without a seal's mark and without the bracket that it shares with a date."""
    return _SEAL.sub("", words.strip(" ,")).rstrip("([ ,").removeprefix("(")


def _signature(lines: Sequence[Passage], i: int, dated: Dated) -> Signature:
    span = lines[i].span(dated.start, dated.end)
    return Signature(*_signer(lines, i, dated.start), dated.day.isoformat(), span, dated.certain)


def _month_alone(lines: Sequence[Passage], i: int) -> Signature | None:
    text = lines[i].folded.text
    found = _MONTH.fullmatch(text) if len(text) <= _LONGEST else None
    if not found or (found["head"] and not _BODY_LINE.fullmatch(found["head"])):
        return None
    day = f"{year_of(found['y'])}-{month_of(found['m']):02}"
    return Signature(*_signer(lines, i, found.start("date")), day, lines[i].span(*found.span("date")))


def _signer(lines: Sequence[Passage], i: int, start: int) -> tuple[str | None, Span | None]:
    """The body in front of the date that begins at `start` of line i, else that in the line above."""
    head = _bare(lines[i].folded.text[:start])
    if head and not _DATE_LABEL.match(head):
        return _named(lines[i], head)
    for near in (i - 1, i + 1):
        if 0 <= near < len(lines) and (name := _body_of(lines[near])):
            return _named(lines[near], name)
    return None, None


def _body_of(line: Passage) -> str:
    """The body whose name is all that the line says, without brackets around it; "" for another line."""
    text = line.folded.text
    if len(text) > _SIGNER:
        return ""
    name = _SEAL.sub("", text)
    name = name[1:-1] if name.startswith("(") and name.endswith(")") else name
    return name if _BODY_LINE.fullmatch(name) else ""


def _named(line: Passage, name: str) -> tuple[str, Span]:
    low = line.folded.text.index(name)
    return name, line.span(low, low + len(name))


def _inline(lines: Sequence[Passage], low: int) -> Signature | None:
    """A date right behind a full stop, or behind a body's name that is, in a text that lost its line ends."""
    for line in reversed(lines):
        text = line.folded.text
        for dated in reversed([d for d in dates(text) if d.start and d.certain]):
            span = line.span(dated.start, dated.end)
            found = _INLINE.search(text, max(0, dated.start - _LONGEST), dated.start)
            if not found or span.start < low:
                continue
            is_last = (
                len(text) - dated.end < _LAST
                and line is lines[-1]
                and not re.match(r"[,至到以起,一-龥]", text[dated.end :])
            )
            if found["body"] and is_last:
                return Signature(found["body"], line.span(*found.span("body")), dated.day.isoformat(), span)
            if not found["body"] and (is_last or not text[dated.start].isdigit()):
                return Signature(None, None, dated.day.isoformat(), span)
    return None


def _body_alone(lines: Sequence[Passage], low: int) -> Signature | None:
    """A body's name alone in the last line, right behind a sentence; contact data may follow it."""
    for i in range(len(lines) - 1, max(0, len(lines) - _TAIL_LINES), -1):
        name = _body_of(lines[i])
        if lines[i].start < low:
            break
        if name and lines[i - 1].folded.text.endswith(("。", ")")):
            return Signature(*_named(lines[i], name))
        if not _CONTACT.search(lines[i].folded.text):
            break
    return None


def _in_brackets(lines: Sequence[Passage], low: int) -> Signature | None:
    """A body's name alone in brackets, in the line under the title."""
    for i, line in enumerate(lines[1:_TOP], 1):
        if line.start < low and line.folded.text.startswith("(") and is_title(lines[i - 1].folded.text):
            return Signature(*_named(line, name)) if (name := _body_of(line)) else None
    return None


def _at_top(lines: Sequence[Passage], low: int) -> Signature | None:
    """Under the title: a date in brackets or in Chinese numerals, or a body's name and a date below it."""
    for i, line in enumerate(lines[:_TOP]):
        text = line.folded.text
        if line.start >= low:
            break
        dated = _whole_line_date(text, None)
        found = _signature(lines, i, dated) if dated else _month_alone(lines, i)
        if found is None or is_title(text) or ("年" not in text and not found.body):
            continue
        if text.startswith("(") or not text[:1].isdigit() or found.body:
            return found
    return None
