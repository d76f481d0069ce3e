"""Where a title stands and what it is made of: lines, lines torn in two, brackets, sentences."""

import pytest

from core.extract.titles import find_titles, is_title, title_in_text, year_in
from tests.extract.stated import read_lines

BODY = "全年主动公开政府信息80条。"


def best(*lines: str) -> tuple[str, int | None] | None:
    titles = find_titles(read_lines(*lines))
    return (titles[0].text, titles[0].year) if titles else None


@pytest.mark.parametrize(
    ("lines", "title"),
    [
        (
            ("碧溪县水务局", "关于2018年度政府信息公开工作情况的报告"),
            "碧溪县水务局关于2018年度政府信息公开工作情况的报告",
        ),
        (("碧溪县水务局2018年政府", "", "信息公开工作年度报告"), "碧溪县水务局2018年政府信息公开工作年度报告"),
        (("碧溪县青石镇2018", "政府信息公开工作年度报告"), "碧溪县青石镇2018政府信息公开工作年度报告"),
        (("碧溪县水务局", "2018年度", "政府信息公开工作年度报告"), "碧溪县水务局2018年度政府信息公开工作年度报告"),
        (("碧溪县2018年政府信息公开工作", "年度报告"), "碧溪县2018年政府信息公开工作年度报告"),
        (("碧溪县第一中学", "2018年政府信息公开工作年度报告"), "碧溪县第一中学2018年政府信息公开工作年度报告"),
        (("碧溪海关", "2018年政府信息公开工作年度报告"), "碧溪海关2018年政府信息公开工作年度报告"),
        (("碧溪县水务局政府信息公开工作年度报告", "(2018年度)"), "碧溪县水务局政府信息公开工作年度报告(2018年度)"),
        (("碧溪县水务局", "政府信息公开工作年度报告", "2018年"), "碧溪县水务局政府信息公开工作年度报告2018年"),
        (("碧溪县水务局2018年政府信息公开工作年度", "报告"), "碧溪县水务局2018年政府信息公开工作年度报告"),
        (("碧溪县水务局2018年政府信息公开工作年度报", "告"), "碧溪县水务局2018年政府信息公开工作年度报告"),
        (("碧溪县水务局2018年政府信息公开工作年", "度报告"), "碧溪县水务局2018年政府信息公开工作年度报告"),
        (("碧溪县水务局2018年政府信息公开工", "作年度报告"), "碧溪县水务局2018年政府信息公开工作年度报告"),
        (("碧溪县水务局", "2018年政府信", "息公开工作年度报告"), "碧溪县水务局2018年政府信息公开工作年度报告"),
    ],
)
def test_a_title_torn_over_lines_is_put_together_with_its_pieces(lines: tuple[str, ...], title: str) -> None:
    document = read_lines("网站首页", *lines, BODY)
    found = find_titles(document)[0]
    assert (found.text, found.year) == (title, 2018)
    assert "".join(document.text[a:b] for a, b in found.span.pieces()) == title
    assert found.year_span is not None
    assert document.quote(found.year_span) == "2018"


def test_a_body_between_a_menu_and_the_title_belongs_to_the_title() -> None:
    menu = ("首页 > 政务公开 > 年报", "政府信息公开")
    assert best(*menu, "碧溪县河心区", "2018年政府信息公开工作年度报告", BODY) == (
        "碧溪县河心区2018年政府信息公开工作年度报告",
        2018,
    )
    title = "2018年政府信息公开工作年度报告"
    assert best(*menu, title, BODY) == (title, 2018)
    assert best(*menu, "政府信息公开专栏", title, BODY) == (title, 2018)


def test_the_reports_own_title_goes_before_that_of_its_page() -> None:
    page, own = "碧溪县2018年度政府信息公开工作年度报告", "碧溪县2018年政府信息公开工作年度报告"
    assert best(page, "发布时间：2019-02-03", own, BODY) == (own, 2018)
    assert best(page, "发布时间：2019-02-03", f"{own}  根据条例，编制本报告。{BODY}") == (own, 2018)
    assert best(page, "发布时间：2019-02-03", "2018年政府信息公开工作年度报告", BODY) == (page, 2018)
    assert best(page, "相关报告", own, BODY) == (page, 2018)


@pytest.mark.parametrize(
    "above",
    [
        "服务指南",
        "政府信息公开年报",
        "首页 > 政府信息公开 > 碧溪县水务局 > 年报",
        "来源：碧溪县",
        "碧溪县2017年政府信息公开年报",
        "碧溪县2017年政府信息公开工作年度",
    ],
)
def test_what_stands_above_a_whole_title_is_none_of_it(above: str) -> None:
    title = "碧溪县2018年政府信息公开年度报告"
    assert (title, 2018) in [(t.text, t.year) for t in find_titles(read_lines(above, title, BODY))]


