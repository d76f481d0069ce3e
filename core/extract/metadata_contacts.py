"""How to reach the authors, and what stands below a form: labels and what is printed after them."""

import re
from collections.abc import Iterator

from core.extract.passages import Passage, passages
from core.model.document import BlockKind, Document
from core.model.extraction import Field
from core.model.message import Message

_LABELS: tuple[tuple[str, str], ...] = (
    ("address", r"(?:通讯|通信|联系|办公|单位|详细|邮寄)?地址|地\s?点(?=:)"),
    ("postcode", r"邮政编码|邮\s?编"),
    (
        "phone",
        r"(?:政府信息公开)?(?:联系|咨询|办公|投诉|监督|举报|服务|值班|受理|热线){0,3}电\s?话(?:号码)?(?:\(传真\)|/传真|\(含传真\)|及传真|、传真)?|联系方式",
    ),
    ("fax", r"传\s?真(?:号码|电话)?"),
    ("email", r"(?:电子)?邮箱(?:地址)?|电子邮件(?:地址)?|[Ee]-?[Mm]ail"),
    ("form_filler", r"填[表报]人"),
    ("form_date_text", r"填[表报](?:日期|时间)|报出日期"),
    ("responsible_person", r"(?:单位)?负责人(?:签字)?"),
    ("reviewer", r"审核人"),
)
_ANY = re.compile("|".join(f"(?P<{k}>{p})" for k, p in _LABELS))
_END = {"address": re.compile(r"[,;。)!?“”]|(?<!\d)\.(?!\d)"), "form_date_text": re.compile(r"[;。)]")}
_SHAPES = {
    "postcode": re.compile(r"(?<!\d)\d{5,6}(?!\d)"),
    "email": re.compile(r"[A-Za-z0-9_.+-]{1,64}@[A-Za-z0-9-]{1,63}(?:\.[A-Za-z0-9-]{1,63}){1,5}"),
    "form_filler": re.compile(r"[一-龥·]{2,4}"),
    "responsible_person": re.compile(r"[一-龥·]{2,4}"),
    "reviewer": re.compile(r"[一-龥·]{2,4}"),
}
_NUMBER = re.compile(
    r"(?:\(?0\d{2,3}\)?[-—–~]{0,2})?\d{7,8}(?:(?:[-—转]|转分机)\d{1,6})?(?!\d)|(?<!\d)1[3-9]\d{9}(?!\d)|(?<!\d)400-?\d{3}-?\d{4}(?!\d)|(?<!\d)12345(?!\d)"
)
_LINK = re.compile(
    r"(?:https?://|www\.)[A-Za-z0-9][A-Za-z0-9.:/_?=&%#~-]{3,200}|(?<![@A-Za-z0-9./_-])(?:[a-z0-9-]{1,40}\.){1,5}(?:gov\.cn|gov|org\.cn)(?:/[A-Za-z0-9./_?=&%-]{0,120})?"
)
_FORM_LINE = re.compile(r"填[表报]人|单位负责人|审核人")
_MANY = ("phone", "fax", "email")


def contacts(document: Document) -> list[Field]:
    """Contact data, websites, and the data below a form. A label with nothing after it gives a blank field."""
    found: list[Field] = []
    lines = passages(document, (BlockKind.PARAGRAPH, BlockKind.FURNITURE))
    for line in lines:
        is_form = bool(_FORM_LINE.search(line.folded.text)) and len(line.folded.text) < 160
        for field in _labelled(line, is_form):
            _keep(found, field)
    for line in lines:
        if line.kind is BlockKind.PARAGRAPH:
            for field in _links(line):
                _keep(found, field)
    return found


def _keep(found: list[Field], field: Field) -> None:
    """One value for a key, but every different phone, fax, e-mail and website; a value beats a blank."""
    same = [f for f in found if f.key == field.key]
    if field.key in (*_MANY, "website"):
        if field.value and all(_bare(f.value) != _bare(field.value) for f in same):
            found.append(field)
        return
    if not same:
        found.append(field)
    elif same[0].value is None and field.value:
        found[found.index(same[0])] = field


def _bare(value: str | None) -> str:
    return re.sub(r"^https?://|/$", "", value or "").lower()


def _labelled(line: Passage, is_form: bool) -> Iterator[Field]:
    text = line.folded.text
    labels = [m for m in _ANY.finditer(text) if _is_label(text, m, is_form)]
    for i, label in enumerate(labels):
        key = label.lastgroup or ""
        if key == "reviewer" or (not is_form and key in ("form_filler", "form_date_text", "responsible_person")):
            continue
        start = label.end() + (text[label.end() : label.end() + 1] == ":")
        stop = labels[i + 1].start() if i + 1 < len(labels) else len(text)
        if is_form and key == "phone":
            yield from _values(line, "form_phone", label.group(), start, stop)
        elif not (is_form and key in ("address", "postcode", "fax", "email")):
            yield from _values(line, key, label.group(), start, stop)
            if key == "phone" and "传真" in label.group():
                yield from _values(line, "fax", label.group(), start, stop)


def _is_label(text: str, found: re.Match[str], is_form: bool) -> bool:
    """A label stands before a colon, or before its kind of value at once."""
    after = text[found.end() : found.end() + 2]
    if after.startswith(":"):
        return True
    if found.lastgroup in ("phone", "fax", "postcode") and re.match(r"\(?[01]\d|\d\d", after):
        return True
    return found.lastgroup == "email" and re.match(r"[A-Za-z0-9]", after) is not None


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
    if key in ("phone", "fax", "form_phone"):
        at = start
        for number in _NUMBER.finditer(text, start, stop):
            if number.start() - at > 4:
                break
            yield number.span()
            at = number.end()
        return
    if key in ("address", "form_date_text"):
        ends = (m.start() for m in _END[key].finditer(text, start, stop) if not _closes(text, start, m.start()))
        high = next(ends, stop)
        while high > start and text[high - 1] in ",;:、(":
            high -= 1
        if 2 < high - start < 80:
            yield start, high
        return
    found = _SHAPES[key].search(text, start, min(stop, start + 90))
    if found and found.start() - start <= 12:
        yield found.span()


def _closes(text: str, start: int, at: int) -> bool:
    """Whether the sign at `at` closes a bracket that was opened behind `start`."""
    return text[at] == ")" and text.count("(", start, at) > text.count(")", start, at)


def _canonical(key: str, printed: str) -> str:
    return re.sub(r"[—–~]", "-", printed) if key in ("phone", "fax", "form_phone") else printed


def _links(line: Passage) -> Iterator[Field]:
    for found in _LINK.finditer(line.folded.text):
        value = found.group().rstrip(".,:;/-")
        if "@" not in line.folded.text[max(0, found.start() - 1) : found.end()] and "." in value:
            yield Field(
                "website",
                value,
                line.span(found.start(), found.start() + len(value)),
                0.9,
                Message("extract.field.link"),
            )
