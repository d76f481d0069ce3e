"""What all delegates draw alike: text, symbols, confidence bars, hatched blanks, selection and rings.

Every function leaves the painter's clip and transformation as they were; pen, brush and font may change.
Lengths are pixels at 100 % and scale with the font size through `Theme.px`.
"""

from math import ceil

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPen, QPolygonF, QTextLayout, QTextOption
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem

from gui import icons
from gui.theme import Theme

LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
CENTRE = Qt.AlignmentFlag.AlignCenter
_BARS = 4
_LOW = 2  # so many bars or fewer are drawn in the warning colour
_HATCH = 6


def text(
    p: QPainter,
    theme: Theme,
    rect: QRectF,
    s: str,
    px: int = 13,
    bold: bool = False,
    token: str = "text",
    align: Qt.AlignmentFlag = LEFT,
    elide: bool = True,
    wrap: bool = False,
) -> None:
    """Draw `s` in one line, elided at its right end; or wrapped, inside words and figures only where it must be."""
    font = theme.font(px, bold)
    p.setFont(font)
    p.setPen(theme.colour(token))
    if wrap:
        lines = _wrapped(theme, s, rect.width(), px, bold, align)
        spare = rect.height() - lines.boundingRect().height()
        down = 0.0 if align & Qt.AlignmentFlag.AlignTop else max(spare, 0.0) / 2
        p.save()
        p.setClipRect(rect, Qt.ClipOperation.IntersectClip)
        lines.draw(p, QPointF(rect.left(), rect.top() + down))
        p.restore()
        return
    flags = int(align) | int(Qt.TextFlag.TextSingleLine) | int(Qt.TextFlag.TextDontClip)
    if elide:
        s = QFontMetrics(font).elidedText(s, Qt.TextElideMode.ElideRight, int(rect.width()) + 1)
    p.drawText(rect, flags, s)


def width(theme: Theme, s: str, px: int = 13, bold: bool = False) -> int:
    """How wide `s` is drawn."""
    return QFontMetrics(theme.font(px, bold)).horizontalAdvance(s)


def wrapped_height(theme: Theme, s: str, width: float, px: int = 13, bold: bool = False) -> int:
    """How high `s` is when `text` wraps it into `width`."""
    return ceil(_wrapped(theme, s, width, px, bold, LEFT).boundingRect().height())


def _wrapped(theme: Theme, s: str, width: float, px: int, bold: bool, align: Qt.AlignmentFlag) -> QTextLayout:
    """`s` in lines of this width. No line begins with a mark that closes something."""
    option = QTextOption(align & Qt.AlignmentFlag.AlignHorizontal_Mask)
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    found = QTextLayout(s.replace("\n", "\u2028"), theme.font(px, bold))
    found.setTextOption(option)
    found.beginLayout()
    y = 0.0
    while (line := found.createLine()).isValid():
        line.setLineWidth(max(width, 1.0))
        line.setPosition(QPointF(0, y))
        y += line.height()
    found.endLayout()
    return found


def state(p: QPainter, theme: Theme, look: str, rect: QRectF) -> None:
    """The symbol of a value: open, proved, postponed, confirmed, corrected, rejected or added."""
    icons.paint(p, theme, f"state-{look}", rect, look)


def severity(p: QPainter, theme: Theme, sev: str, rect: QRectF) -> None:
    """The symbol of a finding: error, warning or info."""
    icons.paint(p, theme, f"sev-{sev}", rect, sev)


def hatch(p: QPainter, theme: Theme, rect: QRectF) -> None:
    """Hatching of a cell that is printed but empty."""
    p.save()
    p.setClipRect(rect, Qt.ClipOperation.IntersectClip)
    ink = theme.colour("line2")
    ink.setAlphaF(0.3)
    p.setPen(QPen(ink, 1))
    height = rect.height()
    x = rect.left() - height
    while x < rect.right():
        p.drawLine(QPointF(x, rect.bottom()), QPointF(x + height, rect.top()))
        x += _HATCH
    p.restore()


def wave(p: QPainter, theme: Theme, x1: float, x2: float, y: float, token: str = "warning") -> None:
    """A wavy line, under what cannot be read or is in a finding."""
    points, x, up = [], x1, False
    while x <= x2:
        points.append(QPointF(x, y + (1.5 if up else -1.0)))
        x, up = x + 2.5, not up
    p.setPen(QPen(theme.colour(token), 1.25))
    p.setBrush(Qt.BrushStyle.NoBrush)
    p.drawPolyline(QPolygonF(points))


def back(
    p: QPainter,
    theme: Theme,
    option: QStyleOptionViewItem,
    index: QModelIndex | QPersistentModelIndex,
    focused: bool,
    hovered: bool,
) -> tuple[QRectF, bool]:
    """Background of a cell of a list: row fill, the bar of the selection at the left, the hairline below.

    Args:
        focused: the pane has the focus, so its selection is blue.
        hovered: the pointer is on the row, here or on its mark in the original.

    Returns:
        The cell's rectangle, and whether its row is selected.
    """
    selected = bool(option.state & QStyle.StateFlag.State_Selected)
    rect = QRectF(option.rect)
    token = ("accent_soft" if focused else "sel_off") if selected else "hover" if hovered else "surface"
    p.fillRect(rect, theme.colour(token))
    p.fillRect(QRectF(rect.left(), rect.bottom() - 1, rect.width(), 1), theme.colour("line"))
    if selected and index.column() == 0:
        bar = QRectF(rect.left(), rect.top(), 3, rect.height() - 1)
        p.fillRect(bar, theme.colour("accent_line" if focused else "line2"))
    return rect, selected


def cell_lines(p: QPainter, theme: Theme, rect: QRectF, is_strong: bool) -> None:
    """The lines of a grid below and at the right of a cell; a stronger one below where a group ends."""
    p.fillRect(QRectF(rect.left(), rect.bottom() - 1, rect.width(), 1), theme.colour("line2" if is_strong else "line"))
    p.fillRect(QRectF(rect.right() - 1, rect.top(), 1, rect.height()), theme.colour("line"))


def ring(p: QPainter, theme: Theme, rect: QRectF, focused: bool) -> None:
    """The ring of the current cell."""
    p.setPen(QPen(theme.colour("accent_line" if focused else "line2"), 2 if focused else 1.5))
    p.setBrush(Qt.BrushStyle.NoBrush)
    p.drawRoundedRect(rect.adjusted(1, 1, -1, -2), 2, 2)


def row_ring(p: QPainter, theme: Theme, rect: QRectF, is_first: bool, is_last: bool) -> None:
    """This cell's part of the ring round a whole row."""
    ink = theme.colour("accent_line")
    p.fillRect(QRectF(rect.left(), rect.top(), rect.width(), 2), ink)
    p.fillRect(QRectF(rect.left(), rect.bottom() - 2, rect.width(), 2), ink)
    if is_first:
        p.fillRect(QRectF(rect.left(), rect.top(), 2, rect.height()), ink)
    if is_last:
        p.fillRect(QRectF(rect.right() - 2, rect.top(), 2, rect.height()), ink)


def confidence(p: QPainter, theme: Theme, x: float, y: float, bars: int) -> None:
    """Four bars from (x, y - 5): 4 high, 3 fair, 1 and 2 low."""
    unit = theme.px(10) / 10
    full = theme.colour("warning" if bars <= _LOW else "text2")
    for i in range(_BARS):
        shape = QRectF(x + i * 6 * unit, y - 5 * unit, 4 * unit, 10 * unit)
        p.fillRect(shape, full if i < bars else theme.colour("track"))
