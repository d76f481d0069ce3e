"""Chapters of a report: which lines head one, what each is about, and what is attached behind the signature."""

import pytest

from core.extract.outline import kind_of, outline
from core.model.document import Document
from core.model.extraction import Section, SectionKind
from core.readers.registry import read

BODY = ("一、概述", "　　青石县重视政府信息公开工作。", "二、主动公开情况", "　　全年公开80条。")
SIGNED = ("　　　　　　青石县人民政府办公室", "　　　　　　二○一二年三月三日")
FORM = ("一、基本情况", "　　专职人员2人。", "二、主动公开情况", "　　网站公开80条。")


def sections_of(*lines: str) -> tuple[Document, tuple[Section, ...]]:
    document = read("青石县.txt", "\n".join(("青石县2011年政府信息公开工作年度报告", *lines, "")).encode())
    return document, outline(document)


def levels(*lines: str) -> list[tuple[int, str]]:
    return [(s.level, s.title) for s in sections_of(*lines)[1]]


@pytest.mark.parametrize(
    ("line", "title"),
    [
        ("一、概述", "一、概述"),
        ("　　一、概述　", "一、概述"),
        ("一、 概　述", "一、概述"),
        ("一．概述", "一.概述"),
        ("一.概述", "一.概述"),
        ("十一、其他需要报告的事项", "十一、其他需要报告的事项"),
        ("第一部分 概述", "第一部分概述"),
        ("第二章 主动公开情况", "第二章主动公开情况"),
        ("六、保密审查及监督检查情况。", "六、保密审查及监督检查情况。"),
        ("三、依申请公开（含收费）情况", "三、依申请公开(含收费)情况"),
        ("二、主动公开情况：", "二、主动公开情况"),
        ("壹、概述", "壹、概述"),
        ("一、2011年公开情况", "一、2011年公开情况"),
        ("五；复议情况", "五;复议情况"),
    ],
)
def test_a_numbered_line_of_its_own_heads_a_chapter(line: str, title: str) -> None:
    assert levels(line, "　　青石县重视政府信息公开工作。") == [(0, title)]


@pytest.mark.parametrize(
    "line",
    [
        "一、",
        "一是加强领导",
        "一次会议",
        "1、加强领导",
        "一、青石县加强领导，健全机构。全年召开会议3次。",
        "一、全年公开80条",
        "一、收到申请3件、答复3件",
        "（一）加强领导。",
        "（一）全县各部门按照《条例》的规定认真梳理了全部政府信息并且逐条编制了目录供公众查阅和下载使用等等",
    ],
)
def test_a_numbered_statement_is_no_heading(line: str) -> None:
    assert levels(line, "　　青石县重视政府信息公开工作。") == []


CHAPTERS = ("概述", "主动公开政府信息情况", "依申请公开情况")


NUMBERINGS = ("一、", "一.", "一,", "一:", "一,、", "(一)", "㈠", "1、", "1.", "1)", "第一部分 ", "一 ", "一", "")
BEHIND = ("", "2011年，我局公开80条。", "本年度公开80条。", "。我局公开80条。", "：公开80条。")
# Without a sign behind its number, nothing tells a heading from the sentence that it begins.
NUMBERED = [(n, b) for n in NUMBERINGS for b in BEHIND if not b or n.strip() not in ("", "一")]


@pytest.mark.parametrize(("numbering", "behind"), NUMBERED)
def test_chapters_are_told_by_the_numbering_that_counts_up(numbering: str, behind: str) -> None:
    marks = [numbering.translate(str.maketrans("一1㈠", count)) for count in ("一1㈠", "二2㈡", "三3㈢")]
    lines = [line for m, c in zip(marks, CHAPTERS, strict=True) for line in (f"{m}{c}{behind}", "　　县里重视公开。")]
    expected = [(0, f"{m}{c}".replace(" ", "")) for m, c in zip(marks, CHAPTERS, strict=True)]
    assert [found for found in levels(*lines) if found[0] == 0] == expected


@pytest.mark.parametrize(
    "line",
    [
        "一是领导重视。",
        "一年来，我局公开80条。",
        "第一，宣传不够。",
        "1、概述",
        "（一）概述",
        "一、本年新收政府信息公开申请数量",
        "三、本年度办理结果",
        "四、结转下年度继续办理",
    ],
)
def test_items_and_rows_inside_a_chapter_head_none(line: str) -> None:
    found = levels("一、概述", line, "　　公开80条。", "二、主动公开情况", line, "　　公开80条。")
    assert [f for f in found if f[0] == 0] == [(0, "一、概述"), (0, "二、主动公开情况")]


