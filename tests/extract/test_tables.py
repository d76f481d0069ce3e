"""Printed tables of invented names and figures are read as they stand, in every layout."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.extract.tables import tables
from core.model.document import Document
from core.model.extraction import CellKind, Table
from core.readers.registry import read
from tests.extract import printed_tables as printed
from tests.extract.printed_tables import LAYOUTS, PrintedTable

_BEFORE = "甲川县2013年政府信息公开工作年度报告\n\n全年主动公开政府信息5条。\n\n情况统计表\n\n"
_AFTER = "\n\n全文完毕，特此报告。\n"


def _document(body: str) -> Document:
    return read("表.txt", (_BEFORE + body + _AFTER).encode("utf-8"))


def _only(body: str) -> Table:
    found = tables(_document(body))
    assert len(found) == 1, [t.title for t in found]
    return found[0]


@pytest.mark.parametrize("layout", LAYOUTS.values(), ids=LAYOUTS)
@given(data=st.data())
def test_a_table_is_read_as_it_is_printed(layout: printed.Callable[[PrintedTable], str], data: st.DataObject) -> None:
    expected = data.draw(printed.tables())
    table = _only(layout(expected))
    assert [r.label for r in table.rows] == [" ".join(r.label.split()) for r in expected.rows]
    assert [r.group for r in table.rows] == [r.group for r in expected.rows]
    assert [(r.level, r.parent) for r in table.rows] == [(r.level, r.parent) for r in expected.rows]
    assert [r.unit for r in table.rows] == [r.unit for r in expected.rows]
    assert [[c.text for c in r.cells] for r in table.rows] == [list(r.cells) for r in expected.rows]
    assert [c.path[-1] for c in table.columns] == list(expected.heads)
    assert [c.scope for c in table.columns] == list(expected.scopes)


@pytest.mark.parametrize("layout", LAYOUTS.values(), ids=LAYOUTS)
@given(data=st.data())
def test_every_cell_stands_where_its_span_says(
    layout: printed.Callable[[PrintedTable], str], data: st.DataObject
) -> None:
    document = _document(layout(data.draw(printed.tables())))
    for table in tables(document):
        places = [c.span for r in table.rows for c in r.cells if c.text]
        assert [document.quote(s) for s in places] == [c.text for r in table.rows for c in r.cells if c.text]
        assert all(table.span.start <= c.span.start <= table.span.end for r in table.rows for c in r.cells)
        starts = [s.start for s in places]
        assert starts == sorted(set(starts))


@pytest.mark.parametrize(
    ("text", "kind", "value"),
    [
        ("240", CellKind.NUMBER, "240"),
        ("1,024", CellKind.NUMBER, "1024"),
        ("1，024", CellKind.NUMBER, "1024"),
        ("１２３", CellKind.NUMBER, "123"),
        ("1.9万", CellKind.NUMBER, "19000"),
        ("-18", CellKind.NUMBER, "-18"),
        ("+7", CellKind.NUMBER, "7"),
        ("24252.311082", CellKind.NUMBER, "24252.311082"),
        ("73802895.90元", CellKind.NUMBER, "73802895.90"),
        ("22（其中修订16件）", CellKind.NUMBER, "22"),
        ("0", CellKind.ZERO, "0"),
        ("0.00", CellKind.ZERO, "0"),
        ("", CellKind.BLANK, None),
        ("\u3000", CellKind.BLANK, None),
        ("——", CellKind.NOT_APPLICABLE, None),
        ("/", CellKind.NOT_APPLICABLE, None),
        ("不适用", CellKind.NOT_APPLICABLE, None),
        ("见附件", CellKind.TEXT, None),
        ("3;5", CellKind.TEXT, None),
        ("\u25a1", CellKind.UNREADABLE, None),
    ],
)
def test_zero_blank_dash_and_unreadable_are_four_things(text: str, kind: CellKind, value: str | None) -> None:
    table = _only(f"指标名称\t单位\t本年度\n公开信息数\t条\t{text}\n受理申请数\t件\t3\n答复数\t件\t4\n")
    cell = table.rows[0].cells[0]
    assert (cell.kind, cell.value) == (kind, None if value is None else Decimal(value))


def test_a_table_without_a_head_takes_over_the_head_of_the_table_before_it() -> None:
    first = PrintedTable(
        (printed.PrintedRow("公开数", ("9", "5"), 0, None, "公开"),), ("累计数", "本年"), ("cumulative", "year")
    )
    second = "\t申请情况\n\t申请数\n\t7\n\t3\n\n\t\n\t其中：1.网上\n\t4\n\t2\n\n"
    found = tables(_document(printed.cell_lines(first) + "\n三、依申请公开情况\n" + second))
    assert [[c.scope for c in t.columns] for t in found] == [["cumulative", "year"]] * 2
    assert found[1].columns == found[0].columns


def test_a_note_over_the_whole_width_is_no_row() -> None:
    body = "\t指标名称\n\t单位\n\t本年\n\n\t公开数\n\t条\n\t5\n\n\t受理数\n\t件\n\t2\n\n\t情况说明\n\n"
    assert [r.label for r in _only(body).rows] == ["公开数", "受理数"]


def test_a_short_last_line_of_a_tabbed_table_is_no_row() -> None:
    table = _only("指标名称\t单位\t本年\n公开数\t条\t5\n受理数\t件\t2\n单位负责人：甲\t审核人：乙\n")
    assert [r.label for r in table.rows][:2] == ["公开数", "受理数"]


def test_a_unit_that_nobody_foresaw_stands_in_the_column_of_units() -> None:
    table = _only("指标名称\t计量单位\t本年\n公开数\t条\t5\n触摸屏数\t台\t2\n受理数\t件\t1\n")
    assert [(r.label, r.unit) for r in table.rows] == [("公开数", "条"), ("触摸屏数", "台"), ("受理数", "件")]


def test_a_column_headed_unit_that_names_departments_is_the_label() -> None:
    table = _only("单位\t本年公开数\t受理数\n甲局\t5\t1\n乙镇\t2\t0\n")
    assert [(r.label, r.unit) for r in table.rows] == [("甲局", None), ("乙镇", None)]


def test_a_column_that_nobody_filled_in_is_a_column_of_blanks() -> None:
    table = _only("指标名称\t单位\t历年累计\t本年度\t备注\n公开数\t条\t\t5\t\n受理数\t件\t\t2\t\n")
    assert [c.scope for c in table.columns] == ["cumulative", "year"]
    assert [[c.kind for c in r.cells] for r in table.rows] == [[CellKind.BLANK, CellKind.NUMBER]] * 2


@pytest.mark.parametrize("head", ["序号", "代码", "行次"])
def test_numbers_that_only_count_the_rows_are_no_figures(head: str) -> None:
    first = _only(f"{head}\t指标名称\t本年\n1\t公开数\t5\n2\t受理数\t3\n")
    middle = _only(f"指标名称\t单位\t{head}\t本年\n公开数\t条\t01\t5\n受理数\t件\t02\t3\n")
    for table in (first, middle):
        assert [(r.label, r.groups, [c.text for c in r.cells]) for r in table.rows] == [
            ("公开数", (), ["5"]),
            ("受理数", (), ["3"]),
        ]


def test_paragraphs_behind_tabs_are_no_table() -> None:
    sentence = "全县各级行政机关认真贯彻落实条例精神，积极推进政府信息公开工作，全年共公开信息5条。"
    document = _document(f"\t{sentence}\n\t{sentence}\n\n\t{sentence}\n\t{sentence}\n\n")
    assert not document.grids


def test_a_grid_of_words_is_no_table_of_figures() -> None:
    assert tables(_document("部门\t地址\t负责人\n甲局\t东路\t张\n乙局\t西路\t李\n")) == ()


def test_the_caption_is_the_line_before_the_table() -> None:
    document = _document("指标名称\t单位\t本年\n公开数\t条\t5\n受理数\t件\t2\n")
    table = tables(document)[0]
    assert table.title == "情况统计表"
    assert table.title_span is not None
    assert document.quote(table.title_span) == table.title


def test_a_unit_in_brackets_at_the_end_of_a_label_is_the_rows_unit() -> None:
    table = _only("指标名称\t本年\n收取费用（单位：万元）\t5\n主动公开数（条）\t2\n答复数\t1\n")
    assert [r.unit for r in table.rows] == ["万元", "条", None]


@pytest.mark.parametrize(
    ("labels", "levels", "parents"),
    [
        pytest.param(["一、甲数", "（一）乙数", "1.丙数", "2.丁数", "（二）戊数", "二、己数"], [0, 1, 2, 2, 1, 0],
                     [None, 0, 1, 1, 0, None], id="three styles"),
        pytest.param(["甲数", "其中：1.乙数", "2.丙数", "丁数"], [0, 1, 1, 0], [None, 0, 0, None], id="within once"),
        pytest.param(["甲数", "其中：1.乙数", "其中：2.丙数"], [0, 1, 1], [None, 0, 0], id="within repeated"),
        pytest.param(["甲数", "其中：乙数", "丙数"], [0, 1, 0], [None, 0, None], id="within without a number"),
        pytest.param(["甲数", "20个工作日内数", "30个工作日外数"], [0, 0, 0], [None] * 3, id="a figure is no number"),
        pytest.param(["1.甲数", "其中：①乙数", "②丙数", "2.丁数"], [0, 1, 1, 0], [None, 0, 0, None], id="circles"),
    ],
)  # fmt: skip
def test_numbering_gives_the_hierarchy(labels: list[str], levels: list[int], parents: list[int | None]) -> None:
    body = "指标名称\t本年\n" + "".join(f"{label}\t{n + 1}\n" for n, label in enumerate(labels))
    rows = _only(body).rows
    assert [(r.level, r.parent) for r in rows] == list(zip(levels, parents, strict=True))
