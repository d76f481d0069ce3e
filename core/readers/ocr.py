"""The add-on for scans: a process of its own that reads pictures of pages. What it is stands in `packaging/ocr`."""

import json
import os
import subprocess
import sys
import threading
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from core.base.errors import DamagedFile, ScannedFile
from core.base.paths import addon_folder
from core.readers.pdf_page import Glyph, PageContent
from core.readers.rulings import Rule

VARIABLE = "HEJIAO_OCR"  # names a folder that holds the add-on
_SECONDS = 180  # a page that takes longer is given up, and the file with it
_WORKER = "worker.py"
_PYTHONS = ("bin/python", "Scripts/python.exe", "python.exe")
_PROGRAMS = ("hejiao-ocr", "hejiao-ocr.exe")


@dataclass(frozen=True, slots=True)
class Scan:
    """A page as the add-on read it: its content in points of the straightened page, and the turn in degrees."""

    content: PageContent
    turn: float


def command() -> list[str] | None:
    """How the add-on is started; None where there is none."""
    named = os.environ.get(VARIABLE)
    folders = [Path(named)] if named else [addon_folder("ocr"), Path(sys.executable).parent / "ocr"]
    for folder in folders:
        for program in _PROGRAMS:
            if (folder / program).is_file():
                return [str(folder / program)]
        for python in _PYTHONS:
            if (folder / python).is_file() and (folder / _WORKER).is_file():
                return [str(folder / python), "-I", str(folder / _WORKER)]
    return None


def recognise(name: str, pictures: Iterable[tuple[bytes, float]], count: int) -> list[Scan]:
    """Read pictures of pages, each with its width in points.

    Raises:
        ScannedFile: there is no add-on.
        DamagedFile: a picture cannot be opened, or the add-on broke off.
    """
    started = command()
    if started is None:
        raise ScannedFile(name=name, pages=count)
    try:
        process = subprocess.Popen(started, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
    except OSError as error:
        raise ScannedFile(name=name, pages=count) from error
    try:
        return [answer_of(answer, width) for answer, width in _answers(name, process, pictures)]
    finally:
        process.kill()
        process.wait()
        for stream in (process.stdin, process.stdout):
            if stream:
                stream.close()


def _answers(
    name: str, process: "subprocess.Popen[bytes]", pictures: Iterable[tuple[bytes, float]]
) -> Iterator[tuple[dict[str, object], float]]:
    assert process.stdin is not None
    _answer(name, process)  # the engine says its name first
    for number, (data, width) in enumerate(pictures, start=1):
        try:
            process.stdin.write(b"%d\n" % len(data) + data)
            process.stdin.flush()
        except OSError as error:
            raise DamagedFile(name=name, detail=f"OCR p. {number}") from error
        answer = _answer(name, process)
        if "error" in answer:
            raise DamagedFile(name=name, detail=f"OCR p. {number}")
        yield answer, width


def _answer(name: str, process: "subprocess.Popen[bytes]") -> dict[str, object]:
    """The next line of the add-on. One that does not come in time is made to come: the process is ended."""
    assert process.stdout is not None
    watch = threading.Timer(_SECONDS, process.kill)
    watch.start()
    try:
        line = process.stdout.readline()
    finally:
        watch.cancel()
    try:
        found = json.loads(line)
    except ValueError as error:
        raise DamagedFile(name=name, detail="OCR") from error
    return found if isinstance(found, dict) else {}


def answer_of(answer: dict[str, object], width: float) -> Scan:
    """A page of the add-on's protocol (`packaging/ocr/worker.py`) in points; `width` is the page's."""
    scale = width / float(str(answer["width"]))
    glyphs = tuple(
        Glyph(c, x0 * scale, top * scale, x1 * scale, bottom * scale, (bottom - top) * scale, score)
        for c, score, x0, top, x1, bottom in _list(answer["glyphs"])
    )
    across, down = (
        tuple(Rule(at * scale, low * scale, high * scale) for at, low, high in _list(answer[key]))
        for key in ("across", "down")
    )
    height = float(str(answer["height"])) * scale
    return Scan(PageContent(width, height, glyphs, across, down, 1.0), float(str(answer["skew"])))


def _list(value: object) -> list[list]:  # type: ignore[type-arg]  # JSON
    return value if isinstance(value, list) else []
