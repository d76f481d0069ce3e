"""Pictures of pages: parts without seams, scans straight, ink in the colours of the theme."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import QBuffer, QIODevice, QPointF, QRectF
from PySide6.QtGui import QColor, QImage, QPainter
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
