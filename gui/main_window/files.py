"""What a person does with files: projects, import, export, backup, reading again; one job at a time."""

import logging
from collections.abc import Callable, Iterable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData, QObject, QThreadPool, Signal
from PySide6.QtWidgets import QFileDialog, QMessageBox

from core.app.imported import Failure, Imported
from core.base.errors import AppError, ProtectedFile
from core.base.messages import word
from core.base.paths import documents
from core.base.progress import Progress
from gui.errors import sentence
from gui.main_window.frame import Frame
from gui.main_window.lock import ProjectLock
from gui.main_window.passwords import ask_password
from gui.views.empty import DropTarget
from gui.workers import Job

if TYPE_CHECKING:
    from core.app.project import Project

_log = logging.getLogger(__name__)
KINDS = {"xlsx": "Excel (*.xlsx)", "csv": "CSV (*.csv)", "json": "JSON (*.json)", "sqlite": "SQLite (*.sqlite)"}
PROJECTS = "*.hejiao"
_MOST_NAMES = 30  # that are listed of files that were there already
_READ = (
    "*.pdf *.docx *.doc *.wps *.rtf *.odt *.xlsx *.xls *.et *.ods *.html *.htm *.mht *.mhtml *.xml *.txt *.csv *.zip "
    "*.jpg *.jpeg *.png *.tif *.tiff *.bmp"
)


