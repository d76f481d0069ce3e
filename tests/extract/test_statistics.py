"""Figures in sentences: the classes of wording, with invented places and figures."""

from decimal import Decimal

import pytest

from core.base.resources import resource
from core.extract.statistics import statistics
from core.mapping.catalogue_file import load
from core.model.document import Document
from core.model.extraction import Scope, Section, SectionKind, Statistic
from core.readers.registry import read

CATALOGUE = load(resource("catalogue"))
YEAR = 2015


def found_in(text: str, kind: SectionKind | None = None) -> tuple[Document, tuple[Statistic, ...]]:
    document = read("乙县.txt", text.encode())
    sections: tuple[Section, ...] = ()
    if kind:
        from core.model.document import Span

        sections = (Section(0, "", kind, 0, len(text), Span(0, 0)),)
    return document, statistics(document, sections, YEAR, "乙县人民政府", CATALOGUE)


def told(text: str, kind: SectionKind | None = None) -> list[tuple[str | None, Decimal]]:
    return [(s.indicator, s.value) for s in found_in(text, kind)[1]]


@pytest.mark.parametrize(
    ("sentence", "indicator", "value"),
    [
        ("2015年，全县主动公开政府信息1,024条。", "disclosed.total", "1024"),
        ("全年共公布各类政府信息２３４条。", "disclosed.total", "234"),
        ("本年度通过县政府门户网站发布政府信息三百二十条。", "disclosed.website", "320"),
        ("政务微博公开政府信息45条。", "disclosed.weibo", "45"),
        ("通过政务微信公开政府信息46条。", "disclosed.wechat", "46"),
        ("《乙县政府公报》刊登文件12件。", "disclosed.gazette", "12"),
        ("本年度收到政府信息公开申请17件。", "applications.received", "17"),
        ("2015年共收到17件政府信息公开申请。", "applications.received", "17"),
        ("全年受理政府信息公开申请16件。", "applications.accepted", "16"),
        ("共答复政府信息公开申请15件。", "applications.answered", "15"),
        ("举办政府信息公开业务培训班3期。", "training.sessions", "3"),
        ("培训人员260人次。", "training.attendees", "260"),
        ("召开新闻发布会4次。", "press.conferences", "4"),
        ("政府信息公开专栏访问量达2.5万人次。", "website.visits", "25000"),
        ("设立政府信息查阅点14个。", "venues.total", "14"),
        ("全县共有从事政府信息公开工作人员31名。", "staff.total", "31"),
        ("共有专职人员5人。", "staff.full_time", "5"),
        ("全年收取政府信息公开检索费120元。", "fees.total", "120"),
        ("因政府信息公开被申请行政复议2件。", "review.total", "2"),
        ("发生行政诉讼案件1起。", "litigation.total", "1"),
        ("收到有关信息公开的举报3件。", "complaints.total", "3"),
        ("发布政策解读稿件22篇。", "policy.interpretations", "22"),
        ("全县制发行政规范性文件8件。", "normative.issued", "8"),
        ("现行有效行政规范性文件93件。", "normative.in_force", "93"),
    ],
)
def test_a_sentence_names_its_indicator(sentence: str, indicator: str, value: str) -> None:
    assert (indicator, Decimal(value)) in told(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "根据国办发〔2014〕32号文件第二十条第（一）项的规定执行。",
        "乙县信息公开第10期简报于2015年3月10日印发。",
        "做到“三个更加”，落实“四落实”，坚持一把手负责。",
        "在15个工作日内答复，24小时开放。",
        "网站设有16个子栏目。",
        "联系电话：0731-5551234，邮编：412345。",
    ],
)
def test_numbers_that_count_nothing_are_no_statistics(sentence: str) -> None:
    assert told(sentence) == []


@pytest.mark.parametrize(
    ("sentence", "indicators"),
    [
        ("全年未收到政府信息公开申请。", {"applications.received"}),
        ("2015年没有公民、法人和其他组织向我局提出政府信息公开申请。", {"applications.received"}),
        ("未发生因政府信息公开申请行政复议、提起行政诉讼的情况。", {"review.total", "litigation.total"}),
        ("未发生因政府信息公开申请提起的行政诉讼。", {"litigation.total"}),
        ("无举报、投诉、行政复议和行政诉讼情况。", {"complaints.total", "review.total", "litigation.total"}),
        ("行政复议和行政诉讼均为零。", {"review.total", "litigation.total"}),
        ("行政复议、行政诉讼案件均未发生。", {"review.total", "litigation.total"}),
        ("我局未收取任何费用。", {"fees.total"}),
        ("对政府信息公开申请全部免费提供。", {"fees.total"}),
        ("未出现虚假信息。", set()),
        ("没有其他需要报告的事项。", set()),
        ("未设立收费标准公示栏以外的专栏，确保不发生泄密。", set()),
    ],
)
def test_a_zero_is_said_of_its_objects_alone(sentence: str, indicators: set[str]) -> None:
    zeros = [s for s in found_in(sentence)[1] if s.value == 0]
    assert {s.indicator for s in zeros} == indicators


