"""Tables that no rules part into columns: found by figures that stand one below the other.

A row is a printed line with figures; what stands left of the figures is its label, perhaps of several lines, and the
groups of rows left of it. Units are points, origin top-left.
"""

import itertools
import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace

from core.base.text import squeeze
from core.readers.page_grouping import Stack, assigned, begins, spans, stacked
from core.readers.page_lines import LaidTable, Line, is_figure
from core.readers.rulings import RuledCell, RuledTable, Rule, between

_PARTED = 0.6  # of a character's size between two cells of a line
_UNIT = 3  # characters of a unit at most
_TALLEST = 15  # lines of one label
_HEAD_LINES = 12
_APART = 2.6  # line heights between two lines of a head at most
_LONGEST_HEAD = 40
_MANY = 3  # cells side by side: no chapter's title
_TOUCHING = 0.3  # of a line's height that it may reach into the one below
_SPREAD = 3.5  # of a character's size between the two of 合    计
_BESIDE = 0.3  # of its height that a cell shares with the one beside it at least
_CROSSED = 3  # as many cells may cross an edge of columns for each pair of cells that stand beside it
_SENTENCE = re.compile("[。；;]|[，,].*[，,]")
_CHAPTER = re.compile(
    r"第[一二三四五六七八九十]{1,3}(?:部分|章|节)|[一二三四五六七八九十]{1,3}[、.]|[(][一二三四五六七八九十]{1,3}[)]|\d{1,2}[、.]"
)


@dataclass(slots=True)
class _Region:
    """The lines of one table: its head, its rows with figures, and all lines from the first row to the last."""

    head: list[Line]
    body: list[Line]
    rows: list[Line]
    rules: Sequence[Rule]
    parts: dict[int, list[Line]]  # id of a line -> its cells
    is_rest: bool


def column_tables(lines: Sequence[Line], rules: Sequence[Rule]) -> tuple[list[LaidTable], list[Line]]:
    """The tables among the loose lines of a page, and the lines that are in none.

    Args:
        rules: the joined rules of the page that run across.
    """
    parts = {id(line): split(line) for line in lines}
    taken: set[int] = set()
    tables: list[LaidTable] = []
    for first, last in _runs(lines, parts):
        region = _region(lines, parts, rules, (first, last), taken)
        table = _table(region) if region else None
        if region and table:
            tables.append(table)
            taken |= {id(line) for line in (*region.head, *region.body)}
    return tables, [line for line in lines if id(line) not in taken]


def split(line: Line) -> list[Line]:
    """The cells of a printed line: stretches with wide gaps between them."""
    found: list[Line] = []
    start = 0
    glyphs = line.glyphs
    for i in range(1, len(glyphs)):
        if glyphs[i].x0 - glyphs[i - 1].x1 > _PARTED * max(glyphs[i].size, glyphs[i - 1].size, 1.0):
            found.append(Line(glyphs[start:i]))
            start = i
    found.append(Line(glyphs[start:]))
    return _unspread(found) if len(found) > 1 else found


def _unspread(cells: list[Line]) -> list[Line]:
    """Put words of two characters together that are spread over their cell."""
    found: list[Line] = []
    for cell in cells:
        before = found[-1].glyphs if found else ()
        if (
            len(before) == len(cell.glyphs) == 1
            and min(before[0].char, cell.glyphs[0].char) > "\u3400"
            and cell.x0 - before[0].x1 < _SPREAD * cell.size
        ):
            found[-1] = Line((*before, *cell.glyphs))
        else:
            found.append(cell)
    return found


# Where a table is --------------------------------------------------------------------------------------------------


