"""The original read by a clerk: what she looks for is seen, and nothing moves that she looks at."""

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QColor, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractScrollArea, QApplication
from pytestqt.qtbot import QtBot

from gui.main_window.window import MainWindow
from gui.views.paper import Paper
from tests.gui.conftest import Open, press, seed, settle
from tests.gui.paper_pdf import write_pdf, write_sheet
from tests.gui.test_pages import drag, drawn, frame, key_at, pages, place_of

CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
NONE = Qt.KeyboardModifier.NoModifier
WIDE = (
    "<h1>青石县2016年政府信息公开工作年度报告</h1><p>2016年，全县主动公开政府信息43210条，收到申请２７件。</p>"
    "<table><tr><th>指标名称</th>{heads}</tr><tr><td>主动公开政府信息数</td>{figures}</tr></table>"
    "<p>青石县人民政府 2017年3月2日</p>"
)


@pytest.fixture
def printed(qtbot: QtBot, opened: Open, tmp_path: Path) -> MainWindow:
    """A report of nine pages, its first picture there."""
    window = opened(write_pdf(tmp_path / "青石.pdf", 9))
    drawn(qtbot, window)
    return window


@pytest.fixture
def wide(opened: Open, tmp_path: Path) -> MainWindow:
    """A web page whose table is wider than the pane."""
    heads = "".join(f"<th>第{n}部门</th>" for n in range(20))
    figures = "".join(f"<td>{n}</td>" for n in range(12345, 12365))
    path = tmp_path / "青石.html"
    path.write_text(WIDE.format(heads=heads, figures=figures), encoding="utf-8")
    return opened(path)


def wheel(view: QAbstractScrollArea, notches: int) -> None:
    """The wheel, towards the end of the original."""
    at = QPointF(view.viewport().rect().center())
    phase, no = Qt.ScrollPhase.NoScrollPhase, Qt.MouseButton.NoButton
    for _ in range(notches):
        turned = QWheelEvent(at, view.mapToGlobal(at), QPoint(), QPoint(0, -120), no, NONE, phase, False)
        QApplication.sendEvent(view.viewport(), turned)


def seek(window: MainWindow, words: str) -> None:
    """Find words as an input method gives them."""
    press(Qt.Key.Key_F, CTRL)
    window.original.find_bar.field.insert(words)


def colours(view: QAbstractScrollArea, at: QPointF) -> str:
    """The colour of the ground at a point of the viewport."""
    picture = view.viewport().grab().toImage()
    return QColor(picture.pixel((at * picture.devicePixelRatio()).toPoint())).name()


@pytest.mark.parametrize("theme_name", ["light", "dark"])
def test_what_is_sought_is_seen_on_a_value_too(qtbot: QtBot, printed: MainWindow, theme_name: str) -> None:
    printed.theme.name = theme_name
    printed.theme.apply()
    seek(printed, "28")
    drawn(qtbot, printed)
    view = pages(printed)
    box = view._boxes(place_of(printed, "28"))[0].translated(-view.offset())
    assert colours(view, box.topLeft() + QPointF(1, 1)) == printed.theme.colour("accent_soft").name()
    assert colours(view, box.topLeft() - QPointF(1, 1)) == printed.theme.colour("accent_line").name()


def test_words_in_a_frame_are_seen_on_a_value_too(qtbot: QtBot, printed: MainWindow) -> None:
    place = place_of(printed, "28")
    frame(printed, place)
    view = pages(printed)
    corner = view._boxes(place)[0].topLeft() - view.offset()
    assert colours(view, corner + QPointF(1, 1)) == printed.theme.colour("accent_soft").name()


def test_find_goes_on_from_what_is_looked_at(printed: MainWindow) -> None:
    view = pages(printed)
    view.go_to_page(6)
    seek(printed, "根据")
    assert printed.original.find_bar._count.text() == "4 / 7"
    assert view.page == 6
    press(Qt.Key.Key_Return)
    assert view.page == 7


def test_find_goes_on_in_the_text_from_what_is_looked_at(opened: Open) -> None:
    window = opened(seed("003"))
    paper = window.original.paper
    wheel(paper, 12)
    top = paper.cursorForPosition(QPoint(0, 0)).position()
    seek(window, "信息")
    assert paper.textCursor().selectionStart() >= top


def test_a_figure_in_full_width_is_found_in_the_text(wide: MainWindow) -> None:
    seek(wide, "27")
    assert wide.original.find_bar._count.text() == "1 / 1"
    assert wide.original.paper.selected_text() == "２７"


def test_what_was_found_stays_found_while_the_zoom_changes(opened: Open) -> None:
    window = opened(seed("003"))
    paper = window.original.paper
    seek(window, "2011")
    first = paper.textCursor().selectionStart()
    press(Qt.Key.Key_Plus, CTRL)
    assert (paper.selected_text(), paper.textCursor().selectionStart()) == ("2011", first)
    assert paper.extraSelections()
    press(Qt.Key.Key_Return)
    assert paper.selected_text() == "2011"
    assert paper.textCursor().selectionStart() > first


