"""Plain text: decoded, cut into blocks, its tables found."""

import re
import string
from bisect import bisect_right

from core.base.errors import TextTooLong
from core.model.document import Block, BlockKind, Document, Grid, Source
from core.readers.encoding import Decoded, decode
from core.readers.furniture import kinds
from core.readers.layout import find_grids

__all__ = ["decode", "document"]

# The longest reports known have some 60,000 characters and 2,000 lines (every cell of every table on a line of its
# own). Ten of the longest bound together stay below; what is above would cost more time than anyone waits for.
MOST_CHARACTERS = 500_000
MOST_LINES = 20_000
_SENTENCE_END = "。！？!?；;：:…"
_CLOSING = "”’」』）)》〉】]"
_HEADING = re.compile(
    r"[\s\u3000]*(?:第[一二三四五六七八九十百]{1,3}[章节部条、]|[一二三四五六七八九十]{1,3}[、.．是]"
    r"|[（(][一二三四五六七八九十\d]{1,3}[)）]|\d{1,2}[.．、)）]|[①-⑳㈠-㈩])"
)
# str.strip() knows white space, but not the signs of no width that web pages and editors leave behind.
_INVISIBLE = string.whitespace + "\x00\x07\x85\xa0\u2028\u2029\u3000\u200b\u200c\u200d\u2060\ufeff"
_WRAPPED = 30  # a shorter line without an end is a title, a signature, a list item: not half a sentence


def document(name: str, sha256: str, size: int, decoded: Decoded) -> Document:
    """Make the Document of a decoded text.

    Raises:
        TextTooLong: more than a report can be.
    """
    text = decoded.text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    lines = text.count("\n") + 1
    if len(text) > MOST_CHARACTERS or lines > MOST_LINES:
        raise TextTooLong(name=name, characters=len(text), lines=lines, most=MOST_CHARACTERS, most_lines=MOST_LINES)
    source = Source(name, sha256, "txt", size, decoded.encoding, decoded.confidence, decoded.undecodable)
    grids = find_grids(text)
    return Document(text, source, tuple(_blocks(text, grids)), grids)


def _blocks(text: str, grids: tuple[Grid, ...]) -> list[Block]:
    lines = [(m.start(), m.end()) for m in re.finditer(r"[^\n]+", text) if m[0].strip(_INVISIBLE)]
    starts = [g.start for g in grids]
    loose = [(a, b) for a, b in lines if not _is_inside(a, grids, starts)]
    roles = kinds(text, loose)
    blocks = [
        Block(kind, *_trimmed(text, a, b), joins=_joins(text, loose, roles, i))
        for i, ((a, b), kind) in enumerate(zip(loose, roles, strict=True))
    ]
    blocks += [Block(BlockKind.TABLE, g.start, g.end, grid=i) for i, g in enumerate(grids)]
    return sorted(blocks, key=lambda b: b.start)


def _is_inside(at: int, grids: tuple[Grid, ...], starts: list[int]) -> bool:
    index = bisect_right(starts, at) - 1
    return index >= 0 and at < grids[index].end


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    """Without the white space at the end; the indent at the start is part of what is printed."""
    return start, start + len(text[start:end].rstrip(_INVISIBLE))


def _joins(text: str, lines: list[tuple[int, int]], roles: list[BlockKind], i: int) -> bool:
    """Whether line `i` goes on with the sentence of the line before it."""
    if i == 0 or roles[i] is not BlockKind.PARAGRAPH or roles[i - 1] is not BlockKind.PARAGRAPH:
        return False
    before, here = (text[a:b] for a, b in (lines[i - 1], lines[i]))
    last = before.rstrip().rstrip(_CLOSING)[-1:]
    if text[lines[i - 1][1] : lines[i][0]].count("\n") > 2:
        return False
    if not last or last in _SENTENCE_END or here[:1] in "\u3000\t" or here.startswith("  "):
        return False
    if len(before.strip()) < _WRAPPED or _HEADING.match(here):
        return False
    return not (_HEADING.match(before) and not re.search("[。，,]", before))
