"""The SQLite export: a whole copy of the project, made by the store."""

from collections.abc import Callable
from pathlib import Path

from core.export.atomic import replacing


def write_sqlite(target: Path, copy: Callable[[Path], None]) -> tuple[Path, ...]:
    """Let `copy` write the project to a new file beside `target`, then put it in its place.

    Raises:
        ExportFailed: the file cannot be written; an older one is untouched.
    """
    with replacing(target) as (new,):
        copy(new)
    return (target,)
