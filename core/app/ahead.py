"""What the first project, the first page and the first import need, loaded while nobody waits for it."""

from collections.abc import Callable
from functools import partial
from importlib import import_module

from core.app.bundled import catalogue, regions
from core.base.progress import Progress


def load(progress: Progress) -> None:
    """Load all of it: up to a second of work, for a thread that nobody waits for.

    Raises:
        Cancelled: the program ends; between two parts.
    """
    steps: tuple[Callable[[], object], ...] = (  # in the order in which a person comes to need them
        partial(import_module, "core.app.project"),
        _learn,
        catalogue,
        partial(import_module, "core.readers.pdf_page"),
        partial(import_module, "core.app.ingest"),
        regions,
    )
    for done, step in enumerate(steps):
        progress.step(done, len(steps), "ahead")
        step()


def _learn() -> None:
    from core.model import document, extraction, findings, message, values
    from core.store.codec import learn

    learn(document.Block, document.Grid, document.PrintedLine, document.PageSize, document.Span)
    learn(extraction.Extraction, findings.Finding, message.Message, values.Proof)
