"""Numbers as reports print them: Arabic, Chinese, myriads, and the words that make them approximate."""

import re
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.base.numbers import ARABIC, NUMBER, Number, arabic, chinese, parse

_FIGURES = "零一二三四五六七八九"


@pytest.mark.parametrize(
    ("printed", "value"),
    [
        ("0", "0"),
        ("7", "7"),
        ("1024", "1024"),
        ("1,024", "1024"),
        ("1，024", "1024"),
        ("12,345,678.90", "12345678.9"),
        ("１２３", "123"),
        ("１，０２４", "1024"),
        ("1 024", "1024"),
        ("24252.311082", "24252.311082"),
        ("-18", "-18"),
        ("+7", "7"),
        ("－15", "-15"),
        ("1.9万", "19000"),
        ("96171.6万", "961716000"),
        ("3萬", "30000"),
        ("1.2亿", "120000000"),
        ("零", "0"),
        ("〇", "0"),
        ("七", "7"),
        ("两", "2"),
        ("十", "10"),
        ("十五", "15"),
        ("二十", "20"),
        ("二十二", "22"),
        ("一百", "100"),
        ("一百零三", "103"),
        ("一百一十三", "113"),
        ("两百二十", "220"),
        ("三千六百", "3600"),
        ("一千零五", "1005"),
        ("一万二千三百", "12300"),
        ("十二万", "120000"),
        ("一亿二千万", "120000000"),
        ("三亿零五万二千", "300052000"),
        ("十二万亿", "12000000000000"),
        ("二〇一二", "2012"),
        ("二○一二", "2012"),
        ("二零一零", "2010"),
    ],
)
def test_an_exact_number_is_read_in_units_of_one(printed: str, value: str) -> None:
    assert parse(printed) == Number(Decimal(value), False)


@pytest.mark.parametrize(
    ("printed", "value"),
    [
        ("120余", "120"),
        ("20余", "20"),
        ("350多", "350"),
        ("10万多", "100000"),
        ("18万余", "180000"),
        ("7700余", "7700"),
        ("1万余", "10000"),
        ("近300", "300"),
        ("将近300", "300"),
        ("约500", "500"),
        ("超过800", "800"),
        ("逾4000", "4000"),
        ("300以上", "300"),
        ("300左右", "300"),
        ("三千六百余", "3600"),
        ("二十多", "20"),
        ("近一千", "1000"),
        ("近10万", "100000"),
        ("10余万", "100000"),
        ("三十多万", "300000"),
    ],
)
def test_words_of_approximation_leave_the_figure_and_say_so(printed: str, value: str) -> None:
    assert parse(printed) == Number(Decimal(value), True)


@pytest.mark.parametrize(
    "printed", ["", " ", "——", "-", "/", "无", "件", "1,24", "1..2", "12a", "1,0245", "万", "余", "近", "第3"]
)
def test_what_is_no_number_is_none_and_never_zero(printed: str) -> None:
    assert parse(printed) is None


def test_a_blank_and_a_dash_are_no_zero() -> None:
    assert (arabic(""), arabic("-"), chinese(""), chinese("-")) == (None, None, None, None)
    assert (arabic("0"), chinese("零")) == (Decimal(0), Decimal(0))


def test_a_value_is_kept_without_powers_of_ten() -> None:
    assert [f"{parse(p).value}" for p in ("1.9万", "100", "0.50", "10万")] == ["19000", "100", "0.5", "100000"]  # type: ignore[union-attr]


@given(st.integers(0, 10**12))
def test_separated_and_plain_digits_mean_the_same(number: int) -> None:
    assert arabic(f"{number:,}") == arabic(str(number)) == Decimal(number)


@given(st.integers(1, 99_999_999))
def test_a_number_in_chinese_numerals_is_read_back(number: int) -> None:
    assert chinese(_written(number)) == Decimal(number)


@given(st.decimals(0, 10**9, places=6))
def test_a_decimal_in_a_sentence_is_found_whole(number: Decimal) -> None:
    for printed in (f"{number:f}", f"{number:,f}"):
        found = re.search(ARABIC, f"共{printed}万元")
        assert found is not None
        assert arabic(found.group()) == number


@pytest.mark.parametrize("printed", ["1,024", "3096.75", "二十二", "10万", "1.9万", "10余万", "一百零三"])
def test_a_number_in_a_sentence_is_found_whole(printed: str) -> None:
    found = re.search(NUMBER, f"主动公开{printed}件")
    assert found is not None
    assert found.group() == printed


def _written(number: int) -> str:
    """Numerals as people write them: 零 once for a gap, 一 before 十."""
    if number >= 10_000:
        high, low = divmod(number, 10_000)
        return _written(high) + "万" + ("零" if 0 < low < 1000 else "") + (_written(low) if low else "")
    words, gap = "", False
    for unit, name in ((1000, "千"), (100, "百"), (10, "十"), (1, "")):
        digit = number // unit % 10
        if digit:
            words += ("零" if gap and words else "") + _FIGURES[digit] + name
        gap = digit == 0 if digit else True
    return words
