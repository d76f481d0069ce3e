"""Folding: the derived string that patterns see, with a map back to the original's offsets.

`Document.text` is never changed. Whoever looks for something folds the stretch first, matches in half-width
characters without stray white space, and asks the map where the match stands in the original.
"""

import re
import string
import unicodedata
from bisect import bisect_right
from collections.abc import Callable, Iterable
from functools import cache, lru_cache, partial

from core.base.data import data

# One code point to one code point, so that the map stays cheap. Circled and Roman numerals, the ideographic zero
# and the ellipsis keep their form: they are numbering, a digit and punctuation of their own.
_KEPT = set("①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳ⅠⅡⅢⅣⅤⅥⅦⅧⅨⅩⅪⅫⅰⅱⅲⅳⅴⅵⅶⅷⅸⅹ…")
_RANGES = (
    (0x2000, 0x2070),
    (0x2E80, 0x2FE0),
    (0x3000, 0x3001),
    (0xA0, 0xA1),
    (0xF900, 0xFB00),
    (0xFF00, 0xFFF0),
)


# Signs of no width, a soft hyphen among them, that editors and web pages leave inside words and figures.
_NO_WIDTH = "\u200b"


def _table() -> dict[int, str]:
    table: dict[int, str] = {}
    for first, last in _RANGES:
        for code in range(first, last):
            char = chr(code)
            folded = unicodedata.normalize("NFKC", char)
            if char not in _KEPT and len(folded) == 1 and folded != char:
                table[code] = folded
    # White space that NFKC leaves alone, signs for minus and tilde, the several middle dots and primes.
    table.update({c: " " for c in (0x0B, 0x0C, 0x85, 0x1680, 0x180E, 0x2028, 0x2029)})
    table.update({0x2212: "-", 0xFF0D: "-", 0x223C: "~", 0x301C: "~", 0x3014: "[", 0x3015: "]"})
    table.update(dict.fromkeys((0xAD, 0x200B, 0x200C, 0x200D, 0x2060, 0xFEFF), _NO_WIDTH))
    return table


_TABLE = _table()
_NARROW = {chr(code): narrow for code, narrow in _TABLE.items()}
_WIDE = re.compile(f"[{re.escape(''.join(_NARROW))}]")
_SPACE = re.compile(rf"[\s{_NO_WIDTH}]+")
# A machine that turns pages into traditional script may print the sound behind a character: 報(bào)告. It is no text.
_TONED = "āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜü"
_HAS_TONE = re.compile(f"[{_TONED}]")
_SPACE_OR_SOUND = re.compile(rf"(?:[\s{_NO_WIDTH}]|(?<=[\u3400-\u9fff])\([a-zɡńňǹḿ]{{0,4}}[{_TONED}][a-zɡ]{{0,4}}\))+")
_WIDTHLESS = re.compile("[\u00ad\u200b-\u200d\u2060\ufeff]")
_SHORT = 120  # labels and cells, of which a table prints the same ones over and over
_WORD = frozenset(string.ascii_letters + string.digits)
_SPACED_YEAR = re.compile(r"\d(?<!\d\d)(?<!\d \d)(?: \d){3}(?= ?年)")


@data
class Folded:
    """A folded text and where each stretch of it came from.

    `cuts` are pairs (offset in `text`, offset in the original), one for each stretch that was taken over whole.
    """

    text: str
    cuts: tuple[tuple[int, int], ...]

    def origin(self, at: int) -> int:
        """Offset in the original of the character `at` of the folded text."""
        if not self.cuts:
            return 0
        here, there = self.cuts[bisect_right(self.cuts, (at, 1 << 60), 1) - 1]  # the first one begins at 0
        return there + at - here

    def span(self, start: int, end: int) -> tuple[int, int]:
        """The stretch of the original behind folded [start, end); an empty one stays empty."""
        if end <= start:
            at = self.origin(start)
            return at, at
        return self.origin(start), self.origin(end - 1) + 1

    def parts(self, start: int, end: int) -> tuple[tuple[int, int], ...]:
        """Like `span`, but one pair for each printed piece that white space longer than a line end tears apart."""
        first = bisect_right(self.cuts, (start, 1 << 60), 1) - 1
        pieces: list[tuple[int, int]] = []
        for index in range(first, len(self.cuts)):
            here, there = self.cuts[index]
            if here >= end:
                break
            stop = self.cuts[index + 1][0] if index + 1 < len(self.cuts) else len(self.text)
            low, high = max(start, here), min(end, stop)
            if high > low:
                pieces.append((there + low - here, there + high - here))
        return tuple(pieces)


