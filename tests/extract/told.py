"""The figures that a sentence of an invented county tells, as statistics and as plain pairs."""

from core.base.resources import resource
from core.extract.statistics import statistics
from core.mapping.catalogue_file import load
from core.model.document import Span
from core.model.extraction import Section, SectionKind, Statistic
from core.readers.registry import read

CATALOGUE = load(resource("catalogue"))
A, R = SectionKind.APPLICATIONS, SectionKind.REVIEW_LITIGATION


def found_in(
    text: str, kind: SectionKind = SectionKind.OVERVIEW, issuer: str = "丙县人民政府"
) -> tuple[Statistic, ...]:
    document = read("丙县.txt", text.encode())
    section = Section(0, "", kind, 0, len(text), Span(0, 0))
    return statistics(document, (section,), 2017, issuer, CATALOGUE)


def told(text: str, kind: SectionKind = SectionKind.OVERVIEW) -> list[tuple[str | None, int]]:
    return [(s.indicator, int(s.value)) for s in found_in(text, kind)]
