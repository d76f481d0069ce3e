"""The four CSV files, read back as a program would."""

import csv
from dataclasses import replace
from pathlib import Path

import pytest

from core.base.errors import ExportFailed
from core.base.progress import Silent
from core.export.csv_file import write_csv
from core.model.extraction import CellKind, Scope
from core.model.report import Decided, Report
from core.model.values import Content, State, ValueKind
from tests.export.reports import data, decided, finding, number, report, value


def _files(tmp_path: Path, *reports: Report) -> list[list[dict[str, str]]]:
    paths = write_csv(tmp_path / "out.csv", data(*reports), Silent())
    return [list(csv.DictReader(p.read_text(encoding="utf-8-sig").splitlines())) for p in paths]


def test_the_files_are_named_after_the_target_and_begin_with_a_bom(tmp_path: Path) -> None:
    paths = write_csv(tmp_path / "2.1版", data(report(value(number("5")))), Silent())
    assert [p.name for p in paths] == ["2.1版", "2.1版.values.csv", "2.1版.findings.csv", "2.1版.orphans.csv"]
    assert all(p.read_bytes().startswith(b"\xef\xbb\xbf") for p in paths)
    assert all(p.read_bytes().endswith(b"\r\n") for p in paths)


def test_the_panel_has_a_figure_and_a_state_for_each_indicator_and_scope(tmp_path: Path) -> None:
    ever = value(number("10482"), scope=Scope.CUMULATIVE, order=1)
    panel, values, *_ = _files(tmp_path, report(decided(value(number("320")), State.CONFIRMED), ever))
    assert panel[0]["disclosed.total__year"] == "320"
    assert panel[0]["disclosed.total__year__state"] == "confirmed"
    assert panel[0]["disclosed.total__cumulative"] == "10482"
    assert panel[0]["disclosed.total__cumulative__state"] == "open"
    assert panel[0]["fees.total__year"] == panel[0]["fees.total__year__state"] == ""
    assert [(v["number"], v["state"], v["scope"], v["line"]) for v in values] == [
        ("320", "confirmed", "year", "2"),
        ("10482", "open", "cumulative", "2"),
    ]


def test_findings_are_written_with_codes(tmp_path: Path) -> None:
    first = value(number("5"))
    _, _, findings, _ = _files(tmp_path, report(first, findings=(finding(first.key, closed=True),)))
    assert findings[0]["rule"] == "text_vs_table"
    assert (findings[0]["severity"], findings[0]["verdict"]) == ("error", "as_printed")
    assert (findings[0]["left"], findings[0]["right"], findings[0]["difference"]) == ("5", "3", "2")


@pytest.mark.parametrize("text", ["=1+1", "+1", "-5", "@A1", "\t=1", " =1", "＝1", "　＋1"])
def test_text_that_looks_like_a_formula_gets_an_apostrophe(tmp_path: Path, text: str) -> None:
    _, values, *_ = _files(tmp_path, report(value(Content(CellKind.TEXT, text), None)))
    assert values[0]["text"] == f"'{text}"


def test_a_negative_number_is_a_number(tmp_path: Path) -> None:
    _, values, *_ = _files(tmp_path, report(value(number("-5"), scope=Scope.CHANGE)))
    assert values[0]["number"] == "-5"


def test_a_blank_cell_is_worded_and_no_empty_place(tmp_path: Path) -> None:
    blank = value(Content(CellKind.BLANK, ""), kind=ValueKind.CELL, key="stat:x#0")
    panel, values, *_ = _files(tmp_path, report(blank))
    assert panel[0]["disclosed.total__year"] == "空白"
    assert (values[0]["number"], values[0]["text"], values[0]["content"]) == ("", "空白", "blank")


def test_a_quote_over_several_lines_stays_one_cell(tmp_path: Path) -> None:
    note = decided(value(number("5")), State.CONFIRMED, note='一"二"，\n三')
    paths = write_csv(tmp_path / "out.csv", data(report(note)), Silent())
    with paths[1].open(encoding="utf-8-sig", newline="") as file:
        assert [row["note"] for row in csv.DictReader(file)] == ['一"二"，\n三']


def test_no_file_is_replaced_when_one_of_the_three_cannot_be(tmp_path: Path) -> None:
    old = write_csv(tmp_path / "out.csv", data(report()), Silent())
    before = [p.read_bytes() for p in old]
    old[2].chmod(0o444)
    with pytest.raises(ExportFailed):
        write_csv(tmp_path / "out.csv", data(report(value(number("5")))), Silent())
    assert [p.read_bytes() for p in old] == before


def test_decisions_that_fit_nothing_any_more_have_a_file(tmp_path: Path) -> None:
    lost = Decided(decided(value(number("320")), State.CORRECTED, number("330")), "=主动公开320条")
    *_, orphans = _files(tmp_path, replace(report(), orphans=(lost,)))
    assert [(o["number"], o["state"], o["actor"]) for o in orphans] == [("330", "corrected", "王芳")]
    assert orphans[0]["quote"] == "'=主动公开320条"  # no formula
