"""Word files (.docx): paragraphs with the numbers Word prints before them, tables with merged cells, running heads."""

import io
import re
import zipfile
from collections.abc import Callable, Iterator
from typing import Any

from core.base.errors import DamagedFile
from core.model.document import BlockKind, Document, Source
from core.readers import word_numbers
from core.readers.flow import Item, Paragraph, PrintedCell, PrintedTable, compose
from core.readers.limits import check_archive
from core.readers.parted import parted
from core.readers.word_notes import Notes
from core.readers.word_runs import W as _W
from core.readers.word_runs import Words, is_on, is_prompt, style

_WRAPPERS = frozenset(f"{_W}{n}" for n in ("sdt", "sdtContent", "customXml", "ins", "moveTo", "smartTag"))
_MOST_SPAN = 200
_LONGEST_CELL = 800  # characters; a longer one holds the page, not a figure
_CONTENTS = re.compile(r"(?:toc|contents) ?\d", re.IGNORECASE)
# Source: ISO/IEC 29500-4, annex A: the names that the strict form has for the namespaces of the usual one.
_STRICT = (
    (b"http://purl.oclc.org/ooxml/wordprocessingml/main", _W[1:-1].encode()),
    (b"http://purl.oclc.org/ooxml/officeDocument/", b"http://schemas.openxmlformats.org/officeDocument/2006/"),
    (b"http://purl.oclc.org/ooxml/drawingml/", b"http://schemas.openxmlformats.org/drawingml/2006/"),
)


def read(source: Source, data: bytes) -> Document:
    """Make the Document of a .docx file.

    Raises:
        DamagedFile: the archive or its main part cannot be read.
        FileTooLarge: it unpacks to more than a report can be.
    """
    check_archive(source.name, data)
    import docx  # 100 ms, only for such files

    try:
        opened = docx.Document(io.BytesIO(_usual(data)))
        return compose(source, _Reader(opened).items())
    except (KeyError, ValueError, zipfile.BadZipFile, AttributeError, SyntaxError, EOFError) as error:
        raise DamagedFile(name=source.name, detail=type(error).__name__) from error


