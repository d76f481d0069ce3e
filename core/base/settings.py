"""What a user has set: declared here once with type and default, kept in one JSON file."""

import json
import logging
import os
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field, fields
from pathlib import Path

_log = logging.getLogger(__name__)
_MOST_RECENT = 8


@dataclass(slots=True)
class Settings:
    """All settings. `theme` is system, light or dark; `scale` the font size (1.0 is 100 %).

    `recent` are project files, the newest first. `keys` are shortcuts that the user changed: action id -> portable
    text of a key sequence, "" for none. `splits` are the sizes of the window's panes by name.
    """

    operator: str = ""
    lang: str = ""
    theme: str = "system"
    scale: float = 1.0
    recent: list[str] = field(default_factory=list)
    last_folder: str = ""
    keys: dict[str, str] = field(default_factory=dict)
    splits: dict[str, list[int]] = field(default_factory=dict)

    def remember(self, project: Path) -> None:
        """Put a project first among the recent ones."""
        name = str(project)
        self.recent = [name, *(p for p in self.recent if p != name)][:_MOST_RECENT]


def load(path: Path) -> Settings:
    """The settings in a file; defaults for what it does not say, or says in another type."""
    try:
        tree = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return Settings()
    settings = Settings()
    if isinstance(tree, Mapping):
        for known in fields(Settings):
            value, default = tree.get(known.name), getattr(settings, known.name)
            if isinstance(value, type(default)) or (isinstance(default, float) and isinstance(value, int)):
                setattr(settings, known.name, value)
    return settings


def save(settings: Settings, path: Path) -> None:
    """Write the settings; a failure is logged, since nobody's work depends on it."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        new = path.with_suffix(".new")
        new.write_text(json.dumps(asdict(settings), ensure_ascii=False, indent=1), encoding="utf-8")
        os.replace(new, path)
    except OSError:
        _log.warning("settings were not saved", exc_info=True)
