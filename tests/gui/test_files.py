"""Files in the window: dropping, failures, other encodings, projects, exports that cannot be written."""

import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QMessageBox, QPushButton
from pytestqt.qtbot import QtBot

from core.base.messages import word
from core.model.values import State
from gui.main_window.window import MainWindow
from gui.views.bottom import ORPHANS, TASKS
from gui.views.empty import DropTarget
from tests.app.conftest import REPORT
from tests.gui.conftest import Open, Start, on_dialog, press, seed, settle, take_in, type_text

CTRL = Qt.KeyboardModifier.ControlModifier


def drop(window: MainWindow, *paths: Path) -> None:
    """Drop files on the window, as the desktop does it."""
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(p)) for p in paths])
    place = QPointF(200, 200)
    copy, left, none = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    QApplication.sendEvent(window, QDragEnterEvent(place.toPoint(), copy, mime, left, none))
    QApplication.sendEvent(window, QDropEvent(place, copy, mime, left, none))


@pytest.fixture
def window(opened: Open) -> MainWindow:
    """The first seed."""
    return opened(seed("001"))


def test_dropped_files_are_imported(qtbot: QtBot, window: MainWindow) -> None:
    drop(window, seed("002"), seed("004"))
    qtbot.waitUntil(lambda: not window.files.is_busy, timeout=20_000)
    settle(qtbot, window)
    assert len(window.reports.reports.shown()) == 3


def test_files_held_over_a_report_are_told_what_becomes_of_them(window: MainWindow) -> None:
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(seed(n))) for n in ("002", "004")])
    copy, left, none = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    assert not window.findChildren(DropTarget)
    QApplication.sendEvent(window, QDragEnterEvent(QPoint(200, 200), copy, mime, left, none))
    (target,) = window.findChildren(DropTarget)
    assert target.isVisible()
    assert target.size() == window.stack.size()
    assert window.status.said() == "Drop to import 2"
    QApplication.sendEvent(window, QDragLeaveEvent())
    assert not target.isVisible()
    assert window.status.said() == ""


@pytest.mark.parametrize("has_report", [True, False])
def test_copied_files_are_pasted_into_the_project(
    qtbot: QtBot, program: Start, tmp_path: Path, has_report: bool
) -> None:
    window = program().window
    assert window.files.open(tmp_path / "a.hejiao", create=True)
    if has_report:
        take_in(qtbot, window, seed("001"))
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(seed("002")))])
    mime.setText(str(seed("002")))  # as desktops give them
    QGuiApplication.clipboard().setMimeData(mime)
    press(Qt.Key.Key_V, CTRL)
    qtbot.waitUntil(lambda: not window.files.is_busy, timeout=20_000)
    settle(qtbot, window)
    assert len(window.reports.reports.all_rows()) == 1 + has_report
    assert not any(v.decision for v in (window.review.report.values if window.review.report else ()))


def test_files_dropped_while_others_are_read_wait_for_their_turn(qtbot: QtBot, window: MainWindow) -> None:
    drop(window, seed("002"))
    drop(window, seed("003"))
    drop(window, seed("004"))
    assert window.status.said() == "2 more wait for their turn"
    qtbot.waitUntil(lambda: not window.files.is_busy, timeout=20_000)
    settle(qtbot, window)
    assert len(window.reports.reports.all_rows()) == 4


def test_what_waits_for_its_turn_is_not_begun_once_the_import_is_cancelled(qtbot: QtBot, window: MainWindow) -> None:
    drop(window, seed("002"))
    drop(window, seed("003"), seed("004"))
    window.files.cancel()
    qtbot.waitUntil(lambda: not window.files.is_busy, timeout=20_000)
    settle(qtbot, window)
    assert len(window.reports.reports.all_rows()) < 3


def test_files_that_are_there_already_are_named(qtbot: QtBot, window: MainWindow) -> None:
    take_in(qtbot, window, seed("001"), seed("002"))
    assert window.status.said() == "Imported 1, already there 1"
    assert window.bottom.tasks._words.text() == f"Already there: {seed('001').name}"


def test_a_dropped_project_is_opened(qtbot: QtBot, window: MainWindow, program: Start, tmp_path: Path) -> None:
    path = window.files.project.path if window.files.project else Path()
    other = program().window
    drop(other, path)
    assert other.files.project is not None
    assert len(other.reports.reports.shown()) == 1


