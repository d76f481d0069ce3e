"""The bottom panel: findings and tasks at the left; both sides of a finding, history or failures at the right."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSplitter, QStackedWidget, QVBoxLayout, QWidget

from core.base.messages import word
from core.model.findings import Severity
from core.model.report import AuditRow, FindingRow, Report
from core.model.values import Value
from gui.theme import Theme
from gui.views.compare import CompareView
from gui.views.findings import FindingsView
from gui.views.history import HistoryView
from gui.views.small import Elided, Picture, head
from gui.views.tabs import Tabs
from gui.views.tasks import FailureView, TaskView

FINDINGS, TASKS, COMPARE, HISTORY, ORPHANS = "findings", "tasks", "compare", "history", "orphans"
_HEAD = 36


class BottomPanel(QSplitter):
    """Shows; what a person wants is told by the views inside."""

    def __init__(self, theme: Theme, lang: str, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._lang = lang
        self.setHandleWidth(1)
        self.setChildrenCollapsible(False)
        self.findings = FindingsView(theme, lang)
        self.compare = CompareView(theme, lang)
        self.history, self.orphans = HistoryView(theme, lang), HistoryView(theme, lang)
        self.tasks, self.failures = TaskView(theme), FailureView(theme, lang)
        self.left, self.right = Tabs(theme), Tabs(theme)
        self.left.add(FINDINGS, self.tr("Findings"))
        self.left.add(TASKS, self.tr("Tasks"))
        self.right.add(COMPARE, self.tr("Compare"))
        self.right.add(HISTORY, self.tr("History"))
        self.left.selected.connect(self._on_left)
        self.right.selected.connect(self._on_right)
        self._subject = Elided("caption")
        self._subject.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self._counts = self._severity_counts(theme)
        self._left_stack, self._side_stack, self._right_stack = QStackedWidget(), QStackedWidget(), QStackedWidget()
        self._left_stack.addWidget(self.findings)
        self._left_stack.addWidget(self.tasks)
        self._side_stack.addWidget(self.compare)
        self._side_stack.addWidget(self.history)
        self._side_stack.addWidget(self.orphans)
        left_head = head(theme, self.left, self._counts, height=_HEAD, left=5)
        right_head = head(theme, self.right, self._subject, height=_HEAD, left=5)
        self._right_stack.addWidget(_column(right_head, self._side_stack))
        self._right_stack.addWidget(self.failures)
        left = _column(left_head, self._left_stack)
        left.setMinimumWidth(400)
        self._right_stack.setMinimumWidth(300)
        self.addWidget(left)
        self.addWidget(self._right_stack)
        self.setStretchFactor(0, 4)
        self.setStretchFactor(1, 3)

    def _severity_counts(self, theme: Theme) -> QWidget:
        box = QWidget()
        row = QHBoxLayout(box)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        self._labels: dict[Severity, tuple[Picture, QLabel]] = {}
        for severity in Severity:
            label = QLabel()
            label.setObjectName("caption")
            self._labels[severity] = Picture(theme, f"sev-{severity}", str(severity), 14), label
            for part in self._labels[severity]:
                row.addWidget(part)
            row.addSpacing(4)
        return box

    def show_report(self, report: Report, again: bool) -> None:
        """Show the findings of a report; `again` when it is the same one."""
        if again:
            self.findings.refresh(report)
        else:
            self.findings.show_report(report)
        counts = self.findings.counts()
        self.left.set_count(FINDINGS, sum(counts.values()))
        for severity, (picture, label) in self._labels.items():
            n = counts.get(severity, 0)
            label.setText(f"{word(f'export.severity.{severity}', {}, self._lang)} {n}")
            picture.setVisible(bool(n))
            label.setVisible(bool(n))
        self.compare.show_finding(report, self.findings.current())
        self._show_orphans(report)

    def _show_orphans(self, report: Report) -> None:
        """Decisions that fit no value any more have a tab of their own, as long as there are any."""
        self.orphans.show_orphans(report)
        if report.orphans and ORPHANS not in self.right.ids():
            self.right.add(ORPHANS, self.tr("Orphaned"))
        elif not report.orphans and ORPHANS in self.right.ids():
            self.right.remove(ORPHANS)
            self._on_right(self.right.current())
        if report.orphans:
            self.right.set_count(ORPHANS, len(report.orphans))

    def show_finding(self, report: Report, row: FindingRow | None) -> None:
        """Show both sides of a finding."""
        self.compare.show_finding(report, row)
        if row is not None:
            self.show_side(COMPARE)

    def show_history(self, rows: tuple[AuditRow, ...], subject: str, value: Value | None) -> None:
        """What happened to the current value."""
        self._subject.setText(subject if self.right.current() == HISTORY else "")
        self.history.show_rows(rows, subject, value)

    def show_side(self, tab: str) -> None:
        """Bring comparison or history to the front."""
        self.right.select(tab)
        self._on_right(tab)

    def raise_findings(self) -> None:
        """Bring the findings to the front."""
        self._show_left(FINDINGS)

    def raise_tasks(self) -> None:
        """Bring the tasks to the front."""
        self._show_left(TASKS)

    def _show_left(self, tab: str) -> None:
        self.left.select(tab)
        self._on_left(tab)

    def _on_left(self, tab: str) -> None:
        self._left_stack.setCurrentIndex(int(tab == TASKS))
        self._right_stack.setCurrentIndex(int(tab == TASKS))
        self._counts.setVisible(tab == FINDINGS)

    def _on_right(self, tab: str) -> None:
        self._side_stack.setCurrentIndex((COMPARE, HISTORY, ORPHANS).index(tab))
        self._subject.setVisible(tab == HISTORY)


def _column(*parts: QWidget) -> QWidget:
    box = QWidget()
    box.setObjectName("surface")
    box.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
    column = QVBoxLayout(box)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    for part in parts:
        column.addWidget(part)
    return box
