"""Whose report it is: issuer, compiler, publisher, and the region, its level and the kind of body."""

import re

from core.extract.metadata_dates import Signature
from core.extract.passages import passages
from core.extract.titles import Title
from core.model.document import BlockKind, Document, Span
from core.model.extraction import Field
from core.model.message import Message
from core.model.regions import COUNTY, PREFECTURE, PROVINCE, Region, Regions

_SUBJECT = re.compile(r"(?:政府|政务|党务|院务|校务)?(?:信息|資訊|资讯|政务|政務)(?:和政务|与政务|工作)?(?:公开|公開)")
_YEARS = re.compile(
    r"(?:\(?(?:(?:19|20)\d\d|[二一][〇○零OＯ0一二三四五六七八九]{3})(?:年度|年|度)?\)?|关于|^标题:|^附件\d?:?|年度$)"
)
_COMPILED = re.compile(r"由(?P<body>[^,。;:由]{3,40}?)(?:负责)?(?:编制|编写|编撰|汇编|起草)")
_SAID = re.compile(
    r"(?:现将|现公布|现就|由|是)?(?P<body>[^,。;:《》“”]{2,30}?)(?:编制的?)?(?:19|20)\d\d年度?(?:政府|政务)?(?:信息公开|政务公开)"
)
_PUBLISHER = re.compile(r"(?:发布|发文|公开|信息公开)(?:单位|机构|部门|机关|主体|者)|(?:信息|文章|稿件)?来源")
_VAGUE = re.compile(r"^(?:我|本|该|各|全)")
_SUFFIX = re.compile(
    r"^[一-龥]{1,14}?(?:特别行政区|自治区|自治州|自治县|自治旗|实验区|开发区|高新区|新区|管理区|省|市|州|盟|地区|县|区|旗|镇|乡|街道)"
)
_TOWN = re.compile(r"^(?:[一-龥]{1,8}(?:镇|乡|街道|苏木))(?=人民政府|政府|办事处|街道办|党工委|$)")
_KINDS = (
    ("school", re.compile(r"大学|学院|学校|中学|小学|幼儿园|职校")),
    ("street", re.compile(r"街道")),
    ("town", re.compile(r"(?:镇|乡|苏木)(?:人民)?(?:政府)?$")),
    ("zone", re.compile(r"(?:开发区|实验区|高新区|新区|园区|管委会|管理委员会|保税区|风景区)")),
    ("office", re.compile(r"(?:政府|行署|管委会)(?:办公厅|办公室|办)$|^.{0,10}(?:办公厅|政府办)$")),
    ("government", re.compile(r"(?:政府|行政公署)$|(?:省|市|州|盟|县|区|旗)$")),
    ("department", re.compile(r"局|委|厅|办|处|院|中心|站|队|会|社|部|公司|所|馆|署|行")),
)


def bodies(
    document: Document, title: Title | None, signature: Signature | None, year: int | None, regions: Regions
) -> list[Field]:
    """issuer, compiler, publisher, body_kind, region and region_level, as far as the report says them."""
    found: list[Field] = []
    publisher = _publisher(document)
    issuer = _issuer(document, title, signature, publisher)
    if issuer:
        found += [
            issuer,
            Field("body_kind", body_kind(issuer.value or ""), None, 0.85, Message("extract.field.concluded")),
        ]
        found += _region(document, issuer, year, regions)
    compiler = _compiler(document, signature, issuer)
    return [*found, *(f for f in (compiler, publisher) if f)]


def body_kind(issuer: str) -> str:
    """government, office, department, town, street, school, zone or other."""
    return next((kind for kind, pattern in _KINDS if pattern.search(issuer)), "other")


def issuer_of_title(title: str) -> str:
    """The body a folded title names: what stands before 政府信息公开, without years; "" when it names none.

    >>> issuer_of_title("甲县人民政府信息公开工作年度报告")
    '甲县人民政府'
    """
    subject = _SUBJECT.search(title)
    if not subject:
        return ""
    head = _YEARS.sub("", title[: subject.start()]).strip("()·- 的,、")
    if head.endswith("人民") and subject.group().startswith("政府"):
        return head + "政府"
    return "" if _VAGUE.match(head) or len(head) < 2 else head


def _issuer(
    document: Document, title: Title | None, signature: Signature | None, publisher: Field | None
) -> Field | None:
    name = issuer_of_title(title.text) if title else ""
    if title and name:
        span = _within(document, title.span, name) or title.span
        return Field("issuer", name, span, 0.95, Message("extract.field.from_title"))
    if signature and signature.body and not _VAGUE.match(signature.body):
        return Field("issuer", signature.body, signature.body_span, 0.85, Message("extract.field.signature"))
    for passage in passages(document)[:6]:
        for pattern in (_COMPILED, _SAID):
            said = pattern.search(passage.folded.text[:400])
            if said and not _VAGUE.match(said["body"]) and _SUFFIX.match(said["body"]):
                span = passage.span(*said.span("body"))
                return Field("issuer", said["body"], span, 0.75, Message("extract.field.in_text"))
    if publisher:
        return Field("issuer", publisher.value, publisher.span, 0.6, publisher.reason)
    return None


