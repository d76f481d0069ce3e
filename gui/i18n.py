"""The language of the window: strings in the code are English, `zh_CN.qm` has the Chinese; and how it is typed."""

import logging
from collections.abc import Mapping

from PySide6.QtCore import QT_TRANSLATE_NOOP, QLibraryInfo, QLocale, QTranslator
from PySide6.QtWidgets import QApplication

from core.base.resources import resource

CHINESE, ENGLISH = "zh_CN", "en"
# Words of Qt's dialog for files that its own Chinese does not have.
_QTS = (QT_TRANSLATE_NOOP("QFileDialog", "&Look in:"), QT_TRANSLATE_NOOP("QFileDialog", "Files of &type:"))
_IBUS, _FCITX = "ibus", "fcitx"
_log = logging.getLogger(__name__)


def input_method(environment: Mapping[str, str]) -> dict[str, str]:
    """What the environment has to say for Chinese to be typed.

    Qt's wheel brings a plugin for ibus and none for fcitx; Fcitx 5 answers as ibus, too.
    """
    for name in ("QT_IM_MODULES", "QT_IM_MODULE"):  # the first counts where it is set
        if asked := environment.get(name):
            return {name: ";".join(dict.fromkeys(_IBUS if n.startswith(_FCITX) else n for n in asked.split(";")))}
    return {"QT_IM_MODULE": _IBUS} if _FCITX in environment.get("XMODIFIERS", "") else {}


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
