"""The grammar of disclosure: [who] [通过 channel] 公开 [kind of] 信息 # 条, and its parts by channel and by kind.

A figure with no channel and no kind is a total; a channel or kind names it; several channels together name none.
"""

import re
from functools import lru_cache

from core.base.data import data

UNITS = frozenset("条件份篇个项则次部期") | {"余次", "条次", "件次", "篇次", "条目"}

_ACT = re.compile(
    r"(?=[上主公刊发张录推播新更登转采])(?:(?:主动)?(?<!信息)(?<!政务)(?<!不予)(?<!申请)(?<!部分)(?<!同意)(?<!予以)(?<!否决)(?<!免予)(?<!免于)公开(?:了)?(?!网|栏|专栏|平台|目录|指南|率|工作(?!动态|信息)|申请|制度|形式|方式|渠道|途径|范围|时限|的(?!政府|政务|信息|各类|文件|事项))"
    r"|(?:公布|发布|推送|刊登|刊发|登载|刊载|上传|上网|更新|录入|张贴|发送|推出|转发|播出|播放|发文(?!字|机关|件)|推文|发博|发(?=微博|微信|推文|博文)|(?<!被)采用|(?<!被)录用|新增(?=[^,]{0,6}信息))(?:了)?(?!会(?!议)|栏|平台|率|制度|渠道|机制|工作机))"
)
_NOMINAL = re.compile(
    r"(?:信息公开|政务公开|主动公开(?:政府|政务)?信息|(?<!不予)(?<!申请)(?<!部分)(?<!同意)(?<!予以)公开(?:政府|政务)?信息|信息发布|信息更新)(?:总|条)?(?:数|量|数量)?"
    r"(?:共计|总计|合计|累计|共|为|有|达到?|约|近|:)*$"
)
_LEAD = re.compile(
    r"^(?:\([一二三四五六七八九十\d]{1,3}\)|\d{1,2}[.、](?!\d)|[①-⑳]|其中|每|主要|包括|包含|另外|以及|分别|涉及|含|有|另|并|[,:;、和与]|及(?!时))+"
)
_FILLER = re.compile(
    r"(?=[共合总累一数量条篇件更发公信各有为是达超突占约近计了的:,”])(?:共计|合计|总计|累计|总共|一共|总数|总量|数量|条数|篇数|件数|更新量|发布量|公开量|信息量(?=$)|各|共|数|量|有|为|是|达到?|超过|突破|占|约|近|计|了|的|:|,|”)+$"
)
_BY = re.compile(r"(?:通过|利用|依托|借助|运用|经由|在|以|由|经|从)(?=[^,]{2})")
_MEANS = frozenset(("通过", "利用", "依托", "借助", "运用"))
_SEVERAL = re.compile(
    r"等[^,]{0,10}(?:形式|方式|渠道|途径|载体|平台|媒体|栏目)|多种|各种|多渠道|各(?:渠道|方式|途径|平台)|不同(?:渠道|方式)|各类[^,]{0,6}(?:渠道|媒体|平台)"
)
_POSTS = {"推文": "disclosed.wechat", "发博": "disclosed.weibo"}  # what only one channel does
_VAGUE = frozenset(("更新", "采用", "录用"))  # what discloses nothing by itself: 新增3条,更新5条
_KINDS = (
    ("website", re.compile(r"网(?!格|络舆情|民)|官网|互联网")),
    ("gazette", re.compile(r"公报|政报")),
    ("weibo", re.compile(r"微博")),
    ("wechat", re.compile(r"微信|公众号")),
    ("news", re.compile(r"报刊|报纸|日报|电视|广播|媒体|客户端|抖音|头条|新闻发布会|APP")),
    (
        "place",
        re.compile(
            r"公示栏|公告栏|公开栏|宣传栏|电子屏|显示屏|大屏|触摸屏|服务大厅|大厅|窗口|查阅|档案馆|图书馆|会议|短信|手册|专栏|专区|栏目|平台|系统|墙|村务|公示牌"
        ),
    ),
)
_OWN_NET = re.compile(r"(?:信息|政务|村务|事务)公开[^,网]{0,4}(?:网(?!站)|平台|专栏|栏目|目录|系统|板块|专题|专区)")
_SITE = re.compile(r"网站|门户|官网")
_OTHER_WAY = re.compile(r"其[他它余](?:各种|各类|公开)?(?:方式|形式)")
_PLACE = re.compile(r"[一-龥“”]*(?:网站?|公报|微博|微信|公众号|公开栏|公示栏|公告栏|宣传栏|显示屏|电子屏|大厅|窗口)")
_LONGEST_CHANNEL = 16  # characters
_GENERIC = re.compile(
    r"^各[类种](?!信息)[^,]{2,12}$|等(?:[^,]{0,4}(?:政府|政务|各类|各项|相关|有关|重点)[^,]{0,10})?信息$|等(?:相关|有关|各类|各项)?(?:内容|事项)$|(?:^|政府|政务|各类|各种|相关|有关|公共|工作|公开|等|本院|医院|学校|[院校镇乡街]务)(?:政府|政务|公开|类|相关|有关|各类)*(?:政府\(政务\))?(?:信息|信息公开|资讯)(?:公开)?(?:信息)?$"
)
_OF_THESE = re.compile(r"(?:当中|之中|中|里)$")  # 公开的64条信息中: the total, told as that of which the parts follow
_LOOSE = re.compile(
    r"(?:动态|图文|稿件|新闻|消息|内容|文章|推文|短视频|视频|作品|公告|简讯|资讯|信息|文件|通知|公示|事项|微博|微信|博文)(?:\([^)]*\))?$"
)
_OF_FIELD = re.compile(r"([一-龥]{2,6})信息")
_COMPANY = re.compile(r"(?:公司|集团|厂)$")
_PLAIN = re.compile(r"(?:政府|政务|各类|相关|有关)*(?:文件|事项|内容)")
# What a site has, or who reads it: no information that is disclosed.
_NO_INFO = re.compile(r"(?:订阅|粉丝|关注|用户|阅读|评论|点赞|专栏|栏目|账号|板块)(?:人)?(?:总)?(?:数|量|数量)?$")
_CLASS = re.compile(r"(?:类|方面)(?:的)?(?:政府|政务|公开)?(?:信息|文件|内容)?(?:更新量|发布量|公开量|信息量)?$")
_TAIL = re.compile(r"(?:类|类别|方面|等方面|等)?(?:的)?(?:政府|政务|公开)?(?:信息|内容)?(?:公开|更新|发布)?(?:类)?$")
_CHANNEL_TAIL = re.compile(
    r"(?:上|中|等)?(?:主动|集中|统一)?(?:公开|发布|公布|发送|刊登|播出|登载|张贴|发放|推送|宣传|更新|上传)*(?:政府信息|政务信息|各类信息|信息)?$"
)
_ANOTHER_ACT = re.compile(
    r"^(?:并|共|还|全年)*(?:开展|受理|收到|举办|组织(?!机构|人事|领导|架构|结构|建设)|召开|处理(?!结果|决定)|办理|办结|回复|答复|接受|接待|编制|编印|印发|制发|设立|建立|开通|解读|回应|撤换|征集|参加|培训|检查(?!结果|信息)|完成|纠正|整改)"
)
_TIME = re.compile(
    r"^(?:(?:20)?\d{2}年度?|本年度?|全年|今年(?:以来)?|年内|截[至止][^,]{0,14}?[日底止前]|历年|累计|累积|新增|共|全[省市县区州镇乡街局]|我[省市县区州镇乡局办委院校街]|本[省市县区州镇乡局办委院校街](?:机关)?)+"
)
_WAY_TAIL = re.compile(r"(?:上|中|等)*(?:共|累计|及时|集中|统一|主动)*$")
_NEWLY = re.compile(r"^(?:新增|公开|主动公开|共|为)+")
_APPLICANT = re.compile("自然人|公民|法人|(?:法人或者?)?其他组织|商业企业|科研机构|社会公益组织|法律服务机构")
_INFORMATION = re.compile(r"信息|文件|动态|事项")
_SIGNS = re.compile(r"[,;。:()]")
_REST = re.compile(r"^(?:其[他它余]|另外|剩余)")


