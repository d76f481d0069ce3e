"""The sub-commands: the same work as in the window, without it.

Importing this costs next to nothing: the window, too, asks here whether a word is a command.
"""

from collections.abc import Sequence
from pathlib import Path

NAMES = frozenset({"extract", "import", "list", "check", "export", "verify", "backup", "self-test", "demo"})


def is_command(words: Sequence[str]) -> bool:
    """Whether these words of the command line are for `run`: they begin with a command, `--help`, or no option at all.

    A file may stand alone: the desktop opens a project by handing over its path.
    """
    rest = list(words)
    while rest and rest[0].startswith("--lang"):
        rest = rest[1:] if "=" in rest[0] else rest[2:]
    if not rest:
        return False
    return rest[0] in (*NAMES, "-h", "--help") or not (rest[0].startswith("-") or Path(rest[0]).exists())


def run(argv: Sequence[str]) -> int:
    """Run one command; gives the exit code: 0 done, 1 done with failures (each named), 2 could not."""
    from core.cli.commands import main

    return main(argv)
