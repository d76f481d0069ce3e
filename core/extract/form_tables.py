"""Reads grids that print a table of a statutory form: rows are told by their words and counted, not by their place.

Such a table comes with merged heads, groups in cells of their own, tables stacked on each other, heads repeated after a
page break, a group torn into two halves, columns that hold nothing. What holds in all of them: a row is a label and as
many cells as the form has columns.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache

from core.base.data import data
from core.base.labels import bare, nearest
from core.base.text import squeeze, tidy
from core.extract import table_cells as words
from core.extract.matrix import Matrix
from core.model.catalogue import Form, FormColumn, FormTable
from core.model.document import GridCell, Span
from core.model.extraction import CellKind, Column, Row

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


@data
class _Line:
    """A printed row before the table's columns have their keys; `cells` are those of row `r`, by the column's id.

    `span` is None for a row without a label. `is_placed` is false where nobody can tell which column a figure is in.
    """

    label: str
    span: Span | None
    groups: tuple[str, ...]
    matrix: Matrix
    r: int
    cells: dict[str, GridCell | None]
    is_placed: bool

    def row(self, keys: Mapping[str, str]) -> Row:
        """The row, its cells under the keys of their columns."""
        if self.is_placed:
            cells = tuple([self.matrix.figure(self.r, c, keys[id_]) for id_, c in self.cells.items()])
        else:
            cells = tuple([self.matrix.unplaced(c, keys[id_]) for id_, c in self.cells.items() if c])
        span = self.span or Span(cells[0].span.start, cells[0].span.start)
        return Row(self.label, 0, None, cells, span, self.groups, residual=words.numbering(self.label).residual)


@dataclass(slots=True)
class Piece:
    """What a grid, or several, hold of a form's table. `columns`, by id, are those that it has heads or cells of.

    `first` and `last` are indexes of the document's grids.
    """

    vocabulary: Vocabulary
    first: int
    last: int
    lines: list[_Line] = field(default_factory=list)
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
    texts = {text: bare(text) for text in _words(matrix)}
    best, most = None, -1
    for vocabulary in known:
        certain = sum([plain in vocabulary.words for plain in texts.values()])
        if most == len(texts) or (certain < _FEWEST and texts):
            continue
        hits = sum([nearest(b, vocabulary.words) is not None or vocabulary.is_head(t) for t, b in texts.items()])
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
    for text in matrix.texts():
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
        self.printed: set[str | None] = set()  # all heads so far, bare
        self.section = ""
        self.nesting: dict[str, str] = {}  # style of numbering -> the group of that style that holds

    def read(self) -> Piece:
        for r in range(self.matrix.grid.rows):
            cells = self.matrix.cells(r)
            figure = next((n for n, c in enumerate(cells) if self._is_figure(c)), None)
            if figure is None and (heads := [c for c in cells if self.known.is_head(self.matrix.of(c))]):
                self._take_heads(heads)
                continue
            side = cells[:figure]
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
            self.printed.add(nearest(bare(text), self.known.heads))
            if _SECTION.fullmatch(plain) or plain in _PLAIN_HEADS:
                self.heads = []
                self.section = text if _SECTION.fullmatch(plain) else self.section
                continue
            head = nearest(bare(text), self.known.columns)
            if head and self.known.columns[head] not in [c for c, _ in self.heads]:
                self.heads.append((self.known.columns[head], cell))
                self._take_column(self.known.columns[head], cell.span)

    def _take_column(self, column: FormColumn, head: Span | None = None) -> None:
        """Give the table a form's column; its key is given in the end."""
        held = self.piece.columns.get(column.id)
        if held is None or (held.header is None and head is not None):
            self.piece.columns[column.id] = Column(column.id, column.path, column.scope, head)

    def _take_row(self, r: int, named: list[GridCell], values: list[GridCell]) -> None:
        filled = any(self.matrix.of(v) for v in values)
        groups, label, span = ((), "", None) if self.unlabelled else self._label(named, filled)
        columns = self._columns(label, len(values))
        if self.unlabelled:
            again = bool(self.piece.lines) and not filled
            if len(values) < len(columns) or again:
                return
        elif not label or not columns or not (values or self.known.is_label(label)):
            return
        for column in columns:
            if column.id not in self.piece.columns:
                self._take_column(column)
        placed = self._placed(values, columns)
        cells = dict(zip([c.id for c in columns], placed or [_together(values)] * len(columns), strict=True))
        self.piece.lines.append(_Line(label, span, groups, self.matrix, r, cells, placed is not None))

    def _columns(self, label: str, many: int) -> tuple[FormColumn, ...]:
        """The columns in which a row has cells: as printed above it where tables are stacked, else as the form says."""
        if self.unlabelled:  # or the table is cut between its columns: reviews in one grid, lawsuits in the next
            part = tuple(c for c in self.known.table.columns if {bare(head) for head in c.path} <= self.printed)
            return part if len(part) == many else self.known.table.columns
        if not self.stacked:
            return self.known.table.columns
        own = self.known.labels.get(nearest(bare(label), self.known.labels) or "")
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
            group = self.known.group(text) if not pieces and not (is_last and filled) else None
            if group and not (is_last and self.known.is_label(text)):
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
        if style in _ABOVE and self.nesting.get(style) != text:  # again it says nothing of the groups below it
            self.nesting = {k: v for k, v in self.nesting.items() if k in _ABOVE[style]} | {style: text}

    def _groups(self, label: str) -> tuple[str, ...]:
        """The groups that hold for a row: those whose numbering stands above that of its label."""
        if self.section:
            return (self.section,)
        above = _ABOVE.get(words.numbering(label).style, tuple(_ABOVE))
        self.nesting = {k: v for k, v in self.nesting.items() if k in above}
        return tuple(self.nesting[k] for k in above if k in self.nesting)

    def _placed(self, values: list[GridCell], columns: tuple[FormColumn, ...]) -> list[GridCell | None] | None:
        """For each column its cell, None for a cell that is not printed; None when nobody can tell."""
        if len(values) == 1 and len(values[0].span.parts) == len(columns):
            return [replace(values[0], span=Span(*part)) for part in values[0].span.parts]
        if any(self.matrix.holds_figures(v) for v in values):
            return None
        if len(values) == len(columns):
            return [*values]
        if len(columns) == 1 and len({self.matrix.of(v) for v in values}) == 1:  # printed in each column that it spans
            return [values[0]]
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


