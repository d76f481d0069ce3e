"""Blocks of cells on the clipboard, as WPS and Excel write and read them: rows by line, cells by tab."""

import csv
import io
from collections.abc import Iterable, Sequence


def parse(text: str) -> list[list[str]]:
    """The cells of a pasted block; a quoted cell may hold line breaks. The last line end is no row."""
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    if not text.strip("\n"):
        return []
    if '"' not in text:  # the usual case, and safe whatever the text holds
        return [line.split("\t") for line in text.removesuffix("\n").split("\n")]
    try:
        return [row or [""] for row in csv.reader(io.StringIO(text), delimiter="\t")]
    except csv.Error:  # a quotation mark that opens nothing: taken as it stands
        return [line.split("\t") for line in text.removesuffix("\n").split("\n")]


def write(rows: Iterable[Sequence[str]]) -> str:
    """A block that WPS and Excel take; cells with tabs, quotes or line breaks are quoted."""
    return "\n".join("\t".join(_cell(c) for c in row) for row in rows)


def _cell(words: str) -> str:
    if any(c in words for c in '\t\n\r"'):
        return '"' + words.replace('"', '""') + '"'
    return words
