"""What became of an import."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Failure:
    """A file that was not taken in: its path, and the error's code and params."""

    path: Path
    code: str
    params: Mapping[str, object]

    @property
    def name(self) -> str:
        """The file's name."""
        return self.path.name


@dataclass(slots=True)
class Imported:
    """What became of an import. `skipped` are the names of files whose bytes the project has already.

    `files` counts those that were taken in: one may hold several reports.
    """

    reports: tuple[int, ...] = ()
    files: int = 0
    skipped: tuple[str, ...] = ()
    failures: tuple[Failure, ...] = ()
    cancelled: bool = False
