"""What the sentences of a report share: the figures found so far, the chapter, and the total gone on with."""

import re
from dataclasses import dataclass, field, replace
from decimal import Decimal

from core.extract.chains import Chain
from core.model.catalogue import Catalogue, Measure
from core.model.extraction import Scope, Statistic, StatisticKind

_DISCLOSED = re.compile(r"disclosed\.(?!category\.)")
_CHANNELS = tuple(f"disclosed.{c}" for c in ("website", "weibo", "wechat", "gazette", "channel."))
_STANDING_UNITS = frozenset("个家人名处所")
_RECENT = 40  # figures back, further than which nothing refers


@dataclass(slots=True)
class Memory:
    """The report as far as it is read; `found` only grows, `heading` is the chapter's with the paragraph's."""

    year: int | None
    issuer: str | None
    catalogue: Catalogue
    found: list[Statistic] = field(default_factory=list)
    topic: str = ""
    heading: str = ""
    chain: Chain | None = None

    def counts(self, index: int) -> bool:
        """Whether the statistic counts something: no rate, no change."""
        return self.found[index].kind is not StatisticKind.RATE and self.found[index].scope is not Scope.CHANGE

    def last_count(self, first: int) -> int | None:
        """The last statistic from `first` on that counts something."""
        return next((i for i in range(len(self.found) - 1, first - 1, -1) if self.counts(i)), None)

    def last_disclosed(self, first: int = 0, least: Decimal | int = 0) -> int | None:
        """The last disclosure from `first` on that is no part of another, and no less than `least`.

        One of the year goes before one of all years: 公开64条,历年累计411条 is followed by the kinds of the 64.
        """
        other = None
        for i in range(len(self.found) - 1, max(first, len(self.found) - _RECENT) - 1, -1):
            one = self.found[i]
            if not _DISCLOSED.match(one.indicator or "") or not one.value or one.value < least or not self.counts(i):
                continue
            if one.whole is not None and not self._is_years_own(one, self.found[one.whole]):
                continue
            if one.scope is Scope.YEAR:
                return i
            other = i if other is None else other
        return other

    @staticmethod
    def _is_years_own(one: Statistic, whole: Statistic) -> bool:
        """累计900条,其中本年90条: what the year adds to all years is a total of its own."""
        is_added = one.scope is Scope.YEAR and whole.scope is Scope.CUMULATIVE
        return is_added and one.indicator == whole.indicator

    def of_the_year(self, last: int, first: int) -> int:
        """受理6件(历年累计41件),其中…: what follows is a part of the year's figure, not of the one beside it."""
        if last <= first or self.found[last].scope not in (Scope.CUMULATIVE, Scope.PREVIOUS):
            return last
        own, beside = self.found[last], self.found[last - 1]
        is_same = (beside.indicator, beside.unit) == (own.indicator, own.unit)
        return last - 1 if is_same and beside.scope is Scope.YEAR else last

    def is_beside_a_channel(self, first: int) -> bool:
        """Whether the last figure from `first` on is what one channel disclosed."""
        return len(self.found) > first and (self.found[-1].indicator or "").startswith(_CHANNELS)

    def whole_of(self, chain: Chain | None) -> Statistic | None:
        """The total that a chain's parts belong to; None when it is not told."""
        return None if chain is None or chain.whole is None else self.found[chain.whole]

    def is_disclosed(self, chain: Chain) -> bool:
        """Whether the chain's parts are of what was disclosed."""
        whole = self.whole_of(chain)
        return whole is None or (whole.indicator or "").startswith("disclosed.")

    def finish(self, chain: Chain) -> None:
        """Mark the parts of a chain that is at its end, where they are all there are."""
        if chain.is_all and len(chain.parts) > 1:
            for index in chain.parts:
                if not self.found[index].complete:
                    self.found[index] = replace(self.found[index], complete=True)

    def is_told(self, indicator: str, value: Decimal | int) -> bool:
        """Whether the indicator was already said to have this value."""
        return any(s.indicator == indicator and s.value == value for s in self.found)

    def is_exceeded(self, indicator: str | None, value: Decimal, first: int) -> bool:
        """Whether a smaller value of the indicator was told of the year, from the statistic `first` on."""
        return indicator is not None and any(
            s.indicator == indicator and s.scope is Scope.YEAR and s.value < value for s in self.found[first:]
        )

    def stands(self, indicator: str | None, unit: str) -> bool:
        """Whether a figure counts what there is at a date, not what happens over a time."""
        known = self.catalogue.indicators.get(indicator or "")
        return known is not None and known.measure is Measure.STOCK if indicator else unit in _STANDING_UNITS

    def told(self, value: Decimal, unit: str) -> str | None:
        """The indicator of a statistic told before with this value and unit."""
        for s in reversed(self.found[-_RECENT:]):
            if s.value == value and s.unit == unit and s.indicator:
                return s.indicator
        return None
