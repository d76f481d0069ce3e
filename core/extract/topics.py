"""What words are about, so that 办结3件 after 收到申请 is told from 办结3件 after 群众来信."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from core.model.extraction import SectionKind

# Each alternative eats the whole noun, so that 复议申请 speaks of reviews and not of applications.
_TOPIC = re.compile(
    r"(?=[专业主举依信公兼减办参发咨培复学审工应建投提政文来法热申留的收纳组网联行被规议讲诉败起退问集])"
    r"(?:(?P<litigation>诉讼(?:请求|案件)?|应诉|被诉|起诉|败诉|法院)"
    r"|(?P<review>(?:申请)?(?:行政)?复议(?:的)?(?:申请|案件)?)"
    r"|(?P<matters>来信|来访|信件|信箱|留言|热线|诉求|工单|咨询|建议|提案|(?<!复)议案|信访|网民|问政|审批|(?:减免|纳|退)税)"
    r"|(?P<fees>信息(?:公开)?处理费)"
    r"|(?P<notices>收费通知)"
    r"|(?P<complaints>举报|投诉|申诉)"
    r"|(?P<normative>规范性文件)"
    r"|(?P<rules>规章(?!制度))"
    r"|(?P<decisions>行政许可|行政处罚|行政强制)"
    r"|(?P<gazette>公报|政报)"
    r"|(?P<training>培训|学习班|讲座|办班|学习《[^》]{0,20}条例》|(?:组织|集中|业务|专题|参加|文书)[^,;。]{0,6}学习)"
    r"|(?P<staff>专职|兼职|工作人员|信息员|联络员)"
    r"|(?P<applications>依申请(?:公开)?(?:政府|政务)?(?:信息)?|(?:公开)?(?:的)?(?<!驳回)(?<!撤回)申请(?!人(?:主动)?撤)(?:公开|人)?)"
    r"|(?P<disclosed>主动公开(?!范围|”)|发布|公布|(?<!部分)公开(?:各类)?(?:政府|政务)?信息))"
)
_OF_SECTION = {
    SectionKind.APPLICATIONS: "applications",
    SectionKind.PROACTIVE: "disclosed",
    SectionKind.REVIEW_LITIGATION: "review",
}
_BRACKETS = re.compile(r"\([^()]{0,200}\)")
NAMES = tuple(_TOPIC.groupindex)
_LONGEST = 200  # characters before a sentence: what stands further off is about something else


@dataclass(frozen=True, slots=True)
class Topics:
    """What the words of a stretch speak of, in order; `ends` and `starts` are folded offsets.

    What is said in brackets is not spoken of behind them: `until` are their ends, or that of the stretch.
    """

    starts: tuple[int, ...]
    ends: tuple[int, ...]
    names: tuple[str, ...]
    until: tuple[int, ...]

    def before(self, at: int, since: int = 0) -> str:
        """The last thing named before `at`, not before `since`; "" when there is none."""
        index = bisect_right(self.ends, at) - 1
        while index >= 0 and self.until[index] <= at:
            index -= 1
        return self.names[index] if index >= 0 and self.starts[index] >= since else ""

    def within(self, start: int, end: int) -> str:
        """The first thing named within [start, end); "" when there is none."""
        index = bisect_left(self.starts, start)
        return self.names[index] if index < len(self.names) and self.ends[index] <= end else ""


NONE = Topics((), (), (), ())


def topics_in(text: str, start: int, end: int) -> Topics:
    """The things that the sentence [start, end) of the folded text speaks of, and the words just before it."""
    low = max(0, start - _LONGEST)
    found = [(m.start(), m.end(), m.lastgroup or "") for m in _TOPIC.finditer(text, low, end)]
    brackets = [m.span() for m in _BRACKETS.finditer(text, low, end)] if found else []
    until = tuple(_until(brackets, f[0], end + 1) for f in found)
    return Topics(tuple(f[0] for f in found), tuple(f[1] for f in found), tuple(f[2] for f in found), until)


def _until(brackets: Sequence[tuple[int, int]], at: int, stop: int) -> int:
    """Where the bracket ends that `at` stands in; `stop` when it stands in none."""
    last = bisect_left(brackets, (at,)) - 1
    return brackets[last][1] if last >= 0 and at < brackets[last][1] else stop


def topic_of(words: str) -> str:
    """The last thing that the words speak of; "" when they name none."""
    topic = ""
    for found in _TOPIC.finditer(words):
        topic = found.lastgroup or ""
    return topic


def topic_of_section(kind: SectionKind | None) -> str:
    """The topic of a chapter."""
    return _OF_SECTION.get(kind, "") if kind else ""


def topic_of_indicator(indicator: str | None) -> str:
    """What the parts of a total are about."""
    head = indicator.split(".")[0] if indicator else ""
    return head if head in NAMES else ""
