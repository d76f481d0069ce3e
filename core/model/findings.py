"""What a check has to say about a report."""

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from core.model.document import Span
from core.model.message import Message


class Severity(StrEnum):
    """ERROR: cannot be so. WARNING: a person should look. INFO: good to know."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"


class Rule(StrEnum):
    """The closed list of rules (contract): stored, exported and worded, never renamed."""

    PARTS_SUM = "parts_sum"
    PARTS_SUM_BLANK = "parts_sum_blank"
    BALANCE = "balance"
    ROW_SUM = "row_sum"
    TEXT_VS_TABLE = "text_vs_table"
    TEXT_CONTRADICTION = "text_contradiction"
    RATE_RECOMPUTED = "rate_recomputed"
    YEAR_OVER_CUMULATIVE = "year_over_cumulative"
    CARRY_OVER = "carry_over"
    CUMULATIVE_CHAIN = "cumulative_chain"
    IN_FORCE_CHAIN = "in_force_chain"
    MISSING = "missing"
    IMPLAUSIBLE = "implausible"
    DATE_UNCERTAIN = "date_uncertain"
    DATE_ORDER = "date_order"
    DUPLICATE = "duplicate"
    SCOPE_DIFFERS = "scope_differs"
    SHIFT_SUSPECTED = "shift_suspected"
    ENCODING_DOUBT = "encoding_doubt"
    OCR_DOUBT = "ocr_doubt"


@dataclass(frozen=True, slots=True)
class Finding:
    """One statement about one report: what is compared, both sides and the difference.

    `about` are the keys of all values concerned, first the left side's, then the right side's; `left_about` says
    how many belong to the left. `left` and `right` are None where there is nothing to compare (something is
    missing). `relation` is what stands between them for people: "≠", ">", "=" or "". `spans` are places in the
    original that are no value (a date that lost its separators, the heading of an empty chapter). `contents` is what
    the values of `about` said, in their order.
    """

    rule: Rule
    severity: Severity
    message: Message
    about: tuple[str, ...] = ()
    left_about: int = 0
    left: Decimal | None = None
    right: Decimal | None = None
    relation: str = ""
    hint: Message | None = None
    spans: tuple[Span, ...] = ()
    contents: tuple[str, ...] = ()

    @property
    def figures(self) -> str:
        """What a person's verdict was said about: both sides and every value. It holds until one of them changes."""
        return "|".join((f"{self.left} {self.right}", *self.contents))

    @property
    def difference(self) -> Decimal | None:
        """Left minus right; None where one of them is missing."""
        return None if self.left is None or self.right is None else self.left - self.right

    @property
    def identity(self) -> str:
        """What a person's verdict stays with: rule, code and the values concerned."""
        return "|".join((self.rule, self.message.code, *self.about, *(f"@{s.start}" for s in self.spans)))
