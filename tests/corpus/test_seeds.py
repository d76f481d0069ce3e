"""The five seed reports, read as the gold says: through the same door as the CLI."""

import json

import pytest

from core.app.pipeline import read_report
from core.export.contract import extraction_object
from tests.corpus.gold import Gold, seed_golds, seed_text
from tests.corpus.mutate import mutate
from tests.corpus.scoring import Found, Score, score

GOLDS = seed_golds()
NAMES = [g["file"][:3] for g in GOLDS]
PERFECT = (
    "is a report",
    "fields",
    "fields rightly empty",
    "sections",
    "statistics recall",
    "indicator",
    "unit",
)
PERFECT += ("scope", "approx", "rows", "rows precision", "cells", "findings", "evidence")
ENCODINGS = {
    "gb18030": "gb18030",
    "utf-16-le": "utf-16-le",
    "utf-16-be": "utf-16-be",
    "utf-16-le with BOM": "utf-16",
    "utf-8 with BOM": "utf-8-sig",
}


def _read(name: str, data: bytes) -> Found:
    read = read_report(name, data)
    found = extraction_object(read.document, read.extraction, read.findings)
    return json.loads(json.dumps(found, ensure_ascii=False))  # as a reader of the contract sees it


def _quality(gold: Gold, text: str) -> Score:
    total = Score()
    score(gold, _read(gold["file"], text.encode("utf-8")), total)
    return total


@pytest.mark.parametrize("gold", GOLDS, ids=NAMES)
def test_a_seed_is_read_as_a_person_reads_it(gold: Gold) -> None:
    total = _quality(gold, seed_text(gold))
    assert all(total.share(m) == 1 for m in PERFECT), total.report()
    assert total.share("precision") >= 0.95, total.report()


@pytest.mark.parametrize("seed", range(12))
@pytest.mark.parametrize("gold", GOLDS, ids=NAMES)
def test_a_rewritten_seed_is_read_as_well(gold: Gold, seed: int) -> None:
    total = _quality(*mutate(gold, seed_text(gold), seed))
    assert all(total.share(m) == 1 for m in PERFECT), total.report()
    assert total.share("precision") >= 0.95, total.report()


@pytest.mark.parametrize("encoding", ENCODINGS.values(), ids=ENCODINGS)
@pytest.mark.parametrize("gold", GOLDS, ids=NAMES)
def test_another_encoding_changes_nothing_but_the_encoding(gold: Gold, encoding: str) -> None:
    text = seed_text(gold)
    plain, other = (_read(gold["file"], text.encode(e)) for e in ("utf-8", encoding))
    del plain["source"], other["source"]
    assert other == plain


def test_a_rewriting_changes_places_years_and_figures() -> None:
    """Guards the two tests above: a rewriting that changes nothing would prove nothing."""
    gold = GOLDS[0]
    changed, text = mutate(gold, seed_text(gold), 1)
    assert "安图" not in text
    assert changed["fields"]["year"] != gold["fields"]["year"]
    assert "3349" not in text
