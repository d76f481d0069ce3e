"""One report under check: its structure, and what holds now for each of its values."""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from functools import lru_cache
from typing import TypeVar, cast

from core.base import script
from core.base.data import data
from core.base.text import squeeze, widths
from core.model.catalogue import Catalogue, FormRow
from core.model.extraction import Cell, CellKind, Column, Extraction, Row, Scope, Table
from core.model.findings import Finding
from core.model.values import Content, Proof, State, Value, cell_key, statistic_keys

TOTAL = re.compile(r"^[总合共]计(?:数|件数)?$")
_CELL = re.compile(r"cell:t(\d+)/r(\d+)/(\w+)")
_REMARK = re.compile(r"[(（][^()（）]{6,}[)）]?$")
_TEN_THOUSAND = Decimal(10_000)


T = TypeVar("T")
folded = lru_cache(maxsize=4096)(squeeze)  # labels and heads come back report after report


@dataclass(slots=True)
class Outcome:
    """What rules found: statements about the report, and identities that hold."""

    findings: list[Finding] = field(default_factory=list)
    proofs: list[Proof] = field(default_factory=list)


@data
class Told:
    """A figure that holds now, with where it comes from. `amount` is in units of one, 万元 turned into 元."""

    key: str
    label: str
    amount: Decimal
    scope: Scope | None
    approx: bool = False


