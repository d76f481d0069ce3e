"""What a person reads in the reports that come with the program, against what this installation reads in them."""

import json
import re
import unicodedata
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from core.export.contract import extraction_object
from core.model.report import Read


def differences(gold: Path, read: Read) -> Iterator[str]:
    """Each field, figure and cell of a gold file that was read otherwise; `gold` is the JSON of a person's reading."""
    want: dict[str, Any] = json.loads(gold.read_text(encoding="utf-8"))
    have: dict[str, Any] = json.loads(
        json.dumps(extraction_object(read.document, read.extraction, read.findings), ensure_ascii=False)
    )
    for key, value in want["fields"].items():
        if not key.endswith("_accept") and isinstance(value, (str, int)):
            found = (have["fields"].get(key) or {}).get("value")
            if _plain(found) not in {_plain(value), *map(_plain, want["fields"].get(f"{key}_accept") or ())}:
                yield f"{key} {found}"
    figures = Counter((s["indicator"], s["value"]) for s in have["statistics"])
    wanted = Counter((s["indicator"], s["value"]) for s in want["statistics"] if s["required"] and s["indicator"])
    yield from (f"{key} {value}" for key, value in wanted - figures if not _is_open(key))
    cells = _cells(have)
    yield from (f"{label} {texts}" for label, texts in _cells(want) - cells)


def _is_open(key: str) -> bool:
    """Categories and channels have names of their own choice."""
    return key.startswith(("disclosed.category.", "disclosed.channel."))


def _cells(tree: dict[str, Any]) -> "Counter[tuple[str, tuple[str, ...]]]":
    rows = [row for table in tree["tables"] for row in table["rows"]]
    return Counter((_plain(row["label"]), tuple(_plain(_text(cell)) for cell in row["cells"])) for row in rows)


def _text(cell: Any) -> object:
    return cell["text"] if isinstance(cell, dict) else cell


def _plain(words: object) -> str:
    return re.sub(r"\s+", "", unicodedata.normalize("NFKC", "" if words is None else str(words)))
