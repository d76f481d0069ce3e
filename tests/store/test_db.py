"""The file itself: settings, transactions, who else has it."""

import sqlite3
import threading
from contextlib import closing
from pathlib import Path

import pytest
from sqlite_utils import Database

from core.base.errors import Cancelled, NotAProject, StoreBusy, StoreFailed
from core.store import db as module
from core.store.db import APPLICATION_ID, USER_VERSION, open_store
from core.store.migrations import migrations


def test_a_new_project_says_what_it_is(tmp_path: Path) -> None:
    path = tmp_path / "a.hejiao"
    open_store(path).close()
    with closing(sqlite3.connect(path)) as db:
        assert db.execute("PRAGMA application_id").fetchone()[0] == APPLICATION_ID
        assert db.execute("PRAGMA user_version").fetchone()[0] == USER_VERSION
        assert db.execute("PRAGMA journal_mode").fetchone()[0] == "delete"
        loose = db.execute(
            "SELECT name FROM sqlite_master WHERE type = 'table' AND sql NOT LIKE '%STRICT%'"
            " AND name NOT LIKE '%migrations%'"
        )
        assert loose.fetchall() == []


def test_every_migration_raises_the_version_by_which_older_programs_keep_away(tmp_path: Path) -> None:
    open_store(tmp_path / "a.hejiao").close()
    with closing(sqlite3.connect(tmp_path / "a.hejiao")) as db:
        assert len(list(migrations.applied(Database(db)))) == USER_VERSION


def test_an_open_project_syncs_every_commit(tmp_path: Path) -> None:
    store = open_store(tmp_path / "a.hejiao")
    with store.read() as connection:
        assert connection.execute("PRAGMA synchronous").fetchone()[0] == 2
        assert connection.execute("PRAGMA journal_mode").fetchone()[0] == "wal"
        assert connection.execute("PRAGMA foreign_keys").fetchone()[0] == 1
    store.close()


def test_a_write_that_fails_leaves_nothing(tmp_path: Path) -> None:
    store = open_store(tmp_path / "a.hejiao")

    def fail() -> None:
        with store.write() as connection:
            connection.execute("INSERT INTO source VALUES (1, '', '', '', 0, x'', '')")
            raise RuntimeError

    with pytest.raises(RuntimeError):
        fail()
    with store.read() as connection:
        assert connection.execute("SELECT count(*) FROM source").fetchone()[0] == 0
    store.close()


def test_a_reference_to_no_report_is_refused(tmp_path: Path) -> None:
    store = open_store(tmp_path / "a.hejiao")
    with pytest.raises(StoreFailed), store.write() as connection:
        connection.execute("INSERT INTO proof (report_id, body) VALUES (7, '')")
    store.close()


def test_a_project_that_another_program_writes_is_busy(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "_BUSY_MS", 20)
    store = open_store(tmp_path / "a.hejiao")
    with closing(sqlite3.connect(store.path, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(StoreBusy), store.write():
            pass
        other.execute("ROLLBACK")
    with store.write():
        pass
    store.close()


def test_a_text_file_is_no_project(tmp_path: Path) -> None:
    path = tmp_path / "a.hejiao"
    path.write_text("购物单\n" * 100, encoding="utf-8")
    with pytest.raises(NotAProject):
        open_store(path)
    assert path.read_text(encoding="utf-8").startswith("购物单")


def test_a_folder_that_does_not_exist_is_said_in_a_sentence(tmp_path: Path) -> None:
    with pytest.raises(StoreFailed) as caught:
        open_store(tmp_path / "none" / "a.hejiao")
    assert caught.value.params["what"] == "@store.why.place"


def test_threads_take_turns(tmp_path: Path) -> None:
    store = open_store(tmp_path / "a.hejiao")

    def work() -> None:
        for _ in range(20):
            with store.write() as connection:
                n = connection.execute("SELECT count(*) FROM source").fetchone()[0]
                connection.execute(
                    "INSERT INTO source (name, sha256, format, size, bytes, added_at) VALUES ('', ?, '', 0, x'', '')",
                    (str(n),),
                )

    threads = [threading.Thread(target=work) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    with store.read() as connection:
        assert connection.execute("SELECT count(*) FROM source").fetchone()[0] == 80
    store.close()


def test_a_copy_can_be_stopped_and_leaves_the_project_free(tmp_path: Path) -> None:
    store = open_store(tmp_path / "a.hejiao")

    def stop(done: int, total: int) -> None:
        with store.write():  # nobody waits for a copy
            pass
        raise Cancelled

    with pytest.raises(Cancelled):
        store.copy(tmp_path / "copy.hejiao", stop)
    store.close()


def test_an_older_project_is_copied_before_it_is_changed(tmp_path: Path) -> None:
    path = tmp_path / "a.hejiao"
    open_store(path).close()

    @migrations(name="m999_later")
    def later(db: Database) -> None:
        db.execute("CREATE TABLE later (x INTEGER) STRICT")

    try:
        open_store(path).close()
    finally:
        migrations._migrations.pop()
    with closing(sqlite3.connect(tmp_path / "a.schema-2.hejiao")) as old:
        names = {row[0] for row in old.execute("SELECT name FROM sqlite_master")}
    assert "report" in names
    assert "later" not in names
