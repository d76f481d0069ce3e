"""The status bar: progress, encoding, form, the last save, the operator."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QStatusBar, QToolButton, QWidget

from gui import icons
from gui.theme import Theme
from gui.views.small import Picture, line

if TYPE_CHECKING:
    from core.model.report import Report


class StatusBar(QStatusBar):
    """Encoding and operator are buttons: a click changes them."""

    encoding_requested = Signal()
    operator_requested = Signal()

    def __init__(self, theme: Theme, lang: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._lang = theme, lang
        self.setSizeGripEnabled(False)
        self.setContentsMargins(6, 0, 6, 0)
        self._report, self._all, self._form, self._saved, self._job, self._said = (QLabel() for _ in range(6))
        self._silence = QTimer(self, singleShot=True)
        self._silence.timeout.connect(lambda: self._said.setText(""))
        self.encoding, self.operator = self._button(), self._button()
        self.encoding.clicked.connect(self.encoding_requested)
        self.operator.clicked.connect(self.operator_requested)
        self._parting = line(theme, 14)
        self._job_box = self._with_icon("import", self._job)
        self._saved_box = self._with_icon("saved", self._saved)
        self.operator.setIcon(icons.icon(theme, "person", size=14))
        self.operator.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        theme.changed.connect(lambda: self.operator.setIcon(icons.icon(theme, "person", size=14)))
        left: tuple[QWidget, ...] = (self._report, self._all, self._parting, self.encoding, self._form, self._said)
        for widget in left:
            widget.setContentsMargins(8, 0, 8, 0)
            self.addWidget(widget)
        right: tuple[QWidget, ...] = (self._job_box, self._saved_box, self.operator)
        for widget in right:
            self.addPermanentWidget(widget)
        self.show_project(None)

    def _button(self) -> QToolButton:
        button = QToolButton()
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.setCursor(Qt.CursorShape.PointingHandCursor)
        return button

    def _with_icon(self, name: str, label: QLabel) -> QWidget:
        box = QWidget()
        row = QHBoxLayout(box)
        row.setContentsMargins(8, 0, 8, 0)
        row.setSpacing(6)
        row.addWidget(Picture(self._theme, name, size=14))
        row.addWidget(label)
        box.hide()
        return box

    def show_project(self, counts: tuple[int, int] | None) -> None:
        """So many of all reports are finished; None without a project."""
        if counts is None:
            self._all.setText(self.tr("No project is open"))
            self.show_report(None)
            self._saved_box.hide()
        else:
            self._all.setText(self.tr("All {done}/{total}").format(done=counts[0], total=counts[1]))

    def show_report(self, report: "Report | None") -> None:
        """What is known about the report that is shown."""
        for widget in (self._report, self._parting, self.encoding, self._form):
            widget.setVisible(report is not None)
        if report is None:
            return
        from core.app import showing  # late: without a report the window does not wait for it

        total = len(report.values)
        decided = sum(v.is_decided for v in report.values)
        self._report.setText(self.tr("This {done}/{total}").format(done=decided, total=total))
        source = report.document.source
        name = (source.encoding or source.format).upper().replace("BIG5HKSCS", "BIG5-HKSCS")
        sure = f"\u3000{source.encoding_confidence:.0%}" if source.encoding_confidence is not None else ""
        self.encoding.setText(name + sure)
        self.encoding.setToolTip(self.tr("Encoding: click to read the file in another one"))
        self._form.setText(self.tr("Form {name}").format(name=showing.form_name(report.extraction.form, self._lang)))

    def show_saved(self, time: str) -> None:
        """The last step is on disk."""
        self._saved.setText(self.tr("Saved {time}").format(time=time))
        self._saved_box.show()

    def saved(self) -> str:
        """What it says about the last save."""
        return self._saved.text() if not self._saved_box.isHidden() else ""

    def say(self, words: str, milliseconds: int = 8000) -> None:
        """One sentence for a while; it pushes nothing aside."""
        self._said.setText(words)
        self._said.setToolTip(words)
        self._silence.start(milliseconds)

    def said(self) -> str:
        """The sentence that stands there."""
        return self._said.text()

    def show_job(self, words: str) -> None:
        """One line about the job that runs; "" for none."""
        self._job.setText(words)
        self._job_box.setVisible(bool(words))

    def show_operator(self, name: str) -> None:
        """Who works."""
        self.operator.setText(self.tr("Operator {name}").format(name=name) if name else self.tr("Operator not named"))
        self.operator.setToolTip(self.tr("Click to change the operator"))
