"""Rows of the findings: symbol, rule, sentence, both sides and their difference."""

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QRectF
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

from core.base.messages import number, word
from core.model.report import FindingRow
from gui import icons
from gui.delegates import painting
from gui.models.findings_model import COLUMNS, FINDING_ROLE, SENTENCE, has_sides
from gui.theme import Theme

Index = QModelIndex | QPersistentModelIndex


class FindingDelegate(QStyledItemDelegate):
    """`focused` is set by the view: its selection is blue then. `hovered` is the row under the pointer, -1 for none."""

    def __init__(self, theme: Theme, lang: str, parent: QObject) -> None:
        super().__init__(parent)
        self._theme = theme
        self._lang = lang
        self.focused = False
        self.hovered = -1

    def paint(self, p: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row: FindingRow = index.data(FINDING_ROLE)
        p.save()
        p.setRenderHint(QPainter.RenderHint.Antialiasing)
        rect, selected = painting.back(p, self._theme, option, index, self.focused, index.row() == self.hovered)
        room = rect.adjusted(8, 0, -8, 0)
        severity = str(row.finding.severity)
        ink, soft = ("text3", "text3") if row.closed else (severity, "text")
        column = index.column()
        if column == 0:
            side = self._theme.px(16)
            spot = QRectF(rect.left() + 14, rect.center().y() - side / 2, side, side)
            if row.closed:
                icons.paint(p, self._theme, "state-confirmed", spot, "text3")
            else:
                painting.severity(p, self._theme, severity, spot)
        elif column == 1:
            rule = word(f"export.rule.{row.finding.rule}", {}, self._lang)
            painting.text(p, self._theme, room, rule, 13, True, ink)
        elif column == SENTENCE:
            painting.text(p, self._theme, room, str(index.data()), token=soft)
        else:
            self._side(p, room, row, column, soft, ink)
        if selected and self.focused:
            last = COLUMNS - 1 if has_sides(row.finding) else SENTENCE
            painting.row_ring(p, self._theme, rect, column == 0, column == last)
        p.restore()

    def _side(self, p: QPainter, room: QRectF, row: FindingRow, column: int, soft: str, ink: str) -> None:
        finding = row.finding
        left, right, difference = finding.left, finding.right, finding.difference
        if column == 3 and left is not None:
            painting.text(p, self._theme, room, number(left), 14, token=soft, align=painting.RIGHT)
        elif column == 4:
            painting.text(p, self._theme, room.adjusted(-8, 0, 8, 0), finding.relation, 14, True, ink, painting.CENTRE)
        elif column == 5 and right is not None:
            painting.text(p, self._theme, room, number(right), 14, token=soft)
        elif column == 6 and difference is not None:
            painting.text(p, self._theme, room, number(difference), 14, bool(difference), soft, painting.RIGHT)
