"""Where pages stand below each other, and how points of a page become pixels of the view."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from statistics import median

from PySide6.QtCore import QPointF, QRectF

from core.model.document import Box, PageSize, PrintedLine

PIXELS = 96 / 72  # of a point at 100 %
LEFT, RIGHT, TOP, GAP = 26.0, 22.0, 14.0, 14.0  # room for the arrow, for the overview, above and between pages
_LEGIBLE = 11.0  # pixels of a line's height
_AIR = 14.0  # points beside the words, for the lines of a table


class PageLayout:
    """Pages in one column, centred. Sheets are numbered from 1.

    Args:
        scale: pixels for one point.
        width: of the viewport; the view is at least so wide.
    """

    def __init__(self, sizes: Sequence[PageSize], scale: float, width: float) -> None:
        self.scale = scale
        widest = max((s.width for s in sizes), default=0.0) * scale
        self.width = max(widest + LEFT + RIGHT, width)
        self.sheets: list[QRectF] = []
        y = TOP
        for size in sizes:
            wide, high = float(round(size.width * scale)), float(round(size.height * scale))
            x = LEFT + (self.width - LEFT - RIGHT - wide) / 2
            self.sheets.append(QRectF(float(round(x)), y, wide, high))
            y += high + GAP
        self.height = y
        self._tops = [s.top() for s in self.sheets]
        self._bottoms = [s.bottom() for s in self.sheets]

    def between(self, top: float, bottom: float) -> range:
        """The pages that reach into a stretch of the view."""
        return range(bisect_left(self._bottoms, top) + 1, bisect_right(self._tops, bottom) + 1)

    def page_at(self, y: float) -> int:
        """The page at a height, or the nearest one above it."""
        return max(bisect_right(self._tops, y), 1)

    def rectangle(self, box: Box) -> QRectF:
        """Where a box of a page stands in the view."""
        origin = self.sheets[box.page - 1].topLeft()
        size = QPointF(box.x1 - box.x0, box.bottom - box.top) * self.scale
        corner = origin + QPointF(box.x0, box.top) * self.scale
        return QRectF(corner, corner + size)

    def boxes(self, area: QRectF) -> list[Box]:
        """An area of the view in the points of the pages that it touches."""
        found = []
        for page in self.between(area.top(), area.bottom()):
            sheet = self.sheets[page - 1]
            part = area.translated(-sheet.topLeft())
            found.append(
                Box(
                    page,
                    part.left() / self.scale,
                    part.top() / self.scale,
                    part.right() / self.scale,
                    part.bottom() / self.scale,
                )
            )
        return found


def printed_width(sizes: Sequence[PageSize], lines: Iterable[PrintedLine]) -> float:
    """How wide the printed part of pages is, in points, the same on both sides of a page's middle; 0 without any."""
    reach = 0.0
    for line in lines:
        middle = sizes[line.page - 1].width / 2
        reach = max(reach, abs(line.edges[0] - middle), abs(line.edges[-1] - middle))
    return min(2 * (reach + _AIR), max((s.width for s in sizes), default=0.0)) if reach else 0.0


def legible_scale(lines: Iterable[PrintedLine]) -> float:
    """The scale below which nobody reads most of the lines; 0 without any."""
    heights = [line.bottom - line.top for line in lines]
    return _LEGIBLE / max(median(heights), 1.0) if heights else 0.0


def scale_to_width(points: float, width: float) -> float:
    """The scale at which so many points fill a viewport of this width."""
    return max(width - LEFT - RIGHT, 50.0) / max(points, 1.0)


def scale_to_page(size: PageSize, width: float, height: float) -> float:
    """The scale at which a whole page is in view."""
    return min(max(width - LEFT - RIGHT, 50.0) / size.width, max(height - 2 * TOP, 50.0) / size.height)
