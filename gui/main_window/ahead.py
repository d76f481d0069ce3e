"""Loads what will be needed next, once the window is there and nobody waits."""

from PySide6.QtCore import QObject, QThreadPool, QTimer

from core.app import ahead
from gui.main_window.frame import Frame
from gui.workers import Job


class Ahead(QObject):
    """Begins when the window is complete and has done what it was started for."""

    def __init__(self, frame: Frame) -> None:
        super().__init__(frame)
        self._job = Job(self)
        self._pool = QThreadPool(self)
        frame.completed.connect(lambda: QTimer.singleShot(0, self._begin))

    def _begin(self) -> None:
        self._job.start(ahead.load, self._pool)

    def wait(self) -> None:
        """Let it come to its end."""
        self._pool.waitForDone()

    def close(self) -> None:
        """Stop at the next step, and wait for that."""
        self._job.cancel()
        self.wait()
