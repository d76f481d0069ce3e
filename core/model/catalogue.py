"""The catalogue of indicators and forms: data, read from `resources/catalogue/*.toml`."""

import re
from dataclasses import dataclass
from enum import StrEnum

# What a phrase may ask its sentence to be about.
TOPICS = frozenset(
    (
        "disclosed",
        "applications",
        "review",
        "litigation",
        "complaints",
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
class FormRow:
    """A printed row of a form: its labels (numbering dropped), its table and parent, and what it measures.

    `parts` says whether its children are all there is ("all"), only some ("some": 其中), or no parts ("none").
    `indicator` is None for a row without a core key. `group` is the printed group, None where the form has none.
    """

    id: str
    labels: tuple[str, ...]
    indicator: str | None = None
    unit: str | None = None
    group: str | None = None
    parent: str | None = None
    parts: str = "none"


@dataclass(frozen=True, slots=True)
class Form:
    """A statutory or provincial form, told by its content (`fingerprint` labels), never by a year."""

    id: str
    zh: str
    en: str
    source: str
    from_memory: bool
    fingerprint: tuple[str, ...]
    rows: tuple[FormRow, ...]


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


@dataclass(frozen=True, slots=True)
class Catalogue:
    """All indicators, forms, and phrases of sentences in the order in which they are tried."""

    indicators: dict[str, Indicator]
    forms: tuple[Form, ...]
    phrases: tuple[Phrase, ...] = ()
