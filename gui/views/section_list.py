"""The chapters of a report; choosing one shows its heading in the original."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QFocusEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHeaderView, QTableView, QWidget

from core.model.report import Report
from gui.delegates import painting
from gui.delegates.cell_delegate import Emphasis
from gui.delegates.section_delegate import SectionDelegate
from gui.models.sections_model import SectionsModel
from gui.theme import Theme

Index = QModelIndex | QPersistentModelIndex
_ABOUT = 96


class SectionList(QTableView):
    """Read only."""

    span_requested = Signal(object)  # the Span of the heading

    def __init__(self, theme: Theme, lang: str = "zh_CN", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._emphasis = Emphasis()
        self._sections = SectionsModel(lang, self)
        self.setModel(self._sections)
        self.setItemDelegate(SectionDelegate(theme, self._emphasis, self))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setTabKeyNavigation(False)
        self.verticalHeader().hide()
        self.horizontalHeader().setHighlightSections(False)
        self.horizontalHeader().setDefaultAlignment(painting.LEFT)
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setAccessibleName(self.tr("Sections"))
        theme.changed.connect(self._fit)

    def show_report(self, report: Report) -> None:
        """Take another report."""
        self._sections.show_report(report)
        self._fit()

    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        if current.isValid() and self.hasFocus():
            self.span_requested.emit(self._sections.section(current.row()).heading)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        about = self._theme.px(_ABOUT)
        self.horizontalHeader().setFixedHeight(self._theme.px(30))
        self.verticalHeader().setDefaultSectionSize(self._theme.px(32))
        self.setColumnWidth(0, max(self.viewport().width() - about, 100))
        self.setColumnWidth(1, about)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._emphasis.focused = True
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._emphasis.focused = False
        self.viewport().update()
