"""Hejiao 核校. With a sub-command it works without a window; otherwise it opens the window."""

import multiprocessing
import os
import sys
from collections.abc import Sequence

from core import cli


def main(argv: Sequence[str] | None = None) -> int:
    """Run a sub-command, or open the window; gives the exit code."""
    words = list(sys.argv[1:] if argv is None else argv)
    if cli.is_command(words):
        return cli.run(words)
    from gui.app import run  # the command line must start where there is no Qt

    return run(words)


def _give_back_libraries() -> None:
    """The installed program was started with its own libraries first; what it starts shall have the machine's."""
    before = os.environ.pop("LD_LIBRARY_PATH_ORIG", None)
    os.environ.pop("LD_LIBRARY_PATH", None)
    if before is not None:
        os.environ["LD_LIBRARY_PATH"] = before
    # Started by itself, the program would otherwise take its own libraries for already found.
    os.environ["PYINSTALLER_RESET_ENVIRONMENT"] = "1"


if __name__ == "__main__":
    if getattr(sys, "frozen", False):
        _give_back_libraries()
    multiprocessing.freeze_support()
    sys.exit(main())
