"""Dates in folded text: every printed shape, what is no date, and dates that lost their separators."""

from datetime import date

import pytest

from core.base.dates import dates, lost
from core.base.text import squeeze


@pytest.mark.parametrize(
    ("printed", "day"),
    [
        ("2013年1月17日", date(2013, 1, 17)),
        ("2013年01月07日", date(2013, 1, 7)),
        ("2013年1月17号", date(2013, 1, 17)),
        ("2013年1月17", date(2013, 1, 17)),
        ("２０１３年１月１７日", date(2013, 1, 17)),
        ("2 0 1 3 年 1 月 17 日", date(2013, 1, 17)),
        ("2013 年 1 月 17 日", date(2013, 1, 17)),
        ("2013-01-17", date(2013, 1, 17)),
        ("2013-1-7", date(2013, 1, 7)),
        ("2013.1.17", date(2013, 1, 17)),
        ("2013/01/17", date(2013, 1, 17)),
        ("二〇一四年一月十日", date(2014, 1, 10)),
        ("二○一四年一月十日", date(2014, 1, 10)),
        ("二〇一四年1月10日", date(2014, 1, 10)),
        ("2014年一月十日", date(2014, 1, 10)),
        ("二零一四年十二月三十一日", date(2014, 12, 31)),
        ("二OO九年三月二十日", date(2009, 3, 20)),
        ("二ＯＯ九年三月二日", date(2009, 3, 2)),
        ("二0一0年十月二十二日", date(2010, 10, 22)),
        ("二〇一二年三月廿一日", date(2012, 3, 21)),
        ("二〇一二年三月卅一日", date(2012, 3, 31)),
        ("二〇二〇年元月八日", date(2020, 1, 8)),
    ],
)
def test_every_printed_shape_of_a_date_is_read(printed: str, day: date) -> None:
    assert [(d.day, d.certain) for d in dates(squeeze(printed))] == [(day, True)]


@pytest.mark.parametrize(
    "printed",
    [
        "2013年2月30日",
        "2013年13月1日",
        "2013年4月31日",
        "2013年0月5日",
        "1013年1月17日",
        "2913年1月17日",
        "32013年1月17日",
        "2013年1月",
        "2013年度",
        "2013-1月17",
        "2013-1.17",
        "0731-2013-1-17",
        "KS-2013-1-17",
        "2013-1-17-5",
        "2013-1-17-2013",
        "2013.1.17.4",
        "192.168.1.17",
        "国办发〔2014〕32号",
        "第二十条第（一）项",
    ],
)
def test_what_cannot_be_a_date_is_none(printed: str) -> None:
    assert list(dates(squeeze(printed))) == []


def test_dates_come_in_order_with_the_places_they_stand_in() -> None:
    text = "统计期限自2012年1月1日起至二〇一二年十二月三十一日止，2013-01-17发布"
    assert [text[d.start : d.end] for d in dates(text)] == ["2012年1月1日", "二〇一二年十二月三十一日", "2013-01-17"]


@pytest.mark.parametrize("sep", [".", "/", "-"])
def test_a_hyphen_may_part_two_dates(sep: str) -> None:
    text = sep.join(("2013", "1", "01")) + "-" + sep.join(("2013", "12", "31"))
    assert [d.day for d in dates(text)] == [date(2013, 1, 1), date(2013, 12, 31)]


def test_only_the_stretch_that_is_asked_for_is_searched() -> None:
    text = "2012年1月1日至2012年12月31日"
    assert [d.day for d in dates(text, 1)] == [date(2012, 12, 31)]
    assert [d.day for d in dates(text, 0, 10)] == [date(2012, 1, 1)]


@pytest.mark.parametrize(
    ("printed", "day"),
    [
        ("20111231日", date(2011, 12, 31)),
        ("20111231", date(2011, 12, 31)),
        ("2009310", date(2009, 3, 10)),
        ("2009219", date(2009, 2, 19)),
        ("2009131", date(2009, 1, 31)),
        ("201311", date(2013, 1, 1)),
        ("20130105日", date(2013, 1, 5)),
        ("2013105", date(2013, 10, 5)),
    ],
)
def test_a_date_without_its_separators_is_read_and_never_certain(printed: str, day: date) -> None:
    assert [(d.day, d.certain) for d in lost(printed)] == [(day, False)]


def test_digits_of_two_readings_give_the_earlier_day() -> None:
    assert [d.day for d in lost("2009111")] == [date(2009, 1, 11)]


@pytest.mark.parametrize(
    "printed",
    ["20111331", "2011年", "2013", "20130", "200000000", "13800200912", "2013-115", "201311050", "2013115年", "0"],
)
def test_digits_that_can_be_no_day_are_no_lost_date(printed: str) -> None:
    assert list(lost(printed)) == []
