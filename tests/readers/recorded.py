"""Stands in for the add-on: answers what was recorded, by the protocol that `packaging/ocr/worker` describes.

A line of a recording is a page: {"page": answer, "cells": [[x0, top, x1, bottom, text, confidence, ink], …]}.
"""

import json
import sys
from pathlib import Path
from typing import Any

import pytest

from core.readers import ocr

Recorded = dict[str, Any]
_WORKER = """
import json, sys, time
open(LOG, "a").write("started\\n")
print(json.dumps(HELLO), flush=True)
pages = [json.loads(line) for line in open(PAGES, encoding="utf-8")]
page = None

def near(place, known):
    return sum(abs(a - b) for a, b in zip(place, known))

while line := sys.stdin.buffer.readline():
    request = json.loads(line)
    if "picture" in request:
        sys.stdin.buffer.read(request["picture"])
        answer = {"pages": COUNT or len(pages)}
    elif "page" in request:
        page = pages[request["page"] % len(pages)]
        answer = page["page"]
    else:
        nearest = [min(page["cells"], key=lambda c: near(place, c), default=[*place, "", 1.0, False])
                   for place in request["cells"]]
        answer = {"cells": [c[4:] for c in nearest]}
    if answer == "hang":
        time.sleep(600)
    print(answer if isinstance(answer, str) else json.dumps(answer), flush=True)
"""


def install(
    folder: Path, monkeypatch: pytest.MonkeyPatch, pages: list[Recorded], protocol: int = 2, count: int = 0
) -> Path:
    """An add-on that answers these pages, once more from the first for every file; gives the log of its starts.

    Args:
        protocol: that it says it speaks.
        count: of pages that it says a file has, instead of those recorded.
    """
    recording, log = folder / "pages.jsonl", folder / "starts.log"
    recording.write_text("\n".join(json.dumps(page) for page in pages), encoding="utf-8")
    (folder / "bin").mkdir()
    (folder / "bin" / "python").symlink_to(sys.executable)
    (folder / "worker").mkdir()
    words = {
        "LOG": str(log),
        "PAGES": str(recording),
        "HELLO": {"engine": "fake", "protocol": protocol},
        "COUNT": count,
    }
    code = _WORKER
    for word, value in words.items():
        code = code.replace(word, repr(value))
    (folder / "worker" / "__main__.py").write_text(code, encoding="utf-8")
    monkeypatch.setenv(ocr.VARIABLE, str(folder))
    return log


def page(**changed: Any) -> Recorded:
    """A page of 1000 x 1400 pixels with a ruled table of two rows and two columns: 收件 12, 结转 and an empty cell."""
    words = (("收件", 110, 210), ("12", 310, 210), ("结转", 110, 310))
    glyphs = [[c, 0.99, x + 20 * i, y, x + 20 * i + 20, y + 30] for word, x, y in words for i, c in enumerate(word)]
    answer = {
        "width": 1000,
        "height": 1400,
        "quarters": 0,
        "skew": 0.0,
        "glyphs": glyphs,
        "across": [[y, 100, 500] for y in (200, 300, 400)],
        "down": [[x, 200, 400] for x in (100, 300, 500)],
    }
    cells = [[100, 200, 300, 300, "收件", 0.99, True], [300, 200, 500, 300, "12", 0.99, True]]
    cells += [[100, 300, 300, 400, "结转", 0.99, True], [300, 300, 500, 400, "", 1.0, False]]
    return {"page": {**answer, **changed}, "cells": cells}
