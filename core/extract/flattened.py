"""Tables flattened into running text, as web pages copied to text have them: found, taken out of the text, read."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from core.base.text import tidy
from core.extract import table_cells as words
from core.extract.digit_split import Budget
from core.extract.flattened_cells import Cutter, Line, Stated
from core.extract.flattened_forms import Entry, cjk, group_core, vocabulary
from core.extract.flattened_rows import FoundRow, FoundTable, find_tables
from core.extract.flattened_text import running
from core.extract.tables import Nesting
from core.model.catalogue import Catalogue
from core.model.document import Block, BlockKind, Document, Span
from core.model.extraction import Cell, CellKind, Column, Row, Scope, Statistic, Table

_HEAD = re.compile(
    r"(?:\d{4}|\d{2})年度?(?:累计|发生)?数?|[本当]年度?(?:累计|发生)?数?|历年累计数?|累计数?|本期实际|本月累计|统计数"
    r"|上年度?数?|数量|数值|合计|总计"
)
_UNIT_HEAD = re.compile(r"单位(?:\([^()]{1,10}\))?")
_TITLE = re.compile(r"[^。；;，,\s:：]{0,40}(?:统计表|情况表|统计报表)(?:\([^()]{0,20}\))?$")
_LOOK_BACK = 120


@dataclass(frozen=True, slots=True)
class Flattened:
    """The flattened tables of a document, found but not read yet."""

    document: Document
    tables: tuple[FoundTable, ...]
    printed: tuple[Table, ...]

    def without(self) -> Document:
        """The document with their stretches marked as tables: no sentence, no heading stands there."""
        spans = [self._span(t) for t in self.tables]
        if not spans:
            return self.document
        blocks: list[Block] = []
        for block in self.document.blocks:
            blocks += [block] if block.kind is BlockKind.TABLE else _cut(block, spans)
        grids = [b for b in blocks if b.kind is BlockKind.TABLE]
        blocks += [Block(BlockKind.TABLE, s.start, s.end) for s in spans if not any(_overlap(s, g) for g in grids)]
        return replace(self.document, blocks=tuple(sorted(blocks, key=lambda b: (b.start, b.end))))

    def read(self, statistics: Sequence[Statistic]) -> tuple[Table, ...]:
        """All tables of the document in order: the printed ones, and the flattened ones that tell more.

        Args:
            statistics: the figures of the sentences, which may decide how a run is cut.
        """
        stated = [
            Stated(s.indicator, s.value)
            for s in statistics
            if s.indicator and not s.approx and not s.who and s.scope in (Scope.YEAR, Scope.POINT, None)
        ]
        budget = Budget()
        flat = [_Table(self.document, t).read(stated, budget) for t in self.tables]
        chosen = [t for t in flat if self._tells_more(t)]
        kept = [p for p in self.printed if not any(_overlap(p.span, t.span) for t in chosen)]
        return tuple(sorted((*kept, *chosen), key=lambda t: t.span.start))

    def _tells_more(self, table: Table) -> bool:
        rivals = [p for p in self.printed if _overlap(p.span, table.span)]
        return not rivals or _decided(table) > sum(map(_decided, rivals))

    def _span(self, table: FoundTable) -> Span:
        return Span(*table.running.folded.span(table.start, table.end))


def find(document: Document, printed: Sequence[Table], catalogue: Catalogue) -> Flattened:
    """All tables of known forms that stand in the running text, in order.

    Args:
        printed: the tables of the document's grids; where cells of one cannot be read, its stretch is looked at too.
    """
    known = vocabulary(catalogue)
    well_read = [t.span for t in printed if all(map(_is_placed, _cells(t)))]
    stretches = running(document, well_read, known.with_digits)
    found = tuple(t for stretch in stretches for t in find_tables(stretch, known))
    return Flattened(document, found, tuple(printed))


def _overlap(a: Span | Block, b: Span | Block) -> bool:
    return a.start < b.end and b.start < a.end


def _decided(table: Table) -> int:
    """How many cells of a table can be read."""
    return sum(map(_is_placed, _cells(table)))


def _cells(table: Table) -> Iterator[Cell]:
    return (cell for row in table.rows for cell in row.cells)


def _is_placed(cell: Cell) -> bool:
    """Whether it is known what stands in a cell, be it a sign that nobody can read."""
    return cell.kind is not CellKind.UNREADABLE or words.content(cell.text)[0] is CellKind.UNREADABLE


def _cut(block: Block, spans: Sequence[Span]) -> Iterator[Block]:
    """What is left of a block outside the spans; what follows a table in its own line goes on with that line."""
    at, joins = block.start, block.joins
    first = bisect_left(spans, block.start, key=lambda s: s.end)
    for span in spans[first:]:
        if span.start >= block.end:
            break
        if span.start > at:
            yield replace(block, start=at, end=span.start, joins=joins)
        joins = span.start > block.start
        at = max(at, span.end)
    if at < block.end:
        yield replace(block, start=at, joins=joins)


class _Table:
    """One table being read; offsets of rows are those of the folded text."""

    def __init__(self, document: Document, table: FoundTable) -> None:
        self._document, self._table = document, table
        self._folded = table.running.folded
        # Where the form fixes the columns, those that some printed row has cells in.
        self._form_columns = sorted({c for row in table.rows if row.entry for c in row.entry.columns})
        self._columns = self._heads()
        self._lines = [self._line(n) for n in range(len(table.rows))]

    def read(self, stated: Sequence[Stated], budget: Budget) -> Table:
        cut = Cutter(self._lines, self._columns, self._table.skeleton, budget).cells(stated)
        rows: list[Row] = []
        nesting = Nesting()
        groups: tuple[str, ...] = ()
        printed: dict[str, str] = {}
        for found, cells in zip(self._table.rows, cut, strict=True):
            printed |= {group_core(g): g for g in (self._printed(a, b) for a, b in found.groups)}
            here = self._groups(found, printed, groups)
            if here != groups:
                groups, nesting = here, Nesting()
            label = self._printed(found.start, found.end)
            level, parent = nesting.place(label, len(rows))
            span = Span(*self._folded.span(found.start, found.end))
            unit = found.unit or words.unit_in_label(label)
            rows.append(Row(label, level, parent, cells, span, groups, unit, residual=words.numbering(label).residual))
        title, title_span = self._title()
        start, end = self._folded.span(self._table.start, self._table.end)
        return Table(title, self._columns, tuple(rows), Span(start, end), title_span)

    def _printed(self, start: int, end: int) -> str:
        low, high = self._folded.span(start, end)
        return tidy(self._document.text[low:high])

    def _groups(self, found: FoundRow, printed: dict[str, str], before: tuple[str, ...]) -> tuple[str, ...]:
        if found.entry is None:
            return before
        return tuple(printed.get(group_core(g), g) for g in found.entry.row.groups)

    def _heads(self) -> tuple[Column, ...]:
        """The columns: those of the form, else what the head says, else as many as most rows have figures."""
        start = self._table.start
        if self._form_columns:
            form = self._table.skeleton.columns
            return tuple(Column(f"c{n + 1}", form[c].path, form[c].scope) for n, c in enumerate(self._form_columns))
        head = self._folded.text[start : self._table.rows[0].start]
        units = [m.end() for m in _UNIT_HEAD.finditer(head)]
        matches = [m for m in _HEAD.finditer(head, units[-1] if units else 0)]
        found = [self._column(n, start + m.start(), start + m.end()) for n, m in enumerate(matches)]
        if not found:
            found = [Column(f"c{n + 1}", (), None) for n in range(self._usual())]
        if len(found) == 1 and found[0].scope is None:
            found = [replace(found[0], scope=Scope.YEAR)]
        return tuple(found)

    def _column(self, n: int, start: int, end: int) -> Column:
        path = (self._printed(start, end),)
        return Column(f"c{n + 1}", path, words.scope(path), Span(*self._folded.span(start, end)))

    def _usual(self) -> int:
        counts = [len(self._run(row).split()) for row in self._table.rows if row.high > row.low]
        return max(set(counts), key=counts.count)

    def _run(self, row: FoundRow) -> str:
        low, high = self._folded.span(row.low, row.high)
        return self._document.text[low:high].rstrip()

    def _line(self, n: int) -> Line:
        row = self._table.rows[n]
        low, _ = self._folded.span(row.low, row.high)
        columns = tuple(range(len(self._columns)))
        if row.entry and self._form_columns:
            columns = tuple(self._form_columns.index(c) for c in row.entry.columns)
        after = self._table.rows[n + 1] if n + 1 < len(self._table.rows) else None
        number = _number(after.entry) if after and not after.numbered else ""
        return Line(row, self._run(row), low, columns, number)

    def _title(self) -> tuple[str, Span | None]:
        """The caption right before the heads: the form's usual one, or words that end in 统计表."""
        text = self._folded.text
        low = max(self._table.start - _LOOK_BACK, 0)
        before = text[low : self._table.start]
        usual = cjk(self._table.skeleton.title)
        found = _TITLE.search(before.rstrip())
        if usual:
            chars = [m.start() for m in re.finditer(r"[\u4e00-\u9fff]", before)]
            at = "".join(before[c] for c in chars).rfind(usual)
            if at < 0:
                return "", None
            start, end = chars[at], chars[at + len(usual) - 1] + 1
            mark = re.search(r"[一二三四五六七八九十]{1,3}[、.]$", before[:start])
            start = mark.start() if mark else start
        elif found:
            start, end = found.span()
        else:
            return "", None
        return self._printed(low + start, low + end), Span(*self._folded.span(low + start, low + end))


def _number(entry: Entry | None) -> str:
    return str(entry.ordinal) if entry and entry.ordinal else ""
