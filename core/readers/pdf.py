"""PDF with text: printed lines and ruled tables of all pages as one Document, every character with its place.

A table that goes on over the page is one table, a row or a label that the page's end cut is one row and one label.
Page numbers and running heads are set apart.
"""

from collections.abc import Sequence

import pypdfium2 as pdfium

from core.base.errors import DamagedFile, FileTooLarge, ScannedFile
from core.model.document import Document, PageSize, Source
from core.readers.limits import MOST_PAGES
from core.readers.page_flow import flow
from core.readers.page_layout import Page, laid_out
from core.readers.pdf_page import PDFIUM, PageContent, content, opened

_FEW = 20  # characters; a page with fewer and a picture over most of it is a scan
_PICTURED = 0.5
_READABLE = 0.5  # share of a text layer's characters that mean something


def read(source: Source, data: bytes, password: str | None = None) -> Document:
    """Make the Document of a PDF.

    Raises:
        DamagedFile, ProtectedFile, FileTooLarge: it cannot be opened, or has more pages than a report can have.
        ScannedFile: no page has a text layer that can be read.
    """
    with PDFIUM:
        file = opened(source.name, data, password)
    try:
        if len(file) > MOST_PAGES:
            raise FileTooLarge(name=source.name, size=len(file), limit=MOST_PAGES)
        contents = [_content(source, file, number) for number in range(len(file))]
    finally:
        with PDFIUM:
            file.close()
    if contents and not any(_is_text(c) for c in contents):
        raise ScannedFile(name=source.name, pages=len(contents))
    pages: Sequence[Page] = [laid_out(n, c) for n, c in enumerate(contents, start=1)]
    sizes = tuple(PageSize(c.width, c.height, _is_text(c) or c.pictured < _PICTURED) for c in contents)
    return flow(source, pages, sizes)


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


def _is_text(page: PageContent) -> bool:
    """Whether the page has a text layer that means something: not a scan, not signs without meaning."""
    if len(page.glyphs) < _FEW:
        return page.pictured < _PICTURED and bool(page.glyphs)
    meaning = sum(not ("\ue000" <= g.char <= "\uf8ff" or g.char in "\ufffd\x00" or g.char < " ") for g in page.glyphs)
    return meaning >= _READABLE * len(page.glyphs)
