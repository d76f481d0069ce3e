"""The way of a report: finished, signed off, returned."""

from PySide6.QtCore import QObject

from core.app import changes
from core.model.report import ReportState
from gui.main_window.frame import Frame
from gui.main_window.preferences import Preferences
from gui.main_window.review import Review


class States(QObject):
    """Moves the report that is shown on or back; asks for a reason where one is owed."""

    def __init__(self, frame: Frame, review: Review, preferences: Preferences) -> None:
        super().__init__(frame)
        self._frame, self._review, self._ask = frame, review, preferences.ask

    def finish(self) -> bool:
        """Finish the report, or sign it off when it is reviewed; False when nothing changed.

        One that is signed off stays so: only returning it takes the signature away.
        """
        self._frame.results.leave()
        report = self._review.report
        if report is None:
            return False
        row = report.row
        if row.state is ReportState.SIGNED_OFF:
            self._frame.status.say(self.tr("The report is signed off already"))
            return False
        reviewed = row.state is ReportState.REVIEWED
        after = ReportState.SIGNED_OFF if reviewed else ReportState.REVIEWED
        reason = ""
        waiting = 0 if reviewed else row.open
        if row.errors or waiting:
            answer = self._ask("finish", self._question(waiting, row.errors, reviewed), "", True)
            if answer is None:
                return False
            reason = answer
        return self._review.apply(changes.set_state(row.id, row.state, after, reason))

    def _question(self, waiting: int, errors: int, reviewed: bool) -> str:
        """What is left to do, and the reason asked for."""
        if waiting and errors:
            left = self.tr("Values that wait: {n}, open errors: {errors}")
        else:
            left = self.tr("Values that wait: {n}") if waiting else self.tr("Open errors: {errors}")
        ask = (
            self.tr("Reason for signing off all the same") if reviewed else self.tr("Reason for finishing all the same")
        )
        return f"{left.format(n=waiting, errors=errors)}\n{ask}"

    def return_report(self) -> None:
        """Return the report to be worked on again, with a reason."""
        report = self._review.report
        if report is None:
            return
        reason = self._ask("return", self.tr("Why is the report returned?"), "", True)
        if reason:
            row = report.row
            self._review.apply(changes.set_state(row.id, row.state, ReportState.RETURNED, reason))
