"""The frame of the window: panes, menus, tool bar, status bar. It shows and arranges, and decides nothing."""

from collections.abc import Callable, Mapping
from functools import partial

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QAction, QResizeEvent
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
from gui.delegates.report_delegate import RAIL
from gui.theme import Theme
from gui.views.bottom import BottomPanel
from gui.views.empty import EmptyView
from gui.views.inspector import Inspector
from gui.views.original import OriginalView
from gui.views.report_list import ReportList
from gui.views.results import ResultsView
from gui.views.search_box import Hit, SearchBox
from gui.views.small import line
from gui.views.status import StatusBar
from gui.views.strip import Strip

_TOOL_BAR = 40
_LIST, _BOTTOM = 216, 176
_NARROW, _LOW = 1180, 640
_WORDS_GO = (
    ("open_original", 1240),
    ("export", 1120),
    ("accept_proved", 1060),
    ("correct", 1000),
)  # below so many px; never from confirm


class Frame(QMainWindow):
    """All views of the window by name."""

    def __init__(self, theme: Theme, lang: str, settings: Settings) -> None:
        super().__init__()
        self.theme, self.lang, self.settings = theme, lang, settings
        self.actions_ = Actions(theme, settings.keys, self)
        self.reports = ReportList(theme, lang)
        self.strip = Strip(theme)
        self.original = OriginalView(theme)
        self.results = ResultsView(theme, lang=lang)
        self.inspector = Inspector(theme, lang=lang)
        self.bottom = BottomPanel(theme, lang)
        self.empty = EmptyView(theme)
        self.search = SearchBox(theme, self.hits)
        self.status = StatusBar(theme, lang)
        self.setStatusBar(self.status)
        self.setMinimumSize(960, 560)
        self.menus: dict[str, QMenu] = {}
        self._tools: dict[str, QToolButton] = {}
        self._splits: dict[str, QSplitter] = {}
        self._build_menus()
        self._build_context_menus()
        self._build()
        self.show_keys()
        theme.changed.connect(self._on_theme_changed)

    def hits(self, words: str) -> list[Hit]:
        """What the search field finds."""
        return []

    def _build(self) -> None:
        results = _stacked(self.results, self.inspector)
        results.setMinimumWidth(440)
        self._split("panes", Qt.Orientation.Horizontal, self.original, results, [572, 576])
        upper = _stacked(self.strip, self._splits["panes"])
        self._split("height", Qt.Orientation.Vertical, upper, self.bottom, [560, _BOTTOM])
        self._split("list", Qt.Orientation.Horizontal, self.reports, self._splits["height"], [_LIST, 1150])
        self._splits["height"].setStretchFactor(0, 1)
        self._splits["height"].setStretchFactor(1, 0)
        self._splits["list"].setStretchFactor(1, 1)
        self._splits["bottom"] = self.bottom
        self.bottom.setSizes(self.settings.splits.get("bottom", [655, 495]))
        self.stack = QStackedWidget()
        self.stack.addWidget(self.empty)
        self.stack.addWidget(self._splits["list"])
        self.setCentralWidget(_stacked(self._tool_bar(), self.stack))

    def _split(self, name: str, way: Qt.Orientation, first: QWidget, second: QWidget, sizes: list[int]) -> None:
        split = QSplitter(way)
        split.setHandleWidth(1)
        split.setChildrenCollapsible(False)
        split.addWidget(first)
        split.addWidget(second)
        kept = self.settings.splits.get(name, sizes)
        split.setSizes(kept if len(kept) == 2 and all(isinstance(n, int) for n in kept) else sizes)
        self._splits[name] = split

    def split_sizes(self) -> dict[str, list[int]]:
        """How wide the panes are, for the settings."""
        return {name: split.sizes() for name, split in self._splits.items()}

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
        narrow, low = self.width() < self.theme.px(_NARROW), self.height() < self.theme.px(_LOW)
        if self.reports.set_folded(narrow, self.theme.px(RAIL)):
            first = self.theme.px(RAIL) if narrow else _LIST
            self._splits["list"].setSizes([first, self.width() - first])
        self.search.setFixedWidth(self.theme.px(236))
        self.bottom.setMaximumHeight(self.theme.px(36) if low else 16777215)
        for name, least in _WORDS_GO:
            icon_only = self.width() < self.theme.px(least)
            only, both = Qt.ToolButtonStyle.ToolButtonIconOnly, Qt.ToolButtonStyle.ToolButtonTextBesideIcon
            self._tools[name].setToolButtonStyle(only if icon_only else both)

    def _on_theme_changed(self) -> None:
        side = self.theme.px(16)
        for button in self._tools.values():
            button.setIconSize(QSize(side, side))
        self._fit()


def _call(choose: Callable[[str], object], meant: str, _checked: bool = False) -> None:
    choose(meant)


def _stacked(first: QWidget, second: QWidget) -> QWidget:
    """The one that stretches takes the room, the other what it needs."""
    box = QWidget()
    box.setObjectName("chrome")
    box.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
    column = QVBoxLayout(box)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    grows = isinstance(first, ResultsView)
    column.addWidget(first, int(grows))
    column.addWidget(second, int(not grows))
    return box
