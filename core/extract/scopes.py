"""The period a figure of a sentence speaks of: this year, all years so far, a date, the year before, a change."""

import re
from collections.abc import Sequence

from core.base import numbers
from core.base.data import data
from core.extract.clauses import Clause
from core.model.extraction import Scope

_SINCE = r"(?:以来|至今|迄今|到目前为止)"
_RECENT = r"(?:今年|本年|一年|年初|去年|今年年初|本年度|年|月|日)"
_MARK = re.compile(
    r"(?=[\d〇○零一二三四五六七八九上今以全共到前历去当往总截报日月本现目年累至迄])"
    rf"(?:(?P<since>\d{{4}}年(?:底|\d{{1,2}}月)?以来)|(?P<year>{_RECENT}以来|全年|本年度?|今年|当年|年内|一年来|报告期内?|本期)"
    rf"|(?P<until>截[至止](?:到|至)?[^,。;#]{{0,14}}?(?:\d日|目前|年底|年末|底|日止|止|日)?(?=[,,我全共本各已市县区省镇]|$)|截[至止])"
    rf"|(?P<all>历年(?:来)?(?:累计)?|累积|{_SINCE}|共累计|总累计)"
    r"|(?P<now>目前|现有|现已|现存|现行|至此)"
    r"|(?P<sum>累计)"
    r"|(?P<before>上年度?|去年|上一年度?|前一年度?|往年)(?!结转|度结转|同期相比)"
    r"|(?<![\d至—~-])(?<![年月日]到)(?P<given>\d{4}|\d{2}|[〇○零一二三四五六七八九]{4})年(?!以来|来|底|前|至|到|—|月))"
)
_CHANGE = re.compile(
    r"(?:(?:[较比]|同比|环比|与)(?:上年|去年|上一年|前年|往年|20\d\d年|同期)?[^,。;#]{0,12}"
    r"|(?:上年|去年|同期)[^,。;#]{0,6})?(?:增加|增长|减少|下降|提高|上升|回落|降低|多|少|翻)了?(?:约|近)?$"
)
_COMPARED = re.compile(r"[较比]|同比|环比|与[^,]{0,8}相比")
_ROSE = re.compile(r"(?:增加|增长|减少|下降|提高|上升|回落|降低)了?(?:约|近)?$")
_PLAN = re.compile(
    r"(?:(?:年度?|步|阶段),?(?:我[省市县区镇乡局办委]|本[省市县区镇乡局办委])?将(?!其|以|政府|相关|各)|将(?=继续|进一步|力争|完成|新增|达到|组织|开展|举办|建立|再)|计划(?=[在于公开开展组织新全明])|力争|争取|预计|打算)[^,。;#]{0,30}$"
)


# 比上年增加, 较上一年度的: words that say nothing else than with what a figure is compared.
_ONLY_COMPARES = re.compile(
    r"(?:其中|并|共|也|,)*(?:同比|环比|[较比与])?(?:(?:\d{4}|上|去|前|上一|前一|往)年(?:度|同期|全年|底)?|同期)?(?:相比)?(?:的|为|是|有|净|共|总数|总量|数量|同比|又)*"
    r"(?:增加|增长|减少|下降|提高|上升|回落|降低|[多少增减])?(?:了|近|约)*"
)
_OTHER_YEAR = re.compile(r"[较比]|同期|同比|今年|本年|当年|全年|本期|报告期|[增减升降]|去年(?:度|结转|底)|\d年")
_NEW = re.compile(r"新增[^,;。]{0,16}\d")  # 新增3条,累计9条
_LISTED = re.compile(r"历年来?(?:累计)?[一-龥]{3,16}\d")
_SIGNS = frozenset(("、", "和", "及", "与", "以及"))
_CLAUSES_BACK = 12


@data
class Said:
    """A scope with where it comes from: "clause", "sentence" or "" when nothing says it.

    `until` marks a scope that only a closing date gives (截至12月31日): of what happens it means the year or all
    years, of what stands the date.
    """

    scope: Scope | None
    by: str
    until: bool = False


