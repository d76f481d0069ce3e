"""`verify`: whether a project file is whole, and its history untouched."""

import argparse

from core.base.messages import word
from core.cli.console import say_words, warn
from core.cli.parser import Commands, Parser, add_command, add_project
from core.cli.projects import opened


def add_parser(commands: "Commands[Parser]") -> None:
    """Declare the command."""
    parser = add_command(commands, "verify", "python main.py verify --project county.hejiao")
    add_project(parser)
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Exit code 0, or 1 when something is wrong (each said on standard error)."""
    with opened(args) as project:
        faults = project.verify()
        total = len(project.reports())
    for fault in faults:
        warn(word(fault.code, fault.params, args.lang))
    if not faults:
        say_words("cli.verified", {"project": str(args.project), "reports": total}, args.lang)
    return 1 if faults else 0
