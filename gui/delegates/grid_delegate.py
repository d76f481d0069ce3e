"""Cells of a table of figures: state symbol and value; the row of the current one is tinted."""

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QRectF
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem

from core.app import showing
from core.model.extraction import CellKind
from core.model.values import Value
from gui.delegates import painting
from gui.delegates.cell_delegate import CellDelegate, Emphasis
from gui.models.cell_model import PREVIEW_ROLE, SEVERITY_ROLE, VALUE_ROLE
from gui.models.grid_model import GridModel
from gui.theme import Theme

Index = QModelIndex | QPersistentModelIndex
LEFT_PAD = 6
RIGHT_PAD = 8
_GAP = 4
_MARKED = ("error", "warning")  # a mere note would stand in every cell of a total


class GridDelegate(CellDelegate):
    """The row of the current value is tinted; the other side of it is marked with a teal bar."""

    def __init__(self, theme: Theme, emphasis: Emphasis, lang: str, model: GridModel, parent: QObject) -> None:
        super().__init__(theme, emphasis, lang, parent)
        self._model = model

    def paint(self, p: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        rect = QRectF(option.rect)
        p.save()
        p.setRenderHint(QPainter.RenderHint.Antialiasing)
        value: Value | None = index.data(VALUE_ROLE)
        is_selected = bool(option.state & QStyle.StateFlag.State_Selected)
        p.fillRect(rect, self.theme.colour(self.ground(index.row(), is_selected)))
        if value is not None:
            self._value(p, rect, value, index)
        painting.cell_lines(p, self.theme, rect, self._model.row(index.row()).ends_group)
        if value is not None and value.key == self.emphasis.current:
            painting.ring(p, self.theme, rect, self.emphasis.focused)
        p.restore()

    def ground(self, row: int, is_selected: bool = False) -> str:
        """The colour behind a cell of a row, or behind its name."""
        at = self._model.index_of(self.emphasis.current or "")
        if is_selected or (at.isValid() and at.row() == row):
            return "accent_soft" if self.emphasis.focused else "sel_off"
        hover = self._model.index_of(self.emphasis.hover or "")
        return "hover" if hover.isValid() and hover.row() == row else "surface"

    def width(self, index: Index) -> int:
        """How wide a cell must be for its symbols and what stands in it."""
        value: Value | None = index.data(VALUE_ROLE)
        if value is None:
            return 0
        content = value.content or (value.reading.content if value.reading else None)
        is_worded = content is None or content.kind in (CellKind.BLANK, CellKind.UNREADABLE)
        words = painting.width(self.theme, showing.value_text(value, self.lang), 12 if is_worded else 14, True)
        side = self.theme.px(14)
        symbols = side + (side + _GAP if index.data(SEVERITY_ROLE) in _MARKED else 0)
        return LEFT_PAD + symbols + _GAP + words + RIGHT_PAD

    def _value(self, p: QPainter, rect: QRectF, value: Value, index: Index) -> None:
        is_current = value.key == self.emphasis.current
        if value.key in self.emphasis.rings and not is_current:
            self.other_side(p, rect)
        side = self.theme.px(14)
        spot = QRectF(rect.left() + LEFT_PAD, rect.center().y() - side / 2, side, side)
        severity = str(index.data(SEVERITY_ROLE))
        left = spot.right() + _GAP
        room = QRectF(left, rect.top(), rect.right() - RIGHT_PAD - left, rect.height())
        if not self.overlay(p, rect, room, value, index.data(PREVIEW_ROLE), True):
            self.content(p, room, value, room=rect)
        painting.state(p, self.theme, value.look, spot)
        if severity in _MARKED:
            painting.severity(p, self.theme, severity, spot.translated(side + _GAP, 0))
