"""How to reach the authors, and what stands below a form: labels and what is printed after them."""

import re
from collections.abc import Iterator
from itertools import islice

from core.extract.passages import Passage, passages
from core.model.document import BlockKind, Document
from core.model.extraction import Field
from core.model.message import Message

_LABELS: tuple[tuple[str, str], ...] = (
    (
        "address",
        r"(?:通讯|通信|联系|办公|单位|详细|邮寄|机构|受理|所在|具体){0,2}地址(?:\(邮编\))?|地\s?点(?=:)"
        r"|(?:办公|机关)(?:地点|场所|所在地)",
    ),
    ("postcode", r"邮政编码|邮\s?编|邮政编号"),
    (
        "phone",
        r"(?:政府信息公开)?(?:联系|咨询|办公|投诉|监督|举报|服务|值班|受理|热线|固定|公开|查询){0,3}(?:电\s?话|话机)(?:号码)?"
        r"(?:\(传真\)|/传真|\(含传真\)|及传真|、传真|兼传真|\(兼传真\)|和传真|\(/传真\)|传真)?|(?<!互联网)(?<!网络)联系方式|(?:热线|联系)号码|(?:客服|咨询|服务|联系|监督|投诉|举报)热线|(?<![A-Za-z])(?:TEL|Tel|tel)(?![A-Za-z])",
    ),
    ("fax", r"传\s?真(?:号码|电话|号)?"),
    ("email", r"(?:电子)?(?:邮箱|信箱)(?:地址)?(?:\([Ee]-?[Mm]ail\))?|电子邮[件址]?(?:地址|箱)?|[Ee]-?[Mm]ail"),
    ("form_filler", r"(?:填[表报]|制表|经办)人"),
    ("form_date_text", r"填[表报](?:日期|时间)|报出日期"),
    ("responsible_person", r"(?:单位|部门)?负责人(?:签字|\(签字\))?"),
    ("reviewer", r"审核人"),
    # What ends the value before it, and is no field of its own.
    (
        "other",
        r"联系人(?:员)?|联络员|网\s?址|网站(?:地址|网址)?(?=:)|(?:办公|受理|工作|接待|查阅)时间|QQ(?:号|群)?|微信|微博|互联网",
    ),
)
_FIRST_SIGN = "(?=[EQTet互传信值公具制办单受咨固地填审工微客所投报接政服机查热电监经网联话详负通邮部举])"
_ANY = re.compile(f"{_FIRST_SIGN}(?:{'|'.join(f'(?P<{k}>{p})' for k, p in _LABELS)})")
# One of these stands in every label: most lines of a report have none, and are not searched any further.
_HINT = re.compile(
    r"(?=[MmTt传信号地场址填所报电编联表话请责邮致拨热])(?:致电|拨打|热线[:是为]|邮件|[址编话]|传\s?真|[邮信]箱|电子邮|[Mm]ail|(?i:tel)|联系人|联络员|联系方式|联系[:,(]|请联系|号码|地\s?点|场所|所在地|[表报责]人|填[表报]|报出)"
)
# Between a label and its value: 联系电话为：, 电话是.
_IS = re.compile(r"(?:是|为)?\s?[:|]{0,2}\s?(?:\((?=\D))?")
_END = {
    "address": re.compile(r"[,;。)!?“”]|(?<!\d)\.(?!\d)|、(?=(?:邮|电|联|传))"),
    "form_date_text": re.compile(r"[;。)]"),
}
_AT = r"\s?(?:@|#|\((?:at|AT|@|#)\)|\[(?:at|AT|@)\]|★)\s?"
_SHAPES = {
    "postcode": re.compile(r"(?<!\d)\d{6}(?!\d)|(?<!\d)\d{3} \d{3}(?!\d)|(?<!\d)\d{5}(?!\d)"),
    "email": re.compile(rf"[A-Za-z0-9_.+-]{{1,64}}{_AT}[A-Za-z0-9-]{{1,63}}(?:[.。]\s?[A-Za-z0-9-]{{1,63}}){{1,5}}"),
    "form_filler": re.compile(r"[一-龥·]{2,4}"),
    "responsible_person": re.compile(r"[一-龥·]{2,4}"),
    "reviewer": re.compile(r"[一-龥·]{2,4}"),
}
_DASH = r"(?:[-—–~─]{1,2})"
_STREET = r"[一-龥\d()-]{2,40}?(?:[路街巷号楼室]|大道|大厦|大院|中心|村)"
_IN_STREET = re.compile(rf"(?:设在|位于|在|为|是)?{_STREET}")
# 请与甲县政府办公室联系(甲县城关镇人民路5号,邮编…): the bracket begins with an address without a label.
_UNLABELLED = re.compile(
    rf"(?:联系|咨询|查询|反映|[局委办厅院室处])\((?P<address>{_STREET}[一-龥\d()-]{{0,20}}?)[,;、](?=邮编|邮政编码|(?:联系|咨询)?电话|传真|电子|联系人)"
)
# 联系人:王某0731-85551234
_PERSON = re.compile(r"(?:联系人|联络员)(?:员|是|为)?:?[一-龥·某*×xX]{2,6}[,、(]?(?=[\d(+])")
# 请联系:办公室,85551234, 请与甲局联系(0731-85551234): a number right behind the office to turn to
_OFFICE = re.compile(
    r"(?:请|可)(?:直接)?(?:联系|咨询|致电|拨打|与[一-龥()]{2,30}?联系)[:,]?[一-龥]{0,24}[,:;、(]{1,2}(?=[\d(+])"
)
# What to do with a number or a box says what it is: 可拨打0731-85551234, 发邮件至….
_DIALLED = re.compile(r"(?:拨打|致电):?(?=[\d(+])")
_MAILED = re.compile(r"邮件(?:发送?|寄送?)?[至到给]:?(?=[A-Za-z0-9])")
_INNER = rf"(?:(?:{_DASH}|\(?转(?:分机)?:?|,?分机:?)\s?\d{{1,6}}\)?)?(?!\d)"
_NUMBER = re.compile(
    rf"(?<!\d)(?:(?:\+?86{_DASH}?)?\(?0\d{{2,3}}\)?\s?{_DASH}?\s?)?(?:[1-9]\d{{6,7}}|[1-9]\d{{2,3}} \d{{4}}){_INNER}"
    rf"|(?<!\d)1[3-9]\d{{9}}(?!\d)|(?<!\d)400-?\d{{3}}-?\d{{4}}(?!\d)|(?<!\d)(?:0\d{{2,3}}-?)?12345(?!\d)"
)
_LINK = re.compile(
    r"https?://[A-Za-z0-9][A-Za-z0-9.:/_?=&%#~-]{3,200}|(?<![@A-Za-z0-9./_-])www\.\s?[A-Za-z0-9][A-Za-z0-9.:/_?=&%#~-]{3,200}"
    r"|(?<![@A-Za-z0-9./_-])(?:[A-Za-z0-9-]{1,40}\.){1,5}(?:gov\.cn|gov|org\.cn|edu\.cn)(?![A-Za-z])(?:/[A-Za-z0-9./_?=&%-]{0,120})?"
    r"|(?:(?<=网址:)|(?<=网址为)|(?<=网站:))(?:[A-Za-z0-9-]{1,40}\.){1,5}(?:com|cn|net|org)(?:/[A-Za-z0-9./_?=&%-]{0,120})?"
)
_ON_DISCLOSURE = re.compile("(?:信息|资讯|資訊|政务|政務)公[开開]")
_FORM_LINE = re.compile(r"填[表报](?:人|日期|时间)|单位负责人|审核人")
_FORM_LONGEST = 160
_MOST = 1000  # labels in one line; no report has nearly as many
_REACH = 120  # code points behind a label
_FIRST, _NEXT = 12, 4  # code points up to the first value behind a label, and from one value to the next
_OF_FORM = ("form_filler", "form_date_text", "responsible_person")
_MANY = ("phone", "fax", "email")