def _within(document: Document, span: Span, name: str) -> Span | None:
    """The place of a name inside a span; white space may stand between its characters."""
    pattern = r"[\s\u3000]*".join(map(re.escape, name))
    found = re.compile(pattern).search(document.text, span.start, span.end)
    return Span(found.start(), found.end()) if found else None


def _compiler(document: Document, signature: Signature | None, issuer: Field | None) -> Field | None:
    for passage in passages(document)[:8]:
        said = _COMPILED.search(passage.folded.text[:600])
        if said and not _VAGUE.match(said["body"]) and re.search(r"政府|办|局|委|厅|处|院|中心", said["body"]):
            span = passage.span(*said.span("body"))
            return Field("compiler", said["body"], span, 0.9, Message("extract.field.compiled"))
    signer = signature.body if signature else None
    if signature and signer and not _VAGUE.match(signer) and not (issuer and same_body(signer, issuer.value or "")):
        return Field("compiler", signer, signature.body_span, 0.85, Message("extract.field.signature"))
    return None


def same_body(one: str, other: str) -> bool:
    """Whether two folded names mean one body: 县 or 县人民政府, with or without the regions above it."""

    def plain(name: str) -> str:
        return re.sub(r"人民政府|政府|人民|\s", "", name)

    a, b = plain(one), plain(other)
    return a == b or (bool(a) and bool(b) and (a.endswith(b) or b.endswith(a)))


def _publisher(document: Document) -> Field | None:
    for line in passages(document, (BlockKind.METADATA, BlockKind.FURNITURE)):
        text = line.folded.text
        label = _PUBLISHER.search(text)
        if not label or text[label.end() : label.end() + 1] not in (":", "]"):
            continue
        start = label.end() + 1
        while start < len(text) and text[start] in ":]】 ":
            start += 1
        name = re.match(r"[一-龥()]{2,40}?(?=发布|时间|日期|浏览|字号|[^一-龥()]|$)", text[start:])
        if name:
            span = line.span(start, start + name.end())
            return Field("publisher", name.group(), span, 0.95, Message("extract.field.page", {"label": label.group()}))
    return None


def _region(document: Document, issuer: Field, year: int | None, regions: Regions) -> list[Field]:
    name = issuer.value or ""
    known, rest = _known(name, document, year, regions)
    town = _TOWN.match(rest)
    if known and not town:
        path = regions.path(known, year)
        span = _within(document, issuer.span, known.name) if issuer.span else None
        reason = Message("extract.field.region", {"code": known.code})
        return [
            Field("region", known.name, span or issuer.span, 0.95, reason, known.code, path),
            Field("region_level", known.level, None, 0.9, Message("extract.field.concluded")),
        ]
    printed = town or (None if known else _SUFFIX.match(name))
    if not printed:
        return []
    path = (*(regions.path(known, year) if known else ()), printed.group())
    span = _within(document, issuer.span, printed.group()) if issuer.span else None
    return [
        Field("region", printed.group(), span or issuer.span, 0.7, Message("extract.field.no_region"), None, path),
        Field("region_level", _level(printed.group()), None, 0.7, Message("extract.field.concluded")),
    ]


def _known(name: str, document: Document, year: int | None, regions: Regions) -> tuple[Region | None, str]:
    """The lowest listed region that the name begins with, after the regions above it; and what follows it."""
    best: Region | None = None
    rest = name
    while found := regions.at_start(rest):
        chosen = _choose(found, best, document, year, regions)
        if chosen is None:
            break
        best, rest = chosen, rest[len(chosen.name) :]
    return best, rest


def _choose(
    found: tuple[Region, ...], above: Region | None, document: Document, year: int | None, regions: Regions
) -> Region | None:
    """Of regions with one name the one below `above`, of the year's list, whose upper regions the text names."""
    if above:
        prefix = above.code.rstrip("0") if above.level != PREFECTURE else above.code[:4]
        found = tuple(r for r in found if r.code.startswith(prefix) and r.code != above.code)
    fitting = tuple(r for r in found if year is not None and r.first <= year <= r.last) or found
    if len({r.code for r in fitting}) > 1:
        sample = document.text[:20_000] + document.text[-3_000:]
        named = [r for r in fitting if any(n in sample or n[:-1] in sample for n in regions.path(r, year)[:-1])]
        fitting = tuple(named) or fitting
    if len({r.code for r in fitting}) > 1:
        same = {r.code[:4] for r in fitting}
        if len(same) > 1:
            return None
    return max(fitting, key=lambda r: r.last, default=None)


def _level(name: str) -> str:
    if re.search(r"(?:镇|乡|街道|苏木)$", name):
        return "town"
    if re.search(r"(?:省|自治区|特别行政区)$", name):
        return PROVINCE
    return PREFECTURE if re.search(r"(?:州|盟|地区)$", name) else COUNTY
