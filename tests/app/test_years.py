"""Reports of one body for neighbouring years: both say what does not go together, and follow each other's changes."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from core.app import changes
from core.app.project import Project
from core.base.progress import Silent
from core.model.report import FindingRow
from core.store import reports
from tests.app.conftest import find

RECEIVED = "stat:applications.received/year#0"


def report(body: str, year: int, received: int, more: str = "") -> str:
    return f"""{body}{year}年政府信息公开工作年度报告

根据《中华人民共和国政府信息公开条例》规定，现公布{body}{year}年政府信息公开工作年度报告。

一、主动公开政府信息情况

{year}年，主动公开政府信息320条。

二、依申请公开政府信息情况

{year}年，收到政府信息公开申请{received}件{more}。

三、存在的问题

公开意识还有待增强。
"""


@pytest.fixture
def project(tmp_path: Path) -> Iterator[Project]:
    """Two years of a county, of which the second says that applications grew by half."""
    made = Project.create(tmp_path / "p.hejiao", "王芳")
    take(made, tmp_path, report("青石县", 2011, 40))
    take(made, tmp_path, report("青石县人民政府", 2012, 50, "，同比增长50%"))
    yield made
    made.close()


def take(project: Project, folder: Path, text: str) -> None:
    path = folder / f"{len(project.reports()) + 1}.txt"
    path.write_text(text, encoding="utf-8")
    assert len(project.import_paths([path], Silent()).reports) == 1


def growth(project: Project, number: int = 2) -> list[FindingRow]:
    found = project.report(number).findings
    return [r for r in found if r.finding.message.code == "check.rate_recomputed.growth_between"]


def correct(project: Project, number: int, key: str, text: str) -> None:
    change = changes.correct(number, find(project.report(number), key), text)
    assert change is not None
    project.apply(change)
    project.recheck(number)


def test_the_neighbour_is_seen_as_soon_as_it_is_there(project: Project) -> None:
    (row,) = growth(project)
    assert (row.finding.left, row.finding.right) == (50, 25)


def test_an_earlier_year_that_comes_later_is_seen_by_the_one_that_is_there(tmp_path: Path) -> None:
    made = Project.create(tmp_path / "q.hejiao", "王芳")
    take(made, tmp_path, report("青石县", 2012, 50, "，同比增长50%"))
    assert growth(made, 1) == []
    take(made, tmp_path, report("青石县", 2011, 40))
    assert len(growth(made, 1)) == 1
    made.close()


@pytest.mark.parametrize("most", [40, 1], ids=["one go", "several goes"])
def test_the_years_of_a_batch_are_compared_with_each_other(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, most: int
) -> None:
    paths = [tmp_path / f"{n}.txt" for n in range(3)]
    for n, path in enumerate(paths):
        path.write_text(report("青石县", 2011 + n, 40 + 10 * n, "，同比增长50%" if n else ""), encoding="utf-8")
    made, compared = Project.create(tmp_path / "q.hejiao", "王芳"), []
    check = made._check

    def counted(report_id: int) -> None:
        compared.append(report_id)
        check(report_id)

    monkeypatch.setattr(made, "_check", counted)
    monkeypatch.setattr("core.app.project._LATE", most)
    made.import_paths(paths, Silent())
    assert [len(growth(made, row.id)) for row in made.reports()] == [0, 1, 1]
    if most > len(paths):
        assert sorted(compared) == [1, 2, 3]  # each once
    made.close()


def test_a_correction_in_one_year_is_seen_in_the_other(project: Project) -> None:
    correct(project, 1, RECEIVED, "33.3")
    assert growth(project) == []


def test_a_year_that_is_put_right_parts_the_reports(project: Project) -> None:
    correct(project, 1, "field:year", "2009")
    assert growth(project) == []


@pytest.mark.parametrize("body", ["碧溪县", "青石县财政局"])
def test_another_body_is_no_neighbour(tmp_path: Path, body: str) -> None:
    made = Project.create(tmp_path / "q.hejiao", "王芳")
    take(made, tmp_path, report(body, 2011, 40))
    take(made, tmp_path, report("青石县", 2012, 50, "，同比增长50%"))
    assert growth(made) == []
    made.close()


@pytest.mark.parametrize(
    ("a", "b", "same"),
    [
        ("甲省/乙市/丙县", "甲省/乙市/丙县", True),
        ("甲省/乙市/丙县", "丙县", True),
        ("丙县", "", True),
        ("甲省/乙市/丙县", "甲省/丁市/丙县", False),
        ("甲省/上丙县", "丙县", False),
    ],
)
def test_a_body_of_the_same_name_elsewhere_is_no_neighbour(project: Project, a: str, b: str, same: bool) -> None:
    with project._store.write() as connection:
        connection.execute("UPDATE report SET region = ? WHERE id = 1", (a,))
        connection.execute("UPDATE report SET region = ? WHERE id = 2", (b,))
    assert bool(reports.beside(project._store, 1)) is same
    assert bool(reports.beside(project._store, 2)) is same


def test_a_verdict_stays_until_a_figure_of_either_year_changes(project: Project) -> None:
    (row,) = growth(project)
    change = changes.close_finding(2, row, "统计口径有变")
    assert change is not None
    project.apply(change)
    project.recheck(1)
    project.recheck(2)
    assert growth(project)[0].closed
    correct(project, 1, RECEIVED, "41")
    assert not growth(project)[0].closed
    correct(project, 1, RECEIVED, "40")
    assert growth(project)[0].closed


def test_a_verdict_on_a_sum_ends_when_its_parts_change_against_each_other(project: Project, tmp_path: Path) -> None:
    text = report("碧溪县", 2011, 40).replace("320条", "320条，其中通过政府网站公开300条，通过政府公报公开30条")
    take(project, tmp_path, text)

    def sum_row() -> FindingRow:
        return next(r for r in project.report(3).findings if r.finding.rule == "parts_sum")

    change = changes.close_finding(3, sum_row(), "原件如此")
    assert change is not None
    project.apply(change)
    parts = [k for k in sum_row().finding.about if "total" not in k]
    confirm = changes.confirm(3, [find(project.report(3), parts[0])])
    assert confirm is not None
    project.apply(confirm)
    project.recheck(3)
    assert sum_row().closed
    correct(project, 3, parts[0], "301")
    correct(project, 3, parts[1], "29")
    assert (sum_row().finding.right, sum_row().closed) == (330, False)
