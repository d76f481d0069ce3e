"""The map of the keys, and changing them."""

import re
from collections.abc import Mapping

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFrame,
    QHeaderView,
    QKeySequenceEdit,
    QLabel,
    QPushButton,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from gui.actions import MENUS, Actions
from gui.theme import Theme

_PORTABLE = QKeySequence.SequenceFormat.PortableText
# Input methods own these; a letter, a digit or Space alone would be eaten by them. Source: DESIGN, section 4.
_TAKEN = {"Ctrl+Space", "Shift+Space", "Ctrl+Shift+F", "Ctrl+`"}


def fault(keys: str, others: Mapping[str, str]) -> str:
    """Why a key cannot be given: "ime" belongs to input methods, "plain" has no modifier, else who has it; "" is fine.

    Args:
        others: portable text -> name of the action that has it.
    """
    if not keys:
        return ""
    if keys in _TAKEN:
        return "ime"
    if len(keys) == 1 or keys == "Space":
        return "plain"
    return others.get(keys, "")


class KeyMap(QDialog):
    """All actions with their keys. `is_editable`: keys can be changed; `changed()` has what was."""

    def __init__(self, theme: Theme, actions: Actions, is_editable: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._actions = actions
        self._edits: dict[str, QKeySequenceEdit] = {}
        self.setWindowTitle(self.tr("Change keys") if is_editable else self.tr("Map of the keys"))
        self.resize(theme.px(560), theme.px(620))
        self._table = QTableWidget(0, 2)
        self._table.setHorizontalHeaderLabels([self.tr("Action"), self.tr("Key")])
        self._table.verticalHeader().hide()
        self._table.setShowGrid(False)
        self._table.setFrameShape(QFrame.Shape.NoFrame)
        self._table.setEditTriggers(QTableWidget.EditTrigger.NoEditTriggers)
        self._table.setSelectionMode(QTableWidget.SelectionMode.NoSelection)
        self._table.horizontalHeader().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        self._table.setColumnWidth(1, theme.px(210))
        self._table.verticalHeader().setDefaultSectionSize(theme.px(32 if is_editable else 26))
        self._fill(is_editable)
        self.fault = QLabel()
        self.fault.setObjectName("errorline")
        self.fault.setWordWrap(True)
        self.fault.setVisible(is_editable)
        kinds = QDialogButtonBox.StandardButton
        buttons = QDialogButtonBox(kinds.Ok | kinds.Cancel if is_editable else kinds.Close)
        if is_editable:
            own = QPushButton(self.tr("Restore all"))
            own.clicked.connect(self._restore)
            buttons.addButton(own, QDialogButtonBox.ButtonRole.ResetRole)
            self.ok = buttons.button(kinds.Ok)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 14, 16, 14)
        layout.addWidget(self._table, 1)
        layout.addWidget(self.fault)
        layout.addWidget(buttons)

    def _fill(self, is_editable: bool) -> None:
        titles = self._actions.menu_titles()
        for menu, names in MENUS:
            self._row(re.sub(r"\(&\w\)|&", "", titles[menu]), "", True)
            for name in names:
                if not name or name.startswith("menu:"):
                    continue
                self._row(self._actions.text(name), self._actions.key(name), False)
                if is_editable:
                    edit = QKeySequenceEdit(self._actions[name].shortcut())
                    edit.setClearButtonEnabled(True)
                    edit.setMaximumSequenceLength(1)
                    edit.setAccessibleName(self._actions.text(name))
                    edit.keySequenceChanged.connect(self._check)
                    self._edits[name] = edit
                    self._table.setCellWidget(self._table.rowCount() - 1, 1, edit)

    def _row(self, words: str, keys: str, is_head: bool) -> None:
        n = self._table.rowCount()
        self._table.insertRow(n)
        for column, text in enumerate((words, keys)):
            item = QTableWidgetItem(text)
            item.setFlags(Qt.ItemFlag.ItemIsEnabled)
            if is_head:
                font = self._table.font()
                font.setBold(True)
                item.setFont(font)
            self._table.setItem(n, column, item)

    def changed(self) -> dict[str, str]:
        """The keys that differ from the program's own."""
        found = {}
        for name, edit in self._edits.items():
            keys = edit.keySequence().toString(_PORTABLE)
            own = [QKeySequence(k).toString(_PORTABLE) for k in self._actions.own_keys(name)[:1]]
            if keys != "".join(own):
                found[name] = keys
        return found

    def _restore(self) -> None:
        for name, edit in self._edits.items():
            own = self._actions.own_keys(name)
            edit.setKeySequence(QKeySequence(own[0]) if own else QKeySequence())

    def _check(self) -> None:
        said = ""
        seen: dict[str, str] = {}
        for name, edit in self._edits.items():
            keys = edit.keySequence().toString(_PORTABLE)
            why = fault(keys, seen)
            seen.setdefault(keys, self._actions.text(name))
            if why == "ime":
                said = self.tr("{key} belongs to input methods; choose another").format(key=keys)
            elif why == "plain":
                said = self.tr("{key} alone would be typed; choose one with Ctrl or Alt").format(key=keys)
            elif why:
                said = self.tr("{key} is already used by “{action}”").format(key=keys, action=why)
        self.fault.setText(said)
        self.ok.setEnabled(not said)
