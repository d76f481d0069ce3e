"""Which encoding a text file is in, how sure that is, and its decoded text.

Order: byte order mark, strict UTF-8, UTF-16 by its byte pattern, then chardet limited to the Chinese set. A decode
that succeeds proves nothing by itself: nearly any bytes are valid GB18030. Unlimited chardet was measured to answer
koi8-u for GBK with one damaged byte, so it is never asked without the list.
"""

import codecs
from dataclasses import dataclass

ENCODINGS = ("utf-8", "gb18030", "big5", "big5hkscs", "utf-16-le", "utf-16-be")
_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_CANDIDATES = ("utf-8", "gb18030", "big5", "big5hkscs")
_ALIASES = {
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "gb18030": "gb18030",
    "big5": "big5",
    "big5hkscs": "big5hkscs",
    "utf8": "utf-8",
    "utf8sig": "utf-8",
    "utf16le": "utf-16-le",
    "utf16be": "utf-16-be",
    "utf16": "utf-16",
}
_WINDOW = 16 * 1024
_BEFORE = 2 * 1024
# What Chinese text in UTF-16 is made of; other byte pairs hardly ever fall into these ranges all the time.
_LIKELY = ((0x20, 0x7F), (0x4E00, 0xA000), (0x3000, 0x3040), (0xFF00, 0xFFF0), (0x2010, 0x2030), (0x09, 0x0E))
_SURE_UTF16 = 0.9


@dataclass(frozen=True, slots=True)
class Decoded:
    """`undecodable` counts the U+FFFD put in place of bytes that mean nothing; `confidence` in [0, 1]."""

    text: str
    encoding: str
    confidence: float
    undecodable: int = 0


def decode(data: bytes, encoding: str | None = None) -> Decoded:
    """Decode; with `encoding` given exactly so, whatever the bytes look like (the window's manual switch).

    Raises:
        LookupError: `encoding` is no encoding that we know.
    """
    if encoding is not None:
        return _forced(data, encoding)
    for mark, name in _MARKS:
        if data.startswith(mark):
            return _lenient(data[len(mark) :], name, 1.0)
    first = next((i for i in range(len(data)) if data[i] > 0x7F), None) if len(data) < 4096 else _first_high(data)
    if _looks_like_utf16(data):
        return _utf16(data)
    if first is None:
        return Decoded(data.decode("ascii"), "utf-8", 1.0)
    try:
        return Decoded(data.decode("utf-8"), "utf-8", 0.99)
    except UnicodeDecodeError as error:
        if error.start >= len(data) - 3 and error.start > first:
            return _lenient(data, "utf-8", 0.9)  # the file was cut within its last character
    return _guess(data, first)


def _first_high(data: bytes) -> int | None:
    """Offset of the first byte above ASCII; works in slices, for a 50 MB file."""
    for at in range(0, len(data), 1 << 16):
        piece = data[at : at + (1 << 16)]
        if not piece.isascii():
            return at + next(i for i, byte in enumerate(piece) if byte > 0x7F)
    return None


def _forced(data: bytes, encoding: str) -> Decoded:
    name = _canonical(encoding)
    if name == "utf-16":
        name = "utf-16-be" if data.startswith(codecs.BOM_UTF16_BE) else "utf-16-le"
    for mark, marked in _MARKS:
        if marked == name and data.startswith(mark):
            data = data[len(mark) :]
    return _lenient(data, name, 1.0)


def _canonical(encoding: str) -> str:
    plain = encoding.lower().replace("-", "").replace("_", "")
    return _ALIASES.get(plain) or codecs.lookup(encoding).name


def _lenient(data: bytes, encoding: str, confidence: float) -> Decoded:
    try:
        return Decoded(data.decode(encoding), encoding, confidence)
    except UnicodeDecodeError:
        text = data.decode(encoding, errors="replace")
        lost = text.count("\ufffd")
        return Decoded(text, encoding, round(confidence * max(1 - 10 * lost / max(len(text), 1), 0.1), 2), lost)


def _looks_like_utf16(data: bytes) -> bool:
    return max(_share(data, "little"), _share(data, "big")) >= _SURE_UTF16


def _share(data: bytes, order: str) -> float:
    """Share of 16-bit units that Chinese text is made of, with at least one line end, space or punctuation mark."""
    sample = data[: 4096 - 4096 % 2]
    if len(sample) < 4:
        return 0.0
    low, high = (0, 1) if order == "little" else (1, 0)
    units = [sample[i + low] | sample[i + high] << 8 for i in range(0, len(sample) - 1, 2)]
    likely = sum(any(a <= unit < b for a, b in _LIKELY) for unit in units)
    # Pairs of GBK bytes fall into the range of ideographs as well; they never give these, which any text has.
    plain = sum(
        unit in (0x0A, 0x0D, 0x20, 0x3000, 0x3001, 0x3002, 0xFF0C, 0xFF1A) or 0x30 <= unit < 0x3A for unit in units
    )
    return likely / len(units) if plain else 0.0


def _utf16(data: bytes) -> Decoded:
    order = "little" if _share(data, "little") >= _share(data, "big") else "big"
    return _lenient(data, "utf-16-le" if order == "little" else "utf-16-be", round(_share(data, order), 2))


def _guess(data: bytes, first: int) -> Decoded:
    import chardet  # its models cost 120 ms: only when they are needed

    window = data[max(first - _BEFORE, 0) : first + _WINDOW]
    answer = chardet.detect(window, include_encodings=_CANDIDATES, no_match_encoding="gb18030")
    name = _canonical(str(answer["encoding"] or "gb18030"))
    confidence = round(float(answer["confidence"] or 0.0), 2)
    order = [name, *(c for c in _CANDIDATES if c != name)]
    if name == "big5":
        order.insert(1, "big5hkscs")
    for candidate in order[: 2 if name == "big5" else 1]:
        try:
            return Decoded(data.decode(candidate), candidate, confidence)
        except UnicodeDecodeError:
            continue
    # Nothing holds strictly for the likely reading: open the reading with the fewest losses, and say so.
    readings = [_lenient(data, candidate, confidence) for candidate in order]
    return min(readings, key=lambda r: (r.undecodable, order.index(r.encoding)))
