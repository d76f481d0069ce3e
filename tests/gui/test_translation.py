"""Every string of the window has its Chinese."""

import subprocess
import sys
import xml.etree.ElementTree as ElementTree
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
KEPT = ROOT / "resources/translations/zh_CN.ts"


def _words(path: Path) -> dict[tuple[str, str], str]:
    """(class, English) -> Chinese, "" for what is not translated."""
    found = {}
    for context in ElementTree.parse(path).getroot().findall("context"):
        for message in context.findall("message"):
            translation = message.find("translation")
            assert translation is not None
            done = translation.get("type") not in ("unfinished", "vanished")
            key = context.findtext("name", ""), message.findtext("source", "")
            found[key] = (translation.text or "") if done else ""
    return found


@pytest.fixture(scope="module")
def in_code(tmp_path_factory: pytest.TempPathFactory) -> set[tuple[str, str]]:
    """All strings that the code asks to have translated."""
    target = tmp_path_factory.mktemp("ts") / "new.ts"
    tool = Path(sys.executable).parent / "pyside6-lupdate"
    sources = [str(p) for p in (ROOT / "gui").rglob("*.py")]
    subprocess.run([tool, *sources, "-ts", str(target)], check=True, capture_output=True)
    return set(_words(target))


def test_the_translation_has_all_strings_of_the_code_and_no_others(in_code: set[tuple[str, str]]) -> None:
    assert set(_words(KEPT)) == in_code


def test_every_string_is_translated() -> None:
    assert [key for key, chinese in _words(KEPT).items() if not chinese] == []


def test_the_chinese_has_the_same_places_for_values() -> None:
    import re

    wrong = [
        key
        for key, chinese in _words(KEPT).items()
        if sorted(re.findall(r"{\w+}", key[1])) != sorted(re.findall(r"{\w+}", chinese))
    ]
    assert wrong == []


def test_no_string_hides_inside_an_f_string() -> None:
    """The tool that collects strings does not look there."""
    hidden = [
        f"{path.relative_to(ROOT)}:{n}"
        for path in (ROOT / "gui").rglob("*.py")
        for n, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1)
        if ('{self.tr("' in line and 'f"' in line) or "{self.tr('" in line
    ]
    assert hidden == []
