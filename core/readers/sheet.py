"""Sheets (.xlsx, .xls, .et): each sheet a table, its values as they are shown."""

import csv
import io
import re
import struct
import zipfile
from collections import Counter
from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from typing import Any

from core.base.errors import DamagedFile, FileTooLarge
from core.model.document import Document, Source
from core.readers.flow import INVISIBLE, Item, Paragraph, PrintedCell, PrintedTable, compose, place
from core.readers.limits import check_archive

_MOST_CELLS = 2_000_000
_FEWEST = 3  # lines of a table of values parted by commas
_SAMPLE = 200
_SAME = 0.95  # of its lines that have the usual number of commas
_MOST_ROWS = 2_000
_QUOTED = re.compile(r"\"[^\"]*\"|\\.|\[[^\]]*\]|_.|\*.")
_DATE = re.compile(r"[ymdhs年月日]", re.IGNORECASE)
_CHAPTER = re.compile(r"\s*[一二三四五六七八九十]{1,3}、")
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
            (c.row - 1, c.column - 1): as_shown(c.value, c.number_format)
            for row in sheet.iter_rows()
            for c in row
            if c.value is not None
        }
        merged = {
            (m.min_row - 1, m.min_col - 1): (m.max_row - m.min_row + 1, m.max_col - m.min_col + 1)
            for m in sheet.merged_cells.ranges
        }
        items += _sheet(shown, merged)
    return compose(source, items)


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
                items += _sheet(shown, merged)
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


def _sheet(shown: dict[tuple[int, int], str], merged: dict[tuple[int, int], tuple[int, int]]) -> Iterator[Item]:
    """One sheet: rows parted by empty rows are tables of their own; a row of one cell outside them is a line."""
    filled = {k: v for k, v in shown.items() if v.strip(INVISIBLE)}
    if not filled:
        return
    by_row: dict[int, list[int]] = {}
    for r, c in sorted(filled):
        by_row.setdefault(r, []).append(c)
    reached = {r + i for (r, _), (down, _) in merged.items() if r in by_row for i in range(1, min(down, _MOST_ROWS))}
    block: list[int] = []
    for row in [*sorted(by_row.keys() | reached), None]:
        here = by_row.get(row, []) if row is not None else []
        alone = len(here) == 1 and row not in reached
        if alone and row is not None:
            down, across = merged.get((row, here[0]), (1, 1))
            # A cell over all columns between the rows of a table heads the rows below it.
            heads = across > 1 and bool(block) and row == block[-1] + 1 and len(by_row.get(row + 1, ())) > 1
            alone = down == 1 and not (heads and not _CHAPTER.match(filled[row, here[0]]))
        if block and (row is None or row != block[-1] + 1 or alone):
            yield _table(block, filled, merged)
            block = []
        if row is not None and alone:
            yield Paragraph(filled[row, here[0]])
        elif row is not None:
            block.append(row)


def _table(
    rows: list[int], filled: dict[tuple[int, int], str], merged: dict[tuple[int, int], tuple[int, int]]
) -> PrintedTable:
    first, last = rows[0], rows[-1]
    inside = {k: v for k, v in merged.items() if first <= k[0] <= last}
    columns = [c for r, c in filled if first <= r <= last]
    left, right = min(columns), max([*columns, *(c + across - 1 for (_, c), (_, across) in inside.items())])
    covered = {
        (r + i, c + k)
        for (r, c), (down, across) in inside.items()
        for i in range(down)
        for k in range(across)
        if i or k
    }
    cells = []
    for r in range(first, last + 1):
        for c in range(left, right + 1):
            if (r, c) not in covered:
                down, across = inside.get((r, c), (1, 1))
                words = filled.get((r, c), "")
                cells.append(
                    PrintedCell(r - first, c - left, tuple(words.split("\n")), min(down, last + 1 - r), across)
                )
    return PrintedTable(last - first + 1, right - left + 1, tuple(cells))
