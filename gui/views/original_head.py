"""The head of the original's pane: name, page, find, zoom, pages or text."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QLabel, QMenu, QToolButton, QWidget

from gui.theme import Theme
from gui.views.page_scroll import Fit
from gui.views.small import Elided, IconButton

_HEAD = 36
_PAGE_ZOOMS = (0.5, 0.75, 1.0, 1.5, 2.0, 4.0)
_TEXT_ZOOMS = (0.75, 1.0, 1.3, 1.5, 2.0)


class OriginalHead(QWidget):
    """Shows and asks; what it asks for is done by the pane."""

    find_requested = Signal()
    zoom_requested = Signal(int)  # 1 larger, -1 smaller
    zoom_chosen = Signal(float)
    fit_requested = Signal(object)  # Fit
    column_toggled = Signal(bool)
    pages_requested = Signal(bool)

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._as_pages = False
        self._fit = Fit.NONE
        self.setObjectName("panehead")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        theme.keep_height(self, _HEAD)
        caption = QLabel(self.tr("Original"))
        caption.setObjectName("strong")
        self._name, self.part, self.page = Elided("caption"), QLabel(), QLabel()
        for label in (self.part, self.page):
            label.setObjectName("caption")
        self.column = IconButton(theme, "pages", self.tr("Pages in small"), lambda: None, self)
        self.column.setCheckable(True)
        self.column.toggled.connect(self.column_toggled)
        self.search = IconButton(theme, "search", self.tr("Find in the original"), self.find_requested.emit, self)
        self.smaller = IconButton(theme, "zoom-out", self.tr("Smaller"), lambda: self.zoom_requested.emit(-1), self)
        self.larger = IconButton(theme, "zoom-in", self.tr("Larger"), lambda: self.zoom_requested.emit(1), self)
        self._build_percent()
        self._build_kinds()
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 0, 10, 0)
        row.setSpacing(0)
        for part in (
            *(self.column, 6, caption, 8),
            *(self._name, 6, self.part, 6, self.page, 6, self.search, 6, self.smaller, self.percent, self.larger, 6),
            *(self.as_pages, 2, self.as_text),
        ):
            if isinstance(part, int):
                row.addSpacing(part)
            else:
                row.addWidget(part, int(part is self._name))

    def _build_percent(self) -> None:
        self.percent = QToolButton(self)
        self.percent.setObjectName("seg")
        self.percent.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.percent.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.percent.setToolTip(self.tr("Zoom"))
        self._menu = QMenu(self)
        self._menu.aboutToShow.connect(self._fill_menu)
        self.percent.setMenu(self._menu)

    def _build_kinds(self) -> None:
        self._kinds = QButtonGroup(self)
        self.as_pages, self.as_text = QToolButton(self), QToolButton(self)
        for n, (button, words, tip) in enumerate(
            (
                (self.as_text, self.tr("Text"), self.tr("Show the text with its tables")),
                (self.as_pages, self.tr("Pages"), self.tr("Show the pages as they are printed")),
            )
        ):
            button.setObjectName("seg")
            button.setText(words)
            button.setToolTip(tip)
            button.setAccessibleName(tip)
            button.setCheckable(True)
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            self._kinds.addButton(button, n)
        self._kinds.idClicked.connect(lambda n: self.pages_requested.emit(n == 1))

    def _fill_menu(self) -> None:
        self._menu.clear()
        if self._as_pages:
            for fit, words in (
                (Fit.WORDS, self.tr("Fit the words")),
                (Fit.WIDTH, self.tr("Fit the page's width")),
                (Fit.PAGE, self.tr("Fit the whole page")),
            ):
                action = self._menu.addAction(words)
                action.setCheckable(True)
                action.setChecked(fit is self._fit)
                action.triggered.connect(lambda _=False, fit=fit: self.fit_requested.emit(fit))
            self._menu.addSeparator()
        for zoom in _PAGE_ZOOMS if self._as_pages else _TEXT_ZOOMS:
            action = self._menu.addAction(f"{zoom:.0%}")
            action.triggered.connect(lambda _=False, zoom=zoom: self.zoom_chosen.emit(zoom))

    def show_name(self, name: str, part: int = 1, parts: int = 1) -> None:
        """The file's name, and which of its reports this is where it holds several."""
        self._name.setText(name)
        self.part.setText(self.tr("Report {n} of {count}").format(n=part, count=parts))
        self.part.setVisible(parts > 1)

    def show_page(self, page: int, count: int) -> None:
        """The page that is looked at."""
        self.page.setText(self.tr("Page {n}/{count}").format(n=page, count=count))

    def show_zoom(self, zoom: float, fit: Fit) -> None:
        """The present zoom."""
        self._fit = fit
        self.percent.setText(f"{zoom:.0%}")
        self.percent.setAccessibleName(self.tr("Zoom {percent}").format(percent=f"{zoom:.0%}"))

    def show_kind(self, has_pages: bool, as_pages: bool) -> None:
        """Whether there are pages, and whether they or the text is shown."""
        self._as_pages = as_pages
        self.as_pages.setVisible(has_pages)
        self.as_text.setVisible(has_pages)
        self.column.setVisible(as_pages)
        self.page.setVisible(as_pages)
        (self.as_pages if as_pages else self.as_text).setChecked(True)
