"""Marks of notes in the text of a web page: 12<sup>[1]</sup>件 are 12, with a note."""

import re
from collections.abc import Iterator
from itertools import islice

from lxml import etree

from core.readers.html_nodes import BLOCKS

_MARK = re.compile(
    r"[\[［〔【(（]\s{0,2}(?:注\s{0,2})?(?:\d{1,3}|[a-z*＊※])\s{0,2}[\]］〕】)）]|[①-⑳]|[*＊※]{1,3}|注\d{0,2}",
    re.IGNORECASE,
)
_NUMBER = re.compile(r"\d{1,3}")
_LONGEST = 8  # characters of a mark
_FEW = 8  # elements to look at for the sign beside a mark


def leave_out_marks(root: etree._Element) -> None:
    """Mark as hidden what refers to a note, where words stand before it: at the head of the note itself it stays.

    A number that is only raised is such a mark beside another number; behind a letter it is an exponent (m²).
    """
    for node in root.iter("sup", "a"):
        if node.tag == "a" and not _is_inside_page(node):
            continue
        words = _text(node).strip()
        if not words or len(words) > _LONGEST:
            continue
        before, after = _sign(_before(node), -1), _sign(_after(node), 0)
        if _MARK.fullmatch(words) or (_NUMBER.fullmatch(words) and _is_linked(node)):
            is_mark = bool(before) or after.isdecimal()
        else:
            is_mark = bool(_NUMBER.fullmatch(words)) and node.tag == "sup" and _touches(before, after)
        if is_mark:
            node.set("hidden", "")


def _touches(before: str, after: str) -> bool:
    return before.isdecimal() or (after.isdecimal() and not (before.isascii() and before.isalpha()))


def _is_inside_page(link: etree._Element) -> bool:
    return len(link.get("href", "")) > 1 and link.get("href", "").startswith("#")


def _is_linked(node: etree._Element) -> bool:
    """Whether a raised number leads to a note, or is led to; a link that is not raised may be one of pages."""
    near = [*islice(node.iter(), _FEW), *islice(node.iterancestors(), _FEW)]
    if node.tag == "a":
        return any(other.tag == "sup" for other in near)
    return any(other.tag == "a" and _is_inside_page(other) for other in near)


def _before(node: etree._Element) -> Iterator[str]:
    """The words before a node in its line, the nearest first."""
    for _ in range(_FEW):
        previous, parent = node.getprevious(), node.getparent()
        if previous is not None:
            yield previous.tail or ""
            if previous.tag in BLOCKS or previous.tag == "br":
                return
            yield _text(previous)
            node = previous
        elif parent is None or parent.tag in BLOCKS:
            yield (parent.text or "") if parent is not None else ""
            return
        else:
            yield parent.text or ""
            node = parent


def _after(node: etree._Element) -> Iterator[str]:
    """The words behind a node in its line, the nearest first."""
    for _ in range(_FEW):
        yield node.tail or ""
        following, parent = node.getnext(), node.getparent()
        if following is not None:
            if following.tag in BLOCKS or following.tag == "br":
                return
            yield _text(following)
            node = following
        elif parent is None or parent.tag in BLOCKS:
            return
        else:
            node = parent


def _text(node: etree._Element) -> str:
    """The words inside a node, as far as its first few elements go; none of one that is hidden."""
    if node.get("hidden") is not None:
        return ""
    inside = islice(node.iter(etree.Element), _FEW)
    return "".join((n.text or "") + ("" if n is node else n.tail or "") for n in inside)


def _sign(words: Iterator[str], place: int) -> str:
    """The first or last visible sign of some words; "" where there is none."""
    return next((stripped[place] for word in words if (stripped := word.strip())), "")
