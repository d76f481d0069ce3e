"""Is it such a report? Told by its title and by what it speaks of, never by its file name."""

import pytest

from core.extract.report_kind import Verdict, classify
from core.readers.registry import read

TOPICS = "全年主动公开政府信息80条。收到依申请公开3件。未发生行政复议。未收取费用。存在的问题是宣传不够。"


def verdict(*lines: str) -> Verdict:
    return classify(read("无名.txt", ("\n".join(lines) + "\n").encode()))


@pytest.mark.parametrize(
    "title",
    [
        "青石县2013年政府信息公开工作年度报告",
        "青石县人民政府2013年度政府信息公开工作年度报告",
        "２０１３年青石县政府信息公开年报",
        "青石县水务局二○一三年政府信息公开工作总结",
        "青石县2013年政府信息公开情况报告",
        "青石县2013年政務信息公開年度報告",
        "青石县二〇一三年度政府資訊公開年度報告",
        "青石一中2013年校务公开信息公开工作报告",
        "标题：青石县2013年政府信息公开工作年度报告",
        "青石县政府信息公开工作年度报告（2013年度）",
        "关于青石县2013年政府信息公开工作情况的报告",
    ],
)
def test_a_title_with_its_year_and_one_topic_make_a_report(title: str) -> None:
    found = verdict(title, "全年主动公开政府信息80条。")
    assert (found.is_annual_report, found.reason.code, found.parts) == (True, "extract.kind.title", 1)


def test_the_title_alone_is_no_report() -> None:
    assert not verdict("青石县2013年政府信息公开工作年度报告", "点击下载。").is_annual_report


def test_a_title_without_a_year_needs_more_than_one_topic() -> None:
    title = "青石县政府信息公开工作年度报告"
    assert not verdict(title, "全年主动公开政府信息80条。").is_annual_report
    assert verdict(title, TOPICS).is_annual_report


def test_a_title_inside_running_text_is_enough_with_topics() -> None:
    said = "现公布青石县水务局2013年度政府信息公开年度报告，本报告由概述和主动公开等部分组成。"
    found = verdict(said, TOPICS)
    assert (found.is_annual_report, found.reason.code) == (True, "extract.kind.text")
    assert not verdict(said).is_annual_report


def test_a_text_without_any_title_is_told_by_its_topics() -> None:
    found = verdict("信息公开工作中，我局按要求编制年度报告。", TOPICS)
    assert (found.is_annual_report, found.reason.code) == (True, "extract.kind.topics")


@pytest.mark.parametrize(
    "head",
    [
        "青石县人民政府办公室关于做好2013年政府信息公开年度报告编制工作的通知",
        "青石县政府信息公开指南",
        "青石县政府信息公开目录",
        "青石县政府信息公开申请表",
        "青石县依申请公开办法（试行）",
        "青石县2013年政务公开工作要点",
        "青石县水务局政府信息公开工作规程",
        "青石县政府信息公开年度工作报告范文",
        "行政复议决定书",
        "关于2013年度政府信息公开年度报告发布情况的通报",
        "省政府办公厅关于政府信息公开年度报告填报问题的解释",
        "年报怎么看？一图读懂2013年青石县政府信息公开年度报告",
        "2013年青石县政府信息公开第三方评估报告",
        "青石县2013年政务公开测评结果的报告",
        "关于2013年政府信息公开工作的意见",
    ],
)
def test_other_papers_about_disclosure_are_no_reports(head: str) -> None:
    found = verdict(head, TOPICS)
    assert not found.is_annual_report
    assert found.reason.code == "extract.kind.other"


@pytest.mark.parametrize(
    "lines",
    [
        ("青石县2013年政府工作报告", "全县生产总值增长8%。"),
        ("青石县2013年度部门决算", "收入12万元。"),
        ("——",),
        ("青石县水务局2013年法治政府建设年度报告", "未发生行政复议。收费公开。存在的问题是宣传不够。"),
        ("青石县2013年度法治政府建设情况报告", "一、主动公开", "发布年度报告。" + TOPICS, "二、行政复议", "三、问题"),
        ("第二条 各镇编制政府信息公开年度报告。", "第三条 " + TOPICS, "第四条 本制度由办公室解释。"),
        (
            "摘要",
            "本文对2013年各省政府信息公开年度报告作统计。",
            TOPICS,
            "一、主动公开",
            "二、依申请公开",
            "三、行政复议",
        ),
    ],
)
def test_reports_of_other_things_are_none(lines: tuple[str, ...]) -> None:
    found = verdict(*lines)
    assert (found.is_annual_report, found.reason.code) == (False, "extract.kind.none")


def test_the_kind_of_a_paper_may_stand_below_its_body() -> None:
    found = verdict("青石县人民政府", "行政复议决定书", "申请人查阅了2013年政府信息公开年度报告。", TOPICS)
    assert (found.is_annual_report, found.reason.code) == (False, "extract.kind.other")


def test_two_titles_with_their_years_are_two_reports() -> None:
    body = ("一、概述", "全年主动公开80条。")
    both = verdict("青石县2013年政府信息公开工作年度报告", *body, "碧溪县2013年政府信息公开工作年度报告", *body)
    assert both.parts == 2
    years = verdict("青石县2012年政府信息公开工作年度报告", *body, "青石县2013年政府信息公开工作年度报告", *body)
    assert years.parts == 2


def test_a_title_repeated_on_the_page_is_one_report() -> None:
    title = "青石县2013年政府信息公开工作年度报告"
    assert verdict(f"标题：{title}", title, "全年主动公开80条。", title).parts == 1


