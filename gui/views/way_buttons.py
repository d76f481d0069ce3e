"""The ways to read a run of digits, as buttons below each other and beside each other as there is room."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from core.app import runs
from gui.theme import Theme

_HEIGHT, _GAP = 28, 6
_STEPS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Up: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Down: 1}


class WayButtons(QWidget):
    """Asks only: `chosen` says which way. Arrows go from one to the next, Enter chooses."""

    chosen = Signal(int)

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._ways: tuple[tuple[str, ...], ...] = ()
        self.buttons: list[QPushButton] = []
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def show_ways(self, ways: tuple[tuple[str, ...], ...], left: int, is_enabled: bool) -> None:
        """Show a button for each way, from `left` on; hidden when there is none."""
        if ways != self._ways:
            self._ways = ways
            for button in self.buttons:
                button.hide()
                button.deleteLater()
            self.buttons = [self._button(n, way) for n, way in enumerate(ways)]
        for button in self.buttons:
            button.setEnabled(is_enabled)
        self.setContentsMargins(left, 0, 0, 0)
        self.setVisible(bool(ways))
        self._fit()

    def _button(self, n: int, way: Sequence[str]) -> QPushButton:
        button = QPushButton(runs.words(way, self.tr("blank")), self)
        button.setObjectName("ghost")
        button.setAccessibleName(self.tr("Read the row as {way}").format(way=button.text()))
        button.setToolTip(button.accessibleName())
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.clicked.connect(partial(self.chosen.emit, n))
        button.show()
        return button

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        high, left = self._theme.px(_HEIGHT), self.contentsMargins().left()
        x, y = left, 0
        for button in self.buttons:
            wide = button.sizeHint().width()
            if x > left and x + wide > self.width():
                x, y = left, y + high + _GAP
            button.setGeometry(x, y, wide, high)
            x += wide + _GAP
        self.setFixedHeight(y + high)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        by = _STEPS.get(Qt.Key(event.key()), 0)
        at = next((n for n, button in enumerate(self.buttons) if button.hasFocus()), None)
        if by and at is not None:
            self.buttons[(at + by) % len(self.buttons)].setFocus(Qt.FocusReason.TabFocusReason)
        else:
            super().keyPressEvent(event)
