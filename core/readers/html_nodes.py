"""What a browser shows of a page: which nodes are seen, what begins a line, how white space folds, what numbers a list.

The words of a page, or of any element in it, are taken as one string, in which marks part the lines.
"""

import re
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
_BLOCK = re.compile(r"display\s{0,4}:\s{0,4}(?:block|flex|grid|list-item|table)\s{0,4}(?:;|!|$)", re.IGNORECASE)
_SPACE = re.compile(r"[ \t\r\n\f]+")
_MARKUP_REST = re.compile(r"<!--\[if[^\]]{0,80}\](?:--)?>|<!\[endif\]-->|<!--\[endif\]-->|-->")
# How an ordered list counts: CSS Counter Styles 3, HTML's own types, and the classes of a wide-spread editor.
_CHINESE = re.compile(r"cjk-ideographic|(?:simp|trad)-chinese|japanese-informal")
_TYPES = {"a": "lowerLetter", "A": "upperLetter", "i": "lowerRoman", "I": "upperRoman"}
_STYLE = re.compile("(lower|upper)-(alpha|latin|roman)")
_KINDS = {"alpha": "Letter", "latin": "Letter", "roman": "Roman"}
_NO_NUMBER = re.compile(r"list-style(?:-type)?\s{0,4}:\s{0,4}(?:none|disc|circle|square)")
_EDITOR = re.compile(r"custom_(cn|num)([12]?)(?!\w)")
_AROUND = {"": ("", "、"), "1": ("", "）"), "2": ("（", "）")}

# Marks are noncharacters, which no text holds: where blocks begin and end, breaks, links, the end of a list's number.
BEGIN, END, BREAK, LINK, LINK_END, _NUMBERED = "\ufdd0", "\ufdd1", "\ufdd2", "\ufdd3", "\ufdd4", "\ufdd5"
MARKS = re.compile(f"([{BEGIN}{END}{BREAK}{LINK}{LINK_END}])")
LINE_ENDS = re.compile(f"([{BEGIN}{END}{BREAK}])")
_UNBROKEN = re.compile(f"[^{BEGIN}{END}{BREAK}]+")
LINKS = re.compile(f"[{LINK}{LINK_END}]")
_ANY_MARK = f"[{BEGIN}-{_NUMBERED}]"
# CSS Text 3, 4.1.3: a line end of the source between two characters of full width is no blank. Word wraps so.
_WIDE = r"[\u2e80-\u9fff\uf900-\ufaff\uff00-\uff60“”‘’…]"
_MEANINGLESS = re.compile(rf"{_ANY_MARK}|(?<={_WIDE})[ \t]*[\r\n][ \t\r\n\f]*(?={_WIDE})")


def prune(root: etree._Element) -> None:
    """Take out all of which a browser shows nothing."""
    for node in root.iter():
        style = node.get("style")
        if (style is not None and _hides(style)) or node.get("hidden") is not None:
            node.tag = "template"
        elif node.tag == "span" and style is not None and _is_block(style):
            node.tag = "div"
    etree.strip_elements(root, *_UNSEEN, with_tail=False)


@lru_cache(maxsize=1024)  # a page pasted from Word has a style everywhere, and few of them
def _hides(style: str) -> bool:
    return _HIDDEN.search(style) is not None


@lru_cache(maxsize=1024)
def _is_block(style: str) -> bool:
    return _BLOCK.search(style) is not None


def mark(root: etree._Element) -> list[etree._Element]:
    """Put marks into the words of a page, and join the lines of a source that was only wrapped.

    Returns:
        The blocks, in the order in which they begin.
    """
    is_odd = re.search(_ANY_MARK, marked_words(root)) is not None
    for node in root.iter():
        text, tail = node.text, node.tail
        if text and ("\n" in text or is_odd):
            node.text = _MEANINGLESS.sub("", text)
        if tail and ("\n" in tail or is_odd):
            node.tail = _MEANINGLESS.sub("", tail)
    blocks, numbers = list(root.iter(*BLOCKS)), _ListNumbers()
    for node in blocks:
        number = numbers.of(node) + _NUMBERED if node.tag == "li" else ""
        node.text, node.tail = BEGIN + number + (node.text or ""), END + (node.tail or "")
    for node in root.iter("br"):
        node.tail = BREAK + (node.tail or "")
    for node in root.iter("a"):
        node.text, node.tail = LINK + (node.text or ""), LINK_END + (node.tail or "")
    return blocks


def marked_words(node: etree._Element) -> str:
    """All words inside an element of a marked page."""
    return str(etree.tostring(node, method="text", encoding="unicode", with_tail=False))


def lines(words: str) -> list[str]:
    """The lines of marked words which say anything."""
    line = Line()
    return [shown for part in _UNBROKEN.findall(LINKS.sub("", words)) if (shown := line.read(part))]


class Line:
    """Reads line after line; what numbers a list item waits for its first words."""

    def __init__(self) -> None:
        self._number = ""

    def read(self, words: str) -> str:
        """What a browser shows of a line; "" of white space."""
        if not words or words.isspace():
            return ""
        number, is_numbered, rest = words.rpartition(_NUMBERED)
        shown = folded(rest)
        if is_numbered:
            self._number = number
        if shown:
            shown, self._number = self._number + shown, ""
        return shown


class _ListNumbers:
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
    """White space as a browser folds it, without what remains of Word's conditional comments."""
    if "-->" in text or "<!" in text:
        text = _MARKUP_REST.sub("", text)
    return _SPACE.sub(" ", text).strip(" ")
