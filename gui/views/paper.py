"""The original as laid-out text with true tables: read, selected and clicked, never edited."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, QSizeF, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QWheelEvent,
)
from PySide6.QtWidgets import QFrame, QTextEdit, QWidget

from core.app import pages as asked
from core.model.document import Span
from core.model.report import Report
from gui.theme import Theme
from gui.views.find_bar import MOST_HITS
from gui.views.mark_layer import MarkLayer, paint_focus
from gui.views.original_marks import STRIP, Mark, Ranges
from gui.views.original_text import OriginalText, PositionMap

ZOOMS = (0.75, 0.9, 1.0, 1.15, 1.3, 1.5, 1.75, 2.0)
_THIRD = 0.33  # where evidence comes to stand when the view has to jump


class Paper(QTextEdit):
    """The text itself. It is read, selected and clicked, never edited."""

    value_clicked = Signal(str)
    value_hovered = Signal(str)
    framed = Signal(str)  # the words that the mouse has selected
    zoomed = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._text: OriginalText | None = None
        self._map = PositionMap("", [], [], [])
        self._report: Report | None = None
        self._hits: list[Ranges] = []
        self.layer = MarkLayer(theme, self._ranges, lambda a, b: rectangles(self.document(), a, b))
        self.zoom = 1.0
        self.setObjectName("paper")
        self.setReadOnly(True)
        self.setUndoRedoEnabled(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.viewport().setMouseTracking(True)
        self.document().documentLayout().documentSizeChanged.connect(self.layer.forget_places)

    def _ranges(self, span: Span) -> Ranges:
        return [r for piece in span.pieces() for r in self._map.ranges(*piece)]

    def lay_out(self, report: Report, at: float = 0.0) -> None:
        """Show a report, scrolled to the share `at` of its length."""
        self._report, self._hits = report, []
        self._text = OriginalText(report, self._theme, self.zoom, self.document())
        self._map = self._text.build()
        self._text.fit(self.viewport().width())
        self.layer.show(report)
        if at:
            self._complete()
        self.verticalScrollBar().setValue(round(at * self.verticalScrollBar().maximum()))

    def lay_out_again(self, at: QPoint | None = None) -> None:
        """The same report in another size or theme; what stands at a point of the viewport stays there."""
        if self._report is not None:
            self._hold(self._lay_out_again, at)

    def _lay_out_again(self) -> None:
        assert self._report is not None
        hits, cursor = self._hits, self.textCursor()
        anchor, position = cursor.anchor(), cursor.position()
        self.lay_out(self._report)
        cursor.setPosition(anchor)
        cursor.setPosition(position, QTextCursor.MoveMode.KeepAnchor)
        self.setTextCursor(cursor)
        self._mark_hits(hits)

    def _hold(self, change: Callable[[], None], at: QPoint | None = None) -> None:
        """Change the layout; the words at a point of the viewport stay there.

        By default these are the current evidence where it is in view, else the topmost words.
        """
        self.layer.place()
        mark = self.layer.mark(self.layer.now.current) if at is None else None
        if mark and not any(self.seen().intersects(box) for box in mark.boxes):
            mark = None
        position = mark.figure[0][0] if mark else self.cursorForPosition(at or QPoint(0, 0)).position()
        before = self._top(position)
        change()
        self._complete()
        bar = self.verticalScrollBar()
        bar.setValue(bar.value() + self._top(position) - before)
        if mark:
            self.scroll_to_key(mark.key)  # it may have come to stand half outside

    def _top(self, position: int) -> int:
        """How far below the viewport's edge a character stands."""
        cursor = QTextCursor(self.document())
        cursor.setPosition(position)
        return self.cursorRect(cursor).top()

    def seen(self) -> QRectF:
        """What is to be seen of the whole view."""
        return QRectF(self.offset(), QSizeF(self.viewport().size()))

    def offset(self) -> QPointF:
        """The corner of what is to be seen."""
        return QPointF(self.horizontalScrollBar().value(), self.verticalScrollBar().value())

    def place(self) -> float:
        """Where it is scrolled to, as a share of its length."""
        return self.verticalScrollBar().value() / max(self.verticalScrollBar().maximum(), 1)

    def _complete(self) -> None:
        """Lay out the rest; the scroll bar would hear of it later."""
        whole = round(self.document().size().height())
        self.verticalScrollBar().setMaximum(max(whole - self.viewport().height(), 0))

    def refresh(self, report: Report) -> None:
        """The values changed, the text did not."""
        self._report = report
        self.layer.refresh(report)
        self.viewport().update()

    def selected_span(self) -> Span | None:
        """What is selected, as a stretch of the Document; None when nothing is."""
        cursor = self.textCursor()
        if not cursor.hasSelection():
            return None
        start, end = self._map.offset(cursor.selectionStart()), self._map.offset(cursor.selectionEnd())
        text = self._map.text[start:end]
        start += len(text) - len(text.lstrip())
        end -= len(text) - len(text.rstrip())
        return Span(start, end) if end > start else None

    def scroll_to_key(self, key: str) -> None:
        """Jump so that the mark stands in view; nothing moves when it does already."""
        self._complete()
        self.layer.place()
        mark = self.layer.mark(key)
        if mark and mark.boxes:
            cursor = self.textCursor()
            if not cursor.hasSelection():  # Qt brings the cursor into view whenever it likes: let it stand here
                cursor.setPosition(mark.figure[0][0])
                self.setTextCursor(cursor)
            self._show(mark.boxes[0].united(mark.boxes[-1]))

    def scroll_to_span(self, span: Span, select: bool = False) -> None:
        """Jump to a stretch of the Document that is no value."""
        ranges = self._map.ranges(span.start, span.end)
        if not ranges:
            return
        cursor = self.textCursor()
        cursor.setPosition(ranges[0][0])
        if select:
            cursor.setPosition(ranges[-1][1], QTextCursor.MoveMode.KeepAnchor)
        self.setTextCursor(cursor)
        self.ensureCursorVisible()

    def _show(self, box: QRectF) -> None:
        seen, down, across = self.seen(), self.verticalScrollBar(), self.horizontalScrollBar()
        if box.top() < seen.top() + 8 or box.bottom() > seen.bottom() - 8:
            down.setValue(int(box.top() - seen.height() * _THIRD))
        if box.left() < seen.left() or box.right() > seen.right() - STRIP:
            across.setValue(int(box.center().x() - seen.width() / 2))

    def mark_at(self, at: QPointF) -> Mark | None:
        """The mark under a point of the viewport."""
        return self.layer.at(at + self.offset())

    def zoom_by(self, step: int, at: QPoint | None = None) -> None:
        """One step larger (1) or smaller (-1), 0 is 100 %; what stands at a point of the viewport stays there."""
        now = ZOOMS.index(self.zoom)
        self.set_zoom(ZOOMS[min(max(now + step, 0), len(ZOOMS) - 1)] if step else 1.0, at)

    def set_zoom(self, zoom: float, at: QPoint | None = None) -> None:
        """A zoom by its number, one of `ZOOMS`."""
        self.zoom = zoom
        self.lay_out_again(at)
        self.zoomed.emit()

    def selected_text(self) -> str:
        """The words that are selected."""
        return self.textCursor().selectedText()

    def find_all(self, text: str) -> int:
        """Mark all places of a text, without those of the last one; gives how many there are."""
        spans = asked.found(self._report.document, text, MOST_HITS) if self._report is not None else []
        self._mark_hits([ranges for span in spans if (ranges := self._ranges(span))])
        return len(self._hits)

    def _mark_hits(self, hits: list[Ranges]) -> None:
        self._hits = hits
        shape = QTextCharFormat()
        shape.setBackground(self._theme.colour("accent_soft"))
        shape.setUnderlineStyle(QTextCharFormat.UnderlineStyle.SingleUnderline)
        shape.setUnderlineColor(self._theme.colour("accent_line"))
        self.setExtraSelections([_selection(self._cursor(*r), shape) for ranges in hits for r in ranges])

    def _cursor(self, start: int, end: int) -> QTextCursor:
        cursor = QTextCursor(self.document())
        cursor.setPosition(start)
        cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
        return cursor

    def first_hit(self) -> int:
        """The first of the places found that is in view or after it, else the first of all."""
        top = self.cursorForPosition(QPoint(0, 0)).position()
        return next((n for n, ranges in enumerate(self._hits) if ranges[-1][1] > top), 0)

    def show_hit(self, number: int) -> None:
        """Select one of the places found, from 0, and bring it where evidence comes to stand."""
        start, end = self._hits[number][0][0], self._hits[number][-1][1]
        self.setTextCursor(self._cursor(start, end))
        self._complete()
        boxes = rectangles(self.document(), start, end)
        if boxes:
            self._show(boxes[0].united(boxes[-1]))

    def paintEvent(self, event: QPaintEvent) -> None:
        seen = self.seen()
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.translate(-seen.topLeft())
        self.layer.paint(painter, seen)
        painter.end()
        super().paintEvent(event)
        painter = QPainter(self.viewport())
        self.layer.paint_overview(painter, seen.size(), self.document().size().height())
        if self.hasFocus():
            paint_focus(painter, self.viewport().rect(), self._theme)
        painter.end()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.viewport().update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        if self._text is None or event.oldSize().width() == event.size().width():
            super().resizeEvent(event)
            self.layer.forget_places()
        else:
            self._hold(lambda: self._resize(event))

    def _resize(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        assert self._text is not None
        self._text.fit(event.size().width())
        self.layer.forget_places()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        mark = self.mark_at(event.position())
        key = mark.key if mark else ""
        if key != (self.layer.now.hover or ""):
            shape = Qt.CursorShape.PointingHandCursor if key else Qt.CursorShape.IBeamCursor
            self.viewport().setCursor(shape)
            self.value_hovered.emit(key)

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self.value_hovered.emit("")

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        if event.button() is not Qt.MouseButton.LeftButton:
            return
        if self.textCursor().hasSelection():
            self.framed.emit(self.selected_text())
        elif mark := self.mark_at(event.position()):
            self.value_clicked.emit(mark.key)

    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            if event.angleDelta().y():
                self.zoom_by(1 if event.angleDelta().y() > 0 else -1, event.position().toPoint())
            event.accept()
        else:
            super().wheelEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        # A read-only QTextEdit eats these although it does nothing with them.
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Escape, Qt.Key.Key_Tab):
            event.ignore()
            return
        super().keyPressEvent(event)


