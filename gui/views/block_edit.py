"""Copy, paste and fill-down of a table of values: from cells to text, and from text to one Change."""

from core.app import changes, showing
from core.model.report import Change
from core.model.values import Value
from gui.models import blocks
from gui.models.values_model import ValuesModel
from gui.views.cell_table import CellTable


def copied(table: CellTable) -> str:
    """The selection as a block. One value alone is its text; whole rows of a list carry name, value, unit, scope."""
    values = table.selected_values()
    if len(values) <= 1:
        return showing.edit_text(values[0]) if values else ""
    if isinstance(table.cells, ValuesModel):
        return blocks.write([_row(v, table.lang) for v in values])
    places = {(at.row(), at.column()): v for v in values if (at := table.cells.index_of(v.key)).isValid()}
    rows = sorted({row for row, _ in places})
    columns = sorted({column for _, column in places})
    texts = {place: showing.edit_text(v) for place, v in places.items()}
    return blocks.write([[texts.get((row, column), "") for column in columns] for row in rows])


def _row(value: Value, lang: str) -> list[str]:
    scope = showing.scope_name(value.scope, lang)
    return [showing.name(value, lang), showing.edit_text(value), value.unit or "", scope]


def pasted(table: CellTable, text: str) -> tuple[Change | None, int]:
    """The change a paste would make, None if it makes none, and how many cells of the block fell outside."""
    block = blocks.parse(text)
    values = table.selected_values()
    if not block or not values:
        return None, 0
    if len(block) == len(block[0]) == 1:
        pairs = [(v, block[0][0]) for v in values]
        return changes.paste(table.cells.report_id, pairs), 0
    if isinstance(table.cells, ValuesModel):
        # A block copied from a list has the value in its second column.
        block = [[row[1] if len(row) > 1 else row[0]] for row in block]
    pairs, outside = _pairs(table, block)
    return (changes.paste(table.cells.report_id, pairs) if pairs else None), outside


def _pairs(table: CellTable, block: list[list[str]]) -> tuple[list[tuple[Value, str]], int]:
    cells = table.cells
    starts = [cells.index_of(v.key) for v in table.selected_values()]
    top, left = min(i.row() for i in starts), min(i.column() for i in starts)
    rows = [r for r in range(top, cells.rowCount()) if not table.isRowHidden(r)]
    pairs, outside = [], 0
    for at, line in enumerate(block):
        for right, typed in enumerate(line):
            column = left + right
            inside = at < len(rows) and column < cells.columnCount()
            value = cells.value_at(cells.index(rows[at], column)) if inside else None
            if value is None:
                outside += 1
            else:
                pairs.append((value, typed))
    return pairs, outside


def filled_down(table: CellTable) -> Change | None:
    """The first selected value of each column put into the others; one alone takes the value above it."""
    cells = table.cells
    columns: dict[int, list[Value]] = {}
    for value in table.selected_values():
        columns.setdefault(cells.index_of(value.key).column(), []).append(value)
    pairs: list[tuple[Value, str]] = []
    for column, values in columns.items():
        if len(values) == 1:
            above = _above(table, values[0], column)
            if above is not None:
                pairs.append((values[0], showing.edit_text(above)))
        else:
            pairs += [(v, showing.edit_text(values[0])) for v in values[1:]]
    if len(columns) == 1 and pairs:
        return changes.fill_down(cells.report_id, [v for v, _ in pairs], pairs[0][1])
    return changes.paste(cells.report_id, pairs) if pairs else None


def _above(table: CellTable, value: Value, column: int) -> Value | None:
    for row in range(table.cells.index_of(value.key).row() - 1, -1, -1):
        if not table.isRowHidden(row):
            return table.cells.value_at(table.cells.index(row, column))
    return None
