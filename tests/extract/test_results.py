"""Results of applications and cases, changes, channels by name, staff and zeros: named by the list they stand in."""

import pytest

from core.base.resources import resource
from core.extract.statistics import statistics
from core.mapping.catalogue_file import load
from core.model.document import Span
from core.model.extraction import Scope, Section, SectionKind, Statistic
from core.readers.registry import read

CATALOGUE = load(resource("catalogue"))
A, R, P = SectionKind.APPLICATIONS, SectionKind.REVIEW_LITIGATION, SectionKind.PROACTIVE


def found_in(text: str, kind: SectionKind = A, title: str = "") -> tuple[Statistic, ...]:
    document = read("丁县.txt", text.encode())
    section = Section(0, title, kind, 0, len(text), Span(0, 0))
    return statistics(document, (section,), 2017, "丁县人民政府", CATALOGUE)


def told(text: str, kind: SectionKind = A) -> list[tuple[str | None, int]]:
    """Indicators with their values, without the part before the dot."""
    return [(s.indicator and s.indicator.split(".", 1)[1], int(s.value)) for s in found_in(text, kind)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "受理申请31件,公开9件、部分公开4件、非本机关信息6件、其它2件,另有7件未办结。",
            [
                ("accepted", 31),
                ("granted", 9),
                ("partial", 4),
                ("not_held", 6),
                ("other_result", 2),
                ("carried_out", 7),
            ],
            id="bare words",
        ),
        pytest.param(
            "收到申请8件,一件不属于本机关掌握,两件信息不存在,其余5件正在办理。",
            [("received", 8), ("not_held", 1), ("not_held", 2), ("carried_out", 5)],
            id="words behind the figure",
        ),
        pytest.param(
            "收到申请8件,其中当面申请2件,其他6件。", [("received", 8), ("in_person", 2), ("other_form", 6)], id="forms"
        ),
        pytest.param(
            "收到申请31件、结转4件,办理33件,结转2件。",
            [("received", 31), ("carried_in", 4), ("answered", 33), ("carried_out", 2)],
            id="carried in and out",
        ),
        pytest.param(
            "答复申请60件,“已主动公开”“同意公开”“不予公开”“信息不存在”的分别为20件、18件、12件、10件。",
            [("answered", 60), (None, 20), ("granted", 18), ("refused", 12), ("not_held", 10)],
            id="quoted nouns in a row",
        ),
        pytest.param(
            "答复45件,主动公开20件,同意公开12件,部分公开3件,不存在10件。",
            [("answered", 45), (None, 20), ("granted", 12), ("partial", 3), ("not_held", 10)],
            id="already public",
        ),
        pytest.param(
            "收到申请35件,办结31件,未到答复期限3件,1件在法定期限内办理。",
            [("received", 35), ("answered", 31), ("carried_out", 3), ("carried_out", 1)],
            id="within the time limit",
        ),
        pytest.param(
            "制作信息90条,主动公开85条,依申请公开3条,不予公开2条。",
            [(None, 90), ("total", 85), (None, 3), (None, 2)],
            id="how information is classed",
        ),
        pytest.param(
            "制发公文321件,其中主动公开85件,依申请公开12件,不予公开224件。",
            [(None, 321), (None, 85), (None, 12), (None, 224)],
            id="how official papers are classed",
        ),
        pytest.param(
            "承办人大建议8件、政协提案15件,办复率100%,主动公开23件。",
            [(None, 8), (None, 15), (None, 100), (None, 23)],
            id="answers to proposals that are public",
        ),
        pytest.param("按申请人分,自然人17件,商业企业2件。", [(None, 17), (None, 2)], id="who applied"),
        pytest.param(
            "收到依申请公开3件。政府网站信息公开专栏改版1次。", [("received", 3), (None, 1)], id="work on a site"
        ),
        pytest.param("共收取信息处理费3件,金额1200元。", [(None, 3), ("total", 1200)], id="fees by case and sum"),
        pytest.param(
            "发出收费通知5件,总金额1500元,实际收取1200元。",
            [(None, 5), (None, 1500), ("total", 1200)],
            id="fees asked for and paid",
        ),
        pytest.param(
            "办理申请27件,其中上年结转2件,本年新增25件。",
            [("answered", 27), ("carried_in", 2), ("received", 25)],
            id="new beside carried in",
        ),
        pytest.param("收到申请8件。公开信息900条。", [("received", 8), ("total", 900)], id="no list of results"),
    ],
)
def test_results_lean_on_their_list(text: str, expected: list[tuple[str | None, int]]) -> None:
    assert told(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "行政复议6件(维持3件,确认违法2件,驳回1件),行政诉讼5件(驳回原告诉讼请求2件,撤诉3件)。",
            [("total", 6), ("upheld", 3), ("corrected", 2), ("other", 1), ("total", 5), ("upheld", 2), ("other", 3)],
            id="in brackets",
        ),
        pytest.param(
            "行政复议9件,其中申请人撤回2件,终止1件,驳回申请3件,责令重新答复1件。",
            [("total", 9), ("other", 2), ("other", 1), ("other", 3), ("corrected", 1)],
            id="other ends",
        ),
        pytest.param(
            "行政诉讼5起,败诉2起。败诉的两起案件已整改。", [("total", 5), ("corrected", 2), (None, 2)], id="told again"
        ),
    ],
)
def test_outcomes_of_cases(text: str, expected: list[tuple[str | None, int]]) -> None:
    assert told(text, R) == expected


