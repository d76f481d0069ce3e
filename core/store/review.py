"""What people decide: one change with its audit rows, both or neither."""

import sqlite3
from dataclasses import replace

from core.base.errors import StaleChange
from core.model.report import Change, FindingChange, ValueChange
from core.model.values import Decision, State
from core.store import audit, reports, values
from core.store.db import Store, rows

SHOWN_IN_LIST = ("field:title", "field:issuer", "field:year", "field:region")


def apply(store: Store, change: Change, actor: str, undone: bool = False) -> None:
    """Store one step of a person; when this returns it is on disk.

    A decision that comes back with its author and time (by undo) keeps them.

    Raises:
        StaleChange: it starts from something that is no longer there; nothing was stored.
        StoreBusy, StoreFailed: nothing was stored.
    """
    action = f"undo:{change.code}" if undone else change.code
    with store.write() as connection:
        at = audit.now()
        for value in change.values:
            _decide(connection, change.report_id, value, action, actor, at)
        for finding in change.findings:
            _judge(connection, change.report_id, finding, action, actor, at)
        if change.state is not None:
            step = change.state
            found = connection.execute("SELECT state FROM report WHERE id = ?", (change.report_id,)).fetchone()
            if found is None or found[0] != step.before:
                raise StaleChange(key="")
            connection.execute("UPDATE report SET state = ? WHERE id = ?", (step.after, change.report_id))
            audit.add(
                connection,
                actor,
                change.report_id,
                "undo:set_state" if undone else "set_state",
                before=step.before,
                after=step.after,
                note=step.reason,
                at=at,
            )
        reports.drop_proofs(connection, change.report_id, {v.key for v in change.values if _is_other(v)})
        if any(v.key in SHOWN_IN_LIST for v in change.values):
            reports.resummarise(connection, change.report_id)
        reports.refresh(connection, change.report_id)


def _is_other(change: ValueChange) -> bool:
    """Whether something else holds after a change than before."""

    def held(decision: Decision | None) -> object:
        return decision and (decision.content, decision.state is State.REJECTED)

    return (held(change.before) or (None, False)) != (held(change.after) or (None, False))


def _decide(
    connection: sqlite3.Connection, report_id: int, change: ValueChange, action: str, actor: str, at: str
) -> None:
    before = values.decision(connection, report_id, change.key)
    if _same(before) != _same(change.before):
        raise StaleChange(key=change.key)
    after = change.after
    if after is not None and not after.at:
        after = replace(after, actor=actor, at=at)
    if change.added is None and not values.exists(connection, report_id, change.key):
        raise StaleChange(key=change.key)
    if change.added is not None and before is None:
        values.put_all(connection, report_id, [change.added])
    values.put_decision(connection, report_id, change.key, after)
    if change.added is not None and after is None:
        values.remove(connection, report_id, change.key)
    audit.add(
        connection,
        actor,
        report_id,
        action,
        key=change.key,
        before=audit.decision_text(before),
        after=audit.decision_text(after),
        note=after.note if after else "",
        at=at,
    )


def _same(decision: Decision | None) -> Decision | None:
    """A decision without its author and time: what a change may start from."""
    return decision and replace(decision, actor="", at="")


def _judge(
    connection: sqlite3.Connection, report_id: int, change: FindingChange, action: str, actor: str, at: str
) -> None:
    """Write a verdict with the figures that it was said about: it holds as long as they are the same."""
    where = (report_id, change.identity)
    known = rows(connection, "SELECT figures FROM finding WHERE report_id = ? AND identity = ?", where)
    found = rows(connection, "SELECT note, figures FROM verdict WHERE report_id = ? AND identity = ?", where)
    figures = known[0]["figures"] if known else found[0]["figures"] if found else ""
    before = found[0]["note"] if found and found[0]["figures"] == figures else None
    if before != change.before:
        raise StaleChange(key=change.identity)
    connection.execute("DELETE FROM verdict WHERE report_id = ? AND identity = ?", where)
    if change.after is not None:
        who, when = change.actor or actor, change.at or at
        connection.execute("INSERT INTO verdict VALUES (?, ?, ?, ?, ?, ?)", (*where, figures, change.after, who, when))
    audit.add(
        connection,
        actor,
        report_id,
        action,
        key=change.identity,
        before="" if before is None else "closed",
        after="" if change.after is None else "closed",
        note=change.after or "",
        at=at,
    )
