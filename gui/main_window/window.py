"""The window as a whole: one project, its reports, what each action does."""

import logging
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDragLeaveEvent, QDropEvent, QGuiApplication, QKeyEvent
from PySide6.QtWidgets import QAbstractButton, QDialog, QLineEdit

from core.app.bundled import ENCODINGS
from core.app.events import Changed
from core.app.imported import Imported
from core.base.errors import AppError
from core.base.paths import is_there
from core.base.settings import Settings
from core.model.report import ReportState
from gui.bridge import Bridge
from gui.dialogs.add_value import AddValue
from gui.main_window import search
from gui.main_window.files import KINDS, Files, carried
from gui.main_window.findings import Findings
from gui.main_window.frame import Frame
from gui.main_window.originals import Originals
from gui.main_window.preferences import Preferences
from gui.main_window.review import Review
from gui.main_window.runs import Runs
from gui.main_window.states import States
from gui.theme import Theme
from gui.views.page_scroll import Fit
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


class MainWindow(Frame):
    """What the program is on screen. `restart` builds it anew, for another language."""

    def __init__(self, theme: Theme, lang: str, settings: Settings, restart: Callable[[], None]) -> None:
        super().__init__(theme, lang, settings)
        self._bridge: Bridge | None = None
        self._new: set[int] = set()
        self.files = Files(self)
        self.preferences = Preferences(self, lambda: self._on_restart(restart))
        self.review = Review(self, self.preferences)
        self.states = States(self, self.review, self.preferences)
        self.findings = Findings(self, self.review, self.preferences)
        self.originals = Originals(self, self.review)
        self.runs = Runs(self, self.review)
        self._later = QTimer(self, singleShot=True, interval=80)
        self._later.timeout.connect(self._take_new)
        self.setWindowTitle("Hejiao 核校")
        self.setAcceptDrops(True)
        self._connect()
        self._fill_menus()
        self.status.show_operator(settings.operator)
        self._on_closed()

    # ---- wiring

    def _connect(self) -> None:
        files, review = self.files, self.review
        files.opened.connect(self._on_opened)
        files.closed.connect(self._on_closed)
        files.imported.connect(self._on_imported)
        review.failed.connect(files.tell)
        review.undo.canUndoChanged.connect(self.actions_["undo"].setEnabled)
        review.undo.canRedoChanged.connect(self.actions_["redo"].setEnabled)
        review.undo.undoTextChanged.connect(lambda words: self._name("undo", words))
        review.undo.redoTextChanged.connect(lambda words: self._name("redo", words))
        self.reports.chosen.connect(lambda report_id: self.show_report(report_id, in_list=True))
        self.strip.finish_requested.connect(self.finish)
        self.empty.import_files_requested.connect(files.import_files)
        self.empty.import_folder_requested.connect(files.import_folder)
        self.empty.open_requested.connect(files.open_project)
        self.empty.recent_chosen.connect(lambda path: files.open(Path(path)))
        self.search.left.connect(lambda: self.focus_pane(2))
        self.status.encoding_requested.connect(self._pop_encodings)
        self.status.operator_requested.connect(self.preferences.change_operator)
        self.actions_.on(self._file_slots() | self._review_slots() | self._view_slots())

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
        }

    def _review_slots(self) -> dict[str, Callable[[], object]]:
        review, results, findings = self.review, self.results, self.findings
        return {
            "undo": review.take_back,
            "redo": review.do_again,
            "copy": self._copy,
            "paste": self._paste,
            "fill_down": results.fill_down,
            "confirm": review.confirm,
            "correct": results.begin_edit,
            "reject": review.reject,
            "postpone": review.postpone,
            "note": review.note,
            "reopen": review.reopen,
            "take_selection": review.take_selection,
            "add_value": self._add_value,
            "choose_way": self.runs.go,
            "accept_proved": review.accept_proved,
            "accept_all_proved": lambda: review.accept_proved(everywhere=True),
            "next_finding": lambda: findings.step(1),
            "previous_finding": lambda: findings.step(-1),
            "as_printed": findings.as_printed,
            "explain": findings.explain,
            "finish": self.finish,
            "return_report": self.states.return_report,
            "previous_report": lambda: self._neighbour(-1),
            "next_report": lambda: self._neighbour(1),
            "recheck": review.recheck,
        }

    def _view_slots(self) -> dict[str, Callable[[], object]]:
        original = self.original
        return {
            "find_original": original.open_find,
            "find_report": self.search.begin,
            "go_to_value": self.search.begin,
            "evidence": self.review.show_evidence,
            "evidence_back": lambda: self.focus_pane(2),
            "history": self.review.show_history,
            "pane_reports": lambda: self.focus_pane(0),
            "pane_original": lambda: self.focus_pane(1),
            "pane_results": lambda: self.focus_pane(2),
            "next_pane": lambda: self.step_pane(1),
            "previous_pane": lambda: self.step_pane(-1),
            "next_tab": lambda: self.results.step_tab(1),
            "previous_tab": lambda: self.results.step_tab(-1),
            "only_open": lambda: self.results.set_only_open(not self.results.only_open),
            "filter_reports": self.reports.toggle_filter,
            "zoom_in": lambda: original.zoom(1),
            "zoom_out": lambda: original.zoom(-1),
            "zoom_reset": lambda: original.zoom(0),
            "fit_words": lambda: original.set_fit(Fit.WORDS),
            "fit_width": lambda: original.set_fit(Fit.WIDTH),
            "fit_page": lambda: original.set_fit(Fit.PAGE),
            "pages_or_text": original.toggle_pages,
            "page_column": original.toggle_column,
            "open_original": self.originals.open_outside,
            "font_larger": lambda: self.preferences.scale(1),
            "font_smaller": lambda: self.preferences.scale(-1),
        }

    def _fill_menus(self) -> None:
        self.fill_menu("export", {words: kind for kind, words in KINDS.items()}, self.files.export)
        self.fill_menu("encoding", {name.upper(): name for name in ENCODINGS}, self.originals.reread)
        self._fill_recent()

    def _fill_recent(self) -> None:
        found = [Path(p) for p in self.settings.recent if is_there(Path(p))]
        entries = {f"{p.name}\u3000{p.parent}": str(p) for p in found}
        self.fill_menu("recent", entries, lambda path: self.files.open(Path(path)))
        here = str(self.files.project.path) if self.files.project is not None else ""
        self.empty.show_recent([p for p in self.settings.recent if p != here])

    def _name(self, action: str, words: str) -> None:
        self.actions_[action].setText(f"{self.actions_.text(action)} {words}".strip())

    def _enable(self) -> None:
        has_project, has_report = self.files.project is not None, self.review.report is not None
        self.actions_.enable(dict.fromkeys(_NEEDS_REPORT, has_report))
        self.actions_.enable(dict.fromkeys(_NEEDS_PAGES, has_report and self.original.has_pages))
        self.actions_.enable(dict.fromkeys(_NEEDS_PROJECT, has_project and bool(self.reports.reports.all_rows())))
        self.actions_.enable({"undo": self.review.undo.canUndo(), "redo": self.review.undo.canRedo()})
        report = self.review.report
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
        self.show_panes(report_id is not None)  # first, so that a place is found again in a view of its true size
        try:
            self.review.show(report_id)
        except AppError as error:
            self.show_panes(self.review.report is not None)
            self.files.tell(error)
            return
        self.reports.set_current(report_id)
        self._enable()
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
        self._enable()

    def _on_imported(self, _result: Imported) -> None:
        self._take_new()
        self._enable()

    def _neighbour(self, by: int) -> None:
        report_id = self.reports.neighbour(by)
        if report_id is not None:
            self.show_report(report_id)
        else:
            self.status.say(self.tr("There is no further report in the list"))

    def finish(self) -> None:
        """Finish the report that is shown, or sign it off, and open the next one below it that waits for the same."""
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

    def _add_value(self) -> None:
        span, report = self.review.selected_span(), self.review.report
        if span is None or report is None:
            return
        dialog = AddValue(self.theme, self.lang, report, span, self)
        if dialog.exec() == QDialog.DialogCode.Accepted:
            change = dialog.change()
            if self.review.apply(change):
                self.review.set_current(change.values[0].key)

    def _paste(self) -> None:
        focus = self.focusWidget()
        if isinstance(focus, QLineEdit) and not self.results.isAncestorOf(focus):
            focus.paste()
        elif (paths := carried(QGuiApplication.clipboard().mimeData())) and not self.results.is_editing:
            self.files.take_in(paths)
        elif self.results.isAncestorOf(focus) or focus is self.original.shown:
            self.results.paste()

    def _copy(self) -> None:
        if self.original.shown.hasFocus():
            self.original.shown.copy()
        else:
            self.results.copy()

    def hits(self, words: str) -> list[Hit]:
        """What the search field finds."""
        return search.hits(self, self.review, self.show_report, words)

    # ---- events

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _ENTER and not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            self._on_enter()
        elif event.key() == Qt.Key.Key_Escape and self.review.report is not None:
            self.results.cancel_edit()
            self.focus_pane(2)
        else:
            super().keyPressEvent(event)

    def _on_enter(self) -> None:
        """Enter confirms only where the value is in view: in the results and in the original."""
        focus = self.focusWidget()
        if isinstance(focus, QAbstractButton):
            focus.click()
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
            restart()

    def closeEvent(self, event: QCloseEvent) -> None:
        self.results.leave()  # what was typed is stored, not dropped
        self.preferences.save()
        self.files.close()
        self.original.places.save()
        self.originals.close()
        super().closeEvent(event)
