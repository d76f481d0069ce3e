"""The add-on for scans: a process of its own that reads pictures of pages. It is no part of the program.

It speaks first: {"engine": name and version, "protocol": 2}. Then each request is a JSON line on standard input, each
answer one on standard output; {"error": "…"} where a request cannot be met. The end of input ends it.

    {"picture": bytes}  followed by as many bytes of a file (PNG, JPEG, TIFF, BMP, PNM): {"pages": how many it holds}
    {"page": from 0}    a page of that file, in pixels of the page when it stands straight:
        {"width": …, "height": …, "quarters": turns by 90° counter-clockwise that set it upright, "skew": degrees
         counter-clockwise that then make it straight, "glyphs": [[char, confidence, x0, top, x1, bottom], …],
         "across": [[y, x0, x1], …], "down": [[x, top, bottom], …]}
    {"cells": [[x0, top, x1, bottom], …]}  places of that page, each read alone:
        {"cells": [[text, confidence, whether there is ink], …]}
"""

import faulthandler
import json
import logging
import os
import sys

import pictures
from reading import Reader

PROTOCOL = 2
SECONDS = 170  # for one answer; a process that hangs ends itself, whether or not anybody waits for it


def main() -> None:
    """Answer request after request."""
    out = sys.stdout
    sys.stdout = sys.stderr  # whatever the engine prints is no answer
    logging.disable(logging.WARNING)
    import rapidocr

    reader = Reader()
    say(out, {"engine": f"rapidocr {getattr(rapidocr, '__version__', '')}".strip(), "protocol": PROTOCOL})
    with open(os.devnull, "w") as nowhere:
        while line := sys.stdin.buffer.readline():
            faulthandler.dump_traceback_later(SECONDS, exit=True, file=nowhere)
            say(out, answer(reader, json.loads(line)))
            faulthandler.cancel_dump_traceback_later()


def answer(reader: Reader, request: dict) -> dict:
    """What one request asks for."""
    try:
        if "picture" in request:
            return {"pages": reader.open(sys.stdin.buffer.read(request["picture"]))}
        if "page" in request:
            return reader.page(request["page"])
        return {"cells": reader.cells(request["cells"])}
    except pictures.Unreadable as error:
        return {"error": str(error)}


def say(out, found: dict) -> None:
    """One JSON line."""
    out.write(json.dumps(found, ensure_ascii=False) + "\n")
    out.flush()


if __name__ == "__main__":
    main()
