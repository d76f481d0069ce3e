"""The dates of a report: period, signature, publication, and dates that lost their separators."""

import pytest

from core.extract.metadata_dates import in_doubt
from tests.extract.stated import fields_of, read_lines, value_of, values_of

TITLE = "碧溪县2013年政府信息公开工作年度报告"
BODY = ("一、概述", "全年主动公开政府信息80条。")


def period(*lines: str) -> tuple[str | None, str | None]:
    return value_of("period_start", TITLE, *lines), value_of("period_end", TITLE, *lines)


@pytest.mark.parametrize(
    "text",
    [
        "统计期限自2013年1月1日起至2013年12月31日止。",
        "统计时限为2013年1月1日至2013年12月31日。",
        "所列数据的统计期限为2013年1月1日到12月31日。",
        "本报告中所列数据自2013年1月1日起，至2013年12月31日止。",
        "统计期限从2013年1月1日起到2013年12月31日止。",
        "所列数据的期限：2013 年 1 月 1 日至 12 月 31 日",
        "统计期限：（ 2013年1月 1日 — 12月31日 ）",
        "统计期限：2013年1月1日——2013年12月31日。",
        "统计期限：2013.1.1-2013.12.31",
        "统计期限自二○一三年一月一日起至二○一三年十二月三十一日止。",
        "2013年1月1日至12月31日，全县政府信息公开情况如下。",
        "所用数据起于2013年1月1日、止于2013年12月31日。",
    ],
)
def test_a_period_is_read_in_every_wording(text: str) -> None:
    assert period(text) == ("2013-01-01", "2013-12-31")


def test_a_period_may_span_several_years() -> None:
    assert period("统计期限自2008年5月1日起至2013年12月31日止。") == ("2008-05-01", "2013-12-31")


@pytest.mark.parametrize(
    "text",
    [
        "2013年3月1日至6月30日，举办活动。",
        "2013年5月1日至5月7日举办宣传周，统计人数。",
        "2013年12月31日至2013年1月1日的统计。",
        "统计期限自2013年1月1日起至年底，2014年3月5日公布。",
        "统计期限为2013年1月1日至2月30日。",
        "2013年1月1日起施行。",
        "全年公开80条。",
    ],
)
def test_what_is_no_period_of_a_report_is_left_out(text: str) -> None:
    assert period(text) == (None, None)


@pytest.mark.parametrize("text", ["统计期限从201311日到20131231日止。", "统计期限自201311日起至20131231日止。"])
def test_a_period_that_lost_its_separators_is_read_with_doubt(text: str) -> None:
    fields = {f.key: f for f in fields_of(TITLE, text)}
    assert (fields["period_start"].value, fields["period_end"].value) == ("2013-01-01", "2013-12-31")
    assert fields["period_end"].confidence < 0.6
    assert fields["period_end"].reason.code == "extract.field.lost"


