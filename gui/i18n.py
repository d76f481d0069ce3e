"""The language of the window: strings in the code are English, `zh_CN.qm` has the Chinese."""

import logging

from PySide6.QtCore import QLibraryInfo, QLocale, QTranslator
from PySide6.QtWidgets import QApplication

from core.base.resources import resource

CHINESE, ENGLISH = "zh_CN", "en"
_log = logging.getLogger(__name__)


def install(app: QApplication, lang: str) -> None:
    """Speak `lang` from now on; windows that exist already keep their words."""
    for old in app.findChildren(QTranslator):
        app.removeTranslator(old)
        old.deleteLater()
    QLocale.setDefault(QLocale(lang))
    if lang == ENGLISH:
        return
    ours, qts = QTranslator(app), QTranslator(app)
    if not ours.load(str(resource("translations", f"{lang}.qm"))):
        _log.warning("no translation for %s", lang)
    qts.load(f"qtbase_{lang}", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath))
    app.installTranslator(qts)
    app.installTranslator(ours)
