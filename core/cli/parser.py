"""The command line's grammar: help and complaints in the user's language."""

import argparse
import codecs
import re
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import NoReturn

from core.base.messages import LANGUAGES, word

# argparse says these in English only. Source: Lib/argparse.py of Python 3.11 to 3.13.
_COMPLAINTS = (
    (re.compile(r"the following arguments are required: (?P<what>.*)"), "required"),
    (re.compile(r"unrecognized arguments: (?P<what>.*)"), "unknown"),
    (re.compile(r"argument (?P<what>[^:]*): expected .*"), "value"),
    (re.compile(r"argument (?P<what>[^:]*): invalid .*?value: (?P<given>.*)"), "wrong"),
    (re.compile(r"argument (?P<what>[^:]*): invalid choice: (?P<given>.*?) \(choose from.*"), "wrong"),
)


class Parser(argparse.ArgumentParser):
    """An ArgumentParser that words its own text from `resources/messages/`."""

    lang = LANGUAGES[0]

    def error(self, message: str) -> NoReturn:
        """Say what is wrong in one sentence, and how the command is used; exit code 2."""
        self.print_usage(sys.stderr)
        self.exit(2, self._complaint(message) + "\n")

    def _complaint(self, message: str) -> str:
        for pattern, code in _COMPLAINTS:
            if found := pattern.fullmatch(message):
                params = {"what": "", "given": "", "prog": self.prog} | found.groupdict()
                name = f"cli.wrong.{code}"
                return word(name, params, self.lang)
        return message

    def format_usage(self) -> str:
        """The usage line in the user's language."""
        return self._translated(super().format_usage())

    def format_help(self) -> str:
        """The help in the user's language, headings included."""
        return self._translated(super().format_help())

    def _translated(self, text: str) -> str:
        for english, code in (("usage:", "usage"), ("positional arguments:", "arguments"), ("options:", "options")):
            name = f"cli.heading.{code}"
            text = re.sub(f"^{english}", word(name, {}, self.lang), text, flags=re.MULTILINE)
        return text


Commands = argparse._SubParsersAction  # the type of what `add_subparsers` gives has no public name


def add_command(commands: "Commands[Parser]", name: str, example: str) -> Parser:
    """Declare a command with its help and one example."""
    lang = Parser.lang
    code = name.replace("-", "_")
    help_code = f"cli.help.{code}"
    parser = commands.add_parser(
        name,
        help=word(help_code, {}, lang),
        description=word(help_code, {}, lang),
        epilog=word("cli.example", {"example": example}, lang),
        formatter_class=argparse.RawDescriptionHelpFormatter,
        add_help=False,
    )
    add_general(parser, argparse.SUPPRESS)
    return parser


def add_general(parser: argparse.ArgumentParser, default: str) -> None:
    """What every command understands, before or after its name."""
    parser.add_argument("-h", "--help", action="help", help=said("help"))
    parser.add_argument("--lang", choices=LANGUAGES, default=default, help=said("lang"))


def add_project(parser: argparse.ArgumentParser) -> None:
    """The project to work on, and who does it."""
    parser.add_argument("--project", "-p", required=True, type=Path, metavar="FILE", help=said("project"))
    parser.add_argument("--operator", default="", metavar="NAME", help=said("operator"))


def add_encoding(parser: argparse.ArgumentParser) -> None:
    """Reading in a named encoding instead of the detected one."""
    parser.add_argument("--encoding", type=_codec, metavar="NAME", help=said("encoding"))


def add_password(parser: argparse.ArgumentParser) -> None:
    """What opens files that have a password."""
    parser.add_argument("--password", metavar="WORD", help=said("password"))


def _codec(name: str) -> str:
    """Python's name of an encoding; ValueError for one that it does not know, as argparse wants it."""
    try:
        return codecs.lookup(name).name
    except LookupError as error:
        raise ValueError(name) from error


def said(option: str) -> str:
    """The help of an option."""
    code = f"cli.option.{option}"
    return word(code, {}, Parser.lang)


def language_of(words: Sequence[str]) -> str:
    """The language that the words ask for, before they are parsed."""
    for n, text in enumerate(words):
        given = text.partition("=")[2] if text.startswith("--lang=") else ""
        if text == "--lang" and n + 1 < len(words):
            given = words[n + 1]
        if given in LANGUAGES:
            return given
    return LANGUAGES[0]
