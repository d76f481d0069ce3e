"""Web pages: what a browser shows, its true tables, and the page around the report set apart.

Nothing is fetched and no script runs. The decoded text is parsed, never the bytes: a declared gb2312 loses characters.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from lxml import etree
from lxml import html as parser

from core.base.errors import DamagedFile
from core.model.document import BlockKind, Document, Source
from core.readers import furniture
from core.readers.flow import INVISIBLE, Item, Paragraph, PrintedTable, compose, place

_UNSEEN = frozenset(
    ("script", "style", "noscript", "template", "head", "iframe", "select", "option", "button", "input", "textarea",
     "object", "embed", "svg", "canvas", "map", "audio", "video")
)  # fmt: skip
_BLOCKS = frozenset(
    ("p", "div", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "li", "dl", "dt", "dd", "section", "article",
     "header", "footer", "nav", "aside", "main", "center", "blockquote", "pre", "form", "fieldset", "hr", "body",
     "table", "thead", "tbody", "tfoot", "tr", "td", "th", "caption", "address", "figure")
)  # fmt: skip
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden")
_SPACE = re.compile(r"[ \t\r\n\f]+")
_DECLARATION = re.compile(r"^\s*<\?xml[^>]{0,200}\?>")
_MARKUP_REST = re.compile(r"<!--\[if[^\]]{0,80}\]>|<!\[endif\]-->|<!--\[endif\]-->|-->")
# Source: the national standard for the page data of government web sites (国办发〔2017〕47号, annex).
_PAGE_DATA = frozenset(("articletitle", "pubdate", "contentsource", "author"))
_MOST_SPAN = 200
_LONGEST_CELL = 800  # characters; a longer one holds the page, not a figure
_MAIN_SHARE = 0.6  # of the words of the page that are no links
_LABEL_ENDS = " :：\t"

_Nodes = frozenset[parser.HtmlElement]


def read(source: Source, text: str) -> Document:
    """Make the Document of a decoded page.

    Raises:
        DamagedFile: nothing in it can be parsed.
    """
    try:
        root = parser.document_fromstring(
            _DECLARATION.sub("", text.replace("\x00", "")), parser=parser.HTMLParser(huge_tree=True)
        )
    except (etree.ParserError, ValueError) as error:
        raise DamagedFile(name=source.name, detail=str(error)) from error
    return compose(source, _Page(root).items())


class _Page:
    """Walks a page in order. What stands before and behind the main part is set apart."""

    def __init__(self, root: parser.HtmlElement) -> None:
        self._root = root
        self._unseen = _unseen(root)
        self._main = _main_part(root, self._unseen)

    def items(self) -> Iterator[Item]:
        """Page data, then all that can be seen, in order."""
        yield from _page_data(self._root)
        line = _Line()
        is_before, is_inside = self._main is not self._root, self._main is self._root
        walk = etree.iterwalk(self._root, events=("start", "end", "comment", "pi"))
        for event, node in walk:
            if event in ("comment", "pi"):
                line.add(node.tail)
                continue
            if event == "start":
                if node is self._main:
                    yield from self._flush(line, is_before, is_inside)
                    is_before, is_inside = False, True
                if node in self._unseen:
                    walk.skip_subtree()
                    continue
                table = _table(node, self._unseen) if node.tag == "table" and not _is_layout(node) else None
                if table is not None:
                    yield from self._flush(line, is_before, is_inside)
                    yield from _pairs(table) or ([table] if is_inside else _as_lines(table))
                    walk.skip_subtree()
                    continue
                if node.tag in _BLOCKS or node.tag == "br":
                    yield from self._flush(line, is_before, is_inside)
                line.add(node.text)
            else:
                if node.tag in _BLOCKS:
                    yield from self._flush(line, is_before, is_inside)
                if node is self._main:
                    yield from self._flush(line, is_before, is_inside)
                    is_inside = False
                line.add(node.tail)
        yield from self._flush(line, is_before, is_inside)

    def _flush(self, line: "_Line", is_before: bool, is_inside: bool) -> Iterator[Item]:
        words = line.take()
        if not words.strip(INVISIBLE):
            return
        if is_inside:
            yield Paragraph(words)
        elif furniture.is_page_data(words):
            yield Paragraph(words, BlockKind.METADATA)
        elif is_before and furniture.is_title(words):
            yield Paragraph(words, BlockKind.PARAGRAPH)
        else:
            yield Paragraph(words, BlockKind.FURNITURE)


@dataclass(slots=True)
class _Line:
    """The words of one line, white space as a browser folds it."""

    pieces: list[str] = field(default_factory=list)

    def add(self, text: str | None) -> None:
        if text:
            self.pieces.append(text)

    def take(self) -> str:
        words = "".join(self.pieces)
        self.pieces.clear()
        words = _MARKUP_REST.sub("", words) if "-->" in words or "<!" in words else words
        return _SPACE.sub(" ", words).strip(" ")


def _unseen(root: parser.HtmlElement) -> _Nodes:
    """The elements that a browser does not show. Asked for once: a page pasted from Word has a style everywhere."""
    hidden = (n for n in root.xpath("//*[@style]") if _hides(n.get("style").lower()))
    return frozenset((*root.iter(*_UNSEEN), *root.xpath("//*[@hidden]"), *hidden))


def _hides(style: str) -> bool:
    return ("none" in style or "hidden" in style) and _HIDDEN.search(style) is not None


def _page_data(root: parser.HtmlElement) -> Iterator[Item]:
    """The page's own data: its title, and what the standard for government sites writes into its head."""
    title = root.find(".//head/title")
    if title is not None and (title.text or "").strip():
        yield Paragraph(f"title: {_SPACE.sub(' ', title.text).strip()}", BlockKind.METADATA)
    for meta in root.iterfind(".//head/meta"):
        name, content = meta.get("name", ""), _SPACE.sub(" ", meta.get("content", "")).strip()
        if name.lower() in _PAGE_DATA and content:
            yield Paragraph(f"{name}: {content}", BlockKind.METADATA)


