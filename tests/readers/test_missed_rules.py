"""Tables of scans whose ruling lines were not all found: every value in them is doubted."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from core.app.pipeline import read_report
from core.model.document import Document, PageSize, Source, Span
from core.model.findings import Rule as Check
from core.model.findings import Severity
from core.readers.page_flow import flow
from core.readers.page_layout import laid_out
from core.readers.pdf_page import Glyph
from core.readers.rulings import Rule
from tests.readers.printed_pages import HEIGHT, WIDTH, page, typed
from tests.readers.recorded import install
from tests.readers.test_ocr import PNG, recorded

XS = (50.0, 200.0, 300.0, 400.0)
YS = (100.0, 130.0, 160.0, 190.0)
ACROSS = [Rule(y, XS[0], XS[-1]) for y in YS]
DOWN = [Rule(x, YS[0], YS[-1]) for x in XS]
ROWS = (("事项", "收件", "办结"), ("1.自然人", "12", "7"), ("2.企业", "3", "4"))


def words(rows: Sequence[Sequence[str]] = ROWS) -> list[Glyph]:
    return [
        g
        for y, row in zip(YS, rows, strict=False)
        for x, said in zip(XS, row, strict=False)
        for g in typed(said, x + 9, y + 9)
    ]


def read(glyphs: list[Glyph], across: list[Rule] = ACROSS, down: list[Rule] = DOWN, is_scan: bool = True) -> Document:
    size = PageSize(WIDTH, HEIGHT, is_scan)
    return flow(Source("a.pdf", "", "pdf", 0), [laid_out(1, page(glyphs, across, down))], (size,))


def is_doubted(document: Document) -> bool:
    """Whether its table misses lines; all of it is then unsure, and else none."""
    (grid,) = document.grids
    sure = [document.certainty(c.span) for c in grid.cells if document.quote(c.span)]
    assert all((s < 0.9) is not grid.is_whole for s in sure)
    return not grid.is_whole


def without(rules: list[Rule], at: float, low: float = 0.0, high: float = 0.0) -> list[Rule]:
    """The rules without the one at a place, or with only its stretch."""
    return [replace(r, low=low, high=high) if r.at == at else r for r in rules if r.at != at or high]


def test_a_table_with_all_its_lines_is_believed() -> None:
    assert not is_doubted(read(words()))


BROKEN = [*without(DOWN, 300.0), Rule(300.0, 100.0, 130.0), Rule(300.0, 160.0, 190.0)]


@pytest.mark.parametrize(
    ("across", "down"),
    [
        pytest.param(ACROSS, without(DOWN, 300.0), id="figures side by side"),
        pytest.param(ACROSS, without(DOWN, 200.0), id="label and figure side by side"),
        pytest.param(without(ACROSS, 160.0), DOWN, id="figures one below the other"),
        pytest.param(without(ACROSS, 130.0), DOWN, id="head and figure one below the other"),
        pytest.param(without(ACROSS, 160.0, 200.0, 400.0), DOWN, id="two labels in one cell"),
        pytest.param(without(ACROSS, 130.0, 50.0, 300.0), BROKEN, id="no whole frame"),
        pytest.param([], [], id="no lines at all"),
    ],
)
def test_a_table_that_misses_lines_is_doubted(across: list[Rule], down: list[Rule]) -> None:
    assert is_doubted(read(words(), across, down))
    assert read(words(), across, down, is_scan=False).grids[0].is_whole


@pytest.mark.parametrize(
    "said",
    [
        pytest.param("收件 （件）", id="a gap between words"),
        pytest.param("1. 收件", id="a gap behind a number"),
        pytest.param("截至 2022", id="a year"),
    ],
)
def test_words_that_belong_together_are_believed(said: str) -> None:
    assert not is_doubted(read(words((("事项", said, "办结"), *ROWS[1:]))))


def test_a_figure_that_fills_its_cell_and_goes_on_below_is_believed() -> None:
    long = [*typed("1234567890123456", 205.0, 133.0), *typed("78", 205.0, 146.0)]
    assert not is_doubted(read([*words((ROWS[0], ("1.自然人", "", "7"), ROWS[2])), *long]))


def test_a_label_of_a_group_may_number_its_parts() -> None:
    group = [g for n, y in enumerate((105.0, 120.0)) for g in typed(f"{n + 1}.甲", 55.0, y)]
    assert not is_doubted(read([*group, *typed("9", 250.0, 110.0)], ACROSS[:1] + ACROSS[2:3], DOWN[:3]))


def test_one_finding_names_all_values_of_such_a_table(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    pages = recorded()
    down = pages[0]["page"]["down"]
    x = next(at for at, low, high in down if at > 900 and high - low > 400)  # between two columns of figures
    pages[0]["page"]["down"] = [rule for rule in down if abs(rule[0] - x) > 8]
    install(tmp_path, monkeypatch, pages)
    found = read_report("a.tif", PNG)
    (doubt,) = (f for f in found.findings if f.message.code == "check.ocr_doubt.lines")
    assert (doubt.rule, doubt.severity, doubt.message.params) == (Check.OCR_DOUBT, Severity.WARNING, {"n": 1})
    torn = next(g for g in found.document.grids if not g.is_whole)
    inside = {v.key for v in found.values if v.figure and torn.start <= v.figure.start <= torn.end}
    assert len(inside) > 100
    assert set(doubt.about) == inside
    assert all(v.reading.confidence < 0.9 for v in found.values if v.key in inside and v.reading)


def test_a_figure_in_a_sentence_is_as_sure_as_its_own_characters() -> None:
    line = typed("收到申请12件，办结34件。", 50.0, 100.0)
    line[5].confidence = 0.4
    document = read(line, [], [])
    found = {said: document.certainty(Span(at := document.text.index(said), at + len(said))) for said in ("12", "34")}
    assert found == {"12": 0.4, "34": 1.0}
