"""Whose report it is: issuer, publisher, and the kind of body."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace

from core.extract.metadata_page import page_lines
from core.extract.metadata_regions import region_around, region_fields
from core.extract.metadata_signature import Signature
from core.extract.passages import Passage, passages
from core.extract.titles import SUBJECT, Title, page_title, title_in_text
from core.model.document import Document, Span
from core.model.extraction import Field
from core.model.message import Message
from core.model.regions import Regions

_SUBJECT = re.compile(SUBJECT)
_YEARS = re.compile(
    r"\(?(?:(?:19|20)\d\d|[二一][〇○零OＯ0一二三四五六七八九]{3})(?:-(?:19|20)\d\d)?(?:学?年度|学?年|度)?\)?"
    r"|关于(?:公布|发布|报送|印发)?|^\[?标题\]?:|^附件?\d?:?|年度$"
)
# 甲县2013年依法行政和政府信息公开…, 甲局发布2013年…: what joins the body to the subject and is none of its name.
_JOINT = re.compile(
    r"(?:(?:依法行政|法治政府建设|政务公开|党务公开|行政权力公开|网站建设|电子政务|[一-龥]{0,6}工作)(?:和|与|及|暨|、)"
    r"|(?:门户)?网站|发布|公布|编制|开展|上半年|下半年|全年|做好|的|,)+$"
)
_NAME = r"[一-龥()]{2,36}?"
BODY_END = (
    r"(?:省|市|县|区|州|盟|旗|镇|乡|人民政府|政府|局|委员会|委|管委会|厅|院|大学|学院|学校|中学|小学|中心|公司|集团|队|站|所|处|署|行"
    r"|街道|苏木|办公室|办公厅|政府办|府办|行政办|办)"
)
_SAID = (
    re.compile(
        rf"(?:现将|现公布|现就|公布|由|是)(?P<body>{_NAME}{BODY_END})(?:编制的?)?(?:关于)?(?:19|20)\d\d年?度?(?:政府|政务)?(?:信息公开|政务公开)"
    ),
    re.compile(rf"^(?P<body>{_NAME}{BODY_END})(?:根据|按照|依据|依照|关于)"),
    re.compile(rf"(?:由|经)(?P<body>{_NAME}{BODY_END})(?:负责|组织)?(?:编制|编写|汇编|汇总)"),
    re.compile(
        rf"(?:(?:19|20)\d\d年度?,?(?:以来,?)?|本年度,|一年来,|今年以来,|全年,)(?P<body>{_NAME}{BODY_END})(?=认真|统领|统筹|聚焦|立足|秉持|依照|遵照|落实|大力|着力|深入|严格|积极|坚持|全面|按照|高度|进一步|紧紧|以|根据|在|贯彻|切实|不断|持续|始终|围绕|政府信息公开|信息公开|政务公开)"
    ),
)
_CONTACT = re.compile(
    r"(?:请|可)?(?:直接)?(?:与|向|联系|致电|咨询)(?P<body>[一-龥()]{3,40}?)(?:联系|咨询|反映|\(|,|:|。|;)"
)
_INNER = re.compile(
    r"(?P<body>.{2,30}?(?:局|委员会|厅|委|院|中心|大学|学院|学校|人民政府|管委会|办事处|公司|镇|乡|街道))"
    r"(?:政府|政务|党政|信息|综合|秘书|行政|党委|法规|政策|机关|公开|文秘|人秘|办公)[一-龥]{0,24}$"
)
# 甲市人民｜政府信息公开工作领导小组办公室 is an office of the whole city, not of a body called 人民政府.
_OF_GROUP = re.compile(r"^(?P<region>[一-龥]{2,16}?[省市县区州盟旗])(?:人民)?政府?(?:信息公开|政务公开|和政务公开)")
_OF_REGION = re.compile(
    r"(?P<region>[一-龥]{2,16}?[省市县区州盟旗])(?:人民)?(?:政府(?:办公厅|办公室|办|信息中心)|政务(?:服务)?(?:中心|办公室)|电子政务[一-龥]{1,6})"
)
_SAMPLE = 20_000
_DATA_LINE = 200
_SHORT_NAME = 4
_OWN_WORD = re.compile(r"[我本](镇|乡|街道|街|局|委|厅|办|校|学院|院|县|市|区|省|州|旗|中心|站|队|所|处)(?!级)")
_OWN_KINDS = {
    "town": ("镇", "乡"),
    "street": ("街道", "街"),
    "school": ("校", "学院"),
    "government": ("县", "市", "区", "省", "州", "旗"),
    "department": ("局", "委", "厅", "院", "中心", "站", "队", "所", "处"),
}
_PUBLISHER = re.compile(
    r"(?:发布|发文|公开|信息公开|公布|制发)(?:单位|机构|部门|机关|主体|者|人)|(?:信息|文章|稿件|信件)?来源|供稿(?:单位)?|ContentSource"
)
_NO_BODY = re.compile(r"本站|本网|原创|未知|网络|互联网|转载|管理员|admin|本局|本单位|无")
_SITE = re.compile(r"网站?$|报$|台$|网$|平台$")
_NEXT = r"(?=发布|时间|日期|浏览|字号|字体|作者|编辑|点击|访问|阅读|打印|文号|主题|索引|公开|来源|录入|审核|责任"
_NEXT += r"|生成|发文|成文|名称|\[|$|[^一-龥()、])"
_VAGUE = re.compile(
    r"(?:我|该|各|本(?!溪)|全(?=县|市|区|镇|乡|省|校|局|国|体|院))|上级|其他|有关|相关|此|有|县政府信息|市政府信息|区政府信息|政府信息"
)
_KINDS = (
    ("school", re.compile(r"(?:大学|学院|学校|中学|小学|幼儿园|职校|一中|二中|职教中心|党校)$")),
    ("street", re.compile(r"(?:街道|街道办|街道办事处)$")),
    ("town", re.compile(r"(?:镇|乡|苏木)(?:人民)?(?:政府)?$")),
    (
        "office",
        re.compile(r"(?:政府|行署|管委会|管理委员会|公署)(?:办公厅|办公室|办)$|^.{0,14}(?:办公厅|政府办|府办)$"),
    ),
    (
        "zone",
        re.compile(
            r"(?:开发区|实验区|高新区|新区|园区|保税[港]?区|风景(?:名胜)?区|度假区|示范区|管理区|产业园|试验区|合作区)(?:党工委)?(?:管委会|管理委员会|管理局)?$|管委会$|区管理委员会$"
        ),
    ),
    ("government", re.compile(r"(?:政府|行政公署)$|(?:省|市|州|盟|县|区|旗)$")),
    ("department", re.compile(r"局|委|厅|办|处|院|中心|站|队|会|社|部|公司|所|馆|署|行|海关")),
)


def bodies(
    document: Document, title: Title | None, signature: Signature | None, year: int | None, regions: Regions
) -> list[Field]:
    """issuer, publisher, body_kind, region and region_level, as far as the report says them."""
    found: list[Field] = []
    publisher = _publisher(document)
    issuer = _issuer(document, title, signature, publisher)
    if issuer:
        issuer = _in_full(document, issuer, regions)
        found += [issuer, *region_fields(document, issuer, year, regions)]
    kind = body_kind(issuer.value or "") if issuer else _kind_of_own_words(document)
    if kind and not issuer:
        found += region_around(document, year, regions, is_town=kind in ("town", "street"))
    if kind:
        found.append(Field("body_kind", kind, None, 0.9 if issuer else 0.75, Message("extract.field.concluded")))
    return [*found, *([publisher] if publisher else [])]


def body_kind(issuer: str) -> str:
    """government, office, department, town, street, school, zone or other."""
    return next((kind for kind, pattern in _KINDS if pattern.search(issuer)), "other")


def _kind_of_own_words(document: Document) -> str:
    """The kind of a body that never says its name: the word it uses most for itself, 我镇 or 我局; "" for none."""
    words = Counter(m[1] for m in _OWN_WORD.finditer(document.text[:_SAMPLE]))
    most = max(words, key=lambda w: words[w], default="")
    return next((kind for kind, own in _OWN_KINDS.items() if most in own), "") if most else ""


def _in_full(document: Document, issuer: Field, regions: Regions) -> Field:
    """甲市教育局 for an issuer that its title calls 市教育局, where the document says its name in full."""
    name = issuer.value or ""
    if not re.match(r"[省市州县区旗](?![省市州县区旗])", name) or regions.at_start(name):
        return issuer
    for found in re.finditer(re.escape(name), document.text[:_SAMPLE]):
        for length in range(9, 0, -1):
            low = found.start() - length
            if low >= 0 and regions.named(document.text[low : found.start() + 1]):
                span = Span(low, found.end())
                reason = Message("extract.field.in_text")
                return Field("issuer", document.text[low : found.end()], span, 0.75, reason)
    return issuer


def issuer_of_title(title: str) -> str:
    """The body a folded title names: what stands before 政府信息公开, without years; "" when it names none.

    >>> issuer_of_title("甲县人民政府信息公开工作年度报告")
    '甲县人民政府'
    """
    subject = _SUBJECT.search(title)
    if not subject:
        found = re.match(r"(?P<body>[一-龥]{2,24}?)(?:19|20)\d\d年?度?(?:工作)?报告$", title)
        return found["body"] if found and _names(found["body"]) and "街道镇乡局".find(found["body"][-1]) >= 0 else ""
    before = title[: subject.start()]
    parts = [p for p in _YEARS.split(before) if p.strip("()·- ")]
    if len(parts) == 2 and parts[1] in parts[0]:
        before = parts[0]  # 甲海关2015年海关政府信息公开…: the kind of body, said once more
    head = _JOINT.sub("", _YEARS.sub("", before).strip("()·- 的,、/"))
    if head.endswith("人民") and subject.group().startswith("政府"):
        return head + "政府"
    return head if _names(head) else ""


def is_vague(name: str) -> bool:
    """Whether the words name no body of their own: 我局, 各单位, 有关部门."""
    return _VAGUE.match(name) is not None


def _names(name: str) -> bool:
    return len(name) >= 2 and not is_vague(name)


def _issuer(
    document: Document, title: Title | None, signature: Signature | None, publisher: Field | None
) -> Field | None:
    for candidate in (title, title_in_text(document) if title and title.is_line else None, page_title(document)):
        name = issuer_of_title(candidate.text) if candidate else ""
        if candidate and name:
            span = document.find(name, candidate.span) or candidate.span
            code = "extract.field.from_title" if candidate.is_line else "extract.field.in_text"
            return Field("issuer", name, span, 0.95 if candidate.is_line else 0.8, Message(code))
    found: Field | None = None
    if signature and signature.body and not is_vague(signature.body):
        found = Field("issuer", signature.body, signature.body_span, 0.85, Message("extract.field.signature"))
    found = found or next(_said(document), None)
    if not found and publisher and publisher.value and not _SITE.search(publisher.value):
        found = Field("issuer", publisher.value, publisher.span, 0.7, publisher.reason)
    found = found or next(_in_contact(document), None)
    return found and _without_office(document, found)


def _without_office(document: Document, field: Field) -> Field:
    """The body whose office is named: 甲县水务局 of its 办公室; 甲县 of its government's when 我县 is spoken of."""
    name = field.value or ""
    group = _OF_GROUP.match(name)
    office = _OF_REGION.fullmatch(name)
    inner = _INNER.fullmatch(name)
    if group:
        name = group["region"]
    elif office:
        kind = office["region"][-1]
        own = len(re.findall(rf"[全我]{kind}", document.text[:_SAMPLE]))
        name = office["region"] if own > len(re.findall(r"[我本]办(?!公)|本机关", document.text[:_SAMPLE])) else name
    elif inner:
        name = inner["body"]
    if name == field.value or field.span is None:
        return field
    span = document.find(name, field.span) or field.span
    return replace(field, value=name, span=span, confidence=field.confidence - 0.1)


