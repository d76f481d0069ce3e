"""Pages to one Document: text in reading order with the place of each character, paragraphs and tables joined."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from core.base.text import squeeze
from core.model.document import Block, BlockKind, Document, Grid, GridCell, PageSize, PrintedLine, Source, Span
from core.readers import furniture
from core.readers.flow import BREAK
from core.readers.missed_rules import misses_rules
from core.readers.page_halves import NUMBERED, PageCell, PageTable, append, goes_on, table_of
from core.readers.page_layout import Page
from core.readers.page_lines import LaidTable, Line, lines

_PAGE_NUMBER = re.compile(r"[-—–_·~ ]*(?:第)?\d{1,4}(?:页)?(?:(?:/|共|,共)\d{1,4}页?)?[-—–_·~ ]*")
_EDGE_LINES = 2  # from the top and from the bottom, where running heads and page numbers stand
_REPEATED = 3  # pages on which a line in the same place is a running head
_SENTENCE_END = "。！？!?；;：:…"
_GOES_ON = "；;：:"  # may stand at the end of a full line within a sentence
_TITLE_END = re.compile("(?:报告|報告|年报)$")
_IN_SENTENCE = re.compile("[，,。；;]")
_TIGHT = 1.2  # characters
_UNBROKEN = re.compile(r".?[（]?[!-~０-９Ａ-ｚ（）]{2,80}[）)”。，；：、]{0,3}|.[）)”。，；：、]{1,3}")
_RIGHT = 2.5  # characters that may be missing at the right end of a full line
_INDENT = 1.2
_DEEPEST_INDENT = 3.0
_SOME = 12  # one paragraph in so many lines
_FULL = 8  # characters of a line that tells where the margins are
_LOOSE = 2.2  # line heights between two lines of one paragraph at most


@dataclass(frozen=True, slots=True)
class _Place:
    """A line or table with its page; `kind` None for tables."""

    page: int
    item: Line | LaidTable
    kind: BlockKind | None = None


def flow(source: Source, pages: Sequence[Page], sizes: tuple[PageSize, ...]) -> Document:
    """One Document of all pages."""
    writer = _Writer({n for n, size in enumerate(sizes, start=1) if size.is_scan})
    places = _settled(_told(pages))
    before: Line | None = None
    table: PageTable | None = None
    margin = _margins(pages)
    for place in places:
        if isinstance(place.item, LaidTable):
            piece = table_of(place.page, place.item)
            if table and goes_on(table, piece):
                for page, line in append(table, piece):
                    writer.line(page, line, BlockKind.FURNITURE, False)
            else:
                writer.table(table)
                table = piece
            before = None
            continue
        if place.kind is not BlockKind.FURNITURE:
            writer.table(table)
            table = None
        joins = before is not None and place.kind is BlockKind.PARAGRAPH and _joins(before, place.item, margin)
        writer.line(place.page, place.item, place.kind or BlockKind.PARAGRAPH, joins)
        if place.kind is not BlockKind.FURNITURE:
            before = place.item
    writer.table(table)
    return writer.document(source, sizes)


def _told(pages: Sequence[Page]) -> list[_Place]:
    """All items in order; running heads, page numbers and the page's own data told from the report."""
    seen: Counter[tuple[int, str]] = Counter()
    for page in pages:
        seen.update({(_height(line), _without_digits(line)) for line in _at_edges(page)})
    found: list[_Place] = []
    for page in pages:
        edges = set(map(id, _at_edges(page)))
        for item in page.items:
            if isinstance(item, LaidTable):
                found.append(_Place(page.number, item))
                continue
            words = squeeze(item.text)
            running = id(item) in edges and (
                _PAGE_NUMBER.fullmatch(words) or seen[_height(item), _without_digits(item)] >= _REPEATED
            )
            data = furniture.is_page_data(item.text)
            kind = BlockKind.FURNITURE if running else BlockKind.METADATA if data else BlockKind.PARAGRAPH
            found.append(_Place(page.number, item, kind))
        found += [_Place(page.number, line, BlockKind.FURNITURE) for line in page.aslant]
    return found


def _settled(places: Sequence[_Place]) -> list[_Place]:
    """Turn the rests of tables into lines where no table on another page goes on with them."""
    solid = [p for p in places if p.kind is not BlockKind.FURNITURE]
    found: list[_Place] = []
    beside = {id(p): (solid[i - 1 : i] + solid[i + 1 : i + 2]) for i, p in enumerate(solid)}
    for place in places:
        item = place.item
        if not isinstance(item, LaidTable) or not item.is_rest:
            found.append(place)
            continue
        own = table_of(place.page, item)
        others = [table_of(p.page, p.item) for p in beside[id(place)] if isinstance(p.item, LaidTable)]
        if any(goes_on(*sorted((own, other), key=lambda t: t.pages)) for other in others if other.pages != own.pages):
            found.append(place)
        else:
            loose = lines(glyph for _, cell in item.cells for line in cell for glyph in line.glyphs)
            found += [_Place(place.page, line, BlockKind.PARAGRAPH) for line in loose]
    return found


def _at_edges(page: Page) -> list[Line]:
    ends = [*page.items[:_EDGE_LINES], *page.items[-_EDGE_LINES:]]
    return [item for item in ends if isinstance(item, Line)]


