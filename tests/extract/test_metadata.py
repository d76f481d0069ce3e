"""Title and year of a report, and the order and places of all its fields."""

import pytest

from core.extract.metadata import fields
from core.extract.outline import outline
from core.readers.registry import read
from tests.extract.stated import REGIONS, fields_of, read_lines, value_of, values_of

BODY = "全年主动公开政府信息80条。"


@pytest.mark.parametrize(
    ("lines", "title", "year"),
    [
        (("碧溪县2013年政府信息公开工作年度报告",), "碧溪县2013年政府信息公开工作年度报告", "2013"),
        (("　　碧溪县2 0 1 3 年政府信息公开年报",), "碧溪县2013年政府信息公开年报", "2013"),
        (("碧溪县２０１３年度政府信息公开年度报告",), "碧溪县2013年度政府信息公开年度报告", "2013"),
        (("碧溪县二〇一三年政府信息公开工作总结",), "碧溪县二〇一三年政府信息公开工作总结", "2013"),
        (("碧溪县二○一三年政府信息公开工作总结",), "碧溪县二○一三年政府信息公开工作总结", "2013"),
        (("碧溪县二零一三年政府信息公开工作总结",), "碧溪县二零一三年政府信息公开工作总结", "2013"),
        (("碧溪县人民政府", "2013年政府信息公开工作报告"), "碧溪县人民政府2013年政府信息公开工作报告", "2013"),
        (("碧溪县政府信息公开工作年度报告（2013年度）",), "碧溪县政府信息公开工作年度报告(2013年度)", "2013"),
        (("标题：碧溪县2013年政府信息公开年报",), "碧溪县2013年政府信息公开年报", "2013"),
        (("关于碧溪县2013年政府信息公开情况的报告",), "关于碧溪县2013年政府信息公开情况的报告", "2013"),
        (("碧溪县2013年政府資訊公開年度報告",), "碧溪县2013年政府資訊公開年度報告", "2013"),
    ],
)
def test_a_title_line_is_folded_and_names_the_year(lines: tuple[str, ...], title: str, year: str) -> None:
    found = values_of(*lines, BODY)
    assert (found["title"], found["year"]) == ([title], [year])


def test_the_title_with_a_year_goes_before_one_without() -> None:
    found = values_of("政府信息公开年报", "碧溪县2013年政府信息公开工作年度报告", BODY)
    assert found["title"] == ["碧溪县2013年政府信息公开工作年度报告"]


@pytest.mark.parametrize(
    "line",
    [
        "一、政府信息公开工作报告",
        "关于做好2013年政府信息公开年度报告编制工作的通知",
        "关于报送2013年政府信息公开年度报告的通知",
        "关于通知报送2013年政府信息公开工作年度报告",
        "《政府信息公开工作年度报告》编制办法",
    ],
)
def test_headings_and_notices_are_no_title(line: str) -> None:
    assert "title" not in values_of(line, BODY)


def test_a_title_in_running_text_is_taken_without_what_announces_it() -> None:
    text = "根据《条例》的要求，现公布碧溪县水务局2013年度政府信息公开年度报告。" + BODY
    found = values_of(text)
    assert (found["title"], found["year"]) == (["碧溪县水务局2013年度政府信息公开年度报告"], ["2013"])


def test_the_year_of_a_report_is_not_that_of_its_signature() -> None:
    lines = ("碧溪县2013年政府信息公开工作年度报告", BODY, "碧溪县人民政府", "2015年2月3日")
    assert value_of("year", *lines) == "2013"


@pytest.mark.parametrize(
    ("lines", "year"),
    [
        (("碧溪县政府信息公开工作年度报告", "2013年，我县政府信息公开工作有序开展。"), "2013"),
        (("碧溪县政府信息公开工作年度报告", "统计期限为2013年1月1日至2013年12月31日。"), "2013"),
        (("碧溪县政府信息公开工作年度报告", "统计期限为2012年7月1日至2013年12月31日。"), "2013"),
    ],
)
def test_a_year_the_title_does_not_name_comes_from_the_text(lines: tuple[str, ...], year: str) -> None:
    assert value_of("year", *lines) == year