def _said(document: Document) -> Iterator[Field]:
    for pattern in _SAID:
        for passage in passages(document)[:8]:
            found = pattern.search(passage.folded.text[:500])
            if found and not is_vague(found["body"]):
                span = passage.span(*found.span("body"))
                yield Field("issuer", found["body"], span, 0.75, Message("extract.field.in_text"))


def _in_contact(document: Document) -> Iterator[Field]:
    """The body to turn to with questions, without its inner office: 甲县水务局 of 请与甲县水务局办公室联系."""
    for passage in passages(document)[:8]:
        for found in _CONTACT.finditer(passage.folded.text[:1500]):
            name = found["body"]
            if not is_vague(name) and re.search(rf"{BODY_END}$", name):
                at = found.start("body")
                yield Field("issuer", name, passage.span(at, at + len(name)), 0.6, Message("extract.field.in_text"))


def same_body(one: str, other: str) -> bool:
    """Whether two folded names mean one body: 县 or 县人民政府, with or without the regions above, 发改委 in short."""

    def plain(name: str) -> str:
        name = re.sub(r"(?<=[委办])(?:员会|公室|公厅)$|\s|[()]", "", name)
        return re.sub(r"人民政府$|政府$|人民(?=政府)|办事处$|(?<=街道)办$|管委$|管理委$|^原", "", name)

    a, b = sorted((plain(one), plain(other)), key=len)
    if a == b or (a and b.endswith(a)):
        return True
    rest = iter(b)
    return len(a) >= _SHORT_NAME and a[-1] == b[-1] and a[-1] in "局委办厅院" and all(c in rest for c in a)


