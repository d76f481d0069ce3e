"""Tabs that find no room are shown to be there, and reached by mouse and keys."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from gui.theme import Theme
from gui.views.tabs import Tabs


@pytest.fixture
def tabs(qtbot: QtBot, theme: Theme) -> Tabs:
    """Eight tabs in room for three."""
    made = Tabs(theme)
    qtbot.addWidget(made)
    made.resize(240, 36)
    for n in range(8):
        made.add(f"t{n}", f"Table {n}")
        made.set_count(f"t{n}", n)
    made.show()
    return made


def test_a_click_on_the_arrow_brings_hidden_tabs_into_view(tabs: Tabs) -> None:
    tabs.select("t0")
    assert tabs._hidden() == [1]
    for _ in range(20):
        QTest.mouseClick(tabs, Qt.MouseButton.LeftButton, pos=QPoint(tabs.width() - 4, 16))
        if tabs._hidden() == [-1]:
            break
    assert tabs._hidden() == [-1]
    assert tabs._rects()["t7"].right() <= tabs.width() + 1


def test_the_tab_in_front_is_never_below_an_arrow(tabs: Tabs) -> None:
    for tab in tabs.ids():
        tabs.select(tab)
        rect = tabs._rects()[tab]
        assert all(not tabs._arrow(side).intersects(rect) for side in tabs._hidden()), tab


def test_arrow_keys_go_from_tab_to_tab_and_tell_it(tabs: Tabs) -> None:
    told: list[str] = []
    tabs.selected.connect(told.append)
    tabs.select("t0")
    QTest.keyClick(tabs, Qt.Key.Key_Right)
    QTest.keyClick(tabs, Qt.Key.Key_Left)
    QTest.keyClick(tabs, Qt.Key.Key_Left)
    assert told == ["t1", "t0", "t7"]


def test_a_click_chooses_a_tab_once(tabs: Tabs) -> None:
    told: list[str] = []
    tabs.select("t0")
    tabs.selected.connect(told.append)
    place = tabs._rects()["t1"].center().toPoint()
    QTest.mouseClick(tabs, Qt.MouseButton.LeftButton, pos=place)
    QTest.mouseClick(tabs, Qt.MouseButton.LeftButton, pos=place)
    assert told == ["t1"]
