"""The headings of a report: numbered in whatever way, run into the text, or short lines of a known subject.

One numbering makes the chapters: the first of 第一部分, 一、, 一 without its sign, （一） and 1. that counts up. Lines
of their own are headings by their form; a heading that text follows is one by its subject or by those beside it.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import IntEnum
from itertools import pairwise

from core.base.numbers import chinese
from core.base.text import Folded, fold
from core.extract.passages import Passage
from core.extract.titles import is_title
from core.model.document import BlockKind, Document

_N = "[一二三四五六七八九十]"
# Source: 国办公开办函〔2019〕60号 and 〔2021〕30号. The six parts may touch what follows, as in 情况第二十条第（一）项.
STATUTORY = (
    r"(?:总体情况|主动公开政府信息情况|收到和处理政府信息公开申请情况"
    r"|(?:因?政府信息公开(?:工作被申请)?)?行政复议、(?:提起)?行政诉讼情况"
    r"|(?:政府信息公开工作)?存在的主要问题及改进情况|其他需要报告的事项)"
)
# Rows of their table of applications, which count from one as well.
_ROW = re.compile(r"本年新收政府信息|上年结转政府信息|本年度办理结果|结转下年度继续办理")
_ABOUT = re.compile(
    r"概述|概况|综述|总体|基本情况|主动公开|公开|申请|收费|减免|费用|复议|诉讼|申诉|举报|投诉|咨询|问题|不足|改进|措施|打算|计划|安排|设想"
    r"|需要(?:说明|报告)|组织|领导|机构|制度|机制|保密|监督|考核|评议|人员|经费|渠道|平台|解读|回应|重点领域|说明|培训|附[件表]|工作|建设|宣传"
)
_ENDING = (
    r"(?:概述|概况|综述|概要|情况|形式|内容|渠道|措施|事项|问题|不足|打算|计划|安排|设想|方向|说明|附[表件]|建设|[作做]法|工作|效果"
    r"|成效|意见|改进)"
)
# What a paragraph begins with behind a heading that touches it.
_OPENER = (
    r"(?:20\d\d|二[〇○零]|我[局县市区镇乡委办厅院校街站中旗省处队所]|本[局县市区镇乡机单年部街报院校站中处办委厅]|全[县市区镇乡年局省街校]"
    r"|各|按照|根据|依据|依照|为[了进保]|自|截[至止]|一年来|今年|去年|\([一1]\)|[1①][.、]?(?!\d)|一是|第二十条|无[。,;]|没有|未|目前"
    r"|从公开|针对|(?:(?<=措施)|(?<=打算)|(?<=改进)|(?<=方向)|(?<=计划))存在"
    r"|主要|在[一-龥]{2}|年初|…|\(本列|由于|对|通过|认真|加强|高度|[一-龥]{2,8}(?:局|镇|乡|街道|委|县|市|区|办)(?:高度|认真|坚持|严格|按照|深入|以|在|把|共))"
)
_RUN_IN = re.compile(rf"(?P<title>[^。;:,!?\d]{{0,34}}?{_ENDING})(?={_OPENER})|(?P<lawful>{STATUTORY})(?!、)")
_STOPPED = re.compile(r"(?P<title>[^。:;!?]{2,34})[。:](?=.)")
_ATTACHED = re.compile("附[件表]")
_FIGURE = re.compile(r"\d+(?:条|件|次|个|人|期)")
_IN_LINE = re.compile(
    rf"(?:(?<=[。;:〕)）…；：])|(?<=\s)|^)[ \t\u3000]*(?P<number>{_N}{{1,2}})[、．.][ \t\u3000]?(?=[^\s。，；,;、])"
)
_TOUCHING = re.compile(rf"(?<!{_N})(?P<number>{_N})、(?={STATUTORY})")
_SPACED = re.compile(r"[^\s。，；,;：:]{2,44}(?=[\s（(])")
_PLAIN = re.compile(rf"[一-龥、()《》“”]{{0,26}}{_ENDING}")
_CHAPTER = 90  # code points of the longest heading of a chapter; one below a chapter is shorter
_SHORT = 30
_REACH = 120  # code points behind a number in which its heading must end
_FEW, _SEVERAL = 2, 3
_CONTENTS = 3
_LEADER = re.compile(r"[.…·\d]+$")


class Style(IntEnum):
    """How a heading is numbered, in the order in which the styles are asked whether they make the chapters."""

    PART = 0
    CHAPTER = 1
    BARE = 2
    BRACKET = 3
    ARABIC = 4
    PLAIN = 5


_MARKS = (
    (Style.PART, re.compile(rf"第(?P<n>{_N}{{1,3}})(?:部分|章)[、:.,]?"), _CHAPTER),
    (Style.CHAPTER, re.compile(rf"(?P<n>{_N}{{1,3}}|[壹贰叁肆伍陆柒捌玖拾])[,、.:;]{{1,2}}"), _CHAPTER),
    (Style.BRACKET, re.compile(rf"\((?P<n>{_N}{{1,3}})\)[、.]?|(?P<sign>[㈠-㈩])[、.]?"), 44),
    (Style.ARABIC, re.compile(r"(?P<n>\d{1,2})[、.)](?!\d)"), 44),
    (Style.BARE, re.compile(rf"(?P<n>{_N}{{1,2}})(?=[一-龥])"), 34),
)
_CAPITALS = str.maketrans("壹贰叁肆伍陆柒捌玖拾", "一二三四五六七八九十")


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading: its level, what it counts as, its folded words and their place in the document."""

    level: int
    number: int
    title: str
    start: int
    end: int

    def lower(self) -> "Heading":
        """The same heading one level further down."""
        return replace(self, level=self.level + 1)


