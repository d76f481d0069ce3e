"""Long work: how far it is, and which files were not taken in, with the reason and another try."""

import time
from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QProgressBar,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from core.app.imported import Failure
from core.base.messages import word
from gui import icons
from gui.theme import Theme
from gui.views.small import Elided, Picture, head

_HEAD = 36
_FORCED = "reader.not_a_report"
_LOCKED = "reader.protected"


class TaskView(QWidget):
    """One job at a time."""

    pause_requested = Signal(bool)
    cancel_requested = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("surface")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._began = 0.0
        self._title, self._count, self._words = Elided("strong"), QLabel(), Elided("caption")
        self._count.setObjectName("strong")
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self.pause, self.cancel = QPushButton(self.tr("Pause")), QPushButton(self.tr("Cancel"))
        self.pause.setCheckable(True)
        for button in (self.pause, self.cancel):
            button.setObjectName("ghost")
            theme.keep_height(button, 28)
        self.pause.toggled.connect(self._on_pause)
        self.cancel.clicked.connect(self.cancel_requested)
        first, last = QHBoxLayout(), QHBoxLayout()
        first.addWidget(self._title, 1)
        first.addWidget(self._count)
        last.addWidget(self._words, 1)
        last.addWidget(self.pause)
        last.addWidget(self.cancel)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(14, 14, 14, 10)
        layout.setSpacing(10)
        layout.addLayout(first)
        layout.addWidget(self._bar)
        layout.addLayout(last)
        layout.addStretch(1)
        self.end("")

    def begin(self, title: str) -> None:
        """A job starts."""
        self._began = time.monotonic()
        self._title.setText(title)
        self._bar.setRange(0, 0)
        self._count.setText("")
        self._words.setText("")
        self.pause.setChecked(False)
        for widget in (self._bar, self.pause, self.cancel):
            widget.show()

    def progress(self, done: int, total: int) -> str:
        """So many of all are done; gives the line for the status bar."""
        self._bar.setRange(0, max(total, 1))
        self._bar.setValue(done)
        self._count.setText(f"{done} / {total}")
        if not done:
            return f"{self._title.text()} {done}/{total}"
        rate = done / max(time.monotonic() - self._began, 0.001)
        left = round((total - done) / rate) if rate else 0
        words = self.tr("{rate} a second\u3000{left} s left").format(
            rate=f"{rate:.0f}" if rate >= 1 else f"{rate:.1f}", left=left
        )
        self._words.setText(words)
        return f"{self._title.text()} {done}/{total}"

    def stopping(self) -> None:
        """The job was asked to stop; it does so at its next step."""
        self._words.setText(self.tr("Stopping"))

    def end(self, words: str, more: str = "") -> None:
        """No job runs; say what became of the last one, and in a second line more of it."""
        self._title.setText(words or self.tr("No task is running"))
        self._count.setText("")
        self._words.setText(more)
        for widget in (self._bar, self.pause, self.cancel):
            widget.hide()

    @property
    def is_running(self) -> bool:
        """A job was begun and has not ended."""
        return not self._bar.isHidden()

    def _on_pause(self, paused: bool) -> None:
        self.pause.setText(self.tr("Go on") if paused else self.tr("Pause"))
        self.pause_requested.emit(paused)


class FailureView(QWidget):
    """Files that were not taken in."""

    retry_requested = Signal(object, bool)  # the Failures, and whether to take in what looks like no report
    password_requested = Signal(object)  # Failure

    def __init__(self, theme: Theme, lang: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._lang = theme, lang
        self._failures: tuple[Failure, ...] = ()
        self.setObjectName("surface")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        caption = QLabel(self.tr("Not read"))
        caption.setObjectName("strong")
        self._count = QLabel()
        self._count.setObjectName("caption")
        self._all = QPushButton(self.tr("Retry all"))
        self._all.setObjectName("ghost")
        self._all.setIcon(icons.icon(theme, "retry"))
        theme.keep_height(self._all, 28)
        self._all.clicked.connect(lambda: self.retry_requested.emit(self._failures, False))
        self._inside = QWidget()
        self._inside.setObjectName("surface")
        self._grid = QGridLayout(self._inside)
        self._grid.setContentsMargins(14, 10, 14, 8)
        self._grid.setVerticalSpacing(9)
        self._grid.setColumnStretch(1, 1)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QScrollArea.Shape.NoFrame)
        area.setWidget(self._inside)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(head(theme, caption, 6, self._count, None, self._all, height=_HEAD))
        layout.addWidget(area, 1)
        self.show_failures(())

    def failures(self) -> tuple[Failure, ...]:
        """What is listed."""
        return self._failures

    def show_failures(self, failures: Sequence[Failure]) -> None:
        """List these files."""
        self._failures = tuple(failures)
        while (item := self._grid.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.deleteLater()
        self._count.setText(str(len(self._failures)) if self._failures else "")
        self._all.setVisible(bool(self._failures))
        if not self._failures:
            nothing = QLabel(self.tr("All files were read"))
            nothing.setObjectName("quiet")
            self._grid.addWidget(nothing, 0, 0, 1, 4)
        for n, failure in enumerate(self._failures[:200]):
            self._add(n, failure)
        self._grid.setRowStretch(len(self._failures) + 1, 1)

    def _add(self, n: int, failure: Failure) -> None:
        why = Elided()
        why.setText(word(failure.code, {"name": failure.name, **failure.params}, self._lang))
        why.setToolTip(f"{why.text()}\n{failure.path}")
        forced, locked = failure.code == _FORCED, failure.code == _LOCKED
        retry = self.tr("Import anyway") if forced else self.tr("Give password…") if locked else self.tr("Retry")
        again = QPushButton(retry)
        again.setObjectName("link")
        again.setCursor(Qt.CursorShape.PointingHandCursor)
        if locked:
            again.clicked.connect(lambda: self.password_requested.emit(failure))
        else:
            again.clicked.connect(lambda: self.retry_requested.emit((failure,), forced))
        for column, widget in enumerate((Picture(self._theme, "document", size=14), why, again)):
            self._grid.addWidget(widget, n, column)
