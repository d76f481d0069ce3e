"""The XLSX export: panel, all values, findings, and what the columns mean."""

import re
from collections.abc import Sequence
from contextlib import closing, suppress
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING

from core.base.messages import word
from core.base.progress import Progress
from core.export.atomic import replacing
from core.export.data import ExportData
from core.export.panel import PanelColumn, panel, panel_columns, panel_figure
from core.export.rows import (
    FINDING_COLUMNS,
    MEANT_AS_FORMULA,
    ORPHAN_COLUMNS,
    REPORT_COLUMNS,
    VALUE_COLUMNS,
    Column,
    Plain,
    content_words,
    finding_rows,
    header,
    local_time,
    orphan_rows,
    report_cells,
    value_rows,
    worded,
)
from core.model.report import Report

if TYPE_CHECKING:
    from openpyxl import Workbook
    from openpyxl.cell import Cell

# Source: ECMA-376 and "Excel specifications and limits".
MOST_ROWS = 1_048_576
_LONGEST_TEXT = 32_000
_MOST_DIGITS = 15
_NOT_IN_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_INDICATOR_WIDTH = 12
_DECIDED = "decided"
_WAITING = "waiting"

PanelCell = tuple[Plain, bool]


def write_xlsx(target: Path, data: ExportData, progress: Progress) -> tuple[Path, ...]:
    """Write one workbook: numbers as numbers, text as text whatever it begins with.

    Raises:
        ExportFailed: the file cannot be written; an older one is untouched.
        Cancelled: the user stopped it; an older file is untouched.
    """
    with replacing(target) as (new,), closing(_Book(data)) as book:
        for done, report in enumerate(data.reports):
            progress.step(done, data.total, "export")
            book.add(report)
        progress.step(data.total, data.total, "export")
        book.save(new)
    return (target,)


class _Book:
    """The workbook while it grows; the panel waits until all its columns are known."""

    def __init__(self, data: ExportData) -> None:
        from openpyxl import Workbook  # late: the window must not wait for it

        self._data = data
        self._book = Workbook(write_only=True)
        self._book.properties.creator = "Hejiao 核校"
        self._book.properties.title = data.project
        self._panel = _Sheet(self._book, "panel", data.lang)
        self._values = _Sheet(self._book, "values", data.lang, VALUE_COLUMNS)
        self._findings = _Sheet(self._book, "findings", data.lang, FINDING_COLUMNS)
        self._orphans: list[tuple[Plain, ...]] = []
        self._reports: list[tuple[tuple[Plain, ...], dict[PanelColumn, PanelCell]]] = []

    def add(self, report: Report) -> None:
        """Take a report in."""
        catalogue, lang = self._data.catalogue, self._data.lang
        chosen = panel(report.values, catalogue)
        cells: dict[PanelColumn, PanelCell] = {}
        for column, value in chosen.items():
            figure = panel_figure(value, catalogue)
            shown = content_words(value.content, lang) if figure is None else figure
            cells[column] = shown, value.is_decided or bool(value.proofs)
        self._reports.append((report_cells(report), cells))
        for row in value_rows(report, self._data):
            self._values.append(row)
        for row in finding_rows(report, self._data):
            self._findings.append(row)
        self._orphans += orphan_rows(report, self._data)

    def save(self, path: Path) -> None:
        """Write the panel and the notes, and all to disk."""
        columns = panel_columns((c for _, cells in self._reports for c in cells), self._data.catalogue)
        names = [_indicator_name(c, self._data) for c in columns]
        stated = {c for _, cells in self._reports for c in cells}
        indicators = [Column(c.id, _INDICATOR_WIDTH, is_hidden=bool(stated) and c not in stated) for c in columns]
        self._panel.begin([*REPORT_COLUMNS, *indicators], names)
        for fixed, cells in self._reports:
            found = [cells.get(c, (None, True)) for c in columns]
            self._panel.append(
                (*fixed, *(cell for cell, _ in found)),
                {len(fixed) + n: _DECIDED if sure else _WAITING for n, (_, sure) in enumerate(found)},
            )
        if self._orphans:
            orphans = _Sheet(self._book, "orphans", self._data.lang, ORPHAN_COLUMNS)
            for row in self._orphans:
                orphans.append(row)
            orphans.end()
        self._notes(columns)
        for sheet in (self._panel, self._values, self._findings):
            sheet.end()
        self._book.save(path)

    def close(self) -> None:
        """Let go of the half-written sheets when the export was stopped; they lie in temporary files."""
        from openpyxl.utils.exceptions import WorkbookAlreadySaved

        for sheet in self._book.worksheets:
            with suppress(WorkbookAlreadySaved, OSError, ValueError):
                sheet.close()

    def _notes(self, columns: Sequence[PanelColumn]) -> None:
        """The last sheet: where this comes from, how to read it, and each column of the panel."""
        lang, data = self._data.lang, self._data
        notes = _Sheet(self._book, "notes", lang)
        plain = [Column(i, w) for i, w in (("indicator", 40), ("name", 44), ("unit", 10), ("measure", 12))]
        notes.begin(plain, header(tuple(plain), lang))
        for column in columns:
            known = data.catalogue.indicators[column.indicator]
            measure = word(f"export.measure.{known.measure}", {}, lang)
            notes.append((column.id, _indicator_name(column, data), known.unit, measure))
        notes.append(())
        params = {"project": data.project, "at": local_time(data.at), "total": data.total}
        for code in ("source", "blank", "waiting", "order", "units", "hidden"):
            notes.append((word(f"export.note.{code}", params, lang),))
        notes.end()


