"""The user of this machine: her name, and where her settings and log are."""

import getpass
from pathlib import Path

from platformdirs import user_config_path, user_data_path, user_documents_path, user_log_path

_NAME = "hejiao"


def settings_file() -> Path:
    """The user's settings; the file need not exist."""
    return user_config_path(_NAME, appauthor=False) / "settings.json"


def log_folder() -> Path:
    """Where the log is kept."""
    return user_log_path(_NAME, appauthor=False)


def addon_folder(name: str) -> Path:
    """Where an add-on of the program is installed for the user; the folder need not exist."""
    return user_data_path(_NAME, appauthor=False) / name


def documents() -> Path:
    """Where a person keeps her files: what dialogs begin with."""
    found = user_documents_path()
    return found if found.is_dir() else Path.home()


def is_there(path: Path) -> bool:
    """Whether a file can be seen; a place that may not be looked at counts as none."""
    try:
        return path.exists()
    except OSError:
        return False


def login() -> str:
    """Who works at this machine; "" when the system does not say."""
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):
        return ""
