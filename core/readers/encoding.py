"""Which encoding a text file is in, how sure that is, and its decoded text.

Order: byte order mark, strict UTF-8, UTF-16 by its byte pattern, then chardet limited to the Chinese set. A decode
that succeeds proves nothing by itself: nearly any bytes are valid GB18030. Unlimited chardet was measured to answer
koi8-u for GBK with one damaged byte, so it is never asked without the list. What it answers has to look like Chinese:
the right reading of these reports is made of frequent characters by half and more, a wrong one by 0 to 4 %.
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
_BIG5 = ("big5", "big5hkscs")
_ALIASES = {
    "gb2312": "gb18030",
    "cp936": "gb18030",
    "cp950": "big5",
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
_FREQUENT = frozenset(
    "\u3000，。、；：（）“”《》的一是不了在有和人这中大为上个国以要他时来用们到作地于出就分对成会可主发年动同工也能下过民后进政府信息公开报告县市区乡镇"
    "局办委室机关门单位部项目条件数申请受理答复行议诉讼收费制度规范性文网站各情况加强建设保密问题改措施三二四五六七八九十全本法定期内容方式及其与"
    "将等這為個國時來們於對會發動後進開報縣區鄉鎮辦關門單項條數請復訴訟費規範網況強設問題與資訊據無業務實應經處說從點體長當種總"
)
_WINDOW = 16 * 1024
_BEFORE = 2 * 1024
# What Chinese text in UTF-16 is made of; other byte pairs hardly ever fall into these ranges all the time.
_LIKELY = (
    *((0x09, 0x0E), (0x20, 0x7F), (0xA0, 0xA1), (0xB7, 0xB8), (0x2010, 0x2030), (0x2460, 0x2600)),
    *((0x3000, 0x3040), (0x4E00, 0xA000), (0xFF00, 0xFFF0)),
)
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
    if sure := _utf16_order(data):
        return _lenient(data, *sure)
    first = _first_high(data)
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
    plain = encoding.lower().replace("-", "").replace("_", "").replace(" ", "")
    if plain not in _ALIASES:
        raise LookupError(encoding)
    return _ALIASES[plain]


def _lenient(data: bytes, encoding: str, confidence: float) -> Decoded:
    try:
        return Decoded(data.decode(encoding), encoding, confidence)
    except UnicodeDecodeError:
        text = data.decode(encoding, errors="replace")
        lost = text.count("\ufffd")
        return Decoded(text, encoding, round(confidence * max(1 - 10 * lost / max(len(text), 1), 0.1), 2), lost)


def _utf16_order(data: bytes) -> tuple[str, float] | None:
    """UTF-16 without a mark: its byte order and how sure that is; None for anything else."""
    sample = data[: 4096 - 4096 % 2]
    if len(sample) < 4 or not any(byte in sample for byte in b"\x00\x01\x02\xff"):
        return None  # every text in UTF-16 has a line end, a space, a digit or punctuation, hence one of these bytes
    share, name = max((_share(sample, "little"), "utf-16-le"), (_share(sample, "big"), "utf-16-be"))
    return (name, round(share, 2)) if share >= _SURE_UTF16 else None


def _share(sample: bytes, order: str) -> float:
    """Share of 16-bit units that Chinese text is made of, with at least one line end, space or punctuation mark."""
    low, high = (0, 1) if order == "little" else (1, 0)
    units = [sample[i + low] | sample[i + high] << 8 for i in range(0, len(sample) - 1, 2)]
    likely = sum(any(a <= unit < b for a, b in _LIKELY) for unit in units)
    # Pairs of GBK bytes fall into the range of ideographs as well; they never give these, which any text has.
    plain = sum(
        unit in (0x0A, 0x0D, 0x20, 0x3000, 0x3001, 0x3002, 0xFF0C, 0xFF1A) or 0x30 <= unit < 0x3A for unit in units
    )
    return likely / len(units) if plain else 0.0


def _guess(data: bytes, first: int) -> Decoded:
    import chardet  # its models cost 120 ms: only when they are needed

    window = data[max(first - _BEFORE, 0) : first + _WINDOW]
    answer = chardet.detect(window, include_encodings=_CANDIDATES, no_match_encoding="gb18030")
    name = _ALIASES.get(str(answer["encoding"] or "").lower().replace("-", "").replace("_", ""), "gb18030")
    hits = {candidate: _frequent(window, candidate) for candidate in _CANDIDATES}
    if hits[name] * 3 < max(hits.values()):
        name = max(_CANDIDATES, key=lambda c: hits[c])
    family = _BIG5 if name in _BIG5 else (name,)
    lead = hits[name] - max(n for candidate, n in hits.items() if candidate not in family)
    confidence = max(float(answer["confidence"] or 0.0), 1 - 1 / (2 + lead) if lead > 0 else 0.0)
    for candidate in family:
        try:
            return Decoded(data.decode(candidate), candidate, min(round(confidence, 2), 0.99))
        except UnicodeDecodeError:
            continue
    # Nothing holds strictly: open the reading with the fewest losses among those that look like Chinese, and say so.
    order = [*family, *(c for c in _CANDIDATES if c not in family and hits[c] * 2 >= hits[name])]
    readings = [_lenient(data, candidate, min(confidence, 0.99)) for candidate in order]
    return min(readings, key=lambda r: (r.undecodable, order.index(r.encoding)))


def _frequent(window: bytes, encoding: str) -> int:
    """How many of the frequent characters this reading of the window gives, less one for each sign that is lost."""
    text = window.decode(encoding, errors="replace")
    return sum(c in _FREQUENT for c in text) - text.count("\ufffd")