def _together(values: Sequence[GridCell]) -> GridCell:
    """What is printed in several cells as one."""
    parts = tuple(p for v in values for p in v.span.pieces() if p[1] > p[0])
    return replace(values[0], span=Span(parts[0][0], parts[-1][1], parts if len(parts) > 1 else ()))


def joined(before: Piece, after: Piece) -> bool:
    """Take the rows of the next grid over into the piece before it, if both are parts of one table."""
    labels = {bare(line.label) for line in before.lines}
    is_same = before.vocabulary.table.id == after.vocabulary.table.id
    if not is_same or any(bare(line.label) in labels for line in after.lines):
        return False
    before.last = after.last
    before.lines += after.lines
    before.columns = after.columns | before.columns
    return True


def finished(piece: Piece) -> tuple[tuple[Column, ...], tuple[Row, ...]]:
    """Columns in the form's order, named c1, c2 …, and the rows."""
    order = [c.id for c in piece.vocabulary.table.columns]
    used = {column for line in piece.lines for column in line.cells}
    ids = sorted((i for i in piece.columns if i in used), key=lambda i: order.index(i) if i in order else len(order))
    keys = {id_: f"c{n}" for n, id_ in enumerate(ids, start=1)}
    columns = tuple(replace(piece.columns[i], key=keys[i]) for i in ids)
    return columns, tuple(line.row(keys) for line in piece.lines)
