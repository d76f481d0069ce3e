"""What a person types, and what she means by it."""

import pytest

from core.app import typed
from core.model.extraction import CellKind
from core.model.values import Content, ValueKind

FIGURES = [
    ("1473", "1473"),
    ("１４７３", "1473"),
    ("1,473", "1473"),
    ("1.9万", "19000"),
    ("1.9 万", "19000"),
    ("一百二十", "120"),
    ("120余", "120"),
    ("\u22125", "-5"),
    ("12.50", "12.50"),
    ("1473条", "1473"),
    ("1473 人次", "1473"),
    ("1473.", "1473"),
    ("1.9万人次", "19000"),
]


@pytest.mark.parametrize(("text", "meant"), FIGURES)
def test_a_figure_is_understood_as_it_is_typed(text: str, meant: str) -> None:
    content = typed.content(ValueKind.CELL, "cell:t1/r1/c1", text)
    assert content.kind is CellKind.NUMBER
    assert content.number == Content(CellKind.NUMBER, meant).number


@pytest.mark.parametrize("text", ["", " ", "\u3000", "空白", "blank"])
def test_nothing_typed_is_a_blank_and_no_zero(text: str) -> None:
    assert typed.content(ValueKind.CELL, "cell:t1/r1/c1", text) == Content(CellKind.BLANK, "")


@pytest.mark.parametrize("text", ["——", "—", "-", "/", "／", "不适用"])
def test_a_dash_is_not_applicable_and_no_zero(text: str) -> None:
    assert typed.content(ValueKind.CELL, "cell:t1/r1/c1", text).kind is CellKind.NOT_APPLICABLE


@pytest.mark.parametrize("text", ["?", "？", "看不清"])
def test_a_question_mark_is_unreadable(text: str) -> None:
    assert typed.content(ValueKind.STATISTIC, "stat:x#0", text).kind is CellKind.UNREADABLE


@pytest.mark.parametrize("text", ["0", "０", "零", "〇"])
def test_a_typed_zero_is_a_zero(text: str) -> None:
    assert typed.content(ValueKind.CELL, "cell:t1/r1/c1", text) == Content(CellKind.ZERO, "0")


@pytest.mark.parametrize(
    ("key", "text", "meant"),
    [
        ("field:sign_date", "2012年2月5日", "2012-02-05"),
        ("field:sign_date", "二〇一二年二月五日", "2012-02-05"),
        ("field:sign_date", "二月五日", "二月五日"),
        ("field:sign_date", "20120205", "2012-02-05"),
        ("field:year", "２０１１年", "2011"),
        ("field:phone#0", "０５３３－３２２２１９２", "0533-3222192"),
        ("field:title", "  青石县  年度报告 ", "青石县 年度报告"),
        ("field:body_kind", "政府办公室", "office"),
        ("field:region_level", "County", "county"),
        ("field:region_level", "county", "county"),
        ("field:issuer", "政府办公室", "政府办公室"),
    ],
)
def test_a_field_is_kept_in_its_own_form(key: str, text: str, meant: str) -> None:
    assert typed.content(ValueKind.FIELD, key, text) == Content(CellKind.TEXT, meant)


def test_words_in_the_place_of_a_figure_stay_words() -> None:
    assert typed.content(ValueKind.CELL, "cell:t1/r1/c1", "见附件") == Content(CellKind.TEXT, "见附件")
