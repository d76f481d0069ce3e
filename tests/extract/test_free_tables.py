"""Tables that follow no form: what their rows and columns are for, and which of them hold no figures of the report."""

import itertools

import pytest

from core.extract.tables import tables
from core.model.document import Document
from core.model.extraction import CellKind, Scope, Table
from core.readers.registry import read
from tests.extract.statutory_tables import Placed, grid_document

_BEFORE = "甲川县2013年政府信息公开工作年度报告\n\n全年主动公开政府信息5条。\n\n情况统计表\n\n"
_FORM = (
    ("主动公开信息数", "条", "72", "80"),
    ("其中：1.网站公开", "条", "70", "75"),
    ("2.政府公报公开", "条", "2", "5"),
    ("行政复议数", "件", "0", "1"),
)


def _document(body: str) -> Document:
    return read("表.txt", (_BEFORE + body + "\n\n全文完毕，特此报告。\n").encode("utf-8"))


def _only(body: str) -> Table:
    found = tables(_document(body))
    assert len(found) == 1
    return found[0]


def _rows(table: Table) -> list[tuple[tuple[str, ...], str, list[str]]]:
    return [(r.groups, r.label, [c.text for c in r.cells]) for r in table.rows]


_CELLS = [["指标名称", "计量单位", "2013年度", "历年累计"], *map(list, _FORM)]
_RUNNING = {
    "a cell a line": "\n".join(c for row in _CELLS for c in row),
    "a cell a line, spaced": "\n\n".join(c for row in _CELLS for c in row),
    "a bar before each cell": "\n".join(f"{row[0]}\n" + "\n".join(f"| {c}" for c in row[1:]) + "\n|" for row in _CELLS),
    "a bar behind each cell": "\n".join(f"{c} |" for row in _CELLS for c in row),
    "a row a line": "\n".join(" ".join(row) for row in _CELLS),
    "one line": " ".join(c for row in _CELLS for c in row) + " 附件下载",
    "one line, torn heads": " ".join(c for row in _CELLS for c in row).replace(
        "计量单位 2013年度", "计量 单位 2013 年度"
    ),
}


@pytest.mark.parametrize("body", _RUNNING.values(), ids=_RUNNING)
def test_cells_that_follow_one_another_are_a_table(body: str) -> None:
    table = _only(body)
    assert [(r.label, r.unit, *(c.text for c in r.cells)) for r in table.rows] == list(_FORM)
    assert [(r.level, r.parent) for r in table.rows] == [(0, None), (1, 0), (1, 0), (0, None)]
    assert [c.scope for c in table.columns] == [Scope.YEAR, Scope.CUMULATIVE]


def test_a_remark_below_a_label_belongs_to_it() -> None:
    table = _only("指标名称\n计量单位\n数量\n公开信息数\n（不同渠道只计一条）\n条\n72\n行政复议数\n件\n0")
    assert [(r.label, r.unit, r.cells[0].text) for r in table.rows] == [
        ("公开信息数（不同渠道只计一条）", "条", "72"),
        ("行政复议数", "件", "0"),
    ]


def test_a_head_may_name_its_unit() -> None:
    table = _only("信息类别\n数量（条）\n机构职能类信息\n3\n政策法规类信息\n12\n合计\n15")
    assert [(r.label, r.cells[0].text) for r in table.rows] == [
        ("机构职能类信息", "3"),
        ("政策法规类信息", "12"),
        ("合计", "15"),
    ]


def test_words_before_and_after_a_table_in_one_line_stay_paragraphs() -> None:
    document = _document("二○一四年一月十日 甲川县统计表 " + _RUNNING["one line"] + " 更多内容见网站。")
    texts = [document.text[b.start : b.end].strip() for b in document.blocks if b.grid is None]
    assert texts[-3:] == ["二○一四年一月十日 甲川县统计表", "附件下载 更多内容见网站。", "全文完毕，特此报告。"]
    spans = [(b.start, b.end) for b in document.blocks]
    assert all(a[1] <= b[0] for a, b in itertools.pairwise(spans))


def test_a_figure_too_few_is_shown_under_no_column() -> None:
    table = _only(_RUNNING["one line"].replace("2.政府公报公开 条 2 5", "2.政府公报公开 条 2"))
    assert {(c.text, c.kind, c.value) for c in table.rows[2].cells} == {("2", CellKind.UNREADABLE, None)}
    assert [c.text for c in table.rows[3].cells] == ["0", "1"]


