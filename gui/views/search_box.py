"""The field at the top: finds reports, values of the report that is shown, and words of its original."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QObject, QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QFrame,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from gui import icons
from gui.theme import Theme
from gui.views.small import Picture

_ROW = 28
_MOST = 12


@dataclass(frozen=True, slots=True)
class Hit:
    """Something found: its icon, words, what stands beside it, and what choosing it does."""

    icon: str
    words: str
    beside: str
    choose: Callable[[], object]


class _HitDelegate(QStyledItemDelegate):
    def __init__(self, theme: Theme, parent: QObject) -> None:
        super().__init__(parent)
        self._theme = theme

    def sizeHint(self, option: QStyleOptionViewItem, index: object) -> QSize:
        return QSize(100, self._theme.px(_ROW))

    def paint(self, p: QPainter, option: QStyleOptionViewItem, index: object) -> None:
        from gui.delegates import painting  # late: nothing is found before a person types

        hit: Hit = index.data(int(Qt.ItemDataRole.UserRole))  # type: ignore[attr-defined]
        p.save()
        rect, _ = painting.back(p, self._theme, option, index, True, False)  # type: ignore[arg-type]
        side = self._theme.px(14)
        icons.paint(
            p, self._theme, hit.icon, QRectF(rect.left() + 10, rect.center().y() - side / 2, side, side), "text2"
        )
        wide = painting.width(self._theme, hit.beside, 12) + 12
        room = rect.adjusted(10 + side + 8, 0, -wide - 8, 0)
        painting.text(p, self._theme, room, hit.words)
        painting.text(p, self._theme, rect.adjusted(0, 0, -10, 0), hit.beside, 12, token="text2", align=painting.RIGHT)
        p.restore()


class SearchBox(QLineEdit):
    """Typing shows hits below; Enter chooses, Esc leaves."""

    left = Signal()  # the search is over

    def __init__(self, theme: Theme, find: Callable[[str], list[Hit]], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAcceptDrops(False)  # a file that is dropped on it is meant for the window
        self._theme, self._find = theme, find
        self.setObjectName("search")
        self.setPlaceholderText(self.tr("Reports, values, original"))
        self.setAccessibleName(self.tr("Find reports, values and words"))
        glass = Picture(theme, "search")
        glass.setParent(self)
        glass.move(9, 6)
        self.hits = QListWidget(self)
        self.hits.setWindowFlags(Qt.WindowType.ToolTip)
        self.hits.setFrameShape(QFrame.Shape.Box)
        self.hits.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.hits.setItemDelegate(_HitDelegate(theme, self))
        self.hits.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.hits.itemClicked.connect(lambda _: self._choose())
        self.hits.hide()
        self.textEdited.connect(self._on_edited)

    def begin(self) -> None:
        """Take the focus, ready to type."""
        self.setFocus()
        self.selectAll()
        self._on_edited(self.text())

    def _on_edited(self, text: str) -> None:
        self.hits.clear()
        found = self._find(text.strip())[:_MOST] if text.strip() else []
        for hit in found:
            item = QListWidgetItem(f"{hit.words} {hit.beside}")
            item.setData(int(Qt.ItemDataRole.UserRole), hit)
            self.hits.addItem(item)
        if not found and text.strip():
            item = QListWidgetItem()
            item.setFlags(Qt.ItemFlag.NoItemFlags)
            item.setData(int(Qt.ItemDataRole.UserRole), Hit("search", self.tr("Nothing found"), "", lambda: None))
            self.hits.addItem(item)
        if not text.strip():
            self.hits.hide()
            return
        self.hits.setCurrentRow(0)
        width = max(self.width(), self._theme.px(420))
        corner = self.mapToGlobal(QPoint(self.width() - width, self.height() + 2))
        high = self._theme.px(_ROW) * self.hits.count() + 4
        self.hits.setGeometry(corner.x(), corner.y(), width, high)
        self.hits.show()

    def _choose(self) -> None:
        hit = self.hits.currentIndex().data(int(Qt.ItemDataRole.UserRole))
        self._leave()
        if isinstance(hit, Hit):
            hit.choose()

    def _leave(self) -> None:
        self.hits.hide()
        self.clear()
        self.left.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(event.key()), 0)
        if step and not self.hits.isHidden():
            self.hits.setCurrentRow(min(max(self.hits.currentRow() + step, 0), self.hits.count() - 1))
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if not self.hits.isHidden():
                self._choose()
        elif event.key() == Qt.Key.Key_Escape:
            self._leave()
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.hits.hide()
