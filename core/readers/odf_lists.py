"""The numbers that an OpenDocument text prints before the items of lists and before headings."""

import re
from dataclasses import dataclass
from typing import Any

from core.readers.odf_styles import DEEPEST, STYLE, TEXT, Level, Styles, whole
from core.readers.word_numbers import printed

_COUNT = re.compile(r"%(\d{1,2})%")
_ID = "{http://www.w3.org/XML/1998/namespace}id"
_Counts = list[int | None]


@dataclass(frozen=True, slots=True)
class Place:
    """A list inside which paragraphs stand: its style ("" where those name it), its depth from 0, its counts."""

    style: str
    level: int
    counts: _Counts


class Lists:
    """Counts the numbered paragraphs of one text, in the order in which `mark` is asked."""

    def __init__(self, styles: Styles) -> None:
        self._styles = styles
        self._by_id: dict[str, _Counts] = {}
        self._latest: dict[str, _Counts] = {}  # by the style of the list
        self._headings: _Counts = [None] * DEEPEST

    def enter(self, node: Any, outer: Place | None) -> Place:
        """The place of a list: it shares the counts of the one around it, or of an earlier one that it goes on with."""
        style = node.get(f"{TEXT}style-name") or (outer.style if outer else "")
        if outer is not None:
            return Place(style, min(outer.level + 1, DEEPEST - 1), outer.counts)
        counts = self._by_id.get(node.get(f"{TEXT}continue-list", ""))
        if counts is None and node.get(f"{TEXT}continue-numbering") == "true":
            counts = self._latest.get(style)
        if counts is None:
            counts = [None] * DEEPEST
        self._latest[style] = counts
        if name := node.get(_ID):
            self._by_id[name] = counts
        return Place(style, 0, counts)

    def mark(self, place: Place, item: Any, paragraph: Any) -> str:
        """What stands before the first paragraph of an item."""
        name = paragraph.get(f"{TEXT}style-name")
        style = place.style or self._styles.find("paragraph", name, (f"{STYLE}list-style-name",))
        return self._next(style, place.level, place.counts, whole(item, f"{TEXT}start-value", -1))

    def heading(self, heading: Any) -> str:
        """What stands before a heading that is in no list: chapters have numbers of their own."""
        level = min(max(whole(heading, f"{TEXT}outline-level", 1), 1), DEEPEST) - 1
        if heading.get(f"{TEXT}is-list-header") == "true":
            return ""
        return self._next("", level, self._headings, whole(heading, f"{TEXT}start-value", -1))

    def _next(self, style: str, level: int, counts: _Counts, given: int) -> str:
        how = self._level(style, level)
        if how is None:
            return ""
        before = counts[level]
        counts[level] = given if given >= 0 else how.first if before is None else before + 1
        counts[level + 1 :] = [None] * (DEEPEST - level - 1)
        return _COUNT.sub(lambda m: self._count(style, int(m[1]) - 1, counts), how.text)

    def _level(self, style: str, level: int) -> Level | None:
        return self._styles.levels.get((style, level))

    def _count(self, style: str, level: int, counts: _Counts) -> str:
        how = self._level(style, level)
        if how is None:
            return ""
        n = counts[level]
        return printed(how.first if n is None else n, how.shape)
