"""Printed grids -> tables of figures: headers, groups, labels with their hierarchy, units, cells."""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from core.base.text import squeeze
from core.extract import form_tables
from core.extract import table_cells as words
from core.extract.form_tables import Piece
from core.extract.matrix import Matrix
from core.model.catalogue import Form
from core.model.document import Block, BlockKind, Document, Grid, GridCell, Span
from core.model.extraction import Column, Row, Scope, Table

_LONGEST_TITLE = 50
_LOOK_BACK = 4
_LONGEST_UNIT = 6


@dataclass(slots=True)
class _Shape:
    """What the columns of a grid are for."""

    groups: list[int]
    label: int
    unit: int | None
    figures: list[int]


def tables(document: Document, forms: Sequence[Form] = ()) -> tuple[Table, ...]:
    """All tables of figures of the document, in order. Grids without figures are left out.

    Args:
        forms: those whose tables are read by their words, however they are printed.
    """
    known = form_tables.vocabularies(forms)
    found: list[Table] = []
    held: Piece | None = None  # a form's table that the next grid may go on with
    for index, grid in enumerate(document.grids):
        matrix = Matrix(document, grid)
        vocabulary = form_tables.told(matrix, known)
        if vocabulary:
            piece = form_tables.piece(matrix, vocabulary, index)
            if held and form_tables.joined(held, piece):
                continue
            found += _form_table(document, held)
            held = piece
        elif table := _table(matrix, index, found[-1] if found else None):
            found += [*_form_table(document, held), table]
            held = None
    return (*found, *_form_table(document, held))


def _form_table(document: Document, piece: Piece | None) -> list[Table]:
    if piece is None or not piece.rows:
        return []
    columns, rows = form_tables.finished(piece)
    first, last = document.grids[piece.first], document.grids[piece.last]
    title, title_span = _title(document, first)
    return [Table(title, columns, rows, Span(first.start, last.end), title_span, grid=piece.first)]


def _table(matrix: Matrix, index: int, before: Table | None) -> Table | None:
    document, grid = matrix.document, matrix.grid
    head = _head_rows(matrix)
    body = [r for r in range(head, grid.rows) if matrix.whole_row(r) is None]
    shape = _shape(matrix, head, body)
    if shape is None:
        return None
    columns = _columns(matrix, head, shape, before)
    rows = _rows(matrix, head, shape, columns)
    if not rows:
        return None
    title, title_span = _title(document, grid)
    return Table(title, columns, rows, Span(grid.start, grid.end), title_span, grid=index)


def _head_rows(matrix: Matrix) -> int:
    """How many rows from the top are column heads: words of heads, and no figure anywhere."""
    rows = 0
    for r in range(matrix.grid.rows):
        texts = [matrix.text(r, c) for c in range(matrix.grid.columns)]
        if any(words.is_figure(t) for t in texts) or not any(words.is_header(t) for t in texts[1:]):
            break
        rows += 1
    return rows


def _shape(matrix: Matrix, head: int, body: list[int]) -> _Shape | None:
    """Figures stand in the last columns, units before them, then the label; what stands before it groups rows."""
    heads = {c: "".join(matrix.text(r, c) for r in range(head)) for c in range(matrix.grid.columns)}
    columns = [c for c in heads if not words.is_running_number(heads[c])]
    texts = {c: [t for r in body if matrix.width(r, c) == 1 and (t := matrix.text(r, c))] for c in columns}
    units = [c for c in columns if _is_unit_column(heads[c], texts[c])]
    figures = [c for c in columns if c > 0 and c not in units and _is_figure_column(heads[c], texts[c])]
    first = next((c for c in figures if any(words.is_figure(t) for t in texts[c])), None)
    named = [c for c in columns if first is not None and c < first and texts[c] and c not in units]
    if not named:
        return None
    return _Shape(named[:-1], named[-1], units[0] if units else None, [c for c in figures if c > named[-1]])


def _is_unit_column(head: str, texts: list[str]) -> bool:
    """Nearly all its words are units of count; a head that says so lets units pass that nobody foresaw."""
    known = sum(squeeze(t) in words.UNITS - {"--"} for t in texts)
    dashes = sum(words.is_unit(t) for t in texts) - known
    short = all((len(squeeze(t)) <= _LONGEST_UNIT and not words.is_figure(t)) or words.is_unit(t) for t in texts)
    return known > 0 and short and (words.names_units(head) or known + dashes == len(texts))


def _is_figure_column(head: str, texts: list[str]) -> bool:
    """At least half of what stands in it is figures; a blank column counts when its head announces figures."""
    if not texts:
        return words.is_header(head) and not words.is_remark(head)
    return sum(words.is_figure(t) for t in texts) * 2 >= len(texts)


