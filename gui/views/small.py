"""Small parts that several views are made of."""

from collections.abc import Callable

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QSizePolicy, QToolButton, QWidget

from gui import icons
from gui.theme import Theme


class Picture(QLabel):
    """An icon as a widget."""

    def __init__(self, theme: Theme, name: str, token: str = "text2", size: int = 16) -> None:
        super().__init__()
        self._theme, self._shown, self._size = theme, (name, token), size
        theme.changed.connect(self._draw)
        self._draw()

    def show_icon(self, name: str, token: str) -> None:
        """Another icon."""
        self._shown = name, token
        self._draw()

    def _draw(self) -> None:
        name, token = self._shown
        self.setPixmap(icons.pixmap(self._theme, name, token, self._size))
        side = self._theme.px(self._size)
        self.setFixedSize(side, side)


class IconButton(QToolButton):
    """A small button with an icon only; its words are its tooltip and its name."""

    def __init__(self, theme: Theme, name: str, words: str, slot: Callable[[], object], parent: QWidget) -> None:
        super().__init__(parent)
        self._theme, self._name = theme, name
        self.setObjectName("mini")
        self.setToolTip(words)
        self.setAccessibleName(words)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.clicked.connect(lambda: slot())
        theme.changed.connect(self._draw)
        self._draw()

    def _draw(self) -> None:
        self.setIcon(icons.icon(self._theme, self._name))
        side = self._theme.px(16)
        self.setIconSize(QSize(side, side))


class Elided(QLabel):
    """A line of text that gives way: cut at its end, the whole in the tooltip."""

    def __init__(self, name: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._whole = ""

    def setText(self, text: str) -> None:
        self._whole = text
        self.setToolTip(text)
        self.setAccessibleName(text)
        self._fit()

    def text(self) -> str:
        return self._whole

    def resizeEvent(self, event: object) -> None:
        super().resizeEvent(event)  # type: ignore[arg-type]
        self._fit()

    def _fit(self) -> None:
        super().setText(self.fontMetrics().elidedText(self._whole, Qt.TextElideMode.ElideRight, self.width()))

    def sizeHint(self) -> QSize:
        return QSize(self.fontMetrics().horizontalAdvance(self._whole) + 2, super().sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        return QSize(10, super().minimumSizeHint().height())


class ProgressBar(QWidget):
    """One bar for a report: solid what a person decided, hatched what is proved, empty what waits."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._counts = (0, 0, 0)
        self.setFixedSize(theme.px(168), 8)
        theme.changed.connect(lambda: self.setFixedWidth(theme.px(168)))

    def show_counts(self, decided: int, proved: int, waiting: int) -> None:
        """So many values of each kind."""
        self._counts = decided, proved, waiting
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        p = QPainter(self)
        p.setRenderHint(QPainter.RenderHint.Antialiasing)
        decided, proved, _ = self._counts
        total, width = max(sum(self._counts), 1), float(self.width())
        p.setPen(Qt.PenStyle.NoPen)
        p.setBrush(self._theme.colour("track"))
        p.drawRoundedRect(QRectF(0, 1, width, 6), 3, 3)
        first, second = width * decided / total, width * (decided + proved) / total
        if decided:
            p.setBrush(self._theme.colour("confirmed"))
            p.drawRoundedRect(QRectF(0, 1, max(first, 4), 6), 3, 3)
        p.setPen(QPen(self._theme.colour("proved"), 1.5))
        x = first + 3
        while proved and x < second:
            p.drawLine(round(x), 2, round(x), 6)
            x += 3
        p.end()


def line(theme: Theme, height: int = 20) -> QFrame:
    """A short upright hairline between groups of buttons."""
    found = QFrame()
    found.setFixedSize(1, theme.px(height))

    def draw() -> None:
        found.setStyleSheet(f"background: {theme.colour('line').name()};")

    theme.changed.connect(draw, Qt.ConnectionType.DirectConnection)
    draw()
    return found


def head(theme: Theme, *parts: QWidget | int | None, height: int, left: int = 14) -> QWidget:
    """The head of a pane: widgets, spaces in px, None for what takes the rest; its height is that at 100 %."""
    found = QWidget()
    found.setObjectName("panehead")
    found.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
    theme.keep_height(found, height)
    row = QHBoxLayout(found)
    row.setContentsMargins(left, 0, 10, 0)
    row.setSpacing(0)
    for part in parts:
        if part is None:
            row.addStretch(1)
        elif isinstance(part, int):
            row.addSpacing(part)
        else:
            gives_way = part.sizePolicy().horizontalPolicy() is QSizePolicy.Policy.Ignored
            row.addWidget(part, int(gives_way))
    return found
