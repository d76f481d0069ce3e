"""Find in the original: as in WPS, it looks while one types, Enter goes on, Esc closes."""

from collections.abc import Callable
from typing import Protocol

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QWidget

from gui.theme import Theme
from gui.views.small import IconButton

MOST_HITS = 2000  # that are marked; more would help nobody


class Searched(Protocol):
    """What can be searched: a view of the original."""

    def selected_text(self) -> str:
        """The words that are selected."""

    def find_all(self, text: str) -> int:
        """Mark all places of a text, without those of the last one; gives how many there are."""

    def first_hit(self) -> int:
        """The first of the places found that is in view or after it, else the first of all."""

    def show_hit(self, number: int) -> None:
        """Select one of the places found, from 0."""

    def setFocus(self) -> None:
        """Take the focus."""


class FindBar(QWidget):
    """A line of 36 px under the pane's head; hidden until asked for. `searched` gives the view that is shown."""

    def __init__(self, theme: Theme, searched: Callable[[], Searched], parent: QWidget) -> None:
        super().__init__(parent)
        self._searched = searched
        self._hits = 0
        self._at = -1
        self.setObjectName("panehead")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        theme.keep_height(self, 36)
        self.field = QLineEdit(self)
        self.field.setAcceptDrops(False)  # a file that is dropped on it is meant for the window
        self.field.setPlaceholderText(self.tr("Find in the original"))
        self.field.setAccessibleName(self.tr("Find in the original"))
        self.field.textChanged.connect(self._on_text_changed)
        self._count = QLabel(self)
        self._count.setObjectName("caption")
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 0, 10, 0)
        row.setSpacing(6)
        row.addWidget(self.field, 1)
        row.addWidget(self._count)
        for icon, words, slot in (
            ("previous", self.tr("Previous hit"), lambda: self.step(-1)),
            ("next", self.tr("Next hit"), lambda: self.step(1)),
            ("close", self.tr("Close"), self.close_bar),
        ):
            row.addWidget(IconButton(theme, icon, words, slot, self))
        self.hide()

    def open(self) -> None:
        """Show the bar; what is selected in the original becomes what to look for."""
        selected = self._searched().selected_text()
        self.show()
        if selected and len(selected) < 40:
            self.field.setText(selected)
        self.field.setFocus()
        self.field.selectAll()
        self._on_text_changed(self.field.text())

    def look_again(self) -> None:
        """Another text is shown, or the same one in another way: its hits are other ones."""
        if self.isVisible():
            self._on_text_changed(self.field.text())

    def close_bar(self) -> None:
        """Hide the bar and its marks, and give the focus back to the original."""
        self.hide()
        self._searched().find_all("")
        self._searched().setFocus()

    def step(self, by: int) -> None:
        """Go to the next (1) or previous (-1) hit, round the ends."""
        if not self._hits:
            return
        self._at = (self._at + by) % self._hits
        self._searched().show_hit(self._at)
        self._show_count()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.step(-1 if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 1)
        elif event.key() == Qt.Key.Key_Escape:
            self.close_bar()
        else:
            super().keyPressEvent(event)

    def _on_text_changed(self, text: str) -> None:
        self._hits, self._at = self._searched().find_all(text), -1
        if self._hits:
            self._at = self._searched().first_hit() - 1
            self.step(1)
        else:
            self._show_count()

    def _show_count(self) -> None:
        if not self.field.text():
            self._count.setText("")
        elif not self._hits:
            self._count.setText(self.tr("Not found"))
        else:
            self._count.setText(f"{self._at + 1} / {self._hits}")
