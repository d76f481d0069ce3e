"""Above the original: which report this is, how far it is, and the step that finishes it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QWidget

from core.model.report import ReportRow, ReportState
from gui.delegates.report_delegate import LOOKS
from gui.theme import Theme
from gui.views.small import Elided, Picture, ProgressBar

_HEIGHT = 40


class Strip(QWidget):
    """One line about the report that is shown."""

    finish_requested = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("strip")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        theme.keep_height(self, _HEIGHT)
        self._state = Picture(theme, "report-new")
        self._title, self._region = QLabel(), Elided("caption")
        self._title.setObjectName("title")
        self._bar = ProgressBar(theme)
        self._counts = [QLabel() for _ in range(3)]
        self.finish = QPushButton(self.tr("Finish report"))
        self.finish.setObjectName("ghost")
        theme.keep_height(self.finish, 28)
        self.finish.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.finish.clicked.connect(self.finish_requested)
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 0, 12, 0)
        row.setSpacing(8)
        row.addWidget(self._state)
        row.addWidget(self._title)
        row.addSpacing(4)
        row.addWidget(self._region, 1)
        for icon, label in zip(("confirmed", "proved", "open"), self._counts, strict=True):
            label.setObjectName("caption")
            row.addWidget(Picture(theme, f"state-{icon}", icon, 12))
            row.addWidget(label)
            row.addSpacing(4)
        row.addWidget(self._bar)
        row.addSpacing(8)
        row.addWidget(self.finish)

    def show_row(self, row: ReportRow) -> None:
        """Say where this report stands."""
        icon, ink = LOOKS[row.state]
        self._state.show_icon(icon, ink)
        self._title.setText(f"{row.name}\u3000{row.year or ''}".strip())
        self._region.setText(" / ".join(row.region_path))
        words = (self.tr("Checked {n}"), self.tr("Proved {n}"), self.tr("Open {n}"))
        numbers = (row.decided, row.proved, row.open)
        for label, text, n in zip(self._counts, words, numbers, strict=True):
            label.setText(text.format(n=n))
        self._bar.show_counts(*numbers)
        self._bar.setAccessibleName(", ".join(label.text() for label in self._counts))
        signed = row.state is ReportState.SIGNED_OFF
        reviewed = row.state is ReportState.REVIEWED
        self.finish.setText(
            self.tr("Signed off") if signed else self.tr("Sign off") if reviewed else self.tr("Finish report")
        )
        self.finish.setEnabled(not signed)
