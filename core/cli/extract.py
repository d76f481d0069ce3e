"""`extract FILE…`: one JSON object a line, one for each file, in order."""

import argparse
import json
import sys
from pathlib import Path

from core.app.ingest import files, opened, taken
from core.base.errors import AppError
from core.cli.console import complain, say
from core.cli.parser import Commands, Parser, add_command, add_encoding, add_password, said
from core.export.atomic import write_text
from core.export.contract import Json, error_object, extraction_object


def add_parser(commands: "Commands[Parser]") -> None:
    """Declare the command."""
    parser = add_command(commands, "extract", "python main.py extract seeds > extractions.jsonl")
    parser.add_argument("paths", nargs="+", metavar="FILE", type=Path, help=said("files"))
    parser.add_argument("--no-text", action="store_true", help=said("no_text"))
    add_encoding(parser)
    add_password(parser)
    parser.add_argument("--out", "-o", type=Path, metavar="DIR", help=said("out_folder"))
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Exit code 0, or 1 when some file could not be read (each named on standard error)."""
    failed = False
    for path in files(args.paths):
        try:
            for inside, data in opened(path):
                failed |= not _write(inside, data, args)
        except AppError as error:
            failed = True
            _put(path, error_object(path.name, error, args.lang), args)
            complain(error, args.lang, name=path.name)
    return 1 if failed else 0


def _write(path: Path, data: bytes, args: argparse.Namespace) -> bool:
    """Extract one file; whether it could be read."""
    found = taken(path, data, args.encoding, args.password, only_first=True)
    if not found.reads:
        error = found.error or AppError()
        _put(path, error_object(path.name, error, args.lang), args)
        complain(error, args.lang, name=path.name)
        return False
    read = found.reads[0]
    _put(path, extraction_object(read.document, read.extraction, read.findings, not args.no_text, args.lang), args)
    return True


def _put(path: Path, result: Json, args: argparse.Namespace) -> None:
    if args.out is None:
        say(json.dumps(result, ensure_ascii=False))
        sys.stdout.flush()  # whoever reads the pipe works on while the next file is read
    else:
        write_text(args.out / f"{path.name}.json", json.dumps(result, ensure_ascii=False, indent=1) + "\n")
