"""The chapters of a report; choosing one shows its heading in the original."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from core.model.report import Report
from gui.delegates import painting
from gui.delegates.cell_delegate import Emphasis
from gui.delegates.section_delegate import SectionDelegate
from gui.models.sections_model import SectionsModel
from gui.theme import Theme
from gui.views.row_table import Index, RowTable

_ABOUT = 96


class SectionList(RowTable):
    """Read only."""

    span_requested = Signal(object)  # the Span of the heading

    def __init__(self, theme: Theme, lang: str = "zh_CN", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._emphasis = Emphasis()
        self._sections = SectionsModel(lang, self)
        self.setModel(self._sections)
        self.setItemDelegate(SectionDelegate(theme, self._emphasis, self))
        self.horizontalHeader().setDefaultAlignment(painting.LEFT)
        self.setAccessibleName(self.tr("Sections"))
        theme.changed.connect(self._fit)

    def show_report(self, report: Report) -> None:
        """Take another report."""
        self._sections.show_report(report)
        self._fit()

    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        if current.isValid() and not self._quiet and self.hasFocus():
            self.span_requested.emit(self._sections.section(current.row()).heading)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentIndex().isValid():
            self.span_requested.emit(self._sections.section(self.currentIndex().row()).heading)
            return
        super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        about = self._theme.px(_ABOUT)
        self.horizontalHeader().setFixedHeight(self._theme.px(30))
        self.verticalHeader().setDefaultSectionSize(self._theme.px(32))
        self.setColumnWidth(0, max(self.viewport().width() - about, 100))
        self.setColumnWidth(1, about)

    def set_focused(self, focused: bool) -> None:
        self._emphasis.focused = focused
