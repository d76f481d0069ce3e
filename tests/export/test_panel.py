"""Which of several values of an indicator the panel shows."""

from decimal import Decimal

import pytest

from core.app.bundled import catalogue
from core.export.panel import PanelColumn, panel, panel_columns, panel_figure
from core.model.extraction import CellKind, Scope
from core.model.values import Content, State, Value, ValueKind
from tests.export.reports import decided, number, value

TOTAL = PanelColumn("disclosed.total", Scope.YEAR)
SENTENCE = value(number("5"), order=0)
CELL = value(number("3"), kind=ValueKind.CELL, order=1)
BLANK = value(Content(CellKind.BLANK, ""), kind=ValueKind.CELL, order=2)


def _figure(*values: Value) -> Decimal | None:
    chosen = panel(values, catalogue()).get(TOTAL)
    return panel_figure(chosen, catalogue()) if chosen else None


@pytest.mark.parametrize(
    ("values", "figure"),
    [
        pytest.param([SENTENCE], 5, id="a sentence"),
        pytest.param([SENTENCE, CELL], 3, id="a table cell before a sentence"),
        pytest.param([decided(SENTENCE, State.CONFIRMED), CELL], 5, id="a person before a table cell"),
        pytest.param([decided(SENTENCE, State.CORRECTED, number("7")), CELL], 7, id="what the person typed"),
        pytest.param([decided(CELL, State.REJECTED), SENTENCE], 5, id="nothing that was rejected"),
        pytest.param([decided(value(None, order=3), State.ADDED, number("9"))], 9, id="what a person added"),
        pytest.param([SENTENCE, BLANK], 5, id="a blank cell says less than a sentence"),
        pytest.param([value(number("5"), approx=True)], None, id="nothing approximate"),
        pytest.param([decided(value(number("5"), approx=True), State.CONFIRMED)], 5, id="unless a person confirms it"),
        pytest.param([value(number("5"), who="教育局")], None, id="nothing about somebody else"),
        pytest.param([value(number("5"), unit="%")], None, id="no growth rate among counts"),
        pytest.param([value(number("5"), scope=None)], None, id="nothing without a period"),
        pytest.param([SENTENCE, value(number("6"), order=9)], 5, id="the first of two equals"),
    ],
)
def test_the_panel_shows(values: list[Value], figure: int | None) -> None:
    assert _figure(*values) == figure
    assert _figure(*reversed(values)) == figure


def test_a_blank_is_shown_as_a_blank_where_nothing_else_is_said() -> None:
    chosen = panel([BLANK], catalogue())[TOTAL]
    assert chosen.content is not None
    assert chosen.content.kind is CellKind.BLANK
    assert panel_figure(chosen, catalogue()) is None


def test_zero_and_dash_are_said_and_not_blank() -> None:
    dash = value(Content(CellKind.NOT_APPLICABLE, "——"), kind=ValueKind.CELL, order=0)
    assert panel([SENTENCE, dash], catalogue())[TOTAL] is dash
    assert _figure(BLANK, value(number("0"), order=5)) == 0


@pytest.mark.parametrize(("unit", "text", "figure"), [("元", "35000", "3.5"), ("万元", "3.5", "3.5")])
def test_money_is_shown_in_the_unit_of_the_indicator(unit: str, text: str, figure: str) -> None:
    indicator = next(i for i in catalogue().indicators.values() if i.unit == "万元")
    spent = value(number(text), indicator=indicator.key, unit=unit)
    assert panel_figure(spent, catalogue()) == Decimal(figure)


def test_columns_follow_the_catalogue_and_every_indicator_has_its_year() -> None:
    cumulative = PanelColumn("disclosed.total", Scope.CUMULATIVE)
    columns = panel_columns([cumulative], catalogue())
    assert columns[:2] == (TOTAL, cumulative)
    assert [c.indicator for c in columns if c.scope is Scope.YEAR] == list(catalogue().indicators)
    assert cumulative.id == "disclosed.total__cumulative"


def test_what_a_person_decided_comes_before_a_figure_nobody_confirmed() -> None:
    stated = value(number("1"), kind=ValueKind.CELL, order=0)
    unreadable = decided(value(number("2"), order=1), State.CORRECTED, Content(CellKind.UNREADABLE, "?"))
    (chosen,) = panel([stated, unreadable], catalogue()).values()
    assert chosen is unreadable