def rectangles(document: QTextDocument, start: int, end: int) -> list[QRectF]:
    """The rectangles of the characters [start, end), one a line, in document coordinates."""
    found: list[QRectF] = []
    block = document.findBlock(start)
    while block.isValid() and block.position() < end:
        layout = block.layout()
        origin = document.documentLayout().blockBoundingRect(block).topLeft()
        em = block.charFormat().font().pixelSize()
        for i in range(layout.lineCount()):
            line = layout.lineAt(i)
            first = max(start - block.position(), line.textStart())
            last = min(end - block.position(), line.textStart() + line.textLength())
            if first < last:
                x1, x2 = (_x(line.cursorToX(at)) for at in (first, last))
                top = origin.y() + line.y() + line.ascent() - 0.95 * em
                found.append(QRectF(origin.x() + x1, top, x2 - x1, em * 1.22))
        block = block.next()
    return found


def _x(answer: object) -> float:
    """`QTextLine.cursorToX` answers with a pair in PySide6."""
    return float(answer[0]) if isinstance(answer, tuple) else float(answer)  # type: ignore[arg-type]


def _selection(cursor: QTextCursor, shape: QTextCharFormat) -> QTextEdit.ExtraSelection:
    selection = QTextEdit.ExtraSelection()
    # The stubs declare these two as class attributes of other types.
    selection.cursor = cursor
    selection.format = shape
    return selection
