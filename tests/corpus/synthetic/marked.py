"""Sentences with their figures marked: writing a wording down gives the text and what a person reads in it.

`{total@disclosed.total/条}` prints the figure `total` and notes it as that indicator, in that unit, of the year;
a third part names another scope. `-` is a figure that no core indicator measures. `{total}` prints a word or a figure
that states nothing anew. `<review.total,litigation.total|没有……>` is a statement in words that both are zero.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from tests.corpus.synthetic.printed import Figure

Statistic = dict[str, Any]
_SLOT = re.compile(r"\{(\w+)(?:@([\w.-]+)/([^/}]+)(?:/(\w+))?)?\}")
_ZERO = re.compile(r"<([\w.,]+)\|([^<>]+)>")
_BORDER = "，。；：（）,;:()\n"
_ZERO_UNITS = {"fees.total": "元", "fees.waived": "元", "disclosed.total": "条"}


@dataclass(frozen=True, slots=True)
class Said:
    """Some text and the statistics stated in it, as gold has them."""

    text: str
    statistics: tuple[Statistic, ...] = ()

    def __add__(self, other: "Said") -> "Said":
        return Said(self.text + other.text, self.statistics + other.statistics)


def plain(text: str) -> Said:
    """Text that states nothing."""
    return Said(text)


def render(wording: str, words: Mapping[str, str], figures: Mapping[str, Figure]) -> Said:
    """The wording with its slots filled, and the statistics that it states.

    Raises:
        KeyError: a slot has neither word nor figure.
    """
    text, noted, zeros = "", [], []
    at = 0
    for mark in sorted([*_SLOT.finditer(wording), *_ZERO.finditer(wording)], key=lambda m: m.start()):
        text += wording[at : mark.start()]
        at = mark.end()
        if mark.re is _ZERO:
            zeros += [_zero(key, mark[2]) for key in mark[1].split(",")]
            text += mark[2]
            continue
        name, indicator, unit, scope = mark.groups()
        if name in words:
            text += words[name]
            continue
        figure = figures[name]
        if indicator is not None:
            noted.append((len(text), figure, indicator, unit, scope))
        text += figure.text
    text += wording[at:]
    return Said(text, (*(_stated(text, *n) for n in noted), *zeros))


# The contract writes the several classifiers of applications and cases as one.
_CASES = {"起": "件", "宗": "件", "份": "件"}
_OF_CASES = ("applications.", "review.", "litigation.", "complaints.")


def _stated(text: str, at: int, figure: Figure, indicator: str, unit: str, scope: str | None) -> Statistic:
    core = indicator != "-"
    return {
        "indicator": indicator if core else None,
        "value": figure.value,
        "unit": _CASES.get(unit, unit) if indicator.startswith(_OF_CASES) else unit,
        "scope": scope or ("year" if core else None),
        "approx": figure.approx,
        "quote": _clause(text, at),
        "required": core,
    }


def _zero(key: str, quote: str) -> Statistic:
    unit = _ZERO_UNITS.get(key, "件")
    return {
        "indicator": key,
        "value": 0,
        "unit": unit,
        "scope": "year",
        "approx": False,
        "quote": quote,
        "required": True,
    }


def _clause(text: str, at: int) -> str:
    """The words around `at` up to the next signs that part clauses."""
    start = max(text.rfind(c, 0, at) for c in _BORDER) + 1
    ends = [e for e in (text.find(c, at) for c in _BORDER) if e >= 0]
    # A comma within a figure (1,024) parts nothing.
    while ends and text[min(ends)] in ",，" and text[min(ends) + 1 : min(ends) + 2].isdigit():
        at = min(ends) + 1
        ends = [e for e in (text.find(c, at) for c in _BORDER) if e >= 0]
    while start > 1 and text[start - 1] in ",，" and text[start - 2].isdigit() and text[start : start + 1].isdigit():
        start = max(text.rfind(c, 0, start - 1) for c in _BORDER) + 1
    return text[start : min(ends, default=len(text))]
