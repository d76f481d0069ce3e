"""Statutory tables with invented figures are read row by row, however they are printed."""

import pytest

from core.app.bundled import catalogue
from core.extract.tables import tables
from core.model.document import Document
from core.model.extraction import CellKind, Table
from core.readers.registry import read
from tests.extract import statutory_tables as printed
from tests.extract.statutory_tables import WITH_BLANKS, WITHOUT_BLANKS, Layout, Placed, Printed

_BEFORE = "甲川县2022年政府信息公开工作年度报告\n一、总体情况\n全年主动公开政府信息5条。\n"
_AFTER = "\n五、存在的主要问题及改进情况\n公开的形式还不够丰富，今后逐步改进。\n"
_FIFTEEN = [str(n) for n in (1, 0, 2, 0, 3, 0, 0, 14, 5, 19, 1, 0, 1, 0, 2)]


def _tables(document: Document) -> tuple[Table, ...]:
    return tables(document, catalogue().forms)


def _read(body: str) -> tuple[Table, ...]:
    return _tables(read("表.txt", (_BEFORE + body + _AFTER).encode("utf-8")))


def _rows(table: Table) -> list[tuple[str, list[str]]]:
    return [(r.label, [c.text for c in r.cells]) for r in table.rows]


@pytest.mark.parametrize("layout", WITHOUT_BLANKS.values(), ids=WITHOUT_BLANKS)
@pytest.mark.parametrize("rows", [23, 25])
def test_applications_are_read_in_every_layout(layout: Layout, rows: int) -> None:
    expected = printed.applications(rows)
    found = _read("\n三、收到和处理政府信息公开申请情况\n" + layout(expected))
    assert [_rows(t) for t in found] == [printed.rows_of(expected)]
    assert [t.path[-1] for t in found[0].columns] == list(printed.APPLICANTS)
    assert [r.groups for r in found[0].rows] == [r.path[:-1] for r in expected if not r.is_head]


@pytest.mark.parametrize("layout", WITH_BLANKS.values(), ids=WITH_BLANKS)
@pytest.mark.parametrize("blank", [0.5, 1.0], ids=["half", "all"])
def test_a_blank_cell_keeps_its_place_where_the_layout_shows_it(layout: Layout, blank: float) -> None:
    expected = printed.applications(25, blank=blank)
    found = _read("\n三、收到和处理政府信息公开申请情况\n" + layout(expected))
    assert [_rows(t) for t in found] == [printed.rows_of(expected)]
    kinds = {c.kind for r in found[0].rows for c in r.cells if not c.text}
    assert kinds == {CellKind.BLANK}


@pytest.mark.parametrize("layout", WITHOUT_BLANKS.values(), ids=WITHOUT_BLANKS)
@pytest.mark.parametrize("year", [2019, 2021])
def test_the_stacked_tables_are_one_table_with_all_their_columns(layout: Layout, year: int) -> None:
    expected = printed.disclosure(year)
    if layout not in WITH_BLANKS.values():
        expected = [Printed(r.path, tuple(c or "0" for c in r.cells), r.is_head) for r in expected]
    found = _read("\n二、主动公开政府信息情况\n" + layout(expected))
    assert [_rows(t) for t in found] == [printed.rows_of(expected)]
    heads = list(dict.fromkeys(c for r in expected if r.path == ("信息内容",) for c in r.cells))
    assert [c.path[-1] for c in found[0].columns] == heads
    by_key = {c.key: c.path[-1] for c in found[0].columns}
    licence = next(r for r in found[0].rows if r.label == "行政许可")
    assert by_key[licence.cells[-1].column] == ("本年处理决定数量" if year == 2021 else "处理决定数量")


@pytest.mark.parametrize("layout", WITHOUT_BLANKS.values(), ids=WITHOUT_BLANKS)
def test_reviews_are_one_row_of_fifteen_cells(layout: Layout) -> None:
    found = _read("\n四、政府信息公开行政复议、行政诉讼情况\n" + layout(printed.reviews(_FIFTEEN)))
    assert [_rows(t) for t in found] == [[("", _FIFTEEN)]]
    assert found[0].columns[14].path == ("行政诉讼", "复议后起诉", "总计")