def _columns(matrix: Matrix, head: int, shape: _Shape, before: Table | None) -> tuple[Column, ...]:
    """The columns of figures; a table without a head takes over that of the table before it."""
    found = []
    for n, c in enumerate(shape.figures):
        key = f"c{n + 1}"
        path = tuple(dict.fromkeys(t for r in range(head) if (t := matrix.text(r, c))))
        cell = matrix.at[head - 1][c] if head else None
        found.append(Column(key, path, words.scope(path), cell.span if cell else None))
    if not head and before and len(before.columns) == len(found):
        return before.columns
    if len(found) == 1 and found[0].scope is None:
        found = [Column(found[0].key, found[0].path, Scope.YEAR, found[0].header)]
    return tuple(found)


def _rows(matrix: Matrix, head: int, shape: _Shape, columns: tuple[Column, ...]) -> tuple[Row, ...]:
    rows: list[Row] = []
    nesting = Nesting()
    groups: tuple[str, ...] = ()
    for r in range(head, matrix.grid.rows):
        if matrix.whole_row(r) is not None:
            continue
        label_cell = matrix.at[r][shape.label]
        label = matrix.text(r, shape.label)
        here = tuple(t for c in shape.groups if (t := matrix.text(r, c)))
        if not label and here:
            label, here = here[-1], here[:-1]
            label_cell = matrix.at[r][shape.groups[-1]]
        if label_cell is None or not label or _is_signature(matrix, r, label_cell, shape):
            continue
        if here != groups:
            groups, nesting = here, Nesting()
        level, parent = nesting.place(label, len(rows))
        cells = tuple(matrix.figure(r, matrix.at[r][c], k.key) for c, k in zip(shape.figures, columns, strict=True))
        unit = matrix.text(r, shape.unit) if shape.unit is not None else None
        unit = squeeze(unit).strip("-—") if unit else None
        residual = words.numbering(label).residual
        rows.append(
            Row(
                label,
                level,
                parent,
                cells,
                label_cell.span,
                groups,
                unit or words.unit_in_label(label),
                residual=residual,
            )
        )
    return tuple(rows)


def _is_signature(matrix: Matrix, row: int, label: GridCell, shape: _Shape) -> bool:
    """A row with fewer cells than the table has, and no figure: who filled it in, a remark."""
    reaches = label.column + label.column_span > shape.label + 1
    return reaches and not any(words.is_figure(matrix.text(row, c)) for c in shape.figures)


class Nesting:
    """Which row a row belongs under, by the styles of numbering in order of their appearance, and by 其中."""

    def __init__(self) -> None:
        self._stack: list[tuple[words.Numbering, int]] = []

    def place(self, label: str, index: int) -> tuple[int, int | None]:
        """Level and parent (an index given before, None at the top) of the row `index`."""
        mark = words.numbering(label)
        if mark.within and not self._goes_on(mark):
            self._stack.append((mark, index))
        else:
            self._pop_to(mark)
            self._stack.append((mark, index))
        parent = self._stack[-2][1] if len(self._stack) > 1 else None
        return len(self._stack) - 1, parent

    def _goes_on(self, mark: words.Numbering) -> bool:
        """其中 repeated before the second and later items of one list."""
        last = next((m for m, _ in reversed(self._stack) if m.style == mark.style), None)
        return last is not None and last.within and mark.ordinal == last.ordinal + 1 and mark.ordinal > 1

    def _pop_to(self, mark: words.Numbering) -> None:
        styles = [m.style for m, _ in self._stack]
        if mark.style in styles:
            del self._stack[styles.index(mark.style) :]
        elif mark.style == "plain":
            self._stack.clear()
        else:
            while self._stack and self._stack[-1][0].rank >= mark.rank:
                self._stack.pop()


def _title(document: Document, grid: Grid) -> tuple[str, Span | None]:
    """The caption: the nearest short line before the table that names something; remarks in brackets do not."""
    at = bisect_right(document.blocks, grid.start - 1, key=lambda b: b.start)
    before = [b for b in document.blocks[max(0, at - _LOOK_BACK) : at] if b.end <= grid.start]
    lines: list[Block] = []
    for block in reversed(before):
        if block.kind is not BlockKind.PARAGRAPH or block.end - block.start > _LONGEST_TITLE * 2:
            break
        lines.append(block)
    for block in lines:
        plain = squeeze(document.text[block.start : block.end])
        remark = plain.startswith("(") and plain.endswith(")") and words.numbering(plain).style == "plain"
        if not plain or len(plain) > _LONGEST_TITLE or remark or ":" in plain or plain[-1] in "。;,":
            continue
        start, end = _stripped(document.text, block)
        return " ".join(document.text[start:end].split()), Span(start, end)
    return "", None


def _stripped(text: str, block: Block) -> tuple[int, int]:
    piece = text[block.start : block.end]
    start = block.start + len(piece) - len(piece.lstrip())
    return start, start + len(piece.strip())
