"""Files into readings: which are taken, and what a file that breaks its reader does to the others."""

import os
import signal
from pathlib import Path

import pytest

from core.app import ingest
from core.app.ingest import files, readings
from core.base.errors import Cancelled
from tests.app.conftest import REPORT


def _sources(texts: dict[str, str]) -> list[tuple[Path, bytes]]:
    return [(Path(name), text.encode()) for name, text in texts.items()]


def test_a_folder_gives_its_files_without_hidden_ones_locks_and_projects(tmp_path: Path) -> None:
    for name in ("b.txt", "a/c.txt", ".hidden.txt", "~$b.txt", "p.hejiao", "p.hejiao-wal", "Thumbs.db", ".git/x.txt"):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.touch()
    found = [p.relative_to(tmp_path).as_posix() for p in files([tmp_path, tmp_path / "b.txt"])]
    assert sorted(found) == ["a/c.txt", "b.txt"]


def test_a_large_file_is_read_by_a_worker_with_the_same_result(monkeypatch: pytest.MonkeyPatch) -> None:
    (here,) = readings(iter(_sources({"a.txt": REPORT})), 1, None)
    monkeypatch.setattr(ingest, "_SMALL", 10)
    (there,) = readings(iter(_sources({"a.txt": REPORT})), 1, None)
    assert there == here


def _crashing(path: str, data: bytes, encoding: str | None) -> object:
    """A reader that takes its process down with one file."""
    if "guilty" in path:
        os.kill(os.getpid(), signal.SIGKILL)
    return ingest._remote(path, data, encoding)


def test_a_file_that_kills_its_worker_is_named_and_the_others_are_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(
        ingest._Pool, "_submit", lambda pool, path, data: pool._executor.submit(_crashing, str(path), data, None)
    )
    texts = {f"{n:02}.txt": REPORT for n in range(6)} | {"guilty.txt": REPORT} | {f"{n}.txt": REPORT for n in range(6)}
    taken = list(readings(iter(_sources(texts)), 100, None))
    assert [t.path.name for t in taken] == list(texts)
    assert [(t.path.name, t.error.code) for t in taken if t.error] == [("guilty.txt", "reader.damaged")]


def _slow(path: str, data: bytes, encoding: str | None) -> object:
    """A reader that never comes to an end."""
    signal.pause()
    return ingest._remote(path, data, encoding)


def test_a_file_that_never_ends_can_be_stopped(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ingest, "_SMALL", 10)
    monkeypatch.setattr(
        ingest._Pool, "_submit", lambda pool, path, data: pool._executor.submit(_slow, str(path), data, None)
    )

    def stop() -> None:
        raise Cancelled

    with pytest.raises(Cancelled):
        list(readings(iter(_sources({"a.txt": REPORT})), 1, None, None, stop))


def test_a_file_that_takes_too_long_is_given_up(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ingest, "_SMALL", 10)
    monkeypatch.setattr(ingest, "_SECONDS", 0.3)
    monkeypatch.setattr(
        ingest._Pool, "_submit", lambda pool, path, data: pool._executor.submit(_slow, str(path), data, None)
    )
    (taken,) = readings(iter(_sources({"a.txt": REPORT})), 1, None)
    assert taken.error is not None
    assert taken.error.code == "reader.damaged"
