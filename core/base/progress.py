"""What a long job may say to whoever runs it. No Qt, no printing."""

from typing import Protocol


class Progress(Protocol):
    """Reports progress, and stops the job by raising."""

    def step(self, done: int, total: int, stage: str) -> None:
        """Report `done` of `total` units of `stage`.

        Raises:
            Cancelled: the user asked to stop; let it pass through.
        """


class Silent:
    """Nobody listens."""

    def step(self, done: int, total: int, stage: str) -> None:
        """Do nothing."""
