"""Finds the printed tables of a plain text.

Layouts: one cell a line behind a tab, rows parted by blank lines (a Word table saved as text); cells of a row parted
by tabs; cells parted by bars, in one line or a line each; cells parted by wide gaps; cells that just follow one
another. What a table means is nobody's question here.
"""

import itertools
import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Callable

from core.model.document import Grid, GridCell, Span
from core.readers.printed import Cell, Line, Row, bare
from core.readers.streams import find_streams

_FIGURE = re.compile(r"^[\s\u3000]*(?:[-−+]?[\d０-９][\d０-９,，.]*%?|[-—–/]{1,6}|无)[\s\u3000]*$")
_BAR, _TAB = re.compile("[|｜]"), re.compile("\t")
_GAP = re.compile(r"\t+| {2,}|\u3000{2,}")
_LOOSE_GAP = 2
_MOST_COLUMNS = 40
_MOST_PIECES = 4  # lines that one cell may take
_LONGEST_ROW = 4000
_LONG = 40


def find_grids(text: str) -> tuple[Grid, ...]:
    """All printed tables of the text, in order."""
    lines, at = [], 0
    for words in text.split("\n"):
        lines.append(Line(at, at + len(words), words))
        at += len(words) + 1
    tables = [*(_cell_lines(text, lines) if "\t" in text else ()), *(_opened_rows(text, lines) if "|" in text else ())]
    grids = [_grid(text, rows) for rows in tables]
    for split, signs in _SPLITS:
        if any(sign in text for sign in signs):
            grids += [_grid(text, rows) for rows in _row_lines(text, _outside(lines, grids), split)]
    grids += [_grid(text, rows) for rows in find_streams(text, _outside(lines, grids))]
    return tuple(sorted(grids, key=lambda g: g.start))


def _outside(lines: list[Line], grids: list[Grid]) -> list[Line | None]:
    """The lines that are in no grid yet, and None in the place of each grid: no table reaches over another."""
    kept: list[Line | None] = []
    after = 0
    for grid in sorted(grids, key=lambda g: g.start):
        first = bisect_left(lines, grid.start, after, key=lambda line: line.start)
        kept += lines[after:first]
        after = bisect_left(lines, grid.end, first, key=lambda line: line.start)
        if after > first and kept and kept[-1] is not None:
            kept.append(None)
    return kept + lines[after:]


# One cell a line behind a tab -------------------------------------------------------------------------------------


def _cell_lines(text: str, lines: list[Line]) -> list[list[Row]]:
    """Tables whose every cell is a line behind a tab: lists of rows as printed, the last one perhaps a note."""
    tables: list[list[Row]] = []
    i = 0
    while i < len(lines):
        if _is_cell(lines[i]):
            rows, i = _one_table(text, lines, i)
            if len(rows) > 1 and max(len(r.cells) for r in rows) > 1 and not _is_prose(text, rows):
                tables.append(rows)
        else:
            i += 1
    return tables


def _is_prose(text: str, rows: list[Row]) -> bool:
    """Whole sentences in most of the cells: paragraphs behind tabs, not a table."""
    cells = [text[c.pieces[0][0] : c.pieces[-1][1]] for r in rows for c in r.cells]
    return sum(len(c) > _LONG and "。" in c for c in cells) * 2 > sum(bool(c.strip()) for c in cells)


def _is_cell(line: Line) -> bool:
    return line.text.startswith("\t") and "\t" not in line.text[1:]


def _one_table(text: str, lines: list[Line], i: int) -> tuple[list[Row], int]:
    """The table that begins at line `i`, and the line after it.

    One blank line ends a row, two end the table. A paragraph without a tab between them goes on with the cell
    before it: Word breaks a cell that has several paragraphs so.
    """
    fragments: list[Row] = []
    tails: dict[int, list[Line]] = {}  # fragment -> paragraphs that may go on with its last cell
    blank, fresh = 0, True
    while i < len(lines):
        line = lines[i]
        if line.is_blank:
            blank, fresh = blank + 1, True
            if blank >= _LOOSE_GAP:
                break
        elif _is_cell(line):
            if fresh and not (fragments and lines[i - 1] in tails.get(len(fragments) - 1, [])):
                fragments.append(Row(line.start, line.end))
            fragments[-1].cells.append(Cell([bare(text, line.start + 1, line.end)]))
            fragments[-1].end = line.end
            blank, fresh = 0, False
        elif fragments and blank == 1 and not line.text.startswith("\t"):
            follows = i + 1 < len(lines) and _is_cell(lines[i + 1])
            last = fragments[-1]
            if not follows and len(last.cells) > 1:
                break
            tails.setdefault(len(fragments) - 1, []).append(line)
            last.cells[-1].pieces.append(bare(text, line.start, line.end))
            last.end = line.end
            blank, fresh = 0, not follows
        else:
            break
        i += 1
    return _settle(fragments), i


