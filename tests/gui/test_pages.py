"""A report with pages: their pictures, the marks over them, frames, find, zoom, place."""

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QColor, QGuiApplication, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractScrollArea, QApplication
from pytestqt.qtbot import QtBot

from core.model.document import Span
from core.model.values import State
from gui.main_window.window import MainWindow
from gui.views.page_draw import area
from gui.views.page_scroll import Fit
from gui.views.page_view import PageView
from tests.gui.conftest import Open, press, seed, settle
from tests.gui.paper_pdf import TITLE, write_pdf

CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
FIGURE = "1473"


@pytest.fixture
def window(qtbot: QtBot, opened: Open, tmp_path: Path) -> MainWindow:
    """A report of five pages, its first picture there."""
    made = opened(write_pdf(tmp_path / "青石.pdf", 5))
    drawn(qtbot, made)
    return made


def pages(window: MainWindow) -> PageView:
    """The view of the pages, which is the one that is shown."""
    assert window.original.shown is window.original.pages
    return window.original.pages


def drawn(qtbot: QtBot, window: MainWindow) -> None:
    """Wait until all that is in view is there, sharp."""
    view = pages(window)

    def is_sharp() -> bool:
        QApplication.processEvents()
        seen = view.seen()
        shown = view._layout.between(seen.top(), seen.bottom())
        return all(view.pictures.image(t) is not None for p in shown for t in view._tiles(p)[:1])

    qtbot.waitUntil(is_sharp, timeout=20_000)


def place_of(window: MainWindow, words: str, page: int = 1) -> Span:
    """Where words stand in the text, on a page."""
    assert window.review.report is not None
    document = window.review.report.document
    at = -1
    while (at := document.text.find(words, at + 1)) >= 0:
        span = Span(at, at + len(words))
        if document.boxes(span)[0].page == page:
            return span
    raise AssertionError(words)


def key_at(window: MainWindow, words: str, page: int) -> str:
    """The value whose figure stands there."""
    assert window.review.report is not None
    where = place_of(window, words, page)
    return next(v.key for v in window.review.report.values if v.figure and v.figure.start == where.start)


def spot(window: MainWindow, span: Span) -> QPoint:
    """The middle of a stretch of text in the viewport, scrolled into view."""
    view = pages(window)
    view.scroll_to_span(span)
    return (view._boxes(span)[0].center() - view.offset()).toPoint()


def drag(window: MainWindow, start: QPointF, end: QPointF) -> None:
    """A frame from one point of the whole view to another one."""
    view = pages(window)
    first, last = (start - view.offset()).toPoint(), (end - view.offset()).toPoint()
    QTest.mousePress(view.viewport(), Qt.MouseButton.LeftButton, pos=first)
    QTest.mouseMove(view.viewport(), (first + last) / 2)
    QTest.mouseMove(view.viewport(), last)
    QTest.mouseRelease(view.viewport(), Qt.MouseButton.LeftButton, pos=last)


def frame(window: MainWindow, span: Span) -> None:
    """A frame round a stretch of one line."""
    view = pages(window)
    view.scroll_to_span(span)
    box = view._boxes(span)[0].adjusted(-2, -2, 2, 2)
    drag(window, box.topLeft(), box.bottomRight())


def turn(view: QAbstractScrollArea, by: int) -> None:
    """The wheel, with Ctrl held."""
    at = QPointF(view.viewport().rect().center())
    phase, no = Qt.ScrollPhase.NoScrollPhase, Qt.MouseButton.NoButton
    wheel = QWheelEvent(at, view.mapToGlobal(at), QPoint(), QPoint(0, by), no, CTRL, phase, False)
    QApplication.sendEvent(view.viewport(), wheel)


def test_ink_stands_where_the_document_says_that_characters_are(qtbot: QtBot, window: MainWindow) -> None:
    view = pages(window)
    view.layer.marks = []  # so that nothing but ink is dark
    box = view._boxes(place_of(window, TITLE))[0]
    picture = view.viewport().grab().toImage()
    ratio = picture.devicePixelRatio()

    def darkest(y: float) -> int:
        xs = range(int(box.left()), int(box.right()))
        at = [(round((x - view.offset().x()) * ratio), round((y - view.offset().y()) * ratio)) for x in xs]
        return min(QColor(picture.pixel(*point)).lightness() for point in at)

    assert darkest(box.center().y()) < 90
    assert darkest(box.top() - 0.6 * box.height()) > 230
    assert darkest(box.bottom() + 0.3 * box.height()) > 230


