"""What a table's cell, label and header say: kinds of content, numbering, scopes, units."""

import re
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

from core.base.numbers import arabic
from core.base.text import squeeze, tidy
from core.model.document import Span
from core.model.extraction import CellKind, Scope

_NOT_APPLICABLE = re.compile(r"[-—–―─/]{1,8}|不适用")
_FIGURE = re.compile(r"([-+]?[\d,]+(?:\.\d+)?)(万)?\s?(?:元|件|条|次|人|个|份|篇|期|人次|万元)?(?:\([^()]{0,60}\))?")
_UNREADABLE = re.compile(r"[�□■?？]+")
UNITS = frozenset(
    [
        *"条件次期个人份篇场起宗项类元家处册本名字页",
        *("人次", "万元", "件次", "条次", "条/件", "人/次", "个/次", "次/期", "--"),
    ]
)
_UNIT_IN_LABEL = re.compile(r"\((?:单位:)?(万元|元|件|条|次|人次|人|个|份|篇|期)\)\*?$")

_WITHIN = re.compile(r"^其\s?中\s?[:,、]?\s?")
# What follows a figure that counts something; any other word behind a bare number is what the number numbers.
_COUNTED = r"[\d.,%()年月日天万元倍件次]|个(?!人|体)|小时|条(?!例)|项(?!目)|人次"
_STYLES = (
    ("chinese", re.compile(r"([一二三四五六七八九十]{1,3})[、.,]")),
    ("(chinese)", re.compile(r"[(]([一二三四五六七八九十]{1,3})[)]、?|([㈠-㈩])")),
    ("digit", re.compile(rf"(\d{{1,2}})(?:[.、,](?!\d)|(?=.)(?!{_COUNTED}))")),
    ("digit)", re.compile(r"[(]?(\d{1,2})[)]、?")),
    ("circle", re.compile(r"([①-⑳])")),
    ("roman", re.compile(r"([Ⅰ-Ⅻ]|I{1,3}|IV|V)[.、]?(?![a-zA-Z])")),
)
_RANK = {"plain": -1, **{name: i for i, (name, _) in enumerate(_STYLES)}, "within": 20}
_CHINESE = "一二三四五六七八九十"
_RESIDUAL = re.compile(r"其[他它余](?!种类公报)")
_SCOPES = (
    (Scope.PREVIOUS, re.compile("上年|上一年|去年|结转前")),
    (Scope.CHANGE, re.compile("增减|增/减|同比|增长")),
    (Scope.CUMULATIVE, re.compile(r"历年|累计(?!发生)|总累计")),
    (Scope.PERIOD, re.compile("本期|本月|本季|半年|当月")),
    (Scope.YEAR, re.compile(r"本年|当年|年度|全年|\d{2,4}年|发生数|统计数|今年")),
)
_YEARLY_TOTAL = re.compile("本年度?累计|当年累计|全年累计")
_HEADER = re.compile(
    "指标|项目|名称|单位|累计|本年|当年|年度|发生|数量|数值|上年|合计|总计|小计|本期|信息内容|统计数|内容|代码|备注|类别|数据|结果"
)
_RUNNING_NUMBER = re.compile("(?:序号|代码|编号|编码|行次|栏次)")
_NO_FIGURES = re.compile(
    "备注|说明|注释|电话|传真|手机|邮编|邮政编码|邮箱|网址|地址|日期|时间|文号|索引号|页[数码]|号码$"
)


@dataclass(frozen=True, slots=True)
class Numbering:
    """How a label is numbered. `within` says that 其中 stands before it, `ordinal` is 0 when it has no number."""

    style: str
    ordinal: int
    within: bool
    core: str  # the label without 其中 and numbering, folded

    @property
    def rank(self) -> int:
        """Styles of a smaller rank stand outside those of a greater one."""
        return _RANK[self.style]

    @property
    def residual(self) -> bool:
        """The row holds the rest."""
        return bool(_RESIDUAL.match(self.core))


