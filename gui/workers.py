"""Runs a core function off the GUI thread; results come back as signals on it."""

import logging
from collections.abc import Callable
from threading import Event

from PySide6.QtCore import QObject, QRunnable, QThreadPool, Signal

from core.base.errors import Cancelled
from core.base.progress import Progress

_log = logging.getLogger(__name__)


class Job(QObject):
    """One background job. Lives on the GUI thread; is itself the core's `Progress`."""

    progressed = Signal(int, int, str)
    succeeded = Signal(object)
    failed = Signal(Exception)
    ended = Signal()  # always, and last

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._stop = Event()
        self._going = Event()
        self._going.set()

    def cancel(self) -> None:
        """Stop at the next step."""
        self._stop.set()
        self._going.set()

    def set_paused(self, paused: bool) -> None:
        """Wait at the next step, or go on."""
        if paused:
            self._going.clear()
        else:
            self._going.set()

    def step(self, done: int, total: int, stage: str) -> None:
        """What the job says on its own thread; raises Cancelled when it is to stop."""
        self.progressed.emit(done, total, stage)
        self._going.wait()
        if self._stop.is_set():
            raise Cancelled

    def start(self, work: Callable[[Progress], object], pool: QThreadPool) -> None:
        """Run `work` in a thread of the pool."""
        pool.start(_Runnable(self, work))


class _Runnable(QRunnable):
    def __init__(self, job: Job, work: Callable[[Progress], object]) -> None:
        super().__init__()
        self._job, self._work = job, work

    def run(self) -> None:
        try:
            result = self._work(self._job)
        except Cancelled:
            _log.info("a job was stopped")
        except Exception as error:  # noqa: BLE001 - the thread's edge: nothing may escape into Qt
            _log.warning("a job failed", exc_info=True)
            self._job.failed.emit(error)
        else:
            self._job.succeeded.emit(result)
        finally:
            self._job.ended.emit()
