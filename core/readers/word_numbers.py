"""The numbers that Word prints before paragraphs: they stand in no text, but in lists and styles.

Source: ECMA-376 part 1, section 17.9 (numbering).
"""

import re
from typing import Any

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_DIGITS = "零一二三四五六七八九"
_CHINESE = frozenset(
    ("chineseCounting", "chineseCountingThousand", "japaneseCounting", "taiwaneseCounting", "ideographDigital")
)
_LEVEL = re.compile(r"%([1-9])")
_DEEPEST = 9


def chinese(n: int) -> str:
    """1 … 9999 in Chinese numerals, as Word prints list numbers.

    >>> chinese(21)
    '二十一'
    """
    if n <= 0 or n > 9999:
        return str(n)
    words, zero = "", False
    for power, unit in ((1000, "千"), (100, "百"), (10, "十"), (1, "")):
        digit, n = divmod(n, power)
        if digit:
            words += ("零" if zero and words else "") + _DIGITS[digit] + unit
            zero = False
        else:
            zero = True
    return words.removeprefix("一") if words.startswith("一十") else words


def printed(n: int, shape: str) -> str:
    """The number n in a number format of Word; formats that no report uses come as plain digits."""
    if shape in _CHINESE:
        return chinese(n)
    if shape.startswith("decimalEnclosedCircle") and 1 <= n <= 20:
        return chr(0x2460 + n - 1)
    if shape in ("upperLetter", "lowerLetter") and 1 <= n <= 26:
        return chr((65 if shape == "upperLetter" else 97) + n - 1)
    if shape in ("upperRoman", "lowerRoman") and 1 <= n <= 12:
        roman = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII")[n - 1]
        return roman if shape == "upperRoman" else roman.lower()
    return "" if shape in ("none", "bullet") else str(n)


class Numbers:
    """Counts the numbered paragraphs of one document, in the order in which `mark` is asked."""

    def __init__(self, opened: Any) -> None:
        self._levels: dict[tuple[str, int], tuple[str, str, int]] = {}  # (list, level) -> text, format, first
        self._abstract: dict[str, str] = {}
        self._counts: dict[str, list[int | None]] = {}
        self._styles: dict[str, tuple[str, int]] = {}
        try:
            root = opened.part.numbering_part.element
        except (KeyError, NotImplementedError):
            return
        self._read_lists(root)
        self._read_styles(opened.styles.element)

    def mark(self, paragraph: Any) -> str:
        """What Word prints before the paragraph; "" for one without a number."""
        place = self._place(paragraph.find(f"{_W}pPr"))
        if place is None:
            return ""
        number, level = place
        name = self._abstract.get(number, "")
        if (name, level) not in self._levels:
            return ""
        counts = self._counts.setdefault(name, [None] * _DEEPEST)
        before = counts[level]
        counts[level] = self._levels[name, level][2] if before is None else before + 1
        counts[level + 1 :] = [None] * (_DEEPEST - level - 1)
        text, _, _ = self._levels[name, level]
        return _LEVEL.sub(lambda m: self._count(name, int(m[1]) - 1), text)

    def _count(self, name: str, level: int) -> str:
        _, shape, first = self._levels.get((name, level), ("", "decimal", 1))
        n = self._counts[name][level]
        return printed(first if n is None else n, shape)

    def _place(self, properties: Any) -> tuple[str, int] | None:
        if properties is None:
            return None
        style = properties.find(f"{_W}pStyle")
        inherited = self._styles.get(style.get(f"{_W}val", "")) if style is not None else None
        found = _place_in(properties, inherited)
        return None if found is None or found[0] == "0" else found

    def _read_lists(self, root: Any) -> None:
        for abstract in root.iter(f"{_W}abstractNum"):
            name = abstract.get(f"{_W}abstractNumId", "")
            for level in abstract.iter(f"{_W}lvl"):
                depth = int(level.get(f"{_W}ilvl", "0"))
                if depth < _DEEPEST:
                    text, shape, first = (_value(level, k) for k in ("lvlText", "numFmt", "start"))
                    start = int(first) if (first or "").isdecimal() else 1
                    self._levels[name, depth] = (text if shape != "bullet" else "", shape or "decimal", start)
        for number in root.iter(f"{_W}num"):
            self._abstract[number.get(f"{_W}numId", "")] = _value(number, "abstractNumId")

    def _read_styles(self, root: Any) -> None:
        parents: dict[str, str] = {}
        own: dict[str, Any] = {}
        for style in root.iter(f"{_W}style"):
            name = style.get(f"{_W}styleId", "")
            parents[name] = _value(style, "basedOn")
            own[name] = style.find(f"{_W}pPr")
        for name in own:
            chain: list[str] = []
            at = name
            while at in own and at not in chain:
                chain.append(at)
                at = parents[at]
            place: tuple[str, int] | None = None
            for link in reversed(chain):
                place = _place_in(own[link], place)
            if place:
                self._styles[name] = place


def _place_in(properties: Any, inherited: tuple[str, int] | None) -> tuple[str, int] | None:
    found = properties.find(f"{_W}numPr") if properties is not None else None
    if found is None:
        return inherited
    number = _value(found, "numId") or (inherited[0] if inherited else "")
    level = _value(found, "ilvl")
    depth = int(level) if level.isdecimal() else inherited[1] if inherited else 0
    return (number, min(depth, _DEEPEST - 1)) if number else inherited


def _value(node: Any, name: str) -> str:
    found = node.find(f"{_W}{name}")
    return "" if found is None else found.get(f"{_W}val", "")
