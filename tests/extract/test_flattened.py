"""Tables flattened into running text: every cell is read right or left open, and nothing else is taken for a table."""

import time
from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal
from functools import lru_cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core.base.resources import resource
from core.extract import flattened
from core.extract.outline import outline
from core.extract.tables import tables
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
_FEWER = settings(max_examples=settings.default.max_examples // 3)  # a whole table each
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
    printed = tables(document, _catalogue().forms)
    return document, flattened.find(document, printed, _catalogue()).read(stated)


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
@_FEWER
@given(form=st.sampled_from(_STATUTORY), seed=_SEEDS, largest=_SIZES)
def test_table_3_is_read_or_left_open(layout: Callable[[FlatTable], str], form: str, seed: int, largest: int) -> None:
    expected = flat.applications(_form(form), seed, largest)
    document, found = _read(layout(expected))
    assert len(found) == 1
    solved, cells = _check(document, found[0], expected)
    assert solved == cells if _is_parted(layout) else solved > cells * 0.5
    assert [r.groups for r in found[0].rows] == [r.groups for r in _form(form).rows_of("applications")]


@_LAYOUT
@_FEWER
@given(form=st.sampled_from(_STATUTORY), seed=_SEEDS, largest=_SIZES)
def test_table_4_is_read_or_left_open(layout: Callable[[FlatTable], str], form: str, seed: int, largest: int) -> None:
    expected = flat.review(_form(form), seed, largest)
    document, found = _read(layout(expected))
    assert len(found) == 1
    solved, cells = _check(document, found[0], expected)
    assert solved == cells or not _is_parted(layout)


@_LAYOUT
@_FEWER
@given(form=st.sampled_from(_STATUTORY), seed=_SEEDS, largest=_SIZES)
def test_table_2_is_read_or_left_open(layout: Callable[[FlatTable], str], form: str, seed: int, largest: int) -> None:
    expected = flat.disclosure(_form(form), seed, largest)
    document, found = _read(layout(expected))
    assert len(found) == 1
    solved, cells = _check(document, found[0], expected)
    assert solved == cells or not _is_parted(layout)


@_LAYOUT
@_FEWER
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


def test_most_of_table_3_is_told_apart() -> None:
    """Of tables as counties fill them, run together without a sign between, nine cells in ten at least."""
    told = [_solved(flat.applications(_form(f), seed, 40)) for f in _STATUTORY for seed in range(10)]
    assert sum(a for a, _ in told) >= 0.9 * sum(b for _, b in told)


def _solved(expected: FlatTable) -> tuple[int, int]:
    document, found = _read(FLATTENED["run together"](expected))
    return _check(document, found[0], expected)


_HEAD = "甲川县政府信息公开情况统计表指标名称计量单位2013年度历年累计"
_ROWS = "主动公开文件数条246075310其中：1、政府网站公开数条2460753102、政府公报公开数条00受理依申请公开信息总数条00"


@pytest.mark.parametrize(
    ("stated", "cells"),
    [
        pytest.param(2460, ["2460", "75310"], id="a sentence decides"),
        pytest.param(9999, ["246075310", "246075310"], id="no sentence fits"),
    ],
)
def test_what_no_sum_decides_a_sentence_may(stated: int, cells: list[str]) -> None:
    _, found = _read(_HEAD + _ROWS, _stated("disclosed.total", stated))
    assert [[c.text for c in r.cells] for r in found[0].rows[:3]] == [cells, cells, ["0", "0"]]


@pytest.mark.parametrize(
    ("in_force", "cells"),
    [
        pytest.param(470, ["77", "132", "470"], id="as the sentence says"),
        pytest.param(393, ["77", "132", "470"], id="with what was issued since"),
        pytest.param(999, ["77", "77132470", "77132470"], id="neither"),
    ],
)
def test_documents_in_force_may_be_told_before_those_of_the_year(in_force: int, cells: list[str]) -> None:
    said = (_stated("normative.issued", 77), _stated("normative.in_force", in_force))
    heads = "第二十条第（一）项信息内容本年制发件数本年废止件数现行有效件数"
    _, found = _read(f"{heads}规章000行政规范性文件77132470四、终", *said)
    assert [c.text for c in found[0].rows[1].cells] == cells


def test_a_missing_figure_is_nobodys_guess() -> None:
    first = "主动公开文件数 条 52 64 其中：1、政府网站公开数 条 52 64 2、政府公报公开数 条 0"
    _, found = _read(f"{_HEAD} {first} 对申请的答复总数 条 3 4")
    cells = found[0].rows[2].cells
    assert [(c.kind, c.value, c.text) for c in cells] == [(CellKind.UNREADABLE, None, "0")] * 2
    assert [c.text for c in found[0].rows[3].cells] == ["3", "4"]


def test_an_open_run_shows_the_ways_to_read_it() -> None:
    _, found = _read("第二十条第（一）项信息内容本年制发件数本年废止件数现行有效件数规章000行政规范性文件1237四、终")
    assert [c.text for c in found[0].rows[0].cells] == ["0", "0", "0"]
    reason = found[0].rows[1].cells[0].reason
    assert reason is not None
    assert reason.params["ways"] == ["1 | 2 | 37", "1 | 23 | 7", "12 | 3 | 7"]


def test_the_likeliest_ways_to_read_an_open_run_come_first() -> None:
    head = "第二十条第（一）项信息内容本年制发件数本年废止件数现行有效件数规章000行政规范性文件"
    _, found = _read(f"{head}63121580四、终")
    reason = found[0].rows[1].cells[0].reason
    assert reason is not None
    ways = reason.params["ways"]
    assert isinstance(ways, list)
    assert ways[:2] == ["63 | 121 | 580", "63 | 12 | 1580"]
    assert all(int(force) >= max(int(made), int(ended)) for made, ended, force in (w.split(" | ") for w in ways))
    assert (len(ways), reason.params["n"]) == (5, 21)


def test_what_was_used_to_read_is_marked_as_derived() -> None:
    _, found = _read(FLATTENED["run together"](flat.applications(_form("guoban-2021"), 1, 40)))
    assert {c.derived for r in found[0].rows for c in r.cells} == {True}
    _, found = _read(FLATTENED["spaces"](flat.applications(_form("guoban-2021"), 1, 40)))
    assert {c.derived for r in found[0].rows for c in r.cells} == {False}


def test_a_row_that_its_total_decides_is_given_though_the_columns_do_not_balance() -> None:
    expected = flat.applications(_form("guoban-2021"), 1, 3)
    closed = replace(expected.rows[-2], cells=("9", *"00000", "9"))
    wrong = (*expected.rows[:-2], closed, expected.rows[-1])
    document, found = _read(FLATTENED["run together"](replace(expected, rows=wrong)))
    solved, cells = _check(document, found[0], replace(expected, rows=wrong))
    assert solved >= cells - 7
    assert [c.text for c in found[0].rows[-2].cells] == list(closed.cells)


@pytest.mark.parametrize(("columns", "is_read"), [((0,), True), ((0, 5), False)])
def test_a_row_whose_sum_fits_no_cut_is_read_by_the_columns_but_for_one(
    columns: tuple[int, ...], *, is_read: bool
) -> None:
    expected = flat.applications(_form("guoban-2021"), 1, 3)
    right = expected.rows[-2].cells
    cells = tuple(str(int(c) + 3) if n in columns else c for n, c in enumerate(right))
    printed = replace(expected, rows=(*expected.rows[:-2], replace(expected.rows[-2], cells=cells), expected.rows[-1]))
    _, found = _read(FLATTENED["run together"](printed))
    last = found[0].rows[-2].cells
    assert [c.text for c in last] == (list(cells) if is_read else ["".join(cells)] * 7)


def test_a_misprinted_label_is_its_row() -> None:
    body = FLATTENED["run together"](flat.applications(_form("guoban-2021"), 2, 3))
    body = body.replace("2.其他法律行政法规禁止公开", "2.其他法律行政止公开")
    _, found = _read(body)
    assert [r.label for r in found[0].rows[4:7]] == ["1.属于国家秘密", "2.其他法律行政止公开", "3.危及“三安全一稳定”"]
    assert all(len(r.cells) == 7 for r in found[0].rows)


@pytest.mark.parametrize(
    "text",
    [
        "全年主动公开信息数12条，行政复议数0件，行政诉讼数0件，行政申诉数0件。",
        "行政许可12件；行政处罚3件；行政强制0件。",
        "收到当面申请数3件、传真申请数2件、网上申请数5件、信函申请数1件。",
    ],
)
def test_sentences_are_no_table(text: str) -> None:
    assert not _read(text)[1]


def test_the_stretch_of_a_table_is_no_running_text() -> None:
    expected = flat.applications(_form("guoban-2021"), 1, 40)
    second = "二、主动公开政府信息情况本年按时公开。"
    document = _document(second + FLATTENED["run together"](expected).replace("五、存在", "四、存在"))
    prose = flattened.find(document, (), _catalogue()).without()
    left = "".join(document.text[b.start : b.end] for b in prose.blocks if b.kind is BlockKind.PARAGRAPH)
    assert "".join(left.split()).endswith(f"{second}{expected.caption}四、存在的主要问题及改进情况本年存在不足。")
    titles = ["一、总体情况", "二、主动公开政府信息情况", expected.caption, "四、存在的主要问题及改进情况"]
    assert [s.title for s in outline(prose)] == titles


_LONG = "主动公开文件数条12345678901234567890"


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("1234567890" * 40_000, id="digits only"),
        pytest.param("0" * 290_000, id="zeros only"),
        pytest.param("/-" * 140_000, id="signs only"),
        pytest.param(_LONG * 10_000, id="one label again and again"),
        pytest.param(
            "属于国家秘密1234567890123456789012重复申请1234567890123456789012" * 5_000, id="labels of one form"
        ),
        pytest.param("主动公开信息数1主动公升信自数2" * 9_000, id="misprints"),
        pytest.param("(其中1" * 50_000, id="open brackets"),
        pytest.param("其中：" * 10_000 + "1", id="nested"),
        pytest.param(
            _HEAD + f"{_LONG}其中：1、政府网站公开数条123456789012342、政府公报公开数条123456789012" * 300, id="tables"
        ),
    ],
)
def test_a_hostile_text_takes_little_time(text: str) -> None:
    document = _document(text)
    began = time.process_time()
    found = flattened.find(document, (), _catalogue())
    found.without()
    found.read(())
    assert time.process_time() - began < 2
