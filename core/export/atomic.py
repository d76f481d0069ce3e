"""Writing so that an old export survives a new one that fails."""

import errno
import os
import secrets
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from core.base.errors import ExportFailed

_WRITABLE = 0o222
# Source: errno(3); Windows reports a file held by another program as EACCES.
_REASONS = {
    errno.ENOSPC: "full",
    errno.EDQUOT: "full",
    errno.EFBIG: "full",
    errno.EROFS: "read_only",
    errno.EISDIR: "folder",
    errno.ENOTDIR: "path",
    errno.ENOENT: "path",
    errno.ENAMETOOLONG: "name",
    errno.EINVAL: "name",
    errno.EACCES: "open" if os.name == "nt" else "denied",
    errno.EPERM: "denied",
    errno.EBUSY: "open",
    errno.ETXTBSY: "open",
    errno.EIO: "disk",
}


@contextmanager
def replacing(*targets: Path) -> Iterator[tuple[Path, ...]]:
    """Give an empty new file beside each target; put all in place when the block ends well, none when it raises.

    Missing folders are made. All new files are on disk before the first one replaces anything.

    Raises:
        ExportFailed: a target is open elsewhere, read-only or no file, or the disk does not take it.
    """
    real = [t.resolve() for t in targets]
    new: list[Path] = []
    try:
        for target in real:
            with _named(target):
                _check(target)
                new.append(_beside(target))
        with _named(real[0]):
            yield tuple(new)
        for path, target in zip(new, real, strict=True):
            with _named(target):
                _to_disk(path)
        for path, target in zip(new, real, strict=True):
            with _named(target):
                os.replace(path, target)
                _to_disk(target.parent)
    finally:
        for path in new:
            with suppress(OSError):
                path.unlink(missing_ok=True)


@contextmanager
def _named(target: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise ExportFailed(name=target.name, what=_reason(error)) from error


def write_text(target: Path, text: str) -> None:
    """Put a whole text file in place, UTF-8; what UTF-8 cannot say is escaped.

    Raises:
        ExportFailed: it cannot be written; an older one is untouched.
    """
    with replacing(target) as (new,):
        new.write_text(text, encoding="utf-8", newline="\n", errors="backslashreplace")


def _check(target: Path) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    # LibreOffice and WPS for Linux do not lock the file itself; this one beside it says that it is being edited.
    if target.with_name(f".~lock.{target.name}#").exists():
        raise OSError(errno.EBUSY, "")
    if not target.exists():
        return
    if not target.stat().st_mode & _WRITABLE:
        raise OSError(errno.EROFS, "")
    with target.open("r+b"):  # a folder, a file held by Excel, or one of another user says so here
        pass


def _beside(target: Path) -> Path:
    path = target.with_name(f".hejiao-{secrets.token_hex(6)}.tmp")
    os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_RDWR, 0o666))
    if target.exists():
        path.chmod(target.stat().st_mode & 0o777)
    return path


def _to_disk(path: Path) -> None:
    if path.is_dir() and os.name == "nt":
        return  # Windows cannot open a folder
    handle = os.open(path, os.O_RDONLY if path.is_dir() else os.O_RDWR)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _reason(error: OSError) -> str:
    known = _REASONS.get(error.errno or 0)
    return f"@export.why.{known}" if known else error.strerror or type(error).__name__
