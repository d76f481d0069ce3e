"""Word files that the library refuses: LibreOffice reads them where it is installed, else the sentence says so."""

import shutil
from pathlib import Path

import pytest

from core.base.errors import DamagedFile, NeedsOffice
from core.readers.registry import read

DOC = Path(__file__).parent.parent / "fixtures" / "report.doc"


def _spoilt() -> bytes:
    """A .doc whose header says that it is of no version that is known."""
    data = bytearray(DOC.read_bytes())
    at = data.index(b"\xec\xa5")
    data[at : at + 2] = b"\xdc\xa5"
    return bytes(data)


def test_without_libreoffice_the_refusal_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shutil, "which", lambda name: None)
    with pytest.raises(NeedsOffice) as refusal:
        read("a.doc", _spoilt())
    assert refusal.value.params == {"name": "a.doc"}


def test_a_libreoffice_that_gives_nothing_leaves_a_damaged_file(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shutil, "which", lambda name: "/bin/true")
    with pytest.raises(DamagedFile):
        read("a.doc", _spoilt())