@pytest.mark.parametrize("lost", ["主动公开情况", "二主动公开情况", "二、主动公开情况2011年，我局公开80条。"])
def test_a_chapter_that_lost_its_number_or_its_line_is_found_in_the_gap(lost: str) -> None:
    found = levels("一、概述", "　　县里重视公开。", lost, "　　公开80条。", "三、存在的问题", "　　宣传不够。")
    assert [t for level, t in found if level == 0][1].removeprefix("二").removeprefix("、") == "主动公开情况"
    assert len([t for level, t in found if level == 0]) == 3


def test_what_a_heading_states_behind_its_colon_is_none_of_it() -> None:
    lines = ("一、概述", "县里重视公开。", "二、依申请公开情况：无依申请公开的信息。", "三、收费及减免情况：无")
    assert levels(*lines) == [(0, "一、概述"), (0, "二、依申请公开情况"), (0, "三、收费及减免情况")]


def test_headings_that_text_follows_may_miss_one_of_their_count() -> None:
    lines = ("一、概述", "县里重视公开。", "三、依申请公开情况：无。", "四、收费及减免情况：无。")
    assert levels(*lines) == [(0, "一、概述"), (0, "三、依申请公开情况"), (0, "四、收费及减免情况")]


def test_statements_in_a_row_are_headings_up_to_their_first_stop() -> None:
    lines = ("一、加强领导，完善制度。成立小组。", "二、主动公开情况。公开80条。", "三、存在问题。宣传不够。")
    assert levels(*lines) == [(0, "一、加强领导,完善制度"), (0, "二、主动公开情况"), (0, "三、存在问题")]


def test_headings_of_one_long_line_may_touch_what_follows() -> None:
    line = "现报告如下。一、概述2011年，我局开会。二、主动公开情况（一）数量。公开80条。三、存在问题一是不够。"
    assert levels(line) == [(0, "一、概述"), (0, "二、主动公开情况"), (0, "三、存在问题")]


@pytest.mark.parametrize(
    ("last", "title"),
    [
        ("三、存在问题和改进措施存在的问题：一是不够。", "三、存在问题和改进措施"),
        ("三、工作存在的主要问题及改进措施一是不够。", "三、工作存在的主要问题及改进措施"),
        ("三、下一步打算本办将加强学习。", "三、下一步打算"),
        ("三、存在问题及改进措施针对不足，我局将学习。", "三、存在问题及改进措施"),
    ],
)
def test_what_follows_a_heading_that_it_touches(last: str, title: str) -> None:
    line = "现报告如下。一、概述2011年，我局开会。二、主动公开情况从公开数量看，公开80条。"
    assert levels(line + last) == [(0, "一、概述"), (0, "二、主动公开情况"), (0, title)]


def test_parts_named_in_a_sentence_are_no_headings() -> None:
    line = "本报告包括一、概述，二、主动公开情况，三、存在问题三部分。"
    assert levels(line, *BODY) == [(0, "一、概述"), (0, "二、主动公开情况")]


def test_a_chapter_ends_where_the_next_of_its_level_or_above_begins() -> None:
    lines = ("一、概述", "（一）领导", "县长负责。", "（二）制度", "建立制度。", "二、主动公开情况", "公开80条。")
    document, found = sections_of(*lines)
    assert [(s.level, document.text[s.start : s.end].split("\n")[0]) for s in found] == [
        (0, "一、概述"),
        (1, "（一）领导"),
        (1, "（二）制度"),
        (0, "二、主动公开情况"),
    ]
    assert [document.text[s.start : s.end].rstrip().split("\n")[-1] for s in found] == [
        "建立制度。",
        "县长负责。",
        "建立制度。",
        "公开80条。",
    ]


def test_the_heading_is_marked_where_it_is_printed() -> None:
    document, (first, second) = sections_of(*BODY)
    assert [document.quote(s.heading) for s in (first, second)] == ["一、概述", "二、主动公开情况"]
    assert (first.end, second.start) == (second.start, second.heading.start)


def test_chapters_stand_below_the_parts_they_are_printed_in() -> None:
    lines = ("第一部分 概述", "一、领导", "县长负责。", "（一）会议", "开会。", "第二部分 情况", "一、公开", "公开。")
    assert levels(*lines) == [
        (0, "第一部分概述"),
        (1, "一、领导"),
        (2, "(一)会议"),
        (0, "第二部分情况"),
        (1, "一、公开"),
    ]


def test_a_list_of_contents_is_no_chapter() -> None:
    contents = ("目录", "一、概述", "二、主动公开情况", "三、存在的问题")
    found = levels(*contents, *BODY, "三、存在的问题", "　　宣传不够。")
    assert found == [(0, "一、概述"), (0, "二、主动公开情况"), (0, "三、存在的问题")]


def test_a_report_without_numbered_lines_has_no_chapters() -> None:
    assert levels("　　全年公开80条。") == []


# ---- what is attached


