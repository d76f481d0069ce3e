"""One report in every format: the same words, the same tables, cell by cell."""

import re
import unicodedata
from pathlib import Path

import pytest

from core.base.errors import ReaderError
from core.model.document import BlockKind, Document
from core.readers.registry import read
from tests.fixtures import report
from tests.fixtures.report import ITEMS, TITLE, Table

FIXTURES = Path(__file__).parent.parent / "fixtures"
TRUE_TABLES = ("html", "mht", "docx", "rtf", "odt", "pdf")
ALL = (*TRUE_TABLES, "doc", "xlsx", "xls", "ods", "txt")


def opened(kind: str) -> Document:
    path = FIXTURES / f"report.{kind}"
    return read(path.name, path.read_bytes())


def plain(text: str) -> str:
    return re.sub(r"\s+", "", unicodedata.normalize("NFKC", text))


def cells(table: Table) -> list[tuple[int, int, int, int, str]]:
    """(row, column, spans, words) of each cell."""
    return [(r, c, cell.down, cell.across, plain(cell.text)) for r, c, cell in table.placed()]


@pytest.mark.parametrize("kind", TRUE_TABLES)
def test_tables_come_with_every_cell_and_span(kind: str) -> None:
    document = opened(kind)
    found = [
        [(c.row, c.column, c.row_span, c.column_span, plain(document.quote(c.span))) for c in grid.cells]
        for grid in document.grids
    ]
    assert found == [cells(item) for item in ITEMS if isinstance(item, Table)]


@pytest.mark.parametrize("kind", ALL)
def test_figures_stand_in_the_same_order_in_every_format(kind: str) -> None:
    document = opened(kind)
    figures = [
        w for g in document.grids for c in g.cells if (w := plain(document.quote(c.span))).replace(".", "").isdigit()
    ]
    assert figures == report.figures()


@pytest.mark.parametrize("kind", ALL)
def test_running_text_is_whole(kind: str) -> None:
    document = opened(kind)
    said = plain("".join(document.text[b.start : b.end] for b in document.blocks if b.kind is BlockKind.PARAGRAPH))
    for line in (TITLE, *(item for item in ITEMS if isinstance(item, str))):
        at = said.find(plain(line))
        assert at >= 0, line
        said = said[at + len(plain(line)) :]


@pytest.mark.parametrize("kind", ["html", "mht"])
def test_the_page_around_the_report_is_set_apart(kind: str) -> None:
    document = opened(kind)
    kinds = {plain(document.text[b.start : b.end]): b.kind for b in document.blocks}
    assert kinds["首页"] is BlockKind.FURNITURE
    assert kinds[plain("当前位置：首页 > 政务公开")] is BlockKind.FURNITURE
    assert kinds["发布机构:云陵县农业农村局"] is BlockKind.METADATA
    assert kinds[plain(TITLE)] is BlockKind.PARAGRAPH
    assert not any("varx" in words for words in kinds)


def test_every_character_of_a_pdf_has_its_place() -> None:
    document = opened("pdf")
    assert len(document.pages) == max(line.page for line in document.lines)
    placed = sum(line.end - line.start for line in document.lines)
    assert placed == len(re.sub("[\n\t\u2028]", "", document.text))
    for line in document.lines:
        assert len(line.edges) == line.end - line.start + 1
        assert list(line.edges) == sorted(line.edges)
        assert 0 <= line.top < line.bottom <= document.pages[line.page - 1].height


@pytest.mark.parametrize("kind", ["docx", "doc", "rtf", "odt", "xlsx", "xls", "ods", "pdf", "mht"])
@pytest.mark.parametrize("part", [0.02, 0.3, 0.7])
def test_a_cut_file_is_read_in_part_or_refused_by_name(kind: str, part: float) -> None:
    data = (FIXTURES / f"report.{kind}").read_bytes()
    name = ""
    try:
        name = read("cut", data[: int(len(data) * part)]).source.name
    except ReaderError as error:
        name = str(error.params["name"])
    assert name == "cut"