@dataclass(frozen=True, slots=True)
class _Mark:
    """A line, or the beginning of one, that may be a heading. `is_whole`: nothing follows it in its line."""

    style: Style
    is_whole: bool
    heading: Heading

    @property
    def is_about(self) -> bool:
        return _ABOUT.search(self.heading.title) is not None


def headings(document: Document, lines: Sequence[Passage]) -> list[Heading]:
    """All headings in order; a list of contents in front of the chapters is left out."""
    marks = [m for line in lines if (m := _of_line(line))]
    style, chapters = _chapters(document, lines, marks)
    if style is Style.PART:
        lower = {Style.CHAPTER: 1, Style.BRACKET: 2}
    elif style is None or style < Style.BRACKET:
        lower = {Style.BRACKET: 1}
    else:
        lower = {}
    starts = {h.start for h in chapters}
    below = [
        replace(m.heading, level=lower[m.style])
        for m in marks
        if m.style in lower and m.is_whole and m.heading.start not in starts
    ]
    found = sorted([*chapters, *below], key=lambda h: h.start)
    return found[_listed(document, found) :]


def _chapters(
    document: Document, lines: Sequence[Passage], marks: Sequence[_Mark]
) -> tuple[Style | None, list[Heading]]:
    """The numbering that makes the chapters (None: no numbering does), and they."""
    parts = _sure([m for m in marks if m.style is Style.PART])
    if len(parts) >= _FEW:
        return Style.PART, parts
    chapters = [m for m in marks if m.style is Style.CHAPTER]
    whole = _sure(chapters)
    if len(whole) >= _FEW and all(after.number <= before.number + 1 for before, after in pairwise(whole)):
        return Style.CHAPTER, whole
    inside = list(_in_lines(document, lines, {m.heading.start: m.heading for m in chapters if m.is_whole}))
    if len(whole) >= _FEW:
        return Style.CHAPTER, _filled(whole, [*inside, *(m.heading for m in marks if not m.is_whole or m.style > 1)])
    if len(inside) >= max(_FEW, len(whole) + 1):
        return Style.CHAPTER, inside
    for style in (Style.BARE, Style.BRACKET, Style.ARABIC):
        counted = list(_counted(m.heading for m in marks if m.style is style and m.is_about))
        if len(counted) >= (_FEW if style is Style.BARE else _SEVERAL):
            return style, counted
    plain = [m.heading for m in marks if m.style is Style.PLAIN]
    if len(plain) >= _SEVERAL and not whole:
        return Style.PLAIN, [replace(h, number=n) for n, h in enumerate(plain, start=1)]
    return None, [*parts, *whole]


def _sure(marks: Sequence[_Mark]) -> list[Heading]:
    """Lines of their own, and those beginnings of lines that are about a chapter's subject or count on from them."""
    in_row = {id(h) for h in _counted(m.heading for m in marks)}
    rising = {id(h) for h in _counted((m.heading for m in marks if m.is_whole or m.is_about), gap=_SEVERAL)}
    kept = in_row if len(in_row) >= _SEVERAL else rising if len(rising) >= _FEW else set()
    return [m.heading for m in marks if m.is_whole or id(m.heading) in kept | (rising if kept else set())]


def _counted(found: Iterable[Heading], gap: int = 1) -> Iterator[Heading]:
    """Those that count up from one; with a larger gap some may be missing between them."""
    last = 0
    for heading in found:
        if last < heading.number <= last + gap:
            last = heading.number
            yield heading


def _filled(chapters: Sequence[Heading], others: Sequence[Heading]) -> list[Heading]:
    """The chapters with those that are missing in the count, where one of its number, or one of none, lies between."""
    found = list(chapters)
    for before, after in pairwise(chapters):
        for number in range(before.number + 1, after.number):
            low = found[-1].start if found[-1].number == number - 1 and found[-1].start > before.start else before.start
            between = (h for h in others if low < h.start < after.start and h.number in (0, number))
            if fits := sorted(between, key=lambda h: (-h.number, h.start)):
                found.append(replace(fits[0], number=number))
    return sorted(found, key=lambda h: h.start)


