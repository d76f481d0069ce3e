"""Draws the cells of values and opens their editor."""

from dataclasses import dataclass

from PySide6.QtCore import (
    QAbstractItemModel,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPointF,
    QRectF,
    Qt,
    Signal,
)
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem, QWidget

from core.app import showing
from core.model.extraction import CellKind
from core.model.values import Content, Value
from gui.delegates import painting
from gui.delegates.cell_editor import CellEditor
from gui.theme import Theme

Index = QModelIndex | QPersistentModelIndex
_TOP = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_CLOSING = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Escape, Qt.Key.Key_Tab, Qt.Key.Key_Backtab)


@dataclass(slots=True)
class Emphasis:
    """What the view around the cells knows: the current value, its other side, the pointer, the focus.

    `preedit` is what an input method composes over the current cell before an editor is open.
    """

    current: str | None = None
    rings: frozenset[str] = frozenset()
    hover: str | None = None
    focused: bool = False
    preedit: str = ""


class CellDelegate(QStyledItemDelegate):
    """The editor, and the drawing of what stands in a place. Subclasses lay out rows."""

    opened = Signal(object)  # CellEditor
    closed = Signal()
    entered = Signal()  # Enter in the editor: the window commits and goes on

    def __init__(self, theme: Theme, emphasis: Emphasis, lang: str, parent: QObject) -> None:
        super().__init__(parent)
        self.theme = theme
        self.emphasis = emphasis
        self.lang = lang
        self.editor: CellEditor | None = None

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        self.editor = CellEditor(self.theme, parent)
        self.editor.setAlignment(self.alignment(index))
        self.editor.setAccessibleName(str(index.data(Qt.ItemDataRole.AccessibleTextRole)))
        self.opened.emit(self.editor)
        return self.editor

    def alignment(self, index: Index) -> Qt.AlignmentFlag:
        """Figures stand right."""
        return painting.RIGHT

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        if isinstance(editor, CellEditor) and not editor.isModified() and not editor.is_composing:
            editor.setText(str(index.data(Qt.ItemDataRole.EditRole)))

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:
        if isinstance(editor, CellEditor):
            model.setData(index, editor.text())

    def updateEditorGeometry(self, editor: QWidget, option: QStyleOptionViewItem, index: Index) -> None:
        editor.setGeometry(option.rect.adjusted(0, 0, 0, -1))

    def destroyEditor(self, editor: QWidget, index: Index) -> None:
        mine = editor is self.editor
        if mine:
            self.editor = None
        super().destroyEditor(editor, index)
        if mine:
            self.closed.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(watched, CellEditor):
            if event.type() is QEvent.Type.ShortcutOverride:
                return False  # the base class takes Esc away from the window's action
            if isinstance(event, QKeyEvent) and event.key() in _CLOSING and watched.is_composing:
                return True
            if event.type() is QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and event.key() in _ENTER:
                self.entered.emit()
                return True
        return super().eventFilter(watched, event)

    def content(self, p: QPainter, rect: QRectF, value: Value, right: bool = True, room: QRectF | None = None) -> None:
        """What stands in a place. `room` is the whole cell, hatched when the place is blank."""
        content = value.content or (value.reading.content if value.reading else None)
        kind = content.kind if content else CellKind.BLANK
        align = painting.RIGHT if right else painting.LEFT
        words = showing.value_text(value, self.lang)
        if kind is CellKind.BLANK:
            painting.hatch(p, self.theme, room or rect)
            painting.text(p, self.theme, rect, words, 12, token="text2", align=align)
        elif kind is CellKind.NOT_APPLICABLE:
            painting.text(p, self.theme, rect, words, 14, token="text2", align=align)
        elif kind is CellKind.UNREADABLE:
            painting.text(p, self.theme, rect, words, 12, token="warning", align=align)
            self._line(p, rect, words, right, 12, wavy=True)
        elif not right and painting.width(self.theme, words, 14, value.is_decided) > rect.width():
            lines = rect.adjusted(0, 6, 0, -5)
            painting.text(p, self.theme, lines, words, 14, value.is_decided, ink_of(value), _TOP, wrap=True)
        else:
            painting.text(p, self.theme, rect, words, 14, value.is_decided, ink_of(value), align)
        if value.look == "rejected":
            self._line(p, rect, words, right, 14, wavy=False)

    def _line(self, p: QPainter, rect: QRectF, words: str, right: bool, px: int, wavy: bool) -> None:
        metrics = QFontMetrics(self.theme.font(px))
        width = min(metrics.horizontalAdvance(words), rect.width())
        x1 = rect.right() - width - 2 if right else rect.left() - 2
        x2 = x1 + width + 4
        if wavy:
            painting.wave(p, self.theme, x1, x2, rect.center().y() + metrics.ascent() / 2 + 3)
            return
        p.setPen(QPen(self.theme.colour("text3"), 1.25))
        p.drawLine(QPointF(x1, rect.center().y() + 0.5), QPointF(x2, rect.center().y() + 0.5))

    def overlay(self, p: QPainter, cell: QRectF, rect: QRectF, value: Value, typed: str | None, right: bool) -> bool:
        """What is about to stand here: composed by an input method, or put by a paste. False where nothing is."""
        composing = self.emphasis.preedit if value.key == self.emphasis.current else ""
        if not composing and typed is None:
            return False
        words = composing or typed or showing.content_text(Content(CellKind.BLANK, ""), self.lang)
        p.fillRect(cell.adjusted(0, 0, 0, -1), self.theme.colour("surface" if composing else "info_soft"))
        align = painting.RIGHT if right else painting.LEFT
        painting.text(p, self.theme, rect, words, 14, True, "corrected", align)
        if composing:
            width = QFontMetrics(self.theme.font(14, True)).horizontalAdvance(words)
            x = rect.right() - width if right else rect.left()
            y = rect.center().y() + self.theme.px(9)
            p.setPen(QPen(self.theme.colour("corrected"), 1, Qt.PenStyle.DotLine))
            p.drawLine(QPointF(x, y), QPointF(x + width, y))
        return True

    def other_side(self, p: QPainter, cell: QRectF) -> None:
        """The mark of an addend of the current total, or of the other side of a finding."""
        p.fillRect(cell.adjusted(0, 0, 0, -1), self.theme.colour("info_soft"))
        p.fillRect(QRectF(cell.right() - 4, cell.top(), 3, cell.height() - 1), self.theme.colour("proved"))


def ink_of(value: Value) -> str:
    """Violet or plum when it is not what the machine read, grey when it is no value."""
    look = value.look
    if look == "rejected":
        return "text3"
    return look if look in ("corrected", "added") else "text"
