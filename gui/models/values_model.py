"""Fields, or figures in sentences, as rows: state, name, value, unit, scope, confidence."""

from enum import IntEnum
from typing import Any

from PySide6.QtCore import QModelIndex, QObject, Qt

from core.app import showing
from core.model.report import Report
from core.model.values import Value, ValueKind
from gui.models.cell_model import ROLE, CellModel, Index

_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_FLAGS = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemNeverHasChildren


class Column(IntEnum):
    """What a column shows, whatever its place."""

    STATE = 0
    NAME = 1
    VALUE = 2
    UNIT = 3
    SCOPE = 4
    CONFIDENCE = 5


FIELD_COLUMNS = (Column.STATE, Column.NAME, Column.VALUE, Column.CONFIDENCE)
STATISTIC_COLUMNS = tuple(Column)


class ValuesModel(CellModel):
    """All values of one kind, sorted as in the original."""

    def __init__(self, kind: ValueKind, lang: str, parent: QObject | None = None) -> None:
        super().__init__(lang, parent)
        self.kind = kind
        self.columns = FIELD_COLUMNS if kind is ValueKind.FIELD else STATISTIC_COLUMNS
        self.value_column = self.columns.index(Column.VALUE)
        self._values: list[Value] = []
        self._rows: dict[str, int] = {}

    def show_report(self, report: Report) -> None:
        """Take another report."""
        self.beginResetModel()
        self._take(report)
        self._preview = {}
        self._values = self._wanted(report)
        self._number()
        self.endResetModel()

    def refresh(self, report: Report) -> None:
        """Take what changed in the same report; nothing is reset, so that an open editor stays open."""
        before = dict(self._severities)
        self._take(report)
        wanted = self._wanted(report)
        keys = {v.key for v in wanted}
        for row in range(len(self._values) - 1, -1, -1):
            if self._values[row].key not in keys:
                self.beginRemoveRows(QModelIndex(), row, row)
                del self._values[row]
                self.endRemoveRows()
        for row, value in enumerate(wanted):
            if row >= len(self._values) or self._values[row].key != value.key:
                self.beginInsertRows(QModelIndex(), row, row)
                self._values.insert(row, value)
                self.endInsertRows()
            elif self._values[row] != value or before.get(value.key) != self._severities.get(value.key):
                self._values[row] = value
                self.dataChanged.emit(self.index(row, 0), self.index(row, len(self.columns) - 1))
        self._number()

    def _wanted(self, report: Report) -> list[Value]:
        return sorted((v for v in report.values if v.kind is self.kind), key=lambda v: v.order)

    def _number(self) -> None:
        self._rows = {v.key: row for row, v in enumerate(self._values)}

    def value_at(self, index: Index) -> Value | None:
        return self._values[index.row()] if index.isValid() else None

    def row_values(self, row: int) -> tuple[Value, ...]:
        return (self._values[row],)

    def index_of(self, key: str) -> QModelIndex:
        row = self._rows.get(key)
        return QModelIndex() if row is None else self.index(row, self.value_column)

    def values(self) -> tuple[Value, ...]:
        return tuple(self._values)

    def rowCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self._values)

    def columnCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self.columns)

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        return _FLAGS | Qt.ItemFlag.ItemIsEditable if index.column() == self.value_column else _FLAGS

    def data(self, index: Index, role: int = ROLE.DisplayRole) -> Any:
        if not index.isValid():
            return None
        value = self._values[index.row()]
        if role == ROLE.DisplayRole:
            return self._shown(value, self.columns[index.column()])
        if role == ROLE.TextAlignmentRole:
            return int(_LEFT)
        if role == ROLE.AccessibleTextRole:
            return self.accessible_text(value)
        return self.value_data(value, role)

    def _shown(self, value: Value, column: Column) -> str:
        if column is Column.NAME:
            return showing.name(value, self.lang)
        if column is Column.VALUE:
            return showing.value_text(value, self.lang)
        if column is Column.UNIT:
            return value.unit or ""
        if column is Column.SCOPE:
            return showing.scope_name(value.scope, self.lang)
        return ""

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = ROLE.DisplayRole) -> Any:
        if orientation is not Qt.Orientation.Horizontal or not 0 <= section < len(self.columns):
            return None
        column = self.columns[section]
        if role == ROLE.TextAlignmentRole:
            return int(_RIGHT if column is Column.VALUE and self.kind is not ValueKind.FIELD else _LEFT)
        if role != ROLE.DisplayRole:
            return None
        if self.kind is ValueKind.FIELD:
            return {Column.NAME: self.tr("Field"), Column.VALUE: self.tr("Content")}.get(column) or (
                self.tr("Sure") if column is Column.CONFIDENCE else ""
            )
        return {
            Column.NAME: self.tr("Name"),
            Column.VALUE: self.tr("Value"),
            Column.UNIT: self.tr("Unit"),
            Column.SCOPE: self.tr("Scope"),
            Column.CONFIDENCE: self.tr("Sure"),
        }.get(column, "")
