"""The styles of an OpenDocument file: what they hide, which lists they belong to, which cells they frame."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

_SPACE = "{{urn:oasis:names:tc:opendocument:xmlns:{}:1.0}}"
OFFICE, TEXT, TABLE = (_SPACE.format(name) for name in ("office", "text", "table"))
STYLE, DRAW, FO = (_SPACE.format(name) for name in ("style", "drawing", "xsl-fo-compatible"))
_EXTENDED = "{urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0}"
DEEPEST = 10  # levels of a list
# ODF numbers with a sample of the first ones; the names are those of Word, which `word_numbers.printed` knows.
_SHAPES = {
    "1": "decimal",
    "a": "lowerLetter",
    "A": "upperLetter",
    "i": "lowerRoman",
    "I": "upperRoman",
    "一": "chineseCounting",
    "①": "decimalEnclosedCircle",
}


@dataclass(frozen=True, slots=True)
class Level:
    """How a level of a list is numbered: its text with %1% … %9% for the counts, their format, the first count."""

    text: str
    shape: str
    first: int


class Styles:
    """All named and automatic styles of a file, looked up with what they inherit."""

    def __init__(self, roots: Sequence[Any]) -> None:
        self._own: dict[tuple[str, str], Any] = {}
        self.levels: dict[tuple[str, int], Level] = {}  # (list style, level from 0)
        self.pages: dict[str, Any] = {}  # master pages by their names
        for root in roots:
            for style in root.iter(f"{STYLE}style"):
                self._own[style.get(f"{STYLE}family", ""), style.get(f"{STYLE}name", "")] = style
            for style in root.iter(f"{TEXT}list-style", f"{TEXT}outline-style"):
                name = "" if style.tag == f"{TEXT}outline-style" else style.get(f"{STYLE}name", "")
                self.levels.update(((name, level), how) for level, how in _levels(style))
            for page in root.iter(f"{STYLE}master-page"):
                self.pages[page.get(f"{STYLE}name", "")] = page

    def find(self, family: str, name: str | None, attributes: Sequence[str], properties: str = "") -> str:
        """The first of some attributes that a style, or one that it inherits from, gives; "" where none does."""
        seen: set[str] = set()
        while name and name not in seen and (style := self._own.get((family, name))) is not None:
            seen.add(name)
            for node in style.iterfind(properties) if properties else (style,):
                for attribute in attributes:
                    if found := node.get(attribute):
                        return str(found)
            name = style.get(f"{STYLE}parent-style-name")
        return ""

    def hides(self, family: str, name: str | None) -> bool:
        """Whether the words of a paragraph or a span are hidden."""
        return self.find(family, name, (f"{TEXT}display",), f"{STYLE}text-properties") == "none"

    def raises(self, name: str | None) -> bool:
        """Whether the words of a span stand above the line."""
        return self.find("text", name, (f"{STYLE}text-position",), f"{STYLE}text-properties").startswith("super")

    def frames(self, name: str | None) -> bool:
        """Whether a cell has a border."""
        border = self.find("table-cell", name, (f"{FO}border-left", f"{FO}border"), f"{STYLE}table-cell-properties")
        return border not in ("", "none")


def _levels(style: Any) -> Iterator[tuple[int, Level]]:
    for node in style.iter(f"{TEXT}list-level-style-number", f"{TEXT}outline-level-style"):
        level, shape = whole(node, f"{TEXT}level", 1) - 1, node.get(f"{STYLE}num-format", "")
        several = min(whole(node, f"{TEXT}display-levels", 1), level + 1)
        text = node.get(f"{_EXTENDED}num-list-format") or (
            node.get(f"{STYLE}num-prefix", "")
            + ".".join(f"%{n}%" for n in range(level + 2 - several, level + 2))
            + node.get(f"{STYLE}num-suffix", "")
        )
        first = whole(node, f"{TEXT}start-value", 1)
        if 0 <= level < DEEPEST:
            yield level, Level(text if shape else "", _SHAPES.get(shape[:1], "decimal"), first)


def whole(node: Any, name: str, default: int) -> int:
    """A whole number that an attribute gives."""
    printed = node.get(name, "")
    return int(printed) if printed.isascii() and printed.isdecimal() and len(printed) < 10 else default
