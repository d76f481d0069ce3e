"""What may have gone wrong in a table whose identities fail: a figure beside its place, or a few wrong cells.

A hint for the clerk's eye, never a change: the report itself may be wrong.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal

from core.checks.case import Case
from core.checks.identities import Weighed
from core.model.findings import Finding, Rule, Severity
from core.model.message import Message

_MOST_CELLS = 3
_MOST_WAYS = 3  # more ways than these point nowhere
_EFFORT = 3000  # states looked at; three cells of a large table have many
_AXES = ("row", "column", "group")

Change = tuple[tuple[str, Decimal], ...]


def shift(weighed: Sequence[Weighed]) -> tuple[Finding, frozenset[int]] | None:
    """Two rows, columns or groups that are off by the same amount, one up and one down; and which identities it is.

    Only where nothing else of that kind is off: then a figure probably stands beside its place.
    """
    for axis in _AXES:
        off: dict[str, list[int]] = {}
        for n, w in enumerate(weighed):
            if w.is_broken and w.identity.line.startswith(f"{axis} "):
                off.setdefault(w.identity.line, []).append(n)
        if len(off) != 2:
            continue
        first, second = off.values()
        differences = [{weighed[n].identity.rule: weighed[n].difference for n in line} for line in (first, second)]
        if differences[0] != {rule: -d for rule, d in differences[1].items()}:
            continue
        left, right = weighed[first[0]], weighed[second[0]]
        params = {"first": left.identity.label, "second": right.identity.label}
        code = f"check.shift_suspected.{axis}"
        message = Message(code, params | {"left": _signed(left.difference), "right": _signed(right.difference)})
        keys = tuple(dict.fromkeys(k for n in (*first, *second) for k in weighed[n].identity.keys))
        found = Finding(Rule.SHIFT_SUSPECTED, Severity.ERROR, message, keys, len(left.identity.keys))
        return found, frozenset((*first, *second))
    return None


def _signed(number: Decimal) -> str:
    return f"+{number:f}" if number > 0 else f"−{-number:f}"


def suggestion(case: Case, weighed: Sequence[Weighed]) -> Message | None:
    """The smallest set of cells, up to three, whose change would make all identities hold.

    None when there is none, or when more than a few sets of that size would do.
    """
    usable = [w for w in weighed if not w.empty or not w.difference]
    broken = {n: w.difference for n, w in enumerate(usable) if w.difference}
    if not broken:
        return None
    system = _System(case, usable)
    for size in range(1, _MOST_CELLS + 1):
        ways = {tuple(sorted(change)) for change in system.solve(broken, size, ())}
        if ways:
            ranked = sorted(ways, key=lambda change: (*_suspicion(case, change), change))
            return _worded(case, ranked) if len(ranked) <= _MOST_WAYS else None
    return None


@dataclass(slots=True)
class _System:
    """Linear identities over cells: which cell stands in which, with which sign."""

    case: Case
    weighed: Sequence[Weighed]
    members: list[dict[str, int]] = field(init=False)
    places: dict[str, dict[int, int]] = field(init=False)
    effort: int = 0

    def __post_init__(self) -> None:
        self.members, self.places = [], {}
        for n, w in enumerate(self.weighed):
            signs = {**dict.fromkeys(w.identity.left, 1), **dict.fromkeys(w.identity.right, -1)}
            self.members.append(signs)
            for key, sign in signs.items():
                self.places.setdefault(key, {})[n] = sign

    def solve(self, broken: Mapping[int, Decimal], size: int, chosen: Change) -> Iterator[Change]:
        """All changes of exactly `size` further cells that leave nothing broken."""
        self.effort += 1
        if self.effort > _EFFORT:
            return
        taken = {key for key, _ in chosen}
        for key, change in dict.fromkeys(self._moves(broken, size)):
            if key in taken or (self.case.number(key) or Decimal(0)) + change < 0:
                continue
            rest = self._after(broken, key, change)
            if not rest and size == 1:
                yield (*chosen, (key, change))
            elif rest and size > 1 and len(rest) <= (size - 1) * self._most:
                yield from self.solve(rest, size - 1, (*chosen, (key, change)))

    @property
    def _most(self) -> int:
        """In how many identities a cell of these tables stands: its row, its column's sum and its balance."""
        return 3

    def _moves(self, broken: Mapping[int, Decimal], size: int) -> Iterator[tuple[str, Decimal]]:
        """A cell and the change of it that mends one of the broken identities."""
        if size == 1:  # the last cell has to stand in all that is broken
            n = min(broken, key=lambda n: len(self.members[n]))
            for key, sign in self.members[n].items():
                if self.places[key].keys() == broken.keys():
                    yield key, -broken[n] * sign
            return
        for n, difference in broken.items():
            for key, sign in self.members[n].items():
                yield key, -difference * sign

    def _after(self, broken: Mapping[int, Decimal], key: str, change: Decimal) -> dict[int, Decimal]:
        rest = dict(broken)
        for n, sign in self.places[key].items():
            rest[n] = rest.get(n, Decimal(0)) + change * sign
            if not rest[n]:
                del rest[n]
        return rest


def _suspicion(case: Case, change: Change) -> tuple[int, float]:
    """Slips of the pen and what was read with doubt come first."""
    doubts = [v.reading.confidence for key, _ in change if (v := case.values.get(key)) and v.reading]
    return sum(_slip(case.number(key), by) for key, by in change), min(doubts, default=1.0)


def _slip(old: Decimal | None, change: Decimal) -> int:
    """0 for digits swapped, lost, doubled or one misread; 1 for a figure that was left out; 2 for anything else."""
    if not old:
        return 1
    a, b = f"{old:f}", f"{old + change:f}"
    if sorted(a) == sorted(b) or (len(a) == len(b) and sum(x != y for x, y in zip(a, b, strict=True)) == 1):
        return 0
    long, short = sorted((a, b), key=len, reverse=True)
    return 0 if any(long[:n] + long[n + 1 :] == short for n in range(len(long))) else 2


def _worded(case: Case, ways: Sequence[Change]) -> Message:
    best = ways[0]
    held = ((key, case.number(key) or Decimal(0), by) for key, by in best)
    cells = [f"{case.place(key)} {old:f}→{old + by:f}" for key, old, by in held]
    code = "check.repair.only" if len(ways) == 1 else "check.repair.first"
    return Message(code, {"cells": cells, "n": len(best), "others": len(ways) - 1})
