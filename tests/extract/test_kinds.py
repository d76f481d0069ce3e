"""Lists of kinds of information, and figures of bodies: what they are parts of, with invented places and figures."""

import pytest

from core.base.resources import resource
from core.extract.statistics import statistics
from core.mapping.catalogue_file import load
from core.model.document import Span
from core.model.extraction import Scope, Section, SectionKind, Statistic
from core.readers.registry import read

CATALOGUE = load(resource("catalogue"))


def found_in(text: str, title: str = "", kind: SectionKind = SectionKind.PROACTIVE) -> tuple[Statistic, ...]:
    document = read("丁县.txt", text.encode())
    section = Section(0, title, kind, 0, len(text), Span(0, 0))
    return statistics(document, (section,), 2017, "丁县人民政府", CATALOGUE)


def kinds_in(text: str, title: str = "") -> list[str]:
    head = "disclosed.category."
    return [s.indicator.removeprefix(head) for s in found_in(text, title) if s.indicator and head in s.indicator]


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        pytest.param(
            "全年主动公开信息600条,机构设置类31条,政策文件类48条,行政许可类50条,行政处罚决定12条。",
            ["机构设置", "政策文件", "行政许可", "行政处罚决定"],
            id="decisions are kinds beside kinds",
        ),
        pytest.param(
            "2017年主动公开信息90条。入学指南15条、招生信息40条、收费标准8条。",
            ["入学指南", "招生", "收费标准"],
            id="in the sentence behind the total",
        ),
        pytest.param(
            "主动公开信息200条,主要包括:领导简介8条;组织机构12条;处理结果180条。",
            ["领导简介", "组织机构", "处理结果"],
            id="a noun that begins like a verb",
        ),
        pytest.param(
            "主动公开的主要类别:土地出让结果60条、征地公告15条。",
            ["土地出让结果", "征地公告"],
            id="announced, no total",
        ),
        pytest.param("财政资金公开190条,公共服务公开410条。", ["财政资金", "公共服务"], id="公开 as a noun"),
        pytest.param("发布通知公告60条、工作动态30条。", ["通知公告", "工作动态"], id="with one verb"),
        pytest.param("公开住房保障信息20条,公开食品安全信息35条。", ["住房保障", "食品安全"], id="with a verb each"),
        pytest.param("其中:概况类5条,建议提案类12条。", ["概况", "建议提案"], id="by their ending"),
        pytest.param("收到留言30条,建议类5条,求助类16条。", [], id="kinds of letters"),
        pytest.param("公开行政许可信息12条、行政处罚信息3条。", [], id="decisions alone"),
        pytest.param("通过网站公开42条,公开栏公开35条。", [], id="channels"),
        pytest.param("2017年主动公开信息90条,举办培训3期,受理来信8件。", [], id="other doings"),
        pytest.param("2017年主动公开信息90条。动态信息70条、公告信息40条。", [], id="more than the total"),
        pytest.param("编发简报12篇,新闻稿件30篇。", [], id="no total at all"),
    ],
)
def test_a_list_of_nouns_behind_a_total_names_kinds(text: str, kinds: list[str]) -> None:
    assert kinds_in(text) == kinds


@pytest.mark.parametrize(
    ("text", "title", "kinds"),
    [
        ("发布预算、决算等信息66条。", "(二)重点领域信息公开", ["预算、决算"]),
        ("推进环境保护公开。公布环评审批、空气质量等信息66条。", "", ["环评审批、空气质量"]),
        ("公开各类信息66条。", "(二)重点领域信息公开", []),
        ("公开教育、供水等8个领域信息。", "(二)重点领域信息公开", []),
        ("发布预算、决算等信息66条。", "二、主动公开情况", []),
    ],
)
def test_a_chapter_on_fields_counts_kinds(text: str, title: str, kinds: list[str]) -> None:
    assert kinds_in(text, title) == kinds


def test_kinds_are_of_the_year_rather_than_of_all_years() -> None:
    text = "(一)2017年主动公开信息64条,历年累计411条。\n(二)类别:政策类信息12条,其他52条。\n"
    assert [(s.scope, s.whole) for s in found_in(text)] == [
        (Scope.YEAR, None),
        (Scope.CUMULATIVE, None),
        (Scope.YEAR, 0),
        (Scope.YEAR, 0),
    ]


def test_parts_go_on_in_the_next_paragraph() -> None:
    found = found_in("全年主动公开信息730条。\n其中:政策法规类30条;动态类700条。\n")
    assert [s.whole for s in found] == [None, 0, 0]


def test_a_line_of_its_own_is_a_heading() -> None:
    text = "重点领域信息公开\n发布预算、决算等信息66条。\n"
    assert kinds_in(text) == ["预算、决算"]


@pytest.mark.parametrize(
    ("text", "indicator", "who"),
    [
        ("主动公开信息900条,其中市本级300条,各县区600条。", "disclosed.total", ["市本级", "各县区"]),
        ("主动公开信息900条,其中乡镇(街道)300条。", "disclosed.total", ["乡镇(街道)"]),
        ("主动公开信息900条,其中州、县级机关公开300条。", "disclosed.total", ["州、县级机关"]),
        ("共收到申请26件,其中区直部门18件、街道8件。", "applications.received", ["区直部门", "街道"]),
        ("共收到申请26件,其中市政府办公室收到20件。", "applications.received", ["市政府办公室"]),
        ("主动公开信息900条。其中,市直部门公开300条,县(区)公开600条。", "disclosed.total", ["市直部门", "县(区)"]),
    ],
)
def test_a_body_counts_what_the_total_counts(text: str, indicator: str, who: list[str]) -> None:
    first, *parts = found_in(text)
    assert (first.indicator, first.who) == (indicator, None)
    assert [(s.indicator, s.who, s.whole) for s in parts] == [(indicator, body, 0) for body in who]
