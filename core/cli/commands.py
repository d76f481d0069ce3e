"""All commands behind one parser, and what becomes of their errors."""

import logging
import os
import sys
from collections.abc import Sequence

from core.base.errors import AppError, Cancelled
from core.base.messages import word
from core.cli import backup, check, demo, export, extract, import_files, list_reports, selftest, verify
from core.cli.console import complain
from core.cli.parser import Parser, add_general, language_of

DONE, FAILURES, COULD_NOT = 0, 1, 2
STOPPED = 130  # what a shell gives for Ctrl+C
_COMMANDS = (extract, import_files, list_reports, check, export, verify, backup, selftest, demo)
_log = logging.getLogger(__name__)


def main(argv: Sequence[str]) -> int:
    """Run the command that the words name; gives the exit code."""
    _speak_utf8()
    lang = Parser.lang = language_of(argv)
    try:
        args = _parser(lang).parse_args(argv)
    except SystemExit as end:  # help was shown, or the words were wrong
        return int(end.code or 0)
    try:
        code = int(args.run(args))
        sys.stdout.flush()
    except AppError as error:
        complain(error, lang)
        return COULD_NOT
    except (KeyboardInterrupt, Cancelled):
        return STOPPED
    except BrokenPipeError:  # whoever read us has seen enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return DONE
    except Exception:  # noqa: BLE001 - the edge of the process: whatever is wrong with us, the caller gets a code
        _log.exception("command failed")
        complain(AppError(), lang)
        return COULD_NOT
    return code


def _parser(lang: str) -> Parser:
    parser = Parser(
        prog="hejiao",
        description=word("cli.about", {}, lang),
        epilog=word("cli.window", {}, lang),
        add_help=False,
    )
    add_general(parser, lang)
    commands = parser.add_subparsers(
        dest="command", required=True, metavar="COMMAND", title=word("cli.heading.commands", {}, lang)
    )
    for module in _COMMANDS:
        module.add_parser(commands)
    return parser


def _speak_utf8() -> None:
    """What goes into a pipe is UTF-8 on every system; a character that cannot be said never ends the work."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace")