@pytest.mark.parametrize(
    ("line", "title", "year"),
    [
        ("碧溪县2013年政府信息公开年度报告（全文）", "碧溪县2013年政府信息公开年度报告", 2013),
        ("碧溪县2013年政府信息公开年度报告统计表", "碧溪县2013年政府信息公开年度报告", 2013),
        ("碧溪县2013年政府信息公开年度报告相关数据统计表", "碧溪县2013年政府信息公开年度报告", 2013),
        ("碧溪县2013年政府信息公开年度报告〔摘要〕", "碧溪县2013年政府信息公开年度报告", 2013),
        ("碧溪县政府信息公开年度报告（2013年度）", "碧溪县政府信息公开年度报告(2013年度)", 2013),
        ("碧溪县政府信息公开年度报告2013年", "碧溪县政府信息公开年度报告2013年", 2013),
        ("碧溪县政府信息公开工作2013年度报告", "碧溪县政府信息公开工作2013年度报告", 2013),
        ("碧溪学院2016-2017学年信息公开年度报告", "碧溪学院2016-2017学年信息公开年度报告", 2017),
        ("碧溪县2013年依法行政和政府信息公开工作总结", "碧溪县2013年依法行政和政府信息公开工作总结", 2013),
        ("碧溪县水务局二O一三年政务公开年度工作报告", "碧溪县水务局二O一三年政务公开年度工作报告", 2013),
        ("2013年碧溪县政府信息公开报告 | | |", "2013年碧溪县政府信息公开报告", 2013),
        ("关于报送碧溪县2013年政府信息公开年度报告的报告", "关于报送碧溪县2013年政府信息公开年度报告的报告", 2013),
    ],
)
def test_a_title_may_name_its_year_anywhere_and_carry_a_note(line: str, title: str, year: int) -> None:
    assert best(line, BODY) == (title, year)


@pytest.mark.parametrize(
    "line",
    [
        "关于做好2013年政府信息公开年度报告编制工作的通知",
        "碧溪县2013年政府信息公开年度报告解读",
        "碧溪县政府信息公开工作年度报告制度",
        "一、2013年政府信息公开工作总结",
        "根据要求编制2013年政府信息公开年度报告",
        "点击下载碧溪县2013年政府信息公开年度报告",
        "碧溪县2013年政府信息公开年度报告（模板）",
        "××县2013年政府信息公开年度报告",
        "碧溪县2013年政府工作报告",
    ],
)
def test_lines_that_only_speak_of_a_report_are_no_title(line: str) -> None:
    assert not is_title(line)


def test_a_title_that_names_year_and_body_goes_before_the_pages_shorter_one() -> None:
    assert best("2013年政府信息公开年度报告", "", "碧溪县2013年政府信息公开工作年度报告", BODY) == (
        "碧溪县2013年政府信息公开工作年度报告",
        2013,
    )


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("现公布碧溪县水务局2013年度政府信息公开年度报告。", "碧溪县水务局2013年度政府信息公开年度报告"),
        ("特向社会公布碧溪县2013年政府信息公开年报。", "碧溪县2013年政府信息公开年报"),
        ("由青石镇编制的2013年度政府信息公开年度报告。", "2013年度政府信息公开年度报告"),
        ("特编制2013年碧溪县水务局信息公开工作年度报告。", "2013年碧溪县水务局信息公开工作年度报告"),
        ("河心街道2013年度报告是根据条例编制的。", "河心街道2013年度报告"),
        ("现公布我局2013年度信息公开年度报告。", "2013年度信息公开年度报告"),
        (
            "根据《关于做好2012年政府信息公开年度报告有关事项的通知》，现公布碧溪县2013年政府信息公开年报。",
            "碧溪县2013年政府信息公开年报",
        ),
        ("当前位置：首页 > 年报 碧溪县2013年政府信息公开年报 本报告主要如下。", "碧溪县2013年政府信息公开年报"),
    ],
)
def test_a_sentence_may_give_the_title(text: str, title: str) -> None:
    document = read_lines(text, BODY)
    found = title_in_text(document)
    assert found is not None
    assert (found.text, found.is_line) == (title, False)
    assert document.quote(found.span).replace(" ", "") == title


@pytest.mark.parametrize(
    "text",
    [
        "关于做好2013年政府信息公开年度报告的通知要求。",
        "认真做好政府信息公开年度报告编制工作。",
        "2013年政府工作报告。",
    ],
)
def test_a_sentence_about_other_papers_gives_none(text: str) -> None:
    assert title_in_text(read_lines(text)) is None


@pytest.mark.parametrize(
    ("text", "year"),
    [
        ("2013年政府信息公开年报", 2013),
        ("二〇一三年度报告", 2013),
        ("年报(2013)", 2013),
        ("2008-2009年度报告", 2009),
        ("1234年报告", None),
        ("第20131号年报", None),
        ("年报", None),
    ],
)
def test_the_year_of_a_title(text: str, year: int | None) -> None:
    found = year_in(text)
    assert (found[0] if found else None) == year
