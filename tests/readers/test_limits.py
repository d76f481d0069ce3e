"""What a file may cost: bombs, endless nesting and outside references are refused or read in bounded time."""

import io
import time
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from core.base.errors import DamagedFile, FileTooLarge, ProtectedFile, ReaderError, UnsupportedFormat
from core.readers.archive import members
from core.readers.registry import read, sniff

FIXTURES = Path(__file__).parent.parent / "fixtures"
_SLOW = 20  # seconds; what is not bounded takes minutes or for ever


def packed(files: dict[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return out.getvalue()


def said_to_be_large(archive: bytes, size: int) -> bytes:
    """An archive whose directory says that its first file unpacks to `size` bytes."""
    at = archive.index(b"PK\x01\x02") + 24
    return archive[:at] + size.to_bytes(4, "little") + archive[at + 4 :]


def replaced(kind: str, part: str, change: Callable[[bytes], bytes]) -> bytes:
    """A fixture with one part of its archive changed."""
    with zipfile.ZipFile(FIXTURES / f"report.{kind}") as archive:
        return packed({n: change(archive.read(n)) if n == part else archive.read(n) for n in archive.namelist()})


@pytest.mark.parametrize("name", ["word/document.xml", "xl/workbook.xml"])
def test_an_archive_that_unpacks_to_more_than_a_report_can_be_is_refused(name: str) -> None:
    bomb = said_to_be_large(packed({name: b" "}), 600 << 20)
    with pytest.raises(FileTooLarge):
        read("bomb", bomb)


def test_entities_that_grow_are_not_unfolded() -> None:
    head = b'<?xml version="1.0"?><!DOCTYPE r [<!ENTITY a "' + b"x" * 1000 + b'">'
    for here, there in zip("bcdefgh", "abcdefg", strict=True):
        head += f'<!ENTITY {here} "{f"&{there};" * 10}">'.encode()
    head += b"]>"
    bomb = replaced(
        "docx", "word/document.xml", lambda xml: head + xml.split(b"?>", 1)[1].replace(b"<w:t>", b"<w:t>&h;", 1)
    )
    start = time.monotonic()
    try:
        size = len(read("bomb.docx", bomb).text)
    except ReaderError:
        size = 0
    assert size < 100_000
    assert time.monotonic() - start < _SLOW


def test_files_outside_are_not_read(tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("别处的文件")
    head = f'<?xml version="1.0"?><!DOCTYPE r [<!ENTITY a SYSTEM "file://{secret}">]>'.encode()
    data = replaced(
        "docx", "word/document.xml", lambda xml: head + xml.split(b"?>", 1)[1].replace(b"<w:t>", b"<w:t>&a;", 1)
    )
    try:
        text = read("outside.docx", data).text
    except ReaderError:
        text = ""
    assert "别处的文件" not in text


@pytest.mark.parametrize(
    "page",
    [
        "<div>" * 100_000 + "甲川县2013年政府信息公开工作年度报告",
        "<html>" + "<table><tr><td>" * 20_000 + "甲川县",
        "<html><p>" + "甲" * 5_000_000,
        "<html>" + "<p>甲川县<!-- " * 50_000,
        "<html><table>" + "<tr><td rowspan=99999 colspan=99999>1" * 2_000,
        "<html><td>" * 50_000,
    ],
    ids=["nested blocks", "nested tables", "one line", "open comments", "endless spans", "loose cells"],
)
def test_a_wild_page_is_read_in_bounded_time(page: str) -> None:
    start = time.monotonic()
    try:
        name = read("wild.html", page.encode()).source.name
    except ReaderError as error:
        name = str(error.params["name"])
    assert name == "wild.html"
    assert time.monotonic() - start < _SLOW


def test_an_archive_gives_its_files_with_chinese_names() -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("乙县/年报.txt", "乙县2013年政府信息公开工作年度报告")
    assert [inside for inside, _ in members("a.zip", out.getvalue())] == ["乙县/年报.txt"]


def test_names_in_gbk_are_understood() -> None:
    data = packed({"AAAA.txt": b"1"}).replace(b"AAAA.txt", "年报".encode("gbk") + b".txt")
    assert [name for name, _ in members("a.zip", data)] == ["年报.txt"]


def test_an_archive_with_a_password_is_called_protected() -> None:
    data = bytearray(packed({"a.txt": b"1"}))
    for mark, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        data[data.index(mark) + offset] |= 1
    with pytest.raises(ProtectedFile):
        list(members("a.zip", bytes(data)))


def test_an_archive_of_gigabytes_is_refused_before_it_unpacks() -> None:
    with pytest.raises(FileTooLarge):
        list(members("a.zip", said_to_be_large(packed({"a.txt": b" "}), 3 << 30)))


@pytest.mark.parametrize(("data", "name"), [(b"Rar!\x1a\x07\x00rest", "RAR"), (b"7z\xbc\xaf\x27\x1crest", "7Z")])
def test_other_archives_are_named(data: bytes, name: str) -> None:
    with pytest.raises(UnsupportedFormat) as refusal:
        read("a", data)
    assert refusal.value.params["format"] == name


def test_the_content_decides_not_the_name() -> None:
    html = (FIXTURES / "report.html").read_bytes()
    assert read("report.doc", html).source.format == "html"
    assert read("report.txt", (FIXTURES / "report.pdf").read_bytes()).source.format == "pdf"
    assert read("report.html", (FIXTURES / "report.rtf").read_bytes()).source.format == "rtf"
    wide = (FIXTURES / "report.txt").read_text(encoding="utf-8").encode("utf-16")
    assert read("report.doc", wide).source.format == "txt"


def test_a_page_that_declares_gb2312_keeps_its_rare_characters() -> None:
    page = (FIXTURES / "report.html").read_text(encoding="utf-8").replace("utf-8", "gb2312").replace("云陵县", "镕埗县")
    assert "镕埗县" in read("a.html", page.encode("gb18030")).text


def test_a_damaged_pdf_is_called_damaged() -> None:
    with pytest.raises(DamagedFile):
        read("a.pdf", b"%PDF-1.7\n" + b"x" * 4000)


def test_a_locked_office_file_is_called_protected() -> None:
    data = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600 + "EncryptedPackage".encode("utf-16-le") + b"\0" * 600
    assert sniff(data) == "locked"
    with pytest.raises(ProtectedFile):
        read("a.docx", data)
