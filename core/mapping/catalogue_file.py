"""Reads the catalogue of indicators and forms; whatever is wrong is named with file and line."""

import re
import tomllib
from collections.abc import Mapping
from pathlib import Path

from core.base.errors import CatalogueFault
from core.model.catalogue import Catalogue, Form, FormColumn, FormRow, FormTable, Indicator, Measure, Phrase
from core.model.extraction import Scope

_PARTS = ("all", "some", "none")
_TOPICS = ("", "disclosed", "applications", "review", "litigation")


def load(folder: Path) -> Catalogue:
    """Load `core.toml`, `prose.toml` and every `forms/*.toml` of the folder.

    Raises:
        CatalogueFault: a file is missing, is no TOML, or says something it must not; `file`, `line`, `what`.
    """
    core = _File(folder / "core.toml", {"indicator"})
    indicators: dict[str, Indicator] = {}
    for n, entry in enumerate(core.tables("indicator")):
        indicator = _indicator(core, entry, n)
        if indicator.key in indicators:
            raise core.fault("indicator", n, "duplicate", value=indicator.key, key="key")
        indicators[indicator.key] = indicator
    if not indicators:
        raise core.fault("indicator", 0, "missing", value="indicator")
    forms: dict[str, Form] = {}
    for path in sorted((folder / "forms").glob("*.toml")):
        file = _File(path, {"form", "table", "row"})
        form = _form(file, indicators)
        if form.id in forms:
            raise file.fault("form", 0, "duplicate", value=form.id, key="id")
        forms[form.id] = form
    prose = _File(folder / "prose.toml", {"phrase"})
    phrases = tuple(_phrase(prose, entry, n, indicators) for n, entry in enumerate(prose.tables("phrase")))
    return Catalogue(indicators, tuple(forms.values()), phrases)


class _File:
    """A TOML file that can say in which line a faulty entry stands."""

    def __init__(self, path: Path, tables: set[str]) -> None:
        self.path = path
        try:
            self.text = path.read_text(encoding="utf-8")
            self.tree = tomllib.loads(self.text)
        except (OSError, UnicodeDecodeError) as error:
            raise CatalogueFault(file=path.name, line=0, what="@catalogue.unreadable", value="") from error
        except tomllib.TOMLDecodeError as error:
            line = re.search(r"line (\d+)", str(error))
            number = int(line[1]) if line else self.text.count("\n") + 1
            raise CatalogueFault(file=path.name, line=number, what="@catalogue.syntax", value="") from error
        self.known(self.tree, "", 0, tables)

    def tables(self, name: str) -> list[Mapping[str, object]]:
        """All `[[name]]` entries."""
        entries = self.tree.get(name, [])
        if not isinstance(entries, list) or not all(isinstance(e, dict) for e in entries):
            raise self.fault(name, 0, "type", value=name, key=name)
        return entries

    def fault(self, table: str, n: int, what: str, value: object = "", key: str = "") -> CatalogueFault:
        """The fault of the n-th entry of `table`, in the line of its `key` if it has that key, else of its head."""
        heads = [m.start() for m in re.finditer(rf"^[ \t]*\[{{1,2}}\s*{re.escape(table)}\s*\]", self.text, re.M)]
        at = heads[n] if n < len(heads) else 0
        stop = heads[n + 1] if n + 1 < len(heads) else len(self.text)
        name = rf"^[ \t]*(?:{re.escape(key)}\s*=|\[{{1,2}}\s*{re.escape(key)}\s*\])"
        found = re.search(name, self.text[at:stop], re.M) if key else None
        line = self.text.count("\n", 0, at + (found.start() if found else 0)) + 1
        return CatalogueFault(file=self.path.name, line=line, what=f"@catalogue.{what}", value=value)

    def word(self, entry: Mapping[str, object], table: str, n: int, key: str, default: str | None = None) -> str:
        """A text of the entry; without a default it must be there."""
        value = entry.get(key, default)
        if value is None:
            raise self.fault(table, n, "missing", value=key)
        if not isinstance(value, str) or (not value and default is None):
            raise self.fault(table, n, "type", value=key, key=key)
        return value

    def words(self, entry: Mapping[str, object], table: str, n: int, key: str, blank: bool = False) -> tuple[str, ...]:
        """A list of texts of the entry, with `blank` also empty ones; absent is empty."""
        value = entry.get(key, [])
        if not isinstance(value, list) or not all(isinstance(v, str) and (v or blank) for v in value):
            raise self.fault(table, n, "type", value=key, key=key)
        return tuple(value)

    def known(self, entry: Mapping[str, object], table: str, n: int, keys: set[str]) -> None:
        """Refuse keys that nobody reads: they are misprints."""
        for key in entry:
            if key not in keys:
                raise self.fault(table, n, "unknown", value=key, key=key)


def _indicator(file: _File, entry: Mapping[str, object], n: int) -> Indicator:
    file.known(entry, "indicator", n, {"key", "unit", "measure", "zh", "en", "names"})
    measure = file.word(entry, "indicator", n, "measure")
    if measure not in set(Measure):
        raise file.fault("indicator", n, "choice", value=measure, key="measure")
    key, unit, zh, en = (file.word(entry, "indicator", n, k) for k in ("key", "unit", "zh", "en"))
    return Indicator(key, unit, Measure(measure), zh, en, file.words(entry, "indicator", n, "names"))


