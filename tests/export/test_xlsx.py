"""The workbook, read back as a spreadsheet program would."""

import time
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest
from openpyxl import Workbook, load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from core.base.errors import Cancelled
from core.base.progress import Silent
from core.export import xlsx
from core.export.xlsx import write_xlsx
from core.model.extraction import CellKind
from core.model.report import Decided, Report
from core.model.values import Content, State, ValueKind
from tests.export.reports import data, decided, finding, number, proved, report, value

DANGEROUS = ("=1+1", "+86 0453", "-5", "@SUM(A1)", "\t=1", "\r=1", "＝1")


def _book(tmp_path: Path, *reports: Report, lang: str = "zh_CN") -> Workbook:
    path = tmp_path / "out.xlsx"
    assert write_xlsx(path, data(*reports, lang=lang), Silent()) == (path,)
    return load_workbook(path)


def _row(sheet: Worksheet, n: int) -> dict[str, object]:
    heads = [str(c.value) for c in sheet[1]]
    return dict(zip(heads, (c.value for c in sheet[n]), strict=True))


def test_there_is_a_panel_all_values_findings_and_notes(tmp_path: Path) -> None:
    assert _book(tmp_path, report(value(number("5")))).sheetnames == ["面板", "全部数值", "核查发现", "说明"]
    assert _book(tmp_path, report(), lang="en").sheetnames == ["Panel", "All values", "Findings", "Notes"]


def test_numbers_are_numbers_in_the_panel_and_among_the_values(tmp_path: Path) -> None:
    book = _book(tmp_path, report(value(number("320")), value(number("1.5"), "fees.total", unit="元", order=1)))
    panel = _row(book["面板"], 2)
    assert panel["主动公开政府信息数（本年，条）"] == 320
    assert (panel["年度"], panel["地区"], panel["报告状态"]) == (2011, "云岭省 青石县", "核校中")
    assert [r[6].value for r in book["全部数值"].iter_rows(min_row=2)] == [320, 1.5]
    assert book["全部数值"].cell(2, 7).data_type == "n"


def test_a_value_says_where_it_stands_what_state_it_is_in_and_who_says_so(tmp_path: Path) -> None:
    corrected = decided(value(number("320")), State.CORRECTED, number("321"), "看错一位")
    row = _row(_book(tmp_path, report(corrected))["全部数值"], 2)
    assert (row["数"], row["机读"], row["状态"]) == (321, 320, "已更正")
    assert (row["操作人"], row["备注"]) == ("王芳", "看错一位")
    assert (row["原文件"], row["行"], row["原文"]) == ("青石.txt", 2, "主动公开320条")
    assert (row["单位"], row["时期"], row["指标"]) == ("条", "本年", "disclosed.total")


