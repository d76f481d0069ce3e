"""One sentence's statistics: its figures clause by clause, then the zeros that it states in words."""

import re
from dataclasses import replace

from core.extract import chains, disclosures, kinds, naming, results, scopes, subjects, topics
from core.extract.chains import Chain
from core.extract.clauses import Clause
from core.extract.figures import Figure
from core.extract.memory import Memory
from core.extract.naming import Name
from core.extract.passages import Passage
from core.extract.wording import Wording
from core.extract.zeros import stated, zeros
from core.model.document import Span
from core.model.extraction import Scope, Statistic, StatisticKind
from core.model.message import Message

_TOTAL = re.compile(
    r"(?:\.total|\.received|\.answered|\.accepted|\.carried_in|\.carried_out|\.sessions|\.conferences)$"
)
_CASES = ("applications.", "review.", "litigation.", "complaints.", "decisions.")
_CASE_UNITS = frozenset("起宗例单")  # as the core indicators write them: 件
_OF_THESE = re.compile(r"[^,;。]{0,10}(?:信息|文件|申请)中[,:]?")
_OF_THE_YEAR = re.compile(r"年度?新增|\d年|今年|本年|当年")
_OF_ALL_YEARS = re.compile(r"累计|截[至止]|到[^,]{0,8}底")
_TIMES = re.compile(r"历年|累计|累积|\d年|本年|今年|当年|全年")
_RESULT_UNITS, _PIECES = frozenset("件份宗起例条个项"), frozenset("条件份篇则")
# A page's own counter of readers.
_COUNTER = re.compile(
    r"[^,;。]{0,24}(?:浏览|访问|点击|阅读)(?:次数|数|量|人数)?:?[\d,. ]{1,12}(?:人次|次)?[^,;。\d]{0,10}"
)
_LEAD = 40  # characters before a sentence in which a heading may stand


