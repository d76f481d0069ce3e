"""Makes what the bundle holds beside the program: icons, a Chinese font, licences. Nothing of it is committed.

extra.py FOLDER
"""

import os
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QGuiApplication, QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

ROOT = Path(__file__).parents[1]
BLUE = "#2456B3"  # the accent of the light theme
SIZES = (16, 24, 32, 48, 64, 128, 256)
FONT = "NotoSansSC-Regular.otf"
COMMON = Path("/usr/share/common-licenses")


def icons(folder: Path) -> None:
    """The program's sign as SVG, as PNG in all sizes, and as ICO."""
    folder.mkdir(parents=True, exist_ok=True)
    text = (ROOT / "resources/icons/logo.svg").read_text(encoding="utf-8").replace("currentColor", BLUE)
    (folder / "hejiao.svg").write_text(text, encoding="utf-8")
    renderer = QSvgRenderer(QByteArray(text.encode()))
    for size in SIZES:
        image = QImage(size, size, QImage.Format.Format_ARGB32)
        image.fill(Qt.GlobalColor.transparent)
        painter = QPainter(image)
        renderer.render(painter, QRectF(0, 0, size, size))
        painter.end()
        image.save(str(folder / f"hejiao-{size}.png"))
    ico(folder)


def ico(folder: Path) -> None:
    """All sizes in one file. Source: the ICO format since Windows Vista: PNG pictures behind a directory."""
    pictures = [(size, (folder / f"hejiao-{size}.png").read_bytes()) for size in SIZES]
    at = 6 + 16 * len(pictures)
    head, body = bytearray(b"\0\0\1\0" + len(pictures).to_bytes(2, "little")), b""
    for size, data in pictures:
        head += bytes([size % 256, size % 256, 0, 0, 1, 0, 32, 0])
        head += len(data).to_bytes(4, "little") + (at + len(body)).to_bytes(4, "little")
        body += data
    (folder / "hejiao.ico").write_bytes(bytes(head) + body)


def font(folder: Path) -> None:
    """The font for systems without a Chinese one, and its licence."""
    wheels = folder.parent / "wheels"
    command = [
        sys.executable,
        "-m",
        "pip",
        "download",
        "--quiet",
        "--no-deps",
        "--require-hashes",
        "--dest",
        str(wheels),
    ]
    subprocess.run([*command, "-r", str(ROOT / "packaging/requirements-font.txt")], check=True)
    (folder / "resources/fonts").mkdir(parents=True, exist_ok=True)
    (folder / "licences").mkdir(parents=True, exist_ok=True)
    with zipfile.ZipFile(next(wheels.glob("pylopdf_fonts_zh_cn-*.whl"))) as wheel:
        for name in wheel.namelist():
            if name.endswith(FONT):
                (folder / "resources/fonts" / FONT).write_bytes(wheel.read(name))
            elif name.endswith("/LICENSE"):
                (folder / "licences/NotoSansSC.txt").write_bytes(wheel.read(name))


def licences(folder: Path) -> None:
    """The texts that wheels do not bring: those of Qt, of Python."""
    for name in ("LGPL-3", "GPL-3"):
        shutil.copy(COMMON / name, folder / "licences" / f"{name}.txt")
    for path in (Path(sys.base_prefix) / "lib").glob("python3.*/LICENSE.txt"):
        shutil.copy(path, folder / "licences/Python.txt")


if __name__ == "__main__":
    target = Path(sys.argv[1])
    shutil.rmtree(target, ignore_errors=True)
    app = QGuiApplication([])
    icons(target.parent / "icons")
    font(target)
    licences(target)