def _form(file: _File, indicators: Mapping[str, Indicator]) -> Form:
    head = file.tree.get("form")
    if not isinstance(head, dict):
        raise file.fault("form", 0, "missing", value="form")
    file.known(head, "form", 0, {"id", "zh", "en", "source", "from_memory", "fingerprint"})
    memory = head.get("from_memory")
    if not isinstance(memory, bool):
        raise file.fault("form", 0, "type", value="from_memory", key="from_memory")
    fingerprint = file.words(head, "form", 0, "fingerprint")
    if not fingerprint:
        raise file.fault("form", 0, "missing", value="fingerprint", key="fingerprint")
    tables = tuple(_table(file, entry, n) for n, entry in enumerate(file.tables("table")))
    columns = {t.id: {c.id for c in t.columns} for t in tables}
    rows: dict[str, FormRow] = {}
    for n, entry in enumerate(file.tables("row")):
        row = _row(file, entry, n, indicators, rows)
        for column in (*row.columns, *row.cells):
            if column not in columns.get(row.table, ()):
                raise file.fault(
                    "row", n, "no_column", value=column, key="columns" if column in row.columns else "cells"
                )
        rows[row.id] = row
    name, zh, en, source = (file.word(head, "form", 0, k) for k in ("id", "zh", "en", "source"))
    return Form(name, zh, en, source, memory, fingerprint, tuple(rows.values()), tables)


def _table(file: _File, entry: Mapping[str, object], n: int) -> FormTable:
    file.known(entry, "table", n, {"id", "zh", "fingerprint", "columns"})
    name, zh = (file.word(entry, "table", n, k) for k in ("id", "zh"))
    fingerprint = file.words(entry, "table", n, "fingerprint")
    listed = entry.get("columns")
    if not fingerprint or not listed:
        raise file.fault("table", n, "missing", value="columns" if fingerprint else "fingerprint")
    if not isinstance(listed, list) or not all(isinstance(c, dict) for c in listed):
        raise file.fault("table", n, "type", value="columns", key="columns")
    columns: dict[str, FormColumn] = {}
    for column in listed:
        file.known(column, "table", n, {"id", "path", "scope"})
        id_, scope = file.word(column, "table", n, "id"), file.word(column, "table", n, "scope", "")
        if scope and scope not in set(Scope):
            raise file.fault("table", n, "choice", value=scope, key="columns")
        if id_ in columns:
            raise file.fault("table", n, "duplicate", value=id_, key="columns")
        columns[id_] = FormColumn(id_, file.words(column, "table", n, "path"), Scope(scope) if scope else None)
    return FormTable(name, zh, fingerprint, tuple(columns.values()))


def _row(
    file: _File,
    entry: Mapping[str, object],
    n: int,
    indicators: Mapping[str, Indicator],
    rows: Mapping[str, FormRow],
) -> FormRow:
    known = {"id", "labels", "indicator", "unit", "groups", "parent", "parts", "columns", "cells"}
    file.known(entry, "row", n, known)
    name = file.word(entry, "row", n, "id")
    if name in rows:
        raise file.fault("row", n, "duplicate", value=name, key="id")
    labels = file.words(entry, "row", n, "labels", blank=True)
    if not labels:
        raise file.fault("row", n, "missing", value="labels", key="labels")
    indicator = file.word(entry, "row", n, "indicator", "") or None
    if indicator and indicator not in indicators:
        raise file.fault("row", n, "no_indicator", value=indicator, key="indicator")
    parent = file.word(entry, "row", n, "parent", "") or None
    if parent and parent not in rows:
        raise file.fault("row", n, "no_parent", value=parent, key="parent")
    parts = file.word(entry, "row", n, "parts", "none")
    if parts not in _PARTS:
        raise file.fault("row", n, "choice", value=parts, key="parts")
    unit = file.word(entry, "row", n, "unit", "") or None
    groups, columns = (file.words(entry, "row", n, k) for k in ("groups", "columns"))
    cells = entry.get("cells", {})
    if not isinstance(cells, dict):
        raise file.fault("row", n, "type", value="cells", key="cells")
    for key in cells.values():
        if key not in indicators:
            raise file.fault("row", n, "no_indicator", value=key, key="cells")
    return FormRow(name, labels, indicator, unit, groups, parent, parts, columns, cells)


def _phrase(file: _File, entry: Mapping[str, object], n: int, indicators: Mapping[str, Indicator]) -> Phrase:
    file.known(entry, "phrase", n, {"indicator", "match", "unless", "units", "topic"})
    indicator = file.word(entry, "phrase", n, "indicator", "") or None
    if indicator and indicator not in indicators:
        raise file.fault("phrase", n, "no_indicator", value=indicator, key="indicator")
    topic = file.word(entry, "phrase", n, "topic", "")
    if topic not in _TOPICS:
        raise file.fault("phrase", n, "choice", value=topic, key="topic")
    match = _pattern(file, entry, n, "match", file.word(entry, "phrase", n, "match"))
    unless = file.word(entry, "phrase", n, "unless", "")
    units = frozenset(file.words(entry, "phrase", n, "units"))
    return Phrase(indicator, match, _pattern(file, entry, n, "unless", unless) if unless else None, units, topic)


def _pattern(file: _File, entry: Mapping[str, object], n: int, key: str, text: str) -> re.Pattern[str]:
    try:
        return re.compile(text)
    except re.error as error:
        raise file.fault("phrase", n, "pattern", value=text, key=key) from error
