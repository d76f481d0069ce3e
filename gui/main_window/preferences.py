"""What a person sets: who she is, keys, theme, font size, language; and the questions of the program."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog

from core.base.paths import login, settings_file
from core.base.settings import save
from gui import geometry, i18n
from gui.main_window.frame import Frame
from gui.theme import DARK, LIGHT

if TYPE_CHECKING:
    from gui.dialogs.manual import Manual

SYSTEM = "system"


class Preferences(QObject):
    """Asks, keeps the answers in the settings, and shows them. `restart` builds the window anew."""

    def __init__(self, frame: Frame, restart: Callable[[], None]) -> None:
        super().__init__(frame)
        self._frame, self._restart = frame, restart
        self._manual: Manual | None = None  # made when it is first asked for
        self.is_kept = True  # False for a window that only has its picture taken
        self.fill_menus()

    def fill_menus(self) -> None:
        """The menus of theme and language, the present ones checked."""
        frame = self._frame
        themes = {self.tr("As the system"): SYSTEM, self.tr("Light"): LIGHT, self.tr("Dark"): DARK}
        frame.fill_menu("theme", themes, self.set_theme, frame.settings.theme)
        langs = {"简体中文": i18n.CHINESE, "English": i18n.ENGLISH}
        frame.fill_menu("language", langs, self.set_lang, frame.lang)

    def ask(self, name: str, question: str, text: str, required: bool) -> str | None:
        """Ask for one text; None when the person thought better of it."""
        from gui.dialogs.ask import Ask

        titles = {
            "operator": self.tr("Operator"),
            "postpone": self.tr("Postpone"),
            "note": self.tr("Note"),
            "explain": self.tr("Explain"),
            "finish": self.tr("Finish report"),
            "return": self.tr("Return report"),
        }
        if name == "operator" and not text:
            text = self._frame.settings.operator or login()
        is_long = name not in ("operator", "postpone")
        dialog = Ask(self._frame.theme, titles[name], question, text, self._frame, required=required, long=is_long)
        answer = dialog.answer() if dialog.exec() == QDialog.DialogCode.Accepted else None
        dialog.deleteLater()
        return answer

    def operator(self) -> str:
        """Who works: asked once, then kept; "" when the person does not say."""
        settings = self._frame.settings
        return settings.operator or self.change_operator()

    def change_operator(self) -> str:
        """Ask who works now."""
        name = self.ask("operator", self.tr("Your name, for the history of what you decide"), "", True)
        if name:
            self._frame.settings.operator = name
            self._frame.status.show_operator(name)
            self.save()
        return name or ""

    def show_manual(self) -> None:
        """The manual, in a window that stays open."""
        from gui.dialogs.manual import Manual

        if self._manual is None:
            self._manual = Manual(self._frame.theme, self._frame.lang, self._frame)
            self._manual.keys_requested.connect(self.show_keys)
        self._manual.show()
        self._manual.raise_()
        self._manual.activateWindow()

    def show_keys(self) -> None:
        """The map of the keys."""
        from gui.dialogs.keys import KeyMap

        KeyMap(self._frame.theme, self._frame.actions_, False, self._frame).exec()

    def change_keys(self) -> None:
        """Let a person change keys."""
        from gui.dialogs.keys import KeyMap

        frame = self._frame
        dialog = KeyMap(frame.theme, frame.actions_, True, frame)
        if dialog.exec() == QDialog.DialogCode.Accepted:
            frame.settings.keys = dialog.changed()
            frame.actions_.set_keys(frame.settings.keys)
            frame.show_keys()
            self.save()

    def about(self) -> None:
        """What this program is."""
        from gui.dialogs.about import About

        About(self._frame.theme, self._frame).exec()

    def set_theme(self, name: str) -> None:
        """Light, dark, or as the system."""
        self._frame.settings.theme = name
        dark = QGuiApplication.styleHints().colorScheme() is Qt.ColorScheme.Dark
        self._frame.theme.set_name(name if name != SYSTEM else DARK if dark else LIGHT)
        self.fill_menus()
        self.save()

    def scale(self, by: int) -> None:
        """A larger or smaller font."""
        self._frame.theme.step_scale(by)
        self._frame.settings.scale = self._frame.theme.scale
        self.save()

    def set_lang(self, lang: str) -> None:
        """Another language: the window is built anew."""
        if lang != self._frame.lang:
            self._frame.settings.lang = lang
            self._restart()

    def save(self) -> None:
        """Keep the settings, and where the window is."""
        if not self.is_kept:
            return
        geometry.keep(self._frame)
        self._frame.settings.splits = self._frame.split_sizes()
        save(self._frame.settings, settings_file())
