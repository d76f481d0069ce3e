"""What stands on one page of a PDF: characters with their boxes, and ruling lines. Points, origin top-left."""

import ctypes
import threading
from collections.abc import Iterator
from dataclasses import dataclass

import pypdfium2 as pdfium
import pypdfium2.raw as raw

from core.base.errors import DamagedFile, ProtectedFile
from core.readers.rulings import Rule

PDFIUM = threading.RLock()  # the library may be entered by one thread at a time
_WRONG_PASSWORD = 4  # FPDF_ERR_PASSWORD
_THIN = 3.0  # points; a filled box no thicker is a line
_STRAIGHT = 0.8
_SHORTEST = 0.2
_ASLANT = 0.18  # of a quarter: what leans more is a watermark
_HALF, _ROUND, _NO_ANGLE = 180, 360, -1  # degrees
_TELLING = 20  # characters that tell which way a page is read
_DEEPEST = 6  # form in form
_SHAPES = (raw.FPDF_PAGEOBJ_PATH, raw.FPDF_PAGEOBJ_IMAGE)
_CODES = {0x02: "-"}  # the library's sign for a hyphen at a line's end
_SPACES = frozenset((0, 9, 10, 13, 0x20, 0xA0, 0x3000, 0xFFFE))

Matrix = tuple[float, float, float, float, float, float]


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
    `hidden` is the share of its text that is printed invisibly, asked for where there are pictures; `drawn` how many
    shapes are no lines.
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
    matrices: dict[int, Matrix] = {}
    for item in page.get_objects(filter=_SHAPES, max_depth=_DEEPEST):
        if item.type == raw.FPDF_PAGEOBJ_IMAGE:
            x0, y0, x1, y1 = item.get_bounds()
            pictured += max(x1 - x0, 0) * max(y1 - y0, 0)
        else:
            paths += 1
            _rules(item, matrices, (left, high), across, down)
    drawn = max(paths - len(across) - len(down), 0)
    hidden = _hidden(page) if pictured else 0.0
    by_angle: dict[int, list[Glyph]] = {}
    _glyphs(page, left, high, by_angle)
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
    return PageContent(width, height, tuple(glyphs), *lines, pictured, turn, tuple(aslant), hidden, drawn)


def _hidden(page: pdfium.PdfPage) -> float:
    """The share of a page's pieces of text that are printed invisibly."""
    modes = [
        raw.FPDFTextObj_GetTextRenderMode(item.raw)
        for item in page.get_objects(filter=(raw.FPDF_PAGEOBJ_TEXT,), max_depth=_DEEPEST)
    ]
    return modes.count(raw.FPDF_TEXTRENDERMODE_INVISIBLE) / max(len(modes), 1)


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


def _glyphs(page: pdfium.PdfPage, left: float, high: float, by_angle: dict[int, list[Glyph]]) -> None:
    """Sort the characters of a page by the direction of their text: degrees, counter-clockwise."""
    text = page.get_textpage()
    matrix = raw.FS_MATRIX()
    box = raw.FS_RECTF()
    code_of, box_of, matrix_of = raw.FPDFText_GetUnicode, raw.FPDFText_GetLooseCharBox, raw.FPDFText_GetMatrix
    size_of, is_made = raw.FPDFText_GetFontSize, raw.FPDFText_IsGenerated
    handle = text.raw
    upright: list[Glyph] = []
    spaced = False
    for i in range(text.count_chars()):
        code = code_of(handle, i)
        if code in _SPACES:
            spaced = not is_made(handle, i)
            continue
        box_of(handle, i, box)  # the font's height: the ink of 一 and “ is a stroke
        matrix_of(handle, i, matrix)
        x0, x1, y0, y1 = box.left, box.right, box.bottom, box.top
        a, b, size = matrix.a, matrix.b, size_of(handle, i)
        if b == 0 and a * size > 0:
            size = abs(size * a)
            far = 2 * size + 2
            if x1 < matrix.e - far or abs((y0 + y1) / 2 - matrix.f) > far:
                # Far from where its run of text begins: a Type 3 glyph within a form, whose box is local.
                x0, y0 = matrix.e, matrix.f
                x1, y1 = x0 + size, y0 + size * 0.8
            upright.append(
                Glyph(
                    _CODES.get(code) or chr(code),
                    x0 - left,
                    high - y1,
                    max(x1, x0 + 0.1) - left,
                    high - y0,
                    size,
                    1.0,
                    spaced,
                )
            )
        else:
            glyph = Glyph(
                _CODES.get(code) or chr(code),
                x0 - left,
                high - y1,
                max(x1, x0 + 0.1) - left,
                high - y0,
                0.0,
                1.0,
                spaced,
            )
            glyph.size = abs(size) * max(abs(a), abs(b))
            by_angle.setdefault(_angle(a * size, b * size), []).append(glyph)
        spaced = False
    if upright:
        by_angle.setdefault(0, []).extend(upright)