class Case:
    """Structure from the extraction, contents from the values (a person's before the machine's).

    By their keys: `values`, `numbers` (the figures that hold now) and `statistics` (of the sentences), whose keys
    `statistic_keys` has in the order of the extraction.
    """

    def __init__(self, extraction: Extraction, values: Sequence[Value], catalogue: Catalogue, text: str = "") -> None:
        self.extraction = extraction
        self.catalogue = catalogue
        self.values = {v.key: v for v in values}
        decided = [v for v in values if v.is_decided]
        self._added = [v for v in decided if v.state is State.ADDED]
        self._contents = {v.key: v.content for v in values}
        self.numbers = {k: n for k, c in self._contents.items() if c and (n := c.number) is not None}
        self._made: dict[str, object] = {}
        self._measuring: dict[str, list[tuple[int, int, Cell]]] = {}
        self._derived: set[str] = set()
        for t, _, r, row in self.rows():
            for cell in row.cells:
                if indicator := row.measure(cell):
                    self._measuring.setdefault(indicator, []).append((t, r, cell))
                if cell.derived:
                    self._derived.add(cell_key(t, r, cell.column))
        self._derived.difference_update(v.key for v in decided)
        plain = script.simplified(text) if script.is_traditional(text) else text
        self.flat = widths(plain)  # the document's text in half width and simplified script, offset for offset
        self.statistic_keys = statistic_keys(extraction.statistics)
        self.statistics = dict(zip(self.statistic_keys, extraction.statistics, strict=True))
        self._told = self._told_of_sentences()

    def once(self, make: Callable[["Case"], T]) -> T:
        """What `make` finds in this case, found once for all rules."""
        name = make.__qualname__
        if name not in self._made:
            self._made[name] = make(self)
        return cast(T, self._made[name])

    def content(self, key: str) -> Content | None:
        """What holds now under a key; None when rejected or unknown."""
        return self._contents.get(key)

    def may_be_proved(self, keys: Iterable[str]) -> bool:
        """Whether an identity may prove the figures: it was not used to read them, or a person has decided since."""
        return self._derived.isdisjoint(keys)

    def number(self, key: str) -> Decimal | None:
        """The figure that holds now, in the printed unit; None when there is none."""
        return self.numbers.get(key)

    def text(self, field_key: str) -> str | None:
        """The text of a field that cannot repeat, as it holds now; None when absent, rejected or blank."""
        content = self.content(f"field:{field_key}")
        return content.text if content and content.kind is CellKind.TEXT else None

    def rows(self) -> Iterator[tuple[int, Table, int, Row]]:
        """Every row with its table, and both indexes."""
        for t, table in enumerate(self.extraction.tables):
            for r, row in enumerate(table.rows):
                yield t, table, r, row

    def cell(self, t: int, r: int, column: str) -> tuple[str, Content | None]:
        """Key and present content of a cell."""
        key = cell_key(t, r, column)
        return key, self.content(key)

    def form_row(self, table: Table, row: Row) -> FormRow | None:
        """The catalogue's row of the form that this one is, told by its words; None without a form."""
        form_id, _, part = (table.form or "").partition(".")
        form = next((f for f in self.catalogue.forms if f.id == form_id), None)
        label = folded(row.label)
        rows = [r for r in form.rows if r.id.startswith(f"{part}.")] if form else []

        def fit(row: FormRow) -> tuple[int, bool]:
            names = (folded(name) for name in row.labels)
            return max((len(name) for name in names if label.endswith(name)), default=0), row.parts != "none"

        best = max(rows, key=fit, default=None)
        return best if best and fit(best)[0] else None

    def place(self, key: str) -> str:
        """A cell for people: the words of its row and column, remarks in brackets dropped."""
        found = _CELL.fullmatch(key)
        if not found:
            return key
        table = self.extraction.tables[int(found[1]) - 1]
        column = next((c for c in table.columns if c.key == found[3]), None)
        return _place(table, table.rows[int(found[2]) - 1], column.path if column else ())

    def told_in_text(self) -> tuple[str, ...]:
        """The indicators that sentences, or people who added to them, give figures of; each once."""
        return tuple(self._told)

    def in_text(self, indicator: str) -> list[Told]:
        """What sentences (and people who added to them) say of the issuer's own figure of an indicator."""
        return self._told.get(indicator, [])

    def _told_of_sentences(self) -> dict[str, list[Told]]:
        found: dict[str, list[Told]] = {}
        for key, s in self.statistics.items():
            if not s.indicator:
                continue
            told, value = found.setdefault(s.indicator, []), self.values.get(key)
            if not s.who and value and (n := self.number(key)) is not None:
                label = self.name(s.indicator, value.label)
                told.append(Told(key, label, _ones(n, s.unit), s.scope, s.approx and not value.is_decided))
        for value in self._added:
            if not value.indicator:
                continue
            told, number = found.setdefault(value.indicator, []), self.number(value.key)
            if not value.who and number is not None:
                label = self.name(value.indicator, value.label)
                told.append(Told(value.key, label, _ones(number, value.unit), value.scope))
        return found

    def name(self, indicator: str | None, label: str) -> str:
        """What a figure of a sentence is called: its indicator's name, which is shorter than the words before it."""
        known = self.catalogue.indicators.get(indicator or "")
        return known.zh if known else label

    def in_tables(self, indicator: str) -> list[Told]:
        """What the tables say of an indicator, one for each cell with a figure; by applicants, the total only."""
        found: list[Told] = []
        for t, r, cell in self._measuring.get(indicator, ()):
            table = self.extraction.tables[t]
            row = table.rows[r]
            column = next((c for c in table.columns if c.key == cell.column), None)
            key = cell_key(t, r, cell.column)
            number = self.number(key)
            if column is None or number is None:
                continue
            if cell.indicator or column in self.once(_telling)[t]:
                label = _place(table, row, column.path) if cell.indicator else row.label
                found.append(Told(key, label, _ones(number, row.unit), column.scope))
        return found

    def is_told(self, *indicators: str) -> bool:
        """Whether any of the indicators has a figure, or is said not to apply, anywhere in the report."""
        wanted = set(indicators)
        if any(s.indicator in wanted and self.content(k) for k, s in self.statistics.items()):
            return True
        if any(v.indicator in wanted and v.content for v in self._added):
            return True
        return any(self._answers(t, r, cell.column) for i in indicators for t, r, cell in self._measuring.get(i, ()))

    def _answers(self, t: int, r: int, column: str) -> bool:
        content = self.cell(t, r, column)[1]
        return content is not None and content.kind not in (CellKind.BLANK, CellKind.UNREADABLE)


def _place(table: Table, row: Row, head: Sequence[str]) -> str:
    label = short(row.label)
    words = [*(head[-1:] if label else head)] if len(table.columns) > 1 else []
    return "·".join(p for p in (label, *words) if p)


@lru_cache(maxsize=4096)
def short(label: str) -> str:
    """A printed label without the long remark in brackets at its end."""
    return _REMARK.sub("", label)


def _telling(case: Case) -> list[list[Column]]:
    """The columns that speak of the whole, by table: where columns of one period have a total among them, that one."""
    found: list[list[Column]] = []
    for table in case.extraction.tables:
        totals = [c for c in table.columns if c.path and TOTAL.search(folded(c.path[-1]))]
        added_up = {c.scope for c in totals}
        found.append([c for c in table.columns if c in totals or c.scope not in added_up])
    return found


def _ones(number: Decimal, unit: str | None) -> Decimal:
    return number * _TEN_THOUSAND if unit == "万元" else number
