"""A table of figures as a true grid: merged groups, wrapped labels, a head as printed with the scope below."""

from PySide6.QtCore import QModelIndex, QRect, Qt
from PySide6.QtWidgets import QAbstractItemView, QWidget

from core.model.report import Report
from gui.delegates.grid_delegate import GridDelegate
from gui.models.grid_model import GridModel
from gui.theme import Theme
from gui.views.cell_table import CellTable, Index, _Move
from gui.views.grid_heads import GridCorner, GridHeader, GridNames

# Least and wished widths. Labels come first, up to what is easy to read; then all share, and the rest is the label's.
_GROUP = (58, 92)
_LABEL = (96, 260)
_EASY_LABEL = 140
_NO_LABEL = 56  # also where no row has a label, its head needs some room
_FIGURE = 108
_NARROW = 88
_ROW = 30
_MANY = 3  # more columns of figures than this are drawn narrow
_STEPS = {_Move.MoveUp: (-1, 0), _Move.MoveDown: (1, 0), _Move.MoveLeft: (0, -1), _Move.MoveRight: (0, 1)}


class GridTable(CellTable):
    """Cells are selected as in a spreadsheet. Heads and names stay while the figures scroll."""

    def __init__(self, theme: Theme, lang: str = "zh_CN", parent: QWidget | None = None) -> None:
        self._grid = GridModel(lang)
        super().__init__(theme, self._grid, lang, parent)
        self._grid.setParent(self)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectItems)
        self._cells_drawn = GridDelegate(theme, self.emphasis, lang, self._grid, self)
        self.use(self._cells_drawn)
        self._head = GridHeader(theme, self._grid, self)
        self._names = GridNames(theme, self._grid, self._cells_drawn.ground, self)
        self.setHorizontalHeader(self._head)
        self.setVerticalHeader(self._names)
        self.setCornerButtonEnabled(False)
        self._corner = GridCorner(self._head, self._names, self)
        self._names.pressed_row.connect(self._take_row)
        self.horizontalScrollBar().valueChanged.connect(lambda: self._head.viewport().update())
        self.verticalScrollBar().valueChanged.connect(lambda: self._names.viewport().update())

    def show_table(self, report: Report, number: int) -> None:
        """Take table `number` (from 0) of a report."""
        self._grid.show_table(report, number)
        self.emphasis.current = None
        self.filter_rows()
        self.fit_columns()
        self.scrollToTop()

    def refresh(self, report: Report) -> None:
        super().refresh(report)
        self.fit_columns()

    def set_only_open(self, only: bool) -> None:
        super().set_only_open(only)
        self._fit_rows()

    def fit_columns(self) -> None:
        if self._grid.table is None:
            return
        px, columns = self.theme.px, range(self._grid.columnCount())
        wished = px(_FIGURE if len(columns) <= _MANY else _NARROW)
        figures = [self._figure_width(c) for c in columns]
        longest = max(self._names.longest_label(), px(_NO_LABEL))
        least_label, easy, wished_label = (min(px(w), longest) for w in (_LABEL[0], _EASY_LABEL, _LABEL[1]))
        least = [*[px(_GROUP[0])] * self._grid.depth, least_label, *figures]
        wish = [*[px(_GROUP[1])] * self._grid.depth, wished_label, *(max(w, wished) for w in figures)]
        room = self.viewport().geometry().right() + 1 - self._names.unit_width()
        label = self._grid.depth
        least[label] += min(max(room - sum(least), 0), easy - least[label])
        widths = _shared(least, wish, room)
        widths[label] += max(room - sum(widths), 0)
        self._names.set_widths(widths[:label], widths[label])
        for column in columns:
            self.setColumnWidth(column, widths[label + 1 + column])
        self._head.fit()
        self._fit_rows()
        self._corner.setGeometry(QRect(0, 0, self._names.width(), self._head.height()))
        self.scheduleDelayedItemsLayout()  # Qt refuses it at once where a scroll bar has just come or gone

    def _figure_width(self, column: int) -> int:
        cells = (self._grid.index(r, column) for r in range(self._grid.rowCount()))
        return max(self._head.least_width(column), *(self._cells_drawn.width(cell) for cell in cells))

    def _fit_rows(self) -> None:
        for row, high in enumerate(self._names.row_heights(self.theme.px(_ROW), self.isRowHidden)):
            self.setRowHeight(row, high)

    def set_rings(self, keys: frozenset[str]) -> None:
        super().set_rings(keys)
        self._names.viewport().update()

    def _redraw(self, key: str) -> None:
        super()._redraw(key)
        self._names.viewport().update()

    def _on_focus(self, focused: bool) -> None:
        super()._on_focus(focused)
        self._names.viewport().update()

    def _on_theme_changed(self) -> None:
        super()._on_theme_changed()
        for part in (self._head.viewport(), self._names.viewport(), self._corner):
            part.update()

    def _take_row(self, row: int) -> None:
        """A press on a name means its first figure."""
        values = self._grid.row_values(row)
        if values:
            at = self._grid.index_of(values[0].key)
            self.selectionModel().setCurrentIndex(at, self._select_flags())
            self.setFocus()

    def moveCursor(self, action: QAbstractItemView.CursorAction, modifiers: Qt.KeyboardModifier) -> QModelIndex:
        at = self.currentIndex()
        if action in _STEPS and at.isValid():
            return self._step(at, *_STEPS[action])
        if action in (_Move.MoveNext, _Move.MovePrevious) and at.isValid():
            return self._next(at, 1 if action is _Move.MoveNext else -1)
        after: Index = super().moveCursor(action, modifiers)
        if self._grid.value_at(after) is not None:
            return self._grid.index(after.row(), after.column())
        values = self._grid.row_values(after.row()) if after.isValid() else ()
        return self._grid.index_of(values[0].key) if values else self._grid.index(at.row(), at.column())

    def _step(self, at: Index, down: int, right: int) -> QModelIndex:
        """The next cell with a value in a direction; the same one at the edge."""
        row, column = at.row() + down, at.column() + right
        while 0 <= row < self._grid.rowCount() and 0 <= column < self._grid.columnCount():
            index = self._grid.index(row, column)
            if not self.isRowHidden(row) and self._grid.value_at(index) is not None:
                return index
            row, column = row + down, column + right
        return self._grid.index(at.row(), at.column())

    def _next(self, at: Index, by: int) -> QModelIndex:
        """As Tab goes: along the row, then to the next one."""
        order = [v.key for v in self.visible_values()]
        key = self._grid.key_at(at)
        if key not in order:
            return self._grid.index(at.row(), at.column())
        return self._grid.index_of(order[min(max(order.index(key) + by, 0), len(order) - 1)])


def _shared(least: list[int], wish: list[int], room: int) -> list[int]:
    """Widths between least and wish, each given the same part of what it wishes more."""
    more = sum(wish) - sum(least)
    part = min(max((room - sum(least)) / more, 0.0), 1.0) if more else 0.0
    return [int(a + part * (b - a)) for a, b in zip(least, wish, strict=True)]