def test_a_project_that_another_window_has_open_is_told(window: MainWindow, program: Start) -> None:
    assert window.files.project is not None
    path = window.files.project.path
    other = program().window
    assert other.files.open(path)
    (box,) = other.findChildren(QMessageBox)
    assert box.isVisible()
    assert "test.hejiao" in box.text()
    assert "open in another window" in box.text()
    box.accept()
    assert other.windowTitle().endswith("(open elsewhere too)")
    window.close()
    other.close()
    third = program().window
    assert third.files.open(path)
    assert third.findChildren(QMessageBox) == []
    assert "elsewhere" not in third.windowTitle()
    third.close()
    assert list(path.parent.glob(".*lock")) == []


@pytest.mark.skipif(sys.platform == "win32", reason="folders are not closed by their mode")
def test_a_window_that_crashed_leaves_no_warning_behind(program: Start, tmp_path: Path) -> None:
    path = tmp_path / "p.hejiao"
    code = (
        "import os, sys; from pathlib import Path; from gui.main_window.lock import ProjectLock\n"
        "lock = ProjectLock(); assert lock.take(Path(sys.argv[1])) is None; os.kill(os.getpid(), 9)"
    )
    subprocess.run([sys.executable, "-c", code, str(path)], cwd=Path(__file__).parents[2], check=False)
    assert list(tmp_path.glob(".*lock"))
    window = program().window
    assert window.files.open(path, create=True)
    assert window.findChildren(QMessageBox) == []


def test_files_that_were_not_read_are_listed_with_reason_and_retry(
    qtbot: QtBot, window: MainWindow, tmp_path: Path
) -> None:
    bad = tmp_path / "bad.txt"
    bad.touch()
    take_in(qtbot, window, bad)
    assert window.bottom.left.current() == TASKS
    assert [f.code for f in window.bottom.failures.failures()] == ["reader.empty"]
    bad.write_text(REPORT, encoding="utf-8")
    retry = next(b for b in window.bottom.failures.findChildren(QPushButton) if b.text() == "Retry")
    QTest.mouseClick(retry, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: not window.files.is_busy, timeout=20_000)
    settle(qtbot, window)
    assert window.bottom.failures.failures() == ()
    assert len(window.reports.reports.shown()) == 2


def test_all_reports_of_one_file_are_taken_in_and_each_says_which_it_is(
    qtbot: QtBot, window: MainWindow, tmp_path: Path
) -> None:
    bound = tmp_path / "汇编.txt"
    bound.write_text(REPORT + REPORT.replace("青石县", "碧溪县").replace("320", "410"), encoding="utf-8")
    take_in(qtbot, window, bound)
    assert window.status.said() == "Imported 2 from 1 file(s)"
    rows = [r for r in window.reports.reports.all_rows() if r.source_name == "汇编.txt"]
    assert [r.name for r in rows] == ["青石县", "碧溪县"]
    assert window.original.head.part.isHidden()  # a file of one report is shown
    window.show_report(rows[1].id)
    assert window.original.head.part.isVisible()
    assert window.original.head.part.text() == "Report 2 of 2"
    assert window.original.paper.toPlainText().startswith("碧溪县2011年")
    total = "stat:disclosed.total/year#0"
    window.review.set_current(total)
    press(Qt.Key.Key_Return)
    assert window.review.report is not None
    made = next(v for v in window.review.report.values if v.key == total)
    assert made.content is not None
    assert (made.state, made.content.text) == (State.CONFIRMED, "410")


def test_what_looks_like_no_report_can_be_imported_all_the_same(
    qtbot: QtBot, window: MainWindow, tmp_path: Path
) -> None:
    note = tmp_path / "通知.txt"
    note.write_text("关于召开会议的通知\n各单位：\n定于下周一召开会议。\n", encoding="utf-8")
    take_in(qtbot, window, note)
    anyway = next(b for b in window.bottom.failures.findChildren(QPushButton) if b.text() == "Import anyway")
    QTest.mouseClick(anyway, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: not window.files.is_busy, timeout=20_000)
    settle(qtbot, window)
    assert {r.source_name for r in window.reports.reports.all_rows()} >= {"通知.txt"}