@data
class Said:
    """What the words of a disclosure say: a channel's key ("" none, "several"), and the kind of information.

    `act` is the verb ("" none), `generic` that the object is information of no particular kind.
    """

    act: str
    channel: str
    kind: str
    generic: bool
    own_net: bool = False


@lru_cache(maxsize=256)  # of each figure the words are looked at from several sides
def said(before: str, after: str) -> Said:
    """Read the words of the clause before and after the figure."""
    words = _unfilled(before)
    nominal, acts = _NOMINAL.search(before), [a for a in _ACT.finditer(words) if not _is_taken(words, a)]
    if nominal and (not acts or acts[-1].start() >= nominal.start()):
        head, thing, act = before[: nominal.start()], "", "主动公开"
    elif acts:
        head, thing, act = words[: acts[-1].start()], words[acts[-1].end() :], acts[-1].group()
    else:
        head, thing, act = words, "", ""
    thing = thing.removeprefix("的")
    if not thing:
        thing = _SIGNS.split(after, maxsplit=1)[0].removeprefix("的")[:20]
        thing = _OF_THESE.sub("", thing)
        thing = thing if _INFORMATION.search(thing) else ""
    own_net = bool(_OWN_NET.search(head)) and not _SITE.search(head)
    return Said(act, _channel(head), thing, not thing or bool(_GENERIC.search(thing)), own_net)


