"""Tables of PDF pages: without rules between the columns, with heads of several levels, cut by the end of a page."""

import pytest

from core.model.document import BlockKind
from core.readers.pdf_page import Glyph
from core.readers.rulings import Rule
from tests.readers.printed_pages import centred, document, page, tables, typed

LABEL, GROUP, LEAF = 60.0, 60.0, 120.0
MIDDLES = (300.0, 360.0, 420.0)


def row(y: float, label: str, *figures: str, x: float = LABEL) -> list[Glyph]:
    found = typed(label, x, y)
    for figure, middle in zip(figures, MIDDLES, strict=False):
        found += centred(figure, middle, y)
    return found


def head(y: float) -> list[Glyph]:
    return row(y, "指标名称", "计量单位", "本年", "历年累计")


def annex(y: float) -> list[Glyph]:
    return [
        *head(y),
        *row(y + 20, "主动公开信息数", "条", "1473", "20011"),
        *row(y + 40, "其中：1.网站公开数", "条", "1200", "18000"),
        *row(y + 60, "2.政府公报公开数", "条", "273", "2011"),
    ]


ANNEX = [
    ["指标名称", "计量单位", "本年", "历年累计"],
    ["主动公开信息数", "条", "1473", "20011"],
    ["其中：1.网站公开数", "条", "1200", "18000"],
    ["2.政府公报公开数", "条", "273", "2011"],
]


def test_columns_without_any_rules() -> None:
    assert tables(document(page(annex(100)))) == [ANNEX]


def test_the_number_of_the_page_is_no_row() -> None:
    assert tables(document(page([*annex(700), *centred("12", MIDDLES[0], 800)]))) == [ANNEX]


def test_a_figure_may_stand_alone_between_the_lines_of_its_label() -> None:
    lines = [*typed("指标名称", LABEL, 100), *centred("本年", MIDDLES[1], 100)]
    for y, first, second in ((120, "主动公开政府信息", "总数"), (160, "受理政府信息公开", "申请数")):
        lines += [*typed(first, LABEL, y), *centred("7", MIDDLES[1], y + 6), *typed(second, LABEL, y + 12)]
    lines += [*typed("答复数", LABEL, 200), *centred("6", MIDDLES[1], 200)]
    assert tables(document(page(lines)))[0][1:] == [
        ["主动公开政府信息|总数", "7"],
        ["受理政府信息公开|申请数", "7"],
        ["答复数", "6"],
    ]


def test_three_rules_are_no_cells() -> None:
    rules = [Rule(y, 55, 450) for y in (95.0, 117.0, 177.0)]
    assert tables(document(page(annex(100), rules))) == [ANNEX]


def test_a_label_of_several_lines_stands_about_its_figures() -> None:
    glyphs = [
        *head(100),
        *row(130, "", "条", "12", "30"),
        *typed("主动公开政府信息数（不同渠道", LABEL, 124),
        *typed("公开相同信息计一条）", LABEL, 136),
        *row(160, "", "件", "7", "9"),
        *typed("收到申请数（含上年结转的申", LABEL, 154),
        *typed("请）", LABEL, 166),
    ]
    assert tables(document(page(glyphs)))[0][1:] == [
        ["主动公开政府信息数（不同渠道|公开相同信息计一条）", "条", "12", "30"],
        ["收到申请数（含上年结转的申|请）", "件", "7", "9"],
    ]


def test_groups_reach_over_their_rows_and_a_head_over_its_columns() -> None:
    glyphs = [
        *centred("申请人情况", MIDDLES[1], 80),
        *centred("自然人", MIDDLES[0], 100),
        *centred("商业企业", MIDDLES[1], 100),
        *centred("总计", MIDDLES[2], 100),
        *row(120, "一、本年新收申请数量", "9", "0", "9"),
        *row(140, "1.属于国家秘密", "1", "0", "1", x=LEAF),
        *row(160, "2.法律禁止公开", "2", "0", "2", x=LEAF),
        *typed("不予公开", GROUP, 150),
        *row(180, "1.没有现成信息", "3", "0", "3", x=LEAF),
        *row(200, "2.补正后不明确", "0", "0", "0", x=LEAF),
        *typed("无法提供", GROUP, 190),
        *row(220, "三、结转下年度", "3", "0", "3"),
    ]
    found = document(page(glyphs))
    assert tables(found) == [
        [
            ["申请人情况"],
            ["自然人", "商业企业", "总计"],
            ["一、本年新收申请数量", "9", "0", "9"],
            ["不予公开", "1.属于国家秘密", "1", "0", "1"],
            ["2.法律禁止公开", "2", "0", "2"],
            ["无法提供", "1.没有现成信息", "3", "0", "3"],
            ["2.补正后不明确", "0", "0", "0"],
            ["三、结转下年度", "3", "0", "3"],
        ]
    ]
    spans = {found.quote(c.span): (c.row_span, c.column_span) for c in found.grids[0].cells}
    assert spans["不予公开"] == spans["无法提供"] == (2, 1)
    assert spans["申请人情况"] == (1, 3)


