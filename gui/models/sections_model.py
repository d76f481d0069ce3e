"""The chapters of a report, as an indented list."""

from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, Qt

from core.app import showing
from core.model.extraction import Section
from core.model.report import Report
from gui.models.cell_model import ROLE, VALUE_ROLE, Index

_FLAGS = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemNeverHasChildren


class SectionsModel(QAbstractTableModel):
    """Two columns: title and what the chapter is about. VALUE_ROLE hands out the Section."""

    def __init__(self, lang: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._lang = lang
        self._sections: tuple[Section, ...] = ()

    def show_report(self, report: Report) -> None:
        """Take another report."""
        self.beginResetModel()
        self._sections = report.extraction.sections
        self.endResetModel()

    def section(self, row: int) -> Section:
        """The chapter in a row."""
        return self._sections[row]

    def rowCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self._sections)

    def columnCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else 2

    def flags(self, index: Index) -> Qt.ItemFlag:
        return _FLAGS if index.isValid() else Qt.ItemFlag.NoItemFlags

    def data(self, index: Index, role: int = ROLE.DisplayRole) -> Any:
        if not index.isValid():
            return None
        section = self._sections[index.row()]
        if role == VALUE_ROLE:
            return section
        if role in (ROLE.DisplayRole, ROLE.AccessibleTextRole):
            return section.title if index.column() == 0 else showing.section_name(section.kind, self._lang)
        return section.title if role == ROLE.ToolTipRole else None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = ROLE.DisplayRole) -> Any:
        if orientation is not Qt.Orientation.Horizontal or role != ROLE.DisplayRole:
            return None
        return (self.tr("Chapter"), self.tr("About"))[section]
