"""The original beside the values: as its pages where it has some, else and by choice as laid-out text."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from core.model.document import Span
from core.model.report import Report
from gui.theme import Theme
from gui.views.find_bar import FindBar
from gui.views.original_head import OriginalHead
from gui.views.original_marks import Emphasis
from gui.views.page_column import PageColumn
from gui.views.page_scroll import Fit
from gui.views.page_view import PageView
from gui.views.paper import ZOOMS, Paper
from gui.views.places import Left, Places

if TYPE_CHECKING:
    from core.app.pages import PageImages


class OriginalView(QWidget):
    """The pane: its head, the find bar, the pages in small, the pages or the text."""

    value_clicked = Signal(str)
    value_hovered = Signal(str)
    failed = Signal(Exception, bool)  # AppError: no pages can be shown; and whether a person had asked for them

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._report: Report | None = None
        self.places = Places(self)
        self._back_at: str | None = None  # shown again at this value: nothing moves until another one is current
        self._as_pages = False
        self._is_laid_out = False  # the text
        self._asked = False
        self.setObjectName("surface")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setMinimumWidth(420)
        self.paper, self.pages = Paper(theme, self), PageView(theme, self)
        self.column = PageColumn(theme, self.pages.pictures, self)
        self.find_bar = FindBar(theme, lambda: self.shown, self)
        self.head = OriginalHead(theme, self)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.head)
        layout.addWidget(self.find_bar)
        below = QHBoxLayout()
        below.setSpacing(0)
        for widget, share in ((self.column, 0), (self.pages, 1), (self.paper, 1)):
            below.addWidget(widget, share)
        layout.addLayout(below, 1)
        self.column.hide()
        self._connect()
        self._show_kind()

    def _connect(self) -> None:
        for sheet in self.sheets():
            sheet.setAccessibleName(self.tr("Original"))
            sheet.value_clicked.connect(self.value_clicked)
            sheet.value_hovered.connect(self._on_hovered)
            sheet.zoomed.connect(self._show_zoom)
        head = self.head
        head.find_requested.connect(self.open_find)
        head.zoom_requested.connect(self.zoom)
        head.zoom_chosen.connect(lambda zoom: self.shown.set_zoom(zoom))
        head.fit_requested.connect(self.set_fit)
        head.column_toggled.connect(lambda _: self._show_kind())
        head.pages_requested.connect(self.set_as_pages)
        self.column.page_chosen.connect(self.pages.go_to_page)
        self.pages.moved.connect(self._on_moved)
        self.pages.pictures.failed.connect(self._on_failed)
        self._theme.changed.connect(self._on_theme_changed)

    # ---- what is shown

    def sheets(self) -> tuple[PageView, Paper]:
        """Both ways to show an original."""
        return self.pages, self.paper

    @property
    def shown(self) -> PageView | Paper:
        """The way that is chosen."""
        return self.pages if self._as_pages else self.paper

    @property
    def has_pages(self) -> bool:
        """The original that is shown can be shown as pages."""
        return self._report is not None and bool(self._report.document.pages)

    def show_report(self, report: Report, images: "Callable[[Report], PageImages]") -> None:
        """Show another report, as and where it was left; `images` gives the pictures of its pages."""
        self.remember()
        known = self.places.of(report)
        left = known or Left(text_zoom=self.paper.zoom)
        self._back_at = known.current if known else None
        self._report, self._asked = report, False
        self.head.show_name(report.row.source_name, report.extraction.part, report.extraction.parts)
        for sheet in self.sheets():
            sheet.layer.now = Emphasis()
        self.pages.layer.now = self.paper.layer.now
        self._as_pages = left.as_pages and self.has_pages
        self._is_laid_out = False
        self.paper.zoom = left.text_zoom if left.text_zoom in ZOOMS else 1.0
        self._show_kind()
        if self.has_pages:
            self.pages.show_pages(report, images(report), left.pages)
        else:
            self.pages.clear()
        self.column.show_pages(report.document.pages)
        self._on_moved(self.pages.page)
        if not self._as_pages:
            self._lay_out(left.text_share)
        self.find_bar.look_again()

    def show_pages(self, images: "PageImages") -> None:
        """Show the pages of the present report, which could not be opened before."""
        if self._report is not None:
            self.pages.show_pages(self._report, images, self.pages.place())
            self.set_as_pages(True)

    def clear(self) -> None:
        """Let go of what is shown."""
        self.remember()
        self._report = None
        self.pages.clear()

    def remember(self) -> None:
        """Keep how the shown report is left."""
        if self._report is not None:
            share = self.paper.place() if self._is_laid_out else 0.0
            as_pages = self._as_pages or not self.has_pages
            left = Left(as_pages, self.pages.place(), self.paper.zoom, share, self.shown.layer.now.current)
            self.places.put(self._report, left)

    def _lay_out(self, share: float = 0.0) -> None:
        if self._report is not None and not self._is_laid_out:
            self._is_laid_out = True
            self.paper.lay_out(self._report, share)

    def refresh(self, report: Report) -> None:
        """Values or findings of the shown report changed."""
        self._report = report
        if self.has_pages:
            self.pages.refresh(report)
        if self._is_laid_out:
            self.paper.refresh(report)

    def set_as_pages(self, as_pages: bool) -> None:
        """Show the pages, or the laid-out text; the current value stays in view."""
        self._asked = as_pages
        as_pages = as_pages and self.has_pages
        if as_pages != self._as_pages:
            had_focus = self.shown.hasFocus()
            self.shown.find_all("")
            self._as_pages = as_pages
            self._show_kind()
            if not as_pages:
                self._lay_out()
            if had_focus:
                self.shown.setFocus()
            if self.shown.layer.now.current:
                self.shown.scroll_to_key(self.shown.layer.now.current)
            self.find_bar.look_again()
        self._show_kind()

    def toggle_pages(self) -> None:
        """From the pages to the text, and back."""
        self.set_as_pages(not self._as_pages)

    def toggle_column(self) -> None:
        """Show or hide the pages in small."""
        self.head.column.toggle()

    def _show_kind(self) -> None:
        self.paper.setVisible(not self._as_pages)
        self.pages.setVisible(self._as_pages)
        self.column.setVisible(self._as_pages and self.head.column.isChecked())
        self.head.show_kind(self.has_pages, self._as_pages)
        self.setFocusProxy(self.shown)
        self._show_zoom()

    # ---- the current value

    def set_current(self, key: str | None, scroll: bool = True) -> None:
        """Fill the evidence of `key`, and jump to it; a report that is shown again stays where it was left."""
        self.shown.layer.now.current = key
        if key != self._back_at:
            self._back_at = None
        if key and scroll and self._back_at is None:
            self.shown.scroll_to_key(key)
        self.shown.viewport().update()

    def show_current(self) -> None:
        """Jump to the evidence of the current value."""
        self._back_at = None
        self.set_current(self.shown.layer.now.current)

    def set_rings(self, keys: tuple[str, ...]) -> None:
        """Ring the other side of a finding or a proof."""
        self.shown.layer.now.rings = frozenset(keys)
        self.shown.viewport().update()

    def set_hover(self, key: str | None) -> None:
        """Show what the pointer is over in the other pane."""
        self.shown.layer.now.hover = key
        self.shown.viewport().update()

    def scroll_to(self, span: Span) -> None:
        """Show and select a stretch that is no value."""
        self.shown.scroll_to_span(span, select=True)

    def selected_span(self) -> Span | None:
        """What is selected in the original."""
        return self.shown.selected_span()

    def open_find(self) -> None:
        """Open the find bar, with the selection as what to look for."""
        self.find_bar.open()

    def find_words(self, words: str) -> None:
        """Open the find bar and look for these."""
        self.find_bar.open()
        self.find_bar.field.setText(words)

    # ---- zoom

    def zoom(self, step: int) -> None:
        """One step larger (1) or smaller (-1); 0 is 100 %."""
        self.shown.zoom_by(step)

    def set_fit(self, fit: Fit) -> None:
        """Let the zoom of the pages follow the pane."""
        if self._as_pages:
            self.pages.set_fit(fit)

    def _show_zoom(self) -> None:
        self.head.show_zoom(self.shown.zoom, self.pages.fit if self._as_pages else Fit.NONE)

    # ---- events

    def _on_moved(self, page: int) -> None:
        if self.has_pages and self._report is not None:
            self.head.show_page(page, len(self._report.document.pages))
            self.column.set_page(page)

    def _on_hovered(self, key: str) -> None:
        self.set_hover(key or None)
        self.value_hovered.emit(key)

    def _on_failed(self, error: Exception) -> None:
        asked = self._asked
        self.set_as_pages(False)
        self.failed.emit(error, asked)

    def _on_theme_changed(self) -> None:
        self.pages.lay_out()
        if self._is_laid_out:
            self.paper.lay_out_again()