@pytest.mark.parametrize(
    "opening",
    [
        ("附件：",),
        ("附件1",),
        ("附表一：",),
        ("附件：政府信息公开情况统计表",),
        ("附件", "政府信息公开情况统计表"),
        ("青石县2011年政府信息公开工作年度报告相关数据统计表",),
        ("政府信息公开情况统计表（2011年度）",),
        ("附：政府信息公开基本情况表",),
    ],
)
def test_the_restarted_headings_of_an_attached_form_lie_inside_the_attachment(opening: tuple[str, ...]) -> None:
    document, found = sections_of(*BODY, *SIGNED, *opening, *FORM)
    assert [(s.level, s.kind) for s in found] == [
        (0, SectionKind.OVERVIEW),
        (0, SectionKind.PROACTIVE),
        (0, SectionKind.ATTACHMENT),
        (1, SectionKind.OVERVIEW),
        (1, SectionKind.PROACTIVE),
    ]
    attached = found[2]
    assert document.text[attached.start : attached.end].startswith(opening[0])
    assert attached.end == found[3].end + (found[4].end - found[3].end)
    assert found[1].end == attached.start


def test_an_attachment_of_two_lines_is_named_by_both() -> None:
    assert (0, "附件1政府信息公开情况统计表") in levels(*BODY, *SIGNED, "附件1", "政府信息公开情况统计表", *FORM)


def test_a_form_right_behind_the_signature_is_attached_under_its_own_title() -> None:
    found = levels(*BODY, *SIGNED, "青石县信息公开相关数据", *FORM)
    assert found[2:] == [(0, "青石县信息公开相关数据"), (1, "一、基本情况"), (1, "二、主动公开情况")]
    assert sections_of(*BODY, *SIGNED, "青石县信息公开相关数据", *FORM)[1][2].kind is SectionKind.ATTACHMENT


def test_headings_that_restart_behind_the_signature_without_any_title_are_no_chapters() -> None:
    assert levels(*BODY, *SIGNED, *FORM) == [(0, "一、概述"), (0, "二、主动公开情况")]


def test_several_attachments_stand_side_by_side() -> None:
    found = levels(*BODY, *SIGNED, "附件1：统计表", *FORM, "附件2：名录", "一、网站", "县网站。")
    assert [f for f in found if f[0] == 0][2:] == [(0, "附件1:统计表"), (0, "附件2:名录")]
    assert found[-1] == (1, "一、网站")


def test_an_attachment_without_chapters_is_one_section() -> None:
    assert levels(*BODY, *SIGNED, "附件：统计表", "公开80条。")[2:] == [(0, "附件:统计表")]


def test_a_list_of_attachments_above_the_signature_opens_none() -> None:
    found = levels(*BODY, "附件：政府信息公开情况统计表", *SIGNED)
    assert found == [(0, "一、概述"), (0, "二、主动公开情况")]
    found = levels(*BODY, "附件：政府信息公开情况统计表", *SIGNED, "附件", "政府信息公开情况统计表", *FORM)
    assert [t for level, t in found if level == 0][2:] == ["附件政府信息公开情况统计表"]


def test_a_table_title_between_counted_chapters_attaches_nothing() -> None:
    lines = (*BODY, "附表1：主动公开情况统计表", "网站80条。", "三、存在的问题", "宣传不够。")
    assert levels(*lines) == [(0, "一、概述"), (0, "二、主动公开情况"), (0, "三、存在的问题")]


@pytest.mark.parametrize("line", ["附件下载", "附件：青石县统计表.xls", "详见附件1", "附件1反映了公开情况。"])
def test_a_link_to_an_attachment_is_none(line: str) -> None:
    assert len(levels(*BODY, line, "网站公开80条。")) == 2


def test_an_attachment_with_nothing_behind_it_is_none() -> None:
    assert len(levels(*BODY, "附件：")) == 2


def test_items_in_front_of_the_first_chapter_of_an_attachment_lie_inside_it() -> None:
    found = levels(*BODY, *SIGNED, "附件：统计表", "（一）说明", "以条计。", *FORM)
    assert found[2:5] == [(0, "附件:统计表"), (2, "(一)说明"), (1, "一、基本情况")]


def test_a_titled_attachment_behind_an_untitled_one_is_shown() -> None:
    found = levels(*BODY, *SIGNED, *FORM, "附件：名录", "一、网站", "县网站。")
    assert found[2:] == [(0, "附件:名录"), (1, "一、网站")]


def test_a_chapter_that_is_the_attachment_holds_the_restarted_ones() -> None:
    found = levels(*BODY, "三、附件：统计表", *FORM)
    assert found[2:] == [(0, "三、附件:统计表"), (1, "一、基本情况"), (1, "二、主动公开情况")]


