"""The pages of a report in small, in a narrow column: a click goes to one."""

from collections.abc import Sequence

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QImage, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from core.model.document import PageSize
from gui.theme import Theme
from gui.views.page_draw import Tile
from gui.views.page_images import Asker, PagePictures

WIDTH = 112
_THUMB = 76
_CAPTION = 18
_Index = QModelIndex | QPersistentModelIndex


class _Pages(QAbstractListModel):
    """One row for each page; its words for screen readers."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.sizes: Sequence[PageSize] = ()

    def show(self, sizes: Sequence[PageSize]) -> None:
        """Other pages."""
        self.beginResetModel()
        self.sizes = sizes
        self.endResetModel()

    def rowCount(self, parent: _Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self.sizes)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if role == Qt.ItemDataRole.DisplayRole:
            return str(index.row() + 1)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self.tr("Page {n}").format(n=index.row() + 1)
        return None


class _Delegate(QStyledItemDelegate):
    """A page in small over its number."""

    def __init__(self, theme: Theme, column: "PageColumn") -> None:
        super().__init__(column)
        self._theme, self._column = theme, column

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        high = self._column.thumb(index.row()).height()
        return QSize(self._theme.px(_THUMB), high + self._theme.px(_CAPTION) + 12)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        rect: QRect = option.rect
        state: QStyle.StateFlag = option.state
        colour, size = self._theme.colour, self._column.thumb(index.row())
        sheet = QRect(rect.center().x() - size.width() // 2, rect.top() + 6, size.width(), size.height())
        painter.fillRect(sheet, colour("paper"))
        image = self._column.image(index.row())
        if image is not None:
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            modes = QPainter.CompositionMode
            painter.setCompositionMode(
                modes.CompositionMode_Plus if self._theme.is_dark else modes.CompositionMode_Multiply
            )
            painter.drawImage(sheet, image)
            painter.setCompositionMode(modes.CompositionMode_SourceOver)
        chosen = bool(state & QStyle.StateFlag.State_Selected)
        focused = self._column.hasFocus()
        ring = "accent_line" if chosen and focused else "text3" if chosen else "line"
        painter.setPen(QPen(colour(ring), 2 if chosen else 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(sheet.adjusted(-1, -1, 0, 0) if not chosen else sheet.adjusted(-2, -2, 1, 1))
        painter.setPen(colour("text" if chosen else "text2"))
        painter.setFont(self._theme.font(12, chosen))
        caption = QRect(rect.left(), sheet.bottom() + 4, rect.width(), self._theme.px(_CAPTION))
        painter.drawText(caption, Qt.AlignmentFlag.AlignCenter, str(index.row() + 1))


class PageColumn(QListView):
    """Thumbnails. The chosen one is the page that is looked at."""

    page_chosen = Signal(int)  # from 1

    def __init__(self, theme: Theme, pictures: PagePictures, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._pictures = theme, pictures
        self._pages = _Pages(self)
        self.setModel(self._pages)
        self.setItemDelegate(_Delegate(theme, self))
        self.setAccessibleName(self.tr("Pages"))
        self.setObjectName("pagecolumn")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.selectionModel().currentChanged.connect(self._on_current)
        pictures.arrived.connect(lambda _: self.viewport().update())
        theme.changed.connect(self._fit)
        self._fit()

    def _fit(self) -> None:
        self.setFixedWidth(self._theme.px(WIDTH))
        self.scheduleDelayedItemsLayout()

    def show_pages(self, sizes: Sequence[PageSize]) -> None:
        """The pages of another report."""
        self._pages.show(sizes)

    def set_page(self, page: int) -> None:
        """The page that is looked at, from 1."""
        index = self._pages.index(page - 1)
        if index.isValid() and index != self.currentIndex():
            blocked = self.selectionModel().blockSignals(True)
            self.setCurrentIndex(index)
            self.selectionModel().blockSignals(blocked)
            self.scrollTo(index)
            self.viewport().update()

    def thumb(self, row: int) -> QSize:
        """How large a page is in small."""
        size, wide = self._pages.sizes[row], self._theme.px(_THUMB)
        return QSize(wide, max(min(round(wide * size.height / max(size.width, 1)), 3 * wide), 8))

    def _tile(self, row: int) -> Tile:
        size = self.thumb(row) * self.devicePixelRatioF()
        return Tile(row + 1, size.width(), size.height(), 0, 0, size.width(), size.height())

    def image(self, row: int) -> QImage | None:
        """A page's picture, when there is one."""
        return self._pictures.image(self._tile(row))

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        middle = self.viewport().width() // 2
        first = self.indexAt(self.viewport().rect().topLeft() + QRect(0, 0, middle, 8).bottomRight())
        rows = range(max(first.row(), 0), len(self._pages.sizes))
        seen = [r for r in rows[:40] if self.visualRect(self._pages.index(r)).top() < self.viewport().height()]
        self._pictures.want(Asker.COLUMN, [self._tile(r) for r in seen])

    def _on_current(self, index: QModelIndex) -> None:
        if index.isValid():
            self.page_chosen.emit(index.row() + 1)
