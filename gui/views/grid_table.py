"""A table of figures as a true grid: merged groups, wrapped labels, a head as printed with the scope below."""

from PySide6.QtCore import QModelIndex, QRect, QRectF, Qt
from PySide6.QtGui import QMouseEvent, QPainter
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QWidget

from core.app import showing
from core.model.report import Report
from gui.delegates import painting
from gui.delegates.grid_delegate import INDENT, PAD, GridDelegate
from gui.models.grid_model import GridModel
from gui.theme import Theme
from gui.views.cell_table import CellTable, Index, _Move

_GROUP = 92
_LABEL = 150  # below that the grid scrolls sideways
_FIGURE = 108
_NARROW = 88
_ROW = 30
_HEAD = 42
_MANY = 3  # more columns of figures than this are drawn narrow
_STEPS = {_Move.MoveUp: (-1, 0), _Move.MoveDown: (1, 0), _Move.MoveLeft: (0, -1), _Move.MoveRight: (0, 1)}


class GridHeader(QHeaderView):
    """Printed words above, merged over the columns they head; the scope below."""

    def __init__(self, theme: Theme, cells: GridModel, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._theme = theme
        self._cells = cells
        self._levels: list[int] = []  # heights

    def fit(self) -> None:
        """Make the head as high as its wrapped words ask for."""
        first, count = self._cells.first_figure, self._cells.columnCount()
        depth = max((len(self._cells.head(c)[0]) for c in range(first, count)), default=1)
        self._levels = []
        for level in range(depth):
            need = self._theme.px(19)
            for column in range(first, count):
                words, rect = self._run(column, level)
                high = painting.wrapped_height(self._theme, words, rect.width() - 18, 13, True)
                need = max(need, high + 2)
            self._levels.append(need)
        self.setFixedHeight(max(self._theme.px(_HEAD), sum(self._levels) + self._theme.px(17) + 6))

    def _run(self, column: int, level: int) -> tuple[str, QRectF]:
        """The words at a level over a column, and the rectangle of all columns that share them."""
        path = self._cells.head(column)[0]
        if level >= len(path):
            return "", QRectF(self.sectionViewportPosition(column), 0, self.sectionSize(column), 0)
        first = last = column
        shared = path[: level + 1]
        if level + 1 < len(path):
            while first > self._cells.first_figure and self._cells.head(first - 1)[0][: level + 1] == shared:
                first -= 1
            while last + 1 < self._cells.columnCount() and self._cells.head(last + 1)[0][: level + 1] == shared:
                last += 1
        left = self.sectionViewportPosition(first)
        right = self.sectionViewportPosition(last) + self.sectionSize(last)
        return path[level], QRectF(left, 0, right - left, 0)

    def paintSection(self, p: QPainter, rect: QRect, column: int) -> None:
        p.save()
        area = QRectF(rect)
        p.setClipRect(area)
        p.fillRect(area, self._theme.colour("window"))
        if column < self._cells.first_figure:
            words = str(self._cells.headerData(column, Qt.Orientation.Horizontal) or "")
            label = column == self._cells.label_column
            room = area.adjusted(PAD if label else 8, 0, -4, 0)
            painting.text(p, self._theme, room, words, 13 if label else 12, label, "text" if label else "text2")
        else:
            self._figure_head(p, area, column)
        p.fillRect(QRectF(area.left(), area.bottom() - 1, area.width(), 1), self._theme.colour("line2"))
        if column >= self._cells.depth:
            p.fillRect(QRectF(area.right() - 1, area.top(), 1, area.height()), self._theme.colour("line"))
        p.restore()

    def _figure_head(self, p: QPainter, area: QRectF, column: int) -> None:
        path, scope = self._cells.head(column)
        scope_high = self._theme.px(17)
        y = area.bottom() - 4 - scope_high - sum(self._levels)
        for level, high in enumerate(self._levels):
            words, run = self._run(column, level)
            room = QRectF(run.left() + 8, y, run.width() - 18, high)
            align = painting.RIGHT if level + 1 >= len(path) else painting.CENTRE
            painting.text(p, self._theme, room, words, 13, True, align=align, wrap=True)
            if level + 1 < len(path):
                p.fillRect(QRectF(run.left(), y + high - 1, run.width(), 1), self._theme.colour("line"))
            y += high
        below = QRectF(area.left() + 8, y, area.width() - 18, scope_high)
        painting.text(p, self._theme, below, scope, 12, token="text2", align=painting.RIGHT)


class GridTable(CellTable):
    """Cells are selected as in a spreadsheet."""

    def __init__(self, theme: Theme, lang: str = "zh_CN", parent: QWidget | None = None) -> None:
        self._grid = GridModel(lang)
        super().__init__(theme, self._grid, lang, parent)
        self._grid.setParent(self)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectItems)
        self._head = GridHeader(theme, self._grid, self)
        self.setHorizontalHeader(self._head)
        self._head.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self._head.setMinimumSectionSize(8)
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.use(GridDelegate(theme, self.emphasis, lang, self._grid, self))
        self._label_width = 0

    def show_table(self, report: Report, number: int) -> None:
        """Take table `number` (from 0) of a report."""
        self.clearSpans()
        self._grid.show_table(report, number)
        self.emphasis.current = None
        self._label_width = 0
        for depth, first, count in self._grid.group_runs():
            self.setSpan(first, depth, count, 1)
        self.filter_rows()
        self.fit_columns()
        self.scrollToTop()

    def fit_columns(self) -> None:
        if self._grid.table is None:
            return
        px, grid = self.theme.px, self._grid
        figures = grid.columnCount() - grid.first_figure
        fixed = 0
        for column in range(grid.depth):
            fixed += self._set_width(column, px(_GROUP))
        if grid.has_units:
            longest = max((grid.row(r).unit for r in range(grid.rowCount())), key=len, default="")
            fixed += self._set_width(grid.unit_column, max(px(44), painting.width(self.theme, longest) + 14))
        for column in range(grid.first_figure, grid.columnCount()):
            fixed += self._set_width(column, self._figure_width(column, px(_FIGURE if figures <= _MANY else _NARROW)))
        label = max(self.viewport().width() - fixed, px(_LABEL))
        self._set_width(grid.label_column, label)
        self._head.fit()
        if label != self._label_width:
            self._label_width = label
            self._fit_rows(label)

    def _set_width(self, column: int, width: int) -> int:
        if self.columnWidth(column) != width:
            self.setColumnWidth(column, width)
        return width

    def _figure_width(self, column: int, least: int) -> int:
        values = (self._grid.value_at(self._grid.index(r, column)) for r in range(self._grid.rowCount()))
        longest = max((showing.value_text(v, self.lang) for v in values if v), key=len, default="")
        return max(least, painting.width(self.theme, longest, 14, True) + 14 + 28 + self.theme.px(14))

    def _fit_rows(self, label: int) -> None:
        for n in range(self._grid.rowCount()):
            row = self._grid.row(n)
            room = label - PAD - 8 - row.level * self.theme.px(INDENT)
            high = painting.wrapped_height(self.theme, row.label, room) + 10
            self.setRowHeight(n, max(self.theme.px(_ROW), high))

    def _on_theme_changed(self) -> None:
        self._label_width = 0
        super()._on_theme_changed()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        index = self.indexAt(event.position().toPoint())
        if index.isValid() and index.column() >= self._grid.depth and self._grid.value_at(index) is None:
            values = self._grid.row_values(index.row())
            if values:  # a click on a label means its first figure
                at = self._grid.index_of(values[0].key)
                self.selectionModel().setCurrentIndex(at, self._select_flags())
                self.setFocus()
            return
        super().mousePressEvent(event)

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
        while 0 <= row < self._grid.rowCount() and self._grid.first_figure <= column < self._grid.columnCount():
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
