"""Is a document such a report at all? Told by its title and by what it speaks of, and how many it holds."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import takewhile

from core.base.text import squeeze
from core.extract.metadata_bodies import issuer_of_title, same_body
from core.extract.passages import passages
from core.extract.titles import Title, find_titles, is_pattern, is_title, title_in_text
from core.model.document import Document
from core.model.message import Message

_OTHER = re.compile(
    r"(?:通知|通告|通报|公告|解释|复函|请示|纪要|清单|问卷|意见|办法|规定|条例|方案|指南|目录|制度|函|批复|要点|细则|规程|评估[^。]{0,6}报告|[测考]评结?果?[^。]{0,3}报告|考核|标准|新闻|须知|申请表|解读|图解|问答|流程图?|格式|模板|样本|范[本文]|(?:决定|判决|裁定|告知|答复)书"
    r"|工作会议?|培训[班会]|推进会)(?:\([^()]{1,12}\))?$|^\[?解读|一图[读看]懂|图解"
)
_NEWS = re.compile(r"(?:记者|通讯员)[一-龥:\s]{2,10}[)报]|日(?:电|讯)\(|本报讯|获悉|记者从|记者注意到")
# Papers without a title line that speak of such reports: what explains one, and the rules that ask for them.
_ABOUT_REPORTS = re.compile(
    r"^摘要$|本文(?:对|通过|从|以)|(?:年报|年度报告)[^。]{0,14}解读|如下解读|解读如下|制定(?:本(?:制度|办法|规定|细则|方案|要点)|如下(?:方案|意见|办法))",
    re.MULTILINE,
)
_OTHER_REPORT = re.compile(
    r"(?:法治政府|法治建设|依法行政|政务服务|营商环境|网站|财政|预算|决算|审计|政府工作|党务|党建)[^。]{0,14}(?:报告|总结|汇报|说明|报表)"
    r"(?:\([^()]{1,12}\))?$"
)
_ARTICLE = re.compile(r"^第[一二三四五六七八九十百]{1,4}条", re.MULTILINE)
_SPEAKS = re.compile(
    r"(?:信息|資訊|资讯|政务)(?:公开|公開)[^。]{0,16}(?:年度报告|年度報告|年报|工作报告|工作总结|情况报告)"
)
_TOPICS = tuple(
    re.compile(p)
    for p in (
        "主动公开|主動公開|公开(?:各类)?(?:政府|政务)?信息[^。]{0,12}\\d",
        "依申请|公开申请|依申請|申请公开",
        "行政复议|行政诉讼|行政複議",
        "收费|费用|信息处理费|收費",
        "存在的?(?:主要)?问题|不足|改进|問題",
    )
)
_NUMBERED = re.compile(r"(?:^|(?<=[。;]))(?=[第(一二三四五六七八九十\d])", re.MULTILINE)
# Source: articles 32 (2008) and 50 (2019) of the regulations, as headings of chapters.
_CHAPTERS = tuple(
    re.compile(rf"(?:第?[一二三四五六七八九十\d]{{1,3}}(?:部分)?[、.,:]?|\([一二三四五六七八九十\d]\)){p}")
    for p in (
        "(?:总体|基本|工作)?(?:情况|概述|概况|綜述|综述)",
        "[^。\n]{0,16}(?:主动公开|公开政府信息|主動公開)",
        "[^。\n]{0,16}申请",
        "[^。\n]{0,24}(?:复议|诉讼)",
        "[^。\n]{0,16}(?:收费|减免)",
        "[^。\n]{0,16}(?:问题|不足|改进)",
        "[^。\n]{0,6}(?:其他|其它|需要)[^。\n]{0,6}(?:报告|说明)",
    )
)
_LINK = re.compile(r"(?<!\d)(?P<year>(?:19|20)\d\d)年?度?[^。;\n]{0,24}?(?:信息|政务)公开[^。;\n]{0,12}?(?:报告|年报)")
_OWN_SENTENCE = re.compile(r"[^。;\n]{6}[。;]")
_ITSELF = re.compile(r"本(?:年度|年)?(?:报告|年报)")
_BLANK = re.compile(
    r"[xX×*＊]{2,6}(?=[年条件个次份起万元,。人])|_{2,12}(?=[年条件个次份起人])|\((?:单位|机关|部门)名称\)"
)
_SAYS = re.compile(r"[^。\n]{6}[。;]|\d(?:条|件|次)")
_SAMPLE = 60_000
_OPENING = 600
_NAMED = 10  # code points: shorter ones are words of a menu, such as 政府信息公开指南
_ENOUGH = 2
_HALF = 3


@dataclass(frozen=True, slots=True)
class Verdict:
    """Whether the document is an annual report, why, and how many of them it holds.

    `starts` are the places of the titles of several whole reports; () for a single one.
    """

    is_annual_report: bool
    reason: Message
    parts: int = 1
    starts: tuple[int, ...] = ()


def classify(document: Document) -> Verdict:
    """Judge by the title, else by the chapters and topics (articles 32 of 2008 and 50 of 2019)."""
    body = _body(document)
    topics = sum(1 for t in _TOPICS if t.search(body))
    numbers = [m.start() for m in _NUMBERED.finditer(body)]
    chapters = sum(1 for c in _CHAPTERS if any(c.match(body, at) for at in numbers))
    none = Verdict(False, Message("extract.kind.none", {"n": topics}))
    if pattern := _pattern(document, body):
        return Verdict(False, Message("extract.kind.pattern", {"title": pattern}))
    if (not body and not document.grids) or (not chapters and _is_list(document)):
        return none
    titles = find_titles(document)
    head = _head(document)
    is_other = _OTHER.search(head) is not None and not is_title(head)
    if (
        titles
        and titles[0].year
        and (topics or chapters or document.grids)
        and not (is_other and _named_only(document, titles))
    ):
        starts = _starts(document, titles)
        reason = Message("extract.kind.title", {"title": titles[0].text})
        return Verdict(True, reason, max(1, len(starts)), _whole(document, starts))
    if is_other and not (titles and titles[0].year):
        return Verdict(False, Message("extract.kind.other", {"title": head}))
    is_another = _OTHER_REPORT.search(head) and not is_title(head)
    if is_another and not (titles and titles[0].year):
        return none
    if _ABOUT_REPORTS.search(body[:_OPENING]) or (_NEWS.search(body[:_OPENING]) and chapters < _HALF):
        return none
    if not titles and len(_ARTICLE.findall(body)) >= _HALF:
        return none
    if titles and topics >= _ENOUGH:
        return Verdict(True, Message("extract.kind.title", {"title": titles[0].text}))
    inside = title_in_text(document)
    if inside and topics >= _ENOUGH and not is_other:
        return Verdict(True, Message("extract.kind.text", {"title": inside.text}))
    speaks = _SPEAKS.search(squeeze(document.text[:4000])) is not None
    itself = _ITSELF.search(body[:_OPENING]) is not None and min(topics, chapters) >= _ENOUGH
    if not is_other and (itself or (speaks and topics > _ENOUGH) or min(chapters, topics) >= _HALF):
        return Verdict(True, Message("extract.kind.topics", {"n": topics}))
    return none


def _body(document: Document) -> str:
    """The lines of the report itself without its titles; "" when none of them says anything, as in a list of links."""
    found: list[str] = []
    size = 0
    for passage in passages(document):
        text = passage.folded.text[:_SAMPLE]
        if size < _SAMPLE and not is_title(text):
            found.append(text)
            size += len(text)
    body = "\n".join(found)
    return body if _SAYS.search(body) else ""


def _head(document: Document) -> str:
    """The line above the text that may be its title: one that names another kind of paper, else the first."""
    lines = [squeeze(x) for x in document.text[:2000].splitlines()]
    above = list(takewhile(lambda x: not is_title(x) and "。" not in x, lines))
    first = next((x for x in lines if 6 <= len(x) <= 60), "")
    named = (x for x in above if (_NAMED <= len(x) <= 60 or x.endswith("书")) and _OTHER.search(x))
    return next(named, first)


def _pattern(document: Document, body: str) -> str:
    """The title of an empty form to be filled in, "" when the document is none."""
    lines = [squeeze(document.text[b.start : b.end]) for b in document.blocks[:40] if b.end - b.start < 160]
    title = next((line for line in lines if is_pattern(line)), "")
    if title:
        return title
    return _first_title(lines) if len(_BLANK.findall(body)) >= _HALF and not _figures(body) else ""


def _first_title(lines: Sequence[str]) -> str:
    return next((line for line in lines if is_title(line)), "…")


def _figures(body: str) -> bool:
    """Whether the text states figures of its own: more of them than places left open."""
    return len(re.findall(r"\d[条件个次份起人篇]", body)) > len(_BLANK.findall(body))


def _named_only(document: Document, titles: Sequence[Title]) -> bool:
    """Whether a paper of another kind only names the report: no chapter, no date, no sentence of a year follows."""
    after = squeeze(document.text[titles[0].span.end : titles[0].span.end + _SAMPLE])
    return len(after) < 150 or re.search(r"本年度|\d年|我[局县市区镇办]|全年", after) is None


def _is_list(document: Document) -> bool:
    """Whether the lines are links to reports of several years, and hardly a sentence stands between them."""
    text = "\n".join(p.folded.text[:_SAMPLE] for p in passages(document))[:_SAMPLE]
    years = {m["year"] for m in _LINK.finditer(text)}
    return len(years) > 1 and len(_OWN_SENTENCE.findall(_LINK.sub("\n", text))) < _ENOUGH


def _starts(document: Document, titles: Sequence[Title]) -> list[int]:
    """Where the reports begin: the page often words one title in another way, and links to other years."""
    reports: list[tuple[int | None, str]] = []
    starts: list[int] = []
    in_order = sorted(titles, key=lambda t: t.span.start)
    for i, title in enumerate(in_order):
        body = issuer_of_title(title.text)
        stop = in_order[i + 1].span.start if i + 1 < len(in_order) else len(document.text)
        is_headed = _SAYS.search(document.text, title.span.end, min(stop, title.span.end + _SAMPLE))
        known = (b for year, b in reports if year == title.year)
        if title.year and is_headed and not any(not b or not body or same_body(b, body) for b in known):
            reports.append((title.year, body))
            starts.append(title.span.start)
    return starts


def _whole(document: Document, starts: Sequence[int]) -> tuple[int, ...]:
    """Those that speak of what a report has to, if the first does: a page may also print the head of another."""
    stops = (*starts, len(document.text))[1:]
    whole = tuple(
        low
        for low, high in zip(starts, stops, strict=True)
        if sum(1 for t in _TOPICS if t.search(document.text, low, min(high, low + _SAMPLE))) >= _ENOUGH
    )
    return whole if len(whole) > 1 and whole[0] == starts[0] else ()
