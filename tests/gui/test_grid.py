"""A wide table: its names stay in view, its figures are reached by mouse and keys, what cannot be read says why."""

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QPointF, QRect, Qt
from PySide6.QtGui import QGuiApplication, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from core.model.values import State, Value
from gui.delegates import painting
from gui.main_window.window import MainWindow
from gui.views.grid_heads import PAD
from gui.views.grid_table import GridTable
from gui.views.inspector_lines import SURE
from tests.gui.conftest import Open, press, seed, settle, type_text

FIXTURES = Path(__file__).parents[1] / "fixtures"
CTRL = Qt.KeyboardModifier.ControlModifier
FLAT = (
    "云陵县人民政府2023年政府信息公开工作年度报告\n一、总体情况\n本年按要求公开政府信息。\n"
    "二、主动公开政府信息情况第二十条第（一）项信息内容本年制发件数本年废止件数现行有效件数规章000"
    "行政规范性文件63121580第二十条第（五）项信息内容本年处理决定数量行政许可2417"
    "第二十条第（六）项信息内容本年处理决定数量行政处罚1208行政强制46"
    "第二十条第（八）项信息内容本年收费金额（单位：万元）行政事业性收费312.5\n"
)


@pytest.fixture
def window(opened: Open) -> MainWindow:
    """Table 2 of the invented report, seven columns of figures, its last one current."""
    made = opened(FIXTURES / "report.html")
    made.review.set_current("cell:t2/r4/" + keys(made, 2, 4)[-1])
    made.focus_pane(2)
    QApplication.processEvents()
    return made


def keys(window: MainWindow, table: int, row: int) -> list[str]:
    """The columns of a row that hold values; table and row from 1."""
    assert window.review.report is not None
    start = f"cell:t{table}/r{row}/"
    return [v.key.removeprefix(start) for v in window.review.report.values if v.key.startswith(start)]


def grid(window: MainWindow) -> GridTable:
    """The table in front."""
    found = window.results.focusProxy()
    assert isinstance(found, GridTable)
    return found


def value(window: MainWindow, key: str) -> Value:
    """A value as the window has it."""
    assert window.review.report is not None
    return next(v for v in window.review.report.values if v.key == key)


@pytest.mark.parametrize("lang", ["zh_CN", "en"])
def test_seven_columns_stand_beside_their_names_in_the_smallest_usual_window(opened: Open, lang: str) -> None:
    window = opened(FIXTURES / "report.html", lang=lang)
    window.review.set_current("cell:t2/r4/" + keys(window, 2, 4)[-1])
    QApplication.processEvents()
    table = grid(window)
    assert table.model().columnCount() == 7
    assert table.horizontalScrollBar().maximum() == 0
    assert table.verticalHeader().width() + table.viewport().width() <= table.width()
    for column in range(7):
        for row in range(table.model().rowCount()):
            assert table.columnWidth(column) >= table._cells_drawn.width(table.model().index(row, column))


def test_nothing_scrolls_sideways_where_there_is_room_for_all(opened: Open) -> None:
    window = opened(seed("000"))
    for table_number, row in ((1, 3), (2, 5), (3, 3), (2, 1)):
        window.review.set_current(f"cell:t{table_number}/r{row}/" + keys(window, table_number, row)[-1])
        window.results.set_only_open(table_number == 3)
        QApplication.processEvents()
        table = grid(window)
        assert table.horizontalScrollBar().maximum() == 0
        assert table.viewport().x() == table.verticalHeader().width()
        last = table.model().columnCount() - 1
        assert table.columnViewportPosition(last) + table.columnWidth(last) <= table.viewport().width()


def test_names_stay_while_figures_scroll(window: MainWindow) -> None:
    window.review.set_current("cell:t3/r1/" + keys(window, 3, 1)[-1])
    QApplication.processEvents()
    table = grid(window)
    assert table.horizontalScrollBar().value() > 0
    names = table.verticalHeader()
    assert names.isVisible()
    assert names.geometry().right() < table.viewport().geometry().left()
    assert table.viewport().rect().contains(table.visualRect(table.currentIndex()))


def test_no_name_of_a_group_is_cut_also_where_few_of_its_rows_are_shown(window: MainWindow) -> None:
    table = grid(window)
    window.results.set_only_open(True)
    for group in table._grid.groups:
        seen = [n for n in range(group.first, group.last + 1) if not table.isRowHidden(n)]
        room = table._names._edges[group.depth + 1] - table._names._edges[group.depth] - PAD - 6
        need = painting.wrapped_height(window.theme, group.words, room, 13, True)
        assert not seen or sum(table.rowHeight(n) for n in seen) >= need


