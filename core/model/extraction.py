"""What the machine found in a document, each with its place, a confidence and the reason for it.

Confidence is a probability in [0, 1] that the value is what the report says.
"""

from decimal import Decimal
from enum import StrEnum

from core.base.data import data
from core.model.document import Span
from core.model.message import Message


class Scope(StrEnum):
    """Which period a figure speaks of."""

    YEAR = "year"
    CUMULATIVE = "cumulative"
    POINT = "point"
    PREVIOUS = "previous"
    CHANGE = "change"
    PERIOD = "period"


class CellKind(StrEnum):
    """Zero, blank, not applicable and unreadable are four different things, everywhere."""

    NUMBER = "number"
    ZERO = "zero"
    BLANK = "blank"
    NOT_APPLICABLE = "na"
    TEXT = "text"
    UNREADABLE = "unreadable"


class StatisticKind(StrEnum):
    """What a figure measures: things, money, or a share or growth rate in per cent."""

    COUNT = "count"
    AMOUNT = "amount"
    RATE = "rate"


class SectionKind(StrEnum):
    """What a chapter is about (articles 32 of the 2008 and 50 of the 2019 regulations)."""

    OVERVIEW = "overview"
    PROACTIVE = "proactive"
    APPLICATIONS = "applications"
    REVIEW_LITIGATION = "review_litigation"
    FEES = "fees"
    SECRECY = "secrecy"
    PROBLEMS = "problems"
    OTHER = "other"
    ATTACHMENT = "attachment"


@data
class Field:
    """A fact about the report. `value` None means printed but empty; a field not stated is simply absent.

    `value` is canonical: dates ISO 8601, the year as digits, contact data half-width. Keys may repeat only for
    phone, fax, email and website. `span` is None only for region_level and body_kind, which are concluded.
    `code` and `path` belong to the region: GB/T 2260 code (None: in no list) and names from the province down.
    """

    key: str
    value: str | None
    span: Span | None
    confidence: float
    reason: Message
    code: str | None = None
    path: tuple[str, ...] = ()


@data
class Section:
    """A chapter: its heading's title (numbering kept, white space folded) and the stretch it heads."""

    level: int
    title: str
    kind: SectionKind
    start: int
    end: int
    heading: Span


@data
class Column:
    """A column of figures. `path` is the printed header from top to bottom, `key` is c1, c2 … in order."""

    key: str
    path: tuple[str, ...]
    scope: Scope | None
    header: Span | None = None


@data
class Cell:
    """One figure of a table. `text` is as printed, white space at the ends dropped; `value` None unless a number.

    An empty cell has a span at its place (start == end, or the white space it holds). `derived` marks a split
    of run-together digits. `indicator` is the core key that it measures where the cells of its row measure different
    things; else the row's holds.
    """

    text: str
    kind: CellKind
    value: Decimal | None
    column: str
    span: Span
    confidence: float = 0.99
    derived: bool = False
    reason: Message | None = None
    indicator: str | None = None


@data
class Row:
    """A row of figures.

    `label` is printed text, joined over breaks, white space folded, numbering and 其中： kept. `level` counts
    from 0; `parent` is the index of a row of the same table. `groups` are the group cells from the outermost in.
    `residual` is true when the label means "the rest" (其他…), so that its group is a complete breakdown. `indicator`
    is what each of its cells measures. `doubt` says why its naming is less than certain, None when it is certain.
    """

    label: str
    level: int
    parent: int | None
    cells: tuple[Cell, ...]
    label_span: Span
    groups: tuple[str, ...] = ()
    unit: str | None = None
    indicator: str | None = None
    residual: bool = False
    doubt: Message | None = None

    def measure(self, cell: Cell) -> str | None:
        """The core key that one of its cells measures."""
        return cell.indicator or self.indicator

    @property
    def measured(self) -> str | None:
        """The one core key that its cells measure, None if they measure none or several."""
        keys = {key for cell in self.cells if (key := self.measure(cell))}
        return keys.pop() if len(keys) == 1 else self.indicator

    @property
    def group(self) -> str | None:
        """The innermost group, or None."""
        return self.groups[-1] if self.groups else None


@data
class Table:
    """A table of figures. `form` is the statutory form's id once the mapping has told it, else None."""

    title: str
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    span: Span
    title_span: Span | None = None
    form: str | None = None
    grid: int | None = None


@data
class Statistic:
    """A figure stated in a sentence.

    `indicator` is a key of the core catalogue, or None; `label` is the figure's own noun phrase. `value` is in
    units of one (1.9万 is 19000) except that 万元 stays 万元. `who` is None when the subject is the issuer or its
    whole area. `span` is the statement (a clause); `figure` is the number's own place in it, or the negation word
    for a stated zero. `whole` is the index (in `Extraction.statistics`) of the total that this figure is a part
    of, `complete` says that the parts were announced as all there are (分别为, 其余/其他 at the end …).
    """

    indicator: str | None
    label: str
    value: Decimal
    unit: str | None
    kind: StatisticKind
    scope: Scope | None
    approx: bool
    who: str | None
    span: Span
    figure: Span
    confidence: float
    reason: Message
    whole: int | None = None
    complete: bool = False


@data
class Extraction:
    """All that the machine found in one report of a document.

    `parts` counts the reports that its file holds, `part` is which of them this is, from 1. `figures_unread`: so many
    figures stand in sentences that it can be no report, and none was read; 0 in any report.
    """

    is_annual_report: bool
    reason: Message
    parts: int = 1
    part: int = 1
    form: str | None = None
    fields: tuple[Field, ...] = ()
    sections: tuple[Section, ...] = ()
    tables: tuple[Table, ...] = ()
    statistics: tuple[Statistic, ...] = ()
    dates_in_doubt: tuple[Span, ...] = ()
    figures_unread: int = 0

    def field(self, key: str) -> Field | None:
        """The first field of that key, or None."""
        return next((f for f in self.fields if f.key == key), None)
