"""Running text as words and figures in turn: what a table looks like once its cells have run together."""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import islice

from core.base.data import data
from core.base.text import Folded, fold
from core.model.document import Block, BlockKind, Document, Span

_CJK = re.compile(r"[\u4e00-\u9fff]")
# A run of figures with signs, dashes and bars between them; 元 and a remark in brackets may stand behind a figure.
_RUN = re.compile(
    r"(?=[\d+\-—–―─/|., 万元(])(?:[\d+\-—–―─/|]|(?<=[\d元)|\-—/])[., ]|(?<=\d)万?元"
    r"|(?<=\d)\((?![一二三四五六七八九十]{1,3}\))(?=[^()]{0,40}[\u4e00-\u9fff])[^()]{1,40}\))+"
)
_REMARK = re.compile(r"\((?:(?<!\d\()(?=[^()]{0,60}[\u4e00-\u9fff])[^()]{1,60}|\d{1,2})\)")
_NUMBERED = re.compile(r"(\d+)[.,]? ?$")
_AFTER_NO_FIGURE = ("年", "月", "日", "、", ")", "")
_FIGURE = re.compile(r"[\d\-—–―─/]")
_DATE = re.compile(r"(?: |^)?(?:19|20)\d\d$|(?<= )\d{1,4}$")
_LONGEST_WORDS = 300
_MOST_RUNS = 5000  # nor has one that many figures
_LONGEST = 300_000  # characters; no report is that long


@dataclass(frozen=True)
class Piece:
    """Words [start, end) of the folded text and the run of figures [end, stop) behind them."""

    text: str
    start: int
    end: int
    stop: int

    @cached_property
    def chars(self) -> tuple[int, ...]:
        """The places of the Chinese characters of the words, of the last few hundred only."""
        first = max(self.start, self.end - _LONGEST_WORDS)
        first = max(first, self.text.rfind("。", first, self.end) + 1)
        return tuple([m.start() for m in _CJK.finditer(self.text, first, self.end)])

    @cached_property
    def plain(self) -> str:
        """These characters alone."""
        return "".join([self.text[c] for c in self.chars])

    def index(self, at: int) -> int:
        """How many Chinese characters of the words stand before `at`."""
        return bisect_left(self.chars, at)


@data
class Running:
    """A stretch of running text, folded, with the digits that count nothing masked: same length, same places."""

    folded: Folded
    text: str

    def pieces(self) -> Iterator[Piece]:
        """Words and the figures behind them, in order. What numbers the next label belongs to its words."""
        start, ordinal = 0, 0
        for match in islice(_RUN.finditer(self.text), _MOST_RUNS):
            low, high = match.span()
            high, ordinal = self._without_number(low, high, ordinal)
            if high > low and low > start:
                yield Piece(self.text, start, low, high)
                start = high

    def _without_number(self, low: int, high: int, before: int) -> tuple[int, int]:
        """Where the figures of [low, high) end, and the number of the next label that stood behind them."""
        text = self.text
        run, after = text[low:high], text[high : high + 1]
        if run.isdecimal() and after not in _AFTER_NO_FIGURE:
            return high, before
        if after in ("年", "月", "日") or not _FIGURE.search(run):
            date = _DATE.search(run.rstrip())
            return low + date.start() if date else low, 0
        mark = _NUMBERED.search(run)
        if mark and after and (mark.end(1) < len(run.rstrip()) or after in "、)"):
            digits = mark[1]
            apart = run[: mark.start()][-1:] in ("", " ", "|") and len(digits) <= 2
            length = len(digits) if apart else 2 if before >= 9 and digits[-2:] == str(before + 1) else 1
            cut = mark.end(1) - length
            return low + (cut if _FIGURE.search(run, 0, cut) else 0), int(digits[-length:])
        end = low + len(run.rstrip(" .,|"))
        if run.rstrip().endswith("|"):
            end = low + len(run.rstrip())
        return end, before


def running(document: Document, well_read: Iterable[Span], digit_labels: Iterable[str]) -> list[Running]:
    """The stretches of running text between furniture and the tables that are `well_read`, in order."""
    known = [(s.start, s.end) for s in well_read]
    found: list[Running] = []
    low: int | None = None
    high = 0
    for block in (*document.blocks, None):
        if block is not None and _is_loose(block, known):
            low, high = block.start if low is None else low, block.end
        elif low is not None:
            if high - low <= _LONGEST:
                found.append(_running(document, low, high, digit_labels))
            low = None
    return found


def _is_loose(block: Block, known: Sequence[tuple[int, int]]) -> bool:
    if block.kind is BlockKind.TABLE:
        return not any(a < block.end and block.start < b for a, b in known)
    return block.kind is BlockKind.PARAGRAPH


def _running(document: Document, low: int, high: int, digit_labels: Iterable[str]) -> Running:
    folded = fold(document.text, [(low, high)])
    text = _REMARK.sub(lambda m: re.sub(r"\d", "○", m[0]), folded.text)
    for label in digit_labels:
        if label in text:
            text = text.replace(label, re.sub(r"[\d/—-]", "○", label))
    return Running(folded, text)
