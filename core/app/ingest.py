"""Files into readings: one after another, or many at once in worker processes. One bad file never ends a batch."""

import gc
import multiprocessing
import os
import time
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from core.app.bundled import catalogue, regions
from core.app.pipeline import read_report, read_reports
from core.base.errors import AppError, DamagedFile, FileMissing, FileTooLarge
from core.model.report import Read
from core.readers import ocr
from core.readers.archive import members
from core.readers.registry import MOST_BYTES, sniff

_FEW = 12  # so many files are read faster here than a worker starts
_SMALL = 300_000  # bytes; such a file is read in about a second
_QUICK = ("txt", "html")  # other formats have libraries of others behind them: they get a process of their own
_WORKERS = 4
_SECONDS = 120  # a file that takes longer is given up
_SCAN_SECONDS = 1800  # one that may be a scan: the add-on takes seconds for each page
_MAY_BE_SCANS = ("pdf", "png", "jpeg", "tiff", "bmp")
_BEAT = 0.2
_OURS = (".hejiao", ".hejiao-wal", ".hejiao-shm", ".hejiao-journal")

_Answer = tuple[tuple[Read, ...], AppError | None]  # of a worker: readings, or the error that came instead


@dataclass(frozen=True, slots=True)
class Taken:
    """A file's bytes with the reports that were read from them, or with the error that came instead."""

    path: Path
    data: bytes
    reads: tuple[Read, ...]
    error: AppError | None = None


def files(paths: Iterable[Path]) -> list[Path]:
    """All files of the folders among `paths`, each once; hidden ones, locks and our own projects left out."""
    found: dict[Path, None] = {}
    for path in paths:
        inside = sorted(p for p in path.rglob("*") if p.is_file() and _is_wanted(p, path)) if path.is_dir() else [path]
        found.update(dict.fromkeys(inside))
    return list(found)


def _is_wanted(path: Path, root: Path) -> bool:
    parts = path.relative_to(root).parts
    hidden = any(p.startswith((".", "~$")) for p in parts)
    return not hidden and path.suffix.lower() not in _OURS and path.name not in ("Thumbs.db", "desktop.ini")


def load(path: Path) -> bytes:
    """The bytes of a file.

    Raises:
        FileMissing, FileTooLarge: it cannot be taken in.
    """
    try:
        size = path.stat().st_size
        if size > MOST_BYTES:
            raise FileTooLarge(name=path.name, size=size >> 20, limit=MOST_BYTES >> 20)
        return path.read_bytes()
    except OSError as error:
        raise FileMissing(name=path.name) from error


def opened(path: Path) -> Iterator[tuple[Path, bytes]]:
    """A file with its bytes; of an archive each file inside, as if it lay in a folder of the archive's name.

    Raises:
        ReaderError: it cannot be taken in.
    """
    data = load(path)
    if sniff(data) != "zip":
        yield path, data
        return
    for inside, content in members(path.name, data):
        if _is_wanted(path / inside, path) and "__MACOSX" not in inside:
            yield path / inside, content


def readings(
    sources: Iterator[tuple[Path, bytes]],
    total: int,
    encoding: str | None = None,
    password: str | None = None,
    beat: Callable[[], None] = lambda: None,
) -> Iterator[Taken]:
    """Read all sources, in their order; `total` decides whether worker processes are worth their start.

    A large file goes to one in any case: it can be given up there, and the window stays quick meanwhile.

    Args:
        beat: called a few times a second while a worker is at work; what it raises ends the reading.
    """
    with _Pool(encoding, password, beat) as pool:
        if total > _FEW:
            yield from pool.run(sources)
            return
        for path, data in sources:
            is_quick = len(data) <= _SMALL and sniff(data) in _QUICK
            yield taken(path, data, encoding, password) if is_quick else pool.alone(path, data)


