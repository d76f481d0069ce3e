"""An old export survives a new one that fails, and a failure says what to do."""

import errno
import os
from pathlib import Path

import pytest

from core.base.errors import Cancelled, ExportFailed
from core.base.messages import word
from core.export.atomic import replacing, write_text


def _left(folder: Path) -> list[str]:
    return sorted(p.name for p in folder.iterdir() if p.is_file())


def _break_off(target: Path, error: BaseException) -> None:
    with replacing(target) as (new,):
        new.write_text("half", encoding="utf-8")
        raise error


def test_a_new_file_takes_the_place_of_the_old_one(tmp_path: Path) -> None:
    target = tmp_path / "a.json"
    write_text(target, "old")
    write_text(target, "new")
    assert target.read_text(encoding="utf-8") == "new"
    assert _left(tmp_path) == ["a.json"]


@pytest.mark.parametrize("error", [RuntimeError(), Cancelled(), KeyboardInterrupt()])
def test_whatever_stops_the_writing_leaves_the_old_file(tmp_path: Path, error: BaseException) -> None:
    target = tmp_path / "a.json"
    write_text(target, "old")
    with pytest.raises(type(error)):
        _break_off(target, error)
    assert target.read_text(encoding="utf-8") == "old"
    assert _left(tmp_path) == ["a.json"]


def test_a_full_disk_leaves_the_old_file_and_says_so(tmp_path: Path) -> None:
    target = tmp_path / "a.json"
    write_text(target, "old")
    with pytest.raises(ExportFailed) as failed:
        _break_off(target, OSError(errno.ENOSPC, os.strerror(errno.ENOSPC)))
    assert failed.value.params == {"name": "a.json", "what": "@export.why.full"}
    assert target.read_text(encoding="utf-8") == "old"
    assert "磁盘已满" in word(failed.value.code, failed.value.params)


def test_of_several_files_none_is_replaced_when_one_cannot_be(tmp_path: Path) -> None:
    first, second = tmp_path / "a.csv", tmp_path / "b.csv"
    write_text(first, "old")
    second.mkdir()
    with pytest.raises(ExportFailed), replacing(first, second):
        pytest.fail("the block must not run")
    assert first.read_text(encoding="utf-8") == "old"
    assert _left(tmp_path) == ["a.csv"]


def test_a_read_only_file_is_not_replaced(tmp_path: Path) -> None:
    target = tmp_path / "a.json"
    write_text(target, "old")
    target.chmod(0o444)
    with pytest.raises(ExportFailed) as failed:
        write_text(target, "new")
    assert failed.value.params["what"] == "@export.why.read_only"
    assert target.read_text(encoding="utf-8") == "old"


def test_a_file_that_is_open_in_an_office_program_is_not_replaced(tmp_path: Path) -> None:
    target = tmp_path / "a.xlsx"
    write_text(target, "old")
    (tmp_path / ".~lock.a.xlsx#").touch()
    with pytest.raises(ExportFailed) as failed:
        write_text(target, "new")
    assert failed.value.params["what"] == "@export.why.open"


def test_a_folder_in_the_place_is_named_as_such(tmp_path: Path) -> None:
    with pytest.raises(ExportFailed) as failed:
        write_text(tmp_path, "new")
    assert failed.value.params["what"] == "@export.why.folder"


def test_missing_folders_are_made(tmp_path: Path) -> None:
    write_text(tmp_path / "x" / "y" / "a.json", "new")
    assert _left(tmp_path / "x" / "y") == ["a.json"]


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such modes")
def test_the_new_file_may_be_read_by_whom_the_old_one_could(tmp_path: Path) -> None:
    target = tmp_path / "a.json"
    write_text(target, "old")
    target.chmod(0o640)
    write_text(target, "new")
    assert target.stat().st_mode & 0o777 == 0o640


@pytest.mark.skipif(os.name == "nt", reason="links need rights there")
def test_a_link_stays_a_link(tmp_path: Path) -> None:
    real, link = tmp_path / "real.json", tmp_path / "link.json"
    write_text(real, "old")
    link.symlink_to(real)
    write_text(link, "new")
    assert link.is_symlink()
    assert real.read_text(encoding="utf-8") == "new"
