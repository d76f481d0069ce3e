"""Whose report it is: issuer, compiler, publisher, the kind of body and its region."""

import pytest

from core.extract.metadata_bodies import body_kind, issuer_of_title, same_body
from tests.extract.stated import fields_of, value_of, values_of

BODY = "全年主动公开政府信息80条。"


@pytest.mark.parametrize(
    ("title", "issuer"),
    [
        ("白水县2013年政府信息公开工作年度报告", "白水县"),
        ("白水县人民政府2013年政府信息公开年报", "白水县人民政府"),
        ("白水县人民政府信息公开工作年度报告", "白水县人民政府"),
        ("2013年白水县政府信息公开工作年度报告", "白水县"),
        ("二〇一三年白水县水务局政府信息公开年报", "白水县水务局"),
        ("白水县水务局关于2013年度政府信息公开工作的报告", "白水县水务局"),
        ("关于白水县2013年政府信息公开情况的报告", "白水县"),
        ("标题:白水县2013年政府信息公开年报", "白水县"),
        ("青石镇政府信息公开工作报告", "青石镇"),
        ("青石镇人民政府2013年度政务公开工作总结", "青石镇人民政府"),
        ("白水一中2013年校务信息公开年报", "白水一中"),
        ("白水县(2013年度)政府信息公开年报", "白水县"),
        ("我局2013年政府信息公开工作年度报告", ""),
        ("本机关2013年政府信息公开工作年度报告", ""),
        ("2013年政府信息公开工作年度报告", ""),
        ("县2013年政府信息公开工作年度报告", ""),
        ("政府信息公开工作年度报告", ""),
        ("白水县2013年工作报告", ""),
    ],
)
def test_the_issuer_is_what_the_title_names_before_its_subject(title: str, issuer: str) -> None:
    assert issuer_of_title(title) == issuer


@pytest.mark.parametrize(
    ("lines", "issuer", "why"),
    [
        (("白水县2013年政府信息公开年报", BODY), "白水县", "extract.field.from_title"),
        (("2013年政府信息公开年报", BODY, "白水县水务局", "2014年2月3日"), "白水县水务局", "extract.field.signature"),
        (("2013年政府信息公开年报", "本报告由白水县水务局编制。"), "白水县水务局", "extract.field.in_text"),
        (
            ("2013年政府信息公开年报", "现将白水县水务局2013年政府信息公开情况公布。"),
            "白水县水务局",
            "extract.field.in_text",
        ),
        (("发布机构：白水县水务局", "2013年政府信息公开年报", BODY), "白水县水务局", "extract.field.page"),
    ],
)
def test_an_issuer_the_title_leaves_out_is_sought_further_on(lines: tuple[str, ...], issuer: str, why: str) -> None:
    (found,) = (f for f in fields_of(*lines) if f.key == "issuer")
    assert (found.value, found.reason.code) == (issuer, why)


@pytest.mark.parametrize("signer", ["我局", "我县水务局", "本县人民政府"])
def test_a_body_that_calls_itself_we_names_nobody(signer: str) -> None:
    found = values_of("2013年政府信息公开年报", f"本报告由{signer}编制。", BODY, signer, "2014年2月3日")
    assert "issuer" not in found
    assert "compiler" not in found


@pytest.mark.parametrize(
    ("lines", "compiler"),
    [
        (("本报告由白水县人民政府办公室编制。",), "白水县人民政府办公室"),
        (("由白水县政务公开办公室负责编制，供查阅。",), "白水县政务公开办公室"),
        ((BODY, "白水县人民政府办公室", "2014年2月3日"), "白水县人民政府办公室"),
        ((BODY, "白水县人民政府", "2014年2月3日"), None),
        ((BODY, "云岭省白水县人民政府", "2014年2月3日"), None),
        ((BODY,), None),
    ],
)
def test_the_compiler_is_named_where_it_is_another_body(lines: tuple[str, ...], compiler: str | None) -> None:
    assert value_of("compiler", "白水县2013年政府信息公开年报", *lines) == compiler


@pytest.mark.parametrize(
    ("line", "publisher"),
    [
        ("发布机构：白水县人民政府办公室", "白水县人民政府办公室"),
        ("发布单位: 白水县政府办", "白水县政府办"),
        ("来源：白水县人民政府 发布时间：2014-02-03", "白水县人民政府"),
        ("信息来源：白水县政府网 浏览：12次", "白水县政府网"),
        ("发布机构：", None),
        ("发布机构", None),
    ],
)
def test_the_page_names_the_publisher(line: str, publisher: str | None) -> None:
    assert value_of("publisher", line, "白水县2013年政府信息公开年报", BODY) == publisher


