"""The add-on for scans: a process of its own that reads pictures of pages. What it is stands in `packaging/ocr`."""

import atexit
import json
import os
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from core.base.errors import DamagedFile, OddPicture, ScannedFile, TooManyPages
from core.base.paths import addon_folder

VARIABLE = "HEJIAO_OCR"  # names a folder that holds the add-on
_PROTOCOL = 2
_SECONDS = 180  # an answer that takes longer is given up, and the file with it
_IDLE = 60.0  # seconds after which a process that nobody asks is ended: it holds half a gigabyte
_WORKER = "worker"
_PYTHONS = ("bin/python", "Scripts/python.exe", "python.exe")
_PROGRAMS = ("hejiao-ocr", "hejiao-ocr.exe")

Box = tuple[float, float, float, float]
Answer = dict[str, Any]  # JSON of the add-on's protocol


def command() -> list[str] | None:
    """How the add-on is started; None where there is none."""
    named = os.environ.get(VARIABLE)
    folders = [Path(named)] if named else [addon_folder("ocr"), Path(sys.executable).parent / "ocr"]
    for folder in folders:
        for program in _PROGRAMS:
            if (folder / program).is_file():
                return [str(folder / program)]
        for python in _PYTHONS:
            if (folder / python).is_file() and (folder / _WORKER).is_dir():
                return [str(folder / python), "-I", str(folder / _WORKER)]
    return None


class Engine:
    """The add-on at work on one file.

    Its methods raise:
        DamagedFile: a picture cannot be opened, or the add-on broke off or took too long.
        OddPicture: a picture has fewer or more pixels than a page can have.
    """

    def __init__(self, name: str, process: "subprocess.Popen[bytes]") -> None:
        self._name, self._process = name, process

    def open(self, data: bytes) -> int:
        """Hand over a file of pictures; how many pages it has."""
        return int(self._ask({"picture": len(data)}, data)["pages"])

    def page(self, number: int) -> Answer:
        """A page (from 0) of the file that was opened, as the protocol has it."""
        return self._ask({"page": number}, detail=f"p. {number + 1}")

    def cells(self, places: list[Box]) -> list[tuple[str, float, bool]]:
        """Places of the page read last, each read alone: text, confidence, and whether there is ink at all."""
        return [(str(t), float(c), bool(i)) for t, c, i in self._ask({"cells": places})["cells"]] if places else []

    def _ask(self, request: dict[str, object], data: bytes = b"", detail: str = "p. 1") -> Answer:
        assert self._process.stdin is not None
        with _watched(self._process):
            try:
                self._process.stdin.write(json.dumps(request).encode() + b"\n" + data)
                self._process.stdin.flush()
            except OSError as error:
                raise DamagedFile(name=self._name, detail=f"OCR {detail}") from error
            answer = _line(self._name, self._process)
        match answer.get("error"):
            case None:
                return answer
            case "small" | "large":
                raise OddPicture(name=self._name)
        raise DamagedFile(name=self._name, detail=f"OCR {detail}")


class _Warm:
    """The add-on's process, kept for the next file: its start takes seconds."""

    def __init__(self) -> None:
        self.lock = threading.Lock()
        self._process: subprocess.Popen[bytes] | None = None
        self._command: list[str] | None = None
        self._idle: threading.Timer | None = None

    def take(self, name: str, started: list[str]) -> "subprocess.Popen[bytes]":
        """The process that runs, or a new one."""
        if self._idle:
            self._idle.cancel()
        if self._process and (self._process.poll() is not None or self._command != started):
            self.end()
        if self._process is None:
            pipe = subprocess.PIPE
            self._process = subprocess.Popen(started, stdin=pipe, stdout=pipe, stderr=subprocess.DEVNULL)
            self._command = started
            with _watched(self._process):
                hello = _line(name, self._process)
            if hello.get("protocol") != _PROTOCOL:
                raise ScannedFile(name=name, pages=1)  # an add-on of another version: the right one is needed
        return self._process

    def rest(self) -> None:
        """Keep the process for a while."""
        self._idle = threading.Timer(_IDLE, self._end_idle)
        self._idle.daemon = True
        self._idle.start()

    def _end_idle(self) -> None:
        if self.lock.acquire(blocking=False):
            try:
                self.end()
            finally:
                self.lock.release()

    def end(self) -> None:
        """End the process."""
        process, self._process = self._process, None
        if process is None:
            return
        process.kill()
        process.wait()
        for stream in (process.stdin, process.stdout):
            if stream:
                stream.close()


_WARM = _Warm()
atexit.register(_WARM.end)


@contextmanager
def engine(name: str, pages: int) -> Iterator[Engine]:
    """The add-on for one file, of which one at a time is read in a process. `name` and `pages` are for errors.

    Raises:
        ScannedFile: there is no add-on, or not the one that this program needs.
    """
    started = command()
    if started is None:
        raise ScannedFile(name=name, pages=pages)
    with _WARM.lock:
        try:
            yield Engine(name, _WARM.take(name, started))
        except OSError as error:
            _WARM.end()
            raise ScannedFile(name=name, pages=pages) from error
        except (OddPicture, TooManyPages):  # the add-on said so itself and is well
            _WARM.rest()
            raise
        except BaseException:
            _WARM.end()
            raise
        _WARM.rest()


@contextmanager
def _watched(process: "subprocess.Popen[bytes]") -> Iterator[None]:
    """What does not come in time is made to come: the process is ended, and whoever waits for it goes on."""
    watch = threading.Timer(_SECONDS, process.kill)
    watch.start()
    try:
        yield
    finally:
        watch.cancel()


def _line(name: str, process: "subprocess.Popen[bytes]") -> Answer:
    """The next line of the add-on."""
    assert process.stdout is not None
    try:
        found = json.loads(process.stdout.readline())
    except ValueError as error:
        raise DamagedFile(name=name, detail="OCR") from error
    return found if isinstance(found, dict) else {}
