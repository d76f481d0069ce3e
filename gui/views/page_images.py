"""Pictures of pages: drawn off the GUI thread, the ones that are looked at first, and kept within bounds."""

from collections import OrderedDict
from collections.abc import Sequence
from dataclasses import dataclass
from enum import IntEnum
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QRectF, QThreadPool, Signal
from PySide6.QtGui import QColor, QImage

from core.model.document import PageSize
from gui.theme import Theme
from gui.views.page_tone import ink
from gui.workers import Job

if TYPE_CHECKING:
    from core.app.pages import PageImages

_TILE = 2048  # pixels; a larger page is drawn in parts
_MOST_BYTES = 160 << 20


class Asker(IntEnum):
    """Who wants pictures, the more urgent first."""

    VIEW = 0
    COLUMN = 1


@dataclass(frozen=True, slots=True)
class Tile:
    """A part of a page drawn `width` x `height` pixels of the screen large; x0, y0, x1, y1 are its edges there."""

    page: int
    width: int
    height: int
    x0: int
    y0: int
    x1: int
    y1: int

    @property
    def is_whole(self) -> bool:
        """The page is one picture."""
        return (self.x0, self.y0, self.x1, self.y1) == (0, 0, self.width, self.height)


def tiles(page: int, width: int, height: int) -> list[Tile]:
    """The parts of a page of this size, row by row."""
    columns, rows = -(-width // _TILE), -(-height // _TILE)
    return [
        Tile(
            page,
            width,
            height,
            width * c // columns,
            height * r // rows,
            width * (c + 1) // columns,
            height * (r + 1) // rows,
        )
        for r in range(rows)
        for c in range(columns)
    ]


class PagePictures(QObject):
    """The pictures of one file at a time."""

    arrived = Signal(int)  # page
    failed = Signal(Exception)  # AppError: the file cannot be opened, or not without its password

    def __init__(self, theme: Theme, parent: QObject) -> None:
        super().__init__(parent)
        self._theme = theme
        self._images: PageImages | None = None
        self._sizes: Sequence[PageSize] = ()
        self._kept: OrderedDict[Tile, QImage] = OrderedDict()
        self._bytes = 0
        self._wanted: dict[Asker, list[Tile]] = {}
        self._job: Job | None = None
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(1)
        theme.changed.connect(self._forget)

    def show(self, images: "PageImages | None", sizes: Sequence[PageSize]) -> None:
        """Another file, or none."""
        old, self._images, self._sizes = self._images, images, sizes
        self._wanted.clear()
        self._forget()
        if old is not None:
            self._pool.start(old.close)

    def wait(self) -> None:
        """Let the picture that is being drawn end."""
        self._wanted.clear()
        self._pool.waitForDone()

    def image(self, tile: Tile) -> QImage | None:
        """A picture that is there."""
        found = self._kept.get(tile)
        if found is not None:
            self._kept.move_to_end(tile)
        return found

    def stand_in(self, page: int) -> QImage | None:
        """The largest picture of a whole page in any size, until the right one is there."""
        whole = [t for t in self._kept if t.page == page and t.is_whole]
        return self._kept[max(whole, key=lambda t: t.width)] if whole else None

    def want(self, who: Asker, wanted: Sequence[Tile]) -> None:
        """Draw these, the first first; what the same asker wanted before is forgotten."""
        self._wanted[who] = [t for t in wanted if t not in self._kept]
        self._next()

    def _forget(self) -> None:
        self._kept.clear()
        self._bytes = 0

    def _next(self) -> None:
        tile = next((t for who in Asker for t in self._wanted.get(who, ())), None)
        images = self._images
        if self._job is not None or tile is None or images is None:
            return
        scale = tile.width / self._sizes[tile.page - 1].width
        colours = self._theme.colour("paper"), self._theme.colour("text"), self._theme.is_dark
        job = self._job = Job(self)
        job.succeeded.connect(lambda picture: self._on_drawn(images, colours[2], tile, picture))
        job.failed.connect(lambda error: self._on_failed(images, error))
        job.ended.connect(self._on_ended)
        job.start(lambda _: _draw(images, tile, scale, *colours), self._pool)

    def _on_drawn(self, images: "PageImages", dark: bool, tile: Tile, picture: object) -> None:
        if images is not self._images or dark != self._theme.is_dark or not isinstance(picture, QImage):
            return  # drawn for what is no longer shown
        for wanted in self._wanted.values():
            if tile in wanted:
                wanted.remove(tile)
        self._kept[tile] = picture
        self._bytes += picture.sizeInBytes()
        while self._bytes > _MOST_BYTES and len(self._kept) > 1:
            self._bytes -= self._kept.popitem(last=False)[1].sizeInBytes()
        self.arrived.emit(tile.page)

    def _on_failed(self, images: "PageImages", error: Exception) -> None:
        if images is self._images:
            self._wanted.clear()
            self.failed.emit(error)

    def _on_ended(self) -> None:
        if self._job is not None:
            self._job.deleteLater()
        self._job = None
        self._next()


def _draw(images: "PageImages", tile: Tile, scale: float, paper: QColor, text: QColor, dark: bool) -> QImage:
    from core.app.pages import Part

    drawn = images.image(tile.page, scale, Part(tile.x0, tile.y0, tile.x1 - tile.x0, tile.y1 - tile.y0))
    page = QImage(drawn.pixels, drawn.width, drawn.height, drawn.stride, QImage.Format.Format_RGB32)
    return ink(page, paper, text, dark)


def area(tile: Tile, sheet: QRectF) -> QRectF:
    """Where a tile of a page stands in the view."""
    across, down = sheet.width() / tile.width, sheet.height() / tile.height
    return QRectF(
        sheet.left() + tile.x0 * across,
        sheet.top() + tile.y0 * down,
        (tile.x1 - tile.x0) * across,
        (tile.y1 - tile.y0) * down,
    )
