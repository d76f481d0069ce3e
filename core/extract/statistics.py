"""Figures stated in sentences: what each measures, of which period, whose it is, and which total it is a part of."""

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal

from core.extract import naming, scopes, subjects
from core.extract.clauses import Clause, clauses, template
from core.extract.figures import Figure, figures
from core.extract.passages import Passage, passages
from core.extract.zeros import Zero, zeros
from core.model.catalogue import Catalogue, Measure
from core.model.document import Document, Span
from core.model.extraction import Scope, Section, Statistic, StatisticKind
from core.model.message import Message

_PARTS_FOLLOW = re.compile(r"其中|包括|包含|分别|具体为|分为|:|[,(]含")
_ALL_PARTS = re.compile(r"分别|具体为|分为")
_GOES_ON = re.compile(r"^(?:其中|其余|其[他它])")
_TOTAL = re.compile(
    r"(?:\.total|\.received|\.answered|\.accepted|\.carried_in|\.carried_out|\.sessions|\.conferences)$"
)
_INCLUDING = re.compile(r"([^,;。:¤]{2,16}?)[,]?(?:主要)?包括:?$")
_LOOK_BACK = 60
_THIN = 5  # characters: a clause such as 共计#件 says nothing by itself
_STANDING_UNITS = frozenset("个家人名处所")


def statistics(
    document: Document,
    sections: Sequence[Section],
    year: int | None,
    issuer: str | None,
    catalogue: Catalogue,
) -> tuple[Statistic, ...]:
    """All figures of the running text, in order; `whole` is an index into the result."""
    reader = _Reader(sections, year, issuer, catalogue)
    for passage in passages(document):
        reader.read(passage)
    return tuple(_main_total(document, reader.found))


def _main_total(document: Document, found: Sequence[Statistic]) -> list[Statistic]:
    """公布信息77条 in a report whose 主动公开 counts thousands is some field's figure, not the total."""

    def is_total(s: Statistic) -> bool:
        return s.indicator == "disclosed.total" and s.scope is Scope.YEAR and not s.who

    main = max((s.value for s in found if is_total(s)), default=Decimal(0))
    return [
        replace(s, indicator=None)
        if is_total(s) and s.value * 2 < main and "主动公开" not in document.quote(s.span)
        else s
        for s in found
    ]


@dataclass(slots=True)
class _Chain:
    """A total and the parts that follow it: indexes of statistics, and how the parts are announced."""

    whole: int
    depth: int
    parts: list[int] = field(default_factory=list)
    siblings: str = ""
    is_all: bool = False


@dataclass(slots=True)
class _Reader:
    sections: Sequence[Section]
    year: int | None
    issuer: str | None
    catalogue: Catalogue
    found: list[Statistic] = field(default_factory=list)
    _topic: str = ""
    _chain: _Chain | None = None
    _starts: list[int] = field(init=False)

    def __post_init__(self) -> None:
        self._starts = [s.start for s in self.sections]

    def read(self, passage: Passage) -> None:
        """Add all statistics of one paragraph."""
        before = bisect_right(self._starts, passage.start)
        section = next((s for s in self.sections[before - 1 :: -1] if before and passage.start < s.end), None)
        self._topic = naming.topic_of_section(section.kind if section else None)
        self._chain = None
        text = passage.folded.text
        for start, end in passage.sentences():
            sentence = _Sentence(self, passage, start, end)
            sentence.read_figures()
            sentence.read_zeros(section.title if section else "")
            self._chain = sentence.open_chain()
            self._topic = naming.topic_of(text, start, end, end) or self._topic