def test_the_second_report_of_a_document_has_chapters_of_its_own() -> None:
    second = ("碧溪县2011年政府信息公开工作年度报告", *BODY)
    found = levels(*BODY, *SIGNED, "附件：统计表", *FORM, *second)
    assert [f for f in found if f[0] == 0][-2:] == [(0, "一、概述"), (0, "二、主动公开情况")]
    found = levels(*BODY, *SIGNED, *second)
    assert found == [(0, "一、概述"), (0, "二、主动公开情况")] * 2


# ---- text that lost its line ends


def test_headings_inside_one_long_line_are_found_by_counting_up() -> None:
    line = "　　一、概述 青石县公开信息。二、主动公开情况 公开80条。一、网站 60条。三、存在的问题 宣传不够。"
    assert levels(line) == [(0, "一、概述"), (0, "二、主动公开情况"), (0, "三、存在的问题")]


def test_the_end_of_a_higher_number_is_no_heading() -> None:
    assert levels("　　青石县公开信息。二十一、总体情况 良好。") == []


def test_counting_goes_on_over_the_lines_of_such_a_text() -> None:
    lines = ("　　概况如下。一、概述 青石县公开信息。", "　　公开如下。二、主动公开情况 公开80条。")
    assert levels(*lines) == [(0, "一、概述"), (0, "二、主动公开情况")]


def test_statutory_headings_are_found_where_they_touch_the_table_behind_them() -> None:
    line = (
        "青石县报告。 一、总体情况 公开。 二、主动公开政府信息情况第二十条第（一）项信息内容规章00"
        "三、收到和处理政府信息公开申请情况（本列数据）一、本年新收政府信息公开申请数量80四、结转下年度继续办理00"
        "四、政府信息公开行政复议、行政诉讼情况行政复议00五、存在的主要问题及改进情况存在问题。"
        "六、其他需要报告的事项无。"
    )
    assert [t for _, t in levels(line)] == [
        "一、总体情况",
        "二、主动公开政府信息情况",
        "三、收到和处理政府信息公开申请情况",
        "四、政府信息公开行政复议、行政诉讼情况",
        "五、存在的主要问题及改进情况",
        "六、其他需要报告的事项",
    ]


# ---- subjects


@pytest.mark.parametrize(
    ("title", "kind"),
    [
        ("一、概述", SectionKind.OVERVIEW),
        ("一、总体情况", SectionKind.OVERVIEW),
        ("一、組織領導及總體情況", SectionKind.OVERVIEW),
        ("一、概況", SectionKind.OVERVIEW),
        ("一、加强组织领导", SectionKind.OVERVIEW),
        ("二、主动公开政府信息情况", SectionKind.PROACTIVE),
        ("二、政府信息公开的内容和形式", SectionKind.PROACTIVE),
        ("二、主動公開情況", SectionKind.PROACTIVE),
        ("三、依申请公开情况", SectionKind.APPLICATIONS),
        ("三、收到和处理政府信息公开申请情况", SectionKind.APPLICATIONS),
        ("三、政府信息公开咨询情况", SectionKind.APPLICATIONS),
        ("三、政府信息公开申请的办理、收费和减免、行政复议的情况", SectionKind.APPLICATIONS),
        ("四、政府信息公开行政复议、行政诉讼情况", SectionKind.REVIEW_LITIGATION),
        ("四、因政府信息公开申请行政复议、提起行政诉讼情况", SectionKind.REVIEW_LITIGATION),
        ("四、因政府信息公开工作被申请行政复议、提起行政诉讼情况", SectionKind.REVIEW_LITIGATION),
        ("四、举报投诉情况", SectionKind.REVIEW_LITIGATION),
        ("五、收费及减免情况", SectionKind.FEES),
        ("五、依申请公开信息的收费情况", SectionKind.FEES),
        ("六、存在的主要问题及改进情况", SectionKind.PROBLEMS),
        ("六、存在的主要問題及改進情況", SectionKind.PROBLEMS),
        ("七、2012年工作设想", SectionKind.PROBLEMS),
        ("七、下一步工作打算", SectionKind.PROBLEMS),
        ("六、保密审查及监督检查情况", SectionKind.SECRECY),
        ("七、其他需要报告的事项", SectionKind.OTHER),
        ("八、附表", SectionKind.ATTACHMENT),
        ("附件：主动公开情况统计表", SectionKind.ATTACHMENT),
    ],
)
def test_a_chapter_is_about_what_its_title_names_first(title: str, kind: SectionKind) -> None:
    assert kind_of(title) is kind


def test_numbers_may_stand_apart_by_a_space_only() -> None:
    lines = ["一 工作概况", "正常。", "二 主动公开", "公开9条。", "三 依申请公开", "无。", "四 费用", "无。"]
    assert [title for _, title in levels(*lines)] == ["一工作概况", "二主动公开", "三依申请公开", "四费用"]
