"""Where the body sits: the region of GB/T 2260 that its name begins with, or that the text around it names."""

import re
from collections import Counter

from core.model.document import Document, Span
from core.model.extraction import Field
from core.model.message import Message
from core.model.regions import COUNTY, NATION, PREFECTURE, PROVINCE, TOWN, Region, Regions, of_year

_BEFORE = re.compile(r"^(?:原|中共|中国共产党|国家税务总局|国家统计局|中国人民银行|国家|中国)")
_NATION = re.compile(
    r"^(?:中华人民共和国|国务院|国家|中国)[^局]{0,16}(?:局|部|委|委员会|会|院|办公室|办公厅|署|行|总局|中心|厅)$|^[一-龥]{2,6}(?:总署|总局)$|^最高人民(?:法院|检察院)$|^(?!.{0,4}(?:武装|宣传|组织|统战|工作|俱乐)部)[一-龥]{1,8}部$"
)
_SUFFIX = re.compile(
    r"^[一-龥]{1,14}?(?:特别行政区|自治区|自治州|自治县|自治旗|实验区|开发区|高新区|新区|管理区|示范区|度假区|风景区|保税区|产业园区"
    r"|省|市|州|盟|地区|县|区|旗|镇|乡|街道|苏木)"
)
_NO_REGION = re.compile(
    r"^(?:城市|社区|地区|小区|校区|园区|景区|都市|超市|市区|县区|山区|街道|郊区|农村|乡镇|城镇|城乡)"
)
_OWN_ONLY = re.compile(r"^[省市县区](?!.{1,6}[省市县区])")
_TOWN = re.compile(r"^(?:[一-龥]{1,8}?(?:镇|乡|街道|苏木))(?=人民政府|政府|办事处|街道办|办|党工委|党委|$)")
_ZONE = re.compile(
    r"^[一-龥]{0,12}?(?:开发区|实验区|高新区|新区|管理区|产业园区?|示范区|风景名胜区|风景区|度假区|保税区|试验区|合作区)(?=管委会|管理委员会|党工委|$)"
)
_ENDS = re.compile(r"[省市县区州旗盟]")
_OWN = re.compile(r"^([省市州县区旗])(?!.{0,6}(?:镇|乡|街道)$)")
_OWN_LEVEL = {"省": PROVINCE, "州": PREFECTURE, "县": COUNTY, "旗": COUNTY}  # 市 and 区 may be either
_HEAD, _TAIL = 5_000, 1_500
_LONGEST = 15


def region_fields(document: Document, issuer: Field, year: int | None, regions: Regions) -> list[Field]:
    """region and region_level of the issuer; nothing when neither its name nor the text says where it sits."""
    name = issuer.value or ""
    start = _BEFORE.match(name)
    known, printed, rest = _known(name, document, year, regions)
    if known is None and start:
        known, printed, rest = _known(name[start.end() :], document, year, regions)
    if known is None and _NATION.search(name):
        return [Field("region_level", NATION, None, 0.85, Message("extract.field.concluded"))]
    rest = rest.removeprefix("人民政府") if known else rest
    local = _TOWN.match(rest) or _ZONE.match(rest)
    if known and not local:
        span = document.find(printed, issuer.span) if issuer.span else None
        return _listed(known, printed, span or issuer.span, year, regions, 0.95)
    is_named = not (_NO_REGION.match(name) or _OWN_ONLY.match(name))
    if not known and not local and is_named and (suffix := _SUFFIX.match(name)):
        return _unlisted(document, issuer, suffix.group(), ())
    around = known or _around(document, name, year, regions)
    if local and not _NO_REGION.match(local.group()):
        return _unlisted(document, issuer, local.group(), regions.path(around, year) if around else ())
    if around:
        place = document.text.find(around.name)
        span = Span(place, place + len(around.name)) if place >= 0 else None
        return _listed(around, around.name, span or issuer.span, year, regions, 0.65)
    own = _OWN.match(name)
    level = _OWN_LEVEL.get(own[1]) if own else None
    return [Field("region_level", level, None, 0.7, Message("extract.field.concluded"))] if level else []


