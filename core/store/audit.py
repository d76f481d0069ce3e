"""The history: append-only, each row chained to the one before by its hash."""

import hashlib
import json
import sqlite3
from datetime import UTC, datetime

from core.model.report import AuditRow
from core.model.values import Decision
from core.store.codec import dump
from core.store.db import Store, rows

_FIELDS = ("at", "actor", "report_id", "key", "action", "before", "after", "note")


def now() -> str:
    """UTC, ISO 8601 with milliseconds."""
    return datetime.now(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")


def add(
    connection: sqlite3.Connection,
    actor: str,
    report_id: int,
    action: str,
    *,
    key: str | None = None,
    before: str = "",
    after: str = "",
    note: str = "",
    at: str = "",
) -> int:
    """Write one row inside the caller's transaction; gives its id."""
    last = connection.execute("SELECT hash FROM audit ORDER BY id DESC LIMIT 1").fetchone()
    previous = last[0] if last else ""
    row = (at or now(), actor, report_id, key, action, before, after, note)
    cursor = connection.execute(
        'INSERT INTO audit (at, actor, report_id, key, action, "before", "after", note, prev_hash, hash)'
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (*row, previous, _hash(previous, row)),
    )
    return int(cursor.lastrowid or 0)


def decision_text(decision: Decision | None) -> str:
    """A decision as the audit keeps it; "" for none."""
    return "" if decision is None else dump(decision)


def history(store: Store, report_id: int, key: str | None = None, limit: int = 500) -> tuple[AuditRow, ...]:
    """The newest rows first: of one value with what happened to its whole report, or of the report."""
    where = "report_id = ?" + (" AND (key = ? OR key IS NULL)" if key is not None else "")
    given = (report_id, key) if key is not None else (report_id,)
    with store.read() as connection:
        found = rows(connection, f"SELECT * FROM audit WHERE {where} ORDER BY id DESC LIMIT {int(limit)}", given)
    return tuple(AuditRow(**{name: row[name] for name in ("id", *_FIELDS)}) for row in found)


def last_id(connection: sqlite3.Connection, report_id: int) -> int:
    """The newest row about a report: tells whether anything happened in between."""
    return int(connection.execute("SELECT max(id) FROM audit WHERE report_id = ?", (report_id,)).fetchone()[0] or 0)


def broken(store: Store) -> int | None:
    """The id of the first row whose hash does not fit; None when the chain holds."""
    previous = ""
    with store.read() as connection:
        for row in rows(connection, "SELECT * FROM audit ORDER BY id"):
            if row["prev_hash"] != previous or row["hash"] != _hash(previous, [row[name] for name in _FIELDS]):
                return int(row["id"])
            previous = row["hash"]
    return None


def _hash(previous: str, row: "list[object] | tuple[object, ...]") -> str:
    said = json.dumps([previous, *row], ensure_ascii=False, separators=(",", ":"))
    return hashlib.sha256(said.encode("utf-8", "surrogatepass")).hexdigest()
