"""Shares and growth rates of the sentences, computed again from the figures that they are of."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from core.checks.case import Case, Outcome
from core.model.document import Span
from core.model.extraction import Scope, Statistic, StatisticKind
from core.model.findings import Finding, Rule, Severity
from core.model.message import Message
from core.model.values import Proof

_RATE = re.compile(
    r"(?:占(?:比|[^,。;:占\d]{0,16})?(?:约|为|达|近)?\s?"
    r"|(?:[较比与](?:20\d\d年|[^,。;\d]{0,6}[年期])[^,。;\d]{0,4}|同比)"
    r"(?P<way>增长|上升|提高|增加|下降|减少|回落|降低)了?(?:约|近)?\s?)"
    r"(?P<rate>\d{1,5}(?:\.\d{1,4})?)\s?%"
)
_DOWN = ("下降", "减少", "回落", "降低")
_ROUGH = re.compile(r"[约近]$")
_HUNDRED = Decimal(100)
_ENOUGH = 2  # shares of one whole that agree before another is said to be wrong
_GROUP = 120  # characters between shares that are of one whole
_REACH = 300  # characters from a whole to its shares
# What stands between a figure and its rate: its unit, a comma, its noun again. Anything else is another thing's rate.
_JOINT = re.compile(r"\s?[^,。;\d]{0,4}[,(]?(?:其?(?:申请|总)?(?:数量|总数|总量|件数|数)?)(?:大?约|仅)?")


@dataclass(frozen=True, slots=True)
class Counted:
    """An exact count of a sentence: key, statistic, figure that holds, and where it ends in the folded text."""

    key: str
    statistic: Statistic
    number: Decimal
    at: int


@dataclass(frozen=True, slots=True)
class Rate:
    """A printed rate. `unit` is the worth of its last decimal; `way` is "" for a share."""

    value: Decimal
    unit: Decimal
    way: str
    rough: bool
    start: int
    span: Span
    key: str | None

    def agrees(self, computed: Decimal) -> bool:
        """Within the rounding of its last decimal, cut off or rounded."""
        margin = max(self.unit, Decimal(1)) if self.rough else self.unit
        return abs(computed - self.value) < margin

    def growth(self, now: Decimal, before: Decimal) -> Decimal | None:
        """What the rate should say, where it says something else; `before` is above 0."""
        sign = -1 if self.way in _DOWN else 1
        computed = sign * (now - before) * _HUNDRED / before
        return None if self.agrees(computed) else self.rounded(computed)

    def rounded(self, computed: Decimal) -> Decimal:
        """A computed rate with as many decimals as the printed one."""
        return round(computed, max(-int(self.unit.as_tuple().exponent), 0))

    def finding(
        self, message: Message, about: tuple[str, ...], right: Decimal, severity: Severity = Severity.WARNING
    ) -> Finding:
        """The rate as printed against the computed one; where the rate is no value, its place is shown."""
        keys, spans = ((self.key, *about), ()) if self.key else (about, (self.span,))
        n = int(self.key is not None)
        return Finding(Rule.RATE_RECOMPUTED, severity, message, keys, n, self.value, right, "≠", spans=spans)


def rates(case: Case) -> Outcome:
    """Every share and growth rate whose figures stand in the text."""
    outcome = Outcome()
    counted = _counted(case)
    found = list(_rates(case, counted))
    _shares(case, [(rate, part) for rate, part in found if not rate.way], counted, outcome)
    for rate, now in found:
        if rate.way:
            _growth(case, rate, now, counted, outcome)
    return outcome


def _rates(case: Case, counted: Sequence[Counted]) -> Iterator[tuple[Rate, Counted]]:
    """Each rate with the figure that it is of: the last one before it in its sentence, with no other between."""
    if not counted or "%" not in case.flat:
        return
    keys = {s.figure.start: k for k, s in case.statistics.items() if s.kind is StatisticKind.RATE}
    ends = [c.at for c in counted]
    for match in _RATE.finditer(case.flat):
        n = bisect_left(ends, match.start() + 1) - 1
        if n < 0 or not _JOINT.fullmatch(case.flat, ends[n], match.start()):
            continue
        start = match.start("rate")
        span = Span(start, match.end())
        key = keys.get(span.start)
        printed = match["rate"]
        value = case.number(key) if key else Decimal(printed)
        if value is None:
            continue
        decimals = len(printed.partition(".")[2])
        rough = bool(_ROUGH.search(case.flat[max(match.start(), start - 1) : start]))
        yield Rate(value, Decimal(1).scaleb(-decimals), match["way"] or "", rough, match.start(), span, key), counted[n]


def _counted(case: Case) -> list[Counted]:
    found = [
        Counted(key, s, number, s.figure.end)
        for key, s in case.statistics.items()
        if s.kind is StatisticKind.COUNT and not s.approx and (number := case.number(key))
    ]
    return sorted(found, key=lambda c: c.at)


def _shares(case: Case, pairs: Sequence[tuple[Rate, Counted]], counted: Sequence[Counted], outcome: Outcome) -> None:
    """A share's whole is seldom named: it is the figure before that makes most shares of its paragraph right."""
    for paragraph in _groups(pairs):
        first = paragraph[0][1]
        wholes = [c for c in counted if first.at - _REACH <= c.at <= paragraph[-1][1].at]
        fits = {w.key: [(r, p) for r, p in paragraph if _is_share(r, p, w)] for w in wholes}
        best = max(wholes, key=lambda w: len(fits[w.key]), default=None)
        if best is None:
            continue
        right = fits[best.key]
        for rate, part in right:
            _prove(rate, part, best, outcome)
        known = {c.key: c for c in counted}
        for rate, part in paragraph:
            if (rate, part) in right or part is best:
                continue
            own = _whole_of(case, part, known)
            if own and _is_share(rate, part, own):
                _prove(rate, part, own, outcome)
            elif not any(_is_share(rate, part, w) for w in wholes):
                whole = best if len(right) >= _ENOUGH else own
                if whole and whole.number > part.number:
                    outcome.findings.append(_finding(rate, part, whole))


