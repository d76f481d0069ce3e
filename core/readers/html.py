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
from core.readers.html_main import main_part
from core.readers.html_nodes import (
    BEGIN,
    BLOCKS,
    END,
    LINE_ENDS,
    LINKS,
    Line,
    folded,
    mark,
    marked_words,
    prune,
)
from core.readers.html_notes import leave_out_marks
from core.readers.html_shell import elsewhere, says_nothing
from core.readers.html_styles import hide
from core.readers.html_tables import table_items, true_tables

_DECLARATION = re.compile(r"^\s*<\?xml[^>]{0,200}\?>")
# A row that nothing opens: a browser begins it, the parser would let its cells go on with the row before.
_LOST_ROW = re.compile(r"(</tr\s{0,20}>\s{0,200})(?=<t[dh][\s>])", re.IGNORECASE)
# Behind these a browser goes on, and the parser would stop: pages are put together from whole pages.
_ENDS = re.compile(r"</(?:body|html)\s{0,20}>", re.IGNORECASE)
_PRE = re.compile(r"white-space\s{0,4}:\s{0,4}(?:pre|break-spaces)", re.IGNORECASE)
# Source: the national standard for the page data of government web sites (国办发〔2017〕47号, annex).
_PAGE_DATA = frozenset(("articletitle", "pubdate", "contentsource", "author"))


def read(source: Source, text: str) -> Document:
    """Make the Document of a decoded page.

    Raises:
        DamagedFile: nothing in it can be parsed.
        ReportElsewhere: it only leads to a report.
    """
    clean = _ENDS.sub("", _LOST_ROW.sub(r"\1<tr>", _DECLARATION.sub("", text.replace("\x00", ""))))
    root = _parsed(source, clean)
    for prepare in (hide, fill_in, leave_out_marks):
        prepare(root)
    if "white-space" in clean or "WHITE-SPACE" in clean or next(root.iter("pre"), None) is not None:
        _break_lines(root)
    document = compose(source, _items(root))
    if says_nothing(document) and (where := elsewhere(_parsed(source, clean))):
        raise ReportElsewhere(name=source.name, where=where)
    return document


def _parsed(source: Source, page: str) -> etree._Element:
    try:
        return document_fromstring(page, parser=etree.HTMLParser(huge_tree=True))
    except (etree.ParserError, ValueError) as error:
        raise DamagedFile(name=source.name, detail=str(error)) from error


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


def _items(root: etree._Element) -> Iterator[Item]:
    """Page data, then all that can be seen, in order. What stands before and behind the main part is set apart."""
    yield from _page_data(root)
    prune(root)
    _join_labels(root)
    blocks, tables = mark(root), true_tables(root)
    main = main_part(root, blocks, marked_words(root), tables)
    for table in tables:  # their words are taken
        del table[:]
        table.text = BEGIN
    is_before, is_inside, inside = main is not root, main is root, [root]
    line, waiting = Line(), root.iter(*BLOCKS)
    pieces = LINE_ENDS.split(LINKS.sub("", marked_words(root)))
    for sign, words in zip(pieces[1::2], pieces[2::2], strict=True):
        if sign == BEGIN:
            block = next(waiting)
            inside.append(block)
            if block is main:
                is_before, is_inside = False, True
            if block in tables:
                yield from table_items(tables[block], is_inside=is_inside)
        elif sign == END and inside.pop() is main:
            is_inside = False
        shown = line.read(words)
        if shown.strip(INVISIBLE):
            yield Paragraph(shown, None if is_inside else _kind_around(shown, is_before=is_before))


def _join_labels(root: etree._Element) -> None:
    """Let the label and the value of the page's data be one line where they are a list of terms."""
    for term in list(root.iter("dt")):
        value = term.getnext()
        if (
            value is not None
            and value.tag == "dd"
            and furniture.is_page_label(folded("".join(map(str, term.itertext()))))
        ):
            value.insert(0, term)
            term.tag, term.tail, value.text = "span", f" {value.text or ''}", None


def _kind_around(words: str, *, is_before: bool) -> BlockKind:
    """The kind of a line that stands before or behind the main part."""
    if furniture.is_page_data(words):
        return BlockKind.METADATA
    return BlockKind.PARAGRAPH if is_before and furniture.is_title(words) else BlockKind.FURNITURE


def _page_data(root: etree._Element) -> Iterator[Item]:
    """The page's own data: its title, and what the standard for government sites writes into its head."""
    title = folded(root.findtext(".//head/title") or "")
    if title.strip():
        yield Paragraph(f"title: {title}", BlockKind.METADATA)
    for meta in root.iterfind(".//head/meta"):
        name, content = meta.get("name", ""), folded(meta.get("content", ""))
        if name.lower() in _PAGE_DATA and content:
            yield Paragraph(f"{name}: {content}", BlockKind.METADATA)
