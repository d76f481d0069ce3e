"""Reads grids that print a table of a statutory form: rows are told by their words and counted, not by their place.

Such a table comes with merged heads, groups in cells of their own, tables stacked on each other, heads repeated after a
page break, a group torn into two halves, columns that hold nothing. What holds in all of them: a row is a label and as
many cells as the form has columns.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache

from core.base.labels import bare, nearest
from core.base.text import squeeze, tidy
from core.extract import table_cells as words
from core.extract.matrix import Matrix
from core.model.catalogue import Form, FormColumn, FormTable
from core.model.document import GridCell, Span
from core.model.extraction import Cell, CellKind, Column, Row

_ENOUGH = 0.5  # share of a grid's words that a form must know
_FEWEST = 2
_LOOKED_AT = 60  # different words that tell the form
_SECTION = re.compile(r"第(?:二十|20)条第\(?.\)?项")
_PLAIN_HEADS = frozenset({"信息内容", "申请人情况"})
_SPACE = re.compile(r"\s+")
_RELATION = "勾稽关系"
_NOTHING = ("无", "没有")
_ABOVE: dict[str, tuple[str, ...]] = {"chinese": (), "(chinese)": ("chinese",)}  # style of numbering -> those above it


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """The words of one table of a form, bare: heads of its columns, labels of its rows, its groups as printed."""

    table: FormTable
    heads: frozenset[str]
    columns: dict[str, FormColumn]  # by the last head over it; only heads that stand over one column alone
    labels: dict[str, tuple[FormColumn, ...]]
    groups: dict[str, str]
    words: frozenset[str]  # all of them

    def is_head(self, text: str) -> bool:
        """Whether a cell's words are those of a column's head, or of what stands among heads."""
        plain = squeeze(text)
        return (
            plain in _PLAIN_HEADS
            or bool(_SECTION.fullmatch(plain))
            or _RELATION in plain
            or (words.numbering(text).style == "plain" and nearest(plain, self.heads) is not None)
        )

    def is_label(self, text: str) -> bool:
        """Whether a cell's words are a row's label."""
        return nearest(bare(text), self.labels) is not None

    def group(self, text: str) -> str | None:
        """The group that a cell's words are, or are half of where a page break tore it."""
        plain = bare(text)
        group = self.groups.get(nearest(plain, self.groups) or "")
        if group:  # as printed, unless it lost its number
            return _SPACE.sub("", text) if words.numbering(text).style == words.numbering(group).style else group
        torn = [g for b, g in self.groups.items() if plain in b] if plain and not self.is_label(text) else []
        return torn[0] if torn else None


@dataclass(slots=True)
class Piece:
    """What a grid, or several, hold of a form's table. `columns`, by id, are those that it has heads or cells of.

    `first` and `last` are indexes of the document's grids.
    """

    vocabulary: Vocabulary
    first: int
    last: int
    rows: list[Row] = field(default_factory=list)
    columns: dict[str, Column] = field(default_factory=dict)


@lru_cache(maxsize=4)
def vocabularies(forms: tuple[Form, ...]) -> list[Vocabulary]:
    """The words of all tables that are told one by one, made once for these forms."""
    return [_vocabulary(form, table) for form in forms for table in form.tables]


def _vocabulary(form: Form, table: FormTable) -> Vocabulary:
    rows = form.rows_of(table.id)
    last = [bare(c.path[-1]) for c in table.columns]
    heads = frozenset(bare(head) for column in table.columns for head in column.path)
    columns = {head: c for head, c in zip(last, table.columns, strict=True) if last.count(head) == 1}
    labels = {bare(label): form.columns_of(row) for row in rows for label in row.labels}
    groups = {bare(g): g for row in rows for g in row.groups if not _SECTION.fullmatch(squeeze(g))}
    return Vocabulary(table, heads, columns, labels, groups, frozenset({*heads, *labels, *groups}))


def told(matrix: Matrix, known: Sequence[Vocabulary]) -> Vocabulary | None:
    """The table of a form that a grid prints, or None; of two that know its words equally well, the first."""
    texts = list(_words(matrix))
    best, most = None, -1
    for vocabulary in known:
        plain = vocabulary.words
        certain = sum(bare(t) in plain for t in texts)
        if certain < _FEWEST and texts:
            continue
        hits = sum(vocabulary.is_head(t) or nearest(bare(t), plain) is not None for t in texts)
        # A row without a label is told by the number of its figures, its heads may be torn beyond reading.
        if hits > most and (
            (texts and hits >= _ENOUGH * len(texts))
            or ("" in vocabulary.labels and _has_row(matrix, len(vocabulary.table.columns)))
        ):
            best, most = vocabulary, hits
    return best


