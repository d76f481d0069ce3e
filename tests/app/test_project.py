"""A project from import to export: what is stored, what is refused, what survives."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from core.app import changes, showing
from core.app.events import Changed
from core.app.project import Project
from core.base.errors import Cancelled, ExportFailed, FileMissing, NotAProject, StaleChange, StoreTooNew
from core.base.progress import Silent
from core.model.document import Span
from core.model.extraction import CellKind
from core.model.report import Change, ReportState, ValueChange
from core.model.values import Content, Decision, State, ValueKind
from tests.app.conftest import REPORT, find, value

TOTAL = "stat:disclosed.total/year#0"
RECEIVED = "stat:applications.received/year#0"


def test_an_imported_report_is_there_after_reopening(project: Project) -> None:
    before = project.report(1)
    project.close()
    with closing(Project.open(project.path, "李明")) as again:
        assert again.report(1) == before
        assert again.original(1) == REPORT.encode("gb18030")


def test_the_same_bytes_under_another_name_are_noticed(project: Project, tmp_path: Path) -> None:
    copy = tmp_path / "copy.txt"
    copy.write_bytes(REPORT.encode("gb18030"))
    result = project.import_paths([copy], Silent())
    assert (result.reports, result.skipped) == ((), ("copy.txt",))


def test_a_file_that_is_no_report_is_named_and_can_be_taken_in_all_the_same(project: Project, tmp_path: Path) -> None:
    note = tmp_path / "通知.txt"
    note.write_text("关于召开会议的通知\n各单位：\n定于下周一召开会议。\n", encoding="utf-8")
    result = project.import_paths([note], Silent())
    assert [(f.path, f.code) for f in result.failures] == [(note, "reader.not_a_report")]
    assert project.import_paths([note], Silent(), anyway=True).reports == (2,)
    assert project.row(2).errors == 1  # and it says so


class Steps:
    """Keeps what is told of the progress."""

    def __init__(self, told: list[tuple[int, int]]) -> None:
        self._told = told

    def step(self, done: int, total: int, stage: str) -> None:
        self._told.append((done, total))


def test_a_file_of_several_reports_gives_each_with_the_same_original(project: Project, tmp_path: Path) -> None:
    bound = tmp_path / "汇编.txt"
    second = REPORT.replace("青石县", "碧溪县").replace("320", "410")
    bound.write_text(REPORT.replace("2011", "2010") + second, encoding="utf-8")
    steps: list[tuple[int, int]] = []
    result = project.import_paths([bound], Steps(steps))
    assert (result.reports, result.files, steps[-1]) == ((2, 3), 1, (1, 1))
    report = project.report(3)
    assert (report.row.name, report.row.year, report.extraction.part, report.extraction.parts) == ("碧溪县", 2011, 2, 2)
    assert report.document.text == second
    assert project.original(3) == bound.read_bytes()
    assert project.import_paths([bound], Silent()).skipped == ("汇编.txt",)
    assert project.verify() == ()


def test_one_of_several_reports_is_read_again_alone(project: Project, tmp_path: Path) -> None:
    bound = tmp_path / "汇编.txt"
    bound.write_text(REPORT.replace("青石县", "沙河县") + REPORT.replace("青石县", "碧溪县"), encoding="utf-8")
    project.import_paths([bound], Silent())
    received = find(project.report(3), RECEIVED)
    project.apply(changes.confirm(3, [received]) or Change(3, ""))
    other = project.report(2)
    assert project.reread(3, "gb18030") > 0
    assert project.reread(3, "utf-8") == 0
    assert project.report(3).row.name == "碧溪县"
    assert find(project.report(3), RECEIVED).state is State.CONFIRMED
    assert project.report(2) == other


def test_one_bad_file_never_ends_a_batch(project: Project, tmp_path: Path) -> None:
    folder = tmp_path / "many"
    folder.mkdir()
    (folder / "a.pdf").write_bytes(b"%PDF-1.4")
    (folder / "b.txt").touch()
    (folder / "c.txt").write_text(REPORT.replace("2011", "2010"), encoding="utf-8")
    result = project.import_paths([folder, tmp_path / "none.txt"], Silent())
    assert [f.name for f in result.failures] == ["a.pdf", "b.txt", "none.txt"]
    assert len(result.reports) == 1


def test_many_files_are_read_by_workers_in_their_order(project: Project, tmp_path: Path) -> None:
    folder = tmp_path / "many"
    folder.mkdir()
    for n in range(20):
        (folder / f"{n:02}.txt").write_text(REPORT.replace("320", str(400 + n)), encoding="utf-8")
    result = project.import_paths([folder], Silent())
    assert not result.failures
    names = [row.source_name for row in project.reports() if row.id in result.reports]
    assert names == [f"{n:02}.txt" for n in range(20)]


class Stopping:
    """Stops after some steps."""

    def __init__(self, steps: int) -> None:
        self._steps = steps

    def step(self, done: int, total: int, stage: str) -> None:
        """Count, and stop in the end."""
        self._steps -= 1
        if self._steps < 0:
            raise Cancelled


def test_what_was_read_before_a_stop_stays(project: Project, tmp_path: Path) -> None:
    folder = tmp_path / "many"
    folder.mkdir()
    for n in range(5):
        (folder / f"{n}.txt").write_text(REPORT.replace("320", str(500 + n)), encoding="utf-8")
    result = project.import_paths([folder], Stopping(3))
    assert result.cancelled
    assert 0 < len(result.reports) < 5
    assert len(project.reports()) == 1 + len(result.reports)


def test_a_decision_stands_beside_what_the_machine_read(project: Project) -> None:
    change = changes.correct(1, value(project, TOTAL), "330")
    assert change is not None
    project.apply(change)
    now = value(project, TOTAL)
    assert now.content == Content(CellKind.NUMBER, "330")
    assert now.reading is not None
    assert now.reading.content.text == "320"
    assert now.decision is not None
    assert (now.decision.actor, now.state) == ("王芳", State.CORRECTED)
    assert now.decision.at.endswith("Z")


def test_taking_back_gives_the_earlier_decision_with_its_author(project: Project) -> None:
    first = changes.confirm(1, [value(project, TOTAL)])
    assert first is not None
    project.apply(first)
    was = value(project, TOTAL).decision
    project.actor = "李明"
    second = changes.correct(1, value(project, TOTAL), "330")
    assert second is not None
    project.apply(second)
    project.apply(second.inverse(), undone=True)
    assert value(project, TOTAL).decision == was
    history = project.history(1, TOTAL)
    assert [(row.actor, row.action) for row in history] == [
        ("李明", "undo:correct"),
        ("李明", "correct"),
        ("王芳", "confirm"),
        ("王芳", "import"),
    ]


def test_a_change_from_a_state_that_is_gone_stores_nothing(project: Project) -> None:
    stale = changes.correct(1, value(project, TOTAL), "1")
    fresh = changes.correct(1, value(project, TOTAL), "330")
    assert stale is not None
    assert fresh is not None
    project.apply(fresh)
    rows = len(project.history(1))
    with pytest.raises(StaleChange):
        project.apply(stale)
    assert value(project, TOTAL).content == Content(CellKind.NUMBER, "330")
    assert len(project.history(1)) == rows


def test_checks_follow_what_people_decide(project: Project) -> None:
    assert "parts_sum" in {r.finding.rule for r in project.report(1).findings}
    change = changes.correct(1, value(project, TOTAL), "330")
    assert change is not None
    project.apply(change)
    project.recheck(1)
    report = project.report(1)
    assert "parts_sum" not in {r.finding.rule for r in report.findings if r.finding.severity == "error"}
    assert value(project, TOTAL).proofs


def test_a_verdict_on_a_finding_survives_new_checks(project: Project) -> None:
    row = next(r for r in project.report(1).findings if r.finding.rule == "parts_sum")
    errors = project.row(1).errors
    change = changes.close_finding(1, row, "原件如此")
    assert change is not None
    project.apply(change)
    project.recheck(1)
    closed = next(r for r in project.report(1).findings if r.finding.identity == row.finding.identity)
    assert (closed.closed, closed.actor, closed.note) == (True, "王芳", "原件如此")
    assert project.row(1).errors == errors - 1
    project.apply(change.inverse(), undone=True)
    assert project.row(1).errors == errors


def test_the_list_counts_what_is_decided_proved_and_open(project: Project) -> None:
    row = project.row(1)
    assert row.decided == 0
    change = changes.confirm(1, project.report(1).values[:3])
    assert change is not None
    project.apply(change)
    after = project.row(1)
    assert after.decided == 3
    assert after.decided + after.proved + after.open == row.proved + row.open


def test_a_corrected_year_shows_in_the_list(project: Project) -> None:
    change = changes.correct(1, value(project, "field:year"), "2012")
    assert change is not None
    project.apply(change)
    assert project.row(1).year == 2012


def test_the_state_of_a_report_is_kept_with_its_reason(project: Project) -> None:
    change = changes.set_state(1, ReportState.NEW, ReportState.RETURNED, "表没有填完")
    assert change is not None
    project.apply(change)
    assert project.row(1).state is ReportState.RETURNED
    newest = project.history(1)[0]
    assert (newest.action, newest.before, newest.after, newest.note) == ("set_state", "待核", "退回", "表没有填完")


def test_every_write_tells_what_it_touched(project: Project) -> None:
    heard: list[Changed] = []
    stop = project.events.subscribe(heard.append)
    change = changes.confirm(1, [value(project, TOTAL)])
    assert change is not None
    project.apply(change)
    stop()
    project.recheck(1)
    assert heard == [Changed(frozenset({1}), values=True)]


def test_reading_again_in_a_wrong_encoding_and_back_loses_no_decision(project: Project) -> None:
    decided = changes.confirm(1, [value(project, TOTAL), value(project, RECEIVED)])
    assert decided is not None
    project.apply(decided)
    report = project.report(1)
    at = report.document.text.index("举办培训")
    added = changes.add_field(report, "index_number", Span(at, at + 4), "QS-1")
    project.apply(added)
    assert project.reread(1, "big5") == 3
    assert (project.row(1).decided, project.row(1).errors) == (0, 1)
    assert project.reread(1, None) == 0
    assert value(project, TOTAL).state is State.CONFIRMED
    assert value(project, RECEIVED).state is State.CONFIRMED
    assert value(project, "field:index_number").state is State.ADDED
    assert "orphan" in {row.action for row in project.history(1)}
    assert project.verify() == ()


def test_a_backup_is_whole_while_the_project_is_open(project: Project, tmp_path: Path) -> None:
    change = changes.confirm(1, [value(project, TOTAL)])
    assert change is not None
    project.apply(change)
    (copy,) = project.export("sqlite", tmp_path / "copy.hejiao", Silent())
    with closing(Project.open(copy, "")) as other:
        assert other.report(1) == project.report(1)
        assert other.verify() == ()


def test_other_programs_find_the_figures_in_the_views(project: Project, tmp_path: Path) -> None:
    change = changes.correct(1, value(project, TOTAL), "330")
    assert change is not None
    project.apply(change)
    (copy,) = project.export("sqlite", tmp_path / "copy.sqlite", Silent())
    with closing(sqlite3.connect(copy)) as db:
        panel = db.execute('SELECT report, year, "disclosed.total__year", "disclosed.total__year__state" FROM v_panel')
        assert panel.fetchall() == [("青石县", 2011, 330, "corrected")]
        found = db.execute("SELECT number, machine_number, state, actor FROM v_values WHERE key = ?", (TOTAL,))
        assert found.fetchall() == [(330, 320, "corrected", "王芳")]


def test_a_closed_project_is_one_file(project: Project) -> None:
    project.close()
    assert [p.name for p in project.path.parent.glob("p.hejiao*")] == ["p.hejiao"]


def test_a_project_that_does_not_exist_is_not_made_by_opening(tmp_path: Path) -> None:
    with pytest.raises(FileMissing):
        Project.open(tmp_path / "none.hejiao", "")
    assert not (tmp_path / "none.hejiao").exists()


def test_another_program_s_database_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "other.hejiao"
    with closing(sqlite3.connect(path)) as db:
        db.execute("CREATE TABLE t (x)")
    before = path.read_bytes()
    with pytest.raises(NotAProject):
        Project.open(path, "")
    assert path.read_bytes() == before


def test_a_project_of_a_newer_program_is_left_alone(project: Project) -> None:
    project.close()
    with closing(sqlite3.connect(project.path)) as db:
        db.execute("PRAGMA user_version = 99")
    before = project.path.read_bytes()
    with pytest.raises(StoreTooNew):
        Project.open(project.path, "")
    assert project.path.read_bytes() == before


@pytest.mark.parametrize("kind", ["xlsx", "json", "sqlite"])
def test_no_export_takes_the_place_of_the_open_project(project: Project, kind: str) -> None:
    with pytest.raises(ExportFailed):
        project.export(kind, project.path, Silent())
    change = changes.confirm(1, [value(project, TOTAL)])
    assert change is not None
    project.apply(change)
    project.close()
    with closing(Project.open(project.path, "")) as again:
        assert value(again, TOTAL).state is State.CONFIRMED


def test_a_decision_on_a_value_that_is_not_there_is_refused(project: Project) -> None:
    nowhere = ValueChange("cell:t9/r9/c1", None, Decision(State.CONFIRMED))
    with pytest.raises(StaleChange):
        project.apply(Change(1, "confirm", (nowhere,)))


def test_every_cell_of_a_table_has_a_place_of_its_own(project: Project) -> None:
    project.import_paths([Path(__file__).parents[1] / "fixtures" / "report.html"], Silent())
    report = project.report(2)
    cells = [v for v in report.values if v.kind is ValueKind.CELL]
    places = [showing.place(report, v) for v in cells]
    assert len(set(places)) == len(cells)
    (total,) = (p for v, p in zip(cells, places, strict=True) if v.key == "cell:t3/r1/c3")
    assert "/  /" not in total
    assert total.startswith("表3")
    assert all(showing.called(report, v) for v in report.values)  # a row without a label has columns at least
    assert any(not showing.name(v) for v in cells)
