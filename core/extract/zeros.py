"""Zeros that are said in words: 未收到, 没有发生, 均为零, 免费提供. A zero is stated, never concluded."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from itertools import islice

from core.extract import scopes, subjects
from core.extract.clauses import clauses
from core.extract.memory import Memory
from core.extract.passages import Passage
from core.model.extraction import Scope, Statistic, StatisticKind
from core.model.message import Message

_REASON = re.compile(r"(?:因|因为|由于|鉴于)[^,;。]{0,10}$")
_STOP = re.compile(r"[,;。]")
_MOST_SIGNS = 24  # negations that a sentence is read for
_CONFIDENCE = 0.9  # how often a zero said in words is right (measured)
_FARTHEST = 200  # characters a negation reaches
_MAY_NEGATE = re.compile(r"(?=[未没无零免不0])(?:[未没无零]|免[费收]|不[存收涉]|(?<![\d.,])0(?![\d.,]))")
_NOT = re.compile(
    r"(?:从未|尚未|并未|均未|都未|也未|暂未|未)(?:收到|接到|接收到?|发生过?|出现过?|产生|受理|收取|有过?|引发|引起|发现|涉及|存在|[向对就因][^,。;]{1,20}收取|"
    r"接受|收|被|提起|因|办理|处理|受到|遇到|得到|接|(?=减免))"
    r"|(?:没有|没|从没|尚无|暂无|均无|皆无|全无|并无|无人|无一[件例起宗]|不存在|不涉及|零(?!距离|售|散|星|差错|容忍|障碍|工)|无(?!偿|论|法|线|障碍|关|须|需|误|疑|形|害|理|效|故|缝|纸|主))(?:收到|接到|发生过?|出现过?|产生|受理|收取|因|任何|被|向|对|一[件例起宗])?"
    r"|不收取|(?<!减)免收|不收(?=任何|费)"
)
_NONE_AFTER = re.compile(
    r"(?=[0:为也事件全均总情数无是未案次没申的皆都量零])(?:(?:的)?(?:数|数量|件数|次数|案件|情况|申请|事项|总数|量)?(?:均|都|皆|全部?)?(?:为|是|:)?"
    r"(?:零|(?<![\d., ])0(?![\d.])[件起宗例条次份项]?|无)"
    r"|(?:均|都|皆|全|也)?(?:没有|未|无)(?:发生|出现|产生|收到|涉及)?)(?=[,。;)]|$)"
)
# A sentence that says no more than "none": of what, its chapter's heading says.
_BARE = re.compile(
    r"(?:本年度?|全年|\d{4}年度?|[我本][省市县区镇乡局办委院校街厅处]|本机关|本单位|截[至止](?:年底|年末|目前)|[,均都皆]){0,5}(?:为零|为0件?|一[件例起宗]也(?:没有|未)(?:发生|出现|收到)?|无|没有|暂无|未发生|未收到|未出现|零|没有发生)"
    r"(?:[此该这]类|此项|上述|相关|以上)?(?:情况|事项|案件|情形|现象)?"
)
_SHORTEST = 24  # characters of such a sentence
_FREE = re.compile(
    r"(?:全部|均|都|一律|全|实行|予以|给予|完全)(?:是|为)?免费|免费(?:向[^,。;]{0,14})?提供|(?:没有|未|不)(?:收取|收)[^,。;]{0,10}费|未收费|零收费"
)
_ON_FEES = re.compile("申请|收费|减免|费用")
_CAUSE = re.compile(
    r"(?:因|由于|由|就|对)[^,。;]{0,46}?(?:引起|引发|导致|造成|产生|被(?=举报|投诉|提|申|起诉)|而(?=被|引|提|发|申)|向[^,。;]{0,12}(?=提)|(?=提起|提出|申请(?:行政)?复议))的?"
)
_OBJECTS: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("complaints.total", re.compile(r"(?:举报|投诉|申诉)(?!电话|渠道|信箱|邮箱|箱|平台|方式|制度|机制|监督)")),
    ("applications.carried_out", re.compile(r"结转(?:下|次|到下|至下|至?20\d\d)")),
    ("applications.carried_in", re.compile(r"上一?年度?结转|结转上")),
    ("review.total", re.compile(r"复议(?!机关|机构|制度|法|决定书)")),
    ("litigation.total", re.compile(r"诉讼|应诉案|行政应诉|被起诉|被诉")),
    (
        "fees.total",
        re.compile(
            r"(?<!事业性)收费|收取[^,。;]{0,20}费|信息(?:公开)?处理费|(?:检索|复制|邮寄|成本|工本)[^,。;]{0,6}费|费用"
        ),
    ),
    ("applications.refused", re.compile(r"不予公开")),
    ("staff.full_time", re.compile(r"(?:专职|全职)(?:工作)?人员")),
    ("fees.waived", re.compile(r"减免|免除")),
)
# What the statutory table of disclosure counts, several of them in one breath, with what is done or not to it.
_ITEM = r"(?:(?:政府)?规章|(?:行政)?规范性文件|行政许可|行政处罚|行政强制|行政事业性收费)"
_NONE_OF_FORM = re.compile(
    r"(?=[未没无不])(?P<sign>未|没有?|无|不涉及)(?:进行|有)?(?:新)?(?P<verb>制发|制定|制作|出台|印发|废止|作出|实施|办理|采取|开展|发生|产生|收取)?"
    rf"(?:过|任何)?(?P<items>{_ITEM}(?:(?:以?及|[、和与或]){_ITEM}){{0,5}})"
    r"(?:的?(?:处理)?(?:决定|事项|案件|措施|行为|情况|金额)|的?(?P<noun>制发|制定|出台|废止))?(?=[,。;!]|$)"
)
_ITEMS = re.compile("规章|规范性文件|许可|处罚|强制|收费")
_MAKE = frozenset(("制发", "制定", "制作", "出台", "印发"))
_APPLICATION = re.compile(
    r"(?:公开|信息|书面|当面|网上|网络|在线|依)[^,。;]{0,16}申请(?!公开(?:的)?(?:工作|制度|目录|指南|受理|收费|情况的)|未|的?答复|表|渠道|的?收费|人对)"
    r"|申请(?:公开|获取|政府|信息|事项|件|人|$)|提出(?:的)?(?:公开)?(?:申请|要求)|依申请(?:公开)?"
)
_STRIPPED = re.compile(
    r"申请(?:的)?(?=(?:行政)?复议)|(?:行政)?复议(?:的)?申请|(?:提起|提出)(?=(?:行政)?(?:复议|诉讼))|申请行政(?=诉讼)|(?:行政)?诉讼(?:的)?(?:申请|请求)(?=$|[,。;、])"
)
_CARRIED = re.compile(r"(?:上一?年度?)?结转[^,。;、和及]{0,14}申请")
_DIFFERENT = re.compile(
    r"(?:超|逾|不予[^公]|部分公开|免予|延期|虚假|泄密|泄露|违规|违反|失泄|错误|重大|不良|恶意|无理|不当|咨询$|正当|反复|重复|支出|经费|遗漏|误发|影响|其他需要)"
)
_ALSO = re.compile(
    r"^(?![^,。;]{0,24}(?:未|没有|不|无))(?:也|亦|更)?(?:因[^,。;#]{0,30})?[^,。;#]{0,6}(?:行政复议|行政诉讼|诉讼|复议|举报|投诉|申诉|收费|减免)[^,。;#\d]{0,16}$"
)
_FEES_TOLD = re.compile("其[他它]需要报告")  # the chapter in which the form of 2021 asks for the fees
_DECIDED = {
    "许可": "decisions.licence",
    "处罚": "decisions.penalty",
    "强制": "decisions.coercion",
    "收费": "decisions.charges",
}
_SKIPPED = re.compile(r"(?:不得|严禁|防止|避免|杜绝|确保|如|若|凡|对于|应当|力争|将)[^,。;]{0,12}$")
_UNITS = {"fees": "元", "staff": "人"}
_LABEL = {
    "complaints.total": "举报投诉",
    "review.total": "行政复议",
    "litigation.total": "行政诉讼",
    "fees.total": "收费",
    "staff.full_time": "专职人员",
    "applications.refused": "不予公开",
    "applications.carried_out": "结转下年度继续办理",
    "applications.carried_in": "上年结转",
    "fees.waived": "减免",
    "rules.issued": "规章制发",
    "rules.repealed": "规章废止",
    "normative.issued": "行政规范性文件制发",
    "normative.repealed": "行政规范性文件废止",
    "decisions.licence": "行政许可",
    "decisions.penalty": "行政处罚",
    "decisions.coercion": "行政强制",
    "decisions.charges": "行政事业性收费",
    "applications.received": "政府信息公开申请",
    "applications.accepted": "受理政府信息公开申请",
}


@dataclass(frozen=True, slots=True)
class Zero:
    """A stated zero: its indicator, the folded place of the negation word, and of the whole statement.

    `is_reason` marks one that is only recalled as a reason: 由于未收到申请,….
    """

    indicator: str
    label: str
    sign: tuple[int, int]
    start: int
    end: int
    unit: str
    is_reason: bool = False


def may_state_zero(text: str, start: int, end: int) -> bool:
    """Whether anything in the sentence [start, end) of the folded text negates."""
    return _MAY_NEGATE.search(text, start, end) is not None


def zeros(text: str, start: int, end: int, taken: frozenset[str], heading: str) -> list[Zero]:
    """The zeros that the sentence [start, end) of the folded text states.

    Args:
        taken: indicators for which the sentence has a figure: they are not zero.
        heading: the chapter's title, for a bare 无。 below it.
    """
    found: dict[str, Zero] = {}
    if not may_state_zero(text, start, end):
        return []
    told = [(s, low, high, _named(objects)) for s, low, high, objects in _statements(text, start, end, heading)]
    for sign, low, high, indicators in (*told, *_of_form(text, start, end)):
        for indicator in indicators:
            if indicator == "applications.received" and text[slice(*sign)].endswith("受理"):
                indicator = "applications.accepted"
            counted = "0" in text[slice(*sign)] and {"applications.received", "applications.accepted"} & taken
            if indicator in taken or indicator in found or (indicator == "applications.received" and counted):
                continue
            unit = _UNITS.get(indicator.partition(".")[0], "件") if indicator != "decisions.charges" else "万元"
            is_reason = bool(_REASON.search(text, max(start, sign[0] - 16), sign[0]))
            found[indicator] = Zero(indicator, _LABEL[indicator], sign, low, high, unit, is_reason)
    return list(found.values())


def stated(zero: Zero, passage: Passage, start: int, memory: Memory) -> Statistic:
    """The statistic of a zero in the sentence that begins at folded `start`."""
    text = passage.folded.text
    marks = clauses(text, start, zero.sign[0], [])
    periods = scopes.Periods(text, marks, memory.year)
    said = periods.scope_of(len(marks) - 1, zero.sign[0]) if marks else scopes.Said(None, "")
    stands = zero.indicator.startswith("staff.")
    return Statistic(
        zero.indicator,
        zero.label,
        Decimal(0),
        zero.unit,
        StatisticKind.AMOUNT if zero.unit == "元" else StatisticKind.COUNT,
        Scope.POINT if stands else Scope.PREVIOUS if said.scope is Scope.PREVIOUS else Scope.YEAR,
        False,
        subjects.who(text[zero.start : zero.sign[0]] + "#", memory.issuer),
        passage.span(zero.start, zero.end),
        passage.span(*zero.sign),
        _CONFIDENCE,
        Message("extract.statistic.zero", {"words": text[slice(*zero.sign)]}),
    )


def _statements(text: str, start: int, end: int, heading: str) -> Iterator[tuple[tuple[int, int], int, int, str]]:
    sentence = text[start:end].rstrip("。!?")
    stop = start + len(sentence)
    if len(sentence) <= _SHORTEST and _BARE.fullmatch(sentence):
        yield (start, stop), start, stop, heading
        return
    for free in _FREE.finditer(text, start, stop):
        is_asked = "申请" in text[start:stop] or _ON_FEES.search(heading)
        is_told = is_asked or ("收" in free.group() and _FEES_TOLD.search(heading))
        if is_told and not _SKIPPED.search(text, max(start, free.start() - 16), free.start()):
            yield (free.start(), free.end()), _back(text, start, free.start()), _on(text, free.end(), stop), "收费"
    for sign in islice(_NOT.finditer(text, start, stop), _MOST_SIGNS):
        if _SKIPPED.search(text, max(start, sign.start() - 16), sign.start()):
            continue
        reach = _reach(text, sign.end(), stop)
        objects = text[sign.end() : reach]
        if sign.group().endswith("收取") or sign.group() in ("不收取", "免收", "不收"):
            objects = "收取" + objects
        if sign.group().endswith("因"):
            objects = "因" + objects
        yield (sign.start(), sign.end()), _back(text, start, sign.start()), reach, objects
    for sign in islice(_NONE_AFTER.finditer(text, start, stop), _MOST_SIGNS):
        low = _back(text, start, sign.start(), 1)
        yield (sign.start(), sign.end()), low, sign.end(), text[low : sign.start()]


def _of_form(text: str, start: int, end: int) -> Iterator[tuple[tuple[int, int], int, int, list[str]]]:
    """What of the statutory table is said not to have been made, decided or charged: 未制定规章和规范性文件."""
    for found in islice(_NONE_OF_FORM.finditer(text, start, end), _MOST_SIGNS):
        verb = found["verb"] or found["noun"] or ""
        done = "issued" if verb in _MAKE else "repealed" if verb == "废止" else ""
        named = []
        for item in _ITEMS.findall(found["items"]):
            if item in _DECIDED:
                named += [] if done else [_DECIDED[item]]
            elif done:
                named.append(f"{'rules' if item == '规章' else 'normative'}.{done}")
        yield found.span("sign"), _back(text, start, found.start()), found.end(), named


def _reach(text: str, at: int, stop: int) -> int:
    """A negation reaches to the end of its clause, and over further clauses that only name objects."""
    stop = min(stop, at + _FARTHEST)
    reach = _on(text, at, stop)
    while reach < stop and text[reach] in ",、":
        following = _on(text, reach + 1, stop)
        if not _ALSO.match(text[reach + 1 : following]):
            break
        reach = following
    return reach


def _on(text: str, at: int, stop: int) -> int:
    found = _STOP.search(text, at, stop)
    return found.start() if found else stop


def _back(text: str, start: int, at: int, least: int = 0) -> int:
    """Where the statement begins: its clause, with short clauses in front that only say when and who."""
    low = max(text.rfind(sign, start, at) for sign in ",;。:") + 1 or start
    while low > start and text[low - 1] == "," and at - low < 60:
        before = max([text.rfind(sign, start, low - 1) for sign in ",;。:"]) + 1 or start
        if low - before > 26 or (least and re.search(r"[#\d]+(?:件|条|起|份)", text[before:low])):
            break
        low = before
    return max(low, start)


def _named(objects: str) -> list[str]:
    if _DIFFERENT.search(objects):
        return []
    if objects.startswith("收取"):
        return [] if "事业性" in objects else ["fees.total"]
    bare = _CAUSE.sub("", objects) if not objects.startswith("因") else _CAUSE.sub("", objects, count=1)
    plain = _STRIPPED.sub(lambda m: "复议" if "复议" in m.group() else "诉讼" if "诉讼" in m.group() else "", bare)
    found = [indicator for indicator, pattern in _OBJECTS if pattern.search(plain)]
    fees_only = any(f.startswith("fees") for f in found) and not re.search(r"[、和及与][^、和及与]{0,12}申请", plain)
    if (
        not fees_only
        and "applications.refused" not in found
        and "复议" not in plain.split("申请")[0]
        and _APPLICATION.search(_CARRIED.sub("", plain))
    ):
        found.insert(0, "applications.received")
    return found
