"""Numbers as Chinese reports print them.

Shapes: 1,024 · １２３ · 1.9万 · 10万多 · 近300 · 120余 · 二十二 · 一百零三 · 三千六百余 · 〇○零. Approximation words
do not change the figure, they only say that it is not exact.
"""

import re
from decimal import Decimal

from core.base.data import data
from core.base.text import widths

_DIGIT = {c: i for i, c in enumerate("零一二三四五六七八九")} | {"〇": 0, "○": 0, "两": 2}
_UNIT = {"十": 10, "百": 100, "千": 1000}
_WAN = 10_000
_MYRIAD = {"万": 10_000, "萬": 10_000, "亿": 100_000_000, "億": 100_000_000}

# In folded text: half-width digits and punctuation. Bounded repeats only.
ARABIC = r"\d{1,3}(?:,\d{3}){1,4}(?:\.\d{1,6})?|\d{1,3}(?: \d{3}){1,3}(?!\d)|\d{1,12}(?:\.\d{1,8})?"
CHINESE = "[〇○零一二两三四五六七八九十百千]{1,9}"
NUMBER = rf"(?:{ARABIC}|{CHINESE})(?:[余多]?[万萬亿億])?"
BEFORE_APPROX = r"(?:将近|接近|近|约|大约|超过|超|突破|逾|不足|不少于|不下于?|达到近)"
FIRST_SIGN = r"[\d〇○零一二两三四五六七八九十百千将接近约大超突逾不达]"  # of a number, or of what stands before it
AFTER_APPROX = r"(?:余|多|来|以上|左右|上下)"
_APPROX = re.compile(f"^{BEFORE_APPROX}|{AFTER_APPROX}")
_SPACE = re.compile(r"\s")
_LONGEST = 30
_FIGURE = re.compile(rf"[-+]?\d{{1,3}}(?:,\d{{3}})+(?:\.\d+)?|[-+]?\d{{1,{_LONGEST}}}(?:\.\d{{1,12}})?")


@data
class Number:
    """A printed number: its value in ones, and whether its own words make it approximate."""

    value: Decimal
    approx: bool


def parse(printed: str) -> Number | None:
    """The number that `printed` means, None when it is none. Width does not matter.

    >>> parse("1.9万").value
    Decimal('19000')
    """
    if printed.isascii() and printed.isdecimal() and len(printed) < _LONGEST:
        return Number(Decimal(int(printed)), False)
    core, words = _APPROX.subn("", _SPACE.sub("", widths(printed)))
    value = chinese(core)
    if value is None:
        factor = 1
        if core and core[-1] in _MYRIAD:
            factor, core = _MYRIAD[core[-1]], core[:-1]
        value = arabic(core)
        if value is None:
            return None
        value *= factor
    return Number(_plain(value), words > 0)


def arabic(text: str) -> Decimal | None:
    """A number in half-width digits, with or without thousands separators; None when it is none."""
    if _FIGURE.fullmatch(text):
        return Decimal(text.replace(",", ""))
    return None


def chinese(text: str) -> Decimal | None:
    """A number in Chinese numerals up to 千万; None when it is none. 二〇一二 is read digit by digit."""
    if not text or text[0] in _MYRIAD or any(c not in _DIGIT and c not in _UNIT and c not in _MYRIAD for c in text):
        return None
    if all(c in _DIGIT for c in text):
        return Decimal("".join(str(_DIGIT[c]) for c in text)) if len(text) > 1 else Decimal(_DIGIT[text])
    total, section, digit = 0, 0, 0
    for c in text:
        if c in _DIGIT:
            digit = _DIGIT[c]
        elif c in _UNIT:
            section, digit = section + (digit or 1) * _UNIT[c], 0
        elif _MYRIAD[c] == _WAN:
            total, section, digit = total + (section + digit) * _WAN, 0, 0
        else:
            total, section, digit = (total + section + digit) * _MYRIAD[c], 0, 0
    return Decimal(total + section + digit)


def _plain(value: Decimal) -> Decimal:
    return Decimal(int(value)) if value == value.to_integral_value() else value.normalize()
