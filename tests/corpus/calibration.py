"""Whether confidence means something: of the values given 0.9, how many are right."""

import math
from collections.abc import Iterable
from dataclasses import dataclass

BINS = (0.0, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95)
_Z = 1.96  # 95 %


@dataclass(frozen=True, slots=True)
class Bin:
    """Values of confidence [low, next bin): how many, what they claim on average, how many are right."""

    low: float
    n: int
    claimed: float
    right: int

    @property
    def share(self) -> float:
        """Share of right ones in [0, 1]."""
        return self.right / self.n

    @property
    def interval(self) -> tuple[float, float]:
        """The Wilson interval of the share, at 95 %."""
        n, p = self.n, self.share
        middle = p + _Z * _Z / (2 * n)
        reach = _Z * math.sqrt(p * (1 - p) / n + _Z * _Z / (4 * n * n))
        return (middle - reach) / (1 + _Z * _Z / n), (middle + reach) / (1 + _Z * _Z / n)


def bins(judged: Iterable[tuple[str, float, bool]], kind: str) -> list[Bin]:
    """The bins of one kind of value (field, statistic, cell) that have any, lowest first."""
    inside: dict[float, list[tuple[float, bool]]] = {}
    for of, confidence, right in judged:
        if of == kind:
            inside.setdefault(max(b for b in BINS if b <= confidence), []).append((confidence, right))
    return [
        Bin(low, len(values), sum(c for c, _ in values) / len(values), sum(r for _, r in values))
        for low, values in sorted(inside.items())
    ]


def table(judged: list[tuple[str, float, bool]]) -> str:
    """The bins of all kinds as lines to print."""
    lines = [f"{'confidence':12} {'from':>5} {'n':>6} {'claimed':>8} {'right':>7}  95 % interval"]
    for kind in ("field", "statistic", "cell"):
        for b in bins(judged, kind):
            low, high = b.interval
            lines.append(f"{kind:12} {b.low:5} {b.n:6} {b.claimed:8.3f} {b.share:7.3f}  {low:.3f} to {high:.3f}")
    return "\n".join(lines)