def test_a_period_of_two_years_may_lose_its_separators_too() -> None:
    assert period("统计期限自201211日起至20131231日止。") == ("2012-01-01", "2013-12-31")


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("统计期限自20131月1日起至201312月31日止。", "2013-01-01", "2013-12-31"),
        ("时间跨度为201311-1231日。", "2013-01-01", "2013-12-31"),
        ("统计时限从2013年1月1日至2013年12月月31日。", "2013-01-01", "2013-12-31"),
        ("统计期限为2013年1月至12月。", "2013-01-01", "2013-12-31"),
        ("统计期限为2012年9月至2013年8月。", "2012-09-01", "2013-08-31"),
        ("统计数据的时间为201291日至2013831日。", "2012-09-01", "2013-08-31"),
        ("数据统计期限从2008年5月1日《条例》施行之日起，到2008年12月31日止。", "2008-05-01", "2008-12-31"),
        ("统计日期为2013年1月1日----2013年12月31日。", "2013-01-01", "2013-12-31"),
        ("所列数据的统计期限截止至2013年12月31日止。", None, "2013-12-31"),
        ("本报告数据截止时间为2013年12月31日。", None, "2013-12-31"),
        ("统计期限自2008年5月1日起施行之日至2008年12月31日止。", "2008-05-01", "2008-12-31"),
        ("统计期限从2008年5月1日《中华人民共和国河道公开条例》正式实施之日起到12月31日。", "2008-05-01", "2008-12-31"),
        ("反映2008年5月1日条例实施以来至2008年12月31日的情况。", "2008-05-01", "2008-12-31"),
        ("统计期限为2013年1—12月。", "2013-01-01", "2013-12-31"),
        ("统计期限为2013年3-12月份。", "2013-03-01", "2013-12-31"),
        ("2013年1至12月，我局公开信息80条。", "2013-01-01", "2013-12-31"),
        ("2013年3至12月，我局公开信息80条。", None, None),
        ("全年1至12月，我局公开信息80条。", None, None),
        ("统计期限为2013年度（1月1日至12月31日）。", "2013-01-01", "2013-12-31"),
        ("报告期为2013年，即1月1日至12月31日。", "2013-01-01", "2013-12-31"),
        ("统计期限自2013年1月日起至2013年12月31日止。", "2013-01-01", "2013-12-31"),
        ("统计期限自2013年月1日起至2013年12月31日止。", "2013-01-01", "2013-12-31"),
        ("统计期限自2013年1月1日起至2013年l2月31日止。", "2013-01-01", "2013-12-31"),
        ("统计期限自2013年1月1日始至同年12月31日止。", "2013-01-01", "2013-12-31"),
        ("统计期限自二〇一三年一月一日起至十二月三十一日止。", "2013-01-01", "2013-12-31"),
        ("统计期限：2013.1.1至12.31", "2013-01-01", "2013-12-31"),
        ("统计期限自2013年1月1日至2013年11月底。", "2013-01-01", "2013-11-30"),
        ("截至2013年12月31日，公开80条。", None, None),
    ],
)
def test_a_period_may_be_worn_or_partly_stated(text: str, start: str | None, end: str | None) -> None:
    assert period(text) == (start, end)


def test_a_period_that_lost_its_second_year_ends_in_the_first() -> None:
    assert period("统计期限从201311日到1231日止。") == ("2013-01-01", "2013-12-31")


@pytest.mark.parametrize(
    "lines",
    [
        ("碧溪县人民政府", "2014年2月3日"),
        ("　　　　二○一四年二月三日",),
        ("二〇一四年二月三日",),
        ("碧溪县人民政府办公室 2014年2月3日",),
        ("（2014年2月3日）",),
        ("2014年2月3日印发",),
        ("2014-02-03",),
        ("2014.2.3",),
        ("碧溪县水务局", "二O一四年二月三日", "附件：统计表", "全年80条。"),
        ("碧溪县水务局", "二〇一四年2月3日"),
        ("碧溪县水务局", "2014、2、3"),
        ("碧溪县水务局", "2014—02—03"),
        ("碧溪县水务局", "2014 02 03"),
        ("碧溪县水务局", "2014.02.03."),
        ("碧溪县水务局", "〔2014年2月3日〕"),
        ("碧溪县水务局", "[2014-02-03]"),
        ("碧溪县水务局（公章）", "2014年2月3日（盖章）"),
        ("日期：2014年2月3日",),
        ("碧溪县水务局 二〇一四年二月三日 附件：1.公开情况统计表",),
    ],
)
def test_the_last_line_that_is_a_date_signs_the_report(lines: tuple[str, ...]) -> None:
    assert value_of("sign_date", TITLE, *BODY, *lines) == "2014-02-03"


@pytest.mark.parametrize(
    ("lines", "day", "signer"),
    [
        (("碧溪县水务局", "二〇一四年元月"), "2014-01", "碧溪县水务局"),
        (("2014年2月",), "2014-02", None),
        (("公开工作再上新台阶。 碧溪县水务局 2014年2月3日",), "2014-02-03", "碧溪县水务局"),
        (("公开工作再上新台阶。", "碧溪县水务局"), None, "碧溪县水务局"),
        (("公开工作再上新台阶。", "碧溪县水务局", "联系电话：85551234"), None, "碧溪县水务局"),
        (("公开工作再上新台阶。", "碧溪县水务局（盖章）"), None, "碧溪县水务局"),
        (("公开工作再上新台阶。", "碧溪县水务局", "全年80条"), None, None),
        (("（碧溪县水务局）", "2014年2月3日"), "2014-02-03", "碧溪县水务局"),
        (("2014年2月3日", "（碧溪县水务局）"), "2014-02-03", "碧溪县水务局"),
        (("（碧溪县水务局 2014年2月3日）",), "2014-02-03", "碧溪县水务局"),
    ],
)
def test_a_signature_may_lack_its_day_its_line_or_its_date(
    lines: tuple[str, ...], day: str | None, signer: str | None
) -> None:
    found = values_of("碧溪县2013年政府信息公开年报", *BODY, *lines)
    assert (found.get("sign_date", [None])[0], found.get("compiler", [None])[0]) == (day, signer)


