"""The original and the values point at each other, and at the findings."""

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog
from pytestqt.qtbot import QtBot

from core.model.values import State
from gui.dialogs.add_value import AddValue
from gui.dialogs.ask import Ask
from gui.main_window.window import MainWindow
from gui.views.bottom import COMPARE, HISTORY
from tests.gui.conftest import Open, on_dialog, press, seed, settle, type_text

CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
TOTAL = "stat:disclosed.total/year#0"


@pytest.fixture
def window(opened: Open) -> MainWindow:
    """The third seed."""
    return opened(seed("003"))


def spot(window: MainWindow, key: str) -> QPoint:
    """Where the mark of a value is in the original, scrolled into view."""
    paper = window.original.paper
    paper.scroll_to_key(key)
    mark = next(m for m in paper.layer.marks if m.key == key)
    centre = mark.boxes[0].center() - QPointF(0, paper.verticalScrollBar().value())
    return centre.toPoint()


def select(window: MainWindow, words: str) -> None:
    """Select words in the original."""
    paper = window.original.paper
    found = paper.document().find(words)
    assert not found.isNull()
    cursor = QTextCursor(paper.document())
    cursor.setPosition(found.selectionStart())
    cursor.setPosition(found.selectionEnd(), QTextCursor.MoveMode.KeepAnchor)
    paper.setTextCursor(cursor)


def test_every_value_with_a_place_has_a_mark_on_its_words(window: MainWindow) -> None:
    report = window.review.report
    assert report is not None
    paper = window.original.paper
    paper.layer.place()
    marks = {m.key: m for m in paper.layer.marks}
    for value in report.values:
        if value.figure is None or value.reading is None or value.reading.content.kind == "blank":
            continue
        cursor = QTextCursor(paper.document())
        start, end = marks[value.key].figure[0][0], marks[value.key].figure[-1][1]
        cursor.setPosition(start)
        cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
        shown = cursor.selectedText().replace("\u2029", "\n").replace("\u2028", "\n")
        words = report.document.quote(value.figure)
        assert "".join(shown.split()) == "".join(words.split()), value.key
        assert marks[value.key].boxes, value.key


def test_a_click_on_a_mark_selects_its_value(window: MainWindow) -> None:
    key = "cell:t1/r12/c1"
    QTest.mouseClick(window.original.paper.viewport(), Qt.MouseButton.LeftButton, pos=spot(window, key))
    assert window.review.current == key
    assert window.results.tabs.current() == "table1"
    assert window.results.current_key() == key


def test_a_value_shows_its_place_in_the_original(window: MainWindow) -> None:
    window.review.set_current("cell:t1/r34/c1")
    paper = window.original.paper
    mark = next(m for m in paper.layer.marks if m.key == "cell:t1/r34/c1")
    top = mark.boxes[0].top() - paper.verticalScrollBar().value()
    assert 0 <= top <= paper.viewport().height() - 20
    assert paper.layer.now.current == "cell:t1/r34/c1"


def test_a_current_total_rings_the_other_side_of_its_proof_or_doubt(window: MainWindow) -> None:
    window.review.set_current("cell:t1/r32/c1")
    assert window.original.paper.layer.now.rings == {"cell:t1/r33/c1", "cell:t1/r34/c1"}


def test_f8_goes_through_the_open_findings_to_their_values(window: MainWindow) -> None:
    report = window.review.report
    assert report is not None
    seen = []
    for _ in range(len(report.findings)):
        press(Qt.Key.Key_F8)
        row = window.bottom.findings.current()
        assert row is not None
        seen.append(row.finding.identity)
        if row.finding.about:
            assert window.review.current in row.finding.about
    assert len(set(seen)) == len(report.findings)
    press(Qt.Key.Key_F8, SHIFT)
    row = window.bottom.findings.current()
    assert row is not None
    assert row.finding.identity == seen[-2]


def test_as_printed_closes_a_finding_and_undo_opens_it(qtbot: QtBot, window: MainWindow) -> None:
    window.review.set_current(TOTAL)  # stated 221, its parts add up to 219
    row = window.bottom.findings.current()
    assert row is not None
    assert row.finding.severity == "error"
    errors = window.review.report.row.errors if window.review.report else 0
    QTest.mouseClick(window.bottom.compare.verdict, Qt.MouseButton.LeftButton)
    settle(qtbot, window)
    assert window.review.report is not None
    assert window.review.report.row.errors == errors - 1
    press(Qt.Key.Key_Z, CTRL)
    settle(qtbot, window)
    assert window.review.report.row.errors == errors


