"""The window as a whole: one project, its reports, what each action does.

What only works on reports is imported where it is first needed: the window must not wait for it.
"""

import logging
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDragLeaveEvent, QDropEvent, QGuiApplication, QKeyEvent
from PySide6.QtWidgets import QAbstractButton, QDialog, QLineEdit

from core.app.events import Changed
from core.app.imported import Imported
from core.base.errors import AppError
from core.base.paths import is_there
from core.base.settings import Settings
from gui.bridge import Bridge
from gui.main_window.ahead import Ahead
from gui.main_window.files import KINDS, Files, carried
from gui.main_window.frame import Frame
from gui.main_window.preferences import Preferences
from gui.theme import Theme
from gui.views.search_box import Hit

_log = logging.getLogger(__name__)
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_NEEDS_REPORT = (
    *("confirm", "correct", "reject", "postpone", "note", "reopen", "take_selection", "add_value", "accept_proved"),
    "choose_way",
    *("accept_all_proved", "next_finding", "previous_finding", "as_printed", "explain", "finish", "return_report"),
    *("evidence", "evidence_back", "history", "copy", "fill_down", "find_original", "next_tab"),
    *("previous_tab", "only_open", "recheck", "go_to_value", "pane_original", "pane_results"),
    "open_original",
)

_NEEDS_PAGES = ("fit_words", "fit_width", "fit_page", "pages_or_text", "page_column")
_NEEDS_PROJECT = ("export", "backup", "verify", "find_report", "previous_report", "next_report", "filter_reports")

if TYPE_CHECKING:
    from core.app.project import Project
    from core.model.report import Report
    from gui.main_window.findings import Findings
    from gui.main_window.originals import Originals
    from gui.main_window.review import Review
    from gui.main_window.runs import Runs
    from gui.main_window.states import States


