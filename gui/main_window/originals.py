"""What a person does with the original as a file: open it outside, read it again, give the password of its pages."""

import logging
import tempfile
from pathlib import Path

from PySide6.QtCore import QObject, QUrl
from PySide6.QtGui import QDesktopServices

from core.app import changes, showing
from core.base.errors import AppError, ProtectedFile
from core.model.report import ReportState
from gui.errors import sentence
from gui.main_window.frame import Frame
from gui.main_window.passwords import ask_password
from gui.main_window.review import Review

_log = logging.getLogger(__name__)
_MOST_SAID = 40  # characters of a frame


class Originals(QObject):
    """Works on the report that is shown."""

    def __init__(self, frame: Frame, review: Review) -> None:
        super().__init__(frame)
        self._frame, self._review = frame, review
        self._folder: tempfile.TemporaryDirectory[str] | None = None
        frame.original.failed.connect(self._on_failed)
        for sheet in frame.original.sheets():
            sheet.framed.connect(self._on_framed)
        review.decided.connect(lambda: frame.status.say(""))  # what was said of a frame no longer holds

    def open_outside(self) -> Path | None:
        """Hand a read-only copy of the original to the system's program for it; gives the copy."""
        project, report = self._review.project, self._review.report
        if project is None or report is None:
            return None
        if self._folder is None:
            self._folder = tempfile.TemporaryDirectory(prefix="hejiao-", ignore_cleanup_errors=True)
        try:
            copy = project.copy_original(report.row.id, Path(self._folder.name))
        except AppError as error:
            self._review.failed.emit(error)
            return None
        _log.info("opening a copy of the original")
        if QDesktopServices.openUrl(QUrl.fromLocalFile(str(copy))):
            self._frame.status.say(self.tr("Opened a read-only copy of “{name}”").format(name=copy.name))
        else:
            self._frame.status.say(self.tr("No program here opens “{name}”").format(name=copy.name))
        return copy

    def reread(self, encoding: str) -> None:
        """Read the shown report's file again, in another encoding; decisions stay with the values they belong to."""
        project, report = self._review.project, self._review.report
        if project is None or report is None:
            return
        if report.row.state is ReportState.SIGNED_OFF:
            self._frame.status.say(self.tr("The report is signed off; return it before reading it again"))
            return
        self._frame.results.leave()
        try:
            orphans = project.reread(report.row.id, encoding)
        except AppError as error:
            self._review.failed.emit(error)
            return
        if report.row.state is ReportState.REVIEWED:
            back = changes.set_state(report.row.id, ReportState.REVIEWED, ReportState.IN_REVIEW, encoding)
            self._review.apply(back)
        if orphans:
            words = self.tr("{n} decisions fit no value of this reading; they are kept in the history")
            self._frame.status.say(words.format(n=orphans))

    def close(self) -> None:
        """Take the copies away; one that a program still holds stays where the system keeps such files."""
        if self._folder is not None:
            self._folder.cleanup()
            self._folder = None

    def _on_framed(self, words: str) -> None:
        """Say what a frame holds, and the key that takes it."""
        report, value = self._review.report, self._review.value
        keys = self._frame.actions_.key("take_selection")
        if not words:
            said = self.tr("No words are inside the frame; what is only a picture has to be typed")
        elif value is None:
            said = ""
        else:
            said = self.tr("{keys} takes “{words}” into {value}")
        words = " ".join(words.split())
        words = words if len(words) <= _MOST_SAID else f"{words[:_MOST_SAID]}…"
        name = showing.called(report, value, self._frame.lang) if report is not None and value is not None else ""
        self._frame.status.say(said.format(keys=keys, words=words, value=name))

    def _on_failed(self, error: Exception, asked: bool) -> None:
        """Pages cannot be shown; the text is there instead."""
        if not asked or not isinstance(error, ProtectedFile):
            self._frame.status.say(sentence(error, self._frame.lang))
            return
        project, report = self._review.project, self._review.report
        password = ask_password(self._frame, report.row.source_name) if report is not None else None
        if project is not None and report is not None and password:
            project.give_password(report.document.source.sha256, password)
            self._frame.original.show_pages(project.page_images(report))
