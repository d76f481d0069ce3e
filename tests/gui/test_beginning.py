"""The window before its panes are there: it is shown, takes keys, and loses nothing that is asked of it."""

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.qtbot import QtBot

from core.app.project import Project
from core.base.progress import Silent
from core.base.settings import Settings
from gui import i18n
from gui.app import Program
from gui.main_window.window import MainWindow
from gui.theme import Theme
from tests.gui.conftest import seed

ROOT = Path(__file__).parents[2]
_START = """
import sys; sys.path.insert(0, ".")
from PySide6.QtWidgets import QApplication
from core.base.settings import Settings
from gui.app import Program
from gui.theme import Theme
app = QApplication([])
window = Program(app, Settings(operator="x"), "en", Theme("light"), is_kept=False).window
window.show()
while not window.is_complete:
    app.processEvents()
"""
_WAITS = (
    _START
    + """
heavy = {"pypdfium2", "sqlite_utils", "core.extract.pipeline"}
print(bool(heavy & sys.modules.keys()))
app.processEvents()
window.ahead.wait()
print(heavy <= sys.modules.keys())
window.close()
"""
)
_CLOSES = (
    _START
    + """
app.processEvents()
window.close()
"""
)
KEPT = {"panes": [500, 300], "list": [300, 900]}


@pytest.fixture
def begun(qtbot: QtBot, theme: Theme, qapp: QApplication) -> Iterator[MainWindow]:
    """A window that is on screen, and no more."""
    window = Program(qapp, Settings(operator="王芳", splits=dict(KEPT)), "en", theme).window
    window.resize(1366, 768)
    window.show()
    assert not window.is_complete
    yield window
    window.close()
    window.deleteLater()
    qapp.processEvents()


def test_the_panes_come_once_the_window_is_painted(qtbot: QtBot, begun: MainWindow) -> None:
    told: list[bool] = []
    begun.completed.connect(lambda: told.append(begun.is_complete))
    begun.repaint()
    assert not begun.is_complete  # painted without them
    qtbot.waitUntil(lambda: begun.is_complete)
    QApplication.processEvents()
    assert told == [True]
    assert begun.stack.currentWidget() is begun.empty


def test_the_focus_stays_where_it_was_put_meanwhile(qtbot: QtBot, begun: MainWindow) -> None:
    begun.activateWindow()
    QTest.keyClick(begun.empty.import_files, Qt.Key.Key_Tab)
    assert begun.focusWidget() is begun.empty.import_folder
    qtbot.waitUntil(lambda: begun.is_complete)
    assert begun.focusWidget() is begun.empty.import_folder


def test_what_is_asked_before_the_panes_are_there_is_done(
    begun: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    Project.create(tmp_path / "early.hejiao", "x").close()
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(tmp_path / "early.hejiao"), ""))
    begun.actions_["open_project"].trigger()
    assert begun.is_complete
    assert begun.windowTitle().startswith("early")


def test_what_the_program_was_started_for_is_opened(qtbot: QtBot, begun: MainWindow, tmp_path: Path) -> None:
    begun.completed.connect(lambda: begun.files.open(tmp_path / "named.hejiao", create=True))
    qtbot.waitUntil(lambda: begun.windowTitle().startswith("named"))


def test_enter_on_a_button_imports_before_the_panes_are_there(
    qtbot: QtBot, begun: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *_: ([str(seed("000"))], ""))
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / "new.hejiao"), ""))
    QTest.keyClick(begun.empty.import_files, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: begun.is_complete and begun.review.report is not None, timeout=20_000)
    qtbot.waitUntil(lambda: not begun.files.is_busy, timeout=20_000)


@pytest.mark.parametrize("key", [Qt.Key.Key_Escape, Qt.Key.Key_Return, Qt.Key.Key_F6, Qt.Key.Key_A])
def test_keys_that_mean_nothing_yet_do_no_harm(begun: MainWindow, key: Qt.Key) -> None:
    begun.setFocus()
    QTest.keyClick(begun, key)
    assert not begun.is_complete


def test_a_window_closed_at_once_keeps_the_widths_of_its_panes(begun: MainWindow) -> None:
    QApplication.processEvents()  # some panes may be there already
    begun.close()
    assert not begun.is_complete
    assert begun.settings.splits == KEPT


def test_the_panes_get_the_widths_that_were_kept(begun: MainWindow) -> None:
    begun.complete()
    begun.show_panes(True)
    QApplication.processEvents()
    left, right = begun.split_sizes()["panes"]
    assert left > right
    assert begun.split_sizes()["list"][0] == 300


def test_the_rail_of_a_narrow_window_is_not_kept_as_the_width_of_the_list(begun: MainWindow) -> None:
    begun.resize(1000, 700)
    begun.complete()
    begun.show_panes(True)
    QApplication.processEvents()
    assert begun.reports.width() < 60
    assert begun.split_sizes()["list"] == [300, 900]


def test_only_what_can_be_done_is_offered_at_once(begun: MainWindow) -> None:
    offered = {name for name in begun.actions_.ids() if begun.actions_[name].isEnabled()}
    begun.complete()
    assert offered == {name for name in begun.actions_.ids() if begun.actions_[name].isEnabled()}
    assert not begun.search.isEnabled()
    assert {"open_project", "import_files"} < offered
    assert not {"undo", "redo", "confirm", "export"} & offered


def test_what_comes_next_is_loaded_when_the_window_is_complete() -> None:
    """In a process of its own: here it is loaded already."""
    said = subprocess.run([sys.executable, "-c", _WAITS], cwd=ROOT, capture_output=True, text=True, check=True).stdout
    assert said.split() == ["False", "True"]


def test_a_window_closed_while_it_loads_ends_at_once() -> None:
    subprocess.run([sys.executable, "-c", _CLOSES], cwd=ROOT, timeout=60, check=True)


def test_a_project_that_is_opened_shows_one_report_once(begun: MainWindow, tmp_path: Path) -> None:
    project = Project.create(tmp_path / "two.hejiao", "x")
    project.import_paths([seed("000"), seed("001")], Silent())
    last = project.reports()[-1].id
    project.close()
    begun.activateWindow()
    begun.complete()
    begun.original.places.put_last(tmp_path / "two.hejiao", last)
    chosen: list[int] = []
    begun.reports.chosen.connect(chosen.append)
    assert begun.files.open(tmp_path / "two.hejiao")
    assert begun.review.report is not None
    assert begun.review.report.row.id == last
    assert not chosen  # the list chose none by itself when the focus went through it


def test_the_language_can_be_changed_at_once(qapp: QApplication, theme: Theme) -> None:
    program = Program(qapp, Settings(operator="王芳", lang="en"), "en", theme)
    program.window.show()
    program.window.preferences.set_lang("zh_CN")
    assert program.window.lang == "zh_CN"
    program.window.close()
    program.window.deleteLater()
    qapp.processEvents()
    i18n.install(qapp, i18n.ENGLISH)  # other tests read English