def _runs(lines: Sequence[Line], parts: dict[int, list[Line]]) -> list[tuple[int, int]]:
    """Stretches of lines (first, last) that begin and end with a row of figures and have no prose in between."""
    found: list[tuple[int, int]] = []
    start = end = -1
    left = 0.0
    for i, line in enumerate(lines):
        cells = parts[id(line)]
        figures = [c for c in cells if is_figure(c.text)]
        is_row = bool(figures) and is_figure(cells[-1].text) and (len(cells) > 1 or (start >= 0 and line.x0 >= left))
        if start >= 0 and (
            _is_over(line, cells, left, is_row) or line.top - lines[end].top > _TALLEST * 1.5 * line.size
        ):
            found.append((start, end))
            start = -1
            is_row = is_row and len(cells) > 1
        if is_row:
            at = figures[0].x0
            if start >= 0 and any(_is_over(x, parts[id(x)], at, False) for x in lines[end + 1 : i]):
                found.append((start, end))
                start = -1
            if start < 0:
                start, left = i, at
            end, left = i, min(left, at)
    return [*found, (start, end)] if start >= 0 else found


def _is_over(line: Line, cells: Sequence[Line], left: float, is_row: bool) -> bool:
    """Whether a line is none of the table: words stand where its figures would be."""
    if is_row:
        return False
    beyond = [c for c in cells if c.x1 > left + c.size and not is_figure(c.text)]
    return any(len(c.glyphs) > _UNIT for c in beyond)


def _region(
    lines: Sequence[Line],
    parts: dict[int, list[Line]],
    rules: Sequence[Rule],
    run: tuple[int, int],
    taken: set[int],
) -> _Region | None:
    first, last = run
    rows = [line for line in lines[first : last + 1] if is_figure(parts[id(line)][-1].text)]
    left = min(c.x0 for row in rows for c in parts[id(row)] if is_figure(c.text))
    edge = min(row.x0 for row in rows)
    while first > 0 and _is_label(lines[first - 1], lines[first], left) and id(lines[first - 1]) not in taken:
        first -= 1
    top = first
    while top > 0 and first - top < _HEAD_LINES and id(lines[top - 1]) not in taken:
        above = lines[top - 1]
        x = (above.x0 + above.x1) / 2
        if not _is_head(above, lines[top], parts, left, edge):
            break
        if between(rules, above.bottom - 2, lines[top].top + 2, x) and not between(
            rules, above.top - _HEAD_LINES * above.size, above.top + 2, x
        ):
            break
        top -= 1
    while top < first and not any(c.x1 > left for c in parts[id(lines[top])]):
        top += 1
    while (
        last + 1 < len(lines)
        and _is_label(lines[last + 1], lines[last], left)
        and not between(rules, lines[last].bottom - 2, lines[last + 1].top + 2, lines[last + 1].x0 + 1)
    ):
        last += 1
    head, body = list(lines[top:first]), list(lines[first : last + 1])
    columns = max(sum(is_figure(c.text) for c in parts[id(row)]) for row in rows)
    if not head and columns < 2:
        return None
    return _Region(head, body, rows, rules, parts, not head and len(rows) < 2)


def _is_label(line: Line, beside: Line, left: float) -> bool:
    """Whether a line without figures is a piece of the label of the row beside it."""
    if line.x1 > left or abs(line.top - beside.top) > 1.6 * line.size:
        return False
    return line.top < beside.top or not begins(squeeze(line.text))


def _is_head(line: Line, below: Line, parts: dict[int, list[Line]], left: float, edge: float) -> bool:
    words, cells = squeeze(line.text), parts[id(line)]
    if below.top - line.top > _APART * line.size or line.x1 < edge:
        return False
    if any(len(c.glyphs) > _LONGEST_HEAD or _SENTENCE.search(squeeze(c.text)) for c in cells if c.x1 > left):
        return False
    if len(cells) < _MANY and _CHAPTER.match(words):
        return False
    return not is_figure(cells[-1].text) if len(cells) > 1 else len(words) <= _LONGEST_HEAD


# Its columns -------------------------------------------------------------------------------------------------------


def _table(region: _Region) -> LaidTable | None:
    cells = [c for line in region.body for c in region.parts[id(line)]]
    low = min(c.x0 for c in cells)
    high = max(c.x1 for line in (*region.head, *region.body) for c in region.parts[id(line)])
    edges = (low - 1, *_edges(cells, len(region.rows)), high + 1)
    places = [(cell, *_columns(cell, edges)) for cell in cells]
    values = _value_zone(places, region, len(edges) - 1)
    if values is None:
        return None
    more = _group_edges([c for c, low, high in places if high < values], edges)
    if more:
        edges = tuple(sorted((*edges, *more)))
        values += len(more)
        places = [(cell, *_columns(cell, edges)) for cell in cells]
    rows, leaves, groups = _rows(region, places, values)
    head = _head_cells(region, edges, values)
    return _laid(region, edges, values, head, (rows, leaves, groups))


