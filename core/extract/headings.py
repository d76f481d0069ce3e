"""The numbered headings of a report: lines of their own, or places in a text that lost its line ends."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from core.base.numbers import chinese
from core.base.text import fold
from core.extract.passages import Passage
from core.model.document import BlockKind, Document

_PART = re.compile(r"第([一二三四五六七八九十]{1,3})(?:部分|章)")
_FIRST = re.compile(r"([一二三四五六七八九十]{1,3})[、.,:]")
_SECOND = re.compile(r"\(([一二三四五六七八九十]{1,3})\)、?")
_SHAPES = ((_PART, 0, 90), (_FIRST, 0, 90), (_SECOND, 1, 44))
_FEW = 2
_IN_LINE = re.compile(
    r"(?:(?<=[。;〕])|(?<=\s)|^)[ \t\u3000]*([一二三四五六七八九十]{1,2}、[ \t\u3000]?[^\s。，；,;：:]{2,44})"
    r"(?=[\s（(])"
)
# Source: 国办公开办函〔2019〕60号 and 〔2021〕30号, the six parts.
# What follows may touch them, where the cells of a table ran together with them.
_STATUTORY = re.compile(
    r"(?<![一二三四五六七八九十])[一二三四五六]、(?:总体情况|主动公开政府信息情况|收到和处理政府信息公开申请情况"
    r"|(?:因?政府信息公开(?:工作被申请)?)?行政复议、(?:提起)?行政诉讼情况"
    r"|(?:政府信息公开工作)?存在的主要问题及改进情况|其他需要报告的事项)"
)
_CONTENTS = 3
_LEADER = re.compile(r"[.…·\d]+$")


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


def headings(document: Document, lines: Sequence[Passage]) -> list[Heading]:
    """All numbered headings in order; a list of contents in front of the chapters is left out."""
    found = [h for line in lines if (h := _of_line(line))]
    if sum(1 for h in found if h.level == 0) < _FEW:
        return max(found, _in_lines(document, lines), key=len)
    if sum(1 for h in found if _PART.match(h.title)) >= _FEW:
        found = [h if _PART.match(h.title) else h.lower() for h in found]
    return found[_listed(document, found) :]


def _of_line(line: Passage) -> Heading | None:
    text = line.folded.text
    for pattern, level, longest in _SHAPES:
        number = pattern.match(text)
        if not number or number.end() == len(text):
            continue
        if len(text) <= longest and not re.search(r"[。;!?]", text[:-1]) and not _goes_on(text, level):
            return Heading(level, int(chinese(number[1]) or 0), text, *line.folded.span(0, len(text)))
    return None


def _goes_on(text: str, level: int) -> bool:
    """一、… followed by a whole statement is a paragraph with a number, no heading."""
    if text.endswith((",", ":")) or re.search(r"\d+(?:条|件|次|个|人|期)", text):
        return True
    return text.endswith("。") and (level > 0 or text.count(",") > 1)


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


def _in_lines(document: Document, lines: Sequence[Passage]) -> list[Heading]:
    """Headings inside long lines, as text that lost its line ends has them: numbers must count up."""
    found: list[Heading] = []
    tables = [b for b in document.blocks if b.kind is BlockKind.TABLE]
    for line in lines:
        start, end = line.folded.span(0, len(line.folded.text))
        places = {m.span(1) for m in _IN_LINE.finditer(document.text, start, end)}
        statutory = {m.span() for m in _STATUTORY.finditer(document.text, start, end)}
        taken = {low for low, _ in statutory}
        for low, high in sorted(statutory | {p for p in places if p[0] not in taken}):
            title = fold(document.text[low:high]).text
            number = int(chinese(title.partition("、")[0]) or 0)
            if number == len(found) + 1 and not any(t.start <= low < t.end for t in tables):
                found.append(Heading(0, number, title, low, high))
    return found
