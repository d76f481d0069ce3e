"""The findings of the report that is shown."""

from PySide6.QtCore import QEvent, QItemSelectionModel, QModelIndex, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QWidget

from core.base.messages import number, word
from core.model.findings import Severity
from core.model.report import FindingRow, Report
from gui.delegates import painting
from gui.delegates.finding_delegate import FindingDelegate
from gui.models.findings_model import COLUMNS, FINDING_ROLE, SENTENCE, FindingsModel, has_sides
from gui.theme import Theme
from gui.views.row_table import Index, RowTable

_Move = QAbstractItemView.CursorAction
_ROW = 30
_SYMBOL, _RELATION = 40, 28
_RULE_LEAST, _SENTENCE_LEAST, _SENTENCE_GOOD = 64, 72, 180


class FindingsView(RowTable):
    """One line a finding; Enter belongs to the window."""

    current_changed = Signal(object)
    activated_row = Signal(object)

    def __init__(self, theme: Theme, lang: str = "zh_CN", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._lang = theme, lang
        self._has_report = False
        self._left_at: int | None = None
        self._findings = FindingsModel(lang, self)
        self._delegate = FindingDelegate(theme, lang, self)
        self.setModel(self._findings)
        self.setItemDelegate(self._delegate)
        self.setMouseTracking(True)
        self.horizontalHeader().hide()
        self.setAccessibleName(self.tr("Findings"))
        self.doubleClicked.connect(lambda index: self.activated_row.emit(index.data(FINDING_ROLE)))
        theme.changed.connect(self._on_theme_changed)

    def show_report(self, report: Report | None) -> None:
        """Show the findings of another report; none is current."""
        self._has_report = report is not None
        self._quiet = True
        self._findings.show_report(report)
        self._quiet = False
        self._fit()

    def refresh(self, report: Report) -> None:
        """The findings of the same report changed; the current one stays, if it is still there."""
        current, at = self.current(), self.currentIndex().row()
        self.show_report(report)
        self.set_current(current.finding.identity if current else None)
        now = self.current()
        if current and now and now.closed and not current.closed:
            self._left_at = at
        elif now is None or not now.closed:
            self._left_at = None

    def rows(self) -> tuple[FindingRow, ...]:
        """All findings, from the top."""
        return self._findings.rows()

    def counts(self) -> dict[Severity, int]:
        """How many are open, by severity."""
        found: dict[Severity, int] = {}
        for row in self.rows():
            if not row.closed:
                found[row.finding.severity] = found.get(row.finding.severity, 0) + 1
        return found

    def current(self) -> FindingRow | None:
        """The chosen finding."""
        row = self.currentIndex().data(FINDING_ROLE)
        return row if isinstance(row, FindingRow) else None

    def set_current(self, identity: str | None) -> None:
        """Choose a finding; tells nobody."""
        self._quiet = True
        self._choose(self._findings.index_of(identity))
        self._quiet = False

    def _choose(self, index: QModelIndex) -> None:
        flags = QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows
        self.selectionModel().setCurrentIndex(index, flags)
        if index.isValid():
            self.scrollTo(index)

    def step(self, by: int) -> None:
        """Go to the next (1) or previous (-1) open finding, round the ends."""
        still_open = [n for n, row in enumerate(self.rows()) if not row.closed]
        if not still_open:
            return
        at = self.currentIndex().row() if self.currentIndex().isValid() else (-1 if by > 0 else len(self.rows()))
        if self._left_at is not None:  # the one that was just closed went to the end: go on where it stood
            at, self._left_at = self._left_at - (by > 0), None
        beyond = [n for n in still_open if (n > at if by > 0 else n < at)] or still_open
        wanted = self._findings.index(beyond[0] if by > 0 else beyond[-1], 0)
        if wanted.row() == self.currentIndex().row():
            self.current_changed.emit(self.current())
        else:
            self._choose(wanted)

    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        if not self._quiet and current.isValid() and current.row() != previous.row():
            self.current_changed.emit(current.data(FINDING_ROLE))

    def moveCursor(self, action: QAbstractItemView.CursorAction, modifiers: Qt.KeyboardModifier) -> QModelIndex:
        if action in (_Move.MoveLeft, _Move.MoveRight):
            return self.currentIndex()
        if action in (_Move.MoveHome, _Move.MoveEnd):
            return self._findings.index(0 if action is _Move.MoveHome else len(self.rows()) - 1, 0)
        return super().moveCursor(action, modifiers)

    def set_focused(self, focused: bool) -> None:
        self._delegate.focused = focused

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        self._hover(self.indexAt(event.position().toPoint()).row())

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._hover(-1)

    def _hover(self, row: int) -> None:
        if row != self._delegate.hovered:
            self._delegate.hovered = row
            self.viewport().update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _on_theme_changed(self) -> None:
        self._fit()
        self.viewport().update()

    def _fit(self) -> None:
        px, theme, rows = self._theme.px, self._theme, [row.finding for row in self.rows()]
        self.verticalHeader().setDefaultSectionSize(px(_ROW))
        rules = {word(f"export.rule.{f.rule}", {}, self._lang) for f in rows}
        rule = max((painting.width(theme, r, 13, True) for r in rules), default=0) + 20
        sides = [[f.left for f in rows], [f.right for f in rows], [f.difference for f in rows]]
        wide = [
            max((painting.width(theme, number(n), 14, True) for n in side if n is not None), default=0) + 20
            for side in sides
        ]
        widths = [px(_SYMBOL), rule, 0, wide[0], px(_RELATION), wide[1], wide[2]]
        room = self.viewport().width() - sum(widths)
        if room < px(_SENTENCE_GOOD):
            shorter = max(min(rule, px(_RULE_LEAST)), rule + room - px(_SENTENCE_GOOD))
            widths[1], room = shorter, room + rule - shorter
        widths[2] = max(room, px(_SENTENCE_LEAST))
        for column, width in enumerate(widths):
            self.setColumnWidth(column, width)
        self.clearSpans()
        for n, finding in enumerate(rows):
            if not has_sides(finding):
                self.setSpan(n, SENTENCE, 1, COLUMNS - SENTENCE)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        p, room = QPainter(self.viewport()), self.viewport().rect().toRectF()
        if self._has_report and not self.rows():
            painting.text(p, self._theme, room, self.tr("No findings"), token="text2", align=painting.CENTRE)
        if self.hasFocus() and self.current() is None:
            painting.ring(p, self._theme, room.adjusted(0, 0, 0, 1), True)
        p.end()
