"""`export`: write what a project holds to a file for others."""

import argparse
from pathlib import Path

from core.base.errors import ExportFailed
from core.cli.console import TerminalProgress, say
from core.cli.parser import Commands, Parser, add_command, add_project, said
from core.cli.projects import opened
from core.export.formats import KINDS


def add_parser(commands: "Commands[Parser]") -> None:
    """Declare the command."""
    parser = add_command(
        commands, "export", "python main.py export --project county.hejiao --format xlsx --out county.xlsx"
    )
    add_project(parser)
    parser.add_argument("--format", "-f", choices=KINDS, help=said("format"))
    parser.add_argument("--out", "-o", required=True, type=Path, metavar="FILE", help=said("out_file"))
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Prints the path of each file written; exit code 0, 2 for a name that tells no format."""
    kind = args.format or args.out.suffix.lstrip(".").lower()
    if kind not in KINDS:
        raise ExportFailed(name=args.out.name, what="@export.why.kind")
    with opened(args) as project:
        for path in project.export(kind, args.out, TerminalProgress(args.lang), args.lang):
            say(str(path))
    return 0
