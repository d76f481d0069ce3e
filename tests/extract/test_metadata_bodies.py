"""Whose report it is: issuer, compiler, publisher, the kind of body and its region."""

import pytest

from core.extract.metadata_bodies import body_kind, issuer_of_title, same_body
from core.model.document import Document, Source, Span
from tests.extract.stated import fields_of, value_of, values_of

BODY = "全年主动公开政府信息80条。"


@pytest.mark.parametrize(
    ("title", "issuer"),
    [
        ("碧溪县2013年政府信息公开工作年度报告", "碧溪县"),
        ("碧溪县人民政府2013年政府信息公开年报", "碧溪县人民政府"),
        ("碧溪县人民政府信息公开工作年度报告", "碧溪县人民政府"),
        ("2013年碧溪县政府信息公开工作年度报告", "碧溪县"),
        ("二〇一三年碧溪县水务局政府信息公开年报", "碧溪县水务局"),
        ("碧溪县水务局关于2013年度政府信息公开工作的报告", "碧溪县水务局"),
        ("关于碧溪县2013年政府信息公开情况的报告", "碧溪县"),
        ("标题:碧溪县2013年政府信息公开年报", "碧溪县"),
        ("青石镇政府信息公开工作报告", "青石镇"),
        ("青石镇人民政府2013年度政务公开工作总结", "青石镇人民政府"),
        ("碧溪一中2013年校务信息公开年报", "碧溪一中"),
        ("碧溪县(2013年度)政府信息公开年报", "碧溪县"),
        ("碧溪县水务局发布2013年政府信息公开工作报告", "碧溪县水务局"),
        ("碧溪县水务局网站政务信息公开2013年度报告", "碧溪县水务局"),
        ("2013年碧溪县依法行政和政府信息公开工作总结", "碧溪县"),
        ("关于报送碧溪县2013年政府信息公开年度报告的报告", "碧溪县"),
        ("河心街道2013年度报告", "河心街道"),
        ("本溪市2013年政府信息公开年报", "本溪市"),
        ("全州县2013年政府信息公开年报", "全州县"),
        ("我局2013年政府信息公开工作年度报告", ""),
        ("本机关2013年政府信息公开工作年度报告", ""),
        ("2013年政府信息公开工作年度报告", ""),
        ("县2013年政府信息公开工作年度报告", ""),
        ("政府信息公开工作年度报告", ""),
        ("碧溪县2013年工作报告", ""),
        ("碧溪海关2013年海关政府信息公开年度报告", "碧溪海关"),
        ("海关总署2013年海关信息公开年度报告", "海关总署"),
    ],
)
def test_the_issuer_is_what_the_title_names_before_its_subject(title: str, issuer: str) -> None:
    assert issuer_of_title(title) == issuer


