"""Names what was found in tables: which form it is, which row measures which core indicator."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache, lru_cache

from core.base.labels import alike, bare, nearest
from core.base.text import squeeze
from core.model.catalogue import Catalogue, Form, FormColumn, FormRow, FormTable
from core.model.extraction import Column, Extraction, Row, Table
from core.model.message import Message

_ENOUGH = 0.6  # share of a form's fingerprint, or of a table's words, that must be there
_FROM_MEMORY = 0.9  # most confidence in what a form says that nobody has seen filled in
_MISPRINTED = 0.95
_TOTAL = re.compile("[总合共]计(?:数|件数)?")


@dataclass(frozen=True, slots=True)
class _Told:
    """A form and which of its tables a printed table is; `part` is None where the form is told as a whole."""

    form: Form
    part: FormTable | None


def map_tables(extraction: Extraction, catalogue: Catalogue) -> Extraction:
    """Tell each table's form, name its rows and cells; the extraction's form is that of the first that has one."""
    if not extraction.tables:
        return extraction
    whole = cache(lambda: _form(extraction.tables, catalogue.forms))  # asked for where a table's words tell none
    fits = [_fits(t, catalogue.forms) for t in extraction.tables]
    sure = [best[0].form for best in fits if len(best) == 1]
    names = _names(catalogue)
    tables: list[Table] = []
    for table, best in zip(extraction.tables, fits, strict=True):
        # A table that several forms share belongs to the form that the first of the other tables is of.
        told = next((f for form in sure for f in best if f.form is form), best[0] if best else None)
        if told is None and (form := whole()):
            told = _Told(form, None)
        tables.append(_map_table(table, told, names, catalogue))
    first = next((t.form.partition(".")[0] for t in tables if t.form), None)
    if first is None and (form := whole()):
        first = form.id
    return replace(extraction, tables=tuple(tables), form=first)


def _form(tables: Iterable[Table], forms: Iterable[Form]) -> Form | None:
    """The form, of those told as a whole, whose fingerprint fits best, if one fits well enough."""
    labels = {bare(row.label) for table in tables for row in table.rows}
    scored = [(_share(form.fingerprint, labels), form.id, form) for form in forms if not form.tables]
    best = max(scored, default=None, key=lambda s: (s[0], s[1]))
    return best[2] if best and best[0] >= _ENOUGH else None


def _share(fingerprint: Sequence[str], words: set[str]) -> float:
    return sum(nearest(bare(mark), words) is not None for mark in fingerprint) / len(fingerprint)


def _fits(table: Table, forms: Iterable[Form]) -> list[_Told]:
    """The tables of forms whose rows and columns are the printed ones; more than one where they are alike."""
    heads = [bare(c.path[-1]) for c in table.columns if c.path]
    labels = [bare(r.label) for r in table.rows]
    found: list[tuple[int, Form, FormTable]] = []
    for form in forms:
        for part in form.tables:
            known = _heads(part)
            if known.keys().isdisjoint(heads):
                continue
            rows = _known(form, part)
            hits = sum(h in known for h in heads) + sum(nearest(label, rows) is not None for label in labels)
            found.append((hits, form, part))
    most = max([_ENOUGH * (len(heads) + len(labels)), *(hits for hits, _, _ in found)])
    words = {*heads, *labels}
    told = [(_share(part.fingerprint, words), _Told(form, part)) for hits, form, part in found if hits == most]
    best = max((share for share, _ in told), default=0.0)
    return [one for share, one in told if share == best]


@lru_cache(maxsize=256)
def _heads(part: FormTable) -> dict[str, list[tuple[tuple[str, ...], FormColumn]]]:
    """The columns of a form's table with their bare heads, by the last of these."""
    heads: dict[str, list[tuple[tuple[str, ...], FormColumn]]] = {}
    for column in part.columns:
        path = tuple(map(bare, column.path))
        heads.setdefault(path[-1], []).append((path, column))
    return heads


@lru_cache(maxsize=256)
def _known(form: Form, part: FormTable | None) -> dict[str, list[FormRow]]:
    """The rows of a form, or of one of its tables, by each printing of their labels."""
    known: dict[str, list[FormRow]] = {}
    for row in form.rows_of(part.id) if part else form.rows:
        for printing in row.labels:
            known.setdefault(bare(printing), []).append(row)
    return known


@lru_cache(maxsize=4)
def _names(catalogue: Catalogue) -> dict[str, str]:
    """Row labels that mean a core indicator wherever they stand; a label of two indicators means none."""
    names: dict[str, str | None] = {}
    for indicator in catalogue.indicators.values():
        for name in (*indicator.names, indicator.zh):
            key = bare(name)
            names[key] = indicator.key if names.get(key, indicator.key) == indicator.key else None
    return {name: key for name, key in names.items() if key}


