"""The original beside the values: laid-out text with true tables, evidence marks, find and zoom."""

from PySide6.QtCore import QEvent, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPixmap, QResizeEvent, QTextCursor
from PySide6.QtWidgets import QFrame, QLabel, QTextEdit, QVBoxLayout, QWidget

from core.model.document import Span
from core.model.report import Report
from gui.theme import Theme
from gui.views.find_bar import FindBar
from gui.views.original_marks import STRIP, Emphasis, Mark, MarkIndex, MarkPainter, keep_places, marks, place
from gui.views.original_text import OriginalText, PositionMap
from gui.views.small import Elided, IconButton, head

_HEAD = 36
ZOOMS = (0.75, 0.9, 1.0, 1.15, 1.3, 1.5, 1.75, 2.0)
_THIRD = 0.33  # where evidence comes to stand when the view has to jump


class Paper(QTextEdit):
    """The text itself. It is read, selected and clicked, never edited."""

    value_clicked = Signal(str)
    value_hovered = Signal(str)
    text_selected = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._painter = MarkPainter(theme)
        self._marks: list[Mark] = []
        self._map = PositionMap("", [], [], [])
        self._report: Report | None = None
        self._index = MarkIndex(())
        self._overview: QPixmap | None = None
        self.now = Emphasis()
        self.zoom = 1.0
        self.setObjectName("paper")
        self.setReadOnly(True)
        self.setUndoRedoEnabled(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.viewport().setMouseTracking(True)
        self.document().documentLayout().documentSizeChanged.connect(self._on_layout_changed)
        self.selectionChanged.connect(lambda: self.text_selected.emit(self.selected_span()))

    def lay_out(self, report: Report) -> None:
        """Show another report, or the same one in another size or theme."""
        same = self._report is not None and self._report.row.id == report.row.id
        at = self.verticalScrollBar().value() / max(self.verticalScrollBar().maximum(), 1) if same else 0.0
        self._report = report
        self._map = OriginalText(report, self._theme, self.zoom, self.document()).build()
        self._marks = []
        self.refresh(report)
        ground = self._theme.colour("paper").name()
        self.setStyleSheet(f"QTextEdit#paper {{ background: {ground}; border: 0; }}")
        self.verticalScrollBar().setValue(round(at * self.verticalScrollBar().maximum()))

    def refresh(self, report: Report) -> None:
        """The values changed, the text did not."""
        self._report = report
        found = marks(report, self._map)
        keep_places(self._marks, found)
        self._marks = found
        self._overview = None
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
        whole = round(self.document().size().height())  # asking lays out the rest; the scroll bar hears of it later
        self.verticalScrollBar().setMaximum(max(whole - self.viewport().height(), 0))
        self._place()
        mark = next((m for m in self._marks if m.key == key), None)
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
        bar = self.verticalScrollBar()
        height = self.viewport().height()
        if box.top() - bar.value() < 8 or box.bottom() - bar.value() > height - 8:
            bar.setValue(int(box.top() - height * _THIRD))

    def mark_at(self, at: QPointF) -> Mark | None:
        """The mark under a point of the viewport; the smallest when several overlap."""
        self._place()
        point = at + QPointF(0, self.verticalScrollBar().value())
        near = self._index.between(point.y() - 3, point.y() + 3)
        hits = [
            (box.width() * box.height(), i)
            for i, mark in enumerate(near)
            for box in mark.boxes
            if box.adjusted(-2, -3, 2, 3).contains(point)
        ]
        return near[min(hits)[1]] if hits else None

    def _place(self) -> None:
        if place(self._marks, self.document()) or self._index.marks is not self._marks:
            self._index = MarkIndex(self._marks)
            self._overview = None

    def _on_layout_changed(self) -> None:
        for mark in self._marks:
            mark.placed = False

    def paintEvent(self, event: QPaintEvent) -> None:
        self._place()
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        offset = self.verticalScrollBar().value()
        size = QRectF(self.viewport().rect())
        painter.translate(0, -offset)
        seen = size.translated(0, offset)
        self._painter.paint(painter, self._index.between(seen.top(), seen.bottom()), self.now, seen)
        painter.end()
        super().paintEvent(event)
        painter = QPainter(self.viewport())
        full = self.document().size().height()
        strip = QRectF(size.right() - STRIP, 0, STRIP, size.height())
        painter.drawPixmap(strip.topLeft(), self._overview_pixmap(strip, full))
        current = next((m for m in self._marks if m.key == self.now.current), None)
        self._painter.overview(painter, [current] if current else [], self.now, strip, full)
        painter.end()

    def _overview_pixmap(self, strip: QRectF, full: float) -> QPixmap:
        """The strip without the current mark; drawn anew only when marks or sizes changed."""
        ratio = self.devicePixelRatioF()
        wanted = (strip.size() * ratio).toSize()
        if self._overview is None or self._overview.size() != wanted:
            self._overview = QPixmap(wanted)
            self._overview.setDevicePixelRatio(ratio)
            self._overview.fill(Qt.GlobalColor.transparent)
            painter = QPainter(self._overview)
            area = QRectF(0, 0, STRIP, strip.height())
            self._painter.overview(painter, self._marks, Emphasis(), area, full)
            painter.end()
        return self._overview

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._on_layout_changed()
        if self.now.current and event.oldSize().width() != event.size().width():
            self.scroll_to_key(self.now.current)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        mark = self.mark_at(event.position())
        key = mark.key if mark else ""
        if key != (self.now.hover or ""):
            shape = Qt.CursorShape.PointingHandCursor if key else Qt.CursorShape.IBeamCursor
            self.viewport().setCursor(shape)
            self.value_hovered.emit(key)

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self.value_hovered.emit("")

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        if event.button() is Qt.MouseButton.LeftButton and not self.textCursor().hasSelection():
            mark = self.mark_at(event.position())
            if mark:
                self.value_clicked.emit(mark.key)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        # A read-only QTextEdit eats these although it does nothing with them.
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Escape, Qt.Key.Key_Tab):
            event.ignore()
            return
        super().keyPressEvent(event)


