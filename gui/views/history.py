"""What happened to a value: who, when, what; at the end what the machine read."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFocusEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QLabel, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from core.app import showing
from core.model.report import AuditRow, Report
from core.model.values import Value
from gui import icons
from gui.delegates import painting
from gui.theme import Theme

_LINE, _MOST_LINES = 27, 200
_AT_LEAST, _WHO_LEAST, _WHO_MOST = 50, 48, 120
_LOOKS = {
    "confirm": "confirmed",
    "accept_proved": "confirmed",
    "correct": "corrected",
    "paste": "corrected",
    "fill_down": "corrected",
    "read_run": "corrected",
    "reject": "rejected",
    "postpone": "postponed",
    "resume": "postponed",
    "add": "added",
}


class _Line(QWidget):
    """Time, who, sign, words."""

    def __init__(self, theme: Theme, parts: tuple[str, str, str, str], widths: tuple[int, int]) -> None:
        super().__init__()
        self._theme, self._parts, self._widths = theme, parts, widths
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
        for text, width, token in ((at, self._widths[0], "text2"), (who, self._widths[1], "text")):
            painting.text(p, theme, QRectF(x, 0, width - 10, high), text, 12, token=token)
            x += width
        side = px(14)
        icons.paint(p, theme, f"state-{look}", QRectF(x, (high - side) / 2, side, side), look)
        x += side + 6
        painting.text(p, theme, QRectF(x, 0, self.width() - x, high), words)
        p.end()


class _Ring(QWidget):
    """The ring round a pane that has the focus and no current row."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()

    def show_focus(self, focused: bool) -> None:
        """Lie on top while the pane has the focus."""
        self.setVisible(focused)
        self.raise_()

    def paintEvent(self, event: QPaintEvent) -> None:
        p = QPainter(self)
        painting.ring(p, self._theme, self.rect().toRectF().adjusted(0, 0, 0, 1), True)
        p.end()


class HistoryView(QScrollArea):
    """The newest first."""

    def __init__(self, theme: Theme, lang: str = "zh_CN", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._lang = theme, lang
        self._shown: list[tuple[str, str, str, str]] = []
        self._ring = _Ring(theme, self)
        self.setFrameShape(QScrollArea.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(self.tr("History"))
        theme.changed.connect(self._fill)
        self._fill()

    def show_rows(self, rows: Sequence[AuditRow], subject: str, reading: Value | None) -> None:
        """Show the history of `subject`; `reading` is the value, for what the machine read."""
        self.setAccessibleName(" ".join(p for p in (self.tr("History"), subject) if p))
        found = [self._parts(row) for row in sorted(rows, key=lambda row: row.id, reverse=True)[:_MOST_LINES]]
        if reading is not None and reading.reading is not None:
            text = showing.content_text(reading.reading.content, self._lang)
            look = "proved" if reading.proofs else "open"
            unit = f" {reading.unit}" if reading.unit else ""
            found.append(("", self.tr("Machine"), look, self.tr("read {text}").format(text=text + unit)))
        if found != self._shown:
            self._shown = found
            self._fill()

    def show_orphans(self, report: Report) -> None:
        """Show the decisions of a report that fit no value any more, each with the words that it was made about."""
        self.setAccessibleName(self.tr("Orphaned"))
        found = []
        for orphan in report.orphans:
            value, made = orphan.value, orphan.value.decision
            quote = f"\u3000“{' '.join(orphan.quote.split())}”" if orphan.quote else ""
            words = f"{showing.name(value, self._lang)}\u3000{showing.value_text(value, self._lang)}{quote}"
            at, who = (showing.local_time(made.at), made.actor) if made else ("", "")
            found.append((at, who, value.look, words))
        if found != self._shown:
            self._shown = found
            self._fill()

    def lines(self) -> list[str]:
        """The words of each line, from the top."""
        return [parts[3] for parts in self._shown]

    def _parts(self, row: AuditRow) -> tuple[str, str, str, str]:
        undone = row.action.startswith("undo:")
        action = row.action.removeprefix("undo:")
        words = self.step_name(action)
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
        return showing.local_time(row.at), row.actor or self.tr("Machine"), _LOOKS.get(action, "open"), words

    def step_name(self, code: str) -> str:
        """What a step of a person is called, here and in the menu."""
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
            "read_run": self.tr("Run read"),
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
        widths = self._width(0, _AT_LEAST, 200), self._width(1, _WHO_LEAST, _WHO_MOST)
        for parts in self._shown:
            column.addWidget(_Line(self._theme, parts, widths))
        if not self._shown:
            nothing = QLabel(self.tr("Nothing has happened yet"))
            nothing.setObjectName("quiet")
            nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
            column.addWidget(nothing, 1)
        else:
            column.addStretch(1)
        self.setWidget(inside)

    def _width(self, part: int, least: int, most: int) -> int:
        widest = max((painting.width(self._theme, parts[part], 12) for parts in self._shown), default=0) + 14
        return min(max(widest, self._theme.px(least)), self._theme.px(most))

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._ring.show_focus(True)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._ring.show_focus(False)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._ring.setGeometry(self.rect())