@pytest.mark.parametrize(
    "page",
    [
        "青石县2013年度政府信息公开工作年度报告",
        "青石县人民政府2013年政府信息公开年报",
        "2013年政府信息公开工作年度报告",
    ],
)
def test_the_page_title_and_the_printed_title_of_one_report_are_one(page: str) -> None:
    assert verdict(f"标题：{page}", "青石县2013年政府信息公开工作年度报告", TOPICS).parts == 1


@pytest.mark.parametrize(
    "title",
    ["青石县政府信息公开工作年度报告（模板）", "××县2013年政府信息公开年度报告", "XX局20XX年政府信息公开工作年度报告"],
)
def test_an_empty_form_to_be_filled_in_is_no_report(title: str) -> None:
    found = verdict(title, "一、概述", "本年度主动公开××条，依申请公开××件，行政复议××件。")
    assert (found.is_annual_report, found.reason.code) == (False, "extract.kind.pattern")


def test_places_left_open_make_an_empty_form_of_a_text_without_figures() -> None:
    title = "青石县政府信息公开工作年度报告"
    form = verdict(title, "主动公开XX条，依申请公开XX件，行政复议XX件，存在的问题是……。")
    assert form.reason.code == "extract.kind.pattern"
    filled = verdict(title, "主动公开80条，依申请公开3件，行政复议0件，收费0元。联系人XX，XX镇XX村。")
    assert filled.is_annual_report


@pytest.mark.parametrize(
    "lines",
    [
        ("政府信息公开年报", *(f"青石县{y}年政府信息公开年度报告" for y in range(2011, 2015)), "下一页"),
        ("政府信息公开年报", *(f"青石县{y}年政府信息公开年度报告 {y + 1}-03-01" for y in range(2011, 2015))),
        (
            "首页 > 年报",
            *(f"青石县{y}年政府信息公开年度报告 {y + 1}-03-01" for y in (2012, 2013)),
            "主动公开 依申请公开 行政复议 共2条 版权所有。",
        ),
        (
            "首页 > 年报 青石县2013年政府信息公开年度报告 2014-03-01 青石县2012年政府信息公开年度报告 2013-03-01"
            " 依申请公开 行政复议 共2条。",
        ),
    ],
)
def test_a_list_of_links_is_no_report(lines: tuple[str, ...]) -> None:
    assert not verdict(*lines).is_annual_report


@pytest.mark.parametrize(
    "lines",
    [
        (
            "青石县人民政府办公室",
            "关于做好2013年政府信息公开年度报告编制工作的通知",
            "请编制2013年度政府信息公开年度报告。",
        ),
        ("《青石县2013年政府信息公开工作年度报告》解读", "一、编制背景"),
        ("青石县召开政府信息公开年度报告编制工作会议", "本报讯（记者李云）会议部署2013年政府信息公开年度报告编制。"),
        ("2013年政府信息公开工作考核细则", "信息公开年度报告5分。"),
    ],
)
def test_papers_that_name_a_report_are_none(lines: tuple[str, ...]) -> None:
    assert not verdict(*lines, TOPICS).is_annual_report


@pytest.mark.parametrize(
    "opening",
    [
        "《青石县2013年政府信息公开工作年度报告》已编制完成，现就年报内容进行如下解读。",
        "为规范政府信息公开工作年度报告的编制，根据条例，制定本制度。",
        "为做好2013年政府信息公开年度报告工作，制定如下方案。",
    ],
)
def test_a_paper_without_title_that_explains_or_asks_for_reports_is_none(opening: str) -> None:
    assert not verdict(opening, "一、概述", TOPICS, "二、主动公开", "三、依申请公开").is_annual_report


def test_a_title_and_a_chapter_are_enough_for_a_short_report() -> None:
    assert verdict("青石县水务局2013年政府信息公开工作年度报告", "一、总体情况", "全年发布10余条。").is_annual_report


def test_a_notice_that_carries_the_report_is_one() -> None:
    title = "青石县水务局2013年度政府信息公开工作年度报告"
    head = ("青石县水务局关于印发2013年度政府信息公开工作年度报告的通知", "各科室：", "现印发给你们。")
    assert verdict(*head, title, "一、概述", "我局重视公开工作。" + TOPICS * 3).is_annual_report


@pytest.mark.parametrize(
    "lines",
    [
        (
            "一、总体情况",
            "我局主动公开12条。",
            "二、主动公开政府信息情况",
            "第二十条第（一）项",
            "三、收到和处理申请情况",
        ),
        ("本报告由青石县水务局编制。一、总体情况 公开12条。二、主动公开政府信息情况 12条。", "未发生行政复议。"),
    ],
)
def test_chapters_tell_a_report_without_title(lines: tuple[str, ...]) -> None:
    found = verdict(*lines, "收到依申请公开3件。未发生行政复议。")
    assert (found.is_annual_report, found.reason.code) == (True, "extract.kind.topics")


def test_a_report_of_sentences_with_links_to_other_years_is_one() -> None:
    links = ("青石县2012年政府信息公开年度报告 2013-03-01", "青石县2011年政府信息公开年度报告 2012-03-01")
    assert verdict(*links, "青石县2013年政府信息公开年度报告", TOPICS).is_annual_report


def test_the_first_of_two_whole_reports_ends_at_the_title_of_the_second() -> None:
    first, second = "青石县2013年政府信息公开年度报告", "碧溪县2013年政府信息公开年度报告"
    assert verdict(first, TOPICS, second, TOPICS).starts == (0, len(f"{first}\n{TOPICS}\n"))
    assert verdict(first, TOPICS, second, "全年80条。").starts == ()
    assert verdict(first, TOPICS).starts == ()


def test_links_to_other_years_are_no_reports_of_their_own() -> None:
    links = ("青石县2012年政府信息公开年度报告", "青石县2011年政府信息公开年度报告")
    assert verdict("青石县2013年政府信息公开年度报告", TOPICS, *links).parts == 1
