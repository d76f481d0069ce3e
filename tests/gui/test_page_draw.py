"""Pictures of pages: parts without seams, scans straight, ink in the colours of the theme."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import QBuffer, QIODevice, QPointF, QRectF
from PySide6.QtGui import QColor, QImage, QPainter, QTransform
from PySide6.QtWidgets import QApplication

from core.app.pages import PageImages
from core.base.errors import DamagedFile
from core.model.document import PageSize
from gui.theme import Theme
from gui.views.page_draw import PageDrawer, tiles
from gui.views.page_tone import ink
from tests.gui.paper_pdf import write_pdf
from tests.readers.printed_pages import latin_pdf

A4 = PageSize(595.0, 842.0)


def drawer(data: bytes, size: PageSize = A4, is_picture: bool = False) -> PageDrawer:
    return PageDrawer(PageImages("a.x", lambda: data, is_picture=is_picture), [size])


def picture(degrees: float) -> bytes:
    """A scan with a black bar across, turned clockwise."""
    image = QImage(300, 424, QImage.Format.Format_RGB32)
    image.fill(QColor("white"))
    painter = QPainter(image)
    painter.translate(150, 212)
    painter.rotate(degrees)
    painter.fillRect(QRectF(-120, -102, 240, 4), QColor("black"))
    painter.end()
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")
    return bytes(buffer.data().data())


@pytest.mark.parametrize("size", [(595, 842), (2380, 3368), (5001, 1500)])
def test_parts_cover_a_page_once(size: tuple[int, int]) -> None:
    parts = tiles(1, *size)
    assert sum((t.x1 - t.x0) * (t.y1 - t.y0) for t in parts) == size[0] * size[1]
    assert max(max(t.x1 - t.x0, t.y1 - t.y0) for t in parts) <= 2048
    assert len({(t.x0, t.y0) for t in parts}) == len(parts)


def test_a_page_in_parts_is_the_page_as_a_whole(qapp: QApplication, chinese_font: str, tmp_path: Path) -> None:
    made = drawer(write_pdf(tmp_path / "a.pdf").read_bytes())
    width, height = 1190, 1684
    parts = tiles(1, width, height)
    assert len(parts) > 1
    joined = QImage(width, height, QImage.Format.Format_RGB32)
    painter = QPainter(joined)
    for tile in parts:
        painter.drawImage(QPointF(tile.x0, tile.y0), made.draw(tile))
    painter.end()
    whole = made.draw(partial(type(parts[0]), 1, width, height)(0, 0, width, height))
    differing = sum(
        abs(QColor(joined.pixel(x, y)).lightness() - QColor(whole.pixel(x, y)).lightness()) > 40
        for y in range(0, height, 3)
        for x in range(0, width, 3)
    )
    assert differing < 20
    made.close()


@pytest.mark.parametrize("degrees", [0.0, 1.2, -0.8])
def test_a_scan_is_shown_straight_where_its_words_were_read(degrees: float) -> None:
    made = drawer(picture(degrees), PageSize(595, 842, is_scan=True, turn=degrees), is_picture=True)
    image = made.draw(tiles(1, 300, 424)[0])
    dark = [y for x in (40, 150, 260) for y in range(424) if QColor(image.pixel(x, y)).lightness() < 100]
    assert dark
    assert max(dark) - min(dark) <= 5
    assert abs(sum(dark) / len(dark) - 112) < 2


@pytest.mark.parametrize(
    ("turn", "matrix", "size"),
    [
        (270, "0 1 -1 0 495 50", (842, 595)),
        (90, "0 -1 1 0 100 792", (842, 595)),
        (180, "-1 0 0 -1 545 742", (595, 842)),
    ],
)
def test_a_page_whose_text_runs_sideways_is_shown_as_it_is_read(
    turn: float, matrix: str, size: tuple[int, int]
) -> None:
    """A bar is drawn below the beginning of the text: it has to be in the upper left of what is shown."""
    data = latin_pdf(f"q {matrix} cm 0 0 200 6 re f Q")
    made = drawer(data, PageSize(*size, turn=turn))
    image = made.draw(tiles(1, *size)[0])
    dark = [(x, y) for x in range(0, size[0], 4) for y in range(size[1]) if QColor(image.pixel(x, y)).lightness() < 100]
    made.close()
    assert (image.width(), image.height()) == size
    assert 45 <= min(x for x, _ in dark) <= 55
    assert 245 <= max(x for x, _ in dark) <= 255
    below = {270: 495, 90: 495, 180: 742}[int(turn)]
    assert below - 8 <= min(y for _, y in dark) <= max(y for _, y in dark) <= below + 1


def encoded(image: QImage, kind: str = "PNG") -> bytes:
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, kind)
    return bytes(buffer.data().data())


@pytest.mark.parametrize("quarters", [0, 1, 2, 3])
def test_a_scan_that_lies_on_its_side_is_shown_upright(quarters: int) -> None:
    upright = QImage.fromData(picture(0.8))
    lying = upright.transformed(QTransform().rotate(90 * quarters))
    size = PageSize(595, 842, is_scan=True, turn=90.0 * quarters + 0.8)
    image = drawer(encoded(lying), size, is_picture=True).draw(tiles(1, 300, 424)[0])
    assert (image.width(), image.height()) == (300, 424)
    dark = [y for x in (40, 150, 260) for y in range(424) if QColor(image.pixel(x, y)).lightness() < 100]
    assert dark
    assert max(dark) - min(dark) <= 5
    assert abs(sum(dark) / len(dark) - 112) < 2


def test_a_photo_is_shown_as_the_camera_was_held() -> None:
    wide = QImage(200, 100, QImage.Format.Format_RGB32)
    wide.fill(QColor("white"))
    for x in range(100):
        for y in range(100):
            wide.setPixelColor(x, y, QColor("black"))
    plain = encoded(wide, "JPG")
    # Source: Exif 2.3, 4.6.4, orientation 6: the camera was turned, the picture is upright when turned clockwise.
    tag = b"II*\x00\x08\x00\x00\x00\x01\x00\x12\x01\x03\x00\x01\x00\x00\x00\x06\x00\x00\x00\x00\x00\x00\x00"
    exif = b"Exif\x00\x00" + tag
    held = plain[:2] + b"\xff\xe1" + (len(exif) + 2).to_bytes(2, "big") + exif + plain[2:]
    image = drawer(held, PageSize(595, 1190, is_scan=True), is_picture=True).draw(tiles(1, 100, 200)[0])
    assert QColor(image.pixel(50, 40)).lightness() < 50
    assert QColor(image.pixel(50, 160)).lightness() > 200


def two_pages() -> bytes:
    """A TIFF of a white and a black page, one bit a pixel. Source: TIFF 6.0, sections 2 and 3."""
    width, height = 296, 424
    data = bytearray(b"II*\x00")
    links = [4]
    data += bytes(4)
    for white in (0xFF, 0x00):
        start = len(data)
        data += bytes([white]) * (width // 8 * height)
        data[links[-1] : links[-1] + 4] = len(data).to_bytes(4, "little")
        tags = ((256, width), (257, height), (258, 1), (259, 1), (262, 1), (273, start), (278, height))
        tags += ((279, width // 8 * height),)
        data += len(tags).to_bytes(2, "little")
        for tag, value in tags:
            data += tag.to_bytes(2, "little") + b"\x04\x00\x01\x00\x00\x00" + value.to_bytes(4, "little")
        links.append(len(data))
        data += bytes(4)
    return bytes(data)


def test_each_page_of_a_file_of_pictures_is_shown() -> None:
    size = PageSize(595, 852, is_scan=True)
    made = PageDrawer(PageImages("a.tif", two_pages, is_picture=True), [size] * 3)
    shown = [QColor(made.draw(tiles(n, 296, 424)[0]).pixel(100, 100)).lightness() for n in (1, 2, 1)]
    assert shown == [255, 0, 255]
    with pytest.raises(DamagedFile):
        made.draw(tiles(3, 296, 424)[0])


def test_a_picture_that_is_none_is_called_damaged() -> None:
    with pytest.raises(DamagedFile):
        drawer(b"\x89PNG nothing", is_picture=True).draw(tiles(1, 100, 100)[0])


@pytest.mark.parametrize(
    ("colour", "is_right"),
    [
        ("#ffffff", lambda c: c.lightness() < 5),  # white paper adds nothing
        ("#000000", lambda c: c.lightness() > 170),
        ("#d01010", lambda c: c.red() > 150 and c.red() > 2 * c.blue()),  # a seal stays red
        ("#808080", lambda c: 60 < c.lightness() < 130),
    ],
)
def test_in_the_dark_light_and_dark_change_places_and_colours_stay(
    colour: str, is_right: Callable[[QColor], bool]
) -> None:
    theme = Theme("dark")
    page = QImage(4, 4, QImage.Format.Format_RGB32)
    page.fill(QColor(colour))
    found = QColor(ink(page, theme.colour("paper"), theme.colour("text"), True).pixel(1, 1))
    assert is_right(found), found.name()
    same = QColor(ink(page, theme.colour("paper"), theme.colour("text"), False).pixel(1, 1))
    assert same.name() == colour
