"""Makes a report as a PDF: two pages of text around one with a ruled table; the place and the figures are invented."""

from pathlib import Path

from PySide6.QtCore import QMarginsF, QRectF, Qt
from PySide6.QtGui import QFont, QPageLayout, QPageSize, QPainter, QPdfWriter

TITLE = "青石县2013年政府信息公开工作年度报告"
FIRST = (
    "根据《中华人民共和国政府信息公开条例》编制本报告。",
    "一、概述",
    "2013年，全县主动公开政府信息1473条，其中规范性文件28条。",
    "2013年，共收到政府信息公开申请21件，全部按时答复。",
)
ROWS = (
    ("指标名称", "单位", "统计数"),
    ("一、主动公开情况", "", ""),
    ("主动公开政府信息数", "条", "1473"),
    ("其中：规范性文件数", "条", "28"),
    ("二、依申请公开情况", "", ""),
    ("收到申请数", "件", "21"),
)
LAST = ("五、存在的问题", "公开的内容还不够深入，下一步将加强培训。", "青石县人民政府办公室", "2014年3月18日")
_LINE, _LEFT, _WIDE, _RULE = 28, 70, 455, 0.8  # points


def write_pdf(path: Path, pages: int = 3) -> Path:
    """Write the report, with more pages of text after it when more than three are asked for."""
    writer, painter = _begin(path, QPageSize.PageSizeId.A4, QPageLayout.Orientation.Portrait, 14)
    _lines(painter, (TITLE, *FIRST), Qt.AlignmentFlag.AlignLeft)
    writer.newPage()
    _table(painter, ROWS, (255, 80, 120))
    writer.newPage()
    _lines(painter, LAST, Qt.AlignmentFlag.AlignLeft)
    for number in range(3, pages):
        writer.newPage()
        _lines(painter, (f"附件{number}", *FIRST[:1]), Qt.AlignmentFlag.AlignLeft)
    painter.end()
    return path


def write_sheet(path: Path) -> Path:
    """Write a wide table on one large sheet that lies on its side."""
    _, painter = _begin(path, QPageSize.PageSizeId.A3, QPageLayout.Orientation.Landscape, 12)
    painter.drawText(QRectF(_LEFT, 40, _WIDE, _LINE), Qt.AlignmentFlag.AlignVCenter, TITLE)
    heads = ("指标名称", *(f"第{n}部门" for n in range(12)))
    _table(painter, (heads, ("主动公开政府信息数", *(str(4012 + n) for n in range(12)))), (200, *(70,) * 12))
    painter.end()
    return path


def _begin(
    path: Path, size: QPageSize.PageSizeId, way: QPageLayout.Orientation, pixels: int
) -> tuple[QPdfWriter, QPainter]:
    writer = QPdfWriter(str(path))
    writer.setPageSize(QPageSize(size))
    writer.setPageOrientation(way)
    writer.setPageMargins(QMarginsF(0, 0, 0, 0))
    writer.setResolution(72)
    painter = QPainter(writer)
    font = QFont("Noto Sans CJK SC")
    font.setPixelSize(pixels)
    painter.setFont(font)
    return writer, painter


def _lines(painter: QPainter, lines: tuple[str, ...], way: Qt.AlignmentFlag) -> None:
    for n, line in enumerate(lines):
        painter.drawText(QRectF(_LEFT, 90 + n * _LINE, _WIDE, _LINE), way | Qt.AlignmentFlag.AlignVCenter, line)


def _table(painter: QPainter, rows: tuple[tuple[str, ...], ...], widths: tuple[int, ...]) -> None:
    for r, row in enumerate(rows):
        x = _LEFT
        for width, words in zip(widths, row, strict=True):
            box = QRectF(x, 100 + r * _LINE, width, _LINE)
            for edge in (
                QRectF(x, box.top(), width, _RULE),
                QRectF(x, box.bottom(), width, _RULE),
                QRectF(x, box.top(), _RULE, _LINE),
                QRectF(x + width, box.top(), _RULE, _LINE),
            ):
                painter.fillRect(edge, Qt.GlobalColor.black)
            painter.drawText(box.adjusted(6, 0, -6, 0), Qt.AlignmentFlag.AlignVCenter, words)
            x += width
