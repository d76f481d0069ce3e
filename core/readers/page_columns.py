"""Tables that no rules part into columns: found by figures that stand one below the other.

A row is a printed line with figures; what stands left of the figures is its label, perhaps of several lines, and the
groups of rows left of it. Units are points, origin top-left.
"""

import re
import statistics
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from core.base.text import squeeze
from core.readers.page_grouping import Stack, assigned, begins, spans, stacked
from core.readers.page_heads import HeadCell, columns_of, head_cells
from core.readers.page_lines import LaidTable, Line, is_figure
from core.readers.rulings import Rule, RuledCell, RuledTable, between, joined

_PARTED = 0.6  # of a character's size between two cells of a line
_UNIT = 3  # characters of a unit at most
_LONGEST_FIGURE = 24  # characters
_TALLEST = 15  # lines of one label
_CLOSE = 1.6  # line heights from one line of a row to the next
_HEAD_LINES = 12
_MOST_LINES, _MOST_COLUMNS, _MOST_CELLS = 300, 40, 1500  # more is no page of a report
_APART = 2.6  # line heights between two lines of a head at most
_LONGEST_HEAD = 40
_MANY = 3  # cells side by side: no chapter's title
_SPREAD = 3.5  # of a character's size between the two of 合    计
_BESIDE = 0.1  # of its height that a cell shares with the one beside it at least
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


def column_tables(lines: Sequence[Line], across: Sequence[Rule]) -> tuple[list[LaidTable], list[Line]]:
    """The tables among the loose lines of a page, and the lines that are in none.

    Args:
        across: the rules of the page that run across.
    """
    if len(lines) > _MOST_LINES:
        return [], list(lines)
    parts = {id(line): split(line) for line in lines}
    taken: set[int] = set()
    tables: list[LaidTable] = []
    runs = _runs(lines, parts)
    rules = joined(across) if runs else []
    for first, last in runs:
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
        gap = glyphs[i].x0 - glyphs[i - 1].x1
        if gap > 1 and gap > _PARTED * max(glyphs[i].size, glyphs[i - 1].size):
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


def _is_figure(cell: Line) -> bool:
    return len(cell.glyphs) <= _LONGEST_FIGURE and is_figure(cell.text)


