"""The list of reports: filter, order, going on, states."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QLabel
from pytestqt.qtbot import QtBot

from core.app import changes
from core.model.report import ReportState
from gui.dialogs.ask import Ask
from gui.main_window.window import MainWindow
from tests.gui.conftest import Open, on_dialog, press, seed, settle, type_text

CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def window(opened: Open) -> MainWindow:
    """Three seeds."""
    return opened(seed("001"), seed("003"), seed("004"))


def answer(text: str):  # type: ignore[no-untyped-def]
    """Answer the question of a dialog."""

    def do(dialog: QDialog) -> None:
        assert isinstance(dialog, Ask)
        QTest.keyClicks(dialog.field, text)
        QTest.mouseClick(dialog.ok, Qt.MouseButton.LeftButton)

    return do


def shown(window: MainWindow) -> set[str]:
    """The files of the reports in the list."""
    rows = {row.id: row.source_name[:3] for row in window.reports.reports.all_rows()}
    return {rows[i] for i in window.reports.reports.shown()}


def test_words_filter_the_list_by_name_year_and_region(window: MainWindow) -> None:
    press(Qt.Key.Key_L, CTRL)
    for words, left in (
        ("2011", {"003"}),
        ("山东", {"003"}),
        ("石泉", {"004"}),
        ("没有", set()),
        ("", {"001", "003", "004"}),
    ):
        window.reports.words.clear()
        QTest.keyClicks(window.reports.words, "") if not words else window.reports.words.insert(words)
        assert shown(window) == left


def test_closing_the_filter_shows_all_reports_again(window: MainWindow) -> None:
    press(Qt.Key.Key_L, CTRL)
    window.reports.words.insert("石泉")
    press(Qt.Key.Key_L, CTRL)
    assert shown(window) == {"001", "003", "004"}


def test_reports_with_errors_are_found_by_the_filter(window: MainWindow) -> None:
    press(Qt.Key.Key_L, CTRL)
    window.reports._only.click()
    assert shown(window) == {
        row.source_name[:3] for row in window.reports.reports.all_rows() if row.errors or row.warnings
    }


def test_page_keys_go_from_report_to_report(window: MainWindow) -> None:
    window.show_report(window.reports.reports.shown()[0])
    first = window.review.report
    press(Qt.Key.Key_PageDown, CTRL)
    assert window.review.report != first
    press(Qt.Key.Key_PageUp, CTRL)
    assert window.review.report == first
    press(Qt.Key.Key_PageUp, CTRL)
    assert "no further report" in window.status.said()


def test_the_first_decision_puts_a_report_in_review_and_undo_takes_it_back(window: MainWindow) -> None:
    press(Qt.Key.Key_Return)
    assert window.review.report is not None
    assert window.review.report.row.state is ReportState.IN_REVIEW
    press(Qt.Key.Key_Z, CTRL)
    assert window.review.report.row.state is ReportState.NEW


def test_finishing_asks_for_a_reason_while_values_wait_and_opens_the_next(qtbot: QtBot, window: MainWindow) -> None:
    assert window.review.report is not None
    first = window.review.report.row.id
    on_dialog(answer("checked on paper"))
    press(Qt.Key.Key_Return, CTRL | SHIFT)
    settle(qtbot, window)
    assert window.files.project is not None
    assert window.files.project.row(first).state is ReportState.REVIEWED
    assert window.files.project.history(first)[0].note == "checked on paper"
    assert window.review.report.row.id != first


def test_a_signed_off_report_is_not_changed_until_it_is_returned(qtbot: QtBot, window: MainWindow) -> None:
    assert window.review.report is not None
    first = window.review.report.row.id
    for _ in range(2):
        window.show_report(first)
        on_dialog(answer("as it is"))
        press(Qt.Key.Key_Return, CTRL | SHIFT)
        settle(qtbot, window)
    window.show_report(first)
    if window.review.report.row.state is ReportState.REVIEWED:
        press(Qt.Key.Key_Return, CTRL | SHIFT)
        window.show_report(first)
    assert window.review.report.row.state is ReportState.SIGNED_OFF
    press(Qt.Key.Key_Return)
    assert not any(v.decision for v in window.review.report.values)
    assert "signed off" in window.status.said()
    on_dialog(answer("table missing"))
    window.actions_["return_report"].trigger()
    assert window.review.report.row.state is ReportState.RETURNED
    press(Qt.Key.Key_3, Qt.KeyboardModifier.AltModifier)
    press(Qt.Key.Key_Return)
    assert any(v.decision for v in window.review.report.values)


def test_finishing_a_signed_off_report_takes_no_signature_away(qtbot: QtBot, window: MainWindow) -> None:
    assert window.review.report is not None
    report_id = window.review.report.row.id
    for state in (ReportState.REVIEWED, ReportState.SIGNED_OFF):
        before = window.review.report.row.state
        assert window.review.apply(changes.set_state(report_id, before, state, "done"))
    press(Qt.Key.Key_Return, CTRL | SHIFT)
    settle(qtbot, window)
    assert window.files.project is not None
    assert window.files.project.row(report_id).state is ReportState.SIGNED_OFF
    assert "signed off already" in window.status.said()


def finish_all(qtbot: QtBot, window: MainWindow) -> list[int]:
    """Finish every report by its key, a reason given; their ids in the order in which they came up."""
    order = []
    for _ in window.reports.reports.all_rows():
        assert window.review.report is not None
        order.append(window.review.report.row.id)
        on_dialog(answer("on paper"))
        press(Qt.Key.Key_Return, CTRL | SHIFT)
        settle(qtbot, window)
    return order


def test_after_one_report_comes_the_one_below_it_and_round_the_end(qtbot: QtBot, window: MainWindow) -> None:
    listed = window.reports.reports.shown()
    window.show_report(listed[1])
    assert finish_all(qtbot, window) == [listed[1], listed[2], listed[0]]
    assert "no report waits any more" in window.status.said()


def test_signing_off_goes_from_one_reviewed_report_to_the_next(qtbot: QtBot, window: MainWindow) -> None:
    listed = window.reports.reports.shown()
    assert window.files.project is not None
    for report_id in listed[1:]:
        window.show_report(report_id)
        before = window.files.project.row(report_id).state
        assert window.review.apply(changes.set_state(report_id, before, ReportState.REVIEWED, "done"))
    window.show_report(listed[1])
    errors = [window.files.project.row(i).errors for i in listed[1:]]
    for n, has_errors in zip(listed[1:], errors, strict=True):
        assert window.review.report is not None
        assert window.review.report.row.id == n  # not the one that nobody reviewed
        if has_errors:
            on_dialog(answer("on paper"))
        QTest.mouseClick(window.strip.finish, Qt.MouseButton.LeftButton)
        settle(qtbot, window)
    assert "none waits to be signed off" in window.status.said()
    assert window.files.project.row(listed[0]).state is ReportState.NEW


def test_the_question_names_only_what_is_left(qtbot: QtBot, window: MainWindow) -> None:
    asked: list[str] = []

    def look(dialog: QDialog) -> None:
        asked.extend(label.text() for label in dialog.findChildren(QLabel) if "Reason" in label.text())
        dialog.reject()

    row = next(r for r in window.reports.reports.all_rows() if not r.errors and r.open)
    window.show_report(row.id)
    on_dialog(look)
    press(Qt.Key.Key_Return, CTRL | SHIFT)
    assert asked == [f"Values that wait: {row.open}\nReason for finishing all the same"]


def test_enter_in_the_list_goes_to_the_values(window: MainWindow) -> None:
    press(Qt.Key.Key_1, Qt.KeyboardModifier.AltModifier)
    assert window.reports.list.hasFocus()
    press(Qt.Key.Key_Down)
    press(Qt.Key.Key_Return)
    assert not window.reports.list.hasFocus()
    assert window.review.report is not None
    assert not any(v.decision for v in window.review.report.values)


def test_enter_in_the_filter_decides_nothing(window: MainWindow) -> None:
    press(Qt.Key.Key_L, CTRL)
    press(Qt.Key.Key_Return)
    assert window.review.report is not None
    assert not any(v.decision for v in window.review.report.values)


def test_a_signed_off_report_is_read_in_no_other_encoding(qtbot: QtBot, window: MainWindow) -> None:
    assert window.review.report is not None
    report_id = window.review.report.row.id
    for state in (ReportState.REVIEWED, ReportState.SIGNED_OFF):
        before = window.review.report.row.state
        assert window.review.apply(changes.set_state(report_id, before, state, "done"))
    values = window.review.report.values
    {a.text(): a for a in window.menus["encoding"].actions()}["GB18030"].trigger()
    settle(qtbot, window)
    assert window.review.report.values == values
    assert "signed off" in window.status.said()


def test_a_reviewed_report_is_in_review_again_after_another_reading(qtbot: QtBot, window: MainWindow) -> None:
    assert window.review.report is not None
    report_id, before = window.review.report.row.id, window.review.report.row.state
    assert window.review.apply(changes.set_state(report_id, before, ReportState.REVIEWED, "done"))
    {a.text(): a for a in window.menus["encoding"].actions()}["GB18030"].trigger()
    settle(qtbot, window)
    assert window.review.report.row.state is ReportState.IN_REVIEW


def test_nothing_is_edited_in_a_signed_off_report(window: MainWindow) -> None:
    assert window.review.report is not None
    report_id = window.review.report.row.id
    for state in (ReportState.REVIEWED, ReportState.SIGNED_OFF):
        before = window.review.report.row.state
        assert window.review.apply(changes.set_state(report_id, before, state, "done"))
    window.focus_pane(2)
    press(Qt.Key.Key_F2)
    type_text("5")
    assert not window.results.is_editing
    assert not window.inspector.buttons["confirm"].isEnabled()
