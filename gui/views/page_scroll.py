"""Pages of one file below each other: zoom, fit, place, pictures. What is drawn over them is for `PageView`."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt, Signal
from PySide6.QtGui import QFocusEvent, QPainter, QPaintEvent, QPen, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QWidget

from core.model.document import PageSize, PrintedLine
from gui.theme import Theme
from gui.views.page_draw import Tile, area, tiles
from gui.views.page_images import Asker, PagePictures
from gui.views.page_layout import PIXELS, PageLayout, legible_scale, printed_width, scale_to_page, scale_to_width

if TYPE_CHECKING:
    from core.app.pages import PageImages

ZOOMS = (0.25, 0.5, 0.75, 0.9, 1.0, 1.15, 1.3, 1.5, 1.75, 2.0, 2.5, 3.0, 4.0, 6.0)
THIRD = 0.33  # where evidence comes to stand when the view has to jump
STEP = 40


class Fit(StrEnum):
    """How the zoom follows the viewport."""

    WORDS = "words"  # what is printed fills the width, blank margins left out, unless nobody could read it
    WIDTH = "width"
    PAGE = "page"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Place:
    """Where a report was left: its zoom, the page at the top of the view and how much of it is above, as a share.

    `across` is the share of the way from the left end to the right one.
    """

    fit: Fit = Fit.WORDS
    zoom: float = 1.0
    page: int = 1
    share: float = 0.0
    across: float = 0.5


class PageScroll(QAbstractScrollArea):
    """Scrolls over pages and draws their pictures."""

    moved = Signal(int)  # the page that is looked at
    zoomed = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._sizes: Sequence[PageSize] = ()
        self._printed = 0.0  # points
        self._legible = 0.0  # pixels of a point
        self._layout = PageLayout((), 1.0, 1.0)
        self._page = 1
        self.fit, self.zoom = Fit.WORDS, 1.0
        self.pictures = PagePictures(theme, self)
        self.pictures.arrived.connect(lambda _: self.viewport().update())
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        for bar in (self.verticalScrollBar(), self.horizontalScrollBar()):
            bar.valueChanged.connect(self._on_scrolled)

    # ---- what is shown

    def show_file(
        self, images: "PageImages | None", sizes: Sequence[PageSize], lines: Sequence[PrintedLine], place: Place
    ) -> None:
        """Show a file where it was left, or none."""
        self._sizes = sizes
        self._printed, self._legible = printed_width(sizes, lines), legible_scale(lines)
        self.fit, self.zoom = place.fit, place.zoom
        self.pictures.show(images, sizes)
        self._page = 0
        self.lay_out()
        self.horizontalScrollBar().setValue(round(self.horizontalScrollBar().maximum() * place.across))
        self._go(place.page, place.share)

    def place(self) -> Place:
        """Where it is now."""
        y = self.verticalScrollBar().value()
        page = self._layout.page_at(y)
        sheet = self._layout.sheets[page - 1] if self._layout.sheets else QRectF(0, 0, 1, 1)
        across = self.horizontalScrollBar()
        share = across.value() / across.maximum() if across.maximum() else 0.5
        return Place(self.fit, self.zoom, page, (y - sheet.top()) / max(sheet.height(), 1), share)

    def _go(self, page: int, share: float) -> None:
        if 1 <= page <= len(self._layout.sheets):
            sheet = self._layout.sheets[page - 1]
            self.verticalScrollBar().setValue(round(sheet.top() + share * sheet.height()))

    @property
    def page(self) -> int:
        """The page that is looked at, from 1."""
        return self._page

    def go_to_page(self, page: int) -> None:
        """Bring a page to the top."""
        self._go(page, -0.01)

    def show_box(self, box: QRectF) -> None:
        """Jump so that a box of the view is to be seen; nothing moves when it is already."""
        seen = self.seen()
        down, across = self.verticalScrollBar(), self.horizontalScrollBar()
        if box.top() < seen.top() + 8 or box.bottom() > seen.bottom() - 8:
            down.setValue(round(box.top() - seen.height() * THIRD))
        if box.left() < seen.left() or box.right() > seen.right():
            across.setValue(round(box.center().x() - seen.width() / 2))

    def seen(self) -> QRectF:
        """What is to be seen of the whole view."""
        return QRectF(self.offset(), QSizeF(self.viewport().size()))

    def offset(self) -> QPointF:
        """The corner of what is to be seen."""
        return QPointF(self.horizontalScrollBar().value(), self.verticalScrollBar().value())

    # ---- layout and zoom

    def lay_out(self, anchor: QPointF | None = None) -> None:
        """Lay out at the present zoom; what stands at `anchor` in the viewport, by default its corner, stays there."""
        anchor = anchor or QPointF(0, 0)
        before, point, seen = self._layout, anchor + self.offset(), self.viewport().size()
        page = before.page_at(point.y())
        widest = max((s.width for s in self._sizes), default=0.0)
        is_cut = False  # the words are wider than the viewport
        if self._sizes and self.fit is Fit.WORDS:
            fitting, legible = scale_to_width(self._printed or widest, seen.width()), self._legible * self._theme.scale
            is_cut = fitting < legible
            self.zoom = max(fitting, legible) / self._unit()
        elif self._sizes and self.fit is Fit.WIDTH:
            self.zoom = scale_to_width(widest, seen.width()) / self._unit()
        elif self._sizes and self.fit is Fit.PAGE:
            size = self._sizes[max(self._page, 1) - 1]
            self.zoom = scale_to_page(size, seen.width(), seen.height()) / self._unit()
        free = is_cut or self.fit in (Fit.NONE, Fit.WIDTH)
        policy = Qt.ScrollBarPolicy.ScrollBarAsNeeded if free else Qt.ScrollBarPolicy.ScrollBarAlwaysOff
        self.setHorizontalScrollBarPolicy(policy)
        self._layout = PageLayout(self._sizes, self.zoom * self._unit(), seen.width())
        self.layout_changed()
        down, across = self.verticalScrollBar(), self.horizontalScrollBar()
        for bar, whole, part in (
            (down, self._layout.height, seen.height()),
            (across, self._layout.width, seen.width()),
        ):
            bar.setRange(0, max(round(whole) - part, 0))
            bar.setPageStep(part)
            bar.setSingleStep(STEP)
        if before.sheets and len(before.sheets) == len(self._layout.sheets):
            old, new = before.sheets[page - 1], self._layout.sheets[page - 1]
            moved = (point - old.topLeft()) * (self._layout.scale / before.scale) + new.topLeft() - anchor
            down.setValue(round(moved.y()))
            across.setValue(round(moved.x()))
        if self.fit is Fit.WORDS and not is_cut:
            across.setValue(across.maximum() // 2)
        self.zoomed.emit()
        self._on_scrolled()

    def layout_changed(self) -> None:
        """Everything stands elsewhere now."""

    def _unit(self) -> float:
        """Pixels of a point at 100 %."""
        return PIXELS * self._theme.scale

    def _on_scrolled(self) -> None:
        self.viewport().update()
        page = self._layout.page_at(self.seen().top() + self.viewport().height() * THIRD)
        if page != self._page:
            self._page = page
            self.moved.emit(page)

    def zoom_by(self, step: int, at: QPointF | None = None) -> None:
        """One step larger (1) or smaller (-1), 0 is 100 %; what stands at a point of the viewport stays there."""
        larger = [z for z in ZOOMS if z > self.zoom * 1.01]
        smaller = [z for z in ZOOMS if z < self.zoom * 0.99]
        steps = larger[:1] if step > 0 else smaller[-1:]
        self.set_zoom((steps or [self.zoom])[0] if step else 1.0, at)

    def set_zoom(self, zoom: float, at: QPointF | None = None) -> None:
        """A zoom by its number, 1.0 for 100 %."""
        self.fit, self.zoom = Fit.NONE, zoom
        self.lay_out(at or self.fixed_point())

    def set_fit(self, fit: Fit) -> None:
        """Let the zoom follow the viewport."""
        self.fit = fit
        page = self._page
        self.lay_out(self.fixed_point())
        if fit is Fit.PAGE:
            self.go_to_page(page)

    def fixed_point(self) -> QPointF:
        """The point of the viewport that stays where it is while the zoom changes."""
        return QPointF(self.viewport().width() / 2, self.viewport().height() * THIRD)

    # ---- drawing

    def paintEvent(self, event: QPaintEvent) -> None:
        seen = self.seen()
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.fillRect(self.viewport().rect(), self._theme.colour("window"))
        painter.translate(-seen.topLeft())
        shown = self._layout.between(seen.top(), seen.bottom())
        for page in shown:
            painter.fillRect(self._layout.sheets[page - 1], self._theme.colour("paper"))
        self.paint_under(painter, seen)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        wanted = [tile for page in shown for tile in self._paint_page(painter, page, seen)]
        for page, place in ((shown.stop, 0), (shown.start - 1, -1)):  # what scrolling will bring next
            if 1 <= page <= len(self._layout.sheets):
                wanted.append(self._tiles(page)[place])
        self.pictures.want(Asker.VIEW, wanted)
        self.paint_over(painter, seen)
        painter.end()

    def paint_under(self, painter: QPainter, seen: QRectF) -> None:
        """Draw on the paper, under the ink, in the coordinates of the whole view."""

    def paint_over(self, painter: QPainter, seen: QRectF) -> None:
        """Draw over the pages, in the coordinates of the whole view."""

    def _paint_page(self, painter: QPainter, page: int, seen: QRectF) -> list[Tile]:
        """Draw what is there of a page; gives the parts that are missing."""
        sheet = self._layout.sheets[page - 1]
        near = [(t, self.pictures.image(t)) for t in self._tiles(page) if area(t, sheet).intersects(seen)]
        modes = QPainter.CompositionMode
        painter.setCompositionMode(
            modes.CompositionMode_Plus if self._theme.is_dark else modes.CompositionMode_Multiply
        )
        missing = [tile for tile, image in near if image is None]
        for tile, image in near:
            if image is not None:
                painter.drawImage(area(tile, sheet), image)
                continue
            painter.save()
            painter.setClipRect(area(tile, sheet))  # ink over ink would be twice as dark
            for other, old in self.pictures.stand_ins(page, tile.width):
                painter.drawImage(area(other, sheet), old)
            painter.restore()
        painter.setCompositionMode(modes.CompositionMode_SourceOver)
        painter.setPen(QPen(self._theme.colour("line"), 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(sheet.adjusted(-0.5, -0.5, 0.5, 0.5))
        return missing

    def _tiles(self, page: int) -> list[Tile]:
        size = self._layout.sheets[page - 1].size() * self.devicePixelRatioF()
        return tiles(page, round(size.width()), round(size.height()))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.lay_out()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.viewport().update()

    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            if event.angleDelta().y():
                self.zoom_by(1 if event.angleDelta().y() > 0 else -1, event.position())
            event.accept()
        else:
            super().wheelEvent(event)
