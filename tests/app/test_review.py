"""Decisions and verdicts: what they rest on, when they hold, what they leave alone."""

import sqlite3
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from core.app import changes
from core.app.project import Project
from core.app.reattach import decided, reattach
from core.base.errors import StaleChange
from core.base.progress import Silent
from core.model.document import Span
from core.model.extraction import Scope
from core.model.report import ReportState
from core.model.values import State
from core.store import reports
from tests.app.conftest import REPORT, find, value

TOTAL = "stat:disclosed.total/year#0"


def test_a_changed_value_proves_nothing_until_it_is_checked_again(project: Project) -> None:
    right = changes.correct(1, value(project, TOTAL), "330")
    assert right is not None
    project.apply(right)
    project.recheck(1)
    parts = value(project, TOTAL).proofs[0].about[1:]
    wrong = changes.correct(1, value(project, parts[0]), "299")
    assert wrong is not None
    project.apply(wrong)
    assert not value(project, TOTAL).proofs
    assert changes.accept_proved(1, project.report(1).values) is None
    assert project.row(1).proved == 0


def test_confirming_takes_no_proof_away(project: Project) -> None:
    right = changes.correct(1, value(project, TOTAL), "330")
    assert right is not None
    project.apply(right)
    project.recheck(1)
    change = changes.confirm(1, [value(project, value(project, TOTAL).proofs[0].about[1])])
    assert change is not None
    project.apply(change)
    assert value(project, TOTAL).proofs


def test_a_verdict_comes_back_with_its_author(project: Project) -> None:
    row = project.report(1).findings[0]
    closing = changes.close_finding(1, row, "so printed")
    assert closing is not None
    project.apply(closing)
    closed = next(r for r in project.report(1).findings if r.finding.identity == row.finding.identity)
    project.actor = "李明"
    reopening = changes.reopen_finding(1, closed)
    assert reopening is not None
    project.apply(reopening)
    project.apply(reopening.inverse(), undone=True)
    again = next(r for r in project.report(1).findings if r.finding.identity == row.finding.identity)
    assert (again.actor, again.at, again.note) == (closed.actor, closed.at, "so printed")


def test_a_year_of_twenty_digits_is_kept_and_is_no_year_in_the_list(project: Project) -> None:
    change = changes.correct(1, value(project, "field:year"), "20112011201120112011")
    assert change is not None
    project.apply(change)
    assert project.row(1).year is None


def test_opening_again_keeps_the_note(project: Project) -> None:
    noted = changes.note(1, value(project, TOTAL), "see page 3")
    assert noted is not None
    project.apply(noted)
    confirmed = changes.confirm(1, [value(project, TOTAL)])
    assert confirmed is not None
    project.apply(confirmed)
    opened = changes.reopen(1, [value(project, TOTAL)])
    assert opened is not None
    project.apply(opened)
    decision = value(project, TOTAL).decision
    assert decision is not None
    assert (decision.state, decision.note) == (State.OPEN, "see page 3")


def test_an_added_figure_that_is_said_to_be_rough_stays_rough(project: Project) -> None:
    report = project.report(1)
    at = report.document.text.index("举办培训")
    scope = Scope.YEAR
    added = changes.add_statistic(report, "training.attendees", "参训", scope, "人", Span(at, at + 4), "近3000")
    project.apply(added)
    new = value(project, added.values[0].key)
    assert new.approx
    assert new.content is not None
    assert new.content.text == "3000"


