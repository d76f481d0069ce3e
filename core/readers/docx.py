"""Word files (.docx): paragraphs with the numbers Word prints before them, tables with merged cells, running heads."""

import io
import zipfile
from collections.abc import Iterator
from typing import Any

from core.base.errors import DamagedFile
from core.model.document import BlockKind, Document, Source
from core.readers import word_numbers
from core.readers.flow import Item, Paragraph, PrintedCell, PrintedTable, compose
from core.readers.limits import check_archive

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_DELETED = frozenset((f"{_W}del", f"{_W}moveFrom", f"{_W}rPr", f"{_W}pPr", _FALLBACK))
_WRAPPERS = frozenset(f"{_W}{n}" for n in ("sdt", "sdtContent", "customXml", "ins", "moveTo"))
_SIGNS = {f"{_W}tab": "\t", f"{_W}noBreakHyphen": "-", f"{_W}ptab": "\t"}
_MOST_SPAN = 200


def read(source: Source, data: bytes) -> Document:
    """Make the Document of a .docx file.

    Raises:
        DamagedFile: the archive or its main part cannot be read.
        FileTooLarge: it unpacks to more than a report can be.
    """
    check_archive(source.name, data)
    import docx  # 100 ms, only for such files

    try:
        opened = docx.Document(io.BytesIO(data))
        return compose(source, list(_items(opened)))
    except (KeyError, ValueError, zipfile.BadZipFile, AttributeError, SyntaxError, EOFError) as error:
        raise DamagedFile(name=source.name, detail=type(error).__name__) from error


def _items(opened: Any) -> Iterator[Item]:
    """All of the body in order; running heads come first, and running feet last."""
    numbers = word_numbers.Numbers(opened)
    section = opened.sections[0] if len(opened.sections) else None
    if section is not None and not section.header.is_linked_to_previous:
        yield from _running(section.header._element)
    yield from _flow(opened.element.body, numbers)
    if section is not None and not section.footer.is_linked_to_previous:
        yield from _running(section.footer._element)


def _running(part: Any) -> Iterator[Item]:
    for paragraph in part.iter(f"{_W}p"):
        for line in _lines(paragraph):
            yield Paragraph(line, BlockKind.FURNITURE)


def _flow(parent: Any, numbers: word_numbers.Numbers) -> Iterator[Item]:
    for node in parent:
        if node.tag == f"{_W}p":
            first, *more = _lines(node) or [""]
            yield Paragraph(numbers.mark(node) + first)
            yield from (Paragraph(line) for line in more)
        elif node.tag == f"{_W}tbl":
            yield _table(node, numbers)
        elif node.tag in _WRAPPERS:
            yield from _flow(node, numbers)


def _lines(paragraph: Any) -> list[str]:
    """The lines of a paragraph; text boxes anchored in it follow as lines of their own."""
    lines, boxes = [""], []
    stack = list(reversed(paragraph))
    while stack:
        node = stack.pop()
        if node.tag in _DELETED or not isinstance(node.tag, str):
            continue
        if node.tag == f"{_W}txbxContent":
            boxes += [line for p in node.iter(f"{_W}p") for line in _lines(p)]
        elif node.tag == f"{_W}t":
            lines[-1] += node.text or ""
        elif node.tag in (f"{_W}br", f"{_W}cr"):
            lines.append("")
        elif node.tag in _SIGNS:
            lines[-1] += _SIGNS[node.tag]
        else:
            stack.extend(reversed(node))
    return [*lines, *boxes]


# Tables ----------------------------------------------------------------------------------------------------------


def _table(table: Any, numbers: word_numbers.Numbers) -> PrintedTable:
    cells: list[PrintedCell] = []
    above: dict[int, int] = {}  # column -> index of the cell that reaches down through it
    rows = [row for row in table.iter(f"{_W}tr") if next(row.iterancestors(f"{_W}tbl")) is table]
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
                lines = known.lines + _cell_lines(cell, numbers)
                cells[index] = PrintedCell(known.row, known.column, lines, r - known.row + 1, known.column_span)
                going_on[column] = index
            else:
                if merge is not None:
                    going_on[column] = len(cells)
                cells.append(PrintedCell(r, column, _cell_lines(cell, numbers), 1, across))
            column += across
        above = going_on
        width = max(width, column)
    return PrintedTable(len(rows), width, tuple(cells))


def _cells(row: Any) -> Iterator[Any]:
    for node in row:
        if node.tag == f"{_W}tc":
            yield node
        elif node.tag in _WRAPPERS:
            yield from _cells(node)


def _cell_lines(cell: Any, numbers: word_numbers.Numbers) -> tuple[str, ...]:
    found: list[str] = []
    for paragraph in cell.iter(f"{_W}p"):
        first, *more = _lines(paragraph) or [""]
        found += [numbers.mark(paragraph) + first, *more]
    return tuple(found)


def _number(node: Any, properties: str, name: str, default: int) -> int:
    found = node.find(f"{_W}{properties}/{_W}{name}")
    printed = "" if found is None else found.get(f"{_W}val", "")
    return int(printed) if printed.isdecimal() else default
