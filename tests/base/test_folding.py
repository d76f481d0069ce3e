"""Folding: patterns see one form of every sign, and each match knows where it stands in the original."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.base.text import fold, squeeze, tidy, widths

_SIGNS = "报告年县公开12０９ａZ，。：（）()\t\n\r \u3000\u00a0\x0b\u2028\u200b\ufeff①Ⅱ〇○㎡ﬁ…—−－"
texts = st.text(alphabet=_SIGNS, max_size=60)


@pytest.mark.parametrize(
    ("printed", "folded"),
    [
        ("（一）主动公开：１２３，", "(一)主动公开:123,"),
        ("2 0 1 2 年", "2012年"),
        ("县 2 0 1 2 年", "县2012年"),
        ("72804 76424", "72804 76424"),
        ("公 开\u3000总\n数", "公开总数"),
        ("tel 010", "tel 010"),
        ("①Ⅱ〇○、。“”《》", "①Ⅱ〇○、。“”《》"),
        ("\ufeff报\u200b告", "报告"),
        ("1\u00ad2\u200b3件 4\u2060 \u200b5", "123件4 5"),
        ("−5－3", "-5-3"),
        ("", ""),
    ],
)
def test_signs_are_folded_and_white_space_is_dropped(printed: str, folded: str) -> None:
    assert squeeze(printed) == folded


@given(texts)
def test_folding_keeps_every_sign_in_its_place(text: str) -> None:
    folded = fold(text)
    flat = widths(text)
    assert len(flat) == len(text)
    for at, sign in enumerate(folded.text):
        start, end = folded.span(at, at + 1)
        assert end == start + 1
        assert flat[start] == sign or (sign == " " and flat[start].isspace())
    assert folded.text.replace(" ", "") == "".join(flat.replace("\u200b", "").split())


@given(texts, st.data())
def test_a_stretch_is_folded_as_it_is_within_the_whole(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    part = fold(text, [(start, end)])
    assert part.text.replace(" ", "") == squeeze(text[start:end]).replace(" ", "")
    for at in range(len(part.text)):
        low, high = part.span(at, at + 1)
        assert start <= low < high <= end


@given(st.lists(texts, max_size=4))
def test_stretches_run_together_keep_their_places(pieces: list[str]) -> None:
    text, places = "", []
    for piece in pieces:
        text += "|"
        places.append((len(text), len(text) + len(piece)))
        text += piece
    folded = fold(text, places)
    assert folded.text.replace(" ", "") == "".join("".join(widths(p).replace("\u200b", "").split()) for p in pieces)
    for a, b in folded.parts(0, len(folded.text)):
        assert any(start <= a < b <= end or widths(text)[a:b].isspace() for start, end in places)


def test_an_empty_match_stays_empty() -> None:
    folded = fold("\u3000\u3000公开")
    assert folded.span(0, 0) == (2, 2)


def test_a_match_over_a_line_end_has_its_printed_parts() -> None:
    folded = fold("主动公\n开信息")
    assert folded.parts(0, 6) == ((0, 3), (4, 7))


def test_labels_for_people_keep_their_width() -> None:
    assert tidy("\u3000其中：\n 1．网上\u200b申请 ") == "其中： 1．网上申请"


@pytest.mark.parametrize(
    ("printed", "label"),
    [
        pytest.param("2.没有\u2028现成信\u2028息", "2.没有现成信息", id="chinese"),
        pytest.param("open \u2028 data", "open data", id="latin"),
        pytest.param("微信\u2028APP", "微信APP", id="mixed"),
        pytest.param("\u2028其中", "其中", id="blank line"),
    ],
)
def test_labels_are_joined_over_breaks(printed: str, label: str) -> None:
    assert tidy(printed) == label


def test_the_sound_that_a_machine_prints_behind_a_character_is_left_out() -> None:
    text = "年度報(bào)告（gōng）開(kāi)"
    folded = fold(text)
    assert folded.text == "年度報告開"
    assert folded.span(3, 4) == (text.index("告"), text.index("告") + 1)
    assert fold("公開(abc)").text == "公開(abc)"
