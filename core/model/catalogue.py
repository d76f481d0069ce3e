"""The catalogue of indicators and forms: data, read from `resources/catalogue/*.toml`.

A catalogue, its forms and their tables and rows are equal to themselves only, so that what is made of one can be kept
under it (`lru_cache`) without comparing hundreds of labels.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from core.model.extraction import Scope

# What a phrase may ask its sentence to be about.
TOPICS = frozenset(
    (
        "disclosed",
        "applications",
        "review",
        "litigation",
        "complaints",
        "fees",
        "notices",
        "matters",
        "normative",
        "rules",
        "decisions",
        "gazette",
        "training",
        "staff",
    )
)


class Measure(StrEnum):
    """A flow adds up over the years, a stock stands at a date."""

    FLOW = "flow"
    STOCK = "stock"


@dataclass(frozen=True, slots=True)
class Indicator:
    """A core indicator; keys are for ever. `names` are the noun phrases that mean it."""

    key: str
    unit: str
    measure: Measure
    zh: str
    en: str
    names: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class FormColumn:
    """A column of figures of a form: `id` within its table, printed head from top to bottom, period."""

    id: str
    path: tuple[str, ...]
    scope: Scope | None = None


@dataclass(frozen=True, slots=True, eq=False)
class FormTable:
    """One of several tables of a form, told by itself: `fingerprint` holds labels and heads of columns.

    `id` is the first part of the ids of its rows, `zh` its usual caption. `columns` are in printed order.
    """

    id: str
    zh: str
    fingerprint: tuple[str, ...]
    columns: tuple[FormColumn, ...]


@dataclass(frozen=True, slots=True, eq=False)
class FormRow:
    """A printed row of a form: its labels, its table and parent, and what it measures.

    `labels` are printings of one label; the first is the usual one, "" that of a row without a label. `parts` says
    whether its children are all there is ("all"), only some ("some": 其中), or no parts ("none"). `groups` are the
    printed groups from the outermost in. `columns` are the ids of the columns it has cells in, none meaning all of
    its table's. `indicator` is what each of its cells measures; where they measure different things it is None and
    `cells` tells it for the columns that measure something.
    """

    id: str
    labels: tuple[str, ...]
    indicator: str | None = None
    unit: str | None = None
    groups: tuple[str, ...] = ()
    parent: str | None = None
    parts: str = "none"
    columns: tuple[str, ...] = ()
    cells: Mapping[str, str] = field(default_factory=dict)

    @property
    def table(self) -> str:
        """The table of the form that it belongs to."""
        return self.id.partition(".")[0]


@dataclass(frozen=True, slots=True, eq=False)
class Form:
    """A statutory or provincial form, told by its content (`fingerprint` labels), never by a year.

    `tables` are those that are told one by one and have columns of their own; a form that is told as a whole has none.
    """

    id: str
    zh: str
    en: str
    source: str
    from_memory: bool
    fingerprint: tuple[str, ...]
    rows: tuple[FormRow, ...]
    tables: tuple[FormTable, ...] = ()

    def rows_of(self, table: str) -> tuple[FormRow, ...]:
        """The rows of one of its tables, in printed order."""
        return tuple(r for r in self.rows if r.table == table)

    def columns_of(self, row: FormRow) -> tuple[FormColumn, ...]:
        """The columns in which a row has cells, in printed order."""
        table = next((t for t in self.tables if t.id == row.table), None)
        return tuple(c for c in table.columns if not row.columns or c.id in row.columns) if table else ()


@dataclass(frozen=True, slots=True)
class Phrase:
    """How a sentence names an indicator; `indicator` None tells that no core indicator measures such a figure.

    `match` and `unless` are searched in the folded clause with # for the figure and ¤ for the others. Empty `units`
    admit any; `topic` (one of TOPICS) is what the sentence must be about, "" anything.
    """

    indicator: str | None
    match: re.Pattern[str]
    unless: re.Pattern[str] | None = None
    units: frozenset[str] = frozenset()
    topic: str = ""


@dataclass(frozen=True, slots=True, eq=False)
class Catalogue:
    """All indicators, forms, and phrases of sentences in the order in which they are tried."""

    indicators: dict[str, Indicator]
    forms: tuple[Form, ...]
    phrases: tuple[Phrase, ...] = ()
