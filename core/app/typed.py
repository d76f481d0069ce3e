"""What a person means by what she typed: 1.9万 is 19000, "——" not applicable, nothing is blank, "?" unreadable."""

import re
import unicodedata

from core.base import dates, numbers
from core.base.messages import LANGUAGES, word
from core.base.text import tidy, widths
from core.model.extraction import CellKind
from core.model.values import Content, ValueKind

# Source: DESIGN, "The Value"; the dashes are those of Chinese and Western keyboards.
_DASHES = {"—", "——", "－－", "--", "–", "-", "/", "／", "不适用", "无此项"}
_UNREADABLE = {"?", "？"}
_DATES = ("period_start", "period_end", "sign_date", "publish_date")
# Source: DESIGN, "Contracts others rely on".
_CODES = {
    "body_kind": ("government", "office", "department", "town", "street", "school", "zone", "other"),
    "region_level": ("nation", "province", "prefecture", "county", "town"),
}
_EIGHT = re.compile(r"(?:19|20)\d{6}")
_UNIT = re.compile(r"\s*(?:人次|[条件个次人份期篇项宗起名本册部场种户家所处])?[。.]?$")
_MINUS = str.maketrans({"\u2212": "-"})


def _worded(content: str) -> set[str]:
    """How the program itself calls such a place, in all its languages."""
    code = f"content.{content}"
    return {word(code, {}, lang) for lang in LANGUAGES}


def is_approx(text: str) -> bool:
    """Whether the words of a figure say that it is not exact: 近3000, 120余."""
    figure = numbers.parse(_UNIT.sub("", unicodedata.normalize("NFKC", text.strip())))
    return figure is not None and figure.approx


def codes(field: str) -> tuple[str, ...]:
    """The closed list of codes that a field's value is one of; empty for fields of free text."""
    return _CODES.get(field, ())


def content(kind: ValueKind, key: str, text: str) -> Content:
    """What `text` means as a value of this kind; `key` is the value's key."""
    plain = text.strip().strip("\u3000").strip()
    if not plain:
        return Content(CellKind.BLANK, "")
    if plain in _worded("blank"):
        return Content(CellKind.BLANK, "")
    if plain in _UNREADABLE | _worded("unreadable"):
        return Content(CellKind.UNREADABLE, "?")
    if plain in _DASHES:
        return Content(CellKind.NOT_APPLICABLE, "——")
    return _field(key, plain) if kind is ValueKind.FIELD else _figure(plain)


def _field(key: str, plain: str) -> Content:
    name = key.removeprefix("field:").partition("#")[0]
    narrow = widths(plain)
    for code in codes(name):
        if narrow == code or narrow in {word(f"coded.{name}.{code}", {}, lang) for lang in LANGUAGES}:
            return Content(CellKind.TEXT, code)
    if name in _DATES:
        if _EIGHT.fullmatch(narrow):
            narrow = f"{narrow[:4]}-{narrow[4:6]}-{narrow[6:]}"
        found = next(dates.dates(narrow), None)
        return Content(CellKind.TEXT, found.day.isoformat() if found else tidy(plain))
    if name == "year":
        figure = numbers.parse(narrow.removesuffix("年").removesuffix("年度"))
        return Content(CellKind.TEXT, f"{figure.value:f}" if figure else tidy(plain))
    if name in ("phone", "fax", "email", "website", "postcode"):
        return Content(CellKind.TEXT, tidy(narrow))
    return Content(CellKind.TEXT, tidy(plain))


def _figure(plain: str) -> Content:
    folded = unicodedata.normalize("NFKC", plain).translate(_MINUS)
    figure = numbers.parse(folded) or numbers.parse(_UNIT.sub("", folded))
    if figure is None:
        return Content(CellKind.TEXT, tidy(plain))
    return Content(CellKind.ZERO if figure.value == 0 else CellKind.NUMBER, f"{figure.value:f}")
