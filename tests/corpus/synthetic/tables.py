"""Printed tables: what stands in them, and the ways in which plain text shows them."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any

Gold = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Line:
    """One body row: the cells as printed, a merged cell only in its first row.

    `gold` has what a person reads in it; the printed figures are the last `len(gold["cells"])` cells. `left` columns
    belong to merged cells that began in a row above.
    """

    cells: tuple[str, ...]
    gold: Gold
    left: int = 0


@dataclass(frozen=True, slots=True)
class Printed:
    """A table with its title, the header rows and the body; `width` counts the columns.

    Header rows name every column; a column under a merged cell has "".
    """

    title: str
    header: tuple[tuple[str, ...], ...]
    body: tuple[Line, ...]
    width: int

    def gold(self) -> Gold:
        """As gold has it."""
        return {"title": self.title, "rows": [line.gold for line in self.body]}


def _tabs(table: Printed) -> list[str]:
    return ["\t".join(row) for row in _rows(table)]


def _gaps(table: Printed) -> list[str]:
    return ["    ".join(row) for row in _rows(table)]


def _pipes(table: Printed) -> list[str]:
    lines = [f"| {' | '.join(row)} |" for row in _whole_rows(table)]
    return [lines[0], "|" + " --- |" * table.width, *lines[1:]]


def _whole_rows(table: Printed) -> list[tuple[str, ...]]:
    """Every row with every column, blank where a merged cell reaches."""
    rows = list(table.header)
    for line in table.body:
        figures = len(line.gold["cells"])
        labels = line.cells[: len(line.cells) - figures]
        gap = table.width - line.left - len(line.cells)
        rows.append((*[""] * line.left, *labels, *[""] * gap, *line.cells[len(labels) :]))
    return rows


def _cell_lines(table: Printed) -> list[str]:
    return [cell for row in _rows(table) for cell in row]


def _word(table: Printed) -> list[str]:
    """As a Word table is saved: a cell a line behind a tab, a blank line behind each row."""
    lines: list[str] = []
    for row in _whole_rows(table):
        lines += [*(f"\t{cell}" for cell in row), ""]
    return lines


def _run_together(table: Printed) -> list[str]:
    return ["".join(cell for row in _rows(table) for cell in row)]


def _rows(table: Printed) -> list[tuple[str, ...]]:
    """Every row with its printed cells only: a merged cell stands once."""
    header = (tuple(cell for cell in row if cell) for row in table.header)
    return [*header, *(line.cells for line in table.body)]


LAYOUTS: dict[str, Callable[[Printed], list[str]]] = {
    "tabs": _tabs,
    "gaps": _gaps,
    "pipes": _pipes,
    "cells": _cell_lines,
    "word": _word,
    "run together": _run_together,
}


def simple(
    title: str, header: tuple[str, ...], rows: list[tuple[str, int, str | None, str, tuple[str, ...]]]
) -> Printed:
    """A table of labels, units and figures.

    Args:
        rows: label, level, label of the parent, unit ("" where no column has it), figures.
    """
    lines = []
    for label, level, parent, unit, figures in rows:
        cells = (label, *((unit,) if unit else ()), *figures)
        gold: Gold = {"label": label, "level": level, "parent": parent, "cells": list(figures)}
        lines.append(Line(cells, gold | ({"unit": unit} if unit else {})))
    return Printed(title, (header,), tuple(lines), len(header))


def faulty(table: Printed, label: str) -> Printed:
    """The table with the first figure of its first row that has `label` in its words raised by three."""
    at = next(i for i, line in enumerate(table.body) if label in line.gold["label"])
    line = table.body[at]
    figures = line.gold["cells"]
    wrong = [str(int(figures[0]) + 3), *figures[1:]]
    cells = (*line.cells[: len(line.cells) - len(figures)], *wrong)
    return replace(
        table,
        body=(*table.body[:at], replace(line, cells=cells, gold=line.gold | {"cells": wrong}), *table.body[at + 1 :]),
    )
