"""How core says "something was stored" without knowing who listens."""

from collections.abc import Callable
from dataclasses import dataclass

Listener = Callable[["Changed"], None]


@dataclass(frozen=True, slots=True)
class Changed:
    """What one finished write touched: just enough for a view to decide whether to ask again."""

    reports: frozenset[int]
    values: bool = False
    findings: bool = False
    added: bool = False  # the reports are new in the project
    read_again: bool = False  # their text is another one


class Events:
    """A list of listeners."""

    def __init__(self) -> None:
        self._listeners: list[Listener] = []

    def subscribe(self, listener: Listener) -> Callable[[], None]:
        """Call `listener` after every write, on the thread that wrote. Gives the function that ends it."""
        self._listeners.append(listener)
        return lambda: self._listeners.remove(listener)

    def emit(self, changed: Changed) -> None:
        """Tell all listeners."""
        for listener in tuple(self._listeners):
            listener(changed)