def test_people_read_the_time_of_their_own_clock(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TZ", "Asia/Shanghai")
    time.tzset()
    try:
        book = _book(tmp_path, report(decided(value(number("320")), State.CONFIRMED)))
    finally:
        monkeypatch.undo()
        time.tzset()
    assert _row(book["全部数值"], 2)["时间"] == "2026-05-04 11:02:01+08:00"
    said = [str(row[0].value) for row in book["说明"].iter_rows()]
    assert any("2026-05-04 11:02:01+08:00" in line for line in said)


def test_columns_that_no_report_fills_are_folded_away(tmp_path: Path) -> None:
    sheet = _book(tmp_path, report(value(number("320"))), report(value(number("1.5"), "fees.total", unit="元")))["面板"]
    shown = [str(c.value) for c in sheet[1] if not sheet.column_dimensions[c.column_letter].hidden]
    filled = [str(c.value) for c in sheet[1] if any(sheet.cell(row, c.column).value is not None for row in (2, 3))]
    assert len(shown) < sheet.max_column / 2
    assert [name for name in shown if "（" in name] == [name for name in filled if "（" in name]


@pytest.mark.parametrize(
    ("content", "text", "kind"),
    [
        (number("0"), 0, "零"),
        (Content(CellKind.BLANK, ""), "空白", "空白"),
        (Content(CellKind.NOT_APPLICABLE, "——"), "——", "不适用"),
        (Content(CellKind.UNREADABLE, ""), "看不清", "看不清"),
    ],
)
def test_zero_blank_dash_and_unreadable_stay_four_things(
    tmp_path: Path, content: Content, text: object, kind: str
) -> None:
    book = _book(tmp_path, report(value(content, kind=ValueKind.CELL, key="stat:x#0")))
    row = _row(book["全部数值"], 2)
    assert text in (row["数"], row["文字"])
    assert row["内容"] == kind
    assert _row(book["面板"], 2)["主动公开政府信息数（本年，条）"] == text


@pytest.mark.parametrize("text", DANGEROUS)
def test_text_that_looks_like_a_formula_is_text(tmp_path: Path, text: str) -> None:
    typed = decided(value(Content(CellKind.TEXT, text), None), State.CONFIRMED, note=text)
    book = _book(tmp_path, report(typed))
    cells = [
        c for row in book["全部数值"].iter_rows(min_row=2) for c in row if c.value in (text, text.replace("\r", "\n"))
    ]
    assert len(cells) >= 2
    assert all(c.data_type == "s" and c.quotePrefix for c in cells)
    assert not [c for sheet in book for row in sheet.iter_rows() for c in row if c.data_type == "f"]


def test_what_xml_cannot_hold_is_marked_and_the_book_opens(tmp_path: Path) -> None:
    book = _book(tmp_path, report(value(Content(CellKind.TEXT, "a\x00b\ud800c\ufffe" + "长" * 40_000), None)))
    text = book["全部数值"].cell(2, 8).value
    assert isinstance(text, str)
    assert text.startswith("a\ufffdb\ufffdc\ufffd")
    assert text.endswith("…")
    assert len(text) <= 32_767


def test_a_number_too_long_for_a_spreadsheet_keeps_its_digits(tmp_path: Path) -> None:
    book = _book(tmp_path, report(value(number("12345678901234567"))))
    assert book["全部数值"].cell(2, 7).value == "12345678901234567"


def test_a_finding_has_both_sides_their_difference_and_its_verdict(tmp_path: Path) -> None:
    first = value(number("5"))
    book = _book(tmp_path, report(first, findings=(finding(first.key), finding(first.key, closed=True))))
    row, closed = _row(book["核查发现"], 2), _row(book["核查发现"], 3)
    assert (row["左边"], row["右边"], row["相差"]) == (5, 3, 2)
    assert (row["程度"], row["规则"], row["处理"]) == ("错误", "正文与表", "未处理")
    assert (row["涉及"], row["行"]) == ("主动公开政府信息数", 2)
    assert (closed["处理"], closed["操作人"], closed["备注"]) == ("原文如此", "王芳", "原件如此")


def test_heads_are_frozen_and_filters_span_all_rows(tmp_path: Path) -> None:
    book = _book(tmp_path, report(value(number("5")), value(number("6"), order=1)))
    sheet = book["全部数值"]
    assert sheet.freeze_panes == "C2"
    assert sheet.auto_filter.ref == f"A1:{sheet.cell(1, sheet.max_column).column_letter}3"
    assert sheet.column_dimensions["B"].width == 24


def test_what_nobody_has_looked_at_differs_in_the_panel(tmp_path: Path) -> None:
    waiting, sure, confirmed = (
        value(number("5")),
        proved(value(number("5"))),
        decided(value(number("5")), State.CONFIRMED),
    )
    book = _book(tmp_path, *(report(v, number_in_list=n) for n, v in enumerate((waiting, sure, confirmed))))
    heads = [c.value for c in book["面板"][1]]
    at = heads.index("主动公开政府信息数（本年，条）") + 1
    assert [bool(book["面板"].cell(n, at).font.italic) for n in (2, 3, 4)] == [True, False, False]


def test_a_sheet_that_is_full_goes_on_in_another(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(xlsx, "MOST_ROWS", 3)
    book = _book(tmp_path, report(*(value(number(str(n)), order=n) for n in range(1, 6))))
    assert [n for n in book.sheetnames if n.startswith("全部数值")] == ["全部数值", "全部数值 2", "全部数值 3"]
    found = [book[n].cell(r, 7).value for n in ("全部数值", "全部数值 2", "全部数值 3") for r in (2, 3)]
    assert found == [1, 2, 3, 4, 5, None]
    assert book["全部数值 2"].cell(1, 7).value == "数"


class _Stop:
    """A user who stops at the second report."""

    def step(self, done: int, total: int, stage: str) -> None:
        """Stop."""
        if done:
            raise Cancelled


def test_a_stopped_export_leaves_the_old_book(tmp_path: Path) -> None:
    path = tmp_path / "out.xlsx"
    path.write_bytes(b"old")
    with pytest.raises(Cancelled):
        write_xlsx(path, data(report(), report()), _Stop())
    assert path.read_bytes() == b"old"
    assert [p.name for p in tmp_path.iterdir() if p.is_file()] == ["out.xlsx"]


def test_a_long_fraction_is_not_rounded(tmp_path: Path) -> None:
    book = _book(tmp_path, report(value(number("0.1234"), "fees.total", unit="元")))
    assert Decimal(str(book["全部数值"].cell(2, 7).value)) == Decimal("0.1234")


def test_decisions_that_fit_nothing_any_more_have_a_sheet(tmp_path: Path) -> None:
    lost = Decided(decided(value(number("320")), State.CORRECTED, number("330")), "主动公开320条")
    book = _book(tmp_path, replace(report(), orphans=(lost,)))
    assert book.sheetnames[-2:] == ["无主决定", "说明"]
    row = _row(book["无主决定"], 2)
    assert (row["数"], row["状态"], row["操作人"], row["原文"]) == (330, "已更正", "王芳", "主动公开320条")
