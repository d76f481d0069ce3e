"""What the value list and the table grid have in common: cells that hold Values, found by key, edited by request."""

from abc import abstractmethod
from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from core.app import changes, showing
from core.base.messages import word
from core.model.findings import Severity
from core.model.report import Report
from core.model.values import Value

Index = QModelIndex | QPersistentModelIndex
ROLE = Qt.ItemDataRole
VALUE_ROLE = int(ROLE.UserRole)  # the Value itself
SEVERITY_ROLE = int(ROLE.UserRole) + 1  # worst open finding about it: "", error, warning or info
PREVIEW_ROLE = int(ROLE.UserRole) + 2  # what a paste would put here, None where it changes nothing


class CellModel(QAbstractTableModel):
    """Rows and columns over one report's values. It never writes: an edit leaves it as a Change."""

    edit_requested = Signal(object)  # Change

    def __init__(self, lang: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.lang = lang
        self.report_id = 0
        self._severities: Mapping[str, Severity] = {}
        self._preview: Mapping[str, str] = {}

    @abstractmethod
    def value_at(self, index: Index) -> Value | None:
        """The value that `index` speaks of, None for a place without one."""

    @abstractmethod
    def index_of(self, key: str) -> QModelIndex:
        """The cell in which that value is edited; invalid when it is not here."""

    @abstractmethod
    def values(self) -> tuple[Value, ...]:
        """All values, in the order of the original."""

    @abstractmethod
    def row_values(self, row: int) -> tuple[Value, ...]:
        """The values of one row."""

    def key_at(self, index: Index) -> str | None:
        """The key of the value at `index`."""
        value = self.value_at(index)
        return value.key if value else None

    def set_preview(self, typed: Mapping[str, str]) -> None:
        """Show what a paste would change; empty: nothing."""
        old, self._preview = self._preview, dict(typed)
        for key in (*old, *self._preview):
            self.touch(key)

    def touch(self, key: str) -> None:
        """Have the row of `key` drawn again."""
        at = self.index_of(key)
        if at.isValid():
            self.dataChanged.emit(self.index(at.row(), 0), self.index(at.row(), self.columnCount() - 1))

    def _take(self, report: Report) -> None:
        self.report_id = report.row.id
        self._severities = showing.severities(report.findings)

    def value_data(self, value: Value, role: int) -> Any:
        """The roles that are the same for every cell holding a value."""
        if role == VALUE_ROLE:
            return value
        if role == ROLE.EditRole:
            return showing.edit_text(value)
        if role == SEVERITY_ROLE:
            return str(self._severities.get(value.key, ""))
        if role == PREVIEW_ROLE:
            return self._preview.get(value.key)
        if role == ROLE.ToolTipRole:
            return self._tool_tip(value)
        return None

    def _tool_tip(self, value: Value) -> str:
        words = [f"{showing.name(value, self.lang)}\u3000{showing.value_text(value, self.lang)}"]
        if value.reading:
            words.append(word(value.reading.reason.code, value.reading.reason.params, self.lang))
        words += [word(p.message.code, p.message.params, self.lang) for p in value.proofs]
        return "\n".join(words)

    def accessible_text(self, value: Value) -> str:
        """The whole row in words, for a screen reader."""
        look = word(f"state.{value.look}", {}, self.lang)
        words = (
            showing.name(value, self.lang),
            showing.value_text(value, self.lang),
            value.unit or "",
            showing.scope_name(value.scope, self.lang),
            look,
        )
        return " ".join(w for w in words if w)

    def setData(self, index: Index, value: Any, role: int = ROLE.EditRole) -> bool:
        subject = self.value_at(index)
        if subject is None or role != ROLE.EditRole or value == showing.edit_text(subject):
            return False
        change = changes.correct(self.report_id, subject, str(value))
        if change is not None:
            self.edit_requested.emit(change)
        return False  # the store answers with an event, and `refresh` shows what then holds
