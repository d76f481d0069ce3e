"""The part of a web page that holds the report, without the menus, lists and footers around it."""

from collections.abc import Container, Sequence

from lxml import etree

from core.readers.html_nodes import BEGIN, END, LINK, LINK_END, MARKS

_SHARE = 0.6  # of the words of the page that are no links
_WITHIN = ("table", "tbody", "tr")  # parts of an arrangement, which hold the report only with their cells


def main_part(
    root: etree._Element, blocks: Sequence[etree._Element], words: str, tables: Container[etree._Element]
) -> etree._Element:
    """The deepest element that holds most of the words which are no links.

    Args:
        blocks: of the marked page, in the order in which they begin.
        words: of the marked page.
        tables: true ones, which are part of a report.
    """
    weight = _weights(root, blocks, words)
    enough = weight[root] * _SHARE
    at = found = root
    while True:
        inner = next((c for c in at if weight.get(c, 0) > enough), None)
        if inner is None or inner.tag == "p" or inner in tables:
            return found
        at = inner
        if at.tag not in _WITHIN:
            found = at


def _weights(root: etree._Element, blocks: Sequence[etree._Element], words: str) -> dict[etree._Element, int]:
    """How many characters that are neither links nor white space stand in the page and in each block."""
    weight: dict[etree._Element, int] = {}
    inside: list[tuple[etree._Element, int]] = []
    waiting = iter(blocks)
    total = links = 0
    pieces = MARKS.split("".join(words.split()))
    for sign, piece in zip(pieces[1::2], pieces[2::2], strict=True):
        if sign == BEGIN:
            inside.append((next(waiting), total))
        elif sign == END:
            block, before = inside.pop()
            weight[block] = total - before
        elif sign in (LINK, LINK_END):
            links += 1 if sign == LINK else -1
        if not links:
            total += len(piece)
    weight[root] = total
    return weight
