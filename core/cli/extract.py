"""`extract FILE…`: one JSON object a line, one for each file, in order."""

import argparse
import json
import sys
from pathlib import Path

from core.app.pipeline import read_report
from core.base.errors import AppError, DamagedFile, FileMissing
from core.base.messages import word
from core.export.contract import Json, error_object, extraction_object

EXAMPLE = "example: python main.py extract seeds/*.txt > extractions.jsonl"


def add_parser(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Declare the command."""
    parser = commands.add_parser("extract", help="print what is read from each file as JSON", epilog=EXAMPLE)
    parser.add_argument("files", nargs="+", metavar="FILE", type=Path)
    parser.add_argument("--no-text", action="store_true", help="leave the text out of the objects")
    parser.add_argument("--encoding", help="read the bytes in this encoding instead of detecting it")
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Exit code 0, or 1 when some file could not be read (each named on standard error)."""
    failed = False
    for path in args.files:
        try:
            result = _extract(path, args)
        except AppError as error:
            failed = True
            result = error_object(path.name, error, args.lang)
            print(word(error.code, {"name": path.name, **error.params}, args.lang), file=sys.stderr)
        print(json.dumps(result, ensure_ascii=False), flush=True)
    return 1 if failed else 0


def _extract(path: Path, args: argparse.Namespace) -> Json:
    try:
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
