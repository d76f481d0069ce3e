"""Fields, or figures in sentences, as a list that is edited in place."""

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QWidget

from core.app import showing
from core.model.report import Report
from core.model.values import ValueKind
from gui.delegates import painting
from gui.delegates.value_delegate import ValueDelegate
from gui.models.values_model import Column, ValuesModel
from gui.theme import Theme
from gui.views.cell_table import CellTable, Index, _Move

_WIDTHS = {Column.STATE: 36, Column.VALUE: 104, Column.UNIT: 48, Column.SCOPE: 60, Column.CONFIDENCE: 56}
_FIELD_NAME = 96
_NAME = 160  # below that the scope goes, then the confidence
_WIDEST_VALUE = 200
_ROW = 32
_LINE = 20  # further lines of a long value; three are shown, the tooltip has all


class ValueTable(CellTable):
    """Whole rows are selected; only the value is edited."""

    def __init__(self, theme: Theme, kind: ValueKind, lang: str = "zh_CN", parent: QWidget | None = None) -> None:
        self._words = kind is ValueKind.FIELD
        self._rows = ValuesModel(kind, lang)
        super().__init__(theme, self._rows, lang, parent)
        self._rows.setParent(self)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self._drawn = ValueDelegate(theme, self.emphasis, lang, self._rows.columns, self._words, self)
        self.use(self._drawn)
        self._value_width = 0

    def show_report(self, report: Report) -> None:
        """Take another report."""
        self._rows.show_report(report)
        self.emphasis.current = None
        self._measure()
        self.filter_rows()
        self.fit_columns()
        self.scrollToTop()

    def refresh(self, report: Report) -> None:
        """The values of the same report changed."""
        super().refresh(report)
        self._measure()
        self.fit_columns()

    def _measure(self) -> None:
        """The figures are never cut: their column is as wide as the widest of them."""
        texts = (showing.value_text(v, self.lang) for v in self._rows.values())
        longest = max(texts, key=lambda t: sum(1 + (c > "\u2e80") for c in t), default="")
        self._value_width = painting.width(self.theme, longest, 14, True) + 20

    def fit_columns(self) -> None:
        px, columns = self.theme.px, self._rows.columns
        head = self.horizontalHeader()
        head.setFixedHeight(px(30))
        room = self.viewport().width()
        widths = {c: px(_WIDTHS[c]) for c in columns if c in _WIDTHS}
        for at, column in enumerate(columns):
            if column in (Column.UNIT, Column.SCOPE, Column.CONFIDENCE):
                words = str(self._rows.headerData(at, Qt.Orientation.Horizontal))
                widths[column] = max(widths[column], painting.width(self.theme, words, 12) + 16)
        if self._words:
            widths[Column.NAME] = self._name_width()
            widths[Column.VALUE] = room - sum(w for c, w in widths.items() if c is not Column.VALUE)
        else:
            widths[Column.VALUE] = max(widths[Column.VALUE], min(self._value_width, px(_WIDEST_VALUE)))
            for spare in (Column.SCOPE, Column.CONFIDENCE):
                if room - sum(widths.values()) < px(_NAME):
                    del widths[spare]
            widths[Column.NAME] = room - sum(widths.values())
            self._drawn.has_no_scope_column = Column.SCOPE not in widths
        for at, column in enumerate(columns):
            self.setColumnHidden(at, column not in widths)
            if column in widths:
                self.setColumnWidth(at, max(widths[column], 8))
        self._fit_rows(widths[Column.VALUE])

    def _name_width(self) -> int:
        names = (showing.name(v, self.lang) for v in self._rows.values())
        widest = max((painting.width(self.theme, n) for n in names), default=0)
        return min(max(self.theme.px(_FIELD_NAME), widest + 40), self.theme.px(180))

    def _fit_rows(self, width: int) -> None:
        high = self.theme.px(_ROW)
        if self.verticalHeader().defaultSectionSize() != high:
            self.verticalHeader().setDefaultSectionSize(high)
        if not self._words:
            return
        for row, value in enumerate(self._rows.values()):
            words = showing.value_text(value, self.lang)
            wrapped = painting.wrapped_height(self.theme, words, width - 16, 14) + self.theme.px(12)
            most = high + 2 * self.theme.px(_LINE)
            self.setRowHeight(row, min(max(high, wrapped if wrapped > high + 2 else high), most))

    def moveCursor(self, action: QAbstractItemView.CursorAction, modifiers: Qt.KeyboardModifier) -> QModelIndex:
        if action in (_Move.MoveLeft, _Move.MoveRight):
            return self.currentIndex()
        if action is _Move.MoveNext:
            action = _Move.MoveDown
        elif action is _Move.MovePrevious:
            action = _Move.MoveUp
        after: Index = super().moveCursor(action, modifiers)
        return after.sibling(after.row(), self._rows.value_column)
