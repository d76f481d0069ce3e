"""Pictures of pages as ink: what is drawn over paper and marks, in the colours of the theme."""

from PySide6.QtCore import QPoint
from PySide6.QtGui import QColor, QImage, QPainter

_Mode = QPainter.CompositionMode


def ink(page: QImage, paper: QColor, text: QColor, dark: bool) -> QImage:
    """What a page takes from white paper by multiplying, or in the dark theme adds to dark paper.

    There black becomes the colour of text, and colours keep their hue: a red seal stays red.
    """
    if not dark:
        return page
    found = _turned(page)
    painter = QPainter(found)
    painter.setCompositionMode(_Mode.CompositionMode_Multiply)
    reach = QColor(text.red() - paper.red(), text.green() - paper.green(), text.blue() - paper.blue())
    painter.fillRect(found.rect(), reach)
    painter.end()
    return found


def _turned(page: QImage) -> QImage:
    """Light and dark exchanged: to each channel 255 less twice the grey value is added."""
    grey = page.convertToFormat(QImage.Format.Format_Grayscale8).convertToFormat(QImage.Format.Format_RGB32)
    dark = grey.copy()
    dark.invertPixels()
    return _less(_more(dark, _less(page, grey)), _less(grey, page))


def _more(first: QImage, second: QImage) -> QImage:
    found = first.copy()
    painter = QPainter(found)
    painter.setCompositionMode(_Mode.CompositionMode_Plus)
    painter.drawImage(QPoint(0, 0), second)
    painter.end()
    return found


def _less(first: QImage, second: QImage) -> QImage:
    """Channels of the first without those of the second, 0 at least."""
    found = first.copy()
    found.invertPixels()
    found = _more(found, second)
    found.invertPixels()
    return found
