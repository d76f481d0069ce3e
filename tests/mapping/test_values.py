"""Values: everything that was read, one by one, with keys that are unique and readings that are never guessed."""

from dataclasses import replace
from decimal import Decimal

import pytest

from core.base.messages import word
from core.mapping.values import to_values
from core.model.document import Document, PageSize, PrintedLine, Source, Span
from core.model.extraction import (
    Cell,
    CellKind,
    Column,
    Extraction,
    Field,
    Row,
    Scope,
    Statistic,
    StatisticKind,
    Table,
)
from core.model.message import Message
from core.model.values import State, Value, ValueKind

WHY = Message("extract.field.label", {"label": "电话"})
TEXT = "电话：85551234　全年公开 1,024 条，网站 ——"
DOCUMENT = Document(TEXT, Source("青石县.txt", "", "txt", 0), ())


def field(key: str, value: str | None, start: int = 3, end: int = 11) -> Field:
    return Field(key, value, Span(start, end), 0.93, WHY)


def figure(indicator: str | None, value: str, **more: object) -> Statistic:
    count = StatisticKind.COUNT
    plain = Statistic(
        indicator, "公开数", Decimal(value), "条", count, Scope.YEAR, False, None, Span(12, 24), Span(17, 22), 0.9, WHY
    )
    return replace(plain, **more)  # type: ignore[arg-type]


def values_of(**parts: tuple[object, ...]) -> tuple[Value, ...]:
    return to_values(DOCUMENT, Extraction(True, WHY, **parts))  # type: ignore[arg-type]


def table(*cells: Cell) -> Table:
    columns = tuple(Column(c.column, (c.column,), Scope.YEAR if c.column == "c1" else None) for c in cells)
    row = Row("1.网站公开数", 1, None, cells, Span(25, 27), (), "条", "disclosed.website")
    return Table("统计表", columns, (row,), Span(25, 30))


def test_fields_come_first_then_figures_then_cells_in_order() -> None:
    cell = Cell("5", CellKind.NUMBER, Decimal(5), "c1", Span(28, 30))
    found = values_of(tables=(table(cell),), statistics=(figure("disclosed.total", "5"),), fields=(field("year", "1"),))
    assert [(v.kind, v.order) for v in found] == [
        (ValueKind.FIELD, 0),
        (ValueKind.STATISTIC, 1),
        (ValueKind.CELL, 2),
    ]


def test_keys_are_unique_and_say_what_they_are() -> None:
    found = values_of(
        fields=(field("year", "2013"), field("phone", "85551234"), field("phone", "85551236"), field("fax", None)),
        statistics=(
            figure("disclosed.total", "5"),
            figure("disclosed.total", "6"),
            figure("disclosed.total", "7", who="各乡镇/部门"),
            figure(None, "8", scope=None),
        ),
        tables=(table(Cell("5", CellKind.NUMBER, Decimal(5), "c1", Span(28, 30))),),
    )
    assert [v.key for v in found] == [
        "field:year",
        "field:phone#0",
        "field:phone#1",
        "field:fax#0",
        "stat:disclosed.total/year#0",
        "stat:disclosed.total/year#1",
        "stat:disclosed.total/year/各乡镇／部门#0",
        "stat:~公开数/-#0",
        "cell:t1/r1/c1",
    ]


def test_a_reading_quotes_the_original_and_marks_the_figure() -> None:
    (value,) = values_of(statistics=(figure("disclosed.total", "1024", approx=True, who="各乡镇"),))
    reading = value.reading
    assert reading is not None
    assert (reading.raw, DOCUMENT.quote(reading.figure or Span(0, 0))) == ("全年公开 1,024 条", "1,024")
    assert (reading.content.kind, reading.content.text, reading.confidence) == (CellKind.NUMBER, "1024", 0.9)
    assert (value.label, value.unit, value.scope) == ("公开数", "条", Scope.YEAR)
    assert (value.indicator, value.approx, value.who) == ("disclosed.total", True, "各乡镇")