def test_a_press_on_a_name_means_its_first_figure(window: MainWindow) -> None:
    table = grid(window)
    names = table.verticalHeader()
    at = QPoint(names.width() - 20, names.sectionViewportPosition(0) + 8)
    QTest.mouseClick(names.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert window.review.current == "cell:t2/r1/" + keys(window, 2, 1)[0]
    assert table.hasFocus()


def test_the_wheel_over_the_names_scrolls_the_table(window: MainWindow) -> None:
    table = grid(window)
    table.verticalScrollBar().setValue(0)
    names = table.verticalHeader()
    at = QPointF(20, 40)
    turn = QWheelEvent(
        at,
        names.viewport().mapToGlobal(at),
        QPoint(),
        QPoint(0, -120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(names.viewport(), turn)
    assert table.verticalScrollBar().value() > 0


def test_arrows_typing_and_copying_reach_every_column(qtbot: QtBot, window: MainWindow) -> None:
    columns = keys(window, 2, 4)
    for key in reversed(columns[:-1]):
        press(Qt.Key.Key_Left)
        assert window.review.current == f"cell:t2/r4/{key}"
    press(Qt.Key.Key_Left)
    assert window.review.current == f"cell:t2/r4/{columns[0]}"
    press(Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    press(Qt.Key.Key_C, CTRL)
    assert len(QGuiApplication.clipboard().text().strip("\n").split("\t")) == 2
    window.review.set_current(f"cell:t2/r4/{columns[0]}")
    press(Qt.Key.Key_F2)
    type_text("7")
    editor = grid(window).editor
    assert editor is not None
    assert QRect(QPoint(0, 0), grid(window).viewport().size()).contains(editor.geometry())
    press(Qt.Key.Key_Escape)


@pytest.fixture
def flat(opened: Open, tmp_path: Path) -> MainWindow:
    """A table whose figures ran together; one run was left open."""
    path = tmp_path / "flat.txt"
    path.write_text(FLAT, encoding="utf-8")
    return opened(path)


def test_a_run_that_was_left_open_shows_the_ways_to_read_it(qtbot: QtBot, flat: MainWindow) -> None:
    columns = keys(flat, 1, 2)
    flat.review.set_current(f"cell:t1/r2/{columns[1]}")
    QApplication.processEvents()
    read, *others = flat.inspector.shown()
    assert "63121580" in read.words
    assert any("63121580" in line.words and "5 of 21" in line.words for line in others if line.caption == SURE)
    reading = value(flat, f"cell:t1/r2/{columns[1]}").reading
    assert reading is not None
    assert reading.reason.code == "extract.cut.open"
    buttons = flat.inspector.ways.buttons
    assert [b.text() for b in buttons] == reading.reason.params["ways"]
    places = [b.geometry() for b in buttons]
    assert len(places) > 1
    for n, place in enumerate(places):  # in full, and none over another
        assert flat.inspector.ways.rect().contains(place)
        assert place.width() >= buttons[n].sizeHint().width()
        assert not any(place.intersects(other) for other in places[n + 1 :])
    flat.review.set_current("field:year")
    assert not flat.inspector.ways.isVisible()


def test_a_way_is_chosen_by_mouse_and_taken_back_in_one_step(qtbot: QtBot, flat: MainWindow) -> None:
    columns = keys(flat, 1, 2)
    flat.review.set_current(f"cell:t1/r2/{columns[1]}")
    QApplication.processEvents()
    button = next(b for b in flat.inspector.ways.buttons if b.text() == "6 | 312 | 1580")
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    settle(qtbot, flat)
    assert flat.review.report is not None
    document = flat.review.report.document
    cells = [value(flat, f"cell:t1/r2/{c}") for c in columns]
    assert [v.content.text for v in cells if v.content] == ["6", "312", "1580"]
    assert [document.quote(v.span) for v in cells if v.span] == ["6", "312", "1580"]  # each with its own place
    assert {(v.state, v.decision.actor) for v in cells if v.decision} == {(State.CORRECTED, "王芳")}
    assert flat.review.project is not None
    actions = [row.action for row in flat.review.project.history(flat.review.report.row.id) if row.key]
    assert actions[:3] == ["read_run"] * 3
    press(Qt.Key.Key_Z, CTRL)
    settle(qtbot, flat)
    assert {value(flat, f"cell:t1/r2/{c}").state for c in columns} == {State.OPEN}
    assert flat.inspector.ways.isVisible()


def test_a_way_is_chosen_by_keys_and_the_focus_comes_back(qtbot: QtBot, flat: MainWindow) -> None:
    columns = keys(flat, 1, 2)
    flat.review.set_current(f"cell:t1/r2/{columns[0]}")
    flat.focus_pane(2)
    QApplication.processEvents()
    press(Qt.Key.Key_F7)
    assert flat.inspector.ways.buttons[0].hasFocus()
    press(Qt.Key.Key_Right)
    press(Qt.Key.Key_Return)
    settle(qtbot, flat)
    way = [v.content.text for c in columns if (v := value(flat, f"cell:t1/r2/{c}")).content]
    reading = value(flat, f"cell:t1/r2/{columns[0]}").reading
    assert reading is not None
    ways = reading.reason.params["ways"]
    assert isinstance(ways, list)
    assert " | ".join(way) == ways[1]
    assert grid(flat).hasFocus()
    press(Qt.Key.Key_F7)
    assert flat.status.said() == "No run of digits is open in this report"


def test_f7_goes_to_the_next_row_that_was_left_open(flat: MainWindow) -> None:
    flat.review.set_current("field:year")
    flat.focus_pane(2)
    press(Qt.Key.Key_F7)
    assert flat.review.current == f"cell:t1/r2/{keys(flat, 1, 2)[0]}"
    assert flat.inspector.ways.buttons[0].hasFocus()


def test_a_run_is_read_by_typing_its_cells_with_tab(qtbot: QtBot, flat: MainWindow) -> None:
    columns = keys(flat, 1, 2)
    flat.review.set_current(f"cell:t1/r2/{columns[0]}")
    flat.focus_pane(2)
    for figure in ("63", "12", "1580"):
        type_text(figure)
        press(Qt.Key.Key_Tab)
        settle(qtbot, flat)
    held = [value(flat, f"cell:t1/r2/{c}").content for c in columns]
    assert [c.text for c in held if c] == ["63", "12", "1580"]
