"""What a person does with findings: follow one to its values, close it, open it again."""

from PySide6.QtCore import QObject

from core.app import changes
from core.model.report import FindingRow
from gui.main_window.frame import Frame
from gui.main_window.preferences import Preferences
from gui.main_window.review import Review


class Findings(QObject):
    """Works on the finding that is chosen in the list."""

    def __init__(self, frame: Frame, review: Review, preferences: Preferences) -> None:
        super().__init__(frame)
        self._frame, self._review, self._preferences = frame, review, preferences
        frame.bottom.findings.current_changed.connect(self.follow)
        frame.bottom.compare.explain_requested.connect(self.explain)
        frame.bottom.compare.as_printed_requested.connect(self.as_printed)
        frame.bottom.compare.reopen_requested.connect(self.reopen)

    def _chosen(self) -> FindingRow | None:
        return self._frame.bottom.findings.current()

    def follow(self, row: FindingRow | None) -> None:
        """Show both sides of a finding, and make its first value current."""
        report = self._review.report
        if report is None or row is None:
            return
        known = {v.key for v in report.values}
        keys = [k for k in row.finding.about if k in known]
        if keys:
            current = self._review.current
            self._review.set_current(current if current in keys else keys[0])
        elif row.finding.spans:
            self._frame.original.scroll_to(row.finding.spans[0])
        self._frame.bottom.show_finding(report, row)

    def step(self, by: int) -> None:
        """Go to the next or previous open finding."""
        self._frame.bottom.raise_findings()
        self._frame.bottom.findings.step(by)

    def as_printed(self, said: str = "") -> None:
        """原文如此: close the chosen finding."""
        row, report = self._chosen(), self._review.report
        if report is not None and row is not None:
            self._review.apply(changes.close_finding(report.row.id, row, said))

    def explain(self) -> None:
        """Close the chosen finding with an explanation."""
        row = self._chosen()
        if row is None or row.closed:
            return
        question = self.tr("Why is it so? The explanation closes the finding")
        said = self._preferences.ask("explain", question, "", True)
        if said:
            self.as_printed(said)

    def reopen(self) -> None:
        """The chosen finding is to be looked at again."""
        row, report = self._chosen(), self._review.report
        if report is not None and row is not None:
            self._review.apply(changes.reopen_finding(report.row.id, row))
