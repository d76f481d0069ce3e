"""Languages, themes, sizes, keys."""

import tomllib
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QDialog, QPushButton, QToolButton
from pytestqt.qtbot import QtBot

from core.base.resources import resource
from gui.dialogs import keys
from gui.dialogs.keys import KeyMap
from gui.main_window.window import MainWindow
from gui.theme import DARK, Theme
from gui.views.inspector_lines import DOUBT, READ
from tests.gui.conftest import Open, Start, on_dialog, press, seed, take_in

_ICON_ONLY = Qt.ToolButtonStyle.ToolButtonIconOnly
CTRL = Qt.KeyboardModifier.ControlModifier


def test_another_language_keeps_project_and_work(qtbot: QtBot, program: Start, tmp_path: Path) -> None:
    made = program()
    made.window.files.open(tmp_path / "p.hejiao", create=True)
    take_in(qtbot, made.window, seed("001"))
    made.window.review.set_current("field:title")
    current = made.window.review.current
    made.window.preferences.set_lang("zh_CN")
    window = made.window
    assert window.review.current == current
    assert window.lang == "zh_CN"
    assert window.strip.finish.text() == "完成本份"
    assert window.review.report is not None
    assert window.review.report.row.source_name.startswith("001_")
    window.preferences.set_theme(DARK)  # the widgets of the window before are gone: nobody may talk to them
    window.preferences.set_theme("light")


def test_every_theme_names_all_colours() -> None:
    found = [tomllib.loads(resource("themes", f"{n}.toml").read_text(encoding="utf-8")) for n in ("light", "dark")]
    assert found[0].keys() == found[1].keys()


@pytest.mark.parametrize("name", ["light", "dark"])
def test_text_stands_out_from_every_ground(qapp: object, name: str) -> None:
    theme = Theme(name)

    def luminance(token: str) -> float:
        colour = theme.colour(token)
        parts = [c / 12.92 if c <= 0.03928 else ((c + 0.055) / 1.055) ** 2.4 for c in colour.getRgbF()[:3]]
        return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]

    grounds = ("surface", "window", "paper", "accent_soft", "sel_off", "hover")
    inks = ("text", "text2", "text3", "accent", "confirmed", "proved", "corrected", "added", "error", "warning", "info")
    for ink in inks:
        for ground in grounds:
            light, dark = sorted((luminance(ink), luminance(ground)), reverse=True)
            assert (light + 0.05) / (dark + 0.05) >= 4.5, (ink, ground)


def test_the_theme_changes_while_work_goes_on(opened: Open) -> None:
    window = opened(seed("001"))
    current = window.review.current
    window.preferences.set_theme(DARK)
    assert window.theme.is_dark
    assert window.review.current == current
    window.preferences.set_theme("light")


@pytest.mark.parametrize("lang", ["en", "zh_CN"])
@pytest.mark.parametrize("size", [(1366, 768), (1920, 1080), (1100, 700), (960, 600)])
def test_no_button_is_cut_at_any_size(opened: Open, lang: str, size: tuple[int, int]) -> None:
    window = opened(seed("003"), lang=lang, size=size)
    press(Qt.Key.Key_F8)
    assert (window.width(), window.height()) == size
    for button in [*window.findChildren(QPushButton), *window.findChildren(QToolButton)]:
        icon_only = isinstance(button, QToolButton) and button.toolButtonStyle() is _ICON_ONLY and button.icon()
        if not button.isVisible() or not button.text() or icon_only:
            continue
        words = button.fontMetrics().horizontalAdvance(button.text().strip())
        assert button.width() >= words, (button.text(), button.width(), words)
        corner = button.mapTo(window, button.rect().bottomRight())
        assert corner.x() <= window.width(), button.text()


def test_a_larger_font_enlarges_the_rows(opened: Open) -> None:
    window = opened(seed("003"))
    window.review.set_current("stat:disclosed.total/year#0")
    table = window.results.focusProxy()
    before = table.rowHeight(0)  # type: ignore[union-attr]
    window.preferences.scale(1)
    window.preferences.scale(1)
    assert table.rowHeight(0) > before  # type: ignore[union-attr]
    window.preferences.scale(0)


