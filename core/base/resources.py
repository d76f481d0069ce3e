"""Where the bundled files are: beside the sources, or inside the installed program."""

import sys
from pathlib import Path


def resource(*parts: str) -> Path:
    """Path of a bundled file or folder below `resources/`."""
    root = Path(getattr(sys, "_MEIPASS", Path(__file__).parents[2]))
    return root.joinpath("resources", *parts)
