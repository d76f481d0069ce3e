"""Rows of the report list: state, name, year, the worst kind of finding with its count; heads of groups."""

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QRectF, QSize
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from core.model.report import ReportRow, ReportState
from gui import icons
from gui.delegates import painting
from gui.models.reports_model import ITEM_ROLE, Group
from gui.theme import Theme

Index = QModelIndex | QPersistentModelIndex
ROW = 28
_NARROW = 96
LOOKS = {
    ReportState.NEW: ("report-new", "text2"),
    ReportState.IN_REVIEW: ("report-review", "accent"),
    ReportState.REVIEWED: ("report-reviewed", "confirmed"),
    ReportState.SIGNED_OFF: ("report-signed", "confirmed"),
    ReportState.RETURNED: ("report-returned", "postponed"),
}


class ReportDelegate(QStyledItemDelegate):
    """`focused` is set by the list: its selection is blue then."""

    def __init__(self, theme: Theme, parent: QObject) -> None:
        super().__init__(parent)
        self._theme = theme
        self.focused = False

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(0, self._theme.px(ROW))  # heads too: a list of even rows is laid out at once

    def paint(self, p: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        item = index.data(ITEM_ROLE)
        rect = QRectF(option.rect)
        p.save()
        p.setRenderHint(QPainter.RenderHint.Antialiasing)
        p.fillRect(rect, self._theme.colour("window"))
        if isinstance(item, Group):
            self._group(p, rect, item, str(index.data()))
        elif isinstance(item, ReportRow):
            self._report(p, rect, item, option.state)
        p.restore()

    def _group(self, p: QPainter, rect: QRectF, group: Group, words: str) -> None:
        if rect.width() < _NARROW:
            room = rect.adjusted(8, 0, -8, 0)
            p.fillRect(QRectF(room.left(), rect.center().y(), room.width(), 1), self._theme.colour("line"))
            return
        room = rect.adjusted(14, 4, -14, 0)
        painting.text(p, self._theme, room, words, 12, True, "text2")
        painting.text(p, self._theme, room, str(group.count), 12, token="text2", align=painting.RIGHT)

    def _report(self, p: QPainter, rect: QRectF, row: ReportRow, state: QStyle.StateFlag) -> None:
        theme, px = self._theme, self._theme.px
        selected = bool(state & QStyle.StateFlag.State_Selected)
        if selected or state & QStyle.StateFlag.State_MouseOver:
            token = "hover" if not selected else "accent_soft" if self.focused else "sel_off"
            p.fillRect(rect if rect.width() < _NARROW else rect.adjusted(6, 0, -6, 0), theme.colour(token))
        if selected and rect.width() >= _NARROW:
            bar = QRectF(rect.left() + 6, rect.top() + 5, 3, rect.height() - 10)
            p.fillRect(bar, theme.colour("accent_line" if self.focused else "line2"))
        icon, ink = LOOKS[row.state]
        side = px(14)
        narrow = rect.width() < _NARROW
        spot = QRectF(rect.left() + (2 if narrow else 14), rect.center().y() - side / 2, side, side)
        icons.paint(p, theme, icon, spot, ink)
        year = str(row.year or "")
        if narrow:
            room = QRectF(spot.right() + 1, rect.top(), rect.right() - spot.right() - 1, rect.height())
            painting.text(p, theme, room, year, 12, selected, elide=False)
            return
        right = rect.right() - 10
        severity = "error" if row.errors else "warning" if row.warnings else ""
        if severity:
            count = str(row.errors or row.warnings)
            wide = painting.width(theme, count, 12)
            room = QRectF(right - wide, rect.top(), wide + 2, rect.height())
            painting.text(p, theme, room, count, 12, token=severity)
        mark = QRectF(right - px(10) - side - 4, rect.center().y() - side / 2, side, side)
        if severity:
            painting.severity(p, theme, severity, mark)
        wide = painting.width(theme, year, 12) + 2
        years = QRectF(mark.left() - 5 - wide, rect.top(), wide, rect.height())
        painting.text(p, theme, years, year, 12, token="text2", align=painting.RIGHT)
        name = QRectF(spot.right() + 7, rect.top(), years.left() - spot.right() - 12, rect.height())
        painting.text(p, theme, name, row.name, 13, selected)
        if selected and self.focused:
            painting.ring(p, theme, rect.adjusted(6, 0, -6, 1), True)
