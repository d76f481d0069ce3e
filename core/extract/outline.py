"""The chapters of a report: numbered headings, what each is about, and the stretch each heads."""

import re
from collections.abc import Sequence

from core.extract.attached import attach
from core.extract.headings import Heading, headings
from core.extract.passages import passages
from core.model.document import Document, Span
from core.model.extraction import Section, SectionKind

_KINDS: tuple[tuple[SectionKind, re.Pattern[str]], ...] = (
    (SectionKind.ATTACHMENT, re.compile(r"附件|附表|统计表|统计指标")),
    (
        SectionKind.PROBLEMS,
        re.compile(r"问题|不足|改进|整改|努力方向|下一步|今后|工作打算|工作安排|工作计划|[设設]想|措施|問題|改進"),
    ),
    (SectionKind.REVIEW_LITIGATION, re.compile(r"复议|诉讼|申诉|举报|投诉|複議|訴訟")),
    (
        SectionKind.APPLICATIONS,
        re.compile(r"依申请|申请公开|公开申请|申请的?(?:办理|处理|情况)|申请办理|依申請|申請|咨询"),
    ),
    (SectionKind.FEES, re.compile(r"收费|减免|费用|收費|減免")),
    (
        SectionKind.PROACTIVE,
        re.compile(
            r"主动公开|主動公開|公开(?:的)?(?:形式|渠道|途径|内容|范围|方式|平台|载体)|发布渠道|政府信息公开情况|信息公开情况|信息公開情況"
        ),
    ),
    (SectionKind.SECRECY, re.compile(r"保密|监督检查|监督保障|考核|社会评议")),
    (
        SectionKind.OVERVIEW,
        re.compile(
            r"概述|概况|总体|基本情况|综述|概要|组织领导|工作开展|概況|基本情況|組織領導|开展.{0,10}工作|机构|学习|主要做法|推进|總體"
        ),
    ),
)


def outline(document: Document) -> tuple[Section, ...]:
    """All chapters in order, and what is attached. A section ends where the next one of its level or above begins."""
    lines = passages(document)
    found = attach(document, lines, headings(document, lines))
    stop = max((b.end for b in document.blocks), default=0)
    sections: list[Section] = []
    ends = _ends(found, stop)
    for heading, end in zip(found, ends, strict=True):
        span = Span(heading.start, heading.end)
        kind = kind_of(heading.title) if heading.number else SectionKind.ATTACHMENT
        sections.append(Section(heading.level, heading.title, kind, heading.start, end, span))
    return tuple(sections)


def _ends(found: Sequence[Heading], stop: int) -> list[int]:
    """Where the stretch of each heading ends: at the next one of its level or above, the last ones at `stop`."""
    ends = [stop] * len(found)
    open_: list[int] = []
    for i, heading in enumerate(found):
        while open_ and heading.level <= found[open_[-1]].level:
            ends[open_.pop()] = heading.start
        open_.append(i)
    return ends


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
