"""The manual: one Markdown file a language, shown without a browser and without a network."""

from PySide6.QtCore import QSize, Qt, QUrl, Signal
from PySide6.QtGui import QImage, QResizeEvent, QTextBlock, QTextBlockFormat, QTextCursor, QTextDocument
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QSplitter,
    QTextBrowser,
    QVBoxLayout,
    QWidget,
)

from core.base.resources import beside
from gui.theme import Theme

_SIZE = QSize(980, 720)
_CHAPTERS = (1, 2)  # levels of headings that the list has; 1 is the title
_ABOVE, _BETWEEN = 18, 5  # pixels of air above a heading, around other blocks
_BORDER = 48  # pixels that a picture is narrower than the page
_PLACE = Qt.ItemDataRole.UserRole


class Page(QTextBrowser):
    """The text; pictures are never wider than it."""

    def __init__(self, folder: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSearchPaths([folder])
        self.setOpenExternalLinks(False)
        self._shown: dict[str, tuple[int, QImage]] = {}

    def loadResource(self, kind: int, name: QUrl | str) -> object:
        """A picture in the width of the page; everything else as Qt finds it."""
        file = name.toString() if isinstance(name, QUrl) else name
        if kind != int(QTextDocument.ResourceType.ImageResource.value):
            return super().loadResource(kind, name)
        width = max(self.viewport().width() - _BORDER, _BORDER)
        known = self._shown.get(file)
        if known is None or known[0] != width:
            picture = QImage(f"{self.searchPaths()[0]}/{file}")
            if picture.width() > width:
                picture = picture.scaledToWidth(width, Qt.TransformationMode.SmoothTransformation)
            known = self._shown[file] = width, picture
        return known[1]

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            self.document().markContentsDirty(0, self.document().characterCount())


class Manual(QDialog):
    """Chapters on the left, the text on the right. It stays open beside the work."""

    keys_requested = Signal()

    def __init__(self, theme: Theme, lang: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Manual"))
        self.resize(theme.px(_SIZE.width()), theme.px(_SIZE.height()))
        source = beside("docs", f"manual.{lang.replace('_', '-')}.md")
        self.page = Page(str(source.parent), self)
        self.page.document().setMarkdown(source.read_text(encoding="utf-8"))
        self.chapters = QListWidget()
        self.chapters.setAccessibleName(self.tr("Chapters"))
        self._fill()
        self.chapters.currentItemChanged.connect(self._go)
        panes = QSplitter()
        panes.addWidget(self.chapters)
        panes.addWidget(self.page)
        panes.setSizes([theme.px(220), theme.px(_SIZE.width() - 220)])
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        keys = QPushButton(self.tr("Map of the keys"))
        keys.setAutoDefault(False)
        keys.clicked.connect(self.keys_requested)
        buttons.addButton(keys, QDialogButtonBox.ButtonRole.HelpRole)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 14, 16, 14)
        layout.addWidget(panes, 1)
        layout.addWidget(buttons)

    def _fill(self) -> None:
        block = self.page.document().begin()
        while block.isValid():
            is_heading = block.blockFormat().headingLevel() > 0
            air = QTextBlockFormat()
            air.setTopMargin(_ABOVE if is_heading else _BETWEEN)
            air.setBottomMargin(_BETWEEN)
            QTextCursor(block).mergeBlockFormat(air)
            if block.blockFormat().headingLevel() in _CHAPTERS:
                item = QListWidgetItem(block.text())
                item.setData(_PLACE, block.position())
                self.chapters.addItem(item)
            block = block.next()

    def _go(self, item: QListWidgetItem | None) -> None:
        if item is None:
            return
        block: QTextBlock = self.page.document().findBlock(int(item.data(_PLACE)))
        top = self.page.document().documentLayout().blockBoundingRect(block).top()
        self.page.setTextCursor(QTextCursor(block))
        self.page.verticalScrollBar().setValue(round(top))
