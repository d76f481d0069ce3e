"""Sheets (.xlsx, .xls, .et): each sheet a table, its values as they are shown."""

import csv
import io
import re
import struct
import zipfile
from collections import Counter
from datetime import date, datetime, time, timedelta
from typing import Any

from core.base.errors import DamagedFile, FileTooLarge
from core.model.document import Document, Source
from core.readers.flow import INVISIBLE, Item, compose, place
from core.readers.limits import check_archive
from core.readers.parted import pieces

_MOST_CELLS = 2_000_000
_FEWEST = 3  # lines of a table of values parted by commas
_SAMPLE = 200
_SAME = 0.95  # of its lines that have the usual number of commas
_QUOTED = re.compile(r"\"[^\"]*\"|\\.|\[[^\]]*\]|_.|\*.")
_DATE = re.compile(r"[ymdhs年月日]", re.IGNORECASE)
_DIGITS = re.compile(r"\.(0+)")


def is_csv(text: str) -> bool:
    """Whether a whole text is a table of values parted by commas: nearly all its lines have the same number of them."""
    lines = [line for line in text.splitlines() if line.strip(INVISIBLE)]
    if len(lines) < _FEWEST or "," not in lines[0]:
        return False
    try:
        widths = Counter(len(row) for row in csv.reader(lines[:_SAMPLE]))
    except csv.Error:  # a field longer than any value is
        return False
    width, rows = widths.most_common(1)[0]
    return width > 1 and rows >= _SAME * sum(widths.values())


def read_csv(source: Source, text: str) -> Document:
    """Make the Document of a table of values parted by commas."""
    rows = [row for row in csv.reader(text.splitlines()) if any(cell.strip(INVISIBLE) for cell in row)]
    return compose(source, [place([[(tuple(cell.split("\n")), 1, 1) for cell in row] for row in rows])])


def read_xlsx(source: Source, data: bytes) -> Document:
    """Make the Document of an .xlsx file.

    Raises:
        DamagedFile: it cannot be opened.
        FileTooLarge: more cells than a report can have.
    """
    check_archive(source.name, data)
    import openpyxl  # 150 ms, only for such files
    from openpyxl.utils.exceptions import InvalidFileException

    try:
        book = openpyxl.load_workbook(io.BytesIO(data), data_only=True)
    except (InvalidFileException, KeyError, ValueError, TypeError, zipfile.BadZipFile, SyntaxError, EOFError) as error:
        raise DamagedFile(name=source.name, detail=type(error).__name__) from error
    items: list[Item] = []
    for sheet in book.worksheets:
        if sheet.sheet_state != "visible":
            continue
        if sheet.max_row * sheet.max_column > _MOST_CELLS:
            raise FileTooLarge(name=source.name, size=sheet.max_row, limit=_MOST_CELLS // sheet.max_column)
        shown = {
            (c.row - 1, c.column - 1): "" if c.value is None else as_shown(c.value, c.number_format)
            for row in sheet.iter_rows()
            for c in row
            if c.value is not None or _is_framed(c)
        }
        merged = {
            (m.min_row - 1, m.min_col - 1): (m.max_row - m.min_row + 1, m.max_col - m.min_col + 1)
            for m in sheet.merged_cells.ranges
        }
        items += pieces(shown, merged)
    return compose(source, items)


def _is_framed(cell: Any) -> bool:
    """Whether a blank cell has a border: it belongs to a table."""
    return bool(cell.has_style and not hasattr(cell, "merge_parent") and cell.border.left and cell.border.left.style)


def read_xls(source: Source, data: bytes) -> Document:
    """Make the Document of an .xls or .et file.

    Raises:
        DamagedFile: it cannot be opened.
    """
    import xlrd
    from xlrd.biffh import XLRDError
    from xlrd.compdoc import CompDocError

    try:
        book = xlrd.open_workbook(file_contents=data, formatting_info=True, logfile=io.StringIO())
        items: list[Item] = []
        for sheet in book.sheets():
            if sheet.visibility == 0:
                shown = {
                    (r, c): words
                    for r in range(sheet.nrows)
                    for c in range(sheet.row_len(r))
                    if (words := _xls_cell(book, sheet.cell(r, c)))
                }
                merged = {(r0, c0): (r1 - r0, c1 - c0) for r0, r1, c0, c1 in sheet.merged_cells}
                items += pieces(shown, merged)
    except (
        XLRDError,
        CompDocError,
        struct.error,
        IndexError,
        KeyError,
        ValueError,
        AssertionError,
        OSError,
    ) as error:
        raise DamagedFile(name=source.name, detail=type(error).__name__) from error
    return compose(source, items)


def _xls_cell(book: Any, cell: Any) -> str:
    import xlrd

    if cell.ctype in (xlrd.XL_CELL_EMPTY, xlrd.XL_CELL_BLANK, xlrd.XL_CELL_ERROR):
        return ""
    if cell.ctype == xlrd.XL_CELL_TEXT:
        return str(cell.value)
    if cell.ctype == xlrd.XL_CELL_BOOLEAN:
        return "TRUE" if cell.value else "FALSE"
    shape = book.format_map[book.xf_list[cell.xf_index].format_key].format_str if cell.xf_index is not None else ""
    if cell.ctype == xlrd.XL_CELL_DATE:
        try:
            return as_shown(xlrd.xldate_as_datetime(cell.value, book.datemode), shape)
        except (ValueError, OverflowError):
            return as_shown(cell.value, "General")
    return as_shown(cell.value, shape)


def as_shown(value: object, shape: str) -> str:
    """A cell's value in its number format, as far as reports use them: decimals, thousands, per cent, dates.

    >>> as_shown(0.355, "0.0%")
    '35.5%'
    """
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    if isinstance(value, datetime | date | time | timedelta):
        return _date(value, shape)
    if not isinstance(value, int | float):
        return str(value)
    plain = _QUOTED.sub(lambda m: m[0][1:-1] if m[0][0] == '"' else m[0][1:] if m[0][0] == "\\" else "", shape)
    plain = plain.split(";")[0]
    found = re.search(r"[#0?][#0?,]*(?:\.[0#?]+)?", plain)
    if found is None or plain in ("General", "@"):
        return _general(value)
    decimals = _DIGITS.search(found[0])
    digits = len(decimals[1]) if decimals else 0
    number = value * 100 if "%" in plain else value
    words = f"{number:,.{digits}f}" if "," in found[0] else f"{number:.{digits}f}"
    return plain[: found.start()] + words + plain[found.end() :]


def _general(value: float) -> str:
    if not float(value).is_integer():
        return f"{value:.11g}"
    return f"{value:.0f}" if abs(value) < 1e15 else f"{value:.5g}"


def _date(value: object, shape: str) -> str:
    if isinstance(value, time | timedelta):
        return str(value)
    assert isinstance(value, date)
    if "年" in shape and "日" not in shape and "d" not in shape.lower():
        return f"{value.year}年{value.month}月"
    if "年" in shape:
        return f"{value.year}年{value.month}月{value.day}日"
    return value.strftime("%Y-%m-%d")