def test_prose_and_signatures_are_no_tables() -> None:
    glyphs = [
        *typed("一、概述", 60, 100),
        *typed("全年主动公开政府信息1473条，其中规范性文件28条，网站公开1200条。", 80, 120),
        *typed("联系人：张三", 60, 140),
        *typed("电话：0999-1234567", 300, 140),
        *typed("地址：解放路1号", 60, 160),
        *typed("邮编：123456", 300, 160),
        *typed("甲县人民政府", 60, 300),
        *typed("乙县人民政府", 300, 300),
        *typed("2014年3月1日", 60, 320),
        *typed("2014年3月2日", 300, 320),
        *typed("目录", 280, 400),
        *typed("概述", 60, 420),
        *typed("1", 500, 420),
        *typed("附表", 60, 440),
        *typed("2", 500, 440),
    ]
    assert not document(page(glyphs)).grids


def cells(y: float, *rows: tuple[str, str, str]) -> tuple[list[Glyph], list[Rule], list[Rule]]:
    """A ruled table of three columns with rows 20 points high."""
    xs = (50.0, 250.0, 350.0, 450.0)
    glyphs = [
        g
        for n, r in enumerate(rows)
        for x, words in zip(xs, r, strict=False)
        for g in typed(words, x + 5, y + 4 + 20 * n)
    ]
    across = [Rule(y + 20 * n, xs[0], xs[-1]) for n in range(len(rows) + 1)]
    return glyphs, across, [Rule(x, y, y + 20 * len(rows)) for x in xs]


HEAD = ("指标名称", "单位", "统计数")


def test_a_head_that_is_printed_again_stands_once_and_beside_the_table() -> None:
    found = document(
        page(*cells(700, HEAD, ("主动公开数", "条", "12"))), page(*cells(60, HEAD, ("收到申请数", "件", "3")))
    )
    assert tables(found) == [[list(HEAD), ["主动公开数", "条", "12"], ["收到申请数", "件", "3"]]]
    again = [found.text[b.start : b.end] for b in found.blocks if b.kind is BlockKind.FURNITURE]
    assert again == list(HEAD)


def test_a_row_behind_its_head_on_the_next_page_is_not_put_into_it() -> None:
    glyphs, across, down = cells(700, ("", "", ""), ("", "", ""))
    across = [r for r in across if r.at != 720]
    heads = [g for x, words in zip((55, 255, 355), HEAD, strict=True) for g in typed(words, x, 714)]
    found = document(
        page([*glyphs, *heads], across, down), page(*cells(60, ("主动公开数", "12", "3"), ("申请数", "4", "5")))
    )
    assert tables(found) == [[list(HEAD), ["主动公开数", "12", "3"], ["申请数", "4", "5"]]]


def test_a_row_of_figures_that_is_printed_twice_is_two_rows() -> None:
    row = ("主动公开数", "条", "12")
    found = document(page(*cells(700, row, ("申请数", "件", "3"))), page(*cells(60, row, ("答复数", "件", "2"))))
    assert [r[0] for r in tables(found)[0]] == ["主动公开数", "申请数", "主动公开数", "答复数"]


def test_figures_beside_a_page_end_are_not_put_together() -> None:
    glyphs, across, down = cells(700, HEAD, ("主动公开数", "条", "12"), ("申请数", "件", ""))
    across = [Rule(740, 50, 350) if r.at == 740 else r for r in across]
    found = document(page(glyphs, across, down), page(*cells(60, ("答复数", "件", "3"), ("其他", "件", "4"))))
    assert [c.span and found.quote(c.span) for c in found.grids[0].cells if c.column == 2] == ["统计数", "12", "3", "4"]


@pytest.mark.parametrize("is_ruled", [True, False])
def test_labels_and_heads_of_one_character_a_line(is_ruled: bool) -> None:
    xs, ys = (50.0, 80.0, 250.0, 330.0, 390.0, 450.0), (40.0, 100.0, 130.0, 160.0, 190.0)
    glyphs = typed("情况", 110, 60)
    for x, words in zip(MIDDLES, ("自然人", "商业企业", "总计"), strict=True):
        glyphs += [g for n, char in enumerate(words) for g in centred(char, x - 10, 42 + 13 * n)]
    glyphs += [g for n, char in enumerate("办理结果") for g in centred(char, 65, 103 + 13 * n)]
    for y, words, figures in zip(
        ys[1:], ("予以公开", "部分公开", "不予公开"), (("1", "0", "1"), ("2", "0", "2"), ("3", "4", "7")), strict=False
    ):
        glyphs += typed(words, 85, y + 8)
        glyphs += [g for x, figure in zip(MIDDLES, figures, strict=True) for g in centred(figure, x - 10, y + 8)]
    across = [Rule(y, 80 if y in ys[2:4] else 50, 450) for y in ys]
    down = [Rule(x, 100 if x == 80 else 40, 190) for x in xs]
    found = document(page(glyphs, across, down) if is_ruled else page(glyphs))
    rows = [[words.replace("|", "") for words in row] for row in tables(found)[0]]
    assert rows == [
        ["情况", "自然人", "商业企业", "总计"],
        ["办理结果", "予以公开", "1", "0", "1"],
        ["部分公开", "2", "0", "2"],
        ["不予公开", "3", "4", "7"],
    ]


