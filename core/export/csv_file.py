"""The CSV export: four files for programs, with ids as headers and codes as codes."""

import csv
from collections.abc import Sequence
from contextlib import ExitStack
from decimal import Decimal
from pathlib import Path
from typing import TextIO

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
    Plain,
    content_words,
    finding_rows,
    orphan_rows,
    report_cells,
    value_rows,
)


def write_csv(target: Path, data: ExportData, progress: Progress) -> tuple[Path, ...]:
    """Write `NAME.csv` (the panel) and `NAME.values.csv`, `NAME.findings.csv`, `NAME.orphans.csv`: UTF-8, BOM, CRLF.

    The panel has for each indicator and scope its figure and, in `…__state`, what stands behind it, like the view
    `v_panel`. Text that a spreadsheet would take for a formula has an apostrophe before it.

    Raises:
        ExportFailed: a file cannot be written; all older ones are untouched.
        Cancelled: the user stopped it; older files are untouched.
    """
    name = target.stem if target.suffix.lower() == ".csv" else target.name
    targets = (target, *(target.with_name(f"{name}.{part}.csv") for part in ("values", "findings", "orphans")))
    with replacing(*targets) as paths, ExitStack() as stack:
        files = [stack.enter_context(_open(path)) for path in paths]
        values, findings, orphans = (csv.writer(file) for file in files[1:])
        values.writerow([c.id for c in VALUE_COLUMNS])
        findings.writerow([c.id for c in FINDING_COLUMNS])
        orphans.writerow([c.id for c in ORPHAN_COLUMNS])
        reports: list[tuple[tuple[Plain, ...], dict[PanelColumn, tuple[Plain, str]]]] = []
        for done, report in enumerate(data.reports):
            progress.step(done, data.total, "export")
            values.writerows(_harmless(row) for row in value_rows(report, data))
            findings.writerows(_harmless(row) for row in finding_rows(report, data))
            orphans.writerows(_harmless(row) for row in orphan_rows(report, data))
            cells: dict[PanelColumn, tuple[Plain, str]] = {}
            for column, value in panel(report.values, data.catalogue).items():
                figure = panel_figure(value, data.catalogue)
                shown = content_words(value.content, data.lang) if figure is None else figure
                cells[column] = shown, value.look
            reports.append((report_cells(report), cells))
        _panel(files[0], data, reports)
        progress.step(data.total, data.total, "export")
    return targets


def _open(path: Path) -> TextIO:
    return path.open("w", encoding="utf-8-sig", newline="", errors="replace")


def _panel(
    file: TextIO,
    data: ExportData,
    reports: Sequence[tuple[tuple[Plain, ...], dict[PanelColumn, tuple[Plain, str]]]],
) -> None:
    columns = panel_columns((c for _, cells in reports for c in cells), data.catalogue)
    out = csv.writer(file)
    out.writerow([*(c.id for c in REPORT_COLUMNS), *(name for c in columns for name in (c.id, f"{c.id}__state"))])
    for fixed, cells in reports:
        found = [part for c in columns for part in cells.get(c, (None, ""))]
        out.writerow(_harmless((*fixed, *found)))


def _harmless(cells: Sequence[Plain]) -> list[str]:
    return [_shown(cell) for cell in cells]


def _shown(cell: Plain) -> str:
    if cell is None:
        return ""
    if isinstance(cell, Decimal):
        return f"{cell:f}"
    if isinstance(cell, str) and cell.lstrip(" \u3000").startswith(MEANT_AS_FORMULA):
        return f"'{cell}"
    return str(cell)