@pytest.mark.parametrize(
    ("lines", "issuer", "why"),
    [
        (("碧溪县2013年政府信息公开年报", BODY), "碧溪县", "extract.field.from_title"),
        (("2013年政府信息公开年报", BODY, "碧溪县水务局", "2014年2月3日"), "碧溪县水务局", "extract.field.signature"),
        (("2013年政府信息公开年报", "本报告由碧溪县水务局编制。"), "碧溪县水务局", "extract.field.in_text"),
        (("一、总体情况", "本年度,青石乡严格依照《条例》公开信息。"), "青石乡", "extract.field.in_text"),
        (("一、总体情况", "2013年,青石管委会统领各部门公开信息。"), "青石管委会", "extract.field.in_text"),
        (
            ("2013年政府信息公开年报", "现将碧溪县水务局2013年政府信息公开情况公布。"),
            "碧溪县水务局",
            "extract.field.in_text",
        ),
        (("发布机构：碧溪县水务局", "2013年政府信息公开年报", BODY), "碧溪县水务局", "extract.field.page"),
        (("2013年政府信息公开年报", "请与碧溪县水务局办公室联系。"), "碧溪县水务局", "extract.field.in_text"),
        (("2013年政府信息公开年报", "2013年，碧溪县水务局认真贯彻条例。"), "碧溪县水务局", "extract.field.in_text"),
        (
            ("2013年政府信息公开年报", "现公布碧溪县水务局2013年度政府信息公开年度报告。"),
            "碧溪县水务局",
            "extract.field.in_text",
        ),
        (
            ("2013年政府信息公开年报", "全县公开80条。", "碧溪县人民政府办公室", "2014年2月3日"),
            "碧溪县",
            "extract.field.signature",
        ),
        (
            ("2013年政府信息公开年报", "本报告由碧溪县人民政府信息公开领导小组办公室编制。"),
            "碧溪县",
            "extract.field.in_text",
        ),
        (("县水务局2013年政府信息公开年报", "碧溪县水务局公开80条。"), "碧溪县水务局", "extract.field.in_text"),
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
        (("本报告由碧溪县人民政府办公室编制。",), "碧溪县人民政府办公室"),
        (("由碧溪县政务公开办公室负责编制，供查阅。",), "碧溪县政务公开办公室"),
        (("由碧溪县人民政府办公室根据条例第三十一条和市政府文件的要求，综合各乡镇报告编制。",), "碧溪县人民政府办公室"),
        (("根据条例规定，本报告由碧溪县人民政府办公室汇总各乡镇情况编制而成。",), "碧溪县人民政府办公室"),
        (("根据条例，碧溪县人民政府办公室编制本年度报告。",), "碧溪县人民政府办公室"),
        (("碧溪县政府办根据条例的规定，组织编制了2013年政府信息公开年度报告。",), "碧溪县政府办"),
        (("现公布碧溪县人民政府办公室编制的2013年政府信息公开年度报告。",), "碧溪县人民政府办公室"),
        (("本报告由碧溪县人民政府综合办公室编制。",), "碧溪县人民政府综合办公室"),
        (("编制单位：碧溪县人民政府办公室",), "碧溪县人民政府办公室"),
        (("报告的编写单位为碧溪县政务公开办公室。",), "碧溪县政务公开办公室"),
        (("本报告由碧溪县人民政府编制。", BODY, "碧溪县人民政府办公室", "2014年2月3日"), "碧溪县人民政府办公室"),
        (("由碧溪县档案局根据条例编制信息公开目录。",), None),
        (("碧溪县发改局编制了粮食生产的分析报告。",), None),
        (("督促各乡镇编制本年度报告，由各乡镇根据要求编写年度报告。",), None),
        (("本报告由本机关根据条例编制。",), None),
        ((BODY, "碧溪县人民政府办公室", "2014年2月3日"), "碧溪县人民政府办公室"),
        ((BODY, "碧溪县人民政府", "2014年2月3日"), None),
        ((BODY, "云岭省碧溪县人民政府", "2014年2月3日"), None),
        ((BODY,), None),
    ],
)
def test_the_compiler_is_named_where_it_is_another_body(lines: tuple[str, ...], compiler: str | None) -> None:
    assert value_of("compiler", "碧溪县2013年政府信息公开年报", *lines) == compiler


@pytest.mark.parametrize(
    ("title", "named", "is_compiler"),
    [
        ("碧溪县人民政府办公室", "碧溪县政府办", False),
        ("县政府办", "碧溪县人民政府办公室", False),
        ("碧溪县发改委", "碧溪县发展和改革委员会", False),
        ("碧溪县人力资源和社会保障局", "碧溪县人社局", False),
        ("青石镇", "碧溪县青石镇人民政府", False),
        ("河心街道", "碧溪县人民政府河心街道办事处", False),
        ("碧溪经济开发区", "碧溪经济开发区管理委员会", False),
        ("碧溪经济开发区", "碧溪经济开发区管委会办公室", True),
        ("碧溪县水务局", "碧溪县水务局办公室", True),
        ("碧溪县人民政府", "碧溪县政府办", True),
        ("碧溪县水务局", "云岭县水务局", True),
    ],
)
def test_the_issuer_by_a_shorter_or_longer_name_is_no_compiler(title: str, named: str, *, is_compiler: bool) -> None:
    found = value_of("compiler", f"{title}2013年政府信息公开年报", f"本报告由{named}根据条例编制。", BODY)
    assert found == (named if is_compiler else None)


