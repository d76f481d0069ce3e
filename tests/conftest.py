"""What every test relies on: no real screen, no folders of the user, examples that are the same in every run."""

import os
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, settings

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

# The same examples in every run; HYPOTHESIS_PROFILE=wide looks for new ones.
settings.register_profile("steady", derandomize=True, database=None, deadline=None, max_examples=60)
settings.register_profile(
    "wide", deadline=None, max_examples=2000, suppress_health_check=[HealthCheck.too_slow], print_blob=True
)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "steady"))

_USER_FOLDERS = ("XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME", "APPDATA", "LOCALAPPDATA")
_CHINESE_FAMILIES = ("Noto Sans CJK SC", "Noto Sans SC", "Source Han Sans SC", "WenQuanYi Micro Hei", "Microsoft YaHei")


@pytest.fixture(autouse=True)
def user_folders(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Settings, logs and data of the user go into a folder of the test; gives that folder."""
    home = tmp_path / "user"
    for name in _USER_FOLDERS:
        monkeypatch.setenv(name, str(home / name.lower()))
    return home


@pytest.fixture(scope="session")
def chinese_font(qapp: "QApplication") -> str:
    """The family that Chinese text is drawn in; fails where there is none, since every picture would show boxes."""
    from PySide6.QtGui import QFont, QFontDatabase

    family = next((f for f in _CHINESE_FAMILIES if f in QFontDatabase.families()), None)
    assert family, "no Chinese font: install fonts-wqy-microhei"
    qapp.setFont(QFont(family, 10))
    return family
