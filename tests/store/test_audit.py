"""The history only grows, and shows when somebody tampered with it."""

import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest

from core.store import audit
from core.store.db import Store, open_store


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    """A store with three rows of history."""
    made = open_store(tmp_path / "a.hejiao")
    for n in range(3):
        with made.write() as connection:
            audit.add(connection, "王芳", 1, "confirm", key=f"k{n}", after="x")
    yield made
    made.close()


@pytest.mark.parametrize("sql", ["DELETE FROM audit", "UPDATE audit SET actor = '李明' WHERE id = 2"])
def test_rows_of_the_history_can_neither_be_changed_nor_deleted(store: Store, sql: str) -> None:
    with pytest.raises(sqlite3.IntegrityError, match="append-only"), store._lock:
        store._connection.execute(sql)
    assert len(audit.history(store, 1)) == 3


def test_a_whole_chain_holds(store: Store) -> None:
    assert audit.broken(store) is None


@pytest.mark.parametrize(
    "sql",
    [
        "UPDATE audit SET actor = '李明' WHERE id = 2",
        "UPDATE audit SET \"after\" = 'y' WHERE id = 2",
        "DELETE FROM audit WHERE id = 1",
    ],
)
def test_a_row_that_was_tampered_with_is_found(store: Store, sql: str) -> None:
    with store.write() as connection:
        connection.execute("DROP TRIGGER audit_keeps_rows")
        connection.execute("DROP TRIGGER audit_keeps_words")
        connection.execute(sql)
    assert audit.broken(store) == 2


def test_the_newest_row_comes_first(store: Store) -> None:
    assert [row.key for row in audit.history(store, 1)] == ["k2", "k1", "k0"]
