"""Pages of a PDF as pictures, for whoever shows them; a scan that came as a picture is handed out as it is."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from core.base.errors import DamagedFile

if TYPE_CHECKING:
    import pypdfium2 as pdfium


@dataclass(frozen=True, slots=True)
class PageImage:
    """Rows of `stride` bytes from the top; a pixel is blue, green, red and an unused byte."""

    width: int
    height: int
    stride: int
    pixels: bytes


@dataclass(frozen=True, slots=True)
class Part:
    """A rectangle of a page's whole picture, in its pixels, origin top-left."""

    x: int
    y: int
    width: int
    height: int


class PageImages:
    """Draws the pages of one file. The file is opened with the first picture and kept open until `close`.

    So is the page that was drawn last: a scan on it has not to be unpacked again for its other parts.

    May be called from any thread; the library behind it is entered by one at a time.

    Args:
        name: the file's name, for errors.
        load: gives the file's bytes.
        is_picture: the file is itself a picture of its one page.
    """

    def __init__(
        self, name: str, load: Callable[[], bytes], password: str | None = None, is_picture: bool = False
    ) -> None:
        self.name, self._load, self._password = name, load, password
        self.is_picture = is_picture
        self._file: pdfium.PdfDocument | None = None
        self._sheet: tuple[int, pdfium.PdfPage] | None = None

    def image(self, page: int, scale: float, part: Part) -> PageImage:
        """A part of a page.

        Args:
            page: from 1.
            scale: pixels of the whole picture for one point of the page.

        Raises:
            ProtectedFile: the password is missing or wrong.
            DamagedFile: the file or the page cannot be opened.
        """
        import pypdfium2 as pdfium  # late: the window must not wait for it

        from core.readers.pdf_page import PDFIUM, opened

        with PDFIUM:
            if self._file is None:
                self._file = opened(self.name, self._load(), self._password)
            if self._sheet is None or self._sheet[0] != page:
                self._leave_sheet()
                try:
                    self._sheet = page, self._file[page - 1]
                except (pdfium.PdfiumError, IndexError) as error:
                    raise DamagedFile(name=self.name, detail=f"p. {page}") from error
            return _drawn(self._sheet[1], scale, part)

    def data(self) -> bytes:
        """The file's bytes."""
        return self._load()

    def close(self) -> None:
        """Let go of the file; another picture opens it again."""
        if self._file is None:
            return
        from core.readers.pdf_page import PDFIUM

        with PDFIUM:
            self._leave_sheet()
            self._file.close()
            self._file = None

    def _leave_sheet(self) -> None:
        if self._sheet is not None:
            self._sheet[1].close()
            self._sheet = None


def _drawn(sheet: "pdfium.PdfPage", scale: float, part: Part) -> PageImage:
    import pypdfium2 as pdfium

    width, height = sheet.get_size()
    bitmap = pdfium.PdfBitmap.new_native(part.width, part.height, pdfium.raw.FPDFBitmap_BGRx)
    try:
        bitmap.fill_rect((255, 255, 255, 255), 0, 0, part.width, part.height)
        place = (-part.x, -part.y, round(width * scale), round(height * scale))
        pdfium.raw.FPDF_RenderPageBitmap(bitmap, sheet, *place, 0, pdfium.raw.FPDF_ANNOT)
        return PageImage(part.width, part.height, bitmap.stride, bytes(bitmap.buffer))
    finally:
        bitmap.close()
