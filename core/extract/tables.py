"""Printed grids -> tables of figures: headers, groups, labels with their hierarchy, units, cells."""

from bisect import bisect_right
from collections import Counter
from dataclasses import replace

from core.base.text import squeeze
from core.extract import form_tables
from core.extract import table_cells as words
from core.extract.form_tables import Piece
from core.extract.matrix import Matrix
from core.extract.table_shape import Shape, columns, shape
from core.model.catalogue import Form
from core.model.document import Block, BlockKind, Document, Grid, GridCell, Span
from core.model.extraction import Cell, Column, Row, Table

_LONGEST_TITLE = 50
_LOOK_BACK = 4
_LONGEST_GROUP = 40
_SHORTEST_CAPTION = 4


def tables(document: Document, forms: tuple[Form, ...] = ()) -> tuple[Table, ...]:
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
    if piece is None or not piece.lines:
        return []
    columns, rows = form_tables.finished(piece)
    first, last = document.grids[piece.first], document.grids[piece.last]
    title, title_span = _title(document, first)
    return [Table(title, columns, rows, Span(first.start, last.end), title_span, grid=piece.first)]


def _table(matrix: Matrix, index: int, before: Table | None) -> Table | None:
    left, right = matrix.halves() or (matrix, None)
    found = shape(left)
    if found is None:
        return None
    heads = columns(left, found, before.columns if before else ())
    rows = list(_rows(left, found, heads))
    if right and shape(right) == found:
        moved = len(rows)
        rows += [replace(r, parent=None if r.parent is None else r.parent + moved) for r in _rows(right, found, heads)]
    if not rows:
        return None
    title, title_span = _caption(matrix) or _title(matrix.document, matrix.grid)
    return Table(title, heads, tuple(rows), Span(matrix.grid.start, matrix.grid.end), title_span, grid=index)


def _caption(matrix: Matrix) -> tuple[str, Span] | None:
    """The title that stands in the table itself, over its whole width."""
    cell = matrix.whole_row(0)
    text = matrix.of(cell)
    return (text, cell.span) if cell and len(text) > _SHORTEST_CAPTION and _group(text) else None


def _rows(matrix: Matrix, shape: Shape, heads: tuple[Column, ...]) -> tuple[Row, ...]:
    rows: list[Row] = []
    nesting = Nesting()
    groups: tuple[str, ...] = ()
    over: tuple[str, ...] = ()  # a group that stands over the whole width
    printed_heads = {tuple(matrix.text(h, c) for c in range(matrix.grid.columns)) for h in shape.heads}
    for r in range(shape.heads[-1] + 1 if shape.heads else 0, matrix.grid.rows):
        whole = matrix.whole_row(r)
        if whole is not None:
            over = _group(matrix.of(whole))
            continue
        label_cell = matrix.at[r][shape.label]
        label = matrix.of(label_cell)
        named = [c for c in shape.groups if matrix.at[r][c] is not label_cell and matrix.text(r, c)]
        if not label and named:
            label_cell = matrix.at[r][named.pop()]
            label = matrix.of(label_cell)
        if label_cell is None or not label or _is_signature(matrix, r, label_cell, shape):
            continue
        if tuple(matrix.text(r, c) for c in range(matrix.grid.columns)) in printed_heads:  # again on the next page
            continue
        here = (*over, *(matrix.text(r, c) for c in named))
        if here != groups:
            groups, nesting = here, Nesting()
        level, parent = nesting.place(label, len(rows))
        unit = squeeze(matrix.text(r, shape.unit)).strip("-—") if shape.unit is not None else ""
        rows.append(
            Row(
                label,
                level,
                parent,
                _cells(matrix, r, shape, heads),
                label_cell.span,
                groups,
                unit or words.unit_in_label(label),
                residual=words.numbering(label).residual,
            )
        )
    return tuple(rows)


def _cells(matrix: Matrix, r: int, shape: Shape, heads: tuple[Column, ...]) -> tuple[Cell, ...]:
    """The figures of a row; of a figure that stands over several columns nobody can tell which it belongs in."""
    printed = [matrix.at[r][c] for c in shape.figures]
    reach = Counter(map(id, printed))
    return tuple(
        matrix.unplaced(cell, head.key)
        if cell and reach[id(cell)] > 1 and matrix.of(cell)
        else matrix.figure(r, cell, head.key)
        for cell, head in zip(printed, heads, strict=True)
    )


def _group(text: str) -> tuple[str, ...]:
    """The group that a cell over the whole width names for the rows below it; a note or a signature names none."""
    plain = squeeze(text)
    is_note = not plain or len(plain) > _LONGEST_GROUP or ":" in plain or plain.startswith(("注", "说明", "备注"))
    return () if is_note else (text,)


def _is_signature(matrix: Matrix, row: int, label: GridCell, shape: Shape) -> bool:
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
        if mark.style == "plain" and self._is_beside_within():
            mark = replace(mark, style="within")
        if mark.within and not self._goes_on(mark):
            self._stack.append((mark, index))
        else:
            self._pop_to(mark)
            self._stack.append((mark, index))
        parent = self._stack[-2][1] if len(self._stack) > 1 else None
        return len(self._stack) - 1, parent

    def _is_beside_within(self) -> bool:
        """After 其中 without a number, among numbered rows, a row without a number goes on with its parts."""
        return bool(self._stack) and self._stack[0][0].style != "plain" and self._stack[-1][0].style == "within"

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
