"""Cells of a table of figures: merged bold groups, indented labels, units, state symbol and value."""

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QRectF, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyleOptionViewItem

from core.model.values import Value
from gui.delegates import painting
from gui.delegates.cell_delegate import CellDelegate, Emphasis
from gui.models.cell_model import PREVIEW_ROLE, SEVERITY_ROLE, VALUE_ROLE
from gui.models.grid_model import LABEL_ROLE, GridModel, GridRow
from gui.theme import Theme

Index = QModelIndex | QPersistentModelIndex
INDENT = 18
PAD = 10
_TOP = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop


class GridDelegate(CellDelegate):
    """The row of the current value is tinted; the other side of it is marked with a teal bar."""

    def __init__(self, theme: Theme, emphasis: Emphasis, lang: str, model: GridModel, parent: QObject) -> None:
        super().__init__(theme, emphasis, lang, parent)
        self._model = model

    def paint(self, p: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row: GridRow = index.data(LABEL_ROLE)
        rect = QRectF(option.rect)
        model, column = self._model, index.column()
        p.save()
        p.setRenderHint(QPainter.RenderHint.Antialiasing)
        value: Value | None = index.data(VALUE_ROLE)
        here = self._is_current_row(index.row())
        token = self._ground(option, index, column, here)
        p.fillRect(rect, self.theme.colour(token))
        if column < model.depth:
            self._group(p, rect, str(index.data() or ""))
        elif column == model.label_column:
            self._label(p, rect, row)
        elif value is not None:
            self._value(p, rect, value, index, here)
        else:
            painting.text(p, self.theme, rect.adjusted(8, 0, -4, 0), str(index.data() or ""), token="text2")
        self._lines(p, rect, column < model.depth, row.ends_group)
        if value is not None and value.key == self.emphasis.current:
            painting.ring(p, self.theme, rect, self.emphasis.focused)
        p.restore()

    def _ground(self, option: QStyleOptionViewItem, index: Index, column: int, here: bool) -> str:
        if column < self._model.depth:
            return "window"
        selected = bool(option.state & option.state.State_Selected)
        if here or selected:
            return "accent_soft" if self.emphasis.focused else "sel_off"
        hover = self.emphasis.hover
        if hover and any(v.key == hover for v in self._model.row_values(index.row())):
            return "hover"
        return "surface"

    def _is_current_row(self, row: int) -> bool:
        at = self._model.index_of(self.emphasis.current) if self.emphasis.current else None
        return at is not None and at.isValid() and at.row() == row

    def _group(self, p: QPainter, rect: QRectF, words: str) -> None:
        """The name stays in view while its rows scroll by."""
        room = rect.adjusted(PAD, 6, -8, -2)
        high = painting.wrapped_height(self.theme, words, room.width(), 13, True)
        room.setTop(min(max(room.top(), 6), max(rect.bottom() - high - 4, rect.top() + 6)))
        painting.text(p, self.theme, room, words, 13, True, align=_TOP, wrap=True)

    def _label(self, p: QPainter, rect: QRectF, row: GridRow) -> None:
        step = self.theme.px(INDENT)
        for level in range(row.level):
            x = rect.left() + 14 + level * step
            p.fillRect(QRectF(x, rect.top(), 1, rect.height()), self.theme.colour("line"))
        room = rect.adjusted(PAD + row.level * step, 0, -8, 0)
        painting.text(p, self.theme, room, row.label, align=painting.LEFT, wrap=True)

    def _value(self, p: QPainter, rect: QRectF, value: Value, index: Index, here: bool) -> None:
        is_current = value.key == self.emphasis.current
        if value.key in self.emphasis.rings and not is_current:
            self.other_side(p, rect)
        side = self.theme.px(14)
        spot = QRectF(rect.left() + 10, rect.center().y() - side / 2, side, side)
        severity = str(index.data(SEVERITY_ROLE))
        left = spot.right() + 4
        room = QRectF(left, rect.top(), rect.right() - 14 - left, rect.height())
        if not self.overlay(p, rect, room, value, index.data(PREVIEW_ROLE), True):
            self.content(p, room, value, room=rect)
        painting.state(p, self.theme, value.look, spot)
        if severity in ("error", "warning"):  # a mere note would stand in every cell of a total
            painting.severity(p, self.theme, severity, spot.translated(side + 5, 0))

    def _lines(self, p: QPainter, rect: QRectF, is_group: bool, ends_group: bool) -> None:
        below = "line2" if ends_group or is_group else "line"
        p.fillRect(QRectF(rect.left(), rect.bottom() - 1, rect.width(), 1), self.theme.colour(below))
        p.fillRect(QRectF(rect.right() - 1, rect.top(), 1, rect.height()), self.theme.colour("line"))
