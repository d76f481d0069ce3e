"""Dates as Chinese reports print them, in folded text.

Shapes: 2009年3月10日 · 二〇〇九年三月十日 · 二〇〇九年3月10日 · 2009-03-10 · 2009.3.10 · 2009/3/10 ·
09年3月10日, and the remains of dates that lost 年, 月, 日 (2009310): those are uncertain, however plausible.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from core.base.numbers import chinese

_DIGITS = "〇○零OＯo0一二三四五六七八九"
CHINESE_YEAR = rf"[二一][{_DIGITS}]{{3}}"
_MONTH = r"元|\d{1,2}|[一二三四五六七八九十]{1,2}"
_DAY = r"\d{1,2}|[一二三四五六七八九十廿卅]{1,3}"
_SHAPES = re.compile(
    # 20131月1日 lost a sign that nothing else can stand for.
    rf"(?=[\d一二])(?:(?<!\d)(?P<y>\d{{4}}年|(?:19|20)\d\d(?=\d))(?P<m>{_MONTH})月(?P<d>{_DAY})[日号]?"
    rf"|(?P<cy>{CHINESE_YEAR})年(?P<cm>{_MONTH})月(?P<cd>{_DAY})[日号]?"
    # A hyphen parts a date from nothing but another date: 2009.1.1-2009.12.31.
    r"|(?:(?<![\d.-])|(?<=[-./]\d-)|(?<=[-./]\d\d-))(?P<py>(?:19|20)\d\d)(?P<sep>[-./])(?P<pm>\d{1,2})(?P=sep)"
    r"(?P<pd>\d{1,2})(?![\d.]|-(?!(?:19|20)\d\d[-./])))"
)
_LOST = re.compile(r"(20(?<![\d.-]20)\d\d)(\d{2,4})日?(?![\d.年-])")


@dataclass(frozen=True, slots=True)
class Dated:
    """A date at [start, end) of the folded text. `certain` is false when its separators are lost."""

    start: int
    end: int
    day: date
    certain: bool = True


def dates(text: str, start: int = 0, end: int | None = None) -> Iterator[Dated]:
    """All whole dates of the folded text, in order; impossible ones (2月30日) are left out."""
    for found in _SHAPES.finditer(text, start, len(text) if end is None else end):
        group = found.groupdict()
        if group["y"]:
            day = _day(int(group["y"][:4]), month_of(group["m"]), _day_of(group["d"]))
        elif group["cy"]:
            day = _day(year_of(group["cy"]), month_of(group["cm"]), _day_of(group["cd"]))
        else:
            day = _day(int(group["py"]), int(group["pm"]), int(group["pd"]))
        if day:
            yield Dated(found.start(), found.end(), day)


def lost(text: str, start: int = 0, end: int | None = None) -> Iterator[Dated]:
    """Runs of digits that are a date without its separators: 2009219 is the 19th of February. Never certain.

    When a run can be read in several ways, the earliest of the year is given.
    """
    for found in _LOST.finditer(text, start, len(text) if end is None else end):
        rest = found[2]
        days = [_day(int(found[1]), int(rest[:k]), int(rest[k:])) for k in (1, 2) if len(rest) > k and rest[k] != "0"]
        if len(rest) == 4:
            days = [_day(int(found[1]), int(rest[:2]), int(rest[2:]))]
        known = sorted(d for d in days if d)
        if known:
            yield Dated(found.start(), found.end(), known[0], False)


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day) if 1980 <= year <= 2100 else None
    except ValueError:
        return None


def year_of(printed: str) -> int:
    """The year of 2014 or 二○一四."""
    if printed.isdigit() and printed.isascii():
        return int(printed)
    return int("".join("0" if c in "〇○零OＯo0" else str("一二三四五六七八九".index(c) + 1) for c in printed))


def month_of(printed: str) -> int:
    """The month of 3, 三 or 元."""
    return int(printed) if printed.isdigit() and printed.isascii() else _chinese(printed)


def _day_of(printed: str) -> int:
    return int(printed) if printed.isdigit() and printed.isascii() else _chinese(printed)


def _chinese(printed: str) -> int:
    if printed == "元":
        return 1
    plain = printed.replace("廿", "二十").replace("卅", "三十")
    return int(chinese(plain) or 0)
