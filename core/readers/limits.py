"""What a file may cost: sizes that no report reaches, so that a bomb is refused before it unpacks."""

import io
import zipfile

from core.base.errors import DamagedFile, FileTooLarge, TextTooLong

MOST_BYTES = 64 * 1024 * 1024
MOST_UNPACKED = 512 * 1024 * 1024
MOST_PARTS = 20_000
# The longest reports known have some 60,000 characters and 2,000 lines (every cell of every table on a line of its
# own). Ten of the longest bound together stay below; what is above would cost more time than anyone waits for.
MOST_CHARACTERS = 500_000
MOST_LINES = 20_000
# The longest reports known have some 1,000 cells, a tab or a bar before each; each one becomes a value to be checked.
MOST_CELLS = 30_000
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


def check_length(name: str, text: str) -> None:
    """Refuse a text that is longer than a report can be.

    Raises:
        TextTooLong: too many characters, lines or cells of tables.
    """
    lines, cells = text.count("\n") + 1, text.count("\t") + text.count("|")
    if len(text) > MOST_CHARACTERS or lines > MOST_LINES or cells > MOST_CELLS:
        raise _too_long(name, len(text), lines, cells)


def check_table(name: str, rows: int, cells: int) -> None:
    """Refuse a table that says of a cell or row how often it is repeated, before it is unfolded.

    Raises:
        TextTooLong: more rows or cells than a report has; their characters are not counted, each cell has one at least.
    """
    if rows > MOST_LINES or cells > MOST_CELLS:
        raise _too_long(name, cells, rows, cells)


def _too_long(name: str, characters: int, lines: int, cells: int) -> TextTooLong:
    counted = {"characters": characters, "lines": lines, "cells": cells}
    most = {"most": MOST_CHARACTERS, "most_lines": MOST_LINES, "most_cells": MOST_CELLS}
    return TextTooLong(name=name, **counted, **most)
