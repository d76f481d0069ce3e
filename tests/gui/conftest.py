"""A real window on a real project in a folder of the test."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEventLoop, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QWidget
from pytestqt.qtbot import QtBot

from core.base.settings import Settings
from gui.app import Program
from gui.main_window.window import MainWindow
from gui.theme import Theme

SEEDS = Path(__file__).parents[2] / "seeds"
Open = Callable[..., MainWindow]
Start = Callable[..., Program]


@pytest.fixture
def theme(qapp: QApplication, chinese_font: str) -> Iterator[Theme]:
    """The light theme, as the application wears it."""
    made = Theme("light")
    made.apply()
    yield made
    qapp.setStyleSheet("")


@pytest.fixture
def program(qtbot: QtBot, theme: Theme, qapp: QApplication) -> Iterator[Callable[..., Program]]:
    """Starts the program; closes at the end what is open."""
    started: list[Program] = []

    def start(lang: str = "en", operator: str = "王芳", size: tuple[int, int] = (1366, 768)) -> Program:
        made = Program(qapp, Settings(operator=operator, lang=lang), lang, theme)
        made.window.complete()
        started.append(made)
        made.window.resize(*size)
        made.window.show()
        made.window.activateWindow()
        qtbot.waitUntil(made.window.isActiveWindow)
        return made

    yield start
    for made in started:
        made.window.close()
        made.window.deleteLater()
    qapp.processEvents()


@pytest.fixture
def opened(qtbot: QtBot, program: Callable[..., Program], tmp_path: Path) -> Open:
    """Opens the window on a project with these files; by default on the first seed."""

    def open_(*paths: Path, **look: object) -> MainWindow:
        window = program(**look).window
        assert window.files.open(tmp_path / "test.hejiao", create=True)
        take_in(qtbot, window, *(paths or (seed("000"),)))
        return window

    return open_


def seed(number: str) -> Path:
    """One of the five reports."""
    return next(SEEDS.glob(f"{number}_*.txt"))


def take_in(qtbot: QtBot, window: MainWindow, *paths: Path) -> None:
    """Import, and wait for the end."""
    window.files.take_in(list(paths))
    qtbot.waitUntil(lambda: not window.files.is_busy, timeout=20_000)
    settle(qtbot, window)


def settle(qtbot: QtBot, window: MainWindow) -> None:
    """Let the checks end and the window take in what they found."""
    window.review.wait()
    loop = QEventLoop()
    QTimer.singleShot(0, loop.quit)
    loop.exec()
    QApplication.processEvents()


def focused() -> QWidget:
    """The widget that has the focus; without a window manager it has to be given back after a dialog."""
    active = QApplication.activeWindow()
    if QApplication.activeModalWidget() is None and (active is None or not active.isVisible()):
        window = next(w for w in QApplication.topLevelWidgets() if isinstance(w, MainWindow) and w.isVisible())
        window.activateWindow()
        QApplication.processEvents()
    found = QApplication.focusWidget()
    assert found is not None
    return found


def press(key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    """A key on the widget that has the focus, as the window system would send it."""
    QTest.keyClick(focused(), key, modifier)


def type_text(text: str) -> None:
    """Text on the widget that has the focus at each letter."""
    for letter in text:
        QTest.keyClicks(focused(), letter)


def on_dialog(do: Callable[[QDialog], None]) -> None:
    """Have `do` called with the next dialog that opens; its `exec` runs meanwhile."""

    def look() -> None:
        dialog = QApplication.activeModalWidget()
        if isinstance(dialog, QDialog):
            do(dialog)
        else:
            QTimer.singleShot(10, look)

    QTimer.singleShot(0, look)
