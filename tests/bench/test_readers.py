"""How fast the formats are read: PDF against pdfplumber's table finder on the same file in the same run; web pages."""

import io
import logging
import time
from collections.abc import Callable
from itertools import permutations
from pathlib import Path

import pdfplumber

from core.app.pipeline import read_report
from core.app.project import Project
from core.base.progress import Silent
from core.model.document import Source
from core.readers import pdf

FIXTURES = Path(__file__).parent.parent / "fixtures"
LEAST = (
    3.0  # times as many pages a second as pdfplumber: read, extracted and checked, on a machine of two busy processors
)
LEAST_READER = 4.5  # the reader alone; 6 to 7 are measured where nothing else runs
_BODY, _SYLLABLES = "云陵县", "安邦昌德丰福贵和吉嘉康乐"  # the fixture's, and what others are named from
_LOG = logging.getLogger(__name__)


def _seconds(work: Callable[[], object], times: int = 5) -> float:
    """Processor time, the best of some."""
    found = []
    for _ in range(times):
        started = time.process_time()
        work()
        found.append(time.process_time() - started)
    return min(found)


def _plumbed(data: bytes) -> list[list[str]]:
    with pdfplumber.open(io.BytesIO(data)) as file:
        rows = [row for page in file.pages for table in page.extract_tables() for row in table]
    return [[(cell or "").replace("\n", "") for cell in row] for row in rows]


def test_a_pdf_is_read_whole_before_pdfplumber_has_its_tables() -> None:
    data = (FIXTURES / "report.pdf").read_bytes()
    pages = len(read_report("a.pdf", data).document.pages)
    source = Source("a.pdf", "", "pdf", len(data))
    ours, reader = _seconds(lambda: read_report("a.pdf", data)), _seconds(lambda: pdf.read(source, data), 10)
    theirs = _seconds(lambda: _plumbed(data), 3)
    _LOG.info("PDF: %.0f pages a second, pdfplumber %.0f, ratio %.1f", pages / ours, pages / theirs, theirs / ours)
    _LOG.info("PDF, the reader alone: %.0f pages a second, ratio %.1f", pages / reader, theirs / reader)
    figures = [c for row in _plumbed(data) for c in row if c.replace(".", "").isdigit()]
    read = [c.text for t in read_report("a.pdf", data).extraction.tables for r in t.rows for c in r.cells if c.text]
    assert len(read) >= len(figures)
    assert theirs / ours > LEAST
    assert theirs / reader > LEAST_READER


def test_web_pages_a_second(tmp_path: Path) -> None:
    """One process by processor time, then a folder of pages taken into a project by the clock, workers and disk."""
    data = (FIXTURES / "report.html").read_bytes()
    read_report("a.html", data)
    _LOG.info("HTML: %.0f reports a second and core", 1 / _seconds(lambda: read_report("a.html", data), 20))
    for n, (a, b) in enumerate(permutations(_SYLLABLES, 2)):
        page = data.decode("utf-8").replace(_BODY, f"{a}{b}县")
        (tmp_path / f"{n}.html").write_text(page, encoding="utf-8")
    project = Project.create(tmp_path / "x.hejiao", "x")
    started = time.perf_counter()
    taken = project.import_paths([tmp_path], Silent())
    _LOG.info("HTML: %.0f reports a second into a project", len(taken.reports) / (time.perf_counter() - started))
    project.close()
    assert len(taken.reports) == n + 1