def test_a_year_stated_nowhere_is_left_out() -> None:
    assert "year" not in values_of("碧溪县政府信息公开工作年度报告", BODY)


def test_the_number_of_a_house_is_no_year() -> None:
    assert "year" not in values_of("碧溪路1919号政府信息公开年报", BODY)


def test_every_field_stands_where_it_says() -> None:
    lines = (
        "　　碧溪县2 0 1 3 年政府信息公开工作年度报告",
        "　　本报告由碧溪县人民政府办公室编制，统计期限自２０１３年１月１日起至12月31日止。",
        "　　电话：（０７３１）８５５５１２３４　邮箱：ｇｋ@bixi.gov.cn",
        "　　　　　二○一四年二月三日",
    )
    quotes = {f.key: read_lines(*lines).quote(f.span) for f in fields_of(*lines) if f.span}
    assert quotes["title"] == "碧溪县2 0 1 3 年政府信息公开工作年度报告"
    assert quotes["year"] == "2 0 1 3"
    assert quotes["issuer"] == quotes["region"] == "碧溪县"
    assert quotes["compiler"] == "碧溪县人民政府办公室"
    assert (quotes["period_start"], quotes["period_end"]) == ("２０１３年１月１日", "12月31日")
    assert quotes["phone"] == "（０７３１）８５５５１２３４"
    assert quotes["sign_date"] == "二○一四年二月三日"


def test_fields_come_in_the_order_of_the_report() -> None:
    keys = [f.key for f in fields_of("碧溪县2013年政府信息公开年报", "电话：85551234", "2014年2月3日") if f.span]
    assert keys == ["title", "issuer", "region", "year", "phone", "sign_date"]


def test_a_text_that_states_nothing_has_no_fields() -> None:
    assert fields_of("全县生产总值增长8%。") == ()


PAGE = "<html><head><meta charset=utf-8>{head}</head><body>{body}</body></html>"
OWN = "碧溪县水务局2013年政府信息公开年度报告"
TEXT = "<p>　　根据条例，编制本报告。</p><p>一、概述</p><p>2013年主动公开政府信息80条。</p>"
OF_SITE = f"<title>{OWN}_碧溪县人民政府</title>"


def _of_page(head: str, body: str) -> dict[str, str | None]:
    document = read("a.html", PAGE.format(head=head, body=body).encode())
    return {f.key: f.value for f in fields(document, outline(document), REGIONS)}


@pytest.mark.parametrize(
    ("head", "body", "expected"),
    [
        (OF_SITE, TEXT, {"title": OWN, "year": "2013", "issuer": "碧溪县水务局"}),
        (f'<meta name="ArticleTitle" content="{OWN}">', TEXT, {"title": OWN, "issuer": "碧溪县水务局"}),
        (
            OF_SITE,
            "<h1>2013年政府信息公开年报</h1>" + TEXT,
            {"title": "2013年政府信息公开年报", "issuer": "碧溪县水务局"},
        ),
        ("<title>碧溪县政府信息公开年报</title>", TEXT, {"title": None}),
        ('<meta name="PubDate" content="2014-02-03">', TEXT, {"publish_date": "2014-02-03"}),
        ('<meta name="ContentSource" content="碧溪县水务局">', TEXT, {"publisher": "碧溪县水务局"}),
        (
            "",
            "<table><tr><td>索引号</td><td>BX01/2014-1</td><td>发布日期</td><td>2014-02-03</td></tr>"
            f"<tr><td>发布机构</td><td>碧溪县水务局</td><td>名称</td><td>{OWN}</td></tr></table>" + TEXT,
            {
                "index_number": "BX01/2014-1",
                "publish_date": "2014-02-03",
                "publisher": "碧溪县水务局",
                "title": OWN,
            },
        ),
        (
            "",
            f"<table><tr><td>索引号：</td><td>BX01/2014-1</td></tr><tr><td>名　称：</td><td>{OWN}</td></tr></table>"
            + TEXT,
            {"index_number": "BX01/2014-1", "title": OWN},
        ),
    ],
)
def test_a_page_states_facts_in_its_head_and_in_cells(head: str, body: str, expected: dict[str, str | None]) -> None:
    found = _of_page(head, body)
    assert {key: found.get(key) for key in expected} == expected
