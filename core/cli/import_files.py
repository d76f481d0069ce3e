"""`import PATH…`: read files and folders into a project."""

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from core.base.errors import AppError
from core.cli.console import TerminalProgress, complain, say_words
from core.cli.parser import Commands, Parser, add_command, add_encoding, add_password, add_project, said
from core.cli.projects import opened

if TYPE_CHECKING:
    from core.app.project import Project


def add_parser(commands: "Commands[Parser]") -> None:
    """Declare the command."""
    parser = add_command(commands, "import", "python main.py import seeds --project county.hejiao")
    parser.add_argument("paths", nargs="+", metavar="PATH", type=Path, help=said("paths"))
    add_project(parser)
    add_encoding(parser)
    add_password(parser)
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Exit code 0, or 1 when some file could not be read (each named on standard error)."""
    with opened(args, create=True) as project:
        return import_paths(project, args.paths, args.lang, args.encoding, args.password)


def import_paths(
    project: "Project", paths: list[Path], lang: str, encoding: str | None = None, password: str | None = None
) -> int:
    """Import, and say what became of it; the exit code."""
    result = project.import_paths(paths, TerminalProgress(lang), encoding, password=password)
    for failure in result.failures:
        error = AppError(**dict(failure.params))
        error.code = failure.code
        complain(error, lang, name=failure.name)
    params = {
        "reports": len(result.reports),
        "skipped": len(result.skipped),
        "failures": len(result.failures),
        "project": str(project.path),
    }
    say_words("cli.imported", params, lang)
    for name in result.skipped:
        say_words("cli.skipped", {"name": str(getattr(name, "name", name))}, lang)
    return 1 if result.failures else 0
