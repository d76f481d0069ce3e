"""`extract`: one object a line, whatever the files are."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.program import REPORT, ROOT, run
from tests.readers.test_passwords import locked_pdf


@pytest.fixture
def report(tmp_path: Path) -> Path:
    path = tmp_path / "青石.txt"
    path.write_text(REPORT, encoding="gb18030")
    return path


def test_each_file_gives_one_object_a_line_in_order(report: Path, tmp_path: Path) -> None:
    second = tmp_path / "b.txt"
    second.write_text("今日菜单：豆腐\n", encoding="utf-8")
    done = run("extract", second, report)
    objects = [json.loads(line) for line in done.stdout.splitlines()]
    assert (done.returncode, done.stderr) == (0, "")
    assert [o["source"]["name"] for o in objects] == ["b.txt", "青石.txt"]
    assert [o["is_annual_report"] for o in objects] == [False, True]
    assert objects[1]["text"] == REPORT
    assert objects[1]["source"]["encoding"] == "gb18030"


def test_the_object_has_all_parts_of_the_contract(report: Path) -> None:
    (line,) = run("extract", report, "--no-text").stdout.splitlines()
    said = json.loads(line)
    assert list(said) == [
        "schema",
        "source",
        "is_annual_report",
        "reason",
        "parts",
        "form",
        "fields",
        "sections",
        "tables",
        "statistics",
        "findings",
    ]
    assert said["fields"]["sign_date"]["value"] == "2012-03-05"
    total = next(s for s in said["statistics"] if s["indicator"] == "disclosed.total")
    assert (total["value"], total["unit"], total["scope"], total["source"]) == (320, "条", "year", "prose")


def test_a_file_that_cannot_be_read_has_an_error_in_its_place(report: Path, tmp_path: Path) -> None:
    empty = tmp_path / "empty.txt"
    empty.touch()
    done = run("extract", empty, tmp_path / "none.txt", report)
    objects = [json.loads(line) for line in done.stdout.splitlines()]
    assert done.returncode == 1
    assert [o.get("error", {}).get("code") for o in objects] == ["reader.empty", "reader.missing", None]
    assert objects[0]["source"] == {"name": "empty.txt"}
    assert done.stderr.splitlines() == [o["error"]["message"] for o in objects[:2]]


def test_errors_are_said_in_the_language_asked_for(tmp_path: Path) -> None:
    chinese, english = run("extract", tmp_path / "a"), run("--lang", "en", "extract", tmp_path / "a")
    assert chinese.stderr == "“a”不存在或没有读取权限，核对路径再试\n"
    assert english.stderr == "“a” does not exist or may not be read; check the path\n"
    assert run("extract", tmp_path / "a", "--lang=en").stderr == english.stderr


def test_a_folder_gives_its_files_in_the_order_of_their_names(report: Path) -> None:
    (report.parent / "a.txt").write_text(REPORT, encoding="utf-8")
    lines = run("extract", report.parent).stdout.splitlines()
    assert [json.loads(line)["source"]["name"] for line in lines] == ["a.txt", "青石.txt"]


def test_objects_can_be_written_to_a_folder(report: Path, tmp_path: Path) -> None:
    done = run("extract", report, "--out", tmp_path / "out")
    assert (done.returncode, done.stdout) == (0, "")
    written = json.loads((tmp_path / "out" / "青石.txt.json").read_text(encoding="utf-8"))
    assert written == json.loads(run("extract", report).stdout)


def test_an_encoding_can_be_named(report: Path) -> None:
    said = json.loads(run("extract", report, "--encoding", "big5").stdout)
    assert said["source"]["encoding"].startswith("big5")
    assert said["text"] != REPORT


def test_a_reader_that_has_seen_enough_is_no_error(report: Path) -> None:
    command = [sys.executable, str(ROOT / "main.py"), "extract", *[str(report)] * 40]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stdout
        assert process.stderr
        process.stdout.readline()
        process.stdout.close()
        said = process.stderr.read()
        process.wait(timeout=60)
    assert said == b""


def test_a_locked_file_is_read_with_the_password_that_is_given(tmp_path: Path) -> None:
    path = tmp_path / "a.pdf"
    path.write_bytes(locked_pdf("sesame"))
    refused, read = run("extract", path), run("extract", path, "--password", "sesame")
    assert refused.returncode == 1
    assert json.loads(refused.stdout)["error"]["code"] == "reader.protected"
    assert read.returncode == 0
    assert "2013" in json.loads(read.stdout)["text"]
