"""Values: what the machine read in one table, what people decided in another, joined when they are read."""

import sqlite3
from collections.abc import Sequence
from typing import Any

from core.model.document import Span
from core.model.extraction import CellKind, Scope
from core.model.message import Message
from core.model.values import Content, Decision, Proof, Reading, State, Value, ValueKind
from core.store.codec import dump, load, load_optional
from core.store.db import rows

_COLUMNS = (
    "report_id, key, kind, label, ord, indicator, unit, scope, approx, who, content, text, raw, span, figure,"
    " confidence, reason"
)


def put_all(connection: sqlite3.Connection, report_id: int, found: Sequence[Value]) -> None:
    """Write what the machine read; decisions are written apart."""
    marks = ", ".join("?" * (_COLUMNS.count(",") + 1))
    connection.executemany(
        f"INSERT INTO value ({_COLUMNS}) VALUES ({marks})", [_cells(report_id, value) for value in found]
    )


def remove(connection: sqlite3.Connection, report_id: int, key: str) -> None:
    """Take a value away that a person had added; its history stays in the audit."""
    connection.execute("DELETE FROM value WHERE report_id = ? AND key = ?", (report_id, key))


def exists(connection: sqlite3.Connection, report_id: int, key: str) -> bool:
    """Whether the report has such a value in its present reading."""
    found = connection.execute("SELECT 1 FROM value WHERE report_id = ? AND key = ?", (report_id, key))
    return found.fetchone() is not None


def get(connection: sqlite3.Connection, report_id: int, proofs: Sequence[Proof]) -> tuple[Value, ...]:
    """All values of a report with their decisions and proofs, in the order of the original."""
    proving: dict[str, list[Proof]] = {}
    for proof in proofs:
        for key in proof.about:
            proving.setdefault(key, []).append(proof)
    decisions = {
        row["key"]: _decision(row)
        for row in rows(connection, "SELECT * FROM decision WHERE report_id = ?", (report_id,))
    }
    found = rows(connection, "SELECT * FROM value WHERE report_id = ? ORDER BY ord, key", (report_id,))
    return tuple(_value(row, decisions.get(row["key"]), tuple(proving.get(row["key"], ()))) for row in found)


def decision(connection: sqlite3.Connection, report_id: int, key: str) -> Decision | None:
    """What a person decided about a value; None for nothing."""
    found = rows(connection, "SELECT * FROM decision WHERE report_id = ? AND key = ?", (report_id, key))
    return _decision(found[0]) if found else None


def put_decision(connection: sqlite3.Connection, report_id: int, key: str, made: Decision | None) -> None:
    """Write a decision; None takes it away."""
    connection.execute("DELETE FROM decision WHERE report_id = ? AND key = ?", (report_id, key))
    if made is None:
        return
    connection.execute(
        "INSERT INTO decision (report_id, key, state, content, text, span, note, postponed, actor, at, proof)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (
            report_id,
            key,
            made.state,
            made.content.kind if made.content else None,
            made.content.text if made.content else None,
            dump(made.span) if made.span else None,
            made.note,
            int(made.postponed),
            made.actor,
            made.at,
            made.proof,
        ),
    )


def _cells(report_id: int, value: Value) -> tuple[object, ...]:
    reading = value.reading
    read: tuple[object, ...] = (None,) * 7
    if reading is not None:
        read = (
            reading.content.kind,
            reading.content.text,
            reading.raw,
            dump(reading.span) if reading.span else None,
            dump(reading.figure) if reading.figure else None,
            reading.confidence,
            dump(reading.reason),
        )
    return (
        report_id,
        value.key,
        value.kind,
        value.label,
        value.order,
        value.indicator,
        value.unit,
        value.scope,
        int(value.approx),
        value.who,
        *read,
    )


def _value(row: dict[str, Any], made: Decision | None, proofs: tuple[Proof, ...]) -> Value:
    reading = None
    if row["content"] is not None:
        reading = Reading(
            row["raw"],
            Content(CellKind(row["content"]), row["text"]),
            load_optional(row["span"], Span),
            load_optional(row["figure"], Span),
            row["confidence"],
            load(row["reason"], Message),
        )
    return Value(
        key=row["key"],
        kind=ValueKind(row["kind"]),
        label=row["label"],
        order=row["ord"],
        reading=reading,
        decision=made,
        indicator=row["indicator"],
        unit=row["unit"],
        scope=Scope(row["scope"]) if row["scope"] else None,
        approx=bool(row["approx"]),
        who=row["who"],
        proofs=proofs,
    )


def _decision(row: dict[str, Any]) -> Decision:
    return Decision(
        state=State(row["state"]),
        content=Content(CellKind(row["content"]), row["text"]) if row["content"] is not None else None,
        span=load_optional(row["span"], Span),
        note=row["note"],
        postponed=bool(row["postponed"]),
        actor=row["actor"],
        at=row["at"],
        proof=row["proof"],
    )
