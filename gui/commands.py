"""Undoable steps. A command holds a core Change and a place to send it; it knows no widget."""

from collections.abc import Callable

from PySide6.QtGui import QUndoCommand

from core.base.errors import AppError
from core.model.report import Change


class ApplyChange(QUndoCommand):
    """One step of a person, stored at once; taking it back is stored as a step of its own.

    Args:
        words: what the step is called in the menu.
        apply: stores a change; the second argument says whether it is taken back.
        fail: hears of what could not be stored.
    """

    def __init__(
        self, words: str, change: Change, apply: Callable[[Change, bool], None], fail: Callable[[AppError], None]
    ) -> None:
        super().__init__(words)
        self._change, self._apply, self._fail = change, apply, fail

    def redo(self) -> None:
        """Do it, or do it again."""
        self._send(self._change, False)

    def undo(self) -> None:
        """Take it back."""
        self._send(self._change.inverse(), True)

    def _send(self, change: Change, undone: bool) -> None:
        try:
            self._apply(change, undone)
        except AppError as error:
            self.setObsolete(True)  # else the stack keeps a step that never happened
            self._fail(error)