class _Sheet:
    """A sheet with a frozen header and a filter, that goes on in a second one when it is full."""

    def __init__(self, book: "Workbook", name: str, lang: str, columns: Sequence[Column] = ()) -> None:
        self._book = book
        self._lang = lang
        self._title = word(f"export.sheet.{name}", {}, lang)
        self._parts = 1
        self._columns: Sequence[Column] = ()
        self._names: list[str] = []
        self._rows = 0
        self._sheet = book.create_sheet(self._title)
        self._words = worded((), lang)
        if columns:
            self.begin(columns, [])

    def begin(self, columns: Sequence[Column], names: Sequence[str]) -> None:
        """Give the sheet its columns; `names` are the names of the last ones, the others have words."""
        self._columns = columns
        first = tuple(columns[: len(columns) - len(names)])
        self._names = [*header(first, self._lang), *names]
        self._words = worded(tuple(columns), self._lang)
        self._head()

    def append(self, cells: Sequence[Plain], styles: dict[int, str] | None = None) -> None:
        """Write a line; `styles` says which cells nobody has decided."""
        if self._rows >= MOST_ROWS:
            self.end()
            self._parts += 1
            self._sheet = self._book.create_sheet(f"{self._title} {self._parts}")
            self._head()
        full = (*cells, *(None for _ in self._columns[len(cells) :]))
        self._sheet.append([self._cell(c, (styles or {}).get(n, "")) for n, c in enumerate(self._words(full))])
        self._rows += 1

    def end(self) -> None:
        """The filter goes over all that was written."""
        from openpyxl.utils import get_column_letter

        if self._columns:
            self._sheet.auto_filter.ref = f"A1:{get_column_letter(len(self._columns))}{max(self._rows, 1)}"

    def _head(self) -> None:
        from openpyxl.styles import Alignment, Font, PatternFill
        from openpyxl.utils import get_column_letter

        for n, column in enumerate(self._columns, 1):
            self._sheet.column_dimensions[get_column_letter(n)].width = column.width
            self._sheet.column_dimensions[get_column_letter(n)].hidden = column.is_hidden
        self._sheet.freeze_panes = "C2" if len(self._columns) > 5 else "A2"
        self._sheet.page_setup.orientation = "landscape"
        self._sheet.print_title_rows = "1:1"
        cells = []
        for name in self._names:
            cell = self._text(name)
            cell.font = Font(bold=True)
            cell.fill = PatternFill("solid", start_color="E8ECEF")
            cell.alignment = Alignment(wrap_text=True, vertical="top")
            cells.append(cell)
        self._sheet.append(cells)
        self._rows = 1

    def _cell(self, value: Plain, style: str) -> "Cell | Plain":
        shown: Cell | Plain
        if isinstance(value, str):
            shown = self._text(value) if value.startswith(MEANT_AS_FORMULA) else _legal(value)
        elif isinstance(value, Decimal) and len(value.normalize().as_tuple().digits) > _MOST_DIGITS:
            shown = self._text(f"{value:f}")  # Excel would round it
        else:
            shown = value
        return self._waiting(shown) if style == _WAITING and shown is not None else shown

    def _text(self, text: str) -> "Cell":
        """A cell that stays text: also when somebody edits it or saves the sheet as something else."""
        from openpyxl.cell import WriteOnlyCell

        cell = WriteOnlyCell(self._sheet, _legal(text))
        cell.data_type = "s"
        cell.quotePrefix = True
        return cell

    def _waiting(self, shown: "Cell | Plain") -> "Cell":
        from openpyxl.cell import Cell, WriteOnlyCell
        from openpyxl.styles import Font

        if isinstance(shown, Cell):
            cell = shown
        else:
            cell = WriteOnlyCell(self._sheet)
            cell.value = shown
        cell.font = Font(italic=True, color="767676")
        return cell


def _legal(text: str) -> str:
    """What an XML file can hold and a cell can show; the rest becomes U+FFFD, seen and not guessed."""
    legal = _NOT_IN_XML.sub("\ufffd", text)
    return legal if len(legal) <= _LONGEST_TEXT else legal[: _LONGEST_TEXT - 1] + "…"


def _indicator_name(column: PanelColumn, data: ExportData) -> str:
    known = data.catalogue.indicators[column.indicator]
    name = known.zh if data.lang == "zh_CN" else known.en
    scope = word(f"scope.{column.scope}", {}, data.lang)
    return word("export.indicator", {"name": name, "scope": scope, "unit": known.unit}, data.lang)
