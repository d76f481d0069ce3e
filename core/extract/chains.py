"""Totals and the parts that follow them: 100条,其中A类60条,B类40条; brackets; 分别为; a sentence that goes on."""

import re
from dataclasses import dataclass, field

from core.base.data import data

_FOLLOW = re.compile(r"其中|包括|包含|分别|具体为|分为|:|[,(]含")
_ALL = re.compile(r"分别|具体为|分为")
_BESIDE = re.compile(r"同比|另有|占|比上年|较")
_BRACKET = re.compile(r"[^,;。]{0,4}\([^)]{0,80}$")
_GOES_ON = re.compile(r"[,]?(?:其中|其余|其[他它])")
# 在主动公开的信息中,A类…: parts of a total told before, or never.
_OF_THOSE = re.compile(
    r"(?:在|所|按)?[^,;。:#]{0,12}(?:主动公开|公开|发布)的?[^,;。:#]{0,10}(?:信息|文件)[^,;。:#]{0,4}(?:中|里)[,:]?$"
    r"|(?:不同|主要|各种)[^,;。:#]{0,6}(?:渠道|方式|形式|途径|类别)[^,;。:#]{0,6}公开[^,;。#]{0,12}[:,]$"
    r"|公开[^,;。:#]{0,8}(?:信息|文件)[^,;。:#]{0,6}(?:类别|分类|渠道|形式|方式)[^,;。:#]{0,6}[:,]$"
    r"|(?:公开|发布)的?(?:渠道|形式|方式|途径|载体|内容|类别):$"
    r"|按(?![^,;。:#]{0,6}(?:申请|答复|办理|处理|结果|受理))[^,;。:#]{1,10}(?:分|划分|分类|统计)[,:]$|(?<!答复)(?<!申请)(?:类别|种类)[:]$"
)


@dataclass(slots=True)
class Chain:
    """A total and its parts, by index of statistic; `whole` is None when the total itself is not told.

    `depth` is 1 within brackets, `siblings` what the parts so far are ("category", "channel" or ""), `is_all`
    whether they were announced as all there are.
    """

    whole: int | None
    depth: int = 0
    parts: list[int] = field(default_factory=list)
    siblings: str = ""
    is_all: bool = False


@data
class Step:
    """What the words between two figures do to the chains: close so many brackets, then open a chain or not."""

    closed: int
    opens: bool
    is_bracket: bool = False
    says_all: bool = False
    fresh: bool = False


def step(gap: str) -> Step:
    """Read the words between a figure and the next one."""
    closed = max(gap.count(")") - gap.count("("), 0)
    bracket = gap.startswith("(") or bool(_BRACKET.match(gap))
    if bracket and _BESIDE.search(gap.split("(")[-1]):
        return Step(closed, False)
    is_list = bracket and not re.search(r"其中|含", gap)
    return Step(closed, bracket or bool(_FOLLOW.search(gap)), bracket, bool(_ALL.search(gap)) or is_list, "其中" in gap)


def goes_on(text: str, start: int) -> bool:
    """Whether the sentence at `start` goes on with the parts of the total before it."""
    return bool(_GOES_ON.match(text, start, start + 5))


def of_those(words: str) -> bool:
    """Whether the words, up to a figure's clause, announce parts of what was disclosed."""
    return bool(_OF_THOSE.search(words[-60:]))
