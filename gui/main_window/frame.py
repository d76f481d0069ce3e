"""The frame of the window: panes, menus, tool bar, status bar. It shows and arranges, and decides nothing.

What one begins with is there at once. The panes, which only a report needs, are built once that is on the screen, a
piece at a time; or at once by `complete`, for whoever cannot wait.
"""

from collections.abc import Callable, Iterator, Mapping
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QAction, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QMainWindow,
    QMenu,
    QSplitter,
    QStackedWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from core.base.settings import Settings
from gui.actions import CONTEXT, ICON_ONLY, MENUS, SEPARATOR, TOOL_BAR, Actions
from gui.theme import Theme
from gui.views.empty import EmptyView
from gui.views.search_box import Hit, SearchBox
from gui.views.small import line
from gui.views.status import StatusBar

if TYPE_CHECKING:
    from gui.views.bottom import BottomPanel
    from gui.views.inspector import Inspector
    from gui.views.original import OriginalView
    from gui.views.report_list import ReportList
    from gui.views.results import ResultsView
    from gui.views.strip import Strip

_TOOL_BAR = 40
_LIST, _RAIL = 216, 48
_SIZES = {"panes": [572, 576], "height": [560, 176], "list": [_LIST, 1150], "bottom": [655, 495]}
_NARROW, _LOW = 1180, 640
_WORDS_GO = (
    ("open_original", 1240),
    ("export", 1120),
    ("accept_proved", 1060),
    ("correct", 1000),
)  # below so many px; never from confirm


