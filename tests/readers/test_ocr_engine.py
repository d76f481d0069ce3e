"""The add-on for scans at work, where it is installed (`make test-ocr`): pages as offices scan them.

The figures of the fixture's first page must be read, whichever way the page lies.
"""

import random
from collections.abc import Callable

import pytest
from PySide6.QtCore import QBuffer, QIODevice, QRectF
from PySide6.QtGui import QColor, QImage, QPainter, QTransform

from core.base.errors import DamagedFile, OddPicture
from core.model.document import Document
from core.readers import ocr
from core.readers.registry import read
from tests.fixtures import report
from tests.readers.test_ocr import FIXTURES, recorded

pytestmark = pytest.mark.skipif(ocr.command() is None, reason="the add-on for scans is not installed")


@pytest.fixture(scope="module")
def scan() -> QImage:
    return QImage(str(FIXTURES / "report.jpg"))


def encoded(image: QImage, kind: str = "PNG") -> bytes:
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, kind)
    return bytes(buffer.data().data())


def figures(document: Document) -> list[str]:
    words = [document.quote(c.span) for g in document.grids for c in g.cells]
    return [w for w in words if w.replace(".", "").isdigit()]


def turned(degrees: float) -> Callable[[QImage], QImage]:
    return lambda image: image.transformed(QTransform().rotate(degrees))


def sealed(image: QImage) -> QImage:
    """A red seal over the first figures."""
    image = image.convertToFormat(QImage.Format.Format_RGB32)
    painter = QPainter(image)
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Multiply)
    pen = painter.pen()
    pen.setColor(QColor(220, 40, 40))
    pen.setWidth(14)
    painter.setPen(pen)
    painter.drawEllipse(500, 720, 320, 320)
    painter.end()
    return image


def bordered(image: QImage) -> QImage:
    """The copier's black borders and two punch holes."""
    image = image.convertToFormat(QImage.Format.Format_RGB32)
    painter = QPainter(image)
    black = QColor(20, 20, 20)
    painter.fillRect(0, 0, 50, image.height(), black)
    painter.fillRect(0, 0, image.width(), 30, black)
    painter.setBrush(black)
    for y in (700, 1300):
        painter.drawEllipse(90, y, 48, 48)
    painter.end()
    return image


def grey(image: QImage) -> QImage:
    return image.convertToFormat(QImage.Format.Format_Grayscale8)


def nicked(image: QImage) -> QImage:
    """Gaps in all ruling lines, where `test_ocr` has recorded them on the straight page."""
    image = image.convertToFormat(QImage.Format.Format_RGB32)
    page = recorded()[0]["page"]
    chance = random.Random(5)
    painter = QPainter(image)
    painter.translate(image.width() / 2, image.height() / 2)
    painter.rotate(page["skew"])
    painter.translate(-image.width() / 2, -image.height() / 2)
    for at, low, high in page["across"]:
        for n in range(round(low), round(high), 6):
            if chance.random() < 0.15:
                painter.fillRect(QRectF(n, at - 4, 6, 8), QColor("white"))
    for at, low, high in page["down"]:
        for n in range(round(low), round(high), 6):
            if chance.random() < 0.15:
                painter.fillRect(QRectF(at - 4, n, 8, 6), QColor("white"))
    painter.end()
    return image


@pytest.mark.parametrize("change", [turned(90), turned(180), turned(270), sealed, bordered, grey])
def test_a_scanned_page_is_read(change: Callable[[QImage], QImage], scan: QImage) -> None:
    found = figures(read("a.png", encoded(change(scan))))
    wanted = report.figures()[: len(found)]
    assert len(found) > 60
    assert sum(a == b for a, b in zip(found, wanted, strict=True)) >= 0.98 * len(wanted)


def test_a_table_is_the_same_when_its_ruling_lines_have_gaps(scan: QImage) -> None:
    grids = [read("a.png", encoded(image)).grids for image in (scan, nicked(scan))]
    shapes = [
        [(g.rows, g.columns, [(c.row, c.column, c.row_span, c.column_span) for c in g.cells]) for g in found]
        for found in grids
    ]
    assert shapes[0]
    assert shapes[0] == shapes[1]


@pytest.mark.parametrize("side", [20, 100])
def test_a_picture_too_small_for_a_page_is_refused(side: int) -> None:
    image = QImage(side, side, QImage.Format.Format_RGB32)
    image.fill(QColor("white"))
    with pytest.raises(OddPicture):
        read("a.png", encoded(image))


def test_a_file_that_only_begins_like_a_picture_is_damaged(scan: QImage) -> None:
    with pytest.raises(DamagedFile):
        read("a.png", encoded(scan)[:2000])