@pytest.mark.parametrize(
    "lines",
    [("（2014年2月3日）",), ("二〇一四年二月三日",), ("碧溪县水务局", "2014年2月3日"), ("碧溪县水务局", "2014.2.3")],
)
def test_a_signature_may_stand_under_the_title(lines: tuple[str, ...]) -> None:
    found = values_of(TITLE, *lines, "　　现将情况报告如下。", *BODY)
    assert found["sign_date"] == ["2014-02-03"]
    assert "publish_date" not in found


@pytest.mark.parametrize("last", [("2014年2月3日",), ()])
def test_a_body_in_brackets_under_the_title_signs_too(last: tuple[str, ...]) -> None:
    found = values_of("碧溪县2013年政府信息公开年报", "（碧溪县水务局）", *BODY, *last)
    assert found["compiler"] == ["碧溪县水务局"]
    assert found.get("sign_date") == (["2014-02-03"] if last else None)


@pytest.mark.parametrize(
    "line",
    [
        "填报日期：2014年2月3日",
        "责任单位：碧溪县水务局 2014年2月3日",
        "会议于2014年2月3日召开。",
        "截至2014年2月3日",
        "发布时间：2014-02-03",
    ],
)
def test_a_date_with_other_words_signs_nothing(line: str) -> None:
    assert value_of("sign_date", TITLE, *BODY, line) is None


def test_a_date_above_the_chapters_signs_nothing() -> None:
    assert value_of("sign_date", TITLE, "2014年2月3日", *BODY) is None


@pytest.mark.parametrize("before", ["宣传不够。", "……〔略〕 ", "宣传不够（见附表）", "宣传不够……"])
def test_a_date_behind_the_last_stop_signs_a_text_without_line_ends(before: str) -> None:
    text = f"现公布如下。一、概述 公开80条。二、问题 {before}二○一四年二月三日 青石县统计表 指标名称 条 80"
    assert value_of("sign_date", TITLE, text) == "2014-02-03"


def test_a_date_in_front_of_the_chapters_signs_no_text_without_line_ends() -> None:
    text = "现公布如下。二○一四年二月三日 一、概述 公开80条。二、问题 宣传不够。"
    assert value_of("sign_date", TITLE, text) is None


def test_a_date_inside_a_sentence_signs_no_text_without_line_ends() -> None:
    text = "一、概述 公开80条。二、问题 于二○一四年二月三日召开会议。"
    assert value_of("sign_date", TITLE, text) is None


def test_a_signature_that_lost_its_separators_is_read_with_doubt() -> None:
    (signed,) = (f for f in fields_of(TITLE, *BODY, "201423日") if f.key == "sign_date")
    assert (signed.value, signed.reason.code) == ("2014-02-03", "extract.field.lost")
    assert signed.confidence < 0.6


def test_digits_of_another_year_sign_nothing() -> None:
    assert value_of("sign_date", TITLE, *BODY, "200923") is None


@pytest.mark.parametrize(
    "line",
    [
        "发布时间：2014-02-03 10:00",
        "发布日期：2014年2月3日",
        "公开日期: 2014/02/03",
        "生成日期：2014.2.3",
        "成文日期：二〇一四年二月三日",
    ],
)
def test_the_page_states_when_it_was_published(line: str) -> None:
    assert value_of("publish_date", line, TITLE, *BODY) == "2014-02-03"


def test_a_page_that_leaves_the_publication_open_states_no_date() -> None:
    assert "publish_date" not in values_of("发布时间：另行通知，2014年2月3日", TITLE, *BODY)


def test_a_date_in_a_sentence_publishes_nothing() -> None:
    assert "publish_date" not in values_of(TITLE, *BODY, "本报告公布时间2014年2月3日以前。")


