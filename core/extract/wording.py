"""The words of one sentence, figure by figure: those before and after it, those handed to it, what they are about."""

import re
from functools import cached_property

from core.extract import disclosures, lists, topics
from core.extract.clauses import Clause, clauses, template
from core.extract.figures import Figure
from core.model.extraction import StatisticKind

_INCLUDING = re.compile(r"([^,;。:¤]{2,16}?)[,]?(?:主要)?包括:?$")
_SHARE = re.compile(
    r"(?:大?约|各|分别)?占(?:比|全部|总数的?|总量的?|总体的?|比例|申请|[^,;。]{0,8}的)?(?:比例)?(?:约?为|约)?"
)
_WAY = re.compile(r"[^,]{0,12}?(?:通过|依托|利用|借助|运用|在[^,]{2,30}上$)")
_MEDIUM = re.compile(
    r"(?:维护|运营|运维|开通|开设)[^,]{0,12}(?:微信|公众号|微博|新媒体|抖音|网站)|(?:微信|公众号|微博)[^,]{0,14}(?:订阅|粉丝|关注|用户)"
)
# 工作人员5人(专职1人…: what the figure is divided into says what it counts.
_DIVIDED = re.compile(r"[,(。;](?:其中)?[:,]?(?:有|配备|含)?(?:\d{1,4}[人名])?(?:专职|全职|兼职)")
_LOOK_BACK = 60
_THIN = 5  # characters: a clause such as 共计#件 says nothing by itself


class Wording:
    """The sentence [start, end) of a folded text with its figures and clauses; figures are named by index."""

    def __init__(self, text: str, start: int, end: int, figures: list[Figure], issuer: str = "") -> None:
        self._issuer = issuer
        self.text, self.start, self.end, self.figures = text, start, end, figures
        self.clauses: list[Clause] = clauses(text, start, end, figures) if figures else []
        self.handed = lists.handed(text, start, figures)
        self._home = {index: at for at, clause in enumerate(self.clauses) for index in clause.figures}
        self._before: dict[int, str] = {}

    @cached_property
    def topics(self) -> topics.Topics:
        """What the sentence and the words just before it speak of."""
        return topics.topics_in(self.text, self.start, self.end)

    def home(self, index: int) -> int:
        """Which clause the figure stands in."""
        return self._home[index]

    def clause(self, index: int) -> Clause:
        """The clause that the figure stands in."""
        return self.clauses[self._home[index]]

    def low(self, index: int) -> int:
        """Where the figure's own words begin: at its clause, or behind the figure before it."""
        clause = self.clause(index)
        return self.figures[index - 1].end if index > clause.figures[0] else clause.start

    def before(self, index: int) -> str:
        """The words that stand for the figure: those a list hands it, else those before it in its clause."""
        if index not in self._before:
            self._before[index] = self._words_before(index)
        return self._before[index]

    def _words_before(self, index: int) -> str:
        if index in self.handed:
            return self.handed[index].words
        low = self.low(index)
        lead = self.text[max(self.start, low - 24) : low]
        head = _INCLUDING.search(lead) if "包括" in lead else None
        return head[1] if head and disclosures.is_rest(head[1]) else self.text[low : self.figures[index].start]

    def owner(self, index: int) -> str:
        """The issuer, whose own field of information may be all it discloses; "" in a list of kinds."""
        return "" if self.text.startswith("、", self.figures[index].end) else self._issuer

    def after(self, index: int) -> str:
        """The words behind the figure, up to the next one or the end of its clause."""
        clause = self.clause(index)
        high = self.figures[index + 1].start if index < clause.figures[-1] else clause.end
        return "" if index in self.handed else self.text[self.figures[index].end : high]

    def way(self, index: int) -> str:
        """依托县政府网站,发布…: the words of the clause before, when they say by what means."""
        at, clause = self._home[index], self.clause(index)
        if at == 0 or clause.opening != ",":
            return ""
        last = self.clauses[at - 1]
        words = self.text[last.start : last.end]
        return words if (_MEDIUM.search(words) if last.figures else _WAY.match(words)) else ""

    def template(self, index: int) -> str:
        """The figure's clause as a phrase sees it: the figure as #, the others as ¤."""
        if index in self.handed:
            return f"{self.handed[index].words}#{self.figures[index].unit}"
        clause = self.clause(index)
        divided = _DIVIDED.match(self.text, clause.end) if index == clause.figures[-1] else None
        return template(self.text, clause, self.figures, index) + (divided.group() if divided else "")

    def borrowed(self, index: int) -> tuple[str, str] | None:
        """The template of a clause that says nothing by itself with the words in front of it, and those words."""
        clause, figure = self.clause(index), self.figures[index]
        if len(self.before(index)) > _THIN or self.text[figure.end : clause.end].strip("。"):
            return None
        low = max([self.start, clause.start - _LOOK_BACK, *(f.end for f in self.figures[max(0, index - 1) : index])])
        if low >= clause.start:
            return None
        return template(self.text, clause, self.figures, index, low), self.text[low : figure.start]

    def is_share(self, index: int) -> bool:
        """占79%: the share of the figure before it, no statement of its own."""
        figure = self.figures[index]
        return figure.kind is StatisticKind.RATE and bool(_SHARE.fullmatch(self.text, self.low(index), figure.start))

    def topic(self, index: int, of_whole: str) -> str:
        """What the figure is about, by its own words, the total it is part of, or what was named nearest; else ""."""
        figure = self.figures[index]
        own = topics.topic_of(self.before(index))
        return (
            (of_whole if own == "matters" and of_whole == "applications" else own)
            or of_whole
            or self.topics.before(figure.start, self.start)
            or self.topics.within(figure.end, self.clause(index).end)
            or self.topics.before(self.start)
        )
