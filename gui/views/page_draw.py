"""Draws pages in parts, away from the GUI thread: of a PDF, of a scan that is straightened, of a picture."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QImage, QPainter, QTransform

from core.base.errors import DamagedFile
from core.model.document import PageSize

if TYPE_CHECKING:
    from core.app.pages import PageImages

_WIDEST, _HIGHEST = 2048, 1024  # pixels; a larger page is drawn in parts, those in view first


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


def tiles(page: int, width: int, height: int) -> list[Tile]:
    """The parts of a page of this size, row by row."""
    columns, rows = -(-width // _WIDEST), -(-height // _HIGHEST)
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


class PageDrawer:
    """Draws the pages of one file. For one thread at a time, not that of the window."""

    def __init__(self, images: "PageImages", sizes: Sequence[PageSize]) -> None:
        self._images, self._sizes = images, sizes
        self._decoded: QImage | None = None

    def close(self) -> None:
        """Let go of the file."""
        self._images.close()

    def draw(self, tile: Tile) -> QImage:
        """A part of a page on white, straight.

        Raises:
            ProtectedFile, DamagedFile: the file or the page cannot be opened.
        """
        part = QRect(tile.x0, tile.y0, tile.x1 - tile.x0, tile.y1 - tile.y0)
        turn = self._sizes[tile.page - 1].turn
        if self._images.is_picture:
            return _turned(self._picture(tile.width, tile.height), turn).copy(part)
        if turn % 90 == 0 and turn:  # its text runs sideways
            shown = QRect(0, 0, tile.width, tile.height)
            shown = shown.transposed() if turn % 180 else shown
            return self._page(tile, shown).transformed(QTransform().rotate(-turn)).copy(part)
        if turn:
            return _turned(self._page(tile, QRect(0, 0, tile.width, tile.height)), turn).copy(part)
        return self._page(tile, part)

    def _page(self, tile: Tile, part: QRect) -> QImage:
        from core.app.pages import Part

        scale = tile.width / self._sizes[tile.page - 1].width
        drawn = self._images.image(tile.page, scale, Part(part.x(), part.y(), part.width(), part.height()))
        return QImage(drawn.pixels, drawn.width, drawn.height, drawn.stride, QImage.Format.Format_RGB32).copy()

    def _picture(self, width: int, height: int) -> QImage:
        if self._decoded is None:
            self._decoded = QImage.fromData(self._images.data())
        if self._decoded.isNull():
            raise DamagedFile(name=self._images.name, detail="p. 1")
        ways = Qt.AspectRatioMode.IgnoreAspectRatio, Qt.TransformationMode.SmoothTransformation
        return self._decoded.scaled(width, height, *ways).convertToFormat(QImage.Format.Format_RGB32)


def _turned(page: QImage, turn: float) -> QImage:
    """A page turned about its middle, in degrees counter-clockwise."""
    if not turn:
        return page
    found = QImage(page.size(), QImage.Format.Format_RGB32)
    found.fill(Qt.GlobalColor.white)
    painter = QPainter(found)
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    middle = QPointF(page.width() / 2, page.height() / 2)
    painter.translate(middle)
    painter.rotate(-turn)
    painter.drawImage(-middle, page)
    painter.end()
    return found


def area(tile: Tile, sheet: QRectF) -> QRectF:
    """Where a tile of a page stands in the view."""
    across, down = sheet.width() / tile.width, sheet.height() / tile.height
    return QRectF(
        sheet.left() + tile.x0 * across,
        sheet.top() + tile.y0 * down,
        (tile.x1 - tile.x0) * across,
        (tile.y1 - tile.y0) * down,
    )
