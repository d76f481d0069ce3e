"""Tabs as drawn: a word, what is left behind it, a line under the one in front."""

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QWheelEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from gui import icons
from gui.delegates import painting
from gui.theme import Theme

_HEIGHT = 36
_PAD = 9
_GAP = 5
_TICK = 12
_ARROW, _STEP = 18, 90


class Tabs(QWidget):
    """A row of tabs by id. Those that find no room scroll with the wheel and with the one in front."""

    selected = Signal(str)  # a person chose a tab

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._words: dict[str, str] = {}
        self._counts: dict[str, int] = {}
        self._current = ""
        self._hover = ""
        self._offset = 0.0
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.setFixedHeight(theme.px(_HEIGHT))
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        theme.changed.connect(self._on_theme_changed)

    def add(self, tab: str, words: str) -> None:
        """One more tab at the right end; the first one stands in front."""
        self._words[tab] = words
        self._current = self._current or tab
        self.updateGeometry()
        self.update()

    def remove(self, tab: str) -> None:
        """Take a tab away; behind it the first one comes to the front."""
        self._words.pop(tab, None)
        self._counts.pop(tab, None)
        if self._current == tab:
            self.select(next(iter(self._words), ""))
        self.updateGeometry()
        self.update()

    def clear(self) -> None:
        """No tab is left."""
        self._words.clear()
        self._counts.clear()
        self._current = ""
        self._offset = 0.0
        self.update()

    def ids(self) -> list[str]:
        """All tabs, from the left."""
        return list(self._words)

    def current(self) -> str:
        """The tab in front; "" when there is none."""
        return self._current

    def select(self, tab: str) -> None:
        """Bring a tab to the front; tells nobody."""
        if tab in self._words:
            self._current = tab
            self._scroll_to(tab)
            self.setAccessibleName(self._words[tab])
            self.update()

    def set_count(self, tab: str, count: int | None) -> None:
        """What is left behind a tab; 0 is a tick, None is nothing."""
        if count is None:
            self._counts.pop(tab, None)
        else:
            self._counts[tab] = count
        self._scroll_to(self._current)
        self.update()

    def count(self, tab: str) -> int | None:
        """The number behind a tab; None when it has none."""
        return self._counts.get(tab)

    def _width(self, tab: str) -> float:
        width = painting.width(self._theme, self._words[tab], 13, True) + 2 * _PAD
        count = self._counts.get(tab)
        if count is None:
            return width
        return width + _GAP + (_TICK if count == 0 else painting.width(self._theme, str(count), 12))

    def _rects(self) -> dict[str, QRectF]:
        x, found = -self._offset, {}
        for tab in self._words:
            found[tab] = QRectF(x, 0, self._width(tab), self.height())
            x += found[tab].width()
        return found

    def _scroll_to(self, tab: str) -> None:
        total = sum(self._width(t) for t in self._words)
        rect = self._rects().get(tab)
        edge = self._theme.px(_ARROW)
        if rect is not None and rect.right() > self.width() - edge:
            self._offset += rect.right() - self.width() + edge
        elif rect is not None and rect.left() < edge:
            self._offset += rect.left() - edge
        self._offset = max(0.0, min(self._offset, total - self.width()))

    def sizeHint(self) -> QSize:
        return QSize(round(sum(self._width(t) for t in self._words)), self.height())

    def minimumSizeHint(self) -> QSize:
        return QSize(self._theme.px(60), self.height())

    def _on_theme_changed(self) -> None:
        self.setFixedHeight(self._theme.px(_HEIGHT))
        self._scroll_to(self._current)
        self.update()

    def _choose(self, tab: str) -> None:
        if tab and tab != self._current:
            self.select(tab)
            self.selected.emit(tab)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        side = next((s for s in self._hidden() if self._arrow(s).contains(event.position())), None)
        if side is None:
            self._choose(self._at(event.position()))
        else:
            self._scroll(side)

    def wheelEvent(self, event: QWheelEvent) -> None:
        self._scroll(-1 if event.angleDelta().y() > 0 else 1)

    def _scroll(self, side: int) -> None:
        total = sum(self._width(t) for t in self._words)
        self._offset = max(0.0, min(self._offset + side * self._theme.px(_STEP), total - self.width()))
        self.update()

    def _hidden(self) -> list[int]:
        """On which sides tabs find no room: -1 left, 1 right."""
        total = sum(self._width(t) for t in self._words)
        sides = [-1] if self._offset > 0 else []
        return [*sides, 1] if total - self._offset > self.width() + 1 else sides

    def _arrow(self, side: int) -> QRectF:
        wide = self._theme.px(_ARROW)
        return QRectF(0 if side < 0 else self.width() - wide, 0, wide, self.height() - 1)

    def _at(self, point: QPointF) -> str:
        return next((tab for tab, rect in self._rects().items() if rect.contains(point)), "")

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._hover = self._at(event.position())
        self.update()

    def leaveEvent(self, event: QEvent) -> None:
        self._hover = ""
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()))
        if step is None or self._current not in self._words:
            event.ignore()
            return
        tabs = self.ids()
        self._choose(tabs[(tabs.index(self._current) + step) % len(tabs)])

    def focusInEvent(self, event: QFocusEvent) -> None:
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self.update()

    def resizeEvent(self, event: QEvent) -> None:
        self._scroll_to(self._current)

    def paintEvent(self, event: QPaintEvent) -> None:
        p = QPainter(self)
        p.setRenderHint(QPainter.RenderHint.Antialiasing)
        for tab, rect in self._rects().items():
            if rect.right() >= 0 and rect.left() <= self.width():
                self._paint(p, tab, rect)
        for side in self._hidden():
            arrow, small = self._arrow(side), self._theme.px(_TICK)
            p.fillRect(arrow, self._theme.colour("window"))
            spot = QRectF(arrow.center().x() - small / 2, arrow.center().y() - small / 2, small, small)
            icons.paint(p, self._theme, "next" if side > 0 else "previous", spot, "text2")
        p.end()

    def _paint(self, p: QPainter, tab: str, rect: QRectF) -> None:
        theme, front = self._theme, tab == self._current
        token = "text" if front or tab == self._hover else "text2"
        width = painting.width(theme, self._words[tab], 13, front)
        room = QRectF(rect.left() + _PAD, 0, width + 4, rect.height() - 2)
        painting.text(p, theme, room, self._words[tab], 13, front, token, elide=False)
        count = self._counts.get(tab)
        x = rect.left() + _PAD + width + _GAP
        if count == 0:
            side = theme.px(_TICK)
            icons.paint(p, theme, "confirm", QRectF(x, (rect.height() - side) / 2, side, side), "confirmed")
        elif count:
            room = QRectF(x, 0, 60, rect.height() - 2)
            painting.text(p, theme, room, str(count), 12, token="accent" if front else "text2", elide=False)
        if front:
            line = QRectF(rect.left() + 6, rect.height() - 2, rect.width() - 12, 2)
            p.fillRect(line, theme.colour("accent_line"))
            if self.hasFocus():
                p.setPen(QPen(theme.colour("accent_line"), 2))
                p.setBrush(Qt.BrushStyle.NoBrush)
                p.drawRoundedRect(rect.adjusted(3, 4, -3, -5), 4, 4)
