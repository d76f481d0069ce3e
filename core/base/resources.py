"""Where the bundled files are: beside the sources, or inside the installed program."""

import sys
from pathlib import Path

_ROOT = Path(getattr(sys, "_MEIPASS", Path(__file__).parents[2]))


def resource(*parts: str) -> Path:
    """Path of a bundled file or folder below `resources/`."""
    return _ROOT.joinpath("resources", *parts)


def beside(*parts: str) -> Path:
    """Path of what comes with the program outside `resources/`: manual, seeds, licences, `pyproject.toml`."""
    return _ROOT.joinpath(*parts)