def test_marks_of_the_find_bar_go_with_it_in_both_views(printed: MainWindow) -> None:
    seek(printed, "根据")
    press(Qt.Key.Key_T, CTRL)
    press(Qt.Key.Key_Escape)
    press(Qt.Key.Key_T, CTRL)
    assert not pages(printed)._hits


def test_pages_that_are_looked_at_stay_when_the_pane_changes_its_width(printed: MainWindow) -> None:
    printed.review.set_current(key_at(printed, "1473", 1))
    view = pages(printed)
    view.go_to_page(6)
    press(Qt.Key.Key_T, CTRL | SHIFT)
    assert view.page == 6
    press(Qt.Key.Key_T, CTRL | SHIFT)
    assert view.page == 6


@pytest.mark.parametrize("key", [Qt.Key.Key_Plus, Qt.Key.Key_Minus])
def test_words_that_are_looked_at_stay_while_the_zoom_changes(opened: Open, key: Qt.Key) -> None:
    paper = opened(seed("003")).original.paper
    wheel(paper, 14)
    before = topmost(paper)
    press(key, CTRL)
    assert abs(topmost(paper) - before) < 40


def topmost(paper: Paper) -> int:
    """Where the text begins that is in view."""
    return paper.cursorForPosition(QPoint(40, 0)).position()


def test_words_that_are_looked_at_stay_when_the_pane_changes_its_width(qtbot: QtBot, opened: Open) -> None:
    window = opened(seed("003"))
    paper = window.original.paper
    wheel(paper, 14)
    before = topmost(paper)
    window.resize(1100, 768)
    settle(qtbot, window)
    assert abs(topmost(paper) - before) < 60


def test_a_wide_table_breaks_no_figure_and_can_be_reached(wide: MainWindow) -> None:
    paper = wide.original.paper
    assert wide.review.report is not None
    values = [v for v in wide.review.report.values if v.content and v.content.text in ("12345", "12364")]
    assert len(values) == 2
    for value in values:
        wide.review.set_current(value.key)
        mark = paper.layer.mark(value.key)
        assert mark is not None
        assert len(mark.boxes) == 1
        assert paper.seen().contains(mark.boxes[0])
        at = (mark.boxes[0].center() - paper.offset()).toPoint()
        QTest.mouseMove(paper.viewport(), at)
        assert paper.layer.now.hover == value.key


def test_words_of_a_large_sheet_can_be_read_and_reached(qtbot: QtBot, opened: Open, tmp_path: Path) -> None:
    window = opened(write_sheet(tmp_path / "青石.pdf"))
    view = pages(window)
    for words in ("指标名称", "4023"):
        place = place_of(window, words)
        view.scroll_to_span(place)
        box = view._boxes(place)[0]
        assert box.height() >= 10.5
        assert view.seen().contains(box)
    press(Qt.Key.Key_2, CTRL)  # the whole width, however small
    assert view.horizontalScrollBar().maximum() == 0


def test_a_large_sheet_opens_at_its_first_value_and_gives_way_to_other_pages(opened: Open, tmp_path: Path) -> None:
    window = opened(write_sheet(tmp_path / "青石.pdf"), write_pdf(tmp_path / "碧溪.pdf", 6))
    rows = {row.source_name: row.id for row in window.reports.reports.all_rows()}
    for name in ("青石.pdf", "碧溪.pdf") * 2:
        window.show_report(rows[name])
        QApplication.processEvents()
        view = pages(window)
        mark = view.layer.mark(window.review.current)
        assert mark is not None
        assert view.seen().contains(mark.boxes[0])
        window.review.set_current(key_at(window, "4023", 1) if name == "青石.pdf" else key_at(window, "1473", 2))


def test_words_selected_in_the_text_say_how_to_take_them(opened: Open) -> None:
    window = opened(seed("003"))
    window.review.set_current("field:title")
    paper = window.original.paper
    spot = QPoint(paper.viewport().width() // 2, 40)
    QTest.mouseDClick(paper.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    QTest.mouseRelease(paper.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    assert paper.selected_text()
    assert window.status.said() == f"Ctrl+Shift+C takes “{paper.selected_text()}” into Title"
    press(Qt.Key.Key_C, CTRL | SHIFT)
    assert window.status.said() == ""


def test_a_long_frame_says_that_there_is_more(printed: MainWindow) -> None:
    printed.review.set_current("field:title")
    view = pages(printed)
    sheet = view._layout.sheets[0]
    drag(printed, sheet.topLeft() + QPointF(4, 4), sheet.topRight() + QPointF(-4, 180))
    assert "…” into Title" in printed.status.said()


@pytest.mark.parametrize("kind", ["pages", "text"])
def test_the_original_that_the_keys_go_to_wears_the_ring(printed: MainWindow, kind: str) -> None:
    if kind == "text":
        press(Qt.Key.Key_T, CTRL)
    view = printed.original.shown
    edge = QPointF(1, view.viewport().height() / 2)
    assert colours(view, edge) != printed.theme.colour("accent_line").name()
    press(Qt.Key.Key_2, Qt.KeyboardModifier.AltModifier)
    assert colours(view, edge) == printed.theme.colour("accent_line").name()
    press(Qt.Key.Key_3, Qt.KeyboardModifier.AltModifier)
    assert colours(view, edge) != printed.theme.colour("accent_line").name()
