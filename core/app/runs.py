"""A row whose digits ran together and were left open: the ways to read it, and choosing one of them."""

from collections.abc import Sequence

from core.app import changes
from core.base.text import widths
from core.model.document import Span
from core.model.extraction import CellKind
from core.model.report import Change, Report, ValueChange
from core.model.values import Value

_OPEN = "extract.cut.open"
_BETWEEN = " | "


def ways(value: Value) -> tuple[tuple[str, ...], ...]:
    """How its whole row may be read, each way a text for each cell, "" for a blank; () when nothing is open."""
    reading = value.reading
    if reading is None or reading.content.kind is not CellKind.UNREADABLE or reading.reason.code != _OPEN:
        return ()
    found = reading.reason.params.get("ways")
    return tuple(tuple(str(way).split(_BETWEEN)) for way in found) if isinstance(found, (list, tuple)) else ()


def words(way: Sequence[str], blank: str) -> str:
    """One way for people; `blank` stands for an empty cell."""
    return _BETWEEN.join(cell or blank for cell in way)


def read_as(report: Report, value: Value, way: Sequence[str]) -> Change | None:
    """All cells of the value's row as `way` reads them, each with the place of its digits; None without a change."""
    start = value.key.rpartition("/")[0] + "/"
    cells = [v for v in report.values if v.key.startswith(start)]
    run, reading = next(((v.reading.raw, v.reading) for v in cells if v.reading and ways(v)), ("", None))
    if reading is None or reading.span is None or len(cells) != len(way):
        return None
    steps: list[ValueChange] = []
    at = 0
    for cell, text in zip(cells, way, strict=True):
        begins = widths(run).find(text, at)
        if begins < 0:
            return None  # what was kept does not belong to this row
        at = begins + len(text)
        span = Span(reading.span.start + begins, reading.span.start + at) if text else None
        change = changes.correct(report.row.id, cell, text, span)
        steps += change.values if change else ()
    return Change(report.row.id, "read_run", tuple(steps)) if steps else None
