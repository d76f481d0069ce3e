"""Draws the pictures of docs/: each main state of the window, on the five seed reports and an invented one.

Look at them before a commit.

screenshots.py DIR
"""

import os
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
sys.path.insert(0, str(Path(__file__).parents[1]))

from PySide6.QtCore import QEventLoop, Qt, QTimer
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from core.app import changes
from core.app.imported import Imported
from core.base.settings import Settings
from core.model.values import Value
from core.readers import ocr
from gui.app import Program
from gui.main_window.window import MainWindow
from gui.theme import Theme

SEEDS = Path(__file__).parents[1] / "seeds"
FIXTURES = Path(__file__).parents[1] / "tests" / "fixtures"
Size = tuple[int, int]
_FLAT = (
    "云陵县人民政府2023年政府信息公开工作年度报告\n一、总体情况\n本年按要求公开政府信息。\n"
    "二、主动公开政府信息情况第二十条第（一）项信息内容本年制发件数本年废止件数现行有效件数规章000"
    "行政规范性文件63121580第二十条第（五）项信息内容本年处理决定数量行政许可2417"
    "第二十条第（六）项信息内容本年处理决定数量行政处罚1208行政强制46"
    "第二十条第（八）项信息内容本年收费金额（单位：万元）行政事业性收费312.5\n"
)


def _wait(milliseconds: int = 150) -> None:
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()


def _report(window: MainWindow, name: str) -> None:
    """Show the report whose file begins with `name`."""
    rows = window.reports.reports.all_rows()
    window.show_report(next(row.id for row in rows if row.source_name.startswith(name)))
    _wait()


def _committed(text: str) -> QInputMethodEvent:
    """What an input method sends when it gives text away."""
    event = QInputMethodEvent()
    event.setCommitString(text)
    return event


def _value(window: MainWindow, key: str) -> Value:
    assert window.review.report is not None
    return next(v for v in window.review.report.values if v.key == key)


def _work(window: MainWindow) -> None:
    """A morning's work on the first report, so that all states are seen."""
    _report(window, "000")
    review = window.review
    report_id = 1 if review.report is None else review.report.row.id

    def value(key: str) -> Value:
        return _value(window, key)

    review.apply(changes.confirm(report_id, [value("stat:disclosed.total/cumulative#0")]))
    review.apply(changes.confirm(report_id, [value("stat:website.visits/year#0")]))
    review.apply(changes.postpone(report_id, [value("stat:training.sessions/year#0")], "等表1核完"))
    review.set_current("field:year")
    review.accept_proved()
    for field in ("title", "issuer", "year", "region"):
        review.apply(changes.confirm(report_id, [value(f"field:{field}")]))
    review.wait()
    _wait()


def statistics(window: MainWindow) -> None:
    """Figures in sentences; one proved, its other side ringed."""
    _work(window)
    window.review.set_current("stat:disclosed.total/year#0")
    window.review.show_history()


def table(window: MainWindow) -> None:
    """A table as a grid, the addends of the current total marked."""
    _work(window)
    keys = [v.key for v in window.results.tab_values()]
    window.review.set_current("cell:t2/r5/c2" if keys else None)


def finding(window: MainWindow) -> None:
    """A finding followed to both its sides."""
    _report(window, "003")
    window.review.set_current("stat:disclosed.total/year#0")
    window.bottom.findings.setFocus()


def editing(window: MainWindow) -> None:
    """A correction being typed."""
    _work(window)
    window.review.set_current("stat:website.visits/year#0")
    window.focus_pane(2)
    for letter in "1.9":
        QTest.keyClicks(QApplication.focusWidget(), letter)
    QApplication.sendEvent(QApplication.focusWidget(), _committed("万"))


def fields(window: MainWindow) -> None:
    """Facts about the report, one of them blank."""
    _report(window, "003")
    window.review.set_current("field:responsible_person")


def importing(window: MainWindow) -> None:
    """An import at work, beside it files that could not be read."""
    _work(window)
    folder = Path(tempfile.mkdtemp()) / "2012年各县"
    folder.mkdir()
    (folder / "通知.txt").write_text("关于召开会议的通知\n", encoding="utf-8")
    (folder / "年报.pdf").write_bytes(b"%PDF-1.4\n")
    (folder / "空白.txt").touch()
    window.files.take_in([folder])
    while window.files.is_busy:
        _wait(30)
    text = next(SEEDS.glob("004_*")).read_text(encoding="utf-8")
    for n in range(900):
        (folder / f"{n:03}.txt").write_text(text.replace("3625", str(4000 + n)), encoding="utf-8")
    window.files.take_in([folder])
    _wait(4000)
    window.bottom.raise_tasks()