def _settle(fragments: list[Row]) -> list[Row]:
    """Put rows together that a broken cell tore apart: too short, and the next one completes the usual width."""
    if not fragments:
        return []
    usual = Counter(len(f.cells) for f in fragments).most_common(1)[0][0]
    rows: list[Row] = []
    for fragment in fragments:
        torn = rows and len(rows[-1].cells) + len(fragment.cells) == usual and len(rows[-1].cells[-1].pieces) > 1
        if torn:
            rows[-1].cells += fragment.cells
            rows[-1].end = fragment.end
        else:
            rows.append(fragment)
    return rows


# One cell a line, closed by a bar, and a bar of its own before each row ----------------------------------------------


def _opened_rows(text: str, lines: list[Line]) -> list[list[Row]]:
    """Tables whose rows begin with a line that is a bar, and whose every cell is an indented line that ends in one."""
    tables: list[list[Row]] = []
    rows: list[Row] = []
    i = 0
    while i < len(lines):
        row, after = _opened_row(text, lines, i) if _opens(lines[i]) else (None, i + 1)
        if row:
            rows.append(row)
        elif not lines[i].is_blank:
            tables += [rows] if len(rows) > 1 else []
            rows = []
        i = after
    return [*tables, rows] if len(rows) > 1 else tables


def _opens(line: Line) -> bool:
    return line.text.rstrip() == "|"  # a blank cell's bar is indented, as its words would be


def _opened_row(text: str, lines: list[Line], i: int) -> tuple[Row | None, int]:
    """The row that the bar of line `i` opens, and the line after it. Bars behind a cell's own are blank cells."""
    row = Row(lines[i].start, lines[i].end)
    pieces: list[tuple[int, int]] = []  # lines of a cell that its bar has not closed yet
    i += 1
    after = i
    while i < len(lines) and not _opens(lines[i]) and len(pieces) <= _MOST_PIECES:
        line, words = lines[i], lines[i].text.rstrip()
        bar = words.find("|")
        if (words and not words[0].isspace()) or (bar >= 0 and words[bar:].strip("| ")):
            break
        if bar < 0:
            pieces += [bare(text, line.start, line.end)] if words else []
        else:
            row.cells.append(Cell([*pieces, bare(text, line.start, line.start + bar)]))
            row.cells += [Cell([(line.end, line.end)]) for _ in range(words.count("|") - 1)]
            row.end, pieces, after = line.end, [], i + 1
        i += 1
    return (row, after) if row.cells and len(row.cells) <= _MOST_COLUMNS else (None, after)


# A row a line ----------------------------------------------------------------------------------------------------


def _bars(line: Line) -> list[tuple[int, int]] | None:
    bars = [m.start() for m in _BAR.finditer(line.text)]
    if not bars or (len(bars) == 1 and (line.text.strip()[-1] not in "|｜" or len(line.text) > _LONG)):
        return None
    edges = [-1, *bars, len(line.text)]
    cells = [(a + 1, b) for a, b in itertools.pairwise(edges)]
    if not line.text[: bars[0]].strip():
        cells = cells[1:]
    if cells and not line.text[bars[-1] + 1 :].strip():
        cells = cells[:-1]
    return cells


def _tabs(line: Line) -> list[tuple[int, int]] | None:
    if "\t" not in line.text[1:]:  # one tab at the start is an indent
        return None
    edges = [-1, *(m.start() for m in _TAB.finditer(line.text)), len(line.text)]
    return [(a + 1, b) for a, b in itertools.pairwise(edges)]


def _gaps(line: Line) -> list[tuple[int, int]] | None:
    """Cells parted by wide gaps; only where a figure stands last, or prose with gaps would become a table."""
    if len(line.text) > 400:
        return None
    start = len(line.text) - len(line.text.lstrip())
    stop = len(line.text.rstrip())
    edges = [start]
    for gap in _GAP.finditer(line.text, start, stop):
        edges += [gap.start(), gap.end()]
    edges.append(stop)
    cells = list(zip(edges[::2], edges[1::2], strict=True))
    return cells if len(cells) > 1 else None


_Split = Callable[[Line], list[tuple[int, int]] | None]
# Each with the signs of which a line must have one to be split so.
_SPLITS: tuple[tuple[_Split, tuple[str, ...]], ...] = (
    (_bars, ("|", "｜")),
    (_tabs, ("\t",)),
    (_gaps, ("\t", "  ", "\u3000\u3000")),
)