@pytest.mark.parametrize(
    ("line", "publisher"),
    [
        ("发布机构：碧溪县人民政府办公室", "碧溪县人民政府办公室"),
        ("发布单位: 碧溪县政府办", "碧溪县政府办"),
        ("来源：碧溪县人民政府 发布时间：2014-02-03", "碧溪县人民政府"),
        ("信息来源：碧溪县政府网 浏览：12次", "碧溪县政府网"),
        ("发布机构：", None),
        ("来源：本站 浏览：12次", None),
        ("索引号 BX01/2014-1 发布机构 碧溪县水务局 公开方式 主动公开", "碧溪县水务局"),
        ("| 发布机构： | 碧溪县水务局 | 公开日期： | 2014-02-03 |", "碧溪县水务局"),
        ("来源：碧溪县水务局　　作者：李青山", "碧溪县水务局"),
        ("发布机构", None),
    ],
)
def test_the_page_names_the_publisher(line: str, publisher: str | None) -> None:
    assert value_of("publisher", line, "碧溪县2013年政府信息公开年报", BODY) == publisher


def test_publisher_and_issuer_of_a_page_may_differ() -> None:
    found = values_of("来源：碧溪县人民政府", "碧溪县水务局2013年政府信息公开年报", BODY)
    assert (found["publisher"], found["issuer"]) == (["碧溪县人民政府"], ["碧溪县水务局"])


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("云岭省", "government"),
        ("碧溪县", "government"),
        ("碧溪县人民政府", "government"),
        ("云岭地区行政公署", "government"),
        ("碧溪县人民政府办公室", "office"),
        ("云岭省人民政府办公厅", "office"),
        ("碧溪县政府办", "office"),
        ("碧溪县水务局", "department"),
        ("碧溪县发展和改革委员会", "department"),
        ("云岭省财政厅", "department"),
        ("青石镇", "town"),
        ("青石镇人民政府", "town"),
        ("石桥乡政府", "town"),
        ("河心街道办事处", "street"),
        ("河心街道", "street"),
        ("碧溪县第一中学", "school"),
        ("云岭大学", "school"),
        ("碧溪经济开发区管理委员会", "zone"),
        ("碧溪新区管委会", "zone"),
        ("碧溪经济开发区", "zone"),
        ("碧溪经济开发区国土局", "department"),
        ("碧溪县学校安全管理局", "department"),
        ("河心街道办", "street"),
        ("青石镇人民政府办公室", "office"),
        ("碧溪", "other"),
    ],
)
def test_the_kind_of_body_is_told_by_its_name(name: str, kind: str) -> None:
    assert body_kind(name) == kind


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("碧溪县", "碧溪县人民政府", True),
        ("云岭省碧溪县人民政府", "碧溪县政府", True),
        ("水务局", "碧溪县水务局", True),
        ("碧溪县水务局", "碧溪县教育局", False),
        ("碧溪县人民政府", "碧溪县人民政府办公室", False),
        ("碧溪县", "", False),
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
        ("碧溪县水务局", "碧溪县", "910123", ("云岭省", "南屏市", "碧溪县"), "county"),
        ("云岭省碧溪县", "碧溪县", "910123", ("云岭省", "南屏市", "碧溪县"), "county"),
        ("南屏市河心区", "河心区", "910102", ("云岭省", "南屏市", "河心区"), "county"),
        ("东沙市河心区", "河心区", "920102", ("海云省", "东沙市", "河心区"), "county"),
        ("碧溪县青石镇", "青石镇", None, ("云岭省", "南屏市", "碧溪县", "青石镇"), "town"),
        ("碧溪县河心街道办事处", "河心街道", None, ("云岭省", "南屏市", "碧溪县", "河心街道"), "town"),
        ("青石镇人民政府", "青石镇", None, ("青石镇",), "town"),
        ("碧溪县人民政府县街街道办事处", "县街街道", None, ("云岭省", "南屏市", "碧溪县", "县街街道"), "town"),
        ("南屏市高新区管委会", "高新区", None, ("云岭省", "南屏市", "高新区"), "county"),
        ("国家税务总局碧溪县税务局", "碧溪县", "910123", ("云岭省", "南屏市", "碧溪县"), "county"),
        ("原碧溪县水务局", "碧溪县", "910123", ("云岭省", "南屏市", "碧溪县"), "county"),
        ("水利部", None, None, (), None),
        ("城市管理局", None, None, (), None),
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
    assert region_of("河心区", 2013, "东沙市河心区设查阅点。")[1] == "920102"
    assert region_of("河心区", 2013, "地址：南屏市人民路1号")[1] == "910102"


