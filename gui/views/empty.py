"""What is there before anything is: a place to drop files on, three ways to begin, the recent projects."""

from collections.abc import Sequence
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QPointF, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from core.base.paths import is_there
from gui import icons
from gui.theme import Theme
from gui.views.small import Picture


class _Idea(QWidget):
    """The one idea of the program: a line of the original, and the value read from it."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.setFixedSize(152, 56)

    def paintEvent(self, event: QPaintEvent) -> None:
        p, colour = QPainter(self), self._theme.colour
        p.setRenderHint(QPainter.RenderHint.Antialiasing)
        p.setPen(QPen(colour("line2"), 1.5))
        p.setBrush(colour("paper"))
        p.drawRoundedRect(QRectF(1, 1, 56, 54), 3, 3)
        p.setBrush(colour("surface"))
        p.drawRoundedRect(QRectF(95, 1, 56, 54), 3, 3)
        for y in (19, 37):
            p.drawLine(QPointF(95, y), QPointF(151, y))
        for y, right in ((12, 48), (20, 44), (38, 48), (46, 32)):
            p.drawLine(QPointF(10, y), QPointF(right, y))
        p.setPen(QPen(colour("ev_ring"), 1.5))
        p.setBrush(colour("ev_now"))
        p.drawRoundedRect(QRectF(22, 24.5, 26, 9), 2, 2)
        p.drawLine(QPointF(49, 29), QPointF(90, 29))
        p.drawPolyline([QPointF(86, 25.5), QPointF(90, 29), QPointF(86, 32.5)])
        icons.paint(p, self._theme, "state-confirmed", QRectF(117, 22, 12, 12), "confirmed")
        p.end()


class EmptyView(QWidget):
    """Shown without a project, and for a project without reports."""

    import_files_requested = Signal()
    import_folder_requested = Signal()
    open_requested = Signal()
    recent_chosen = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.is_target = False  # files are held over the window
        self._recent = QGridLayout()
        self._recent.setContentsMargins(0, 0, 0, 0)
        self._recent.setHorizontalSpacing(8)
        self._recent.setVerticalSpacing(6)
        self._recent_head = QLabel(self.tr("Recent projects"))
        self._recent_head.setObjectName("strong")
        column = QVBoxLayout()
        column.setSpacing(0)
        title = QLabel(self.tr("No reports yet"))
        title.setObjectName("display")
        lead = QLabel(self.tr("Drop or paste files or folders of annual reports on the window, or begin here."))
        lead.setObjectName("quiet")
        formats = QLabel(
            self.tr("Reads PDF, DOCX, DOC, WPS, RTF, ODT, XLSX, XLS, ET, ODS, HTML, MHT, TXT and ZIP of these")
        )
        scans = QLabel(self.tr("With the add-on for scans also JPG, PNG, TIFF, BMP and PDF without text"))
        for label in (formats, scans):
            label.setObjectName("caption")
        begin = (_Idea(theme), 20, title, 8, lead, 20, self._buttons(), 14, formats, 4, scans)
        for part in (*begin, 32, self._recent_head, 8):
            if isinstance(part, int):
                column.addSpacing(part)
            elif isinstance(part, QHBoxLayout):
                column.addLayout(part)
            else:
                column.addWidget(part)
        column.addLayout(self._recent)
        middle = QHBoxLayout()
        middle.addStretch(1)
        middle.addLayout(column)
        middle.addStretch(1)
        layout = QVBoxLayout(self)
        layout.addStretch(4)
        layout.addLayout(middle)
        layout.addStretch(5)

    def _buttons(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(8)
        self.import_files = QPushButton(self.tr("Import files"))
        self.import_files.setObjectName("primary")
        self.import_files.setIcon(icons.icon(self._theme, "import", "on_accent"))
        self.import_folder = QPushButton(self.tr("Import folder"))
        self.open_project = QPushButton(self.tr("Open project"))
        signals = (self.import_files_requested, self.import_folder_requested, self.open_requested)
        for button, signal in zip((self.import_files, self.import_folder, self.open_project), signals, strict=True):
            button.setMinimumHeight(self._theme.px(32))
            button.clicked.connect(signal)
            row.addWidget(button)
        row.addStretch(1)
        return row

    def show_recent(self, paths: Sequence[str]) -> None:
        """List the projects that were open last and still exist."""
        while (item := self._recent.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.deleteLater()
        found = [Path(p) for p in paths if is_there(Path(p))][:5]
        self._recent_head.setVisible(bool(found))
        for n, path in enumerate(found):
            link = QPushButton(path.name)
            link.setObjectName("link")
            link.setToolTip(str(path))
            link.setCursor(Qt.CursorShape.PointingHandCursor)
            link.clicked.connect(lambda _=False, p=str(path): self.recent_chosen.emit(p))
            when = QLabel(self._when(path))
            when.setObjectName("quiet")
            self._recent.addWidget(Picture(self._theme, "folder"), n, 0)
            self._recent.addWidget(link, n, 1, Qt.AlignmentFlag.AlignLeft)
            self._recent.addWidget(when, n, 2)
        self._recent.setColumnStretch(2, 1)

    def _when(self, path: Path) -> str:
        at = datetime.fromtimestamp(path.stat().st_mtime)
        days = (datetime.now().date() - at.date()).days
        if days == 0:
            return self.tr("today {time}").format(time=f"{at:%H:%M}")
        if days == 1:
            return self.tr("yesterday {time}").format(time=f"{at:%H:%M}")
        return f"{at:%Y-%m-%d}"

    def set_target(self, is_target: bool) -> None:
        """Files are held over the window, or no longer."""
        self.is_target = is_target
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        p = QPainter(self)
        p.setRenderHint(QPainter.RenderHint.Antialiasing)
        p.fillRect(self.rect(), self._theme.colour("accent_soft" if self.is_target else "surface"))
        _dashes(p, self.rect(), QPen(self._theme.colour("accent_line" if self.is_target else "line2"), 1.25))
        p.end()


class DropTarget(QWidget):
    """The frame over what `parent` shows while files are held over it."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme, self._over = theme, parent
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def show_over(self, is_target: bool) -> None:
        """Files are held over the window, or no longer."""
        self.resize(self._over.size())
        self.setVisible(is_target)
        self.raise_()

    def paintEvent(self, event: QPaintEvent) -> None:
        p = QPainter(self)
        p.setRenderHint(QPainter.RenderHint.Antialiasing)
        ground = self._theme.colour("accent_soft")
        ground.setAlphaF(0.5)
        p.fillRect(self.rect(), ground)
        _dashes(p, self.rect(), QPen(self._theme.colour("accent_line"), 2))
        p.end()


def _dashes(p: QPainter, around: QRect, pen: QPen) -> None:
    """The frame that files are dropped into."""
    pen.setDashPattern([4, 4])
    p.setPen(pen)
    p.setBrush(Qt.BrushStyle.NoBrush)
    p.drawRoundedRect(QRectF(around).adjusted(16, 16, -16, -16), 6, 6)
