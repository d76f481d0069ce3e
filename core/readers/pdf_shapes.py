"""The objects that a page of a PDF is drawn with, and the straight lines among them. Points, origin top-left.

A page has thousands of objects and characters: the library's functions are called by plain numbers, many in a row.
"""

import ctypes
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from ctypes import c_float, c_int, c_void_p
from itertools import repeat
from typing import Any

import pypdfium2 as pdfium
import pypdfium2.raw as raw

from core.readers.rulings import Rule

_THIN = 3.0  # points; a filled box no thicker is a line
_STRAIGHT = 0.8
_SHORTEST = 0.2
_BOX = 5  # segments of a filled box; too thick for a line, it has no two edges beside each other
_DEEPEST = 6  # form in form
_FLOAT = ctypes.sizeof(c_float)

Matrix = tuple[float, float, float, float, float, float]
Edge = tuple[float, float, float, float]
_Rules = tuple[list[Rule], list[Rule]]


def by_numbers(function: Any, result: Any, *arguments: Any) -> Callable[..., Any]:
    """A function of the library that takes and gives addresses as numbers, a third cheaper than its objects."""
    return ctypes.CFUNCTYPE(result, *arguments)(ctypes.cast(function, c_void_p).value or 0)


def address(handle: Any) -> int:
    """Where a thing of the library lies."""
    return ctypes.cast(handle, c_void_p).value or 0


_count_of_page = by_numbers(raw.FPDFPage_CountObjects, c_int, c_void_p)
_item_of_page = by_numbers(raw.FPDFPage_GetObject, c_void_p, c_void_p, c_int)
_count_of_form = by_numbers(raw.FPDFFormObj_CountObjects, c_int, c_void_p)
_item_of_form = by_numbers(raw.FPDFFormObj_GetObject, c_void_p, c_void_p, ctypes.c_ulong)
_kind_of = by_numbers(raw.FPDFPageObj_GetType, c_int, c_void_p)
_matrix_of = by_numbers(raw.FPDFPageObj_GetMatrix, c_int, c_void_p, c_void_p)
_bounds_of = by_numbers(raw.FPDFPageObj_GetBounds, c_int, c_void_p, c_void_p, c_void_p, c_void_p, c_void_p)
_mode_of = by_numbers(raw.FPDFPath_GetDrawMode, c_int, c_void_p, c_void_p, c_void_p)
_printed_of = by_numbers(raw.FPDFTextObj_GetTextRenderMode, c_int, c_void_p)
_segments_of = by_numbers(raw.FPDFPath_CountSegments, c_int, c_void_p)
_segment_of = by_numbers(raw.FPDFPath_GetPathSegment, c_void_p, c_void_p, c_int)
_point_of = by_numbers(raw.FPDFPathSegment_GetPoint, c_int, c_void_p, c_void_p, c_void_p)
_turn_of = by_numbers(raw.FPDFPathSegment_GetType, c_int, c_void_p)
_is_closed = by_numbers(raw.FPDFPathSegment_GetClose, c_int, c_void_p)


def objects(page: pdfium.PdfPage) -> list[tuple[int, int, Matrix | None]]:
    """What a page is drawn with, in order: kind, handle, and the way from its form to the page, if it is in one."""
    found: list[tuple[int, int, Matrix | None]] = []
    _collect(address(page.raw), (_count_of_page, _item_of_page), None, 1, found)
    return found


def _collect(
    parent: int,
    ways: tuple[Callable[..., int], Callable[..., int]],
    outer: Matrix | None,
    level: int,
    found: list[tuple[int, int, Matrix | None]],
) -> None:
    count, item_of = ways
    items = list(map(item_of, repeat(parent), range(count(parent))))
    for kind, item in zip(map(_kind_of, items), items, strict=True):
        found.append((kind, item, outer))
        if kind == raw.FPDF_PAGEOBJ_FORM and level < _DEEPEST:
            _collect(item, (_count_of_form, _item_of_form), _matrix(item, outer), level + 1, found)