def _edges(cells: Sequence[Line], rows: int) -> list[float]:
    """Where columns part: the places that most gaps between two cells side by side have in common."""
    gaps = _gaps(cells)
    found: list[float] = []
    least = 2 if rows > 1 else 1
    while gaps:
        starts, ends = sorted(a for a, _ in gaps), sorted(b for _, b in gaps)
        at = max(starts, key=lambda x: bisect_right(starts, x) - bisect_right(ends, x))
        inside = [(a, b) for a, b in gaps if a <= at < b]
        if len(inside) < least:
            break
        x = (max(a for a, _ in inside) + min(b for _, b in inside)) / 2
        crossing = sum(c.x0 < x - 1 and c.x1 > x + 1 for c in cells)
        if crossing <= _CROSSED * len(inside):
            found.append(x)
        gaps = [gap for gap in gaps if gap not in set(inside)]
    return sorted(found)


def _group_edges(labels: Sequence[Line], edges: Sequence[float]) -> list[float]:
    """More edges between labels: groups of groups stand further left than the groups, and nowhere side by side."""
    beside = {a: b for a, b in _gaps(labels)}
    groups = sorted((c for c in labels if c.x1 in beside and len(c.glyphs) > 1), key=lambda c: c.x0)
    ends = [*((c.x0, c.x1) for c in groups)]
    if groups:
        ends.append((min(beside[c.x1] for c in groups if c.x1 >= max(e for _, e in ends) - 1), 0.0))
    found: list[float] = []
    reach = groups[0].x1 if groups else 0.0
    for x0, x1 in ends:
        if x0 > reach + 1 and not any(reach - 1 <= edge <= x0 + 1 for edge in (*edges, *found)):
            found.append((reach + x0) / 2)
        reach = max(reach, x1)
    return found


def _gaps(cells: Sequence[Line]) -> list[tuple[float, float]]:
    """Between each cell and the next to its right that shares some of its height."""
    found: list[tuple[float, float]] = []
    ordered = sorted(cells, key=lambda c: c.top)
    tops = [c.top for c in ordered]
    tallest = max((c.bottom - c.top for c in ordered), default=0.0)
    for cell in ordered:
        near = ordered[bisect_right(tops, cell.top - tallest) : bisect_right(tops, cell.bottom)]
        half = (cell.bottom - cell.top) * _BESIDE
        right = [c.x0 for c in near if c.x0 >= cell.x1 and min(c.bottom, cell.bottom) - max(c.top, cell.top) > half]
        if right:
            found.append((cell.x1, min(right)))
    return found


def _columns(cell: Line, edges: Sequence[float]) -> tuple[int, int]:
    """The first and the last column that a cell's words stand in."""
    most = len(edges) - 2
    low = min(max(bisect_right(edges, cell.x0 + 1) - 1, 0), most)
    high = min(max(bisect_right(edges, cell.x1 - 1) - 1, low), most)
    return low, high


_Placed = tuple[Line, int, int]


def _value_zone(places: Sequence[_Placed], region: _Region, columns: int) -> int | None:
    """The first column of values: of figures, or of the units before them. None where columns hold no figures."""
    on_rows = {id(c) for row in region.rows for c in region.parts[id(row)]}
    first = columns
    for column in reversed(range(columns)):
        here = [c for c, low, high in places if low == high == column]
        figures = sum(is_figure(c.text) for c in here)
        units = sum(len(c.glyphs) <= _UNIT and id(c) in on_rows for c in here)
        if here and (figures * 2 >= len(here) or (first < columns and units * 10 >= 9 * len(here) and column > 0)):
            first = column
        elif first < columns:
            break
    return first if first < columns else None


