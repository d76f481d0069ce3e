"""Asks for the password of a file. It is kept while the project is open, and never written anywhere."""

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QDialog

from gui.main_window.frame import Frame


def ask_password(frame: Frame, name: str) -> str | None:
    """The password of a file; None when the person thought better of it."""
    from gui.dialogs.ask import Ask

    title = QCoreApplication.translate("Password", "Password")
    words = QCoreApplication.translate("Password", "Password of “{name}”")
    dialog = Ask(frame.theme, title, words.format(name=name), "", frame, required=True)
    dialog.hide_answer()
    answer = dialog.answer() if dialog.exec() == QDialog.DialogCode.Accepted else None
    dialog.deleteLater()
    return answer
