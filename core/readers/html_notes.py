"""Marks of notes in the text of a web page: 12<sup>[1]</sup>件 are 12, with a note."""

from collections.abc import Iterator
from itertools import islice

from lxml import etree

from core.readers.html_nodes import BLOCKS
from core.readers.note_marks import is_note_mark

_FEW = 8  # elements to look at for the words of a mark and for the sign beside it


def leave_out_marks(root: etree._Element) -> None:
    """Mark as hidden what refers to a note, raised or as a link inside the page."""
    for node in root.iter("sup", "a"):
        if node.tag == "sup" or _is_inside_page(node):
            near = [*islice(node.iter(etree.Element), _FEW), *islice(node.iterancestors(), _FEW)]
            is_raised = any(other.tag == "sup" for other in near)
            is_linked = any(other.tag == "a" and _is_inside_page(other) for other in near)
            before, after = _sign(_before(node), -1), _sign(_after(node), 0)
            if is_note_mark(_text(node), before, after, is_raised=is_raised, is_linked=is_linked):
                node.set("hidden", "")


def _is_inside_page(link: etree._Element) -> bool:
    return len(link.get("href", "")) > 1 and link.get("href", "").startswith("#")


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