def _has_row(matrix: Matrix, figures: int) -> bool:
    rows = (matrix.cells(r) for r in range(min(matrix.grid.rows, _LOOKED_AT)))
    return any(sum(words.is_figure(matrix.of(c)) for c in row) == figures for row in rows)


def _words(matrix: Matrix) -> Iterator[str]:
    seen: set[str] = set()
    for text in map(matrix.of, matrix.grid.cells):
        if text and text not in seen and not words.is_figure(text):
            seen.add(text)
            yield text
        if len(seen) == _LOOKED_AT:
            return


def piece(matrix: Matrix, vocabulary: Vocabulary, index: int) -> Piece:
    """The rows of a grid, the `index`-th of the document, that prints (a part of) the table."""
    return _Reader(matrix, vocabulary, Piece(vocabulary, index, index)).read()


class _Reader:
    """Goes through the rows from the top: heads set the columns, groups hold until the next one."""

    def __init__(self, matrix: Matrix, vocabulary: Vocabulary, piece: Piece) -> None:
        self.matrix = matrix
        self.known = vocabulary
        self.piece = piece
        self.unlabelled = "" in vocabulary.labels
        self.stacked = any(own != vocabulary.table.columns for own in vocabulary.labels.values())
        self.heads: list[tuple[FormColumn, GridCell]] = []
        self.section = ""
        self.nesting: dict[str, str] = {}  # style of numbering -> the group of that style that holds

    def read(self) -> Piece:
        for r in range(self.matrix.grid.rows):
            cells = self.matrix.cells(r)
            figures = [n for n, c in enumerate(cells) if self._is_figure(c)]
            heads = [] if figures else [c for c in cells if self.known.is_head(self.matrix.of(c))]
            if heads:
                self._take_heads(heads)
                continue
            side = cells[: figures[0]] if figures else cells
            last = max((n for n, c in enumerate(side) if self._is_words(c)), default=-1)
            self._take_row(r, [c for c in cells[: last + 1] if self.matrix.of(c)], cells[last + 1 :])
        return self.piece

    def _is_figure(self, cell: GridCell) -> bool:
        return words.is_figure(self.matrix.of(cell)) or self.matrix.holds_figures(cell)

    def _is_words(self, cell: GridCell) -> bool:
        text = self.matrix.of(cell)
        return words.content(text)[0] is CellKind.TEXT and text not in _NOTHING and not self.matrix.holds_figures(cell)

    def _take_heads(self, cells: list[GridCell]) -> None:
        for cell in cells:
            text = self.matrix.of(cell)
            plain = squeeze(text)
            if _SECTION.fullmatch(plain) or plain in _PLAIN_HEADS:
                self.heads = []
                self.section = text if _SECTION.fullmatch(plain) else self.section
                continue
            head = nearest(bare(text), self.known.columns)
            if head and self.known.columns[head] not in [c for c, _ in self.heads]:
                self.heads.append((self.known.columns[head], cell))
                self._column(self.known.columns[head], cell)

    def _column(self, column: FormColumn, head: GridCell | None = None) -> Column:
        """The table's column for a form's column; its key is given in the end."""
        held = self.piece.columns.get(column.id)
        if held is None or (held.header is None and head is not None):
            held = Column(column.id, column.path, column.scope, head.span if head else None)
            self.piece.columns[column.id] = held
        return held

    def _take_row(self, r: int, named: list[GridCell], values: list[GridCell]) -> None:
        filled = any(self.matrix.of(v) for v in values)
        groups, label, span = ((), "", None) if self.unlabelled else self._label(named, filled)
        columns = self._columns(label, len(values))
        if self.unlabelled:
            again = bool(self.piece.rows) and not filled
            if len(values) < len(columns) or again:
                return
        elif not label or not columns or not (values or self.known.is_label(label)):
            return
        cells = self._values(r, values, columns)
        at = span or Span(cells[0].span.start, cells[0].span.start)
        self.piece.rows.append(Row(label, 0, None, cells, at, groups, residual=words.numbering(label).residual))

    def _columns(self, label: str, many: int) -> tuple[FormColumn, ...]:
        """The columns in which a row has cells: as printed above it where tables are stacked, else as the form says."""
        own = self.known.labels.get(nearest(bare(label), self.known.labels) or "")
        if not self.stacked:
            return self.known.table.columns
        heads = [c for c, _ in self.heads]
        printed = tuple(c for c in self.known.table.columns if c in heads)
        if own and (len(own) == many != len(printed) or not set(own) & set(printed)):
            return own
        return printed

    def _label(self, named: list[GridCell], filled: bool) -> tuple[tuple[str, ...], str, Span | None]:
        """Groups, label and place of a row, from its cells with words; torn labels are put together."""
        pieces: list[GridCell] = []
        for n, cell in enumerate(named):
            text = self.matrix.of(cell)
            if pieces and text == self.matrix.of(pieces[-1]):  # a merged cell printed once for each of its columns
                continue
            is_last = n == len(named) - 1
            group = self.known.group(text) if not pieces else None
            if group and not (is_last and (filled or self.known.is_label(text))):
                self._take_group(group)
            elif not pieces or words.numbering(text).style == "plain":
                pieces.append(cell)
            else:
                pieces = [cell]
        if not pieces:
            return (), "", None
        parts = tuple(p for c in pieces for p in c.span.pieces())
        label = tidy("".join(self.matrix.of(c) for c in pieces))
        span = pieces[0].span if len(pieces) == 1 else Span(parts[0][0], parts[-1][1], parts)
        return self._groups(label), label, span

    def _take_group(self, text: str) -> None:
        style = words.numbering(text).style
        if style in _ABOVE:
            self.nesting = {k: v for k, v in self.nesting.items() if k in _ABOVE[style]} | {style: text}

    def _groups(self, label: str) -> tuple[str, ...]:
        """The groups that hold for a row: those whose numbering stands above that of its label."""
        if self.section:
            return (self.section,)
        above = _ABOVE.get(words.numbering(label).style, tuple(_ABOVE))
        self.nesting = {k: v for k, v in self.nesting.items() if k in above}
        return tuple(self.nesting[k] for k in above if k in self.nesting)

    def _values(self, r: int, values: list[GridCell], columns: tuple[FormColumn, ...]) -> tuple[Cell, ...]:
        keys = [self._column(c).key for c in columns]
        placed = self._placed(values, columns)
        if placed is None:
            parts = tuple(p for v in values for p in v.span.pieces() if p[1] > p[0])
            span = Span(parts[0][0], parts[-1][1], parts if len(parts) > 1 else ())
            return tuple(self.matrix.unplaced(replace(values[0], span=span), key) for key in keys)
        return tuple(self.matrix.figure(r, cell, key) for cell, key in zip(placed, keys, strict=True))

    def _placed(self, values: list[GridCell], columns: tuple[FormColumn, ...]) -> list[GridCell | None] | None:
        """For each column its cell, None for a cell that is not printed; None when nobody can tell."""
        if len(values) == 1 and len(values[0].span.parts) == len(columns):
            return [replace(values[0], span=Span(*part)) for part in values[0].span.parts]
        if any(self.matrix.holds_figures(v) for v in values):
            return None
        if len(values) == len(columns):
            return [*values]
        filled = [v for v in values if self.matrix.of(v)]
        if len(filled) == len(columns):
            return [*filled]
        if not filled:
            return [*values[: len(columns)], *[None] * (len(columns) - len(values))]
        below = {c.id: next((v for v in values if v.column <= h.column < v.column + v.column_span), None)
                 for c, h in self.heads}  # fmt: skip
        found = [below.get(c.id) for c in columns]
        placed = [v for v in found if v is not None]
        if all(v in placed for v in filled) and len({id(v) for v in placed}) == len(placed):
            return found
        # What is too much stands behind the figures of a stacked table, which is less wide, else before them.
        near = [*values[: len(columns)]] if self.stacked else [*values[-len(columns) :]]
        if len(values) > len(columns) and all(v in near for v in filled):
            return [*near]
        return None


def joined(before: Piece, after: Piece) -> bool:
    """Take the rows of the next grid over into the piece before it, if both are parts of one table."""
    labels = {bare(r.label) for r in before.rows}
    if before.vocabulary.table.id != after.vocabulary.table.id or any(bare(r.label) in labels for r in after.rows):
        return False
    before.last = after.last
    before.rows += after.rows
    before.columns = after.columns | before.columns
    return True


def finished(piece: Piece) -> tuple[tuple[Column, ...], tuple[Row, ...]]:
    """Columns in the form's order, named c1, c2 …, and the rows."""
    order = [c.id for c in piece.vocabulary.table.columns]
    used = {cell.column for row in piece.rows for cell in row.cells}
    ids = sorted((i for i in piece.columns if i in used), key=lambda i: order.index(i) if i in order else len(order))
    keys = {id_: f"c{n}" for n, id_ in enumerate(ids, start=1)}
    columns = tuple(replace(piece.columns[i], key=keys[i]) for i in ids)
    rows = tuple(piece.rows)
    if any(old != new for old, new in keys.items()):
        rows = tuple(replace(r, cells=tuple(replace(c, column=keys[c.column]) for c in r.cells)) for r in rows)
    return columns, rows
