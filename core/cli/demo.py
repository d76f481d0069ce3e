"""`demo`: the main job from end to end without a screen, on the reports that come with the program."""

import argparse
from pathlib import Path

from core.base.messages import word
from core.base.paths import login
from core.base.resources import resource
from core.cli.check import check_all
from core.cli.console import TerminalProgress, say, say_words, warn
from core.cli.import_files import import_paths
from core.cli.parser import Commands, Parser, add_command, said
from core.cli.projects import opened
from core.cli.window import picture
from core.export.formats import WRITERS


def add_parser(commands: "Commands[Parser]") -> None:
    """Declare the command."""
    parser = add_command(commands, "demo", "python main.py demo --out build/demo")
    parser.add_argument("--out", "-o", type=Path, default=Path("build/demo"), metavar="DIR", help=said("out_folder"))
    parser.add_argument("paths", nargs="*", metavar="PATH", type=Path, help=said("paths"))
    parser.set_defaults(run=run, operator="")


def run(args: argparse.Namespace) -> int:
    """Exit code 0, or 1 when a file could not be read or the window gave no picture."""
    args.project = args.out / "demo.hejiao"
    args.out.mkdir(parents=True, exist_ok=True)
    paths = args.paths or [resource().parent / "seeds"]
    with opened(args, create=True) as project:
        failed = import_paths(project, paths, args.lang)
        check_all(project, args.lang)
        written = [
            path
            for kind in WRITERS
            for path in project.export(kind, args.out / f"demo.{kind}", TerminalProgress(args.lang), args.lang)
        ]
    target = args.out / "window.png"
    fault = picture(target, ["--project", str(args.project), "--lang", args.lang])
    say_words("cli.demo.where", {"operator": login()}, args.lang)
    for path in (args.project, *written, *(() if fault else (target,))):
        say(f"  {path}")
    if fault:
        warn(word("cli.demo.no_picture", {"what": fault}, args.lang))
    return 1 if failed or fault else 0
