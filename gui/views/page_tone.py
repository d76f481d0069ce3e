"""Gives pictures of pages the colours of the paper: warm in the light theme, turned in the dark one."""

from PySide6.QtCore import QPoint
from PySide6.QtGui import QColor, QImage, QPainter

_Mode = QPainter.CompositionMode


def toned(page: QImage, paper: QColor, ink: QColor, dark: bool) -> QImage:
    """White becomes paper; in the dark theme black becomes ink, and colours keep their hue: a seal stays red."""
    found = _turned(page) if dark else page.copy()
    painter = QPainter(found)
    painter.setCompositionMode(_Mode.CompositionMode_Multiply)
    if not dark:
        painter.fillRect(found.rect(), paper)
    else:
        reach = QColor(ink.red() - paper.red(), ink.green() - paper.green(), ink.blue() - paper.blue())
        painter.fillRect(found.rect(), reach)
        painter.setCompositionMode(_Mode.CompositionMode_Plus)
        painter.fillRect(found.rect(), paper)
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