def hidden(texts: Sequence[int]) -> float:
    """The share of some pieces of text that are printed invisibly."""
    return list(map(_printed_of, texts)).count(raw.FPDF_TEXTRENDERMODE_INVISIBLE) / max(len(texts), 1)


def bounds(item: int) -> Edge:
    """Left, lower, right and upper edge of an object, in the coordinates of the page or form that it stands in."""
    found = (c_float * 4)()
    at = ctypes.addressof(found)
    _bounds_of(item, at, at + _FLOAT, at + 2 * _FLOAT, at + 3 * _FLOAT)
    return tuple(found)


def rules_of(path: int, outer: Matrix | None, left: float, high: float) -> _Rules:
    """The straight lines of a path, across and down; `left` and `high` are the page's corner in its own coordinates."""
    modes = (c_int * 2)()
    _mode_of(path, ctypes.addressof(modes), ctypes.addressof(modes) + ctypes.sizeof(c_int))
    fill, stroke = modes
    if not fill and not stroke:
        return [], []
    if fill and not stroke:
        x0, y0, x1, y1 = _upright(bounds(path), outer)
        if x1 - x0 <= _THIN or y1 - y0 <= _THIN:
            across = [Rule(high - (y0 + y1) / 2, x0 - left, x1 - left)] if x1 - x0 >= y1 - y0 else []
            down = [Rule((x0 + x1) / 2 - left, high - y1, high - y0)] if y1 - y0 >= x1 - x0 else []
            return across, down
        if _segments_of(path) <= _BOX:
            return [], []
    lines = [(x0 - left, high - y0, x1 - left, high - y1) for x0, y0, x1, y1 in _edges(path, _matrix(path, outer))]
    found = _straight(lines)
    return (_borders(found[0]), _borders(found[1])) if fill and not stroke else found


def _upright(box: Edge, outer: Matrix | None) -> Edge:
    """A box within a form as one of the page."""
    if outer is None:
        return box
    a, b, c, d, e, f = outer
    x0, y0, x1, y1 = box
    xs = [a * x + c * y + e for x in (x0, x1) for y in (y0, y1)]
    ys = [b * x + d * y + f for x in (x0, x1) for y in (y0, y1)]
    return min(xs), min(ys), max(xs), max(ys)


def _straight(lines: Sequence[Edge]) -> _Rules:
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


def _matrix(item: int, outer: Matrix | None) -> Matrix:
    """From the item's own coordinates to the page's: the library gives each matrix relative to its form."""
    found = (c_float * 6)()
    _matrix_of(item, ctypes.addressof(found))
    a, b, c, d, e, f = found
    if outer is None:
        return a, b, c, d, e, f
    p, q, r, s, t, u = outer
    return a * p + b * r, a * q + b * s, c * p + d * r, c * q + d * s, e * p + f * r + t, e * q + f * s + u


def _edges(path: int, matrix: Matrix) -> Iterator[Edge]:
    a, b, c, d, e, f = matrix
    n = max(_segments_of(path), 0)
    segments = list(map(_segment_of, repeat(path), range(n)))
    points = (c_float * (2 * n))()
    first = ctypes.addressof(points)
    xs = range(first, first + 2 * n * _FLOAT, 2 * _FLOAT)
    deque(map(_point_of, segments, xs, range(first + _FLOAT, first + (2 * n + 1) * _FLOAT, 2 * _FLOAT)), 0)
    start = at = (0.0, 0.0)
    turns = zip(map(_turn_of, segments), map(_is_closed, segments), points[::2], points[1::2], strict=True)
    for kind, is_closed, x, y in turns:
        point = (a * x + c * y + e, b * x + d * y + f)
        if kind == raw.FPDF_SEGMENT_MOVETO:
            start = point
        elif kind == raw.FPDF_SEGMENT_LINETO:
            yield (*at, *point)
        at = point
        if is_closed:
            yield (*at, *start)
            at = start
