"""The chapters of a report: numbered headings, what each is about, and the stretch each heads."""

import re
from dataclasses import dataclass

from core.base.text import fold
from core.extract.passages import Passage, passages
from core.model.document import Document, Span
from core.model.extraction import Section, SectionKind

_FIRST = re.compile(r"第[一二三四五六七八九十]{1,3}(?:部分|章)|[一二三四五六七八九十]{1,3}[、.,:]")
_SECOND = re.compile(r"\([一二三四五六七八九十]{1,3}\)、?")
_LONGEST = (90, 44)
_IN_LINE = re.compile(
    r"(?:(?<=[。;〕])|(?<=\s)|^)[ \t\u3000]*([一二三四五六七八九十]{1,2}、[ \t\u3000]?[^\s。，；,;：:]{3,44})"
    r"(?=[\s（(])"
)
_ENOUGH = 2
_KINDS: tuple[tuple[SectionKind, re.Pattern[str]], ...] = (
    (SectionKind.ATTACHMENT, re.compile(r"附件|附表|统计表|统计指标")),
    (
        SectionKind.PROBLEMS,
        re.compile(r"问题|不足|改进|整改|努力方向|下一步|今后|工作打算|工作安排|工作计划|設想|措施"),
    ),
    (SectionKind.REVIEW_LITIGATION, re.compile(r"复议|诉讼|申诉|举报|投诉|複議|訴訟")),
    (
        SectionKind.APPLICATIONS,
        re.compile(r"依申请|申请公开|公开申请|申请的?(?:办理|处理|情况)|申请办理|依申請|申請|咨询"),
    ),
    (SectionKind.FEES, re.compile(r"收费|减免|费用|收費")),
    (
        SectionKind.PROACTIVE,
        re.compile(
            r"主动公开|主動公開|公开(?:的)?(?:形式|渠道|途径|内容|范围|方式|平台|载体)|发布渠道|政府信息公开情况|信息公开情况"
        ),
    ),
    (SectionKind.SECRECY, re.compile(r"保密|监督检查|监督保障|考核|社会评议")),
    (
        SectionKind.OVERVIEW,
        re.compile(r"概述|概况|总体|基本情况|综述|概要|组织领导|工作开展|开展.{0,10}工作|机构|学习|主要做法|推进|總體"),
    ),
)


@dataclass(frozen=True, slots=True)
class _Heading:
    level: int
    title: str
    start: int
    end: int


def outline(document: Document) -> tuple[Section, ...]:
    """All chapters in order. A section ends where the next one of its level or above begins."""
    lines = passages(document)
    headings = [h for line in lines if (h := _of_line(line))]
    if sum(1 for h in headings if h.level == 0) < _ENOUGH:
        headings = [h for line in lines for h in _in_line(document, line)] or headings
    stop = max((b.end for b in document.blocks), default=0)
    found: list[Section] = []
    for i, heading in enumerate(headings):
        end = next((h.start for h in headings[i + 1 :] if h.level <= heading.level), stop)
        span = Span(heading.start, heading.end)
        found.append(Section(heading.level, heading.title, kind_of(heading.title), heading.start, end, span))
    return tuple(found)


def kind_of(title: str) -> SectionKind:
    """What a chapter of this title is about: the subject named first decides."""
    plain = re.sub(
        r"申请(?=行政复议|复议|行政诉讼)|因(?:政府)?信息公开(?=申请)|依申请公开(?:信息)?的?(?=收费)", "", title
    )
    best = min(
        (
            (m.start() if kind is not SectionKind.PROBLEMS else m.start() - 3, n, kind)
            for n, (kind, p) in enumerate(_KINDS)
            if (m := p.search(plain))
        ),
        default=None,
    )
    if best is None:
        return SectionKind.OTHER
    return SectionKind.ATTACHMENT if _KINDS[0][1].search(plain) else best[2]


def _of_line(line: Passage) -> _Heading | None:
    text = line.folded.text
    for level, pattern in enumerate((_FIRST, _SECOND)):
        number = pattern.match(text)
        if not number or number.end() == len(text):
            continue
        if len(text) <= _LONGEST[level] and not re.search(r"[。;!?]", text[:-1]) and not _goes_on(text, level):
            return _Heading(level, text, *line.folded.span(0, len(text)))
    return None


def _goes_on(text: str, level: int) -> bool:
    """一、… followed by a whole statement is a paragraph with a number, no heading."""
    if text.endswith((",", ":")) or re.search(r"\d+(?:条|件|次|个|人|期)", text):
        return True
    return text.endswith("。") and (level > 0 or text.count(",") > 1)


def _in_line(document: Document, line: Passage) -> list[_Heading]:
    """Headings inside one long line, as text that lost its line ends has them: numbers must count up."""
    start, end = line.folded.span(0, len(line.folded.text))
    found: list[_Heading] = []
    following = "一二三四五六七八九十"
    for match in _IN_LINE.finditer(document.text, start, end):
        if len(found) < len(following) and match[1].startswith(following[len(found)]):
            found.append(_Heading(0, fold(match[1]).text, match.start(1), match.end(1)))
    return found
