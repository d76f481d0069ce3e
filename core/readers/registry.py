"""Reads a file: decides the format by its content, never by its name, and hands the bytes to its reader."""

import hashlib
import io
import re
import string
import zipfile
from collections.abc import Callable
from dataclasses import replace

from core.base.errors import DamagedFile, EmptyFile, FileTooLarge, ProtectedFile, UnsupportedFormat
from core.model.document import Document, Source
from core.readers import txt
from core.readers.encoding import ENCODINGS as ENCODINGS
from core.readers.encoding import decode
from core.readers.limits import MOST_BYTES as MOST_BYTES
from core.readers.limits import check_length

_Reader = Callable[[Source, bytes], Document]
# First bytes of formats that are no text. Source: the formats' own specifications.
_MAGIC = (
    (b"%PDF-", "pdf"),
    (b"PK\x03\x04", "zip"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "ole"),
    (b"{\\rtf", "rtf"),
    (b"\x89PNG", "png"),
    (b"\xff\xd8\xff", "jpeg"),
    (b"II*\x00", "tiff"),
    (b"MM\x00*", "tiff"),
    (b"GIF8", "gif"),
    (b"BM", "bmp"),
    (b"PK\x05\x06", "zip"),
    (b"Rar!", "rar"),
    (b"7z\xbc\xaf\x27\x1c", "7z"),
    (b"\x1f\x8b", "gzip"),
    (b"BZh", "bzip2"),
    (b"\xfd7zXZ", "xz"),
    (b"CAJ", "caj"),
    (b"KDH ", "caj"),
    (b"SQLite format 3\x00", "sqlite"),
)
_PICTURES = {b"heic": "heic", b"heix": "heic", b"hevc": "heic", b"mif1": "heic", b"avif": "avif"}  # ISO/IEC 14496-12
# What is to be done about a format that is not read: a code of `reader.how`.
_WAYS = {
    **dict.fromkeys(("rar", "7z", "gzip", "bzip2", "xz", "tar"), "archive"),
    **dict.fromkeys(("gif", "webp", "heic", "avif"), "picture"),
    **dict.fromkeys(("odp", "odf", "uof"), "office"),
    **dict.fromkeys(("ppt", "pptx"), "slides"),
    **{"ofd": "ofd", "caj": "caj", "epub": "book", "xlsb": "workbook"},
}
# What a file may hold and still be empty: line ends, blanks of all widths, byte order marks, NULs of a lost disk block.
_NOTHING = string.whitespace + "\x00\x85\xa0\u200b\u2028\u2029\u3000\ufeff"
_STRANGE = re.compile("[\x00-\x08\x0e-\x1a\x1c-\x1f\ufffd]")
_MARKUP = (b"<!doctype html", b"<html", b"<head", b"<?xml")
_HEADER = re.compile(rb"[a-z][a-z-]{1,40}:")  # of a message; a web archive is one
_MIME = (b"mime-version:", b"content-type: multipart/related")
# What the first element, or the line before it, says in an Office file that is one XML text.
_OFFICE_XML = (
    (b"schemas.microsoft.com/office/2006/xmlpackage", "wordxml"),
    (b"schemas.microsoft.com/office/word/2003/wordml", "wordxml"),
    (b'progid="word.document"', "wordxml"),
    (b'"urn:schemas-microsoft-com:office:spreadsheet"', "sheetxml"),
    (b'progid="excel.sheet"', "sheetxml"),
    (b"urn:oasis:names:tc:opendocument:xmlns:office:1.0", "odfxml"),
    (b"<uof:uof", "uof"),
)
_TAGS = (b"<div", b"<p", b"<table", b"<body", b"<meta", b"<span", b"<title", b"<style", b"<font", b"<br")
# Source: [MS-DOC] 2.1, [MS-XLS] 2.1, [MS-OFFCRYPTO] 2.3.
_STREAMS = (
    ("EncryptedPackage", "locked"),
    ("WordDocument", "doc"),
    ("Workbook", "xls"),
    ("Book", "xls"),
    ("PowerPoint Document", "ppt"),
)
# Source: OPC part names; ODF 1.3 part 2, 3.3; EPUB OCF 3.3; GB/T 33190.
_FOLDERS = (("word/", "docx"), ("xl/", "xlsx"), ("ppt/", "pptx"), ("OFD.xml", "ofd"))
_KINDS = (("opendocument.text", "odt"), ("opendocument.spreadsheet", "ods"), ("epub", "epub"), ("presentation", "odp"))
_LOCKABLE = ("locked", "doc", "xls")
_FEW_PARTS = 2_000


def sniff(data: bytes) -> str:
    """The format's short name by its content: txt for text, else what the bytes say."""
    for magic, name in _MAGIC:
        if data.startswith(magic):
            return _packed(data) if name == "zip" else _compound(data) if name == "ole" else name
    if data[4:8] == b"ftyp" and data[8:12] in _PICTURES:
        return _PICTURES[data[8:12]]
    if data[:4] == b"RIFF" and data[8:12] == b"WEBP":
        return "webp"
    if data[257:262] == b"ustar":
        return "tar"
    # Markup is ASCII: without the zeros of UTF-16 it reads the same.
    head = data[:2048].lstrip(b"\xef\xbb\xbf\xff\xfe").replace(b"\x00", b"").lstrip().lower()[:1024]
    if _HEADER.match(head) and any(mark in head for mark in _MIME):
        return "mht"
    for mark, name in _OFFICE_XML:
        if head.startswith(b"<?xml") and mark in head:
            return name
    if head.startswith(_MARKUP) or (head.startswith(b"<") and any(tag in head for tag in _TAGS)):
        return "html"
    return "txt"


