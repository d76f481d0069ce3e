"""Reports in traditional script: extracted through their simplified reading, kept in the words as printed.

Patterns and catalogues know one script. Offsets are the same in both, so only words have to be put back.
"""

from collections.abc import Iterable
from dataclasses import replace

from core.base import script
from core.base.text import widths
from core.model.document import Document, Span
from core.model.extraction import Extraction, Field, Row, Statistic, Table


def plain(document: Document) -> Document:
    """The document in simplified script; itself when it is written so."""
    if not script.is_traditional(document.text):
        return document
    return replace(document, text=script.simplified(document.text))


def as_printed(extraction: Extraction, document: Document) -> Extraction:
    """What was found in the simplified reading, in the words of the original. Units and regions keep their own."""
    words = _Words(document)
    return replace(
        extraction,
        fields=tuple(words.field(f) for f in extraction.fields),
        sections=tuple(replace(s, title=words.of(s.title, [s.heading])) for s in extraction.sections),
        tables=tuple(words.table(t) for t in extraction.tables),
        statistics=tuple(words.statistic(s) for s in extraction.statistics),
    )


class _Words:
    """Puts words back: each character as it is printed in the stretch where it was found."""

    def __init__(self, document: Document) -> None:
        self._text = document.text
        self._plain = script.simplified(document.text)

    def of(self, found: str, spans: Iterable[Span | None]) -> str:
        """The words `found` in these stretches, as printed."""
        signs: dict[str, str] = {}
        for span in spans:
            if span is not None:
                for read, printed in zip(
                    widths(self._plain[span.start : span.end]), widths(self._text[span.start : span.end]), strict=True
                ):
                    signs.setdefault(read, printed)
        return "".join(signs.get(c, c) for c in found)

    def field(self, field: Field) -> Field:
        return field if field.value is None else replace(field, value=self.of(field.value, [field.span]))

    def table(self, table: Table) -> Table:
        spans = [table.title_span, table.span]
        return replace(
            table,
            title=self.of(table.title, spans),
            columns=tuple(
                replace(c, path=tuple(self.of(p, [c.header, table.span]) for p in c.path)) for c in table.columns
            ),
            rows=tuple(self.row(r, table.span) for r in table.rows),
        )

    def row(self, row: Row, whole: Span) -> Row:
        return replace(
            row,
            label=self.of(row.label, [row.label_span]),
            groups=tuple(self.of(g, [whole]) for g in row.groups),
            cells=tuple(replace(c, text=self.of(c.text, [c.span])) for c in row.cells),
        )

    def statistic(self, statistic: Statistic) -> Statistic:
        who = statistic.who and self.of(statistic.who, [statistic.span])
        return replace(statistic, label=self.of(statistic.label, [statistic.span]), who=who)
