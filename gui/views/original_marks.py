"""The marks in the original: which value stands where, how it is drawn, and which one is under the pointer."""

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen, QPolygonF

from core.app import showing
from core.model.document import Span
from core.model.findings import Severity
from core.model.report import Report
from core.model.values import ValueKind, cell_key
from gui.theme import Theme

_WAVE = 2.5
_BLANK = " \t\u3000\xa0_\uff3f"
_BEFORE_LABEL = " \t\n\u3000\xa0\u2028。；;，,"
_LONGEST_LABEL = 20
STRIP = 10  # width of the overview at the right edge
Ranges = list[tuple[int, int]]


@dataclass(slots=True)
class Mark:
    """One value in the original.

    Ranges count as the view does that shows it: Qt positions of laid-out text, code points of a Document on pages.
    Rectangles are in the coordinates of the whole view, filled in after the layout.
    """

    key: str
    look: str  # open | proved | postponed | confirmed | corrected | rejected | added
    severity: str  # "" | error | warning; a mere note is not marked
    figure: Ranges
    statement: Ranges
    boxes: list[QRectF] = field(default_factory=list)
    quote: list[QRectF] = field(default_factory=list)
    placed: bool = False


def marks(report: Report, where: Callable[[Span], Ranges]) -> list[Mark]:
    """One mark for each value that has a place, in the order of the text; a blank is marked on its label."""
    severities = showing.severities(report.findings)
    labels = _labels(report)
    found = []
    for value in report.values:
        figure = value.figure
        if figure is None:
            continue
        place = figure
        if not report.document.quote(figure).strip():
            place = labels.get(value.key) or label_before(report.document.text, figure.start)
        statement = value.span if value.kind is ValueKind.STATISTIC else None
        severity = severities.get(value.key)
        found.append(
            Mark(
                value.key,
                value.look,
                "" if severity in (None, Severity.INFO) else str(severity),
                where(place),
                where(statement) if statement else [],
            )
        )
    return found


def label_before(text: str, at: int) -> Span:
    """The printed label before an empty place: back to the white space or the sentence end before it."""
    end = at
    while end > 0 and text[end - 1] in _BLANK:
        end -= 1
    start = end
    while start > 0 and end - start < _LONGEST_LABEL and text[start - 1] not in _BEFORE_LABEL:
        start -= 1
    return Span(start, end)


def _labels(report: Report) -> dict[str, Span]:
    return {
        cell_key(t, r, cell.column): row.label_span
        for t, table in enumerate(report.extraction.tables)
        for r, row in enumerate(table.rows)
        for cell in row.cells
    }


def keep_places(old: Iterable[Mark], new: Iterable[Mark]) -> None:
    """Take over the rectangles of marks that stand where they stood: only their look changed."""
    known = {mark.key: mark for mark in old}
    for mark in new:
        before = known.get(mark.key)
        if before and before.figure == mark.figure and before.statement == mark.statement:
            mark.boxes, mark.quote, mark.placed = before.boxes, before.quote, before.placed


def place(found: Iterable[Mark], rectangles: Callable[[int, int], list[QRectF]]) -> bool:
    """Work out the rectangles that are not known yet, once the document is laid out; True if there were any."""
    placed = False
    for mark in found:
        if mark.placed:
            continue
        mark.placed = placed = True
        mark.boxes = [r for a, b in mark.figure for r in rectangles(a, b)]
        mark.quote = [r for a, b in mark.statement for r in rectangles(a, b)]
    return placed


class MarkIndex:
    """Placed marks by their height in the document, so that a long report paints as fast as a short one."""

    def __init__(self, found: Sequence[Mark]) -> None:
        self.marks = found
        with_place = [m for m in found if m.boxes]
        spans = [(min(b.top() for b in m.boxes + m.quote), m) for m in with_place]
        spans.sort(key=lambda s: s[0])
        self._tops = [top for top, _ in spans]
        self._sorted = [m for _, m in spans]
        bottoms = [max(b.bottom() for b in m.boxes + m.quote) for m in self._sorted]
        self._tallest = max((b - t for b, t in zip(bottoms, self._tops, strict=True)), default=0.0)

    def between(self, top: float, bottom: float) -> list[Mark]:
        """The marks that may be seen between two heights."""
        first = bisect_left(self._tops, top - self._tallest - 8)
        return self._sorted[first : bisect_right(self._tops, bottom + 8)]


@dataclass(slots=True)
class Emphasis:
    """What is current, what the other side of a finding or proof is, what the pointer is over."""

    current: str | None = None
    rings: frozenset[str] = frozenset()
    hover: str | None = None

    def weight(self, mark: Mark) -> int:
        """The more of it, the more a mark is looked at."""
        key = mark.key
        return 3 if key == self.hover else 2 if key == self.current else int(key in self.rings)


class MarkPainter:
    """Draws marks behind the text, and their overview at the right edge."""

    def __init__(self, theme: Theme) -> None:
        self._theme = theme

    def paint(self, painter: QPainter, found: Iterable[Mark], now: Emphasis, visible: QRectF) -> None:
        """Draw in document coordinates; `visible` is what is to be seen of them."""
        found = sorted(found, key=now.weight)  # what is looked at covers what is not
        for mark in found:
            if mark.key == now.current:
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(self._theme.colour("ev_quote"))
                for box in mark.quote:
                    painter.drawRect(box.adjusted(-1, -2, 1, 2))
        for mark in found:
            for n, box in enumerate(mark.boxes):
                if box.intersects(visible):
                    self._box(painter, mark, box, now)
                    if n == 0 and mark.key == now.current:
                        self._arrow(painter, visible.left(), box.center().y())

    def _box(self, painter: QPainter, mark: Mark, box: QRectF, now: Emphasis) -> None:
        edge = box.adjusted(-0.5, -1, 0.5, 1)
        ringed = False
        if mark.key == now.current:
            self._filled(painter, box, "ev_now", 1.5)
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

    def _arrow(self, painter: QPainter, left: float, y: float) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.colour("ev_ring"))
        painter.drawPolygon(QPolygonF([QPointF(left + 10, y - 5), QPointF(left + 17, y), QPointF(left + 10, y + 5)]))

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
            painter.drawRect(QRectF(size.right() - width, y - height / 2, width, height))
