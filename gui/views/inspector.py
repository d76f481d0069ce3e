"""Below the results: what the machine read, why it is believed, what is doubted, and the four decisions."""

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from core.app import runs, showing, typed
from core.model.extraction import CellKind
from core.model.report import Report, ReportState
from core.model.values import Value, ValueKind
from gui.theme import Theme
from gui.views.inspector_lines import (
    CORRECTED,
    DOUBT,
    NOTE,
    PROOF,
    READ,
    SURE,
    Line,
    LineView,
    chosen,
    lines,
    with_unit,
)
from gui.views.way_buttons import WayButtons

_SLOTS = 7
EDITING = ("save", "cancel")


class Inspector(QWidget):
    """About the current value. It decides nothing itself: its buttons ask the window."""

    confirm_requested = Signal()
    correct_requested = Signal()
    reject_requested = Signal()
    postpone_requested = Signal()
    save_requested = Signal()
    cancel_requested = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None, lang: str = "zh_CN") -> None:
        super().__init__(parent)
        self._theme = theme
        self._lang = lang
        self._report: Report | None = None
        self._value: Value | None = None
        self._typed: str | None = None
        self.setObjectName("inspector")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._lines = [LineView(theme, self._caption, self) for _ in range(_SLOTS)]
        self.buttons: dict[str, QPushButton] = {}
        self._keys: dict[str, QLabel] = {}
        self._places: dict[str, QWidget] = {}
        layout = QVBoxLayout(self)
        layout.setContentsMargins(14, 10, 14, 10)
        layout.setSpacing(6)
        for line in self._lines:
            layout.addWidget(line)
        self.ways = WayButtons(theme, self)
        layout.addWidget(self.ways)
        layout.addLayout(self._actions())
        self.setAccessibleName(self.tr("About the value"))
        theme.changed.connect(self._show)
        self._show()

    def _actions(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setContentsMargins(0, 4, 0, 0)
        row.setSpacing(6)
        asks = {
            "confirm": (self.tr("Confirm"), self.confirm_requested),
            "correct": (self.tr("Correct"), self.correct_requested),
            "reject": (self.tr("Not a value"), self.reject_requested),
            "postpone": (self.tr("Postpone"), self.postpone_requested),
            "save": (self.tr("Save correction"), self.save_requested),
            "cancel": (self.tr("Cancel"), self.cancel_requested),
        }
        for name, (words, signal) in asks.items():
            button = QPushButton(words, self)
            button.setObjectName("primary" if name in ("confirm", "save") else "ghost")
            self._theme.keep_height(button, 28)
            # The focus stays where the figures are, so that Enter goes on with the next one.
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            button.clicked.connect(signal)
            key = QLabel(self)
            key.setObjectName("key")
            self._places[name] = QWidget(self)
            place = QHBoxLayout(self._places[name])
            place.setContentsMargins(0, 0, 4, 0)
            place.setSpacing(6)
            place.addWidget(button)
            place.addWidget(key)
            row.addWidget(self._places[name])
            self.buttons[name], self._keys[name] = button, key
        row.addStretch(1)
        return row

    def _caption(self, caption: str) -> str:
        return {
            READ: self.tr("Read"),
            CORRECTED: self.tr("Typed"),
            PROOF: self.tr("Proof"),
            DOUBT: self.tr("Doubt"),
            SURE: self.tr("Sure"),
            NOTE: self.tr("Note"),
        }.get(caption, "")

    def show_value(self, report: Report | None, value: Value | None) -> None:
        """Speak about this value; None empties the inspector."""
        self._report, self._value = report, value
        self._show()

    def set_editing(self, text: str | None) -> None:
        """While a correction is typed: what it would be. None when the editor is closed."""
        self._typed = text
        self._show()

    def set_keys(self, keys: Mapping[str, str]) -> None:
        """The keys to be shown beside the buttons, by confirm, correct, reject, postpone, save, cancel."""
        for name, label in self._keys.items():
            label.setText(keys.get(name, ""))
        self._show()

    def shown(self) -> list[Line]:
        """The lines as they are drawn."""
        return [view.line() for view in self._lines if not view.isHidden()]

    def _show(self) -> None:
        found: list[Line] = []
        if self._report and self._value:
            found = lines(self._report, self._value, self._lang, self.tr("the machine read nothing here"))
            if self._typed is not None:
                kept = [line for line in found if line.caption in (READ, DOUBT)]
                found = [kept[0], self._correction(self._typed, self._value), *kept[1:]]
            found = chosen(found, round(self.window().height() / self._theme.scale))[:_SLOTS]
        for at, view in enumerate(self._lines):
            view.setVisible(at < len(found))
            if at < len(found):
                view.show_line(found[at])
        editing = self._typed is not None
        signed_off = self._report is not None and self._report.row.state is ReportState.SIGNED_OFF
        ways = runs.ways(self._value) if self._value and not self._value.is_decided and not editing else ()
        self.ways.show_ways(ways, self._lines[0].words_left(), not signed_off)
        for name, button in self.buttons.items():
            wanted = (name in EDITING) == editing
            self._places[name].setVisible(wanted)
            button.setEnabled(self._value is not None and not signed_off)
            self._keys[name].setVisible(bool(self._keys[name].text()))
        postponed = self._value is not None and self._value.is_postponed
        self.buttons["postpone"].setText(self.tr("Resume") if postponed else self.tr("Postpone"))

    def _correction(self, text: str, value: Value) -> Line:
        """What the typed text means, before it is stored: 1.9万 is 19000."""
        content = typed.content(value.kind, value.key, text)
        meant = showing.said(value, content, self._lang)
        if content.kind is CellKind.TEXT and value.kind is not ValueKind.FIELD:
            return Line(CORRECTED, meant, self.tr("is no number"), "sev-warning", "warning", "warning")
        said = f"{text.strip()} = {meant}" if text.strip() and meant != text.strip() else ""
        return Line(CORRECTED, with_unit(meant, value), said, "state-corrected", "corrected", "corrected")

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._show()
