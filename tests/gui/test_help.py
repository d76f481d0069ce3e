"""The manual and what is said about the program."""

import re
from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, Qt, QUrl
from PySide6.QtGui import QImage, QTextDocument
from PySide6.QtWidgets import QDialog, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from core.base.resources import beside
from core.base.version import version
from gui import i18n
from gui.dialogs.about import About
from gui.dialogs.keys import KeyMap
from gui.dialogs.manual import Manual
from gui.main_window.window import MainWindow
from gui.theme import Theme
from tests.gui.conftest import Start, on_dialog, press

LANGS = ("zh_CN", "en")
IMAGE = int(QTextDocument.ResourceType.ImageResource.value)


@pytest.fixture
def window(program: Start) -> MainWindow:
    """The window before anything is open."""
    return program().window


@pytest.fixture
def manual(qtbot: QtBot, theme: Theme) -> Callable[[str], Manual]:
    """The manual in a language, on screen."""

    def shown(lang: str) -> Manual:
        made = Manual(theme, lang)
        qtbot.addWidget(made)
        with qtbot.waitExposed(made):
            made.show()
        return made

    return shown


def test_f1_opens_the_manual_once(window: MainWindow) -> None:
    for _ in range(2):
        window.activateWindow()
        press(Qt.Key.Key_F1)
    found = [w for w in window.findChildren(Manual) if w.isVisible()]
    assert len(found) == 1


def test_the_map_of_the_keys_is_reached_from_the_manual(window: MainWindow) -> None:
    seen: list[QDialog] = []

    def look(dialog: QDialog) -> None:
        seen.append(dialog)
        dialog.reject()

    window.actions_["manual"].trigger()
    button = next(b for b in window.findChild(Manual).findChildren(QPushButton) if b.text() == "Map of the keys")
    on_dialog(look)
    button.click()
    assert isinstance(seen[0], KeyMap)


@pytest.mark.parametrize("lang", LANGS)
def test_a_chapter_that_is_chosen_stands_at_the_top(manual: Callable[[str], Manual], lang: str) -> None:
    shown = manual(lang)
    chapters = [shown.chapters.item(n).text() for n in range(shown.chapters.count())]
    assert len(chapters) == len(re.findall(r"^##? ", _source(lang), re.MULTILINE))
    shown.chapters.setCurrentRow(4)
    cursor = shown.page.cursorForPosition(QPoint(12, 10))
    assert cursor.block().text() == chapters[4]


@pytest.mark.parametrize("lang", LANGS)
def test_every_picture_is_there_and_no_wider_than_the_page(manual: Callable[[str], Manual], lang: str) -> None:
    shown = manual(lang)
    names = re.findall(r"\]\((.+\.png)\)", _source(lang))
    assert names
    for name in names:
        picture = shown.page.loadResource(IMAGE, QUrl(name))
        assert isinstance(picture, QImage)
        assert 0 < picture.width() < shown.page.viewport().width()


def test_both_manuals_have_the_same_chapters_and_keys() -> None:
    one, other = (_source(lang) for lang in LANGS)
    assert len(re.findall(r"^## ", one, re.MULTILINE)) == len(re.findall(r"^## ", other, re.MULTILINE))
    keys = r"`((?:Ctrl|Shift|Alt|F\d|Enter|Esc)[^`]{0,20})`"
    assert set(re.findall(keys, one)) == set(re.findall(keys, other))


@pytest.mark.parametrize("lang", LANGS)
def test_the_manual_names_keys_as_they_are(window: MainWindow, lang: str) -> None:
    given = {key for name in window.actions_.ids() for key in window.actions_.own_keys(name)}
    by_panes = {"Enter", "Esc"}
    named = set(re.findall(r"`((?:Ctrl|Shift|Alt)\+[^`]{1,20}|F\d|Enter|Esc)`", _source(lang)))
    assert named - by_panes <= given


def test_about_names_the_version_and_all_that_is_shipped(qtbot: QtBot, theme: Theme) -> None:
    about = About(theme)
    qtbot.addWidget(about)
    said = about.list.toPlainText()
    for name in ("Python", "Qt", "lxml", "openpyxl", "pypdfium2", "Noto Sans SC"):
        assert name in said
    assert "LGPL-3.0" in said
    assert any(label.text().endswith(version()) for label in about.findChildren(QLabel))


@pytest.mark.parametrize(
    ("given", "wanted"),
    [
        pytest.param({}, {}, id="nothing said"),
        pytest.param({"QT_IM_MODULE": "ibus"}, {"QT_IM_MODULE": "ibus"}, id="ibus stays"),
        pytest.param({"QT_IM_MODULE": "fcitx"}, {"QT_IM_MODULE": "ibus"}, id="fcitx"),
        pytest.param({"QT_IM_MODULE": "fcitx5"}, {"QT_IM_MODULE": "ibus"}, id="fcitx5"),
        pytest.param({"QT_IM_MODULE": "compose"}, {"QT_IM_MODULE": "compose"}, id="another stays"),
        pytest.param({"QT_IM_MODULES": "wayland;fcitx;ibus"}, {"QT_IM_MODULES": "wayland;ibus"}, id="several"),
        pytest.param({"XMODIFIERS": "@im=fcitx"}, {"QT_IM_MODULE": "ibus"}, id="X only"),
        pytest.param({"XMODIFIERS": "@im=ibus"}, {}, id="X with ibus"),
    ],
)
def test_fcitx_is_reached_through_ibus(given: dict[str, str], wanted: dict[str, str]) -> None:
    assert i18n.input_method(given) == wanted


def _source(lang: str) -> str:
    return beside("docs", f"manual.{lang.replace('_', '-')}.md").read_text(encoding="utf-8")