def test_the_current_value_is_filled_on_its_page_and_the_page_is_told(qtbot: QtBot, window: MainWindow) -> None:
    key = key_at(window, FIGURE, 2)
    window.review.set_current(key)
    drawn(qtbot, window)
    view = pages(window)
    mark = view.layer.mark(key)
    assert mark is not None
    assert view.seen().contains(mark.boxes[0])
    picture = view.viewport().grab().toImage()
    corner = (mark.boxes[0].topLeft() - view.offset() + QPointF(1, 1)) * picture.devicePixelRatio()
    ground = QColor(picture.pixel(corner.toPoint()))
    assert ground.name() == window.theme.colour("ev_now").name()
    assert view.page == 2
    assert window.original.head.page.text() == "Page 2/5"


def test_a_click_on_a_box_selects_its_value(window: MainWindow) -> None:
    where = place_of(window, FIGURE, 2)
    QTest.mouseClick(pages(window).viewport(), Qt.MouseButton.LeftButton, pos=spot(window, where))
    assert window.review.current == key_at(window, FIGURE, 2)


def test_the_pointer_over_a_box_shows_its_value(window: MainWindow) -> None:
    where = place_of(window, FIGURE, 2)
    QTest.mouseMove(pages(window).viewport(), spot(window, where))
    assert pages(window).layer.now.hover == key_at(window, FIGURE, 2)


def test_a_frame_takes_the_words_in_it_into_the_current_value(qtbot: QtBot, window: MainWindow) -> None:
    window.review.set_current("field:title")
    frame(window, place_of(window, "青石县"))
    assert pages(window).selected_text() == "青石县"
    press(Qt.Key.Key_C, CTRL | SHIFT)
    settle(qtbot, window)
    value = window.review.value
    assert value is not None
    assert value.content is not None
    assert (value.state, value.content.text) == (State.CORRECTED, "青石县")


def test_a_frame_over_two_lines_gives_the_pieces_of_both_and_nothing_between(qtbot: QtBot, window: MainWindow) -> None:
    view = pages(window)
    first, second = place_of(window, "青石县2013"), place_of(window, "根据《中")
    drag(window, view._boxes(first)[0].topLeft() - QPointF(3, 3), view._boxes(second)[0].bottomRight() + QPointF(2, 2))
    span = view.selected_span()
    assert span is not None
    assert len(span.parts) == 2
    assert view.selected_text().split("\n")[1] == "根据《中"
    assert "报告" not in view.selected_text()
    window.review.set_current("field:title")
    press(Qt.Key.Key_C, CTRL | SHIFT)
    settle(qtbot, window)
    value = window.review.value
    assert value is not None
    assert value.content is not None
    assert value.content.text == view.selected_text().replace("\n", "")


def test_a_frame_says_what_it_holds_and_how_to_take_it(window: MainWindow) -> None:
    window.review.set_current("field:title")
    frame(window, place_of(window, "青石县"))
    assert window.status.said() == "Ctrl+Shift+C takes “青石县” into Title"
    view = pages(window)
    corner = view._layout.sheets[0].topLeft() + QPointF(4, 4)
    drag(window, corner, corner + QPointF(20, 12))
    assert view.selected_span() is None
    assert window.status.said().startswith("No words are inside the frame")


def test_framed_words_go_to_the_clipboard(window: MainWindow) -> None:
    frame(window, place_of(window, "规范性文件"))
    window.focus_pane(1)
    press(Qt.Key.Key_C, CTRL)
    assert QGuiApplication.clipboard().text() == "规范性文件"


def test_words_are_found_on_the_pages_and_can_be_taken(window: MainWindow) -> None:
    press(Qt.Key.Key_F, CTRL)
    window.original.find_bar.field.insert("按时答复")
    assert window.original.find_bar._count.text() == "1 / 1"
    assert pages(window).selected_text() == "按时答复"
    press(Qt.Key.Key_Escape)
    assert not window.original.find_bar.isVisible()
    assert window.original.shown.hasFocus()


