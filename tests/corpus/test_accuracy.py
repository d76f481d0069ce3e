"""What is read right does not become less, and confidence claims no more than it keeps."""

import re
from pathlib import Path

import pytest

from tests.corpus import accuracy, calibration
from tests.corpus.scoring import Score, plain
from tests.corpus.synthetic.report import synthetic

_SURE = 0.9
_SOME = range(60)


@pytest.fixture(scope="module")
def scores() -> dict[str, Score]:
    return accuracy.corpora(accuracy.REPORTS)


def test_no_measure_falls_below_its_baseline(scores: dict[str, Score]) -> None:
    kept = accuracy.baseline()
    assert set(kept) == set(scores)
    assert accuracy.drops(accuracy.shares(scores), kept) == []


@pytest.mark.parametrize("kind", ["field", "statistic", "cell"])
def test_high_confidence_is_kept(scores: dict[str, Score], kind: str) -> None:
    sure = [b for b in calibration.bins(scores["synthetic"].judged, kind) if b.low >= _SURE]
    assert sure
    assert [b for b in sure if b.interval[1] < b.claimed] == []


@pytest.mark.parametrize(
    ("right", "n", "low", "high"),
    # Source: Newcombe 1998, Statistics in Medicine 17, table I (score method without continuity correction).
    [(81, 263, 0.2553, 0.3662), (15, 148, 0.0624, 0.1605), (0, 20, 0.0, 0.1611), (29, 29, 0.8830, 1.0)],
)
def test_the_interval_is_the_one_of_wilson(right: int, n: int, low: float, high: float) -> None:
    assert calibration.Bin(0.9, n, 0.9, right).interval == pytest.approx((low, high), abs=5e-5)


def test_a_lower_share_is_a_drop_and_a_lost_measure_too() -> None:
    kept = {"gold": {"cells": {"share": 0.9, "n": 10}, "rows": {"share": 1.0, "n": 3}}}
    assert accuracy.drops({"gold": {"cells": {"share": 0.91, "n": 10}, "rows": {"share": 1.0, "n": 3}}}, kept) == []
    assert len(accuracy.drops({"gold": {"cells": {"share": 0.89, "n": 10}}}, kept)) == 2


def test_the_same_number_gives_the_same_report() -> None:
    assert [synthetic(n) for n in _SOME] == [synthetic(n) for n in _SOME]
    assert len({text for _, text in map(synthetic, _SOME)}) == len(_SOME)


def test_what_gold_says_is_printed_in_the_report() -> None:
    for gold, text in map(synthetic, _SOME):
        printed = plain(text)
        quotes = [s["quote"] for s in gold["statistics"]] + gold["sections"]
        cells = [c for t in gold["tables"] for r in t["rows"] for c in (r["label"], *r["cells"])]
        assert [q for q in quotes + cells if plain(q) not in printed] == [], gold["file"]


def test_the_generator_knows_nothing_of_the_extractor() -> None:
    sources = list(Path(__file__).with_name("synthetic").glob("*.py"))
    assert len(sources) > 5
    for source in sources:
        assert not re.search(r"^\s*(?:from|import) core\b|resources", source.read_text(encoding="utf-8"), re.M)