class Sentence:
    """One sentence being read, of known figures; its statistics go to the end of the memory's list."""

    def __init__(self, memory: Memory, passage: Passage, start: int, end: int, figures: list[Figure]) -> None:
        self.memory, self.passage = memory, passage
        self.text, self.start, self.end = passage.folded.text, start, end
        self.words = Wording(self.text, start, end, figures, memory.issuer or "")
        self.figures = figures
        self.periods = scopes.Periods(self.text, self.words.clauses, memory.year)
        self.first = len(memory.found)
        self.is_results = bool(self.figures) and results.is_list(self.text, start, end)
        self.kinds = kinds.kinds(self.words, memory.heading)
        self.chains = [memory.chain] if memory.chain and self._goes_on(memory.chain) else []

    def read_figures(self) -> None:
        """Add the figures of the sentence, clause by clause."""
        for index in range(len(self.figures)):
            self._follow(index)
            if not self.words.is_share(index):
                self._add(index)
        for chain in self.chains:
            self.memory.finish(chain)

    def read_zeros(self, heading: str) -> None:
        """Add the zeros that the sentence states in words."""
        taken = frozenset(s.indicator for s in self.memory.found[self.first :] if s.indicator)
        for zero in zeros(self.text, self.start, self.end, taken, heading):
            if not (zero.is_reason and self.memory.is_told(zero.indicator, 0)):
                self.memory.found.append(stated(zero, self.passage, self.start, self.memory))

    def open_chain(self) -> Chain | None:
        """The total that a following sentence beginning with 其中 goes on with."""
        if self.chains:
            return self.chains[0]
        found = self.memory.found
        counts = [i for i in range(self.first, len(found)) if self.memory.counts(i)]
        of_year = [i for i in counts if found[i].scope not in (Scope.CUMULATIVE, Scope.PREVIOUS)]
        best = [i for i in of_year if found[i].value] or of_year or counts
        return Chain(best[-1]) if best else None

    # --- totals and parts

    def _goes_on(self, chain: Chain) -> bool:
        """Whether the sentence goes on with the parts of the total before it: 其中…, or one body after the other."""
        if chains.goes_on(self.text, self.start):
            return True
        bodies = bool(chain.parts) and all(self.memory.found[i].who for i in chain.parts)
        first = self.text[self.start : self.figures[0].start] if self.figures else ""
        return bodies and bool(first) and subjects.who(first + "#", self.memory.issuer) is not None

    def _follow(self, index: int) -> None:
        """Open and close chains of parts by what stands between the figure before and this one."""
        if index == 0:
            if not self.chains and chains.of_those(self.text[self.start : self.words.clause(0).start]):
                self.chains.append(Chain(self.memory.last_disclosed()))
            return
        gap = self.text[self.figures[index - 1].end : self.figures[index].start]
        step = chains.step(gap)
        for _ in range(min(step.closed, len(self.chains))):
            if self.chains[-1].depth > 0:
                self.memory.finish(self.chains.pop())
        last = self.memory.last_count(self.first)
        if last is None or not (step.opens or _OF_THESE.match(gap)):
            return
        last = self.memory.of_the_year(last, self.first)
        if self.chains and not step.is_bracket and last in self.chains[-1].parts and not step.fresh:
            self.chains[-1].is_all |= step.says_all
            return
        self.chains.append(Chain(last, 1 if step.is_bracket else 0, is_all=step.says_all))

    def _chain(self, index: int) -> Chain | None:
        """The chain that the figure is a part of, after closing those that end before it."""
        before, figure = self.words.before(index), self.figures[index]
        of_disclosed = bool(self.chains) and self.memory.is_disclosed(self.chains[-1])
        if of_disclosed and index not in self.kinds.runs and disclosures.is_another_act(before):
            self.chains.clear()
        if not self.chains and disclosures.is_class(before):
            last = self.memory.last_disclosed(self.first, figure.value)
            if last is not None:
                self.chains.append(Chain(last))
        if not self.chains and index in self.kinds.runs:
            self._open_kinds(self.kinds.runs[index])
        return self.chains[-1] if self.chains and self._same_thing(self.chains[-1], figure) else None

    def _open_kinds(self, run: kinds.Run) -> None:
        """Take a list of kinds for parts of the total before it, or of one that is not told."""
        before = self.memory.chain.whole if self.memory.chain else None
        last = self.memory.last_disclosed(self.first, run.total)
        last = before if last is None else last
        whole = None if last is None else self.memory.found[last]
        many = len(run.figures) > 1
        if whole and (whole.indicator or "").startswith("disclosed.") and whole.value >= run.total and many:
            self.chains.append(Chain(last))
        elif self.kinds.is_headed or (many and run.announced and self._is_on_disclosure(run.figures[0])):
            self.chains.append(Chain(None))

    def _is_on_disclosure(self, index: int) -> bool:
        topic = self.words.topics.before(self.figures[index].start) or self.memory.topic
        return topic in ("", "disclosed", "decisions")

    def _same_thing(self, chain: Chain, figure: Figure) -> bool:
        whole = self.memory.whole_of(chain)
        if whole is None:
            return figure.unit in disclosures.UNITS
        if figure.unit == "个" != whole.unit:
            return False
        return whole.kind == figure.kind and whole.unit in (figure.unit, "条", "件", "份", "篇", "项")

    # --- figures

    def _add(self, index: int) -> None:
        clause, figure = self.words.clause(index), self.figures[index]
        chain = self._chain(index)
        name = self._name(index, chain)
        if chain and name.indicator and self._is_another_total(chain, name.indicator):
            self.chains.clear()
            chain = None
        whole = self.memory.whole_of(chain)
        who = subjects.who(self.text[clause.start : figure.start] + "#", self.memory.issuer)
        if who is None:
            who = self._body(index, chain)
        said = self._scope(index, whole, name.indicator)
        if scopes.is_plan(self.text, self.start, figure.start):
            return
        before, after = self.words.before(index), self.words.after(index)
        compares = said.scope in (Scope.CHANGE, Scope.PREVIOUS) and scopes.only_compares(before)
        if compares and figure.kind is not StatisticKind.RATE:
            name = Name(self._compared(index), borrowed=True)
        elif who:
            name = self._kept(name, whole)
        whole = self._widened(chain, name, said, clause)
        if self._has_no_name(figure, said, name, who, whole):
            name = Name(None)
        label = naming.label_of(before, after)
        if name.indicator is None and not chain:
            label = naming.counted(label, after)
        if name.indicator == "website.visits" and _COUNTER.fullmatch(self.text, self.start, self.end):
            return
        part_of = None
        if chain and said.scope is not Scope.CHANGE and figure.kind is not StatisticKind.RATE:
            chain.parts.append(len(self.memory.found))
            chain.is_all |= disclosures.is_rest(before)
            part_of = chain.whole
        self.memory.found.append(self._statistic(index, name, label, who, said, part_of))

    @staticmethod
    def _kept(name: Name, whole: Statistic | None) -> Name:
        """其中市本级3条,各县5条: a body's part of a total counts what the total counts."""
        is_free = name.indicator is None or name.indicator.startswith(("disclosed.category.", "disclosed.channel."))
        return Name(whole.indicator, borrowed=True) if whole and is_free else name

    def _is_another_total(self, chain: Chain, indicator: str) -> bool:
        whole = self.memory.whole_of(chain)
        own = whole.indicator if whole else "disclosed.total"
        return bool(_TOTAL.search(indicator)) and indicator != own

    def _has_no_name(
        self, figure: Figure, said: scopes.Said, name: Name, who: str | None, whole: Statistic | None
    ) -> bool:
        if figure.kind is StatisticKind.RATE or figure.each:
            return True
        return whole is not None and name.indicator == whole.indicator and said.scope == whole.scope and not who

    def _widened(self, chain: Chain | None, name: Name, said: scopes.Said, clause: Clause) -> Statistic | None:
        """The whole; 累计5928条,其中本年度新增2110条 shows that it counts all years."""
        whole = self.memory.whole_of(chain)
        if whole is None or chain is None or chain.whole is None:
            return whole
        of_year = said.by == "clause" and said.scope is Scope.YEAR and whole.scope is Scope.YEAR
        if not of_year or name.indicator != whole.indicator:
            return whole
        if _OF_ALL_YEARS.search(self.text, max(0, self.start - 80), clause.start):
            whole = replace(whole, scope=Scope.CUMULATIVE)
            self.memory.found[chain.whole] = whole
        return whole

    def _body(self, index: int, chain: Chain | None) -> str | None:
        """The body whose part it is, in a list by bodies: 其中市本级#条,甲局#条; several of them make a list."""
        before = self.words.before(index)
        if chain:
            return subjects.body(before)
        body = subjects.body(before)
        if body is None:
            return None
        listed = [subjects.body(self.words.before(c.figures[0])) for c in self.words.clauses if c.figures]
        return body if len({b for b in listed if b}) > 1 else None

    # --- names

    def _name(self, index: int, chain: Chain | None) -> Name:
        figure = self.figures[index]
        before, after = self.words.before(index), self.words.after(index)
        if results.is_no_result(before, figure.unit, self.text[self.start : self.end]):
            return Name(None)
        whole = self.memory.whole_of(chain)
        topic = self.words.topic(index, topics.topic_of_indicator(whole.indicator if whole else None))
        topic = topic or self.memory.topic
        if topic == "disclosed" and self.is_results and figure.unit in _CASE_UNITS | {"件"}:
            topic = "applications"
        named = naming.named(self.memory.catalogue, self.words.template(index), figure.unit, topic)
        of_disclosed = chain is not None and self.memory.is_disclosed(chain) and figure.unit in disclosures.UNITS
        if named and named.indicator and results.is_repeated(before):
            told = self.memory.is_told(named.indicator, figure.value)
            return Name(None if told else named.indicator, named.words)
        if named and named.indicator and not (of_disclosed and self._is_kind(before, named.indicator)):
            return Name(named.indicator, named.words)
        leaning = self._of_results(index) if topic == "applications" and not of_disclosed else None
        if leaning:
            return Name(leaning, before)
        again = self._told_again(index) or self._told_otherwise(index)
        if again:
            return Name(again, borrowed=True)
        if chain and of_disclosed:
            return self._part(chain, index)
        if named:
            return Name(None)
        focus = self._of_focus(before, after) if figure.unit in _PIECES else None
        if focus:
            return Name(focus, naming.label_of(before, after))
        key = self._disclosed(index, topic) if figure.unit in disclosures.UNITS and topic != "matters" else None
        return Name(key, naming.label_of(before, after)) if key else self._borrowed(index, topic)

    def _disclosed(self, index: int, topic: str) -> str | None:
        """What a figure of no chain says was disclosed, by its words, by the way before them, or beside a channel."""
        before, after = self.words.before(index), self.words.after(index)
        key = disclosures.total(before, after, self.words.owner(index))
        if key in ("disclosed.total", None):
            key = disclosures.total(self.words.way(index) + before, after) or key
        is_beside = disclosures.is_channel(before) and self.memory.is_beside_a_channel(self.first)
        is_beside &= self.figures[index].unit != "个"  # 公开栏8个 counts boards
        if key is None and (is_beside or (topic == "disclosed" and disclosures.is_class(before))):
            key = disclosures.part(before, after, "channel" if is_beside else "")
        return key

    @staticmethod
    def _is_kind(before: str, indicator: str) -> bool:
        if indicator.startswith("decisions."):
            return True
        return disclosures.is_class(before) and not indicator.startswith(("disclosed.", "policy."))

    def _of_focus(self, before: str, after: str) -> str | None:
        lead = self.text[max(0, self.start - _LEAD) : self.start]
        return kinds.of_focus(before, after, self.memory.heading + lead)

    def _of_results(self, index: int) -> str | None:
        """公开8件 beside 不予公开2件: what a figure means only by the list of results it stands in."""
        if self.figures[index].unit not in _RESULT_UNITS:
            return None
        so_far = [s.indicator for s in self.memory.found[self.first :]]
        ahead = self.text[self.figures[index].end : self.end]
        return results.named(self.words.before(index), self.text[self.start : self.end], ahead, so_far)

    def _part(self, chain: Chain, index: int) -> Name:
        before, after = self.words.before(index), self.words.after(index)
        whole = self.memory.whole_of(chain)
        key = disclosures.part(before, after, chain.siblings)
        new = disclosures.total(before, after)
        if (
            new == "disclosed.total"
            and index not in self.kinds.runs
            and not disclosures.is_rest(before)
            and (whole is None or _OF_THE_YEAR.search(before))
        ):
            return Name(new)
        if key:
            chain.siblings = "category" if key.startswith("disclosed.category.") else "channel"
        return Name(key)

    def _told_otherwise(self, index: int) -> str | None:
        """受理申请3件,历年累计5件: the same thing, counted over another time."""
        before, found = self.words.before(index), self.memory.found
        if not before or not _TIMES.search(before) or not disclosures.is_bare(before):
            return None
        last = self.memory.last_count(self.first)
        if last is None:
            return None
        whole = found[last].whole
        if whole is not None and self.words.clause(index).opening == ";":
            last = whole
        if found[last].indicator == "applications.carried_in":  # 上年结转2件,本年新增25件
            return "applications.received"
        return found[last].indicator if found[last].unit == self.figures[index].unit else None

    def _told_again(self, index: int) -> str | None:
        """主动公开的221条信息中,…: the figure that was told before."""
        figure = self.figures[index]
        if not _OF_THESE.match(self.text, figure.end, min(figure.end + 16, self.end)):
            return None
        return self.memory.told(figure.value, figure.unit)

    def _compared(self, index: int) -> str | None:
        """收到申请9件,较上年增加3件: the indicator of what a figure of another time is compared with."""
        last = self.memory.last_count(self.first)
        if last is None and index == 0 and self.memory.chain:
            last = self.memory.chain.whole
        found = self.memory.found[last] if last is not None else None
        return found.indicator if found and found.unit in (self.figures[index].unit, "件", "条") else None

    def _borrowed(self, index: int, topic: str) -> Name:
        """A clause that says nothing by itself (共计#件) is named with the words in front of it."""
        borrowed = self.words.borrowed(index)
        if borrowed is None:
            return Name(None)
        unit = self.figures[index].unit
        named = naming.named(self.memory.catalogue, borrowed[0], unit, topic)
        if named:
            return Name(named.indicator, named.words, borrowed=True)
        return Name(disclosures.total(borrowed[1], "") if unit in disclosures.UNITS else None, borrowed=True)

    # --- scope and result

    def _scope(self, index: int, whole: Statistic | None, indicator: str | None) -> scopes.Said:
        listed = self.words.handed[index].scope if index in self.words.handed else None
        if listed:
            return scopes.Said(listed, "clause")
        figure = self.figures[index]
        said = self.periods.scope_of(self.words.home(index), figure.start, whole.scope if whole else None)
        if indicator == "applications.carried_in":
            return replace(said, scope=Scope.YEAR)
        if said.scope in (Scope.CHANGE, Scope.PREVIOUS):
            return said
        summed = "累计" in self.words.before(index)
        if summed and said.scope is Scope.YEAR and self.memory.is_exceeded(indicator, figure.value, self.first):
            return replace(said, scope=Scope.CUMULATIVE)
        if self.memory.stands(indicator, figure.unit):
            at_a_date = said.scope is Scope.CUMULATIVE or (said.scope is None and indicator is not None)
            return replace(said, scope=Scope.POINT) if at_a_date else said
        if said.until and "新增" in self.text[self.words.clause(index).start : figure.start]:
            return replace(said, scope=Scope.YEAR)
        if said.until and indicator and not indicator.startswith(("disclosed.", "website.")):
            return replace(said, scope=Scope.YEAR)
        return said

    def _statistic(
        self, index: int, name: Name, label: str, who: str | None, said: scopes.Said, whole: int | None
    ) -> Statistic:
        clause, figure = self.words.clause(index), self.figures[index]
        units = _CASE_UNITS | {"份"} if (name.indicator or "").startswith("applications.") else _CASE_UNITS
        unit = "件" if figure.unit in units and (name.indicator or "").startswith(_CASES) else figure.unit
        scope = said.scope or (None if self.memory.stands(name.indicator, figure.unit) else Scope.YEAR)
        code = "extract.statistic.phrase" if name.indicator and name.words else "extract.statistic.label"
        return Statistic(
            name.indicator,
            label,
            figure.value,
            unit,
            figure.kind,
            scope,
            figure.approx,
            who,
            self._statement(clause),
            self.passage.span(figure.start, figure.end),
            name.confidence(bool(said.by and not said.until)),
            Message(code, {"words": name.words or label}),
            whole,
        )

    def _statement(self, clause: Clause) -> Span:
        start, end = clause.start, clause.end
        while end > start and self.text[end - 1] in "。、,;":
            end -= 1
        return self.passage.span(start, end)