def _row_lines(text: str, lines: list[Line | None], split: _Split) -> list[list[Row]]:
    tables: list[list[Row]] = []
    rows: list[Row] = []
    blank = 0
    for line in [*lines, None]:
        cells = split(line) if line is not None and len(line.text) < _LONGEST_ROW else None
        if line is not None and cells and len(cells) <= _MOST_COLUMNS:
            if not _is_rule(line.text):
                rows.append(_row(line, cells))
            blank = 0
        elif line is not None and line.is_blank and rows and blank == 0:
            blank = 1
        else:
            if _is_table(text, rows, split) and not _is_prose(text, rows):
                tables.append(rows)
            rows, blank = [], 0
    return tables


def _is_rule(text: str) -> bool:
    return not text.strip(" \t|｜:-=—─+")


def _row(line: Line, cells: list[tuple[int, int]]) -> Row:
    places = [bare(line.text, a, b) for a, b in cells]
    return Row(line.start, line.end, [Cell([(line.start + a, line.start + b)]) for a, b in places])


def _is_table(text: str, rows: list[Row], split: _Split) -> bool:
    """Two rows at least; bars part cells for certain, with gaps between cells most rows must be equally wide."""
    loose = split is _gaps
    if len(rows) < 2 or (loose and len(rows) == 2 and not _is_head_with_figures(text, *rows)):
        return False
    if split is _bars:
        return sum(len(r.cells) > 1 for r in rows) >= max(2, len(rows) / 2)
    width, count = Counter(len(r.cells) for r in rows).most_common(1)[0]
    return width > 1 and count >= len(rows) * (0.7 if loose else 0.5)


def _is_head_with_figures(text: str, head: Row, row: Row) -> bool:
    """Whether two rows are a head and a label with its figures: words with wide gaps are mostly no table."""
    above, label, *figures = (text[slice(*c.pieces[0])] for c in (head.cells[-1], *row.cells))
    is_label = not re.search(r"[:：\d]", label) and len(label) < _LONG
    return (
        len(head.cells) == len(row.cells) and is_label and not _FIGURE.match(above) and all(map(_FIGURE.match, figures))
    )


# Rows -> Grid ----------------------------------------------------------------------------------------------------


def _grid(text: str, rows: list[Row]) -> Grid:
    usual = Counter(len(r.cells) for r in rows).most_common(1)[0][0]
    widths = [sum(c.width for c in r.cells) for r in rows]
    columns = max(usual, *widths)
    cells: list[GridCell] = []
    for r, row in enumerate(rows):
        missing = columns - widths[r]
        column = 0
        for k, cell in enumerate(row.cells):
            # A header says less than the body where its first cell stands over two; a note stands over all.
            width = cell.width + (missing if k == 0 else 0)
            cells.append(GridCell(r, column, _span(cell), 1, width))
            column += width
    return Grid(len(rows), columns, tuple(_groups(text, cells, len(rows), columns)), rows[0].start, rows[-1].end)


def _span(cell: Cell) -> Span:
    if len(cell.pieces) == 1:
        return Span(*cell.pieces[0])
    pieces = [p for p in cell.pieces if p[1] > p[0]] or cell.pieces[:1]
    parts = tuple(pieces) if len(pieces) > 1 else ()
    return Span(pieces[0][0], pieces[-1][1], parts)


def _groups(text: str, cells: list[GridCell], rows: int, columns: int) -> list[GridCell]:
    """Let a group's cell reach down over the blank cells below it.

    Only in a first column that has no figures and is blank where the second column is not: it groups rows.
    """
    if columns < 3:
        return cells
    first = {c.row: c for c in cells if c.column == 0 and c.column_span == 1}
    filled = [r for r, c in first.items() if c.span.end > c.span.start]
    blank = [r for r, c in first.items() if c.span.end == c.span.start]
    named = {c.row for c in cells if c.column == 1 and c.span.end > c.span.start}
    figures = any(_FIGURE.match(text[first[r].span.start : first[r].span.end]) for r in filled)
    if not blank or not filled or figures or not set(blank) <= named:
        return cells
    reach: dict[int, int] = {}
    owner: int | None = None
    swallowed: set[int] = set()
    for r in range(rows):
        if r in filled:
            owner, reach[r] = r, 1
        elif r in blank and owner is not None and owner + reach[owner] == r:
            reach[owner] += 1
            swallowed.add(r)
        else:
            owner = None
    kept = []
    for c in cells:
        if c.column == 0 and c.row in swallowed:
            continue
        if c.column == 0 and c.column_span == 1 and reach.get(c.row, 1) > 1:
            c = GridCell(c.row, 0, c.span, reach[c.row], 1)
        kept.append(c)
    return kept
