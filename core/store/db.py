"""One project file: opening and closing, transactions, whole copies."""

import sqlite3
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import closing, contextmanager, suppress
from pathlib import Path
from threading import RLock
from typing import Any

from sqlite_utils import Database

from core.base.errors import AppError, NotAProject, StoreBusy, StoreFailed, StoreTooNew
from core.store.migrations import migrations

APPLICATION_ID = 0x48454A41  # "HEJA"
USER_VERSION = 2  # the number of migrations: by it an older program knows that it must not touch the file
_BUSY_MS = 5000
_PAGES = 2000  # of a copy at once: 8 MB
# Source: sqlite.org, "Result and Error Codes"; longer names begin with these.
_REASONS = (
    ("SQLITE_FULL", "full"),
    ("SQLITE_READONLY", "read_only"),
    ("SQLITE_CANTOPEN", "place"),
    ("SQLITE_PERM", "read_only"),
    ("SQLITE_CORRUPT", "damaged"),
    ("SQLITE_NOTADB", "damaged"),
    ("SQLITE_IOERR", "disk"),
)


class Store:
    """The one connection to a project. All threads share it; a lock lets one at a time in."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._lock = RLock()
        self._connection = sqlite3.connect(path, isolation_level=None, check_same_thread=False)
        self._db = Database(self._connection, execute_plugins=False)

    @contextmanager
    def read(self) -> Iterator[sqlite3.Connection]:
        """What is read inside belongs together.

        Raises:
            StoreBusy, StoreFailed: the file cannot be read.
        """
        with self._lock, _worded(self.path):
            yield self._connection

    @contextmanager
    def write(self) -> Iterator[sqlite3.Connection]:
        """Everything inside is on disk when this ends, or nothing is.

        BEGIN IMMEDIATE: a transaction that begins as a reader fails at once when another process wrote in between.

        Raises:
            StoreBusy, StoreFailed: nothing was written.
        """
        with self._lock, _worded(self.path):
            self._connection.execute("BEGIN IMMEDIATE")
            try:
                yield self._connection
                self._connection.execute("COMMIT")
            except BaseException:
                with suppress(sqlite3.Error):
                    self._connection.execute("ROLLBACK")
                raise

    def prepare(self) -> None:
        """Bring the file to the newest schema; an older one is copied beside it first.

        Raises:
            NotAProject, StoreTooNew, StoreBusy, StoreFailed: nothing was touched.
        """
        with self._lock, _worded(self.path):
            execute = self._connection.execute
            execute(f"PRAGMA busy_timeout = {_BUSY_MS}")
            self._inspect()
            execute("PRAGMA foreign_keys = ON")
            if not str(self.path).startswith("\\\\"):  # a network path keeps its rollback journal
                execute("PRAGMA journal_mode = WAL")
            execute("PRAGMA synchronous = FULL")
            if migrations.pending(self._db):
                if list(migrations.applied(self._db)):
                    schema = int(self._one("PRAGMA user_version"))  # a later upgrade keeps the copy of an earlier one
                    self.copy(self.path.with_suffix(f".schema-{schema}.hejiao"))
                migrations.apply(self._db)
                execute(f"PRAGMA application_id = {APPLICATION_ID}")
                execute(f"PRAGMA user_version = {USER_VERSION}")

    def _inspect(self) -> None:
        """Look before touching: whose file is it, and does this program know its schema?"""
        try:
            owner = int(self._one("PRAGMA application_id"))
            version = int(self._one("PRAGMA user_version"))
            tables = int(self._one("SELECT count(*) FROM sqlite_master"))
        except sqlite3.DatabaseError as error:
            if _name(error).startswith(("SQLITE_NOTADB", "SQLITE_CORRUPT")):
                raise NotAProject(name=self.path.name) from error
            raise
        if tables and owner != APPLICATION_ID:
            raise NotAProject(name=self.path.name)
        if version > USER_VERSION:
            raise StoreTooNew(name=self.path.name)

    def _one(self, sql: str) -> Any:
        return self._connection.execute(sql).fetchone()[0]

    def copy(self, target: Path, step: Callable[[int, int], None] | None = None) -> None:
        """A whole copy, also while somebody works: it has a connection of its own, and nobody waits for it.

        A file copy would miss what still sits in the -wal file.

        Args:
            step: hears of pages done and of all; what it raises ends the copy.
        """

        def told(_status: int, remaining: int, total: int) -> None:
            if step is not None:
                step(total - remaining, total)

        source = f"{self.path.absolute().as_uri()}?mode=ro"
        with (
            _worded(self.path),
            closing(sqlite3.connect(source, uri=True)) as own,
            closing(sqlite3.connect(target)) as other,
        ):
            own.backup(other, pages=_PAGES, progress=told)
            other.execute("PRAGMA journal_mode = DELETE")

    def faults(self) -> tuple[str, ...]:
        """What SQLite itself finds wrong with the file; nothing when it is whole."""
        with self.read() as connection:
            found = [str(row[0]) for row in connection.execute("PRAGMA integrity_check(20)")]
            found += [f"foreign key: {row[0]} {row[1]}" for row in connection.execute("PRAGMA foreign_key_check")]
        return tuple(f for f in found if f != "ok")

    def close(self) -> None:
        """Leave one whole file behind: the journal goes back into it."""
        with self._lock:
            with suppress(sqlite3.Error):
                self._connection.execute("PRAGMA journal_mode = DELETE")
            self._db.close()


def is_project(path: Path) -> bool:
    """Whether a file says of itself that it is a project. Source: sqlite.org, "Database File Format", offset 68."""
    try:
        with path.open("rb") as file:
            head = file.read(72)
    except OSError:
        return False
    return head.startswith(b"SQLite format 3\x00") and int.from_bytes(head[68:72], "big") == APPLICATION_ID


def open_store(path: Path) -> Store:
    """Open or make a project file.

    Raises:
        NotAProject, StoreTooNew, StoreBusy, StoreFailed: nothing was touched.
    """
    with _worded(path):
        store = Store(path)
    try:
        store.prepare()
    except BaseException:
        store.close()
        raise
    return store


def rows(
    connection: sqlite3.Connection, sql: str, parameters: Sequence[object] | Mapping[str, object] = ()
) -> list[dict[str, Any]]:
    """The answer to a query, each row by column name."""
    cursor = connection.execute(sql, parameters)
    names = [d[0] for d in cursor.description]
    return [dict(zip(names, row, strict=True)) for row in cursor]


@contextmanager
def _worded(path: Path) -> Iterator[None]:
    try:
        yield
    except AppError:
        raise
    except sqlite3.Error as error:
        name = _name(error)
        if name.startswith(("SQLITE_BUSY", "SQLITE_LOCKED")):
            raise StoreBusy(name=path.name) from error
        known = next((reason for prefix, reason in _REASONS if name.startswith(prefix)), None)
        what = f"@store.why.{known}" if known else str(error)
        raise StoreFailed(name=path.name, what=what) from error


def _name(error: sqlite3.Error) -> str:
    return str(getattr(error, "sqlite_errorname", ""))
