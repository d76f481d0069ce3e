"""Scans: what the add-on answers becomes a Document; without the add-on a clear refusal.

`scan.jsonl` is what the add-on answered for the fixture's pages at 200 dpi, turned by 0.8 degrees, noisy, as JPEG of
quality 55. The add-on itself is tested by `make test-ocr`, where it is installed.
"""

import copy
import json
from pathlib import Path

import pytest

from core.app.pipeline import read_report
from core.base.errors import DamagedFile, OddPicture, ScannedFile, TooManyPages
from core.model.document import Document, Span
from core.model.findings import Rule, Severity
from core.readers import ocr
from core.readers.registry import read
from tests.fixtures import report
from tests.readers.recorded import Recorded, install, page

FIXTURES = Path(__file__).parent.parent / "fixtures"
PNG = b"\x89PNG\r\n\x1a\n" + b"x" * 40


def recorded() -> list[Recorded]:
    return [json.loads(line) for line in (FIXTURES / "scan.jsonl").read_text(encoding="utf-8").splitlines()]


@pytest.fixture
def scanned(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Document:
    """The fixture's pages as one file of pictures."""
    install(tmp_path, monkeypatch, recorded())
    return read("a.tif", PNG)


def cells(document: Document) -> list[str]:
    return [document.quote(c.span) for g in document.grids for c in g.cells]


def test_every_figure_of_a_poor_scan_is_read(scanned: Document) -> None:
    assert [w for w in cells(scanned) if w.replace(".", "").isdigit()] == report.figures()
    assert len(scanned.pages) == 2


def test_a_scan_knows_its_turn_and_how_sure_it_is(scanned: Document) -> None:
    assert scanned.pages[0].is_scan
    assert scanned.pages[0].turn == pytest.approx(0.8, abs=0.15)
    assert 0 < scanned.certainty(Span(0, 20)) < 1


def _without(pages: list[Recorded], words: str) -> tuple[list[Recorded], list[float]]:
    """The recording with the last cell of these words lost on the page."""
    pages = copy.deepcopy(pages)
    cell = next(c for c in reversed(pages[0]["cells"]) if c[4] == words)
    x0, top, x1, bottom = cell[:4]
    glyphs = pages[0]["page"]["glyphs"]
    kept = [g for g in glyphs if not (x0 < (g[2] + g[4]) / 2 < x1 and top < (g[3] + g[5]) / 2 < bottom)]
    assert len(kept) == len(glyphs) - len(words)
    pages[0]["page"]["glyphs"] = kept
    return pages, cell


@pytest.mark.parametrize("second", [("", 0.0), ("486", 0.97)], ids=["never read", "read alone"])
def test_a_figure_that_the_page_lacks_is_named(
    second: tuple[str, float], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pages, cell = _without(recorded(), "486")
    cell[4:6] = second
    install(tmp_path, monkeypatch, pages)
    read = read_report("a.png", PNG)
    doubts = {k for f in read.findings if f.rule is Rule.OCR_DOUBT and f.severity is Severity.WARNING for k in f.about}
    values = [v for v in read.values if v.key in doubts and v.key.startswith("cell:")]
    assert [read.document.quote(v.figure) for v in values if v.figure] == [second[0] or "\ufffd"]
    boxes = [b for v in values if v.figure for b in read.document.boxes(v.figure)]
    scale = read.document.pages[0].width / pages[0]["page"]["width"]
    x0, top, x1, bottom = (v * scale for v in cell[:4])
    assert [(x0 < b.x0 < b.x1 < x1, top < b.top < b.bottom < bottom) for b in boxes] == [(True, True)]


def test_a_page_on_its_side_is_as_large_as_it_is_upright(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    install(tmp_path, monkeypatch, [page(quarters=3, skew=-0.5)])
    found = read("a.png", PNG).pages[0]
    assert (found.width, found.height, found.turn) == (595.0, 833.0, 269.5)


def test_the_next_file_needs_no_new_start(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    log = install(tmp_path, monkeypatch, [page()])
    assert read("a.png", PNG).text == read("b.png", PNG).text
    assert log.read_text() == "started\n"


def test_without_the_add_on_a_scan_is_refused_with_what_to_do(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(ocr.VARIABLE, str(tmp_path))
    with pytest.raises(ScannedFile) as refusal:
        read("a.png", PNG)
    assert refusal.value.params == {"name": "a.png", "pages": 1}


def test_an_add_on_of_another_version_is_as_good_as_none(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    install(tmp_path, monkeypatch, [page()], protocol=1)
    with pytest.raises(ScannedFile):
        read("a.png", PNG)


@pytest.mark.parametrize("answer", [{"error": "picture"}, "no JSON", ""])
def test_an_add_on_that_fails_is_told_and_started_anew(
    answer: object, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    log = install(tmp_path, monkeypatch, [{"page": answer, "cells": []}])
    for _ in range(2):
        with pytest.raises(DamagedFile):
            read("a.png", PNG)
    assert log.read_text() == 2 * "started\n"


def test_an_add_on_that_hangs_is_ended(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    install(tmp_path, monkeypatch, [{"page": "hang", "cells": []}])
    monkeypatch.setattr(ocr, "_SECONDS", 1.5)
    with pytest.raises(DamagedFile):
        read("a.png", PNG)


def test_an_add_on_that_does_not_listen_is_ended(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    install(tmp_path, monkeypatch, [page()])
    worker = tmp_path / "worker" / "__main__.py"
    worker.write_text(worker.read_text().replace("while line :=", "time.sleep(600)\nwhile line :="))
    monkeypatch.setattr(ocr, "_SECONDS", 1.5)
    with pytest.raises(DamagedFile):
        read("a.png", PNG + bytes(1_000_000))


@pytest.mark.parametrize("why", ["small", "large"])
def test_a_picture_that_cannot_be_a_page_has_its_own_sentence(
    why: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    install(tmp_path, monkeypatch, [{"page": {"error": why}, "cells": []}])
    with pytest.raises(OddPicture):
        read("a.png", PNG)


def test_a_file_of_too_many_pictures_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    install(tmp_path, monkeypatch, [page()], count=201)
    with pytest.raises(TooManyPages) as refusal:
        read("a.tif", PNG)
    assert refusal.value.params == {"name": "a.tif", "pages": 201, "most": 200}
