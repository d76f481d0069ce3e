"""The panel: of all that a report says, the one value of each core indicator and scope."""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from core.model.catalogue import Catalogue
from core.model.extraction import CellKind, Scope
from core.model.values import Content, Value, ValueKind

_SAID = (CellKind.NUMBER, CellKind.ZERO, CellKind.NOT_APPLICABLE)
_SCOPES = tuple(Scope)
# How many of the second unit make one of the first; the report's unit may be the other one.
_FACTORS = {("万元", "元"): Decimal(10000), ("元", "万元"): Decimal("0.0001")}


@dataclass(frozen=True, slots=True)
class PanelColumn:
    """An indicator in one scope; its id is the column of the view `v_panel` as well."""

    indicator: str
    scope: Scope

    @property
    def id(self) -> str:
        """`<indicator>__<scope>`."""
        return f"{self.indicator}__{self.scope}"


def panel(values: Iterable[Value], catalogue: Catalogue) -> dict[PanelColumn, Value]:
    """The value of each column that the report has one for.

    What a person stands behind comes before a table cell, a cell before a figure in a sentence, an exact figure
    before one that a person confirmed as approximate; among equals the first in the original. Figures about somebody
    else (`who`), rejected ones, shares and growth rates, and approximate figures nobody confirmed are left out. Of
    places that people, or only the machine, speak for, a blank or unreadable one comes last.
    """
    chosen: dict[PanelColumn, tuple[tuple[bool, bool, bool, bool, int], Value]] = {}
    for value in values:
        content = value.content
        if content is None or value.scope is None or not _belongs(value, catalogue):
            continue
        rank = (
            not value.is_decided,
            content.kind not in _SAID,
            value.kind is not ValueKind.CELL,
            value.approx,
            value.order,
        )
        column = PanelColumn(str(value.indicator), value.scope)
        if column not in chosen or rank < chosen[column][0]:
            chosen[column] = rank, value
    return {column: value for column, (_, value) in chosen.items()}


def _belongs(value: Value, catalogue: Catalogue) -> bool:
    if value.indicator not in catalogue.indicators or value.who is not None:
        return False
    if value.approx and not value.is_decided:
        return False
    return value.unit != "%" or catalogue.indicators[value.indicator].unit == "%"


def panel_figure(value: Value, catalogue: Catalogue) -> Decimal | None:
    """The value's number in the indicator's unit; None where it holds no number."""
    content: Content | None = value.content
    number = content.number if content else None
    if number is None or value.indicator is None:
        return None
    factor = _FACTORS.get((value.unit or "", catalogue.indicators[value.indicator].unit))
    return number if factor is None else number * factor


def panel_columns(found: Iterable[PanelColumn], catalogue: Catalogue) -> tuple[PanelColumn, ...]:
    """All columns in the catalogue's order: every indicator for the year, and in what other scope it was found.

    An indicator that no report states keeps its empty column, so that the panels of several projects fit together.
    """
    places = {key: n for n, key in enumerate(catalogue.indicators)}
    always = {PanelColumn(key, Scope.YEAR) for key in catalogue.indicators}
    return tuple(sorted({*found, *always}, key=lambda c: (places[c.indicator], _SCOPES.index(c.scope))))
