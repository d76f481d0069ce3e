"""Document -> Extraction: the parts in their order. What is no report is said to be none, and left at that."""

from core.extract import flattened
from core.extract.metadata import fields
from core.extract.metadata_dates import in_doubt
from core.extract.outline import outline
from core.extract.overfull import figures_unread
from core.extract.parts import cuts
from core.extract.report_kind import classify
from core.extract.statistics import statistics
from core.extract.tables import tables
from core.model.catalogue import Catalogue
from core.model.document import Document
from core.model.extraction import Extraction
from core.model.regions import Regions


def extract(document: Document, catalogue: Catalogue, regions: Regions) -> Extraction:
    """All that the machine finds in a document, each with its place, confidence and reason.

    Of several reports in one document the first is read, up to where the next one begins; `apart` tells them apart.
    """
    verdict = classify(document)
    if not verdict.is_annual_report:
        return Extraction(False, verdict.reason, verdict.parts)
    if stops := cuts(document, verdict.starts):
        document = document.between(0, stops[0])
    flat = flattened.find(document, tables(document, catalogue.forms), catalogue)
    prose = flat.without()
    sections = outline(prose)
    found = fields(prose, sections, regions)
    year = next((int(f.value) for f in found if f.key == "year" and f.value), None)
    issuer = next((f.value for f in found if f.key == "issuer" and f.value), None)
    unread = figures_unread(prose)
    stated = () if unread else statistics(prose, sections, year, issuer, catalogue)
    return Extraction(
        is_annual_report=True,
        reason=verdict.reason,
        parts=verdict.parts,
        fields=found,
        sections=sections,
        tables=flat.read(stated),
        statistics=stated,
        figures_unread=unread,
        dates_in_doubt=in_doubt(prose, found),
    )
