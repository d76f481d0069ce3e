"""The findings of a report: open ones by weight, then those that a person closed."""

from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, Qt

from core.base.messages import word
from core.model.findings import Finding, Severity
from core.model.report import FindingRow, Report
from gui.models.cell_model import ROLE, Index

COLUMNS = 7  # symbol, rule, sentence, left, relation, right, difference
SENTENCE = 2
FINDING_ROLE = int(ROLE.UserRole)
_WEIGHT = {Severity.ERROR: 0, Severity.WARNING: 1, Severity.INFO: 2}
_FLAGS = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemNeverHasChildren


def has_sides(finding: Finding) -> bool:
    """There are figures to show; without them the sentence has the rest of the row."""
    return finding.left is not None or finding.right is not None


class FindingsModel(QAbstractTableModel):
    """FINDING_ROLE hands out the FindingRow."""

    def __init__(self, lang: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._lang = lang
        self._rows: tuple[FindingRow, ...] = ()

    def show_report(self, report: Report | None) -> None:
        """Take the findings of a report."""
        self.beginResetModel()
        found = report.findings if report else ()
        self._rows = tuple(sorted(found, key=lambda row: (row.closed, _WEIGHT[row.finding.severity])))
        self.endResetModel()

    def rows(self) -> tuple[FindingRow, ...]:
        """All findings, from the top."""
        return self._rows

    def index_of(self, identity: str | None) -> QModelIndex:
        """Where a finding stands; invalid when it is not there."""
        at = next((n for n, row in enumerate(self._rows) if row.finding.identity == identity), None)
        return QModelIndex() if at is None else self.index(at, 0)

    def sentence(self, row: FindingRow) -> str:
        """What a finding says."""
        return word(row.finding.message.code, row.finding.message.params, self._lang)

    def rowCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else COLUMNS

    def flags(self, index: Index) -> Qt.ItemFlag:
        return _FLAGS if index.isValid() else Qt.ItemFlag.NoItemFlags

    def data(self, index: Index, role: int = ROLE.DisplayRole) -> Any:
        if not index.isValid():
            return None
        row = self._rows[index.row()]
        if role == FINDING_ROLE:
            return row
        if role == ROLE.DisplayRole:
            return self.sentence(row) if index.column() == SENTENCE else None
        if role in (ROLE.ToolTipRole, ROLE.AccessibleTextRole):
            name = word(f"export.severity.{row.finding.severity}", {}, self._lang)
            rule = word(f"export.rule.{row.finding.rule}", {}, self._lang)
            closed = word("export.verdict.as_printed", {}, self._lang) if row.closed else ""
            return f"{name} {rule} {closed}\n{self.sentence(row)}\n{row.note}".strip()
        return None
