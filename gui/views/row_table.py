"""A table whose rows are chosen as a whole: the look and the keys that findings and chapters share."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHeaderView, QTableView, QWidget

Index = QModelIndex | QPersistentModelIndex
# Enter and Esc belong to the window, Space to nobody: a Chinese input method eats it.
PASSED_ON = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Escape, Qt.Key.Key_Space)


class RowTable(QTableView):
    """One row is current. Coming here is no choice yet: nothing becomes current by the focus alone."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._quiet = False  # the program moves, not a person
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setTabKeyNavigation(False)
        self.verticalHeader().hide()
        self.verticalHeader().setMinimumSectionSize(8)
        self.horizontalHeader().setHighlightSections(False)
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.horizontalHeader().setMinimumSectionSize(4)

    def set_focused(self, focused: bool) -> None:
        """The pane has the focus, or lost it; what draws the rows wants to know."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in PASSED_ON:
            event.ignore()
            return
        super().keyPressEvent(event)

    def keyboardSearch(self, search: str) -> None:
        """A single letter is no command here."""

    def focusInEvent(self, event: QFocusEvent) -> None:
        had_current, was = self.currentIndex().isValid(), self._quiet
        self._quiet = True
        super().focusInEvent(event)
        if not had_current:  # Qt makes the first row current
            self.selectionModel().clearCurrentIndex()
        self._quiet = was
        self.set_focused(True)
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.set_focused(False)
        self.viewport().update()
