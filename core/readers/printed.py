"""What the finders of printed tables share: lines of a text, and rows of cells as they stand there."""

from dataclasses import dataclass, field

from core.base.data import data


@dataclass(slots=True)
class Cell:
    """Pieces of one cell's text as (start, end); an empty cell has one empty piece. `width` counts columns."""

    pieces: list[tuple[int, int]]
    width: int = 1


@dataclass(slots=True)
class Row:
    """A printed row: its stretch of the text and its cells, from left to right."""

    start: int
    end: int
    cells: list[Cell] = field(default_factory=list)


@data
class Line:
    """A line of the text without its line end."""

    start: int
    end: int
    text: str

    @property
    def is_blank(self) -> bool:
        """Nothing on it; a tab at its start is an empty cell."""
        return not self.text.strip() and not self.text.startswith("\t")


def bare(text: str, start: int, end: int) -> tuple[int, int]:
    """A stretch without white space around it; an empty one keeps its place."""
    piece = text[start:end]
    if not piece.strip():
        return start, start
    start += len(piece) - len(piece.lstrip())
    return start, start + len(piece.strip())
