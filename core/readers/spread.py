"""Sheets with two pages side by side (A3, two pages on one sheet of A4): read the left page first."""

from dataclasses import replace

from core.readers.page_layout import Page, laid_out
from core.readers.page_lines import lines
from core.readers.pdf_page import PageContent

_WIDE = 1.2  # times its height is the width of such a sheet at least
_GUTTER = (0.45, 0.55)  # of the width, where the sheet is folded
_CLEAR = 0.015  # of the width that is clear there
_PROSE = 12  # characters of a line of text, unlike a cell's
_SEVERAL = 3  # such lines, or rules, make a page of a half


def sheet(number: int, content: PageContent) -> Page:
    """Put a page in order; of two pages side by side the left one comes first. Places stay those of the sheet."""
    fold = _fold(content)
    if fold is None:
        return laid_out(number, content)
    halves = [laid_out(number, half) for half in _halves(content, fold)]
    return replace(halves[0], items=halves[0].items + halves[1].items)


def _fold(content: PageContent) -> float | None:
    """Where the sheet is folded; None where something crosses its middle, or a half holds too little."""
    if content.width < _WIDE * content.height:
        return None
    low, high = (share * content.width for share in _GUTTER)
    taken = [(g.x0, g.x1) for g in content.glyphs] + [(r.low, r.high) for r in content.across]
    taken += [(r.at, r.at) for r in content.down]
    crossing = sorted((x0, x1) for x0, x1 in taken if x1 > low and x0 < high)
    at, best, fold = low, _CLEAR * content.width, None
    for x0, x1 in [*crossing, (high, high)]:
        if x0 - at > best:
            best, fold = x0 - at, (at + x0) / 2
        at = max(at, x1)
    if fold is None or not all(_is_page(half) for half in _halves(content, fold)):
        return None
    return fold


def _halves(content: PageContent, fold: float) -> tuple[PageContent, PageContent]:
    left, right = (
        replace(
            content,
            glyphs=tuple(g for g in content.glyphs if (g.x0 + g.x1 < 2 * fold) is is_left),
            across=tuple(r for r in content.across if (r.low + r.high < 2 * fold) is is_left),
            down=tuple(r for r in content.down if (r.at < fold) is is_left),
        )
        for is_left in (True, False)
    )
    return left, right


def _is_page(half: PageContent) -> bool:
    prose = sum(len(line.glyphs) >= _PROSE for line in lines(half.glyphs))
    return prose >= _SEVERAL or (len(half.across) >= _SEVERAL and len(half.down) >= _SEVERAL)
