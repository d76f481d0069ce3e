"""The sheets of an OpenDocument workbook: each a table, its values as they are shown."""

from collections.abc import Iterator
from typing import Any

from core.readers.flow import Item
from core.readers.limits import check_table
from core.readers.odf_styles import OFFICE, STYLE, TABLE, TEXT, Styles, whole
from core.readers.odf_text import Words, table_rows
from core.readers.parted import Merged, pieces, visible
from core.readers.parted import Words as Shown
from core.readers.sheet import as_shown

_MOST_ROWS = 1 << 20
_MOST_COLUMNS = 1 << 14
_SEEN = ("", "visible")
_FORMULA = f"{TABLE}formula"


def sheet_items(name: str, book: Any, styles: Styles) -> Iterator[Item]:
    """The tables and lines of all sheets that are not hidden.

    Raises:
        TextTooLong: more cells with words than a report can have.
    """
    cells = 0
    for sheet in book.iterchildren(f"{TABLE}table"):
        display = styles.find(
            "table", sheet.get(f"{TABLE}style-name"), (f"{TABLE}display",), f"{STYLE}table-properties"
        )
        if display != "false":
            read = _Sheet(name, sheet, styles, cells)
            cells = read.filled
            yield from pieces(*visible(read.shown, read.merged, read.hidden_rows, read.hidden_columns))


class _Sheet:
    """What a sheet shows. Rows and cells that are repeated are unfolded only where words stand in them."""

    def __init__(self, name: str, sheet: Any, styles: Styles, filled: int) -> None:
        self.shown: Shown = {}
        self.merged: Merged = {}
        self.hidden_rows: list[int] = []
        self.hidden_columns: list[int] = []
        self.filled = filled
        self._name = name
        self._styles = styles
        self._column_styles: list[str] = []
        for column in sheet.iter(f"{TABLE}table-column"):
            self._column(column)
        row = 0
        for line in table_rows(sheet):
            several = whole(line, f"{TABLE}number-rows-repeated", 1)
            if line.get(f"{TABLE}visibility", "") not in _SEEN:
                self.hidden_rows += range(row, min(row + several, _MOST_ROWS))
            self._row(line, row, several)
            row += several

    def _column(self, column: Any) -> None:
        start = len(self._column_styles)
        stop = min(start + whole(column, f"{TABLE}number-columns-repeated", 1), _MOST_COLUMNS)
        self._column_styles += [column.get(f"{TABLE}default-cell-style-name", "")] * (stop - start)
        if column.get(f"{TABLE}visibility", "") not in _SEEN:
            self.hidden_columns += range(start, stop)

    def _row(self, line: Any, row: int, several: int) -> None:
        here: Shown = {}
        blanks: list[tuple[int, Any]] = []
        c = 0
        for cell in line.iterchildren(f"{TABLE}table-cell", f"{TABLE}covered-table-cell"):
            across = whole(cell, f"{TABLE}number-columns-repeated", 1)
            if cell.tag == f"{TABLE}table-cell":
                if words := _shown(cell, self._styles):
                    self.filled += across * several
                    check_table(self._name, several, self.filled)
                    here.update(((row, c + n), words) for n in range(across))
                    self._merge(cell, row, c)
                else:
                    blanks.append((c, cell))
            c += across
        if here:  # a frame tells something only where there are words beside it
            here.update(((row, c), "") for c, cell in blanks if self._styles.frames(self._style(cell, line, c)))
        for n in range(several if here else 0):
            self.shown.update(((r + n, c), words) for (r, c), words in here.items())

    def _merge(self, cell: Any, row: int, column: int) -> None:
        spans = whole(cell, f"{TABLE}number-rows-spanned", 1), whole(cell, f"{TABLE}number-columns-spanned", 1)
        if spans != (1, 1):
            self.merged[row, column] = spans

    def _style(self, cell: Any, line: Any, column: int) -> str:
        of_column = self._column_styles[column] if column < len(self._column_styles) else ""
        return cell.get(f"{TABLE}style-name") or line.get(f"{TABLE}default-cell-style-name") or of_column


def _shown(cell: Any, styles: Styles) -> str:
    """The words of a cell as the program that saved them showed them; without them its value, or its formula."""
    lines = [line for paragraph in cell.iterchildren(f"{TEXT}p") for line in Words(styles, paragraph).lines]
    if any(lines):
        return "\n".join(lines)
    kind, value = cell.get(f"{OFFICE}value-type", ""), cell.get(f"{OFFICE}value", "")
    try:
        number = float(value)
    except ValueError:
        words = cell.get(f"{OFFICE}{kind}-value", "")
        return words or (f"={cell.get(_FORMULA).partition('=')[2]}" if cell.get(_FORMULA) else "")
    return as_shown(number * 100, "General") + "%" if kind == "percentage" else as_shown(number, "General")
