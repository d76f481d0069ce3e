"""What stands on one page of a PDF: characters with their boxes, and ruling lines. Points, origin top-left."""

import ctypes
import struct
import threading
from collections import deque
from ctypes import c_double, c_int, c_uint, c_void_p
from dataclasses import dataclass
from itertools import count, repeat

import pypdfium2 as pdfium
import pypdfium2.raw as raw

from core.base.errors import DamagedFile, ProtectedFile
from core.readers.pdf_shapes import address, bounds, by_numbers, hidden, objects, rules_of
from core.readers.rulings import Rule

PDFIUM = threading.RLock()  # the library may be entered by one thread at a time
_WRONG_PASSWORD = 4  # FPDF_ERR_PASSWORD
_ASLANT = 0.18  # of a quarter: what leans more is a watermark
_HALF, _ROUND, _NO_ANGLE = 180, 360, -1  # degrees
_TELLING = 20  # characters that tell which way a page is read
_CODES = {0x02: "-"}  # the library's sign for a hyphen at a line's end
_SPACES = frozenset((0, 9, 10, 13, 0x20, 0xA0, 0x3000, 0xFFFE))

_code_of = by_numbers(raw.FPDFText_GetUnicode, c_uint, c_void_p, c_int)
_box_of = by_numbers(raw.FPDFText_GetLooseCharBox, c_int, c_void_p, c_int, c_void_p)
_matrix_of = by_numbers(raw.FPDFText_GetMatrix, c_int, c_void_p, c_int, c_void_p)
_size_of = by_numbers(raw.FPDFText_GetFontSize, c_double, c_void_p, c_int)
_is_made = by_numbers(raw.FPDFText_IsGenerated, c_int, c_void_p, c_int)


@dataclass(slots=True)  # not frozen: a page has thousands, and a frozen one takes three times as long to make
class Glyph:
    """A printed character and its box; `size` is the height of its font, `confidence` that of an OCR engine.

    `spaced`: the file has a blank before it.
    """

    char: str
    x0: float
    top: float
    x1: float
    bottom: float
    size: float
    confidence: float = 1.0
    spaced: bool = False


@dataclass(frozen=True, slots=True)
class PageContent:
    """A page: its size, its characters in the order of the file, its lines, and how much of it pictures cover.

    All is told of the page as it is read: with its text upright. `turn`: by how many degrees (counter-clockwise) the
    page as it is shown has to be turned for that; a multiple of 90. `aslant`: characters of a watermark.
    `hidden` is the share of its text that is printed invisibly, `drawn` how many shapes are no lines.
    """

    width: float
    height: float
    glyphs: tuple[Glyph, ...]
    across: tuple[Rule, ...]
    down: tuple[Rule, ...]
    pictured: float
    turn: int = 0
    aslant: tuple[Glyph, ...] = ()
    hidden: float = 0.0
    drawn: int = 0


def opened(name: str, data: bytes, password: str | None) -> pdfium.PdfDocument:
    """A file of pages; `name` is for errors. Whoever asks holds `PDFIUM`.

    Raises:
        ProtectedFile: the password is missing or wrong.
        DamagedFile: it cannot be opened.
    """
    try:
        return pdfium.PdfDocument(data, password)
    except pdfium.PdfiumError as error:
        if getattr(error, "err_code", None) == _WRONG_PASSWORD or "password" in str(error).lower():
            raise ProtectedFile(name=name) from error
        raise DamagedFile(name=name, detail="pdf") from error


def content(page: pdfium.PdfPage) -> PageContent:
    """All that is read of a page."""
    left, low, right, high = page.get_bbox()  # what is shown of it
    across: list[Rule] = []
    down: list[Rule] = []
    pictured, paths = 0.0, 0
    texts: list[int] = []
    for kind, item, outer in objects(page):
        if kind == raw.FPDF_PAGEOBJ_IMAGE:
            x0, y0, x1, y1 = bounds(item)
            pictured += max(x1 - x0, 0) * max(y1 - y0, 0)
        elif kind == raw.FPDF_PAGEOBJ_PATH:
            paths += 1
            for rules, more in zip((across, down), rules_of(item, outer, left, high), strict=True):
                rules += more
        elif kind == raw.FPDF_PAGEOBJ_TEXT:
            texts.append(item)
    drawn = max(paths - len(across) - len(down), 0)
    by_angle = _glyphs(page, left, high)
    aslant = by_angle.pop(_NO_ANGLE, [])
    glyphs = [glyph for found in by_angle.values() for glyph in found]
    angle = max(by_angle, key=lambda a: len(by_angle[a])) if len(glyphs) >= _TELLING else page.get_rotation()
    width, height = right - left, high - low
    pictured /= max(width * height, 1)
    if angle:
        for glyph in (*glyphs, *aslant):
            _turn(glyph, angle, width, height)
        across, down = _turned(across, down, angle, width, height)
        width, height = (width, height) if angle == _HALF else (height, width)
    turn = (page.get_rotation() - angle) % _ROUND
    lines = tuple(across), tuple(down)
    return PageContent(width, height, tuple(glyphs), *lines, pictured, turn, tuple(aslant), hidden(texts), drawn)


