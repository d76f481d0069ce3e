"""The invented report of `tests/fixtures` says the same in every format: fields, figures, tables, findings."""

from pathlib import Path

import pytest

from core.app.pipeline import read_report
from core.model.extraction import Extraction
from core.model.report import Read
from tests.fixtures.report import figures

FIXTURES = Path(__file__).parent.parent / "fixtures"
OF_THE_PAGE = {"publish_date", "publisher", "index_number"}  # printed around the report in a web page only


def opened(kind: str) -> Read:
    path = FIXTURES / f"report.{kind}"
    return read_report(path.name, path.read_bytes())


def said(extraction: Extraction) -> dict[str, object]:
    return {
        "fields": {f.key: (f.value, f.code) for f in extraction.fields if f.key not in OF_THE_PAGE},
        "sections": ["".join(s.title.split()) for s in extraction.sections],
        "statistics": [(s.indicator, s.value, s.unit, s.scope, s.approx, s.who) for s in extraction.statistics],
        "tables": [
            (
                t.form,
                [("".join(r.label.split()), r.indicator, [(c.text, c.indicator) for c in r.cells]) for r in t.rows],
            )
            for t in extraction.tables
        ],
    }


@pytest.mark.parametrize("kind", ["mht", "docx", "doc", "rtf", "odt", "xlsx", "xls", "ods", "pdf", "txt"])
def test_every_format_says_the_same(kind: str) -> None:
    assert said(opened(kind).extraction) == said(opened("html").extraction)


@pytest.mark.parametrize("kind", ["html", "docx", "pdf"])
def test_what_it_says_is_what_was_written(kind: str) -> None:
    read = opened(kind)
    cells = [c for t in read.extraction.tables for r in t.rows for c in r.cells]
    assert sorted(c.text for c in cells if c.text) == sorted(figures())
    assert not [f for f in read.findings if f.severity == "error"]
    for cell in cells:
        assert read.document.quote(cell.span).strip() == cell.text