def _height(line: Line) -> int:
    return round(line.top / 4)


def _without_digits(line: Line) -> str:
    return re.sub(r"\d", "", squeeze(line.text))


# Paragraphs ------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Margins:
    """Where full lines begin and end. `are_indented`: paragraphs begin further in, so a line at the left goes on."""

    left: float
    right: float
    are_indented: bool


def _margins(pages: Sequence[Page]) -> _Margins:
    """The usual left edge, and the right edge that few lines pass."""
    found = [item for page in pages for item in page.items if isinstance(item, Line) and len(item.glyphs) > _FULL]
    if not found:
        return _Margins(0.0, 0.0, False)
    left = Counter(round(line.x0) for line in found).most_common(1)[0][0]
    rights = sorted(line.x1 for line in found)
    indented = sum(_INDENT < (line.x0 - left) / line.size < _DEEPEST_INDENT for line in found)
    return _Margins(float(left), rights[int(len(rights) * 0.9)], indented * _SOME >= len(found))


def _joins(before: Line, line: Line, margins: _Margins) -> bool:
    """Whether a line goes on with the sentence of the line before it: that one is full, this one not indented."""
    room = margins.right - before.x1
    word = _first_word(line)
    if room > max(_RIGHT * before.size, word and word + line.size):
        return False
    is_tight = room <= max(_TIGHT * before.size, word and word + line.size)
    if (end := before.text[-1:]) in _SENTENCE_END and not margins.are_indented and not (end in _GOES_ON and is_tight):
        return False
    words = squeeze(line.text)
    if line.x0 > margins.left + _INDENT * line.size or NUMBERED.match(words) or _is_title(before):
        return False
    distance = line.top - before.top
    return distance < 0 or distance < _LOOSE * max(before.size, line.size) + before.size


def _is_title(line: Line) -> bool:
    """Whether a line is a title up to its end; a sentence may say the same words and go on."""
    return furniture.is_title(line.text) and bool(_TITLE_END.search(line.text)) and not _IN_SENTENCE.search(line.text)


def _first_word(line: Line) -> float:
    """How wide the beginning of a line is that may not be broken: an address or a number, with what it hangs on."""
    found = _UNBROKEN.match("".join(glyph.char for glyph in line.glyphs))
    return line.glyphs[found.end() - 1].x1 - line.x0 if found else 0.0


# Text ------------------------------------------------------------------------------------------------------------


@dataclass(slots=True)
class _Writer:
    scans: set[int]  # the pages that are scans
    pieces: list[str] = field(default_factory=list)
    length: int = 0
    blocks: list[Block] = field(default_factory=list)
    grids: list[Grid] = field(default_factory=list)
    lines: list[PrintedLine] = field(default_factory=list)

    def put(self, text: str) -> None:
        self.pieces.append(text)
        self.length += len(text)

    def print(self, page: int, line: Line) -> tuple[int, int]:
        start = self.length
        self.put(line.text)
        edges: list[float] = []
        for _, glyph in line.spaced:
            edges.append(round(glyph.x0 if glyph else edges[-1] + line.size / 2, 1))
        edges.append(round(line.x1, 1))
        top, bottom = round(line.top, 1), round(line.bottom, 1)
        least, each = 1.0, tuple[float, ...]()
        if page in self.scans:
            sure = tuple(round(g.confidence, 3) if g else 1.0 for _, g in line.spaced)
            least, each = min(sure), sure if min(sure) < max(sure) else ()
        self.lines.append(PrintedLine(start, self.length, page, top, bottom, tuple(edges), least, each))
        return start, self.length

    def line(self, page: int, line: Line, kind: BlockKind, joins: bool) -> None:
        start, end = self.print(page, line)
        self.put("\n")
        self.blocks.append(Block(kind, start, end, joins))

    def table(self, table: PageTable | None) -> None:
        if table is None:
            return
        start = self.length
        rows: list[list[PageCell]] = [[] for _ in range(table.rows)]
        for cell in sorted(table.cells, key=lambda c: (c.row, c.column)):
            rows[cell.row].append(cell)
        placed: list[GridCell] = []
        for cells in rows:
            for n, cell in enumerate(cells):
                self.put("\t" if n else "")
                low = self.length
                for k, (page, line) in enumerate(cell.lines):
                    self.put(BREAK if k else "")
                    self.print(page, line)
                placed.append(GridCell(cell.row, cell.column, Span(low, self.length), cell.row_span, cell.column_span))
            self.put("\n")
        self.blocks.append(Block(BlockKind.TABLE, start, self.length - 1, grid=len(self.grids)))
        is_whole = self.scans.isdisjoint(table.pages) or not misses_rules(table)
        self.grids.append(Grid(table.rows, len(table.edges) - 1, tuple(placed), start, self.length - 1, is_whole))

    def document(self, source: Source, sizes: tuple[PageSize, ...]) -> Document:
        text = "".join(self.pieces)
        blocks = tuple(
            replace(b, joins=False) if b.joins and i and self.blocks[i - 1].kind is BlockKind.TABLE else b
            for i, b in enumerate(self.blocks)
        )
        return Document(text, source, blocks, tuple(self.grids), tuple(self.lines), sizes)
