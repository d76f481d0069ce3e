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


def test_a_text_without_any_title_is_told_by_what_it_states() -> None:
    found = verdict("信息公开工作中，我局按要求编制年度报告。", TOPICS)
    assert (found.is_annual_report, found.reason.code) == (True, "extract.kind.signs")


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
    ("code", "lines"),
    [
        ("other", ("青石县2013年政府工作报告", "全县生产总值增长8%。")),
        ("other", ("青石县2013年度部门决算", "收入12万元。")),
        ("nothing", ("——",)),
        ("other", ("青石县水务局2013年法治政府建设年度报告", "未发生行政复议。收费公开。存在的问题是宣传不够。")),
        (
            "other",
            (
                "青石县2013年度法治政府建设情况报告",
                "一、主动公开",
                "发布年度报告。" + TOPICS,
                "二、行政复议",
                "三、问题",
            ),
        ),
        (
            "against",
            ("第二条 各镇编制政府信息公开年度报告。", "第三条 " + TOPICS, "第四条 本制度由办公室解释。"),
        ),
        (
            "against",
            (
                "摘要",
                "本文对2013年各省政府信息公开年度报告作统计。",
                TOPICS,
                "一、主动公开",
                "二、依申请公开",
                "三、行政复议",
            ),
        ),
    ],
)
def test_reports_of_other_things_are_none(code: str, lines: tuple[str, ...]) -> None:
    found = verdict(*lines)
    assert (found.is_annual_report, found.reason.code) == (False, f"extract.kind.{code}")


@pytest.mark.parametrize(
    "lines",
    [
        (
            "青石县2013年政府信息公开工作“成绩单”出炉",
            "日前，记者从县政府办获悉，全县主动公开政府信息1.2万条，受理依申请公开153件，行政复议6件，收费0元。",
        ),
        ("2013年度政府信息公开考核结果", "县水务局 92分", "碧溪镇未按时发布年报，扣分3分；县林业局主动公开12条。"),
        (
            "问：我县去年公开了多少信息？",
            "答：全县主动公开8560条，收到申请36件，行政复议2件，未收取费用。",
            "问：何时公布？",
            "答：每年3月31日前。",
        ),
        (
            "在全县政府信息公开工作会议上的讲话",
            "同志们：",
            "去年我县主动公开信息2.3万条，收到申请45件，行政复议1件，没有收费。",
            "各单位要亲自抓，存在的问题要整改。",
        ),
        (
            "王委员：",
            "您提出的提案收悉。我办去年主动公开信息3250条，收到申请32件，全部答复，没有收费，行政复议1件。",
        ),
        (
            "青石县人民法院行政判决书",
            "原告诉称，其于2016年5月申请公开，被告逾期未答复。",
            "被告辩称，本局主动公开12条，收到申请56件，未收费，无行政诉讼。",
        ),
        (
            "关于青石县政府信息公开工作的督查情况",
            "督查组对28个单位进行了检查，共公开信息5632条，受理申请46件，行政复议2件，未收费。",
            "部分单位得分不高。",
        ),
        ("2014年青石县政府信息公开工作计划", "一、主动公开不少于500条。", "二、规范收费。", "三、减少行政复议。"),
        (
            "某县公开8条，0人申请，0次复议，收费0元，通篇套话。",
            "可见，年报写得如何，全看态度。",
        ),
        ("现将我局上半年政府信息公开工作情况总结如下。", TOPICS, "一、主动公开", "二、依申请公开"),
        ("青石县水务局2013年上半年政府信息公开工作总结", "现将上半年情况总结如下。", TOPICS),
        (
            "我局2013年完成堤防加固十二处，保证了安全度汛。",
            *(f"第{n}座水库除险加固工程已经完工，蓄水一百多万立方米。" for n in range(1, 12)),
            TOPICS,
        ),
    ],
    ids=lambda lines: lines[0][:12],
)
def test_papers_that_state_the_same_figures_are_none(lines: tuple[str, ...]) -> None:
    assert not verdict(*lines).is_annual_report


