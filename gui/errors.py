"""What went wrong, in words; and the last net under the window."""

import logging
import sys
from types import TracebackType

from PySide6.QtCore import QObject, Signal

from core.base import log
from core.base.errors import AppError
from core.base.messages import word

_log = logging.getLogger(__name__)


def sentence(error: Exception, lang: str, **params: object) -> str:
    """One sentence about an error; ours are told as such, their details are in the log."""
    known = error if isinstance(error, AppError) else AppError()
    return word(known.code, {"name": "", **params, **known.params}, lang)


class Net(QObject):
    """Catches what nobody caught: it is logged, told once, and the window goes on."""

    caught = Signal(str)

    def install(self) -> None:
        """Become the process's excepthook."""
        sys.excepthook = self._on_exception

    def _on_exception(self, kind: type[BaseException], error: BaseException, traceback: TracebackType | None) -> None:
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error, traceback)
            return
        log.start()  # it may have happened before the window was there
        _log.error("uncaught", exc_info=(kind, error, traceback))
        sys.__excepthook__(kind, error, traceback)
        self.caught.emit(kind.__name__)