def _map_table(table: Table, told: _Told | None, names: dict[str, str], catalogue: Catalogue) -> Table:
    known = _known(told.form, told.part) if told else {}
    columns = _columns(table, told.part if told else None)
    rows: list[Row] = []
    matches: list[FormRow | None] = []
    for row in table.rows:
        parent = matches[row.parent] if row.parent is not None else None
        match = _row(row, parent, known)
        matches.append(match)
        if match and told:
            rows.append(_named(row, match, told.form, columns, is_misprinted=bare(row.label) not in known))
            continue
        stands = _stands_alone(row, rows) and not (told and told.part)
        indicator = names.get(bare(row.label)) if stands else None
        unit = row.unit or (catalogue.indicators[indicator].unit if indicator else None)
        rows.append(replace(row, indicator=indicator, unit=unit))
    rows = _nested(rows, matches)
    hits = sum(m is not None for m in matches)
    mapped = told is not None and hits * 2 >= len(rows)
    name = f"{told.form.id}.{told.part.id if told.part else _part(matches)}" if told and mapped else None
    scopes = {key: column.scope for key, column in columns.items() if column.scope}
    scoped = tuple(
        replace(c, scope=scopes[c.key]) if scopes.get(c.key, c.scope) is not c.scope else c for c in table.columns
    )
    return replace(table, rows=_of_the_whole(scoped, rows), columns=scoped, form=name)


def _nested(rows: Sequence[Row], matches: Sequence[FormRow | None]) -> list[Row]:
    """Rows of a form stand where the form has them, whatever became of their numbering, if their parent is printed."""
    found: list[Row] = []
    places: dict[str, int] = {}
    for index, (row, match) in enumerate(zip(rows, matches, strict=True)):
        if match:
            places[match.id] = index
        parent = places.get(match.parent, row.parent) if match and match.parent else row.parent
        level = row.level if parent is None else found[parent].level + 1
        moves = parent != row.parent or level != row.level
        found.append(replace(row, parent=parent, level=level) if moves else row)
    return found


def _columns(table: Table, part: FormTable | None) -> dict[str, FormColumn]:
    """By the keys of the printed columns, the columns of the form: by the whole head, else by the last words of it."""
    found: dict[str, FormColumn] = {}
    known = _heads(part) if part else {}
    for column in table.columns:
        path = tuple(map(bare, column.path))
        last = known.get(path[-1], []) if path else []
        same = [c for printed, c in last if printed == path]
        if same or len(last) == 1:
            found[column.key] = same[0] if same else last[0][1]
    return found


def _named(row: Row, match: FormRow, form: Form, columns: dict[str, FormColumn], is_misprinted: bool) -> Row:
    """A row with what the form says of it: unit, indicators, and why that is less than certain."""
    doubt, most = None, 1.0
    if form.from_memory:
        doubt, most = Message("extract.row.from_memory", {"form": form.zh}), _FROM_MEMORY
    elif is_misprinted:
        doubt, most = Message("extract.row.misprinted", {"label": match.labels[0]}), _MISPRINTED
    measured = {key: match.cells.get(column.id) for key, column in columns.items()} if match.cells else {}
    cells = []
    for cell in row.cells:
        indicator = measured.get(cell.column)
        if indicator != cell.indicator or cell.confidence > most:
            cell = replace(cell, indicator=indicator, confidence=min(cell.confidence, most))
        cells.append(cell)
    return replace(row, indicator=match.indicator, unit=row.unit or match.unit, cells=tuple(cells), doubt=doubt)


def _of_the_whole(columns: Sequence[Column], rows: list[Row]) -> tuple[Row, ...]:
    """Rows whose cells speak of several bodies in one period keep their indicator only in the column of the total."""
    totals = {c.key for c in columns if c.path and _TOTAL.fullmatch(squeeze(c.path[-1]))}
    periods = [c.scope for c in columns]
    several = {c.key for c in columns if periods.count(c.scope) > 1} - totals
    if not several:
        return tuple(rows)
    return tuple(
        replace(
            row,
            indicator=None,
            cells=tuple(replace(c, indicator=row.indicator) if c.column not in several else c for c in row.cells),
        )
        if row.indicator
        else row
        for row in rows
    )


def _stands_alone(row: Row, before: list[Row]) -> bool:
    """A label like 其他 or 纠错 means something only under its parent; without a form it stays unnamed."""
    return row.level <= 1 or (row.parent is not None and before[row.parent].indicator is not None)


def _row(row: Row, parent: FormRow | None, known: Mapping[str, Sequence[FormRow]]) -> FormRow | None:
    """The form's row with this label; the one under the same parent and in the same group where several have it."""
    label = bare(row.label)
    found = known.get(label)
    if found is None:
        found = list({r.id: r for name, rows in known.items() if alike(name, label) for r in rows}.values())
    if len(found) < 2:
        return found[0] if found else None
    above, group = parent.id if parent else None, squeeze(row.group or "")
    best = max(found, key=lambda r: (r.parent == above, squeeze("".join(r.groups[-1:])) == group))
    return best if best.parent == above else None


def _part(matches: list[FormRow | None]) -> str:
    """Which table of the form it is: the common first part of its rows' ids."""
    parts = [m.table for m in matches if m]
    return max(set(parts), key=parts.count)
