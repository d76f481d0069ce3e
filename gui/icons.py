"""Icons: strokes on a 16 px grid, drawn in a token's colour at any size."""

from functools import cache

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QIcon, QPainter, QPixmap, QPixmapCache
from PySide6.QtSvg import QSvgRenderer

from core.base.resources import resource
from gui.theme import Theme

_INK, _CUT = "currentColor", "#FFFFFF"


def paint(p: QPainter, theme: Theme, name: str, rect: QRectF, token: str) -> None:
    """Draw an icon into `rect`; `token` is its ink."""
    _renderer(name, theme.colour(token).name(), theme.colour("on_state").name()).render(p, rect)


def pixmap(theme: Theme, name: str, token: str = "text2", size: int = 16, ratio: float = 2.0) -> QPixmap:
    """An icon as a picture of `size` at 100 %; `ratio` is that of the screen."""
    side = theme.px(size)
    key = f"{name} {theme.colour(token).name()} {theme.colour('on_state').name()} {side} {ratio}"
    picture = QPixmap()
    if QPixmapCache.find(key, picture):
        return picture
    picture = QPixmap(round(side * ratio), round(side * ratio))
    picture.setDevicePixelRatio(ratio)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    paint(painter, theme, name, QRectF(0, 0, side, side), token)
    painter.end()
    QPixmapCache.insert(key, picture)
    return picture


def icon(theme: Theme, name: str, token: str = "text2", size: int = 16) -> QIcon:
    """An icon for buttons and menus, with its disabled look."""
    found = QIcon(pixmap(theme, name, token, size))
    found.addPixmap(pixmap(theme, name, "line2", size), QIcon.Mode.Disabled)
    return found


@cache
def _renderer(name: str, ink: str, cut: str) -> QSvgRenderer:
    text = resource("icons", f"{name}.svg").read_text(encoding="utf-8")
    return QSvgRenderer(QByteArray(text.replace(_CUT, cut).replace(_INK, ink).encode()))