class Files(QObject):
    """Opens projects and runs jobs on them. `opened` and `closed` tell the window."""

    opened = Signal(object)  # Project
    closed = Signal()
    imported = Signal(object)  # Imported
    idle = Signal()  # the job has ended

    def __init__(self, frame: Frame) -> None:
        super().__init__(frame)
        self._frame = frame
        self.project: Project | None = None
        self._job: Job | None = None
        self._tried: set[Path] = set()  # files that are being tried again
        self._waiting: list[Path] = []  # taken in when the job has ended
        self._target: DropTarget | None = None
        self._lock = ProjectLock()
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(1)

    # ---- projects

    def open(self, path: Path, create: bool = False) -> bool:
        """Open a project in place of the one that is open; False, and a sentence, when it cannot be."""
        if self.is_busy:
            self._frame.status.say(self.tr("Wait for the task to end, or cancel it"))
            return False
        from core.app.project import Project  # late: the window must not wait for the database

        self._frame.complete()
        actor = self._frame.settings.operator
        try:
            project = Project.create(path, actor) if create else Project.open(path, actor)
        except AppError as error:
            self.tell(error)
            return False
        self._frame.results.leave()  # what was typed belongs to the project that is open
        self.close()
        self.project = project
        self._frame.settings.remember(path.absolute())
        self.opened.emit(project)
        if (host := self._lock.take(path)) is not None:
            self._warn_of_another(path, host)
        return True

    def _warn_of_another(self, path: Path, host: str) -> None:
        """Somebody has the project open already; nobody is kept out, and what cannot go together is refused."""
        self._frame.setWindowTitle(self._frame.windowTitle() + self.tr(" (open elsewhere too)"))
        words = self.tr(
            "“{name}” is open in another window already (on {host}). Decisions made there are seen here when the "
            "report is opened again; of two steps on the same value the later one is refused."
        )
        self._say(words.format(name=path.name, host=host or "?"))

    def close(self) -> None:
        """Close the project, waiting for its jobs."""
        self.cancel()
        self._pool.waitForDone()
        if self.project is not None:
            self.closed.emit()
            self._frame.bottom.failures.show_failures(())
            self.project.close()
            self._lock.release()
            self.project = None

    def new_project(self) -> bool:
        """Ask for a place and make a project there."""
        start = str(self._folder() / self.tr("Reports.hejiao"))
        name, _ = QFileDialog.getSaveFileName(self._frame, self.tr("New project"), start, self._filter())
        if not name:
            return False
        path = Path(name if name.lower().endswith(".hejiao") else f"{name}.hejiao")
        return self.open(path, create=True)

    def open_project(self) -> None:
        """Ask for a project and open it."""
        name, _ = QFileDialog.getOpenFileName(self._frame, self.tr("Open project"), str(self._folder()), self._filter())
        if name:
            self.open(Path(name))

    def _filter(self) -> str:
        return self.tr("Hejiao projects") + f" ({PROJECTS})"

    def _folder(self) -> Path:
        kept = Path(self._frame.settings.last_folder)
        return kept if self._frame.settings.last_folder and kept.is_dir() else documents()

    # ---- import

    def import_files(self) -> None:
        """Ask for files and import them."""
        reports, everything = self.tr("Reports"), self.tr("All files")
        kinds = f"{reports} ({_READ} {_READ.upper()});;{everything} (*)"
        names, _ = QFileDialog.getOpenFileNames(self._frame, self.tr("Import files"), str(self._folder()), kinds)
        self.take_in([Path(n) for n in names])

    def import_folder(self) -> None:
        """Ask for a folder and import it."""
        name = QFileDialog.getExistingDirectory(self._frame, self.tr("Import folder"), str(self._folder()))
        self.take_in([Path(name)] if name else [])

    def take_in(self, paths: Sequence[Path], anyway: bool = False, password: str | None = None) -> None:
        """Import files and folders; without a project one is made first. A project among them is opened."""
        projects = [p for p in paths if p.suffix.lower() == ".hejiao" and p.is_file()]
        if projects:
            self.open(projects[0])
        paths = [p for p in paths if p not in projects]
        if not paths:
            return
        if self.project is None and not self.new_project():
            return
        project = self.project
        if project is None:
            return
        if self.is_busy:
            self._waiting += paths
            self._frame.status.say(self.tr("{n} more wait for their turn").format(n=len(self._waiting)))
            return
        folder = paths[0] if paths[0].is_dir() else paths[0].parent
        self._frame.settings.last_folder = str(folder)
        name = paths[0].name if len(paths) == 1 else self.tr("{n} files").format(n=len(paths))

        def work(progress: Progress) -> Imported:
            return project.import_paths(paths, progress, anyway=anyway, password=password)

        self._run(self.tr("Importing {name}").format(name=name), work, partial(self._on_imported, password is not None))

    def show_target(self, count: int) -> None:
        """So many files are held over the window; 0 when they are gone."""
        self._frame.empty.set_target(bool(count))
        if self._target is None:
            self._target = DropTarget(self._frame.theme, self._frame.stack)
        self._target.show_over(bool(count))
        self._frame.status.say(self.tr("Drop to import {n}").format(n=count) if count else "")

    def _said(self, result: Imported) -> str:
        """What became of an import, in a line."""
        words = self.tr("Imported {n}").format(n=len(result.reports))
        if len(result.reports) > result.files:
            words = self.tr("Imported {n} from {files} file(s)").format(n=len(result.reports), files=result.files)
        if result.skipped:
            words += self.tr(", already there {m}").format(m=len(result.skipped))
        if result.failures:
            words += self.tr(", not read {k}").format(k=len(result.failures))
        return self.tr("Stopped. {words}").format(words=words) if result.cancelled else words

    def _on_imported(self, unlocks: bool, result: object) -> None:
        if not isinstance(result, Imported):
            return
        words = self._said(result)
        again = {f.path: f for f in result.failures}
        if unlocks and any(f.code == ProtectedFile.code for f in result.failures):
            words = self.tr("Wrong password for “{name}”").format(name=result.failures[0].name)
        listed = self._frame.bottom.failures.failures()
        kept = [again.pop(f.path, f) for f in listed if f.path in again or f.path not in self._tried]
        is_left = bool(again) or bool(self._tried and kept)  # more files wait to be tried again
        self._tried = set()
        self._frame.bottom.failures.show_failures([*kept, *again.values()])
        if not is_left:
            self._frame.bottom.raise_findings()
        names = ", ".join(result.skipped[:_MOST_NAMES]) + (" …" if len(result.skipped) > _MOST_NAMES else "")
        there = self.tr("Already there: {names}").format(names=names) if names else ""
        self._end(words, there)
        self.imported.emit(result)

    def retry(self, failures: Iterable[Failure], anyway: bool) -> None:
        """Try files again that were not read; `anyway`: also what looks like no report."""
        if self.is_busy:
            self._frame.status.say(self.tr("Wait for the task to end, or cancel it"))
            return
        self._tried = {f.path for f in failures}
        self.take_in(sorted({_on_disk(path) for path in self._tried}), anyway=anyway)

    def unlock(self, failure: Failure) -> None:
        """Try a file again with its password."""
        if self.is_busy:
            self._frame.status.say(self.tr("Wait for the task to end, or cancel it"))
            return
        password = ask_password(self._frame, failure.name)
        if password:
            self._tried = {failure.path}
            self.take_in([_on_disk(failure.path)], password=password)

    # ---- export

    def export(self, kind: str | None = None) -> None:
        """Ask for a place and export there; the kind is told by the name when it is not given."""
        if self.project is None:
            return
        filters = KINDS if kind is None else {kind: KINDS[kind]}
        suffix = kind or "xlsx"
        start = str(self._folder() / f"{self.project.path.stem}.{suffix}")
        name, said = QFileDialog.getSaveFileName(self._frame, self.tr("Export"), start, ";;".join(filters.values()))
        if not name:
            return
        chosen = Path(name).suffix.lstrip(".").lower()
        if chosen not in filters:  # no ending of ours: the filter decides, and the dialog has not asked about that name
            chosen = next((k for k, words in filters.items() if words == said), suffix)
            name = f"{name}.{chosen}"
            if Path(name).exists() and not self._may_replace(Path(name)):
                return
        self.export_to(chosen, Path(name))

    def _may_replace(self, path: Path) -> bool:
        question = self.tr("“{name}” is already there. Replace it?").format(name=path.name)
        yes = QMessageBox.StandardButton.Yes
        return QMessageBox.question(self._frame, self.tr("Export"), question) == yes

    def export_to(self, kind: str, target: Path) -> None:
        """Export to a file."""
        project, lang = self.project, self._frame.lang
        if project is None or self.is_busy:
            return

        def work(progress: Progress) -> tuple[Path, ...]:
            return project.export(kind, target, progress, lang)

        def done(paths: object) -> None:
            names = ", ".join(p.name for p in paths) if isinstance(paths, tuple) else ""
            self._end(self.tr("Exported {names}").format(names=names))
            self._frame.bottom.raise_findings()

        self._run(self.tr("Exporting {name}").format(name=target.name), work, done)

    def backup(self) -> None:
        """Ask for a place and put a whole copy of the project there."""
        if self.project is None:
            return
        copy = self.tr("{name}-backup.hejiao").format(name=self.project.path.stem)
        start = str(self._folder() / copy)
        name, _ = QFileDialog.getSaveFileName(self._frame, self.tr("Back up project"), start, self._filter())
        if name:
            self.export_to("sqlite", Path(name))

    def verify(self) -> None:
        """Look whether the project file is whole."""
        project = self.project
        if project is None or self.is_busy:
            return

        def done(faults: object) -> None:
            found = (
                [word(message.code, message.params, self._frame.lang) for message in faults]
                if isinstance(faults, tuple)
                else []
            )
            self._end(self.tr("The project file is whole") if not found else "; ".join(found))
            if found:
                QMessageBox.warning(self._frame, self.tr("Verify"), "\n".join(found))

        self._run(self.tr("Verifying {name}").format(name=project.path.name), lambda _: project.verify(), done)

    # ---- jobs

    @property
    def is_busy(self) -> bool:
        """A job runs."""
        return self._job is not None

    def cancel(self) -> None:
        """Stop the job that runs; what it has done stays, what waits for its turn is not begun."""
        self._waiting.clear()
        if self._job is not None:
            self._job.cancel()
            self._frame.bottom.tasks.stopping()

    def pause(self, paused: bool) -> None:
        """Let the job that runs wait at its next step, or go on."""
        if self._job is not None:
            self._job.set_paused(paused)

    def _run(self, title: str, work: Callable[[Progress], object], done: Callable[[object], None]) -> None:
        job = self._job = Job(self)
        tasks = self._frame.bottom.tasks
        tasks.begin(title)
        self._frame.bottom.raise_tasks()
        job.progressed.connect(lambda n, total, _: self._frame.status.show_job(tasks.progress(n, total)))
        job.succeeded.connect(done)
        job.failed.connect(self._on_failed)
        job.ended.connect(self._on_ended)
        _log.info("%s", title)
        job.start(work, self._pool)

    def _on_failed(self, error: Exception) -> None:
        self._end(sentence(error, self._frame.lang))
        self.tell(error)

    def _on_ended(self) -> None:
        if self._job is not None:
            self._job.deleteLater()
        self._job = None
        self._frame.status.show_job("")
        if self._frame.bottom.isAncestorOf(self._frame.focusWidget()) and self.project is not None:
            self._frame.focus_pane(2)  # the button that had the focus goes away
        if self._frame.bottom.tasks.is_running:
            self._frame.bottom.tasks.end(self.tr("Stopped"))
        if waiting := self._waiting:
            self._waiting = []
            self.take_in(waiting)
        else:
            self.idle.emit()

    def _end(self, words: str, more: str = "") -> None:
        self._frame.bottom.tasks.end(words, more)
        self._frame.status.say(words)

    def tell(self, error: Exception) -> None:
        """Say in a dialog what went wrong and what to do."""
        self._say(sentence(error, self._frame.lang))

    def _say(self, words: str) -> None:
        QMessageBox(QMessageBox.Icon.Warning, "Hejiao 核校", words, parent=self._frame).open()


def carried(mime: QMimeData) -> list[Path]:
    """The files and folders of this machine that are dropped or pasted."""
    return [Path(url.toLocalFile()) for url in mime.urls() if url.isLocalFile()]


def _on_disk(path: Path) -> Path:
    """The file itself, or the archive that it lies in."""
    return next((p for p in (path, *path.parents) if p.is_file()), path)