class OriginalView(QWidget):
    """The pane: its head with find and zoom, the find bar, the paper."""

    value_clicked = Signal(str)
    value_hovered = Signal(str)
    text_selected = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._report: Report | None = None
        self.setObjectName("surface")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setMinimumWidth(420)
        self.paper = Paper(theme, self)
        self.paper.setAccessibleName(self.tr("Original"))
        self.find_bar = FindBar(theme, self.paper, self)
        self._name = Elided("caption")
        self._percent = QLabel("100%", self)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._head())
        layout.addWidget(self.find_bar)
        layout.addWidget(self.paper, 1)
        self.setFocusProxy(self.paper)
        self.paper.value_clicked.connect(self.value_clicked)
        self.paper.value_hovered.connect(self._on_hovered)
        self.paper.text_selected.connect(self.text_selected)
        theme.changed.connect(self._on_theme_changed)

    def _head(self) -> QWidget:
        caption = QLabel(self.tr("Original"))
        caption.setObjectName("strong")
        self._percent.setObjectName("caption")
        buttons = (
            IconButton(self._theme, "search", self.tr("Find in the original"), self.open_find, self),
            IconButton(self._theme, "zoom-out", self.tr("Smaller"), self.zoom_out, self),
            IconButton(self._theme, "zoom-in", self.tr("Larger"), self.zoom_in, self),
        )
        find, smaller, larger = buttons
        return head(self._theme, caption, 8, self._name, find, 8, smaller, 4, self._percent, 4, larger, height=_HEAD)

    def show_report(self, report: Report) -> None:
        """Lay out another report."""
        self._report = report
        self._name.setText(report.row.source_name)
        self.paper.now = Emphasis()
        self.paper.lay_out(report)
        self.find_bar.look_again()

    def refresh(self, report: Report) -> None:
        """Values or findings of the shown report changed."""
        self._report = report
        self.paper.refresh(report)

    def set_current(self, key: str | None, scroll: bool = True) -> None:
        """Fill the evidence of `key`, and jump to it."""
        self.paper.now.current = key
        if key and scroll:
            self.paper.scroll_to_key(key)
        self.paper.viewport().update()

    def set_rings(self, keys: tuple[str, ...]) -> None:
        """Ring the other side of a finding or a proof."""
        self.paper.now.rings = frozenset(keys)
        self.paper.viewport().update()

    def set_hover(self, key: str | None) -> None:
        """Show what the pointer is over in the other pane."""
        self.paper.now.hover = key
        self.paper.viewport().update()

    def scroll_to(self, span: Span) -> None:
        """Show and select a stretch that is no value."""
        self.paper.scroll_to_span(span, select=True)

    def selected_span(self) -> Span | None:
        """What is selected in the original."""
        return self.paper.selected_span()

    def open_find(self) -> None:
        """Open the find bar, with the selection as what to look for."""
        self.find_bar.open()

    def find_words(self, words: str) -> None:
        """Open the find bar and look for these."""
        self.find_bar.open()
        self.find_bar.field.setText(words)

    def zoom_in(self) -> None:
        """One step larger."""
        self._zoom(1)

    def zoom_out(self) -> None:
        """One step smaller."""
        self._zoom(-1)

    def zoom_reset(self) -> None:
        """Back to 100 %."""
        self._zoom(0)

    def _zoom(self, step: int) -> None:
        at = ZOOMS.index(self.paper.zoom)
        self.paper.zoom = ZOOMS[min(max(at + step, 0), len(ZOOMS) - 1)] if step else 1.0
        self._percent.setText(f"{self.paper.zoom:.0%}")
        self._lay_out_again()

    def _lay_out_again(self) -> None:
        if self._report:
            self.paper.lay_out(self._report)
            if self.paper.now.current:
                self.paper.scroll_to_key(self.paper.now.current)

    def _on_hovered(self, key: str) -> None:
        self.set_hover(key or None)
        self.value_hovered.emit(key)

    def _on_theme_changed(self) -> None:
        self._lay_out_again()
