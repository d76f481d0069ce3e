"""Pages to one Document: text in reading order with the place of each character, paragraphs and tables joined."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from core.base.text import squeeze
from core.model.document import Block, BlockKind, Document, Grid, GridCell, PageSize, PrintedLine, Source, Span
from core.readers import furniture
from core.readers.flow import BREAK
from core.readers.page_layout import Page
from core.readers.page_lines import LaidTable, Line, is_figure, lines

_PAGE_NUMBER = re.compile(r"[-—–_·~ ]*(?:第)?\d{1,4}(?:页)?(?:(?:/|共|,共)\d{1,4}页?)?[-—–_·~ ]*")
_EDGE_LINES = 2  # from the top and from the bottom, where running heads and page numbers stand
_REPEATED = 3  # pages on which a line in the same place is a running head
_SENTENCE_END = "。！？!?；;：:…"
_NUMBERED = re.compile(
    r"[一二三四五六七八九十]{1,3}[、.]|[(（][一二三四五六七八九十\d]{1,3}[)）]|\d{1,2}[.、]|第[一二三四五六七八九十]{1,3}"
)
_GOES_ON = "；;：:"  # may stand at the end of a full line within a sentence
_TITLE_END = re.compile("(?:报告|報告|年报)$")
_IN_SENTENCE = re.compile("[，,。；;]")
_TIGHT = 1.2  # characters
_UNBROKEN = re.compile(r".?[（]?[!-~０-９Ａ-ｚ（）]{2,80}[）)”。，；：、]{0,3}")
_RIGHT = 2.5  # characters that may be missing at the right end of a full line
_INDENT = 1.2
_DEEPEST_INDENT = 3.0
_SOME = 12  # one paragraph in so many lines
_FULL = 8  # characters of a line that tells where the margins are
_LOOSE = 2.2  # line heights between two lines of one paragraph at most
_SAME_OPEN_EDGE = 12.0
_SHARED = 0.7  # of the edges, that both halves of a table without rules have
_SAME_EDGE = 4.0  # points between the column edges of a table's two halves


@dataclass(frozen=True, slots=True)
class _Place:
    """A line or table with its page; `kind` None for tables."""

    page: int
    item: Line | LaidTable
    kind: BlockKind | None = None


@dataclass(slots=True)
class _Cell:
    row: int
    column: int
    row_span: int
    column_span: int
    lines: list[tuple[int, Line]]  # page and line

    @property
    def words(self) -> str:
        return "".join(line.text for _, line in self.lines)


@dataclass(slots=True)
class _Table:
    """A table, perhaps of several pages."""

    edges: tuple[float, ...]
    rows: int
    cells: list[_Cell]
    pages: tuple[int, int]  # the first and the last
    is_open: bool = False


def flow(source: Source, pages: Sequence[Page], sizes: tuple[PageSize, ...]) -> Document:
    """One Document of all pages."""
    writer = _Writer()
    places = _settled(_told(pages))
    before: Line | None = None
    table: _Table | None = None
    margin = _margins(pages)
    for place in places:
        if isinstance(place.item, LaidTable):
            piece = _table(place.page, place.item)
            if table and _goes_on(table, piece):
                for page, line in _append(table, piece):
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
        own = _table(place.page, item)
        others = [_table(p.page, p.item) for p in beside[id(place)] if isinstance(p.item, LaidTable)]
        if any(_goes_on(*sorted((own, other), key=lambda t: t.pages)) for other in others if other.pages != own.pages):
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
    if room > max(_RIGHT * before.size, _first_word(line) + line.size):
        return False
    end = before.text[-1:]
    if end in _SENTENCE_END and not margins.are_indented and (end not in _GOES_ON or room > _TIGHT * before.size):
        return False
    words = squeeze(line.text)
    if line.x0 > margins.left + _INDENT * line.size or _NUMBERED.match(words) or _is_title(before):
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


# Tables ----------------------------------------------------------------------------------------------------------


def _table(page: int, laid: LaidTable) -> _Table:
    cells = [
        _Cell(c.row, c.column, c.row_span, c.column_span, [(page, line) for line in found]) for c, found in laid.cells
    ]
    return _Table(laid.ruled.xs, len(laid.ruled.ys) - 1, cells, (page, page), laid.is_open)


def _goes_on(table: _Table, piece: _Table) -> bool:
    """Whether a table is the other half of the one before it: the columns of one are columns of the other."""
    few, many = sorted((table.edges, piece.edges), key=len)
    if table.is_open or piece.is_open:  # its outer edges are where the widest words end
        if table.pages[1] == piece.pages[0] or not _head(piece)[1] <= _head(table)[1]:
            return False
        same = sum(_near(x, many[1:-1]) for x in few[1:-1])
        return same >= max(_SHARED * (len(few) - 2), 1)
    return all(any(abs(x - y) <= _SAME_EDGE for y in many) for x in few)


def _near(edge: float, edges: Sequence[float]) -> bool:
    return any(abs(edge - other) <= _SAME_OPEN_EDGE for other in edges)


def _append(table: _Table, piece: _Table) -> list[tuple[int, Line]]:
    """Put the second half below the first; what the page's end cut apart becomes one again.

    Gives the lines of the head that is printed again.
    """
    if table.is_open or piece.is_open:
        inner = [x for x in piece.edges[1:-1] if not _near(x, table.edges[1:-1])]
        ends = min(table.edges[0], piece.edges[0]), max(table.edges[-1], piece.edges[-1])
        edges = (ends[0], *sorted((*table.edges[1:-1], *inner)), ends[1])
        _widen(table, edges)
        _widen(piece, edges)
    elif len(piece.edges) > len(table.edges):
        _widen(table, piece.edges)
    elif len(piece.edges) < len(table.edges):
        _widen(piece, table.edges)
    _drop_blank(table, table.rows - 1)
    _drop_blank(piece, 0)
    head = _without_head(table, piece)
    if table.is_open and _rests_on(table, piece):
        _drop_blank(piece, 0)
    table.pages = table.pages[0], piece.pages[1]
    if not piece.cells:
        return head
    offset = table.rows
    last = {c.column: c for c in table.cells if c.row + c.row_span == table.rows}
    first = {c.column: c for c in piece.cells if c.row == 0}
    cut = _is_cut(last, first)
    beside = {k for c in piece.cells for k in range(c.column, c.column + c.column_span)}
    for column, cell in last.items():
        if column not in beside:  # it reaches over the whole page: no rule shows its edge there
            cell.row_span += piece.rows - cut
    for cell in piece.cells:
        above = last.get(cell.column)
        is_torn = (
            cell.row == 0
            and above is not None
            and above.column_span == cell.column_span
            and (cut or (_is_tall(above, cell) and not _NUMBERED.match(squeeze(cell.words))))
        )
        if above is not None and is_torn:
            above.lines += cell.lines
            above.row_span += cell.row_span - cut
        else:
            cell.row += offset - cut
            table.cells.append(cell)
    table.rows += piece.rows - cut
    return head


def _without_head(table: _Table, piece: _Table) -> list[tuple[int, Line]]:
    """Take away the head that is printed again on the next page; gives its lines."""
    again, row = 0, 0
    while row < min(piece.rows, table.rows) and _row(piece, row) == _row(table, row):
        row += 1
        if all(c.row + c.row_span <= row for c in piece.cells if c.row < row):
            again = row
    if table.is_open and _head(piece)[1] == _head(table)[1]:
        again = _head(piece)[0]
    head = [c for c in piece.cells if c.row < again]
    if any(is_figure(c.words) for c in head):
        return []
    piece.cells = [c for c in piece.cells if c.row >= again]
    for cell in piece.cells:
        cell.row -= again
    piece.rows -= again
    return [line for cell in head for line in cell.lines]


def _head(table: _Table) -> tuple[int, set[str]]:
    """How many rows of words stand above the figures, and those words."""
    figures = [c for c in table.cells if is_figure(c.words)]
    first, left = min((c.row for c in figures), default=0), min((c.column for c in figures), default=0)
    above = [c for c in table.cells if c.row < first and c.lines]
    rows = max((c.row + c.row_span for c in above if c.column + c.column_span > left), default=0)
    return rows, {squeeze(c.words) for c in above if c.row < rows}


def _row(table: _Table, row: int) -> set[tuple[int, int, int, str]]:
    return {(c.column, c.column_span, c.row_span, squeeze(c.words)) for c in table.cells if c.row == row}


def _rests_on(table: _Table, piece: _Table) -> bool:
    """Give the last label its end, where that stands alone in the first row of the next page."""
    said = [c for c in piece.cells if c.row == 0 and c.lines]
    labels = [c for c in table.cells if c.row + c.row_span == table.rows and c.lines and not is_figure(c.words)]
    if len(said) != 1 or not labels or is_figure(said[0].words) or _NUMBERED.match(squeeze(said[0].words)):
        return False
    max(labels, key=lambda c: c.column).lines += said[0].lines
    said[0].lines = []
    return True


def _drop_blank(table: _Table, row: int) -> None:
    """Take away a row without any words at the edge of a page: what is left of the borders of a cut row."""
    while table.rows > 1 and not any(c.lines for c in table.cells if c.row == row or c.row + c.row_span - 1 == row):
        kept = [c for c in table.cells if c.row != row or c.row_span > 1]
        for cell in kept:
            if cell.row <= row < cell.row + cell.row_span:
                cell.row_span -= 1
            if cell.row > row:
                cell.row -= 1
        table.cells, table.rows = kept, table.rows - 1
        row = min(row, table.rows - 1)


def _is_tall(above: _Cell, cell: _Cell) -> bool:
    """A group's cell reaches over several rows, before or after the page's end."""
    return above.row_span > 1 or cell.row_span > 1


def _is_cut(last: dict[int, _Cell], first: dict[int, _Cell]) -> bool:
    """Whether the first row of the second half is the end of the last row of the first: apart from cells that reach
    over rows only the label has words in both, and it does not begin anew."""
    common = [(last[c], first[c]) for c in first if c in last]
    if any(b.lines for c, b in first.items() if c not in last) or not any(b.lines for _, b in common):
        return False
    both = [(a, b) for a, b in common if a.lines and b.lines and not _is_tall(a, b)]
    figures_above = any(is_figure(a.words) for a, _ in common)
    figures_below = any(is_figure(b.words) for _, b in common)
    if figures_above and figures_below:
        return False
    if any(_NUMBERED.match(squeeze(b.words)) for _, b in common if b.lines):
        return False
    return len(both) <= 1 and (figures_above or figures_below)


def _widen(table: _Table, edges: tuple[float, ...]) -> None:
    """Give a table the columns of its other half."""

    def at(edge: float) -> int:
        return min(range(len(edges)), key=lambda i: abs(edges[i] - edge))

    for cell in table.cells:
        low, high = at(table.edges[cell.column]), at(table.edges[cell.column + cell.column_span])
        cell.column, cell.column_span = low, max(high - low, 1)
    table.edges = edges


# Text ------------------------------------------------------------------------------------------------------------


@dataclass(slots=True)
class _Writer:
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
        spaced = line.spaced()
        self.put("".join(char for char, _ in spaced))
        edges: list[float] = []
        for _, glyph in spaced:
            edges.append(round(glyph.x0 if glyph else edges[-1] + line.size / 2, 1))
        edges.append(round(line.x1, 1))
        top, bottom = round(line.top, 1), round(line.bottom, 1)
        sure = min(glyph.confidence for glyph in line.glyphs)
        self.lines.append(PrintedLine(start, self.length, page, top, bottom, tuple(edges), sure))
        return start, self.length

    def line(self, page: int, line: Line, kind: BlockKind, joins: bool) -> None:
        start, end = self.print(page, line)
        self.put("\n")
        self.blocks.append(Block(kind, start, end, joins))

    def table(self, table: _Table | None) -> None:
        if table is None:
            return
        start = self.length
        rows: list[list[_Cell]] = [[] for _ in range(table.rows)]
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
        self.grids.append(Grid(table.rows, len(table.edges) - 1, tuple(placed), start, self.length - 1))

    def document(self, source: Source, sizes: tuple[PageSize, ...]) -> Document:
        text = "".join(self.pieces)
        blocks = tuple(
            replace(b, joins=False) if b.joins and i and self.blocks[i - 1].kind is BlockKind.TABLE else b
            for i, b in enumerate(self.blocks)
        )
        return Document(text, source, blocks, tuple(self.grids), tuple(self.lines), sizes)