@lru_cache(maxsize=256)
def _unfilled(words: str) -> str:
    return _FILLER.sub("", words)


def _is_taken(words: str, act: re.Match[str]) -> bool:
    """被省政府采用: what others took over is not disclosed by it."""
    return act.group() in ("采用", "录用") and "被" in words[max(0, act.start() - 12) : act.start()]


def total(before: str, after: str, issuer: str = "") -> str | None:
    """The key of a disclosure that is no part of another; None when its words do not say one.

    Information of the issuer's own field (环境信息 of 环境保护局) is information of no particular kind.

    >>> total("2022年通过县政府门户网站发布各类信息", "")
    'disclosed.website'
    """
    s = said(before, after)
    if not s.act or s.act.startswith("播放"):
        return None
    if s.act in _VAGUE and not s.kind and not s.channel:
        return None
    if not s.channel and s.act in _POSTS:
        return _POSTS[s.act]
    plain = s.generic or (s.act.startswith("主动公开") and (_PLAIN.fullmatch(s.kind) or _is_own(s.kind, issuer)))
    if s.act.startswith("上网"):
        return "disclosed.website"
    if s.channel in ("", "several") or (s.own_net and plain):
        if plain:
            return "disclosed.website" if s.channel.endswith("网") else "disclosed.total"
        return category(s.kind) if _CLASS.search(s.kind) else None
    return f"disclosed.{s.channel}" if plain or _LOOSE.search(s.kind) else None


def _is_own(kind: str, issuer: str) -> bool:
    field = _OF_FIELD.fullmatch(kind)
    return field is not None and (
        field[1] in issuer or (field[1] in ("企业", "公司") and bool(_COMPANY.search(issuer)))
    )


def part(before: str, after: str, siblings: str) -> str | None:
    """The key of a part of a disclosure, `siblings` being "category", "channel" or "" so far."""
    thing = bare(before) or _SIGNS.split(after, maxsplit=1)[0].lstrip("的")
    if (
        is_applicant(thing)
        or _is_another_act(thing)
        or (_NO_INFO.search(thing) and not _BY.match(thing) and siblings != "channel")
    ):
        return None
    s = said(thing, after)
    channel = s.channel if s.channel != "several" else ""
    of_kind = bool(_CLASS.search(thing)) or bool(s.act and s.kind and not s.generic)
    if channel and not (siblings == "category" and not s.act) and not (of_kind and not _BY.match(thing)):
        return (
            f"disclosed.{channel}"
            if not s.own_net
            else f"disclosed.channel.{_name(_CHANNEL_TAIL.sub('', _BY.sub('', thing, count=1)))}"
        )
    if siblings == "channel" and not of_kind:
        name = _CHANNEL_TAIL.sub("", _BY.sub("", thing, count=1))
        return "disclosed.other" if _OTHER_WAY.match(name) else f"disclosed.channel.{_name(name)}" if name else None
    return category(s.kind if of_kind and s.kind else thing)


