"""Exceptions. Facts about a report are findings, not exceptions (core.model.findings)."""

from functools import partial


class AppError(Exception):
    """Anything the user can act on. `code` picks the worded text (`core.base.messages`); nobody shows str(exc)."""

    code = "app.error"

    def __init__(self, **params: object) -> None:
        super().__init__(self.code, params)
        self.params = params

    def __reduce__(self) -> tuple[object, ...]:
        """How it crosses from a worker process: by its named parameters, which Python's own way would lose."""
        return partial(type(self), **self.params), ()


class Cancelled(Exception):
    """The user stopped the job. Not an error: never logged above INFO."""


class ReaderError(AppError):
    """A file that cannot be read; `name` is always among the params."""

    code = "reader.failed"


class DamagedFile(ReaderError):
    """The file's bytes are not what its format asks for, or reading it broke the reader."""

    code = "reader.damaged"


class EmptyFile(ReaderError):
    """Nothing to read inside."""

    code = "reader.empty"


class UnsupportedFormat(ReaderError):
    """A format that this version does not read; `format` names it, `how` is the code of what to do about it."""

    code = "reader.unsupported"


class ReportElsewhere(ReaderError):
    """A web page that only leads to the report; `where` names the file or frame that holds it, or a code."""

    code = "reader.elsewhere"


class ProtectedFile(ReaderError):
    """A password is needed, or the one given is wrong."""

    code = "reader.protected"


class ScannedFile(ReaderError):
    """Pictures of pages without a text layer; `pages` counts them. They need the add-on for scans."""

    code = "reader.scanned"


class OddPicture(ReaderError):
    """A picture with fewer or more pixels than a page can have."""

    code = "reader.odd_picture"


class NeedsOffice(ReaderError):
    """A Word file that only LibreOffice reads (Word 6 and 95, damaged), which is not installed."""

    code = "reader.needs_office"


class FileTooLarge(ReaderError):
    """Over the limit; `size` and `limit` in bytes."""

    code = "reader.too_large"


class TooManyPages(ReaderError):
    """More pages than a report can have; `pages` counts them, `most` is the limit."""

    code = "reader.too_many_pages"


class TextTooLong(ReaderError):
    """More text than a report can be.

    `characters`, `lines` and `cells` count it; `most`, `most_lines` and `most_cells` are the limits.
    """

    code = "reader.too_long"


class FileMissing(ReaderError):
    """No such file, or not to be opened by this user."""

    code = "reader.missing"


class NotAReport(ReaderError):
    """The file was read; it is no annual report on information disclosure."""

    code = "reader.not_a_report"


class CatalogueFault(AppError):
    """A catalogue file is wrong; `file`, `line` (0 when it has none) and `what` (a message code) say where."""

    code = "catalogue.fault"


class StoreTooNew(AppError):
    """A newer program has written the project; nothing was touched."""

    code = "store.too_new"


class NotAProject(AppError):
    """The file is no project of ours; nothing was touched."""

    code = "store.not_a_project"


class StoreBusy(AppError):
    """Another program holds the project."""

    code = "store.busy"


class StoreFailed(AppError):
    """Disk full, no permission, damaged file: what was being written is not stored. `what` says which."""

    code = "store.failed"


class StaleChange(AppError):
    """A change starts from a decision that is no longer there; nothing was stored."""

    code = "store.stale"


class ExportFailed(AppError):
    """The export could not be written; an older one at the same place is untouched."""

    code = "export.failed"
