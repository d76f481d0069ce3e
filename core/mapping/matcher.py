"""Names what was found in tables: which form it is, which row measures which core indicator."""

import re
from collections.abc import Iterable
from dataclasses import replace
from difflib import SequenceMatcher
from functools import lru_cache

from core.base.text import squeeze
from core.model.catalogue import Catalogue, Form, FormRow
from core.model.extraction import Extraction, Row, Table

_ENOUGH = 0.6  # share of a form's fingerprint that must be there
_ALIKE = 0.84  # how much two labels must share to be the same but for a misprint
_NUMBERING = re.compile(
    r"^(?:其中[:,、]?)?(?:[一二三四五六七八九十]{1,3}[、.,]|[(][一二三四五六七八九十\d]{1,3}[)]、?|\d{1,2}[.、,)](?!\d)"
    r"|\d{1,2}(?=.)(?![\d.,%()年月日天万元倍件次]|个(?!人|体)|小时|条(?!例)|项(?!目)|人次)|[①-⑳㈠-㈩Ⅰ-Ⅻ]、?)?"
)
_REMARK = re.compile(r"\((?:[^()]{0,4}单位|不同|不包括|含|不含|件|条|个|次|人|元|万元|篇)[^()]{0,40}\)|\*")


@lru_cache(maxsize=4096)
def bare(label: str) -> str:
    """A label without numbering, 其中, remarks and asterisks, folded: what two printings of it share."""
    return _REMARK.sub("", _NUMBERING.sub("", squeeze(label)))


def map_tables(extraction: Extraction, catalogue: Catalogue) -> Extraction:
    """Tell each table's form and name its rows; the extraction's form is that of its first table that has one."""
    if not extraction.tables:
        return extraction
    labels = {bare(r.label) for t in extraction.tables for r in t.rows}
    form = _form(labels, catalogue.forms)
    names = _names(catalogue)
    tables = tuple(_map_table(t, form, names, catalogue) for t in extraction.tables)
    return replace(extraction, tables=tables, form=form.id if form else None)


def _form(labels: set[str], forms: Iterable[Form]) -> Form | None:
    """The form whose fingerprint fits best, if one fits well enough."""
    scored = [(_fit(labels, form), form.id, form) for form in forms]
    best = max(scored, default=None, key=lambda s: (s[0], s[1]))
    return best[2] if best and best[0] >= _ENOUGH else None


def _fit(labels: set[str], form: Form) -> float:
    hits = sum(any(_same(bare(mark), label) for label in labels) for mark in form.fingerprint)
    return hits / len(form.fingerprint)


def _same(a: str, b: str) -> bool:
    if a == b:
        return True
    if min(len(a), len(b)) < 5 or abs(len(a) - len(b)) > 3:
        return False
    matcher = SequenceMatcher(None, a, b, autojunk=False)
    return matcher.quick_ratio() >= _ALIKE and matcher.ratio() >= _ALIKE


def _names(catalogue: Catalogue) -> dict[str, str]:
    """Row labels that mean a core indicator wherever they stand; a label of two indicators means none."""
    names: dict[str, str | None] = {}
    for indicator in catalogue.indicators.values():
        for name in (*indicator.names, indicator.zh):
            key = bare(name)
            names[key] = indicator.key if names.get(key, indicator.key) == indicator.key else None
    return {name: key for name, key in names.items() if key}


def _map_table(table: Table, form: Form | None, names: dict[str, str], catalogue: Catalogue) -> Table:
    rows: list[Row] = []
    matches: list[FormRow | None] = []
    for row in table.rows:
        parent = matches[row.parent] if row.parent is not None else None
        match = _row(row, parent, form) if form else None
        matches.append(match)
        if match:
            indicator, unit = match.indicator, row.unit or match.unit
        else:
            indicator = names.get(bare(row.label)) if _stands_alone(row, rows) else None
            unit = row.unit or (catalogue.indicators[indicator].unit if indicator else None)
        rows.append(replace(row, indicator=indicator, unit=unit))
    hits = sum(m is not None for m in matches)
    mapped = form is not None and hits * 2 >= len(rows)
    name = f"{form.id}.{_part(matches)}" if form and mapped else None
    return replace(table, rows=tuple(rows), form=name)


def _stands_alone(row: Row, before: list[Row]) -> bool:
    """A label like 其他 or 纠错 means something only under its parent; without a form it stays unnamed."""
    return row.level <= 1 or (row.parent is not None and before[row.parent].indicator is not None)


def _row(row: Row, parent: FormRow | None, form: Form) -> FormRow | None:
    """The form's row with this label; the one under the same parent and in the same group where several have it."""
    label = bare(row.label)
    exact = [r for r in form.rows if any(bare(name) == label for name in r.labels)]
    found = exact or [r for r in form.rows if any(_same(bare(name), label) for name in r.labels)]
    group = squeeze(row.group or "")
    ranked = sorted(
        found,
        key=lambda r: (r.parent == (parent.id if parent else None), squeeze("".join(r.groups[-1:])) == group),
        reverse=True,
    )
    if not ranked:
        return None
    best = ranked[0]
    return best if len(ranked) == 1 or best.parent == (parent.id if parent else None) else None


def _part(matches: list[FormRow | None]) -> str:
    """Which table of the form it is: the common first part of its rows' ids."""
    parts = [m.id.partition(".")[0] for m in matches if m]
    return max(set(parts), key=parts.count)
