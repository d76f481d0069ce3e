"""How long reading takes, as a ratio to a plain pass over the same bytes, so that the machine's speed cancels out.

`pytest tests/bench -o log_cli=true -o log_cli_level=INFO` shows the figures.
"""

import logging
import re
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from core.app.pipeline import read_report

SEEDS = sorted((Path(__file__).parents[2] / "seeds").glob("*.txt"))
# A plain pass over the text: decoded, folded by the standard library, every figure with its words found, 40 times.
PASSES = 40
FIGURE = re.compile(r"[一-鿿]{1,12}(\d[\d,.]*)[一-鿿]?")
# Measured 0.8 to 1.5; more than this means that something has become several times slower.
MOST = 4.0


def _seconds(work: Callable[[], object]) -> float:
    """The best of five, in processor time."""
    times = []
    for _ in range(5):
        started = time.process_time()
        work()
        times.append(time.process_time() - started)
    return min(times)


def plain_pass(data: bytes) -> int:
    """What the speed of reading is measured against; gives the number of characters in figures and words."""
    found = 0
    for _ in range(PASSES):
        text = data.decode("utf-8")
        found += sum(len(m[0]) for line in text.split("\n") for m in FIGURE.finditer(line))
    return found


@pytest.mark.parametrize("path", SEEDS, ids=[p.name[:3] for p in SEEDS])
def test_reading_a_report_takes_a_bounded_multiple_of_a_plain_pass(
    path: Path,
) -> None:
    data = path.read_bytes()
    read_report(path.name, data)  # the catalogue and the regions are loaded once a process
    read, plain = _seconds(lambda: read_report(path.name, data)), _seconds(lambda: plain_pass(data))
    logging.getLogger(__name__).info("%s: %.1f ms, ratio %.2f", path.name, read * 1000, read / plain)
    assert read / plain < MOST, f"{read * 1000:.1f} ms against {plain * 1000:.1f} ms"
