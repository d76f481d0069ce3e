"""Figures in a sentence: numbers with a unit, told from dates, ordinals, document numbers and figures of speech."""

import re
from decimal import Decimal

from core.base import numbers
from core.base.data import data
from core.model.extraction import StatisticKind

_UNITS = (
    "万元|亿元|个百分点|人次|件次|条次|篇次|场次|期次|家次|班次|批次|次数|余次|网页|"
    "条|件|次|期|个|人|名|位|份|篇|场|起|宗|项|元|家|处|册|本|例|批|页|张|块|台|部|种|封|户|类|单|幅|%|字|则|讲|卷|所|班|轮"
)
_FIGURE = re.compile(
    rf"(?={numbers.FIRST_SIGN})(?<![\d.])(?P<before>{numbers.BEFORE_APPROX})?(?:(?P<number>{numbers.NUMBER})(?P<about>[余多来])?(?P<unit>{_UNITS})"
    rf"|百分之(?P<share>{numbers.NUMBER}))(?P<after>以上|左右|上下)?"
)
# Numbers that share the unit of the figure they stand before: 分别为3、2、5件.
_SHARED = re.compile(rf"({numbers.NUMBER})(?:[、,和及与])$")
_ALIKE = {
    "名": "人",
    "位": "人",
    "次数": "次",
    "余次": "次",
}  # units that mean the same, as the core indicators write them
_ORDINAL = re.compile(r"[第其同唯统专任逐单上下头]$")  # before a Chinese numeral: 第一, 统一, 单一; digits have 第 only
_RANGE = re.compile(r"\d[—–~～至到-]$")  # 3—5次 is no figure
_IN_NUMBER = re.compile(r"[\d.A-Za-z/]$")
_LATIN = re.compile("[A-Za-z]")
_SPEECH = re.compile(r"[一两二三四五六七八九]")
_COUNTED = frozenset("次名人位期场件起宗份篇例")
_NO_STATISTIC = re.compile(
    r"(?:子?栏目|工作日|自然日|小时|方面|环节|步骤|层次|层面|部分|大类|类别|月|季度|机制|阶段|重点|原则|关键|统一|到位|"
    r"坚持|确保|必须|更加|突出|强化|加强|性|公里|百分点$|以内|字以内|版块|板块|频道|渠道|途径|办法|字)"
)
_DISTRIBUTIVE = re.compile(r"每[^,。;]{0,14}$")
_QUOTED = re.compile(r"“[^”]{1,14}”|《[^》]{1,60}》|‘[^’]{1,14}’|\"[^\"]{1,14}\"")
_NORMS = frozenset(("不少于", "不足", "不下", "不下于", "超过", "逾"))
_OUTCOME = re.compile(r"公开|同意|不属|不予|部分|告知|予以|属于|已|均|为")
_NEGATED = re.compile(r"(?:无|没有|未|未发生|未收到|未出现|未接到|没有发生|没有收到|没有出现|无任何)$")
_TOGETHER = re.compile(r"(?:行政|诉讼|复议|案|申请|投诉|举报|因|涉及|有关|关于|政府)")


@data
class Figure:
    """A figure at folded [start, end) of a passage, unit included. `each` marks one for every one of many."""

    start: int
    end: int
    value: Decimal
    unit: str
    kind: StatisticKind
    approx: bool
    each: bool = False


def figures(text: str, start: int, end: int) -> list[Figure]:
    """All figures of the sentence [start, end) of the folded `text`, in order."""
    matches = list(_FIGURE.finditer(text, start, end))
    if not matches:
        return []
    quoted = [(m.start(), m.end()) for m in _QUOTED.finditer(text, start, end)]
    found: list[Figure] = []
    for match in matches:
        at = match.start("share" if match["share"] else "number")
        if any(a <= at < b for a, b in quoted) or not _is_statistic(match, start, end):
            continue
        figure = _figure(match, start)
        if figure is None:
            continue
        found += _sharers(text, max(start, found[-1].end if found else start), figure)
        found.append(figure)
    return found


def _figure(match: re.Match[str], start: int) -> Figure | None:
    number, unit = match["number"] or match["share"], match["unit"] or "%"
    if unit == "元" and number[-1] in "万亿":
        number, unit = number[:-1], f"{number[-1]}元"
    parsed = numbers.parse(number)
    if parsed is None:
        return None
    value = parsed.value
    if unit == "亿元":
        value, unit = value * 10_000, "万元"
    approx = parsed.approx or bool(match["before"] or match["about"] or match["after"])
    unit = _ALIKE.get(unit, unit)
    each = bool(_DISTRIBUTIVE.search(match.string, max(start, match.start() - 16), match.start()))
    return Figure(match.start(), match.end(), value, unit, _kind(unit), approx, each)


def _kind(unit: str) -> StatisticKind:
    if unit in ("元", "万元"):
        return StatisticKind.AMOUNT
    return StatisticKind.RATE if unit in ("%", "个百分点") else StatisticKind.COUNT


def _is_statistic(match: re.Match[str], start: int, end: int) -> bool:
    if match["share"]:
        return True
    text, number, unit = match.string, match["number"], match["unit"]
    before = text[max(start, match.start() - 2) : match.start()]
    after = text[match.end() : min(end, match.end() + 6)]
    if before.endswith("第") or _IN_NUMBER.search(before) or _RANGE.search(before):
        return False
    if unit != "个百分点" and _NO_STATISTIC.match(after):
        return False
    if number == "1" and before.endswith("计"):
        return False  # 相同信息计1条 says how it is counted
    if number in ("一", "1") and _NEGATED.search(text, max(start, match.start() - 8), match.start()):
        return False
    if match["before"] in _NORMS and _DISTRIBUTIVE.search(text, max(start, match.start() - 16), match.start()):
        return False
    if number[0].isdigit():
        return not _LATIN.match(after)
    return not _ORDINAL.search(before) and _is_counted(number, unit, after)


def _is_counted(number: str, unit: str, after: str) -> bool:
    """Small Chinese numerals are mostly a way of speaking: 一个, 三项, 一条龙, 一起."""
    if number == "零":
        return unit in _COUNTED or unit in "条元"
    if not _SPEECH.fullmatch(number):
        return number not in ("百", "千", "十") and unit not in ("类", "部", "本", "字", "处", "单")
    if unit == "起":
        return bool(_TOGETHER.match(after))
    if unit == "人" and number == "一" and not re.match(r"专职|兼职|工作人员|信息员|联络员|管理员", after):
        return False
    if unit in ("人", "件", "份", "场") and after[:1] in ("一", "事"):
        return False
    if unit in ("条", "份", "篇", "件"):
        return number == "两" or not after or after[0] in "、,;。)" or bool(_OUTCOME.match(after))
    return unit in _COUNTED or unit in ("人次", "场次", "期次", "班次")


def _sharers(text: str, start: int, figure: Figure) -> list[Figure]:
    found: list[Figure] = []
    at = figure.start
    while text[at - 1] in "、,和及与" and (match := _SHARED.search(text, max(start, at - 16), at)):
        parsed = numbers.parse(match[1])
        if parsed is None or (match.start(1) > start and re.match(r"[第\d.年月]", text[match.start(1) - 1])):
            break
        found.insert(0, Figure(match.start(1), match.end(1), parsed.value, figure.unit, figure.kind, parsed.approx))
        at = match.start(1)
    return found