class MainWindow(Frame):
    """What the program is on screen. `restart` builds it anew, for another language."""

    review: "Review"
    states: "States"
    findings: "Findings"
    originals: "Originals"
    runs: "Runs"

    def __init__(self, theme: Theme, lang: str, settings: Settings, restart: Callable[[], None]) -> None:
        super().__init__(theme, lang, settings)
        self._bridge: Bridge | None = None
        self._new: set[int] = set()
        self.files = Files(self)
        self.preferences = Preferences(self, lambda: self._on_restart(restart))
        self.ahead = Ahead(self)
        self._later = QTimer(self, singleShot=True, interval=80)
        self._later.timeout.connect(self._take_new)
        self.setWindowTitle("Hejiao 核校")
        self.setAcceptDrops(True)
        self._connect()
        self._fill_recent()
        self.status.show_operator(settings.operator)
        self.actions_.enable({"undo": False, "redo": False})
        self._enable(None)
        self.show_panes(False)

    def build_rest(self) -> Iterator[None]:
        """Build the panes and what works on reports, a piece at each step."""
        yield from super().build_rest()
        from gui.main_window.findings import Findings
        from gui.main_window.originals import Originals
        from gui.main_window.review import Review
        from gui.main_window.runs import Runs
        from gui.main_window.states import States

        self.review = Review(self, self.preferences)
        self.states = States(self, self.review, self.preferences)
        self.findings = Findings(self, self.review, self.preferences)
        self.originals = Originals(self, self.review)
        self.runs = Runs(self, self.review)
        yield
        self._connect_rest()
        self._fill_menus()
        self.original.places.is_kept = self.preferences.is_kept

    # ---- wiring

    def _connect(self) -> None:
        files = self.files
        files.opened.connect(self._on_opened)
        files.closed.connect(self._on_closed)
        files.imported.connect(self._on_imported)
        self.empty.import_files_requested.connect(files.import_files)
        self.empty.import_folder_requested.connect(files.import_folder)
        self.empty.open_requested.connect(files.open_project)
        self.empty.recent_chosen.connect(lambda path: files.open(Path(path)))
        self.status.operator_requested.connect(self.preferences.change_operator)
        self.actions_.on(self._file_slots())

    def _connect_rest(self) -> None:
        from gui.main_window.slots import review_slots, view_slots

        review, tasks, failures = self.review, self.bottom.tasks, self.bottom.failures
        tasks.cancel_requested.connect(self.files.cancel)
        tasks.pause_requested.connect(self.files.pause)
        failures.retry_requested.connect(self.files.retry)
        failures.password_requested.connect(self.files.unlock)
        review.failed.connect(self.files.tell)
        review.undo.canUndoChanged.connect(self.actions_["undo"].setEnabled)
        review.undo.canRedoChanged.connect(self.actions_["redo"].setEnabled)
        review.undo.undoTextChanged.connect(lambda words: self._name("undo", words))
        review.undo.redoTextChanged.connect(lambda words: self._name("redo", words))
        self.reports.chosen.connect(lambda report_id: self.show_report(report_id, in_list=True))
        self.strip.finish_requested.connect(self.finish)
        self.search.left.connect(lambda: self.focus_pane(2))
        self.status.encoding_requested.connect(self._pop_encodings)
        self.actions_.on(review_slots(self) | view_slots(self))

    def _file_slots(self) -> dict[str, Callable[[], object]]:
        files, preferences = self.files, self.preferences
        return {
            "new_project": files.new_project,
            "open_project": files.open_project,
            "import_files": files.import_files,
            "import_folder": files.import_folder,
            "export": files.export,
            "backup": files.backup,
            "verify": files.verify,
            "quit": self.close,
            "operator": preferences.change_operator,
            "keys": preferences.change_keys,
            "manual": preferences.show_manual,
            "key_map": preferences.show_keys,
            "about": preferences.about,
            "font_larger": lambda: preferences.scale(1),
            "font_smaller": lambda: preferences.scale(-1),
        }

    def _fill_menus(self) -> None:
        from core.app.bundled import ENCODINGS

        self.fill_menu("export", {words: kind for kind, words in KINDS.items()}, self.files.export)
        self.fill_menu("encoding", {name.upper(): name for name in ENCODINGS}, self.originals.reread)

    def _fill_recent(self) -> None:
        found = [Path(p) for p in self.settings.recent if is_there(Path(p))]
        entries = {f"{p.name}\u3000{p.parent}": str(p) for p in found}
        self.fill_menu("recent", entries, lambda path: self.files.open(Path(path)))
        here = str(self.files.project.path) if self.files.project is not None else ""
        self.empty.show_recent([p for p in self.settings.recent if p != here])

    def _name(self, action: str, words: str) -> None:
        self.actions_[action].setText(f"{self.actions_.text(action)} {words}".strip())

    def _enable(self, report: "Report | None") -> None:
        has_project, has_report = self.files.project is not None, report is not None
        self.actions_.enable(dict.fromkeys(_NEEDS_REPORT, has_report))
        self.actions_.enable(dict.fromkeys(_NEEDS_PAGES, has_report and self.original.has_pages))
        self.actions_.enable(dict.fromkeys(_NEEDS_PROJECT, has_project and bool(self.reports.reports.all_rows())))
        self.menus["encoding"].setEnabled(report is not None and report.document.source.encoding is not None)
        self.menus["export"].setEnabled(self.actions_["export"].isEnabled())

    # ---- projects and reports

    def _on_opened(self, project: "Project") -> None:
        self.review.project = project
        self._bridge = Bridge(project.events, self)
        self._bridge.changed.connect(partial(self._on_changed, project))
        self.setWindowTitle(f"{project.path.stem} - Hejiao 核校")
        self.reports.set_rows(project.reports())
        self._fill_recent()
        self._count()
        waiting = [row.id for row in self.reports.reports.all_rows() if not row.is_finished]
        shown, last = self.reports.reports.shown(), self.original.places.last(project.path)
        first = next((i for i in shown if i in waiting), shown[0] if shown else None)
        self.show_report(last if last in waiting else first)

    def _on_closed(self) -> None:
        self._later.stop()
        self.review.wait()
        if self._bridge is not None:
            self._bridge.close()
            self._bridge = None
        self.review.undo.clear()
        self.review.project = None
        self.reports.set_rows(())
        self.show_report(None)
        self.setWindowTitle("Hejiao 核校")
        self.status.show_project(None)

    def show_report(self, report_id: int | None, in_list: bool = False) -> None:
        """Show a report of the project; None shows where one begins. `in_list`: the focus stays in the list."""
        self.reports.set_current(report_id)  # first, or the list chooses one by itself when the focus goes through it
        self.show_panes(report_id is not None)  # then, so that a place is found again in a view of its true size
        try:
            self.review.show(report_id)
        except AppError as error:
            kept = self.review.report
            self.reports.set_current(kept.row.id if kept is not None else None)
            self.show_panes(kept is not None)
            self.files.tell(error)
            return
        self._enable(self.review.report)
        if report_id is not None and not in_list:
            self.focus_pane(2)

    def _count(self) -> None:
        rows = self.reports.reports.all_rows()
        self.status.show_project((sum(r.is_finished for r in rows), len(rows)))

    def _on_changed(self, project: "Project", changed: Changed) -> None:
        if project is not self.files.project:
            return  # a late word about a project that was closed
        if changed.added:
            self._new |= changed.reports
            if not self._later.isActive():
                self._later.start()
            return
        for report_id in changed.reports:
            self.reports.put([project.row(report_id)])
            if self.review.report is not None and report_id == self.review.report.row.id:
                if changed.read_again:
                    self.review.undo.clear()  # its steps speak of places in another text
                    self.review.show(report_id)
                else:
                    self.review.refresh()
        self._count()

    def _take_new(self) -> None:
        """Reports that an import has stored since the last look; the list grows a few times a second."""
        project = self.files.project
        if project is None or not self._new:
            return
        new, self._new = self._new, set()
        self.reports.put([project.row(i) for i in sorted(new)])
        self._count()
        if self.review.report is None:
            self.show_report(self.reports.reports.shown()[0] if self.reports.reports.shown() else None)
        self._enable(self.review.report)

    def _on_imported(self, _result: Imported) -> None:
        self._take_new()
        self._enable(self.review.report)

    def show_neighbour(self, by: int) -> None:
        """Show the report before (-1) or behind (1) the shown one in the list."""
        report_id = self.reports.neighbour(by)
        if report_id is not None:
            self.show_report(report_id)
        else:
            self.status.say(self.tr("There is no further report in the list"))

    def finish(self) -> None:
        """Finish the report that is shown, or sign it off, and open the next one below it that waits for the same."""
        from core.model.report import ReportState

        report, shown = self.review.report, self.reports.reports.shown()
        if report is None or not self.states.finish():
            return
        row = report.row
        at = shown.index(row.id) if row.id in shown else -1
        rows = {r.id: r for r in self.reports.reports.all_rows()}
        signs = row.state is ReportState.REVIEWED
        waiting = [r for r in rows.values() if (r.state is ReportState.REVIEWED if signs else not r.is_finished)]
        following = [i for i in (*shown[at + 1 :], *shown[: max(at, 0)]) if rows[i] in waiting]
        if following:
            self.show_report(following[0])
        said = self.tr("Signed off {name}") if signs else self.tr("Finished {name}")
        if not following:
            none = (
                self.tr("{said}; none waits to be signed off") if signs else self.tr("{said}; no report waits any more")
            )
            said = none.format(said=said)
        self.status.say(said.format(name=f"{row.name} {row.year or ''}".strip()))

    def _pop_encodings(self) -> None:
        button = self.status.encoding
        self.menus["encoding"].popup(button.mapToGlobal(button.rect().topLeft()))

    def add_value(self) -> None:
        """Ask what the selected words are, and add them as a value."""
        from gui.dialogs.add_value import AddValue

        span, report = self.review.selected_span(), self.review.report
        if span is None or report is None:
            return
        dialog = AddValue(self.theme, self.lang, report, span, self)
        if dialog.exec() == QDialog.DialogCode.Accepted:
            change = dialog.change()
            if self.review.apply(change):
                self.review.set_current(change.values[0].key)

    def paste(self) -> None:
        """Paste where the focus is."""
        focus = self.focusWidget()
        if isinstance(focus, QLineEdit) and not self.results.isAncestorOf(focus):
            focus.paste()
        elif (paths := carried(QGuiApplication.clipboard().mimeData())) and not self.results.is_editing:
            self.files.take_in(paths)
        elif self.results.isAncestorOf(focus) or focus is self.original.shown:
            self.results.paste()

    def copy(self) -> None:
        """Copy what is selected where the focus is."""
        if self.original.shown.hasFocus():
            self.original.shown.copy()
        else:
            self.results.copy()

    def hits(self, words: str) -> list[Hit]:
        """What the search field finds."""
        from gui.main_window import search

        return search.hits(self, self.review, self.show_report, words)

    # ---- events

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _ENTER and not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            self._on_enter()
        elif event.key() == Qt.Key.Key_Escape and self.is_complete and self.review.report is not None:
            self.results.cancel_edit()
            self.focus_pane(2)
        else:
            super().keyPressEvent(event)

    def _on_enter(self) -> None:
        """Enter confirms only where the value is in view: in the results and in the original."""
        focus = self.focusWidget()
        if isinstance(focus, QAbstractButton):
            focus.click()
        elif not self.is_complete:
            return
        elif focus is self.reports.list:
            self.focus_pane(2)
        elif focus is self.bottom.findings:
            self.review.show_evidence()
        elif self.results.has_focus_on_value() or focus is self.original.shown:
            self.review.confirm()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if paths := carried(event.mimeData()):
            event.acceptProposedAction()
            self.files.show_target(len(paths))

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        self.files.show_target(0)

    def dropEvent(self, event: QDropEvent) -> None:
        self.files.show_target(0)
        event.acceptProposedAction()
        self.files.take_in(carried(event.mimeData()))

    def _on_restart(self, restart: Callable[[], None]) -> None:
        if self.files.is_busy:
            self.settings.lang = self.lang
            self.status.say(self.tr("Wait for the task to end, or cancel it"))
        else:
            self.complete()
            restart()

    def closeEvent(self, event: QCloseEvent) -> None:
        if self.is_complete:
            self.results.leave()  # what was typed is stored, not dropped
        self.preferences.save()
        self.files.close()
        self.ahead.close()
        if self.is_complete:
            self.original.places.save()
            self.originals.close()
        super().closeEvent(event)
