"""What a person does with a row whose digits ran together: go to the ways to read it, choose one."""

from PySide6.QtCore import QObject, Qt

from core.app import runs
from gui.main_window.frame import Frame
from gui.main_window.review import Review


class Runs(QObject):
    """Works on the row of the current value."""

    def __init__(self, frame: Frame, review: Review) -> None:
        super().__init__(frame)
        self._frame, self._review = frame, review
        frame.inspector.ways.chosen.connect(self._choose)

    def go(self) -> None:
        """Bring the focus to the first way."""
        buttons = self._frame.inspector.ways.buttons
        if buttons and self._frame.inspector.ways.isVisible():
            buttons[0].setFocus(Qt.FocusReason.ShortcutFocusReason)
        else:
            self._frame.status.say(self.tr("No run of digits is open here"))

    def _choose(self, number: int) -> None:
        review = self._review
        report, value = review.report, review.value
        if report is None or value is None:
            return
        self._frame.results.leave()
        change = runs.read_as(report, value, runs.ways(value)[number])
        if review.apply(change):
            self._frame.focus_pane(2)
