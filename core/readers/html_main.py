"""The part of a web page that holds the report, without the menus, lists and footers around it."""

import re
from collections.abc import Container, Sequence
from typing import NamedTuple

from lxml import etree

from core.readers.html_nodes import BEGIN, BREAK, END, LINK, LINK_END, MARKS

_CHAPTER = re.compile("[一二三四五六七八九十]{1,3}、")
_SHARE = 0.6  # of the words of the page that are no links
_WITHIN = ("table", "tbody", "tr")  # parts of an arrangement, which hold the report only with their cells
_FEW = 1  # lines outside the report that are numbered as its chapters are


class _Weight(NamedTuple):
    """Characters that are neither links nor white space, and lines that begin as a chapter's heading does."""

    words: int
    chapters: int


def main_part(
    root: etree._Element, blocks: Sequence[etree._Element], words: str, tables: Container[etree._Element]
) -> etree._Element:
    """The deepest element that holds most of the words which are no links, and the chapters.

    A table may hold most of the words by itself, and the report of a small body little besides.

    Args:
        blocks: of the marked page, in the order in which they begin.
        words: of the marked page.
        tables: true ones, which are part of a report.
    """
    weight = _weights(root, blocks, words)
    enough, chapters = weight[root].words * _SHARE, weight[root].chapters - _FEW
    at = found = root
    while True:
        inner = next((c for c in at if c in weight and weight[c].words > enough), None)
        if inner is None or inner.tag == "p" or inner in tables or weight[inner].chapters < chapters:
            return found
        at = inner
        if at.tag not in _WITHIN:
            found = at


def _weights(root: etree._Element, blocks: Sequence[etree._Element], words: str) -> dict[etree._Element, _Weight]:
    """What stands in the page and in each block."""
    weight: dict[etree._Element, _Weight] = {}
    inside: list[tuple[etree._Element, int, int]] = []
    waiting = iter(blocks)
    total = chapters = links = 0
    pieces = MARKS.split("".join(words.split()))
    for sign, piece in zip(pieces[1::2], pieces[2::2], strict=True):
        if sign == BEGIN:
            inside.append((next(waiting), total, chapters))
        elif sign == END:
            block, *before = inside.pop()
            weight[block] = _Weight(total - before[0], chapters - before[1])
        elif sign in (LINK, LINK_END):
            links += 1 if sign == LINK else -1
        if piece and not links:
            total += len(piece)
            chapters += sign in (BEGIN, BREAK) and _CHAPTER.match(piece) is not None
    weight[root] = _Weight(total, chapters)
    return weight
