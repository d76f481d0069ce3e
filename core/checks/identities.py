"""Identities: figures that must add up to figures. What holds is a proof, what does not is a finding."""

from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal

from core.base.data import data
from core.checks.case import Case, Outcome
from core.model.extraction import CellKind
from core.model.findings import Finding, Rule, Severity
from core.model.message import Message
from core.model.values import Proof

_NOTHING = Decimal(0)
_OPEN = (CellKind.UNREADABLE, CellKind.TEXT)  # some figure stands there; "——" is none, and adds nothing


@data
class Identity:
    """The values of `left` must add up to what those of `right` add up to.

    `label` names it for people, `code` words its failure, `line` is the row or column that it runs along.
    """

    rule: Rule
    code: str
    label: str
    left: tuple[str, ...]
    right: tuple[str, ...]
    line: str = ""

    @property
    def keys(self) -> tuple[str, ...]:
        """All values of both sides."""
        return (*self.left, *self.right)


@data
class Weighed:
    """An identity with what its sides add up to, blanks counted as nothing.

    `blanks` are the keys of these, `figures` those of each side by their keys.
    """

    identity: Identity
    left: Decimal
    right: Decimal
    blanks: frozenset[str]
    figures: tuple[Mapping[str, Decimal], Mapping[str, Decimal]]
    empty: bool  # one side has no figure at all

    @property
    def difference(self) -> Decimal:
        """Left minus right."""
        return self.left - self.right

    @property
    def is_broken(self) -> bool:
        """Both sides say something, and not the same."""
        return bool(self.difference) and not self.empty


def weigh(case: Case, identity: Identity) -> Weighed | None:
    """Add up both sides; None when a value is not there or cannot be read."""
    numbers = case.numbers
    left = {k: numbers[k] for k in identity.left if k in numbers}
    right = {k: numbers[k] for k in identity.right if k in numbers}
    blanks: list[str] = []
    for key in {*identity.left, *identity.right}.difference(numbers):
        content = case.content(key)
        if content is None or content.kind in _OPEN:
            return None
        if content.kind is CellKind.BLANK:
            blanks.append(key)
    sums = sum(left.values(), _NOTHING), sum(right.values(), _NOTHING)
    return Weighed(identity, *sums, frozenset(blanks), (left, right), not (left and right))


def proofs(case: Case, weighed: Iterable[Weighed]) -> list[Proof]:
    """The identities that hold: no blank in them, not all zeros, not used to read the figures."""
    found: list[Proof] = []
    for w in weighed:
        if not w.left or w.difference or w.empty or w.blanks:
            continue
        keys = (*w.figures[0], *w.figures[1])
        if case.may_be_proved(keys):
            left, right = (" + ".join([f"{n:f}" for n in side.values()]) for side in w.figures)
            message = Message("check.identity.holds", {"label": w.identity.label, "left": left, "right": right})
            found.append(Proof(w.identity.rule, keys, message))
    return found


def finding(w: Weighed, hint: Message | None = None) -> Finding:
    """What a broken identity says. Where blanks may hold the rest it is a warning, else an error."""
    identity = w.identity
    short = identity.left if w.left < w.right else identity.right
    may_hold = any(k in w.blanks for k in short)
    params: dict[str, object] = {"label": identity.label, "left": w.left, "right": w.right}
    message = Message(identity.code, params | {"difference": abs(w.difference)})
    severity = Severity.WARNING if may_hold else Severity.ERROR
    hint = hint or (Message("check.identity.blanks", {"n": len(w.blanks)}) if may_hold else None)
    about, left_about = identity.keys, len(identity.left)
    return Finding(identity.rule, severity, message, about, left_about, w.left, w.right, "≠", hint)


def of_blanks(weighed: Sequence[Weighed]) -> list[Finding]:
    """What holds only if blanks count as nothing, once a table; and totals left blank over parts that are none."""
    found: list[Finding] = []
    holding = [w for w in weighed if w.blanks and w.left and not w.difference and not w.empty]
    blank = [w for w in weighed if w.empty and w.difference and len(w.identity.left) == 1 and not w.left]
    for cases, code in ((holding, "check.parts_sum_blank.table"), (blank, "check.parts_sum_blank.totals")):
        if cases:
            concerned = ((w.identity.left if w.empty else w.identity.keys, w.blanks) for w in cases)
            keys = tuple(dict.fromkeys(k for keys, blanks in concerned for k in keys if k in blanks))
            message = Message(code, {"n": len(cases), "blanks": len(keys)})
            found.append(Finding(Rule.PARTS_SUM_BLANK, Severity.INFO, message, keys, len(keys)))
    return found


def outcome_of(case: Case, weighed: Sequence[Weighed], findings: Iterable[Finding]) -> Outcome:
    """Findings on the broken ones, what rests on blanks, and proofs."""
    return Outcome([*findings, *of_blanks(weighed)], proofs(case, weighed))
