"""The table under every tab of values: one current value, a selection, an editor that input methods can rely on."""

from PySide6.QtCore import QEvent, QItemSelectionModel, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QGuiApplication,
    QInputMethodEvent,
    QKeyEvent,
    QMouseEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractItemDelegate, QAbstractItemView, QFrame, QTableView, QWidget

from core.app import showing
from core.model.report import Report
from core.model.values import Value
from gui.delegates.cell_delegate import CellDelegate, Emphasis
from gui.delegates.cell_editor import CellEditor
from gui.models.cell_model import CellModel
from gui.theme import Theme

Index = QModelIndex | QPersistentModelIndex
_Hint = QAbstractItemDelegate.EndEditHint
_Move = QAbstractItemView.CursorAction
_Flag = QItemSelectionModel.SelectionFlag


class CellTable(QTableView):
    """Shows a CellModel. What a person does here is told by signals; what the program sets is not."""

    current_changed = Signal(str)
    value_hovered = Signal(str)
    editing_changed = Signal(bool)
    typed = Signal(str)
    selection_changed = Signal()
    entered = Signal()

    def __init__(self, theme: Theme, cells: CellModel, lang: str, parent: QWidget | None = None) -> None:
        self._quiet = True
        super().__init__(parent)
        self.theme = theme
        self.cells = cells
        self.emphasis = Emphasis()
        self.lang = lang
        self._only_open = False
        self.is_locked = False  # the report is signed off: nothing is edited
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setModel(cells)
        self.setMouseTracking(True)
        self.setTabKeyNavigation(True)
        self.setWordWrap(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(
            QAbstractItemView.EditTrigger.AnyKeyPressed
            | QAbstractItemView.EditTrigger.EditKeyPressed
            | QAbstractItemView.EditTrigger.DoubleClicked
        )
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.verticalHeader().hide()
        self.verticalHeader().setMinimumSectionSize(8)
        self.horizontalHeader().setHighlightSections(False)
        self.horizontalHeader().setMinimumSectionSize(8)
        self.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled)
        theme.changed.connect(self._on_theme_changed)
        self._quiet = False

    def use(self, delegate: CellDelegate) -> None:
        """Draw and edit through this delegate."""
        self.setItemDelegate(delegate)
        delegate.opened.connect(self._on_opened)
        delegate.closed.connect(self._on_closed)
        delegate.entered.connect(self.entered)
        self._delegate = delegate

    # ---- what is current

    def current_key(self) -> str | None:
        """The current value, None when it is not in this table."""
        return self.emphasis.current

    def set_current(self, key: str | None) -> None:
        """Make `key` current, without telling; a key that is not here clears the mark."""
        index = self.cells.index_of(key) if key else QModelIndex()
        self._quiet = True
        try:
            if not index.isValid():
                self._mark(None)
                self.clearSelection()
                return
            self.setRowHidden(index.row(), False)
            if not (self.currentIndex() == index and self.selectionModel().isSelected(index)):
                self.selectionModel().setCurrentIndex(index, self._select_flags())
            self._mark(key)
            self.scrollTo(index)
        finally:
            self._quiet = False

    def _select_flags(self) -> QItemSelectionModel.SelectionFlag:
        rows = self.selectionBehavior() is QAbstractItemView.SelectionBehavior.SelectRows
        return _Flag.ClearAndSelect | _Flag.Rows if rows else _Flag.ClearAndSelect

    def _mark(self, key: str | None) -> None:
        old, self.emphasis.current = self.emphasis.current, key
        for changed in {old, key} - {None}:
            self._redraw(str(changed))

    def _redraw(self, key: str) -> None:
        index = self.cells.index_of(key)
        if index.isValid():
            y = self.rowViewportPosition(index.row())
            self.viewport().update(0, y, self.viewport().width(), self.rowHeight(index.row()))

    def set_hover(self, key: str | None) -> None:
        """The pointer is on the mark of `key` in the original."""
        old, self.emphasis.hover = self.emphasis.hover, key
        for changed in {old, key} - {None}:
            self._redraw(str(changed))

    def set_rings(self, keys: frozenset[str]) -> None:
        """The addends, or the other side, of what is current."""
        self.emphasis.rings = keys
        self.viewport().update()

    def selected_values(self) -> tuple[Value, ...]:
        """What a command acts on, in the order of the original; at least the current value."""
        found = {v.key: v for i in self.selectedIndexes() if (v := self.cells.value_at(i))}
        if not found and self.emphasis.current:
            current = self.cells.value_at(self.cells.index_of(self.emphasis.current))
            return (current,) if current else ()
        return tuple(sorted(found.values(), key=lambda v: v.order))

    def visible_values(self) -> list[Value]:
        """The values of all rows that are not filtered away."""
        rows = (r for r in range(self.cells.rowCount()) if not self.isRowHidden(r))
        return [v for r in rows for v in self.cells.row_values(r)]

    def set_only_open(self, only: bool) -> None:
        """Hide the rows in which nothing waits; the current row stays."""
        self._only_open = only
        self.filter_rows()

    def filter_rows(self) -> None:
        """Apply the filter again, after values changed."""
        for row in range(self.cells.rowCount()):
            values = self.cells.row_values(row)
            wanted = not self._only_open or any(showing.is_waiting(v) or v.key == self.emphasis.current for v in values)
            if self.isRowHidden(row) == wanted:
                self.setRowHidden(row, not wanted)

    def refresh(self, report: Report) -> None:
        """The values of the same report changed."""
        self.cells.refresh(report)  # type: ignore[attr-defined]
        self.filter_rows()

    # ---- editing

    @property
    def editor(self) -> CellEditor | None:
        """The open editor."""
        return self._delegate.editor

    @property
    def is_editing(self) -> bool:
        """An editor is open, or an input method is about to open one."""
        return self.editor is not None or bool(self.emphasis.preedit)

    @property
    def is_composing(self) -> bool:
        """An input method is composing, in the editor or over the current cell."""
        return bool(self.emphasis.preedit) or (self.editor is not None and self.editor.is_composing)

    def begin_edit(self, typed: str | None = None) -> bool:
        """Open the editor on the current value, with what holds now, or with `typed` in its place."""
        index = self.cells.index_of(self.emphasis.current or "")
        if not index.isValid() or self.is_locked:
            return False
        if self.editor is None:
            super().edit(index)
        if self.editor is not None and typed is not None:
            self.editor.selectAll()
            self.editor.insert(typed)
        return self.editor is not None

    def commit_edit(self) -> bool:
        """Ask for the change that was typed and close the editor.

        Returns:
            True when a change was asked for. False when nothing was changed, or the input method keeps composing;
            then the editor stays open.
        """
        if self.is_composing:
            QGuiApplication.inputMethod().commit()
        editor = self.editor
        if self.is_composing or editor is None:
            return False
        asked: list[object] = []
        self.cells.edit_requested.connect(asked.append)
        try:
            self.commitData(editor)
        finally:
            self.cells.edit_requested.disconnect(asked.append)
        self.closeEditor(editor, _Hint.NoHint)
        return bool(asked)

    def cancel_edit(self) -> None:
        """Leave the editor; what was typed is forgotten."""
        if self.emphasis.preedit:
            QGuiApplication.inputMethod().reset()
            self._compose("")
        if self.editor is not None:
            self.closeEditor(self.editor, _Hint.RevertModelCache)

    def edit(self, index: Index, trigger: object = None, event: object = None) -> bool:  # type: ignore[override]
        """Whatever column of a list is current, its value is edited."""
        key = self.cells.key_at(index)
        if key is None or trigger is None or self.is_locked:
            return False
        return super().edit(self.cells.index_of(key), trigger, event)  # type: ignore[call-overload,no-any-return]

    def closeEditor(self, editor: QWidget, hint: QAbstractItemDelegate.EndEditHint) -> None:
        super().closeEditor(editor, _Hint.RevertModelCache if hint is _Hint.RevertModelCache else _Hint.NoHint)
        if hint in (_Hint.EditNextItem, _Hint.EditPreviousItem):
            action = _Move.MoveNext if hint is _Hint.EditNextItem else _Move.MovePrevious
            after = self.moveCursor(action, Qt.KeyboardModifier.NoModifier)
            self.selectionModel().setCurrentIndex(after, self._select_flags())

    def _on_opened(self, editor: CellEditor) -> None:
        editor.textChanged.connect(self.typed)
        self.editing_changed.emit(True)

    def _on_closed(self) -> None:
        self.editing_changed.emit(False)
        self.setFocus()

    # ---- Qt

    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        self.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled)
        if self._quiet:
            return
        key = self.cells.key_at(current)
        if key and key != self.emphasis.current:
            self._mark(key)
            self.current_changed.emit(key)

    def selectionChanged(self, selected: object, deselected: object) -> None:
        super().selectionChanged(selected, deselected)  # type: ignore[arg-type]
        if not self._quiet:
            self.selection_changed.emit()

    def keyboardSearch(self, search: str) -> None:
        """Typing edits; it does not search the list."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self.is_composing:
            return  # it is the input method's
        if event.key() in (Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Escape):
            event.ignore()
            return
        super().keyPressEvent(event)

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        """Compose over the current cell, and open the editor with what the input method gives away.

        Moving the focus into an editor at the first letter would make most input methods drop that letter.
        """
        if self.editor is not None:
            QGuiApplication.sendEvent(self.editor, event)
            return
        if not self.emphasis.current:
            event.ignore()
            return
        self._compose(event.preeditString())
        if event.commitString():
            self._compose("")
            self.begin_edit(event.commitString())
            if event.preeditString() and self.editor is not None:
                rest = QInputMethodEvent(event.preeditString(), event.attributes())
                QGuiApplication.sendEvent(self.editor, rest)
        event.accept()

    def _compose(self, preedit: str) -> None:
        was, self.emphasis.preedit = self.emphasis.preedit, preedit
        if self.emphasis.current:
            self._redraw(self.emphasis.current)
        if preedit != was and self.editor is None:
            self.typed.emit(preedit)
            if bool(was) != bool(preedit):
                self.editing_changed.emit(bool(preedit))

    def inputMethodQuery(self, query: Qt.InputMethodQuery) -> object:
        if query is Qt.InputMethodQuery.ImEnabled:
            return True
        if query is Qt.InputMethodQuery.ImCursorRectangle:
            return self.visualRect(self.cells.index_of(self.emphasis.current or ""))
        return super().inputMethodQuery(query)

    def event(self, event: QEvent) -> bool:
        if event.type() is QEvent.Type.ShortcutOverride and self.emphasis.preedit:
            event.accept()
            return True
        return super().event(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        self._hover(self.cells.key_at(self.indexAt(event.position().toPoint())))

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._hover(None)

    def _hover(self, key: str | None) -> None:
        if key != self.emphasis.hover:
            self.set_hover(key)
            self.value_hovered.emit(key or "")

    def focusInEvent(self, event: QFocusEvent) -> None:
        was, self._quiet = self._quiet, self._quiet or not self.currentIndex().isValid()
        super().focusInEvent(event)  # without a current cell Qt would choose the first one
        self._quiet = was
        self._on_focus(True)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._compose("")
        self._on_focus(self.editor is not None and self.editor.hasFocus())

    def _on_focus(self, focused: bool) -> None:
        self.emphasis.focused = focused
        self.viewport().update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.fit_columns()
        index = self.cells.index_of(self.emphasis.current or "")
        if index.isValid():
            self.scrollTo(index)

    def fit_columns(self) -> None:
        """Share out the width. Subclasses know their columns."""

    def _on_theme_changed(self) -> None:
        self.fit_columns()
        self.viewport().update()
