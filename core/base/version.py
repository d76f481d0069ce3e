"""The version of this program; it stands in `pyproject.toml` and nowhere else."""

import tomllib
from functools import cache

from core.base.resources import beside


@cache
def version() -> str:
    """Numbers and dots, as released."""
    return str(project()["version"])


@cache
def project() -> dict[str, object]:
    """The `[project]` table of `pyproject.toml`, which is also part of the installed program."""
    found: dict[str, object] = tomllib.loads(beside("pyproject.toml").read_text(encoding="utf-8"))["project"]
    return found
