"""A clerk who confirms value after value with Enter, and notes each one once the window has painted that it is saved.

walker.py PROJECT LOG
"""

import os
import sys
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication


def main(project: Path, log: Path) -> None:
    """Walk until nothing waits, report after report, or until the end comes."""
    sys.path.insert(0, str(Path(__file__).parents[2]))
    from core.base.settings import Settings
    from gui.app import Program
    from gui.theme import Theme

    app = QApplication([])
    theme = Theme("light")
    theme.apply()
    window = Program(app, Settings(operator="王芳"), "zh_CN", theme).window
    window.show()
    window.activateWindow()
    assert window.files.open(project)
    with log.open("a", encoding="utf-8") as file:
        for row in window.reports.reports.all_rows():
            window.show_report(row.id)
            for _ in range(row.open):
                key = window.review.current
                QTest.keyClick(window.results.focusProxy(), Qt.Key.Key_Return)
                window.repaint()
                app.processEvents()
                if window.status.saved():
                    file.write(f"{row.id}\t{key}\n")
                    file.flush()
                    os.fsync(file.fileno())
        file.write("end\n")


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
