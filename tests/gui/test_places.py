"""Coming back: a report is shown where and how it was left, also on the next day; nothing of it is in the way."""

import json
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QAbstractScrollArea, QApplication
from pytestqt.qtbot import QtBot

from core.app import changes
from core.base.paths import settings_file
from core.model.report import ReportState
from gui.main_window.window import MainWindow
from gui.views.page_scroll import Fit
from tests.gui.conftest import Open, Start, press, seed, settle
from tests.gui.paper_pdf import write_pdf
from tests.gui.test_pages import CTRL


def wheel(view: QAbstractScrollArea, turn: int, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    """Turn the wheel over the middle of a view."""
    at = QPointF(view.viewport().rect().center())
    none, phase = Qt.MouseButton.NoButton, Qt.ScrollPhase.NoScrollPhase
    event = QWheelEvent(at, view.viewport().mapToGlobal(at), QPoint(), QPoint(0, turn), none, modifier, phase, False)
    QApplication.sendEvent(view.viewport(), event)


def next_day(qtbot: QtBot, window: MainWindow, program: Start) -> MainWindow:
    """Close the program, start it again, open the same project."""
    assert window.files.project is not None
    path = window.files.project.path
    window.close()
    again = program().window
    assert again.files.open(path)
    settle(qtbot, again)
    return again


def name(window: MainWindow) -> str:
    """The file that is shown."""
    assert window.review.report is not None
    return window.review.report.row.source_name


def test_pages_come_back_tomorrow_at_page_zoom_and_value(
    qtbot: QtBot, opened: Open, program: Start, tmp_path: Path
) -> None:
    window = opened(seed("003"), write_pdf(tmp_path / "青石.pdf", 5))
    rows = {r.source_name: r.id for r in window.reports.reports.all_rows()}
    window.show_report(rows["青石.pdf"])
    press(Qt.Key.Key_Down)
    for _ in range(3):
        wheel(window.original.pages, 120, CTRL)
    for _ in range(12):
        wheel(window.original.pages, -120)
    key, place = window.review.current, window.original.pages.place()
    assert (place.fit, place.page) == (Fit.NONE, 2)
    again = next_day(qtbot, window, program)
    assert name(again) == "青石.pdf"
    assert again.review.current == key
    assert again.original.pages.place() == place


def test_text_comes_back_tomorrow_where_it_was_scrolled_to(qtbot: QtBot, opened: Open, program: Start) -> None:
    window = opened(seed("000"), seed("003"))
    rows = {r.source_name[:3]: r.id for r in window.reports.reports.all_rows()}
    window.show_report(rows["003"])
    press(Qt.Key.Key_Down)
    wheel(window.original.paper, 120, CTRL)
    for _ in range(20):
        wheel(window.original.paper, -120)
    key, share = window.review.current, window.original.paper.place()
    assert share > 0
    again = next_day(qtbot, window, program)
    assert name(again).startswith("003")
    assert again.review.current == key
    assert again.original.paper.zoom == 1.15
    assert again.original.paper.place() == pytest.approx(share, abs=0.01)
    press(Qt.Key.Key_F4)  # and the evidence is one key away
    mark = again.original.paper.layer.mark(key)
    assert mark is not None
    top = mark.boxes[0].top() - again.original.paper.verticalScrollBar().value()
    assert 0 <= top <= again.original.paper.viewport().height()


def test_a_finished_report_is_not_what_the_day_begins_with(qtbot: QtBot, opened: Open, program: Start) -> None:
    window = opened(seed("003"), seed("000"))
    rows = {r.source_name[:3]: r.id for r in window.reports.reports.all_rows()}
    window.show_report(rows["000"])
    assert window.files.project is not None
    done = changes.set_state(rows["000"], ReportState.NEW, ReportState.REVIEWED)
    assert window.review.apply(done)
    again = next_day(qtbot, window, program)
    assert name(again).startswith("003")


def test_a_place_is_kept_soon_and_not_only_at_the_end(
    qtbot: QtBot, opened: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = opened(seed("000"), seed("003"))
    window.original.places._later.setInterval(0)
    press(Qt.Key.Key_PageDown, CTRL)
    qtbot.waitUntil(lambda: settings_file().with_name("places.json").exists())


@pytest.mark.parametrize(
    "kept",
    [
        "no json",
        "[1]",
        '{"reports": 3, "projects": {"a": "b"}}',
        '{"reports": {"KEY": {"pages": {"fit": "?", "page": "x"}, "current": 7}}}',
        '{"reports": {"KEY": {"pages": {"zoom": 1e9, "page": -4, "share": "x"}, "text_zoom": 9, "current": "no"}}}',
    ],
)
def test_places_that_somebody_else_has_written_are_in_nobodys_way(
    qtbot: QtBot, opened: Open, program: Start, kept: str
) -> None:
    window = opened(seed("003"))
    assert window.review.report is not None
    key = f"{window.review.report.document.source.sha256}/1"
    project = window.files.project
    assert project is not None
    window.close()
    file = settings_file().with_name("places.json")
    assert key in json.loads(file.read_text(encoding="utf-8"))["reports"]
    file.write_text(kept.replace("KEY", key), encoding="utf-8")
    again = program().window
    assert again.files.open(project.path)
    assert again.review.current is not None
    again.close()
    assert key in json.loads(file.read_text(encoding="utf-8"))["reports"]


def test_a_place_that_cannot_be_kept_is_in_nobodys_way(opened: Open) -> None:
    window = opened(seed("003"))
    settings_file().parent.mkdir(parents=True, exist_ok=True)
    settings_file().with_name("places.json").mkdir()
    window.close()
    assert window.files.project is None


def test_the_words_under_the_pointer_stay_there_while_the_wheel_zooms(opened: Open) -> None:
    paper = opened(seed("000")).original.paper
    bar = paper.verticalScrollBar()
    bar.setValue(bar.maximum() // 2)  # far from the current value
    middle = paper.viewport().rect().center()
    cursor = paper.cursorForPosition(middle)
    position, top = cursor.position(), paper.cursorRect(cursor).top()
    for turn in (120, 120, -120):
        wheel(paper, turn, CTRL)
        cursor = paper.textCursor()
        cursor.setPosition(position)
        assert abs(paper.cursorRect(cursor).top() - top) < 40  # a line of the largest: where it breaks has changed