# Its rows ----------------------------------------------------------------------------------------------------------


_Rows = tuple[list[list[_Placed]], list[list[Stack]], list[tuple[Stack, int, int]]]


def _rows(region: _Region, places: Sequence[_Placed], values: int) -> _Rows:
    """Per row its values and its label; the groups with their first row and the number of rows they reach over."""
    labels = [Stack([c], low, min(high, values - 1)) for c, low, high in places if low < values]
    stacks = stacked(labels, region.rules)
    groups = [s for s in stacks if any(_is_beside(s, other) for other in stacks)]
    leaves = [s for s in stacks if s not in groups]
    middles = [(row.top + row.bottom) / 2 for row in region.rows]
    pieces = sorted(
        (Stack([line], s.low, s.high) for s in leaves for line in s.lines), key=lambda s: (s.top + s.bottom, s.low)
    )
    labelled, middles = assigned(pieces, middles, region.rules)
    found: list[list[_Placed]] = [[] for _ in middles]
    for place in places:
        if place[1] >= values:
            at = (place[0].top + place[0].bottom) / 2
            found[min(range(len(middles)), key=lambda i: abs(middles[i] - at))].append(place)
    return found, labelled, spans(groups, labelled, middles, region.rules)


def _is_beside(stack: Stack, other: Stack) -> bool:
    """Whether another label stands to the right of this one, at its height: this one is a group."""
    return other.low > stack.high and min(stack.bottom, other.bottom) - max(stack.top, other.top) > 1


# Its head ----------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _HeadCell:
    stack: Stack
    row: int
    row_span: int
    low: int
    high: int


def _head_cells(region: _Region, edges: Sequence[float], values: int) -> list[_HeadCell]:
    """The cells of the head with their places; one above others reaches over all of them."""
    columns = len(edges) - 1
    labels: list[Stack] = []
    pieces: list[Stack] = []
    fresh: list[float] = []
    for line in region.head:
        cells = [(cell, *_covered(cell, edges)) for cell in region.parts[id(line)]]
        labels += [Stack([cell], low, max(high, values - 1)) for cell, low, high in cells if low < values]
        here = [Stack([cell], low, high) for cell, low, high in cells if low >= values]
        below = sum(any(o.low <= s.high and s.low <= o.high for o in pieces) for s in here)
        if below * 2 < len(here):  # cells begin in this line, in all its columns
            fresh += [s.top for s in here]
        pieces += here
    stacks = stacked(pieces, region.rules, fresh)
    depth: dict[int, int] = {}
    for stack in sorted(stacks, key=lambda s: s.top):
        above = (depth[id(o)] for o in stacks if id(o) in depth and o.bottom <= stack.top + _TOUCHING * o.lines[0].size)
        depth[id(stack)] = max(above, default=-1) + 1
    found = [_HeadCell(s, 0, 1, s.low, s.high) for s in _side_by_side(labels, values)]
    for stack in stacks:
        beside = [s for s in stacks if s is not stack and depth[id(s)] == depth[id(stack)]]
        low, high = _reach(stack, beside, edges, values)
        found.append(_HeadCell(stack, depth[id(stack)], 1, low, high))
    return _settled(found, max(depth.values(), default=0) + 1, columns)


def _side_by_side(labels: Sequence[Stack], values: int) -> list[Stack]:
    """The head above the labels: one cell, or several where words stand apart."""
    found: list[Stack] = []
    for piece in sorted(labels, key=lambda s: s.x0):
        if found and (piece.x0 < found[-1].x1 or piece.low <= found[-1].low):
            found[-1].lines = sorted((*found[-1].lines, *piece.lines), key=lambda line: line.top)
        else:
            found.append(Stack(list(piece.lines), piece.low, values - 1))
    for one, following in itertools.pairwise(found):
        one.high = following.low - 1
    if found:
        found[0].low = 0
    return found


def _covered(cell: Line, edges: Sequence[float]) -> tuple[int, int]:
    """The columns of which a cell's words cover a good part."""
    shares = [
        (min(cell.x1, b) - max(cell.x0, a)) / max(min(b - a, cell.x1 - cell.x0), 1.0)
        for a, b in itertools.pairwise(edges)
    ]
    over = [i for i, share in enumerate(shares) if share > 0.3]
    return (over[0], over[-1]) if over else _columns(cell, edges)


