"""What frames a table of figures and does not scroll away: heads above, the names of the rows at the left."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHeaderView, QWidget

from gui.delegates import painting
from gui.delegates.grid_delegate import LEFT_PAD, RIGHT_PAD
from gui.models.grid_model import GridGroup, GridModel, GridRow
from gui.theme import Theme

INDENT = 18
PAD = 10
_HEAD = 42
_LINE = 19
_SCOPE = 17
_TOP = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop
_MOST_LINES = 3  # of a head, in a narrow column


class GridHeader(QHeaderView):
    """Printed words above, merged over the columns they head; below them the scope, where it differs."""

    def __init__(self, theme: Theme, cells: GridModel, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._theme = theme
        self._cells = cells
        self._levels: list[int] = []  # heights
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setMinimumSectionSize(8)

    @property
    def scope_height(self) -> int:
        """Height of the line of scopes, also of that in the corner."""
        return self._theme.px(_SCOPE)

    def least_width(self, column: int) -> int:
        """How narrow a column may be for the words above it, three lines of them."""
        path, scope = self._cells.head(column)
        longest = painting.width(self._theme, path[-1] if path else "", 13, True)
        letter = painting.width(self._theme, "\u6570", 13, True)
        letters = max(-(-longest // letter), 1)
        words = max(-(-letters // _MOST_LINES), min(letters, 2)) * letter
        below = painting.width(self._theme, scope, 12) if self._has_scopes else 0
        return max(words, below) + LEFT_PAD + RIGHT_PAD + 1

    @property
    def _has_scopes(self) -> bool:
        return len({self._cells.head(c)[1] for c in range(self._cells.columnCount())}) > 1

    def fit(self) -> None:
        """Make the head as high as its wrapped words ask for."""
        paths = [(c, self._cells.head(c)[0]) for c in range(self._cells.columnCount())]
        depth = max((len(path) for _, path in paths), default=0) or 1
        self._levels = [self._theme.px(_LINE)] * depth
        for column, path in paths:
            for level in range(len(path) - 1):
                self._levels[level] = max(self._levels[level], self._need(column, level))
        for column, path in sorted(paths, key=lambda found: -len(found[1])):
            level = max(len(path) - 1, 0)
            more = self._need(column, level) - sum(self._levels[level:])
            self._levels[-1] += max(more, 0)
        below = self.scope_height if self._has_scopes else 0
        self.setFixedHeight(max(self._theme.px(_HEAD), sum(self._levels) + below + 8))

    def _need(self, column: int, level: int) -> int:
        words, run = self._run(column, level)
        room = run.width() - LEFT_PAD - RIGHT_PAD
        return painting.wrapped_height(self._theme, words, room, 13, True) + 2

    def _run(self, column: int, level: int) -> tuple[str, QRectF]:
        """The words at a level over a column, and the rectangle of all columns that share them."""
        path = self._cells.head(column)[0]
        first = last = column
        shared = path[: level + 1]
        if level + 1 < len(path):
            while first > 0 and self._shares(first - 1, shared):
                first -= 1
            while self._shares(last + 1, shared):
                last += 1
        left = self.sectionViewportPosition(first)
        right = self.sectionViewportPosition(last) + self.sectionSize(last)
        return path[level] if level < len(path) else "", QRectF(left, 0, right - left, 0)

    def _shares(self, column: int, words: tuple[str, ...]) -> bool:
        path = self._cells.head(column)[0]
        return len(path) > len(words) and path[: len(words)] == words

    def paintSection(self, p: QPainter, rect: QRect, column: int) -> None:
        p.save()
        area = QRectF(rect)
        p.setClipRect(area)
        p.fillRect(area, self._theme.colour("window"))
        below = self.scope_height if self._has_scopes else 0
        bottom = area.bottom() - 4 - below
        y = bottom - sum(self._levels)
        path, scope = self._cells.head(column)
        for level in range(len(path)):
            is_last = level + 1 == len(path)
            high = bottom - y if is_last else self._levels[level]
            self._words(p, column, level, y, high)
            y += high
        if below:
            room = QRectF(area.left() + LEFT_PAD, bottom, area.width() - LEFT_PAD - RIGHT_PAD, below)
            painting.text(p, self._theme, room, scope, 12, token="text2", align=painting.RIGHT)
        merged = self._merged_after(column)
        edge = area.adjusted(0, bottom - sum(self._levels[merged:]) - area.top() if merged else 0, 0, 0)
        painting.cell_lines(p, self._theme, edge, True)
        p.restore()

    def _merged_after(self, column: int) -> int:
        """Over how many levels, from above, a column shares its words with the next one."""
        path = self._cells.head(column)[0]
        return sum(self._shares(column + 1, path[:n]) for n in range(1, len(path)))

    def _words(self, p: QPainter, column: int, level: int, y: float, high: float) -> None:
        words, run = self._run(column, level)
        is_last = level + 1 == len(self._cells.head(column)[0])
        if not is_last:  # words over several columns stay in view while these scroll by
            p.fillRect(QRectF(run.left(), y + high - 1, run.width(), 1), self._theme.colour("line"))
            left, right = max(run.left(), 0.0), min(run.right(), float(self.viewport().width()))
            if right - left > painting.width(self._theme, words, 13, True) + LEFT_PAD + RIGHT_PAD:
                run = QRectF(left, 0, right - left, 0)
        room = QRectF(run.left() + LEFT_PAD, y, run.width() - LEFT_PAD - RIGHT_PAD, high)
        align = painting.RIGHT if is_last else painting.CENTRE
        painting.text(p, self._theme, room, words, 13, True, align=align, wrap=True)


class GridNames(QHeaderView):
    """At the left of each row its groups, merged, its label, and its unit where units differ."""

    pressed_row = Signal(int)

    def __init__(self, theme: Theme, cells: GridModel, ground: Callable[[int], str], parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Vertical, parent)
        self._theme = theme
        self._cells = cells
        self._ground = ground
        self._edges: list[int] = [0]  # left edges of the groups, then of the label
        self._unit = 0
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setMinimumSectionSize(8)

    def unit_width(self) -> int:
        """What the column of units takes; 0 when all are the same."""
        if not self._cells.units or self._cells.has_common_unit:
            return 0
        words = (*self._cells.units, self._cells.corner()[1])
        return max(painting.width(self._theme, w) for w in words) + 12

    def set_widths(self, groups: list[int], label: int) -> None:
        """Share out the width; units come to it."""
        self._edges = [sum(groups[:n]) for n in range(len(groups) + 1)]
        self._unit = self.unit_width()
        self.setFixedWidth(self._edges[-1] + label + self._unit)

    def longest_label(self) -> int:
        """What the longest label takes in one line."""
        rows = (self._cells.row(n) for n in range(self._cells.rowCount()))
        step = self._theme.px(INDENT)
        return max((painting.width(self._theme, r.label) + r.level * step + PAD + 8 for r in rows), default=0)

    def unit_left(self) -> int:
        """Where the column of units begins, which is where the labels end."""
        return self.width() - self._unit

    def row_heights(self, least: int, is_hidden: Callable[[int], bool]) -> list[int]:
        """How high each row must be, so that neither its label nor the group it stands in is cut."""
        rows = range(self._cells.rowCount())
        found = [max(least, self._label_height(self._cells.row(n))) for n in rows]
        for group in reversed(self._cells.groups):
            seen = [n for n in range(group.first, group.last + 1) if not is_hidden(n)]
            need = self._group_height(group) + 10
            if seen:
                found[seen[-1]] += max(need - sum(found[n] for n in seen), 0)
        return found

    def _label_height(self, row: GridRow) -> int:
        return painting.wrapped_height(self._theme, row.label, self._label_room(row).width()) + 10

    def _label_room(self, row: GridRow) -> QRectF:
        left = self._edges[min(len(row.groups), len(self._edges) - 1)] + PAD + row.level * self._theme.px(INDENT)
        return QRectF(left, 0, self.unit_left() - left - 6, 0)

    def _group_height(self, group: GridGroup) -> int:
        room = self._edges[group.depth + 1] - self._edges[group.depth] - PAD - 6
        return painting.wrapped_height(self._theme, group.words, room, 13, True)

    def paintEvent(self, event: QPaintEvent) -> None:
        p = QPainter(self.viewport())
        p.setRenderHint(QPainter.RenderHint.Antialiasing)
        p.fillRect(event.rect(), self._theme.colour("surface"))
        for n in range(self.count()):
            top, high = self.sectionViewportPosition(n), self.sectionSize(n)
            if high and top < event.rect().bottom() + 1 and top + high > event.rect().top():
                self._row(p, n, QRectF(0, top, self.width(), high))
        for group in self._cells.groups:
            self._group(p, group)
        p.end()

    def _row(self, p: QPainter, n: int, area: QRectF) -> None:
        theme, row = self._theme, self._cells.row(n)
        p.fillRect(area, theme.colour(self._ground(n)))
        room = self._label_room(row)
        step = theme.px(INDENT)
        for level in range(row.level):
            x = room.left() + 4 - (row.level - level) * step
            p.fillRect(QRectF(x, area.top(), 1, area.height()), theme.colour("line"))
        room.setTop(area.top())
        room.setBottom(area.bottom())
        painting.text(p, theme, room, row.label, wrap=True)
        if self._unit:
            unit = QRectF(self.unit_left() + 4, area.top(), self._unit - 6, area.height())
            painting.text(p, theme, unit, row.unit, token="text2")
        painting.cell_lines(p, theme, area, row.ends_group)

    def _group(self, p: QPainter, group: GridGroup) -> None:
        """The name stays in view while its rows scroll by."""
        top = self.sectionViewportPosition(group.first)
        bottom = self.sectionViewportPosition(group.last) + self.sectionSize(group.last)
        left, right = self._edges[group.depth], self._edges[group.depth + 1]
        rect = QRectF(left, top, right - left, bottom - top)
        if bottom <= top or not rect.intersects(QRectF(self.viewport().rect())):
            return
        p.fillRect(rect, self._theme.colour("window"))
        room = rect.adjusted(PAD, 6, -6, -2)
        room.setTop(min(max(room.top(), 6), max(rect.bottom() - self._group_height(group) - 4, rect.top() + 6)))
        painting.text(p, self._theme, room, group.words, 13, True, align=_TOP, wrap=True)
        painting.cell_lines(p, self._theme, rect, True)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        row = self.logicalIndexAt(event.position().toPoint())
        at_label = row >= 0 and event.position().x() >= self._edges[len(self._cells.row(row).groups)]
        if at_label and event.button() is Qt.MouseButton.LeftButton:
            self.pressed_row.emit(row)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Nothing is resized or dragged here."""

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A press was enough."""

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Nothing more than a press."""

    def draw_corner(self, p: QPainter, area: QRectF, words_bottom: float) -> None:
        """The head over the names; `words_bottom` is where the line of units and scopes begins."""
        theme = self._theme
        p.fillRect(area, theme.colour("window"))
        indicator, unit = self._cells.corner()
        left = self._edges[-1] + PAD
        room = QRectF(left, area.top(), self.unit_left() - left - 6, words_bottom)
        painting.text(p, theme, room, indicator, 13, True)
        common = " \u00b7 ".join(self._cells.common)
        below = QRectF(left, words_bottom, room.width(), area.bottom() - 4 - words_bottom)
        painting.text(p, theme, below, common, 12, token="text2")
        if self._unit:
            head = QRectF(self.unit_left() + 4, area.top(), self._unit - 4, words_bottom)
            painting.text(p, theme, head, unit, 12, token="text2")
        painting.cell_lines(p, theme, area, True)


class GridCorner(QWidget):
    """The place where the head and the names meet."""

    def __init__(self, head: GridHeader, names: GridNames, parent: QWidget) -> None:
        super().__init__(parent)
        self._head = head
        self._names = names

    def event(self, event: QEvent) -> bool:
        """Presses do nothing, and do not fall through to what Qt has below."""
        if isinstance(event, QMouseEvent):
            event.accept()
            return True
        return super().event(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        p = QPainter(self)
        area = QRectF(self.rect())
        self._names.draw_corner(p, area, area.bottom() - 4 - self._head.scope_height)
        p.end()
