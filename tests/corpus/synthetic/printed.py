"""How figures and dates are printed."""

import random
from dataclasses import dataclass
from datetime import date

_DIGITS = "零一二三四五六七八九"
_WIDE = str.maketrans("0123456789", "０１２３４５６７８９")


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure as it is meant and as it is printed."""

    value: int | float
    text: str
    approx: bool = False


def numeral(number: int) -> str:
    """0 to 9999 in Chinese numerals, as they are said."""
    if number < 10:
        return _DIGITS[number]
    out, gap = "", False
    for factor, unit in ((1000, "千"), (100, "百"), (10, "十"), (1, "")):
        digit = number // factor % 10
        if digit:
            one_ten = digit == 1 and unit == "十" and not out
            out += ("零" if gap and out else "") + ("" if one_ten else _DIGITS[digit]) + unit
        gap = not digit
    return out


def figure(number: int | float, chance: random.Random, style: str = "plain") -> Figure:
    """Print a figure in one of the styles: plain, thousands, wide, chinese; those that do not suit it print plain."""
    if style == "thousands" and number >= 1000:
        return Figure(number, f"{number:,}")
    if style == "wide":
        return Figure(number, str(number).translate(_WIDE))
    if style == "chinese" and isinstance(number, int) and 0 < number < 100:
        return Figure(number, numeral(number) if number != 2 else chance.choice(("二", "两")))
    return Figure(number, str(number))


def rough(number: int, chance: random.Random) -> Figure:
    """A figure that says itself that it is not exact: 120余, 近300, 1.2万余."""
    if number >= 20_000:
        tenths = number // 1000
        return Figure(tenths * 1000, f"{tenths / 10:g}万{chance.choice(('余', '多'))}", True)
    step = 10 if number < 1000 else 100
    base = max(number // step * step, step)
    if chance.random() < 0.3:
        return Figure(base, f"{chance.choice(('近', '约', '超过'))}{base}", True)
    return Figure(base, f"{base}{chance.choice(('余', '多'))}", True)


def printed_date(day: date, chance: random.Random) -> str:
    """A date as a report is signed with."""
    shape = chance.randrange(5)
    if shape == 0:
        zero = chance.choice("〇○零")
        year = "".join(zero if d == "0" else _DIGITS[int(d)] for d in str(day.year))
        return f"{year}年{numeral(day.month)}月{numeral(day.day)}日"
    if shape == 1:
        return f"{day.year}年{day.month:02d}月{day.day:02d}日"
    if shape == 2:
        return f"{day.year} 年 {day.month} 月 {day.day} 日"
    return f"{day.year}年{day.month}月{day.day}日"
