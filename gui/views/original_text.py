"""Lays a Document out as a QTextDocument, and keeps the map between the two kinds of positions.

Offsets of a Document count code points, positions of a QTextDocument count UTF-16 units and leave out the blank
lines between blocks. This module is the one place where the one becomes the other.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import (
    QBrush,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFrameFormat,
    QTextLength,
    QTextTable,
    QTextTableFormat,
)

from core.model.document import Block, BlockKind, Document, Grid, GridCell
from core.model.report import Report
from gui.theme import Theme

LINE_HEIGHT = 27  # fixed: fonts differ by 20 % in their own line height
READING_PX = 15
TITLE_PX = 18
CELL_PX = 14
QUIET_PX = 13
_INDENT = 30
_LEFT, _RIGHT = 32, 30
_LEVEL = 14
_LONG_CELL = 14
# Widths of columns, in em of a cell's font.
_HALF = 0.6  # a digit
_PADDING = 1.1
_NARROWEST, _LABEL = 1.4, 3.2
_WIDEST = 26.0
_LONGEST_RUN = 9.0
_CHINESE = re.compile("[\u4e00-\u9fff]")
_RUN = re.compile(r"[\x21-\x7e]{1,40}")
_LINE_SEPARATOR = "\u2028"


def utf16(text: str) -> int:
    """Length in UTF-16 units, which is what Qt counts."""
    return len(text) + sum(1 for c in text if ord(c) > 0xFFFF)


@dataclass(slots=True)
class PositionMap:
    """Which stretch of the Document's text was put where in the QTextDocument, in order of both."""

    text: str
    starts: list[int]
    ends: list[int]
    positions: list[int]

    def add(self, start: int, end: int, position: int) -> None:
        """Note that text [start, end) begins at `position`."""
        self.starts.append(start)
        self.ends.append(end)
        self.positions.append(position)

    def ranges(self, start: int, end: int) -> list[tuple[int, int]]:
        """The Qt ranges that show text [start, end); an empty stretch gives one empty range, or none."""
        found: list[tuple[int, int]] = []
        index = max(bisect_right(self.starts, start) - 1, 0)
        for i in range(index, len(self.starts)):
            if self.starts[i] > end or (self.starts[i] == end and end > start):
                break
            low, high = max(start, self.starts[i]), min(end, self.ends[i])
            if high < low or (high == low and end > start):
                continue
            at = self.positions[i] + utf16(self.text[self.starts[i] : low])
            found.append((at, at + utf16(self.text[low:high])))
            if end == start:
                break
        return found

    def offset(self, position: int) -> int:
        """The offset in the text of the character shown at or right before `position`."""
        index = max(bisect_right(self.positions, position) - 1, 0)
        if not self.positions:
            return 0
        units = max(position - self.positions[index], 0)
        at = self.starts[index]
        while units > 0 and at < self.ends[index]:
            units -= 2 if ord(self.text[at]) > 0xFFFF else 1
            at += 1
        return at