def _turn(glyph: Glyph, angle: int, width: float, height: float) -> None:
    """Move a character to where it stands when the page is turned clockwise by 90, 180 or 270 degrees."""
    x0, top, x1, bottom = glyph.x0, glyph.top, glyph.x1, glyph.bottom
    if angle == _HALF:
        glyph.x0, glyph.top, glyph.x1, glyph.bottom = width - x1, height - bottom, width - x0, height - top
    elif angle < _HALF:
        glyph.x0, glyph.top, glyph.x1, glyph.bottom = height - bottom, x0, height - top, x1
    else:
        glyph.x0, glyph.top, glyph.x1, glyph.bottom = top, width - x1, bottom, width - x0


def _turned(
    across: list[Rule], down: list[Rule], angle: int, width: float, height: float
) -> tuple[list[Rule], list[Rule]]:
    """The rules of a page that is turned clockwise."""
    flip_x = (
        [Rule(width - r.at, r.low, r.high) for r in down],
        [Rule(r.at, width - r.high, width - r.low) for r in across],
    )
    flip_y = (
        [Rule(height - r.at, r.low, r.high) for r in across],
        [Rule(r.at, height - r.high, height - r.low) for r in down],
    )
    if angle == _HALF:
        return (
            [Rule(height - r.at, width - r.high, width - r.low) for r in across],
            [Rule(width - r.at, height - r.high, height - r.low) for r in down],
        )
    return (flip_y[1], flip_y[0]) if angle < _HALF else flip_x


def _glyphs(page: pdfium.PdfPage, left: float, high: float) -> dict[int, list[Glyph]]:
    """The characters of a page by the direction of their text: degrees, counter-clockwise."""
    text = page.get_textpage()
    handle = address(text.raw)
    codes = list(map(_code_of, repeat(handle), range(text.count_chars())))
    printed = [i for i, code in enumerate(codes) if code not in _SPACES]
    boxes = (raw.FS_RECTF * len(printed))()  # of the font's height: the ink of 一 and “ is a stroke
    deque(map(_box_of, repeat(handle), printed, count(ctypes.addressof(boxes), ctypes.sizeof(raw.FS_RECTF))), 0)
    matrices = (raw.FS_MATRIX * len(printed))()
    deque(map(_matrix_of, repeat(handle), printed, count(ctypes.addressof(matrices), ctypes.sizeof(raw.FS_MATRIX))), 0)
    sizes = map(_size_of, repeat(handle), printed)
    by_angle: dict[int, list[Glyph]] = {}
    for i, size, (x0, y1, x1, y0), (a, b, _, _, x, y) in zip(
        printed, sizes, struct.iter_unpack("4f", boxes), struct.iter_unpack("6f", matrices), strict=True
    ):
        angle = 0
        if b == 0 and a * size > 0:
            size *= a
            far = 2 * size + 2
            if x1 < x - far or abs((y0 + y1) / 2 - y) > far:
                # Far from where its run of text begins: a Type 3 glyph within a form, whose box is local.
                x0, y0 = x, y
                x1, y1 = x0 + size, y0 + size * 0.8
        else:
            angle = _angle(a * size, b * size)
            size = abs(size) * max(abs(a), abs(b))
        code = codes[i]
        spaced = i > 0 and codes[i - 1] in _SPACES and not _is_made(handle, i - 1)
        x1 = x1 if x1 > x0 + 0.1 else x0 + 0.1
        glyph = Glyph(_CODES.get(code) or chr(code), x0 - left, high - y1, x1 - left, high - y0, size, 1.0, spaced)
        found = by_angle.get(angle)
        if found is None:
            by_angle[angle] = [glyph]
        else:
            found.append(glyph)
    return by_angle


def _angle(a: float, b: float) -> int:
    """The direction of text, to the next quarter; `_NO_ANGLE` where it is far from all."""
    if min(abs(a), abs(b)) > _ASLANT * max(abs(a), abs(b)):
        return _NO_ANGLE
    if abs(a) >= abs(b):
        return 0 if a >= 0 else _HALF
    return _HALF // 2 if b > 0 else _HALF + _HALF // 2
