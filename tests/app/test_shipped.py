"""The list of all that is shipped."""

import re

from core.app.shipped import components
from core.base.version import project, version


def test_every_dependency_is_listed_with_version_and_licence() -> None:
    listed = {re.sub("[-_.]+", "-", c.name).lower(): c for c in components()}
    wanted = [re.split("[<>=]", str(line))[0].lower() for line in project()["dependencies"]]  # type: ignore[attr-defined]
    assert wanted
    for name in wanted:
        assert listed[name].version
        assert listed[name].licence


def test_what_comes_inside_packages_is_listed_too() -> None:
    assert {c.name for c in components()} > {"Python", "Qt", "PDFium", "OpenSSL", "Noto Sans SC"}


def test_tools_of_the_developers_are_not_listed() -> None:
    assert {c.name.lower() for c in components()}.isdisjoint({"pytest", "mypy", "ruff", "pip", "hypothesis"})


def test_the_version_is_numbers_and_dots() -> None:
    assert re.fullmatch(r"\d+(\.\d+)+", version())
