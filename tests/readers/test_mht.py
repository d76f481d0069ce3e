"""Web archives of several browsers: the report is the longest page inside, wherever it stands."""

import base64
import quopri

import pytest

from core.base.errors import DamagedFile
from core.readers.registry import read, sniff

_PAGE = (
    "<html><body><p>甲川县2013年政府信息公开工作年度报告</p><p>全年公开政府信息80条，受理申请12件。</p></body></html>"
)
_FRAME = "<html><frameset><frame src=a.htm></frameset></html>"


def part(page: str, encoding: str = "utf-8", transfer: str = "base64") -> bytes:
    raw = page.encode(encoding)
    body = base64.encodebytes(raw) if transfer == "base64" else quopri.encodestring(raw) if "q" in transfer else raw
    head = f"------B\r\nContent-Type: text/html; charset={encoding}\r\nContent-Transfer-Encoding: {transfer}\r\n\r\n"
    return head.encode() + body + b"\r\n"


def archive(*parts: bytes, head: str = "From: <Saved by Blink>\r\n") -> bytes:
    kind = 'MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary="----B"\r\n\r\n'
    return (head + kind).encode() + b"".join(parts) + b"------B--\r\n"


@pytest.mark.parametrize(
    "data",
    [
        archive(part(_PAGE)),
        archive(part(_PAGE, "gb18030", "quoted-printable")),
        archive(part(_PAGE, "gbk", "8bit")),
        archive(part(_FRAME), part(_PAGE), part("<p>分享</p>")),
        archive(part(_PAGE), head="Subject: =?gb2312?B?1f6y3w==?=\r\nDate: Mon, 1 Mar 2020 10:00:00 +0800\r\n"),
        b"\r\n" + archive(part(_PAGE), head=""),
    ],
    ids=["base64", "quoted", "8 bit", "frames", "subject first", "blank first"],
)
def test_the_report_is_found(data: bytes) -> None:
    assert sniff(data) == "mht"
    assert "受理申请12件" in read("a.mht", data).text


def test_the_sheets_of_a_workbook_follow_each_other() -> None:
    sheet = "<html><head><meta name=ProgId content=Excel.Sheet></head><body><table><tr><td>{}</td><td>{}</td></tr></table></body></html>"  # noqa: E501
    document = read("a.mht", archive(part(sheet.format("受理", 12)), part(sheet.format("答复", 9))))
    assert [document.quote(c.span) for g in document.grids for c in g.cells] == ["受理", "12", "答复", "9"]


def test_an_archive_without_a_page_is_called_damaged() -> None:
    with pytest.raises(DamagedFile):
        read("a.mht", archive())


def test_a_text_that_begins_like_a_header_is_a_text() -> None:
    assert sniff("Title: 甲川县2013年报告\n全年公开政府信息80条。".encode()) == "txt"
