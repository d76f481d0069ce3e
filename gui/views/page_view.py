"""The original as page images, evidence marks over them: read, framed and clicked, never edited."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QMouseEvent, QPainter, QPen, QResizeEvent
from PySide6.QtWidgets import QWidget

from core.app import pages as asked
from core.model.document import Span
from core.model.report import Report
from gui.theme import Theme
from gui.views.find_bar import MOST_HITS
from gui.views.mark_layer import MarkLayer, paint_focus
from gui.views.original_marks import Mark
from gui.views.page_scroll import STEP, PageScroll, Place

if TYPE_CHECKING:
    from core.app.pages import PageImages

_DRAG = 4  # pixels; less is a click
_TALL = 200.0  # pixels; of a taller value its beginning is shown


class PageView(PageScroll):
    """All pages of one report, with its values."""

    value_clicked = Signal(str)
    value_hovered = Signal(str)
    framed = Signal(str)  # the words in a frame that was drawn; "" when none are in it

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self._report: Report | None = None
        self._hits: list[Span] = []
        self._selected: Span | None = None
        self._pressed: QPointF | None = None
        self._frame = QRectF()
        self.layer = MarkLayer(theme, lambda span: list(span.pieces()), lambda a, b: self._boxes(Span(a, b)))
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)  # a fit must not depend on its coming
        self.viewport().setMouseTracking(True)
        self.viewport().setCursor(Qt.CursorShape.CrossCursor)

    def show_pages(self, report: Report, images: "PageImages", place: Place) -> None:
        """Show another report, where it was left."""
        self._report = report
        self._hits, self._selected, self._frame, self._pressed = [], None, QRectF(), None
        self.layer.show(report)
        self.show_file(images, report.document.pages, report.document.lines, place)

    def clear(self) -> None:
        """Show nothing, and let go of the file."""
        self._report = None
        self._hits, self._selected = [], None
        self.show_file(None, (), (), Place())
        self.pictures.wait()

    def refresh(self, report: Report) -> None:
        """The values changed, the pages did not."""
        self._report = report
        self.layer.refresh(report)
        self.viewport().update()

    def layout_changed(self) -> None:
        self.layer.forget_places()

    # ---- places

    def scroll_to_key(self, key: str) -> None:
        """Jump so that the mark stands in view; nothing moves when it does already."""
        self.layer.place()
        mark = self.layer.mark(key)
        if mark and mark.boxes:
            whole = mark.boxes[0].united(mark.boxes[-1])
            self.show_box(whole if whole.height() < _TALL else mark.boxes[0])

    def scroll_to_span(self, span: Span, select: bool = False) -> None:
        """Jump to a stretch of the Document that is no value."""
        if select:
            self._select(span)
        if boxes := self._boxes(span):
            self.show_box(boxes[0])

    def fixed_point(self) -> QPointF:
        """The current evidence, when it is in view."""
        self.layer.place()
        mark, seen = self.layer.mark(self.layer.now.current), self.seen()
        if mark and mark.boxes and seen.contains(mark.boxes[0].center()):
            return mark.boxes[0].center() - seen.topLeft()
        return super().fixed_point()

    def _boxes(self, span: Span) -> list[QRectF]:
        if self._report is None:
            return []
        return [self._layout.rectangle(box) for box in self._report.document.boxes(span)]

    def mark_at(self, at: QPointF) -> Mark | None:
        """The mark under a point of the viewport."""
        return self.layer.at(at + self.offset())

    # ---- words

    def selected_span(self) -> Span | None:
        """What is selected, as a stretch of the Document; None when nothing is."""
        return self._selected

    def selected_text(self) -> str:
        """The words that are selected."""
        if self._report is None or self._selected is None:
            return ""
        return asked.words(self._report.document, self._selected)

    def copy(self) -> None:
        """The selected words go to the clipboard."""
        if words := self.selected_text():
            QGuiApplication.clipboard().setText(words)

    def find_all(self, text: str) -> int:
        """Mark all places of a text, without those of the last one; gives how many there are."""
        document = self._report.document if self._report else None
        self._hits = asked.found(document, text, MOST_HITS) if document else []
        self.viewport().update()
        return len(self._hits)

    def first_hit(self) -> int:
        """The first of the places found that is in view or after it, else the first of all."""
        top = self.seen().top()
        return next((n for n, hit in enumerate(self._hits) if any(b.bottom() > top for b in self._boxes(hit))), 0)

    def show_hit(self, number: int) -> None:
        """Select one of the places found, from 0."""
        self.scroll_to_span(self._hits[number], select=True)

    def _select(self, span: Span | None) -> None:
        self._selected = span
        self.viewport().update()

    # ---- drawing

    def paint_under(self, painter: QPainter, seen: QRectF) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self.layer.paint(painter, seen)
        self._paint_words(painter, seen)  # over the marks: most of what is sought is somebody's value

    def paint_over(self, painter: QPainter, seen: QRectF) -> None:
        if not self._frame.isNull():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(self._theme.colour("accent_line"), 1, Qt.PenStyle.DashLine))
            painter.drawRect(self._frame)
        painter.resetTransform()
        self.layer.paint_overview(painter, seen.size(), self._layout.height)
        if self.hasFocus():
            paint_focus(painter, self.viewport().rect(), self._theme)

    def _paint_words(self, painter: QPainter, seen: QRectF) -> None:
        line, ground = self._theme.colour("accent_line"), self._theme.colour("accent_soft")
        painter.setPen(QPen(line, 1))
        for hit in self._hits:
            for box in self._boxes(hit):
                if box.intersects(seen):
                    painter.fillRect(box, ground)
                    painter.drawLine(box.bottomLeft(), box.bottomRight())
        if self._selected is not None:
            painter.setPen(QPen(line, 1.5))
            painter.setBrush(ground)
            for box in self._boxes(self._selected):
                painter.drawRect(box.adjusted(-1, -1, 1, 1))

    # ---- events

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.LeftButton:
            self._pressed = event.position() + self.offset()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._pressed is not None:
            self._drag(event.position())
            return
        mark = self.mark_at(event.position())
        key = mark.key if mark else ""
        if key != (self.layer.now.hover or ""):
            self.viewport().setCursor(Qt.CursorShape.PointingHandCursor if key else Qt.CursorShape.CrossCursor)
            self.value_hovered.emit(key)

    def _drag(self, at: QPointF) -> None:
        """Draw the frame to a point of the viewport; over its edge the pages move."""
        assert self._pressed is not None
        if self._frame.isNull() and (at + self.offset() - self._pressed).manhattanLength() < _DRAG:
            return
        bar = self.verticalScrollBar()
        if at.y() < 0 or at.y() > self.viewport().height():
            bar.setValue(bar.value() + (STEP if at.y() > 0 else -STEP))
        self._frame = QRectF(self._pressed, at + self.offset()).normalized()
        if self._report is not None:
            self._select(asked.framed(self._report.document, self._layout.boxes(self._frame)))
        self.viewport().update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() is not Qt.MouseButton.LeftButton or self._pressed is None:
            return
        drawn, self._pressed, self._frame = not self._frame.isNull(), None, QRectF()
        if not drawn:
            self._select(None)
            if mark := self.mark_at(event.position()):
                self.value_clicked.emit(mark.key)
        else:
            self.framed.emit(self.selected_text())
        self.viewport().update()

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self.value_hovered.emit("")

    def resizeEvent(self, event: QResizeEvent) -> None:
        # Marks as they were placed: this may come in the midst of laying out the pages of another report.
        mark, seen = self.layer.mark(self.layer.now.current), QRectF(self.offset(), event.oldSize().toSizeF())
        is_kept = mark is not None and any(seen.intersects(box) for box in mark.boxes)
        super().resizeEvent(event)
        if mark and is_kept and event.oldSize().width() != event.size().width():
            self.scroll_to_key(mark.key)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        ends = {Qt.Key.Key_Home: 1, Qt.Key.Key_End: len(self._sizes)}
        if event.key() in ends:
            self.go_to_page(ends[Qt.Key(event.key())])
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Escape, Qt.Key.Key_Tab):
            event.ignore()
        else:
            super().keyPressEvent(event)
