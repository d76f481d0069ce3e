"""Pages for the tests of the PDF reader: characters set where they are wanted, and a file of plain Latin text."""

from collections.abc import Iterable, Sequence

from core.model.document import BlockKind, Document, PageSize, Source
from core.readers.page_flow import flow
from core.readers.page_layout import laid_out
from core.readers.pdf_page import Glyph, PageContent
from core.readers.rulings import Rule

WIDTH, HEIGHT = 595.0, 842.0
SIZE = 10.0


def typed(words: str, x: float, y: float, size: float = SIZE) -> list[Glyph]:
    """Words from `x` on with their upper edge at `y`: a Latin letter is half as wide as a Chinese character."""
    found: list[Glyph] = []
    spaced = False
    for char in words:
        wide = size * (0.25 if char == " " else 0.5 if char.isascii() else 1.0)
        if char != " ":
            found.append(Glyph(char, x, y, x + wide, y + 1.2 * size, size, 1.0, spaced))
        spaced = char == " "
        x += wide
    return found


def centred(words: str, x: float, y: float) -> list[Glyph]:
    """Words with their middle at `x`."""
    wide = sum(0.5 if char.isascii() else 1.0 for char in words) * SIZE
    return typed(words, x - wide / 2, y)


def page(glyphs: Iterable[Glyph], across: Sequence[Rule] = (), down: Sequence[Rule] = ()) -> PageContent:
    """A page of A4."""
    return PageContent(WIDTH, HEIGHT, tuple(glyphs), tuple(across), tuple(down), 0.0)


def document(*pages: PageContent) -> Document:
    """The Document of pages."""
    sizes = tuple(PageSize(p.width, p.height) for p in pages)
    return flow(Source("a.pdf", "", "pdf", 0), [laid_out(n, p) for n, p in enumerate(pages, start=1)], sizes)


def tables(found: Document) -> list[list[list[str]]]:
    """The words of each table, row by row, as its cells begin; a break within a cell is a bar."""
    return [
        [cell.split("\t") for cell in found.text[b.start : b.end].replace("\u2028", "|").split("\n")]
        for b in found.blocks
        if b.kind is BlockKind.TABLE
    ]


def latin_pdf(content: str, page_keys: str = "", box: str = "0 0 595 842", form: str = "") -> bytes:
    """A file of one page that draws `content` with Helvetica as /F1, and `form`, twice as large, as /X."""
    stream = content.encode("latin-1")
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        f"<< /Type /Page /Parent 2 0 R /MediaBox [{box}] {page_keys} /Contents 4 0 R"
        " /Resources << /Font << /F1 5 0 R >> /XObject << /X 6 0 R >> >> >>".encode(),
        b"<< /Length %d >>\nstream\n%s\nendstream" % (len(stream), stream),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
        b"<< /Type /XObject /Subtype /Form /BBox [0 0 500 500] /Matrix [2 0 0 2 100 50] /Length %d >>\n" % len(form)
        + b"stream\n%s\nendstream" % form.encode("latin-1"),
    ]
    data, places = b"%PDF-1.4\n", []
    for number, words in enumerate(objects, start=1):
        places.append(len(data))
        data += b"%d 0 obj\n%s\nendobj\n" % (number, words)
    start = len(data)
    data += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    data += b"".join(b"%010d 00000 n \n" % place for place in places)
    return data + b"trailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, start)
