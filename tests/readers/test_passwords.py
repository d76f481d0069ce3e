"""Files behind a password: refused without it, read with it."""

import hashlib
import io
import sys
from collections.abc import Callable

import docx
import pytest
from msoffcrypto.format.ooxml import OOXMLFile

from core.base.errors import ProtectedFile
from core.readers.registry import read, sniff

_PAD = bytes.fromhex("28BF4E5E4E758A4164004E56FFFA01082E2E00B6D0683E802F0CA9FE6453697A")
_RIGHTS = -4
_ID = b"0123456789abcdef"


def locked_docx(password: str) -> bytes:
    """A Word file of one paragraph."""
    made, plain, locked = docx.Document(), io.BytesIO(), io.BytesIO()
    made.add_paragraph("甲川县2013年政府信息公开工作年度报告")
    made.save(plain)
    OOXMLFile(plain).encrypt(password, locked)
    return locked.getvalue()


def locked_pdf(password: str) -> bytes:
    """A PDF of one line, locked as PDF 1.1 did it. Source: ISO 32000-1, 7.6.3, algorithms 2 to 4."""
    padded = (password.encode() + _PAD)[:32]
    owner = _rc4(hashlib.md5(padded).digest()[:5], padded)
    key = hashlib.md5(padded + owner + _RIGHTS.to_bytes(4, "little", signed=True) + _ID).digest()[:5]
    words = b"BT /F1 18 Tf 72 700 Td (The annual report on disclosure of the year 2013) Tj ET"
    stream = _rc4(hashlib.md5(key + bytes((4, 0, 0, 0, 0))).digest()[:10], words)
    objects = (
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>",
        b"<</Length %d>>stream\n%s\nendstream" % (len(stream), stream),
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
        b"<</Filter/Standard/V 1/R 2/P %d/O<%s>/U<%s>>>"
        % (_RIGHTS, owner.hex().encode(), _rc4(key, _PAD).hex().encode()),
    )
    out, places = b"%PDF-1.4\n", []
    for number, body in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    return (
        out
        + b"xref\n0 7\n0000000000 65535 f \n%strailer\n<</Size 7/Root 1 0 R/Encrypt 6 0 R/ID[<%s><%s>]>>\n"
        % (
            table,
            _ID.hex().encode(),
            _ID.hex().encode(),
        )
        + b"startxref\n%d\n%%%%EOF\n" % len(out)
    )


def _rc4(key: bytes, data: bytes) -> bytes:
    box, j = list(range(256)), 0
    for i in range(256):
        j = (j + box[i] + key[i % len(key)]) % 256
        box[i], box[j] = box[j], box[i]
    found, i, j = bytearray(), 0, 0
    for byte in data:
        i = (i + 1) % 256
        j = (j + box[i]) % 256
        box[i], box[j] = box[j], box[i]
        found.append(byte ^ box[(box[i] + box[j]) % 256])
    return bytes(found)


@pytest.mark.parametrize(
    ("make", "kind", "words"),
    [(locked_docx, "docx", "甲川县2013年"), (locked_pdf, "pdf", "2013")],
    ids=["docx", "pdf"],
)
def test_a_locked_file_is_read_with_its_password_only(make: Callable[[str], bytes], kind: str, words: str) -> None:
    data = make("sesame")
    for password in (None, "", "Sesame"):
        with pytest.raises(ProtectedFile):
            read("a.x", data, password=password)
    document = read("a.x", data, password="sesame")
    assert words in document.text
    assert document.source.format == kind
    assert document.source.sha256 == hashlib.sha256(data).hexdigest()


def test_without_the_library_for_locked_office_files_they_are_called_protected(monkeypatch: pytest.MonkeyPatch) -> None:
    data = locked_docx("sesame")
    assert sniff(data) == "locked"
    monkeypatch.setitem(sys.modules, "msoffcrypto", None)
    with pytest.raises(ProtectedFile):
        read("a.docx", data, password="sesame")


def test_a_password_that_no_file_asks_for_does_no_harm() -> None:
    text = "甲川县2013年政府信息公开工作年度报告"
    assert read("a.txt", text.encode(), password="sesame").text == text
