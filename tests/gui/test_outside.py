"""The original for other programs, files behind a password, what the dialogs offer."""

import io
from functools import partial
from pathlib import Path

import docx
import pytest
from msoffcrypto.format.ooxml import OOXMLFile
from PySide6.QtCore import QObject, Qt, QUrl, Slot
from PySide6.QtGui import QDesktopServices
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QFileDialog, QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from core.base.messages import word
from gui.dialogs.ask import Ask
from gui.main_window.window import MainWindow
from tests.gui.conftest import Open, Start, on_dialog, press, seed, settle, take_in
from tests.gui.paper_pdf import write_pdf
from tests.readers.test_passwords import locked_pdf

CTRL = Qt.KeyboardModifier.ControlModifier


class Outside(QObject):
    """Stands for the system's programs."""

    def __init__(self) -> None:
        super().__init__()
        self.opened: list[Path] = []

    @Slot(QUrl)
    def open(self, url: QUrl) -> None:
        """A program is asked to open a file."""
        self.opened.append(Path(url.toLocalFile()))


@pytest.mark.parametrize("name", ["txt", "pdf"])
def test_the_original_is_opened_outside_as_a_copy(opened: Open, tmp_path: Path, name: str) -> None:
    path = seed("000") if name == "txt" else write_pdf(tmp_path / "青石.pdf")
    window = opened(path)
    outside = Outside()
    QDesktopServices.setUrlHandler("file", outside, "open")
    try:
        press(Qt.Key.Key_O, CTRL | Qt.KeyboardModifier.AltModifier)
    finally:
        QDesktopServices.unsetUrlHandler("file")
    (copy,) = outside.opened
    assert copy != path
    assert copy.suffix == f".{name}"
    assert copy.read_bytes() == path.read_bytes()
    assert not copy.stat().st_mode & 0o222
    assert path.name in window.status.said()


def locked(path: Path) -> Path:
    """The first seed as a Word file with a password."""
    made, plain, out = docx.Document(), io.BytesIO(), io.BytesIO()
    for line in seed("000").read_text(encoding="utf-8").splitlines():
        made.add_paragraph(line)
    made.save(plain)
    OOXMLFile(plain).encrypt("sesame", out)
    path.write_bytes(out.getvalue())
    return path


def test_a_locked_file_is_listed_and_taken_in_with_its_password(qtbot: QtBot, opened: Open, tmp_path: Path) -> None:
    window = opened(seed("003"))
    take_in(qtbot, window, locked(tmp_path / "锁.docx"))
    failures = window.bottom.failures
    assert [f.code for f in failures.failures()] == ["reader.protected"]

    def answer(dialog: QDialog) -> None:
        assert isinstance(dialog, Ask)
        assert isinstance(dialog.field, QLineEdit)
        assert dialog.field.echoMode() is QLineEdit.EchoMode.Password
        QTest.keyClicks(dialog.field, "sesame")
        QTest.mouseClick(dialog.ok, Qt.MouseButton.LeftButton)

    on_dialog(answer)
    give = next(b for b in failures.findChildren(QPushButton) if b.text() == "Give password…")
    QTest.mouseClick(give, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: not window.files.is_busy, timeout=60_000)
    settle(qtbot, window)
    assert failures.failures() == ()
    assert "锁.docx" in {r.source_name for r in window.reports.reports.all_rows()}


def give(dialog: QDialog, password: str) -> None:
    """Answer the question for a password."""
    assert isinstance(dialog, Ask)
    QTest.keyClicks(dialog.field, password)
    QTest.mouseClick(dialog.ok, Qt.MouseButton.LeftButton)


def test_a_wrong_password_is_said_and_the_files_keep_their_order(qtbot: QtBot, opened: Open, tmp_path: Path) -> None:
    window = opened(seed("003"))
    (tmp_path / "空.txt").touch()
    take_in(qtbot, window, locked(tmp_path / "锁.docx"), locked(tmp_path / "锁2.docx"), tmp_path / "空.txt")
    failures = window.bottom.failures
    names = [f.name for f in failures.failures()]
    assert names == ["锁.docx", "锁2.docx", "空.txt"]
    for password, left in (("salami", names), ("sesame", names[1:])):
        on_dialog(partial(give, password=password))
        button = next(b for b in failures.findChildren(QPushButton) if b.text() == "Give password…")
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)
        qtbot.waitUntil(lambda: not window.files.is_busy, timeout=60_000)
        settle(qtbot, window)
        assert [f.name for f in failures.failures()] == left
        assert ("Wrong password" in window.status.said()) is (password == "salami")
        assert failures.isVisible()  # the next one is at hand


def test_a_protected_file_says_what_to_do() -> None:
    for lang, words in (("en", "give it and try again"), ("zh_CN", "给出密码再试")):
        assert words in word("reader.protected", {"name": "a.pdf"}, lang)


def test_the_dialog_offers_every_format_that_is_read(opened: Open, monkeypatch: pytest.MonkeyPatch) -> None:
    window: MainWindow = opened()
    offered: list[str] = []

    def ask(*args: str) -> tuple[list[str], str]:
        offered.append(args[3])
        return [], ""

    monkeypatch.setattr(QFileDialog, "getOpenFileNames", ask)
    window.files.import_files()
    for ending in (
        "pdf",
        "docx",
        "doc",
        "wps",
        "rtf",
        "odt",
        "xlsx",
        "xls",
        "et",
        "ods",
        "html",
        "htm",
        "mht",
        "txt",
        "zip",
        "jpg",
        "png",
        "tif",
        "bmp",
        "xml",
    ):
        assert f"*.{ending} " in offered[0].replace(")", " ")


def test_the_first_page_of_the_window_names_the_formats(program: Start) -> None:
    window = program(lang="zh_CN").window
    words = " ".join(label.text() for label in window.empty.findChildren(type(window.status._said)))
    for name in ("PDF", "DOCX", "DOC", "WPS", "ODT", "XLSX", "ODS", "HTML", "TXT", "ZIP", "JPG"):
        assert name in words


def test_pages_of_a_locked_file_ask_for_its_password_when_they_are_wanted(
    qtbot: QtBot, opened: Open, tmp_path: Path
) -> None:
    window = opened(seed("003"))
    path = tmp_path / "locked.pdf"
    path.write_bytes(locked_pdf("sesame"))
    window.files.take_in([path], anyway=True, password="sesame")
    qtbot.waitUntil(lambda: not window.files.is_busy, timeout=60_000)
    settle(qtbot, window)
    assert window.files.project is not None
    window.files.open(window.files.project.path)  # what was typed is forgotten with the project
    report_id = next(r.id for r in window.reports.reports.all_rows() if r.source_name == path.name)
    window.show_report(report_id)
    qtbot.waitUntil(lambda: window.original.shown is window.original.paper, timeout=20_000)
    assert "password" in window.status.said()
    assert "2013" in window.original.paper.toPlainText()

    def answer(dialog: QDialog) -> None:
        assert isinstance(dialog, Ask)
        QTest.keyClicks(dialog.field, "sesame")
        QTest.mouseClick(dialog.ok, Qt.MouseButton.LeftButton)

    on_dialog(answer)
    press(Qt.Key.Key_T, CTRL)
    view = window.original.pages
    qtbot.waitUntil(lambda: view.pictures.image(view._tiles(1)[0]) is not None, timeout=20_000)
    assert window.original.shown is view
