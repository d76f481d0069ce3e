"""Rich text (.rtf): its words by striprtf; its tables and notes by marks that are set before the words are taken out.

Source: Rich Text Format 1.9.1, table definitions: \\trowd begins a row's definition, \\cellx gives the right edge of
each of its cells, \\clvmgf and \\clvmrg begin and continue a cell that reaches over rows. A group of \\footnote stands
in the text where its mark is printed.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from core.base.errors import DamagedFile
from core.model.document import BlockKind, Document, Source
from core.readers.flow import Item, Paragraph, PrintedCell, PrintedTable, compose
from core.readers.symbols import seen
from core.readers.word_numbers import printed

# Private signs, written into the source as \u escapes: they come out as text between the words.
_ROW, _CELL, _END, _EDGE, _GOES_ON, _NOTE = "\ue000", "\ue001", "\ue002", "\ue003", "\ue004", "\ue005"
_CONTROL = re.compile(r"\\(trowd|cell|row|cellx|clvmrg|clmrg)(-?\d+)?(?![a-z\d])")
_MARKS = {"trowd": _ROW, "cell": _CELL, "row": _END, "cellx": _EDGE, "clvmrg": _GOES_ON}
_CODE_PAGE = re.compile(r"\\ansicpg(\d{3,5})")
_DEFINED = re.compile(f"({_GOES_ON}?){_EDGE}(-?\\d+);")
_BEGINS_NOTE = re.compile(r"\{\s{0,9}(?:\\\*)?\\footnote(?![a-z])(\\ftnalt(?![a-z]))? ?")  # 1: an endnote
_BRACE = re.compile(r"\\[\\{}]|[{}]")
_CIRCLES = re.compile(r"\\s?a?ftnncnum(?![a-z])")
_NEAR = 15  # twips between two edges that are meant to be one


@dataclass(frozen=True, slots=True)
class _Row:
    """Texts of the cells, their right edges in twips, and which of them go on with the cell above."""

    texts: tuple[str, ...]
    edges: tuple[int, ...]
    goes_on: tuple[bool, ...]


def read(source: Source, data: bytes) -> Document:
    """Make the Document of an .rtf file.

    Raises:
        DamagedFile: it cannot be taken apart.
    """
    from striprtf.striprtf import rtf_to_text

    text = _notes_last(data.decode("latin-1"))
    page = _CODE_PAGE.search(text[:2000])
    try:
        plain: str = rtf_to_text(  # type: ignore[no-untyped-call]  # it has no types
            _CONTROL.sub(_marked, text), f"cp{page[1]}" if page else "gb18030", errors="replace"
        )
    except (LookupError, ValueError, IndexError, KeyError, UnicodeError) as error:
        raise DamagedFile(name=source.name, detail=type(error).__name__) from error
    body, *notes = seen(plain).split(_NOTE)
    items = [*_items(body)]
    for note in notes:
        mark, _, words = note.partition(" ")
        items += [Paragraph(line, BlockKind.FURNITURE) for line in f"{mark} {words.strip()}".split("\n")]
    return compose(source, items)


def _notes_last(text: str) -> str:
    """The source with its notes behind the text, each with its mark: they would be left out where they stand."""
    pieces: list[str] = []
    notes: list[str] = []
    shapes = {False: "decimalEnclosedCircle" if _CIRCLES.search(text) else "decimal", True: "lowerRoman"}
    counts = dict.fromkeys(shapes, 0)
    last = 0
    for begins in _BEGINS_NOTE.finditer(text):
        if begins.start() >= last:
            end = _end_of_group(text, begins.end())
            if not end:
                break
            is_endnote = begins[1] is not None
            counts[is_endnote] += 1
            number = printed(counts[is_endnote], shapes[is_endnote])
            mark = "".join(f"\\u{ord(sign)}?" for sign in f"{_NOTE}{number} ")
            notes.append(f"{{\\uc1{mark}{text[begins.end() : end]}")
            pieces.append(text[last : begins.start()])
            last = end
    if not notes:
        return text
    rest, brace, after = text[last:].rpartition("}")
    return "".join((*pieces, rest, "\\par\\pard\\plain ", *notes, brace, after))


def _end_of_group(text: str, start: int) -> int:
    """Where the group ends that is open at a place, behind its brace; 0 where it does not."""
    depth = 1
    for brace in _BRACE.finditer(text, start):
        depth += (brace[0] == "{") - (brace[0] == "}")
        if not depth:
            return brace.end()
    return 0


def _marked(control: re.Match[str]) -> str:
    word = control[1]
    if word not in _MARKS:
        return control[0]
    edge = f"{control[2] or 0};" if word == "cellx" else ""
    return f"{control[0]}\\uc1\\u{ord(_MARKS[word])}?{edge}"


def _items(text: str) -> Iterator[Item]:
    rows: list[_Row] = []
    for piece in re.split(f"(?<={_END})", text):
        before, mark, row = piece.lstrip("\n" if rows else "").partition(_ROW)
        if rows and (before.strip() or not mark):
            yield _table(rows)
            rows = []
        yield from (Paragraph(line) for line in before.split("\n"))
        if mark:
            rows.append(_row(row))
    if rows:
        yield _table(rows)


def _row(text: str) -> _Row:
    """Word gives the definition twice, before the cells and behind them: the last one holds."""
    definitions: list[list[tuple[str, str]]] = [_DEFINED.findall(part) for part in text.split(_ROW)]
    defined = next((d for d in reversed(definitions) if d), [])
    words = _DEFINED.sub("", text).replace(_ROW, "").replace(_GOES_ON, "").rpartition(_END)[0]
    texts = tuple(t.removesuffix("|") for t in words.split(_CELL))[:-1]
    edges = tuple(int(edge) for _, edge in defined)[: len(texts)]
    if len(edges) < len(texts):  # no definition that fits: cells of one width
        edges = tuple(range(1000, 1000 * len(texts) + 1, 1000))
    goes_on = (*(bool(on) for on, _ in defined), *(False for _ in texts))
    return _Row(texts, edges, goes_on[: len(texts)])


def _table(rows: list[_Row]) -> PrintedTable:
    edges: list[int] = []
    for edge in sorted(edge for row in rows for edge in row.edges):
        if not edges or edge - edges[-1] > _NEAR:
            edges.append(edge)
    cells: dict[tuple[int, int], PrintedCell] = {}
    above: dict[int, tuple[int, int]] = {}  # column -> the cell that stands in it
    for r, row in enumerate(rows):
        column = 0
        for text, edge, goes_on in zip(row.texts, row.edges, row.goes_on, strict=True):
            stop = min(range(len(edges)), key=lambda i: abs(edges[i] - edge)) + 1
            if stop <= column:
                continue
            if goes_on and column in above:
                known = cells[above[column]]
                lines = (*known.lines, *text.split("\n"))
                cells[above[column]] = PrintedCell(known.row, known.column, lines, r - known.row + 1, known.column_span)
            else:
                above[column] = (r, column)
                cells[r, column] = PrintedCell(r, column, tuple(text.split("\n")), 1, stop - column)
            column = stop
    return PrintedTable(len(rows), len(edges), tuple(cells.values()))