def widths(text: str) -> str:
    """Fold width and the kinds of white space, one code point to one: offsets stay what they are."""
    for sign in set(_WIDE.findall(text)):  # few are wide, and the same ones again and again
        text = text.replace(sign, _NARROW[sign])
    return text


def fold(text: str, pieces: Iterable[tuple[int, int]] | None = None) -> Folded:
    """Fold the whole text, or some stretches of it run together into one.

    Width and compatibility forms are folded; white space is dropped, except one space between two Latin letters
    or digits (72804 76424 must stay two numbers); "2 0 1 2 年" becomes 2012年. Full-width punctuation becomes
    half-width, so patterns need one form only; 。、 and the Chinese quotes have no half-width form and stay.
    """
    return _folded(widths(text), _torn_by(text), ((0, len(text)),)) if pieces is None else _folding(text)(tuple(pieces))


@lru_cache(maxsize=2)  # the steps ask for the stretches of one document, and for the same ones again and again
def _folding(text: str) -> Callable[[tuple[tuple[int, int], ...]], Folded]:
    return cache(partial(_folded, widths(text), _torn_by(text)))


def _torn_by(text: str) -> re.Pattern[str]:
    return _SPACE_OR_SOUND if _HAS_TONE.search(text) else _SPACE


def _folded(flat: str, torn: re.Pattern[str], stretches: tuple[tuple[int, int], ...]) -> Folded:
    out: list[str] = []
    cuts: list[tuple[int, int]] = []
    length = 0
    for start, end in stretches:
        low = high = start  # the white space before the words
        for after in [*[gap.span() for gap in torn.finditer(flat, start, end)], (end, end)]:
            stop = after[0]
            if stop > high:
                if high > low and out and flat[high] in _WORD and out[-1][-1] in _WORD:
                    space = _space(flat, low, high, start, end)
                    if space >= 0:
                        cuts.append((length, space))
                        out.append(" ")
                        length += 1
                cuts.append((length, high))
                out.append(flat[high:stop])
                length += stop - high
            low, high = after
    return Folded("".join(out), tuple(cuts))


def _space(flat: str, low: int, high: int, start: int, end: int) -> int:
    """Where the space stands that white space [low, high) between letters or digits of [start, end) is; -1 for none."""
    seen = flat[low:high].rstrip(_NO_WIDTH)
    is_in_year = (
        flat[high].isdecimal()
        and flat[high - 2].isdecimal()
        and any(_SPACED_YEAR.match(flat, high - back, end) for back in (2, 4, 6) if high - back >= start)
    )
    return low + len(seen) - 1 if seen and not is_in_year else -1


def squeeze(text: str) -> str:
    """The folded text alone: for labels and titles, where no place is asked for."""
    return _squeezed(text) if len(text) <= _SHORT else fold(text).text


@lru_cache(maxsize=16_384)
def _squeezed(text: str) -> str:
    return fold(text).text


def tidy(text: str) -> str:
    """Printed text with its white space folded to single spaces, widths kept: for labels that people read.

    A break between two printed lines (U+2028) is a space only where it parts two Latin words or figures.
    """
    return _tidied(text) if len(text) <= _SHORT else _tidy(text)


def _tidy(text: str) -> str:
    first, *lines = (" ".join(line.split()) for line in _WIDTHLESS.sub("", text).split("\u2028"))
    words = first
    for line in lines:
        words += " " * bool(words and line and words[-1] in _WORD and line[0] in _WORD) + line
    return words


_tidied = lru_cache(maxsize=16_384)(_tidy)
