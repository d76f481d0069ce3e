"""Both sides of a finding: what stands on the cards, what can be done, and how it gives way to little room."""

from dataclasses import replace
from datetime import datetime
from decimal import Decimal

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot

from core.model.findings import Finding, Rule, Severity
from core.model.message import Message
from core.model.report import FindingRow, Report
from core.model.values import State
from gui.theme import Theme
from gui.views.compare import CompareView, broken
from tests.export.reports import AT, decided, finding, number, report, value

_LOCAL = f"{datetime.fromisoformat(AT).astimezone():%m-%d %H:%M}"


@pytest.fixture
def view(qtbot: QtBot, theme: Theme) -> CompareView:
    """The view at the size that it has in a window of 1366 × 768, nothing chosen."""
    made = CompareView(theme)
    qtbot.addWidget(made)
    made.resize(495, 152)
    made.show()
    return made


def _sum(*parts: str, rule: Rule = Rule.PARTS_SUM) -> tuple[Report, FindingRow]:
    """A total of 221 and its parts."""
    values = [value(number("221"), order=0), *(value(number(p), order=n) for n, p in enumerate(parts, 1))]
    made = finding(*(v.key for v in values))
    found = replace(made.finding, rule=rule, left=Decimal(221), right=Decimal(sum(map(int, parts))))
    return report(*values), replace(made, finding=found)


def _cards(view: CompareView) -> str:
    return view._cards.accessibleName() if view._cards.isVisible() else ""


def _buttons(view: QWidget) -> list[str]:
    return [b.text().strip() for b in view.findChildren(QPushButton) if b.isVisible()]


def test_a_total_stands_beside_its_parts_added_up(view: CompareView) -> None:
    view.show_finding(*_sum("9", "135", "36", "35", "4"))
    left, right, difference = _cards(view).split("\n")
    assert left.split("\u3000")[1:] == ["221 条", "本年"]
    assert right.startswith("≠ ")
    assert right.removeprefix("≠ ").split("\u3000") == ["5 parts added up", "219 条", "9 + 135 + 36 + 35 + 4"]
    assert difference == "Difference 2"


def test_places_that_say_the_same_are_not_added_up(view: CompareView) -> None:
    view.show_finding(*_sum("4", "4", rule=Rule.IMPLAUSIBLE))
    assert "4 · 4" in _cards(view)


def test_what_a_person_typed_stands_among_the_addends(view: CompareView) -> None:
    shown, row = _sum("9", "13")
    values = (*shown.values[:2], decided(shown.values[2], State.CORRECTED, number("135")))
    view.show_finding(replace(shown, values=values), row)
    assert "9 + 135" in _cards(view)


def test_a_rejected_addend_is_no_zero(view: CompareView) -> None:
    shown, row = _sum("9", "13")
    values = (*shown.values[:2], decided(shown.values[2], State.REJECTED))
    view.show_finding(replace(shown, values=values), row)
    assert "9 + —" in _cards(view)


def test_a_side_without_values_says_what_it_is(view: CompareView) -> None:
    only = value(number("5"))
    view.show_finding(report(only), finding(only.key))
    assert "≠ Computed\u30003" in _cards(view)


def test_equal_sides_have_no_difference(view: CompareView) -> None:
    shown, row = _sum("221")
    view.show_finding(shown, replace(row, finding=replace(row.finding, relation="=")))
    assert "Difference" not in _cards(view)


def test_a_finding_without_sides_shows_its_sentence_and_hint(view: CompareView) -> None:
    found = Finding(
        Rule.MISSING, Severity.WARNING, Message("check.missing.contact"), hint=Message("check.parts_sum.hint_rest")
    )
    view.show_finding(report(), FindingRow(1, found))
    assert not _cards(view)
    assert "联系方式" in view._sentence.text()
    assert "其他" in view._more.text()
    assert view._more.isVisible()
    assert view._more.y() > view._sentence.y()