def test_an_explanation_closes_a_finding_with_its_words(qtbot: QtBot, window: MainWindow) -> None:
    press(Qt.Key.Key_F8)

    def explain(dialog: QDialog) -> None:
        assert isinstance(dialog, Ask)
        assert not dialog.ok.isEnabled()
        QTest.keyClicks(dialog.field, "printed so")
        QTest.mouseClick(dialog.ok, Qt.MouseButton.LeftButton)

    on_dialog(explain)
    QTest.mouseClick(window.bottom.compare.explain, Qt.MouseButton.LeftButton)
    settle(qtbot, window)
    assert window.review.report is not None
    closed = [r for r in window.review.report.findings if r.closed]
    assert [(r.note, r.actor) for r in closed] == [("printed so", "王芳")]


def test_selected_words_become_the_current_value(window: MainWindow) -> None:
    window.review.set_current("field:responsible_person")
    select(window, "张文强")
    press(Qt.Key.Key_C, CTRL | SHIFT)
    value = window.review.value
    assert value is not None
    assert value.content is not None
    assert (value.state, value.content.text) == (State.CORRECTED, "张文强")
    assert window.review.report is not None
    assert value.span is not None
    assert window.review.report.document.quote(value.span) == "张文强"


def test_taking_a_selection_asks_for_one_when_nothing_is_selected(window: MainWindow) -> None:
    press(Qt.Key.Key_C, CTRL | SHIFT)
    assert "Select the words" in window.status.said()


def test_a_missed_figure_is_added_from_the_selection(qtbot: QtBot, window: MainWindow) -> None:
    select(window, "61")

    def add(dialog: QDialog) -> None:
        assert isinstance(dialog, AddValue)
        assert dialog.is_figure.isChecked()
        assert not dialog.ok.isEnabled()
        dialog.name.setFocus()
        QTest.keyClicks(dialog.name, "house number")
        assert dialog.ok.isEnabled()
        QTest.mouseClick(dialog.ok, Qt.MouseButton.LeftButton)

    on_dialog(add)
    press(Qt.Key.Key_A, CTRL | SHIFT)
    settle(qtbot, window)
    value = window.review.value
    assert value is not None
    assert (value.state, value.label) == (State.ADDED, "house number")
    assert value.content is not None
    assert value.content.text == "61"
    assert value.key in {m.key for m in window.original.paper.layer.marks}
    press(Qt.Key.Key_Z, CTRL)
    assert window.review.report is not None
    assert value.key not in {v.key for v in window.review.report.values}


def test_the_history_shows_what_happened_to_the_value(qtbot: QtBot, window: MainWindow) -> None:
    window.review.set_current(TOTAL)
    window.focus_pane(2)
    type_text("230")
    press(Qt.Key.Key_Return)
    window.review.set_current(TOTAL)
    press(Qt.Key.Key_H, CTRL)
    assert window.bottom.right.current() == HISTORY
    assert any("230" in line for line in window.bottom.history.lines())
    press(Qt.Key.Key_H, CTRL)
    assert window.bottom.right.current() == COMPARE


def test_a_postponed_value_keeps_its_note_and_can_be_taken_up(qtbot: QtBot, window: MainWindow) -> None:
    window.review.set_current(TOTAL)

    def answer(dialog: QDialog) -> None:
        assert isinstance(dialog, Ask)
        QTest.keyClicks(dialog.field, "ask the county")
        QTest.keyClick(dialog.field, Qt.Key.Key_Return)

    on_dialog(answer)
    press(Qt.Key.Key_F9)
    settle(qtbot, window)
    window.review.set_current(TOTAL)
    value = window.review.value
    assert value is not None
    assert value.is_postponed
    assert value.decision is not None
    assert value.decision.note == "ask the county"
    press(Qt.Key.Key_F9)
    assert window.review.value is not None
    assert not window.review.value.is_postponed


def test_a_report_opens_with_its_first_value_in_view(qtbot: QtBot, opened: Open) -> None:
    """The panes come to their size only when the first report is shown."""
    window = opened(seed("000"))
    paper = window.original.paper
    mark = next(m for m in paper.layer.marks if m.key == window.review.current)
    top = mark.boxes[0].top() - paper.verticalScrollBar().value()
    assert 0 <= top <= paper.viewport().height() - 20


def test_choosing_a_value_keeps_what_is_selected_in_the_original(window: MainWindow) -> None:
    select(window, "张文强")
    window.review.set_current("field:responsible_person")
    assert window.original.paper.textCursor().selectedText() == "张文强"


