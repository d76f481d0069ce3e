"""Figures of a sentence: what counts something, and what only looks so."""

from decimal import Decimal

import pytest

from core.extract.figures import figures
from core.model.extraction import StatisticKind


def read(text: str) -> list[tuple[Decimal, str, bool]]:
    return [(f.value, f.unit, f.approx) for f in figures(text, 0, len(text))]


@pytest.mark.parametrize(
    ("text", "value", "unit", "approx"),
    [
        ("公开信息1 200条", "1200", "条", False),
        ("公开信息1,024条", "1024", "条", False),
        ("点击突破3.5万次", "35000", "次", True),
        ("点击超80万人次", "800000", "人次", True),
        ("专项经费1.2亿元", "12000", "万元", False),
        ("公开率达百分之九十五", "95", "%", False),
        ("共有3位工作人员", "3", "人", False),
        ("受理申请零件", "0", "件", False),
        ("收到申请两件都已答复", "2", "件", False),
        ("其中决算报告二条、公告", "2", "条", False),
        ("形成工单320件", "320", "件", False),
    ],
)
def test_a_figure_is_read_with_its_unit(text: str, value: str, unit: str, approx: bool) -> None:
    assert read(text) == [(Decimal(value), unit, approx)]


@pytest.mark.parametrize(
    "text",
    [
        "每年召开3—5次会议",
        "每月公开不少于6条信息",
        "无一例投诉",
        "未发生1起复议",
        "相同信息计1条",
        "第3次会议",
        "统一次序",
        "提供一条龙服务",
        "以下三项:",
        "12345678901234567890条",
    ],
)
def test_what_counts_nothing_is_no_figure(text: str) -> None:
    assert read(text) == []


def test_two_counts_may_stand_side_by_side() -> None:
    assert read("培训6场780余人次") == [(Decimal(6), "场", False), (Decimal(780), "人次", True)]


def test_a_share_is_a_rate() -> None:
    assert [f.kind for f in figures("占7.5%,计3条", 0, 9)] == [StatisticKind.RATE, StatisticKind.COUNT]
