"""Adds what the machine missed: words of the original become a field or a figure."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QButtonGroup,
    QComboBox,
    QCompleter,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QLabel,
    QLineEdit,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from core.app import changes, pages, showing
from core.app.bundled import catalogue
from core.model.document import Span
from core.model.extraction import Scope
from core.model.report import Change, Report
from gui.theme import Theme

FIELDS = (
    *("title", "issuer", "compiler", "publisher", "body_kind", "region", "region_level", "year", "period_start"),
    *("period_end", "sign_date", "publish_date", "index_number", "address", "postcode", "phone", "fax", "email"),
    *("website", "form_filler", "form_phone", "form_date_text", "responsible_person"),
)


class AddValue(QDialog):
    """`change()` is what the answers make, once the dialog was accepted."""

    def __init__(self, theme: Theme, lang: str, report: Report, span: Span, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lang, self._report, self._span = lang, report, span
        self.setWindowTitle(self.tr("Add a value"))
        self.setMinimumWidth(theme.px(460))
        quote = QLabel("“" + " ".join(pages.words(report.document, span).split())[:200] + "”")
        quote.setWordWrap(True)
        quote.setObjectName("quiet")
        self.is_figure, self.is_field = QRadioButton(self.tr("Figure")), QRadioButton(self.tr("Field"))
        self._kinds = QButtonGroup(self)
        self.name, self.scope, self.unit = QComboBox(), QComboBox(), QComboBox()
        self.text = QLineEdit(pages.words(report.document, span, between="").strip())
        self.name.setEditable(True)
        self.name.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.unit.setEditable(True)
        self.unit.addItems(["条", "件", "次", "人次", "人", "元", "万元", "份", "期", "篇", "%"])
        for scope in Scope:
            self.scope.addItem(showing.scope_name(scope, lang), str(scope))
        self._form = QFormLayout()
        self._form.setVerticalSpacing(8)
        rows = (
            (self.tr("Name"), self.name),
            (self.tr("Value"), self.text),
            (self.tr("Unit"), self.unit),
            (self.tr("Period"), self.scope),
        )
        for words, widget in rows:
            widget.setAccessibleName(words)
            self._form.addRow(words, widget)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel)
        self.ok = buttons.button(QDialogButtonBox.StandardButton.Ok)
        self.ok.setObjectName("primary")
        self.ok.setText(self.tr("Add"))
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 14, 16, 14)
        layout.setSpacing(10)
        layout.addWidget(quote)
        for n, radio in enumerate((self.is_figure, self.is_field)):
            self._kinds.addButton(radio, n)
            layout.addWidget(radio)
        layout.addLayout(self._form)
        layout.addWidget(buttons)
        self._kinds.idToggled.connect(self._on_kind)
        self.name.currentTextChanged.connect(self._on_name)
        self.name.currentIndexChanged.connect(self._on_name)
        self.name.setFocus()
        self.is_figure.setChecked(any(c.isdigit() for c in self.text.text()))
        self.is_field.setChecked(not self.is_figure.isChecked())

    def _on_kind(self) -> None:
        figure = self.is_figure.isChecked()
        self.name.clear()
        if figure:
            for key in catalogue().indicators:
                self.name.addItem(str(showing.indicator_name(key, self._lang)), key)
        else:
            for key in FIELDS:
                self.name.addItem(showing.field_name(key, self._lang), key)
        self.name.setCurrentIndex(-1)
        completer = QCompleter(self.name.model(), self)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.name.setCompleter(completer)
        for widget in (self.unit, self.scope):
            self._form.setRowVisible(widget, figure)
        self._on_name()

    def _key(self) -> str | None:
        """The id of the chosen name; None for words of one's own."""
        at = self.name.findText(self.name.currentText())
        return str(self.name.itemData(at)) if at >= 0 else None

    def _on_name(self) -> None:
        key = self._key()
        known = catalogue().indicators.get(key or "")
        if known and self.is_figure.isChecked():
            self.unit.setCurrentText(known.unit)
        named = bool(self.name.currentText().strip()) if self.is_figure.isChecked() else key is not None
        self.ok.setEnabled(named)

    def change(self) -> Change:
        """The step that adds the value."""
        key = self._key()
        if self.is_field.isChecked():
            return changes.add_field(self._report, str(key), self._span, self.text.text())
        label = self.name.currentText().strip()
        unit, scope = self.unit.currentText().strip() or None, Scope(str(self.scope.currentData()))
        return changes.add_statistic(self._report, key, label, scope, unit, self._span, self.text.text())