class _Sentence:
    """One sentence being read; its statistics go to the end of the reader's list."""

    def __init__(self, reader: _Reader, passage: Passage, start: int, end: int) -> None:
        self.reader, self.passage = reader, passage
        self.text, self.start, self.end = passage.folded.text, start, end
        self.figures = figures(self.text, start, end)
        self.first = len(reader.found)
        self.chains = [reader._chain] if reader._chain and self._goes_on(reader._chain) else []
        self.topic = reader._topic

    def _goes_on(self, chain: "_Chain") -> bool:
        """Whether the sentence goes on with the parts of the total before it: 其中…, or one body after the other."""
        if _GOES_ON.match(self.text[self.start : self.start + 4]):
            return True
        bodies = bool(chain.parts) and all(self.reader.found[i].who for i in chain.parts)
        first = self.text[self.start : self.figures[0].start] if self.figures else ""
        return bodies and bool(first) and subjects.who(first + "#", self.reader.issuer) is not None

    def read_figures(self) -> None:
        """Add the figures of the sentence, clause by clause."""
        for clause in clauses(self.text, self.start, self.end, self.figures):
            for index in clause.figures:
                self._follow(index)
                if not self._is_share(clause, index):
                    self._add(clause, index)
        for chain in self.chains:
            self._finish(chain)

    def read_zeros(self, heading: str) -> None:
        """Add the zeros that the sentence states in words."""
        taken = frozenset(s.indicator for s in self.reader.found[self.first :] if s.indicator)
        for zero in zeros(self.text, self.start, self.end, taken, heading):
            self.reader.found.append(self._zero(zero))

    def open_chain(self) -> _Chain | None:
        """The total that a following sentence beginning with 其中 goes on with."""
        if self.chains:
            return self.chains[0]
        counts = [
            i for i in range(self.first, len(self.reader.found)) if self.reader.found[i].value and self._counts(i)
        ]
        return _Chain(counts[-1], 0) if counts else None

    def _counts(self, index: int) -> bool:
        return self.reader.found[index].kind is not StatisticKind.RATE

    def _follow(self, index: int) -> None:
        """Open and close chains of parts by what stands between the figure before and this one."""
        if index == 0:
            return
        before, figure = self.figures[index - 1], self.figures[index]
        gap = self.text[before.end : figure.start]
        closed = gap.count(")") - gap.count("(")
        while closed > 0 and self.chains and self.chains[-1].depth > 0:
            self._finish(self.chains.pop())
            closed -= 1
        last = len(self.reader.found) - 1
        if last < self.first or self.reader.found[last].kind is StatisticKind.RATE:
            last = next((i for i in range(last, self.first - 1, -1) if self._counts(i)), -1)
        opened = gap.startswith("(") or re.match(r"[^,;。]{0,4}\([^)]*$", gap)
        if last < 0 or not (_PARTS_FOLLOW.search(gap) or opened):
            return
        if re.search(r"同比|另有|占|比上年|较", gap.split("(")[-1]) and opened:
            return
        if self.chains and not opened and last in self.chains[-1].parts and "其中" not in gap:
            self.chains[-1].is_all |= bool(_ALL_PARTS.search(gap))
            return
        is_list = opened and not re.search(r"其中|含", gap)
        self.chains.append(_Chain(last, 1 if opened else 0, is_all=bool(_ALL_PARTS.search(gap) or is_list)))

    def _add(self, clause: Clause, index: int) -> None:
        figure = self.figures[index]
        chain = self.chains[-1] if self.chains and self._same_thing(self.chains[-1], figure) else None
        before = self._before(clause, index)
        label = naming.label_of(before, self.text[figure.end : clause.end])
        name = self._named(clause, index)
        indicator = name.indicator if name else None
        if chain and indicator and _TOTAL.search(indicator) and indicator != self._of(chain).indicator:
            self.chains.clear()
            chain = None
        whole = self._of(chain) if chain else None
        who = subjects.who(self.text[clause.start : figure.start] + "#", self.reader.issuer)
        said = self._scope(clause, figure, whole)
        if whole and whole.indicator == "disclosed.total" and said.scope is not Scope.CHANGE:
            indicator = self._part_of_disclosed(chain, indicator, label, who, said.scope, whole)
        elif whole and indicator == whole.indicator and said.scope == whole.scope:
            indicator = None
        if figure.kind is StatisticKind.RATE or figure.each or said.scope is Scope.CHANGE:
            indicator = None
        if scopes.is_plan(self.text, self.start, figure.start):
            indicator = None
        if indicator is None and not chain:
            label = naming.counted(label, self.text[figure.end : clause.end])
        statistic = self._statistic(clause, figure, indicator, label, who, said, name)
        if chain and said.scope is not Scope.CHANGE and figure.kind is not StatisticKind.RATE:
            chain.parts.append(len(self.reader.found))
            chain.is_all |= naming.is_rest(before)
            statistic = replace(statistic, whole=chain.whole)
        self.reader.found.append(statistic)

    def _is_share(self, clause: Clause, index: int) -> bool:
        """占79%: the share of the figure before it, no statement of its own."""
        figure = self.figures[index]
        return figure.kind is StatisticKind.RATE and bool(
            re.fullmatch(r"(?:约|各|分别)?占(?:比|总数的?|比例)?(?:为|约)?", self.text[clause.start : figure.start])
        )

    def _before(self, clause: Clause, index: int) -> str:
        """The words of the clause before the figure, back to the figure before it."""
        low = max([clause.start, *(f.end for f in self.figures[:index])])
        before = self.text[low : self.figures[index].start]
        head = _INCLUDING.search(self.text[max(self.start, low - 24) : low])
        return head[1] if head and naming.is_rest(head[1]) else before

    def _named(self, clause: Clause, index: int) -> naming.Named | None:
        figure, phrases = self.figures[index], self.reader.catalogue.phrases
        topic = naming.topic_of(self.text, self.start, figure.start, clause.end) or self.topic
        name = naming.named(template(self.text, clause, self.figures, index), figure.unit, topic, phrases)
        if name:
            return name
        if len(self._before(clause, index)) > _THIN or self.text[figure.end : clause.end].strip("。"):
            return None
        low = max([self.start, clause.start - _LOOK_BACK, *(f.end for f in self.figures[:index])])
        if low >= clause.start:
            return None
        return naming.named(template(self.text, clause, self.figures, index, low), figure.unit, topic, phrases)

    def _scope(self, clause: Clause, figure: Figure, whole: Statistic | None) -> scopes.Said:
        inherited = whole.scope if whole else None
        return scopes.scope_of(self.text, self.start, clause.start, figure.start, self.reader.year, inherited)

    def _part_of_disclosed(
        self,
        chain: "_Chain | None",
        indicator: str | None,
        label: str,
        who: str | None,
        scope: Scope | None,
        whole: Statistic,
    ) -> str | None:
        if who or chain is None:
            return None
        if indicator and indicator != "disclosed.total":
            return indicator
        if indicator and scope is not None and scope != whole.scope:
            return indicator
        key = naming.kind_or_channel(label, chain.siblings)
        if key:
            chain.siblings = key.split(".")[1]
        return key

    def _statistic(
        self,
        clause: Clause,
        figure: Figure,
        indicator: str | None,
        label: str,
        who: str | None,
        said: scopes.Said,
        name: naming.Named | None,
    ) -> Statistic:
        scope = said.scope or self._usual(indicator, figure)
        confidence = 0.95 if indicator and said.scope else 0.85 if indicator else 0.7
        code = "extract.statistic.phrase" if indicator and name else "extract.statistic.label"
        reason = Message(code, {"words": name.words if name else label})
        return Statistic(
            indicator,
            label,
            figure.value,
            figure.unit,
            figure.kind,
            scope,
            figure.approx,
            who,
            self._statement(clause),
            self.passage.span(figure.start, figure.end),
            confidence,
            reason,
        )

    def _statement(self, clause: Clause) -> Span:
        start, end = clause.start, clause.end
        while end > start and self.text[end - 1] in "。、,;":
            end -= 1
        return self.passage.span(start, end)

    def _usual(self, indicator: str | None, figure: Figure) -> Scope | None:
        if indicator is None:
            return None if figure.unit in _STANDING_UNITS else Scope.YEAR
        known = self.reader.catalogue.indicators.get(indicator)
        return Scope.POINT if known and known.measure is Measure.STOCK else Scope.YEAR

    def _zero(self, zero: Zero) -> Statistic:
        said = scopes.scope_of(self.text, self.start, zero.start, zero.sign[0], self.reader.year, None)
        return Statistic(
            zero.indicator,
            zero.label,
            Decimal(0),
            zero.unit,
            StatisticKind.AMOUNT if zero.unit == "元" else StatisticKind.COUNT,
            said.scope or Scope.YEAR,
            False,
            subjects.who(self.text[zero.start : zero.sign[0]] + "#", self.reader.issuer),
            self.passage.span(zero.start, zero.end),
            self.passage.span(*zero.sign),
            0.9,
            Message("extract.statistic.zero", {"words": self.text[slice(*zero.sign)]}),
        )

    def _of(self, chain: _Chain) -> Statistic:
        return self.reader.found[chain.whole]

    def _same_thing(self, chain: _Chain, figure: Figure) -> bool:
        whole = self._of(chain)
        return whole.kind == figure.kind and (whole.unit == figure.unit or whole.unit in ("条", "件", "份", "篇"))

    def _finish(self, chain: _Chain) -> None:
        if chain.is_all and len(chain.parts) > 1:
            for index in chain.parts:
                self.reader.found[index] = replace(self.reader.found[index], complete=True)
