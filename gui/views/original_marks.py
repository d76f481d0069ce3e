"""The marks in the original: which value stands where, how it is drawn, and which one is under the pointer."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen, QPolygonF, QTextDocument

from core.model.document import Span
from core.model.findings import Severity
from core.model.report import Report
from core.model.values import State, Value, ValueKind, cell_key
from gui.theme import Theme
from gui.views.original_text import PositionMap

_WAVE = 2.5


@dataclass(slots=True)
class Mark:
    """One value in the original. Rectangles are in document coordinates, filled in after the layout."""

    key: str
    look: str  # open | proved | postponed | confirmed | corrected | rejected | added
    severity: str  # "" | error | warning
    figure: list[tuple[int, int]]
    statement: list[tuple[int, int]]
    boxes: list[QRectF] = field(default_factory=list)
    quote: list[QRectF] = field(default_factory=list)


def look_of(value: Value) -> str:
    """The symbol and colour of a value: a person's decision before the machine's proof."""
    if value.is_postponed:
        return "postponed"
    if value.state is State.OPEN:
        return "proved" if value.proofs else "open"
    return str(value.state)


def marks(report: Report, where: PositionMap) -> list[Mark]:
    """One mark for each value that has a place; a blank is marked on its label."""
    severities = _severities(report)
    labels = _labels(report)
    found = []
    for value in report.values:
        figure = value.figure
        if figure is None:
            continue
        place = labels.get(value.key, figure) if figure.start == figure.end else figure
        statement = value.span if value.kind is ValueKind.STATISTIC else None
        found.append(
            Mark(
                value.key,
                look_of(value),
                severities.get(value.key, ""),
                _ranges(where, place),
                _ranges(where, statement) if statement else [],
            )
        )
    return found


def _ranges(where: PositionMap, span: Span) -> list[tuple[int, int]]:
    return [r for piece in span.pieces() for r in where.ranges(*piece)]


def _severities(report: Report) -> dict[str, str]:
    worst: dict[str, str] = {}
    for row in report.findings:
        if row.closed or row.finding.severity is Severity.INFO:
            continue
        for key in row.finding.about:
            if worst.get(key) != Severity.ERROR:
                worst[key] = str(row.finding.severity)
    return worst


def _labels(report: Report) -> dict[str, Span]:
    return {
        cell_key(t, r, cell.column): row.label_span
        for t, table in enumerate(report.extraction.tables)
        for r, row in enumerate(table.rows)
        for cell in row.cells
    }


def place(found: Iterable[Mark], document: QTextDocument) -> None:
    """Work out the rectangles once the document is laid out."""
    for mark in found:
        mark.boxes = [r for a, b in mark.figure for r in rectangles(document, a, b)]
        mark.quote = [r for a, b in mark.statement for r in rectangles(document, a, b)]


def rectangles(document: QTextDocument, start: int, end: int) -> list[QRectF]:
    """The rectangles of the characters [start, end), one a line, in document coordinates."""
    found: list[QRectF] = []
    block = document.findBlock(start)
    while block.isValid() and block.position() < end:
        layout = block.layout()
        origin = document.documentLayout().blockBoundingRect(block).topLeft()
        em = block.charFormat().font().pixelSize()
        for i in range(layout.lineCount()):
            line = layout.lineAt(i)
            first = max(start - block.position(), line.textStart())
            last = min(end - block.position(), line.textStart() + line.textLength())
            if first < last:
                x1, x2 = (_x(line.cursorToX(at)) for at in (first, last))
                top = origin.y() + line.y() + line.ascent() - 0.95 * em
                found.append(QRectF(origin.x() + x1, top, x2 - x1, em * 1.22))
        block = block.next()
    return found


def _x(answer: object) -> float:
    """`QTextLine.cursorToX` answers with a pair in PySide6."""
    return float(answer[0]) if isinstance(answer, tuple) else float(answer)  # type: ignore[arg-type]


@dataclass(slots=True)
class Emphasis:
    """What is current, what the other side of a finding or proof is, what the pointer is over."""

    current: str | None = None
    rings: frozenset[str] = frozenset()
    hover: str | None = None


class MarkPainter:
    """Draws marks behind the text, and their overview at the right edge."""

    def __init__(self, theme: Theme) -> None:
        self._theme = theme

    def paint(self, painter: QPainter, found: Iterable[Mark], now: Emphasis, visible: QRectF) -> None:
        """Draw in document coordinates; `visible` is what is to be seen of them."""
        for mark in found:
            if mark.key == now.current:
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(self._theme.colour("ev_quote"))
                for box in mark.quote:
                    painter.drawRect(box.adjusted(-1, -2, 1, 2))
        for mark in found:
            for n, box in enumerate(mark.boxes):
                if box.intersects(visible):
                    self._box(painter, mark, box, now, first=n == 0)

    def _box(self, painter: QPainter, mark: Mark, box: QRectF, now: Emphasis, first: bool) -> None:
        edge = box.adjusted(-0.5, -1, 0.5, 1)
        ringed = False
        if mark.key == now.current:
            self._filled(painter, box, "ev_now", 1.5)
            if first:
                self._arrow(painter, box.center().y())
            ringed = True
        elif mark.key in now.rings:
            self._filled(painter, box, "ev_quote", 1.25)
            ringed = True
        elif mark.key == now.hover:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._theme.colour("ev_hover"))
            painter.drawRoundedRect(edge, 3, 3)
            self._underline(painter, edge, "ev_ring", 1.5)
        elif mark.look in ("open", "postponed"):
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._theme.colour("ev_faint"))
            painter.drawRoundedRect(edge, 2, 2)
            self._underline(painter, edge, "ev_faint_line", 1, Qt.PenStyle.DashLine)
        elif mark.look == "rejected":
            painter.setPen(QPen(self._theme.colour("line2"), 1))
            y = box.center().y()
            painter.drawLine(QPointF(box.left(), y), QPointF(box.right(), y))
        else:
            self._underline(painter, edge, mark.look, 1.25)
        if mark.severity and not ringed:
            self._wave(painter, edge, mark.severity)

    def _filled(self, painter: QPainter, box: QRectF, fill: str, width: float) -> None:
        painter.setPen(QPen(self._theme.colour("ev_ring"), width))
        painter.setBrush(self._theme.colour(fill))
        painter.drawRoundedRect(box.adjusted(-1.25, -2, 1.25, 2), 3, 3)

    def _underline(
        self,
        painter: QPainter,
        box: QRectF,
        token: str,
        width: float,
        style: Qt.PenStyle = Qt.PenStyle.SolidLine,
    ) -> None:
        painter.setPen(QPen(self._theme.colour(token), width, style))
        painter.drawLine(box.bottomLeft(), box.bottomRight())

    def _wave(self, painter: QPainter, box: QRectF, severity: str) -> None:
        painter.setPen(QPen(self._theme.colour(severity), 1.25))
        points, x, up = [], box.left(), False
        while x <= box.right():
            points.append(QPointF(x, box.bottom() + (3.0 if up else 0.5)))
            x, up = x + _WAVE, not up
        painter.drawPolyline(QPolygonF(points))

    def _arrow(self, painter: QPainter, y: float) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.colour("ev_ring"))
        painter.drawPolygon(QPolygonF([QPointF(10, y - 5), QPointF(17, y), QPointF(10, y + 5)]))

    def overview(self, painter: QPainter, found: Iterable[Mark], now: Emphasis, size: QRectF, full: float) -> None:
        """The strip at the right edge, 10 wide: current, findings and open values in the whole document."""
        painter.setPen(Qt.PenStyle.NoPen)
        for mark in found:
            current = mark.key == now.current
            token = "ev_ring" if current else mark.severity
            if not token and mark.look in ("open", "postponed"):
                token = "ev_faint_line"
            if not token or not mark.boxes:
                continue
            width = 10.0 if current else 8.0 if mark.severity else 4.0
            height = 3.0 if current else 2.0
            y = 4 + mark.boxes[0].center().y() / max(full, 1.0) * (size.height() - 8)
            ink = self._theme.colour(token)
            ink.setAlphaF(0.55 if width == 4.0 else 1.0)
            painter.setBrush(ink)
            painter.drawRect(QRectF(size.width() - width, y - height / 2, width, height))