@pytest.mark.parametrize(
    "lines",
    [
        (
            "关于青石县政府信息公开工作年度报告",
            "有关事项的通知",
            "2013年政府信息公开年度报告要写明公开条数。全年80条。",
        ),
        ("关于做好2013年政府信息公开年度报告", "编制工作的通知", "各镇：", "全年公开80条的单位写80条。"),
    ],
)
def test_the_first_line_of_a_notice_is_no_title(lines: tuple[str, ...]) -> None:
    assert not verdict(*lines).is_annual_report


@pytest.mark.parametrize(
    "lines",
    [
        ("碧溪镇2017年政府信息公开工作总结", "一年来，我镇抓好信息公开。", "没有人申请公开，今后继续做好。"),
        (
            "根据《条例》，特编制本年度报告。所列数据的统计期限为2016年1月1日至12月31日。",
            "县政府有关部门各负其责。",
        ),
        (
            "云岭大学信息公开年度报告",
            "本报告统计期限为2018年9月1日至2019年8月31日。",
            "学校主页发布新闻1236条。",
        ),
        (
            "青石县政府办公室：",
            "一年来，我局通过网站公开信息320条。收到申请4件，已答复；无行政复议；未收取费用。",
        ),
        (
            "一、总体情况",
            "碧溪镇做好公开工作，保障公众知情。",
            "二、主动公开政府信息情况",
            "行政许可\t0",
            "三、收到和处理政府信息公开申请情况",
            "一、本年新收政府信息公开申请数量\t4\t0",
        ),
        (
            "政府信息公开指南",
            "青石县2013年政府信息公开工作年度报告",
            "《条例》颁布后，我县编制了公开指南和目录，制定了《公开办法》等制度。" + TOPICS,
            "各单位应当改进，不得拖延，应当重视，必须落实。",
        ),
    ],
    ids=lambda lines: lines[0][:12],
)
def test_short_reports_and_those_without_title_are_reports(lines: tuple[str, ...]) -> None:
    assert verdict(*lines).is_annual_report


def test_a_report_of_a_title_and_its_tables_is_one() -> None:
    rows = ("第二十条第（一）项", "规章\t0\t0\t0", "行政规范性文件\t2\t0\t5", "行政许可\t0")
    assert verdict("青石县统计局2022年政府信息公开工作年度报告", *rows).is_annual_report


@pytest.mark.parametrize("name", ["{}", "附表一 {}", "表1：{}", "{}统计表"])
def test_the_tables_of_a_report_are_one_under_the_names_of_their_chapters(name: str) -> None:
    asked = ("一、本年新收政府信息公开申请数量\t3\t0\t3", "四、结转下年度继续办理\t0\t0\t0")
    tables = (name.format("主动公开政府信息情况"), "规章\t0\t0\t0", name.format("收到和处理政府信息公开申请情况"))
    assert verdict("附件", *tables, *asked).is_annual_report


def test_the_reason_names_what_spoke_for_the_report() -> None:
    found = verdict("青石县2013年政府信息公开工作年度报告", "我县主动公开政府信息80条。")
    assert found.reason.params == {
        "title": "青石县2013年政府信息公开工作年度报告",
        "signs": ["@extract.kind.sign.results", "@extract.kind.sign.own_voice"],
    }


def test_the_reason_names_what_spoke_against_a_report() -> None:
    found = verdict("本报讯（记者李云）去年全县主动公开80条。", "王委员：", "您好。")
    assert found.reason.code == "extract.kind.against"
    assert found.reason.params == {"signs": ["@extract.kind.sign.news", "@extract.kind.sign.addressed"]}


def test_the_reason_names_what_little_there_is() -> None:
    found = verdict("青石县2013年政府信息公开工作年度报告", "点击下载或者在线阅读。")
    assert (found.reason.code, found.reason.params) == ("extract.kind.few", {"signs": ["@extract.kind.sign.title"]})


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
    title = "青石县水务局2013年政府信息公开工作年度报告"
    assert verdict(title, "一、总体情况", "县水务局公开发布了多条。").is_annual_report
    assert not verdict(title, "县水务局公开发布了多条。").is_annual_report


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
    assert (found.is_annual_report, found.reason.code) == (True, "extract.kind.signs")


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