def test_the_zoom_goes_by_keys_and_wheel_and_keeps_what_is_looked_at(qtbot: QtBot, window: MainWindow) -> None:
    key = key_at(window, FIGURE, 2)
    window.review.set_current(key)
    view = pages(window)
    before = view.zoom
    press(Qt.Key.Key_Plus, CTRL)
    assert view.zoom > before
    assert view.fit is Fit.NONE
    mark = view.layer.mark(key)
    view.layer.place()
    assert mark is not None
    assert view.seen().contains(mark.boxes[0])
    turn(view, -120)
    assert view.zoom < 1.01 * max(before, 1.0)
    press(Qt.Key.Key_0, CTRL)
    assert view.zoom == 1.0
    press(Qt.Key.Key_3, CTRL)
    assert view._layout.sheets[0].height() <= view.viewport().height()
    press(Qt.Key.Key_1, CTRL)
    assert view.zoom == pytest.approx(before)


def test_the_wheel_zooms_the_text_as_well(window: MainWindow) -> None:
    press(Qt.Key.Key_T, CTRL)
    paper = window.original.paper
    turn(paper, 120)
    assert paper.zoom == 1.15
    assert window.original.head.percent.text() == "115%"
    turn(paper, -120)
    assert paper.zoom == 1.0


def test_a_page_larger_than_a_tile_is_drawn_sharp_where_it_is_seen(qtbot: QtBot, window: MainWindow) -> None:
    view = pages(window)
    view.set_zoom(6.0)
    seen = view.seen()

    parts = view._tiles(1)
    in_view = [t for t in parts if area(t, view._layout.sheets[0]).intersects(seen)]
    assert 0 < len(in_view) < len(parts)

    def is_sharp() -> bool:
        QApplication.processEvents()
        return all(view.pictures.image(t) is not None for t in in_view)

    qtbot.waitUntil(is_sharp, timeout=20_000)
    assert all(view.pictures.image(t) is None for t in parts if t not in in_view)


def test_pages_in_small_lead_to_their_pages(qtbot: QtBot, window: MainWindow) -> None:
    column = window.original.column
    assert not column.isVisible()
    press(Qt.Key.Key_T, CTRL | SHIFT)
    assert column.isVisible()
    column.setFocus()
    press(Qt.Key.Key_End)
    assert pages(window).page == 5
    press(Qt.Key.Key_Home)
    assert pages(window).page == 1
    press(Qt.Key.Key_T, CTRL | SHIFT)
    assert not column.isVisible()


def test_pages_and_text_show_the_same_value(window: MainWindow) -> None:
    key = key_at(window, FIGURE, 2)
    window.review.set_current(key)
    press(Qt.Key.Key_T, CTRL)
    paper = window.original.paper
    assert window.original.shown is paper
    mark = paper.layer.mark(key)
    assert mark is not None
    top = mark.boxes[0].top() - paper.verticalScrollBar().value()
    assert 0 <= top <= paper.viewport().height()
    QTest.mouseClick(window.original.head.as_pages, Qt.MouseButton.LeftButton)
    assert pages(window).isVisible()
    assert pages(window).layer.now.current == key


def test_a_report_comes_back_as_and_where_it_was_left(qtbot: QtBot, opened: Open, tmp_path: Path) -> None:
    window = opened(write_pdf(tmp_path / "青石.pdf", 5), seed("003"))
    rows = {r.source_name: r.id for r in window.reports.reports.all_rows()}
    text = next(i for name, i in rows.items() if name != "青石.pdf")
    window.show_report(rows["青石.pdf"])
    view = pages(window)
    view.set_zoom(2.0)
    key = key_at(window, "21", 2)
    window.review.set_current(key)
    place = view.place()
    window.show_report(text)
    assert window.original.shown is window.original.paper
    assert not window.original.head.as_pages.isVisible()
    assert not window.actions_["pages_or_text"].isEnabled()
    window.show_report(rows["青石.pdf"])
    assert pages(window).place() == place
    assert window.review.current == key


def test_the_dark_theme_turns_the_paper_and_keeps_the_words(qtbot: QtBot, window: MainWindow) -> None:
    window.theme.set_name("dark")
    drawn(qtbot, window)
    view = pages(window)
    view.layer.marks = []
    picture = view.viewport().grab().toImage()
    box = view._boxes(place_of(window, TITLE))[0].translated(-view.offset())
    ratio = picture.devicePixelRatio()
    row = round(box.center().y() * ratio)
    light = [QColor(picture.pixel(round(x * ratio), row)).lightness() for x in range(int(box.left()), int(box.right()))]
    assert max(light) > 180
    assert min(light) == window.theme.colour("paper").lightness()
