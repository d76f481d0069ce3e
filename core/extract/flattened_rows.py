"""Finds the rows of flattened tables: labels of the known forms with figures right behind them, one after another."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from difflib import SequenceMatcher

from core.base.data import data
from core.extract import table_cells as words
from core.extract.flattened_forms import Entry, Skeleton, Vocabulary, cjk
from core.extract.flattened_text import Piece, Running

_UNITS = frozenset(cjk(u) for u in words.UNITS)
_LONGEST_UNIT = max(map(len, _UNITS))
_MARK = re.compile(
    r"(?:其中[:,、]?)?(?:[一二三四五六七八九十]{1,3}[、.,]|\([一二三四五六七八九十○]{1,3}\)、?|\d{1,2}[.、,)]? ?"
    r"|[①-⑳㈠-㈩]、?)?[“\"'‘《]?$"
)
_CLOSING = re.compile(r"[”\"'’》]?(?:\((?![一二三四五六七八九十○]{1,3}\))[^()]{1,60}\))?\*{0,2}")
_SENTENCE = re.compile("[。;!?,:]")
_BETWEEN_ROWS = re.compile("[。;!?,:、]")
_FOREIGN_MARK = re.compile(
    r"(?:其中[:,、]?)?(?:\d{1,2}[.、,]|\([一二三四五六七八九十○]{1,3}\)|[①-⑳]|[一二三四五六七八九十]{1,3}、)"
)
_TRAILING_REMARK = re.compile(r"\([^()]{1,60}\)[^()\u4e00-\u9fff]*$")
_SURE = 3  # so many labels of one form in a row are its table
_FEW_HEADS = 2
_MOST_FOREIGN = 3
_ALIKE = 0.8
_SHORT = 3
_LONGEST_FOREIGN = 45
_MOST_NOISE = 20
_MOST_COMPARED = 200  # misprints looked at in one document


@data
class FoundRow:
    """A row in folded places: label [start, end), run [low, high) (empty: nothing printed), what it is a row of.

    `core` is the form's word for it, "" for a row that no form has. `numbered` says that a number stands before it.
    """

    core: str
    start: int
    end: int
    low: int
    high: int
    unit: str = ""
    numbered: bool = False
    entry: Entry | None = None
    groups: tuple[tuple[int, int], ...] = ()  # groups printed since the row before it


@data
class FoundTable:
    """The rows of one table in the order printed; `start` is where its heads begin."""

    running: Running
    skeleton: Skeleton
    rows: tuple[FoundRow, ...]
    start: int
    end: int


@dataclass(slots=True)
class _Parsed:
    """What stands before a run: rows (the last one has the figures), groups, heads; whether it fills the words."""

    rows: list[FoundRow] = field(default_factory=list)
    heads: set[str] = field(default_factory=set)
    start: int = 0
    is_whole: bool = True
    has_title: bool = False


@dataclass(slots=True)
class _Chain:
    rows: list[FoundRow] = field(default_factory=list)
    heads: set[str] = field(default_factory=set)
    start: int = 0
    waiting: list[FoundRow] = field(default_factory=list)  # rows no form has; they count once a known one follows


def find_tables(running: Running, vocabulary: Vocabulary) -> Iterator[FoundTable]:
    """All flattened tables of a stretch, in order."""
    for chain in _Finder(running, vocabulary).chains():
        table = _known(running, chain, vocabulary)
        if table:
            yield table


class _Finder:
    def __init__(self, running: Running, vocabulary: Vocabulary) -> None:
        self._text = running.text
        self._running = running
        self._words = vocabulary
        self._compared = 0

    def chains(self) -> Iterator[_Chain]:
        """Rows that follow each other without a sentence between them."""
        chain = _Chain()
        counts: Counter[str] = Counter()
        for piece in self._running.pieces():
            if not chain.rows and self._text[piece.end - 1] not in self._words.last:
                continue
            parsed = self._parse(piece, len(chain.rows) > 1)
            if not parsed.rows:
                foreign = self._foreign(piece) if chain.rows and len(chain.waiting) < _MOST_FOREIGN else None
                if foreign:
                    chain.waiting.append(foreign)
                elif chain.rows:
                    yield chain
                    chain = _Chain()
                    counts.clear()
                continue
            core = parsed.rows[-1].core
            again = counts[core] >= self._words.multiplicity.get(core, 1)
            if chain.rows and (not parsed.is_whole or parsed.has_title or again):
                yield chain
                chain = _Chain()
                counts.clear()
            if not chain.rows:
                chain.start, chain.waiting = parsed.start, []
            chain.rows += [*chain.waiting, *parsed.rows]
            chain.waiting = []
            chain.heads |= parsed.heads
            counts.update(r.core for r in parsed.rows)
        if chain.rows:
            yield chain

    def _parse(self, piece: Piece, is_inside: bool) -> _Parsed:
        """Read the words before a run from their end: unit, label, and what stands before it."""
        at, unit, word = self._label(piece, is_inside)
        parsed = _Parsed(start=piece.start)
        if not word:
            return parsed
        end = len(piece.plain) - len(unit) if at is None else at
        row = self._row(piece, end, word, unit)
        if word in self._words.headless:
            row = replace(row, core="", start=piece.end, end=piece.end)
        parsed.rows.append(row)
        before = row.start if row.core else piece.chars[end - len(word)]
        self._before(piece, before, parsed)
        return parsed

    def _label(self, piece: Piece, is_inside: bool) -> tuple[int | None, str, str]:
        """(end among the Chinese characters or None for before the unit, unit, label); label "" if there is none."""
        known = (self._words.labels, self._words.headless)
        tail = _TRAILING_REMARK.search(self._text, piece.chars[0] if piece.chars else piece.end, piece.end)
        cuts = [piece.plain, piece.plain[: piece.index(tail.start())] if tail else ""]
        for plain in cuts:
            for at in range(len(plain), max(len(plain) - _LONGEST_UNIT, 0) - 1, -1):
                word = self._words.longest(plain[:at], known) if plain[at:] in _UNITS else ""
                if word:
                    return at, plain[at:], word
        if is_inside and self._compared < _MOST_COMPARED:
            return self._misprinted(piece)
        return None, "", ""

    def _misprinted(self, piece: Piece) -> tuple[int | None, str, str]:
        self._compared += 1
        best = (_ALIKE, "", 0)
        for core in self._words.labels:
            if len(core) < 5 or core[:1] not in piece.plain:
                continue
            for length in (len(core), len(core) - 1, len(core) + 1, len(core) - 2):
                matcher = SequenceMatcher(None, core, piece.plain[-length:], autojunk=False)
                if matcher.real_quick_ratio() > best[0] and matcher.quick_ratio() > best[0]:
                    best = max(best, (matcher.ratio(), core, length))
        return (None, "", "") if not best[1] else (len(piece.plain), "", best[1])

    def _row(self, piece: Piece, end: int, word: str, unit: str) -> FoundRow:
        first = piece.chars[max(end - len(word), 0)]
        last = piece.chars[end - 1] + 1
        if self._text[last : last + 1] == ")" and self._text.rfind("(", first, last) > self._text.rfind(
            ")", first, last
        ):
            last += 1
        closing = _CLOSING.match(self._text, last, piece.end)
        last = closing.end() if closing else last
        mark = _MARK.search(self._text, max(piece.start, first - 12), first)
        start = mark.start() if mark else first
        numbered = bool(re.search(r"\d", self._text[start:first]))
        return FoundRow(word, start, last, piece.end, piece.stop, unit, numbered)

    def _before(self, piece: Piece, at: int, parsed: _Parsed) -> None:
        """What stands before the last row: heads, groups, rows of which nothing is printed, or foreign words."""
        vocabulary = self._words
        groups: list[tuple[int, int]] = []
        while True:
            rest = piece.index(at)
            text = piece.plain[:rest]
            if not text or not text.strip("其中条件个次人元" if parsed.rows else ""):
                break
            word = vocabulary.longest(text, (vocabulary.groups, vocabulary.labels, vocabulary.heads, vocabulary.titles))
            if not word:
                break
            row = self._row(piece, rest, word, "")
            is_marked = row.start < piece.chars[rest - len(word)]
            if word in vocabulary.titles:
                parsed.has_title = True
                break
            if word in vocabulary.groups:
                groups.insert(0, (row.start, row.end))
            elif word in vocabulary.heads and (not is_marked or word not in vocabulary.labels):
                parsed.heads.add(word)
            elif len(word) > _SHORT or is_marked:
                parsed.rows[0] = replace(parsed.rows[0], groups=tuple(groups))
                groups = []
                parsed.rows.insert(0, replace(row, low=row.end, high=row.end))
            else:
                break
            at = row.start
        parsed.rows[0] = replace(parsed.rows[0], groups=tuple(groups))
        parsed.start = at
        noise = self._text[piece.start : at]
        parsed.is_whole = len(cjk(noise)) <= _MOST_NOISE and not _BETWEEN_ROWS.search(noise)

    def _foreign(self, piece: Piece) -> FoundRow | None:
        """A row that no form has, as provinces insert them: a few words and figures."""
        printed = self._text[piece.start : piece.end]
        if not piece.plain or len(printed) > _LONGEST_FOREIGN or _SENTENCE.search(re.sub("其中[:,]", "", printed)):
            return None
        marks = [m.start() for m in _FOREIGN_MARK.finditer(printed) if piece.start or m.start()]
        start = piece.start + (marks[-1] if marks else len(printed) - len(printed.lstrip(" |、.,")))
        unit = next(
            (u for n in range(_LONGEST_UNIT, -1, -1) if (u := piece.plain[len(piece.plain) - n :]) in _UNITS), ""
        )
        end = piece.chars[-1 - len(unit)] + 1 if len(piece.plain) > len(unit) else piece.end
        closing = _CLOSING.match(self._text, end, piece.end)
        end = closing.end() if closing else end
        return FoundRow("", start, end, piece.end, piece.stop, unit) if end > start else None


def _known(running: Running, chain: _Chain, vocabulary: Vocabulary) -> FoundTable | None:
    """The chain as a table of the form that has most of its labels; None when no form has enough of them."""
    if len(chain.rows) < _SURE and len(chain.heads) < _FEW_HEADS:
        return None
    best: tuple[tuple[int, int], Skeleton, list[FoundRow]] | None = None
    for skeleton in vocabulary.skeletons:
        rows = _aligned(chain.rows, skeleton)
        matched = sum(r.entry is not None for r in rows)
        heads = len(chain.heads & skeleton.heads)
        if best is None or (matched + heads, heads) > best[0]:
            best = ((matched + heads, heads), skeleton, rows)
    if best is None:
        return None
    (score, heads), skeleton, rows = best
    if score - heads < (1 if heads >= _FEW_HEADS else _SURE):
        return None
    while rows and rows[-1].entry is None:
        rows.pop()
    return FoundTable(running, skeleton, tuple(rows), chain.start, rows[-1].high)


def _aligned(rows: list[FoundRow], skeleton: Skeleton) -> list[FoundRow]:
    """Each row with the form's row that it is: the next one of that label."""
    places = skeleton.places
    found: list[FoundRow] = []
    last = -1
    for row in rows:
        headless = not row.core and row.start == row.end
        options = places.get(row.core, ()) if row.core or headless else ()
        place = next((n for n in options if n > last), None)
        last = last if place is None else place
        entry = None if place is None else skeleton.entries[place]
        found.append(row if entry is row.entry else replace(row, entry=entry))
    return found