class Periods:
    """The periods that a sentence's clauses speak of; `year` is the report's."""

    def __init__(self, text: str, clauses: Sequence[Clause], year: int | None) -> None:
        self._text, self._clauses, self._year = text, clauses, year
        self._passed_on: dict[int, list[str]] = {}
        self._told_later: bool | None = None

    def scope_of(self, at: int, figure: int, inherited: Scope | None = None) -> Said:
        """The scope of the figure at folded offset `figure` of the clause `at`.

        `inherited` is what the figure's whole speaks of, for parts of it; else None.
        """
        before = self._text[self._clauses[at].start : figure]
        if _is_change(before):
            return Said(Scope.CHANGE, "clause")
        near = self._marks(before)
        if near[-1:] == ["sum"] and _NEW.search(self._text, self._clauses[0].start, self._clauses[at].start):
            return Said(Scope.CUMULATIVE, "sentence")
        if not near and at and self._clauses[at].opening in _SIGNS:
            near = self._listed(self._clauses[at - 1])
        if inherited and not near:
            return Said(inherited, "sentence")
        wide = [mark for i in range(max(0, at - _CLAUSES_BACK), at) for mark in self._marks_of(i)]
        if near:
            return _joined(near, [*wide, *near], "clause")
        return _joined(wide[-2:], wide, "sentence") if wide else Said(None, "")

    def _listed(self, before: Clause) -> list[str]:
        """历年累计行政复议4件、行政诉讼2件: what a list says of its first figure it says of the next."""
        said = _LISTED.search(self._text, before.start, before.end)
        return self._marks(said.group()) if said else []

    def _marks(self, words: str) -> list[str]:
        found: list[str] = []
        for mark in _MARK.finditer(words):
            kind = mark.lastgroup or ""
            if kind == "given":
                kind = _given(mark["given"], self._year)
            elif kind == "since":
                kind = "year" if _given(mark["since"][:4], self._year) == "year" else "all"
            elif mark.group() == "去年" and self._is_told_later():
                kind = "year"
            if kind:
                found.append(kind)
        return found

    def _is_told_later(self) -> bool:
        """Whether 去年 is the report's own year: nothing in the sentence speaks of another or compares."""
        if self._told_later is None:
            words = self._text[self._clauses[0].start : self._clauses[-1].end]
            self._told_later = not _OTHER_YEAR.search(words)
        return self._told_later

    def _marks_of(self, at: int) -> list[str]:
        """The marks that a clause passes on: one with a figure of its own only that it speaks of the year."""
        if at not in self._passed_on:
            clause = self._clauses[at]
            marks = self._marks(self._text[clause.start : clause.end])
            self._passed_on[at] = [m for m in marks if m == "year"] if clause.figures else marks
        return self._passed_on[at]


def only_compares(words: str) -> bool:
    """Whether the words before a figure name nothing but the time that it is compared with, or how it changed."""
    return bool(_ONLY_COMPARES.fullmatch(words))


def is_plan(text: str, sentence: int, figure: int) -> bool:
    """Whether the figure is something that is meant to be done."""
    return bool(_PLAN.search(text, max(sentence, figure - 40), figure))


def _is_change(before: str) -> bool:
    if not _CHANGE.search(before):
        return False
    return bool(_COMPARED.search(before)) or bool(_ROSE.search(before))


def _given(printed: str, year: int | None) -> str:
    value = int(printed) if printed.isascii() else int(numbers.chinese(printed) or 0)
    value += 2000 if value < 100 else 0
    if not 1990 <= value <= 2100:
        return ""
    if year is None or value == year:
        return "year"
    return "before" if value == year - 1 else ""


def _joined(near: list[str], wide: list[str], by: str) -> Said:
    """A bare 累计 counts the year when a year is named and nothing says that it goes further back."""
    last = near[-1]
    if last == "before":
        return Said(Scope.PREVIOUS, by)
    if last == "year":
        return Said(Scope.CUMULATIVE if "all" in near else Scope.YEAR, by)
    if last == "all":
        return Said(Scope.CUMULATIVE, by)
    if last == "sum":
        others = [m for m in wide if m != "sum"]
        if not others or others[-1] == "year":
            return Said(Scope.YEAR, by if others else "")
        return Said(Scope.PREVIOUS if others[-1] == "before" else Scope.CUMULATIVE, by)
    if "year" in wide and "all" not in wide and last == "until":
        return Said(Scope.YEAR, by)
    return Said(Scope.CUMULATIVE, by, until="all" not in wide and "sum" not in wide)
