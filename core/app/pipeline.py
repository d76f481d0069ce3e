"""Bytes in, everything known about the report out: the steps joined, without I/O and without a project.

Pure and picklable, so that worker processes, the CLI and the window run the very same thing.
"""

from collections.abc import Mapping
from dataclasses import replace

from core.app import traditional
from core.app.bundled import catalogue, regions
from core.checks import engine, reading
from core.extract.parts import apart
from core.extract.pipeline import extract
from core.mapping.matcher import map_tables
from core.mapping.values import to_values
from core.model.document import Document
from core.model.extraction import Extraction
from core.model.findings import Finding, Rule, Severity
from core.model.message import Message
from core.model.report import Read, Report
from core.model.values import Proof, Value
from core.readers.registry import read


def read_report(name: str, data: bytes, encoding: str | None = None, password: str | None = None) -> Read:
    """Read, extract, map and check one file; of several reports in it the first.

    Args:
        encoding: read the bytes so, whatever detection says (the window's manual switch).
        password: of a file that has one.

    Raises:
        ReaderError: the file cannot be read.
    """
    return _read(read(name, data, encoding, password))


def read_reports(name: str, data: bytes, encoding: str | None = None, password: str | None = None) -> tuple[Read, ...]:
    """Like `read_report`, for each report that the file holds: its stretch of the text is a document of its own.

    Raises:
        ReaderError: the file cannot be read.
    """
    document = read(name, data, encoding, password)
    first = _read(document)
    parts = apart(traditional.plain(document)) if first.extraction.parts > 1 else ()
    found = [_read(document.between(*part)) for part in parts] or [first]
    return tuple(
        replace(one, extraction=replace(one.extraction, parts=len(found), part=n)) for n, one in enumerate(found, 1)
    )


def _read(document: Document) -> Read:
    plain = traditional.plain(document)
    extraction = map_tables(extract(plain, catalogue(), regions()), catalogue())
    if plain is not document:
        extraction = traditional.as_printed(extraction, document)
    values = to_values(document, extraction)
    findings, proofs = check(document, extraction, values)
    return Read(document, extraction, values, findings, proofs)


def check(
    document: Document, extraction: Extraction, values: tuple[Value, ...]
) -> tuple[tuple[Finding, ...], tuple[Proof, ...]]:
    """All findings and proofs on what holds now: a person's decision before the machine's reading."""
    if not extraction.is_annual_report:
        return (), ()
    checked = engine.run(extraction, values, catalogue(), document.text)
    source = document.source
    doubt = engine.encoding_finding(source.undecodable, source.encoding_confidence)
    return (*((doubt,) if doubt else ()), *reading.scans(document, values), *checked.findings), checked.proofs


def check_beside(own: Report, others: Mapping[int, Report]) -> tuple[Finding, ...]:
    """What does not go together with the reports of the same body, by year, for the years before and after."""
    return engine.beside(own, others, catalogue()) if own.extraction.is_annual_report else ()


def duplicate_finding(files: tuple[str, ...]) -> Finding:
    """Other files of the project report on the same body and year."""
    return Finding(Rule.DUPLICATE, Severity.WARNING, Message("check.duplicate.same", {"files": list(files)}))


def unrecognised_finding() -> Finding:
    """The report was taken in, or read again, although nothing in it looks like one: no check was run."""
    return Finding(Rule.IMPLAUSIBLE, Severity.ERROR, Message("check.implausible.no_report"))
