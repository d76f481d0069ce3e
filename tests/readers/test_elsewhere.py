"""Files that hold no report: each refusal says what they are and what to do."""

import io
import zipfile

import pytest

from core.base.errors import ReportElsewhere, UnsupportedFormat
from core.base.messages import word
from core.readers.registry import read

_TITLE = "<h1>甲川县2022年政府信息公开工作年度报告</h1><p>发布日期：2023-01-20</p>"


def _packed(**parts: str) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, content in parts.items():
            archive.writestr(name.replace("__", "/"), content)
    return out.getvalue()


_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)
_ODF = "urn:oasis:names:tc:opendocument:xmlns:office:1.0"
_FLAT = f'<?xml version="1.0"?><office:document xmlns:office="{_ODF}"><office:body/></office:document>'.encode()


@pytest.mark.parametrize(
    ("data", "name", "how"),
    [
        (_packed(**{"OFD.xml": "<ofd/>"}), "OFD", "ofd"),
        (_packed(ppt__slides="x"), "PPTX", "slides"),
        (_OLE + "PowerPoint Document".encode("utf-16-le"), "PPT", "slides"),
        (b"CAJ\x00" + bytes(40), "CAJ", "caj"),
        (_packed(mimetype="application/epub+zip"), "EPUB", "book"),
        (_packed(mimetype="application/vnd.oasis.opendocument.presentation"), "ODP", "office"),
        (_FLAT, "ODF", "office"),
        (_packed(**{"xl__workbook.bin": "x"}), "XLSB", "workbook"),
        (b"RIFF\x10\x00\x00\x00WEBPVP8 ", "WEBP", "picture"),
        (b"\x00\x00\x00\x18ftypheic" + bytes(40), "HEIC", "picture"),
        (b"Rar!\x1a\x07\x00", "RAR", "archive"),
        (b"\x1f\x8b\x08" + bytes(40), "GZIP", "archive"),
    ],
)
def test_each_format_says_what_to_do_with_it(data: bytes, name: str, how: str) -> None:
    with pytest.raises(UnsupportedFormat) as refusal:
        read("a", data)
    assert refusal.value.params == {"name": "a", "format": name, "how": f"@reader.how.{how}"}
    for lang in ("zh_CN", "en"):
        assert "@" not in word(refusal.value.code, refusal.value.params, lang)


@pytest.mark.parametrize(
    ("page", "where"),
    [
        (_TITLE + "<iframe src='/files/bg2022.pdf'></iframe>", "bg2022.pdf"),
        (_TITLE + "<embed src='viewer.html?file=/p/bg.pdf'>", "bg.pdf"),
        (_TITLE + "<p>附件：<a href='a/bg.doc'>甲川县2022年政府信息公开工作年度报告.doc</a></p>", "bg.doc"),
        (_TITLE + "<p><img src='a/1.jpg'><img src='a/2.jpg'></p>", "1.jpg"),
        (_TITLE + "<div id=app></div><script>load()</script>", "@reader.where.script"),
        ("<p>关于我们</p><script>load()</script>", None),
        ("<div id=app></div><script>load()</script>", "@reader.where.script"),
        (_TITLE + "<p>全年主动公开政府信息80条，未收到申请。</p><a href='bg.doc'>附件.doc</a>", None),
        (_TITLE + "<p>受理12件</p>", None),
    ],
)
def test_a_page_that_only_leads_to_a_report_says_where_it_is(page: str, where: str | None) -> None:
    if where is None:
        read("a.html", f"<html><body>{page}</body></html>".encode())
        return
    with pytest.raises(ReportElsewhere) as refusal:
        read("a.html", f"<html><body>{page}</body></html>".encode())
    assert refusal.value.params == {"name": "a.html", "where": where}
