"""Printed lines of a page, made of its characters, and a table with the lines of its cells."""

import re
import statistics
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from operator import attrgetter

from core.base.text import squeeze
from core.readers.pdf_page import Glyph
from core.readers.rulings import RuledCell, RuledTable

_SAME_LINE = 0.7  # of a character's height that two of one line share at least; lines beside each other share half
_GAP = 0.3  # of a character's size between two words
_FIGURE = re.compile(r"[-+]?\d[\d,.]{0,20}(?:%|万?元)?|[-—/]{1,6}")
_LONGEST_FIGURE = 30
_LEAST_GAP = 0.5  # points
_LATIN_GAP = 0.18  # between two Latin words or two figures: their blank is narrow


@dataclass(frozen=True)  # not slotted: it keeps what it was asked for once
class Line:
    """A printed line: its characters from left to right."""

    glyphs: tuple[Glyph, ...]

    @cached_property
    def text(self) -> str:
        """The words, with a space where a gap parts two words."""
        return "".join([char for char, _ in self.spaced])

    @cached_property
    def spaced(self) -> list[tuple[str, Glyph | None]]:
        """Characters in order; a space between two words has no glyph."""
        found: list[tuple[str, Glyph | None]] = []
        before: Glyph | None = None
        for glyph in self.glyphs:
            if before and (glyph.spaced or glyph.x0 - before.x1 > _LEAST_GAP) and _is_gap(before, glyph):
                found.append((" ", None))
            found.append((glyph.char, glyph))
            before = glyph
        return found

    @property
    def x0(self) -> float:
        """Left edge."""
        return self.glyphs[0].x0

    @property
    def x1(self) -> float:
        """Right edge."""
        return self.glyphs[-1].x1

    @cached_property
    def top(self) -> float:
        """Upper edge of its highest character."""
        return min([g.top for g in self.glyphs])

    @cached_property
    def bottom(self) -> float:
        """Lower edge of its lowest character."""
        return max([g.bottom for g in self.glyphs])

    @cached_property
    def size(self) -> float:
        """Usual height of its font."""
        return statistics.median([g.size or g.bottom - g.top for g in self.glyphs])


def is_figure(words: str) -> bool:
    """Whether words are a figure, or a sign that stands for one, and nothing else."""
    return len(words) <= _LONGEST_FIGURE and bool(_FIGURE.fullmatch(squeeze(words)))


def _is_gap(before: Glyph, glyph: Glyph) -> bool:
    """Whether a blank is printed between two characters of a line."""
    distance, size = glyph.x0 - before.x1, max(glyph.size, before.size, 1.0)
    if distance > _GAP * size:
        return True
    if not (glyph.spaced or distance > _LATIN_GAP * size):
        return False
    return before.char.isascii() and glyph.char.isascii() and before.char.isalnum() and glyph.char.isalnum()


@dataclass(frozen=True, slots=True)
class LaidTable:
    """A table with the printed lines of each of its cells.

    `is_open`: no rules show its columns; their edges are where words end. `is_rest`: a single row or one without a
    head, which is no table unless the one before or behind it on another page goes on with it.
    """

    ruled: RuledTable
    cells: tuple[tuple[RuledCell, tuple[Line, ...]], ...]
    is_open: bool = False
    is_rest: bool = False

    @property
    def top(self) -> float:
        """Upper edge."""
        return self.ruled.ys[0]


def lines(glyphs: Iterable[Glyph]) -> list[Line]:
    """Characters that share most of their height are one line; lines from top to bottom."""
    found = list(glyphs)
    if len(found) < 2:  # a cell with one figure
        return [Line(tuple(found))] if found else []
    groups: list[list[Glyph]] = []
    spans: list[tuple[float, float]] = []
    for glyph in sorted(found, key=lambda g: g.top + g.bottom):
        span = glyph.top, glyph.bottom
        home = len(spans) - 1 if spans and spans[-1] == span else _home(span, spans)
        if home is None:
            groups.append([glyph])
            spans.append(span)
        else:
            groups[home].append(glyph)
            low, high = spans[home]
            if span[1] - span[0] > high - low:
                spans[home] = span
    lined = [Line(tuple(sorted(group, key=attrgetter("x0")))) for group in groups]
    return sorted(lined, key=lambda line: line.top + line.bottom) if len(lined) > 1 else lined


def _home(span: tuple[float, float], spans: Sequence[tuple[float, float]]) -> int | None:
    """The line a character belongs to, of the last few; punctuation is low and small, so the smaller height counts."""
    top, bottom = span
    middle = (top + bottom) / 2
    for index in range(len(spans) - 1, max(len(spans) - 4, -1), -1):
        low, high = spans[index]
        if low <= middle <= high:
            shared = min(high, bottom) - max(low, top)
            if shared >= _SAME_LINE * min(high - low, bottom - top):
                return index
    return None