def test_a_row_may_be_called_what_heads_a_column_elsewhere() -> None:
    table = _only("项目\n数量\n网站公开数\n5\n行政复议\n1\n其他\n2\n合计\n8\n")
    assert _rows(table) == [
        ((), name, [n]) for name, n in (("网站公开数", "5"), ("行政复议", "1"), ("其他", "2"), ("合计", "8"))
    ]


def test_a_dash_in_place_of_the_unit_is_no_figure() -> None:
    body = "统计指标\n单位\n统计数\n一、主动公开情况\n——\n（一）公开信息数\n条\n327\n（二）公开文件数\n件\n3\n"
    assert [(r.label, [c.kind for c in r.cells]) for r in _only(body).rows] == [
        ("一、主动公开情况", [CellKind.BLANK]),
        ("（一）公开信息数", [CellKind.NUMBER]),
        ("（二）公开文件数", [CellKind.NUMBER]),
    ]


@pytest.mark.parametrize(
    "body",
    [
        "一、概述\n1\n二、主动公开情况\n2\n三、存在的问题\n3\n",
        "全年\n共\n公开\n2013\n年\n信息\n480\n条\n",
        "- 3 -\n本页无正文\n- 4 -\n",
        "首页 | 新闻 | 公开 |\n",
    ],
    ids=["contents", "torn sentence", "page numbers", "menu"],
)
def test_short_lines_with_figures_are_no_table(body: str) -> None:
    assert not tables(_document(body))


def test_a_sentence_behind_a_bar_is_no_row() -> None:
    body = "索引号： | 003 | 公开方式： | 主动 |\n文号： |  | 日期： | 2014 |\n"
    body += "全年公开文件118件，收到申请2件，均已按时答复申请人，没有收取任何费用，也没有减免。 |\n"
    document = _document(body)
    assert "全年公开文件118件" in "".join(document.text[b.start : b.end] for b in document.blocks if b.grid is None)


# Columns ---------------------------------------------------------------------------------------------------------


def test_rows_may_be_bodies() -> None:
    table = _only("单位名称\t公开数\t申请数\n甲局\t5\t1\n乙镇\t2\t0\n合计\t7\t1\n")
    assert _rows(table) == [((), "甲局", ["5", "1"]), ((), "乙镇", ["2", "0"]), ((), "合计", ["7", "1"])]
    assert [(c.path, c.scope) for c in table.columns] == [(("公开数",), Scope.YEAR), (("申请数",), Scope.YEAR)]


@pytest.mark.parametrize(
    ("heads", "scopes"),
    [
        (("2012年", "2013年"), ["previous", "year"]),
        (("2013年度", "2012年度"), ["year", "previous"]),
        (("2011年", "2012年", "2013年"), [None, "previous", "year"]),
        (("上年数", "本年数", "同比增减"), ["previous", "year", "change"]),
        (("本期", "本年累计"), ["period", "year"]),
        (("2013年件数", "2013年金额"), ["year", "year"]),
        (("县本级", "乡镇", "合计"), ["year", "year", "year"]),
    ],
)
def test_columns_speak_of_periods(heads: tuple[str, ...], scopes: list[str | None]) -> None:
    body = "\t".join(["指标名称", "单位", *heads]) + "\n"
    body += "\t".join(["公开信息数", "条", *"12345"[: len(heads)]]) + "\n"
    body += "\t".join(["受理申请数", "件", *"54321"[: len(heads)]]) + "\n"
    table = _only(body)
    assert [c.scope for c in table.columns] == scopes
    assert [c.path for c in table.columns] == [(h,) for h in heads]


@pytest.mark.parametrize(
    "body",
    [
        "单位\t地址\t电话\t邮编\n甲局\t东路1号\t7200011\t365500\n乙局\t西路2号\t7200012\t365500\n",
        "序号\t文件名称\t文号\t发布日期\n1\t关于甲的通知\t甲政〔2013〕5号\t20130105\n2\t关于乙的通知\t甲政〔2013〕6号\t20130205\n",
        "序号\t目录名称\t页数\n1\t甲目录\t3\n2\t乙目录\t5\n",
        "时间\t工作内容\t责任单位\n3月\t培训\t甲局\n4月\t检查\t乙局\n",
    ],
    ids=["contacts", "documents", "catalogue", "schedule"],
)
def test_lists_without_figures_of_the_report_stay_out(body: str) -> None:
    assert tables(_document(body)) == ()


def test_running_numbers_without_a_head_group_nothing() -> None:
    table = _only("1\t公开信息数\t条\t5\n2\t受理申请数\t件\t3\n3\t答复数\t件\t3\n")
    assert _rows(table) == [((), "公开信息数", ["5"]), ((), "受理申请数", ["3"]), ((), "答复数", ["3"])]


