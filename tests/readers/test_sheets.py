"""Sheets as clerks leave them: what is read is what the sheet shows, and nothing unknown becomes a zero."""

import io
from collections.abc import Callable

import openpyxl
import pytest
from openpyxl.styles import Border, Side
from openpyxl.worksheet.worksheet import Worksheet

from core.app.pipeline import read_report
from core.model.document import BlockKind, Document
from core.model.extraction import CellKind
from core.readers.registry import read
from core.readers.sheet import as_shown

_ROWS = (
    ("甲川县2013年政府信息公开工作年度报告",),
    ("指标名称", "单位", "数量"),
    ("受理申请数", "件", 12),
    ("答复数", "件", 9),
    ("收费", "元", 0),
)


def opened(change: Callable[[Worksheet], None]) -> Document:
    return read("a.xlsx", _saved(change))


def _saved(change: Callable[[Worksheet], None]) -> bytes:
    book = openpyxl.Workbook()
    sheet = book.active
    assert isinstance(sheet, Worksheet)
    for row in _ROWS:
        sheet.append(row)
    change(sheet)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def cells(document: Document) -> list[tuple[int, int, str]]:
    return [(c.row, c.column, document.quote(c.span)) for g in document.grids for c in g.cells]


def figures(document: Document) -> list[str]:
    return [text for row, column, text in cells(document) if row and column == 2]


def test_a_table_with_its_title() -> None:
    document = opened(lambda sheet: None)
    assert figures(document) == ["12", "9", "0"]
    assert [document.text[b.start : b.end] for b in document.blocks if b.kind is BlockKind.PARAGRAPH] == [_ROWS[0][0]]


def _far(sheet: Worksheet) -> None:
    sheet["XFD3"] = "　"
    sheet["XFD1048576"] = " "
    sheet["WZZ4"] = "注"


def test_a_word_far_to_the_right_costs_one_column() -> None:
    document = opened(_far)
    assert figures(document) == ["12", "9", "0"]
    assert document.grids[0].columns == 4


def _hidden(sheet: Worksheet) -> None:
    sheet.insert_rows(4)
    sheet["A4"], sheet["B4"], sheet["C4"] = "草稿", "件", 99
    sheet.row_dimensions[4].hidden = True
    sheet.insert_cols(2)
    sheet["B3"] = 77
    sheet.column_dimensions["B"].hidden = True


def test_hidden_rows_and_columns_are_not_there() -> None:
    document = opened(_hidden)
    assert cells(document) == cells(opened(lambda sheet: None))


def test_a_formula_without_a_value_is_no_zero() -> None:
    def change(sheet: Worksheet) -> None:
        sheet["C3"] = "=SUM(C4:C5)"

    read = read_report("a.xlsx", _saved(change))
    assert figures(read.document) == ["=SUM(C4:C5)", "9", "0"]
    row = next(r for t in read.extraction.tables for r in t.rows if r.label == "受理申请数")
    assert (row.cells[0].kind, row.cells[0].value) == (CellKind.TEXT, None)


def _framed(sheet: Worksheet) -> None:
    line = Side(style="thin")
    for row in sheet["A2:C5"]:
        for cell in row:
            cell.border = Border(left=line, right=line, top=line, bottom=line)
    for place in ("B4", "C4", "B5", "C5"):
        sheet[place] = None


def test_a_row_of_blank_cells_with_borders_is_a_row_of_the_table() -> None:
    assert cells(opened(_framed))[6:] == [
        (2, 0, "答复数"),
        (2, 1, ""),
        (2, 2, ""),
        (3, 0, "收费"),
        (3, 1, ""),
        (3, 2, ""),
    ]


def _merged_labels(sheet: Worksheet) -> None:
    """Labels two columns wide, numbered as chapters are; nothing stands beside some of them, and none has a border."""
    sheet.insert_cols(2)
    for row, words in ((3, "一、受理申请数"), (4, "二、上年结转数"), (5, "三、结转下年数")):
        sheet.cell(row, 1, words)
    sheet["C4"] = sheet["D4"] = sheet["C5"] = sheet["D5"] = None
    sheet["A6"], sheet["A7"] = "四、行政复议情况", "没有。"
    for row in (2, 3, 4, 5):
        sheet.merge_cells(f"A{row}:B{row}")
    sheet.merge_cells("A6:D6")


def test_a_label_merged_as_those_above_it_heads_a_row_of_blank_cells() -> None:
    document = opened(_merged_labels)
    assert [c for c in cells(document) if c[0]] == [
        (1, 0, "一、受理申请数"),
        (1, 1, "件"),
        (1, 2, "12"),
        (2, 0, "二、上年结转数"),
        (2, 1, ""),
        (2, 2, ""),
        (3, 0, "三、结转下年数"),
        (3, 1, ""),
        (3, 2, ""),
    ]
    lines = [document.text[b.start : b.end] for b in document.blocks if b.kind is BlockKind.PARAGRAPH]
    assert lines == [_ROWS[0][0], "四、行政复议情况", "没有。"]


@pytest.mark.parametrize(
    ("value", "shape", "shown"),
    [
        (0, '0;-0;"——"', "——"),
        (-3, '0;-0;"——"', "-3"),
        (7, '0;-0;"——"', "7"),
        (0, "0_);\\(0\\);;@", ""),
        (5, '[=0]"无";0"件"', "5件"),
        (0, '[=0]"无";General', "无"),
        (12, '[>=10]0"条";0.0', "12条"),
        (12345678, '0.00,,"百万"', "12.35百万"),
        (0.125, "0.0%", "12.5%"),
        (-4, "0.0", "-4.0"),
        (1234.5, "#,##0.00", "1,234.50"),
        (3, '"共"0"件;含转办"', "共3件;含转办"),
        (41, "General", "41"),
    ],
)
def test_numbers_are_shown_in_their_format(value: float, shape: str, shown: str) -> None:
    assert as_shown(value, shape) == shown


@pytest.mark.parametrize("encoding", ["utf-8-sig", "gb18030"])
def test_rows_of_semicolons_are_a_table(encoding: str) -> None:
    text = "指标名称;单位;2013年\n主动公开信息数;条;1,204\n受理申请数;件;12\n"
    document = read("a.csv", text.encode(encoding))
    assert document.source.format == "csv"
    assert figures(document) == ["1,204", "12"]


def test_sheets_of_one_workbook_follow_each_other() -> None:
    def change(sheet: Worksheet) -> None:
        assert sheet.parent is not None
        other = sheet.parent.create_sheet("附表")
        other.append(("行政复议数", "件"))
        other.append(("维持", 1))

    document = opened(change)
    assert [g.rows for g in document.grids] == [4, 2]
