"""One project: everything that the window and the command line ask of it."""

import hashlib
import logging
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from core.app import showing
from core.app.bundled import catalogue
from core.app.events import Changed, Events
from core.app.imported import Failure, Imported
from core.app.outside import write_copy
from core.app.pages import PageImages
from core.app.reattach import decided, reattach
from core.base.errors import AppError, Cancelled, ExportFailed, FileMissing, NotAReport
from core.base.progress import Progress
from core.export.data import ExportData
from core.export.formats import WRITERS
from core.export.sqlite_file import write_sqlite
from core.model.findings import Finding
from core.model.message import Message
from core.model.report import AuditRow, Change, Read, Report, ReportRow
from core.model.values import Value
from core.store import audit, reports, review, views
from core.store.db import Store, is_project, open_store

if TYPE_CHECKING:
    from core.app.ingest import Taken

_log = logging.getLogger(__name__)
_LATE = 40  # reports of a batch that wait at most to be compared: each is compared once, not with each new one


class Project:
    """Reads and writes one project file. Every method may be called from any thread; writes tell `events`.

    What reads and checks reports is imported where it is used: to open and show a project must not wait for it.
    """

    def __init__(self, store: Store, actor: str) -> None:
        self._store = store
        self.actor = actor
        self.events = Events()
        self._passwords: dict[str, str] = {}  # sha256 of a file -> what opens it

    @classmethod
    def open(cls, path: Path, actor: str) -> "Project":
        """Open a project.

        Raises:
            FileMissing: there is none.
            NotAProject, StoreTooNew, StoreBusy, StoreFailed: it cannot be opened; nothing was touched.
        """
        if not path.exists():
            raise FileMissing(name=str(path))
        return cls._prepared(path, actor)

    @classmethod
    def create(cls, path: Path, actor: str) -> "Project":
        """Make a project, its folder too; an existing one is opened.

        Raises:
            NotAProject, StoreBusy, StoreFailed: it cannot be made.
        """
        with suppress(OSError):
            path.parent.mkdir(parents=True, exist_ok=True)
        return cls._prepared(path, actor)

    @classmethod
    def _prepared(cls, path: Path, actor: str) -> "Project":
        project = cls(open_store(path), actor)
        project._rebuild_views()
        return project

    @property
    def path(self) -> Path:
        """The project file."""
        return self._store.path

    def close(self) -> None:
        """Leave one whole file behind."""
        self._store.close()

    # ---- asking

    def reports(self) -> tuple[ReportRow, ...]:
        """All reports as the list shows them, in the order in which they came."""
        return reports.listed(self._store)

    def row(self, report_id: int) -> ReportRow:
        """One line of the list."""
        return reports.row(self._store, report_id)

    def report(self, report_id: int, before: Report | None = None) -> Report:
        """All that is known about one report; quicker with what was known `before` of the same reading."""
        return reports.get(self._store, report_id, before)

    def original(self, report_id: int) -> bytes:
        """The bytes of the file that the report was read from."""
        return reports.original(self._store, report_id)[1]

    def copy_original(self, report_id: int, folder: Path) -> Path:
        """Put a read-only copy of a report's file into a folder of its own there, named so that its program opens it.

        Raises:
            ExportFailed: it cannot be written.
        """
        source = self.report(report_id).document.source
        return write_copy(folder / source.sha256[:12], source, self.original(report_id))

    def page_images(self, report: Report) -> PageImages:
        """The pages of a report's file as pictures; nothing is read before the first one is asked for."""
        source = report.document.source
        password = self._passwords.get(source.sha256)
        return PageImages(source.name, partial(self.original, report.row.id), password, source.format != "pdf")

    def give_password(self, sha256: str, password: str) -> None:
        """What opens a file that is in the project already; forgotten when the project is closed."""
        self._passwords[sha256] = password

    def history(self, report_id: int, key: str | None = None, lang: str = "zh_CN") -> tuple[AuditRow, ...]:
        """What happened to a value and to its report, the newest first; before and after in words."""
        return tuple(showing.audit_words(row, lang) for row in audit.history(self._store, report_id, key))

    def verify(self) -> tuple[Message, ...]:
        """What is wrong with the file, its history or its originals; nothing when all is whole."""
        found = [Message("store.fault.file", {"what": what}) for what in self._store.faults()]
        row = audit.broken(self._store)
        if row is not None:
            found.append(Message("store.fault.audit", {"row": row}))
        damaged = reports.damaged_originals(self._store, hashlib.sha256)
        return (*found, *(Message("store.fault.original", {"name": name}) for name in damaged))

    # ---- taking in

    def import_paths(
        self,
        paths: Iterable[Path],
        progress: Progress,
        encoding: str | None = None,
        anyway: bool = False,
        password: str | None = None,
    ) -> Imported:
        """Read files and folders into the project, each report on disk before the next one counts as done.

        Args:
            encoding: read text so, whatever detection says.
            anyway: take in also what does not look like an annual report.
            password: of the files that have one; kept as long as the project is open, never stored.
        """
        from core.app import ingest

        result = Imported()
        found = ingest.files(paths)
        done = 0
        late: set[int] = set()

        def beat() -> None:
            progress.step(done, max(done, len(found)), "import")  # an archive holds more files than it is

        try:
            beat()
            for taken in ingest.readings(self._sources(found, result), len(found), encoding, password, beat):
                self._keep(taken, password)
                late |= self._take(taken, result, anyway)
                if len(late) > _LATE:
                    self._check_all(late)
                done = result.files + len(result.skipped) + len(result.failures)
                beat()
            progress.step(done, done, "import")
        except Cancelled:
            result.cancelled = True
        self._check_all(late)
        if result.reports:
            self._rebuild_views()
        return result

    def _sources(self, found: Sequence[Path], result: Imported) -> Iterator[tuple[Path, bytes]]:
        """Bytes of all files that the project does not have; the others are noted in `result`."""
        from core.app import ingest

        seen: set[str] = set()
        for path in found:
            try:
                for inside, data in ingest.opened(path):
                    sha256 = hashlib.sha256(data).hexdigest()
                    if sha256 in seen or reports.known(self._store, sha256):
                        result.skipped += (inside.name,)
                        continue
                    seen.add(sha256)
                    yield inside, data
            except AppError as error:
                result.failures += (Failure(path, error.code, {"name": path.name, **error.params}),)

    def _keep(self, taken: "Taken", password: str | None) -> None:
        if password and taken.reads:
            self._passwords[taken.reads[0].document.source.sha256] = password

    def _take(self, taken: "Taken", result: Imported, anyway: bool) -> set[int]:
        """Store what was read from a file; gives the reports whose checks have something to compare now."""
        error = taken.error
        if error is None and taken.reads and not taken.reads[0].extraction.is_annual_report and not anyway:
            error = NotAReport(name=taken.path.name)
        try:
            if error is not None or not taken.reads:
                raise error or AppError()
            added = reports.add(self._store, taken.data, taken.reads, self.actor)
        except AppError as failed:  # also a disk that is full or a file that is held: the others may still come in
            result.failures += (Failure(taken.path, failed.code, {"name": taken.path.name, **failed.params}),)
            return set()
        result.files += 1
        result.reports += added
        late: set[int] = set()
        for report_id, read in zip(added, taken.reads, strict=True):
            others = reports.beside(self._store, report_id)
            if others or not read.extraction.is_annual_report:
                late.update((report_id, *(other for other, _ in others)))
        self.events.emit(Changed(frozenset(added), added=True))
        return late

    def _check_all(self, late: set[int]) -> None:
        for report_id in sorted(late):
            self._check(report_id)
        late.clear()

    def reread(self, report_id: int, encoding: str | None) -> int:
        """Read a report's bytes again, in another encoding; gives how many decisions no longer fit.

        Raises:
            ReaderError: the bytes cannot be read so; nothing was changed.
        """
        from core.app.pipeline import check, read_reports

        name, data = reports.original(self._store, report_id)
        before = self.report(report_id)
        found = read_reports(name, data, encoding, self._passwords.get(before.document.source.sha256))
        part = before.extraction.part
        read = found[part - 1] if part <= len(found) else found[0]
        kept = (*decided(before.values, before.document), *before.orphans)
        values, orphans = reattach(kept, read.values, read.document)
        findings, proofs = check(read.document, read.extraction, values)
        extraction = replace(read.extraction, part=part, parts=max(part, len(found)))  # found again in the next reading
        again = Read(read.document, extraction, values, findings, proofs)
        reports.replace(self._store, report_id, again, orphans, self.actor)
        self.recheck(report_id)
        self._rebuild_views()
        self.events.emit(Changed(frozenset({report_id}), values=True, findings=True, read_again=True))
        return len(orphans)

    # ---- deciding

    def apply(self, change: Change, undone: bool = False) -> None:
        """Store one step of a person; when this returns it is on disk. The checks are run by `recheck`.

        Raises:
            StaleChange, StoreBusy, StoreFailed: nothing was stored.
        """
        placed = any(v.key in review.SHOWN_IN_LIST for v in change.values)
        left = reports.beside(self._store, change.report_id) if placed else ()
        review.apply(self._store, change, self.actor, undone)
        for other, _ in left:  # it may be of another body or year now
            self._check(other)
        self.events.emit(Changed(frozenset({change.report_id}), bool(change.values), bool(change.findings)))

    def recheck(self, report_id: int, alone: bool = False) -> None:
        """Run the checks on what holds now and store what they find.

        Args:
            alone: leave out the reports of the same body for the same and the neighbouring years, which may now
                have something else to say about this one.
        """
        self._check(report_id)
        for other, _ in () if alone else reports.beside(self._store, report_id):
            self._check(other)

    def _check(self, report_id: int) -> None:
        from core.app.pipeline import check

        for _ in range(5):  # again when a person decided something meanwhile
            seen = reports.seen(self._store, report_id)
            report = self.report(report_id)
            plain: tuple[Value, ...] = tuple(replace(v, proofs=()) for v in report.values)
            findings, proofs = check(report.document, report.extraction, plain)
            findings = (*findings, *self._beyond_checks(report))
            if reports.put_checks(self._store, report_id, findings, proofs, seen):
                self.events.emit(Changed(frozenset({report_id}), findings=True))
                return
        _log.info("report %s keeps changing; its checks wait for the next change", report_id)

    def _beyond_checks(self, report: Report) -> Iterator[Finding]:
        """What only the project knows of a report: that nothing was recognised, what the ones beside it say."""
        from core.app.pipeline import check_beside, duplicate_finding, unrecognised_finding

        if not report.extraction.is_annual_report:
            yield unrecognised_finding()
        if files := reports.alike(self._store, report.row.id):
            yield duplicate_finding(files)
        beside = {year: other for other, year in reports.beside(self._store, report.row.id) if year != report.row.year}
        yield from check_beside(report, {year: self.report(other) for year, other in beside.items()})

    # ---- handing out

    def export(self, kind: str, target: Path, progress: Progress, lang: str = "zh_CN") -> tuple[Path, ...]:
        """Write the project as xlsx, csv, json or sqlite; gives the files written.

        Raises:
            ExportFailed: older files are untouched.
            Cancelled: the user stopped it; older files are untouched.
        """
        if target.resolve() == self.path.resolve() or (kind != "sqlite" and is_project(target)):
            raise ExportFailed(name=target.name, what="@export.why.project")
        if kind == "sqlite":
            self._rebuild_views()
            tell = partial(_pages, progress)
            return write_sqlite(target, lambda new: self._store.copy(new, tell))
        rows = self.reports()
        data = ExportData(
            reports=(self.report(row.id) for row in rows),
            total=len(rows),
            catalogue=catalogue(),
            name=partial(showing.name, lang=lang),
            place=partial(showing.place, lang=lang),
            project=self.path.name,
            at=audit.now(),
            lang=lang,
        )
        return WRITERS[kind](target, data, progress)

    def _rebuild_views(self) -> None:
        views.rebuild(self._store, {i.key: i.unit for i in catalogue().indicators.values()})


def _pages(progress: Progress, done: int, total: int) -> None:
    progress.step(done, total, "export")
