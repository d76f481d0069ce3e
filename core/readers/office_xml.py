"""Office files that are one XML text: Word 2003 XML and flat packages as .docx, XML spreadsheets of Excel as sheets.

Source: the Office 2003 XML schemas (WordprocessingML, SpreadsheetML); ECMA-376 part 2, annex on flat packages.
"""

import base64
import binascii
import io
import zipfile
from typing import Any

from lxml import etree

from core.base.errors import DamagedFile
from core.model.document import Document, Source
from core.readers import docx
from core.readers.flow import Item, compose
from core.readers.parted import Merged, Words, pieces

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_OLD = "{http://schemas.microsoft.com/office/word/2003/wordml}"
_HINT = "{http://schemas.microsoft.com/office/word/2003/auxHint}"
_PACKAGE = "{http://schemas.microsoft.com/office/2006/xmlPackage}"
_SHEET = "{urn:schemas-microsoft-com:office:spreadsheet}"
_EXCEL = "{urn:schemas-microsoft-com:office:excel}"
_OPEN = "http://schemas.openxmlformats.org/"
_MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
_TYPES = f'<Types xmlns="{_OPEN}package/2006/content-types">{{}}</Types>'
_RELS = (
    f'<Relationships xmlns="{_OPEN}package/2006/relationships"><Relationship Id="rId1" Target="word/document.xml" '
    f'Type="{_OPEN}officeDocument/2006/relationships/officeDocument"/></Relationships>'
)
_MOST_SPAN = 200
_MOST_ROWS = 100_000


def read_word(source: Source, data: bytes) -> Document:
    """Make the Document of a Word text in XML.

    Raises:
        DamagedFile: it is no well-formed XML, or holds no document.
    """
    root = _parsed(source, data)
    try:
        parts = _parts(root) if root.tag == f"{_PACKAGE}package" else {"/word/document.xml": (_MAIN, _modern(root))}
    except (binascii.Error, StopIteration, IndexError) as error:
        raise DamagedFile(name=source.name, detail="XML") from error
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        types = "".join(f'<Override PartName="{name}" ContentType="{kind}"/>' for name, (kind, _) in parts.items())
        archive.writestr("[Content_Types].xml", _TYPES.format(types))
        if "/_rels/.rels" not in parts:
            archive.writestr("_rels/.rels", _RELS)
        for name, (_, content) in parts.items():
            archive.writestr(name.lstrip("/"), content)
    return docx.read(source, out.getvalue())


def read_sheet(source: Source, data: bytes) -> Document:
    """Make the Document of a workbook in XML.

    Raises:
        DamagedFile: it is no well-formed XML.
    """
    items: list[Item] = []
    for sheet in _parsed(source, data).iter(f"{_SHEET}Worksheet"):
        if next(sheet.iter(f"{_EXCEL}Visible"), None) is None:  # which only a hidden sheet has
            items += pieces(*_cells(sheet))
    return compose(source, items)


def _parsed(source: Source, data: bytes) -> Any:
    try:
        return etree.fromstring(data, etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=True))
    except (etree.XMLSyntaxError, ValueError) as error:
        raise DamagedFile(name=source.name, detail="XML") from error


def _parts(package: Any) -> dict[str, tuple[str, bytes]]:
    """Name -> content type and bytes of each part of a flat package."""
    found: dict[str, tuple[str, bytes]] = {}
    for part in package.iter(f"{_PACKAGE}part"):
        name, kind = part.get(f"{_PACKAGE}name", ""), part.get(f"{_PACKAGE}contentType", "")
        tree, binary = part.find(f"{_PACKAGE}xmlData"), part.find(f"{_PACKAGE}binaryData")
        if tree is not None:
            found[name] = kind, etree.tostring(tree[0], encoding="UTF-8", xml_declaration=True)
        elif binary is not None:
            found[name] = kind, base64.b64decode(binary.text or "")
    return found


def _modern(root: Any) -> bytes:
    """The document of 2003 in the names of 2006, the numbers that it prints before paragraphs as words of theirs."""
    body = next(root.iter(f"{_OLD}body"))
    for section in list(body.iter(f"{_HINT}sect", f"{_HINT}sub-section")):
        parent = section.getparent()
        at = parent.index(section)
        parent[at : at + 1] = list(section)
    for number in list(body.iter(f"{_OLD}listPr")):
        shown = number.find(f"{_HINT}t")
        paragraph = number.getparent().getparent()
        if shown is not None and paragraph.tag == f"{_OLD}p":
            run = etree.Element(f"{_OLD}r")
            etree.SubElement(run, f"{_OLD}t").text = shown.get(f"{_HINT}val", "")
            paragraph.insert(1, run)
    document = etree.Element(f"{_W}document")
    document.append(body)
    for node in document.iter(f"{_OLD}*"):
        name = node.tag[len(_OLD) :]
        node.tag = _W + {"vmerge": "vMerge"}.get(name, name)
        for key in map(str, list(node.attrib)):
            if key.startswith(_OLD):
                node.set(_W + key[len(_OLD) :], node.attrib.pop(key))
    return bytes(etree.tostring(document, encoding="UTF-8", xml_declaration=True))


def _cells(sheet: Any) -> tuple[Words, Merged]:
    """What a sheet shows, and its merged cells. An index that a row or cell has skips those before it."""
    shown: Words = {}
    merged: Merged = {}
    row = -1
    for line in sheet.iter(f"{_SHEET}Row"):
        row = min(_whole(line, "Index", row + 2) - 1, _MOST_ROWS)
        column = -1
        for cell in line.iter(f"{_SHEET}Cell"):
            column = min(_whole(cell, "Index", column + 2) - 1, _MOST_ROWS)
            words = cell.find(f"{_SHEET}Data")
            text = "" if words is None else "".join(words.itertext())
            shown[row, column] = _value(text, "" if words is None else words.get(f"{_SHEET}Type", ""))
            across = min(_whole(cell, "MergeAcross", 0), _MOST_SPAN)
            down = min(_whole(cell, "MergeDown", 0), _MOST_SPAN)
            if across or down:
                merged[row, column] = (down + 1, across + 1)
            column += across
    return shown, merged


def _value(text: str, kind: str) -> str:
    if kind == "Number":
        try:
            return f"{float(text):.11g}" if "E" in text.upper() else text
        except ValueError:
            return text
    return text.split("T")[0] if kind == "DateTime" else text


def _whole(node: Any, name: str, default: int) -> int:
    printed = node.get(f"{_SHEET}{name}", "")
    return int(printed) if printed.isdecimal() and len(printed) < 8 else default