def _publisher(document: Document) -> Field | None:
    lines = page_lines(document)
    for i, line in enumerate(lines):
        text = line.folded.text
        for label in _PUBLISHER.finditer(text[:400]):
            start = label.end()
            while start < len(text) and text[start] in ":]】| ":
                start += 1
            below = lines[i + 1] if i + 1 < len(lines) else None
            if (
                label.group() == text.strip(":[]【】| ")
                and below
                and re.fullmatch(rf"{_NAME}{BODY_END}", below.folded.text)
            ):
                line, text, start = below, below.folded.text, 0
            elif start == label.end() and not _is_parted(line, label.span()):
                continue
            name = re.match(rf"[一-龥()、]{{2,40}}?{_NEXT}", text[start:])
            if name and not _NO_BODY.match(name.group()):
                end = _printed_end(line, start, start + name.end())
                reason = Message("extract.field.page", {"label": label.group()})
                return Field("publisher", text[start:end], line.span(start, end), 0.93, reason)
    return None


def _is_parted(line: Passage, label: tuple[int, int]) -> bool:
    """Whether white space alone sets a label apart, as in 索引号 BX01/2014 发布机构 甲县水务局."""
    start, end = label
    cuts = {here for here, _ in line.folded.cuts}
    return len(line.folded.text) < _DATA_LINE and end in cuts and (start == 0 or start in cuts)


def _printed_end(line: Passage, start: int, end: int) -> int:
    """Where the name ends: at the first white space behind a whole body's name."""
    for here, _ in line.folded.cuts:
        if start + 1 < here < end and re.search(rf"{BODY_END}$|网$|网站$", line.folded.text[start:here]):
            return here
    return end
