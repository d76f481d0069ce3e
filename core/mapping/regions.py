"""Reads the table of regions."""

import csv
from pathlib import Path

from core.base.errors import CatalogueFault
from core.model.regions import Region, Regions


def load(path: Path) -> Regions:
    """Load `regions.csv` (code, name, first, last; lines with # are remarks).

    Raises:
        CatalogueFault: the file is missing or a line is no region; `file`, `line`, `what`.
    """
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise CatalogueFault(file=path.name, line=0, what="@catalogue.unreadable", value="") from error
    found: list[Region] = []
    for number, cells in enumerate(csv.reader(lines), start=1):
        if not cells or cells[0].startswith("#") or cells[0] == "code":
            continue
        if len(cells) != 4 or len(cells[0]) != 6 or not all(c.isdigit() for c in (cells[0], *cells[2:])):
            raise CatalogueFault(file=path.name, line=number, what="@catalogue.type", value=",".join(cells))
        found.append(Region(cells[0], cells[1], int(cells[2]), int(cells[3])))
    return Regions(found)
