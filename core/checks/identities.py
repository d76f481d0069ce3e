"""Identities: figures that must add up to figures. What holds is a proof, what does not is a finding."""

from collections.abc import Iterable, Sequence
from decimal import Decimal

from core.base.data import data
from core.checks.case import Case, Outcome
from core.model.extraction import CellKind
from core.model.findings import Finding, Rule, Severity
from core.model.message import Message
from core.model.values import Proof

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
    """An identity with what its sides add up to, blanks counted as nothing. `blanks` are the keys of these."""

    identity: Identity
    left: Decimal
    right: Decimal
    blanks: frozenset[str]
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
    contents = {key: case.content(key) for key in identity.keys}
    if any(c is None or c.kind in _OPEN for c in contents.values()):
        return None
    numbers = {k: n for k in contents if (n := case.number(k)) is not None}
    blanks = frozenset(k for k, c in contents.items() if c and c.kind is CellKind.BLANK)
    left, right = (
        sum((numbers[k] for k in side if k in numbers), Decimal(0)) for side in (identity.left, identity.right)
    )
    empty = any(all(k not in numbers for k in side) for side in (identity.left, identity.right))
    return Weighed(identity, left, right, blanks, empty)


def proofs(case: Case, weighed: Iterable[Weighed]) -> list[Proof]:
    """The identities that hold: no blank in them, not all zeros, not used to read the figures."""
    found: list[Proof] = []
    for w in weighed:
        if w.difference or w.empty or w.blanks or not w.left:
            continue
        numbers = {k: n for k in w.identity.keys if (n := case.number(k)) is not None}
        if all(case.may_be_proved(k) for k in numbers):
            sides = (
                " + ".join(f"{numbers[k]:f}" for k in s if k in numbers) for s in (w.identity.left, w.identity.right)
            )
            left, right = sides
            message = Message("check.identity.holds", {"label": w.identity.label, "left": left, "right": right})
            found.append(Proof(w.identity.rule, tuple(numbers), message))
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
