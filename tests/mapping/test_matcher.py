"""Tables are told by their content: which form, which row, which indicator; the year and the place do not matter."""

from decimal import Decimal

import pytest

from core.base.labels import bare
from core.mapping.matcher import map_tables
from core.model.catalogue import Catalogue, Form, FormRow, Indicator, Measure
from core.model.document import Span
from core.model.extraction import Cell, CellKind, Column, Extraction, Row, Scope, Table
from core.model.message import Message

_AT = Span(0, 0)


def _indicator(key: str, unit: str, *names: str) -> Indicator:
    return Indicator(key, unit, Measure.FLOW, f"{key} zh", f"{key} en", names)


INDICATORS = {
    i.key: i
    for i in (
        _indicator("disclosed.total", "条", "主动公开信息数"),
        _indicator("applications.received", "件", "申请数"),
        _indicator("review.total", "件", "行政复议数", "被复议数"),
        _indicator("review.upheld", "件"),
        _indicator("litigation.upheld", "件"),
        _indicator("staff.total", "人", "工作人员数"),
        _indicator("staff.trained", "人次", "工作人员数"),
    )
}
FORM = Form(
    "jia-2013",
    "甲2013",
    "Jia 2013",
    "invented",
    False,
    ("编外公开信息总数", "触摸屏公开信息总数", "被行政复议数"),
    (
        FormRow("a.1", ("编外公开信息总数",), "disclosed.total", "条", parts="all"),
        FormRow("a.2", ("触摸屏公开信息总数",), None, "条", parent="a.1"),
        FormRow("b.1", ("被行政复议数",), "review.total", "件"),
        FormRow("b.2", ("维持具体行政行为",), "review.upheld", "件", parent="b.1"),
        FormRow("b.3", ("被诉讼数",), None, "件"),
        FormRow("b.4", ("维持具体行政行为",), "litigation.upheld", "件", parent="b.3"),
    ),
)
OTHER = Form("yi-2013", "乙2013", "Yi 2013", "invented", False, ("完全不同的一行", "另一行"), ())
CATALOGUE = Catalogue(INDICATORS, (OTHER, FORM))
LABELS = (
    ("一、编外公开信息总数", 0, None),
    ("其中：1.触摸屏公开信息总数", 1, 0),
    ("二、被行政复议数", 0, None),
    ("其中：1.维持具体行政行为", 1, 2),
    ("三、被诉讼数", 0, None),
    ("其中：1.维持具体行政行为", 1, 4),
)


def _table(*rows: tuple[str, int, int | None], unit: str | None = None) -> Table:
    cell = Cell("5", CellKind.NUMBER, Decimal(5), "c1", _AT)
    made = tuple(Row(label, level, parent, (cell,), _AT, (), unit) for label, level, parent in rows)
    return Table("表", (Column("c1", ("本年",), Scope.YEAR),), made, _AT)


def _mapped(*tables: Table) -> Extraction:
    return map_tables(Extraction(True, Message("extract.kind.report"), tables=tables), CATALOGUE)


def test_a_form_is_told_by_its_labels_and_names_its_rows() -> None:
    found = _mapped(_table(*LABELS))
    assert found.form == "jia-2013"
    assert [r.indicator for r in found.tables[0].rows] == [
        "disclosed.total",
        None,
        "review.total",
        "review.upheld",
        None,
        "litigation.upheld",
    ]


def test_the_unit_printed_in_the_table_goes_before_that_of_the_form() -> None:
    assert {r.unit for r in _mapped(_table(*LABELS)).tables[0].rows} == {"条", "件"}
    assert {r.unit for r in _mapped(_table(*LABELS, unit="份")).tables[0].rows} == {"份"}


def test_a_misprinted_label_is_still_its_row() -> None:
    misprinted = [(label.replace("触摸屏公开信息总数", "触膜屏公开信息总数"), *rest) for label, *rest in LABELS]
    found = _mapped(_table(*misprinted[:2], *LABELS[2:]))  # type: ignore[arg-type]
    assert [r.unit for r in found.tables[0].rows[:2]] == ["条", "条"]
    assert found.form == "jia-2013"


def test_a_table_of_another_kind_has_no_form_and_only_plain_names() -> None:
    found = _mapped(_table(("主动公开信息数", 0, None), ("申请数（件）", 0, None), ("栽树数", 0, None)))
    assert (found.form, found.tables[0].form) == (None, None)
    assert [r.indicator for r in found.tables[0].rows] == ["disclosed.total", "applications.received", None]
    assert [r.unit for r in found.tables[0].rows] == ["条", "件", None]


def test_a_label_that_two_indicators_share_names_none() -> None:
    assert _mapped(_table(("工作人员数", 0, None))).tables[0].rows[0].indicator is None


def test_an_extraction_without_tables_stays_as_it_is() -> None:
    assert _mapped().form is None


@pytest.mark.parametrize(
    ("label", "core"),
    [
        ("一、主动公开信息数", "主动公开信息数"),
        ("（一）主动公开信息数", "主动公开信息数"),
        ("其中：1.主动公开信息数", "主动公开信息数"),
        ("其中，１．主动公开信息数", "主动公开信息数"),
        ("   ②主动公开 信息数", "主动公开信息数"),
        ("其中：Ⅰ主动公开信息数", "主动公开信息数"),
        ("主动公开信息数（单位：条）", "主动公开信息数"),
        ("主动公开信息数（不同渠道公开相同信息计1条）", "主动公开信息数"),
        ("主动公开信息数*", "主动公开信息数"),
        ("20个工作日内公开数", "20个工作日内公开数"),
        ("2013年公开数", "2013年公开数"),
    ],
)
def test_what_two_printings_of_a_label_share(label: str, core: str) -> None:
    assert bare(label) == core
