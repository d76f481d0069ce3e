"""What an export is made of: the reports as they stand now, and the words for them."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from core.model.catalogue import Catalogue
from core.model.report import Report
from core.model.values import Value


@dataclass(frozen=True, slots=True)
class ExportData:
    """Everything the writers need; they ask nobody else.

    `reports` is walked once by each writer, in the order of the list, and may load each report only when its turn
    comes: a project can be larger than the memory. `total` counts them, for the progress. Who decided a value and
    when stands in its decision, who closed a finding in its row.

    `name` words a value for people, `place` says where a table cell stands ("" for anything else), both in `lang`.
    `project` is the project file's name, `at` the time of the export, UTC ISO 8601.
    """

    reports: Iterable[Report]
    total: int
    catalogue: Catalogue
    name: Callable[[Value], str]
    place: Callable[[Report, Value], str]
    project: str
    at: str
    lang: str = "zh_CN"