def _usual(data: bytes) -> bytes:
    """A file of the strict form in the usual one; any other as it is."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        if _STRICT[0][0] not in archive.read("word/document.xml"):
            return data
        out = io.BytesIO()
        with zipfile.ZipFile(out, "w") as usual:
            for name in archive.namelist():
                part = archive.read(name)
                if name.endswith((".xml", ".rels")):
                    for strict, plain in _STRICT:
                        part = part.replace(strict, plain)
                usual.writestr(name, part)
    return out.getvalue()


class _Reader:
    """Goes through one document in order."""

    def __init__(self, opened: Any) -> None:
        self._opened = opened
        self._numbers = word_numbers.Numbers(opened)
        self._hidden, self._contents = _styles(opened)
        self._notes = Notes(opened)
        self._referred: list[tuple[str, Any]] = []  # the notes that have been referred to, with their marks

    def items(self) -> list[Item]:
        """All of the body in order; running heads come first, behind the body its notes, and running feet last."""
        section = self._opened.sections[0] if len(self._opened.sections) else None
        found: list[Item] = []
        if section is not None and not section.header.is_linked_to_previous:
            found += self._running(section.header._element)
        found += self._flow(self._opened.element.body)
        for mark, note in self._referred:  # which grows where a note refers to another one
            found += self._note(mark, note)
        if section is not None and not section.footer.is_linked_to_previous:
            found += self._running(section.footer._element)
        return found

    def _running(self, part: Any) -> Iterator[Item]:
        for paragraph in part.iter(f"{_W}p"):
            for line in Words(paragraph, self._hidden).lines:
                yield Paragraph(line, BlockKind.FURNITURE)

    def _flow(self, parent: Any) -> Iterator[Item]:
        begun = ""  # of a paragraph whose mark has been deleted: it goes on with the next one
        for node in _unwrapped(parent):
            if node.tag == f"{_W}p":
                words = Words(node, self._hidden)
                first, *more = words.lines
                lines = [begun + self._numbers.mark(node) + first, *more]
                begun = lines.pop() if node.find(f"{_W}pPr/{_W}rPr/{_W}del") is not None else ""
                kind = BlockKind.FURNITURE if style(node, "pPr", "pStyle") in self._contents else None
                yield from (Paragraph(line, kind) for line in lines)
                for box in words.boxes:
                    yield from self._flow(box)
                self._referred += [self._notes.take(reference, mark) for reference, mark in words.notes]
            elif node.tag == f"{_W}tbl":
                yield from self._table(node)
        if begun:
            yield Paragraph(begun)

    def _note(self, mark: str, note: Any) -> Iterator[Item]:
        for item in self._flow(note):
            if isinstance(item, Paragraph):
                yield Paragraph(f"{mark} {item.text.strip()}" if mark else item.text, BlockKind.FURNITURE)
                mark = ""

    def _table(self, table: Any) -> Iterator[Item]:
        rows = [[*_cells(row)] for row in _unwrapped(table) if _is_row(row)]
        if _is_layout(table, rows):
            for row in rows:
                for cell in row:
                    yield from self._flow(cell)
        else:
            yield from parted(_printed(table, self._cell_lines))

    def _cell_lines(self, cell: Any) -> tuple[str, ...]:
        found: list[str] = []
        for item in self._flow(cell):
            if isinstance(item, Paragraph):
                found.append(item.text)
        return tuple(found)


def _unwrapped(parent: Any) -> Iterator[Any]:
    """The children of a node, those in content controls and insertions among them."""
    for node in parent:
        if node.tag in _WRAPPERS:
            holds_cells = next(node.iter(f"{_W}tc"), None) is not None
            if node.tag != f"{_W}sdt" or holds_cells or not is_prompt(node):
                yield from _unwrapped(node)
        else:
            yield node


def _styles(opened: Any) -> tuple[frozenset[str], frozenset[str]]:
    """The styles whose text is hidden, and those of a table of contents."""
    hidden: set[str] = set()
    contents: set[str] = set()
    try:
        root = opened.styles.element
    except (KeyError, AttributeError):
        return frozenset(), frozenset()
    for named in root.iter(f"{_W}style"):
        name, title = named.get(f"{_W}styleId", ""), named.find(f"{_W}name")
        if is_on(named, f"{_W}rPr/{_W}vanish"):
            hidden.add(name)
        if title is not None and _CONTENTS.fullmatch(title.get(f"{_W}val", "")):
            contents.add(name)
    return frozenset(hidden), frozenset(contents)


# Tables ----------------------------------------------------------------------------------------------------------


def _is_row(node: Any) -> bool:
    return node.tag == f"{_W}tr" and node.find(f"{_W}trPr/{_W}del") is None


def _is_layout(table: Any, rows: list[list[Any]]) -> bool:
    """A table that only arranges the page: it holds other tables, a whole text in a cell, or a single column."""
    if max(map(len, rows), default=0) < 2 or next(table.iterdescendants(f"{_W}tbl"), None) is not None:
        return True
    return any(sum(len(t.text or "") for t in c.iter(f"{_W}t")) > _LONGEST_CELL for r in rows if len(r) > 1 for c in r)


def _printed(table: Any, lines: Callable[[Any], tuple[str, ...]]) -> PrintedTable:
    cells: list[PrintedCell] = []
    above: dict[int, int] = {}  # column -> index of the cell that reaches down through it
    rows = [row for row in _unwrapped(table) if _is_row(row)]
    width = 0
    for r, row in enumerate(rows):
        column = _number(row, "trPr", "gridBefore", 0)
        going_on: dict[int, int] = {}
        for cell in _cells(row):
            across = min(_number(cell, "tcPr", "gridSpan", 1), _MOST_SPAN)
            merge = cell.find(f"{_W}tcPr/{_W}vMerge")
            if merge is not None and merge.get(f"{_W}val") != "restart" and column in above:
                index = above[column]
                known = cells[index]
                words = known.lines + lines(cell)
                cells[index] = PrintedCell(known.row, known.column, words, r - known.row + 1, known.column_span)
                going_on[column] = index
            else:
                if merge is not None:
                    going_on[column] = len(cells)
                cells.append(PrintedCell(r, column, lines(cell), 1, across))
            column += across
        above = going_on
        width = max(width, column)
    return PrintedTable(len(rows), width, tuple(cells))


def _cells(row: Any) -> Iterator[Any]:
    return (node for node in _unwrapped(row) if node.tag == f"{_W}tc")


def _number(node: Any, properties: str, name: str, default: int) -> int:
    found = node.find(f"{_W}{properties}/{_W}{name}")
    printed = "" if found is None else found.get(f"{_W}val", "")
    return int(printed) if printed.isdecimal() else default
