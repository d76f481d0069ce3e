"""The one-line editor of a cell. It takes anything and refuses nothing; what was meant is decided on commit."""

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from gui.theme import Theme


class CellEditor(QLineEdit):
    """A plain line edit that knows whether an input method is composing in it.

    `text()` lacks what is being composed, so whoever commits asks `is_composing` first.
    """

    composing_changed = Signal(bool)

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.preedit = ""
        self.setObjectName("cell")
        self.setFrame(False)
        # Spelled out: the font of a style sheet's `*` rule would win over setFont().
        self.setStyleSheet(
            f"QLineEdit#cell {{ background: {theme.colour('surface').name()};"
            f" border: 2px solid {theme.colour('accent_line').name()}; border-radius: 2px; padding: 0 6px;"
            f" font-size: {theme.px(14)}px; font-weight: 700; color: {theme.colour('corrected').name()};"
            f" min-height: 0; max-height: 4000px; }}"
        )

    @property
    def is_composing(self) -> bool:
        """The input method has not yet given its text away."""
        return bool(self.preedit)

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        super().inputMethodEvent(event)
        was, self.preedit = self.is_composing, event.preeditString()
        if was != self.is_composing:
            self.composing_changed.emit(self.is_composing)

    def event(self, event: QEvent) -> bool:
        if event.type() is QEvent.Type.ShortcutOverride and self.is_composing:
            event.accept()  # while composing, Enter, Esc and the like belong to the input method
            return True
        return super().event(event)
