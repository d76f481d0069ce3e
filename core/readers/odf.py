"""OpenDocument texts and sheets (.odt, .ods, and the same as one XML text), as LibreOffice and WPS save them.

Source: OpenDocument 1.3, part 2 (packages) and part 3 (schema).
"""

import zipfile
import zlib
from typing import Any

from lxml import etree

from core.base.errors import DamagedFile, UnsupportedFormat
from core.model.document import Document, Source
from core.readers.flow import compose
from core.readers.odf_locked import Package
from core.readers.odf_sheet import sheet_items
from core.readers.odf_styles import OFFICE, Styles
from core.readers.odf_text import text_items

_CONTENT, _STYLES = "content.xml", "styles.xml"


def read(source: Source, data: bytes, password: str | None = None) -> Document:
    """Make the Document of an OpenDocument text or sheet.

    Raises:
        DamagedFile: the archive or its content cannot be read.
        ProtectedFile: it has a password, which is missing or wrong.
        UnsupportedFormat: it holds neither a text nor sheets.
        FileTooLarge, TextTooLong: it unpacks to more than a report can be.
    """
    roots = [_parsed(source.name, part) for part in _parts(source, data, password)]
    body = roots[0].find(f"{OFFICE}body")
    if body is None:
        raise DamagedFile(name=source.name, detail="XML")
    styles = Styles(roots)
    text, sheets = body.find(f"{OFFICE}text"), body.find(f"{OFFICE}spreadsheet")
    try:
        if text is not None:
            return compose(source, text_items(source.name, text, styles))
        if sheets is not None:
            return compose(source, sheet_items(source.name, sheets, styles))
    except RecursionError as error:
        raise DamagedFile(name=source.name, detail="XML") from error
    raise UnsupportedFormat(name=source.name, format="ODF", how="@reader.how.office")


def _parts(source: Source, data: bytes, password: str | None) -> list[bytes]:
    """The content, and the styles where they are a part of their own."""
    if not data.startswith(b"PK"):
        return [data]
    try:
        package = Package(source.name, data, password)
        return [package.read(name) for name in (_CONTENT, _STYLES) if name == _CONTENT or name in package.names]
    except (
        KeyError,
        ValueError,
        EOFError,
        OSError,
        RuntimeError,
        AttributeError,
        zipfile.BadZipFile,
        zlib.error,
    ) as error:
        raise DamagedFile(name=source.name, detail=type(error).__name__) from error


def _parsed(name: str, part: bytes) -> Any:
    """Its root. The parser's own limits stay: no report nests 256 deep, and entities are never unfolded."""
    try:
        return etree.fromstring(part, etree.XMLParser(resolve_entities=False, no_network=True))
    except (etree.XMLSyntaxError, ValueError) as error:
        raise DamagedFile(name=name, detail="XML") from error
