"""Plain text: decoded, cut into blocks, its tables found."""

import re

from core.model.document import Block, BlockKind, Document, Grid, Source
from core.readers.flow import INVISIBLE
from core.readers.furniture import kinds
from core.readers.layout import find_grids
from core.readers.limits import check_length

_SENTENCE_END = "。！？!?；;：:…"
_CLOSING = "”’」』）)》〉】]"
_HEADING = re.compile(
    r"[\s\u3000]*(?:第[一二三四五六七八九十百]{1,3}[章节部条、]|[一二三四五六七八九十]{1,3}[、.．是]"
    r"|[（(][一二三四五六七八九十\d]{1,3}[)）]|\d{1,2}[.．、)）]|[①-⑳㈠-㈩])"
)
_WRAPPED = 30  # a shorter line without an end is a title, a signature, a list item: not half a sentence
# A text set in a narrow column: at least so many of its lines, and a third of all, come near to the longest one.
_FULL = 4
_NARROWEST, _UNEVEN = 20, 4  # in half-width characters: of a column, and what its lines differ by


def document(source: Source, decoded: str) -> Document:
    """Make the Document of a decoded text.

    Raises:
        TextTooLong: more than a report can be.
    """
    text = decoded.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    check_length(source.name, text)
    grids = find_grids(text)
    return Document(text, source, tuple(_blocks(text, grids)), grids)


def _blocks(text: str, grids: tuple[Grid, ...]) -> list[Block]:
    lines = [(m.start(), m.end()) for m in re.finditer(r"[^\n]+", text) if m[0].strip(INVISIBLE)]
    loose = _outside(text, lines, grids)
    roles = kinds(text, loose)
    column = _column(text, loose)
    blocks = [
        Block(kind, *_trimmed(text, a, b), joins=_joins(text, loose, roles, i, column))
        for i, ((a, b), kind) in enumerate(zip(loose, roles, strict=True))
    ]
    blocks += [Block(BlockKind.TABLE, g.start, g.end, grid=i) for i, g in enumerate(grids)]
    return sorted(blocks, key=lambda b: b.start)


def _outside(text: str, lines: list[tuple[int, int]], grids: tuple[Grid, ...]) -> list[tuple[int, int]]:
    """The lines without the tables; where a table stands in the midst of a line, the pieces before and after it."""
    left: list[tuple[int, int]] = []
    n = 0
    for start, end in lines:
        while n < len(grids) and grids[n].end <= start:
            n += 1
        at = n
        while at < len(grids) and grids[at].start < end:
            left.append((start, grids[at].start))
            start = grids[at].end
            at += 1
        left.append((start, end))
    return [(a, b) for a, b in left if text[a:b].strip(INVISIBLE)]


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    """Without the white space at the end; the indent at the start is part of what is printed."""
    return start, start + len(text[start:end].rstrip(INVISIBLE))


def _width(line: str) -> int:
    """How much room a line takes, in half-width characters, its indent included."""
    return len(line.rstrip(INVISIBLE).encode("gb18030", "replace"))


def _column(text: str, lines: list[tuple[int, int]]) -> int | None:
    """The least width of a line that fills the column that the text is set in; None when it is set in none."""
    widths = [_width(text[a:b]) for a, b in lines]
    least = max(widths, default=0) - _UNEVEN
    full = sum(w >= least for w in widths)
    return least if least >= _NARROWEST and full >= max(_FULL, len(widths) // 3) else None


def _joins(text: str, lines: list[tuple[int, int]], roles: list[BlockKind], i: int, column: int | None) -> bool:
    """Whether line `i` goes on with the sentence of the line before it, which must be long or fill the `column`."""
    if i == 0 or roles[i] is not BlockKind.PARAGRAPH or roles[i - 1] is not BlockKind.PARAGRAPH:
        return False
    before, here = (text[a:b] for a, b in (lines[i - 1], lines[i]))
    last = before.rstrip().rstrip(_CLOSING)[-1:]
    between = text[lines[i - 1][1] : lines[i][0]]
    if between.count("\n") > 2 or between.strip(INVISIBLE):
        return False
    if not last or last in _SENTENCE_END or here[:1] in "\u3000\t" or here.startswith("  "):
        return False
    is_full = column is not None and _width(before) >= column
    if (len(before.strip()) < _WRAPPED and not is_full) or _HEADING.match(here):
        return False
    return not (_HEADING.match(before) and not re.search("[。，,]", before))
