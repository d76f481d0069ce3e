"""Both sides of a finding and their difference, and what can be done about it."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from core.app import showing
from core.base.messages import number, word
from core.model.findings import Rule
from core.model.report import FindingRow, Report
from core.model.values import Value
from gui import icons
from gui.delegates import painting
from gui.theme import Theme
from gui.views.small import Elided

_MIDDLE, _DIFFERENCE = 36, 72
_NARROW = 380  # cards below this width have the difference under the sign
_LEAST, _MOST = 54, 98  # height of the cards: name and figure; two lines of addends below them
_LOW, _HIGH = 96, 140  # a view below the first shows the cards alone, above the second a line of its own for the hint
_CAPTION, _FIGURE = 18, 30
_NAME_LEAST = 56
_TOP = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop
_SUMMED = frozenset({Rule.PARTS_SUM, Rule.PARTS_SUM_BLANK, Rule.BALANCE, Rule.ROW_SUM, Rule.SCOPE_DIFFERS})


@dataclass(frozen=True, slots=True)
class Side:
    """One side of a finding: what it is, how many values it has, figure and unit, and what it is made of.

    `count` is "" for one value; `terms` are put together with `sign`.
    """

    name: str
    figure: str
    unit: str = ""
    count: str = ""
    terms: tuple[str, ...] = ()
    sign: str = ""

    @property
    def words(self) -> str:
        """All of it in one line."""
        return "\u3000".join(p for p in (self.name, self.count, f"{self.figure} {self.unit}".strip(), self.below) if p)

    @property
    def below(self) -> str:
        """The line under the figure."""
        return self.sign.join(self.terms)


def broken(terms: Sequence[str], sign: str, lines: int, fits: Callable[[str], bool]) -> list[str]:
    """Terms put together with `sign` in at most so many lines, never cut inside a figure; "…" for what has no room."""
    made, rest = [""], list(terms)
    while rest:
        more = made[-1] + rest[0] + (sign.rstrip() if rest[1:] else "")
        room_for_dots = "" if len(made) < lines or not rest[1:] else " …"
        if not made[-1] or fits(more + room_for_dots):
            made[-1] = more + (sign[len(sign.rstrip()) :] if rest[1:] else "")
            rest.pop(0)
        elif len(made) < lines:
            made[-1] = made[-1].rstrip()
            made.append("")
        else:
            made[-1] = made[-1].rstrip() + " …"
            break
    return made if terms else []


class _Cards(QWidget):
    """Two cards that look as the marks in the original do, the sign between them, the difference behind."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._sides: tuple[Side, Side] | None = None
        self._sign, self._difference, self._ink = "", "", "text"
        self._caption = self.tr("Difference")
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Expanding)
        theme.changed.connect(self._fit)
        self._fit()

    def sizeHint(self) -> QSize:
        return QSize(self._theme.px(320), self._theme.px(_MOST))

    def _fit(self) -> None:
        self.setMinimumHeight(self._theme.px(_LEAST))
        self.setMaximumHeight(self._theme.px(_MOST))
        self.updateGeometry()
        self.update()

    def show_sides(self, sides: tuple[Side, Side], sign: str, difference: str, ink: str) -> None:
        """Draw these."""
        self._sides, self._sign, self._difference, self._ink = sides, sign, difference, ink
        left, right = sides
        said = [left.words, f"{sign} {right.words}"]
        if difference:
            said.append(f"{self._caption} {difference}")
        self.setAccessibleName("\n".join(said))
        self.update()

    def show_hint(self, hint: str) -> None:
        """The tooltip has all that may be cut: both sides and, below them, where to look."""
        self.setToolTip(f"{self.accessibleName()}\n{hint}".strip())

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._sides is None:
            return
        p, theme, px = QPainter(self), self._theme, self._theme.px
        p.setRenderHint(QPainter.RenderHint.Antialiasing)
        is_narrow = self.width() < px(_NARROW)
        middle, last = px(_MIDDLE), px(_DIFFERENCE) if self._difference else 0
        if is_narrow and self._difference:
            middle, last = max(middle, painting.width(theme, self._difference, 13, True) + 12), 0
        width = (self.width() - middle - last) / 2
        self._card(p, QRectF(0, 0, width, self.height()), self._sides[0], "ev_quote")
        self._card(p, QRectF(width + middle, 0, width, self.height()), self._sides[1], "surface")
        room = QRectF(width, 0, middle, self.height())
        if is_narrow and self._difference:
            painting.text(p, theme, room.translated(0, px(12)), self._difference, 13, True, self._ink, painting.CENTRE)
            room.translate(0, -px(10))
        painting.text(p, theme, room, self._sign, 20, True, self._ink, painting.CENTRE)
        if last:
            room = QRectF(self.width() - last + 4, 0, last - 4, self.height())
            top = Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop
            under = (
                px(_CAPTION) if self.height() < px(_MOST) - 8 else 0
            )  # in a low card the figure gives way to its name
            painting.text(
                p, theme, room.adjusted(0, 4 if under else 8, 0, 0), self._caption, 12, token="text2", align=top
            )
            painting.text(
                p, theme, room.adjusted(0, under, 0, 0), self._difference, 20, True, self._ink, painting.CENTRE
            )
        p.end()

    def _card(self, p: QPainter, area: QRectF, side: Side, ground: str) -> None:
        theme = self._theme
        rect = area.adjusted(0.75, 0.75, -0.75, -0.75)
        p.setPen(QPen(theme.colour("ev_ring"), 1.25))
        p.setBrush(theme.colour(ground))
        p.drawRoundedRect(rect, 4, 4)
        px = theme.px
        room = rect.adjusted(10, 6 if rect.height() > px(64) else 2, -8, -6)
        self._name(p, QRectF(room.left(), room.top(), room.width(), px(_CAPTION)), side)
        figure = QRectF(room.left(), room.top() + px(_CAPTION), room.width(), px(_FIGURE))
        painting.text(p, theme, figure, side.figure, 20, True)
        x = painting.width(theme, side.figure, 20, True) + 6
        painting.text(p, theme, figure.adjusted(x, 3, 0, 3), side.unit, 13, token="text2")
        high = QFontMetrics(theme.font(12)).height()
        lines = min(2, int((room.bottom() + 2 - figure.bottom()) // high))
        if lines < 1:
            return
        below = broken(side.terms, side.sign, lines, lambda s: painting.width(theme, s, 12) <= room.width())
        for n, line in enumerate(reversed(below), 1):
            at = QRectF(room.left(), room.bottom() + 1 - n * high, room.width(), high)
            painting.text(p, theme, at, line, 12, token="text2")

    def _name(self, p: QPainter, room: QRectF, side: Side) -> None:
        theme = self._theme
        count = painting.width(theme, side.count, 12) + theme.px(8) if side.count else 0
        wide = min(painting.width(theme, side.name, 12) + 2.0, room.width() - count)
        if wide < theme.px(_NAME_LEAST) and count:
            painting.text(p, theme, room, side.count, 12, token="text2")
            return
        painting.text(p, theme, QRectF(room.left(), room.top(), wide, room.height()), side.name, 12, token="text2")
        painting.text(p, theme, room.adjusted(wide + theme.px(8), 0, 0, 0), side.count, 12, token="text2", elide=False)


class CompareView(QWidget):
    """Decides nothing itself: its buttons ask the window."""

    locate_requested = Signal()
    explain_requested = Signal()
    as_printed_requested = Signal()
    reopen_requested = Signal()

    def __init__(self, theme: Theme, lang: str = "zh_CN", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._lang = theme, lang
        self._row: FindingRow | None = None
        self.setObjectName("surface")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAccessibleName(self.tr("Compare"))
        self._cards = _Cards(theme, self)
        self._sentence, self._more, self._nothing = QLabel(), QLabel(), QLabel(self.tr("Choose a finding"))
        self._said = ""  # the verdict of a closed finding, else where to look
        for label in (self._sentence, self._more):
            label.setTextFormat(Qt.TextFormat.PlainText)
        self._sentence.setWordWrap(True)
        self._sentence.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._more.setObjectName("caption")
        self._more.setWordWrap(True)
        self._more.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._nothing.setObjectName("quiet")
        self._nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        layout = self._layout = QVBoxLayout(self)
        layout.setContentsMargins(14, 10, 14, 8)
        layout.setSpacing(8)
        layout.setSizeConstraint(QVBoxLayout.SizeConstraint.SetNoConstraint)
        layout.addWidget(self._nothing, 1)
        layout.addWidget(self._cards, 1)
        layout.addWidget(self._sentence)
        layout.addWidget(self._more)
        layout.addStretch(0)
        self._buttons = self._actions()
        layout.addWidget(self._buttons)
        theme.changed.connect(self._draw)
        self._draw()
        self.show_finding(None, None)

    def _actions(self) -> QWidget:
        box = QWidget()
        row = QHBoxLayout(box)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        self.locate = self._button(" " + self.tr("Locate"))
        self.explain = self._button(" " + self.tr("Explain"))
        self.verdict = self._button(self.tr("As printed"))
        self.locate.clicked.connect(self.locate_requested)
        self.explain.clicked.connect(self.explain_requested)
        self.verdict.clicked.connect(self._on_verdict)
        self._keys = {name: QLabel() for name in ("locate", "explain", "as_printed")}
        self._hint = Elided("caption")
        for label in self._keys.values():
            label.setObjectName("key")
        row.addWidget(self.locate)
        row.addWidget(self._keys["locate"])
        row.addWidget(self.explain)
        row.addWidget(self._keys["explain"])
        row.addWidget(self._hint, 1)
        row.addWidget(self.verdict)
        row.addWidget(self._keys["as_printed"])
        return box

    def _button(self, words: str) -> QPushButton:
        button = QPushButton(words)
        button.setObjectName("ghost")
        button.setAccessibleName(words.strip())
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        return button

    def _draw(self) -> None:
        side = self._theme.px(16)
        for button, name in ((self.locate, "locate"), (self.explain, "explain"), (self.verdict, "")):
            button.setFixedHeight(self._theme.px(28))
            button.setIconSize(QSize(side, side))
            if name:
                button.setIcon(icons.icon(self._theme, name))
        self._fit()

    def set_keys(self, keys: Mapping[str, str]) -> None:
        """The keys to be shown beside the buttons."""
        for name, label in self._keys.items():
            label.setText(keys.get(name, ""))
        self._show_keys()

    def _show_keys(self) -> None:
        for name, button in (("locate", self.locate), ("explain", self.explain), ("as_printed", self.verdict)):
            self._keys[name].setVisible(bool(self._keys[name].text()) and not button.isHidden())

    def show_finding(self, report: Report | None, row: FindingRow | None) -> None:
        """Show a finding of a report; None for neither."""
        self._row = row
        has = report is not None and row is not None
        self._nothing.setVisible(not has)
        for widget in (self._cards, self._sentence, self._more):
            widget.setVisible(has)
        if report is not None and row is not None:
            self._show(report, row)
        self._fit()

    def _show(self, report: Report, row: FindingRow) -> None:
        finding = row.finding
        ink = "text2" if row.closed else str(finding.severity)
        if finding.left is not None and finding.right is not None:
            values = {v.key: v for v in report.values}
            about = [values[k] for k in finding.about if k in values]
            left_about = [values[k] for k in finding.about[: finding.left_about] if k in values]
            left = self._side(report, left_about, finding.left, self.tr("Stated"), finding.rule)
            right = self._side(report, about[len(left_about) :], finding.right, self.tr("Computed"), finding.rule)
            difference = number(finding.difference) if finding.difference else ""
            self._cards.show_sides((left, right), finding.relation, difference, ink)
            self._sentence.hide()
        else:
            self._cards.hide()
            self._sentence.setText(word(finding.message.code, finding.message.params, self._lang))
        self._said = self._verdict(row) if row.closed else ""
        if finding.hint and not row.closed:
            self._said = word(finding.hint.code, finding.hint.params, self._lang)
        self.verdict.setText(self.tr("Reopen") if row.closed else self.tr("As printed"))
        self.verdict.setAccessibleName(self.verdict.text())
        self.explain.setVisible(not row.closed)
        self._show_keys()

    def _verdict(self, row: FindingRow) -> str:
        said = self.tr("As printed: {who}, {at}").format(who=row.actor or "—", at=showing.local_time(row.at))
        return f"{said} “{row.note}”" if row.note else said

    def _side(self, report: Report, values: Sequence[Value], figure: Decimal, nameless: str, rule: Rule) -> Side:
        if not values:
            return Side(nameless, number(figure))
        name = showing.called(report, values[0], self._lang)
        unit = values[0].unit or ""
        if len(values) == 1:
            return Side(name, number(figure), unit, terms=(showing.scope_name(values[0].scope, self._lang),))
        terms = tuple(showing.content_text(v.content, self._lang) or "—" for v in values)
        if rule in _SUMMED:
            parts = self.tr("{n} parts added up").format(n=len(values))
            return Side(parts, number(figure), unit, "", terms, " + ")
        count = self.tr("{n} values").format(n=len(values))
        return Side(name, number(figure), unit, count, terms, " · ")

    def minimumSizeHint(self) -> QSize:
        return QSize(self._theme.px(280), self._theme.px(_LEAST) + 12)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        is_low = self.height() < self._theme.px(_LOW)
        margin = 4 if is_low else 10
        self._layout.setContentsMargins(14, margin, 14, margin - 2)
        self._buttons.setVisible(self._row is not None and not is_low)
        is_beside = self._cards.isVisibleTo(self) and (self._has_room() or self.height() < self._theme.px(_HIGH))
        self._cards.show_hint(self._said)
        self._hint.setText(self._said if is_beside else "")
        self._more.setText("" if is_beside else self._said)
        self._more.setVisible(self._row is not None and bool(self._said) and not is_beside)

    def _has_room(self) -> bool:
        """The hint fits between the buttons."""
        beside = [w for w in (self.locate, self.explain, self.verdict, *self._keys.values()) if not w.isHidden()]
        taken = sum(widget.sizeHint().width() for widget in beside) + 6 * len(beside) + 28
        return painting.width(self._theme, self._said, 12) + 8 < self.width() - taken

    def _on_verdict(self) -> None:
        closed = self._row is not None and self._row.closed
        (self.reopen_requested if closed else self.as_printed_requested).emit()
