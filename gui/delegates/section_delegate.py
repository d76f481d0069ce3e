"""Rows of the list of chapters."""

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

from core.model.extraction import Section
from gui.delegates import painting
from gui.delegates.cell_delegate import Emphasis
from gui.models.cell_model import VALUE_ROLE
from gui.theme import Theme

Index = QModelIndex | QPersistentModelIndex


class SectionDelegate(QStyledItemDelegate):
    """The title, indented by its level, and what the chapter is about."""

    def __init__(self, theme: Theme, emphasis: Emphasis, parent: QObject) -> None:
        super().__init__(parent)
        self._theme = theme
        self._emphasis = emphasis

    def paint(self, p: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        section: Section = index.data(VALUE_ROLE)
        p.save()
        p.setRenderHint(QPainter.RenderHint.Antialiasing)
        rect, selected = painting.back(p, self._theme, option, index, self._emphasis.focused, False)
        if index.column() == 0:
            room = rect.adjusted(14 + section.level * self._theme.px(18), 0, -8, 0)
            painting.text(p, self._theme, room, section.title, bold=section.level == 0)
        else:
            painting.text(p, self._theme, rect.adjusted(8, 0, -8, 0), str(index.data()), token="text2")
        if selected and self._emphasis.focused:
            painting.row_ring(p, self._theme, rect, index.column() == 0, index.column() == 1)
        p.restore()
