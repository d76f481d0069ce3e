"""Archives (.zip): the files inside, one by one, each as if it lay in a folder of the archive's name."""

import io
import zipfile
from collections.abc import Iterator

from core.base.errors import DamagedFile, FileTooLarge, ProtectedFile
from core.readers.limits import MOST_BYTES, check_archive

_UTF8 = 0x800
_LOCKED = 0x1


def members(name: str, data: bytes) -> Iterator[tuple[str, bytes]]:
    """(path inside, bytes) of each file. Names without a mark for UTF-8 are GBK, as Chinese systems write them.

    Raises:
        DamagedFile, FileTooLarge, ProtectedFile: the archive cannot be opened.
    """
    check_archive(name, data)
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        for info in archive.infolist():
            if info.is_dir():
                continue
            if info.flag_bits & _LOCKED:
                raise ProtectedFile(name=name)
            if info.file_size > MOST_BYTES:
                raise FileTooLarge(name=name, size=info.file_size >> 20, limit=MOST_BYTES >> 20)
            try:
                yield _name(info), archive.read(info)
            except (zipfile.BadZipFile, NotImplementedError, EOFError, OSError) as error:
                raise DamagedFile(name=name, detail=_name(info)) from error


def _name(info: zipfile.ZipInfo) -> str:
    if info.flag_bits & _UTF8:
        return info.filename
    raw = info.filename.encode("cp437", errors="replace")
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError:
        return raw.decode("gb18030", errors="replace")
