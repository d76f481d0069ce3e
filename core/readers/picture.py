"""Pictures of pages (PNG, JPEG, BMP, TIFF of one or many pages): scans, read by the add-on."""

from core.base.errors import TooManyPages
from core.model.document import Document, PageSize, Source
from core.readers import ocr
from core.readers.limits import MOST_SCANS
from core.readers.page_flow import flow
from core.readers.scanned import read_page
from core.readers.spread import sheet


def read(source: Source, data: bytes) -> Document:
    """Make the Document of one file.

    Raises:
        ScannedFile: the add-on for scans is not installed.
        DamagedFile, OddPicture, TooManyPages: it cannot be opened, or has less or more than a report can have.
    """
    with ocr.engine(source.name, 1) as engine:
        count = engine.open(data)
        if count > MOST_SCANS:
            raise TooManyPages(name=source.name, pages=count, most=MOST_SCANS)
        scans = [read_page(engine, n) for n in range(count)]
    sizes = tuple(PageSize(s.content.width, s.content.height, True, s.turn) for s in scans)
    return flow(source, [sheet(n, s.content) for n, s in enumerate(scans, start=1)], sizes)