def _of_line(line: Passage) -> _Mark | None:
    text = line.folded.text
    for style, pattern, longest in _MARKS:
        number = pattern.match(text)
        if not number or number.end() == len(text) or _ROW.match(text, number.end()):
            continue
        end, is_whole = _end_of_title(text, number.end(), longest)
        is_known = _is_apart(line, number.end()) or _PLAIN.fullmatch(text, number.end(), end)
        if style is Style.BARE and not (is_whole and is_known):
            continue
        if end:
            return _Mark(style, is_whole, _made(line.folded, end, _number(number)))
    if _PLAIN.fullmatch(text) and not is_title(text):
        return _Mark(Style.PLAIN, True, _made(line.folded, len(text), 0))
    return None


def _is_apart(line: Passage, at: int) -> bool:
    """Whether white space is printed before the folded offset `at`: 一 费用."""
    return line.folded.span(0, at)[1] < line.folded.span(at, at + 1)[0]


def _made(line: Folded, end: int, number: int) -> Heading:
    return Heading(0, number, line.text[:end], *line.span(0, end))


def _number(found: re.Match[str]) -> int:
    printed = found["n"]
    if printed is None:
        return ord(found["sign"]) - ord("㈠") + 1
    return int(printed) if printed.isdigit() and printed.isascii() else int(chinese(printed.translate(_CAPITALS)) or 0)


def _end_of_title(text: str, at: int, longest: int) -> tuple[int, bool]:
    """Where the heading whose number ends at `at` ends (0: it is none), and whether it fills the line."""
    touching = _RUN_IN.match(text, at, at + _REACH)
    is_short = len(text) <= longest and not re.search(r"[。;!?]", text[at:-1]) and not _FIGURE.search(text)
    if is_short and not _goes_on(text, at, longest, touching):
        # 一、主动公开情况： heads what follows; the colon is no part of it.
        return len(text) - text.endswith(":"), True
    stopped = _STOPPED.match(text, at, at + _REACH)
    found = [m for m in (touching, stopped) if m and not _FIGURE.search(m.group())]
    ends = [m.end(m.lastgroup or 0) for m in found]
    return (min(ends), False) if ends else (0, False)


def _goes_on(text: str, at: int, longest: int, touching: re.Match[str] | None) -> bool:
    """一、… followed by a whole statement is a paragraph with a number, no heading."""
    is_chapter = longest >= _CHAPTER
    if text.endswith(","):
        return True
    if text.endswith(":"):
        return not (is_chapter and _ABOUT.search(text, at))
    stated = text.find(":", at, len(text) - 1)
    if is_chapter and stated > 0 and _ABOUT.search(text, at, stated) and not _ATTACHED.match(text, at):
        return True  # 四、收费及减免情况：无
    if touching and (text.endswith("。") or len(text) > _SHORT):
        return True
    return text.endswith("。") and (not is_chapter or text.count(",") > 1)


def _listed(document: Document, found: Sequence[Heading]) -> int:
    """How many of the first headings are a list of contents: nothing between them, and each comes again."""
    n = 0
    while n + 1 < len(found) and not document.text[found[n].end : found[n + 1].start].strip():
        n += 1
    n += 1
    titles = [_LEADER.sub("", h.title) for h in found]
    while n >= _CONTENTS and titles[n - 1] not in titles[n:]:
        n -= 1
    return n if n >= _CONTENTS and set(titles[:n]) <= set(titles[n:]) else 0


def _in_lines(document: Document, lines: Sequence[Passage], whole: Mapping[int, Heading]) -> Iterator[Heading]:
    """Headings inside long lines, as text that lost its line ends has them: numbers must count up.

    Args:
        whole: the headings that are lines of their own, by their place; they count with the others.
    """
    last = 0
    tables = [b for b in document.blocks if b.kind is BlockKind.TABLE]
    for line in lines:
        low, high = line.folded.span(0, len(line.folded.text))
        alone = whole.get(low)
        if alone and alone.number == last + 1:
            last += 1
            yield alone
            continue
        marks = {m.start("number"): m for p in (_IN_LINE, _TOUCHING) for m in p.finditer(document.text, low, high)}
        for start, mark in sorted(marks.items()):
            if int(chinese(mark["number"]) or 0) != last + 1 or any(t.start <= start < t.end for t in tables):
                continue
            stop = min((t.start for t in tables if t.start > start), default=high)
            piece = fold(document.text, [(start, min(mark.end() + _REACH, high, stop))])
            number = re.match(rf"{_N}{{1,2}}[、.]", piece.text)
            spaced = _SPACED.match(document.text, mark.end(), min(high, stop))
            end = _end_of_title(piece.text, number.end(), 0)[0] if number else 0
            if spaced and (not end or spaced.end() < piece.span(0, end)[1]):
                last += 1
                yield Heading(0, last, fold(document.text[start : spaced.end()]).text, start, spaced.end())
            elif end and _ABOUT.search(piece.text[:end]):
                last += 1
                yield Heading(0, last, piece.text[:end], *piece.span(0, end))
