"""Tables flattened into running text: every cell is read right or left open, and nothing else is taken for a table."""

import time
from collections.abc import Callable
from decimal import Decimal
from functools import lru_cache

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.base.resources import resource
from core.extract import flattened
from core.mapping.catalogue_file import load
from core.model.catalogue import Catalogue, Form
from core.model.document import BlockKind, Document
from core.model.extraction import CellKind, Scope, Statistic, StatisticKind, Table
from core.model.message import Message
from core.readers.registry import read
from tests.extract import flat_tables as flat
from tests.extract.flat_tables import FLATTENED, FlatTable

_BEFORE = "甲川县2022年政府信息公开工作年度报告\n一、总体情况\n全年各项工作有序开展，群众满意。"
_STATUTORY = ("guoban-2019", "guoban-2021")
_PROVINCIAL = ("fujian-2011", "fujian-2014")
_LAYOUT = pytest.mark.parametrize("layout", FLATTENED.values(), ids=FLATTENED)
_SIZES = st.sampled_from((3, 40, 400, 4000))
_SEEDS = st.integers(0, 10**6)


@lru_cache(maxsize=1)
def _catalogue() -> Catalogue:
    return load(resource("catalogue"))


def _form(name: str) -> Form:
    return next(f for f in _catalogue().forms if f.id == name)


def _document(body: str) -> Document:
    return read("表.txt", (_BEFORE + body).encode("utf-8"))


def _read(body: str, *stated: Statistic) -> tuple[Document, tuple[Table, ...]]:
    document = _document(body)
    return document, flattened.find(document, _catalogue()).read(stated)


def _stated(indicator: str, value: int) -> Statistic:
    span = flattened.Span(0, 1)
    count, year = StatisticKind.COUNT, Scope.YEAR
    return Statistic(indicator, "", Decimal(value), "件", count, year, False, None, span, span, 0.9, Message("x.y"))


def _check(document: Document, table: Table, expected: FlatTable) -> tuple[int, int]:
    """Rows as printed, every cell right or open, each at its own place; (solved, all) cells."""
    assert [r.label for r in table.rows] == [r.label for r in expected.rows]
    solved = 0
    for row, printed in zip(table.rows, expected.rows, strict=True):
        assert len(row.cells) == len(printed.cells), row.label
        for cell, figure in zip(row.cells, printed.cells, strict=True):
            assert document.quote(cell.span) == cell.text
            assert cell.kind is CellKind.UNREADABLE or cell.text == figure, (row.label, printed.cells)
            solved += cell.kind is not CellKind.UNREADABLE
    return solved, sum(len(r.cells) for r in table.rows)


def _is_parted(layout: Callable[[FlatTable], str]) -> bool:
    return "together" not in next(n for n, f in FLATTENED.items() if f is layout)


@_LAYOUT
@given(form=st.sampled_from(_STATUTORY), seed=_SEEDS, largest=_SIZES)
def test_table_3_is_read_or_left_open(layout: Callable[[FlatTable], str], form: str, seed: int, largest: int) -> None:
    expected = flat.applications(_form(form), seed, largest)
    document, found = _read(layout(expected))
    assert len(found) == 1
    solved, cells = _check(document, found[0], expected)
    assert solved == cells if _is_parted(layout) else solved > cells * 0.5
    assert [r.groups for r in found[0].rows] == [r.groups for r in _form(form).rows_of("applications")]


@_LAYOUT
@given(form=st.sampled_from(_STATUTORY), seed=_SEEDS, largest=_SIZES)
def test_table_4_is_read_or_left_open(layout: Callable[[FlatTable], str], form: str, seed: int, largest: int) -> None:
    expected = flat.review(_form(form), seed, largest)
    document, found = _read(layout(expected))
    assert len(found) == 1
    solved, cells = _check(document, found[0], expected)
    assert solved == cells or not _is_parted(layout)


@_LAYOUT
@given(form=st.sampled_from(_STATUTORY), seed=_SEEDS, largest=_SIZES)
def test_table_2_is_read_or_left_open(layout: Callable[[FlatTable], str], form: str, seed: int, largest: int) -> None:
    expected = flat.disclosure(_form(form), seed, largest)
    document, found = _read(layout(expected))
    assert len(found) == 1
    solved, cells = _check(document, found[0], expected)
    assert solved == cells or not _is_parted(layout)


@_LAYOUT
@given(form=st.sampled_from(_PROVINCIAL), seed=_SEEDS, largest=_SIZES)
def test_a_provincial_form_is_read_or_left_open(
    layout: Callable[[FlatTable], str], form: str, seed: int, largest: int
) -> None:
    expected = flat.provincial(_form(form), seed, largest)
    document, found = _read(layout(expected))
    assert len(found) == 1
    solved, cells = _check(document, found[0], expected)
    assert solved == cells or not _is_parted(layout)
    assert [c.path for c in found[0].columns] == [("2013年度",), ("历年累计",)]
    assert [r.unit for r in found[0].rows] == [r.unit for r in expected.rows]
