"""The commands on a project, run one after another as in a script."""

import csv
import json
from pathlib import Path

import pytest
from openpyxl import load_workbook

from tests.cli.program import REPORT, run


@pytest.fixture
def files(tmp_path: Path) -> Path:
    """A folder with two reports and a file that is none."""
    folder = tmp_path / "files"
    folder.mkdir()
    (folder / "a.txt").write_text(REPORT, encoding="utf-8")
    (folder / "b.txt").write_text(REPORT.replace("2011", "2010").replace("320", "290"), encoding="gb18030")
    return folder


@pytest.fixture
def project(tmp_path: Path, files: Path) -> Path:
    """A project with both of them."""
    path = tmp_path / "county.hejiao"
    done = run("import", files, "--project", path, "--operator", "王芳")
    assert (done.returncode, done.stderr) == (0, "")
    return path


def test_import_makes_a_project_and_says_how_many(tmp_path: Path, files: Path) -> None:
    path = tmp_path / "p.hejiao"
    done = run("import", files, "--project", path)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.startswith("导入 2 份，跳过 0 份，失败 0 份")
    assert path.exists()


def test_a_file_that_fails_is_named_and_the_others_are_imported(tmp_path: Path, files: Path) -> None:
    (files / "empty.txt").touch()
    done = run("import", files, "--project", tmp_path / "p.hejiao")
    assert done.returncode == 1
    assert done.stdout.startswith("导入 2 份，跳过 0 份，失败 1 份")
    assert done.stderr == "“empty.txt”是空文件，换一份原件再试\n"


def test_the_same_files_again_are_skipped(project: Path, files: Path) -> None:
    done = run("import", files, "--project", project)
    assert done.returncode == 0
    assert done.stdout.startswith("导入 0 份，跳过 2 份，失败 0 份")


def test_list_has_a_line_for_each_report(project: Path) -> None:
    lines = [line.split("\t") for line in run("list", "--project", project).stdout.splitlines()]
    assert lines[0][:3] == ["编号", "年度", "报告"]
    assert sorted(line[1] for line in lines[1:]) == ["2010", "2011"]
    said = [json.loads(line) for line in run("list", "--project", project, "--json").stdout.splitlines()]
    assert {o["source"] for o in said} == {"a.txt", "b.txt"}


def test_check_says_every_finding_and_counts_them(project: Path) -> None:
    done = run("check", "--project", project)
    assert done.returncode == 0
    assert "330" in done.stdout
    assert done.stdout.splitlines()[-1].startswith("核查 2 份：")
    said = [json.loads(line) for line in run("check", "--project", project, "--json").stdout.splitlines()]
    assert "parts_sum" in {o["rule"] for o in said}


def test_a_workbook_has_the_figures_of_both_reports(project: Path, tmp_path: Path) -> None:
    target = tmp_path / "out" / "county.xlsx"
    done = run("export", "--project", project, "--out", target)
    assert (done.returncode, done.stdout) == (0, f"{target}\n")
    panel = load_workbook(target)["面板"]
    heads = [c.value for c in panel[1]]
    at = heads.index("主动公开政府信息数（本年，条）")
    assert sorted(row[at].value for row in panel.iter_rows(min_row=2)) == [290, 320]


def test_csv_and_json_say_the_same(project: Path, tmp_path: Path) -> None:
    for kind in ("csv", "json"):
        done = run("export", "--project", project, "--format", kind, "--out", tmp_path / f"x.{kind}")
        assert (done.returncode, done.stderr) == (0, "")
    with (tmp_path / "x.csv").open(encoding="utf-8-sig", newline="") as file:
        panel = list(csv.DictReader(file))
    reports = json.loads((tmp_path / "x.json").read_text(encoding="utf-8"))["reports"]
    assert {(p["year"], p["disclosed.total__year"]) for p in panel} == {("2010", "290"), ("2011", "320")}
    assert {r["fields"]["year"]["value"] for r in reports} == {2010, 2011}


def test_a_backup_is_a_project_of_its_own(project: Path, tmp_path: Path) -> None:
    copy = tmp_path / "copy.hejiao"
    done = run("backup", "--project", project, "--out", copy)
    assert (done.returncode, done.stdout) == (0, f"{copy}\n")
    assert run("list", "--project", copy).stdout == run("list", "--project", project).stdout


def test_a_whole_project_is_verified_as_whole(project: Path) -> None:
    done = run("verify", "--project", project)
    assert (done.returncode, done.stderr) == (0, "")
    assert "2 份报告" in done.stdout


@pytest.mark.parametrize("command", ["list", "check", "verify"])
def test_a_project_that_does_not_exist_is_not_made(command: str, tmp_path: Path) -> None:
    path = tmp_path / "none.hejiao"
    done = run(command, "--project", path)
    assert done.returncode == 2
    assert str(path) in done.stderr
    assert not path.exists()


def test_a_file_that_is_no_project_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "note.hejiao"
    path.write_text("购物单", encoding="utf-8")
    done = run("list", "--project", path)
    assert done.returncode == 2
    assert "不是核校项目" in done.stderr
    assert path.read_text(encoding="utf-8") == "购物单"


def test_an_export_that_cannot_be_written_says_why_and_gives_2(project: Path, tmp_path: Path) -> None:
    target = tmp_path / "a.xlsx"
    target.write_bytes(b"old")
    target.chmod(0o444)
    done = run("export", "--project", project, "--out", target)
    assert done.returncode == 2
    assert done.stderr == "“a.xlsx”没有写成：文件或磁盘是只读的，换一个位置或文件名；原有的文件没有动\n"
    assert target.read_bytes() == b"old"


def test_a_name_without_a_format_is_asked_about(project: Path, tmp_path: Path) -> None:
    done = run("export", "--project", project, "--out", tmp_path / "a.doc")
    assert done.returncode == 2
    assert "--format" in done.stderr
