"""A sheet, or a table that holds a whole report: its true tables and the lines of text between them."""

import re
from bisect import bisect_left
from collections.abc import Iterator

from core.readers import furniture
from core.readers.flow import INVISIBLE, Item, Paragraph, PrintedCell, PrintedTable

_MOST_ROWS = 2_000
_CHAPTER = re.compile(
    r"\s*(?:[一二三四五六七八九十]{1,3}、|第[一二三四五六七八九十]{1,3}部分|\d{1,2}[、.．].{2,40}(?:情况|问题|事项|措施)\s*$)"
)
_SENTENCE = re.compile(r"[^。]{12,}。")
_FEWEST = 2  # sentences in rows of one cell: a note below a table is one

# (row, column) -> words with their line ends; a blank cell only where its border shows that it belongs to a table.
Words = dict[tuple[int, int], str]
Merged = dict[tuple[int, int], tuple[int, int]]  # (row, column) -> spans in rows and columns


def visible(shown: Words, merged: Merged, rows: list[int], columns: list[int]) -> tuple[Words, Merged]:
    """The same without hidden rows and columns; a merged cell keeps its words while any of it can be seen."""
    if not rows and not columns:
        return shown, merged
    no_row, no_column = frozenset(rows), frozenset(columns)
    rows, columns = sorted(no_row), sorted(no_column)
    seen: Words = {}
    spans: Merged = {}
    for (r, c), words in shown.items():
        down, across = merged.get((r, c), (1, 1))
        place = (r - bisect_left(rows, r), c - bisect_left(columns, c))
        left = (
            down - (bisect_left(rows, r + down) - bisect_left(rows, r)),
            across - (bisect_left(columns, c + across) - bisect_left(columns, c)),
        )
        if min(left) > 0:
            seen[place] = words
            if left != (1, 1):
                spans[place] = left
    return seen, spans


def pieces(shown: Words, merged: Merged) -> Iterator[Item]:
    """Rows parted by empty rows are tables of their own; a row of one cell outside them is a line."""
    filled = {k: v for k, v in shown.items() if v.strip(INVISIBLE)}
    if not filled:
        return
    by_row: dict[int, list[int]] = {}
    for r, c in sorted(filled):
        by_row.setdefault(r, []).append(c)
    framed = {r for r, _ in shown.keys() - filled.keys()}
    reached = {r + i for (r, _), (down, _) in merged.items() if r in by_row for i in range(1, min(down, _MOST_ROWS))}
    block: list[int] = []
    labels: set[tuple[int, int]] = set()  # columns and widths of the first cells of rows of several
    for row in [*sorted(by_row.keys() | reached), None]:
        here = by_row.get(row, []) if row is not None else []
        alone = len(here) == 1 and row not in reached and row not in framed
        if alone and row is not None:
            down, across = merged.get((row, here[0]), (1, 1))
            # A cell over all columns between the rows of a table heads the rows below it.
            follows = across > 1 and bool(block) and row == block[-1] + 1
            heads = follows and len(by_row.get(row + 1, ())) > 1 and not _CHAPTER.match(filled[row, here[0]])
            # One as wide as the labels above it is a label as well, with nothing beside it.
            is_label = follows and (here[0], across) in labels
            alone = down == 1 and not (heads or is_label)
        if block and (row is None or row != block[-1] + 1 or alone):
            yield _table(block, filled, merged)
            block = []
            labels.clear()
        if row is not None and alone:
            yield from (Paragraph(line) for line in filled[row, here[0]].split("\n"))
        elif row is not None:
            block.append(row)
            if len(here) > 1:
                labels.add((here[0], merged.get((row, here[0]), (1, 1))[1]))


def _table(rows: list[int], filled: Words, merged: Merged) -> PrintedTable:
    """The rows with those of their columns in which anything stands: a stray word far to the right costs one column."""
    first, last = rows[0], rows[-1]
    inside = {k: v for k, v in merged.items() if first <= k[0] <= last and k in filled}
    columns = sorted({c for r, c in filled if first <= r <= last})
    at = {c: i for i, c in enumerate(columns)}
    width = {k: bisect_left(columns, k[1] + across) - at[k[1]] for k, (_, across) in inside.items()}
    covered = {
        (r + i, at[c] + k)
        for (r, c), (down, _) in inside.items()
        for i in range(min(down, last + 1 - r))
        for k in range(width[r, c])
        if i or k
    }
    cells = []
    for r in range(first, last + 1):
        for i, c in enumerate(columns):
            if (r, i) not in covered:
                down, _ = inside.get((r, c), (1, 1))
                lines = tuple(filled.get((r, c), "").split("\n"))
                cells.append(PrintedCell(r - first, i, lines, min(down, last + 1 - r), width.get((r, c), 1)))
    return PrintedTable(last - first + 1, len(columns), tuple(cells))


def parted(table: PrintedTable) -> list[Item]:
    """The table itself, or, where a whole report is set in it, its tables and the lines between them."""
    wide = [c for c in table.cells if c.column == 0 and c.column_span == table.columns > 1 and c.row_span == 1]
    lines = [line.strip(INVISIBLE) for c in wide for line in c.lines]
    if sum(bool(_SENTENCE.match(line)) for line in lines) < _FEWEST and not any(map(furniture.is_title, lines)):
        return [table]
    shown = {(c.row, c.column): "\n".join(line for line in c.lines if line.strip(INVISIBLE)) for c in table.cells}
    merged = {(c.row, c.column): (c.row_span, c.column_span) for c in table.cells if c.row_span * c.column_span > 1}
    return list(pieces(shown, merged))
