"""The program with a window: the application, its language and look, and what the command line asks of it."""

import argparse
import logging
import os
import sys
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QEventLoop, QSize, Qt, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from core.base import log
from core.base.messages import LANGUAGES, word
from core.base.paths import settings_file
from core.base.settings import Settings, load
from core.base.version import version
from gui import geometry, i18n, icons
from gui.errors import Net
from gui.main_window.window import MainWindow
from gui.theme import DARK, LIGHT, Theme

_log = logging.getLogger(__name__)
_SIZE = QSize(1366, 768)


class Program:
    """Builds the window, and builds it anew when the language changes."""

    def __init__(self, app: QApplication, settings: Settings, lang: str, theme: Theme, is_kept: bool = True) -> None:
        self._app, self._settings, self._is_kept = app, settings, is_kept
        self.lang = lang
        self.window = self._build(theme)

    def _build(self, theme: Theme) -> MainWindow:
        i18n.install(self._app, self.lang)
        theme.apply()
        window = MainWindow(theme, self.lang, self._settings, self._restart)
        window.preferences.is_kept = self._is_kept
        return window

    def _restart(self) -> None:
        """The same report of the same project in a window that speaks another language."""
        old, project = self.window, self.window.files.project
        path, report, current = project.path if project else None, old.review.report, old.review.current
        self.lang = self._settings.lang
        old.close()
        window = self.window = self._build(Theme(old.theme.name, old.theme.scale))
        window.setGeometry(old.geometry())
        window.show()
        old.deleteLater()
        if path is not None and window.files.open(path) and report is not None:
            window.show_report(report.row.id)
            window.review.set_current(current)


def run(words: Sequence[str]) -> int:
    """Open the window; gives the exit code when it was closed."""
    args = _parse(words)
    os.environ.update(i18n.input_method(os.environ))
    QGuiApplication.setHighDpiScaleFactorRoundingPolicy(Qt.HighDpiScaleFactorRoundingPolicy.PassThrough)
    app = QApplication.instance() or QApplication(sys.argv[:1])
    assert isinstance(app, QApplication)
    app.setApplicationName("Hejiao")
    app.setApplicationVersion(version())
    app.setDesktopFileName("hejiao")  # by it the desktop finds name and icon
    app.setStyle("Fusion")
    settings = load(settings_file())
    lang = args.lang or settings.lang or i18n.CHINESE
    dark = QGuiApplication.styleHints().colorScheme() is Qt.ColorScheme.Dark
    chosen = args.theme or (settings.theme if settings.theme in (LIGHT, DARK) else DARK if dark else LIGHT)
    theme = Theme(chosen, settings.scale)
    app.setWindowIcon(icons.icon(theme, "logo", "accent", 64))
    net = Net()
    net.install()
    program = Program(
        app, settings, lang if lang in LANGUAGES else LANGUAGES[0], theme, not (args.screenshot or args.quit)
    )
    window = program.window
    net.caught.connect(lambda _: program.window.status.say(word("app.error", {}, program.lang)))
    if args.size:
        window.resize(*args.size)
    elif not geometry.restore(window):
        window.resize(_SIZE)
    window.completed.connect(lambda: _begin(window, args))
    window.show()
    QTimer.singleShot(0, log.start)
    if args.screenshot:
        return _picture(program.window, args.screenshot)
    if args.quit:
        app.processEvents()
        window.close()
        return 0
    return app.exec()


def _parse(words: Sequence[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="hejiao")
    parser.add_argument("paths", nargs="*", type=Path)
    parser.add_argument("--project", type=Path)
    parser.add_argument("--import", dest="imports", action="append", type=Path, default=[])
    parser.add_argument("--lang", choices=LANGUAGES)
    parser.add_argument("--theme", choices=(LIGHT, DARK))
    parser.add_argument("--size", type=_size)
    parser.add_argument("--screenshot", type=Path)
    parser.add_argument("--quit", action="store_true")  # as soon as it is painted: how long does a start take?
    return parser.parse_args(list(words))


def _size(text: str) -> tuple[int, int]:
    width, _, height = text.lower().partition("x")
    return int(width), int(height)


def _begin(window: MainWindow, args: argparse.Namespace) -> None:
    """Open and import what the command line names."""
    if args.project is not None:
        window.files.open(args.project, create=True)
    paths = [*args.paths, *args.imports]
    if paths:
        window.files.take_in(paths)


def _picture(window: MainWindow, target: Path) -> int:
    """Save a picture of the window once it has done what it was asked, and end; 1 when it cannot be saved."""
    window.complete()
    loop = QEventLoop()
    QTimer.singleShot(0, lambda: _when_idle(window, loop))
    loop.exec()
    saved = window.grab().save(str(target))
    window.close()
    return 0 if saved else 1


def _when_idle(window: MainWindow, loop: QEventLoop) -> None:
    if window.files.is_busy:
        window.files.idle.connect(lambda: QTimer.singleShot(300, loop.quit))
    else:
        QTimer.singleShot(300, loop.quit)
