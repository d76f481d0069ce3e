"""Figures stated in sentences: what each measures, of which period, whose it is, and which total it is a part of."""

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal

from core.extract import chains, topics
from core.extract.figures import figures
from core.extract.memory import Memory
from core.extract.passages import Passage, passages
from core.extract.sentences import Sentence
from core.extract.zeros import may_state_zero
from core.model.catalogue import Catalogue
from core.model.document import Document, Span
from core.model.extraction import Scope, Section, Statistic


def statistics(
    document: Document,
    sections: Sequence[Section],
    year: int | None,
    issuer: str | None,
    catalogue: Catalogue,
) -> tuple[Statistic, ...]:
    """All figures of the running text, in order; `whole` is an index into the result."""
    reader = _Reader(sections, Memory(year, issuer, catalogue))
    for passage in passages(document):
        reader.read(passage)
    found = _main_total(document, reader.memory.found)
    ends = sorted(h.heading.end for h in sections)
    return tuple(_without_headings(document, ends, s) for s in found)


def _without_headings(document: Document, ends: Sequence[int], statistic: Statistic) -> Statistic:
    """Its statement without the headings that ran into it, as in a text that lost its line ends."""
    start, stop = statistic.span.start, statistic.figure.start
    last = bisect_right(ends, stop) - 1
    if last >= 0 and ends[last] > start:
        start = ends[last]
    if start >= stop:
        return statistic
    below = _RUN_IN.match(document.text, start, stop)
    span = Span(below.end() if below else start, statistic.span.end)
    return statistic if span == statistic.span else replace(statistic, span=span)


# （一）主动公开政府信息的数量2013年…: a heading below a chapter, told by the period that the sentence begins with.
_RUN_IN = re.compile(r"\s*[（(][一二三四五六七八九十]{1,3}[)）][^，。；：,;:\d]{2,24}(?=(?:20\d\d年|全年|本年))")
_HEADING = 30  # characters of a paragraph that may be one
_HAN = re.compile(r"[一-鿿]")


@dataclass(slots=True)
class _Reader:
    sections: Sequence[Section]
    memory: Memory
    _starts: list[int] = field(init=False)
    _line: str = ""

    def __post_init__(self) -> None:
        self._starts = [s.start for s in self.sections]

    def _sub_heading(self, passage: Passage) -> str:
        """The last paragraph that is no more than a heading, until the next one."""
        text = passage.folded.text
        if len(text) <= _HEADING and not text.endswith(("。", ";")):
            self._line = text
        return self._line

    def read(self, passage: Passage) -> None:
        """Add all statistics of one paragraph."""
        before = bisect_right(self._starts, passage.start)
        above = (self.sections[i] for i in range(before - 1, -1, -1))
        section = next((s for s in above if passage.start < s.end), None)
        memory, text = self.memory, passage.folded.text
        memory.topic = topics.topic_of_section(section.kind if section else None)
        memory.heading = (section.title if section else "") + self._sub_heading(passage)
        if not chains.goes_on(text, 0):
            memory.chain = None
        for start, end in passage.sentences():
            if not _HAN.search(text, start, end):
                continue
            found = figures(text, start, end)
            if found or may_state_zero(text, start, end):
                sentence = Sentence(memory, passage, start, end, found)
                sentence.read_figures()
                sentence.read_zeros(section.title if section else "")
                memory.chain = sentence.open_chain()
            elif not chains.goes_on(text, start):
                memory.chain = None


def _main_total(document: Document, found: Sequence[Statistic]) -> list[Statistic]:
    """What is disclosed in all, settled over the whole report.

    公布信息77条 in a report whose 主动公开 counts thousands is some field's figure, not the total; and 在网站主动公开
    126条 is the total where the report has no other and its kinds are told as parts of it.
    """
    totals = [s.value for s in found if _is(s, "disclosed.total")]
    main = max(totals, default=Decimal(0))
    if not totals:
        return _promoted(document, found)
    return [
        replace(s, indicator=None)
        if _is(s, "disclosed.total") and s.value * 2 < main and "主动公开" not in document.quote(s.span)
        else s
        for s in found
    ]


def _promoted(document: Document, found: Sequence[Statistic]) -> list[Statistic]:
    sites = [i for i, s in enumerate(found) if _is(s, "disclosed.website") and s.whole is None]
    wholes = {s.whole for s in found if s.indicator and s.indicator.startswith("disclosed.category.")}
    if len(sites) != 1:
        return list(found)
    only = sites[0]
    beside = any(
        s.indicator and s.indicator.startswith("disclosed.") and s.whole is None and abs(i - only) == 1
        for i, s in enumerate(found)
    )
    if only in wholes or (not beside and "主动公开" in document.quote(found[only].span)):
        return [
            replace(s, indicator="disclosed.total", confidence=0.75) if i == only else s for i, s in enumerate(found)
        ]
    return list(found)


def _is(statistic: Statistic, indicator: str) -> bool:
    return statistic.indicator == indicator and statistic.scope is Scope.YEAR and not statistic.who
