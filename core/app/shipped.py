"""What this program is made of: name, version and licence of everything that comes with it."""

import platform
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from importlib.metadata import Distribution, PackageMetadata, PackageNotFoundError, distribution
from pathlib import Path
from typing import cast

from core.base.resources import beside
from core.base.version import project

_NAME = re.compile(r"[A-Za-z0-9._-]{1,80}")
_WINDOW = "pyside6_essentials"  # it holds Qt
_LONGEST = 60  # characters of a licence's name; what is longer is its text
_TOOLS = ("pip",)  # asked for by a package, of no use to the program and not shipped


@dataclass(frozen=True, slots=True)
class Component:
    """One thing that is shipped. `licence` is an SPDX expression where its makers gave one, else their words."""

    name: str
    version: str
    licence: str


def components() -> tuple[Component, ...]:
    """Everything shipped, by name; what the installed packages say of themselves."""
    found = {dist.metadata["Name"].lower(): dist for dist in _closure(_wanted())}
    packages = [_component(dist) for dist in found.values()]
    return tuple(sorted([*packages, *_others(found)], key=lambda c: c.name.lower()))


def licence_folder() -> Path | None:
    """Where the installed program has the texts of the licences; None when it runs from its sources."""
    folder = beside("licences")
    return folder if folder.is_dir() else None


def _others(found: Mapping[str, Distribution]) -> Iterator[Component]:
    """What comes inside packages, or with the installer."""
    yield Component("Python", platform.python_version(), "PSF-2.0")
    yield Component("Noto Sans SC", "2", "OFL-1.1")
    yield Component("PDFium", "", "BSD-3-Clause AND Apache-2.0")
    if "cryptography" in found:
        yield Component("OpenSSL", "", "Apache-2.0")
    if _WINDOW in found:
        yield Component("Qt", found[_WINDOW].version, "LGPL-3.0-only")


def _wanted() -> list[str]:
    return [str(line) for line in cast("list[str]", project()["dependencies"])]


def _closure(wanted: list[str]) -> Iterator[Distribution]:
    """The packages that are asked for and those that they ask for, as far as they are here."""
    seen: set[str] = set(_TOOLS)
    waiting = list(wanted)
    while waiting:
        line = waiting.pop()
        match = _NAME.match(line)
        if match is None or "extra ==" in line or match[0].lower() in seen:
            continue
        seen.add(match[0].lower())
        try:
            dist = distribution(match[0])
        except PackageNotFoundError:
            continue  # for another system
        waiting += dist.requires or []
        yield dist


def _component(dist: Distribution) -> Component:
    return Component(dist.metadata["Name"], dist.version, _licence(dist.metadata))


def _licence(said: PackageMetadata) -> str:
    """What a package calls its licence; "" when it says nothing."""
    for key in ("License-Expression", "License"):
        words = str((said.get_all(key) or [""])[0])
        if words and len(words) <= _LONGEST and "\n" not in words:
            return words
    classes = [c.rpartition(" :: ")[2] for c in said.get_all("Classifier") or [] if c.startswith("License ::")]
    return ", ".join(classes)
