"""Classes of wording read from whole sentences, with invented bodies and figures: names, zeros, periods, totals."""

import time
from decimal import Decimal

import pytest

from core.model.extraction import Scope, SectionKind
from tests.extract.told import A, R, found_in, told


@pytest.mark.parametrize(
    ("text", "kind", "expected"),
    [
        pytest.param(
            "受理、答复、办结分别为8、7、6件。",
            A,
            [("applications.accepted", 8), ("applications.answered", 7), ("applications.answered", 6)],
            id="list of verbs",
        ),
        pytest.param(
            "网站、微博、微信公众号分别公开信息80条、70条和60条。",
            A,
            [("disclosed.website", 80), ("disclosed.weibo", 70), ("disclosed.wechat", 60)],
            id="list of channels",
        ),
        pytest.param(
            "制发行政规范性文件8件,废止3件,现行有效41件。",
            A,
            [("normative.issued", 8), ("normative.repealed", 3), ("normative.in_force", 41)],
            id="the noun is said once",
        ),
        pytest.param(
            "规章:本年制发2件,废止1件,现行有效0件。行政规范性文件:本年制发3件。",
            R,
            [("rules.issued", 2), ("rules.repealed", 1), ("rules.in_force", 0), ("normative.issued", 3)],
            id="the noun stands before a colon",
        ),
        pytest.param(
            "全年制定政府规章4部,现行有效规章31部,主动公开规章4件。",
            R,
            [("rules.issued", 4), ("rules.in_force", 31), (None, 4)],
            id="regulations",
        ),
        pytest.param(
            "收到依申请公开27件次,办结26件次,其中予以公开20件次。行政复议3件次。",
            A,
            [
                ("applications.received", 27),
                ("applications.answered", 26),
                ("applications.granted", 20),
                ("review.total", 3),
            ],
            id="times that a case counts",
        ),
        pytest.param(
            "发布信息90条,其中工作动态49条、政策文件及解读41条。发布政策解读8篇。",
            R,
            [
                ("disclosed.total", 90),
                ("disclosed.category.工作动态", 49),
                ("disclosed.category.政策文件及解读", 41),
                ("policy.interpretations", 8),
            ],
            id="papers together with their interpretation",
        ),
        pytest.param("复议案件0起,诉讼案件0起。", R, [("review.total", 0), ("litigation.total", 0)], id="none of both"),
        pytest.param("受理群众来信31件,办结31件。", A, [(None, 31), (None, 31)], id="letters are no applications"),
        pytest.param(
            "发生行政复议3起,2起维持、1起撤销。",
            R,
            [("review.total", 3), ("review.upheld", 2), ("review.corrected", 1)],
            id="the noun stands behind its figure",
        ),
        pytest.param(
            "通过网上、信函等渠道收到公开申请16件。",
            A,
            [("applications.received", 16)],
            id="several ways of asking",
        ),
        pytest.param(
            "举办业务培训2次,全县41个单位86人参加。",
            A,
            [("training.sessions", 2), ("training.units", 41), ("training.attendees", 86)],
            id="who came to the training",
        ),
        pytest.param(
            "编印政府公报6期,发行2400份。", A, [(None, 6), ("gazette.copies", 2400)], id="copies of the gazette"
        ),
        pytest.param(
            "申请总数为21件,答复总数为20件。",
            A,
            [("applications.received", 21), ("applications.answered", 20)],
            id="totals as nouns",
        ),
        pytest.param(
            "共制作信息900条,其中主动公开信息700条,依申请公开信息120条,不予公开信息80条。",
            A,
            [(None, 900), ("disclosed.total", 700), (None, 120), (None, 80)],
            id="how information is classed is no application",
        ),
        pytest.param("收到3件来信,均已回复。2018年将公开信息900条。", A, [(None, 3)], id="a plan is no statistic"),
        pytest.param("办理下岗人员减免税8件,减免金额900元。", A, [(None, 8), (None, 900)], id="taxes waived"),
        pytest.param(
            "通过县政府网站公开18条,政务公开栏2条。",
            SectionKind.PROACTIVE,
            [("disclosed.website", 18), ("disclosed.channel.政务公开栏", 2)],
            id="a channel beside a channel",
        ),
        pytest.param(
            "公开信息90条,其中动态信息50条;新设专栏2个,订阅数39条。",
            A,
            [("disclosed.total", 90), ("disclosed.category.动态", 50), (None, 2), (None, 39)],
            id="columns and subscribers are no kinds of information",
        ),
        pytest.param(
            "通过政府信息公开网申请5件。", A, [("applications.online", 5)], id="the disclosure net is a way of asking"
        ),
        pytest.param(
            "行政诉讼1件(一审判决维持)。", R, [("litigation.total", 1)], id="how a case ended stands in brackets"
        ),
        pytest.param(
            "从内容看,2017年全县主动公开的64条政府信息中,业务工作信息40条,政策法规信息24条。",
            A,
            [
                ("disclosed.total", 64),
                ("disclosed.category.业务工作", 40),
                ("disclosed.category.政策法规", 24),
            ],
            id="the total is told as that of which the kinds are parts",
        ),
        pytest.param(
            "全年对申请人减免收取检索、复印、邮递等成本费用共计12元。",
            A,
            [("fees.waived", 12)],
            id="what was waived stands far from its figure",
        ),
        pytest.param(
            "公开信息90条,其中文件公开30条,动态信息40条,机关信息20条。",
            A,
            [
                ("disclosed.total", 90),
                ("disclosed.category.文件", 30),
                ("disclosed.category.动态", 40),
                ("disclosed.category.机关", 20),
            ],
            id="information of the body is a kind among kinds",
        ),
        pytest.param("运营微信公众号1个,推送信息55条。", A, [(None, 1), ("disclosed.wechat", 55)], id="its channel"),
    ],
)
def test_figures_are_named(text: str, kind: SectionKind, expected: list[tuple[str | None, int]]) -> None:
    assert told(text, kind) == expected


