"""The words of one paragraph of Word: its runs, fields, signs and content controls, as the page shows them.

Source: ECMA-376 part 1, 17.3 (runs), 17.5.2 (content controls), 17.16 (fields).
"""

import re
from dataclasses import dataclass
from typing import Any

from core.readers.note_marks import is_note_mark
from core.readers.symbols import seen

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
NOTES = (f"{W}footnote", f"{W}endnote")  # Word 2003 has them inside the paragraph
REFERENCES = (f"{W}footnoteReference", f"{W}endnoteReference")
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_DELETED = frozenset((*(f"{W}{n}" for n in ("del", "moveFrom", "rPr", "pPr", "sdtPr", "rt")), _FALLBACK))
_SIGNS = {f"{W}tab": "\t", f"{W}noBreakHyphen": "-", f"{W}ptab": "\t"}
_OFF = ("0", "false", "off")
_PROMPT = re.compile(r"单击|点击|选择一项|click|tap |choose an item", re.IGNORECASE)
_CIRCLED = re.compile(
    r"\s{0,9}eq\s{1,9}\\o(?:\\a[clr])?\s{0,9}\([○〇◯]\s{0,9}[,，;]\s{0,9}(\d{1,2}|\w)\s{0,9}\)\s{0,9}", re.IGNORECASE
)
_LARGEST = 20  # number in a circle


@dataclass(slots=True)
class _Field:
    """A field that is being read: its code, whether that has ended, what it shows if nothing else does."""

    code: str = ""
    is_code: bool = True
    shown: str = ""


class Words:
    """The lines of a paragraph, one at least; the text boxes anchored in it; the notes that it refers to.

    `notes` are the references, or the notes themselves, each with its own mark ("" where Word counts it).
    """

    def __init__(self, paragraph: Any, hidden: frozenset[str]) -> None:
        self.lines: list[str] = [""]
        self.boxes: list[Any] = []
        self.notes: list[tuple[Any, str]] = []
        self._hidden = hidden  # styles
        self._is_hidden = style(paragraph, "pPr", "pStyle") in hidden
        self._fields: list[_Field] = []
        stack = list(reversed(paragraph))
        while stack:
            stack += reversed(self._opened(stack.pop()))

    def _opened(self, node: Any) -> list[Any]:
        """Take what a node says; what is inside it and still to be read."""
        tag = node.tag
        if tag in _DELETED or not isinstance(tag, str):
            return []
        if tag == f"{W}txbxContent":
            self.boxes.append(node)
        elif tag == f"{W}r":
            return self._run(node)
        elif tag == f"{W}sdt":
            return [] if is_prompt(node) else list(node)
        elif tag in NOTES or tag in REFERENCES:
            self.notes.append((node, ""))
        elif tag == f"{W}t":
            words = node.text or ""
            is_sign = len(words) == 1 or not words.isprintable()  # only those depend on their font
            self._put(seen(words, _font(node)) if is_sign else words)
        elif tag == f"{W}sym":
            self._put(seen(_symbol(node), node.get(f"{W}font", "")))
        elif tag in (f"{W}br", f"{W}cr"):
            self.lines.append("")
        elif tag in _SIGNS:
            self._put(_SIGNS[tag])
        elif tag == f"{W}fldChar":
            self._field(node)
        elif tag == f"{W}instrText":
            if self._fields:
                self._fields[-1].code += node.text or ""
        else:
            return list(node)
        return []

    def _put(self, words: str) -> None:
        if words and not any(field.is_code for field in self._fields):
            self.lines[-1] += words
            for field in self._fields:
                field.shown = ""

    def _run(self, run: Any) -> list[Any]:
        if self._hides(run):
            return list(run.iter(f"{W}fldChar", f"{W}instrText"))
        reference = next((node for node in run if node.tag in REFERENCES), None)
        if reference is not None and reference.get(f"{W}customMarkFollows") not in (None, *_OFF):
            self.notes.append((reference, _text(run)))
            return []
        if _is_raised(run):
            before, following = self.lines[-1].strip()[-1:], run.getnext()
            after = "" if following is None else _text(following).strip()[:1]
            if is_note_mark(_text(run), before, after, is_raised=True):
                return []
        return list(run)

    def _hides(self, run: Any) -> bool:
        own = run.find(f"{W}rPr/{W}vanish")
        if own is not None:
            return own.get(f"{W}val") not in _OFF
        return self._is_hidden or style(run, "rPr", "rStyle") in self._hidden

    def _field(self, sign: Any) -> None:
        kind = sign.get(f"{W}fldCharType")
        if kind == "begin":
            self._fields.append(_Field(shown=_form_value(sign)))
        elif kind == "separate" and self._fields:
            self._fields[-1].is_code = False
        elif kind == "end" and self._fields:
            field = self._fields.pop()
            self._put(field.shown or (_circled(field.code) if field.is_code else ""))


def style(node: Any, properties: str, name: str) -> str:
    """The name of the style of a paragraph or a run."""
    found = node.find(f"{W}{properties}/{W}{name}")
    return "" if found is None else found.get(f"{W}val", "")


def is_on(node: Any, path: str) -> bool:
    """Whether a property is there and not switched off."""
    found = node.find(path)
    return found is not None and found.get(f"{W}val") not in _OFF


def _text(node: Any) -> str:
    return "".join(t.text or "" for t in node.iter(f"{W}t"))


def _font(text: Any) -> str:
    fonts = text.getparent().find(f"{W}rPr/{W}rFonts")
    return "" if fonts is None else fonts.get(f"{W}ascii", "")


def _symbol(sign: Any) -> str:
    try:
        return chr(int(sign.get(f"{W}char", ""), 16))
    except (ValueError, OverflowError):
        return ""


def _is_raised(run: Any) -> bool:
    place = run.find(f"{W}rPr/{W}vertAlign")
    return place is not None and place.get(f"{W}val") == "superscript"


def is_prompt(control: Any) -> bool:
    """Whether a content control holds only the words that ask for its value."""
    return is_on(control, f"{W}sdtPr/{W}showingPlcHdr") and _PROMPT.search(_text(control)[:100]) is not None


def _form_value(begin: Any) -> str:
    """What an old form field shows: its box, ticked or not, or the chosen entry of its list."""
    box, choices = begin.find(f"{W}ffData/{W}checkBox"), begin.find(f"{W}ffData/{W}ddList")
    if box is not None:
        chosen = "checked" if box.find(f"{W}checked") is not None else "default"
        return "☑" if is_on(box, f"{W}{chosen}") else "□"
    if choices is None:
        return ""
    result = choices.find(f"{W}result")
    entries = [entry.get(f"{W}val", "") for entry in choices.iterchildren(f"{W}listEntry")]
    number = "0" if result is None else result.get(f"{W}val", "")
    return entries[int(number)] if number.isdecimal() and int(number) < len(entries) else ""


def _circled(code: str) -> str:
    """A sign in a circle, which is a field without a result."""
    found = _CIRCLED.fullmatch(code[:100])
    if found is None:
        return ""
    number = int(found[1]) if found[1].isdecimal() else 0
    return chr(0x2460 + number - 1) if 1 <= number <= _LARGEST else found[1]
