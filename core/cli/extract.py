"""`extract FILE…`: one JSON object a line, one for each file, in order."""

import argparse
import json
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from core.app.pipeline import read_report
from core.base.errors import AppError, DamagedFile, FileMissing, FileTooLarge
from core.cli.console import complain, say
from core.cli.parser import Commands, Parser, add_command, add_encoding, said
from core.export.atomic import write_text
from core.export.contract import Json, error_object, extraction_object
from core.readers.registry import MOST_BYTES


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
        if path.is_dir():
            yield from sorted(p for p in path.rglob("*") if p.is_file() and not p.name.startswith("."))
        else:
            yield path


def _extract(path: Path, args: argparse.Namespace) -> Json:
    try:
        if (size := path.stat().st_size) > MOST_BYTES:  # do not even load it
            raise FileTooLarge(name=path.name, size=size >> 20, limit=MOST_BYTES >> 20)
        data = path.read_bytes()
    except OSError as error:
        raise FileMissing(name=path.name, detail=error.strerror or "") from error
    try:
        found = read_report(path.name, data, args.encoding)
    except AppError:
        raise
    except Exception as error:  # a file that breaks the reader must not end the batch
        raise DamagedFile(name=path.name, detail=type(error).__name__) from error
    return extraction_object(found.document, found.extraction, found.findings, not args.no_text, args.lang)
