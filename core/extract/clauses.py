"""Clauses: the stretch of a sentence that speaks of one figure."""

import itertools
import re
from bisect import bisect_left, bisect_right

from core.base.data import data
from core.extract.figures import Figure

_BREAK = re.compile(r"[;:。!?()…]|,(?!(?:都|均|皆)(?:是|为)(?:兼职|专职))")
_AFTER_FIGURE = re.compile(r"[、和及与]|以及")
_AFTER_NOUN = re.compile(r"[^,;。、()]{1,8}?([、和及与]|以及)$")  # 1起维持、1起撤销: the noun stands after its figure
_HAS = re.compile(r"(?:[有由为共设计了]|配备|安排|明确|落实|指定|确定)$")  # 有1名专职人员和3名兼职人员
_PAREN = re.compile(r"\([^()]{0,200}\)")


@data
class Clause:
    """Folded [start, end) with the figures that stand in it, by index; `opening` is the sign before it."""

    start: int
    end: int
    figures: tuple[int, ...]
    opening: str = ""


def clauses(text: str, start: int, end: int, figures: list[Figure]) -> list[Clause]:
    """The clauses of the sentence [start, end), in order; every figure stands in exactly one.

    A pair of brackets without a figure belongs to the words around it. After a figure 、 and 和 end a clause too.
    """
    starts = [f.start for f in figures]
    closed = [(f.start, f.end) for f in figures]
    for pair in _PAREN.finditer(text, start, end):
        if bisect_left(starts, pair.start()) == bisect_left(starts, pair.end()):
            closed.append((pair.start(), pair.end()))
    closed.sort()
    cuts: list[tuple[int, int]] = []
    for found in _BREAK.finditer(text, start, end):
        index = bisect_right(closed, (found.start(), end)) - 1
        if index < 0 or closed[index][1] <= found.start():
            cuts.append((found.start(), found.end()))
    for figure, following in itertools.pairwise(figures):
        sign = _AFTER_FIGURE.match(text, figure.end, following.start)
        if sign:
            cuts.append((sign.start(), sign.end()))
            continue
        noun = _AFTER_NOUN.match(text, figure.end, following.start)
        if noun and (
            figure.start == start
            or _BREAK.match(text, figure.start - 1)
            or _HAS.search(text, max(start, figure.start - 2), figure.start)
        ):
            cuts.append((noun.start(1), noun.end(1)))
    return _between(text, start, end, sorted(cuts), figures)


def _between(text: str, start: int, end: int, cuts: list[tuple[int, int]], figures: list[Figure]) -> list[Clause]:
    found: list[Clause] = []
    at, opening, following = start, "", 0
    for low, high in [*cuts, (end, end)]:
        if low > at:
            first = following
            while following < len(figures) and figures[following].start < low:
                following += 1
            found.append(Clause(at, low, tuple(range(first, following)), opening))
        at, opening = high, text[low:high]
    return found


def template(text: str, clause: Clause, figures: list[Figure], index: int, start: int | None = None) -> str:
    """The clause with the figure `index` as #, its unit kept, and every other figure as ¤.

    >>> # 对全市107个单位的350多人进行集中培训, second figure: 对全市¤个单位的#人进行集中培训
    """
    out: list[str] = []
    at = clause.start if start is None else start
    for i in clause.figures:
        out += [text[at : figures[i].start], "#" if i == index else "¤", figures[i].unit]
        at = figures[i].end
    return "".join([*out, text[at : clause.end]])