def taken(
    path: Path, data: bytes, encoding: str | None = None, password: str | None = None, only_first: bool = False
) -> Taken:
    """One file read here and now; whatever goes wrong stands in the answer.

    Args:
        only_first: of several reports in the file; its document is then the whole text.
    """
    try:
        if only_first:
            return Taken(path, data, (read_report(path.name, data, encoding, password),))
        return Taken(path, data, read_reports(path.name, data, encoding, password))
    except AppError as error:
        return Taken(path, data, (), error)
    except Exception as error:  # noqa: BLE001 - the worker's edge: a file that breaks a reader is a damaged file
        return Taken(path, data, (), DamagedFile(name=path.name, detail=type(error).__name__))


def _remote(path: str, data: bytes, encoding: str | None = None, password: str | None = None) -> _Answer:
    """`taken` for another process, without the bytes, which stay here."""
    found = taken(Path(path), data, encoding, password)
    return found.reads, found.error


def _prepare() -> None:
    """Load what every report needs, and let the collector pass over it ever after."""
    catalogue()
    regions()
    gc.freeze()


class _Pool:
    """Worker processes; after one crashed, its files are tried one by one to find the guilty one."""

    def __init__(self, encoding: str | None, password: str | None, beat: Callable[[], None]) -> None:
        self._how, self._beat = (encoding, password), beat
        self._count = max(1, min(_WORKERS, (os.cpu_count() or 2) - 1))
        self._started: ProcessPoolExecutor | None = None

    @property
    def _executor(self) -> ProcessPoolExecutor:
        if self._started is None:
            spawn = multiprocessing.get_context("spawn")
            self._started = ProcessPoolExecutor(self._count, mp_context=spawn, initializer=_prepare)
        return self._started

    def __enter__(self) -> "_Pool":
        return self

    def __exit__(self, *_: object) -> None:
        self._stop()

    def _stop(self) -> None:
        executor, self._started = self._started, None
        if executor is None:
            return
        processes = list((getattr(executor, "_processes", None) or {}).values())
        executor.shutdown(wait=False, cancel_futures=True)
        for process in processes:  # shutdown would wait for the file that hangs
            with suppress(OSError, ValueError):
                process.terminate()

    def run(self, sources: Iterator[tuple[Path, bytes]]) -> Iterator[Taken]:
        waiting: deque[tuple[Path, bytes, Future[_Answer]]] = deque()
        for path, data in sources:
            waiting.append((path, data, self._submit(path, data)))
            if len(waiting) > 2 * self._count:
                yield from self._first(waiting)
        while waiting:
            yield from self._first(waiting)

    def _submit(self, path: Path, data: bytes) -> "Future[_Answer]":
        try:
            return self._executor.submit(_remote, str(path), data, *self._how)
        except BrokenProcessPool:
            self._stop()
            return self._executor.submit(_remote, str(path), data, *self._how)

    def _first(self, waiting: "deque[tuple[Path, bytes, Future[_Answer]]]") -> Iterator[Taken]:
        path, data, future = waiting.popleft()
        try:
            yield Taken(path, data, *self._result(future, data))
        except (BrokenProcessPool, TimeoutError):
            suspects = [(path, data), *((p, d) for p, d, _ in waiting)]
            waiting.clear()
            for suspect in suspects:
                self._stop()
                yield self.alone(*suspect)

    def _result(self, future: "Future[_Answer]", data: bytes) -> "_Answer":
        ends = time.monotonic() + _limit(data)
        while True:
            try:
                return future.result(_BEAT)
            except TimeoutError:
                self._beat()
                if time.monotonic() > ends:
                    raise

    def alone(self, path: Path, data: bytes) -> Taken:
        """Read one file while no other is under way: what happens then is its own fault."""
        try:
            return Taken(path, data, *self._result(self._submit(path, data), data))
        except BrokenProcessPool:
            self._stop()
            return Taken(path, data, (), DamagedFile(name=path.name, detail="crash"))
        except TimeoutError:
            self._stop()
            return Taken(path, data, (), DamagedFile(name=path.name, detail=f"> {_limit(data)} s"))


def _limit(data: bytes) -> int:
    """Seconds that a file may take."""
    return _SCAN_SECONDS if sniff(data) in _MAY_BE_SCANS and ocr.command() else _SECONDS
