"""What a figure of a sentence measures: phrases of the catalogue, and the figure's own noun phrase."""

import re
from functools import lru_cache

from core.base.data import data
from core.model.catalogue import Catalogue, Phrase

_LEAD = re.compile(
    r"^(?:[^,]{0,60}…+|\([一二三四五六七八九十\d]{1,3}\)|\d{1,2}[.、](?!\d)|[①-⑳]|其中|每|主要|包括|包含|含|有|,|:|、|和|及(?!时)|与|另有|另外|以及|分别)+"
)
_FILLER = re.compile(
    r"(?=[共合总累数有为约达近计了各])(?:共|共计|合计|总计|累计|总数|数量|数|有|为|达到?|约|近|计|了|各类|各)+$"
)
# Up to the verb or preposition that follows: 一名工作人员对…, 97个单位向…. 次数 after a count of times is no noun.
_COUNTED = re.compile(
    r"(?!以上|左右|余|多|的)[一-鿿]{2,16}?(?=[,;。:()、]|对|向|参加|进行|举办|开展|负责|共|均|都|被|为|$)"
)

_SIGNS = re.compile(r"[,;。:()]")
_TIMES = {"件次": "件", "条次": "条"}  # what counts a thing each time it comes up counts things


@data
class Named:
    """An indicator (None: known to be none of the core) and the words of the phrase that named it."""

    indicator: str | None
    words: str


# How often a statistic so named is right (measured): by its own words with a stated period or without, by a free
# name, by borrowed words, by nothing but its label.
_STATED, _PLAIN, _FREE, _BORROWED, _UNNAMED = 0.96, 0.9, 0.88, 0.8, 0.7


@data
class Name:
    """A figure's indicator with how it was found: the words of a phrase ("" a free name), its own or borrowed ones."""

    indicator: str | None
    words: str = ""
    borrowed: bool = False

    def confidence(self, has_period: bool) -> float:
        """How probably the name is right; `has_period` says that a period is stated beside it."""
        if self.indicator is None:
            return _UNNAMED
        if self.borrowed:
            return _BORROWED
        if not self.words:
            return _FREE
        return _STATED if has_period else _PLAIN


def named(catalogue: Catalogue, clause: str, unit: str, topic: str) -> Named | None:
    """What the first phrase says that fits the clause (a template with #); None when none does."""
    for phrase in _fitting(catalogue, unit, topic):
        found = phrase.match.search(clause)
        if found and not (phrase.unless and phrase.unless.search(clause)):
            return Named(phrase.indicator, found.group().replace("#", "").replace("¤", ""))
    return None


@lru_cache(maxsize=1024)
def _fitting(catalogue: Catalogue, unit: str, topic: str) -> tuple[Phrase, ...]:
    """The phrases that such a unit and topic admit, in the order in which they are tried."""
    units = {unit, _TIMES.get(unit, unit)}
    return tuple(
        p for p in catalogue.phrases if (not p.units or units & set(p.units)) and (not p.topic or p.topic == topic)
    )


def label_of(before: str, after: str) -> str:
    """The figure's own noun phrase: the words before it, or those after it when there are none."""
    label = _FILLER.sub("", _LEAD.sub("", before))
    if not label:
        label = _SIGNS.split(after, maxsplit=1)[0].lstrip("的")
    return label


def counted(label: str, after: str) -> str:
    """What a figure without an indicator counts: the noun that follows it, else its label (60个单位, 一次检查)."""
    found = _COUNTED.match(after)
    return found.group() if found else label