def _angle(a: float, b: float) -> int:
    """The direction of text, to the next quarter; `_NO_ANGLE` where it is far from all."""
    if min(abs(a), abs(b)) > _ASLANT * max(abs(a), abs(b)):
        return _NO_ANGLE
    if abs(a) >= abs(b):
        return 0 if a >= 0 else _HALF
    return _HALF // 2 if b > 0 else _HALF + _HALF // 2


def _rules(
    item: pdfium.PdfObject,
    matrices: dict[int, Matrix],
    corner: tuple[float, float],
    across: list[Rule],
    down: list[Rule],
) -> None:
    """The straight lines of a path; `corner` is the upper left one of the page, in the page's own coordinates."""
    fill, stroke = ctypes.c_int(), ctypes.c_int()
    raw.FPDFPath_GetDrawMode(item.raw, fill, stroke)
    if not fill.value and not stroke.value:
        return
    left, high = corner
    lines = [(x0 - left, high - y0, x1 - left, high - y1) for x0, y0, x1, y1 in _segments(item, _chain(item, matrices))]
    if fill.value and not stroke.value:
        xs = [x for line in lines for x in line[::2]]
        ys = [y for line in lines for y in line[1::2]]
        if not xs:
            return
        x0, x1, y0, y1 = min(xs), max(xs), min(ys), max(ys)
        if x1 - x0 <= _THIN or y1 - y0 <= _THIN:
            if y1 - y0 >= x1 - x0:
                down.append(Rule((x0 + x1) / 2, y0, y1))
            if x1 - x0 >= y1 - y0:
                across.append(Rule((y0 + y1) / 2, x0, x1))
            return
        found = _straight(lines)
        across += _borders(found[0])
        down += _borders(found[1])
        return
    for rules, more in zip((across, down), _straight(lines), strict=True):
        rules += more


def _straight(lines: list[tuple[float, float, float, float]]) -> tuple[list[Rule], list[Rule]]:
    """The lines that run across and those that run down."""
    across: list[Rule] = []
    down: list[Rule] = []
    for x0, y0, x1, y1 in lines:
        if abs(x0 - x1) < _STRAIGHT and abs(y0 - y1) > _SHORTEST:
            down.append(Rule((x0 + x1) / 2, min(y0, y1), max(y0, y1)))
        elif abs(y0 - y1) < _STRAIGHT and abs(x0 - x1) > _SHORTEST:
            across.append(Rule((y0 + y1) / 2, min(x0, x1), max(x0, x1)))
    return across, down


def _borders(edges: list[Rule]) -> list[Rule]:
    """Rules whose outlines are filled: two edges side by side. A single edge is that of a shading, which is no rule."""
    found: list[Rule] = []
    before: Rule | None = None
    for edge in sorted(edges, key=lambda r: (r.at, r.low)):
        if before and edge.at - before.at <= _THIN and edge.low < before.high and before.low < edge.high:
            found.append(Rule((edge.at + before.at) / 2, min(edge.low, before.low), max(edge.high, before.high)))
            before = None
        else:
            before = edge
    return found


def _chain(item: pdfium.PdfObject, matrices: dict[int, Matrix]) -> Matrix:
    """From the item's own coordinates to the page's: the library gives each matrix relative to its form."""
    matrix: Matrix = item.get_matrix().get()
    form = item.container
    while form is not None:
        key = ctypes.cast(form.raw, ctypes.c_void_p).value or 0
        outer = matrices.get(key)
        if outer is None:
            outer = matrices[key] = form.get_matrix().get()
        a, b, c, d, e, f = matrix
        p, q, r, s, t, u = outer
        matrix = (a * p + b * r, a * q + b * s, c * p + d * r, c * q + d * s, e * p + f * r + t, e * q + f * s + u)
        form = form.container
    return matrix


def _segments(item: pdfium.PdfObject, matrix: Matrix) -> Iterator[tuple[float, float, float, float]]:
    a, b, c, d, e, f = matrix
    x, y = ctypes.c_float(), ctypes.c_float()
    start = at = (0.0, 0.0)
    for i in range(raw.FPDFPath_CountSegments(item.raw)):
        segment = raw.FPDFPath_GetPathSegment(item.raw, i)
        raw.FPDFPathSegment_GetPoint(segment, x, y)
        point = (a * x.value + c * y.value + e, b * x.value + d * y.value + f)
        kind = raw.FPDFPathSegment_GetType(segment)
        if kind == raw.FPDF_SEGMENT_MOVETO:
            start = point
        elif kind == raw.FPDF_SEGMENT_LINETO:
            yield (*at, *point)
        at = point
        if raw.FPDFPathSegment_GetClose(segment):
            yield (*at, *start)
            at = start
