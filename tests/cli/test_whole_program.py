"""The two commands that go through the whole program: the demonstration and the self-test."""

import sys
from collections import Counter
from pathlib import Path

import pytest

from core.app.pages import PageImage
from core.base.errors import ProtectedFile
from core.base.messages import word
from core.cli import selftest
from core.store import db
from core.store.db import Store, open_store
from tests.cli.program import REPORT, run

_NAMES = {
    "demo.hejiao",
    "demo.xlsx",
    "demo.csv",
    "demo.values.csv",
    "demo.findings.csv",
    "demo.orphans.csv",
    "demo.json",
    "window.png",
}


def test_the_demonstration_leaves_a_project_its_exports_and_a_picture(tmp_path: Path) -> None:
    source, out = tmp_path / "a.txt", tmp_path / "demo"
    source.write_text(REPORT, encoding="utf-8")
    done = run("demo", source, "--out", out)
    assert (done.returncode, done.stderr) == (0, "")
    assert {p.name for p in out.iterdir()} == _NAMES
    assert all(str(out / name) in done.stdout for name in _NAMES)
    assert (out / "window.png").read_bytes().startswith(b"\x89PNG")


def test_a_second_demonstration_does_not_throw_away_the_first(tmp_path: Path) -> None:
    source, out = tmp_path / "a.txt", tmp_path / "demo"
    source.write_text(REPORT, encoding="utf-8")
    assert run("demo", source, "--out", out).returncode == 0
    assert "跳过 1 份" in run("demo", source, "--out", out).stdout


def test_a_sound_installation_passes_every_step(tmp_path: Path) -> None:
    done = run("self-test", HEJIAO_OCR=str(tmp_path))
    assert (done.returncode, done.stderr) == (0, "")
    assert len(done.stdout.splitlines()) == 10
    assert all(line.startswith("正常") for line in done.stdout.splitlines())


def test_a_step_that_fails_is_named_and_the_others_go_on(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(selftest, "_REPORT", "今日菜单：豆腐\n")
    from core import cli

    assert cli.run(["self-test", "--no-window"]) == 1
    said = capsys.readouterr()
    assert said.err.startswith("不正常  " + word("cli.test.reading", {}))
    assert len((said.out + said.err).splitlines()) >= 4


def test_an_upgrade_that_leaves_no_copy_is_found(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Store, "copy", lambda self, target: None)
    with pytest.raises(selftest.SelfTestFailed, match=r"older\.schema-1\.hejiao"):
        selftest._older(tmp_path)


def test_a_program_that_opens_a_newer_project_is_found(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    open_store(tmp_path / "test.hejiao").close()
    selftest._newer(tmp_path)
    monkeypatch.setattr(db, "USER_VERSION", selftest._LATER)
    with pytest.raises(selftest.SelfTestFailed):
        selftest._newer(tmp_path)


def test_a_page_without_ink_is_found(monkeypatch: pytest.MonkeyPatch) -> None:
    paper = PageImage(1, 1, 4, b"\xff" * 4)
    monkeypatch.setattr(selftest.PageImages, "image", lambda *_: paper)
    with pytest.raises(selftest.SelfTestFailed):
        selftest._pages()


def test_a_locked_file_that_cannot_be_opened_is_found(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "msoffcrypto", None)  # as when it is not shipped
    with pytest.raises(ProtectedFile):
        selftest._formats()


@pytest.mark.parametrize("numbers", [{"328": 1}, {"328": 100, "999": 1}])
def test_a_scan_read_in_part_or_wrong_is_found(numbers: dict[str, int], monkeypatch: pytest.MonkeyPatch) -> None:
    kinds = {"txt": Counter({"328": 200}), "jpg": Counter(numbers)}
    monkeypatch.setattr(selftest, "_numbers", kinds.__getitem__)
    with pytest.raises(selftest.SelfTestFailed):
        selftest._scan()