def test_a_head_printed_again_is_no_row() -> None:
    table = _only("指标名称\t单位\t本年度\n公开信息数\t条\t5\n指标名称\t单位\t本年度\n受理申请数\t件\t2\n")
    assert [r.label for r in table.rows] == ["公开信息数", "受理申请数"]


def test_a_table_in_two_columns_of_the_page_is_one_table() -> None:
    body = "指标\t单位\t数量\t指标\t单位\t数量\n"
    body += "一、公开数\t条\t5\t二、受理数\t件\t2\n其中：网站\t条\t4\t其中：网上\t件\t1\n"
    table = _only(body)
    assert _rows(table) == [
        ((), "一、公开数", ["5"]),
        ((), "其中：网站", ["4"]),
        ((), "二、受理数", ["2"]),
        ((), "其中：网上", ["1"]),
    ]
    assert [r.parent for r in table.rows] == [None, 0, None, 2]


# True grids ------------------------------------------------------------------------------------------------------


def _grid(*cells: Placed) -> Table:
    found = tables(grid_document(list(cells)))
    assert len(found) == 1
    return found[0]


def test_a_title_and_groups_over_the_whole_width() -> None:
    table = _grid(
        (0, 0, 1, 3, "信息公开统计表"), (1, 0, 1, 1, "指标名称"), (1, 1, 1, 1, "单位"), (1, 2, 1, 1, "本年度"),
        (2, 0, 1, 3, "一、主动公开"), (3, 0, 1, 1, "公开信息数"), (3, 1, 1, 1, "条"), (3, 2, 1, 1, "5"),
        (4, 0, 1, 3, "二、依申请公开"), (5, 0, 1, 1, "受理申请数"), (5, 1, 1, 1, "件"), (5, 2, 1, 1, "2"),
        (6, 0, 1, 3, "注：数据截至年底"), (7, 0, 1, 1, "办结数"), (7, 1, 1, 1, "件"), (7, 2, 1, 1, "2"),
    )  # fmt: skip
    assert table.title == "信息公开统计表"
    assert _rows(table) == [
        (("一、主动公开",), "公开信息数", ["5"]),
        (("二、依申请公开",), "受理申请数", ["2"]),
        ((), "办结数", ["2"]),
    ]


def test_heads_of_two_rows_are_paths() -> None:
    table = _grid(
        (0, 0, 2, 1, "单位名称"), (0, 1, 1, 2, "主动公开"), (0, 3, 2, 1, "申请数"),
        (1, 1, 1, 1, "网站"), (1, 2, 1, 1, "公报"),
        (2, 0, 1, 1, "甲局"), (2, 1, 1, 1, "5"), (2, 2, 1, 1, "1"), (2, 3, 1, 1, "0"),
        (3, 0, 1, 1, "乙局"), (3, 1, 1, 1, "6"), (3, 2, 1, 1, "2"), (3, 3, 1, 1, "0"),
    )  # fmt: skip
    assert [c.path for c in table.columns] == [("主动公开", "网站"), ("主动公开", "公报"), ("申请数",)]
    assert [r.label for r in table.rows] == ["甲局", "乙局"]


def test_a_label_over_the_columns_of_groups_is_in_no_group() -> None:
    table = _grid(
        (0, 0, 1, 2, "指标"), (0, 2, 1, 1, "本年度"),
        (1, 0, 2, 1, "公开"), (1, 1, 1, 1, "网站公开数"), (1, 2, 1, 1, "5"),
        (2, 1, 1, 1, "公报公开数"), (2, 2, 1, 1, "1"), (3, 0, 1, 2, "申请总数"), (3, 2, 1, 1, "3"),
    )  # fmt: skip
    assert _rows(table) == [(("公开",), "网站公开数", ["5"]), (("公开",), "公报公开数", ["1"]), ((), "申请总数", ["3"])]


def test_a_figure_over_two_columns_stands_in_neither() -> None:
    table = _grid(
        (0, 0, 1, 1, "指标"), (0, 1, 1, 1, "本年度"), (0, 2, 1, 1, "历年累计"),
        (1, 0, 1, 1, "公开数"), (1, 1, 1, 1, "5"), (1, 2, 1, 1, "9"), (2, 0, 1, 1, "受理数"), (2, 1, 1, 2, "3"),
        (3, 0, 1, 1, "答复数"), (3, 1, 1, 2, ""),
    )  # fmt: skip
    assert [c.kind for c in table.rows[1].cells] == [CellKind.UNREADABLE] * 2
    assert [c.kind for c in table.rows[2].cells] == [CellKind.BLANK] * 2