def test_panes_are_reached_by_f6_and_alt(window_with_report: MainWindow) -> None:
    window = window_with_report
    seen = []
    for _ in range(4):
        press(Qt.Key.Key_F6)
        seen.append(
            next(
                n
                for n, p in enumerate(window.panes())
                if p.isAncestorOf(window.focusWidget()) or p is window.focusWidget()
            )
        )
    assert sorted(seen) == [0, 1, 2, 3]
    for n, key in enumerate((Qt.Key.Key_1, Qt.Key.Key_2, Qt.Key.Key_3)):
        press(key, Qt.KeyboardModifier.AltModifier)
        assert window.panes()[n] is window.focusWidget() or window.panes()[n].isAncestorOf(window.focusWidget())


@pytest.fixture
def window_with_report(opened: Open) -> MainWindow:
    """The third seed."""
    return opened(seed("003"))


def test_no_key_is_given_twice_and_none_belongs_to_an_input_method(window_with_report: MainWindow) -> None:
    actions = window_with_report.actions_
    given: dict[str, str] = {}
    for name in actions.ids():
        for sequence in actions[name].shortcuts():
            key = sequence.toString(QKeySequence.SequenceFormat.PortableText)
            assert keys.fault(key, {}) == "", (name, key)
            assert key not in given, (name, given.get(key))
            given[key] = name


def test_no_two_actions_share_a_press_where_a_sign_is_typed_with_shift(window_with_report: MainWindow) -> None:
    """X gives Ctrl+Shift+= for what is also Ctrl++: of two actions with one of them each, neither is done."""
    with_shift, actions = {"+": "=", "_": "-", "?": "/", ":": ";"}, window_with_report.actions_
    pressed: dict[str, str] = {}
    for name in actions.ids():
        for sequence in actions[name].shortcuts():
            key = sequence.toString(QKeySequence.SequenceFormat.PortableText)
            modifiers, sign = set(key[:-1].split("+")) - {""}, key[-1]
            if sign in with_shift:
                modifiers, sign = modifiers | {"Shift"}, with_shift[sign]
            press_ = "+".join([*sorted(modifiers), sign])
            assert pressed.setdefault(press_, name) == name, (press_, key)


def test_a_large_font_leaves_the_values_more_room_than_what_is_said_of_one(opened: Open) -> None:
    window = opened(seed("003"))
    window.review.set_current("stat:disclosed.total/year#0")  # in a finding, and proved
    assert len(window.inspector.shown()) == 3
    for _ in range(5):
        press(Qt.Key.Key_Equal, CTRL | Qt.KeyboardModifier.AltModifier)
    assert window.settings.scale == 1.6
    assert [line.caption for line in window.inspector.shown()] == [READ, DOUBT]


def test_every_action_stands_in_a_menu(window_with_report: MainWindow) -> None:
    inside = {a for menu in window_with_report.menus.values() for a in menu.actions()}
    assert [n for n in window_with_report.actions_.ids() if window_with_report.actions_[n] not in inside] == []


def test_the_map_of_the_keys_names_every_action(window_with_report: MainWindow) -> None:
    seen: list[int] = []

    def look(dialog: QDialog) -> None:
        assert isinstance(dialog, KeyMap)
        seen.append(dialog._table.rowCount())
        dialog.reject()

    on_dialog(look)
    press(Qt.Key.Key_F1, Qt.KeyboardModifier.ShiftModifier)
    assert seen[0] > len(window_with_report.actions_.ids())


def test_a_changed_key_works_and_is_kept(window_with_report: MainWindow) -> None:
    def change(dialog: QDialog) -> None:
        assert isinstance(dialog, KeyMap)
        dialog._edits["next_finding"].setKeySequence(QKeySequence("Ctrl+Space"))
        assert not dialog.ok.isEnabled()
        dialog._edits["next_finding"].setKeySequence(QKeySequence("Ctrl+S"))
        assert dialog.ok.isEnabled()
        dialog.accept()

    on_dialog(change)
    window_with_report.actions_["keys"].trigger()
    assert window_with_report.settings.keys == {"next_finding": "Ctrl+S"}
    press(Qt.Key.Key_S, CTRL)
    assert window_with_report.bottom.findings.current() is not None


def test_the_operator_is_asked_once_and_nothing_is_stored_without_a_name(
    qtbot: QtBot, program: Start, tmp_path: Path
) -> None:
    window = program(operator="").window
    window.files.open(tmp_path / "p.hejiao", create=True)
    take_in(qtbot, window, seed("001"))
    on_dialog(lambda dialog: dialog.reject())
    press(Qt.Key.Key_Return)
    assert window.review.report is not None
    assert not any(v.decision for v in window.review.report.values)
