"""Detection of encodings: what is answered, how sure it is, and what happens to bytes that mean nothing."""

import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.readers.encoding import ENCODINGS, decode
from tests.readers.reports import SIMPLIFIED, TRADITIONAL, TRADITIONAL_HKSCS

REPLACEMENT = "\ufffd"


@pytest.mark.parametrize(
    ("text", "stored_in", "answer"),
    [
        pytest.param(SIMPLIFIED, "utf-8", "utf-8", id="UTF-8"),
        pytest.param(SIMPLIFIED, "utf-8-sig", "utf-8", id="UTF-8 with a mark"),
        pytest.param(SIMPLIFIED, "gb18030", "gb18030", id="GB18030"),
        pytest.param(SIMPLIFIED + "𠮷㐀", "gb18030", "gb18030", id="GB18030 with four-byte characters"),
        pytest.param(SIMPLIFIED, "gbk", "gb18030", id="GBK"),
        pytest.param(SIMPLIFIED, "gb2312", "gb18030", id="GB2312"),
        pytest.param(SIMPLIFIED, "utf-16-le", "utf-16-le", id="UTF-16 LE"),
        pytest.param(SIMPLIFIED, "utf-16-be", "utf-16-be", id="UTF-16 BE"),
        pytest.param(TRADITIONAL, "utf-8", "utf-8", id="traditional, UTF-8"),
        pytest.param(TRADITIONAL, "big5", "big5", id="traditional, Big5"),
        pytest.param(TRADITIONAL_HKSCS, "big5hkscs", "big5hkscs", id="traditional, Big5-HKSCS"),
        pytest.param(TRADITIONAL, "gb18030", "gb18030", id="traditional, GB18030"),
        pytest.param(TRADITIONAL, "utf-16-be", "utf-16-be", id="traditional, UTF-16 BE"),
    ],
)
def test_a_report_is_read_in_the_encoding_it_is_stored_in(text: str, stored_in: str, answer: str) -> None:
    decoded = decode(text.encode(stored_in))
    assert (decoded.encoding, decoded.undecodable) == (answer, 0)
    assert decoded.text == text
    assert decoded.confidence >= 0.95


@pytest.mark.parametrize(
    ("mark", "stored_in"),
    [(codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"), (codecs.BOM_UTF8, "utf-8")],
)
def test_a_byte_order_mark_decides_and_is_dropped(mark: bytes, stored_in: str) -> None:
    decoded = decode(mark + "报".encode(stored_in))
    assert (decoded.text, decoded.encoding, decoded.confidence) == ("报", stored_in, 1.0)


def test_words_that_only_the_windows_page_950_has_are_read() -> None:
    text = TRADITIONAL + "恒生路裏仁巷"
    assert decode(text.encode("cp950")).text == text


@pytest.mark.parametrize("length", [6, 12, 20])
@pytest.mark.parametrize("stored_in", ["utf-8", "gb18030", "utf-16-le", "utf-16-be"])
def test_a_few_characters_are_enough(length: int, stored_in: str) -> None:
    text = SIMPLIFIED[:length]
    assert decode(text.encode(stored_in)).text == text


def test_less_text_makes_less_sure() -> None:
    confidences = [decode(SIMPLIFIED[:n].encode("gb18030")).confidence for n in (4, 12, 30, 200)]
    assert confidences == sorted(set(confidences))


@given(st.data(), st.sampled_from(["utf-8", "gb18030", "big5"]))
def test_one_damaged_byte_changes_neither_the_encoding_nor_the_rest(data: st.DataObject, stored_in: str) -> None:
    text = TRADITIONAL if stored_in == "big5" else SIMPLIFIED
    raw = bytearray(text.encode(stored_in))
    at = data.draw(st.integers(0, len(raw) - 1))
    raw[at] = 0xFF
    decoded = decode(bytes(raw))
    assert decoded.encoding in ((stored_in, "big5hkscs") if stored_in == "big5" else (stored_in,))
    assert decoded.undecodable == decoded.text.count(REPLACEMENT) > 0
    assert decoded.confidence < 0.99
    line = text.encode(stored_in)[:at].count(b"\n")
    lines, expected = decoded.text.split("\n"), text.split("\n")
    assert lines[:line] == expected[:line]
    if raw[at : at + 1] != b"\n" and len(lines) == len(expected):
        assert lines[line + 1 :] == expected[line + 1 :]


def test_of_the_likely_readings_the_one_that_loses_least_is_taken() -> None:
    raw = TRADITIONAL_HKSCS.encode("big5hkscs").replace("縣".encode("big5"), b"\xff\xff", 1)
    decoded = decode(raw)
    assert decoded.encoding == "big5hkscs"
    assert decoded.text.endswith("東邨路8號衞生處\n")
    assert decoded.undecodable > 0


def test_a_file_that_was_cut_within_a_character_stays_in_utf_8() -> None:
    decoded = decode(SIMPLIFIED.encode("utf-8")[:-3])
    assert (decoded.encoding, decoded.undecodable) == ("utf-8", 1)
    assert decoded.text.startswith(SIMPLIFIED[:-3])


def test_an_odd_last_byte_of_utf_16_is_lost_and_counted() -> None:
    decoded = decode(SIMPLIFIED.encode("utf-16-le")[:-1])
    assert (decoded.encoding, decoded.undecodable) == ("utf-16-le", 1)


@pytest.mark.parametrize("encoding", ENCODINGS)
def test_a_person_decides_over_detection(encoding: str) -> None:
    decoded = decode(SIMPLIFIED.encode("gb18030"), encoding)
    assert decoded.encoding == encoding
    assert (decoded.text == SIMPLIFIED) == (encoding == "gb18030")


@pytest.mark.parametrize("alias", ["GB2312", "gbk", "CP936", "GB 18030"])
def test_an_encoding_is_known_by_its_other_names(alias: str) -> None:
    assert decode(SIMPLIFIED.encode("gbk"), alias).text == SIMPLIFIED


@pytest.mark.parametrize("name", ["koi8-u", "base64", "undefined", "", "no such"])
def test_an_unknown_encoding_is_refused(name: str) -> None:
    with pytest.raises(LookupError):
        decode(b"1", name)


def test_plain_ascii_is_utf_8() -> None:
    assert (decode(b"2013 report 5").encoding, decode(b"2013 report 5").confidence) == ("utf-8", 1.0)


@given(st.binary(max_size=300))
def test_any_bytes_are_decoded_without_an_exception(raw: bytes) -> None:
    decoded = decode(raw)
    assert decoded.encoding in ENCODINGS
    assert 0 <= decoded.confidence <= 1
    assert decoded.undecodable <= decoded.text.count(REPLACEMENT)
