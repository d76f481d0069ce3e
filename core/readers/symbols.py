"""Signs of symbol fonts (Wingdings, Symbol): the check boxes, circled numbers and bullets that a person sees.

Office stores them by their place in the font, on code points of private use from U+F020. Source: the mappings of these
fonts in the Unicode Consortium's L2/11-052 and in Symbol's table of Unicode.
"""

import re
from collections.abc import Mapping


def _run(first: int, signs: str) -> dict[int, str]:
    return {first + n: sign for n, sign in enumerate(signs)}


_CIRCLES = "⓪①②③④⑤⑥⑦⑧⑨⑩⓿❶❷❸❹❺❻❼❽❾❿"
_WINGDINGS = {
    **_run(0x6C, "●❍■□◻❑❒"), 0x75: "◆", 0x76: "❖", **_run(0x80, _CIRCLES), 0x9E: "·", 0x9F: "•", 0xA1: "○",
    0xA7: "▪", 0xA8: "□", 0xAB: "★", 0xB6: "☆", 0xD8: "➢", **_run(0xDF, "←→↑↓"), **_run(0xFB, "✗✓☒☑"),
}  # fmt: skip
_WINGDINGS_2 = {**_run(0x4F, "✗✓☒☑☒☒"), **_run(0x69, _CIRCLES), 0xA3: "□"}
_WEBDINGS = {0x61: "✓", 0x63: "□", 0x67: "■", 0x72: "✗"}
_PLAIN = "!#%&()+,./0123456789:;<=>?[]_{|}"  # which Symbol has in the places of ASCII
_SYMBOL = {
    **{ord(sign): sign for sign in _PLAIN}, 0x2D: "−", 0xA3: "≤", 0xA5: "∞", 0xB0: "°", 0xB1: "±", 0xB3: "≥", 0xB4: "×",
    0xB7: "•", 0xB8: "÷", 0xB9: "≠", 0xBB: "≈",
}  # fmt: skip
_FONTS: dict[str, Mapping[int, str]] = {
    "wingdings": _WINGDINGS,
    "wingdings 2": _WINGDINGS_2,
    "wingdings 3": {},
    "webdings": _WEBDINGS,
    "symbol": _SYMBOL,
}
_PRIVATE = re.compile("[\uf020-\uf0ff]")
_OFFSET = 0xF000


def seen(text: str, font: str = "") -> str:
    """A text as it is seen in a font; where the font is not known, signs of private use are those of Wingdings.

    Signs that no report uses are left out. A single letter in a symbol font is a sign of it too.

    >>> seen("\\uf0fe是")
    '☑是'
    """
    signs = _FONTS.get(font.strip().lower())
    if signs is not None and len(text) == 1 and not text.isdecimal() and not text.isspace():
        code = ord(text)
        return signs.get(code % _OFFSET, "") if code < 0x100 or _PRIVATE.match(text) else text
    known = _WINGDINGS if signs is None else signs
    return _PRIVATE.sub(lambda m: known.get(ord(m[0]) - _OFFSET, ""), text)
