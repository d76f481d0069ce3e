"""The administrative regions of GB/T 2260, as a lookup by name."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

NATION, PROVINCE, PREFECTURE, COUNTY, TOWN = "nation", "province", "prefecture", "county", "town"

# The peoples that names of autonomous regions, prefectures and counties carry: 恩施土家族苗族自治州 is called 恩施州.
_PEOPLES = (
    "蒙古|回|藏|维吾尔|苗|彝|壮|布依|朝鲜|满|侗|瑶|白|土家|哈尼|哈萨克|傣|黎|傈僳|佤|畲|高山|拉祜|水|东乡|纳西|景颇|柯尔克孜|土|达斡尔|仫佬"
    "|羌|布朗|撒拉|毛南|仡佬|锡伯|阿昌|普米|塔吉克|怒|乌孜别克|俄罗斯|鄂温克|德昂|保安|裕固|京|塔塔尔|独龙|鄂伦春|赫哲|门巴|珞巴|基诺|各"
)
_AUTONOMOUS = re.compile(
    rf"^(?P<name>.{{1,8}}?)(?:(?:{_PEOPLES})族?){{1,5}}自治(?P<kind>[州县旗])$|^(?P<bare>.{{2,6}})自治(?P<of>[州县旗])$"
)
_REGION = re.compile(r"^(?P<name>内蒙古|广西|西藏|宁夏|新疆)(?:.{1,4}族)?自治区$|^(?P<city>北京|天津|上海|重庆)市$")
# 上海路街道 lies in no city of that name.
_STREET = re.compile(r"[东西南北中]?[路街镇乡道村]")


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
        self._short: dict[str, list[Region]] = {}
        for region in regions:
            self._named.setdefault(region.name, []).append(region)
            self._coded.setdefault(region.code, []).append(region)
            for short in _short_names(region.name):
                self._short.setdefault(short, []).append(region)
        self._longest = max((len(n) for n in self._named), default=0)

    def named(self, name: str) -> tuple[Region, ...]:
        """All regions that bear, or bore, exactly this name."""
        return tuple(self._named.get(name, ()))

    def at_start(self, text: str) -> tuple[Region, ...]:
        """The regions with the longest name that `text` begins with; short names of autonomous ones count (恩施州)."""
        name = self.printed_at_start(text)
        return (*self._named.get(name, ()), *self._short.get(name, ()))

    def printed_at_start(self, text: str) -> str:
        """That name as `text` prints it, "" when it begins with none."""
        for length in range(min(self._longest, len(text)), 1, -1):
            name = text[:length]
            if name in self._named or (name in self._short and not _STREET.match(text, length)):
                return name
        return ""

    def path(self, region: Region, year: int | None = None) -> tuple[str, ...]:
        """Names from the province down to the region, as they were in `year`."""
        codes = dict.fromkeys((region.code[:2] + "0000", region.code[:4] + "00", region.code))
        names = [self._name(code, year) for code in codes if code != region.code]
        return (*(n for n in names if n), region.name)

    def _name(self, code: str, year: int | None) -> str | None:
        several = self._coded.get(code, [])
        chosen = max(of_year(several, year), key=lambda r: r.last, default=None)
        return chosen.name if chosen else None


def of_year(regions: Sequence[Region], year: int | None) -> tuple[Region, ...]:
    """Those whose lists reach nearest to the year: lists have gaps, and end before the newest reports. None: all."""
    if year is None:
        return tuple(regions)
    away = [max(r.first - year, year - r.last, 0) for r in regions]
    return tuple(r for r, distance in zip(regions, away, strict=True) if distance == min(away))


def _short_names(name: str) -> Iterator[str]:
    if found := _AUTONOMOUS.match(name):
        yield (found["name"] or found["bare"]) + (found["kind"] or found["of"])
    elif found := _REGION.match(name):
        yield found["name"] or found["city"]
        if found["name"]:
            yield found["name"] + "自治区"
