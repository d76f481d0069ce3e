"""What a person reads in the seed reports: figures and short quotes, one JSON file a report."""

import json
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[2]
SEEDS = ROOT / "seeds"
GOLD = ROOT / "tests" / "gold" / "seeds"

Gold = dict[str, Any]


def seed_golds() -> list[Gold]:
    """The gold of the five seeds, in the order of their names."""
    return [json.loads(path.read_text(encoding="utf-8")) for path in sorted(GOLD.glob("*.json"))]


def seed_text(gold: Gold) -> str:
    """The seed's text, as it came."""
    return (SEEDS / gold["file"]).read_bytes().decode("utf-8")
