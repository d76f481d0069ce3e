"""A page that the add-on for scans reads: every cell with a figure is read twice, and ink without words is told.

What the engine finds on a whole page may lack a figure, or take one for another and be sure of it. So the add-on is
asked again for each ruled cell alone that is empty or holds a figure: two readings that differ are a doubt, and so is
ink that nobody can read, which stands in the text as U+FFFD.
"""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from core.readers.ocr import Answer, Box, Engine
from core.readers.page_lines import lines
from core.readers.pdf_page import Glyph, PageContent
from core.readers.rulings import Rule, RuledTable, find_tables

A4 = 595.0  # points of the shorter side; a picture does not say how large its paper was
_LONGEST_FIGURE = 15
_FEW = 2  # characters: so few may be a misread figure, whatever they are
_DASHES = str.maketrans("—–－―─", "-----")
_ALIKE = str.maketrans("OoQDlI|iZSB口〇○。一", "00001111258000.-")
_IN_FIGURES = frozenset("0123456789.,-+%/:")
_PARTED = re.compile(r"\d \d")
_DOUBT = 0.5  # confidence of a cell whose two readings differ
_ONCE = 0.8  # of one that only the second reading found
_UNREAD = "\ufffd"


@dataclass(frozen=True, slots=True)
class Scan:
    """A page as the add-on read it, in points of the straightened page; `turn` in degrees as in `PageSize`."""

    content: PageContent
    turn: float


@dataclass(slots=True)
class Cell:
    """A ruled cell, its place in points and the characters found in it."""

    box: Box
    glyphs: list[Glyph]

    @property
    def is_parted(self) -> bool:
        """Whether a gap parts its digits: the rule between two figures may have been missed."""
        return any(_PARTED.search(line.text) for line in lines(self.glyphs))

    @property
    def words(self) -> str:
        """Its characters, line by line."""
        return "".join(g.char for line in lines(self.glyphs) for g in line.glyphs)


def read_page(engine: Engine, number: int, width: float | None = None) -> Scan:
    """Read a page of the file that the engine has opened.

    Args:
        number: from 0.
        width: of the page in points before it is turned; None for one that does not know its size.
    """
    answer = engine.page(number)
    scale = _scale(answer, width)
    content = content_of(answer, scale)
    cells = [cell for cell in cells_of(content) if _may_be_figure(cell.words)]
    readings = engine.cells([_pixels(cell.box, scale) for cell in cells])
    changed = {id(g) for cell in cells for g in cell.glyphs}
    glyphs = [g for g in content.glyphs if id(g) not in changed]
    for cell, reading in zip(cells, readings, strict=True):
        glyphs += weighed(cell, *reading)
    turn = 90.0 * int(answer["quarters"]) + float(answer["skew"])
    return Scan(replace(content, glyphs=tuple(glyphs)), turn)


def _scale(answer: Answer, width: float | None) -> float:
    """Points of a pixel."""
    across, down = float(answer["width"]), float(answer["height"])
    if width is None:
        return A4 / min(across, down)
    return width / (down if int(answer["quarters"]) % 2 else across)


def content_of(answer: Answer, scale: float) -> PageContent:
    """A page of the add-on's protocol in points."""
    glyphs = tuple(
        Glyph(c, x0 * scale, top * scale, x1 * scale, bottom * scale, (bottom - top) * scale, score)
        for c, score, x0, top, x1, bottom in answer["glyphs"]
    )
    across, down = (
        tuple(Rule(at * scale, low * scale, high * scale) for at, low, high in answer[key])
        for key in ("across", "down")
    )
    return PageContent(float(answer["width"]) * scale, float(answer["height"]) * scale, glyphs, across, down, 1.0)


def cells_of(content: PageContent) -> Iterator[Cell]:
    """All ruled cells of a page, with what was found in them."""
    glyphs = list(content.glyphs)
    for table in find_tables(content.across, content.down):
        inside: dict[tuple[int, int], list[Glyph]] = {}
        others: list[Glyph] = []  # a character is in one table only
        for glyph in glyphs:
            place = table.place((glyph.x0 + glyph.x1) / 2, (glyph.top + glyph.bottom) / 2)
            (inside.setdefault(place, []) if place else others).append(glyph)
        glyphs = others
        yield from _filled(table, inside)


def _filled(table: RuledTable, inside: dict[tuple[int, int], list[Glyph]]) -> Iterator[Cell]:
    for cell in table.cells:
        rows, columns = range(cell.row, cell.row + cell.row_span), range(cell.column, cell.column + cell.column_span)
        box = table.xs[columns.start], table.ys[rows.start], table.xs[columns.stop], table.ys[rows.stop]
        yield Cell(box, [g for r in rows for c in columns for g in inside.get((r, c), ())])


def _pixels(box: Box, scale: float) -> Box:
    x0, top, x1, bottom = (round(v / scale, 1) for v in box)
    return x0, top, x1, bottom


def _may_be_figure(words: str) -> bool:
    """Whether a cell is empty or holds what may be a figure, well or badly read."""
    return len(words) <= _FEW or (len(words) <= _LONGEST_FIGURE and not any(_is_han(c) for c in words))


def _is_han(char: str) -> bool:
    return "\u4e00" <= char <= "\u9fff" and char not in "一口"


def weighed(cell: Cell, second: str, sure: float, has_ink: bool) -> Sequence[Glyph]:
    """The characters of a cell after its second reading, each with the confidence that both readings leave."""
    first = cell.words
    if not first:
        if not has_ink:
            return ()
        return _spread(cell.box, second, min(sure, _ONCE)) if second else _spread(cell.box, _UNREAD, 0.0)
    if _are_alike(first, second) and not cell.is_parted:
        return cell.glyphs
    if (
        not cell.is_parted
        and _is_figure(second)
        and (not _is_figure(first) or sure > min(g.confidence for g in cell.glyphs))
    ):
        return _spread(cell.box, second, _DOUBT)
    return [replace(g, confidence=min(g.confidence, _DOUBT)) for g in cell.glyphs]


def _plain(words: str) -> str:
    """Of one width, with one dash."""
    return unicodedata.normalize("NFKC", words).translate(_DASHES)


def _are_alike(first: str, second: str) -> bool:
    """Whether two readings say the same, and no letter stands where a figure that looks like it is meant."""
    a, b = _plain(first), _plain(second)
    if _is_figure(first):
        return a in (b, b.translate(_ALIKE))
    return a == b and not _is_figure(a.translate(_ALIKE))


def _is_figure(words: str) -> bool:
    return bool(words) and _IN_FIGURES.issuperset(_plain(words))


def _spread(box: Box, words: str, confidence: float) -> list[Glyph]:
    """Characters shared out over the middle of a cell."""
    x0, top, x1, bottom = box
    size = min((x1 - x0) / (len(words) + 1), (bottom - top) / 2)
    left, upper = (x0 + x1 - size * len(words)) / 2, (top + bottom - 1.5 * size) / 2
    return [
        Glyph(c, left + i * size, upper, left + (i + 1) * size, upper + 1.5 * size, 1.5 * size, confidence)
        for i, c in enumerate(words)
    ]
