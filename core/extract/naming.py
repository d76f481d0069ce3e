"""What a figure of a sentence measures: phrases of the catalogue, and kinds and channels below a total."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from core.model.catalogue import Phrase
from core.model.extraction import SectionKind

_TOPICS = (
    ("litigation", re.compile(r"诉讼|应诉|被诉|起诉")),
    ("review", re.compile(r"复议")),
    ("applications", re.compile(r"依申请|公开(?:的)?申请|申请公开|申请人|申请|办结|答复")),
    ("disclosed", re.compile(r"主动公开|发布|公布|公开(?:各类)?(?:政府|政务)?信息")),
)
_OF_SECTION = {
    SectionKind.APPLICATIONS: "applications",
    SectionKind.PROACTIVE: "disclosed",
    SectionKind.REVIEW_LITIGATION: "review",
}
_CHANNEL = re.compile(
    r"网|平台|栏|屏|大厅|窗口|广播|电视|报|媒体|微博|微信|客户端|抖音|公报|渠道|途径|方式|查阅|会议|短信|手册|册|单|档案馆|图书馆|公众号|APP|墙"
)
_CHANNEL_HEAD = re.compile(r"^(?:其中|并|共|还)?(?:通过|在|利用|以|经|依托|借助|由)")
_CHANNEL_TAIL = re.compile(
    r"(?:上|中|等)?(?:主动)?(?:公开|发布|公布|发送|刊登|播出|登载|张贴|发放|推送|宣传)(?:政府信息|政务信息|各类信息|信息)?$"
)
_KIND_TAIL = re.compile(r"(?:类|方面|类别|等方面|等)?(?:的)?(?:政府|政务|公开)?(?:信息|内容)?(?:类)?$")
_LEAD = re.compile(
    r"^(?:[^,]{0,60}…+|\([一二三四五六七八九十\d]{1,3}\)|\d{1,2}[.、](?!\d)|其中|每|主要|包括|包含|含|有|,|:|、|和|及(?!时)|与|另有|另外|以及|分别)+"
)
_FILLER = re.compile(r"(?:共|共计|合计|总计|累计|总数|数量|数|有|为|达到?|约|近|计|了|各类|各)+$")
_ADDED = re.compile(r"^(?:主动)?(?:公开|发布|公布)(?:了)?(?:政府|政务)?(?:的)?(?=.{2,}(?:信息|类|文件|情况)$)")
# Up to the verb or preposition that follows: 一名工作人员对…, 97个单位向…. 次数 after a count of times is no noun.
_COUNTED = re.compile(
    r"(?!以上|左右|余|多|的)[一-鿿]{2,16}?(?=[,;。:()、]|对|向|参加|进行|举办|开展|负责|共|均|都|被|为|$)"
)
_REST = re.compile(r"^(?:其[他它余]|另外|剩余)")


@dataclass(frozen=True, slots=True)
class Named:
    """An indicator (None: known to be none of the core) and the words of the phrase that named it."""

    indicator: str | None
    words: str


def named(clause: str, unit: str, topic: str, phrases: Sequence[Phrase]) -> Named | None:
    """The first phrase that fits the clause (a template with #); None when none does."""
    for phrase in phrases:
        if (phrase.units and unit not in phrase.units) or (phrase.topic and phrase.topic != topic):
            continue
        found = phrase.match.search(clause)
        if found and not (phrase.unless and phrase.unless.search(clause)):
            return Named(phrase.indicator, found.group().replace("#", "").replace("¤", ""))
    return None


def topic_of(text: str, start: int, figure: int, end: int) -> str:
    """What the words of [start, end) around the figure are about; the nearest before it counts most; "" unknown."""
    best, at = "", -1
    for topic, pattern in _TOPICS:
        for found in pattern.finditer(text, start, figure):
            if found.start() > at:
                best, at = topic, found.start()
    if best:
        return best
    return next((topic for topic, pattern in _TOPICS if pattern.search(text, figure, end)), "")


def topic_of_section(kind: SectionKind | None) -> str:
    """The topic of a chapter."""
    return _OF_SECTION.get(kind, "") if kind else ""


def label_of(before: str, after: str) -> str:
    """The figure's own noun phrase: the words before it, or those after it when there are none."""
    label = _FILLER.sub("", _LEAD.sub("", before))
    if not label:
        label = re.split(r"[,;。:()]", after)[0].lstrip("的")
    return label


def counted(label: str, after: str) -> str:
    """What a figure without an indicator counts: the noun that follows it, else its label (60个单位, 一次检查)."""
    found = _COUNTED.match(after)
    return found.group() if found else label


def is_rest(label: str) -> bool:
    """Whether a label means "all others", so that the parts before it and it are all there is."""
    return bool(_REST.match(_LEAD.sub("", label)))


def kind_or_channel(label: str, siblings: str) -> str | None:
    """The free key of a part of a disclosure total, `siblings` being "category", "channel" or "" so far."""
    bare = _LEAD.sub("", label)
    is_channel = bool(_CHANNEL_HEAD.match(bare) or (_CHANNEL_TAIL.search(bare) and not _ADDED.match(bare)))
    is_kind = bool(re.search(r"(?:信息|类|文件|法规|规划|情况|预算|决算|人事|职能|动态|事项)[^,]{0,4}$", bare))
    is_channel &= siblings != "category" or bool(_CHANNEL_HEAD.match(bare))
    if is_channel or (_CHANNEL.search(bare) and not is_kind) or (siblings == "channel" and not is_kind):
        name = _CHANNEL_TAIL.sub("", _FILLER.sub("", _CHANNEL_HEAD.sub("", bare)))
        return f"disclosed.channel.{_rest(name)}" if name else None
    name = _KIND_TAIL.sub("", _ADDED.sub("", _FILLER.sub("", bare)))
    return f"disclosed.category.{_rest(name)}" if name else None


def _rest(name: str) -> str:
    return "其他" if _REST.match(name) else name
