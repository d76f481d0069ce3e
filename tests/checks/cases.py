"""Reports under check, made of a few rows, sentences and fields."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Any

from core.checks.case import Case
from core.mapping.values import to_values
from core.model.catalogue import Catalogue
from core.model.document import Document, Source, Span
from core.model.extraction import (
    Cell,
    CellKind,
    Column,
    Extraction,
    Field,
    Row,
    Scope,
    Section,
    Statistic,
    StatisticKind,
    Table,
)
from core.model.findings import Finding
from core.model.message import Message
from core.model.values import Content, Decision, State, Value

CATALOGUE = Catalogue({}, ())
REPEATING = ("phone", "fax", "email", "website")
_SOURCE = Source("青石县.txt", "", "txt", 0)
_AT = Span(0, 0)
_WHY = Message("extract.field.label", {"label": ""})
_KINDS = {
    "": CellKind.BLANK,
    "0": CellKind.ZERO,
    "——": CellKind.NOT_APPLICABLE,
    "?": CellKind.UNREADABLE,
    "见附件": CellKind.TEXT,
}


@dataclass(frozen=True)
class Line:
    """A row of a table: label, printed cells, and where it belongs."""

    label: str
    cells: tuple[str, ...]
    parent: int | None = None
    indicator: str | None = None
    residual: bool = False
    unit: str | None = None
    derived: bool = False
    groups: tuple[str, ...] = ()


def line(label: str, *cells: str, **more: Any) -> Line:
    """A row with its printed cells."""
    return replace(Line(label, cells), **more)


def table(
    *lines: Line, scopes: Sequence[Scope | None] = (Scope.YEAR,), heads: Sequence[tuple[str, ...]] | None = None
) -> Table:
    """A table of these rows; as many columns as `scopes`."""
    columns = tuple(
        Column(f"c{n}", heads[n - 1] if heads else (f"第{n}列",), scope) for n, scope in enumerate(scopes, start=1)
    )
    rows = tuple(
        Row(x.label, 0 if x.parent is None else 1, x.parent, _cells(x), _AT, x.groups, x.unit, x.indicator, x.residual)
        for x in lines
    )
    return Table("统计表", columns, rows, _AT)


def _cells(row: Line) -> tuple[Cell, ...]:
    return tuple(_cell(text, f"c{n}", row.derived) for n, text in enumerate(row.cells, start=1))


def _cell(text: str, column: str, derived: bool) -> Cell:
    kind = _KINDS.get(text, CellKind.NUMBER)
    value = Decimal(text) if kind in (CellKind.NUMBER, CellKind.ZERO) else None
    return Cell(text, kind, value, column, _AT, derived=derived)


def stated(indicator: str | None, value: str, scope: Scope | None = Scope.YEAR, **more: Any) -> Statistic:
    """A figure of a sentence; 件 of the issuer, exact, unless said otherwise."""
    plain = Statistic(
        indicator, indicator or "数", Decimal(value), "件", StatisticKind.COUNT, scope, False, None, _AT, _AT, 0.9, _WHY
    )
    return replace(plain, **more)


def told_in(text: str, indicator: str | None, value: str, printed: str = "", **more: Any) -> Statistic:
    """A figure of a sentence with its place: the first time that it is `printed` so in the text."""
    at = text.index(printed or value)
    place = Span(at, at + len(printed or value))
    return stated(indicator, value, **{"span": place, "figure": place} | more)


def field(key: str, value: str | None, code: str = "extract.field.label", at: int | None = None) -> Field:
    """A fact about the report; None is printed but empty."""
    return Field(key, value, None if at is None else Span(at, at + 4), 0.9, Message(code, {"label": ""}))


def extraction(
    tables: Sequence[Table] = (),
    statistics: Sequence[Statistic] = (),
    fields: Sequence[Field] = (),
    sections: Sequence[Section] = (),
    doubts: Sequence[Span] = (),
) -> Extraction:
    """What was found in a report."""
    return Extraction(
        True,
        Message("extract.kind.title", {"title": ""}),
        fields=tuple(fields),
        sections=tuple(sections),
        tables=tuple(tables),
        statistics=tuple(statistics),
        dates_in_doubt=tuple(doubts),
    )


def sides(found: Finding) -> tuple[int, int, int]:
    """Left, right and difference of a finding in whole numbers; fails where there is nothing to compare."""
    left, right, difference = found.left, found.right, found.difference
    assert left is not None
    assert right is not None
    assert difference is not None
    return int(left), int(right), int(difference)


def decided(value: Value, state: State, text: str | None = None) -> Value:
    """The value with a person's decision; `text` is what the person typed."""
    content = None if text is None else Content(_KINDS.get(text, CellKind.NUMBER), text)
    return replace(value, decision=Decision(state, content))


def case(found: Extraction, text: str = "", **decisions: tuple[State, str | None]) -> Case:
    """The report under check. Decisions by key, with _ for the signs a keyword cannot have: cell_t1_r1_c1."""
    values = []
    for value in to_values(Document(text, _SOURCE, ()), found):
        key = value.key.replace(":", "_").replace("/", "_")
        values.append(decided(value, *decisions[key]) if key in decisions else value)
    return Case(found, values, CATALOGUE, text)
