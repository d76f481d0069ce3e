"""What the search field finds: reports by their names, values of the report that is shown, words of its original."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QCoreApplication

from core.app import showing
from core.model.report import Report, ReportRow
from gui.main_window.frame import Frame
from gui.main_window.review import Review
from gui.views.search_box import Hit

_REPORTS, _VALUES = 5, 6


def hits(frame: Frame, review: Review, show: Callable[[int], object], words: str) -> list[Hit]:
    """All hits, the reports first; `show` opens a report."""
    folded = words.casefold()
    found: list[Hit] = []
    for row in frame.reports.reports.all_rows():
        if folded in _names(row):
            found.append(Hit("document", row.name, str(row.year or ""), partial(show, row.id)))
            if len(found) == _REPORTS:
                break
    report = review.report
    if report is not None:
        found += _values(report, review, folded, frame.lang)
        n = report.document.text.casefold().count(folded)
        if n:
            times = QCoreApplication.translate("search", "{n} times in the original").format(n=n)
            found.append(Hit("search", f"“{words}”", times, partial(frame.original.find_words, words)))
    return found


def _names(row: ReportRow) -> str:
    return f"{row.name} {row.title} {row.source_name} {row.year} {'/'.join(row.region_path)}".casefold()


def _values(report: Report, review: Review, folded: str, lang: str) -> list[Hit]:
    found = []
    for value in report.values:
        name, text = showing.called(report, value, lang), showing.value_text(value, lang)
        if folded in name.casefold() or folded == text.casefold():
            icon = "table" if showing.place(report, value) else "document"
            found.append(Hit(icon, name, text, partial(review.set_current, value.key)))
            if len(found) == _VALUES:
                break
    return found