def contacts(document: Document) -> list[Field]:
    """Contact data, websites, and the data below a form. A label with nothing after it gives a blank field."""
    lines = [line for line in passages(document, (BlockKind.PARAGRAPH, BlockKind.FURNITURE)) if _is_own(line)]
    found: dict[tuple[str, str], Field] = {}
    for line in lines:
        for field in _labelled(line):
            _keep(found, field)
    for line in lines:
        if line.kind is BlockKind.PARAGRAPH:
            for field in _links(line):
                _keep(found, field)
    return list(found.values())


def _is_own(line: Passage) -> bool:
    """Not a line of the page's footer, which says how to reach those who run the site, unless it is on disclosure."""
    return line.kind is BlockKind.PARAGRAPH or _ON_DISCLOSURE.search(line.folded.text) is not None


def _keep(found: dict[tuple[str, str], Field], field: Field) -> None:
    """One value for a key, but every different phone, fax, e-mail and website; a value beats a blank."""
    if field.key in (*_MANY, "website"):
        if field.value:
            found.setdefault((field.key, _bare(field.value)), field)
        return
    before = found.get((field.key, ""))
    if before is None or (before.value is None and field.value):
        found[field.key, ""] = field


def _bare(value: str | None) -> str:
    return re.sub(r"^https?://|/$", "", value or "").lower()


def _labelled(line: Passage) -> Iterator[Field]:
    text = line.folded.text
    if not _HINT.search(text):
        return
    is_form = len(text) < _FORM_LONGEST and _FORM_LINE.search(text) is not None
    labels = [m for m in islice(_ANY.finditer(text), _MOST) if _is_label(text, m, is_form)]
    for i, label in enumerate(labels):
        key = label.lastgroup or ""
        if key in ("reviewer", "other") or (not is_form and key in _OF_FORM):
            continue
        start = _behind(text, label.end())
        stop = labels[i + 1].start() if i + 1 < len(labels) else len(text)
        if is_form and key == "phone":
            yield from _values(line, "form_phone", label.group(), start, stop)
        elif not (is_form and key in ("address", "postcode", "fax", "email")):
            yield from _values(line, key, label.group(), start, stop)
            if key == "phone" and "传真" in label.group():
                yield from _values(line, "fax", label.group(), start, stop)
    if not is_form:
        yield from _unlabelled(line)


