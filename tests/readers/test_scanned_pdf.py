"""PDF pages that are pictures, some with a text layer of somebody else's: page by page the better one is read."""

from pathlib import Path

import pytest

from core.model.document import Document
from core.readers import ocr
from core.readers.registry import read
from tests.readers.recorded import install, page

FIGURES = "2022 12 11 486 35 17 3 0713 8620011"  # figures mean something in any text layer


def pdf(*pages: tuple[str, bool, int]) -> bytes:
    """Pages of A4, each with words, whether a picture lies over it, and how the words are drawn (3: invisible)."""
    objects = [b"<</Type/Catalog/Pages 2 0 R>>", b""]
    objects.append(b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>")
    image = b"<</Type/XObject/Subtype/Image/Width 1/Height 1/ColorSpace/DeviceGray/BitsPerComponent 8/Length 1>>"
    objects.append(image + b"stream\n\xff\nendstream")
    kids = []
    for words, pictured, how in pages:
        drawn = "q 595 0 0 842 0 0 cm /I Do Q " if pictured else ""
        stream = f"{drawn}BT /F 12 Tf {how} Tr 72 700 Td ({words}) Tj ET".encode("latin-1")
        objects.append(b"<</Length %d>>stream\n%b\nendstream" % (len(stream), stream))
        resources = b"<</Font<</F 3 0 R>>/XObject<</I 4 0 R>>>>"
        kids.append(len(objects) + 1)
        objects.append(
            b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources %b/Contents %d 0 R>>"
            % (resources, len(objects))
        )
    objects[1] = b"<</Type/Pages/Count %d/Kids[%b]>>" % (len(kids), b" ".join(b"%d 0 R" % k for k in kids))
    data, places = bytearray(b"%PDF-1.4\n"), []
    for number, body in enumerate(objects, start=1):
        places.append(len(data))
        data += b"%d 0 obj%b\nendobj\n" % (number, body)
    start = len(data)
    data += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    data += b"".join(b"%010d 00000 n \n" % place for place in places)
    return bytes(data + b"trailer<</Size %d/Root 1 0 R>>startxref\n%d\n%%%%EOF" % (len(objects) + 1, start))


@pytest.fixture(params=[True, False], ids=["add-on", "no add-on"])
def has_addon(request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> bool:
    if request.param:
        install(tmp_path, monkeypatch, [page()])
    else:
        monkeypatch.setenv(ocr.VARIABLE, str(tmp_path))
    return bool(request.param)


def states(document: Document) -> list[tuple[bool, bool]]:
    return [(p.is_scan, p.is_read) for p in document.pages]


def test_a_text_layer_below_a_picture_gives_way_to_the_add_on(has_addon: bool) -> None:
    found = read("a.pdf", pdf((FIGURES, True, 3)))
    assert states(found) == [(True, True)]
    assert ("结转" in found.text, "8620011" in found.text) == (has_addon, not has_addon)


def test_a_text_layer_without_meaning_is_not_read(has_addon: bool) -> None:
    found = read("a.pdf", pdf(("iRr iW E fE fa E TH h ff Il tt", True, 0), (FIGURES, False, 0)))
    assert "fa" not in found.text
    assert states(found) == [(True, has_addon), (False, True)]
    assert "8620011" in found.text


@pytest.mark.usefixtures("has_addon")
def test_text_over_a_background_is_text() -> None:
    found = read("a.pdf", pdf((FIGURES, True, 0)))
    assert states(found) == [(False, True)]
    assert "".join(found.text.split()) == FIGURES.replace(" ", "")
