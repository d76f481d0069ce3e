"""Web pages: what a browser shows, its true tables, and the page around the report set apart.

Nothing is fetched and no script runs. The decoded text is parsed, never the bytes: a declared gb2312 loses characters.
"""

import re
from collections.abc import Callable, Iterator
from functools import partial

from lxml import etree
from lxml.html import document_fromstring

from core.base.errors import DamagedFile, ReportElsewhere
from core.model.document import BlockKind, Document, Source
from core.readers import furniture
from core.readers.flow import INVISIBLE, Item, Paragraph, compose
from core.readers.html_forms import fill_in
from core.readers.html_nodes import BLOCKS, Line, ListNumbers, folded, is_unseen
from core.readers.html_notes import leave_out_marks
from core.readers.html_shell import elsewhere
from core.readers.html_styles import hide
from core.readers.html_tables import is_layout, table_items

_DECLARATION = re.compile(r"^\s*<\?xml[^>]{0,200}\?>")
# A row that nothing opens: a browser begins it, the parser would let its cells go on with the row before.
_LOST_ROW = re.compile(r"(</tr\s{0,20}>\s{0,200})(?=<t[dh][\s>])", re.IGNORECASE)
# Behind these a browser goes on, and the parser would stop: pages are put together from whole pages.
_ENDS = re.compile(r"</(?:body|html)\s{0,20}>", re.IGNORECASE)
# Source: the national standard for the page data of government web sites (国办发〔2017〕47号, annex).
_PAGE_DATA = frozenset(("articletitle", "pubdate", "contentsource", "author"))
_PRE = re.compile(r"white-space\s{0,4}:\s{0,4}(?:pre|break-spaces)", re.IGNORECASE)
_KEPT = re.compile(rf"<pre[\s>]|{_PRE.pattern}", re.IGNORECASE)
_MAIN_SHARE = 0.6  # of the words of the page that are no links


def read(source: Source, text: str) -> Document:
    """Make the Document of a decoded page.

    Raises:
        DamagedFile: nothing in it can be parsed.
        ReportElsewhere: it only leads to a report.
    """
    clean = _ENDS.sub("", _LOST_ROW.sub(r"\1<tr>", _DECLARATION.sub("", text.replace("\x00", ""))))
    try:
        root = document_fromstring(clean, parser=etree.HTMLParser(huge_tree=True))
    except (etree.ParserError, ValueError) as error:
        raise DamagedFile(name=source.name, detail=str(error)) from error
    for prepare in (hide, fill_in, leave_out_marks):
        prepare(root)
    if _KEPT.search(clean):
        _break_lines(root)
    document = compose(source, _Page(root).items())
    if where := elsewhere(root, document):
        raise ReportElsewhere(name=source.name, where=where)
    return document


def _break_lines(root: etree._Element) -> None:
    """Let breaks stand for the line ends of preformatted elements."""
    done: set[etree._Element] = set()
    for pre in list(root.iter(etree.Element)):
        if pre in done or not (pre.tag == "pre" or _PRE.search(pre.get("style", ""))):
            continue
        inside = list(pre.iter())
        done.update(inside)
        for node in inside:
            if isinstance(node.tag, str):
                node.text = _broken(node.text, partial(node.insert, 0), node)
            if node is not pre:
                node.tail = _broken(node.tail, node.addnext, node)


def _broken(words: str | None, insert: Callable[[etree._Element], None], node: etree._Element) -> str | None:
    """The first line of some words; the others are put in behind breaks, the last one first."""
    first, *more = words.splitlines() if words and words.strip("\r\n") else [words]
    if more:
        for line in reversed(more):
            br = node.makeelement("br")
            br.tail = line
            insert(br)
    return first


class _Page:
    """Walks a page in order. What stands before and behind the main part is set apart."""

    def __init__(self, root: etree._Element) -> None:
        self._root = root
        self._main = _main_part(root)
        self._numbers = ListNumbers()
        self._is_before, self._is_inside = self._main is not root, self._main is root

    def items(self) -> Iterator[Item]:
        """Page data, then all that can be seen, in order."""
        yield from _page_data(self._root)
        line, is_label = Line(self._numbers), False
        walk = etree.iterwalk(self._root, events=("start", "end", "comment", "pi"))
        for event, node in walk:
            if event in ("comment", "pi"):
                line.add(node.tail)
            elif event == "start":
                if node is self._main:
                    yield from self._flush(line)
                    self._is_before, self._is_inside = False, True
                if is_unseen(node):
                    walk.skip_subtree()
                elif node.tag == "table" and not is_layout(node):
                    yield from self._flush(line)
                    yield from table_items(node, self._numbers, is_inside=self._is_inside)
                    walk.skip_subtree()
                else:
                    if node.tag == "dd" and is_label:
                        line.add(" ")  # a label and its value are one line of the page's data
                    elif node.tag in BLOCKS or node.tag == "br":
                        yield from self._flush(line)
                    line.begin(node)
            else:
                is_label = node.tag == "dt" and furniture.is_page_label(line.words())
                if node.tag in BLOCKS and not is_label:
                    yield from self._flush(line)
                if node is self._main:
                    yield from self._flush(line)
                    self._is_inside = False
                line.add(node.tail)
        yield from self._flush(line)

    def _flush(self, line: Line) -> Iterator[Item]:
        words = line.take()
        if not words.strip(INVISIBLE):
            return
        if self._is_inside:
            yield Paragraph(words)
        elif furniture.is_page_data(words):
            yield Paragraph(words, BlockKind.METADATA)
        elif self._is_before and furniture.is_title(words):
            yield Paragraph(words, BlockKind.PARAGRAPH)
        else:
            yield Paragraph(words, BlockKind.FURNITURE)


def _page_data(root: etree._Element) -> Iterator[Item]:
    """The page's own data: its title, and what the standard for government sites writes into its head."""
    title = folded(root.findtext(".//head/title") or "")
    if title.strip():
        yield Paragraph(f"title: {title}", BlockKind.METADATA)
    for meta in root.iterfind(".//head/meta"):
        name, content = meta.get("name", ""), folded(meta.get("content", ""))
        if name.lower() in _PAGE_DATA and content:
            yield Paragraph(f"{name}: {content}", BlockKind.METADATA)


def _main_part(root: etree._Element) -> etree._Element:
    """The deepest element that holds most of the words which are no links: the report, without the page around it."""
    weight: dict[etree._Element, int] = {}
    inside_link = 0
    own: list[int] = [0]
    walk = etree.iterwalk(root, events=("start", "end"))
    for event, node in walk:
        if event == "start":
            if is_unseen(node):
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
    at = found = root
    enough = weight.get(root, 0) * _MAIN_SHARE
    while True:
        inner = next((c for c in at if weight.get(c, 0) > enough and c.tag in BLOCKS), None)
        if inner is None or inner.tag == "p" or (inner.tag == "table" and not is_layout(inner)):
            return found
        at = inner
        if at.tag not in ("table", "tbody", "tr"):
            found = at