class Frame(QMainWindow):
    """All views of the window by name; the panes have theirs when `is_complete`."""

    completed = Signal()

    reports: "ReportList"
    strip: "Strip"
    original: "OriginalView"
    results: "ResultsView"
    inspector: "Inspector"
    bottom: "BottomPanel"

    def __init__(self, theme: Theme, lang: str, settings: Settings) -> None:
        super().__init__()
        self.theme, self.lang, self.settings = theme, lang, settings
        self.actions_ = Actions(theme, settings.keys, self)
        self.empty = EmptyView(theme)
        self.search = SearchBox(theme, self.hits)
        self.status = StatusBar(theme, lang)
        self.setStatusBar(self.status)
        self.setMinimumSize(960, 560)
        self.menus: dict[str, QMenu] = {}
        self._tools: dict[str, QToolButton] = {}
        self._splits: dict[str, QSplitter] = {}
        self.is_complete = False
        self._build_menus()
        self.stack = QStackedWidget()
        self.stack.addWidget(self.empty)
        middle = _Stacked()
        middle.hold(self._tool_bar(), self.stack, grows=1)
        self.setCentralWidget(middle)
        self.show_keys()
        theme.changed.connect(self._on_theme_changed)
        self._rest = self._steps()
        self._slices = QTimer(self, interval=0)
        self._slices.timeout.connect(lambda: next(self._rest, None))

    # ---- the rest of it

    def complete(self) -> None:
        """Build at once what is not there yet."""
        while not self.is_complete:  # not the steps' own end: in the last one `completed` tells whoever asks for this
            next(self._rest, None)

    def _steps(self) -> Iterator[None]:
        yield from self.build_rest()
        self._slices.stop()
        self.is_complete = True
        self.show_keys()
        self._fit()
        self.completed.emit()

    def build_rest(self) -> Iterator[None]:
        """Build the panes, one at each step, each in its place: a style sheet goes over all that is moved again."""
        across, down = Qt.Orientation.Horizontal, Qt.Orientation.Vertical
        whole = self._split("list", across)
        self.stack.addWidget(whole)
        self.actions_.draw()
        yield
        from gui.views.report_list import ReportList

        self.reports = ReportList(self.theme, self.lang, whole)
        yield
        from gui.views.original import OriginalView
        from gui.views.strip import Strip

        right = self._split("height", down, whole)
        upper = _Stacked(right)
        self.strip = Strip(self.theme, upper)
        panes = self._split("panes", across, upper)
        upper.hold(self.strip, panes, grows=1)
        self.original = OriginalView(self.theme, panes)
        yield
        from gui.views.inspector import Inspector
        from gui.views.results import ResultsView

        results = _Stacked(panes)
        results.setMinimumWidth(440)
        self.results = ResultsView(self.theme, results, self.lang)
        self.inspector = Inspector(self.theme, results, self.lang)
        results.hold(self.results, self.inspector, grows=0)
        yield
        from gui.views.bottom import BottomPanel

        self.bottom = self._splits["bottom"] = BottomPanel(self.theme, self.lang, right)
        yield
        right.setStretchFactor(0, 1)
        right.setStretchFactor(1, 0)
        whole.setStretchFactor(1, 1)
        for name, sizes in _SIZES.items():
            kept = self.settings.splits.get(name, sizes)
            self._splits[name].setSizes(kept if len(kept) == 2 and all(isinstance(n, int) for n in kept) else sizes)
        self._build_context_menus()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self.is_complete:
            self._slices.start()

    def hits(self, words: str) -> list[Hit]:
        """What the search field finds."""
        return []

    def _split(self, name: str, way: Qt.Orientation, parent: QWidget | None = None) -> QSplitter:
        """A splitter; what is made as its child stands in it."""
        split = self._splits[name] = QSplitter(way, parent)
        split.setHandleWidth(1)
        split.setChildrenCollapsible(False)
        return split

    def split_sizes(self) -> dict[str, list[int]]:
        """How wide the panes are, for the settings."""
        if not self.is_complete:
            return self.settings.splits
        found = {name: split.sizes() for name, split in self._splits.items()}
        if self._is_narrow():
            found.pop("list", None)  # a rail is no width to come back to
        return self.settings.splits | found

    def _build_menus(self) -> None:
        titles = self.actions_.menu_titles()
        for menu, names in MENUS:
            here = self.menus[menu] = self.menuBar().addMenu(titles[menu])
            for name in names:
                if name == SEPARATOR:
                    here.addSeparator()
                elif name.startswith("menu:"):
                    inside = name.removeprefix("menu:")
                    self.menus[inside] = here.addMenu(titles[inside])
                else:
                    here.addAction(self.actions_[name])

    def _build_context_menus(self) -> None:
        """What a right click offers; the actions are those of the menus."""
        places = (
            ("results", self.results),
            *(("original", sheet) for sheet in self.original.sheets()),
            ("findings", self.bottom.findings),
            ("reports", self.reports.list),
        )
        for place, widget in places:
            widget.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)
            for name in CONTEXT[place]:
                if name == SEPARATOR:
                    line_between = QAction(widget)
                    line_between.setSeparator(True)
                    widget.addAction(line_between)
                else:
                    widget.addAction(self.actions_[name])

    def _tool_bar(self) -> QWidget:
        bar = QWidget()
        bar.setObjectName("toolbar")
        bar.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.theme.keep_height(bar, _TOOL_BAR)
        row = QHBoxLayout(bar)
        row.setContentsMargins(8, 0, 12, 0)
        row.setSpacing(4)
        for name in TOOL_BAR:
            if name == SEPARATOR:
                row.addSpacing(2)
                row.addWidget(line(self.theme))
                row.addSpacing(2)
            else:
                row.addWidget(self._tool(name))
        row.addStretch(1)
        row.addWidget(self.search)
        return bar

    def _tool(self, name: str) -> QToolButton:
        button = self._tools[name] = QToolButton()
        button.setDefaultAction(self.actions_[name])
        button.setAccessibleName(self.actions_.text(name))
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        side = self.theme.px(16)
        button.setIconSize(QSize(side, side))
        both = Qt.ToolButtonStyle.ToolButtonTextBesideIcon
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonIconOnly if name in ICON_ONLY else both)
        return button

    def show_keys(self) -> None:
        """Put the present keys beside buttons and into tooltips."""
        for name, button in self._tools.items():
            keys = self.actions_.key(name)
            button.setToolTip(f"{self.actions_.text(name)}  {keys}".strip())
        if not self.is_complete:
            return
        shown = {name: self.actions_.key(name) for name in ("confirm", "correct", "postpone")}
        self.inspector.set_keys(shown | {"save": "Enter", "cancel": "Esc"})
        self.bottom.compare.set_keys({"locate": self.actions_.key("evidence")})

    def fill_menu(
        self, name: str, entries: Mapping[str, str], choose: Callable[[str], object], checked: str = ""
    ) -> None:
        """Give a menu inside another one its entries, words -> what `choose` is called with; one may be checked."""
        menu = self.menus[name]
        menu.clear()
        for words, meant in entries.items():
            action = menu.addAction(words)
            action.triggered.connect(partial(_call, choose, meant))
            if checked:
                action.setCheckable(True)
                action.setChecked(meant == checked)
        menu.setEnabled(bool(entries))

    def show_panes(self, shown: bool) -> None:
        """Show the reports, or the place where one begins."""
        self.stack.setCurrentIndex(int(shown))
        self.search.setEnabled(shown)
        if not shown:
            self.empty.import_files.setFocus()

    def panes(self) -> tuple[QWidget, ...]:
        """What F6 goes through."""
        return (self.reports.list, self.original.shown, self.results, self.bottom.findings)

    def step_pane(self, by: int) -> None:
        """Move the focus to the next (1) or previous (-1) pane."""
        panes = self.panes()
        focus = self.focusWidget()
        at = next((n for n, pane in enumerate(panes) if pane is focus or pane.isAncestorOf(focus)), 1)
        self.focus_pane((at + by) % len(panes))

    def focus_pane(self, number: int) -> None:
        """Move the focus to a pane: 0 reports, 1 original, 2 results, 3 findings."""
        pane = self.panes()[number]
        pane.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        self.search.setFixedWidth(self.theme.px(236))
        for name, least in _WORDS_GO:
            icon_only = self.width() < self.theme.px(least)
            only, both = Qt.ToolButtonStyle.ToolButtonIconOnly, Qt.ToolButtonStyle.ToolButtonTextBesideIcon
            self._tools[name].setToolButtonStyle(only if icon_only else both)
        if self.is_complete:
            self._fold()

    def _is_narrow(self) -> bool:
        return self.width() < self.theme.px(_NARROW)

    def _fold(self) -> None:
        """Panes for which there is no room give way."""
        narrow, low = self._is_narrow(), self.height() < self.theme.px(_LOW)
        if self.reports.set_folded(narrow, self.theme.px(_RAIL)):
            first = self.theme.px(_RAIL) if narrow else _LIST
            self._splits["list"].setSizes([first, self.width() - first])
        self.bottom.setMaximumHeight(self.theme.px(36) if low else 16777215)

    def _on_theme_changed(self) -> None:
        side = self.theme.px(16)
        for button in self._tools.values():
            button.setIconSize(QSize(side, side))
        self._fit()


class _Stacked(QWidget):
    """Two widgets, one above the other."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("chrome")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)

    def hold(self, *parts: QWidget, grows: int) -> None:
        """Take them in; `grows` is the number of the one that gets the room that is left."""
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for n, part in enumerate(parts):
            column.addWidget(part, int(n == grows))


def _call(choose: Callable[[str], object], meant: str, _checked: bool = False) -> None:
    choose(meant)
