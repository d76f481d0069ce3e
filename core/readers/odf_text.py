"""The flow of an OpenDocument text: paragraphs with their numbers, tables, running heads, notes at the end."""

import re
from collections.abc import Iterable, Iterator
from itertools import chain
from typing import Any

from lxml import etree

from core.model.document import BlockKind
from core.readers.flow import Item, Paragraph, PrintedTable, place
from core.readers.limits import check_table
from core.readers.note_marks import is_note_mark
from core.readers.odf_lists import Lists, Place
from core.readers.odf_styles import DRAW, OFFICE, STYLE, TABLE, TEXT, Styles, whole
from core.readers.parted import parted
from core.readers.symbols import seen

_PARAGRAPHS = (f"{TEXT}p", f"{TEXT}h")
_INDEXES = frozenset(
    f"{TEXT}{name}"
    for name in ("table-of-content", "illustration-index", "table-index", "object-index", "user-index",
                 "alphabetical-index", "bibliography")
)  # fmt: skip
_SECTIONS = (f"{TEXT}section", f"{TEXT}numbered-paragraph")
_UNSEEN = frozenset((f"{OFFICE}annotation", f"{TEXT}ruby-text", f"{TEXT}script", f"{TEXT}note-ref"))
_NO_WORDS = frozenset(f"{DRAW}{name}" for name in ("object", "object-ole", "image", "control", "plugin"))
_ROW_GROUPS = frozenset(f"{TABLE}{name}" for name in ("table-rows", "table-header-rows", "table-row-group"))
_FIELD_MARK = "{urn:openoffice:names:experimental:ooo-ms-interop:xmlns:field:1.0}"
_WHITE = re.compile(r"[ \t\r\n]+")
_MOST_BLANKS = 200
_MOST_SPAN = 200
_LONGEST_CELL = 800  # characters; a longer one holds the page, not a figure


def text_items(name: str, text: Any, styles: Styles) -> Iterator[Item]:
    """All of a text in order; running heads come first, then the text, its notes, running feet.

    Raises:
        TextTooLong: its tables have more cells than a report can have.
    """
    reader = _Reader(name, styles)
    page = _first_page(text, styles)
    yield from _running(page, "header")
    yield from reader.flow(text)
    yield from reader.notes
    yield from _running(page, "footer")


def _first_page(text: Any, styles: Styles) -> Any:
    first = next(text.iter(*_PARAGRAPHS), None)
    given = None if first is None else first.get(f"{TEXT}style-name")
    return styles.pages.get(styles.find("paragraph", given, (f"{STYLE}master-page-name",)) or "Standard")


def _running(page: Any, part: str) -> Iterator[Item]:
    for node in page.iterfind(f"{STYLE}{part}") if page is not None else ():
        yield from (Paragraph(line, BlockKind.FURNITURE) for line in _plain_lines(node))


def _plain_lines(node: Any) -> Iterator[str]:
    for paragraph in node.iter(*_PARAGRAPHS):
        yield "".join(paragraph.itertext())


class _Reader:
    """Goes through one text in order."""

    def __init__(self, name: str, styles: Styles) -> None:
        self._name = name
        self._styles = styles
        self._lists = Lists(styles)
        self.notes: list[Item] = []

    def flow(self, nodes: Iterable[Any]) -> Iterator[Item]:
        """Paragraphs and tables of some nodes that follow each other."""
        for node in nodes:
            if node.tag == f"{TEXT}p":
                yield from self._paragraph(node, "")
            elif node.tag == f"{TEXT}h":
                yield from self._paragraph(node, self._lists.heading(node))
            elif node.tag == f"{TEXT}list":
                yield from self._list(node, None)
            elif node.tag == f"{TABLE}table":
                yield from self._table(node)
            elif node.tag in _INDEXES:
                yield from (Paragraph(line, BlockKind.FURNITURE) for line in _plain_lines(node))
            elif _is_container(node) and not _is_hidden_part(node):
                yield from self.flow(node)

    def _paragraph(self, node: Any, mark: str) -> Iterator[Item]:
        words = Words(self._styles, node)
        lines = words.lines
        lines[0] = mark + lines[0]
        yield from map(Paragraph, lines)
        yield from self.flow(words.boxes)
        for note in words.notes:
            self.notes += self._note(note)

    def _note(self, note: Any) -> Iterator[Item]:
        mark = "".join(words for citation in note.iterfind(f"{TEXT}note-citation") for words in citation.itertext())
        for item in self.flow(chain.from_iterable(note.iterfind(f"{TEXT}note-body"))):
            if isinstance(item, Paragraph):
                yield Paragraph(f"{mark} {item.text.strip()}" if mark else item.text, BlockKind.FURNITURE)
                mark = ""

    def _list(self, node: Any, outer: Place | None) -> Iterator[Item]:
        place = self._lists.enter(node, outer)
        for item in node.iterchildren(f"{TEXT}list-item", f"{TEXT}list-header"):
            is_waiting = item.tag == f"{TEXT}list-item"
            for child in item:
                if child.tag == f"{TEXT}list":
                    yield from self._list(child, place)
                elif child.tag in _PARAGRAPHS:
                    yield from self._paragraph(child, self._lists.mark(place, item, child) if is_waiting else "")
                    is_waiting = False
                else:
                    yield from self.flow((child,))

    def _table(self, table: Any) -> Iterator[Item]:
        rows = [*table_rows(table)]
        if _is_layout(table, rows):
            yield from self.flow(chain.from_iterable(cell for row in rows for cell in _cells(row)))
        else:
            yield from parted(self._printed(rows))

    def _printed(self, rows: list[Any]) -> PrintedTable:
        printed: list[list[tuple[tuple[str, ...], int, int]]] = []
        cells = 0
        for row in rows:
            several = whole(row, f"{TABLE}number-rows-repeated", 1)
            cells += several * _width(row)
            check_table(self._name, len(printed) + several, cells)
            printed += [[cell for node in _cells(row) for cell in self._repeated(node)]] * several
        return place(printed)

    def _repeated(self, cell: Any) -> list[tuple[tuple[str, ...], int, int]]:
        down = min(whole(cell, f"{TABLE}number-rows-spanned", 1), _MOST_SPAN)
        across = min(whole(cell, f"{TABLE}number-columns-spanned", 1), _MOST_SPAN)
        lines = tuple(item.text for item in self.flow(cell) if isinstance(item, Paragraph))
        return [(lines, down, across)] * whole(cell, f"{TABLE}number-columns-repeated", 1)


