"""Tables of a web page: true ones with their spans, those that only arrange the page, those of the page's own data."""

from collections.abc import Iterator

from lxml import etree

from core.model.document import BlockKind
from core.readers import furniture
from core.readers.flow import INVISIBLE, Item, Paragraph, PrintedTable, place
from core.readers.html_nodes import ListNumbers, is_unseen, lines
from core.readers.parted import parted

_MOST_SPAN = 200
_LONGEST_CELL = 800  # characters; a longer one holds the page, not a figure
_LONG_CELL, _SENTENCES = 150, 3  # so does a shorter one with that many full stops
_LABEL_ENDS = " :：\t"


def _rows(table: etree._Element) -> Iterator[etree._Element]:
    for part in table:
        if part.tag == "tr":
            yield part
        elif part.tag in ("thead", "tbody", "tfoot"):
            yield from (row for row in part if row.tag == "tr")


def _cells(row: etree._Element) -> list[etree._Element]:
    return [c for c in row if c.tag in ("td", "th") and not is_unseen(c)]


def is_layout(table: etree._Element) -> bool:
    """A table that only arranges the page: it holds other tables, a whole text in a cell, or a single column."""
    if next((t for t in table.iterdescendants("table")), None) is not None:
        return True
    widest = 0
    for row in _rows(table):
        cells = _cells(row)
        widest = max(widest, len(cells))
        if len(cells) > 1 and any(map(_holds_page, cells)):
            return True
    return widest < 2


def _holds_page(cell: etree._Element) -> bool:
    size = sum(map(len, cell.itertext()))
    return size > _LONGEST_CELL or (
        size > _LONG_CELL and sum(str(t).count("。") for t in cell.itertext()) >= _SENTENCES
    )


def table_items(table: etree._Element, numbers: ListNumbers, *, is_inside: bool) -> list[Item]:
    """A table as items; what stands around the report is page data or furniture."""
    rows = [
        [(tuple(lines(c, numbers)), _span(c, "rowspan"), _span(c, "colspan")) for c in _cells(row)]
        for row in _rows(table)
        if not is_unseen(row)
    ]
    while len(rows) > 1 and not any(line.strip(INVISIBLE) for cell in rows[0] for line in cell[0]):
        del rows[0]  # it only sets the widths of the columns
    printed = place(rows)
    if pairs := _pairs(printed):
        return pairs
    return parted(printed) if is_inside else _as_lines(printed)


def _span(cell: etree._Element, name: str) -> int:
    printed = (cell.get(name) or "1").strip()
    return min(int(printed), _MOST_SPAN) if printed.isdecimal() and printed.isascii() else 1


def _pairs(table: PrintedTable) -> list[Item]:
    """The page's own data laid out as a table (索引号 | … | 发布机构 | …): one line for each label with its value."""
    words = {(c.row, c.column): "".join(c.lines).strip(INVISIBLE) for c in table.cells}
    ordered = [words[k] for k in sorted(words)]
    labels = [n for n, w in enumerate(ordered) if furniture.is_page_label(w.rstrip(_LABEL_ENDS))]
    loose = [w for w in ordered if furniture.is_page_data(w)]
    if len(labels) + len(loose) < 2 or (len(labels) + len(loose)) * 3 < len([w for w in ordered if w]):
        return []
    found: list[Item] = []
    n = 0
    while n < len(ordered):
        if n in labels and n + 1 < len(ordered) and n + 1 not in labels:
            found.append(Paragraph(f"{ordered[n]}\t{ordered[n + 1]}", BlockKind.METADATA))
            n += 1
        elif ordered[n]:
            found.append(Paragraph(ordered[n], BlockKind.METADATA))
        n += 1
    return found


def _as_lines(table: PrintedTable) -> list[Item]:
    """A table of the page around the report."""
    rows: dict[int, list[str]] = {}
    for cell in table.cells:
        rows.setdefault(cell.row, []).append("".join(cell.lines).strip(INVISIBLE))
    return [Paragraph(" ".join(filter(None, row)), BlockKind.FURNITURE) for row in rows.values()]
