"""Draws pages in parts, away from the GUI thread: of a PDF, of a scan that is straightened, of a picture."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QBuffer, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QImage, QImageReader, QPainter

from core.base.errors import DamagedFile
from core.model.document import PageSize

if TYPE_CHECKING:
    from core.app.pages import PageImages

_WIDEST, _HIGHEST = 2048, 1024  # pixels; a larger page is drawn in parts, those in view first

_SHARPEST = 5000  # pixels of a picture's longer side that are kept: A3 at 300 dpi, since making it smaller takes long
_MEGABYTES = 1024  # that a picture may need while it is opened: A3 in colour at 600 dpi has 280


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
        self._decoded: tuple[int, QImage] | None = None  # the page shown last

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
        if not turn and not self._images.is_picture:
            return self._page(tile, part)
        is_lying = round(turn / 90) % 2 == 1
        width, height = (tile.height, tile.width) if is_lying else (tile.width, tile.height)
        if self._images.is_picture:
            whole = self._picture(tile.page, width, height)
        else:
            whole = self._page(tile, QRect(0, 0, width, height))
        return _turned(whole, turn, QSize(tile.width, tile.height)).copy(part)

    def _page(self, tile: Tile, part: QRect) -> QImage:
        from core.app.pages import Part

        scale = tile.width / self._sizes[tile.page - 1].width
        drawn = self._images.image(tile.page, scale, Part(part.x(), part.y(), part.width(), part.height()))
        return QImage(drawn.pixels, drawn.width, drawn.height, drawn.stride, QImage.Format.Format_RGB32).copy()

    def _picture(self, page: int, width: int, height: int) -> QImage:
        if self._decoded is None or self._decoded[0] != page:
            self._decoded = page, _decoded(self._images, page)
        ways = Qt.AspectRatioMode.IgnoreAspectRatio, Qt.TransformationMode.SmoothTransformation
        return self._decoded[1].scaled(width, height, *ways)


def _decoded(images: "PageImages", page: int) -> QImage:
    """A page of a file of pictures, upright as the camera says, no larger than it can be looked at."""
    buffer = QBuffer()
    buffer.setData(images.data())
    QImageReader.setAllocationLimit(_MEGABYTES)
    reader = QImageReader(buffer)
    reader.setAutoTransform(True)
    found = reader.read() if page == 1 or reader.jumpToImage(page - 1) else QImage()
    del reader  # before its buffer, which a TIFF is closed with
    if found.isNull():
        raise DamagedFile(name=images.name, detail=f"p. {page}")
    found = found.convertToFormat(QImage.Format.Format_RGB32)
    if max(found.width(), found.height()) > _SHARPEST:
        ways = Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation
        return found.scaled(_SHARPEST, _SHARPEST, *ways)
    return found


def _turned(page: QImage, turn: float, size: QSize) -> QImage:
    """A page turned about its middle, in degrees counter-clockwise, on paper of a size."""
    if not turn:
        return page
    found = QImage(size, QImage.Format.Format_RGB32)
    found.fill(Qt.GlobalColor.white)
    painter = QPainter(found)
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    painter.translate(size.width() / 2, size.height() / 2)
    painter.rotate(-turn)
    painter.drawImage(QPointF(-page.width() / 2, -page.height() / 2), page)
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
