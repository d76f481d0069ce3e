"""The administrative regions of GB/T 2260, as a lookup by name."""

from collections.abc import Iterable
from dataclasses import dataclass

PROVINCE, PREFECTURE, COUNTY = "province", "prefecture", "county"


@dataclass(frozen=True, slots=True)
class Region:
    """A region: six-digit code, name, and the years (first, last) of the lists that have it."""

    code: str
    name: str
    first: int
    last: int

    @property
    def level(self) -> str:
        """province, prefecture or county, told by the code: xx0000, xxxx00, xxxxxx."""
        if self.code.endswith("0000"):
            return PROVINCE
        return PREFECTURE if self.code.endswith("00") else COUNTY


class Regions:
    """All regions, found by name. Several may bear one name (鼓楼区); the year and the path tell them apart."""

    def __init__(self, regions: Iterable[Region]) -> None:
        self._named: dict[str, list[Region]] = {}
        self._coded: dict[str, list[Region]] = {}
        for region in regions:
            self._named.setdefault(region.name, []).append(region)
            self._coded.setdefault(region.code, []).append(region)
        self._longest = max((len(n) for n in self._named), default=0)

    def named(self, name: str) -> tuple[Region, ...]:
        """All regions that bear, or bore, exactly this name."""
        return tuple(self._named.get(name, ()))

    def at_start(self, text: str) -> tuple[Region, ...]:
        """The regions with the longest name that `text` begins with."""
        for length in range(min(self._longest, len(text)), 1, -1):
            if found := self._named.get(text[:length]):
                return tuple(found)
        return ()

    def path(self, region: Region, year: int | None = None) -> tuple[str, ...]:
        """Names from the province down to the region, as they were in `year`."""
        codes = dict.fromkeys((region.code[:2] + "0000", region.code[:4] + "00", region.code))
        names = [self._name(code, year) for code in codes if code != region.code]
        return (*(n for n in names if n), region.name)

    def _name(self, code: str, year: int | None) -> str | None:
        several = self._coded.get(code, [])
        fitting = [r for r in several if year is not None and r.first <= year <= r.last]
        chosen = fitting or sorted(several, key=lambda r: r.last)
        return chosen[-1].name if chosen else None
