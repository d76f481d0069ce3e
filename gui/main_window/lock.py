"""Noticing that another window has the same project open: a small file beside it that lives as long as the window."""

from pathlib import Path

from PySide6.QtCore import QLockFile


class ProjectLock:
    """Warns, and keeps nobody out: the store itself refuses a step that starts from something changed elsewhere."""

    def __init__(self) -> None:
        self._file: QLockFile | None = None

    def take(self, project: Path) -> str | None:
        """Say that the project is open here; gives the machine where it is open already, None when nowhere.

        In a folder where nothing can be written, or on a share without locks, nobody is noticed.
        """
        self.release()
        file = QLockFile(str(project.with_name(f".{project.name}.lock")))
        file.setStaleLockTime(0)  # a window may be open for days; only a process that is gone leaves nothing behind
        if file.tryLock(0):
            self._file = file
            return None
        if file.error() is not QLockFile.LockError.LockFailedError:
            return None
        known: object = file.getLockInfo()  # the stubs say otherwise: process, machine, program
        return str(known[1]) if isinstance(known, tuple) and len(known) > 1 else ""

    def release(self) -> None:
        """The project is not open here any more."""
        if self._file is not None:
            self._file.unlock()
            self._file = None
