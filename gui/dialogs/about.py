"""About the program: its version, and the licences of everything that comes with it."""

from html import escape

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QTextBrowser, QVBoxLayout, QWidget

from core.app.shipped import Component, components, licence_folder
from core.base.version import version
from gui.theme import Theme


class About(QDialog):
    """What the program is, who made its parts and under which licences."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("About Hejiao"))
        self.resize(theme.px(620), theme.px(560))
        title = QLabel(f"Hejiao 核校 {version()}")
        title.setFont(theme.font(18, bold=True))
        words = QLabel(
            self.tr("Review of annual reports on information disclosure, without a network. MIT licence")
            + "\n\n"
            + self.tr(
                "This program uses Qt under the GNU Lesser General Public License, version 3. Qt's libraries are files"
                " of their own in the program's folder and may be replaced by other builds of them; the licence also"
                " permits reverse engineering for that purpose. Their source is published by the Qt Project."
            )
        )
        words.setWordWrap(True)
        self.list = QTextBrowser()
        self.list.setAccessibleName(self.tr("Components and licences"))
        self.list.setHtml(_table(components()))
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        folder = licence_folder()
        if folder is not None:
            texts = buttons.addButton(self.tr("Licence texts"), QDialogButtonBox.ButtonRole.HelpRole)
            texts.clicked.connect(lambda: QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder))))
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 14, 16, 14)
        layout.setSpacing(12)
        for widget in (title, words, self.list, buttons):
            layout.addWidget(widget, 1 if widget is self.list else 0)


def _table(shown: tuple[Component, ...]) -> str:
    rows = (
        f"<tr><td>{escape(c.name)}</td><td>{escape(c.version)}</td><td>{escape(c.licence)}</td></tr>" for c in shown
    )
    return f"<table cellspacing='0' cellpadding='4' width='100%'>{''.join(rows)}</table>"