def test_words_are_found_in_the_original_one_after_another(window: MainWindow) -> None:
    press(Qt.Key.Key_F, CTRL)
    bar = window.original.find_bar
    assert bar.isVisible()
    type_text("2011")
    assert bar._count.text().endswith(" / 10")
    first = window.original.paper.textCursor().selectionStart()
    press(Qt.Key.Key_Return)
    assert window.original.paper.textCursor().selectionStart() > first
    assert window.review.report is not None
    assert not any(v.decision for v in window.review.report.values)
    press(Qt.Key.Key_Escape)
    assert not bar.isVisible()


def test_words_that_are_not_there_are_said_to_be_missing(window: MainWindow) -> None:
    press(Qt.Key.Key_F, CTRL)
    type_text("9876543")
    assert window.original.find_bar._count.text() == "Not found"


def test_a_right_click_offers_what_can_be_done_with_a_value(window: MainWindow) -> None:
    offered = [a.text().partition("\t")[0] for a in window.results.actions() if not a.isSeparator()]
    assert offered[:4] == ["Confirm and go on", "Correct", "Not a value", "Postpone or resume"]
    assert window.results.contextMenuPolicy() is Qt.ContextMenuPolicy.ActionsContextMenu


@pytest.mark.parametrize("key", [Qt.Key.Key_Plus, Qt.Key.Key_Minus])
def test_the_original_is_enlarged_and_the_value_stays_in_view(window: MainWindow, key: Qt.Key) -> None:
    window.review.set_current(TOTAL)
    for _ in range(3):
        press(key, CTRL)
    paper = window.original.paper
    mark = next(m for m in paper.layer.marks if m.key == TOTAL)
    top = mark.boxes[0].top() - paper.verticalScrollBar().value()
    assert 0 <= top <= paper.viewport().height()
    press(Qt.Key.Key_0, CTRL)
    assert paper.zoom == 1.0


def test_the_finding_below_is_about_the_current_value_or_none_is(window: MainWindow) -> None:
    window.review.set_current(TOTAL)
    row = window.bottom.findings.current()
    assert row is not None
    assert TOTAL in row.finding.about
    window.review.set_current("field:postcode")
    assert window.bottom.findings.current() is None


def test_after_closing_a_finding_the_next_one_follows(qtbot: QtBot, window: MainWindow) -> None:
    identities = [r.finding.identity for r in window.bottom.findings.rows()]
    window.bottom.findings.step(1)
    row = window.bottom.findings.current()
    assert row is not None
    at = identities.index(row.finding.identity)
    window.findings.as_printed()
    settle(qtbot, window)
    press(Qt.Key.Key_F8)
    following = window.bottom.findings.current()
    assert following is not None
    assert following.finding.identity == identities[(at + 1) % len(identities)]


def test_enter_on_a_chapter_shows_it_and_decides_nothing(window: MainWindow) -> None:
    while window.results.tabs.current() != "sections":
        press(Qt.Key.Key_Tab, CTRL)
    press(Qt.Key.Key_3, Qt.KeyboardModifier.AltModifier)
    press(Qt.Key.Key_Down)
    press(Qt.Key.Key_Return)
    press(Qt.Key.Key_Delete, CTRL)
    assert window.review.report is not None
    assert not any(v.decision for v in window.review.report.values)


def test_enter_on_a_button_presses_that_button(window: MainWindow) -> None:
    window.review.set_current(TOTAL)
    window.inspector.buttons["reject"].setFocus()
    press(Qt.Key.Key_Return)
    assert window.review.report is not None
    assert [v.state for v in window.review.report.values if v.decision] == [State.REJECTED]


def test_words_in_the_place_of_a_figure_need_a_second_enter(window: MainWindow) -> None:
    window.review.set_current(TOTAL)
    window.focus_pane(2)
    type_text("2l1")
    press(Qt.Key.Key_Return)
    assert window.results.is_editing
    assert "no number" in window.status.said()
    press(Qt.Key.Key_Return)
    assert not window.results.is_editing
    assert window.review.report is not None
    assert [v.content.text for v in window.review.report.values if v.decision and v.content] == ["2l1"]


def test_what_is_typed_is_stored_before_going_to_a_finding(window: MainWindow) -> None:
    window.review.set_current(TOTAL)
    window.focus_pane(2)
    type_text("219")
    press(Qt.Key.Key_F8)
    assert window.review.report is not None
    assert [v.content.text for v in window.review.report.values if v.decision and v.content] == ["219"]


def test_what_is_found_in_the_text_stands_well_inside_the_view(window: MainWindow) -> None:
    paper = window.original.paper
    press(Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    window.original.find_bar.field.insert("公开")
    heights = set()
    for _ in range(12):
        press(Qt.Key.Key_Return)
        cursor = paper.cursorRect()
        assert cursor.top() >= 0
        assert cursor.bottom() <= paper.viewport().height()
        heights.add(cursor.top())
    assert max(heights) < paper.viewport().height() - 30
