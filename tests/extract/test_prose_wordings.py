"""More classes of wording, of the prose reports of 2008 to 2018: what the words around a figure say it is."""

import pytest

from core.extract.statistics import statistics
from core.model.document import Span
from core.model.extraction import Scope, Section, SectionKind
from core.readers.registry import read
from tests.extract.told import CATALOGUE, A, R, found_in, told


def test_on_the_net_is_a_way_and_no_approximation() -> None:
    online, posted = found_in("收到申请8件,其中网上5件,当面3件。", A)[1], found_in("向县政府网上120条。", A)[0]
    assert (online.indicator, online.label, online.approx) == ("applications.online", "网上", False)
    assert not posted.approx
    assert [s.approx for s in found_in("发布信息不下200条。", A)] == [True]


@pytest.mark.parametrize(
    ("text", "kind", "expected"),
    [
        pytest.param(
            "收到申请9件(其中来信5件、上门4件),答复9件。",
            A,
            [
                ("applications.received", 9),
                ("applications.letter", 5),
                ("applications.in_person", 4),
                ("applications.answered", 9),
            ],
            id="a letter among the ways of asking is an application",
        ),
        pytest.param(
            "办结9件(其中信访转来2件),同意公开7件。",
            A,
            [("applications.answered", 9), (None, 2), ("applications.granted", 7)],
            id="what a closed bracket speaks of ends with it",
        ),
        pytest.param(
            "公开信息90条。收到申请9件。按申请方式分,当面4件、网络5件。",
            A,
            [
                ("disclosed.total", 90),
                ("applications.received", 9),
                ("applications.in_person", 4),
                ("applications.online", 5),
            ],
            id="applications sorted are no disclosures",
        ),
        pytest.param(
            "同意公开、同意部分公开、不予公开的依次为6件、5件和4件。",
            A,
            [("applications.granted", 6), ("applications.partial", 5), ("applications.refused", 4)],
            id="in this order",
        ),
        pytest.param(
            "公开渠道:①政府网站公开50条;②微信公众号公开40条。",
            SectionKind.PROACTIVE,
            [("disclosed.website", 50), ("disclosed.wechat", 40)],
            id="circled numbers",
        ),
        pytest.param(
            "办理结果:①公开6件;②部分公开5件;③不予公开4件。",
            A,
            [("applications.granted", 6), ("applications.partial", 5), ("applications.refused", 4)],
            id="results with circled numbers",
        ),
        pytest.param(
            "3件均已在规定时限内回复,其中2件提供了信息,1件因涉及个人隐私未予公开。",
            A,
            [("applications.answered", 3), ("applications.granted", 2), ("applications.refused", 1)],
            id="what was done stands far behind its figure",
        ),
        pytest.param("申请5件,答复5件。", A, [("applications.received", 5), ("applications.answered", 5)], id="bare"),
        pytest.param("收到低保申请340份。受理企业登记申请85件。", A, [(None, 340), (None, 85)], id="other requests"),
        pytest.param(
            "公开渠道:①县政府网站102条;②公示栏40条。",
            SectionKind.PROACTIVE,
            [("disclosed.website", 102), ("disclosed.channel.公示栏", 40)],
            id="channels need no verb where they are announced",
        ),
        pytest.param(
            "收到申请9件(其中来信9件)。办理结果:公开5件,不予公开4件。",
            A,
            [
                ("applications.received", 9),
                ("applications.letter", 9),
                ("applications.granted", 5),
                ("applications.refused", 4),
            ],
            id="nor behind the next sentence",
        ),
        pytest.param(
            "全职人员2人,兼职人员5人;信息员4人,均为兼职。",
            SectionKind.OVERVIEW,
            [("staff.full_time", 2), ("staff.part_time", 5), ("staff.part_time", 4)],
            id="parts of the staff are no staff that is divided",
        ),
        pytest.param(
            "公开信息90条(含规范性文件2件)。",
            SectionKind.PROACTIVE,
            [("disclosed.total", 90), ("disclosed.normative", 2)],
            id="normative documents among them",
        ),
        pytest.param(
            "公开信息90条,其中公开栏8个,公布信息40条。",
            SectionKind.PROACTIVE,
            [("disclosed.total", 90), (None, 8), (None, 40)],
            id="boards are no information",
        ),
        pytest.param(
            "现有工作人员5人,其中专职1人、兼职4人。",
            SectionKind.OVERVIEW,
            [("staff.total", 5), ("staff.full_time", 1), ("staff.part_time", 4)],
            id="staff told by its parts",
        ),
        pytest.param(
            "工作人员5人(专职1人,兼职4人)。窗口工作人员8人。",
            SectionKind.OVERVIEW,
            [("staff.total", 5), ("staff.full_time", 1), ("staff.part_time", 4), (None, 8)],
            id="staff told by its bracket",
        ),
        pytest.param(
            "由文书1人兼管。", SectionKind.OVERVIEW, [("staff.part_time", 1)], id="who does it beside other work"
        ),
        pytest.param(
            "复议案3件中,2件被维持,1件被变更。",
            R,
            [("review.total", 3), ("review.upheld", 2), ("review.corrected", 1)],
            id="changed on review",
        ),
    ],
)
def test_figures_are_named_in_other_words(text: str, kind: SectionKind, expected: list[tuple[str | None, int]]) -> None:
    assert told(text, kind) == expected