def region_around(document: Document, year: int | None, regions: Regions, is_town: bool = False) -> list[Field]:
    """region and region_level of a body that never says its name: the county or city that the text names.

    A town that only calls itself 我镇 is one (`is_town`), whatever county it sits in.
    """
    around = _around(document, "", year, regions)
    place = document.text.find(around.name) if around and around.level != PROVINCE else -1
    found = []
    if around and place >= 0:
        found = _listed(around, around.name, Span(place, place + len(around.name)), year, regions, 0.6)
    if is_town:
        level = Field("region_level", TOWN, None, 0.75, Message("extract.field.concluded"))
        found = [*found[:1], level]
    return found


def _listed(
    known: Region, printed: str, span: Span | None, year: int | None, regions: Regions, confidence: float
) -> list[Field]:
    reason = Message("extract.field.region", {"code": known.code})
    path = regions.path(known, year)
    return [
        Field("region", printed, span, confidence, reason, known.code, path),
        Field("region_level", known.level, None, confidence - 0.03, Message("extract.field.concluded")),
    ]


def _unlisted(document: Document, issuer: Field, printed: str, above: tuple[str, ...]) -> list[Field]:
    span = document.find(printed, issuer.span) if issuer.span else None
    reason = Message("extract.field.no_region")
    return [
        Field("region", printed, span or issuer.span, 0.85, reason, None, (*above, printed)),
        Field("region_level", _level(printed), None, 0.85, Message("extract.field.concluded")),
    ]


def _known(name: str, document: Document, year: int | None, regions: Regions) -> tuple[Region | None, str, str]:
    """The lowest listed region that the name begins with, after the regions above it; as printed; what follows it."""
    best: Region | None = None
    printed, rest = "", name
    while found := regions.at_start(rest):
        chosen = _choose(found, best, document, year, regions)
        if chosen is None:
            break
        printed = regions.printed_at_start(rest)
        best, rest = chosen, rest[len(printed) :]
    return best, printed, rest


def _choose(
    found: tuple[Region, ...], above: Region | None, document: Document, year: int | None, regions: Regions
) -> Region | None:
    """Of regions with one name the one below `above`, of the year's list, whose upper regions the text names."""
    if above:
        prefix = above.code.rstrip("0") if above.level != PREFECTURE else above.code[:4]
        found = tuple(r for r in found if r.code.startswith(prefix) and r.code != above.code)
    fitting = of_year(found, year)
    if len({r.code for r in fitting}) > 1:
        sample = document.text[:20_000] + document.text[-3_000:]
        named = [r for r in fitting if any(n in sample or n[:-1] in sample for n in regions.path(r, year)[:-1])]
        fitting = tuple(named) or fitting
    if len({r.code[:4] for r in fitting}) > 1:
        return None
    return max(fitting, key=lambda r: r.last, default=None)


def _around(document: Document, name: str, year: int | None, regions: Regions) -> Region | None:
    """The region that head and foot of the document name most, of the kind that 市教育局 or a town asks for."""
    text = document.text[:_HEAD] + "\n" + document.text[max(_HEAD, len(document.text) - _TAIL) :]
    counts: Counter[str] = Counter()
    for end in _ENDS.finditer(text):
        low = max(end.end() - _LONGEST, 0)
        longest = (text[i : end.end()] for i in range(low, end.end() - 1) if regions.named(text[i : end.end()]))
        counts.update([next(longest, "")])
    del counts[""]
    own = _OWN.match(name)
    fitting = [n for n in counts if own is None or n.endswith(own[1])]
    order = {COUNTY: 0, PREFECTURE: 1, PROVINCE: 2}
    ranked = sorted(fitting, key=lambda n: (order[regions.named(n)[0].level], -counts[n]))
    return next((r for n in ranked if (r := _choose(regions.named(n), None, document, year, regions))), None)


def _level(name: str) -> str:
    if re.search(r"(?:镇|乡|街道|苏木)$", name):
        return TOWN
    if re.search(r"(?:省|自治区|特别行政区)$", name):
        return PROVINCE
    return PREFECTURE if re.search(r"(?:州|盟|地区)$", name) else COUNTY