@lru_cache(maxsize=256)
def lead_off(before: str) -> str:
    """The words before a figure without what leads in to them and out of them: 其中:网站公开共 is 网站公开."""
    return _LEAD.sub("", _unfilled(before))


@lru_cache(maxsize=256)
def bare(before: str) -> str:
    """The words before a figure without their lead, their time and the filling before the number."""
    return _TIME.sub("", lead_off(before))


def is_bare(before: str) -> bool:
    """Whether the words only say when (其中2011年新增, 历年累计): the figure counts what the one before it counts."""
    return not _NEWLY.sub("", bare(before))


def is_another_act(before: str) -> bool:
    """Whether the words begin with a doing that discloses nothing: a list of parts ends before it."""
    return _is_another_act(_LEAD.sub("", before))


def _is_another_act(words: str) -> bool:
    return bool(_ANOTHER_ACT.match(words)) and not _CLASS.search(_unfilled(words))


def is_class(before: str) -> bool:
    """Whether the words name a kind of information (…类信息), which is a part of a total even where nothing says so."""
    return bool(_CLASS.search(_unfilled(before)))


def is_channel(before: str) -> bool:
    """Whether the words name a channel and nothing else: no verb, no kind of information."""
    words = bare(before)
    return bool(words) and len(words) <= _LONGEST_CHANNEL and _PLACE.fullmatch(words) is not None


def is_applicant(words: str) -> bool:
    """Whether the words name a class of applicants, as the table of applications does."""
    return _APPLICANT.fullmatch(words) is not None


def is_rest(before: str) -> bool:
    """Whether the words mean "all others", so that the parts before them and they are all there is."""
    return bool(_REST.match(_LEAD.sub("", before)))


def category(thing: str) -> str | None:
    """The free key of a kind of information; None when nothing is left of its name."""
    done = _ACT.match(thing)
    name = _TAIL.sub("", thing[done.end() :] if done else thing)
    if done and not name and done.end() < len(thing):
        return None  # 公布信息: no kind is said
    name = name or re.sub(r"类?(?:的)?(?:信息)?$", "", thing) or thing
    return f"disclosed.category.{_name(name)}" if name else None


def _name(name: str) -> str:
    return "其他" if _REST.match(name) else name


def _channel(head: str) -> str:
    """The channel that the words before the verb name: a core one's name, channel.<name>, several, or ""."""
    by = list(_BY.finditer(head))
    way = head[by[0].end() :] if by else _TIME.sub("", _LEAD.sub("", head))
    way = _TIME.sub("", way)
    if _OTHER_WAY.search(way):
        return "other"
    kinds = [name for name, pattern in _KINDS if pattern.search(way)]
    if len(kinds) == 2 and kinds[0] != "website" and kinds[1] == "place":
        kinds.pop()  # 微信公众平台 is WeChat
    if len(kinds) == 2 and kinds[1] == "news" and "新媒体" in way and not re.search(r"[、和及与]", way):
        kinds.pop()  # 新媒体“…”微信公众号 says what WeChat is
    if not kinds and _SEVERAL.search(way):
        return "several"
    if not kinds:
        return f"channel.{_short(way)}" if by and by[0].group() in _MEANS and 1 < len(_short(way)) < 12 else ""
    if _SEVERAL.search(way) and (len(kinds) > 1 or re.search(r"[、和及与]", way)):
        return "several" if "website" in kinds else f"channel.{_short(way)}"
    if kinds[0] == "website" and set(kinds) <= {"website", "place"}:
        return f"channel.{_short(way)}" if _OWN_NET.search(way) and not _SITE.search(way) else "website"
    if len(kinds) == 1 and kinds[0] in ("gazette", "weibo", "wechat"):
        return kinds[0]
    if len(kinds) > 1 and "website" in kinds:
        return "several"
    return f"channel.{_short(way)}"


def _short(way: str) -> str:
    return _WAY_TAIL.sub("", way)[-24:]
