"""The Value: what a clerk verifies. What the machine read and what a person decided stand side by side."""

from collections.abc import Iterable
from decimal import Decimal
from enum import StrEnum
from functools import lru_cache

from core.base.data import data
from core.model.document import Span
from core.model.extraction import CellKind, Scope, Statistic
from core.model.message import Message

_FIGURES = (CellKind.NUMBER, CellKind.ZERO)


class ValueKind(StrEnum):
    """Where a value comes from: a fact about the report, a figure in a sentence, a table cell."""

    FIELD = "field"
    STATISTIC = "statistic"
    CELL = "cell"


class State(StrEnum):
    """What a person decided about a value. OPEN: nothing yet."""

    OPEN = "open"
    CONFIRMED = "confirmed"
    CORRECTED = "corrected"
    REJECTED = "rejected"
    ADDED = "added"


@data
class Content:
    """What stands in a place. `text` is canonical: a number in digits, an ISO date, folded text; "" for a blank."""

    kind: CellKind
    text: str

    @property
    def number(self) -> Decimal | None:
        """The figure, None unless this is a number or a zero."""
        return Decimal(self.text) if self.kind in _FIGURES else None


@data
class Reading:
    """What the machine read; never overwritten. `raw` is the slice of the original at `span`.

    `figure` is the narrow place of the number inside the statement `span`; equal to it for cells and fields.
    """

    raw: str
    content: Content
    span: Span | None
    figure: Span | None
    confidence: float
    reason: Message


@data
class Decision:
    """What a person decided. `content` is None when the machine's reading stands (confirmed, rejected).

    `span` is the place in the original a person chose for an added or corrected value. `note` may be "" ;
    `postponed` puts the value aside with its note. `proof` names the identity when proved values were accepted.
    `at` is UTC ISO 8601 with milliseconds, set by the store.
    """

    state: State
    content: Content | None = None
    span: Span | None = None
    note: str = ""
    postponed: bool = False
    actor: str = ""
    at: str = ""
    proof: str = ""


@data
class Proof:
    """An identity that holds. `about` are the keys of all values it proves; `message` words it in figures."""

    rule: str
    about: tuple[str, ...]
    message: Message


@data
class Value:
    """One thing to verify.

    `key` is unique in its report: `field:phone#1`, `stat:<indicator>/<scope>/<who>#<n>`, `cell:t2/r5/c1`.
    `label` names it for people: the field's key (worded by the view), the indicator's noun phrase, the row label.
    `reading` is None for a value the machine missed (added by a person).
    """

    key: str
    kind: ValueKind
    label: str
    order: int
    reading: Reading | None
    decision: Decision | None = None
    indicator: str | None = None
    unit: str | None = None
    scope: Scope | None = None
    approx: bool = False
    who: str | None = None
    proofs: tuple[Proof, ...] = ()

    @property
    def state(self) -> State:
        """What a person decided, OPEN if nobody did."""
        return self.decision.state if self.decision else State.OPEN

    @property
    def is_postponed(self) -> bool:
        """Set aside with a note."""
        return self.decision is not None and self.decision.postponed

    @property
    def is_decided(self) -> bool:
        """A person stands behind it."""
        return self.decision is not None and self.decision.state is not State.OPEN

    @property
    def look(self) -> str:
        """open · proved · postponed · confirmed · corrected · rejected · added: a person's before the machine's."""
        if self.is_decided:
            return str(self.state)
        if self.is_postponed:
            return "postponed"
        return "proved" if self.proofs else "open"

    @property
    def content(self) -> Content | None:
        """What holds now: the person's content before the machine's; None when rejected."""
        if self.decision is not None:
            if self.decision.state is State.REJECTED:
                return None
            if self.decision.content is not None:
                return self.decision.content
        return self.reading.content if self.reading else None

    @property
    def span(self) -> Span | None:
        """Where it stands in the original: the person's place before the machine's."""
        if self.decision and self.decision.span is not None:
            return self.decision.span
        return self.reading.span if self.reading else None

    @property
    def figure(self) -> Span | None:
        """The narrow place to mark in the original."""
        if self.decision and self.decision.span is not None:
            return self.decision.span
        return self.reading.figure if self.reading else None


REPEATING_FIELDS = ("phone", "fax", "email", "website")


def field_key(key: str, n: int = 0, repeats: bool = False) -> str:
    """Key of a field; only fields that may repeat carry a number (from 0)."""
    return f"field:{key}#{n}" if repeats else f"field:{key}"


@lru_cache(maxsize=4096)  # the same places in report after report, and asked for by every step
def cell_key(table: int, row: int, column: str) -> str:
    """Key of a cell; `table` and `row` are indexes from 0, printed from 1."""
    return f"cell:t{table + 1}/r{row + 1}/{column}"


def statistic_key(name: str, scope: Scope | None, who: str | None, n: int) -> str:
    """Key of a figure in a sentence. `name` is its indicator, or its own noun phrase behind a tilde."""
    place = "/".join([p.replace("/", "／") for p in (name, scope or "-", who) if p])
    return f"stat:{place}#{n}"


def statistic_keys(statistics: Iterable[Statistic]) -> tuple[str, ...]:
    """The keys of all figures in sentences, in order; n counts those of the same name, scope and subject."""
    counts: dict[tuple[str, Scope | None, str | None], int] = {}
    keys = []
    for s in statistics:
        place = (s.indicator or f"~{s.label}", s.scope, s.who)
        n = counts[place] = counts.get(place, -1) + 1
        keys.append(statistic_key(*place, n))
    return tuple(keys)
