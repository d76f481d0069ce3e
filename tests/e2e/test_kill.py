"""Power cut, crash, kill -9: nothing that the window has painted as saved is lost."""

import os
import random
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing, suppress
from pathlib import Path

import pytest

from core.app.project import Project
from core.base.progress import Silent

ROOT = Path(__file__).parents[2]
TIMES = 20
LONGEST = 1.2  # seconds from the first saved value to the end


@pytest.fixture
def prepared(tmp_path: Path) -> Path:
    """A project with the five seeds, nothing decided."""
    path = tmp_path / "prepared.hejiao"
    with closing(Project.create(path, "王芳")) as project:
        project.import_paths([ROOT / "seeds"], Silent())
    return path


def _killed(prepared: Path, folder: Path, delay: float) -> tuple[int, list[str]]:
    """Walk and kill; gives how many values were noted as saved, and those that are not in the project."""
    folder.mkdir()
    path, log = folder / "p.hejiao", folder / "log"
    shutil.copyfile(prepared, path)
    log.touch()
    child = subprocess.Popen(
        [sys.executable, str(ROOT / "tests/e2e/walker.py"), str(path), str(log)],
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        cwd=ROOT,
    )
    _wait(child, 60, until=lambda: log.stat().st_size > 0)
    _wait(child, delay)
    child.send_signal(signal.SIGKILL)
    child.wait()
    noted = [line for line in log.read_text(encoding="utf-8").split("\n")[:-1] if line != "end"]
    with closing(Project.open(path, "王芳")) as project:
        assert project.verify() == ()
        decided = {
            f"{row.id}\t{value.key}"
            for row in project.reports()
            for value in project.report(row.id).values
            if value.is_decided
        }
    return len(noted), [line for line in noted if line not in decided]


def _wait(child: "subprocess.Popen[bytes]", seconds: float, until: Callable[[], bool] = lambda: False) -> None:
    ends = time.monotonic() + seconds
    while time.monotonic() < ends and not until():
        with suppress(subprocess.TimeoutExpired):
            child.wait(0.01)
            return


def test_nothing_that_was_shown_as_saved_is_lost_by_a_kill(prepared: Path, tmp_path: Path) -> None:
    chance = random.Random(20)
    delays = [chance.uniform(0, LONGEST) for _ in range(TIMES)]
    with ThreadPoolExecutor(max_workers=2) as pool:
        rounds = list(pool.map(lambda n: _killed(prepared, tmp_path / str(n), delays[n]), range(TIMES)))
    assert [lost for _, lost in rounds if lost] == []
    assert all(saved for saved, _ in rounds)
    assert len({saved for saved, _ in rounds}) > 2, "the kills did not fall into different moments"
