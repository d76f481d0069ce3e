"""What a browser shows of a node: which are seen, which begin a line, how white space folds, what numbers a list."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache

from lxml import etree

from core.readers.word_numbers import printed

_UNSEEN: frozenset[object] = frozenset(
    ("script", "style", "noscript", "template", "head", "title", "iframe", "select", "option", "button", "input",
     "textarea", "object", "embed", "svg", "canvas", "map", "audio", "video", "rp", "rt",
     etree.Comment, etree.ProcessingInstruction, etree.Entity)
)  # fmt: skip
BLOCKS = frozenset(
    ("p", "div", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "li", "dl", "dt", "dd", "section", "article",
     "header", "footer", "nav", "aside", "main", "center", "blockquote", "pre", "form", "fieldset", "hr", "body",
     "table", "thead", "tbody", "tfoot", "tr", "td", "th", "caption", "address", "figure")
)  # fmt: skip
_HIDDEN = re.compile(
    r"display\s{0,4}:\s{0,4}none|visibility\s{0,4}:\s{0,4}hidden|mso-hide\s{0,4}:\s{0,4}all"
    r"|font-size\s{0,4}:\s{0,4}0(?:\.0{1,4})?(?:px|pt|r?em|%)?\s{0,4}(?:;|!|$)",
    re.IGNORECASE,
)
_SPACE = re.compile(r"[ \t\r\n\f]+")
# CSS Text 3, 4.1.3: a line end of the source between two characters of full width is no blank. Word wraps so.
_WIDE = r"[\u2e80-\u9fff\uf900-\ufaff\uff00-\uff60“”‘’…]"
_WRAPPED = re.compile(rf"(?<={_WIDE})[ \t]*[\r\n][ \t\r\n\f]*(?={_WIDE})")
_MARKUP_REST = re.compile(r"<!--\[if[^\]]{0,80}\](?:--)?>|<!\[endif\]-->|<!--\[endif\]-->|-->")
# How an ordered list counts: CSS Counter Styles 3, HTML's own types, and the classes of a wide-spread editor.
_CHINESE = re.compile(r"cjk-ideographic|(?:simp|trad)-chinese|japanese-informal")
_TYPES = {"a": "lowerLetter", "A": "upperLetter", "i": "lowerRoman", "I": "upperRoman"}
_STYLE = re.compile("(lower|upper)-(alpha|latin|roman)")
_KINDS = {"alpha": "Letter", "latin": "Letter", "roman": "Roman"}
_NO_NUMBER = re.compile(r"list-style(?:-type)?\s{0,4}:\s{0,4}(?:none|disc|circle|square)")
_EDITOR = re.compile(r"custom_(cn|num)([12]?)(?!\w)")
_AROUND = {"": ("", "、"), "1": ("", "）"), "2": ("（", "）")}


def is_unseen(node: etree._Element) -> bool:
    """Whether a browser shows nothing of an element."""
    if node.tag in _UNSEEN or node.get("hidden") is not None:
        return True
    style = node.get("style")
    return style is not None and _hides(style)


@lru_cache(maxsize=1024)  # a page pasted from Word has a style everywhere, and few of them
def _hides(style: str) -> bool:
    return _HIDDEN.search(style) is not None


@dataclass(slots=True)
class Line:
    """The words of one line, white space as a browser folds it. `number` waits for the first words of a list item."""

    numbers: "ListNumbers"
    pieces: list[str] = field(default_factory=list)
    number: str = ""

    def begin(self, node: etree._Element) -> None:
        """Words may follow that stand right inside an element."""
        if node.tag == "li":
            self.number = self.numbers.of(node)
        self.add(node.text)

    def add(self, text: str | None) -> None:
        """Words of one text node."""
        if text:
            self.pieces.append(_WRAPPED.sub("", text) if "\n" in text or "\r" in text else text)

    def words(self) -> str:
        """The line as far as it goes."""
        words = "".join(self.pieces)
        return folded(_MARKUP_REST.sub("", words) if "-->" in words or "<!" in words else words)

    def take(self) -> str:
        """The line, which begins anew."""
        if not self.pieces:
            return ""
        words = self.words()
        self.pieces.clear()
        if words:
            words, self.number = self.number + words, ""
        return words


class ListNumbers:
    """Counts the items of ordered lists, in the order in which they are asked for."""

    def __init__(self) -> None:
        self._counts: dict[etree._Element, int] = {}

    def of(self, item: etree._Element) -> str:
        """What a browser prints before a list item; "" in a list without numbers."""
        parent = item.getparent()
        if parent is None or parent.tag != "ol":
            return ""
        before = self._counts.get(parent, _whole(parent.get("start"), 1) - 1)
        count = self._counts[parent] = _whole(item.get("value"), before + 1)
        style = f"{parent.get('style', '')};{item.get('style', '')}".lower()
        if editor := _EDITOR.search(parent.get("class", "")):
            opening, closing = _AROUND[editor[2]]
            return opening + printed(count, "chineseCounting" if editor[1] == "cn" else "decimal") + closing
        if _CHINESE.search(style):
            return printed(count, "chineseCounting") + "、"
        if _NO_NUMBER.search(style):
            return ""
        named = _STYLE.search(style)
        shape = named[1] + _KINDS[named[2]] if named else _TYPES.get(parent.get("type", ""), "decimal")
        return printed(count, shape) + ". "


def _whole(text: str | None, default: int) -> int:
    number = (text or "").strip()
    return int(number) if number.isascii() and number.isdecimal() and len(number) < 5 else default


def folded(text: str) -> str:
    """White space as a browser folds it."""
    return _SPACE.sub(" ", text).strip(" ")


def lines(root: etree._Element, numbers: ListNumbers) -> Iterator[str]:
    """The lines of all that is inside an element which say anything; blocks and breaks part them."""
    return filter(None, _lines(root, numbers))


def _lines(root: etree._Element, numbers: ListNumbers) -> Iterator[str]:
    line = Line(numbers)
    walk = etree.iterwalk(root, events=("start", "end", "comment", "pi"))
    for event, node in walk:
        if event == "start":
            if node is not root and is_unseen(node):
                walk.skip_subtree()
                continue
            if node.tag in BLOCKS or node.tag == "br":
                yield line.take()
            line.begin(node)
        elif event == "end":
            if node.tag in BLOCKS:
                yield line.take()
            if node is not root:
                line.add(node.tail)
        else:
            line.add(node.tail)
    yield line.take()