class OriginalText:
    """Builds the QTextDocument of one report."""

    def __init__(self, report: Report, theme: Theme, zoom: float, out: QTextDocument) -> None:
        self._document: Document = report.document
        self._report = report
        self._theme = theme
        self._zoom = zoom
        self._out = out
        self._first = True
        self._tables: list[tuple[QTextTable, list[float], list[float]]] = []
        self.map = PositionMap(report.document.text, [], [], [])
        self._labels = sorted(
            (row.label_span.start, row.level)
            for table in report.extraction.tables
            for row in table.rows
            if row.label_span.end > row.label_span.start
        )
        self._titles, self._headings, self._closing = _roles(report)

    def fit(self, width: float) -> None:
        """Give the tables' columns their shares of a viewport so many pixels wide.

        A table whose figures would be broken there is wider than it.
        """
        em = CELL_PX * self._zoom * self._theme.scale
        room = (width - _LEFT - _RIGHT) / em
        cursor = QTextCursor(self._out)
        cursor.beginEditBlock()
        for table, least, wished in self._tables:
            shape = table.format().toTableFormat()
            shares = column_shares(least, wished, room)
            if sum(least) > room:
                shape.setWidth(QTextLength(QTextLength.Type.FixedLength, sum(least) * em))
            else:
                shape.setWidth(QTextLength(QTextLength.Type.PercentageLength, 100))
            shape.setColumnWidthConstraints([QTextLength(QTextLength.Type.PercentageLength, s) for s in shares])
            table.setFormat(shape)
        cursor.endEditBlock()

    def build(self) -> PositionMap:
        """Lay everything out and give the map."""
        self._out.clear()
        self._out.setDocumentMargin(0)
        frame = self._out.rootFrame().frameFormat()
        for set_margin, px in (
            (frame.setLeftMargin, _LEFT),
            (frame.setRightMargin, _RIGHT),
            (frame.setTopMargin, 20),
            (frame.setBottomMargin, 40),
        ):
            set_margin(px)
        self._out.rootFrame().setFrameFormat(frame)
        cursor = QTextCursor(self._out)
        cursor.beginEditBlock()
        for block in self._document.blocks:
            if block.kind is BlockKind.TABLE and block.grid is not None:
                self._table(cursor, self._document.grids[block.grid])
            else:
                self._paragraph(cursor, block)
        cursor.endEditBlock()
        return self.map

    def _paragraph(self, cursor: QTextCursor, block: Block) -> None:
        layout, chars = self._formats(block)
        if self._first:
            cursor.setBlockFormat(layout)
            cursor.setBlockCharFormat(chars)
        else:
            cursor.insertBlock(layout, chars)
        self._first = False
        self._put(cursor, block.start, block.end, chars)

    def _put(self, cursor: QTextCursor, start: int, end: int, chars: QTextCharFormat) -> None:
        self.map.add(start, end, cursor.position())
        cursor.insertText(self._document.text[start:end].replace("\n", _LINE_SEPARATOR), chars)

    def _formats(self, block: Block) -> tuple[QTextBlockFormat, QTextCharFormat]:
        layout, chars = QTextBlockFormat(), QTextCharFormat()
        px, bold, colour = READING_PX, False, "text"
        layout.setBottomMargin(8 * self._zoom)
        text = self._document.text[block.start : block.end]
        if block.kind in (BlockKind.FURNITURE, BlockKind.METADATA):
            px, colour = QUIET_PX, "text3"
            layout.setBottomMargin(0)
        elif _touches(self._titles, block):
            px, bold = TITLE_PX, True
            layout.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            layout.setTopMargin(8 * self._zoom)
            layout.setBottomMargin(12 * self._zoom)
        elif _touches(self._headings, block) and len(text.strip()) < 60:
            bold = True
            layout.setTopMargin(10 * self._zoom)
        elif _touches(self._closing, block) and len(text.strip()) < 40:
            layout.setAlignment(Qt.AlignmentFlag.AlignRight)
        elif not text[:1].isspace() and not block.joins and len(text) > 20:
            layout.setTextIndent(_INDENT * self._zoom)
        line = LINE_HEIGHT * (px / READING_PX if px > READING_PX else 1) * self._zoom * self._theme.scale
        layout.setLineHeight(line, QTextBlockFormat.LineHeightTypes.FixedHeight.value)
        chars.setFont(self._theme.font(round(px * self._zoom), bold))
        chars.setForeground(self._theme.colour(colour))
        return layout, chars

    def _table(self, cursor: QTextCursor, grid: Grid) -> None:
        shape = QTextTableFormat()
        shape.setBorderCollapse(True)
        shape.setBorder(1)
        shape.setBorderStyle(QTextFrameFormat.BorderStyle.BorderStyle_Solid)
        shape.setBorderBrush(QBrush(self._theme.colour("line2")))
        shape.setCellPadding(5 * self._zoom)
        shape.setCellSpacing(0)
        shape.setTopMargin(4)
        shape.setBottomMargin(8)
        chars = QTextCharFormat()
        chars.setFont(self._theme.font(round(CELL_PX * self._zoom)))
        chars.setForeground(self._theme.colour("text"))
        small = QTextBlockFormat()
        small.setLineHeight(2, QTextBlockFormat.LineHeightTypes.FixedHeight.value)
        cursor.insertBlock(small, chars)
        table = cursor.insertTable(grid.rows, grid.columns, shape)
        self._tables.append((table, *column_needs(self._document, grid)))
        for cell in grid.cells:
            if cell.row_span > 1 or cell.column_span > 1:
                table.mergeCells(cell.row, cell.column, cell.row_span, cell.column_span)
        left = self._left_columns(grid)
        for cell in sorted(grid.cells, key=lambda c: (c.row, c.column)):  # positions stay what they are
            inside = table.cellAt(cell.row, cell.column).firstCursorPosition()
            layout = QTextBlockFormat()
            level = self._label_level(cell)
            if level is not None:
                layout.setLeftMargin(level * _LEVEL * self._zoom)
            elif cell.row == 0 or cell.column not in left:
                layout.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            inside.setBlockFormat(layout)
            for i, (start, end) in enumerate(cell.span.pieces()):
                if i:
                    inside.insertText(_LINE_SEPARATOR, chars)
                self._put(inside, start, end, chars)
        cursor.movePosition(QTextCursor.MoveOperation.End)
        self._first = False

    def _label_level(self, cell: GridCell) -> int | None:
        """How deep a row's label stands; None for a cell that is no label."""
        at = bisect_left(self._labels, (cell.span.start, 0))
        if at < len(self._labels) and self._labels[at][0] < max(cell.span.end, cell.span.start + 1):
            return self._labels[at][1]
        return None

    def _left_columns(self, grid: Grid) -> frozenset[int]:
        """Columns of running text: left, where figures and short words are centred."""
        longest = [0] * grid.columns
        for cell in grid.cells:
            if cell.row > 0:
                words = self._document.quote(cell.span).strip()
                longest[cell.column] = max(longest[cell.column], len(words))
        return frozenset(c for c, n in enumerate(longest) if n > _LONG_CELL)


