"""The reports of a project, grouped by state and filtered."""

from bisect import bisect_left, insort
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby
from operator import attrgetter
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from core.base.messages import word
from core.model.report import ReportRow, ReportState

Index = QModelIndex | QPersistentModelIndex
ROLE = Qt.ItemDataRole
ITEM_ROLE = int(ROLE.UserRole)  # ReportRow or Group
_ORDER = (
    ReportState.IN_REVIEW,
    ReportState.RETURNED,
    ReportState.NEW,
    ReportState.REVIEWED,
    ReportState.SIGNED_OFF,
)
_Place = tuple[int, tuple[str, ...], str, int, int]
_FLAGS = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemNeverHasChildren


@dataclass(frozen=True, slots=True)
class Group:
    """The head of a group: its state, and how many reports follow."""

    state: ReportState
    count: int


@dataclass(frozen=True, slots=True)
class ReportFilter:
    """Which reports the list shows; empty parts let all pass. `text` is looked for in names, regions and files."""

    text: str = ""
    state: ReportState | None = None
    year: int | None = None
    region: str = ""
    only_findings: bool = False

    def lets(self, row: ReportRow) -> bool:
        """Whether a report is shown, its words apart."""
        if self.state is not None and row.state is not self.state:
            return False
        if self.year is not None and row.year != self.year:
            return False
        if self.region and self.region not in row.region_path:
            return False
        return not self.only_findings or bool(row.errors or row.warnings)


class ReportsModel(QAbstractListModel):
    """A flat list: each group's head, then its reports by year and name."""

    def __init__(self, lang: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._lang = lang
        self._rows: dict[int, ReportRow] = {}
        self._sorted: list[_Place] = []
        self._words: dict[int, str] = {}  # what is looked through for words, made when it is first needed
        self._filter = ReportFilter()
        self._items: list[ReportRow | Group] = []
        self._places: dict[int, int] = {}

    def set_rows(self, rows: Sequence[ReportRow]) -> None:
        """Take all reports of a project."""
        self._rows = {row.id: row for row in rows}
        self._words.clear()
        self._sorted = sorted(map(_place, rows))
        self._rebuild()

    def put(self, rows: Sequence[ReportRow]) -> None:
        """Some reports changed or came new; one that keeps its place is only drawn again."""
        moved = False
        for row in rows:
            old = self._rows.get(row.id)
            self._rows[row.id] = row
            self._words.pop(row.id, None)
            at = self._places.get(row.id)
            if old is None or _place(old) != _place(row):
                if old is not None:
                    del self._sorted[bisect_left(self._sorted, _place(old))]
                insort(self._sorted, _place(row))
                moved = True
            elif (at is not None) != self._lets(row):
                moved = True
            elif at is not None:
                self._items[at] = row
                self.dataChanged.emit(self.index(at), self.index(at))
        if moved:
            self._rebuild()

    def set_filter(self, wanted: ReportFilter) -> None:
        """Show only what passes."""
        if wanted != self._filter:
            self._filter = wanted
            self._rebuild()

    @property
    def filter(self) -> ReportFilter:
        """What is shown at present."""
        return self._filter

    def _lets(self, row: ReportRow) -> bool:
        if not self._filter.lets(row):
            return False
        if not self._filter.text:
            return True
        where = self._words.get(row.id)
        if where is None:
            where = f"{row.title}\n{row.name}\n{'/'.join(row.region_path)}\n{row.source_name}\n{row.year}".casefold()
            self._words[row.id] = where
        return all(part in where for part in self._filter.text.casefold().split())

    def _rebuild(self) -> None:
        self.beginResetModel()
        rows = self._rows
        shown = [row for place in self._sorted if self._lets(row := rows[place[-1]])]
        self._items = []
        for state, found in groupby(shown, key=attrgetter("state")):
            reports = list(found)
            self._items.append(Group(state, len(reports)))
            self._items += reports
        self._places = {item.id: n for n, item in enumerate(self._items) if isinstance(item, ReportRow)}
        self.endResetModel()

    def all_rows(self) -> tuple[ReportRow, ...]:
        """All reports of the project, filtered or not."""
        return tuple(self._rows.values())

    def shown(self) -> list[int]:
        """The ids of the reports that are shown, from the top."""
        return list(self._places)

    def index_of(self, report_id: int | None) -> QModelIndex:
        """Where a report stands; invalid when it is not shown."""
        at = self._places.get(report_id) if report_id is not None else None
        return QModelIndex() if at is None else self.index(at)

    def rowCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self._items)

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        is_report = isinstance(self._items[index.row()], ReportRow)
        return _FLAGS | Qt.ItemFlag.ItemIsSelectable if is_report else Qt.ItemFlag.ItemNeverHasChildren

    def data(self, index: Index, role: int = ROLE.DisplayRole) -> Any:
        if not index.isValid():
            return None
        item = self._items[index.row()]
        if role == ITEM_ROLE:
            return item
        state = word(f"export.report_state.{item.state}", {}, self._lang)
        if isinstance(item, Group):
            return state if role in (ROLE.DisplayRole, ROLE.AccessibleTextRole) else None
        if role == ROLE.DisplayRole:
            return item.name
        if role == ROLE.AccessibleTextRole:
            return f"{item.name} {item.year or ''} {state} {word('showing.left', {'n': item.open}, self._lang)}"
        if role == ROLE.ToolTipRole:
            return "\n".join(filter(None, (item.title, " / ".join(item.region_path), item.source_name)))
        return None


def _place(row: ReportRow) -> _Place:
    """Where a report stands among the others; its id comes last."""
    return _ORDER.index(row.state), row.region_path, row.name, row.year or 0, row.id
