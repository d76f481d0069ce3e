"""What a file may cost: sizes that no report reaches, so that a bomb is refused before it unpacks."""

import io
import zipfile

from core.base.errors import DamagedFile, FileTooLarge

MOST_BYTES = 64 * 1024 * 1024
MOST_UNPACKED = 512 * 1024 * 1024
MOST_PARTS = 20_000
MOST_PAGES = 2_000
MOST_SCANS = 200


def check_archive(name: str, data: bytes) -> None:
    """Refuse an archive that unpacks to more than a report can be.

    Raises:
        DamagedFile: it is no archive.
        FileTooLarge: too many parts, or too large together; `size` and `limit` in MB.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            parts = archive.infolist()
    except (zipfile.BadZipFile, ValueError, EOFError) as error:
        raise DamagedFile(name=name, detail="zip") from error
    total = sum(p.file_size for p in parts)
    if total > MOST_UNPACKED or len(parts) > MOST_PARTS:
        raise FileTooLarge(name=name, size=total >> 20, limit=MOST_UNPACKED >> 20)
