"""What each action does that needs a report or its panes."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from gui.views.page_scroll import Fit

if TYPE_CHECKING:
    from gui.main_window.window import MainWindow


def review_slots(window: "MainWindow") -> dict[str, Callable[[], object]]:
    """What is done with values, findings and reports."""
    review, results, findings = window.review, window.results, window.findings
    return {
        "undo": review.take_back,
        "redo": review.do_again,
        "copy": window.copy,
        "paste": window.paste,
        "fill_down": results.fill_down,
        "confirm": review.confirm,
        "correct": results.begin_edit,
        "reject": review.reject,
        "postpone": review.postpone,
        "note": review.note,
        "reopen": review.reopen,
        "take_selection": review.take_selection,
        "add_value": window.add_value,
        "choose_way": window.runs.go,
        "accept_proved": review.accept_proved,
        "accept_all_proved": lambda: review.accept_proved(everywhere=True),
        "next_finding": lambda: findings.step(1),
        "previous_finding": lambda: findings.step(-1),
        "as_printed": findings.as_printed,
        "explain": findings.explain,
        "finish": window.finish,
        "return_report": window.states.return_report,
        "previous_report": lambda: window.show_neighbour(-1),
        "next_report": lambda: window.show_neighbour(1),
        "recheck": review.recheck,
    }


def view_slots(window: "MainWindow") -> dict[str, Callable[[], object]]:
    """What is shown, and where the focus goes."""
    original = window.original
    return {
        "find_original": original.open_find,
        "find_report": window.search.begin,
        "go_to_value": window.search.begin,
        "evidence": window.review.show_evidence,
        "evidence_back": lambda: window.focus_pane(2),
        "history": window.review.show_history,
        "pane_reports": lambda: window.focus_pane(0),
        "pane_original": lambda: window.focus_pane(1),
        "pane_results": lambda: window.focus_pane(2),
        "next_pane": lambda: window.step_pane(1),
        "previous_pane": lambda: window.step_pane(-1),
        "next_tab": lambda: window.results.step_tab(1),
        "previous_tab": lambda: window.results.step_tab(-1),
        "only_open": lambda: window.results.set_only_open(not window.results.only_open),
        "filter_reports": window.reports.toggle_filter,
        "zoom_in": lambda: original.zoom(1),
        "zoom_out": lambda: original.zoom(-1),
        "zoom_reset": lambda: original.zoom(0),
        "fit_words": lambda: original.set_fit(Fit.WORDS),
        "fit_width": lambda: original.set_fit(Fit.WIDTH),
        "fit_page": lambda: original.set_fit(Fit.PAGE),
        "pages_or_text": original.toggle_pages,
        "page_column": original.toggle_column,
        "open_original": window.originals.open_outside,
    }