def test_publisher_and_issuer_of_a_page_may_differ() -> None:
    found = values_of("来源：白水县人民政府", "白水县水务局2013年政府信息公开年报", BODY)
    assert (found["publisher"], found["issuer"]) == (["白水县人民政府"], ["白水县水务局"])


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("云岭省", "government"),
        ("白水县", "government"),
        ("白水县人民政府", "government"),
        ("云岭地区行政公署", "government"),
        ("白水县人民政府办公室", "office"),
        ("云岭省人民政府办公厅", "office"),
        ("白水县政府办", "office"),
        ("白水县水务局", "department"),
        ("白水县发展和改革委员会", "department"),
        ("云岭省财政厅", "department"),
        ("青石镇", "town"),
        ("青石镇人民政府", "town"),
        ("石桥乡政府", "town"),
        ("城关街道办事处", "street"),
        ("城关街道", "street"),
        ("白水县第一中学", "school"),
        ("云岭大学", "school"),
        ("白水经济开发区管理委员会", "zone"),
        ("白水新区管委会", "zone"),
        ("白水", "other"),
    ],
)
def test_the_kind_of_body_is_told_by_its_name(name: str, kind: str) -> None:
    assert body_kind(name) == kind


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("白水县", "白水县人民政府", True),
        ("云岭省白水县人民政府", "白水县政府", True),
        ("水务局", "白水县水务局", True),
        ("白水县水务局", "白水县教育局", False),
        ("白水县人民政府", "白水县人民政府办公室", False),
        ("白水县", "", False),
    ],
)
def test_two_names_of_one_body_are_one(one: str, other: str, same: bool) -> None:
    assert same_body(one, other) is same
    assert same_body(other, one) is same


def region_of(issuer: str, year: int = 2013, *lines: str) -> tuple[str | None, str | None, tuple[str, ...], str | None]:
    found = {f.key: f for f in fields_of(f"{issuer}{year}年政府信息公开工作年度报告", BODY, *lines)}
    if "region" not in found:
        return None, None, (), None
    region = found["region"]
    return region.value, region.code, region.path, found["region_level"].value


@pytest.mark.parametrize(
    ("issuer", "value", "code", "path", "level"),
    [
        ("云岭省", "云岭省", "910000", ("云岭省",), "province"),
        ("南屏市人民政府", "南屏市", "910100", ("云岭省", "南屏市"), "prefecture"),
        ("白水县水务局", "白水县", "910123", ("云岭省", "南屏市", "白水县"), "county"),
        ("云岭省白水县", "白水县", "910123", ("云岭省", "南屏市", "白水县"), "county"),
        ("南屏市城关区", "城关区", "910102", ("云岭省", "南屏市", "城关区"), "county"),
        ("东沙市城关区", "城关区", "920102", ("海云省", "东沙市", "城关区"), "county"),
        ("白水县青石镇", "青石镇", None, ("云岭省", "南屏市", "白水县", "青石镇"), "town"),
        ("白水县城关街道办事处", "城关街道", None, ("云岭省", "南屏市", "白水县", "城关街道"), "town"),
        ("青石镇人民政府", "青石镇", None, ("青石镇",), "town"),
        ("蓝田综合实验区", "蓝田综合实验区", None, ("蓝田综合实验区",), "county"),
    ],
)
def test_a_region_is_found_with_all_above_it(
    issuer: str, value: str, code: str | None, path: tuple[str, ...], level: str
) -> None:
    assert region_of(issuer) == (value, code, path, level)


def test_a_region_that_changed_is_that_of_the_reports_year() -> None:
    assert region_of("青石县", 2012)[1] == "910122"
    assert region_of("青石区", 2013)[1] == "910112"
    assert [region_of("石桥县", year)[1] for year in (2009, 2010)] == ["910124", "910125"]


def test_a_name_that_several_regions_bear_is_told_by_the_text_around() -> None:
    assert region_of("城关区", 2013, "东沙市城关区设查阅点。")[1] == "920102"
    assert region_of("城关区", 2013, "地址：南屏市人民路1号")[1] == "910102"


def test_a_name_that_several_regions_bear_has_no_code_when_nothing_tells() -> None:
    value, code, _, level = region_of("城关区")
    assert (value, code, level) == ("城关区", None, "county")


def test_an_issuer_without_a_region_has_none() -> None:
    assert region_of("水务局") == (None, None, (), None)
