"""Correcting values as in a spreadsheet, by key presses on the widget that has the focus."""

from contextlib import closing

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from core.app.project import Project
from core.model.extraction import CellKind
from core.model.values import State, Value
from gui.main_window.window import MainWindow
from tests.gui.conftest import Open, focused, press, seed, settle, type_text

CTRL = Qt.KeyboardModifier.ControlModifier
TOTAL = "stat:disclosed.total/year#0"


@pytest.fixture
def window(opened: Open) -> MainWindow:
    """The third seed, the total of its sentences current."""
    made = opened(seed("003"))
    made.review.set_current(TOTAL)
    made.focus_pane(2)
    return made


def decisions(window: MainWindow) -> list[str]:
    """What people put in the place of what the machine read, in order."""
    assert window.review.report is not None
    return [v.content.text for v in window.review.report.values if v.decision and v.content]


def now(window: MainWindow, key: str = TOTAL) -> Value:
    """A value as the store has it."""
    assert window.files.project is not None
    return next(v for v in window.files.project.report(1).values if v.key == key)


def compose(text: str, commit: str = "") -> None:
    """What an input method sends: what it composes, and what it gives away."""
    event = QInputMethodEvent(text, [])
    event.setCommitString(commit)
    QApplication.sendEvent(focused(), event)


def test_typing_replaces_the_value_and_enter_stores_it_and_goes_on(qtbot: QtBot, window: MainWindow) -> None:
    type_text("230")
    assert now(window).decision is None
    press(Qt.Key.Key_Return)
    settle(qtbot, window)
    assert now(window).content is not None
    assert (now(window).state, now(window).content.text) == (State.CORRECTED, "230")
    assert window.review.current != TOTAL
    assert not window.results.is_editing


def test_escape_leaves_the_value_as_it_was(window: MainWindow) -> None:
    type_text("99")
    press(Qt.Key.Key_Escape)
    assert now(window).decision is None
    assert not window.results.is_editing
    assert window.review.current == TOTAL


def test_f2_opens_the_editor_with_what_holds_now(window: MainWindow) -> None:
    press(Qt.Key.Key_F2)
    assert window.results.is_editing
    press(Qt.Key.Key_End)
    type_text("5")
    press(Qt.Key.Key_Return)
    content = now(window).content
    assert content is not None
    assert content.text == "2215"


def test_enter_on_an_unchanged_editor_confirms(window: MainWindow) -> None:
    press(Qt.Key.Key_F2)
    press(Qt.Key.Key_Return)
    assert now(window).state is State.CONFIRMED


@pytest.mark.parametrize(
    ("typed", "kind", "text"),
    [
        ("\uff12\uff13\uff10", CellKind.NUMBER, "230"),
        ("1.9\u4e07", CellKind.NUMBER, "19000"),
        ("\u2014\u2014", CellKind.NOT_APPLICABLE, "——"),
        ("?", CellKind.UNREADABLE, "?"),
        ("0", CellKind.ZERO, "0"),
    ],
)
def test_what_an_input_method_gives_is_understood(window: MainWindow, typed: str, kind: CellKind, text: str) -> None:
    compose("", typed)
    press(Qt.Key.Key_Return)
    content = now(window).content
    assert content is not None
    assert (content.kind, content.text) == (kind, text)


def test_an_emptied_editor_means_blank(window: MainWindow) -> None:
    press(Qt.Key.Key_F2)
    press(Qt.Key.Key_A, CTRL)
    press(Qt.Key.Key_Delete)
    press(Qt.Key.Key_Return)
    content = now(window).content
    assert content is not None
    assert content.kind is CellKind.BLANK


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Escape, Qt.Key.Key_Space])
def test_keys_belong_to_the_input_method_while_it_composes(window: MainWindow, key: Qt.Key) -> None:
    compose("er bai")
    press(key)
    assert now(window).decision is None
    assert window.review.current == TOTAL
    assert window.results.is_composing


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Escape])
def test_keys_belong_to_the_input_method_while_it_composes_in_the_editor(window: MainWindow, key: Qt.Key) -> None:
    press(Qt.Key.Key_F2)
    compose("er bai")
    press(key)
    assert window.results.is_editing
    assert now(window).decision is None
    compose("", "二百")
    press(Qt.Key.Key_A, CTRL)
    compose("", "二百")
    press(Qt.Key.Key_Return)
    content = now(window).content
    assert content is not None
    assert content.text == "200"


