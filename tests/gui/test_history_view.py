"""What happened to a value: order, who, the words, and what the machine read."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest
from PySide6.QtWidgets import QLabel, QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from core.model.report import AuditRow
from gui.theme import Theme
from gui.views.history import HistoryView
from tests.export.reports import AT, number, proved, value


@pytest.fixture
def view(qtbot: QtBot, theme: Theme) -> HistoryView:
    """An empty history at the size that it has in a small window."""
    made = HistoryView(theme)
    qtbot.addWidget(made)
    made.resize(495, 152)
    return made


def _row(n: int, action: str, before: str = "", after: str = "", note: str = "", actor: str = "王芳") -> AuditRow:
    return AuditRow(n, AT, actor, 1, "k", action, before, after, note)


def _tips(view: HistoryView) -> list[str]:
    """The whole of each line, as its tooltip and screen readers say it."""
    found = [w for w in view.widget().findChildren(QWidget) if w.toolTip()]
    assert all(w.accessibleName() == w.toolTip() for w in found)
    return [w.toolTip() for w in found]


def test_the_newest_step_stands_first_and_the_reading_last(view: HistoryView) -> None:
    rows = (_row(1, "import"), _row(3, "correct", "Open", "Corrected 4"), _row(2, "postpone"))
    view.show_rows(rows, "公开总数", value(number("5")))
    assert view.lines() == ["Corrected\u3000Open → Corrected 4", "Postponed", "Imported", "read 5 条"]


@pytest.mark.parametrize(
    ("row", "words"),
    [
        pytest.param(_row(1, "confirm", "Open", "Confirmed"), "Confirmed\u3000Open → Confirmed", id="both"),
        pytest.param(_row(1, "add", after="Added 7"), "Added\u3000Added 7", id="after only"),
        pytest.param(_row(1, "reopen", "Confirmed"), "Opened again\u3000Confirmed →", id="before only"),
        pytest.param(_row(1, "note", "Open", "Open"), "Note\u3000Open", id="nothing changed"),
        pytest.param(_row(1, "undo:postpone"), "Undone: Postponed", id="taken back"),
        pytest.param(_row(1, "close_finding", note="原件如此"), "As printed\u3000“原件如此”", id="note in quotes"),
        pytest.param(_row(1, "invented"), "invented", id="unknown step"),
    ],
)
def test_a_step_is_told_in_words(view: HistoryView, row: AuditRow, words: str) -> None:
    view.show_rows((row,), "公开总数", None)
    assert view.lines() == [words]


def test_who_did_it_is_named_and_nobody_is_the_machine(view: HistoryView) -> None:
    view.show_rows((_row(2, "confirm"), _row(1, "import", actor="")), "公开总数", None)
    assert [tip.split("\u3000")[1] for tip in _tips(view)] == ["王芳", "Machine"]


def test_today_has_its_time_alone_and_other_days_their_date(view: HistoryView) -> None:
    now = datetime.now(UTC)
    today = replace(_row(2, "confirm"), at=now.isoformat(timespec="milliseconds").replace("+00:00", "Z"))
    view.show_rows((today, _row(1, "import")), "公开总数", None)
    then = datetime.fromisoformat(AT).astimezone()
    assert [tip.split("\u3000")[0] for tip in _tips(view)] == [f"{now.astimezone():%H:%M}", f"{then:%m-%d %H:%M}"]


def test_a_value_that_a_person_added_has_no_reading(view: HistoryView) -> None:
    view.show_rows((_row(1, "add"),), "公开总数", value(None))
    assert view.lines() == ["Added"]


def test_a_long_history_keeps_the_reading_at_its_end(view: HistoryView) -> None:
    view.show_rows([_row(n, "confirm") for n in range(500)], "公开总数", value(number("5")))
    assert (len(view.lines()), view.lines()[-1]) == (201, "read 5 条")


def test_an_empty_history_says_so_until_something_happens(view: HistoryView) -> None:
    assert [label.text() for label in view.widget().findChildren(QLabel)] == ["Nothing has happened yet"]
    view.show_rows((_row(1, "import"),), "", None)
    assert not view.widget().findChildren(QLabel)
    assert view.accessibleName() == "History"


def test_a_proved_reading_is_drawn_in_its_own_colour(view: HistoryView, theme: Theme) -> None:
    def inks(reading: object) -> set[str]:
        view.show_rows((), "公开总数", reading)  # type: ignore[arg-type]
        image = view.grab().toImage()
        return {image.pixelColor(x, y).name() for x in range(100, 160) for y in range(5, 40)}

    ink = theme.colour("proved").name()
    assert ink in inks(proved(value(number("5"))))
    assert ink not in inks(value(number("5")))


def test_another_theme_draws_the_same_lines(view: HistoryView, theme: Theme) -> None:
    view.show_rows((_row(1, "correct", "Open", "Corrected 4", "看清"),), "公开总数", value(number("5")))
    before, tips = view.grab().toImage(), _tips(view)
    theme.set_name("dark")
    assert _tips(view) == tips
    assert view.grab().toImage() != before


def test_the_pane_shows_where_the_focus_is(qtbot: QtBot, theme: Theme) -> None:
    window, other, view = QWidget(), QLineEdit(), HistoryView(theme)
    qtbot.addWidget(window)
    column = QVBoxLayout(window)
    column.addWidget(other)
    column.addWidget(view)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    other.setFocus()
    before = view.grab().toImage()
    view.setFocus()
    assert view.grab().toImage() != before
    other.setFocus()
    assert view.grab().toImage() == before