@pytest.mark.parametrize(
    ("issuer", "text", "indicators"),
    [
        (
            "丙县环境保护局",
            "2017年共主动公开环境信息60条,其中环评信息40条。",
            ["disclosed.total", "disclosed.category.环评"],
        ),
        ("丙海关", "2017年主动公开海关信息60条。", ["disclosed.total"]),
        ("丙县水务有限公司", "2017年主动公开企业信息60条次。", ["disclosed.total"]),
        ("丙县人民政府", "2017年主动公开环境信息60条。", [None]),
    ],
)
def test_information_of_the_issuers_own_field_is_all_of_it(
    issuer: str, text: str, indicators: list[str | None]
) -> None:
    assert [s.indicator for s in found_in(text, SectionKind.PROACTIVE, issuer)] == indicators


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("主动公开信息90条(2016年为80条),其中公告类信息50条。", [Scope.YEAR, Scope.PREVIOUS, Scope.YEAR]),
        (
            "累计主动公开信息900条,其中2017年度90条。在主动公开的信息中,公告类信息50条。",
            [Scope.CUMULATIVE, Scope.YEAR, Scope.YEAR],
        ),
        ("2017年收到申请9件,办结8件,累计收到申请40件。", [Scope.YEAR, Scope.YEAR, Scope.CUMULATIVE]),
        ("2017年行政复议1件;历年累计行政复议4件、行政诉讼2件。", [Scope.YEAR, Scope.CUMULATIVE, Scope.CUMULATIVE]),
    ],
)
def test_other_times_do_not_leak(text: str, expected: list[Scope]) -> None:
    assert [s.scope for s in found_in(text, A)] == expected


@pytest.mark.parametrize(
    ("heading", "text", "indicators"),
    [
        ("四、收费及减免情况", "2017年及以往均未收费,也未减免。", {"fees.total", "fees.waived"}),
        ("五、复议和诉讼", "截至年底,一件也没有发生。", {"review.total", "litigation.total"}),
        ("五、复议、诉讼、投诉", "均为零。", {"review.total", "litigation.total", "complaints.total"}),
        ("六、便民服务", "停车未收费。", set()),
    ],
)
def test_a_heading_says_of_what_there_was_none(heading: str, text: str, indicators: set[str]) -> None:
    document = read("丙县.txt", f"{heading}\n{text}".encode())
    section = Section(0, heading, R, 0, len(heading) + 1 + len(text), Span(0, len(heading)))
    found = statistics(document, (section,), 2017, "丙县人民政府", CATALOGUE)
    assert {s.indicator for s in found if s.value == 0} == indicators


def test_kinds_are_parts_of_the_total_and_not_of_a_bodys_share() -> None:
    text = "公开政府信息90条。其中,县直部门公开50条。各乡镇公开信息40条。在主动公开的信息中,公告类信息60条。"
    assert [s.whole for s in found_in(text, SectionKind.PROACTIVE)] == [None, 0, 0, 0]