def test_a_project_that_is_held_by_another_program_costs_files_not_the_batch(project: Project, tmp_path: Path) -> None:
    folder = tmp_path / "many"
    folder.mkdir()
    for n in range(3):
        (folder / f"{n}.txt").write_text(REPORT.replace("320", str(500 + n)), encoding="utf-8")
    with project._store.read() as connection:
        connection.execute("PRAGMA busy_timeout = 10")
    with closing(sqlite3.connect(project.path, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        result = project.import_paths([folder], Silent())
        other.execute("ROLLBACK")
    assert [f.code for f in result.failures] == ["store.busy"] * 3
    assert len(project.import_paths([folder], Silent()).reports) == 3


def test_two_files_of_one_body_and_year_are_noticed(project: Project, tmp_path: Path) -> None:
    again = tmp_path / "again.txt"
    again.write_text(REPORT.replace("320", "321"), encoding="utf-8")
    (second,) = project.import_paths([again], Silent()).reports
    said = [r.finding for r in project.report(second).findings if r.finding.rule == "duplicate"]
    assert [f.message.params for f in said] == [{"files": ["青石.txt"]}]
    project.recheck(1)
    assert "duplicate" in {r.finding.rule for r in project.report(1).findings}
    other = tmp_path / "other.txt"
    other.write_text(REPORT.replace("2011", "2010"), encoding="utf-8")
    (third,) = project.import_paths([other], Silent()).reports
    assert "duplicate" not in {r.finding.rule for r in project.report(third).findings}


def test_a_verdict_holds_only_for_the_figures_it_was_said_about(project: Project) -> None:
    row = next(r for r in project.report(1).findings if r.finding.rule == "parts_sum")
    closing = changes.close_finding(1, row, "so printed")
    assert closing is not None
    project.apply(closing)
    other = changes.correct(1, value(project, TOTAL), "310")
    assert other is not None
    project.apply(other)
    project.recheck(1)
    again = next(r for r in project.report(1).findings if r.finding.identity == row.finding.identity)
    assert not again.closed
    assert project.row(1).errors >= 1
    closing = changes.close_finding(1, again, "now this")
    assert closing is not None
    project.apply(closing)
    assert next(r for r in project.report(1).findings if r.finding.identity == row.finding.identity).note == "now this"


def test_checks_of_an_older_state_are_not_stored(project: Project) -> None:
    seen = reports.seen(project._store, 1)
    change = changes.confirm(1, [value(project, TOTAL)])
    assert change is not None
    project.apply(change)
    findings = project.report(1).findings
    assert not reports.put_checks(project._store, 1, (), (), seen)
    assert project.report(1).findings == findings


def test_a_step_from_another_state_of_the_report_stores_nothing(project: Project) -> None:
    first = changes.set_state(1, ReportState.NEW, ReportState.REVIEWED)
    second = changes.set_state(1, ReportState.NEW, ReportState.RETURNED, "why")
    assert first is not None
    assert second is not None
    project.apply(first)
    with pytest.raises(StaleChange):
        project.apply(second)
    assert project.row(1).state is ReportState.REVIEWED


def test_a_verdict_on_a_closed_finding_is_stale(project: Project) -> None:
    row = project.report(1).findings[0]
    closing = changes.close_finding(1, row, "a")
    assert closing is not None
    project.apply(closing)
    with pytest.raises(StaleChange):
        project.apply(closing)


def test_accepting_the_proved_leaves_alone_what_people_decided(project: Project) -> None:
    right = changes.correct(1, value(project, TOTAL), "330")
    assert right is not None
    project.apply(right)
    project.recheck(1)
    accepted = changes.accept_proved(1, project.report(1).values)
    assert accepted is not None
    assert TOTAL not in {c.key for c in accepted.values}


def test_a_decision_does_not_move_to_a_value_that_reads_otherwise(project: Project) -> None:
    confirmed = changes.confirm(1, [value(project, TOTAL)])
    assert confirmed is not None
    project.apply(confirmed)
    report = project.report(1)
    now = find(report, TOTAL)
    assert now.reading is not None
    other = replace(now, decision=None, reading=replace(now.reading, raw="别的"))
    kept = decided([now], report.document)
    values, orphans = reattach(kept, [other], report.document)
    assert [v.decision for v in values] == [None]
    assert orphans == kept


def test_a_share_never_stands_in_the_place_of_a_count(project: Project, tmp_path: Path) -> None:
    report = project.report(1)
    at = report.document.text.index("举办培训")
    share = changes.add_statistic(report, "fees.total", "收费", Scope.YEAR, "%", Span(at, at + 4), "12")
    project.apply(share)
    (copy,) = project.export("sqlite", tmp_path / "c.sqlite", Silent())
    with closing(sqlite3.connect(copy)) as db:
        names = [row[1] for row in db.execute("PRAGMA table_info(v_panel)")]
        (row,) = db.execute("SELECT * FROM v_panel")
    known = [n for n in names if n.startswith("fees.") and n.endswith("__year")]
    assert known
    assert [row[names.index(n)] for n in known if n == "fees.total__year"] in ([], [None])