def test_another_encoding_is_chosen_in_the_window_and_taken_back(qtbot: QtBot, window: MainWindow) -> None:
    value = window.review.value
    assert value is not None
    press(Qt.Key.Key_Return)
    settle(qtbot, window)
    by_name = {a.text(): a for a in window.menus["encoding"].actions()}
    by_name["GB18030"].trigger()
    assert window.status.encoding.text().startswith("GB18030")
    assert "fit no value" in window.status.said()
    by_name["UTF-8"].trigger()
    assert window.status.encoding.text().startswith("UTF-8")
    assert window.review.report is not None
    again = next(v for v in window.review.report.values if v.key == value.key)
    assert again.state is State.CONFIRMED


def test_decisions_that_fit_nothing_any_more_are_listed_as_long_as_they_do(qtbot: QtBot, window: MainWindow) -> None:
    right = window.bottom.right
    assert ORPHANS not in right.ids()
    press(Qt.Key.Key_F2)
    type_text("5")
    press(Qt.Key.Key_Return)
    settle(qtbot, window)
    by_name = {a.text(): a for a in window.menus["encoding"].actions()}
    by_name["GB18030"].trigger()
    settle(qtbot, window)
    assert (right.ids()[-1], right.count(ORPHANS)) == (ORPHANS, 1)
    right.setFocus()
    press(Qt.Key.Key_Right)
    press(Qt.Key.Key_Right)
    assert right.current() == ORPHANS
    assert window.bottom.orphans.isVisible()
    (line,) = window.bottom.orphans.lines()
    assert "\u30005" in line
    by_name["UTF-8"].trigger()
    settle(qtbot, window)
    assert ORPHANS not in right.ids()
    assert window.bottom.compare.isVisible()


def test_a_file_that_is_no_project_is_told_in_a_sentence(qtbot: QtBot, window: MainWindow, tmp_path: Path) -> None:
    path = tmp_path / "note.hejiao"
    path.write_text("购物单" * 100, encoding="utf-8")
    told: list[str] = []

    def read(dialog: QDialog) -> None:
        assert isinstance(dialog, QMessageBox)
        told.append(dialog.text())
        dialog.accept()

    on_dialog(read)
    assert not window.files.open(path)
    qtbot.waitUntil(lambda: bool(told))
    assert told == [word("store.not_a_project", {"name": "note.hejiao"}, "en")]
    assert window.files.project is not None  # the one that was open stays


def test_an_export_that_cannot_be_written_says_why(qtbot: QtBot, window: MainWindow, tmp_path: Path) -> None:
    target = tmp_path / "x.xlsx"
    target.write_bytes(b"old")
    target.chmod(0o444)
    told: list[str] = []

    def read(dialog: QDialog) -> None:
        assert isinstance(dialog, QMessageBox)
        told.append(dialog.text())
        dialog.accept()

    on_dialog(read)
    window.files.export_to("xlsx", target)
    qtbot.waitUntil(lambda: bool(told), timeout=20_000)
    assert "x.xlsx" in told[0]
    assert target.read_bytes() == b"old"


def test_the_project_is_among_the_recent_ones(window: MainWindow) -> None:
    assert window.files.project is not None
    assert window.settings.recent[0] == str(window.files.project.path.absolute())
    assert len(window.menus["recent"].actions()) == 1


def test_an_empty_project_does_not_offer_itself(program: Start, tmp_path: Path) -> None:
    window = program().window
    for name in ("a", "b"):
        assert window.files.open(tmp_path / f"{name}.hejiao", create=True)
    QApplication.processEvents()
    links = [b.text() for b in window.empty.findChildren(QPushButton) if b.objectName() == "link" and b.isVisible()]
    assert links == ["a.hejiao"]


def test_a_report_is_found_by_its_name_a_value_by_its_words(qtbot: QtBot, opened: Open) -> None:
    window = opened(seed("000"), seed("003"))
    press(Qt.Key.Key_K, CTRL)
    QTest.keyClicks(window.search, "003_")
    QTest.keyClick(window.search, Qt.Key.Key_Return)
    assert window.review.report is not None
    assert window.review.report.row.source_name.startswith("003_")
    press(Qt.Key.Key_G, CTRL)
    QTest.keyClicks(window.search, "xzfxxzx@163.com")
    QTest.keyClick(window.search, Qt.Key.Key_Return)
    assert window.review.current == "field:email#0"