def test_an_open_finding_can_be_explained_or_accepted_as_printed(view: CompareView, qtbot: QtBot) -> None:
    view.show_finding(*_sum("9"))
    assert _buttons(view) == ["Locate", "Explain", "As printed"]
    for signal, button in (
        (view.locate_requested, view.locate),
        (view.explain_requested, view.explain),
        (view.as_printed_requested, view.verdict),
    ):
        with qtbot.waitSignal(signal), qtbot.assertNotEmitted(view.reopen_requested):
            qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def test_a_closed_finding_says_who_when_and_why_and_can_be_reopened(view: CompareView, qtbot: QtBot) -> None:
    row = finding("stat:x/year#0", closed=True)
    view.show_finding(report(value(number("5"))), row)
    assert _buttons(view) == ["Locate", "Reopen"]
    assert view._said == f"As printed: 王芳, {_LOCAL} “原件如此”"
    with qtbot.waitSignal(view.reopen_requested), qtbot.assertNotEmitted(view.as_printed_requested):
        qtbot.mouseClick(view.verdict, Qt.MouseButton.LeftButton)


def test_keys_stand_beside_the_buttons_that_are_shown(view: CompareView) -> None:
    view.set_keys({"locate": "F4", "explain": "F7"})
    view.show_finding(*_sum("9"))
    assert [k.text() for k in view._keys.values() if k.isVisible()] == ["F4", "F7"]
    view.show_finding(report(value(number("5"))), finding("stat:x/year#0", closed=True))
    assert [k.text() for k in view._keys.values() if k.isVisible()] == ["F4"]


def test_without_a_finding_only_words_are_shown(view: CompareView) -> None:
    view.show_finding(*_sum("9"))
    view.show_finding(None, None)
    assert (view._nothing.isVisible(), _cards(view), _buttons(view)) == (True, "", [])


def test_a_hint_that_is_too_long_gets_its_own_line(view: CompareView) -> None:
    shown, row = _sum("9")
    row = replace(row, finding=replace(row.finding, hint=Message("invented hint " * 6)))
    view.show_finding(shown, row)
    assert (view._more.isVisible(), view._hint.text()) == (True, "")
    view.resize(495, 120)
    assert not view._more.isVisible()
    assert view._hint.text().startswith("invented")
    assert "invented" in view._cards.toolTip()


def test_the_cards_alone_stay_in_the_lowest_pane(view: CompareView) -> None:
    view.show_finding(*_sum("9"))
    view.resize(320, 60)
    assert _cards(view)
    assert _buttons(view) == []
    assert view.minimumSizeHint().height() <= 66


def test_text_of_a_report_is_never_taken_for_markup(view: CompareView) -> None:
    assert view._sentence.textFormat() is Qt.TextFormat.PlainText
    assert view._more.textFormat() is Qt.TextFormat.PlainText


@pytest.mark.parametrize(
    ("width", "lines", "made"),
    [
        pytest.param(99, 1, ["9 + 135 + 36"], id="all fits"),
        pytest.param(9, 2, ["9 + 135 +", "36"], id="no sign is lost"),
        pytest.param(9, 1, ["9 + …"], id="rest left out"),
        pytest.param(1, 1, ["9 + …"], id="never less than one figure"),
    ],
)
def test_addends_break_between_figures_only(width: int, lines: int, made: list[str]) -> None:
    assert broken(("9", "135", "36"), " + ", lines, lambda s: len(s) <= width) == made


def test_no_terms_make_no_line() -> None:
    assert broken((), " + ", 2, lambda _: True) == []


@pytest.mark.parametrize("name", ["light", "dark"])
@pytest.mark.parametrize("width", [320, 495, 900])
def test_both_themes_are_drawn_at_every_width(qtbot: QtBot, theme: Theme, name: str, width: int) -> None:
    theme.set_name(name)
    view = CompareView(theme)
    qtbot.addWidget(view)
    view.resize(width, 152)
    view.show_finding(*_sum("9", "135"))
    image = view.grab().toImage()
    inks = {image.pixelColor(20, y).name() for y in range(12, 90)}
    assert theme.colour("ev_quote").name() in inks
