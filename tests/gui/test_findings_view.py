"""The list of findings: order, choosing, stepping, keys, and room for the sentence."""

from dataclasses import replace
from decimal import Decimal

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from core.model.findings import Finding, Rule, Severity
from core.model.message import Message
from core.model.report import FindingRow, Report
from gui.models.findings_model import FINDING_ROLE, FindingsModel
from gui.theme import Theme
from gui.views.findings import FindingsView
from tests.export.reports import report

_ERROR, _WARNING, _NOTE, _CLOSED = 1, 2, 3, 4


def _row(n: int, severity: Severity, closed: bool = False, is_compared: bool = True) -> FindingRow:
    message = Message("check.text_contradiction.differs", {"label": f"数{n}", "left": 5, "right": 3})
    figures = (Decimal(5), Decimal(3)) if is_compared else (None, None)
    found = Finding(Rule.TEXT_VS_TABLE, severity, message, (f"k{n}",), 1, *figures, "≠" if is_compared else "")
    return FindingRow(n, found, closed, "王芳" if closed else "", note="原件如此" if closed else "")


def _report() -> Report:
    """As stored: nothing in order."""
    rows = (
        _row(_CLOSED, Severity.ERROR, closed=True),
        _row(_NOTE, Severity.INFO, is_compared=False),
        _row(_ERROR, Severity.ERROR),
        _row(_WARNING, Severity.WARNING),
    )
    return report(findings=rows)


@pytest.fixture
def view(qtbot: QtBot, theme: Theme) -> FindingsView:
    """A list with an error, a warning, a note and a closed error."""
    made = FindingsView(theme)
    qtbot.addWidget(made)
    made.resize(655, 152)
    made.show_report(_report())
    return made


def _ids(view: FindingsView) -> list[int]:
    return [row.id for row in view.rows()]


def _told(view: FindingsView) -> list[int]:
    """The ids that the view tells from now on."""
    told: list[int] = []
    view.current_changed.connect(lambda row: told.append(row.id))
    return told


def _current(view: FindingsView) -> int | None:
    row = view.current()
    return row.id if row else None


def _identity(view: FindingsView, n: int) -> str:
    return next(row.finding.identity for row in view.rows() if row.id == n)


def test_open_findings_stand_by_weight_and_closed_ones_last(view: FindingsView) -> None:
    assert _ids(view) == [_ERROR, _WARNING, _NOTE, _CLOSED]


def test_only_open_findings_are_counted(view: FindingsView) -> None:
    assert view.counts() == {Severity.ERROR: 1, Severity.WARNING: 1, Severity.INFO: 1}


def test_a_new_report_has_no_current_finding(view: FindingsView) -> None:
    told = _told(view)
    view.set_current(_identity(view, _WARNING))
    view.show_report(_report())
    assert (view.current(), told) == (None, [])


def test_setting_the_current_finding_tells_nobody(view: FindingsView) -> None:
    told = _told(view)
    view.set_current(_identity(view, _NOTE))
    assert (_current(view), told) == (_NOTE, [])
    view.set_current(None)
    assert (_current(view), told) == (None, [])


def test_refreshing_keeps_the_current_finding_although_it_moved(view: FindingsView) -> None:
    told = _told(view)
    view.set_current(_identity(view, _ERROR))
    old = _report()
    closed = tuple(replace(row, closed=True) if row.id == _ERROR else row for row in old.findings)
    view.refresh(replace(old, findings=closed))
    assert (_ids(view)[0], _current(view), told) == (_WARNING, _ERROR, [])
    assert view.currentIndex().row() > 1


def test_a_finding_that_went_away_is_no_longer_current(view: FindingsView) -> None:
    view.set_current(_identity(view, _ERROR))
    view.refresh(report(findings=(_row(_NOTE, Severity.INFO),)))
    assert view.current() is None


@pytest.mark.parametrize(
    ("start", "by", "met"),
    [
        pytest.param(None, 1, [1, 2, 3, 1], id="forward, past the closed one"),
        pytest.param(None, -1, [3, 2, 1, 3], id="backward"),
        pytest.param(_CLOSED, 1, [1, 2, 3, 1], id="from a closed one on"),
        pytest.param(_CLOSED, -1, [3, 2, 1, 3], id="from a closed one back"),
    ],
)
def test_stepping_goes_round_the_open_findings(view: FindingsView, start: int | None, by: int, met: list[int]) -> None:
    view.set_current(_identity(view, start) if start else None)
    told = _told(view)
    for _ in met:
        view.step(by)
    assert told == met


