"""Lists of kinds of information, parts of what was disclosed though no verb says so: 办事指南12条、招生信息30条."""

import re
from dataclasses import dataclass, field
from decimal import Decimal

from core.extract import disclosures, subjects
from core.extract.wording import Wording

_NAME = re.compile(r"[一-龥A-Za-z、()“”]{2,24}")
_NO_KIND = re.compile(
    r"主动公开|^(?:政府|政务|各类|各种|公共|工作|相关|有关)*(?:信息|文件)(?:公开)?$|^政府信息公开|^(?:政务)?信息公开$|申请(?!指南|表)|收到|接到|受理|答复|办结|举办|召开|开展|参加|培训|网(?!络)|微信|微博|公众号|平台|媒体|"
    r"公报|渠道|方式|形式|信箱|来信|来访|来电|热线|咨询|投诉|举报|复议|诉讼|维持|纠正|撤|结转|不予|不公开|部分公开|不存在|不属|非本|无法|同比|增加|"
    r"减少|印发|编制|制作|发放|张贴|报送|采用|录用|回复|转载|累计|^(?:现|共|总|新)有|人员|解读|结果为|文书$|客户端|头条|抖音|栏|视频|手册|电子屏|显示屏|大厅|档案馆|图书馆|新闻(?:稿|报道)"
)
_DISCLOSES = re.compile(r"(?:主动)?(?:公开|发布|公布|更新)(?:了)?")
_DECISION = re.compile(r"行政(?:许可|处罚|强制)")
_NOMINAL = re.compile(r"(?:信息)?公开$")
# What a heading or the words before a list say when it is one of kinds of information.
_HEADED = re.compile(r"重点领域|(?:信息|公开)的?(?:主要)?(?:类别|种类|分类|内容)|类别")
_FOCUS = re.compile(
    r"重点领域|(?:推进|做好|加强|加大|深化|抓好|规范)(?!政府信息|政务|信息公开|主动)[^,。;]{2,16}公开(?:工作|力度)?[。:]$"
)
_NAMED = re.compile(r"、|[^政府务各类]{2}等[^,]{0,8}信息$")
_LOOK_BACK = 60  # characters before a sentence in which its lead stands


@dataclass(frozen=True, slots=True)
class Run:
    """Figures of a sentence, by index, that a list of kinds names; `total` is their sum.

    `announced` says that its own words tell it from other lists: 发布公告3条、动态5条, or 财政公开3条,教育公开5条.
    """

    figures: tuple[int, ...]
    total: Decimal
    announced: bool = False


@dataclass(frozen=True, slots=True)
class Kinds:
    """The lists of kinds of a sentence by the figures in them, and whether its lead or heading announces one."""

    runs: dict[int, Run] = field(default_factory=dict)
    is_headed: bool = False


NONE = Kinds()


def kinds(words: Wording, heading: str) -> Kinds:
    """The lists of kinds of information in a sentence; `heading` is what its chapter and paragraph are called."""
    if not words.figures:
        return NONE
    found: dict[int, Run] = {}
    run: list[int] = []
    for index in range(len(words.figures) + 1):
        if index < len(words.figures):
            if words.is_share(index):
                continue
            if _is_kind(words, index) and (not run or words.figures[run[0]].unit == words.figures[index].unit):
                run.append(index)
                continue
        if run:
            total = sum((words.figures[i].value for i in run), Decimal(0))
            names = [words.before(i) for i in run]
            announced = bool(_DISCLOSES.match(disclosures.bare(names[0]))) or all(map(_NOMINAL.search, names))
            announced |= all(map(disclosures.is_class, names))
            only_decisions = all(map(_DECISION.search, names))
            found |= dict.fromkeys(run, Run(tuple(run), total, announced and not only_decisions))
        run = []
    lead = words.text[max(0, words.start - _LOOK_BACK) : words.figures[0].start] if found else ""
    return Kinds(found, bool(found) and bool(_HEADED.search(heading) or _HEADED.search(lead)))


def of_focus(before: str, after: str, heading: str) -> str | None:
    """The kind that a disclosure in a chapter on 重点领域 names: 发布预算、决算等信息#条; None elsewhere.

    `heading` is what the chapter and the paragraph are called.
    """
    if not _FOCUS.search(heading):
        return None
    said = disclosures.said(before, after)
    if not said.act or said.channel or not said.kind:
        return None
    return disclosures.category(said.kind) if not said.generic or _NAMED.search(said.kind) else None


def _is_kind(words: Wording, index: int) -> bool:
    figure = words.figures[index]
    if figure.unit not in disclosures.UNITS or words.after(index).strip("。、") or index in words.handed:
        return False
    name = disclosures.bare(words.before(index))
    if name.startswith("主动公开") and disclosures.total(name, "", words.owner(index)):
        return False
    name = _DISCLOSES.sub("", name, count=1) if _DISCLOSES.match(name) else name
    if not _NAME.fullmatch(name) or _NO_KIND.search(name) or disclosures.is_applicant(name):
        return False
    return subjects.body(name) is None
