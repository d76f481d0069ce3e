"""The main job in the window, by keys and mouse alone: import, walk, correct, undo, redo, accept, export, reopen."""

import json
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QFileDialog, QLineEdit
from pytestqt.qtbot import QtBot

from core.app.project import Project
from core.model.values import State
from gui.app import Program
from gui.main_window.window import MainWindow
from tests.gui.conftest import on_dialog, press, seed, settle, type_text

CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


def choose_file(path: Path) -> Callable[[QDialog], None]:
    """Type a path into a file dialog and press Enter."""

    def do(dialog: QDialog) -> None:
        assert isinstance(dialog, QFileDialog)
        field = dialog.findChild(QLineEdit)
        assert field is not None
        field.setText(str(path))
        QTest.keyClick(field, Qt.Key.Key_Return)

    return do


def state_of(window: MainWindow, key: str) -> State:
    """What is decided about a value, as the store has it."""
    assert window.files.project is not None
    assert window.review.report is not None
    report = window.files.project.report(window.review.report.row.id)
    return next(v.state for v in report.values if v.key == key)


def walk(qtbot: QtBot, window: MainWindow) -> str:
    """Enter on every value that waits; the third one is corrected, and its key given."""
    corrected, n = "", 0
    assert window.review.report is not None
    while any(v.state is State.OPEN for v in window.review.report.values):
        key = window.review.current
        assert key is not None
        assert state_of(window, key) is State.OPEN
        if n == 2:
            corrected = key
            type_text("7531")
        press(Qt.Key.Key_Return)
        settle(qtbot, window)
        assert state_of(window, key) in (State.CONFIRMED, State.CORRECTED)
        n += 1
    return corrected


def test_a_whole_report_is_reviewed_by_keys_alone(
    qtbot: QtBot, program: Callable[..., Program], tmp_path: Path
) -> None:
    window = program().window
    project = tmp_path / "county.hejiao"
    on_dialog(choose_file(project))
    press(Qt.Key.Key_N, CTRL)
    assert project.exists()
    on_dialog(choose_file(seed("003")))
    press(Qt.Key.Key_I, CTRL)
    qtbot.waitUntil(lambda: window.review.report is not None and not window.files.is_busy, timeout=20_000)
    settle(qtbot, window)
    total = len(window.review.report.values)

    # Accept what is proved, in the tables first, then walk through all that waits.
    while window.results.tabs.current() != "table1":
        press(Qt.Key.Key_Tab, CTRL)
    press(Qt.Key.Key_P, CTRL | SHIFT)
    settle(qtbot, window)
    assert window.review.report.row.decided == 4
    press(Qt.Key.Key_P, CTRL | SHIFT | Qt.KeyboardModifier.AltModifier)
    settle(qtbot, window)
    assert window.review.report.row.decided == 5
    press(Qt.Key.Key_Return)
    settle(qtbot, window)
    corrected = walk(qtbot, window)
    assert window.review.report.row.decided == total
    assert state_of(window, corrected) is State.CORRECTED

    # One step back and forth again.
    last = window.review.undo.count()
    press(Qt.Key.Key_Z, CTRL)
    settle(qtbot, window)
    assert window.review.report.row.decided == total - 1
    press(Qt.Key.Key_Y, CTRL)
    settle(qtbot, window)
    assert window.review.report.row.decided == total
    assert window.review.undo.count() == last

    target = tmp_path / "out.json"
    on_dialog(choose_file(target))
    press(Qt.Key.Key_E, CTRL)
    qtbot.waitUntil(lambda: target.exists() and not window.files.is_busy, timeout=20_000)
    window.close()

    exported = {v["key"]: v for v in json.loads(target.read_text(encoding="utf-8"))["reports"][0]["review"]["values"]}
    assert exported[corrected]["state"] == "corrected"
    again = Project.open(project, "")
    values = {v.key: v for v in again.report(1).values}
    assert all(v.state in (State.CONFIRMED, State.CORRECTED) for v in values.values())
    assert values[corrected].content is not None
    assert values[corrected].content.text == "7531"
    assert {v.decision.actor for v in values.values() if v.decision} == {"王芳"}
    assert "undo:" in {row.action[:5] for row in again.history(1)}
    assert not again.verify()
    again.close()
