"""Asks for one text: a note, a reason, a name."""

from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget

from gui.theme import Theme


class Ask(QDialog):
    """A question with one field. `required`: an empty answer is no answer; `long`: several lines."""

    def __init__(
        self,
        theme: Theme,
        title: str,
        question: str,
        text: str = "",
        parent: QWidget | None = None,
        *,
        required: bool = False,
        long: bool = False,
    ) -> None:
        super().__init__(parent)
        self._required = required
        self.setWindowTitle(title)
        self.setMinimumWidth(theme.px(420))
        words = QLabel(question)
        words.setWordWrap(True)
        self.field: QLineEdit | QPlainTextEdit = QPlainTextEdit(text) if long else QLineEdit(text)
        self.field.setAccessibleName(question)
        words.setBuddy(self.field)
        if isinstance(self.field, QPlainTextEdit):
            self.field.setTabChangesFocus(True)
            self.field.setFixedHeight(theme.px(84))
        else:
            self.field.selectAll()
        self.field.textChanged.connect(self._on_changed)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel)
        self.ok = buttons.button(QDialogButtonBox.StandardButton.Ok)
        self.ok.setObjectName("primary")
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 14, 16, 14)
        layout.setSpacing(12)
        for widget in (words, self.field, buttons):
            layout.addWidget(widget)
        for keys in ("Ctrl+Return", "Ctrl+Enter"):  # Enter alone breaks the line of a long answer
            QShortcut(QKeySequence(keys), self).activated.connect(self._on_enter)
        self._on_changed()

    def hide_answer(self) -> None:
        """What is typed is a secret: dots stand for it."""
        if isinstance(self.field, QLineEdit):
            self.field.setEchoMode(QLineEdit.EchoMode.Password)

    def _on_enter(self) -> None:
        if self.ok.isEnabled():
            self.accept()

    def answer(self) -> str:
        """What was typed, without white space at the ends."""
        text = self.field.toPlainText() if isinstance(self.field, QPlainTextEdit) else self.field.text()
        return text.strip()

    def _on_changed(self) -> None:
        self.ok.setEnabled(bool(self.answer()) or not self._required)
