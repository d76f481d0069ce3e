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
_LEAST, _MOST = 46, 98  # height of the cards: name and figure; two lines of addends below them
_LOW = 84  # a view below this height shows the cards alone
_CAPTION, _FIGURE = 18, 30
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
        self.setToolTip("\n".join(said))
        self.setAccessibleName(self.toolTip())
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._sides is None:
            return
        p, theme, px = QPainter(self), self._theme, self._theme.px
        p.setRenderHint(QPainter.RenderHint.Antialiasing)
        middle, last = px(_MIDDLE), px(_DIFFERENCE) if self._difference else 0
        width = (self.width() - middle - last) / 2
        self._card(p, QRectF(0, 0, width, self.height()), self._sides[0], "ev_quote")
        self._card(p, QRectF(width + middle, 0, width, self.height()), self._sides[1], "surface")
        room = QRectF(width, 0, middle, self.height())
        painting.text(p, theme, room, self._sign, 20, True, self._ink, painting.CENTRE)
        if last:
            room = QRectF(self.width() - last + 4, 0, last - 4, self.height())
            top = Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop
            painting.text(p, theme, room.adjusted(0, 8, 0, 0), self._caption, 12, token="text2", align=top)
            painting.text(p, theme, room, self._difference, 20, True, self._ink, painting.CENTRE)
        p.end()

    def _card(self, p: QPainter, area: QRectF, side: Side, ground: str) -> None:
        theme = self._theme
        rect = area.adjusted(0.75, 0.75, -0.75, -0.75)
        p.setPen(QPen(theme.colour("ev_ring"), 1.25))
        p.setBrush(theme.colour(ground))
        p.drawRoundedRect(rect, 4, 4)
        px = theme.px
        room = rect.adjusted(10, 6 if rect.height() > px(56) else 1, -8, -2)
        count = painting.width(theme, side.count, 12) + px(8) if side.count else 0
        name = painting.width(theme, side.name, 12)
        first = QRectF(room.left(), room.top(), min(name + 2, room.width() - count), px(_CAPTION))
        painting.text(p, theme, first, side.name, 12, token="text2")
        if side.count:
            painting.text(
                p, theme, first.translated(first.width() + px(8), 0), side.count, 12, token="text2", elide=False
            )
        figure = QRectF(room.left(), first.bottom(), room.width(), px(_FIGURE))
        painting.text(p, theme, figure, side.figure, 20, True)
        x = painting.width(theme, side.figure, 20, True) + 6
        painting.text(p, theme, figure.adjusted(x, 3, 0, 3), side.unit, 13, token="text2")
        high = QFontMetrics(theme.font(12)).height()
        lines = min(2, int((room.bottom() - figure.bottom()) // high))
        if lines > 0:
            below = broken(side.terms, side.sign, lines, lambda s: painting.width(theme, s, 12) <= room.width())
            for n, line in enumerate(below):
                at = QRectF(room.left(), figure.bottom() + n * high, room.width(), high)
                painting.text(p, theme, at, line, 12, token="text2")


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
        self._sentence, self._verdict, self._nothing = QLabel(), QLabel(), QLabel(self.tr("Choose a finding"))
        self._sentence.setWordWrap(True)
        self._sentence.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._more = QLabel()
        for label in (self._more, self._verdict):
            label.setObjectName("caption")
            label.setWordWrap(True)
        self._nothing.setObjectName("quiet")
        self._nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(14, 10, 14, 8)
        layout.setSpacing(8)
        layout.addWidget(self._nothing, 1)
        layout.addWidget(self._cards, 1)
        layout.addWidget(self._sentence)
        layout.addWidget(self._more)
        layout.addWidget(self._verdict)
        layout.addStretch(0)
        self._buttons = self._actions()
        layout.addWidget(self._buttons)
        self.show_finding(None, None)

    def _actions(self) -> QWidget:
        box = QWidget()
        row = QHBoxLayout(box)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        self.locate = self._button("locate", self.tr("Locate"))
        self.explain = self._button("explain", self.tr("Explain"))
        self.verdict = self._button("", self.tr("As printed"))
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
        row.addWidget(self._hint, 1)
        row.addWidget(self.verdict)
        return box

    def _button(self, icon: str, words: str) -> QPushButton:
        button = QPushButton(f" {words}" if icon else words)
        button.setObjectName("ghost")
        button.setFixedHeight(self._theme.px(28))
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        if icon:
            button.setIcon(icons.icon(self._theme, icon))
            self._theme.changed.connect(lambda: button.setIcon(icons.icon(self._theme, icon)))
        return button

    def set_keys(self, keys: Mapping[str, str]) -> None:
        """The keys to be shown beside the buttons."""
        for name, label in self._keys.items():
            label.setText(keys.get(name, ""))

    def show_finding(self, report: Report | None, row: FindingRow | None) -> None:
        """Show a finding of a report; None for neither."""
        self._row = row
        has = report is not None and row is not None
        self._nothing.setVisible(not has)
        for widget in (self._cards, self._sentence, self._more, self._verdict):
            widget.setVisible(has)
        self._fit()
        if report is None or row is None:
            return
        finding = row.finding
        ink = "text2" if row.closed else str(finding.severity)
        if finding.left is not None and finding.right is not None:
            values = {v.key: v for v in report.values}
            about = [values[k] for k in finding.about if k in values]
            left = self._side(about[: finding.left_about], finding.left, self.tr("Stated"), finding.rule)
            right = self._side(about[finding.left_about :], finding.right, self.tr("Computed"), finding.rule)
            difference = finding.difference
            shown = number(difference) if difference else ""
            self._cards.show_sides((left, right), finding.relation, shown, ink)
            self._sentence.hide()
        else:
            self._cards.hide()
            self._sentence.setText(word(finding.message.code, finding.message.params, self._lang))
        hint = word(finding.hint.code, finding.hint.params, self._lang) if finding.hint else ""
        self._hint.setText(hint if self._cards.isVisibleTo(self) else "")
        self._more.setText(hint)
        self._more.setVisible(bool(hint) and not self._cards.isVisibleTo(self))
        said = f" “{row.note}”" if row.note else ""
        at = showing.local_time(row.at)
        self._verdict.setText(self.tr("As printed: {who}, {at}").format(who=row.actor, at=at) + said)
        self._verdict.setVisible(row.closed)
        self.verdict.setText(self.tr("Reopen") if row.closed else self.tr("As printed"))
        self.explain.setVisible(not row.closed)

    def _side(self, values: Sequence[Value], figure: Decimal, nameless: str, rule: Rule) -> Side:
        if not values:
            return Side(nameless, number(figure))
        name = showing.name(values[0], self._lang)
        unit = values[0].unit or ""
        if len(values) == 1:
            return Side(name, number(figure), unit, terms=(showing.scope_name(values[0].scope, self._lang),))
        count = self.tr("{n} values").format(n=len(values))
        terms = tuple(showing.content_text(v.content, self._lang) or "—" for v in values)
        return Side(name, number(figure), unit, count, terms, " + " if rule in _SUMMED else " · ")

    def minimumSizeHint(self) -> QSize:
        return QSize(self._theme.px(280), self._theme.px(_LEAST) + 12)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        is_low = self.height() < self._theme.px(_LOW)
        margin = 4 if is_low else 10
        self.layout().setContentsMargins(14, margin, 14, margin - 2)
        self._buttons.setVisible(self._row is not None and not is_low)

    def _on_verdict(self) -> None:
        closed = self._row is not None and self._row.closed
        (self.reopen_requested if closed else self.as_printed_requested).emit()
