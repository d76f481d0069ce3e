"""The marks of one report over a view that scrolls: kept, placed, found under the pointer, drawn."""

from collections.abc import Callable

from PySide6.QtCore import QPointF, QRect, QRectF, QSizeF, Qt
from PySide6.QtGui import QPainter, QPen, QPixmap

from core.model.document import Span
from core.model.report import Report
from gui.theme import Theme
from gui.views.original_marks import STRIP, Emphasis, Mark, MarkIndex, MarkPainter, Ranges, keep_places, marks, place


class MarkLayer:
    """Knows nothing of how the original is shown: it is told where spans are, and where ranges stand.

    Args:
        where: the ranges of a span, as the view counts.
        rectangles: where a range stands, in the coordinates of the whole view.
    """

    def __init__(
        self, theme: Theme, where: Callable[[Span], Ranges], rectangles: Callable[[int, int], list[QRectF]]
    ) -> None:
        self._painter = MarkPainter(theme)
        self._where, self._rectangles = where, rectangles
        self._index = MarkIndex(())
        self._overview: QPixmap | None = None
        self.marks: list[Mark] = []
        self.now = Emphasis()

    def show(self, report: Report) -> None:
        """The marks of a report that has just been laid out."""
        self.marks = []
        self.refresh(report)

    def refresh(self, report: Report) -> None:
        """The values changed, what stands where did not."""
        found = marks(report, self._where)
        keep_places(self.marks, found)
        self.marks = found
        self._overview = None

    def forget_places(self) -> None:
        """Everything has moved."""
        for mark in self.marks:
            mark.placed = False

    def place(self) -> None:
        """Work out the rectangles that are not known."""
        if place(self.marks, self._rectangles) or self._index.marks is not self.marks:
            self._index = MarkIndex(self.marks)
            self._overview = None

    def mark(self, key: str | None) -> Mark | None:
        """The mark of a value; None when it has no place."""
        return next((m for m in self.marks if m.key == key), None)

    def at(self, point: QPointF) -> Mark | None:
        """The mark under a point of the whole view; the smallest when several overlap."""
        self.place()
        near = self._index.between(point.y() - 3, point.y() + 3)
        hits = [
            (box.width() * box.height(), i)
            for i, mark in enumerate(near)
            for box in mark.boxes
            if box.adjusted(-2, -3, 2, 3).contains(point)
        ]
        return near[min(hits)[1]] if hits else None

    def paint(self, painter: QPainter, seen: QRectF) -> None:
        """Draw what is to be seen, in the coordinates of the whole view."""
        self.place()
        self._painter.paint(painter, self._index.between(seen.top(), seen.bottom()), self.now, seen)

    def paint_overview(self, painter: QPainter, size: QSizeF, full: float) -> None:
        """The strip at the right edge of a viewport of this size, for a view that is `full` high."""
        strip = QRectF(size.width() - STRIP, 0, STRIP, size.height())
        painter.drawPixmap(strip.topLeft(), self._overview_pixmap(painter.device().devicePixelRatio(), strip, full))
        current = self.mark(self.now.current)
        self._painter.overview(painter, [current] if current else [], self.now, strip, full)

    def _overview_pixmap(self, ratio: float, strip: QRectF, full: float) -> QPixmap:
        """The strip without the current mark; drawn anew only when marks or sizes changed."""
        wanted = (strip.size() * ratio).toSize()
        if self._overview is None or self._overview.size() != wanted:
            self._overview = QPixmap(wanted)
            self._overview.setDevicePixelRatio(ratio)
            self._overview.fill(Qt.GlobalColor.transparent)
            painter = QPainter(self._overview)
            self._painter.overview(painter, self.marks, Emphasis(), QRectF(0, 0, STRIP, strip.height()), full)
            painter.end()
        return self._overview


def paint_focus(painter: QPainter, viewport: QRect, theme: Theme) -> None:
    """The ring of the pane that the keys go to."""
    painter.setPen(QPen(theme.colour("accent_line"), 2))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRect(viewport.adjusted(1, 1, -1, -1))
