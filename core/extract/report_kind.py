"""Is a document such a report at all? Told by what speaks for and against it; and how many reports it holds."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from core.base.text import squeeze
from core.extract.metadata_bodies import issuer_of_title, same_body
from core.extract.passages import passages
from core.extract.report_signs import (
    ENOUGH,
    Sign,
    count_chapters,
    count_topics,
    explained,
    filled_tables,
    is_of_part_of_year,
    other_heading,
    points,
    sample,
    signs,
)
from core.extract.titles import Title, find_titles, is_pattern, is_title, title_in_text
from core.model.document import Document
from core.model.message import Message

_LINK = re.compile(
    r"(?=[12])(?<!\d)(?P<year>(?:19|20)\d\d)年?度?[^。;\n]{0,24}?(?:信息|政务)公开[^。;\n]{0,12}?(?:报告|年报)"
)
_OWN_SENTENCE = re.compile(r"[^。;\n]{6}[。;]")
_BLANK = re.compile(
    r"(?=[xX×*＊_(…])(?:[xX×*＊]{2,6}(?=[年条件个次份起万元,。人])|_{2,12}(?=[年条件个次份起人])|\((?:单位|机关|部门)名称\)"
    r"|\((?:请|此处|可)[^()\n]{2,60}\)|\([^()\n]{0,20}(?:填[写报]|字以内|字左右)[^()\n]{0,20}\)|…{2,6})"
)
_SAYS = re.compile(r"[^。\n]{6}[。;]|\d(?:条|件|次)")
# What is done about reports, in front of the title or on the line below it: 关于做好……年度报告 / 编制工作的通知.
_DONE = re.compile(r"做好|开展|报送|编制|编写|填报|加强|规范|撰写|印发|推进")
_GOES_ON = re.compile(
    r"^(?:编制|报送|编写|公布|发布|填报|格式|有关|相关|的|工作|事项|和)[^。:]{0,24}(?:通知|通告|意见|函|批复|方案|解读|通报|格式|办法|制度|会议?)$"
)
_SAMPLE = 60_000
_HALF = 3
_ENOUGH = 2
_SHOWN = 3  # signs that a reason names, the strongest
_BELOW = 120  # code points in which the line below a title stands


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
    """Weigh what speaks for and against a report, from its title on; without a title of its own, the whole text."""
    lines = sample(passages(document))
    body = _joined(lines, 0)
    if pattern := _pattern(document, body):
        return Verdict(False, Message("extract.kind.pattern", {"title": pattern}))
    says = _SAYS.search(body) is not None
    if not (says or document.grids) or (_is_list(document) and not (says and count_chapters(body))):
        return Verdict(False, Message("extract.kind.nothing"))
    titles = [t for t in find_titles(document) if _is_own(document, t)]
    found, title = _weighed(document, lines, titles)
    if sum(found.values()) < ENOUGH:
        return Verdict(False, _refusal(found, document))
    shown = [s for s in explained(found, against=False) if not s.endswith(("title", "said"))][:_SHOWN]
    if title is None:
        return Verdict(True, Message("extract.kind.signs", {"signs": shown}))
    reason = Message(
        "extract.kind.title" if title.is_line else "extract.kind.text", {"title": title.text, "signs": shown}
    )
    if Sign.TITLE not in found:
        return Verdict(True, reason)
    starts = _starts(document, titles)
    return Verdict(True, reason, max(1, len(starts)), _whole(document, starts))


def _weighed(
    document: Document, lines: Sequence[tuple[int, str]], titles: Sequence[Title]
) -> tuple[dict[Sign, int], Title | None]:
    """What speaks for and against, read from the dated title on if that is enough, else from the whole text."""
    dated: dict[Sign, int] = {}
    if titles and titles[0].year:
        start = min(t.span.start for t in titles if t.year)
        tables = filled_tables(document.text, start) or (points(Sign.TABLES) if document.grids else 0)
        dated = signs(_joined(lines, start), tables=tables, is_titled=True) | {Sign.TITLE: points(Sign.TITLE)}
        if sum(dated.values()) >= ENOUGH:
            return dated, titles[0]
    found = signs(_joined(lines, 0), tables=filled_tables(document.text, 0), is_titled=False)
    title = next((t for t in titles if not t.year), None)
    inside = title_in_text(document) if title is None and Sign.LEAD in found else None
    if title:
        found[Sign.BARE_TITLE] = points(Sign.BARE_TITLE)
    elif inside:
        found[Sign.SAID] = points(Sign.SAID)
    if heading := other_heading(document.text):
        found[heading[0]] = points(heading[0])
    if dated and sum(dated.values()) > sum(found.values()):
        return dated, titles[0]
    return found, title or inside


def _joined(lines: Sequence[tuple[int, str]], start: int) -> str:
    return "\n".join(text for at, text in lines if at >= start)


def _refusal(found: Mapping[Sign, int], document: Document) -> Message:
    """In one sentence, what speaks against, or what little there is."""
    heading = other_heading(document.text) if Sign.OTHER_PAPER in found else None
    if heading:
        return Message("extract.kind.other", {"title": heading[1]})
    if against := explained(found, against=True):
        return Message("extract.kind.against", {"signs": against})
    shown = explained(found, against=False)
    return Message("extract.kind.few", {"signs": shown}) if shown else Message("extract.kind.nothing")


def _is_own(document: Document, title: Title) -> bool:
    """Whether the title is the paper's own, not what a notice of two lines is about, and of a whole year."""
    if _DONE.search(title.body) or is_of_part_of_year(title.text):
        return False
    below = document.text[title.span.end : title.span.end + _BELOW].strip().partition("\n")[0]
    return _GOES_ON.search(squeeze(below)) is None


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


def _is_list(document: Document) -> bool:
    """Whether the lines are links to reports of several years or bodies, and hardly a sentence stands between them."""
    text = "\n".join(p.folded.text[:_SAMPLE] for p in passages(document))[:_SAMPLE]
    years = {m["year"] for m in _LINK.finditer(text)}
    titles = {t.text for t in find_titles(document)}
    return max(len(years), len(titles) - 1) > 1 and len(_OWN_SENTENCE.findall(_LINK.sub("\n", text))) < _ENOUGH


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
        if count_topics(document.text[low : min(high, low + _SAMPLE)]) >= _ENOUGH
    )
    return whole if len(whole) > 1 and whole[0] == starts[0] else ()