def doubtful(*lines: str) -> list[str]:
    document = read_lines(TITLE, *BODY, *lines)
    return [document.quote(s) for s in in_doubt(document, fields_of(TITLE, *BODY, *lines))]


def test_a_date_in_a_sentence_that_lost_its_separators_is_in_doubt() -> None:
    assert doubtful("截至20131231，共公开80条。") == ["20131231"]
    assert doubtful("自201311日至20131231日，共公开80条。") == ["201311日", "20131231日"]


def test_whole_dates_and_plain_figures_are_not_in_doubt() -> None:
    assert doubtful("截至2013年12月31日，共公开201312条，电话20131231。") == []


def test_a_doubtful_signature_is_in_doubt_as_well() -> None:
    assert doubtful("201423日") == ["201423日"]


@pytest.mark.parametrize(
    "lines",
    [
        ("发布时间：2014-02-03 09:30",),
        ("【发布日期】2014年2月3日",),
        ("[时间：2014-02-03]",),
        ("日期：2014/02/03",),
        ("发布日期", "2014年02月03日 17:12:21"),
        ("公文生成日期：2014-02-01", "时间：2014-02-03 09:40"),
        ("更新时间：2014-02-09 发布时间：2014-02-03",),
        ("成文日期 2014-02-03 发布机构 碧溪县",),
        ("2014-02-03 09:30 来源：碧溪县",),
        ("2014-02-03",),
        ("2014-02-03 来源：碧溪县 字号：大 中 小",),
        ("来源：碧溪县水务局 2014年2月3日 浏览次数：12",),
        ("PubDate: 2014-02-03",),
        ("| 发文日期： | 2014-02-03 |",),
    ],
)
def test_the_page_shows_when_it_was_published(lines: tuple[str, ...]) -> None:
    page = (lines[0], *lines[1:], TITLE) if "生成" in lines[0] else (TITLE, *lines)
    assert value_of("publish_date", *page, "　　现将情况报告如下。", *BODY) == "2014-02-03"


@pytest.mark.parametrize(
    "line",
    [
        "截至2013年12月31日",
        "（截至2013年12月31日）",
        "来源：碧溪县 截至2013年12月31日",
        "统计时间：2013-12-31",
        "填报日期：2014-02-03",
        "办公时间：2014-02-03",
    ],
)
def test_other_dates_of_a_page_publish_nothing(line: str) -> None:
    assert value_of("publish_date", TITLE, line, "　　现将情况报告如下。", *BODY) is None


@pytest.mark.parametrize(
    ("lines", "value"),
    [
        (("索引号：000014349/2014-00012",), "000014349/2014-00012"),
        (("索 引 号 11330124A/2014-104757 公开方式 主动公开",), "11330124A/2014-104757"),
        (("信息索引号:", "BX01-0101-2014-00003"), "BX01-0101-2014-00003"),
        (("| 索引号： | BX01/2014-12 | 发布机构： | 碧溪县 |",), "BX01/2014-12"),
        (("索引号：", "文号："), None),
    ],
)
def test_the_page_shows_the_index_number(lines: tuple[str, ...], value: str | None) -> None:
    assert value_of("index_number", *lines, TITLE, "　　现将情况报告如下。", *BODY) == value


@pytest.mark.parametrize(
    ("lines", "year", "why"),
    [
        (("统计期限自2013年1月1日起至2013年12月31日止。",), "2013", "extract.field.period"),
        (("统计期限自2013年1月1日起至2014年1月8日止。",), "2013", "extract.field.period"),
        (("根据《关于做好2014年有关工作的通知》，2013年度政府信息公开情况如下。",), "2013", "extract.field.in_text"),
        (("2013年，我局重视公开工作。",), "2013", "extract.field.in_text"),
        (("去年（2013年）公开80条，2013年培训1次，2012年60条。",), "2013", "extract.field.in_text"),
        (("碧政办[2014]32号",), None, ""),
    ],
)
def test_the_year_of_a_report_without_one_in_its_title(lines: tuple[str, ...], year: str | None, why: str) -> None:
    found = [f for f in fields_of("政府信息公开工作年度报告", *lines) if f.key == "year"]
    assert [(f.value, f.reason.code) for f in found] == ([(year, why)] if year else [])