def column_needs(document: Document, grid: Grid) -> tuple[list[float], list[float]]:
    """What each column needs at least, so that no figure is broken, and what it would like to have; in em."""
    figures, wished, labels = [0.0] * grid.columns, [0.0] * grid.columns, [0] * grid.columns
    for cell in grid.cells:
        if cell.column_span > 1:
            continue
        text = document.quote(cell.span)
        labels[cell.column] += 1 if _CHINESE.search(text) else -1
        for line in text.split("\n"):
            longest = max((len(run) for run in _RUN.findall(line)), default=0) * _HALF
            words = sum(1.0 if c > "\u2e80" else _HALF for c in line.strip())
            figures[cell.column] = max(figures[cell.column], min(longest, _LONGEST_RUN))
            wished[cell.column] = max(wished[cell.column], min(words, _WIDEST))
    floors = [_LABEL if n > 0 else _NARROWEST for n in labels]
    least = [max(low, min(floor, wish)) for low, floor, wish in zip(figures, floors, wished, strict=True)]
    return [n + _PADDING for n in least], [n + _PADDING for n in wished]


def column_shares(least: Sequence[float], wished: Sequence[float], room: float) -> list[float]:
    """Percentages for columns: as wished, and where the room does not do, what is over the least is cut alike."""
    over = sum(wished) - sum(least)
    part = min(max((room - sum(least)) / over, 0.0), 1.0) if over > 0 else 1.0
    widths = [low + (high - low) * part for low, high in zip(least, wished, strict=True)]
    return [100 * width / sum(widths) for width in widths]


def _roles(report: Report) -> tuple[list[int], list[int], list[int]]:
    """Offsets at which titles, headings and the closing date stand."""
    extraction = report.extraction
    titles, closing = [], []
    for field in extraction.fields:
        if field.span and field.key == "title":
            titles += [start for start, _ in field.span.pieces()]
        elif field.span and field.key == "sign_date":
            closing.append(field.span.start)
    titles += [t.title_span.start for t in extraction.tables if t.title_span and len(extraction.tables) == 1]
    titles += [s.heading.start for s in extraction.sections if s.kind == "attachment"]
    return titles, [s.heading.start for s in extraction.sections] + _captions(report), closing


def _captions(report: Report) -> list[int]:
    return [t.title_span.start for t in report.extraction.tables if t.title_span]


def _touches(offsets: list[int], block: Block) -> bool:
    return any(block.start <= at < block.end for at in offsets)
