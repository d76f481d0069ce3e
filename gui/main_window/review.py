"""What a person does with the values of one report: the current one, decisions, undo, the way through the work."""

import logging
from collections.abc import Sequence
from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QThreadPool, Signal
from PySide6.QtGui import QUndoStack

from core.app import changes, order, showing, typed
from core.base.errors import AppError
from core.model.document import Span
from core.model.extraction import CellKind
from core.model.findings import Severity
from core.model.report import Change, Report, ReportState, StateChange
from core.model.values import Value, ValueKind
from gui.commands import ApplyChange
from gui.main_window.frame import Frame
from gui.main_window.preferences import Preferences
from gui.views.bottom import COMPARE, HISTORY
from gui.workers import Job

if TYPE_CHECKING:
    from core.app.project import Project

_log = logging.getLogger(__name__)
_UNDO_LIMIT = 2000


class Review(QObject):
    """Knows the report and the value that are current, and keeps all views in step with them."""

    decided = Signal()  # something was stored; the views show it
    failed = Signal(object)  # AppError: what a person did was not stored

    def __init__(self, frame: Frame, preferences: Preferences) -> None:
        super().__init__(frame)
        self._frame, self._preferences, self._ask = frame, preferences, preferences.ask
        self.project: Project | None = None
        self.report: Report | None = None
        self.current: str | None = None
        self.undo = QUndoStack(self)
        self.undo.setUndoLimit(_UNDO_LIMIT)
        self._checks = QThreadPool(self)
        self._checks.setMaxThreadCount(1)
        self._unchecked: set[int] = set()
        self._refused = False  # the last step was not stored
        self._doubted: str | None = None  # typed in the place of a figure, and asked about
        self._connect()

    def _connect(self) -> None:
        frame = self._frame
        frame.results.current_changed.connect(lambda key: self.set_current(key, results=False))
        frame.original.value_clicked.connect(self.set_current)
        frame.results.value_hovered.connect(lambda key: frame.original.set_hover(key or None))
        frame.original.value_hovered.connect(lambda key: frame.results.set_hover(key or None))
        frame.results.edit_requested.connect(self.apply)
        frame.results.entered.connect(self.confirm)
        frame.results.typed.connect(self._on_typed)
        frame.results.editing_changed.connect(self._on_editing)
        frame.results.span_requested.connect(frame.original.scroll_to)
        frame.bottom.findings.activated_row.connect(lambda _: self.show_evidence())
        frame.bottom.compare.locate_requested.connect(self.show_evidence)
        frame.bottom.right.selected.connect(lambda _: self._show_history())
        inspector = frame.inspector
        for signal, slot in (
            (inspector.confirm_requested, self.confirm),
            (inspector.correct_requested, frame.results.begin_edit),
            (inspector.reject_requested, self.reject),
            (inspector.postpone_requested, self.postpone),
            (inspector.save_requested, self.confirm),
            (inspector.cancel_requested, frame.results.cancel_edit),
        ):
            signal.connect(slot)

    # ---- what is current

    def show(self, report_id: int | None) -> None:
        """Show a report where it was left, else from its first waiting value on; None shows none."""
        if self.project is None or report_id is None:
            self.report, self.current = None, None
            self._frame.status.show_report(None)
            self._frame.original.clear()
            return
        self._frame.results.leave()
        self._frame.status.say("")
        report = self.report = self.project.report(report_id)
        self.current = None
        frame = self._frame
        frame.original.places.put_last(self.project.path, report_id)
        frame.original.show_report(report, self.project.page_images)
        frame.results.show_report(report)
        frame.bottom.show_report(report, False)
        frame.strip.show_row(report.row)
        frame.status.show_report(report)
        keys = [v.key for v in report.values]
        left = frame.original.places.current(report)
        self.set_current(left if left in keys else order.after(report, None) or next(iter(keys), None))

    def refresh(self) -> None:
        """The report that is shown has changed in the store."""
        if self.project is None or self.report is None:
            return
        report = self.report = self.project.report(self.report.row.id, self.report)
        frame = self._frame
        frame.original.refresh(report)
        frame.results.refresh(report)
        frame.bottom.show_report(report, True)
        frame.strip.show_row(report.row)
        frame.status.show_report(report)
        if self.value is None and self.current is not None:
            self.set_current(order.after(report, None) or next((v.key for v in report.values), None))
        else:
            self._show_about()

    @property
    def value(self) -> Value | None:
        """The current value as it stands now."""
        if self.report is None or self.current is None:
            return None
        return next((v for v in self.report.values if v.key == self.current), None)

    def set_current(self, key: str | None, results: bool = True) -> None:
        """Make a value current in all panes; what is being typed elsewhere is stored first."""
        if results and key != self.current:
            self._frame.results.leave()
        self.current = key
        if results:
            self._frame.results.set_current(key)
        self._frame.original.set_current(key)
        self._choose_finding()
        self._show_about()

    def _choose_finding(self) -> None:
        """What is compared below speaks of the current value: its worst open finding, or none."""
        findings, report = self._frame.bottom.findings, self.report
        chosen = findings.current()
        if report is None or (chosen is not None and self.current in chosen.finding.about):
            return
        row = next((r for r in findings.rows() if self.current in r.finding.about and not r.closed), None)
        findings.set_current(row.finding.identity if row else None)
        self._frame.bottom.compare.show_finding(report, row)

    def _show_about(self) -> None:
        frame, value = self._frame, self.value
        frame.inspector.show_value(self.report, value)
        rings = self._rings(value) if value else ()
        frame.original.set_rings(rings)
        frame.results.set_rings(rings)
        self._show_history()

    def _rings(self, value: Value) -> tuple[str, ...]:
        """The other side of what is current: of the chosen finding, of its proof, of its worst finding."""
        assert self.report is not None
        chosen = self._frame.bottom.findings.current()
        if chosen and value.key in chosen.finding.about:
            about = chosen.finding.about
        elif value.proofs:
            about = value.proofs[0].about
        else:
            doubts = [r.finding for r in self.report.findings if value.key in r.finding.about and not r.closed]
            about = doubts[0].about if doubts and doubts[0].severity is not Severity.INFO else ()
        return tuple(key for key in about if key != value.key)

    def _show_history(self) -> None:
        bottom = self._frame.bottom
        if self.project is None or self.report is None or bottom.right.current() != HISTORY:
            return
        value, lang = self.value, self._frame.lang
        rows = self.project.history(self.report.row.id, value.key if value else None, lang)
        subject = ""
        if value is not None:
            subject = f"{showing.called(self.report, value, lang)}\u3000{showing.scope_name(value.scope, lang)}".strip()
        bottom.show_history(rows, subject, value)

    # ---- deciding

    def apply(self, change: Change | None) -> bool:
        """Store a step, to be undone by Ctrl+Z; False when there was none, or it could not be stored."""
        if change is None or self.report is None or self.project is None:
            return False
        self._refused = True
        if not self._may_change(change):
            return False
        state = self.report.row.state
        if change.state is None and change.values and state in (ReportState.NEW, ReportState.RETURNED):
            step = StateChange(state, ReportState.IN_REVIEW)
            change = Change(change.report_id, change.code, change.values, change.findings, step)
        command = ApplyChange(self._words(change), change, self._store, self._on_error)
        self._refused = False
        self.undo.push(command)  # an obsolete command is gone after this
        return not self._refused

    def _may_change(self, change: Change) -> bool:
        assert self.report is not None
        if self.report.row.state is ReportState.SIGNED_OFF and change.state is None:
            self._frame.status.say(self.tr("The report is signed off; return it before changing it"))
            return False
        return self._sign_in()

    def _sign_in(self) -> bool:
        """Whoever works now stands in the history; False when she does not say who she is."""
        name = self._preferences.operator()
        if self.project is not None:
            self.project.actor = name
        return bool(name)

    def _store(self, change: Change, undone: bool) -> None:
        assert self.project is not None
        self.project.apply(change, undone)
        if self.report is None or self.report.row.id != change.report_id:
            self._frame.reports.set_current(change.report_id)
            self.show(change.report_id)
        if undone and change.values:
            self.set_current(change.values[0].key)
        self.recheck(change.report_id)
        self._frame.status.show_saved(f"{datetime.now():%H:%M}")
        self.decided.emit()

    def take_back(self) -> None:
        """Undo the last step; what is being typed is stored before, so that it is the last."""
        self._frame.results.leave()
        if self._sign_in():
            self.undo.undo()

    def do_again(self) -> None:
        """Redo the step that was undone last."""
        self._frame.results.leave()
        if self._sign_in():
            self.undo.redo()

    def recheck(self, report_id: int | None = None) -> None:
        """Run the checks of a report again, off this thread; by default of the one that is shown."""
        if report_id is None and self.report is not None:
            report_id = self.report.row.id
        if self.project is None or report_id is None or report_id in self._unchecked:
            return
        project = self.project
        self._unchecked.add(report_id)

        def work(_progress: object) -> None:
            self._unchecked.discard(report_id)
            project.recheck(report_id)

        job = Job(self)
        job.failed.connect(lambda error: _log.error("checks of report %s failed: %s", report_id, error))
        job.ended.connect(job.deleteLater)
        job.start(work, self._checks)

    def wait(self) -> None:
        """Let running checks end."""
        self._checks.waitForDone()

    def _words(self, change: Change) -> str:
        count = f" ({len(change.values)})" if len(change.values) > 1 else ""
        return self._frame.bottom.history.step_name(change.code) + count

    def confirm(self) -> None:
        """Commit what is typed, else confirm what is selected; then go on to the next value that waits."""
        results = self._frame.results
        if self.report is None or not self._in_view():
            return
        here, self._refused = self.current, False
        if results.is_editing and self._is_doubtful(results.typed_text()):
            return
        if results.is_editing:
            asked = results.commit_edit()
            if results.is_editing:
                return  # the input method keeps composing
            if not asked and self.value is not None:
                self.apply(changes.confirm(self.report.row.id, [self.value]))
        else:
            self.apply(changes.confirm(self.report.row.id, self._selected()))
        if not self._refused:
            self._go_on(here)

    def _is_doubtful(self, text: str | None) -> bool:
        """Words in the place of a figure are stored only by a second Enter."""
        value = self.value
        if value is None or text is None or value.kind is ValueKind.FIELD or text == self._doubted:
            self._doubted = None
            return False
        if typed.content(value.kind, value.key, text).kind is not CellKind.TEXT or showing.edit_text(value) == text:
            return False
        self._doubted = text
        self._frame.status.say(self.tr("“{text}” is no number; Enter again stores it as words").format(text=text))
        return True

    def _go_on(self, here: str | None) -> None:
        if self.report is None:
            return
        following = order.after(self.report, here)
        self.set_current(following or here)
        if following is None:
            self._frame.status.say(self.tr("No value waits any more; finish the report"))

    def _in_view(self) -> bool:
        """The current value stands in the tab in front; else it is brought there, to be seen before it is decided."""
        if self._frame.results.holds_current():
            return True
        self._frame.results.set_current(self.current)
        return False

    def _selected(self) -> Sequence[Value]:
        selected = self._frame.results.selected_values()
        if any(v.key == self.current for v in selected):
            return selected
        return [self.value] if self.value is not None else []

    def reject(self) -> None:
        """There is no such value; go on to the next one that waits."""
        here = self.current
        if (
            self.report is not None
            and self._in_view()
            and self.apply(changes.reject(self.report.row.id, self._selected()))
        ):
            self._go_on(here)

    def reopen(self) -> None:
        """Take the decisions on the selected values away."""
        if self.report is not None and self._in_view():
            self.apply(changes.reopen(self.report.row.id, self._selected()))

    def postpone(self) -> None:
        """Put aside with a note, or take up again."""
        if self.report is None or self.value is None or not self._in_view():
            return
        if self.value.is_postponed:
            self.apply(changes.resume(self.report.row.id, self._selected()))
            return
        old = self.value.decision.note if self.value.decision else ""
        note = self._ask("postpone", self.tr("Postpone: what has to be cleared up?"), old, False)
        if note is not None and self.apply(changes.postpone(self.report.row.id, self._selected(), note)):
            self.set_current(order.after(self.report, self.current) or self.current)

    def note(self) -> None:
        """Write a note on the current value."""
        if self.report is None or self.value is None:
            return
        old = self.value.decision.note if self.value.decision else ""
        text = self._ask("note", self.tr("Note on this value"), old, False)
        if text is not None:
            self.apply(changes.note(self.report.row.id, self.value, text))

    def take_selection(self) -> None:
        """The words selected in the original become the current value."""
        span = self.selected_span()
        if self.report is not None and self.value is not None and span is not None:
            self.apply(changes.take(self.report.row.id, self.value, self.report.document, span))

    def selected_span(self) -> Span | None:
        """What is selected in the original; says so when it is nothing."""
        span = self._frame.original.selected_span()
        if span is None:
            self._frame.status.say(self.tr("Select the words in the original first"))
        return span

    def accept_proved(self, everywhere: bool = False) -> None:
        """Confirm all proved values of the tab, or of the report."""
        if self.report is None:
            return
        values = self.report.values if everywhere else self._frame.results.tab_values()
        change = changes.accept_proved(self.report.row.id, values, self._frame.lang)
        if change is None:
            self._frame.status.say(self.tr("Nothing proved waits here"))
        elif self.apply(change):
            words = self.tr("Accepted {n} proved values").format(n=len(change.values))
            self._frame.status.say(words)

    # ---- places

    def show_evidence(self) -> None:
        """Show where the current value stands, and move the focus there."""
        self._frame.original.show_current()
        row = self._frame.bottom.findings.current()
        if row is not None and not row.finding.about and row.finding.spans:
            self._frame.original.scroll_to(row.finding.spans[0])
        self._frame.focus_pane(1)

    def show_history(self) -> None:
        """Bring the history of the current value to the front."""
        self._frame.bottom.show_side(COMPARE if self._frame.bottom.right.current() == HISTORY else HISTORY)
        self._show_history()

    # ---- while typing

    def _on_typed(self, text: str) -> None:
        self._frame.inspector.set_editing(text)

    def _on_editing(self, is_editing: bool) -> None:
        if not is_editing:
            self._frame.inspector.set_editing(None)

    def _on_error(self, error: AppError) -> None:
        """Something could not be stored: show again what holds."""
        self._refused = True
        self.refresh()
        self.failed.emit(error)
