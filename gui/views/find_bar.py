"""Find in the original: as in WPS, it looks while one types, Enter goes on, Esc closes."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeyEvent, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QTextEdit, QToolButton, QWidget

from gui import icons
from gui.theme import Theme

_MOST = 2000  # hits that are marked; more would help nobody


class FindBar(QWidget):
    """A line of 36 px under the pane's head; hidden until asked for."""

    def __init__(self, theme: Theme, paper: QTextEdit, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._paper = paper
        self._hits: list[QTextCursor] = []
        self._at = -1
        self.setObjectName("panehead")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        theme.keep_height(self, 36)
        self.field = QLineEdit(self)
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
            button = QToolButton(self)
            button.setObjectName("mini")
            button.setIcon(icons.icon(theme, icon))
            button.setIconSize(QSize(16, 16))
            button.setToolTip(words)
            button.setAccessibleName(words)
            button.clicked.connect(slot)
            row.addWidget(button)
        self.hide()

    def open(self) -> None:
        """Show the bar; what is selected in the original becomes what to look for."""
        selected = self._paper.textCursor().selectedText()
        self.show()
        if selected and len(selected) < 40:
            self.field.setText(selected)
        self.field.setFocus()
        self.field.selectAll()
        self._on_text_changed(self.field.text())

    def look_again(self) -> None:
        """Another text is shown: its hits are other ones."""
        if self.isVisible():
            self._on_text_changed(self.field.text())

    def close_bar(self) -> None:
        """Hide the bar and its marks, and give the focus back to the original."""
        self.hide()
        self._paper.setExtraSelections([])
        self._paper.setFocus()

    def step(self, by: int) -> None:
        """Go to the next (1) or previous (-1) hit, round the ends."""
        if not self._hits:
            return
        self._at = (self._at + by) % len(self._hits)
        self._paper.setTextCursor(self._hits[self._at])
        self._paper.ensureCursorVisible()
        self._show_count()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.step(-1 if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 1)
        elif event.key() == Qt.Key.Key_Escape:
            self.close_bar()
        else:
            super().keyPressEvent(event)

    def _on_text_changed(self, text: str) -> None:
        self._hits, self._at = [], -1
        document = self._paper.document()
        cursor = QTextCursor(document)
        while text and len(self._hits) < _MOST:
            cursor = document.find(text, cursor)
            if cursor.isNull():
                break
            self._hits.append(QTextCursor(cursor))
        shape = QTextCharFormat()
        shape.setBackground(self._theme.colour("info_soft"))
        self._paper.setExtraSelections([_selection(hit, shape) for hit in self._hits])
        if self._hits:
            self.step(1)
        else:
            self._show_count()

    def _show_count(self) -> None:
        if not self.field.text():
            self._count.setText("")
        elif not self._hits:
            self._count.setText(self.tr("Not found"))
        else:
            self._count.setText(f"{self._at + 1} / {len(self._hits)}")


def _selection(cursor: QTextCursor, shape: QTextCharFormat) -> QTextEdit.ExtraSelection:
    selection = QTextEdit.ExtraSelection()
    # The stubs declare these two as class attributes of other types.
    selection.cursor = cursor
    selection.format = shape
    return selection
