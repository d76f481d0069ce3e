"""Pictures of pages (PNG, JPEG, TIFF, BMP): scans, read by the add-on."""

from core.model.document import Document, PageSize, Source
from core.readers import ocr
from core.readers.page_flow import flow
from core.readers.page_layout import laid_out

_WIDTH = 595.0  # points of A4; a picture does not say how large its paper was


def read(source: Source, data: bytes) -> Document:
    """Make the Document of one picture.

    Raises:
        ScannedFile: the add-on for scans is not installed.
        DamagedFile: the picture cannot be opened.
    """
    scan = ocr.recognise(source.name, [(data, _WIDTH)], 1)[0]
    size = PageSize(scan.content.width, scan.content.height, True, scan.turn)
    return flow(source, [laid_out(1, scan.content)], (size,))
