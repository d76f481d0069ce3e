"""The right pane: what was read from the report, in tabs of fields, figures, tables and chapters."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QButtonGroup,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QStackedWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from core.app import showing
from core.model.report import Change, Report, ReportState
from core.model.values import Value, ValueKind
from gui.theme import Theme
from gui.views import block_edit
from gui.views.cell_table import CellTable
from gui.views.grid_table import GridTable
from gui.views.section_list import SectionList
from gui.views.small import head
from gui.views.tabs import Tabs
from gui.views.value_table import ValueTable

FIELDS, STATISTICS, SECTIONS = "fields", "statistics", "sections"


def table_tab(number: int) -> str:
    """The id of a table's tab; `number` counts from 0."""
    return f"table{number + 1}"


class ResultsView(QWidget):
    """One current value over all tabs. Edits leave as Changes; nothing is written here."""

    current_changed = Signal(str)
    value_hovered = Signal(str)
    edit_requested = Signal(object)
    editing_changed = Signal(bool)
    typed = Signal(str)
    selection_changed = Signal()
    entered = Signal()  # Enter in an editor
    span_requested = Signal(object)  # a chapter's heading was chosen

    def __init__(self, theme: Theme, parent: QWidget | None = None, lang: str = "zh_CN") -> None:
        super().__init__(parent)
        self._theme = theme
        self._lang = lang
        self._report: Report | None = None
        self._only_open = False
        self._current: str | None = None
        self._rings: frozenset[str] = frozenset()
        self._pending: Change | None = None
        self._remembered: dict[str, str] = {}
        self._stale: set[str] = set()
        self.setObjectName("surface")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setMinimumWidth(440)
        self.tabs = Tabs(theme, self)
        self._stack = QStackedWidget(self)
        self._fields = self._page(ValueTable(theme, ValueKind.FIELD, lang, self))
        self._statistics = self._page(ValueTable(theme, ValueKind.STATISTIC, lang, self))
        self._sections = SectionList(theme, lang, self)
        self._sections.span_requested.connect(self.span_requested)
        self._stack.addWidget(self._sections)
        self._grids: list[GridTable] = []
        self._pages: dict[str, QWidget] = {}
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._head())
        layout.addWidget(self._stack, 1)
        layout.addWidget(self._paste_bar())
        self.tabs.selected.connect(self._on_tab_selected)
        self._fields.setAccessibleName(self.tr("Fields"))
        self._statistics.setAccessibleName(self.tr("Statistics"))

    def _head(self) -> QWidget:
        self._which = QButtonGroup(self)
        for n, words in enumerate((self.tr("All"), self.tr("Open only"))):
            button = QToolButton()
            button.setObjectName("seg")
            button.setText(words)
            button.setCheckable(True)
            button.setChecked(n == 0)
            self._which.addButton(button, n)
        self._which.idClicked.connect(lambda n: self.set_only_open(n == 1))
        every, waiting = self._which.buttons()
        return head(self._theme, self.tabs, 2, every, 2, waiting, height=36, left=5)

    def _paste_bar(self) -> QWidget:
        self._bar = QWidget(self)
        self._bar.setObjectName("panehead")
        self._bar.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        row = QHBoxLayout(self._bar)
        row.setContentsMargins(14, 6, 10, 6)
        row.setSpacing(6)
        self._bar_words = QLabel(self._bar)
        self._bar_words.setWordWrap(True)
        row.addWidget(self._bar_words, 1)
        for words, key, slot in (
            (self.tr("Apply"), "Enter", self.commit_edit),
            (self.tr("Cancel"), "Esc", self.cancel_edit),
        ):
            button = QPushButton(words, self._bar)
            button.setObjectName("ghost")
            button.clicked.connect(slot)
            hint = QLabel(key, self._bar)
            hint.setObjectName("key")
            row.addWidget(button)
            row.addWidget(hint)
        self._bar.hide()
        return self._bar

    def _page(self, table: CellTable) -> CellTable:
        table.current_changed.connect(self._on_current_changed)
        table.value_hovered.connect(self.value_hovered)
        table.editing_changed.connect(self.editing_changed)
        table.typed.connect(self.typed)
        table.selection_changed.connect(self.selection_changed)
        table.entered.connect(self.entered)
        table.cells.edit_requested.connect(self.edit_requested)
        self._stack.addWidget(table)
        return table

    # ---- what is shown

    def show_report(self, report: Report) -> None:
        """Show another report, its first waiting tab first; nothing is current until `set_current`."""
        self.cancel_edit()
        self._report, self._current = report, None
        self._remembered.clear()
        names = [(FIELDS, self.tr("Fields")), (STATISTICS, self.tr("Statistics"))]
        tables = report.extraction.tables
        names += [(table_tab(n), self.tr("Table {n}").format(n=n + 1)) for n in range(len(tables))]
        names.append((SECTIONS, self.tr("Sections")))
        while len(self._grids) < len(tables):
            grid = GridTable(self._theme, self._lang, self)
            self._page(grid)
            self._grids.append(grid)
        self._pages = {FIELDS: self._fields, STATISTICS: self._statistics, SECTIONS: self._sections}
        self._pages |= {table_tab(n): self._grids[n] for n in range(len(tables))}
        self._stale = set(self._pages)
        chosen = self.tabs.current() if self.tabs.current() in self._pages else STATISTICS
        self.tabs.clear()
        for tab, words in names:
            self.tabs.add(tab, words)
        self._count()
        self._lock(report)
        self._open(chosen)

    def refresh(self, report: Report) -> None:
        """Values or findings of the shown report changed."""
        self._report = report
        for tab, page in self._pages.items():
            if tab not in self._stale and isinstance(page, CellTable):
                page.refresh(report)
        self._lock(report)
        self._count()

    def _lock(self, report: Report) -> None:
        for page in (self._fields, self._statistics, *self._grids):
            page.is_locked = report.row.state is ReportState.SIGNED_OFF

    def _count(self) -> None:
        """Tab numbers are what is left; none left is a tick."""
        if self._report is None:
            return
        left = dict.fromkeys(self._pages, 0)
        for value in self._report.values:
            tab = tab_of(value.key)
            if tab in left and showing.is_waiting(value):
                left[tab] += 1
        for tab, count in left.items():
            self.tabs.set_count(tab, count)

    def _open(self, tab: str) -> None:
        """Bring a tab to the front, filling it if it was not looked at before."""
        page = self._pages[tab]
        if tab in self._stale and self._report is not None:
            self._stale.discard(tab)
            if isinstance(page, GridTable):
                page.setAccessibleName(self._report.extraction.tables[self._grids.index(page)].title)
                page.show_table(self._report, self._grids.index(page))
            elif isinstance(page, (ValueTable, SectionList)):
                page.show_report(self._report)
            if isinstance(page, CellTable):
                page.set_only_open(self._only_open)
        self._stack.setCurrentWidget(page)
        self.setFocusProxy(page)
        self.tabs.select(tab)
        if isinstance(page, CellTable):
            page.set_rings(self._rings)

    @property
    def _table(self) -> CellTable | None:
        page = self._stack.currentWidget()
        return page if isinstance(page, CellTable) and self._report is not None else None

    @property
    def only_open(self) -> bool:
        """Rows in which nothing waits are hidden."""
        return self._only_open

    def set_only_open(self, only: bool) -> None:
        """Show only rows in which something waits."""
        self._only_open = only
        self._which.button(int(only)).setChecked(True)
        for tab, page in self._pages.items():
            if tab not in self._stale and isinstance(page, CellTable):
                page.set_only_open(only)

    def step_tab(self, by: int) -> None:
        """Go to the next (1) or previous (-1) tab, round the ends."""
        tabs = list(self._pages and self.tabs.ids())
        if tabs:
            self._on_tab_selected(tabs[(tabs.index(self.tabs.current()) + by) % len(tabs)])

    # ---- what is current

    def current_key(self) -> str | None:
        """The current value."""
        return self._current

    def set_current(self, key: str | None) -> None:
        """Make a value current, changing the tab when needed; tells nobody."""
        if self.is_editing and key != self._current:
            self.cancel_edit()
        self._current = key
        if key and tab_of(key) in self._pages:
            self._remembered[tab_of(key)] = key
            self._open(tab_of(key))
        for page in self._pages.values():
            if isinstance(page, CellTable):
                page.set_current(key if page is self._stack.currentWidget() else None)

    def set_hover(self, key: str | None) -> None:
        """The pointer is on a mark in the original."""
        if self._table:
            self._table.set_hover(key)

    def set_rings(self, keys: tuple[str, ...]) -> None:
        """Mark the addends, or the other side, of what is current."""
        self._rings = frozenset(keys)
        if self._table:
            self._table.set_rings(self._rings)

    def has_focus_on_value(self) -> bool:
        """The focus is in the table that holds the current value."""
        table = self._table
        return table is not None and table.hasFocus()

    def holds_current(self) -> bool:
        """The tab in front shows the current value."""
        return self._table is not None and self._table.current_key() == self._current is not None

    def selected_values(self) -> tuple[Value, ...]:
        """What a command acts on; at least the current value."""
        return self._table.selected_values() if self._table else ()

    def tab_values(self) -> tuple[Value, ...]:
        """All values of the tab in front."""
        return self._table.cells.values() if self._table else ()

    def _on_current_changed(self, key: str) -> None:
        self._current = key
        self._remembered[tab_of(key)] = key
        self.current_changed.emit(key)

    def _on_tab_selected(self, tab: str) -> None:
        """A person chose a tab: the value looked at there last, else the first waiting one, becomes current."""
        if tab not in self._pages or self._pages[tab] is self._stack.currentWidget():
            return
        self.leave()
        self._open(tab)
        table = self._table
        if table is None:
            return
        visible = [v.key for v in table.visible_values()] or [v.key for v in table.cells.values()]
        waiting = [v.key for v in table.visible_values() if showing.is_waiting(v)]
        key = self._remembered.get(tab) or next(iter(waiting or visible), None)
        if key:
            self.set_current(key)
            self.current_changed.emit(key)

    # ---- editing

    @property
    def is_editing(self) -> bool:
        """An editor is open, an input method composes, or a paste waits for its confirmation."""
        return self._pending is not None or bool(self._table and self._table.is_editing)

    @property
    def is_composing(self) -> bool:
        """An input method has text that it has not given away."""
        return bool(self._table and self._table.is_composing)

    def typed_text(self) -> str | None:
        """What stands in the open editor; None without one."""
        table = self._table
        return table.editor.text() if table is not None and table.editor is not None else None

    def begin_edit(self) -> None:
        """Open the editor on the current value."""
        if self._table:
            self._table.setFocus()
            self._table.begin_edit()

    def commit_edit(self) -> bool:
        """Ask for what was typed, or for the waiting paste; False when nothing changed, or composing goes on."""
        if self._pending is not None:
            change, self._pending = self._pending, None
            self._end_preview()
            self.edit_requested.emit(change)
            return True
        return bool(self._table and self._table.commit_edit())

    def leave(self) -> None:
        """A person goes elsewhere: what was typed is asked for, a paste that waits is dropped."""
        if self._pending is not None:
            self.cancel_edit()
        elif self.is_editing:
            self.commit_edit()

    def cancel_edit(self) -> None:
        """Leave the editor, or drop the waiting paste."""
        if self._pending is not None:
            self._pending = None
            self._end_preview()
        if self._table:
            self._table.cancel_edit()

    def copy(self) -> None:
        """The selection, as a block for WPS and Excel."""
        table = self._table
        if table and table.editor is not None:
            table.editor.copy()
        elif table and (text := block_edit.copied(table)):
            QGuiApplication.clipboard().setText(text)

    def paste(self) -> None:
        """Put the clipboard's block at the selection; more than one changed value is shown first."""
        table = self._table
        if table is None:
            return
        if table.editor is not None:
            table.editor.paste()
            return
        change, outside = block_edit.pasted(table, QGuiApplication.clipboard().text())
        outside_words = self.tr(", {n} cells fall outside the table").format(n=outside) if outside else ""
        words = self.tr("The paste changes {n} values") + outside_words
        self._offer(table, change, words, bool(outside))

    def _offer(self, table: CellTable, change: Change | None, words: str, ask: bool) -> None:
        """Ask for a change of one value that nobody vouches for; show any other first."""
        if change is None:
            return
        vouched = [v for v in table.cells.values() if v.proofs or v.is_decided]
        touched = {c.key for c in change.values}
        if len(touched) == 1 and not ask and not any(v.key in touched for v in vouched):
            self.edit_requested.emit(change)
            return
        self._pending = change
        after = {c.key: c.after.content for c in change.values if c.after}
        table.cells.set_preview({key: showing.content_text(content, self._lang) for key, content in after.items()})
        self._bar_words.setText(words.format(n=len(change.values)))
        self._bar.show()
        self.editing_changed.emit(True)

    def _end_preview(self) -> None:
        self._bar.hide()
        for page in self._pages.values():
            if isinstance(page, CellTable):
                page.cells.set_preview({})
        self.editing_changed.emit(False)

    def fill_down(self) -> None:
        """Put the first selected value into the ones below it."""
        if self._table and not self.is_editing:
            self._offer(
                self._table, block_edit.filled_down(self._table), self.tr("Filling down changes {n} values"), False
            )


def tab_of(key: str) -> str:
    """The tab in which a value stands, told by its key."""
    kind, _, rest = key.partition(":")
    if kind == "field":
        return FIELDS
    return f"table{rest[1:].partition('/')[0]}" if kind == "cell" else STATISTICS
