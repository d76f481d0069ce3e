"""The left pane: the reports of the project, found by words, state, year and region."""

from collections.abc import Sequence

from PySide6.QtCore import QItemSelectionModel, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListView,
    QVBoxLayout,
    QWidget,
)

from core.base.messages import word
from core.model.report import ReportRow, ReportState
from gui.delegates.report_delegate import ReportDelegate
from gui.models.reports_model import ITEM_ROLE, ReportFilter, ReportsModel
from gui.theme import Theme
from gui.views.row_table import PASSED_ON, Index
from gui.views.small import IconButton, head

_HEAD = 40


class _List(QListView):
    """The list itself; Enter belongs to the window."""

    def __init__(self, delegate: ReportDelegate, parent: QWidget) -> None:
        super().__init__(parent)
        self._delegate = delegate
        self.setItemDelegate(delegate)
        self.setObjectName("chrome")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setMouseTracking(True)
        self.setUniformItemSizes(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in PASSED_ON:
            event.ignore()
            return
        super().keyPressEvent(event)

    def keyboardSearch(self, search: str) -> None:
        """A single letter is no command here."""

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._delegate.focused = True
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._delegate.focused = False
        self.viewport().update()


class ReportList(QWidget):
    """Tells which report a person chose."""

    chosen = Signal(int)

    def __init__(self, theme: Theme, lang: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lang = lang
        self._quiet = self._folded = False
        self.setObjectName("chrome")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setMinimumWidth(180)
        self.reports = ReportsModel(lang, self)
        self.list = _List(ReportDelegate(theme, self), self)
        self.list.setModel(self.reports)
        self.list.setAccessibleName(self.tr("Reports"))
        self.list.selectionModel().currentChanged.connect(self._on_current_changed)
        self._caption = QLabel(self.tr("Reports"))
        self._caption.setObjectName("strong")
        self._count = QLabel()
        self._count.setObjectName("caption")
        self.filter_button = IconButton(theme, "filter", self.tr("Filter the reports"), self.toggle_filter, self)
        self.filter_button.setCheckable(True)
        self._filters = self._filter_panel(theme)
        self._nothing = QLabel(self.tr("No report fits the filter"))
        self._nothing.setObjectName("quiet")
        self._nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._nothing.setWordWrap(True)
        self._nothing.hide()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(head(theme, self._caption, 6, self._count, None, self.filter_button, height=_HEAD))
        layout.addWidget(self._filters)
        layout.addWidget(self._nothing)
        layout.addWidget(self.list, 1)
        self.setFocusProxy(self.list)

    def _filter_panel(self, theme: Theme) -> QWidget:
        panel = QWidget(self)
        column = QVBoxLayout(panel)
        column.setContentsMargins(12, 8, 12, 8)
        column.setSpacing(6)
        self.words = QLineEdit(panel)
        self.words.setPlaceholderText(self.tr("Name, region, file"))
        self.words.setClearButtonEnabled(True)
        self._state, self._year, self._region = QComboBox(panel), QComboBox(panel), QComboBox(panel)
        names = (self.tr("Words"), self.tr("State"), self.tr("Year"), self.tr("Region"))
        for box, name in zip((self.words, self._state, self._year, self._region), names, strict=True):
            box.setAccessibleName(name)
        self._only = QCheckBox(self.tr("With errors or warnings"), panel)
        column.addWidget(self.words)
        row = QHBoxLayout()
        row.setSpacing(6)
        row.addWidget(self._state, 1)
        row.addWidget(self._year, 1)
        column.addLayout(row)
        column.addWidget(self._region)
        column.addWidget(self._only)
        self._state.addItem(self.tr("Any state"), None)
        for state in ReportState:
            self._state.addItem(word(f"export.report_state.{state}", {}, self._lang), state)
        self.words.textChanged.connect(self._on_filter_changed)
        for box in (self._state, self._year, self._region):
            box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
            box.currentIndexChanged.connect(self._on_filter_changed)
        self._only.toggled.connect(self._on_filter_changed)
        panel.hide()
        return panel

    def toggle_filter(self) -> None:
        """Open or close the filter; closing it shows all reports again."""
        self._filters.setVisible(self._filters.isHidden())
        self.filter_button.setChecked(not self._filters.isHidden())
        if self._filters.isHidden():
            self.words.clear()
            for box in (self._state, self._year, self._region):
                box.setCurrentIndex(0)
            self._only.setChecked(False)
            self.list.setFocus()
        else:
            self.words.setFocus()

    def set_folded(self, folded: bool, width: int) -> bool:
        """Fold to a rail of that width, which shows only states and years; or unfold. True when that is a change."""
        if folded == self._folded:
            return False
        self._folded = folded
        for widget in (self._caption, self._count, self.filter_button):
            widget.setVisible(not folded)
        self._filters.setVisible(not folded and self.filter_button.isChecked())
        self.setMinimumWidth(width if folded else 180)
        self.setMaximumWidth(width if folded else 16777215)
        return True

    def set_rows(self, rows: Sequence[ReportRow]) -> None:
        """Take all reports of a project."""
        self.reports.set_rows(rows)
        self._after_change(None)

    def put(self, rows: Sequence[ReportRow]) -> None:
        """Some reports changed or came new."""
        current = self.current()
        self.reports.put(rows)
        self._after_change(current)

    def current(self) -> int | None:
        """The chosen report."""
        item = self.list.currentIndex().data(ITEM_ROLE)
        return item.id if isinstance(item, ReportRow) else None

    def set_current(self, report_id: int | None) -> None:
        """Choose a report; tells nobody."""
        self._quiet = True
        index = self.reports.index_of(report_id)
        self.list.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)
        if index.isValid():
            self.list.scrollTo(index)
        self._quiet = False

    def neighbour(self, by: int) -> int | None:
        """The report before (-1) or behind (1) the chosen one in the list; None at its end."""
        ids, current = self.reports.shown(), self.current()
        if current not in ids:
            return ids[0] if ids else None
        at = ids.index(current) + by
        return ids[at] if 0 <= at < len(ids) else None

    def _after_change(self, current: int | None) -> None:
        shown, total = len(self.reports.shown()), len(self.reports.all_rows())
        self._count.setText(str(total) if shown == total else f"{shown} / {total}")
        self._nothing.setVisible(bool(total) and not shown)
        if current is not None and self.current() != current:
            self.set_current(current)
        self._fill_choices()

    def _fill_choices(self) -> None:
        rows = self.reports.all_rows()
        years = sorted({row.year for row in rows if row.year}, reverse=True)
        regions = sorted({name for row in rows for name in row.region_path[:2]})
        choices = [(self._year, [(str(y), y) for y in years], self.tr("Any year"))]
        choices.append((self._region, [(r, r) for r in regions], self.tr("Any region")))  # type: ignore[misc]
        for box, items, anything in choices:
            if [box.itemData(n) for n in range(1, box.count())] == [data for _, data in items]:
                continue
            chosen = box.currentData()
            box.blockSignals(True)
            box.clear()
            box.addItem(anything, None)
            for text, data in items:
                box.addItem(text, data)
            box.setCurrentIndex(max(box.findData(chosen), 0))
            box.blockSignals(False)

    def _on_filter_changed(self) -> None:
        current = self.current()
        state = self._state.currentData()  # Qt hands out a plain str
        wanted = ReportFilter(
            self.words.text(),
            ReportState(state) if state else None,
            self._year.currentData(),
            self._region.currentData() or "",
            self._only.isChecked(),
        )
        self.reports.set_filter(wanted)
        self._after_change(current)

    def _on_current_changed(self, current: Index, _previous: Index) -> None:
        item = current.data(ITEM_ROLE)
        if isinstance(item, ReportRow) and not self._quiet:
            self.chosen.emit(item.id)
