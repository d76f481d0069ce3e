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
        """Finish the report, or sign it off when it is reviewed; False when nothing changed."""
        self._frame.results.leave()
        report = self._review.report
        if report is None:
            return False
        row = report.row
        reviewed = row.state is ReportState.REVIEWED
        after = ReportState.SIGNED_OFF if reviewed else ReportState.REVIEWED
        reason = ""
        if row.errors or (row.open and not reviewed):
            question = self.tr("{open} values wait and {errors} errors are open. Reason for finishing all the same")
            answer = self._ask("finish", question.format(open=row.open, errors=row.errors), "", True)
            if answer is None:
                return False
            reason = answer
        return self._review.apply(changes.set_state(row.id, row.state, after, reason))

    def return_report(self) -> None:
        """Return the report to be worked on again, with a reason."""
        report = self._review.report
        if report is None:
            return
        reason = self._ask("return", self.tr("Why is the report returned?"), "", True)
        if reason:
            row = report.row
            self._review.apply(changes.set_state(row.id, row.state, ReportState.RETURNED, reason))
