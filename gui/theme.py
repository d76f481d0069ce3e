"""Colours, fonts and lengths of the window. Tokens stand in `resources/themes/*.toml`, their meaning in docs."""

import tomllib
from functools import cache
from string import Template

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QColor, QFont, QFontDatabase, QPalette
from PySide6.QtWidgets import QApplication, QWidget

from core.base.resources import resource

LIGHT, DARK = "light", "dark"
FAMILIES = (
    "Noto Sans CJK SC",
    "Microsoft YaHei UI",
    "Microsoft YaHei",
    "PingFang SC",
    "Source Han Sans SC",
    "Noto Sans SC",
    "WenQuanYi Micro Hei",
)
SCALES = (0.9, 1.0, 1.1, 1.25, 1.4, 1.6)
_ROLES = {
    QPalette.ColorRole.Window: "window",
    QPalette.ColorRole.Base: "surface",
    QPalette.ColorRole.AlternateBase: "window",
    QPalette.ColorRole.Button: "surface",
    QPalette.ColorRole.Text: "text",
    QPalette.ColorRole.WindowText: "text",
    QPalette.ColorRole.ButtonText: "text",
    QPalette.ColorRole.Highlight: "accent",
    QPalette.ColorRole.HighlightedText: "on_accent",
    QPalette.ColorRole.PlaceholderText: "text3",
    QPalette.ColorRole.Link: "accent",
    QPalette.ColorRole.ToolTipBase: "text",
    QPalette.ColorRole.ToolTipText: "surface",
}


class Theme(QObject):
    """What everything on screen is drawn with. `changed` is emitted when colours or the font size changed."""

    changed = Signal()

    def __init__(self, name: str = LIGHT, scale: float = 1.0, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.name = name
        self.scale = scale
        self._families = _families()
        self._fonts: dict[tuple[int, bool], QFont] = {}

    @property
    def is_dark(self) -> bool:
        """Light text on dark ground."""
        return self.name == DARK

    def colour(self, token: str) -> QColor:
        """The colour of a token; a new object, free to be changed."""
        return QColor(_tokens(self.name)[token])

    def font(self, px: int = 13, bold: bool = False) -> QFont:
        """The interface's family in a size given at 100 %."""
        key = px, bold
        if key not in self._fonts:
            font = QFont(self._families)
            font.setPixelSize(self.px(px))
            font.setBold(bold)
            self._fonts[key] = font
        return QFont(self._fonts[key])

    def px(self, length: int) -> int:
        """A length given at 100 %, at the present font size."""
        return round(length * self.scale)

    def keep_height(self, widget: QWidget, length: int) -> None:
        """Give a widget a height, in pixels at 100 %, that follows the font size."""

        def fit() -> None:
            widget.setFixedHeight(self.px(length))

        self.changed.connect(fit)
        fit()

    def set_name(self, name: str) -> None:
        """Light or dark."""
        if name != self.name:
            self.name = name
            self.apply()

    def step_scale(self, by: int) -> None:
        """One font size larger (1) or smaller (-1); 0 is 100 %."""
        at = SCALES.index(self.scale) if self.scale in SCALES else SCALES.index(1.0)
        scale = SCALES[min(max(at + by, 0), len(SCALES) - 1)] if by else 1.0
        if scale != self.scale:
            self.scale = scale
            self.apply()

    def apply(self) -> None:
        """Give the application its font, palette and style sheet, and tell everybody who draws."""
        self._fonts.clear()
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.setFont(self.font())
            palette = QPalette()
            for role, token in _ROLES.items():
                palette.setColor(role, self.colour(token))
            for role in (QPalette.ColorRole.Text, QPalette.ColorRole.WindowText, QPalette.ColorRole.ButtonText):
                palette.setColor(QPalette.ColorGroup.Disabled, role, self.colour("line2"))
            app.setPalette(palette)
            app.setStyleSheet(self._sheet())
        self.changed.emit()

    def _sheet(self) -> str:
        sizes = {f"px{n}": f"{self.px(n)}px" for n in (12, 13, 14, 16, 18, 20, 22, 24, 26, 28, 30)}
        families = ", ".join(f"'{name}'" for name in self._families)
        pictures = {n: resource("themes", f"{n}-{self.name}.svg").as_posix() for n in ("arrow", "check")}
        return Template(_sheet_text()).substitute(_tokens(self.name), families=families, **pictures, **sizes)


def _families() -> list[str]:
    """The families that this system has, the best first; the bundled one where it has none."""
    present = set(QFontDatabase.families())
    found = [name for name in FAMILIES if name in present]
    return found or _bundled() or [QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont).family()]


@cache
def _bundled() -> list[str]:
    """The family of the font that the installed program brings; none when it runs from its sources."""
    path = resource("fonts", "NotoSansSC-Regular.otf")
    return QFontDatabase.applicationFontFamilies(QFontDatabase.addApplicationFont(str(path))) if path.exists() else []


@cache
def _tokens(name: str) -> dict[str, str]:
    return tomllib.loads(resource("themes", f"{name}.toml").read_text(encoding="utf-8"))


@cache
def _sheet_text() -> str:
    return resource("themes", "window.qss").read_text(encoding="utf-8")