@lru_cache(maxsize=4096)
def numbering(label: str) -> Numbering:
    """Take a label's numbering apart."""
    text = squeeze(label)
    inside = _WITHIN.match(text)
    rest = text[inside.end() :] if inside else text
    for style, pattern in _STYLES:
        found = pattern.match(rest)
        if found:
            ordinal = _ordinal(next(g for g in found.groups() if g))
            return Numbering(style, ordinal, bool(inside), rest[found.end() :])
    return Numbering("within" if inside else "plain", 0, bool(inside), rest)


def _ordinal(mark: str) -> int:
    if mark.isdecimal():
        return int(mark)
    for first in "①㈠Ⅰ":
        if first <= mark[0] < chr(ord(first) + 20) and len(mark) == 1 and mark > "\u2000" and mark not in _CHINESE:
            return ord(mark) - ord(first) + 1
    if mark[0] in "IV":
        return {"I": 1, "II": 2, "III": 3, "IV": 4, "V": 5}.get(mark, 0)
    if mark.startswith("十"):
        return 10 + (_CHINESE.index(mark[1]) + 1 if len(mark) > 1 else 0)
    tens = _CHINESE.index(mark[0]) + 1
    if len(mark) == 1:
        return tens
    return tens * 10 + (_CHINESE.index(mark[2]) + 1 if len(mark) > 2 else 0)


@lru_cache(maxsize=16_384)
def content(text: str) -> tuple[CellKind, Decimal | None]:
    """What stands in a cell: a number, zero, blank, not applicable, unreadable signs or words."""
    plain = squeeze(text)
    if not plain:
        return CellKind.BLANK, None
    if _NOT_APPLICABLE.fullmatch(plain):
        return CellKind.NOT_APPLICABLE, None
    if _UNREADABLE.fullmatch(plain):
        return CellKind.UNREADABLE, None
    figure = _FIGURE.fullmatch(plain)
    value = arabic(figure[1]) if figure else None
    if figure is None or value is None:
        return CellKind.TEXT, None
    value *= 10_000 if figure[2] else 1
    return (CellKind.NUMBER if value else CellKind.ZERO), value


@lru_cache(maxsize=16_384)
def is_figure(text: str) -> bool:
    """Whether a cell may stand in a column of figures."""
    return content(text)[0] in (CellKind.NUMBER, CellKind.ZERO, CellKind.NOT_APPLICABLE)


def is_unit(text: str) -> bool:
    """Whether a cell holds nothing but a unit of count."""
    return squeeze(text) in UNITS or not squeeze(text).strip("-—")


def is_header(text: str) -> bool:
    """Whether a cell's words are those of a column's head."""
    plain = squeeze(text)
    return len(plain) <= 30 and bool(_HEADER.search(plain)) and content(plain)[0] is CellKind.TEXT


def names_units(text: str) -> bool:
    """Whether a column's head says that units stand below it."""
    return bool(re.search("单位$", squeeze(text)))


def is_running_number(text: str) -> bool:
    """Whether a column's head says that its figures only count or code the rows."""
    return bool(_RUNNING_NUMBER.fullmatch(squeeze(text)))


def holds_no_figures(text: str) -> bool:
    """Whether a column's head says that remarks, contacts, dates or names of documents stand below it."""
    return bool(_NO_FIGURES.search(squeeze(text)))


def scope(path: tuple[str, ...]) -> Scope | None:
    """The period a column speaks of, by its printed head; None when it does not say."""
    words = squeeze("".join(path))
    if _YEARLY_TOTAL.search(words):
        return Scope.YEAR
    return next((found for found, pattern in _SCOPES if pattern.search(words)), None)


def unit_in_label(label: str) -> str | None:
    """The unit that a label names in brackets at its end."""
    found = _UNIT_IN_LABEL.search(squeeze(label))
    return found[1] if found else None


def printed(text: str, place: Span) -> str:
    """A cell's words, joined over breaks, white space folded."""
    if not place.parts:
        return tidy(text[place.start : place.end])
    (start, end), *others = place.parts
    return tidy(text[start:end] + "".join([text[a:b].strip() for a, b in others]))
