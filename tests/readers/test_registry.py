"""Which files are read at all, and how a refusal reads."""

import hashlib
import random
import sys
from pathlib import Path

import pytest

from core.base.errors import DamagedFile, EmptyFile, FileTooLarge, ReaderError, UnsupportedFormat
from core.base.messages import word
from core.readers import registry
from core.readers.registry import read, sniff
from tests.readers.reports import SIMPLIFIED


def test_a_document_knows_where_it_came_from() -> None:
    data = SIMPLIFIED.encode("gb18030")
    source = read("甲川.txt", data).source
    assert (source.name, source.format, source.size, source.encoding) == ("甲川.txt", "txt", len(data), "gb18030")
    assert source.sha256 == hashlib.sha256(data).hexdigest()


def test_the_name_does_not_decide_the_format() -> None:
    assert read("报告.pdf", SIMPLIFIED.encode("utf-8")).text == SIMPLIFIED


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"\n\r\n \t",
        b"\xef\xbb\xbf",
        b"\xff\xfe",
        b"\xfe\xff",
        b"\x00" * 512,
        "\u3000\u3000\n\u200b\u00a0".encode(),
    ],
    ids=["nothing", "blanks", "UTF-8 mark", "UTF-16 LE mark", "UTF-16 BE mark", "zeros", "Chinese blanks"],
)
def test_a_file_without_a_word_is_empty(data: bytes) -> None:
    with pytest.raises(EmptyFile) as refusal:
        read("空.txt", data)
    assert refusal.value.params["name"] == "空.txt"


@pytest.mark.parametrize(
    ("data", "format_name"),
    [
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"x" * 40, "OLE"),
        (random.Random(7).randbytes(20_000), "?"),
        (Path(sys.executable).read_bytes()[:50_000], "?"),
    ],
    ids=["ole", "noise", "program"],
)
def test_what_is_no_text_is_refused_by_the_name_of_its_format(data: bytes, format_name: str) -> None:
    with pytest.raises(UnsupportedFormat) as refusal:
        read("附件.txt", data)
    assert refusal.value.params == {"name": "附件.txt", "format": format_name, "how": "@reader.how.other"}


def test_a_word_in_angle_brackets_is_still_text() -> None:
    assert sniff("<甲川县>2013年".encode()) == "txt"


def test_an_unknown_encoding_is_told_with_its_name() -> None:
    with pytest.raises(DamagedFile) as refusal:
        read("甲.txt", b"1", "klingon")
    assert refusal.value.params == {"name": "甲.txt", "detail": "klingon"}


def test_a_file_over_the_limit_is_refused_before_it_is_decoded(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(registry, "MOST_BYTES", 3 << 20)
    with pytest.raises(FileTooLarge) as refusal:
        read("大.txt", bytes(4 << 20))
    assert refusal.value.params == {"name": "大.txt", "size": 4, "limit": 3}


@pytest.mark.parametrize("lang", ["zh_CN", "en"])
def test_every_refusal_says_which_file(lang: str) -> None:
    for data in (b"", b"%PDF-1.4", random.Random(1).randbytes(9000)):
        with pytest.raises(ReaderError) as refusal:
            read("附表三.txt", data)
        assert "附表三.txt" in word(refusal.value.code, refusal.value.params, lang)


def test_a_few_stray_zeros_do_not_make_a_text_a_program() -> None:
    text = SIMPLIFIED.replace("政府网站", "政府\x00网站").replace("5件", "5\x00件")
    assert read("甲.txt", text.encode("utf-8")).text == text
    assert read("甲.txt", text.encode("gb18030")).text == text
