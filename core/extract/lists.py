"""Figures that share their words: 受理、答复分别为3、2件, and 由2500条上升到4750条.

Such a figure has no noun of its own beside it; the list hands it one.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from core.extract.figures import Figure
from core.model.extraction import Scope

_EACH = re.compile(r"(?:分别|依次)(?P<verb>[^,;。:()\d]{0,14}?)(?=[\d〇○零一二两三四五六七八九十百千近约]|$)")
_BE = re.compile(r"^(?:为|是|有|达到?|共|计|占|:|约|近)*")
_BETWEEN = re.compile(r"[、,;和及与以]{1,3}(?:近|约)?")
_PARTING = re.compile(r"[、,和及与]|以及|(?<=”)(?=“)")
_ROSE = re.compile(
    r"[^,;。\d]{0,2}(?:上升|增加|增长|提高|扩大|扩展|下降|减少|降低|降|升|增|减)(?:到|至|为)(?:了)?[^,;。#\d]{0,6}?(?:\d{2,4}年)?(?:的|约|近)?"
)
_FROM = re.compile(r"[由从自](?:[^,;。\d]{0,6}?(?:\d{2,4}年)?[^,;。\d]{0,4})$")
_MOST_NOUNS = 120  # characters before 分别 in which the nouns of a list stand


@dataclass(frozen=True, slots=True)
class Handed:
    """The words handed to a figure, standing before it, and the scope that the list gives it (None: none)."""

    words: str
    scope: Scope | None = None


def handed(text: str, start: int, figures: Sequence[Figure]) -> dict[int, Handed]:
    """What lists and rises in the sentence from `start` on hand to its figures, by index."""
    found: dict[int, Handed] = {}
    for index in range(len(figures) - 1):
        if index in found:
            continue
        low = figures[index - 1].end if index else start
        each = _EACH.search(text, low, figures[index].start)
        if each and each.end() >= figures[index].start - 1:
            found |= _distributed(text, low, each, index, figures)
            continue
        rise = _FROM.search(text, max(low, figures[index].start - 24), figures[index].start)
        if rise and _ROSE.fullmatch(text, figures[index].end, figures[index + 1].start):
            words = re.split(r"[,;:]", text[low : rise.start()])[-1]
            found[index], found[index + 1] = Handed(words, Scope.PREVIOUS), Handed(words, Scope.YEAR)
    return found


def _distributed(text: str, low: int, each: re.Match[str], first: int, figures: Sequence[Figure]) -> dict[int, Handed]:
    last = first
    while last + 1 < len(figures) and _BETWEEN.fullmatch(text, figures[last].end, figures[last + 1].start):
        last += 1
    count = last - first + 1
    head = re.split(r"[;:(]", text[max(low, each.start() - _MOST_NOUNS) : each.start()])[-1]
    nouns = [n.strip("“”") for n in _PARTING.split(head.removesuffix("的")) if n]
    if count < 2 or len(nouns) < count:
        return {}
    verb = _BE.sub("", each["verb"])
    return {first + i: Handed(noun + verb) for i, noun in enumerate(nouns[-count:])}
