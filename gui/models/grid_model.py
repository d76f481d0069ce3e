"""One table of figures as a true grid: group columns, the label, its unit, and the columns of figures."""

from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QModelIndex, QObject, Qt

from core.app import showing
from core.model.extraction import Table
from core.model.report import Report
from core.model.values import Value, cell_key
from gui.models.cell_model import ROLE, CellModel, Index

_FIXED = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemNeverHasChildren
_CELL = _FIXED | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsEditable
LABEL_ROLE = int(ROLE.UserRole) + 10  # GridRow


@dataclass(frozen=True, slots=True)
class GridRow:
    """What stands left of the figures. `ends_group` is true on the last row before another outermost group."""

    groups: tuple[str, ...]
    label: str
    level: int
    unit: str
    ends_group: bool


class GridModel(CellModel):
    """The rows as printed. Values are found by their keys, so that added and corrected ones stand in place."""

    def __init__(self, lang: str, parent: QObject | None = None) -> None:
        super().__init__(lang, parent)
        self.table: Table | None = None
        self.number = 0
        self.depth = 0  # how many group columns there are
        self.has_units = False
        self._rows: list[GridRow] = []
        self._keys: list[str] = []
        self._values: dict[str, Value] = {}
        self._at: dict[str, tuple[int, int]] = {}

    @property
    def label_column(self) -> int:
        """The column of the labels; the group columns stand before it."""
        return self.depth

    @property
    def unit_column(self) -> int:
        """The column of the units, -1 when no row has one."""
        return self.depth + 1 if self.has_units else -1

    @property
    def first_figure(self) -> int:
        """The first column of figures."""
        return self.depth + 1 + self.has_units

    def show_table(self, report: Report, number: int) -> None:
        """Take table `number` (from 0) of a report."""
        self.beginResetModel()
        self._take(report)
        self._preview = {}
        table = report.extraction.tables[number]
        self.table, self.number = table, number
        self.depth = max((len(r.groups) for r in table.rows), default=0)
        self.has_units = any(r.unit for r in table.rows)
        self._rows = [self._row(table, n) for n in range(len(table.rows))]
        self._keys = [c.key for c in table.columns]
        self._at = {
            cell_key(number, r, column): (r, self.first_figure + c)
            for r in range(len(table.rows))
            for c, column in enumerate(self._keys)
        }
        self._values = self._wanted(report)
        self.endResetModel()

    def refresh(self, report: Report) -> None:
        """Take what changed in the same report."""
        before_values, before = self._values, dict(self._severities)
        self._take(report)
        self._values = self._wanted(report)
        for key in self._at:
            old, new = before_values.get(key), self._values.get(key)
            if (old is not new and old != new) or before.get(key) != self._severities.get(key):
                self.touch(key)

    def _wanted(self, report: Report) -> dict[str, Value]:
        return {v.key: v for v in report.values if v.key in self._at}

    def _row(self, table: Table, n: int) -> GridRow:
        row = table.rows[n]
        after = table.rows[n + 1].groups[:1] if n + 1 < len(table.rows) else None
        return GridRow(row.groups, row.label, row.level, row.unit or "", after != row.groups[:1])

    def row(self, n: int) -> GridRow:
        """What stands left of the figures of row `n`."""
        return self._rows[n]

    def group_runs(self) -> list[tuple[int, int, int]]:
        """Merged group cells: (column, first row, number of rows), only of more than one row."""
        runs = []
        for depth in range(self.depth):
            start = 0
            for n in range(1, len(self._rows) + 1):
                same = n < len(self._rows) and (
                    self._rows[n].groups[: depth + 1] == self._rows[start].groups[: depth + 1]
                )
                if not same:
                    if n - start > 1:
                        runs.append((depth, start, n - start))
                    start = n
        return runs

    def value_at(self, index: Index) -> Value | None:
        if not index.isValid() or index.column() < self.first_figure:
            return None
        return self._values.get(cell_key(self.number, index.row(), self._keys[index.column() - self.first_figure]))

    def row_values(self, row: int) -> tuple[Value, ...]:
        found = (self._values.get(cell_key(self.number, row, column)) for column in self._keys)
        return tuple(v for v in found if v)

    def index_of(self, key: str) -> QModelIndex:
        at = self._at.get(key)
        return QModelIndex() if at is None or key not in self._values else self.index(*at)

    def values(self) -> tuple[Value, ...]:
        return tuple(sorted(self._values.values(), key=lambda v: v.order))

    def rowCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() or self.table is None else self.first_figure + len(self._keys)

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        return _CELL if self.value_at(index) else _FIXED

    def data(self, index: Index, role: int = ROLE.DisplayRole) -> Any:
        if not index.isValid():
            return None
        row = self._rows[index.row()]
        if role == LABEL_ROLE:
            return row
        value = self.value_at(index)
        if value is None:
            return self._left_of_figures(row, index.column()) if role == ROLE.DisplayRole else None
        if role == ROLE.DisplayRole:
            return showing.value_text(value, self.lang)
        if role == ROLE.AccessibleTextRole:
            words = (*row.groups, self.accessible_text(value), *self._path(index.column())[-1:])
            return " ".join(words)
        return self.value_data(value, role)

    def _left_of_figures(self, row: GridRow, column: int) -> str:
        if column < self.depth:
            return row.groups[column] if column < len(row.groups) else ""
        if column == self.label_column:
            return row.label
        return row.unit if column == self.unit_column else ""

    def _path(self, column: int) -> tuple[str, ...]:
        at = column - self.first_figure
        return self.table.columns[at].path if self.table and 0 <= at < len(self._keys) else ()

    def head(self, column: int) -> tuple[tuple[str, ...], str]:
        """The printed words over a column of figures, from top to bottom, and its scope in words."""
        at = column - self.first_figure
        if self.table is None or not 0 <= at < len(self._keys):
            return (), ""
        return self.table.columns[at].path, showing.scope_name(self.table.columns[at].scope, self.lang)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = ROLE.DisplayRole) -> Any:
        if orientation is not Qt.Orientation.Horizontal or role not in (ROLE.DisplayRole, ROLE.ToolTipRole):
            return None
        if section == self.label_column:
            return self.tr("Indicator")
        if section == self.unit_column:
            return self.tr("Unit")
        return " / ".join(self._path(section))
