"""The self-test notices when a report is read otherwise than by a person."""

import json
from pathlib import Path
from typing import Any

import pytest

from core.app.pipeline import read_report
from core.cli.gold import differences
from tests.corpus.gold import GOLD, seed_golds, seed_text

GOLDS = seed_golds()


@pytest.mark.parametrize("gold", GOLDS, ids=[g["file"][:3] for g in GOLDS])
def test_the_samples_are_read_as_a_person_reads_them(gold: dict[str, Any]) -> None:
    read = read_report(gold["file"], seed_text(gold).encode())
    assert list(differences(GOLD / gold["file"].replace(".txt", ".json"), read)) == []


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        pytest.param("56", "57", "从事信息公开工作人员数", id="a cell"),
        pytest.param("19000", "19001", "website.visits", id="a figure"),
        pytest.param("安图县人民政府", "安图县", "issuer", id="a field"),
    ],
)
def test_what_differs_is_named(tmp_path: Path, old: str, new: str, said: str) -> None:
    gold = GOLDS[0]
    changed = tmp_path / "gold.json"
    changed.write_text(
        json.dumps(gold, ensure_ascii=False).replace(f'"{old}"', f'"{new}"').replace(f": {old}", f": {new}"), "utf-8"
    )
    found = list(differences(changed, read_report(gold["file"], seed_text(gold).encode())))
    assert any(said in line for line in found)