@pytest.mark.parametrize(
    ("text", "indicator", "scopes"),
    [
        ("2017年收到申请15件,较上年增加6件。", "applications.received", [Scope.YEAR, Scope.CHANGE]),
        (
            "主动公开信息734条,较上一年度的610条增加124条。",
            "disclosed.total",
            [Scope.YEAR, Scope.PREVIOUS, Scope.CHANGE],
        ),
        ("主动公开信息由上年的310条增加到450条。", "disclosed.total", [Scope.PREVIOUS, Scope.YEAR]),
        ("截至2017年底累计公开信息7.2万条,比2015年增加2.2万条。", "disclosed.total", [Scope.CUMULATIVE, Scope.CHANGE]),
        ("去年收到申请56件。", "applications.received", [Scope.YEAR]),
        ("去年收到申请56件,今年收到申请60件。", "applications.received", [Scope.PREVIOUS, Scope.YEAR]),
        ("新增主动公开信息320条,累计公开信息600条。", "disclosed.total", [Scope.YEAR, Scope.CUMULATIVE]),
        ("自2008年以来累计主动公开信息800条。", "disclosed.total", [Scope.CUMULATIVE]),
    ],
)
def test_another_time_keeps_the_indicator(text: str, indicator: str, scopes: list[Scope]) -> None:
    assert [(s.indicator, s.scope) for s in found_in(text, P)] == [(indicator, scope) for scope in scopes]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("“丁县发布”微信公众号发文220篇。", [("wechat", 220)]),
        ("镇公众号推文14篇,“丁县发布”微博全年发博340条。", [("wechat", 14), ("weibo", 340)]),
        ("被市政府采用信息45条,省厅采用12条。", [(None, 45), (None, 12)]),
        ("主动公开信息130条,新增30条,更新100条。", [("total", 130), (None, 30), (None, 100)]),
        ("公众号订阅数20人,推送信息240期。", [(None, 20), ("wechat", 240)]),
        ("梳理主动公开事项620项,依申请公开事项12项。", [(None, 620), (None, 12)]),
        ("全年推文120篇。", [("wechat", 120)]),
        (
            "主动公开信息79条,其中门户网站占48条,政务新媒体占31条。",
            [("total", 79), ("website", 48), ("channel.政务新媒体", 31)],
        ),
        ("组织集中学习3次,办班2次。", [("sessions", 3), ("sessions", 2)]),
        ("组织理论学习3次。", [(None, 3)]),
        ("对分管领导、信息员计218人进行了轮训。", [("attendees", 218)]),
        ("有1名专职人员和3名兼职人员。", [("full_time", 1), ("part_time", 3)]),
        ("由2人经办,都是兼职。", [("part_time", 2)]),
        ("6个分局设专职信息员2名。", [(None, 6), ("full_time", 2)]),
        ("对6家网站下发督办单,完成41个网站的改造。", [(None, 6), (None, 41)]),
        ("建成网站3个。", [("sites", 3)]),
        ("浏览次数:652次", []),
        ("网站全年访问量652次。", [("visits", 652)]),
    ],
)
def test_channels_training_staff_and_sites(text: str, expected: list[tuple[str | None, int]]) -> None:
    assert told(text, P) == expected


@pytest.mark.parametrize(
    ("text", "scope"),
    [
        ("截至2017年底,设立查阅点8个。", Scope.POINT),
        ("现有专职信息员2名。", Scope.POINT),
        ("对现存的33个政务新媒体加强监测。", Scope.POINT),
        ("2017年配备专职人员3名。", Scope.YEAR),
        ("设立查阅点8个。", Scope.POINT),
        ("2017年制发规范性文件8件,废止3件,现行有效规范性文件41件。", Scope.POINT),
        ("对41个网站加强监测。", None),
    ],
)
def test_what_stands_is_of_the_time_that_is_said(text: str, scope: Scope | None) -> None:
    assert found_in(text, P)[-1].scope == scope


@pytest.mark.parametrize(
    ("text", "title", "indicators"),
    [
        ("全年没有受理公开政府信息的申请。", "", {"applications.accepted"}),
        ("未收到政府信息公开申请。", "", {"applications.received"}),
        ("全年未收费。", "六、其他需要报告的事项", {"fees.total"}),
        ("免费提供查询设备。", "六、其他需要报告的事项", set()),
        ("2017年均未发生。", "四、行政复议、行政诉讼情况", {"review.total", "litigation.total"}),
        ("我局均未发生此类情况。", "四、行政复议、行政诉讼情况", {"review.total", "litigation.total"}),
        ("2017年均未发生。", "五、存在的问题", set()),
        ("未就依申请公开收取费用。", "", {"fees.total"}),
        ("全年无申请公开信息的情况,无收费。", "", {"applications.received", "fees.total"}),
        ("行政事业性收费 0", "", set()),
    ],
)
def test_zeros_by_their_verb_and_heading(text: str, title: str, indicators: set[str]) -> None:
    assert {s.indicator for s in found_in(text, A, title) if s.value == 0} == indicators
