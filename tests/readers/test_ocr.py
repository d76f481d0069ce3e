"""Scans: what the add-on answers becomes a Document; without the add-on a clear refusal.

`scan.jsonl` is what the add-on read off the fixture's pages at 200 dpi, turned by 0.8 degrees, with noise, as JPEG of
quality 55. The add-on itself is tested by `make test-ocr`, where it is installed.
"""

import json
import sys
from pathlib import Path

import pytest

from core.base.errors import DamagedFile, ScannedFile
from core.model.document import Document, Span
from core.readers import ocr
from core.readers.registry import read
from tests.fixtures import report

FIXTURES = Path(__file__).parent.parent / "fixtures"
PNG = b"\x89PNG\r\n\x1a\n" + b"x" * 40
_FAKE = """
import sys
print('{"engine": "fake"}', flush=True)
pages = iter(open(PAGES, encoding="utf-8"))
while line := sys.stdin.buffer.readline():
    sys.stdin.buffer.read(int(line))
    print(next(pages).strip(), flush=True)
"""


def installed(folder: Path, pages: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """An add-on that answers what was recorded."""
    (folder / "bin").mkdir()
    (folder / "bin" / "python").symlink_to(sys.executable)
    (folder / "worker.py").write_text(_FAKE.replace("PAGES", repr(str(pages))), encoding="utf-8")
    monkeypatch.setenv(ocr.VARIABLE, str(folder))


@pytest.fixture
def scanned(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> list[Document]:
    """The fixture's pages, each read as a picture."""
    found = []
    for n, line in enumerate((FIXTURES / "scan.jsonl").read_text(encoding="utf-8").splitlines()):
        folder = tmp_path / str(n)
        folder.mkdir()
        (folder / "page.jsonl").write_text(line, encoding="utf-8")
        installed(folder, folder / "page.jsonl", monkeypatch)
        found.append(read(f"{n}.png", PNG))
    return found


def figures(documents: list[Document]) -> list[str]:
    words = [d.quote(c.span).strip() for d in documents for g in d.grids for c in g.cells]
    return [w for w in words if w.replace(".", "").isdigit()]


def test_nearly_every_figure_of_a_poor_scan_is_read(scanned: list[Document]) -> None:
    wanted = report.figures()
    found = figures(scanned)
    missing = list(wanted)
    for figure in found:
        assert figure in missing, f"{figure} was read and is not there"
        missing.remove(figure)
    assert len(missing) <= 0.02 * len(wanted)


def test_a_scan_knows_its_turn_and_how_sure_it_is(scanned: list[Document]) -> None:
    page = scanned[0].pages[0]
    assert page.is_scan
    assert page.turn == pytest.approx(-0.8, abs=0.15)
    assert 0 < scanned[0].certainty(Span(0, 20)) < 1


def test_without_the_add_on_a_scan_is_refused_with_what_to_do(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(ocr.VARIABLE, str(tmp_path))
    with pytest.raises(ScannedFile) as refusal:
        read("a.png", PNG)
    assert refusal.value.params == {"name": "a.png", "pages": 1}


@pytest.mark.parametrize("answer", ['{"error": "picture"}', "no JSON", ""])
def test_an_add_on_that_fails_names_the_page(answer: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "page.jsonl").write_text(answer + "\n", encoding="utf-8")
    installed(tmp_path, tmp_path / "page.jsonl", monkeypatch)
    with pytest.raises(DamagedFile):
        read("a.png", PNG)


def test_the_recording_has_a_page_a_line() -> None:
    lines = (FIXTURES / "scan.jsonl").read_text(encoding="utf-8").splitlines()
    assert all(json.loads(line)["glyphs"] for line in lines)
