"""Reads a file: decides the format by its content, never by its name, and hands the bytes to its reader."""

import hashlib
import string

from core.base.errors import DamagedFile, EmptyFile, FileTooLarge, UnsupportedFormat
from core.model.document import Document
from core.readers import txt
from core.readers.encoding import ENCODINGS as ENCODINGS

MOST_BYTES = 64 * 1024 * 1024
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
    (b"Rar!", "rar"),
    (b"7z\xbc\xaf\x27\x1c", "7z"),
    (b"\x1f\x8b", "gzip"),
    (b"SQLite format 3\x00", "sqlite"),
)
# What a file may hold and still be empty: line ends, blanks of all widths, byte order marks, NULs of a lost disk block.
_NOTHING = string.whitespace + "\x00\x85\xa0\u200b\u2028\u2029\u3000\ufeff"
_MARKUP = (b"<!doctype html", b"<html", b"<head", b"<?xml", b"mime-version:")


def sniff(data: bytes) -> str:
    """The format's short name: txt for text, else what the first bytes say."""
    for magic, name in _MAGIC:
        if data.startswith(magic):
            return name
    head = data[:512].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    if head.startswith(_MARKUP):
        return "mht" if head.startswith(b"mime-version:") else "html"
    return "txt"


def read(name: str, data: bytes, encoding: str | None = None) -> Document:
    """Read one file's bytes.

    Args:
        name: the file's name, for messages and lists; it does not decide the format.
        encoding: read text so, whatever detection says.

    Raises:
        ReaderError: empty, too large, damaged, or of a format that is not read.
    """
    if len(data) > MOST_BYTES:
        raise FileTooLarge(name=name, size=len(data) >> 20, limit=MOST_BYTES >> 20)
    kind = sniff(data)
    if kind != "txt":
        raise UnsupportedFormat(name=name, format=kind.upper())
    try:
        decoded = txt.decode(data, encoding)
    except LookupError as error:
        raise DamagedFile(name=name, detail=str(encoding)) from error
    if not decoded.text.strip(_NOTHING):
        raise EmptyFile(name=name)
    if _is_binary(decoded.text):
        raise UnsupportedFormat(name=name, format="?")
    return txt.document(name, hashlib.sha256(data).hexdigest(), len(data), decoded)


def _is_binary(text: str) -> bool:
    """Text in no encoding: more than a few control characters or lost characters in its first part."""
    sample = text[:4096]
    strange = sum(ord(c) < 32 and c not in "\t\n\r\x0b\x0c\x1b" for c in sample) + sample.count("\ufffd")
    return strange > 8 and strange > 0.1 * len(sample)
