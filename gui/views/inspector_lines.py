"""What the inspector says of a value, as lines of plain data; and the widget that draws one line."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from core.app import runs, showing
from core.base.messages import word
from core.model.extraction import CellKind
from core.model.findings import Severity
from core.model.report import Report
from core.model.values import Value, ValueKind
from gui import icons
from gui.delegates import painting
from gui.theme import Theme

_BEFORE_FIGURE = 22
_HEIGHT = 19
_WORST_FIRST = (Severity.ERROR, Severity.WARNING, Severity.INFO)
READ, CORRECTED, PROOF, DOUBT, SURE, NOTE = "read", "corrected", "proof", "doubt", "sure", "note"


@dataclass(frozen=True, slots=True)
class Line:
    """One line: its caption's id, a symbol, a bold part, the rest, and the ink of both.

    `is_whole`: what finds no room goes on below instead of being elided.
    """

    caption: str
    strong: str = ""
    words: str = ""
    icon: str = ""
    token: str = "text"
    icon_token: str = "text2"
    is_whole: bool = False


def lines(report: Report, value: Value, lang: str, read_by_nobody: str) -> list[Line]:
    """All lines about a value, the most important first after what the machine read."""
    found = [_read(report, value, lang, read_by_nobody)]
    decision = value.decision
    if decision and decision.content is not None:
        look = value.look
        text = with_unit(showing.said(value, decision.content, lang), value)
        found.append(Line(CORRECTED, text, decision.actor, f"state-{look}", look, look))
    doubts = [r.finding for r in report.findings if value.key in r.finding.about and not r.closed]
    for finding in sorted(doubts, key=lambda f: _WORST_FIRST.index(f.severity)):
        said = word(finding.message.code, finding.message.params, lang)
        sev = str(finding.severity)
        found.append(Line(DOUBT, "", said, f"sev-{sev}", sev, sev))
    for proof in value.proofs:
        said = word(proof.message.code, proof.message.params, lang)
        found.append(Line(PROOF, "", said, "state-proved", "text", "proved"))
    if value.reading and not value.proofs:
        reason = word(value.reading.reason.code, value.reading.reason.params, lang)
        if ways := runs.ways(value):  # they stand below, to be chosen
            params = {**value.reading.reason.params, "shown": len(ways)}
            code = "showing.ways" if params["n"] == len(ways) else "showing.some_ways"
            reason = word(code, params, lang)
        is_open = value.reading.content.kind is CellKind.UNREADABLE
        found.append(Line(SURE, word(f"sure.{showing.bars(value) or 4}", {}, lang), reason, is_whole=is_open))
    if decision and decision.note:
        found.append(
            Line(NOTE, "", decision.note, "state-postponed" if value.is_postponed else "", "text", "postponed")
        )
    return found


def chosen(found: list[Line], window_height: int) -> list[Line]:
    """The lines there is room for: two, a third one for a doubt; more in a high window, one less in a low one.

    Args:
        window_height: in pixels at 100 %.
    """
    if not found:
        return []
    first, rest = found[0], found[1:]
    if window_height < 720:
        return [first, *rest[:1]]
    doubt = next((line for line in rest if line.caption == DOUBT), None)
    said = [line for line in rest if line.caption in (CORRECTED, NOTE)]
    other = [line for line in rest if line.caption in (PROOF, SURE)][: 2 if window_height >= 900 else 1]
    return [first, *said, *other, *([doubt] if doubt else [])]


def with_unit(text: str, value: Value) -> str:
    """A figure with one space before its unit."""
    return f"{text} {value.unit}" if value.unit and text[:1].isdigit() else text


def _read(report: Report, value: Value, lang: str, read_by_nobody: str) -> Line:
    reading = value.reading
    if reading is None:
        return Line(READ, "", read_by_nobody, token="text2")
    text = showing.said(value, reading.content, lang)
    if value.kind is ValueKind.CELL:
        place = showing.place(report, value, lang)
        if reading.content.kind is CellKind.UNREADABLE and reading.raw:
            return Line(READ, text, f"“{_one_line(reading.raw)}”\u3000{place}")
        return Line(READ, with_unit(text, value), place)
    if value.kind is ValueKind.FIELD:
        raw = _one_line(reading.raw)
        if reading.content.kind is CellKind.BLANK:
            return Line(READ, text, word(reading.reason.code, reading.reason.params, lang))
        return Line(READ, text, f"“{raw}”" if raw and raw != text else "")
    return Line(READ, with_unit(text, value), f"“{_round_figure(value)}”")


def _one_line(raw: str) -> str:
    return " ".join(raw.split())


def _round_figure(value: Value) -> str:
    """The sentence, begun late enough for its figure to be seen."""
    reading = value.reading
    if reading is None or reading.span is None or reading.figure is None:
        return ""
    at = reading.figure.start - reading.span.start
    cut = max(at - _BEFORE_FIGURE, 0)
    return ("…" if cut else "") + _one_line(reading.raw[cut:])


class LineView(QWidget):
    """One line of the inspector, elided at its end, the whole in the tooltip."""

    def __init__(self, theme: Theme, caption_of: Callable[[str], str], parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._caption_of = caption_of
        self._line = Line(READ)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def show_line(self, line: Line) -> None:
        """Draw this line."""
        self._line = line
        self.setToolTip(" ".join(w for w in (line.strong, line.words) if w))
        self.setAccessibleName(f"{self._caption_of(line.caption)} {line.strong} {line.words}")
        self._fit()
        self.update()

    def line(self) -> Line:
        """What is drawn."""
        return self._line

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def words_left(self) -> int:
        """Where the words of a line without a symbol begin."""
        return max(self._theme.px(40), painting.width(self._theme, self._caption_of(READ), 12) + 12)

    def _fit(self) -> None:
        high = self._theme.px(_HEIGHT)
        if self._line.is_whole:
            room = self.width() - self._left() - self._strong_width()
            high = max(high, painting.wrapped_height(self._theme, self._line.words, room) + 2)
        self.setFixedHeight(high)

    def _left(self) -> float:
        """Where the words begin, behind caption and symbol."""
        x = max(self._theme.px(40), painting.width(self._theme, self._caption_of(self._line.caption), 12) + 12)
        return float(x + (self._theme.px(14) + 6 if self._line.icon else 0))

    def _strong_width(self) -> int:
        return painting.width(self._theme, self._line.strong, 13, True) + 10 if self._line.strong else 0

    def paintEvent(self, event: QPaintEvent) -> None:
        p = QPainter(self)
        p.setRenderHint(QPainter.RenderHint.Antialiasing)
        theme, line, px = self._theme, self._line, self._theme.px
        caption = self._caption_of(line.caption)
        rect = QRectF(self.rect())
        first = QRectF(0, 0, rect.width(), px(_HEIGHT))
        painting.text(p, theme, QRectF(0, 0, px(80), first.height()), caption, 12, token="text2")
        x = self._left()
        if line.icon:
            side = px(14)
            spot = QRectF(x - side - 6, first.center().y() - side / 2, side, side)
            icons.paint(p, theme, line.icon, spot, line.icon_token)
        if line.strong:
            painting.text(p, theme, first.adjusted(x, 0, 0, 0), line.strong, 13, True, line.token)
            x += self._strong_width()
        token = line.token if line.caption == DOUBT else "text2" if line.strong and line.icon else "text"
        room = QRectF(x, 0, max(rect.width() - x, 0), rect.height())
        painting.text(p, theme, room, line.words, token=token, wrap=line.is_whole)
        p.end()