def test_a_field_that_is_printed_but_empty_is_blank() -> None:
    (blank, filled) = values_of(fields=(field("postcode", None, 3, 3), field("phone", "85551234")))
    assert blank.reading is not None
    assert (blank.reading.content.kind, blank.reading.content.text, blank.reading.raw) == (CellKind.BLANK, "", "")
    assert filled.reading is not None
    assert (filled.reading.content.kind, filled.reading.raw) == (CellKind.TEXT, "85551234")


def test_a_concluded_field_has_no_place_and_no_quote() -> None:
    (value,) = values_of(fields=(Field("body_kind", "town", None, 0.8, WHY),))
    assert value.reading is not None
    assert (value.reading.span, value.reading.raw) == (None, "")


@pytest.mark.parametrize(
    ("cell", "text", "number"),
    [
        (Cell("1,024", CellKind.NUMBER, Decimal(1024), "c1", Span(17, 22)), "1024", Decimal(1024)),
        (Cell("0.50", CellKind.NUMBER, Decimal("0.50"), "c1", Span(0, 0)), "0.50", Decimal("0.5")),
        (Cell("1E+3", CellKind.NUMBER, Decimal("1E+3"), "c1", Span(0, 0)), "1000", Decimal(1000)),
        (Cell("0", CellKind.ZERO, Decimal(0), "c1", Span(0, 0)), "0", Decimal(0)),
        (Cell("", CellKind.BLANK, None, "c1", Span(0, 0)), "", None),
        (Cell("——", CellKind.NOT_APPLICABLE, None, "c1", Span(28, 30)), "——", None),
        (Cell("见 附件", CellKind.TEXT, None, "c1", Span(0, 0)), "见附件", None),
        (Cell("■", CellKind.UNREADABLE, None, "c1", Span(0, 0)), "■", None),
    ],
)
def test_a_cell_keeps_its_kind_and_only_figures_are_numbers(cell: Cell, text: str, number: Decimal | None) -> None:
    (value,) = values_of(tables=(table(cell),))
    assert value.content is not None
    assert (value.content.kind, value.content.text, value.content.number) == (cell.kind, text, number)
    assert value.reading is not None
    assert value.reading.reason.code == f"extract.cell.{cell.kind}"


def test_a_cell_is_named_by_its_row_and_dated_by_its_column() -> None:
    cells = (
        Cell("5", CellKind.NUMBER, Decimal(5), "c1", Span(0, 0)),
        Cell("9", CellKind.NUMBER, Decimal(9), "c2", Span(0, 0)),
    )
    found = values_of(tables=(table(*cells),))
    assert [(v.key, v.label, v.scope) for v in found] == [
        ("cell:t1/r1/c1", "1.网站公开数", Scope.YEAR),
        ("cell:t1/r1/c2", "1.网站公开数", None),
    ]
    assert {(v.indicator, v.unit) for v in found} == {("disclosed.website", "条")}


def test_a_stated_zero_is_a_zero_and_nobody_has_decided_yet() -> None:
    (value,) = values_of(statistics=(figure("review.total", "0"),))
    assert value.content is not None
    assert (value.content.kind, value.state, value.decision) == (CellKind.ZERO, State.OPEN, None)


def test_nothing_read_gives_no_values() -> None:
    assert values_of() == ()


def test_what_was_read_off_a_scan_says_so() -> None:
    line = PrintedLine(0, len(TEXT), 1, 10.0, 20.0, tuple(float(n) for n in range(len(TEXT) + 1)), 0.95)
    for is_scan in (True, False):
        document = replace(DOCUMENT, lines=(line,), pages=(PageSize(595.0, 842.0, is_scan),))
        (value,) = to_values(document, Extraction(True, WHY, fields=(field("phone", "85551234"),)))
        assert value.reading
        said = [word(value.reading.reason.code, value.reading.reason.params, lang) for lang in ("zh_CN", "en")]
        assert (said[0].startswith("扫描识别"), "scan" in said[1]) == (is_scan, is_scan)
        assert value.reading.reason.code == WHY.code
