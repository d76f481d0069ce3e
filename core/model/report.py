"""A report as a person works on it: its state, its changes, its history."""

from dataclasses import dataclass
from enum import StrEnum

from core.model.document import Document
from core.model.extraction import Extraction
from core.model.findings import Finding
from core.model.values import Decision, Proof, Value


class ReportState(StrEnum):
    """new → in review → reviewed → signed off; or returned with a reason."""

    NEW = "new"
    IN_REVIEW = "in_review"
    REVIEWED = "reviewed"
    SIGNED_OFF = "signed_off"
    RETURNED = "returned"


@dataclass(frozen=True, slots=True)
class Read:
    """One report as the machine read it, checked."""

    document: Document
    extraction: Extraction
    values: tuple[Value, ...]
    findings: tuple[Finding, ...]
    proofs: tuple[Proof, ...]


@dataclass(frozen=True, slots=True)
class Decided:
    """A value with a decision, and the words of the original at its place: what survives another reading."""

    value: Value
    quote: str


@dataclass(frozen=True, slots=True)
class ReportRow:
    """One line of the report list. Counts are of values; `errors`, `warnings`, `notes` of open findings."""

    id: int
    name: str  # short name for the list: the issuer, else the title, else the file name
    title: str
    year: int | None
    region_path: tuple[str, ...]
    state: ReportState
    is_annual_report: bool
    source_name: str
    decided: int
    proved: int  # proved, not yet decided
    open: int  # neither decided nor proved
    errors: int
    warnings: int
    notes: int

    @property
    def is_finished(self) -> bool:
        """Nothing is left to do for a reviewer."""
        return self.state in (ReportState.REVIEWED, ReportState.SIGNED_OFF)


@dataclass(frozen=True, slots=True)
class FindingRow:
    """A stored finding with a person's verdict: `closed` by 原文如此, who, when and why."""

    id: int
    finding: Finding
    closed: bool = False
    actor: str = ""
    at: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class Report:
    """All that the window shows of one report. `orphans` are decisions that fit nothing in this reading of it."""

    row: ReportRow
    document: Document
    extraction: Extraction
    values: tuple[Value, ...]
    findings: tuple[FindingRow, ...]
    orphans: tuple[Decided, ...] = ()


@dataclass(frozen=True, slots=True)
class ValueChange:
    """`key` went from one decision to another; None is no decision. A value added by a person has its whole
    `added` Value here: it appears with the change and vanishes with its inverse."""

    key: str
    before: Decision | None
    after: Decision | None
    added: Value | None = None


@dataclass(frozen=True, slots=True)
class FindingChange:
    """A verdict on a finding, by its identity: `before` and `after` are the note, None while it is open.

    `actor` and `at` are those of a verdict that is taken away: it comes back with them.
    """

    identity: str
    before: str | None
    after: str | None
    actor: str = ""
    at: str = ""


@dataclass(frozen=True, slots=True)
class StateChange:
    """The report's state with the reason that a person gave."""

    before: ReportState
    after: ReportState
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Change:
    """One undoable step of a person: everything in it is stored, or nothing is.

    `code` names the step for the menu and the audit: confirm, correct, reject, postpone, add, accept_proved,
    close_finding, set_state, fill_down, paste, read_run, note …
    """

    report_id: int
    code: str
    values: tuple[ValueChange, ...] = ()
    findings: tuple[FindingChange, ...] = ()
    state: StateChange | None = None

    def inverse(self) -> "Change":
        """The step that takes this one back. It is stored and audited as a step of its own."""
        return Change(
            self.report_id,
            self.code,
            tuple(ValueChange(c.key, c.after, c.before, c.added) for c in reversed(self.values)),
            tuple(FindingChange(c.identity, c.after, c.before, c.actor, c.at) for c in reversed(self.findings)),
            self.state and StateChange(self.state.after, self.state.before),
        )


@dataclass(frozen=True, slots=True)
class AuditRow:
    """One line of history. `action` is a Change's code, `undo:` before it for one taken back, or import/reread.

    `key` is None for steps on the report. `before` and `after` are what people read (state and content).
    """

    id: int
    at: str
    actor: str
    report_id: int
    key: str | None
    action: str
    before: str
    after: str
    note: str
