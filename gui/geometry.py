"""Where the window was: kept by Qt, since only Qt can tell whether that place still exists."""

from PySide6.QtCore import QByteArray, QSettings
from PySide6.QtWidgets import QMainWindow

from core.base.paths import settings_file

_KEY = "window/geometry"


def _store() -> QSettings:
    return QSettings(str(settings_file().with_name("window.ini")), QSettings.Format.IniFormat)


def restore(window: QMainWindow) -> bool:
    """Put the window where it was; False when that is not known."""
    kept = _store().value(_KEY)
    return isinstance(kept, QByteArray) and window.restoreGeometry(kept)


def keep(window: QMainWindow) -> None:
    """Remember where the window is."""
    _store().setValue(_KEY, window.saveGeometry())