def _unlabelled(line: Passage) -> Iterator[Field]:
    """An address and numbers that stand where they are expected, without a label of their own."""
    for found in _UNLABELLED.finditer(line.folded.text):
        reason = Message("extract.field.in_text")
        yield Field("address", found["address"], line.span(*found.span("address")), 0.85, reason)
    for pattern, key, label in (
        (_PERSON, "phone", "联系人"),
        (_OFFICE, "phone", "联系"),
        (_DIALLED, "phone", "拨打"),
        (_MAILED, "email", "邮件"),
    ):
        for found in pattern.finditer(line.folded.text):
            following = _ANY.search(line.folded.text, found.end())
            stop = following.start() if following else len(line.folded.text)
            yield from _values(line, key, label, found.end(), stop)


def _behind(text: str, at: int) -> int:
    """Where the value of a label that ends at `at` begins."""
    found = _IS.match(text, at)
    return found.end() if found else at


def _is_label(text: str, found: re.Match[str], is_form: bool) -> bool:
    """A label stands before a colon, or before its kind of value at once."""
    key = found.lastgroup or ""
    after = text[found.end() : found.end() + 14]
    if key == "other" or re.match(r"(?:是|为)?[:|]", after):
        return True
    if key in ("phone", "fax", "postcode"):
        return re.match(r"(?:是|为)?\s?(?:\(?0\d|1\d{5}|[1-9]\d{5,7})", after) is not None
    if key == "address":
        if re.match(r"(?:设在|位于|在|为|是)[一-龥]{3}", after) and found.group() != "地址":
            return True
        is_apart = found.start() == 0 or text[found.start() - 1] in ",;。(:)" or text[found.start() - 1].isdigit()
        return is_apart and _IN_STREET.match(text, found.end()) is not None
    return key == "email" and re.match(r"(?:是|为)?[A-Za-z0-9]", after) is not None


def _values(line: Passage, key: str, label: str, start: int, stop: int) -> Iterator[Field]:
    text = line.folded.text
    source = (
        Message("extract.field.footer")
        if line.kind is BlockKind.FURNITURE
        else Message("extract.field.label", {"label": label})
    )
    places = list(_places(text, key, start, stop))
    for low, high in places:
        yield Field(key, _canonical(key, text[low:high]), line.span(low, high), 0.93, source)
    is_form = key.startswith("form_") or key == "responsible_person"
    may_be_blank = is_form or key not in (*_MANY, "form_phone")
    if not places and may_be_blank and not text[start:stop].strip(",;:。 _"):
        yield Field(key, None, line.span(start, start), 0.9, Message("extract.field.blank", {"label": label}))


def _places(text: str, key: str, start: int, stop: int) -> Iterator[tuple[int, int]]:
    stop = min(stop, start + _REACH)
    if key in ("phone", "fax", "form_phone"):
        at = start
        for number in _NUMBER.finditer(text, start, stop):
            if number.start() - at > _NEXT:
                break
            yield number.span()
            at = number.end()
        return
    if key in ("address", "form_date_text"):
        if key == "address" and (verb := re.match(r"(?:设在|位于|在|为|是)", text[start:stop])):
            start += verb.end()
        ends = (m.start() for m in _END[key].finditer(text, start, stop) if not _closes(text, start, m.start()))
        high = next(ends, stop)
        while high > start and text[high - 1] in ",;:、(":
            high -= 1
        if 2 < high - start < 80:
            yield start, high
        return
    at, reach = start, _FIRST
    for found in _SHAPES[key].finditer(text, start, stop):
        if found.start() - at > reach:
            break
        yield found.span()
        if key != "email":
            break
        at, reach = found.end(), _NEXT


def _closes(text: str, start: int, at: int) -> bool:
    """Whether the sign at `at` closes a bracket that was opened behind `start`."""
    return text[at] == ")" and text.count("(", start, at) > text.count(")", start, at)


def _canonical(key: str, printed: str) -> str:
    if key in ("phone", "fax", "form_phone"):
        return re.sub(rf"{_DASH}", "-", printed)
    if key == "email":
        return re.sub(r"\s", "", re.sub(_AT, "@", printed)).replace("。", ".")
    return printed.replace(" ", "") if key == "postcode" else printed


def _links(line: Passage) -> Iterator[Field]:
    if "." not in line.folded.text:
        return
    for found in _LINK.finditer(line.folded.text):
        printed = found.group().rstrip(".,:;/-")
        if "@" not in line.folded.text[max(0, found.start() - 1) : found.end()] and "." in printed:
            place = line.span(found.start(), found.start() + len(printed))
            yield Field("website", re.sub(r"\s", "", printed), place, 0.9, Message("extract.field.link"))
