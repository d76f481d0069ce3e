"""`self-test`: whether this installation works, from its files to its window."""

import argparse
import re
import shutil
import tempfile
import unicodedata
import zipfile
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

from core.app.bundled import catalogue, regions
from core.app.pages import PageImages, Part
from core.app.pipeline import read_report
from core.app.shipped import components
from core.base.errors import StoreTooNew
from core.base.messages import LANGUAGES, word
from core.base.progress import Silent
from core.base.resources import beside, resource
from core.cli import gold
from core.cli.console import say, warn
from core.cli.parser import Commands, Parser, add_command, said
from core.cli.window import picture
from core.export.formats import KINDS
from core.model.report import Read
from core.model.values import State
from core.readers import ocr

_FOLDERS = ("icons", "themes", "messages", "translations", "catalogue")
_FORMATS = ("csv", "doc", "docx", "html", "locked.docx", "mht", "ods", "odt", "pdf", "rtf", "xls", "xlsx")
_PASSWORD = "hejiao"  # of the locked one
_SCANNED = 90  # numbers on its scanned page
_INK = 200  # a pixel darker than this is not paper
_SCHEMA = slice(60, 64)  # of a project. Source: sqlite.org, "Database File Format", user version
_LATER = 9999
_ENCODINGS = ("utf-8", "utf-8-sig", "gb18030", "utf-16")
_REPORT = """青石县2011年政府信息公开工作年度报告

根据《中华人民共和国政府信息公开条例》规定，现公布青石县2011年政府信息公开工作年度报告。

一、主动公开政府信息情况

2011年，全县主动公开政府信息320条，其中通过政府网站公开300条。

二、依申请公开政府信息情况

2011年，全县共收到政府信息公开申请4件，均已答复。

三、行政复议和行政诉讼情况

2011年，没有因政府信息公开申请行政复议、提起行政诉讼的情况。

二〇一二年三月五日
"""


class SelfTestFailed(Exception):
    """What was seen instead of what was expected."""


def add_parser(commands: "Commands[Parser]") -> None:
    """Declare the command."""
    parser = add_command(commands, "self-test", "python main.py self-test")
    parser.add_argument("--no-window", action="store_true", help=said("no_window"))
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Prints one line a step; exit code 0, or 1 when one of them fails (said on standard error)."""
    failed = False
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        for name, step in _steps(Path(folder), not args.no_window):
            code = f"cli.test.{name}"
            title = word(code, {}, args.lang)
            try:
                step()
            except Exception as error:  # noqa: BLE001 - whatever it is, it is what this command is here to find
                failed = True
                detail = word(getattr(error, "code", ""), getattr(error, "params", {}), args.lang) or str(error)
                warn(word("cli.test.failed", {"step": title, "what": detail or type(error).__name__}, args.lang))
            else:
                say(word("cli.test.done", {"step": title}, args.lang))
    return 1 if failed else 0


def _steps(folder: Path, window: bool) -> Iterator[tuple[str, Callable[[], None]]]:
    yield "resources", _resources
    yield "catalogue", _catalogue
    yield "reading", _reading
    yield "formats", _formats
    yield "pages", _pages
    if ocr.command():
        yield "scan", _scan
    yield "project", lambda: _project(folder)
    yield "older", lambda: _older(folder)
    yield "newer", lambda: _newer(folder)
    yield "gold", lambda: _gold(folder)
    if window:
        yield "window", lambda: _window(folder)


def _resources() -> None:
    for name in _FOLDERS:
        files = [p for p in resource(name).rglob("*") if p.is_file()]
        _expect(bool(files), name)
        for path in files:
            path.read_bytes()
    for lang in LANGUAGES:
        _expect(word("app.error", {}, lang) != "app.error", lang)
        manual = beside("docs", f"manual.{lang.replace('_', '-')}.md")
        for image in re.findall(r"\]\(([\w-]{1,80}\.png)\)", manual.read_text(encoding="utf-8")):
            (manual.parent / image).read_bytes()
    _expect(len(components()) > len(_FORMATS) and all(c.licence for c in components()), "licences")


def _catalogue() -> None:
    _expect(bool(catalogue().indicators) and bool(catalogue().forms), "catalogue")
    regions()


def _reading() -> None:
    figures = {_figures(read_report("a.txt", _REPORT.encode(encoding))) for encoding in _ENCODINGS}
    _expect(len(figures) == 1, f"{len(figures)} readings of one text")
    _expect(("disclosed.total", "320") in figures.pop(), "disclosed.total")


def _figures(read: Read) -> frozenset[tuple[str, str]]:
    contents = ((v.indicator, v.content) for v in read.values)
    return frozenset((key, content.text) for key, content in contents if key and content)


def _formats() -> None:
    """One report in every format: no number of it is lost."""
    wanted = _numbers("txt")
    for kind in _FORMATS:
        lost = wanted - _numbers(kind)
        _expect(not lost, f"{kind}: {' '.join(sorted(lost))}")


def _numbers(kind: str) -> Counter[str]:
    path = _fixture(f"report.{kind}")
    read = read_report(path.name, path.read_bytes(), password=_PASSWORD)
    _expect(read.extraction.is_annual_report, path.name)
    return Counter(re.findall(r"\d+", unicodedata.normalize("NFKC", read.document.text)))


def _fixture(name: str) -> Path:
    return beside("tests", "fixtures", name)


def _pages() -> None:
    """A page of a PDF is drawn, with ink on it."""
    path = _fixture("report.pdf")
    images = PageImages(path.name, path.read_bytes)
    drawn = images.image(1, 1.0, Part(0, 0, 595, 842))
    images.close()
    _expect(min(drawn.pixels) < _INK, "p. 1")


def _scan() -> None:
    """The picture of the report's first page, read by the add-on for scans: no number that is not there."""
    read = _numbers("jpg")
    _expect(read.total() >= _SCANNED, f"report.jpg: {read.total()} < {_SCANNED}")
    wrong = read - _numbers("txt")
    _expect(not wrong, f"report.jpg: {' '.join(sorted(wrong))}")


