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
_SHORTEST = 1.0
_DEEPEST = 6  # form in form
_SHAPES = (raw.FPDF_PAGEOBJ_PATH, raw.FPDF_PAGEOBJ_IMAGE, raw.FPDF_PAGEOBJ_TEXT)
_SPACES = frozenset((0, 9, 10, 13, 0x20, 0xA0, 0x3000, 0xFFFE))

Matrix = tuple[float, float, float, float, float, float]


@dataclass(slots=True)  # not frozen: a page has thousands, and a frozen one takes three times as long to make
class Glyph:
    """A printed character and its box; `size` is the height of its font, `confidence` that of an OCR engine."""

    char: str
    x0: float
    top: float
    x1: float
    bottom: float
    size: float
    confidence: float = 1.0


@dataclass(frozen=True, slots=True)
class PageContent:
    """A page: its size, its characters in the order of the file, its lines, and how much of it pictures cover.

    `hidden` is the share of its text that is printed invisibly, `drawn` how many shapes are no lines.
    """

    width: float
    height: float
    glyphs: tuple[Glyph, ...]
    across: tuple[Rule, ...]
    down: tuple[Rule, ...]
    pictured: float
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
    width, height = page.get_size()
    across: list[Rule] = []
    down: list[Rule] = []
    pictured = 0.0
    paths = texts = hidden = 0
    matrices: dict[int, Matrix] = {}
    for item in page.get_objects(filter=_SHAPES, max_depth=_DEEPEST):
        if item.type == raw.FPDF_PAGEOBJ_IMAGE:
            left, low, right, high = item.get_bounds()
            pictured += max(right - left, 0) * max(high - low, 0)
        elif item.type == raw.FPDF_PAGEOBJ_TEXT:
            texts += 1
            hidden += raw.FPDFTextObj_GetTextRenderMode(item.raw) == raw.FPDF_TEXTRENDERMODE_INVISIBLE
        else:
            paths += 1
            _rules(item, matrices, height, across, down)
    glyphs, share = tuple(_glyphs(page, height)), pictured / max(width * height, 1)
    shapes = max(paths - len(across) - len(down), 0)
    return PageContent(width, height, glyphs, tuple(across), tuple(down), share, hidden / max(texts, 1), shapes)


def _glyphs(page: pdfium.PdfPage, height: float) -> Iterator[Glyph]:
    text = page.get_textpage()
    matrix = raw.FS_MATRIX()
    box = raw.FS_RECTF()
    code_of, box_of, matrix_of = raw.FPDFText_GetUnicode, raw.FPDFText_GetLooseCharBox, raw.FPDFText_GetMatrix
    handle = text.raw
    for i in range(text.count_chars()):
        code = code_of(handle, i)
        if code in _SPACES:
            continue
        box_of(handle, i, box)  # the font's height: the ink of 一 and “ is a stroke
        matrix_of(handle, i, matrix)
        size = raw.FPDFText_GetFontSize(handle, i) * max(abs(matrix.a), abs(matrix.b))
        x0, x1, y0, y1 = box.left, box.right, box.bottom, box.top
        far = 2 * size + 2
        if x1 < matrix.e - far or abs((y0 + y1) / 2 - matrix.f) > far:
            # Far from where its run of text begins: a Type 3 glyph within a form, whose box is local.
            x0, y0 = matrix.e, matrix.f
            x1, y1 = x0 + size, y0 + size * 0.8
        yield Glyph(chr(code), x0, height - y1, max(x1, x0 + 0.1), height - y0, size)


def _rules(
    item: pdfium.PdfObject, matrices: dict[int, Matrix], height: float, across: list[Rule], down: list[Rule]
) -> None:
    fill, stroke = ctypes.c_int(), ctypes.c_int()
    raw.FPDFPath_GetDrawMode(item.raw, fill, stroke)
    if not fill.value and not stroke.value:
        return
    lines = [(x0, height - y0, x1, height - y1) for x0, y0, x1, y1 in _segments(item, _chain(item, matrices))]
    if fill.value and not stroke.value:
        xs = [x for line in lines for x in line[::2]]
        ys = [y for line in lines for y in line[1::2]]
        if xs:
            x0, x1, y0, y1 = min(xs), max(xs), min(ys), max(ys)
            if x1 - x0 <= _THIN < y1 - y0:
                down.append(Rule((x0 + x1) / 2, y0, y1))
            elif y1 - y0 <= _THIN < x1 - x0:
                across.append(Rule((y0 + y1) / 2, x0, x1))
        return  # a larger filled box is shading, or stands unseen behind a paragraph
    for x0, y0, x1, y1 in lines:
        if abs(x0 - x1) < _STRAIGHT and abs(y0 - y1) > _SHORTEST:
            down.append(Rule((x0 + x1) / 2, min(y0, y1), max(y0, y1)))
        elif abs(y0 - y1) < _STRAIGHT and abs(x0 - x1) > _SHORTEST:
            across.append(Rule((y0 + y1) / 2, min(x0, x1), max(x0, x1)))


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
