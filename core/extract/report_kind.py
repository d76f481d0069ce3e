"""Is a document such a report at all? Told by its title, else by what it speaks of."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from core.base.text import squeeze
from core.extract.metadata_bodies import issuer_of_title, same_body
from core.extract.titles import Title, find_titles, title_in_text
from core.model.document import Document
from core.model.message import Message

_OTHER = re.compile(
    r"(?:通知|通告|意见|办法|规定|条例|方案|指南|目录|制度|函|批复|要点|新闻|须知|申请表)(?:\([^()]{1,12}\))?$"
)
_SPEAKS = re.compile(
    r"(?:信息|資訊|资讯|政务)(?:公开|公開)[^。]{0,16}(?:年度报告|年度報告|年报|工作报告|工作总结|情况报告)"
)
_TOPICS = tuple(
    re.compile(p)
    for p in (
        "主动公开|主動公開",
        "依申请|公开申请|依申請",
        "行政复议|行政诉讼|行政複議",
        "收费|费用|信息处理费|收費",
        "存在的?(?:主要)?问题|不足|改进|問題",
    )
)
_SAMPLE = 60_000
_ENOUGH = 2


@dataclass(frozen=True, slots=True)
class Verdict:
    """Whether the document is an annual report, why, and how many of them it holds."""

    is_annual_report: bool
    reason: Message
    parts: int = 1


def classify(document: Document) -> Verdict:
    """Judge by the title, else by the topics (articles 32 of the 2008 and 50 of the 2019 regulations)."""
    text = squeeze(document.text[:_SAMPLE])
    topics = sum(1 for t in _TOPICS if t.search(text))
    titles = find_titles(document)
    if titles and titles[0].year and (topics >= 1 or document.grids):
        return Verdict(True, Message("extract.kind.title", {"title": titles[0].text}), _parts(titles))
    head = next((line for line in (squeeze(x) for x in document.text[:2000].splitlines()) if 6 <= len(line) <= 60), "")
    if _OTHER.search(head) and not titles:
        return Verdict(False, Message("extract.kind.other", {"title": head}))
    if titles and topics >= _ENOUGH:
        return Verdict(True, Message("extract.kind.title", {"title": titles[0].text}))
    inside = title_in_text(document)
    if inside and topics >= _ENOUGH:
        return Verdict(True, Message("extract.kind.text", {"title": inside.text}))
    if _SPEAKS.search(text[:3000]) and topics > _ENOUGH:
        return Verdict(True, Message("extract.kind.topics", {"n": topics}))
    return Verdict(False, Message("extract.kind.none", {"n": topics}))


def _parts(titles: Sequence[Title]) -> int:
    """How many reports the titles name: the page often words the title of one report in another way."""
    reports: list[tuple[int | None, str]] = []
    for title in titles:
        body = issuer_of_title(title.text)
        known = (b for year, b in reports if year == title.year)
        if title.year and not any(not b or not body or same_body(b, body) for b in known):
            reports.append((title.year, body))
    return max(1, len(reports))
