"""Tables of a web page: true ones with their spans, those that only arrange the page, those of the page's own data."""

from lxml import etree

from core.model.document import BlockKind
from core.readers import furniture
from core.readers.flow import INVISIBLE, Item, Paragraph, PrintedTable, place
from core.readers.html_nodes import MARKS, lines, marked_words
from core.readers.parted import parted

_MOST_SPAN = 200
_LONGEST_CELL = 800  # characters; a longer one holds the page, not a figure
_LONG_CELL, _SENTENCES = 150, 3  # so does a shorter one with that many full stops
_FIGURES = 6  # cells with nothing else make a table of figures, however long a note in it is
_LABEL_ENDS = " :：\t"

Rows = list[list[tuple[etree._Element, str]]]  # cells with their marked words


def true_tables(root: etree._Element) -> dict[etree._Element, Rows]:
    """The tables of a marked page that don't only arrange it; none stands in another."""
    found = {}
    for table in root.iter("table"):
        if next(table.iterdescendants("table"), None) is None:
            rows = [
                [(cell, marked_words(cell)) for cell in row.iterchildren("td", "th")]
                for part in table.iterchildren("tr", "thead", "tbody", "tfoot")
                for row in ((part,) if part.tag == "tr" else part.iterchildren("tr"))
            ]
            if not _is_layout(rows):
                found[table] = rows
    return found


def _is_layout(rows: Rows) -> bool:
    """A table that only arranges the page: it holds a single column, or a whole text in a cell and hardly a figure."""
    if max(map(len, rows), default=0) < 2:
        return True
    words = [w for row in rows if len(row) > 1 for _, w in row]
    return any(map(_holds_page, words)) and sum(MARKS.sub("", w).strip().isdecimal() for w in words) < _FIGURES


def _holds_page(words: str) -> bool:
    if len(words) <= _LONG_CELL:
        return False
    shown = MARKS.sub("", words)
    return len(shown) > _LONGEST_CELL or (len(shown) > _LONG_CELL and shown.count("。") >= _SENTENCES)


def table_items(rows: Rows, *, is_inside: bool) -> list[Item]:
    """A true table as items; what stands around the report is page data or furniture."""
    laid = [[(tuple(lines(words)), _span(c, "rowspan"), _span(c, "colspan")) for c, words in row] for row in rows]
    while len(laid) > 1 and not any(line.strip(INVISIBLE) for cell in laid[0] for line in cell[0]):
        del laid[0]  # it only sets the widths of the columns
    printed = place(laid)
    if pairs := _pairs(printed):
        return pairs
    return parted(printed) if is_inside else _as_lines(printed)


def _span(cell: etree._Element, name: str) -> int:
    printed = cell.get(name, "").strip()
    return min(int(printed), _MOST_SPAN) if printed.isdecimal() and printed.isascii() else 1


def _pairs(table: PrintedTable) -> list[Item]:
    """The page's own data laid out as a table (索引号 | … | 发布机构 | …): one line for each label with its value."""
    ordered = ["".join(c.lines).strip(INVISIBLE) for c in table.cells]
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
