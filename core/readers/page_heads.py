"""The head of a table without rules: which words stand above which columns, in several levels."""

import itertools
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace

from core.readers.page_grouping import Stack, stacked
from core.readers.page_lines import Line
from core.readers.rulings import Rule

_TOUCHING = 0.3  # of a line's height that it may reach into the one below


def columns_of(cell: Line, edges: Sequence[float]) -> tuple[int, int]:
    """The first and the last column that a cell's words stand in."""
    most = len(edges) - 2
    low = min(max(bisect_right(edges, cell.x0 + 1) - 1, 0), most)
    high = min(max(bisect_right(edges, cell.x1 - 1) - 1, low), most)
    return low, high


@dataclass(frozen=True, slots=True)
class HeadCell:
    """A cell of a head: its lines, its first row and how many it has, its first and last column."""

    stack: Stack
    row: int
    row_span: int
    low: int
    high: int


def head_cells(
    lines: Sequence[Sequence[Line]],
    rules: Sequence[Rule],
    edges: Sequence[float],
    middles: Sequence[float],
    values: int,
) -> list[HeadCell]:
    """The cells of the head with their places; one above others reaches over all of them.

    Args:
        lines: the cells of each line of the head, from top to bottom.
        rules: the joined rules that run across.
        edges: where the columns of the table begin and end.
        middles: where the words of each column have their middle.
        values: the first column that is no label's.
    """
    columns = len(edges) - 1
    labels: list[Stack] = []
    pieces: list[Stack] = []
    fresh: list[float] = []
    for line in lines:
        cells = [(cell, *_covered(cell, edges)) for cell in line]
        labels += [Stack([cell], low, max(high, values - 1)) for cell, low, high in cells if low < values]
        here = [Stack([cell], low, high) for cell, low, high in cells if low >= values]
        below = sum(any(o.low <= s.high and s.low <= o.high for o in pieces) for s in here)
        if below * 2 < len(here):  # cells begin in this line, in all its columns
            fresh += [s.top for s in here]
        pieces += here
    stacks = stacked(pieces, rules, fresh)
    depth: dict[int, int] = {}
    for stack in sorted(stacks, key=lambda s: s.top):
        above = (depth[id(o)] for o in stacks if id(o) in depth and o.bottom <= stack.top + _TOUCHING * o.lines[0].size)
        depth[id(stack)] = max(above, default=-1) + 1
    found = [HeadCell(s, 0, 1, s.low, s.high) for s in _side_by_side(labels, values)]
    for stack in stacks:
        beside = [s for s in stacks if s is not stack and depth[id(s)] == depth[id(stack)]]
        low, high = _reach(stack, beside, middles, values)
        found.append(HeadCell(stack, depth[id(stack)], 1, low, high))
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
    return (over[0], over[-1]) if over else columns_of(cell, edges)


def _reach(stack: Stack, beside: Sequence[Stack], middles: Sequence[float], values: int) -> tuple[int, int]:
    """The widest range of columns in whose middle the words stand, up to the cells beside them."""
    least = max((s.high + 1 for s in beside if s.high < stack.low), default=values)
    most = min((s.low - 1 for s in beside if s.low > stack.high), default=len(middles) - 1)
    slack = stack.lines[0].size * 0.6
    found = stack.low, stack.high
    for low in range(stack.low, least - 1, -1):
        for high in range(stack.high, most + 1):
            is_middle = abs((middles[low] + middles[high]) / 2 - stack.x) < slack + (high - low)
            if is_middle and high - low > found[1] - found[0]:
                found = low, high
    return found


def _settled(cells: list[HeadCell], rows: int, columns: int) -> list[HeadCell]:
    """Without overlaps, and each cell reaching as far down and up as nothing stands there."""
    taken: set[tuple[int, int]] = set()
    kept: list[HeadCell] = []
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
    found: list[HeadCell] = []
    for cell in sorted(kept, key=lambda c: c.row):
        first, last = cell.row, cell.row
        while last + 1 < rows and not any((last + 1, k) in taken for k in range(cell.low, cell.high + 1)):
            last += 1
        while first > 0 and not any((first - 1, k) in taken for k in range(cell.low, cell.high + 1)):
            first -= 1
        taken |= {(r, k) for r in range(first, last + 1) for k in range(cell.low, cell.high + 1)}
        found.append(replace(cell, row=first, row_span=last - first + 1))
    return found