def run(window: MainWindow) -> None:
    """A row whose digits ran together: the ways to read it, the first one under the keys."""
    path = Path(tempfile.mkdtemp()) / "云陵县2023年.txt"
    path.write_text(_FLAT, encoding="utf-8")
    window.files.take_in([path])
    while window.files.is_busy:
        _wait(30)
    _report(window, path.name)
    window.review.wait()
    window.actions_["choose_way"].trigger()


def _invented(window: MainWindow, ending: str, words: str) -> None:
    """The invented report of the tests in one of its formats, at the first value that stands at `words`."""
    path = FIXTURES / f"report.{ending}"
    window.files.take_in([path])
    while window.files.is_busy:
        _wait(30)
    _report(window, path.name)
    window.review.wait()
    report = window.review.report
    assert report is not None
    keys = [v.key for v in report.values if v.figure and report.document.quote(v.figure) == words]
    window.review.set_current(keys[-1] if keys else None)
    _wait(600)


def pages(window: MainWindow) -> None:
    """A PDF: its pages as they are printed, evidence marks over them; in a large window all pages in small."""
    if window.width() > STATES["pages"][1][0]:
        window.original.toggle_column()
    _invented(window, "pdf", "12")


def web_page(window: MainWindow) -> None:
    """A saved web page with its tables."""
    _invented(window, "html", "12")


def scan(window: MainWindow) -> None:
    """A scanned page, straightened, read by the add-on; without the add-on the picture is left as it is."""
    _invented(window, "jpg", "486")


def empty(window: MainWindow) -> None:
    """Before anything is there."""


# Each state as most clerks see it, and in the other theme and language.
LOOKS = {"": ("light", "zh_CN"), "-dark-en": ("dark", "en")}
STATES: dict[str, tuple[Callable[[MainWindow], None], Size]] = {
    "window": (statistics, (1366, 768)),
    "table": (table, (1366, 768)),
    "table-1920": (table, (1920, 1080)),
    "finding": (finding, (1366, 768)),
    "editing": (editing, (1366, 768)),
    "fields": (fields, (1366, 768)),
    "run": (run, (1366, 768)),
    "importing": (importing, (1366, 768)),
    "pages": (pages, (1366, 768)),
    "pages-1920": (pages, (1920, 1080)),
    "web-page": (web_page, (1366, 768)),
    "scan": (scan, (1366, 768)),
    "empty": (empty, (1366, 768)),
    "small": (finding, (1100, 700)),
}


def draw(name: str, look: str, folder: Path) -> Path:
    """One picture; gives its file."""
    prepare, size = STATES[name]
    colours, lang = LOOKS[look]
    target = folder / f"{name}{look}.png"
    app = QApplication.instance() or QApplication([])
    assert isinstance(app, QApplication)
    app.setStyle("Fusion")
    theme = Theme(colours)
    theme.apply()
    with tempfile.TemporaryDirectory() as home:
        os.environ["XDG_CONFIG_HOME"] = home
        window = Program(app, Settings(operator="王芳", lang=lang), lang, theme).window
        window.resize(*size)
        window.show()
        window.activateWindow()
        if prepare is not empty:
            window.files.open(Path(home) / "2008—2014.hejiao", create=True)
            done: list[Imported] = []
            window.files.imported.connect(done.append)
            window.files.take_in([SEEDS])
            while not done:
                _wait(30)
        prepare(window)
        _wait(400)
        window.status.say("", 0)
        window.grab().save(str(target))
        window.close()
        window.deleteLater()
        _wait(20)
    return target


if __name__ == "__main__":
    target = Path(sys.argv[1])
    target.mkdir(parents=True, exist_ok=True)
    QApplication.setAttribute(Qt.ApplicationAttribute.AA_DontUseNativeDialogs)
    for state in sys.argv[2:] or [name for name in STATES if name != "scan" or ocr.command()]:
        for appearance in LOOKS:
            print(draw(state, appearance, target))