def test_stepping_tells_the_only_open_finding_again(view: FindingsView) -> None:
    view.show_report(report(findings=(_row(_ERROR, Severity.ERROR),)))
    told = _told(view)
    view.step(1)
    view.step(1)
    assert told == [_ERROR, _ERROR]


def test_stepping_without_open_findings_does_nothing(view: FindingsView) -> None:
    view.show_report(report(findings=(_row(_CLOSED, Severity.ERROR, closed=True),)))
    told = _told(view)
    view.step(1)
    assert (told, view.current()) == ([], None)


def test_a_click_on_any_column_tells_the_finding_once(view: FindingsView, qtbot: QtBot) -> None:
    view.show()
    told = _told(view)
    y = view.rowViewportPosition(1) + 5
    for x in (20, 200, 640):
        qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(x, y))
    assert told == [_WARNING]


def test_a_double_click_asks_to_go_there(view: FindingsView, qtbot: QtBot) -> None:
    view.show()
    at = QPoint(200, view.rowViewportPosition(2) + 5)
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=at)
    with qtbot.waitSignal(view.activated_row) as went:
        qtbot.mouseDClick(view.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert went.args is not None
    assert went.args[0].id == _NOTE


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Escape, Qt.Key.Key_Space])
def test_keys_of_the_window_are_passed_on(view: FindingsView, key: Qt.Key) -> None:
    event = QKeyEvent(QKeyEvent.Type.KeyPress, key, Qt.KeyboardModifier.NoModifier)
    view.keyPressEvent(event)
    assert not event.isAccepted()


def test_arrows_move_between_rows_and_not_between_columns(view: FindingsView, qtbot: QtBot) -> None:
    told = _told(view)
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Right, Qt.Key.Key_Left, Qt.Key.Key_End, Qt.Key.Key_Home):
        qtbot.keyClick(view, key)
    assert told == [_ERROR, _CLOSED, _ERROR]


def test_coming_by_keyboard_chooses_no_finding(qtbot: QtBot, theme: Theme) -> None:
    window, other, view = QWidget(), QLineEdit(), FindingsView(theme)
    view.show_report(_report())
    qtbot.addWidget(window)
    column = QVBoxLayout(window)
    column.addWidget(other)
    column.addWidget(view)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    told = _told(view)
    other.setFocus()
    qtbot.keyClick(other, Qt.Key.Key_Tab)
    assert view.hasFocus()
    assert (view.current(), told) == (None, [])
    qtbot.keyClick(view, Qt.Key.Key_Down)
    assert (_current(view), told) == (_ERROR, [_ERROR])


def test_the_tooltip_holds_the_whole_sentence_and_the_note(view: FindingsView) -> None:
    whole = view.model().index(3, 0).data(Qt.ItemDataRole.ToolTipRole)
    assert all(part in whole for part in ("错误", "正文与表", "原文如此", "原件如此"))
    assert view.model().index(3, 2).data() in whole


@pytest.mark.parametrize("lang", ["zh_CN", "en"])
@pytest.mark.parametrize("scale", [1.0, 1.25])
def test_all_columns_have_room_in_the_narrowest_pane(qtbot: QtBot, lang: str, scale: float) -> None:
    theme = Theme(scale=scale)
    view = FindingsView(theme, lang)
    qtbot.addWidget(view)
    view.resize(theme.px(480), 152)
    row = _row(_WARNING, Severity.WARNING)
    wide = replace(row, finding=replace(row.finding, left=Decimal(19000), right=Decimal(74538)))
    view.show_report(report(findings=(wide, *_report().findings)))
    view.show()
    widths = [view.columnWidth(n) for n in range(7)]
    assert sum(widths) <= view.viewport().width()
    assert widths[2] >= theme.px(110)


def test_a_sentence_without_figures_has_the_rest_of_the_row(view: FindingsView) -> None:
    assert [view.columnSpan(row, 2) for row in range(4)] == [1, 1, 5, 1]


def test_a_larger_font_makes_higher_rows(view: FindingsView, theme: Theme) -> None:
    assert view.rowHeight(0) == 30
    theme.scale = 1.4
    theme.apply()
    assert view.rowHeight(0) == 42


def test_a_report_without_findings_says_so(qtbot: QtBot, theme: Theme) -> None:
    view = FindingsView(theme)
    qtbot.addWidget(view)
    view.resize(400, 100)
    before = view.grab().toImage()
    view.show_report(report())
    assert view.grab().toImage() != before


def test_the_model_keeps_the_rules_of_qt(qtmodeltester: object) -> None:
    model = FindingsModel("zh_CN")
    model.show_report(_report())
    qtmodeltester.check(model)  # type: ignore[attr-defined]
    assert model.index(0, 0).data(FINDING_ROLE).id == _ERROR