@pytest.mark.parametrize("layout", WITHOUT_BLANKS.values(), ids=WITHOUT_BLANKS)
def test_three_tables_that_follow_each_other_stay_three(layout: Layout) -> None:
    made = [printed.disclosure(2019)[:4], printed.applications(23), printed.reviews(_FIFTEEN)]
    heads = ("二、主动公开政府信息情况", "三、收到和处理政府信息公开申请情况", "四、政府信息公开行政复议、行政诉讼情况")
    found = _read("".join(f"\n{head}\n{layout(table)}\n" for head, table in zip(heads, made, strict=True)))
    assert [_rows(t) for t in found] == [printed.rows_of(t) for t in made]


def test_figures_of_which_some_are_missing_are_shown_and_not_placed() -> None:
    body = printed.cell_a_line(printed.applications(23)).replace("四、结转下年度继续办理\n", "四、结转下年度继续办理")
    short = "\n".join(body.split("四、结转下年度继续办理")[:1]) + "四、结转下年度继续办理\n3\n0\n3\n"
    cells = _read(short)[0].rows[-1].cells
    assert {(c.text, c.kind, c.value) for c in cells} == {("303", CellKind.UNREADABLE, None)}


# True grids ------------------------------------------------------------------------------------------------------


def _changed(cells: list[Placed], old: str, new: str) -> list[Placed]:
    assert any(c[4] == old for c in cells)
    return [(*c[:4], new) if c[4] == old else c for c in cells]


@pytest.mark.parametrize("rows", [23, 25])
@pytest.mark.parametrize("blank", [0.0, 0.5, 1.0])
def test_a_grid_of_merged_cells_is_read(rows: int, blank: float) -> None:
    expected = printed.applications(rows, blank=blank)
    found = _tables(printed.grid_document(printed.applications_grid(expected)))
    assert [_rows(t) for t in found] == [printed.rows_of(expected)]
    assert [r.groups for r in found[0].rows] == [r.path[:-1] for r in expected if not r.is_head]


def test_columns_that_hold_nothing_are_passed_over() -> None:
    expected = printed.applications(25)
    cells = [(r, c if c < 6 else c + 1, down, right + (r == 0 and c == 3), text)
             for r, c, down, right, text in printed.applications_grid(expected)]  # fmt: skip
    cells += [(r, 6, 1, 1, "") for r in range(3, 28)]
    cells = [(r, c, down, right + (r == 1 and c == 4), text) for r, c, down, right, text in cells]
    cells = [c for c in cells if not (c[0] == 1 and c[4] == "法人或其他组织")]
    found = _tables(printed.grid_document(cells))
    assert [_rows(t) for t in found] == [printed.rows_of(expected)]


def test_a_table_cut_by_the_page_break_is_one_table() -> None:
    expected = printed.applications(25)
    whole = printed.applications_grid(expected)
    cut = 12
    first = [(r, c, min(down, cut - r), right, text) for r, c, down, right, text in whole if r < cut]
    second = [(r - cut, c, down, right, text) for r, c, down, right, text in whole if r >= cut]
    second += [(0, 0, 14, 1, "年度办理结果"), (0, 1, 3, 1, "予公开")]  # the halves of groups that the break tore
    found = _tables(printed.grid_document(_changed(first, printed.RESULTS, "三、本"), second))
    assert [_rows(t) for t in found] == [printed.rows_of(expected)]
    assert [r.groups for r in found[0].rows] == [r.path[:-1] for r in expected if not r.is_head]


def test_a_group_whose_merged_cell_ends_too_early_holds_for_the_rest_of_its_rows() -> None:
    expected = printed.applications(25)
    cells = []
    for r, c, down, right, text in printed.applications_grid(expected):
        if r == 14 and c == 2:  # the eighth reason for refusing moves to the left, as a browser shows it
            c = 1
        cells.append((r, c, 7 if text == "（三）不予公开" else down, right + (r == 14 and c == 1), text))
    found = _tables(printed.grid_document(cells))
    assert [_rows(t) for t in found] == [printed.rows_of(expected)]
    assert [r.groups for r in found[0].rows] == [r.path[:-1] for r in expected if not r.is_head]


