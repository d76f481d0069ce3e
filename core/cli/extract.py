"""`extract FILE…`: one JSON object a line, one for each file, in order."""

import argparse
import json
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from core.app.ingest import files, load, taken
from core.base.errors import AppError
from core.cli.console import complain, say
from core.cli.parser import Commands, Parser, add_command, add_encoding, said
from core.export.atomic import write_text
from core.export.contract import Json, error_object, extraction_object


def add_parser(commands: "Commands[Parser]") -> None:
    """Declare the command."""
    parser = add_command(commands, "extract", "python main.py extract seeds > extractions.jsonl")
    parser.add_argument("paths", nargs="+", metavar="FILE", type=Path, help=said("files"))
    parser.add_argument("--no-text", action="store_true", help=said("no_text"))
    add_encoding(parser)
    parser.add_argument("--out", "-o", type=Path, metavar="DIR", help=said("out_folder"))
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Exit code 0, or 1 when some file could not be read (each named on standard error)."""
    failed = False
    for path in _files(args.paths):
        try:
            result = _extract(path, args)
        except AppError as error:
            failed = True
            result = error_object(path.name, error, args.lang)
            complain(error, args.lang, name=path.name)
        if args.out is None:
            say(json.dumps(result, ensure_ascii=False))
            sys.stdout.flush()  # whoever reads the pipe works on while the next file is read
        else:
            write_text(args.out / f"{path.name}.json", json.dumps(result, ensure_ascii=False, indent=1) + "\n")
    return 1 if failed else 0


def _files(paths: Sequence[Path]) -> Iterator[Path]:
    """The files as named, and those of each folder in the order of their names."""
    for path in paths:
        yield from files([path])


def _extract(path: Path, args: argparse.Namespace) -> Json:
    found = taken(path, load(path), args.encoding)
    if found.read is None:
        raise found.error or AppError()
    read = found.read
    return extraction_object(read.document, read.extraction, read.findings, not args.no_text, args.lang)