@pytest.mark.parametrize(
    ("text", "unit"), [("接到信息公开申请2份。", "件"), ("收到行政复议申请2宗。", "件"), ("发放政府公报2份。", "份")]
)
def test_applications_and_cases_are_counted_in_one_unit(text: str, unit: str) -> None:
    assert [s.unit for s in found_in(text, A)] == [unit]


@pytest.mark.parametrize(
    ("text", "indicators"),
    [
        ("办结申请20件,共受理10件。", set()),
        ("信函申请0宗,占0%。", {"applications.letter"}),
        ("未发生因政府信息公开被举报投诉、申请行政复议的情况。", {"complaints.total", "review.total"}),
        ("未收取与信息申请有关的任何费用。", {"fees.total"}),
        ("未产生相关诉讼,没有相应费用支出。", {"litigation.total"}),
        ("未收到行政应诉。", {"litigation.total"}),
        ("受理政府信息公开申请0次,答复0次。", {"applications.accepted", "applications.answered"}),
        ("无结转下年度继续办理件。", {"applications.carried_out"}),
        ("没有不予公开的情况。", {"applications.refused"}),
        ("没有从事信息公开工作的全职人员。", {"staff.full_time"}),
        ("无一例因信息公开引起的行政复议和行政诉讼。", {"review.total", "litigation.total"}),
        ("未发生针对我局的行政复议案、行政诉讼案,未发生与诉讼有关的支出。", {"review.total", "litigation.total"}),
        ("四、结转下年度继续办理 0 0 0 0", set()),
        ("无偿提供信息申请指导,推行零距离服务,无论何种申请均受理。", set()),
        ("本局未制发行政规范性文件,未作出行政处罚决定。", {"normative.issued", "decisions.penalty"}),
        ("全年没有制定规章和规范性文件。", {"rules.issued", "normative.issued"}),
        ("没有规章、规范性文件的制发。", {"rules.issued", "normative.issued"}),
        ("全年未废止规范性文件。", {"normative.repealed"}),
        (
            "本单位无行政许可、行政处罚以及行政强制事项,无行政事业性收费。",
            {"decisions.licence", "decisions.penalty", "decisions.coercion", "decisions.charges"},
        ),
        ("未收取行政事业性收费。", {"decisions.charges"}),
        ("未受到行政处罚,无行政许可职能,未按规范性文件办理,无违反规章的行为。", set()),
        ("不涉及信息处理费的收取。", {"fees.total"}),
        ("没有发生信息公开处理费。", {"fees.total"}),
        ("未收到信息公开申请及上年结转申请。", {"applications.received", "applications.carried_in"}),
        ("没有结转下年度继续办理的申请,无上年结转申请。", {"applications.carried_out", "applications.carried_in"}),
    ],
)
def test_zeros_are_said_of_their_objects(text: str, indicators: set[str]) -> None:
    assert {s.indicator for s in found_in(text, A) if s.value == 0} == indicators


def test_a_zero_recalled_as_a_reason_is_told_once() -> None:
    text = "全年未收到政府信息公开申请。由于没有收到信息公开申请,未收取费用。"
    assert told(text, A) == [("applications.received", 0), ("fees.total", 0)]