def test_a_negation_does_not_reach_a_figure_that_follows() -> None:
    sentence = "全县未收到有关政府信息公开的申请，收到1件有关政府信息公开的行政复议申请。"
    assert dict(told(sentence)) == {"applications.received": Decimal(0), "review.total": Decimal(1)}


@pytest.mark.parametrize(
    ("sentence", "scope"),
    [
        ("2015年主动公开政府信息80条。", Scope.YEAR),
        ("2015年度累计主动公开政府信息80条。", Scope.YEAR),
        ("历年累计主动公开政府信息80条。", Scope.CUMULATIVE),
        ("截至目前，全县累计主动公开政府信息80条。", Scope.CUMULATIVE),
        ("自《条例》施行以来，主动公开政府信息80条。", Scope.CUMULATIVE),
        ("今年以来主动公开政府信息80条。", Scope.YEAR),
        ("2014年主动公开政府信息80条。", Scope.PREVIOUS),
    ],
)
def test_the_period_is_taken_from_the_words_around(sentence: str, scope: Scope) -> None:
    assert [s.scope for s in found_in(sentence)[1]] == [scope]


def test_a_change_is_no_total() -> None:
    _, (first, second) = found_in("全年收到政府信息公开申请12件，较上年减少3件。")
    assert (first.indicator, first.scope) == ("applications.received", Scope.YEAR)
    assert (second.indicator, second.scope) == ("applications.received", Scope.CHANGE)


def test_parts_know_their_total_and_that_they_are_all() -> None:
    text = "全年主动公开政府信息100条。其中，政府网站公开60条、政务微博公开30条、其他方式公开10条。"
    _, found = found_in(text)
    assert [s.whole for s in found] == [None, 0, 0, 0]
    assert [s.complete for s in found[1:]] == [True, True, True]
    assert [s.indicator for s in found[1:]] == ["disclosed.website", "disclosed.weibo", "disclosed.other"]


def test_parts_without_a_rest_are_not_said_to_be_all() -> None:
    _, found = found_in("全年主动公开政府信息100条，其中机构职能类信息60条，规划计划类信息30条。")
    assert [(s.indicator, s.complete) for s in found[1:]] == [
        ("disclosed.category.机构职能", False),
        ("disclosed.category.规划计划", False),
    ]


def test_brackets_hold_the_parts_of_the_figure_before_them() -> None:
    _, found = found_in("共收到政府信息公开申请9件（当面申请2件、网络申请7件），答复8件。", SectionKind.APPLICATIONS)
    assert [(s.indicator, s.whole) for s in found] == [
        ("applications.received", None),
        ("applications.in_person", 0),
        ("applications.online", 0),
        ("applications.answered", None),
    ]


def test_parts_by_body_name_the_body_and_count_what_the_total_counts() -> None:
    text = "全县主动公开政府信息90条。其中，县直各部门主动公开政府信息50条。各乡镇主动公开政府信息40条。"
    _, found = found_in(text)
    assert [(s.indicator, s.who, s.whole) for s in found] == [
        ("disclosed.total", None, None),
        ("disclosed.total", "县直各部门", 0),
        ("disclosed.total", "各乡镇", 0),
    ]


def test_results_of_applications_are_told_apart() -> None:
    text = "办结申请20件，其中：予以公开9件，部分公开4件，不予公开3件，无法提供2件，不予处理1件，其他处理1件。"
    names = [name for name, _ in told(text, SectionKind.APPLICATIONS)]
    results = ("answered", "granted", "partial", "refused", "not_held", "not_processed", "other_result")
    assert names == [f"applications.{r}" for r in results]


@pytest.mark.parametrize(
    ("printed", "value", "approx"),
    [
        ("120余条", "120", True),
        ("近300条", "300", True),
        ("10万多条", "100000", True),
        ("1.9万条", "19000", False),
        ("三千六百余条", "3600", True),
        ("5500条以上", "5500", True),
    ],
)
def test_figures_are_read_as_printed(printed: str, value: str, approx: bool) -> None:
    _, (found,) = found_in(f"全年主动公开政府信息{printed}。")
    assert (found.value, found.approx) == (Decimal(value), approx)


def test_every_statistic_stands_where_it_says() -> None:
    text = "　　2015年，全县 主动公开\n政府信息 1,024 条，其中：网站 公开 1,000 条；未收到申请。\n"
    document, found = found_in(text)
    assert len(found) >= 2
    for s in found:
        assert document.quote(s.figure) in document.quote(s.span)
    assert document.quote(found[0].figure).replace(" ", "") == "1,024条"
