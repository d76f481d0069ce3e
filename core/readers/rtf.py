"""Rich text (.rtf): its words by striprtf, its tables by marks set before the words are taken out."""

import re
from collections.abc import Iterator

from core.base.errors import DamagedFile
from core.model.document import Document, Source
from core.readers.flow import Item, Paragraph, compose, place

# Private signs, written into the source as \u escapes: they come out where a row begins, a cell ends, a row ends.
_ROW, _CELL, _END = "\ue000", "\ue001", "\ue002"
_MARKS = (("trowd", _ROW), ("cell", _CELL), ("row", _END))
_CODE_PAGE = re.compile(r"\\ansicpg(\d{3,5})")


def read(source: Source, data: bytes) -> Document:
    """Make the Document of an .rtf file.

    Raises:
        DamagedFile: it cannot be taken apart.
    """
    from striprtf.striprtf import rtf_to_text

    text = data.decode("latin-1")
    page = _CODE_PAGE.search(text[:2000])
    for word, mark in _MARKS:
        text = re.sub(rf"\\{word}(?![a-z])", rf"\\uc1\\u{ord(mark)}?\\{word}", text)
    try:
        plain: str = rtf_to_text(  # type: ignore[no-untyped-call]  # it has no types
            text, f"cp{page[1]}" if page else "gb18030", errors="replace"
        )
    except (LookupError, ValueError, IndexError, KeyError, UnicodeError) as error:
        raise DamagedFile(name=source.name, detail=type(error).__name__) from error
    return compose(source, list(_items(plain)))


def _items(text: str) -> Iterator[Item]:
    rows: list[list[tuple[tuple[str, ...], int, int]]] = []
    for piece in re.split(f"(?<={_END})\n?", text):
        before, mark, row = piece.partition(_ROW)
        if before.strip() or not mark:
            if rows:
                yield place(rows)
                rows = []
            yield from (Paragraph(line) for line in before.split("\n"))
        if mark:
            cells = row.replace(_ROW, "").rpartition(_END)[0].split(f"{_CELL}|")[:-1]
            rows.append([(tuple(cell.split("\n")), 1, 1) for cell in cells])
    if rows:
        yield place(rows)