@pytest.mark.parametrize(
    ("text", "scopes"),
    [
        ("截至2017年底累计公开政府信息900条,其中本年度新增公开政府信息200条。", [Scope.CUMULATIVE, Scope.YEAR]),
        ("历年累计公开政府信息900条;通过政府公报公开8条。", [Scope.CUMULATIVE, Scope.YEAR]),
        ("截至12月31日,收到政府信息公开申请5件。", [Scope.YEAR]),
        ("截至12月31日,新增主动公开政府信息84条。", [Scope.YEAR]),
        ("截至12月31日,主动公开政府信息84条。", [Scope.CUMULATIVE]),
        ("截至12月31日,设立政府信息查阅点8个。", [Scope.POINT]),
        ("公开信息由2016年的260条增加到2017年的480条。", [Scope.PREVIOUS, Scope.YEAR]),
        ("受理申请6件,历年累计41件。其中当面申请4件。", [Scope.YEAR, Scope.CUMULATIVE, Scope.YEAR]),
        ("2017年受理申请6件(历年累计41件),其中当面申请4件。", [Scope.YEAR, Scope.CUMULATIVE, Scope.YEAR]),
    ],
)
def test_periods_do_not_leak(text: str, scopes: list[Scope]) -> None:
    assert [s.scope for s in found_in(text, A)] == scopes


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        pytest.param("公开政府信息90条。在主动公开的信息中,概况类信息30条,动态类信息60条。", [0, 0], id="of those"),
        pytest.param("公开政府信息90条,概况类信息30条,动态类信息60条。", [0, 0], id="kinds need no 其中"),
        pytest.param("公开政府信息90条。按内容分,概况信息30条,动态信息60条。", [0, 0], id="sorted by"),
        pytest.param("公开政府信息90条。其中县本级30条,县直部门60条。", [0, 0], id="by level"),
        pytest.param("公开政府信息90条,其中动态信息60条,开展检查2次。", [0, None], id="another doing ends it"),
        pytest.param("收到申请9件,较上年减少3件。其中当面4件,网上5件。", [None, 0, 0], id="a change has no parts"),
    ],
)
def test_parts_find_their_total(text: str, parts: list[int | None]) -> None:
    assert [s.whole for s in found_in(text, SectionKind.PROACTIVE)][1:] == parts


def test_a_list_by_bodies_names_the_bodies() -> None:
    found = found_in("甲局公开信息30条,乙局公开信息20条。")
    assert [(s.indicator, s.who) for s in found] == [("disclosed.total", "甲局"), ("disclosed.total", "乙局")]


def test_the_only_website_figure_with_its_kinds_is_the_total() -> None:
    text = "通过县政府网站公开信息90条。其中:概况信息30条,动态信息60条。"
    assert told(text) == [("disclosed.total", 90), ("disclosed.category.概况", 30), ("disclosed.category.动态", 60)]


def test_a_website_beside_another_channel_stays_one() -> None:
    text = "通过县政府网站主动公开信息90条,通过微信公众号主动公开信息30条。"
    assert told(text) == [("disclosed.website", 90), ("disclosed.wechat", 30)]


def test_cases_are_counted_in_件() -> None:
    assert [s.unit for s in found_in("行政复议案2宗,行政诉讼1起。", R)] == ["件", "件"]


def test_a_name_of_its_own_words_is_surer_than_a_borrowed_one() -> None:
    plain, borrowed = found_in("2017年收到政府信息公开申请9件。")[0], found_in("收到政府信息公开申请,共计9件。", A)[0]
    assert plain.indicator == borrowed.indicator == "applications.received"
    assert plain.confidence > borrowed.confidence


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("全年公开信息100条," + "其中甲类3条," * 10_000, id="nested 其中"),
        pytest.param("公开信息100条" + "(其中甲类3条" * 10_000, id="nested brackets"),
        pytest.param("1" * 400_000, id="digits"),
        pytest.param("未发生因" * 20_000, id="negations"),
        pytest.param("分别为3、2、" * 10_000 + "5件", id="lists"),
        pytest.param("通过" * 20_000 + "公开信息3条", id="ways"),
        pytest.param("一二三四五六七八九" * 20_000, id="numerals"),
    ],
)
def test_hostile_text_is_passed_quickly(text: str) -> None:
    started = time.process_time()
    found_in(text)
    assert time.process_time() - started < 8  # a bound of kind, not of degree: what grows with the square takes minutes


def test_values_are_exact() -> None:
    assert found_in("收取检索费、复制费共计326.5元。", A)[0].value == Decimal("326.5")
