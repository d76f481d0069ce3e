"""Rows of the value list: state, name with its worst finding, value, unit, scope, confidence."""

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QRectF, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyleOptionViewItem

from core.app import showing
from core.model.values import Value
from gui.delegates import painting
from gui.delegates.cell_delegate import CellDelegate, Emphasis
from gui.models.cell_model import PREVIEW_ROLE, SEVERITY_ROLE, VALUE_ROLE
from gui.models.values_model import Column
from gui.theme import Theme

Index = QModelIndex | QPersistentModelIndex


class ValueDelegate(CellDelegate):
    """For fields and for figures in sentences."""

    def __init__(
        self, theme: Theme, emphasis: Emphasis, lang: str, columns: tuple[Column, ...], words: bool, parent: QObject
    ) -> None:
        super().__init__(theme, emphasis, lang, parent)
        self._columns = columns
        self._words = words  # the values are words, not figures
        self._by_hand = self.tr("by hand")
        self.has_no_scope_column = False  # too narrow: the scope stands behind the name

    def alignment(self, index: Index) -> Qt.AlignmentFlag:
        return painting.LEFT if self._words else painting.RIGHT

    def paint(self, p: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        value: Value = index.data(VALUE_ROLE)
        p.save()
        p.setRenderHint(QPainter.RenderHint.Antialiasing)
        rect, _ = painting.back(p, self.theme, option, index, self.emphasis.focused, value.key == self.emphasis.hover)
        column = self._columns[index.column()]
        if column is Column.STATE:
            side = self.theme.px(16)
            spot = QRectF(rect.left() + 12, rect.center().y() - side / 2 - 0.5, side, side)
            painting.state(p, self.theme, value.look, spot)
        elif column is Column.NAME:
            self._name(p, rect, value, str(index.data(SEVERITY_ROLE)))
        elif column is Column.VALUE:
            self._value(p, rect, value, index.data(PREVIEW_ROLE))
        elif column is Column.CONFIDENCE:
            self._confidence(p, rect, value)
        else:
            token = "text2"
            painting.text(p, self.theme, rect.adjusted(8, 0, -2, 0), str(index.data() or ""), token=token)
        p.restore()

    def _name(self, p: QPainter, rect: QRectF, value: Value, severity: str) -> None:
        room = rect.adjusted(8, 0, -8, 0)
        if severity:
            side = self.theme.px(14)
            spot = QRectF(rect.right() - side - 8, rect.center().y() - side / 2 - 0.5, side, side)
            painting.severity(p, self.theme, severity, spot)
            room.setRight(spot.left() - 4)
        token = "text3" if value.look == "rejected" else "text2" if self._words else "text"
        name = showing.name(value, self.lang)
        if self.has_no_scope_column and value.scope:
            name += f" · {showing.scope_name(value.scope, self.lang)}"
        painting.text(p, self.theme, room, name, token=token)

    def _value(self, p: QPainter, rect: QRectF, value: Value, typed: str | None) -> None:
        room = rect.adjusted(8, 0, -8 if self._words else -10, 0)
        current = value.key == self.emphasis.current
        if value.key in self.emphasis.rings and not current:
            self.other_side(p, rect)
        if not self.overlay(p, rect, room, value, typed, not self._words):
            self.content(p, room, value, right=not self._words, room=rect.adjusted(0, 0, 0, -1))
        if current:
            painting.ring(p, self.theme, rect, self.emphasis.focused)

    def _confidence(self, p: QPainter, rect: QRectF, value: Value) -> None:
        bars = showing.bars(value)
        if bars:
            painting.confidence(p, self.theme, rect.left() + 8, rect.center().y(), bars)
        else:
            painting.text(p, self.theme, rect.adjusted(8, 0, -2, 0), self._by_hand, 12, token="text2")