def _packed(data: bytes) -> str:
    """What a zip file is: a Word file, a sheet, or an archive of files."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            names = set(archive.namelist()[:_FEW_PARTS])
            kind = _mimetype(archive) if "mimetype" in names else ""
    except (zipfile.BadZipFile, zipfile.LargeZipFile, ValueError, EOFError, NotImplementedError, RuntimeError):
        return "broken"
    if kind:
        return next((name for mark, name in _KINDS if mark in kind), "odf")
    if "xl/workbook.bin" in names:
        return "xlsb"
    return next((name for mark, name in _FOLDERS if any(n.startswith(mark) for n in names)), "zip")


def _mimetype(archive: zipfile.ZipFile) -> str:
    with archive.open("mimetype") as part:
        return part.read(80).decode("ascii", "replace")


def _compound(data: bytes) -> str:
    """What a compound file of Office is, by the names of its streams."""
    for stream, name in _STREAMS:
        if stream.encode("utf-16-le") in data:
            return name
    return "ole"


def read(name: str, data: bytes, encoding: str | None = None, password: str | None = None) -> Document:
    """Read one file's bytes.

    Args:
        name: the file's name, for messages and lists; it does not decide the format.
        encoding: read text so, whatever detection says.
        password: of a file that has one.

    Raises:
        ReaderError: empty, too large, damaged, protected, or of a format that is not read.
    """
    if len(data) > MOST_BYTES:
        raise FileTooLarge(name=name, size=len(data) >> 20, limit=MOST_BYTES >> 20)
    kind = sniff(data)
    source = Source(name, hashlib.sha256(data).hexdigest(), kind, len(data))
    if kind in ("txt", "html"):
        document = _of_text(source, data, encoding)
    elif kind == "pdf":
        from core.readers import pdf

        document = pdf.read(source, data, password)
    elif kind in ("odt", "ods", "odfxml"):
        from core.readers import odf

        document = odf.read(source, data, password)
    elif kind in _LOCKABLE:
        from core.readers.locked import unlocked

        if kind == "locked" and not password:
            raise ProtectedFile(name=name)
        plain = unlocked(name, data, password)
        kind = sniff(plain)
        inside = _reader(kind)
        if inside is None:
            raise DamagedFile(name=name, detail=kind)
        document = inside(replace(source, format=kind), plain)
    elif kind == "broken":
        raise DamagedFile(name=name, detail="zip")
    elif reader := _reader(kind):
        document = reader(source, data)
    else:
        raise _unsupported(name, kind)
    if not document.text.strip(_NOTHING):
        raise EmptyFile(name=name)
    check_length(name, document.text)
    return document


def _unsupported(name: str, kind: str) -> UnsupportedFormat:
    return UnsupportedFormat(name=name, format=kind.upper(), how=f"@reader.how.{_WAYS.get(kind, 'other')}")


def _of_text(source: Source, data: bytes, encoding: str | None) -> Document:
    try:
        decoded = decode(data, encoding)
    except LookupError as error:
        raise DamagedFile(name=source.name, detail=str(encoding)) from error
    if not decoded.text.strip(_NOTHING):
        raise EmptyFile(name=source.name)
    if _is_binary(decoded.text):
        raise _unsupported(source.name, "?")
    known = replace(
        source,
        encoding=decoded.encoding,
        encoding_confidence=decoded.confidence,
        undecodable=decoded.undecodable,
    )
    from core.readers import html, sheet

    if source.format == "txt" and sheet.is_csv(decoded.text):
        check_length(source.name, decoded.text)
        return sheet.read_csv(replace(known, format="csv"), decoded.text)
    if source.format == "txt":
        return txt.document(known, decoded.text)
    return html.read(known, decoded.text)


def _reader(kind: str) -> _Reader | None:
    """The reader of a format, imported with its first file: the libraries behind it cost the start of the window."""
    match kind:
        case "docx":
            from core.readers import docx

            return docx.read
        case "doc":
            from core.readers import doc

            return doc.read
        case "rtf":
            from core.readers import rtf

            return rtf.read
        case "png" | "jpeg" | "tiff" | "bmp":
            from core.readers import picture

            return picture.read
        case "mht":
            from core.readers import mht

            return mht.read
        case "wordxml" | "sheetxml":
            from core.readers import office_xml

            return office_xml.read_word if kind == "wordxml" else office_xml.read_sheet
        case "xlsx" | "xls":
            from core.readers import sheet

            return sheet.read_xlsx if kind == "xlsx" else sheet.read_xls
    return None


def _is_binary(text: str) -> bool:
    """Text in no encoding: more than a few control characters or lost characters in its first part."""
    sample = text[:4096]
    strange = len(_STRANGE.findall(sample))
    return strange > 8 and strange > 0.1 * len(sample)