def _reach(stack: Stack, beside: Sequence[Stack], edges: Sequence[float], values: int) -> tuple[int, int]:
    """The widest range of columns in whose middle the words stand, up to the cells beside them."""
    least = max((s.high + 1 for s in beside if s.high < stack.low), default=values)
    most = min((s.low - 1 for s in beside if s.low > stack.high), default=len(edges) - 2)
    slack = stack.lines[0].size * 0.6
    found = stack.low, stack.high
    for low in range(stack.low, least - 1, -1):
        for high in range(stack.high, most + 1):
            is_middle = abs((edges[low] + edges[high + 1]) / 2 - stack.x) < slack + (high - low)
            if is_middle and high - low > found[1] - found[0]:
                found = low, high
    return found


def _settled(cells: list[_HeadCell], rows: int, columns: int) -> list[_HeadCell]:
    """Without overlaps, and each cell reaching as far down and up as nothing stands there."""
    taken: set[tuple[int, int]] = set()
    kept: list[_HeadCell] = []
    for cell in sorted(cells, key=lambda c: (c.high - c.low, c.row)):
        low = cell.low
        while low <= cell.high and (cell.row, low) in taken:
            low += 1
        high = low
        while high < cell.high and (cell.row, high + 1) not in taken:
            high += 1
        if low > cell.high:
            continue
        kept.append(replace(cell, low=low, high=high))
        taken |= {(cell.row, k) for k in range(low, high + 1)}
    found: list[_HeadCell] = []
    for cell in sorted(kept, key=lambda c: c.row):
        first, last = cell.row, cell.row
        while last + 1 < rows and not any((last + 1, k) in taken for k in range(cell.low, cell.high + 1)):
            last += 1
        while first > 0 and not any((first - 1, k) in taken for k in range(cell.low, cell.high + 1)):
            first -= 1
        taken |= {(r, k) for r in range(first, last + 1) for k in range(cell.low, cell.high + 1)}
        found.append(replace(cell, row=first, row_span=last - first + 1))
    return found


# Together ----------------------------------------------------------------------------------------------------------


def _laid(region: _Region, edges: tuple[float, ...], values: int, head: Sequence[_HeadCell], body: _Rows) -> LaidTable:
    rows, labels, groups = body
    above = max((c.row + c.row_span for c in head), default=0)
    found = {
        RuledCell(c.row, c.low, c.row_span, c.high - c.low + 1): tuple(sorted(c.stack.lines, key=lambda x: x.top))
        for c in head
    }
    taken = {(above + first + k, s.low) for s, first, count in groups for k in range(count)}
    for stack, first, count in groups:
        found[RuledCell(above + first, stack.low, count, 1)] = tuple(stack.lines)
    for r, (cells, label) in enumerate(zip(rows, labels, strict=True)):
        low = min((s.low for s in label), default=0)
        while low < values - 1 and (above + r, low) in taken:
            low += 1
        free = next(
            (
                k
                for k in range(low)
                if (above + r, k) not in taken and all((above + r, j) not in taken for j in range(k, low))
            ),
            low,
        )
        if values and (above + r, low) not in taken:
            found[RuledCell(above + r, free, 1, values - free)] = tuple(x for s in label for x in s.lines)
        for column in range(values, len(edges) - 1):
            here = [c for c, start, _ in cells if start == column]
            found[RuledCell(above + r, column, 1, 1)] = tuple(here)
    every = [*region.head, *region.body]
    top, bottom = min(x.top for x in every), max(x.bottom for x in every)
    count = above + len(rows)
    ys = tuple(top + (bottom - top) * k / count for k in range(count + 1))
    ordered = sorted(found.items(), key=lambda item: (item[0].row, item[0].column))
    table = RuledTable(edges, ys, tuple(c for c, _ in ordered))
    return LaidTable(table, tuple(ordered), True, region.is_rest)
