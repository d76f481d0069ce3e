"""Labels of tables: what two printings of one label share."""

import re
from collections.abc import Collection
from difflib import SequenceMatcher
from functools import lru_cache

from core.base.text import squeeze

_ALIKE = 0.84  # how much two labels must share to be the same but for a misprint
_SHORTEST = 5  # shorter labels differ by a character: 维持数, 纠正数
_NUMBERING = re.compile(
    r"^(?:其中[:,、]?)?(?:[一二三四五六七八九十]{1,3}[、.,]|[(][一二三四五六七八九十\d]{1,3}[)]、?|\d{1,2}[.、,)](?!\d)"
    r"|\d{1,2}(?=.)(?![\d.,%()年月日天万元倍件次]|个(?!人|体)|小时|条(?!例)|项(?!目)|人次)|[①-⑳㈠-㈩Ⅰ-Ⅻ]、?)?"
)
_REMARK = re.compile(r"\((?:[^()]{0,4}单位|不同|不包括|含|不含|件|条|个|次|人|元|万元|篇)[^()]{0,40}\)|\*")


@lru_cache(maxsize=4096)
def bare(label: str) -> str:
    """A label without numbering, 其中, remarks and asterisks, folded: what two printings of it share."""
    return _REMARK.sub("", _NUMBERING.sub("", squeeze(label)))


@lru_cache(maxsize=65_536)  # the same few hundred labels are compared in every report
def alike(a: str, b: str) -> bool:
    """Whether two bare labels are the same, or the same but for a misprint."""
    if a == b:
        return True
    signs = set(b)
    if min(len(a), len(b)) < _SHORTEST or abs(len(a) - len(b)) > 3 or signs.isdisjoint(a[:2] + a[-2:]):
        return False
    if 2 * sum(sign in signs for sign in a) < _ALIKE * (len(a) + len(b)):  # no ratio can be more: most pairs end here
        return False
    matcher = SequenceMatcher(None, a, b, autojunk=False)
    return matcher.quick_ratio() >= _ALIKE and matcher.ratio() >= _ALIKE


def nearest(label: str, known: Collection[str]) -> str | None:
    """The known bare label that a bare label prints: itself, else the first that it misprints, else None."""
    if label in known:
        return label
    return next((name for name in known if alike(label, name)), None) if len(label) >= _SHORTEST else None