def _is_share(rate: Rate, part: Counted, whole: Counted) -> bool:
    """Whether the rate is what the part is of the whole: of one unit, and not of itself."""
    units = {part.statistic.unit, whole.statistic.unit} - {None}
    larger = whole is not part and whole.number >= part.number
    return larger and len(units) < 2 and rate.agrees(part.number * _HUNDRED / whole.number)


def _groups(pairs: Sequence[tuple[Rate, Counted]]) -> Iterator[list[tuple[Rate, Counted]]]:
    group: list[tuple[Rate, Counted]] = []
    for pair in pairs:
        if group and pair[0].start - group[-1][0].start > _GROUP:
            yield group
            group = []
        group.append(pair)
    if group:
        yield group


def _whole_of(case: Case, part: Counted, known: dict[str, Counted]) -> Counted | None:
    whole = part.statistic.whole
    return None if whole is None else known.get(case.statistic_keys[whole])


def growths(case: Case) -> Iterator[tuple[Rate, Counted]]:
    """Growth rates with the figure that grew, where the text has no figure to grow from."""
    counted = _counted(case)
    for rate, now in _rates(case, counted):
        if rate.way and (grown := _grown(case, rate, now, counted)) and grown[1] is None:
            yield rate, grown[0]


def _growth(case: Case, rate: Rate, of: Counted, counted: Sequence[Counted], outcome: Outcome) -> None:
    """增长x% where last year's figure, or the change, stands in the text."""
    grown = _grown(case, rate, of, counted)
    now, base, before = grown or (None, None, Decimal(0))
    if now is None or base is None or before <= 0:
        return
    params = {"label": case.name(now.statistic.indicator, now.statistic.label), "now": now.number, "before": before}
    right = rate.growth(now.number, before)
    if right is not None:
        message = Message("check.rate_recomputed.growth", params | {"left": rate.value, "right": right})
        outcome.findings.append(rate.finding(message, (now.key, base.key), right))
    elif rate.key:
        message = Message("check.rate_recomputed.growth_holds", params | {"rate": rate.value})
        outcome.proofs.append(Proof(Rule.RATE_RECOMPUTED, (rate.key,), message))


def _grown(
    case: Case, rate: Rate, now: Counted, counted: Sequence[Counted]
) -> tuple[Counted, Counted | None, Decimal] | None:
    """What grew, the figure that tells from what (None where the text has none), and from what.

    Args:
        now: the figure that the rate is of.
    """
    if now.statistic.scope is Scope.CHANGE:
        n = counted.index(now)
        if not n or re.search("[。;]", case.flat[counted[n - 1].at : now.at]):
            return None
        grown, sign = counted[n - 1], -1 if rate.way in _DOWN else 1
        return grown, now, grown.number - sign * now.number
    if now.statistic.scope not in (Scope.YEAR, Scope.CUMULATIVE, Scope.POINT):
        return None
    same = (c for c in counted if c.statistic.scope is Scope.PREVIOUS and _same_thing(c.statistic, now.statistic))
    base = next(same, None)
    return now, base, base.number if base else Decimal(0)


def _same_thing(a: Statistic, b: Statistic) -> bool:
    return a.indicator == b.indicator if a.indicator or b.indicator else a.label == b.label


def _prove(rate: Rate, part: Counted, whole: Counted, outcome: Outcome) -> None:
    """A rounded rate follows from its counts; it does not prove them."""
    if rate.key:
        params = {"part": part.number, "whole": whole.number, "rate": rate.value}
        message = Message("check.rate_recomputed.share_holds", params)
        outcome.proofs.append(Proof(Rule.RATE_RECOMPUTED, (rate.key,), message))


def _finding(rate: Rate, part: Counted, whole: Counted) -> Finding:
    right = rate.rounded(part.number * _HUNDRED / whole.number)
    params = {"part": part.number, "whole": whole.number, "left": rate.value, "right": right}
    return rate.finding(Message("check.rate_recomputed.share", params), (part.key, whole.key), right)