def _runs(lines: Sequence[Line], parts: dict[int, list[Line]]) -> list[tuple[int, int]]:
    """Stretches of lines (first, last) that begin and end with a row of figures and have no prose in between."""
    found: list[tuple[int, int]] = []
    start = end = -1
    left = 0.0
    for i, line in enumerate(lines):
        cells = parts[id(line)]
        if start < 0 and len(cells) == 1 and not _is_figure(line):
            continue
        figures = [c for c in cells if _is_figure(c)]
        is_row = (
            bool(figures)
            and _is_figure(cells[-1])
            and (len(cells) > 1 or _has_label(lines, i, left if start >= 0 else line.x0))
        )
        if start >= 0 and (
            _is_over(line, cells, left, is_row)
            or line.top - lines[end].top > _TALLEST * 1.5 * line.size
            or (start > 0 and not figures and _is_again(cells, parts[id(lines[start - 1])]))
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


def _is_again(cells: Sequence[Line], head: Sequence[Line]) -> bool:
    """Whether cells begin as those above the first row do: the next table of the same kind."""
    return len(cells) == len(head) > 1 and squeeze(cells[0].text) == squeeze(head[0].text)


def _has_label(lines: Sequence[Line], i: int, left: float) -> bool:
    """Whether a lone figure stands among the figures, with the lines of its label close by: it is no page's number."""
    near = [*lines[i - 1 : i], *lines[i + 1 : i + 2]]
    return lines[i].x0 >= left and any(
        x.x1 <= left and abs(x.top - lines[i].top) <= _CLOSE * lines[i].size for x in near
    )


def _is_over(line: Line, cells: Sequence[Line], left: float, is_row: bool) -> bool:
    """Whether a line is none of the table: words stand where its figures would be."""
    if is_row:
        return False
    beyond = [c for c in cells if c.x1 > left + c.size and not _is_figure(c)]
    return any(len(c.glyphs) > _UNIT for c in beyond)


def _region(
    lines: Sequence[Line],
    parts: dict[int, list[Line]],
    rules: Sequence[Rule],
    run: tuple[int, int],
    taken: set[int],
) -> _Region | None:
    first, last = run
    rows = [line for line in lines[first : last + 1] if _is_figure(parts[id(line)][-1])]
    left = min(c.x0 for row in rows for c in parts[id(row)] if _is_figure(c))
    edge = min(row.x0 for row in rows)
    while (
        first > 0
        and _is_label(lines[first - 1], lines[first], left)
        and id(lines[first - 1]) not in taken
        and not _is_beside_labels(parts[id(lines[first - 1])], rows, parts)
    ):
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
    while top < first and not (
        any(c.x1 > left for c in parts[id(lines[top])]) or _is_beside_labels(parts[id(lines[top])], rows, parts)
    ):
        top += 1
    while (
        last + 1 < len(lines)
        and _is_label(lines[last + 1], lines[last], left)
        and not between(rules, lines[last].bottom - 2, lines[last + 1].top + 2, lines[last + 1].x0 + 1)
    ):
        last += 1
    head, body = list(lines[top:first]), list(lines[first : last + 1])
    columns = max(sum(_is_figure(c) for c in parts[id(row)]) for row in rows)
    if not head and columns < 2:
        return None
    return _Region(head, body, rows, rules, parts, not head and len(rows) < 2)


def _is_label(line: Line, beside: Line, left: float) -> bool:
    """Whether a line without figures is a piece of the label of the row beside it."""
    if line.x1 > left or abs(line.top - beside.top) > _CLOSE * line.size:
        return False
    return line.top < beside.top or not begins(squeeze(line.text))


def _is_beside_labels(cells: Sequence[Line], rows: Sequence[Line], parts: dict[int, list[Line]]) -> bool:
    """Whether the cells of a line are as many as those of each row, one above the labels and all others beyond them:
    a head that is set to the left above figures in the middle."""
    if len(cells) < 2 or any(len(parts[id(row)]) != len(cells) or _is_figure(parts[id(row)][0]) for row in rows):
        return False
    return cells[1].x0 > max(parts[id(row)][0].x1 for row in rows)


def _is_head(line: Line, below: Line, parts: dict[int, list[Line]], left: float, edge: float) -> bool:
    words, cells = squeeze(line.text), parts[id(line)]
    if below.top - line.top > _APART * line.size or line.x1 < edge:
        return False
    if any(len(c.glyphs) > _LONGEST_HEAD or _SENTENCE.search(squeeze(c.text)) for c in cells if c.x1 > left):
        return False
    if len(cells) < _MANY and _CHAPTER.match(words):
        return False
    return not _is_figure(cells[-1]) if len(cells) > 1 else len(words) <= _LONGEST_HEAD


# Its columns -------------------------------------------------------------------------------------------------------


def _table(region: _Region) -> LaidTable | None:
    cells = [c for line in region.body for c in region.parts[id(line)]]
    low = min(c.x0 for c in cells)
    high = max(c.x1 for line in (*region.head, *region.body) for c in region.parts[id(line)])
    edges = (low - 1, *_edges(cells, len(region.rows)), high + 1)
    if len(edges) > _MOST_COLUMNS or len(cells) > _MOST_CELLS:
        return None
    places = [(cell, *columns_of(cell, edges)) for cell in cells]
    values = _value_zone(places, region, len(edges) - 1)
    if values is None:
        return None
    more = _group_edges([c for c, low, high in places if high < values], edges)
    if more:
        edges = tuple(sorted((*edges, *more)))
        values += len(more)
        places = [(cell, *columns_of(cell, edges)) for cell in cells]
    rows, leaves, groups = _rows(region, places, values)
    middles = [
        _middle([c for c, low, high in places if low == high == k], edges[k : k + 2]) for k in range(len(edges) - 1)
    ]
    above = [region.parts[id(line)] for line in region.head]
    head = head_cells(above, region.rules, edges, middles, values)
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
        done = set(inside)
        gaps = [gap for gap in gaps if gap not in done]
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


def _middle(cells: Sequence[Line], edges: Sequence[float]) -> float:
    """Where the words of a column have their middle."""
    return statistics.median((c.x0 + c.x1) / 2 for c in cells) if cells else sum(edges) / 2


_Placed = tuple[Line, int, int]


def _value_zone(places: Sequence[_Placed], region: _Region, columns: int) -> int | None:
    """The first column of values: of figures, or of the units before them. None where columns hold no figures."""
    on_rows = {id(c) for row in region.rows for c in region.parts[id(row)]}
    first = columns
    for column in reversed(range(columns)):
        here = [c for c, low, high in places if low == high == column]
        figures = sum(_is_figure(c) for c in here)
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


# Together ----------------------------------------------------------------------------------------------------------


def _laid(
    region: _Region, edges: tuple[float, ...], values: int, head: Sequence[HeadCell], body: _Rows
) -> LaidTable | None:
    """The cells put together; None where a place would be covered twice or words be lost."""
    rows, labels, groups = body
    above = max((c.row + c.row_span for c in head), default=0)
    found = [(RuledCell(c.row, c.low, c.row_span, c.high - c.low + 1), tuple(c.stack.lines)) for c in head]
    found += [(RuledCell(above + first, s.low, count, 1), tuple(s.lines)) for s, first, count in groups]
    taken = {(above + first + k, s.low) for s, first, count in groups for k in range(count)}
    for r, (cells, label) in enumerate(zip(rows, labels, strict=True), start=above):
        low = next((k for k in range(values) if all((r, j) not in taken for j in range(k, values))), values)
        if low < values:
            found.append((RuledCell(r, low, 1, values - low), tuple(line for s in label for line in s.lines)))
        for column in range(values, len(edges) - 1):
            found.append((RuledCell(r, column, 1, 1), tuple(c for c, start, _ in cells if start == column)))
    every = [*region.head, *region.body]
    if sum(len(line.glyphs) for _, own in found for line in own) != sum(len(line.glyphs) for line in every):
        return None
    places = [(c.row + i, c.column + k) for c, _ in found for i in range(c.row_span) for k in range(c.column_span)]
    if len(set(places)) < len(places):
        return None
    top, bottom = min(x.top for x in every), max(x.bottom for x in every)
    ys = tuple(top + (bottom - top) * k / (above + len(rows)) for k in range(above + len(rows) + 1))
    found.sort(key=lambda item: (item[0].row, item[0].column))
    return LaidTable(RuledTable(edges, ys, tuple(c for c, _ in found)), tuple(found), True, region.is_rest)
