"""Opening the project that a command works on."""

import argparse
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from core.base.errors import FileMissing
from core.base.paths import login

if TYPE_CHECKING:
    from core.app.project import Project


@contextmanager
def opened(args: argparse.Namespace, create: bool = False) -> Iterator["Project"]:
    """The project of `--project`, closed at the end.

    Raises:
        FileMissing: there is none, and the command is not one that makes it.
        NotAProject, StoreBusy, StoreTooNew, StoreFailed: it cannot be opened.
    """
    from core.app.project import Project  # late: `extract` must start without the database

    path: Path = args.project
    if not path.exists() and not create:
        raise FileMissing(name=str(path))
    actor = args.operator or (login() or "cli")
    project = Project.open(path, actor) if path.exists() else Project.create(path, actor)
    try:
        yield project
    finally:
        project.close()