def _main_part(root: parser.HtmlElement, unseen: _Nodes) -> parser.HtmlElement:
    """The deepest element that holds most of the words which are no links: the report, without the page around it."""
    weight: dict[parser.HtmlElement, int] = {}
    inside_link = 0
    own: list[int] = [0]
    walk = etree.iterwalk(root, events=("start", "end"))
    for event, node in walk:
        if event == "start":
            if node in unseen:
                walk.skip_subtree()
                own.append(0)
                inside_link += node.tag == "a"
                continue
            inside_link += node.tag == "a"
            own.append(0 if inside_link else len((node.text or "").strip()))
        else:
            inside_link -= node.tag == "a"
            total = own.pop()
            weight[node] = total
            own[-1] += total + (0 if inside_link else len((node.tail or "").strip()))
    found = root
    enough = weight.get(root, 0) * _MAIN_SHARE
    while True:
        inner = next((c for c in found if weight.get(c, 0) > enough and c.tag in _BLOCKS), None)
        if inner is None or inner.tag in ("p", "table", "tbody", "tr"):
            return found
        found = inner


# Tables ----------------------------------------------------------------------------------------------------------


def _rows(table: parser.HtmlElement) -> Iterator[parser.HtmlElement]:
    for part in table:
        if part.tag == "tr":
            yield part
        elif part.tag in ("thead", "tbody", "tfoot"):
            yield from (row for row in part if row.tag == "tr")


def _is_layout(table: parser.HtmlElement) -> bool:
    """A table that only arranges the page: it holds other tables, a whole text in a cell, or a single column."""
    if next((t for t in table.iterdescendants("table")), None) is not None:
        return True
    widest = 0
    for row in _rows(table):
        cells = [c for c in row if c.tag in ("td", "th")]
        widest = max(widest, len(cells))
        if _length(row) > _LONGEST_CELL and any(_length(c) > _LONGEST_CELL for c in cells):
            return True
    return widest < 2


def _length(node: parser.HtmlElement) -> int:
    return sum(map(len, node.itertext()))


def _table(table: parser.HtmlElement, unseen: _Nodes) -> PrintedTable:
    rows = [
        [
            (tuple(_cell_lines(c, unseen)), _span(c, "rowspan"), _span(c, "colspan"))
            for c in row
            if c.tag in ("td", "th")
        ]
        for row in _rows(table)
        if row not in unseen
    ]
    return place(rows)


def _span(cell: parser.HtmlElement, name: str) -> int:
    printed = (cell.get(name) or "1").strip()
    return min(int(printed), _MOST_SPAN) if printed.isdecimal() and printed.isascii() else 1


def _cell_lines(cell: parser.HtmlElement, unseen: _Nodes) -> Iterator[str]:
    """The lines of a cell; paragraphs and breaks part them."""
    line = _Line()
    walk = etree.iterwalk(cell, events=("start", "end", "comment", "pi"))
    for event, node in walk:
        if event == "start":
            if node is not cell and node in unseen:
                walk.skip_subtree()
                continue
            if node.tag in _BLOCKS or node.tag == "br":
                yield line.take()
            line.add(node.text)
        elif event == "end":
            if node.tag in _BLOCKS:
                yield line.take()
            if node is not cell:
                line.add(node.tail)
        else:
            line.add(node.tail)
    yield line.take()


def _pairs(table: PrintedTable) -> list[Item]:
    """The page's own data laid out as a table (索引号 | … | 发布机构 | …): one line for each label with its value."""
    words = {(c.row, c.column): "".join(c.lines).strip(INVISIBLE) for c in table.cells}
    ordered = [words[k] for k in sorted(words)]
    labels = [n for n, w in enumerate(ordered) if furniture.is_page_label(w.rstrip(_LABEL_ENDS))]
    loose = [w for w in ordered if furniture.is_page_data(w)]
    if len(labels) + len(loose) < 2 or (len(labels) + len(loose)) * 3 < len([w for w in ordered if w]):
        return []
    found: list[Item] = []
    n = 0
    while n < len(ordered):
        if n in labels and n + 1 < len(ordered) and n + 1 not in labels:
            found.append(Paragraph(f"{ordered[n]}\t{ordered[n + 1]}", BlockKind.METADATA))
            n += 1
        elif ordered[n]:
            found.append(Paragraph(ordered[n], BlockKind.METADATA))
        n += 1
    return found


def _as_lines(table: PrintedTable) -> list[Item]:
    """A table of the page around the report."""
    rows: dict[int, list[str]] = {}
    for cell in table.cells:
        rows.setdefault(cell.row, []).append("".join(cell.lines).strip(INVISIBLE))
    return [Paragraph(" ".join(filter(None, row)), BlockKind.FURNITURE) for row in rows.values()]
