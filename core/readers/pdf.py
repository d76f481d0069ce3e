"""PDF with text: printed lines and ruled tables of all pages as one Document, every character with its place.

A table that goes on over the page is one table, a row or a label that the page's end cut is one row and one label.
Page numbers and running heads are set apart.
"""

from collections.abc import Sequence
from dataclasses import replace

import pypdfium2 as pdfium

from core.base.errors import DamagedFile, TooManyPages
from core.model.document import Document, PageSize, Source
from core.readers import ocr
from core.readers.limits import MOST_PAGES, MOST_SCANS
from core.readers.page_flow import flow
from core.readers.pdf_page import PDFIUM, PageContent, content, opened
from core.readers.scanned import read_page
from core.readers.spread import sheet
from core.readers.text_layer import Layer, text_layer

DPI = 200  # of the pictures that the add-on is given
_LONGEST = 3600  # pixels of their longer side at most: A3 has 3310


def read(source: Source, data: bytes, password: str | None = None) -> Document:
    """Make the Document of a PDF.

    Raises:
        DamagedFile, ProtectedFile, TooManyPages: it cannot be opened, or has more pages than a report can have.
        ScannedFile: no page has a text layer that can be read, and the add-on for scans is not installed.
    """
    with PDFIUM:
        file = opened(source.name, data, password)
    try:
        if len(file) > MOST_PAGES:
            raise TooManyPages(name=source.name, pages=len(file), most=MOST_PAGES)
        contents = [_content(source, file, number) for number in range(len(file))]
        layers = [text_layer(c) for c in contents]
        scans = [n for n, layer in enumerate(layers) if layer is not Layer.TEXT]
        turns = _recognise(source, file, contents, scans, any(layer is not Layer.NONE for layer in layers))
    finally:
        with PDFIUM:
            file.close()
    pages = [sheet(n, c) for n, c in enumerate(contents, start=1)]
    sizes = tuple(
        PageSize(c.width, c.height, n in scans, turns.get(n, float(c.turn)), n in turns or layers[n] is not Layer.NONE)
        for n, c in enumerate(contents)
    )
    return flow(source, pages, sizes)


def _recognise(
    source: Source, file: pdfium.PdfDocument, contents: list[PageContent], scans: Sequence[int], has_text: bool
) -> dict[int, float]:
    """Put what the add-on reads into the places of the pages that are scans; gives the turn of each.

    Without the add-on a file with some text is read without its scanned pages; one that is all scans is refused.
    """
    if not scans or (ocr.command() is None and has_text):
        for n in scans:
            if text_layer(contents[n]) is Layer.NONE:
                contents[n] = replace(contents[n], glyphs=())  # words without meaning
        return {}
    if len(scans) > MOST_SCANS:
        raise TooManyPages(name=source.name, pages=len(scans), most=MOST_SCANS)
    turns: dict[int, float] = {}
    with ocr.engine(source.name, len(scans)) as engine:
        for n in scans:
            engine.open(picture(file, n, DPI))
            page = contents[n]
            scan = read_page(engine, 0, page.height if page.turn % 180 else page.width)  # as it is shown
            contents[n], turns[n] = scan.content, scan.turn
    return turns


def picture(file: pdfium.PdfDocument, number: int, dpi: float) -> bytes:
    """A page as a picture in colour: binary PPM, which needs no encoder."""
    with PDFIUM:
        page = file[number]
        scale = min(dpi / 72, _LONGEST / max(page.get_size()))
        bitmap = page.render(scale=scale, rev_byteorder=True)
        rows = memoryview(bitmap.buffer)
        wide = 3 * bitmap.width
        body = b"".join(bytes(rows[y * bitmap.stride : y * bitmap.stride + wide]) for y in range(bitmap.height))
    return b"P6 %d %d 255\n" % (bitmap.width, bitmap.height) + body


def _content(source: Source, file: pdfium.PdfDocument, number: int) -> PageContent:
    """One page; the library is free between two, for whoever draws pages meanwhile."""
    with PDFIUM:
        try:
            page = file[number]
        except pdfium.PdfiumError as error:
            raise DamagedFile(name=source.name, detail=f"p. {number + 1}") from error
        found = content(page)
        page.close()
        return found