def _gold(folder: Path) -> None:
    """The reports that come with the program, imported into a project, as a person reads them."""
    from core.app.project import Project

    seeds = sorted(beside("seeds").glob("*.txt"))
    with closing(Project.create(folder / "seeds.hejiao", "self-test")) as project:
        result = project.import_paths(seeds, Silent())
        _expect((len(result.reports), len(result.failures)) == (len(seeds), 0), "import")
    for path in sorted(beside("tests", "gold", "seeds").glob("*.json")):
        seed = beside("seeds", f"{path.stem}.txt")
        wrong = list(gold.differences(path, read_report(seed.name, seed.read_bytes())))
        _expect(not wrong, f"{seed.name}: {'; '.join(wrong)}")


def _project(folder: Path) -> None:
    """A text, and a Word file in an archive: the one is read here, the other by a process of its own."""
    from core.app.project import Project

    source, packed = folder / "report.txt", folder / "reports.zip"
    source.write_bytes(_REPORT.encode("gb18030"))
    with zipfile.ZipFile(packed, "w") as archive:
        archive.write(_fixture("report.docx"), "report.docx")
    path = folder / "test.hejiao"
    with closing(Project.create(path, "self-test")) as project:
        result = project.import_paths([source, packed], Silent())
        _expect(len(result.reports) == 2, "import")
    with closing(Project.open(path, "self-test")) as project:
        _expect(project.original(result.reports[0]) == source.read_bytes(), "original")
        for kind in KINDS:
            for written in project.export(kind, folder / f"out.{kind}", Silent()):
                _expect(written.stat().st_size > 0, kind)


def _older(folder: Path) -> None:
    """A project as the first release wrote it is brought up to date, its decisions kept, a copy of it left beside."""
    from core.app.project import Project

    path = folder / "older.hejiao"
    shutil.copyfile(_fixture("project-1.hejiao"), path)
    before = _schema(path)
    with closing(Project.open(path, "self-test")) as project:
        faults = project.verify()
        _expect(not faults, " ".join(fault.code for fault in faults))
        values = project.report(project.reports()[0].id).values
        _expect(any(v.state is State.CONFIRMED for v in values), "decision")
    copy = path.with_suffix(f".schema-{before}.hejiao")
    _expect(copy.exists() and _schema(copy) == before < _schema(path), copy.name)


def _newer(folder: Path) -> None:
    """A project of a later release is refused, and not one byte of it changes."""
    from core.app.project import Project

    path = folder / "newer.hejiao"
    now = (folder / "test.hejiao").read_bytes()
    before = now[: _SCHEMA.start] + _LATER.to_bytes(4, "big") + now[_SCHEMA.stop :]
    path.write_bytes(before)
    try:
        Project.open(path, "self-test").close()
    except StoreTooNew:
        _expect(path.read_bytes() == before, path.name)
    else:
        raise SelfTestFailed(path.name)


def _schema(path: Path) -> int:
    return int.from_bytes(path.read_bytes()[_SCHEMA], "big")


def _window(folder: Path) -> None:
    fault = picture(folder / "window.png", ["--project", str(folder / "test.hejiao")])
    if fault:
        raise SelfTestFailed(fault)


def _expect(holds: bool, what: str) -> None:
    if not holds:
        raise SelfTestFailed(what)
