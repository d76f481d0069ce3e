"""What the commands say: results on standard output, complaints and progress on standard error."""

import sys
import time
import unicodedata
from collections.abc import Mapping, Sequence

from core.base.errors import AppError
from core.base.messages import word

_WIDE = ("W", "F")


def say(text: str = "") -> None:
    """A line of result."""
    print(text)


def say_words(code: str, params: Mapping[str, object], lang: str) -> None:
    """A worded line of result."""
    say(word(code, params, lang))


def complain(error: AppError, lang: str, **params: object) -> None:
    """One sentence about what went wrong; `params` fill in what the error does not say itself."""
    warn(word(error.code, {**params, **error.params}, lang))


def warn(text: str) -> None:
    """A sentence on standard error."""
    print(text, file=sys.stderr)


def table(rows: Sequence[Sequence[object]]) -> None:
    """Lines of columns: aligned on a terminal, separated by tabs in a pipe."""
    lines = [["" if cell is None else str(cell) for cell in row] for row in rows]
    if not sys.stdout.isatty():
        for line in lines:
            say("\t".join(cell.replace("\t", " ").replace("\n", " ") for cell in line))
        return
    widths = [max(map(_width, column)) for column in zip(*lines, strict=True)]
    for line in lines:
        padded = (cell + " " * (width - _width(cell)) for cell, width in zip(line, widths, strict=True))
        say("  ".join(padded).rstrip())


def _width(text: str) -> int:
    """Columns of a terminal: Chinese characters take two."""
    return sum(2 if unicodedata.east_asian_width(c) in _WIDE else 1 for c in text)


class TerminalProgress:
    """A line on standard error with count, rate and time left; silent where that is no terminal."""

    def __init__(self, lang: str) -> None:
        self._lang = lang
        self._shows = sys.stderr.isatty()
        self._began = self._last = time.monotonic()

    def step(self, done: int, total: int, stage: str) -> None:
        """Show it, at most ten times a second."""
        now = time.monotonic()
        if not self._shows or (done < total and now - self._last < 0.1):
            return
        self._last = now
        rate = done / max(now - self._began, 0.001)
        left = round((total - done) / rate) if rate else 0
        params = {"done": done, "total": total, "rate": f"{rate:.0f}", "left": left}
        end = "\n" if done >= total else ""
        print("\r\x1b[K" + word("cli.progress", params, self._lang), end=end, file=sys.stderr, flush=True)