class Words:
    """The lines of a paragraph, one at least; the drawings that are anchored in it, and the notes that it refers to.

    White space is folded as ODF has it (part 3, 6.1.2), and what the page does not show is left out.
    """

    def __init__(self, styles: Styles, paragraph: Any) -> None:
        self.lines: list[str] = [""]
        self.boxes: list[Any] = []
        self.notes: list[Any] = []
        self._styles = styles
        self._folds = True  # white space that comes next: it begins the paragraph, or stands behind a blank
        self._read(paragraph)
        if styles.hides("paragraph", paragraph.get(f"{TEXT}style-name")) or _hides_paragraph(paragraph):
            self.lines = [""]

    def _read(self, paragraph: Any) -> None:
        walk = etree.iterwalk(paragraph, events=("start", "end", "comment", "pi"))
        for event, node in walk:
            if event == "start":
                if self._is_apart(node):
                    walk.skip_subtree()
                else:
                    self._begin(node)
            elif node is not paragraph:
                self._add(node.tail)

    def _is_apart(self, node: Any) -> bool:
        """Whether nothing inside a node is shown here; drawings and notes are kept for later."""
        if not isinstance(node.tag, str):  # an entity, which is not unfolded
            return True
        if node.tag.startswith(DRAW):
            self.boxes.append(node)
            return True
        if node.tag == f"{TEXT}note":
            self.notes.append(node)
            return True
        if node.tag in _UNSEEN or _is_hidden_part(node):
            return True
        if node.tag != f"{TEXT}span":
            return False
        name = node.get(f"{TEXT}style-name")
        return self._styles.hides("text", name) or (self._styles.raises(name) and self._is_mark(node))

    def _is_mark(self, span: Any) -> bool:
        before, after = self.lines[-1].strip()[-1:], (span.tail or "").strip()[:1]
        return is_note_mark("".join(span.itertext()), before, after, is_raised=True)

    def _begin(self, node: Any) -> None:
        if node.tag == f"{TEXT}s":
            self._put(" " * min(whole(node, f"{TEXT}c", 1), _MOST_BLANKS))
        elif node.tag == f"{TEXT}tab":
            self._put("\t")
        elif node.tag == f"{TEXT}line-break":
            self.lines.append("")
            self._folds = True
        elif node.tag == f"{_FIELD_MARK}fieldmark" and node.get(f"{_FIELD_MARK}type", "").endswith("CHECKBOX"):
            self._put("☑" if _is_ticked(node) else "□")
        else:
            self._add(node.text)

    def _put(self, signs: str) -> None:
        self.lines[-1] += signs
        self._folds = False

    def _add(self, text: str | None) -> None:
        words = seen(_WHITE.sub(" ", text or ""))
        if self._folds:
            words = words.removeprefix(" ")
        if words:
            self.lines[-1] += words
            self._folds = words.endswith(" ")


def _is_ticked(box: Any) -> bool:
    given = {p.get(f"{_FIELD_MARK}name"): p.get(f"{_FIELD_MARK}value") for p in box}
    return given.get("Checkbox_Checked") == "true"


def _is_container(node: Any) -> bool:
    """Sections and drawings: what is inside them stands in the flow."""
    if not isinstance(node.tag, str) or node.tag in _NO_WORDS:
        return False
    return node.tag in _SECTIONS or str(node.tag).startswith(DRAW)


def _is_hidden_part(node: Any) -> bool:
    return str(node.get(f"{TEXT}display")) == "none" or str(node.get(f"{TEXT}is-hidden")) == "true"


def _hides_paragraph(paragraph: Any) -> bool:
    return any(_is_hidden_part(node) for node in paragraph.iter(f"{TEXT}hidden-paragraph"))


# Tables ----------------------------------------------------------------------------------------------------------


def table_rows(table: Any) -> Iterator[Any]:
    """The rows of a table, those in groups among them."""
    for node in table:
        if node.tag == f"{TABLE}table-row":
            yield node
        elif node.tag in _ROW_GROUPS:
            yield from table_rows(node)


def _cells(row: Any) -> Iterator[Any]:
    yield from row.iterchildren(f"{TABLE}table-cell")


def _width(row: Any) -> int:
    return sum(whole(cell, f"{TABLE}number-columns-repeated", 1) for cell in _cells(row))


def _is_layout(table: Any, rows: list[Any]) -> bool:
    """A table that only arranges the page: it holds other tables, a whole text in a cell, or a single column."""
    if max(map(_width, rows), default=0) < 2 or next(table.iterdescendants(f"{TABLE}table"), None) is not None:
        return True
    wide = (cell for row in rows if _width(row) > 1 for cell in _cells(row))
    return any(sum(map(len, cell.itertext())) > _LONGEST_CELL for cell in wide)