def test_a_name_that_several_regions_bear_has_no_code_when_nothing_tells() -> None:
    value, code, _, level = region_of("河心区")
    assert (value, code, level) == ("河心区", None, "county")


def test_an_issuer_without_a_region_has_none() -> None:
    assert region_of("水务局") == (None, None, (), None)


@pytest.mark.parametrize(
    ("issuer", "level"),
    [
        ("水利部", "nation"),
        ("国家档案局", "nation"),
        ("中国地震局", "nation"),
        ("海关总署", "nation"),
        ("省水利厅", "province"),
    ],
)
def test_a_body_of_the_whole_country_or_a_province_has_a_level_and_no_region(issuer: str, level: str) -> None:
    found = values_of(f"{issuer}2013年政府信息公开工作年度报告", BODY)
    assert found["region_level"] == [level]
    assert "region" not in found


@pytest.mark.parametrize(
    ("issuer", "line", "region", "path"),
    [
        ("水务局", "碧溪县政府网站公开80条。", "碧溪县", ("云岭省", "南屏市", "碧溪县")),
        ("青石镇", "登录碧溪县政府网站查阅。", "青石镇", ("云岭省", "南屏市", "碧溪县", "青石镇")),
        ("市教育局", "碧溪县和南屏市各部门。", "南屏市", ("云岭省", "南屏市")),
    ],
)
def test_a_body_without_its_region_sits_where_the_text_says(
    issuer: str, line: str, region: str, path: tuple[str, ...]
) -> None:
    found = region_of(issuer, 2013, line)
    assert (found[0], found[2]) == (region, path)


@pytest.mark.parametrize(
    ("own", "kind"), [("我镇", "town"), ("我局", "department"), ("本街道", "street"), ("我县", "government")]
)
def test_a_body_that_never_says_its_name_is_known_by_its_own_word(own: str, kind: str) -> None:
    found = values_of("2013年政府信息公开工作年度报告", f"{own}公开80条。碧溪县网站60条。")
    assert (found["body_kind"], found["region"]) == ([kind], ["碧溪县"])
    assert found["region_level"] == ["town" if kind in ("town", "street") else "county"]
    assert "issuer" not in found


def test_a_name_is_found_inside_its_span_over_white_space() -> None:
    document = Document("碧溪县 碧 溪\u3000县\n水务局", Source("a.txt", "", "txt", 0), ())
    assert document.find("碧溪县", Span(0, 13)) == Span(0, 3)
    assert document.find("碧溪县水务局", Span(0, 13)) == Span(4, 13)
    assert document.find("碧溪县", Span(6, 13)) is None
    assert document.find("", Span(0, 13)) is None
