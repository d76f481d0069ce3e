"""Turns core events into a Qt signal; Qt then queues it to the GUI thread by itself."""

from PySide6.QtCore import QObject, Signal

from core.app.events import Changed, Events


class Bridge(QObject):
    """Listens to one project's events as long as it lives."""

    changed = Signal(Changed)

    def __init__(self, events: Events, parent: QObject) -> None:
        super().__init__(parent)
        self._unsubscribe = events.subscribe(self.changed.emit)

    def close(self) -> None:
        """Hear nothing more."""
        self._unsubscribe()
