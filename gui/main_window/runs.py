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
        """Bring the focus to the first way of the current row, else to that of the next row that was left open."""
        review, ways = self._review, self._frame.inspector.ways
        if not ways.isVisible():
            following = self._following()
            if following is None:
                self._frame.status.say(self.tr("No run of digits is open in this report"))
                return
            review.set_current(following)
        if ways.buttons:
            ways.buttons[0].setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _following(self) -> str | None:
        """The next value, round the end, whose row may be read in several ways."""
        values = self._review.report.values if self._review.report is not None else ()
        at = next((n for n, v in enumerate(values) if v.key == self._review.current), -1)
        around = (*values[at + 1 :], *values[: at + 1])
        return next((v.key for v in around if not v.is_decided and runs.ways(v)), None)

    def _choose(self, number: int) -> None:
        review = self._review
        report, value = review.report, review.value
        if report is None or value is None:
            return
        self._frame.results.leave()
        change = runs.read_as(report, value, runs.ways(value)[number])
        if review.apply(change):
            self._frame.focus_pane(2)