def test_reviews_and_lawsuits_in_tables_of_their_own_keep_their_columns() -> None:
    top, middle, below = (row.cells for row in printed.reviews(_FIFTEEN)[:3])
    review = [[top[0]], middle[:5], _FIFTEEN[:5]]
    lawsuits = [[top[1]], middle[5:], below, _FIFTEEN[5:]]
    one, two = (
        [
            (r, c * (width // len(row)), 1, width // len(row), text)
            for r, row in enumerate(rows)
            for c, text in enumerate(row)
        ]
        for rows, width in ((review, 5), (lawsuits, 10))
    )
    found = _tables(printed.grid_document(one, two))
    assert [_rows(t) for t in found] == [[("", _FIFTEEN[:5])], [("", _FIFTEEN[5:])]]
    assert [t.columns[-1].path for t in found] == [("行政复议", "总计"), ("行政诉讼", "复议后起诉", "总计")]


def test_a_figure_printed_in_each_column_of_its_merged_cell_is_one() -> None:
    rows = [["第二十条第（五）项"] * 4, ["信息内容"] + ["本年处理决定数量"] * 3, ["行政许可"] + ["12"] * 3]
    cells = [(r, c, 1, 1, text) for r, row in enumerate(rows) for c, text in enumerate(row)]
    found = _tables(printed.grid_document(cells))
    assert [_rows(t) for t in found] == [[("行政许可", ["12"])]]


def test_heads_repeated_on_the_next_page_are_no_rows() -> None:
    expected = printed.applications(23)
    whole = printed.applications_grid(expected)
    heads = [c for c in whole if c[0] < 3]
    moved = [(r + 3 if r >= 10 else r, c, down + (3 if r < 10 <= r + down - 1 else 0), right, text)
             for r, c, down, right, text in whole]  # fmt: skip
    blocked = [(10 + r, c, down, right, text) for r, c, down, right, text in heads if c >= 3]
    found = _tables(printed.grid_document([*moved, *blocked]))
    assert [_rows(t) for t in found] == [printed.rows_of(expected)]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("2.其他法律行政法规禁止公开", "2.其他法律行政止公开"),
        ("1.属于国家秘密", "属于国家秘密"),
        ("3.补正后申请内容仍不明确", "3.补正后申请内容 仍不明确"),
        ("5.要求行政机关确认或重新出具已获取信息", "5.某省加印的一行"),
    ],
    ids=["misprint", "lost number", "space", "row of a province"],
)  # fmt: skip
def test_a_label_printed_otherwise_is_read_as_printed(old: str, new: str) -> None:
    cells = _changed(printed.applications_grid(printed.applications(25)), old, new)
    found = _tables(printed.grid_document(cells))
    assert new in [r.label for r in found[0].rows]
    assert len(found[0].rows) == 25


def test_a_label_torn_into_two_cells_is_one_label() -> None:
    body = printed.lines(printed.applications(25)).replace("只计这一情形，不计", "只计这一情 形，不计")
    assert [r.label for r in _read(body)[0].rows][3] == "（二）部分公开（区分处理的，只计这一情形，不计其他情形）"
    document = read("表.txt", (_BEFORE + body + _AFTER).encode("utf-8"))
    row = _tables(document)[0].rows[3]
    assert [document.text[a:b] for a, b in row.label_span.pieces()] == [
        "（二）部分公开（区分处理的，只计这一情",
        "形，不计其他情形）",
    ]


def test_the_same_table_of_two_bodies_stays_two() -> None:
    first, second = printed.applications(23), printed.applications(23, seed=2)
    found = _read(printed.bars(first) + "\n附件：乡镇汇总情况如下。\n\n" + printed.bars(second))
    assert [_rows(t) for t in found] == [printed.rows_of(first), printed.rows_of(second)]


def test_every_figure_stands_where_its_span_says() -> None:
    for layout in WITHOUT_BLANKS.values():
        document = read("表.txt", (_BEFORE + layout(printed.applications(25)) + _AFTER).encode("utf-8"))
        cells = [c for t in _tables(document) for r in t.rows for c in r.cells]
        assert [document.quote(c.span) for c in cells] == [c.text for c in cells]
