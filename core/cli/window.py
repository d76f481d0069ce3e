"""The window, run as a program of its own: core does not know Qt, but a test of the whole needs a look at it."""

import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

from core.base.resources import resource

_LONGEST = 120  # seconds


def picture(target: Path, options: Sequence[str] = ()) -> str | None:
    """Open the window without a screen, save its picture and close it; None, or what it said when it failed."""
    target.parent.mkdir(parents=True, exist_ok=True)
    command = [*_program(), *options, "--screenshot", str(target)]
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "PYTHONUTF8": "1"}
    try:
        done = subprocess.run(command, env=environment, capture_output=True, timeout=_LONGEST, check=False)
    except (OSError, subprocess.TimeoutExpired) as error:
        return str(error)
    if done.returncode == 0 and target.exists():
        return None
    said = done.stderr.decode("utf-8", "replace").strip().splitlines()
    return said[-1] if said else f"exit code {done.returncode}"


def _program() -> list[str]:
    if getattr(sys, "frozen", False):
        return [sys.executable]
    return [sys.executable, str(resource().parent / "main.py")]