def test_a_single_row_on_the_next_page_belongs_to_the_table() -> None:
    found = document(page(*cells(700, HEAD, ("主动公开数", "条", "12"))), page(*cells(60, ("收到申请数", "件", "3"))))
    assert tables(found) == [[list(HEAD), ["主动公开数", "条", "12"], ["收到申请数", "件", "3"]]]


def test_a_line_across_the_edge_where_the_page_cut_the_table_belongs_to_its_cell() -> None:
    first = cells(700, HEAD, ("（一）不予", "1.国家秘密", "12"))
    glyphs = [*first[0], *typed("公开", 55, 735)]
    found = document(page(glyphs, *first[1:]), page(*cells(60, ("", "2.法律禁止", "3"), ("（二）其他", "1.无", "0"))))
    assert tables(found)[0][1][0] == "（一）不予|公开"
    assert len(found.grids) == 1


def test_a_line_across_several_columns_at_the_edge_of_a_table_is_no_cell() -> None:
    first = cells(700, HEAD, ("主动公开数", "条", "12"))
    said = "以上数据由各乡镇、各部门汇总后填报"
    found = document(page([*first[0], *typed(said, 155, 735)], *first[1:]))
    assert tables(found) == [[list(HEAD), ["主动公开数", "条", "12"]]]
    assert found.text.strip().endswith(said)


def test_a_box_of_one_row_alone_is_no_table() -> None:
    assert not document(page(*cells(300, ("甲县", "乙县", "丙县")))).grids


def test_heads_that_stand_left_of_their_figures_part_the_tables_below_each_other() -> None:
    def piece(y: float, head: str, label: str, figure: str) -> list[Glyph]:
        found = [*typed(head, 60, y), *typed("信息内容", 60, y + 14), *typed("本年处理决定数量", 230, y + 14)]
        return [*found, *typed(label, 60, y + 28), *typed(figure, 375, y + 28)]

    found = document(
        page([*piece(100, "第二十条第（五）项", "行政许可", "7"), *piece(143, "第二十条第（六）项", "行政处罚", "19")])
    )
    assert tables(found) == [
        [["信息内容", "本年处理决定数量"], ["行政许可", "7"]],
        [["信息内容", "本年处理决定数量"], ["行政处罚", "19"]],
    ]


def test_halves_without_rules_are_one_table() -> None:
    first = [*head(700), *row(720, "主动公开信息数", "条", "1473", "20011")]
    second = [*row(60, "受理申请数", "件", "21", "80"), *row(80, "答复数", "件", "21", "79")]
    assert tables(document(page(first), page(second))) == [
        [ANNEX[0], ANNEX[1], ["受理申请数", "件", "21", "80"], ["答复数", "件", "21", "79"]]
    ]


def test_no_word_is_lost() -> None:
    """Also where the finder of columns is led astray: groups without rows, words below each other at random."""
    glyphs = [*annex(100), *typed("备注", 500, 150), *typed("（一）（二）", 55, 130), *typed("其他", 130, 147)]
    found = document(page(glyphs))
    assert sorted(found.text.replace("\t", "").replace("\n", "").replace("\u2028", "").replace(" ", "")) == sorted(
        g.char for g in glyphs
    )


def test_a_label_that_the_end_of_the_page_cut_is_one() -> None:
    first = [*head(700), *row(720, "受理申请数（含上年", "件", "21", "80")]
    second = [*typed("结转数）", LABEL, 60), *row(72, "1.答复数", "件", "21", "79"), *row(92, "2.其他", "件", "0", "1")]
    assert tables(document(page(first), page(second)))[0][1:3] == [
        ["受理申请数（含上年|结转数）", "件", "21", "80"],
        ["1.答复数", "件", "21", "79"],
    ]


def test_a_word_spread_over_its_cell_is_one() -> None:
    found = tables(document(page([*annex(100), *row(180, "合    计", "条", "1473", "20011")])))
    assert found[0][-1] == ["合 计", "条", "1473", "20011"]
