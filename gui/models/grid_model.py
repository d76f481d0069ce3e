"""One table of figures as a true grid. Columns are those of figures; what names a row stands in front of them."""

from collections.abc import Iterator
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


@dataclass(frozen=True, slots=True)
class GridRow:
    """What stands left of the figures. `ends_group` is true on the last row before another outermost group."""

    groups: tuple[str, ...]
    label: str
    level: int
    unit: str
    ends_group: bool


@dataclass(frozen=True, slots=True)
class GridGroup:
    """A merged group: how deep it stands (0 is outermost), its words, and its first and last row."""

    depth: int
    words: str
    first: int
    last: int


class GridModel(CellModel):
    """The rows as printed. Values are found by their keys, so that added and corrected ones stand in place."""

    def __init__(self, lang: str, parent: QObject | None = None) -> None:
        super().__init__(lang, parent)
        self.table: Table | None = None
        self.number = 0
        self.depth = 0  # how many group columns there are
        self.units: frozenset[str] = frozenset()  # without that of rows that have none
        self.groups: tuple[GridGroup, ...] = ()
        self._rows: list[GridRow] = []
        self._keys: list[str] = []
        self._values: dict[str, Value] = {}
        self._at: dict[str, tuple[int, int]] = {}

    @property
    def common(self) -> tuple[str, ...]:
        """What holds for every figure and is said once: the one unit, the one period; without what differs."""
        unit = next(iter(self.units)) if self.has_common_unit else ""
        scopes = {self.head(c)[1] for c in range(self.columnCount())}
        return tuple(w for w in (unit, scopes.pop() if len(scopes) == 1 else "") if w)

    @property
    def has_common_unit(self) -> bool:
        """All rows have the same unit."""
        return len(self.units) == 1 and all(row.unit for row in self._rows)

    def show_table(self, report: Report, number: int) -> None:
        """Take table `number` (from 0) of a report."""
        self.beginResetModel()
        self._take(report)
        self._preview = {}
        table = report.extraction.tables[number]
        self.table, self.number = table, number
        self.depth = max((len(r.groups) for r in table.rows), default=0)
        self.units = frozenset(r.unit for r in table.rows if r.unit)
        self._rows = [self._row(table, n) for n in range(len(table.rows))]
        self.groups = tuple(self._groups())
        self._keys = [c.key for c in table.columns]
        self._at = {
            cell_key(number, r, column): (r, c) for r in range(len(table.rows)) for c, column in enumerate(self._keys)
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

    def _groups(self) -> Iterator[GridGroup]:
        for depth in range(self.depth):
            path = [r.groups[: depth + 1] for r in self._rows]
            first = 0
            for n in range(1, len(path) + 1):
                if n == len(path) or path[n] != path[first]:
                    if len(path[first]) > depth:
                        yield GridGroup(depth, path[first][depth], first, n - 1)
                    first = n

    def value_at(self, index: Index) -> Value | None:
        if not index.isValid():
            return None
        return self._values.get(cell_key(self.number, index.row(), self._keys[index.column()]))

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
        return 0 if parent.isValid() or self.table is None else len(self._keys)

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        return _CELL if self.value_at(index) else _FIXED

    def data(self, index: Index, role: int = ROLE.DisplayRole) -> Any:
        if not index.isValid():
            return None
        value = self.value_at(index)
        if value is None:
            return None
        if role == ROLE.DisplayRole:
            return showing.value_text(value, self.lang)
        if role == ROLE.AccessibleTextRole:
            words = (*self._rows[index.row()].groups, self.accessible_text(value), *self._path(index.column())[-1:])
            return " ".join(words)
        return self.value_data(value, role)

    def _path(self, column: int) -> tuple[str, ...]:
        return self.table.columns[column].path if self.table and 0 <= column < len(self._keys) else ()

    def head(self, column: int) -> tuple[tuple[str, ...], str]:
        """The printed words over a column of figures, from top to bottom, and its scope in words."""
        if self.table is None or not 0 <= column < len(self._keys):
            return (), ""
        return self._path(column), showing.scope_name(self.table.columns[column].scope, self.lang)

    def corner(self) -> tuple[str, str]:
        """The words over the names of the rows, and over their units."""
        return self.tr("Indicator"), self.tr("Unit")

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = ROLE.DisplayRole) -> Any:
        if role not in (ROLE.DisplayRole, ROLE.ToolTipRole):
            return None
        if orientation is Qt.Orientation.Horizontal:
            return " / ".join(self._path(section))
        if not 0 <= section < len(self._rows):
            return None
        row = self._rows[section]
        return " / ".join((*row.groups, row.label))
