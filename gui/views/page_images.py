"""Pictures of pages: drawn off the GUI thread, the ones that are looked at first, and kept within bounds."""

from collections import OrderedDict
from collections.abc import Sequence
from enum import IntEnum
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QThreadPool, Signal
from PySide6.QtGui import QImage

from core.model.document import PageSize
from gui.theme import Theme
from gui.views.page_draw import PageDrawer, Tile
from gui.views.page_tone import ink
from gui.workers import Job

if TYPE_CHECKING:
    from core.app.pages import PageImages

_MOST_BYTES = 160 << 20


class Asker(IntEnum):
    """Who wants pictures, the more urgent first."""

    VIEW = 0
    COLUMN = 1


class PagePictures(QObject):
    """The pictures of one file at a time."""

    arrived = Signal(int)  # page
    failed = Signal(Exception)  # AppError: the file cannot be opened, or not without its password

    def __init__(self, theme: Theme, parent: QObject) -> None:
        super().__init__(parent)
        self._theme = theme
        self._drawer: PageDrawer | None = None
        self._kept: OrderedDict[Tile, QImage] = OrderedDict()
        self._bytes = 0
        self._wanted: dict[Asker, list[Tile]] = {}
        self._job: Job | None = None
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(1)
        theme.changed.connect(self._forget)

    def show(self, images: "PageImages | None", sizes: Sequence[PageSize]) -> None:
        """Another file, or none."""
        old, self._drawer = self._drawer, PageDrawer(images, sizes) if images is not None else None
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

    def stand_ins(self, page: int, width: int) -> list[tuple[Tile, QImage]]:
        """What there is of a page in a size other than this, until it is there: the size that shows most of it."""
        sizes: dict[int, list[Tile]] = {}
        for tile in self._kept:
            if tile.page == page and tile.width != width:
                sizes.setdefault(tile.width, []).append(tile)
        best = max(sizes.values(), key=lambda found: (sum(map(_share, found)), found[0].width), default=[])
        return [(tile, self._kept[tile]) for tile in best]

    def want(self, who: Asker, wanted: Sequence[Tile]) -> None:
        """Draw these, the first first; what the same asker wanted before is forgotten."""
        self._wanted[who] = [t for t in wanted if t not in self._kept]
        self._next()

    def _forget(self) -> None:
        self._kept.clear()
        self._bytes = 0

    def _next(self) -> None:
        tile = next((t for who in Asker for t in self._wanted.get(who, ())), None)
        drawer = self._drawer
        if self._job is not None or tile is None or drawer is None:
            return
        paper, text, dark = self._theme.colour("paper"), self._theme.colour("text"), self._theme.is_dark
        job = self._job = Job(self)
        job.succeeded.connect(lambda picture: self._on_drawn(drawer, dark, tile, picture))
        job.failed.connect(lambda error: self._on_failed(drawer, error))
        job.ended.connect(self._on_ended)
        job.start(lambda _: ink(drawer.draw(tile), paper, text, dark), self._pool)

    def _on_drawn(self, drawer: PageDrawer, dark: bool, tile: Tile, picture: object) -> None:
        if drawer is not self._drawer or dark != self._theme.is_dark or not isinstance(picture, QImage):
            return  # drawn for what is no longer shown
        for wanted in self._wanted.values():
            if tile in wanted:
                wanted.remove(tile)
        self._kept[tile] = picture
        self._bytes += picture.sizeInBytes()
        while self._bytes > _MOST_BYTES and len(self._kept) > 1:
            self._bytes -= self._kept.popitem(last=False)[1].sizeInBytes()
        self.arrived.emit(tile.page)

    def _on_failed(self, drawer: PageDrawer, error: Exception) -> None:
        if drawer is self._drawer:
            self._wanted.clear()
            self.failed.emit(error)

    def _on_ended(self) -> None:
        if self._job is not None:
            self._job.deleteLater()
        self._job = None
        self._next()


def _share(tile: Tile) -> float:
    """How much of its page a tile shows."""
    return (tile.x1 - tile.x0) * (tile.y1 - tile.y0) / (tile.width * tile.height)
