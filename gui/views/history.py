"""What happened to a value: who, when, what; at the end what the machine read."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from core.app import showing
from core.model.report import AuditRow
from core.model.values import Value
from gui import icons
from gui.delegates import painting
from gui.theme import Theme

_LINE = 27
_LOOKS = {
    "confirm": "confirmed",
    "accept_proved": "confirmed",
    "correct": "corrected",
    "paste": "corrected",
    "fill_down": "corrected",
    "reject": "rejected",
    "postpone": "postponed",
    "resume": "postponed",
    "add": "added",
}


class _Line(QWidget):
    """Time, who, sign, words."""

    def __init__(self, theme: Theme, parts: tuple[str, str, str, str]) -> None:
        super().__init__()
        self._theme, self._parts = theme, parts
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.setToolTip("\u3000".join(p for p in (parts[0], parts[1], parts[3]) if p))
        self.setAccessibleName(self.toolTip())

    def sizeHint(self) -> QSize:
        return QSize(self._theme.px(200), self._theme.px(_LINE))

    def paintEvent(self, event: QPaintEvent) -> None:
        at, who, look, words = self._parts
        p, theme, px = QPainter(self), self._theme, self._theme.px
        p.setRenderHint(QPainter.RenderHint.Antialiasing)
        high, x = float(self.height()), 0.0
        for text, width, token in ((at, 84, "text2"), (who, 64, "text")):
            painting.text(p, theme, QRectF(x, 0, px(width) - 8, high), text, 12, token=token)
            x += px(width)
        side = px(14)
        icons.paint(p, theme, f"state-{look}", QRectF(x, (high - side) / 2, side, side), look)
        x += side + 6
        painting.text(p, theme, QRectF(x, 0, self.width() - x, high), words)
        p.end()


class HistoryView(QScrollArea):
    """The newest first."""

    def __init__(self, theme: Theme, lang: str = "zh_CN", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._lang = theme, lang
        self._shown: list[tuple[str, str, str, str]] = []
        self.setFrameShape(QScrollArea.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(self.tr("History"))
        theme.changed.connect(self._fill)
        self._fill()

    def show_rows(self, rows: Sequence[AuditRow], subject: str, reading: Value | None) -> None:
        """Show the history of `subject`; `reading` is the value, for what the machine read."""
        self.setAccessibleName(self.tr("History") + f" {subject}")
        found = [self._parts(row) for row in rows]
        if reading is not None and reading.reading is not None:
            text = showing.content_text(reading.reading.content, self._lang)
            look = "proved" if reading.proofs else "open"
            unit = f" {reading.unit}" if reading.unit else ""
            found.append(("", self.tr("Machine"), look, self.tr("read {text}").format(text=text + unit)))
        if found != self._shown:
            self._shown = found
            self._fill()

    def lines(self) -> list[str]:
        """The words of each line, from the top."""
        return [parts[3] for parts in self._shown]

    def _parts(self, row: AuditRow) -> tuple[str, str, str, str]:
        undone = row.action.startswith("undo:")
        action = row.action.removeprefix("undo:")
        words = self._action(action)
        if undone:
            words = self.tr("Undone: {what}").format(what=words)
        if row.before and row.after and row.before != row.after:
            words += f"\u3000{row.before} → {row.after}"
        elif row.after:
            words += f"\u3000{row.after}"
        elif row.before:
            words += f"\u3000{row.before} →"
        if row.note:
            words += f"\u3000“{row.note}”"
        return showing.local_time(row.at), row.actor, _LOOKS.get(action, "open"), words

    def _action(self, code: str) -> str:
        return {
            "import": self.tr("Imported"),
            "reread": self.tr("Read again"),
            "orphan": self.tr("Fits no value any more"),
            "confirm": self.tr("Confirmed"),
            "correct": self.tr("Corrected"),
            "reject": self.tr("Not a value"),
            "reopen": self.tr("Opened again"),
            "postpone": self.tr("Postponed"),
            "resume": self.tr("Resumed"),
            "note": self.tr("Note"),
            "add": self.tr("Added"),
            "accept_proved": self.tr("Accepted as proved"),
            "fill_down": self.tr("Filled down"),
            "paste": self.tr("Pasted"),
            "close_finding": self.tr("As printed"),
            "reopen_finding": self.tr("Finding opened again"),
            "set_state": self.tr("State of the report"),
        }.get(code, code)

    def _fill(self) -> None:
        inside = QWidget()
        inside.setObjectName("surface")
        inside.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        column = QVBoxLayout(inside)
        column.setContentsMargins(14, 8, 14, 8)
        column.setSpacing(0)
        for parts in self._shown[:200]:
            column.addWidget(_Line(self._theme, parts))
        column.addStretch(1)
        self.setWidget(inside)