def test_a_composition_opens_the_editor_only_when_it_gives_its_text_away(window: MainWindow) -> None:
    compose("sanbai")
    assert window.results.is_editing
    assert now(window).decision is None
    compose("", "三百")
    press(Qt.Key.Key_Return)
    content = now(window).content
    assert content is not None
    assert content.text == "300"


def test_undo_and_redo_follow_the_values(qtbot: QtBot, window: MainWindow) -> None:
    type_text("230")
    press(Qt.Key.Key_Return)
    press(Qt.Key.Key_Z, CTRL)
    settle(qtbot, window)
    assert now(window).decision is None
    assert window.review.current == TOTAL
    press(Qt.Key.Key_Y, CTRL)
    settle(qtbot, window)
    assert now(window).state is State.CORRECTED
    assert window.files.project is not None
    actions = [row.action for row in window.files.project.history(1, TOTAL) if row.key == TOTAL]
    assert actions == ["correct", "undo:correct", "correct"]


def test_a_pasted_block_is_shown_before_it_changes_several_values(window: MainWindow) -> None:
    QGuiApplication.clipboard().setText("1\n2\n3\n")
    press(Qt.Key.Key_V, CTRL)
    assert decisions(window) == []
    press(Qt.Key.Key_Return)
    assert decisions(window) == ["1", "2", "3"]
    press(Qt.Key.Key_Z, CTRL)
    assert decisions(window) == []


def test_a_pasted_block_can_be_dropped(window: MainWindow) -> None:
    QGuiApplication.clipboard().setText("1\n2\n3\n")
    press(Qt.Key.Key_V, CTRL)
    press(Qt.Key.Key_Escape)
    assert decisions(window) == []
    assert not window.results.is_editing


def test_a_table_is_copied_as_a_spreadsheet_takes_it(window: MainWindow) -> None:
    window.review.set_current("cell:t1/r2/c1")
    window.focus_pane(2)
    QTest.keyClick(focused(), Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    press(Qt.Key.Key_C, CTRL)
    assert len(QGuiApplication.clipboard().text().split("\n")) == 2


def test_delete_by_key_says_that_there_is_no_such_value(window: MainWindow) -> None:
    press(Qt.Key.Key_Delete, CTRL)
    assert now(window).state is State.REJECTED
    assert window.review.current != TOTAL
    window.review.set_current(TOTAL)
    press(Qt.Key.Key_Backspace, CTRL)
    assert now(window).state is State.OPEN


def test_what_is_being_typed_is_stored_when_the_window_closes(window: MainWindow) -> None:
    type_text("230")
    assert window.files.project is not None
    path = window.files.project.path
    window.close()
    with closing(Project.open(path, "")) as project:
        value = next(v for v in project.report(1).values if v.key == TOTAL)
        assert value.content is not None
        assert value.content.text == "230"


def test_a_paste_nobody_agreed_to_is_not_stored_on_leaving(window: MainWindow) -> None:
    QGuiApplication.clipboard().setText("1\n2\n3\n")
    press(Qt.Key.Key_V, CTRL)
    press(Qt.Key.Key_Tab, CTRL)
    assert decisions(window) == []
    assert not window.results.is_editing


def test_filling_down_over_what_somebody_vouches_for_is_shown_first(window: MainWindow) -> None:
    window.review.set_current("cell:t1/r33/c1")
    window.focus_pane(2)
    press(Qt.Key.Key_D, CTRL)
    assert decisions(window) == []
    press(Qt.Key.Key_Return)
    assert decisions(window) == ["2"]


def test_the_clipboard_goes_where_the_focus_is(window: MainWindow) -> None:
    QGuiApplication.clipboard().setText("hello")
    press(Qt.Key.Key_1, Qt.KeyboardModifier.AltModifier)
    press(Qt.Key.Key_V, CTRL)
    assert decisions(window) == []
