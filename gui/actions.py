"""Everything a person can do, as a table: id, words, icon, key. Menus, tool bar and dialogs pick ids from it."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QWidget

from gui import icons
from gui.theme import Theme

SEPARATOR = ""
MENUS: tuple[tuple[str, tuple[str, ...]], ...] = (
    (
        "file",
        (
            *("new_project", "open_project", "menu:recent", SEPARATOR, "import_files", "import_folder", SEPARATOR),
            *("open_original", SEPARATOR, "export", "menu:export", "backup", SEPARATOR, "quit"),
        ),
    ),
    (
        "edit",
        (
            *("undo", "redo", SEPARATOR, "copy", "paste", "fill_down", SEPARATOR),
            *("find_original", "find_report", "go_to_value"),
        ),
    ),
    (
        "review",
        (
            *("confirm", "correct", "reject", "postpone", "note", "reopen", SEPARATOR, "take_selection", "add_value"),
            *(
                "choose_way",
                SEPARATOR,
                "accept_proved",
                "accept_all_proved",
                SEPARATOR,
                "next_finding",
                "previous_finding",
            ),
            *("as_printed", "explain", SEPARATOR, "finish", "return_report", SEPARATOR, "previous_report"),
            *("next_report",),
        ),
    ),
    (
        "view",
        (
            *("evidence", "evidence_back", "history", SEPARATOR, "pane_reports", "pane_original", "pane_results"),
            *("next_pane", "previous_pane", "next_tab", "previous_tab", SEPARATOR, "only_open", "filter_reports"),
            *(SEPARATOR, "zoom_in", "zoom_out", "zoom_reset", "fit_words", "fit_width", "fit_page", SEPARATOR),
            *("pages_or_text", "page_column", SEPARATOR, "font_larger", "font_smaller", SEPARATOR),
            *("menu:theme", "menu:language"),
        ),
    ),
    ("tools", ("menu:encoding", "recheck", "verify", SEPARATOR, "operator", "keys")),
    ("help", ("manual", "key_map", "about")),
)
TOOL_BAR = (
    *("import_files", SEPARATOR, "previous_report", "next_report", SEPARATOR, "confirm", "correct", "accept_proved"),
    *(SEPARATOR, "undo", "redo", SEPARATOR, "open_original", "export"),
)
CONTEXT: dict[str, tuple[str, ...]] = {
    "results": (
        *("confirm", "correct", "reject", "postpone", "note", "reopen", SEPARATOR, "take_selection", SEPARATOR),
        *("copy", "paste", "fill_down", SEPARATOR, "evidence", "history"),
    ),
    "original": (
        *("take_selection", "add_value", SEPARATOR, "copy", "find_original", SEPARATOR, "zoom_in", "zoom_out"),
        *("fit_words", "fit_page", SEPARATOR, "pages_or_text", "page_column", SEPARATOR, "open_original"),
    ),
    "findings": ("evidence", "as_printed", "explain"),
    "reports": ("finish", "return_report", SEPARATOR, "open_original", "recheck", "filter_reports"),
}
ICON_ONLY = ("undo", "redo")


@dataclass(frozen=True, slots=True)
class Spec:
    """One action. `keys` are portable texts of key sequences, `hint` a key that the panes handle themselves."""

    text: str
    icon: str = ""
    keys: tuple[str, ...] = ()
    hint: str = ""
    short: str = ""  # what the tool bar says


class Actions(QObject):
    """The QActions of a window."""

    def __init__(self, theme: Theme, changed_keys: Mapping[str, str], window: QWidget) -> None:
        super().__init__(window)
        self._theme = theme
        self._specs = self._table()
        self._actions = {name: QAction(spec.text, window) for name, spec in self._specs.items()}
        for name, action in self._actions.items():
            action.setIconText(f" {self.short(name)}")
        window.addActions(list(self._actions.values()))
        theme.changed.connect(self.draw)
        self._draw(TOOL_BAR)  # those of the menus can wait
        self.set_keys(changed_keys)

    def __getitem__(self, name: str) -> QAction:
        return self._actions[name]

    def ids(self) -> tuple[str, ...]:
        """All actions, in the order of the table."""
        return tuple(self._actions)

    def on(self, slots: Mapping[str, Callable[[], object]]) -> None:
        """Say what actions do."""
        for name, slot in slots.items():
            self._actions[name].triggered.connect(lambda _=False, slot=slot: slot())

    def enable(self, wanted: Mapping[str, bool]) -> None:
        """Say which actions make sense now."""
        for name, is_enabled in wanted.items():
            self._actions[name].setEnabled(is_enabled)

    def set_keys(self, changed: Mapping[str, str]) -> None:
        """Give each action the key that the user chose, else its own."""
        for name, action in self._actions.items():
            own = self._specs[name].keys
            chosen = (changed[name],) if name in changed else own
            action.setShortcuts([QKeySequence(k, QKeySequence.SequenceFormat.PortableText) for k in chosen if k])
            hint = self._specs[name].hint
            action.setText(f"{self._specs[name].text}\t{hint}" if hint else self._specs[name].text)

    def key(self, name: str) -> str:
        """The key of an action as people read it; "" when it has none."""
        hint = self._specs[name].hint
        found = self._actions[name].shortcuts()
        return hint or (found[0].toString(QKeySequence.SequenceFormat.NativeText) if found else "")

    def text(self, name: str) -> str:
        """The words of an action."""
        return self._specs[name].text.rstrip("…")

    def short(self, name: str) -> str:
        """What the tool bar calls an action."""
        return self._specs[name].short or self._specs[name].text

    def own_keys(self, name: str) -> tuple[str, ...]:
        """The keys that the program gives an action."""
        return self._specs[name].keys

    def draw(self) -> None:
        """Give all actions their icons."""
        self._draw(self._actions)

    def _draw(self, names: Iterable[str]) -> None:
        for name in names:
            if name != SEPARATOR and (icon := self._specs[name].icon):
                self._actions[name].setIcon(icons.icon(self._theme, icon))

    def _table(self) -> dict[str, Spec]:
        """What there is, in the present language."""
        return self._work() | self._way()

    def _work(self) -> dict[str, Spec]:
        """Files, values and findings."""
        return {
            "new_project": Spec(self.tr("New project…"), keys=("Ctrl+N",)),
            "open_project": Spec(self.tr("Open project…"), "folder", ("Ctrl+O",)),
            "import_files": Spec(self.tr("Import files…"), "import", ("Ctrl+I",), short=self.tr("Import")),
            "import_folder": Spec(self.tr("Import folder…"), "folder", ("Ctrl+Shift+I",)),
            "export": Spec(self.tr("Export…"), "export", ("Ctrl+E",), short=self.tr("Export")),
            "backup": Spec(self.tr("Back up project…"), keys=("Ctrl+Shift+S",)),
            "quit": Spec(self.tr("Quit"), keys=("Ctrl+Q",)),
            "undo": Spec(self.tr("Undo"), "undo", ("Ctrl+Z",)),
            "redo": Spec(self.tr("Redo"), "redo", ("Ctrl+Y", "Ctrl+Shift+Z")),
            "copy": Spec(self.tr("Copy"), keys=("Ctrl+C",)),
            "paste": Spec(self.tr("Paste"), keys=("Ctrl+V",)),
            "fill_down": Spec(self.tr("Fill down"), "down", ("Ctrl+D",)),
            "find_original": Spec(self.tr("Find in the original"), "search", ("Ctrl+F",)),
            "find_report": Spec(self.tr("Find a report"), "search", ("Ctrl+K",)),
            "go_to_value": Spec(self.tr("Go to a value"), keys=("Ctrl+G",)),
            "confirm": Spec(
                self.tr("Confirm and go on"), "confirm", ("Ctrl+Return", "Ctrl+Enter"), "Enter", self.tr("Confirm")
            ),
            "correct": Spec(self.tr("Correct"), "correct", ("F2",)),
            "reject": Spec(self.tr("Not a value"), "reject", ("Ctrl+Delete",)),
            "postpone": Spec(self.tr("Postpone or resume"), "pause", ("F9",)),
            "note": Spec(self.tr("Note…"), "explain", ("Ctrl+M",)),
            "reopen": Spec(self.tr("Open again"), "retry", ("Ctrl+Backspace",)),
            "take_selection": Spec(self.tr("Take the selected words"), "link", ("Ctrl+Shift+C",)),
            "add_value": Spec(self.tr("Add a value from the selection…"), "add", ("Ctrl+Shift+A",)),
            "choose_way": Spec(self.tr("Choose how a run of digits is read"), keys=("F7",)),
            "accept_proved": Spec(
                self.tr("Accept proved in this tab"), "accept-proved", ("Ctrl+Shift+P",), "", self.tr("Accept proved")
            ),
            "accept_all_proved": Spec(self.tr("Accept all proved in the report"), keys=("Ctrl+Alt+Shift+P",)),
            "next_finding": Spec(self.tr("Next finding"), keys=("F8",)),
            "previous_finding": Spec(self.tr("Previous finding"), keys=("Shift+F8",)),
            "as_printed": Spec(self.tr("As printed: close the finding"), keys=("Ctrl+Shift+O",)),
            "explain": Spec(self.tr("Explain the finding…"), "explain", ("Ctrl+Shift+E",)),
        }

    def _way(self) -> dict[str, Spec]:
        """From report to report, between the panes, and the look of things."""
        return {
            "finish": Spec(self.tr("Finish the report, open the next"), keys=("Ctrl+Shift+Return", "Ctrl+Shift+Enter")),
            "return_report": Spec(self.tr("Return the report…")),
            "previous_report": Spec(self.tr("Previous report"), "previous", ("Ctrl+PgUp",), short=self.tr("Previous")),
            "next_report": Spec(self.tr("Next report"), "next", ("Ctrl+PgDown",), short=self.tr("Next")),
            "evidence": Spec(self.tr("Show the evidence"), "locate", ("F4",)),
            "evidence_back": Spec(self.tr("Back to the value"), keys=("Shift+F4",)),
            "history": Spec(self.tr("History of the value"), "history", ("Ctrl+H",)),
            "pane_reports": Spec(self.tr("Reports"), keys=("Alt+1",)),
            "pane_original": Spec(self.tr("Original"), keys=("Alt+2",)),
            "pane_results": Spec(self.tr("Results"), keys=("Alt+3",)),
            "next_pane": Spec(self.tr("Next pane"), keys=("F6",)),
            "previous_pane": Spec(self.tr("Previous pane"), keys=("Shift+F6",)),
            "next_tab": Spec(self.tr("Next tab"), keys=("Ctrl+Tab",)),
            "previous_tab": Spec(self.tr("Previous tab"), keys=("Ctrl+Shift+Tab",)),
            "only_open": Spec(self.tr("Open values only"), keys=("Ctrl+Shift+L",)),
            "filter_reports": Spec(self.tr("Filter the reports"), "filter", ("Ctrl+L",)),
            "zoom_in": Spec(self.tr("Original larger"), "zoom-in", ("Ctrl++", "Ctrl+=")),
            "zoom_out": Spec(self.tr("Original smaller"), "zoom-out", ("Ctrl+-",)),
            "zoom_reset": Spec(self.tr("Original at 100%"), keys=("Ctrl+0",)),
            "fit_words": Spec(self.tr("Fit the words"), keys=("Ctrl+1",)),
            "fit_width": Spec(self.tr("Fit the page's width"), keys=("Ctrl+2",)),
            "fit_page": Spec(self.tr("Fit the whole page"), keys=("Ctrl+3",)),
            "pages_or_text": Spec(self.tr("Pages or text"), "document", ("Ctrl+T",)),
            "page_column": Spec(self.tr("Pages in small"), "pages", ("Ctrl+Shift+T",)),
            "open_original": Spec(self.tr("Open original"), "outside", ("Ctrl+Alt+O",)),
            "font_larger": Spec(self.tr("Larger font"), keys=("Ctrl+Alt+=", "Ctrl+Alt++")),
            "font_smaller": Spec(self.tr("Smaller font"), keys=("Ctrl+Alt+-",)),
            "recheck": Spec(self.tr("Check this report again"), "retry", ("F5",)),
            "verify": Spec(self.tr("Verify the project file")),
            "operator": Spec(self.tr("Change the operator…"), "person"),
            "keys": Spec(self.tr("Change keys…")),
            "manual": Spec(self.tr("Manual"), keys=("F1",)),
            "key_map": Spec(self.tr("Map of the keys"), keys=("Shift+F1",)),
            "about": Spec(self.tr("About Hejiao")),
        }

    def menu_titles(self) -> dict[str, str]:
        """The names of menus by id, those inside other menus too."""
        return {
            "file": self.tr("&File"),
            "edit": self.tr("&Edit"),
            "review": self.tr("&Review"),
            "view": self.tr("&View"),
            "tools": self.tr("&Tools"),
            "help": self.tr("&Help"),
            "recent": self.tr("Recent projects"),
            "export": self.tr("Export as"),
            "theme": self.tr("Theme"),
            "language": self.tr("Language"),
            "encoding": self.tr("Read in another encoding"),
        }
