"""Sheets (.xlsx, .xls, .et): each sheet a table, its values as they are shown."""

import csv
import io
import re
import struct
import zipfile
from collections import Counter
from datetime import date, datetime, time, timedelta
from operator import eq, ge, gt, le, lt, ne
from typing import Any

from core.base.errors import DamagedFile, FileTooLarge
from core.model.document import Document, Source
from core.readers.flow import INVISIBLE, Item, compose, place
from core.readers.limits import check_archive
from core.readers.parted import Words, pieces, visible

_MOST_CELLS = 2_000_000
_FEWEST = 3  # lines of a table of values parted by commas
_SAMPLE = 200
_SAME = 0.95  # of its lines that have the usual number of commas
_QUOTED = re.compile(r"\"[^\"]*\"|[\\!].|\[[^\]]*\]|_.|\*.")
_PART = re.compile(r"(?:^|(?<=;))((?:\"[^\"]*\"|[\\!].|[^;\"])*)")
_CONDITION = re.compile(r"\[(<=|>=|<>|<|>|=)(-?\d{1,15}(?:\.\d{1,9})?)\]")
_COMPARED = {"<=": le, ">=": ge, "<>": ne, "<": lt, ">": gt, "=": eq}
_FORMULA = re.compile(rb"<f[ >/]")
_DATE = re.compile(r"[ymdhs年月日]", re.IGNORECASE)
_DIGITS = re.compile(r"\.(0+)")


def is_csv(text: str) -> bool:
    """Whether a whole text is a table of values parted by commas or semicolons."""
    return _delimiter(text) is not None


def _delimiter(text: str) -> str | None:
    """The sign that nearly all lines have the same number of, outside quotes."""
    lines = [line for line in text.splitlines() if line.strip(INVISIBLE)]
    if len(lines) < _FEWEST:
        return None
    for sign in ",;":
        try:
            widths = Counter(len(row) for row in csv.reader(lines[:_SAMPLE], delimiter=sign))
        except csv.Error:  # a field longer than any value is
            continue
        width, rows = widths.most_common(1)[0]
        if sign in lines[0] and width > 1 and rows >= _SAME * sum(widths.values()):
            return sign
    return None


def read_csv(source: Source, text: str) -> Document:
    """Make the Document of a table of values parted by commas or semicolons."""
    lines = csv.reader(text.splitlines(), delimiter=_delimiter(text) or ",")
    rows = [row for row in lines if any(cell.strip(INVISIBLE) for cell in row)]
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
    formulas = openpyxl.load_workbook(io.BytesIO(data)) if _has_formulas(data) else book
    items: list[Item] = []
    for sheet in book.worksheets:
        if sheet.sheet_state != "visible":
            continue
        if len(sheet._cells) > _MOST_CELLS:  # the rectangle around them may be the whole sheet
            raise FileTooLarge(name=source.name, size=len(data) >> 20, limit=_MOST_CELLS >> 20)
        shown: Words = {}
        for (row, column), cell in sheet._cells.items():
            if cell.value is not None:
                shown[row - 1, column - 1] = as_shown(cell.value, cell.number_format)
            elif words := _formula(formulas[sheet.title], row, column):
                shown[row - 1, column - 1] = words
            elif _is_framed(cell):
                shown[row - 1, column - 1] = ""
        merged = {
            (m.min_row - 1, m.min_col - 1): (m.max_row - m.min_row + 1, m.max_col - m.min_col + 1)
            for m in sheet.merged_cells.ranges
        }
        rows = [r - 1 for r, d in sheet.row_dimensions.items() if d.hidden]
        columns = [
            c - 1 for d in sheet.column_dimensions.values() if d.hidden for c in range(d.min or 1, (d.max or 0) + 1)
        ]
        items += pieces(*visible(shown, merged, rows, columns))
    return compose(source, items)


def _has_formulas(data: bytes) -> bool:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        sheets = [name for name in archive.namelist() if name.startswith("xl/worksheets/")]
        return any(_FORMULA.search(archive.read(name)) for name in sheets)


def _formula(sheet: Any, row: int, column: int) -> str:
    """A formula whose value the file does not say, as it is written: nobody knows what it comes to, least of all 0."""
    cell = sheet._cells.get((row, column))
    words = getattr(cell.value, "text", cell.value) if cell is not None else ""
    return words if isinstance(words, str) and words.startswith("=") else ""


def _is_framed(cell: Any) -> bool:
    """Whether a blank cell has a border: it belongs to a table."""
    return cell.has_style and type(cell).__name__ != "MergedCell" and bool(cell.border.left and cell.border.left.style)


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
                merged = {(r0, c0): (r1 - r0, c1 - c0) for r0, r1, c0, c1 in sheet.merged_cells}
                rows = [r for r, info in sheet.rowinfo_map.items() if info.hidden]
                columns = [c for c, info in sheet.colinfo_map.items() if info.hidden]
                items += pieces(*visible(_xls_words(book, sheet), merged, rows, columns))
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


def _xls_words(book: Any, sheet: Any) -> Words:
    """What a sheet shows; of its blank cells those with a border, unless a merged one covers them."""
    covered = {
        (r, c)
        for r0, r1, c0, c1 in sheet.merged_cells
        for r in range(r0, r1)
        for c in range(c0, c1)
        if (r, c) != (r0, c0)
    }
    shown: Words = {}
    for r in range(sheet.nrows):
        for c in range(sheet.row_len(r)):
            cell = sheet.cell(r, c)
            words = _xls_cell(book, cell)
            xf = book.xf_list[cell.xf_index] if cell.xf_index is not None else None
            if words or (xf is not None and xf.border.left_line_style and (r, c) not in covered):
                shown[r, c] = words
    return shown


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
    section, value = _section(shape, value)
    plain = _QUOTED.sub(lambda m: m[0][1:-1] if m[0][0] == '"' else m[0][1:] if m[0][0] in "\\!" else "", section)
    found = re.search(r"[#0?][#0?,]*(?:\.[0#?]+)?,*", plain)
    if plain in ("General", "G/通用格式", "@") or not shape:
        return _general(value)
    if found is None:
        return plain.replace("General", _general(value))
    decimals = _DIGITS.search(found[0])
    digits = len(decimals[1]) if decimals else 0
    number = value * 100 if "%" in plain else value
    scale = len(found[0]) - len(found[0].rstrip(","))
    number /= 1000**scale
    words = f"{number:,.{digits}f}" if "," in found[0].rstrip(",") else f"{number:.{digits}f}"
    return plain[: found.start()] + words + plain[found.end() :]


def _section(shape: str, value: float) -> tuple[str, float]:
    """The part of a number format that holds for a value, and the value as it is printed in it.

    Without conditions the parts are for numbers above, below and equal to zero; a part for negative numbers of its own
    prints no minus but the one that it writes itself. Source: ECMA-376 part 1, 18.8.31.
    """
    parts = _PART.findall(shape)[:3]
    for part in parts:
        if (given := _CONDITION.search(part)) and _COMPARED[given[1]](value, float(given[2])):
            return part, value
    if any(_CONDITION.search(part) for part in parts):
        return next((part for part in parts if not _CONDITION.search(part)), "General"), value
    if value < 0 and len(parts) > 1:
        return parts[1], -value
    return parts[2 if value == 0 and len(parts) > 2 else 0], value


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
