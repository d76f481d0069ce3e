"""The facts about a report: what it is called, whose it is, of which year, and how to reach its authors."""

from collections.abc import Sequence

from core.extract import metadata_bodies, metadata_contacts, metadata_dates, metadata_page, metadata_signature
from core.extract.metadata_compiler import compiler
from core.extract.titles import Title, find_titles, title_in_text
from core.model.document import Document
from core.model.extraction import Field, Section
from core.model.message import Message
from core.model.regions import Regions


def fields(document: Document, sections: Sequence[Section], regions: Regions) -> tuple[Field, ...]:
    """All fields in the order in which they stand in the report; concluded ones come after what they come from."""
    titles = find_titles(document)
    title = titles[0] if titles else title_in_text(document)
    period = metadata_dates.period(document)
    found: list[Field] = _title_fields(title)
    if not any(f.key == "year" for f in found):
        found += metadata_dates.year_without_title(document, period)
    year = next((int(f.value) for f in found if f.key == "year" and f.value), None)
    signature = metadata_signature.signature(document, sections, year)
    found += period
    found += metadata_signature.signed(signature)
    signed_at = {f.span for f in found if f.key == "sign_date"}
    found += [f for f in metadata_page.published(document) if f.span not in signed_at]
    found += metadata_page.index_number(document)
    found += metadata_bodies.bodies(document, title, signature, year, regions)
    found += compiler(document, signature, next((f for f in found if f.key == "issuer"), None))
    found += metadata_contacts.contacts(document)
    return tuple(sorted(found, key=lambda f: f.span.start if f.span else len(document.text)))


def _title_fields(title: Title | None) -> list[Field]:
    if title is None:
        return []
    code = "extract.field.title" if title.is_line else "extract.field.in_text"
    found = [Field("title", title.text, title.span, 0.97 if title.is_line else 0.8, Message(code))]
    if title.year and title.year_span:
        found.append(Field("year", str(title.year), title.year_span, 0.97, Message("extract.field.from_title")))
    return found
