"""`backup`: a whole copy of a project, also while somebody works in it."""

import argparse
from pathlib import Path

from core.cli.console import TerminalProgress, say
from core.cli.parser import Commands, Parser, add_command, add_project, said
from core.cli.projects import opened


def add_parser(commands: "Commands[Parser]") -> None:
    """Declare the command."""
    parser = add_command(commands, "backup", "python main.py backup --project county.hejiao --out copy.hejiao")
    add_project(parser)
    parser.add_argument("--out", "-o", required=True, type=Path, metavar="FILE", help=said("out_copy"))
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Prints the path of the copy; exit code 0."""
    with opened(args) as project:
        for path in project.export("sqlite", args.out, TerminalProgress(args.lang), args.lang):
            say(str(path))
    return 0
