"""`make accuracy`: how much of each corpus is read right, against the baseline that is kept beside this file.

    python -m tests.corpus.accuracy [--reports N] [--update] [--misses]

Three corpora, quoted apart: the reports of tests/gold as they are, their rewritings, and generated reports.
"""

import argparse
import json
import sys
from collections.abc import Iterable
from pathlib import Path

from core.app.pipeline import read_report
from core.export.contract import extraction_object
from tests.corpus import calibration
from tests.corpus.gold import Gold, seed_golds, seed_text
from tests.corpus.mutate import mutate
from tests.corpus.scoring import Found, Score, score
from tests.corpus.synthetic.report import synthetic

BASELINE = Path(__file__).with_name("baseline.json")
MUTATIONS = 12  # of each report of tests/gold
REPORTS = 200
_Shares = dict[str, dict[str, dict[str, float]]]


def read(name: str, data: bytes) -> Found:
    """The extraction as a reader of the contract sees it."""
    report = read_report(name, data)
    found = extraction_object(report.document, report.extraction, report.findings)
    return json.loads(json.dumps(found, ensure_ascii=False))


def scored(corpus: Iterable[tuple[Gold, str]]) -> Score:
    """All reports of the corpus, compared with their gold."""
    total = Score()
    for gold, text in corpus:
        score(gold, read(gold["file"], text.encode("utf-8")), total)
    return total


def corpora(reports: int) -> dict[str, Score]:
    """The three corpora by name; `reports` says how many are generated."""
    golds = [(gold, seed_text(gold)) for gold in seed_golds()]
    return {
        "gold": scored(golds),
        "rewritten": scored(mutate(gold, text, seed) for gold, text in golds for seed in range(MUTATIONS)),
        "synthetic": scored(synthetic(number) for number in range(reports)),
    }


def shares(scores: dict[str, Score]) -> _Shares:
    """corpus -> measure -> share in [0, 1] and the number of comparisons."""
    return {name: {m: {"share": round(s.share(m), 4), "n": s.count(m)} for m in s.misses} for name, s in scores.items()}


def drops(now: _Shares, baseline: _Shares) -> list[str]:
    """What is read worse than the baseline says, one line each; a measure that is gone counts as a drop."""
    found = []
    for name, measures in baseline.items():
        for measure, kept in measures.items():
            share = now.get(name, {}).get(measure, {"share": 0.0})["share"]
            if share < kept["share"]:
                found.append(f"{name}: {measure} {share:.2%}, was {kept['share']:.2%}")
    return found


def baseline() -> _Shares:
    """What was reached when the baseline was last written."""
    kept: _Shares = json.loads(BASELINE.read_text(encoding="utf-8")) if BASELINE.exists() else {}
    return kept


def _lines(now: _Shares, kept: _Shares) -> list[str]:
    lines = []
    for name, measures in now.items():
        lines.append(name)
        for measure, value in measures.items():
            before = kept.get(name, {}).get(measure)
            change = f"{100 * (value['share'] - before['share']):+7.2f}" if before else "    new"
            lines.append(f"  {measure:22} {value['share']:8.2%}  of {value['n']:6}  {change}")
    return lines


def main() -> int:
    """Print the figures; with --update write them as the new baseline. Exit status 1 when something dropped."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--reports", type=int, default=REPORTS, help="how many reports are generated")
    parser.add_argument("--update", action="store_true", help="write the figures as the new baseline")
    parser.add_argument("--misses", action="store_true", help="list what was missed in the generated reports")
    args = parser.parse_args()
    scores = corpora(args.reports)
    now, kept = shares(scores), baseline()
    out = ["\n".join(_lines(now, kept)), calibration.table(scores["synthetic"].judged)]
    if args.misses:
        out.append(scores["synthetic"].report())
    if args.update:
        BASELINE.write_text(json.dumps(now, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
        kept = now
    fallen = drops(now, kept) if args.reports == REPORTS else []
    sys.stdout.write("\n\n".join([*out, *fallen]) + "\n")
    return 1 if fallen else 0


if __name__ == "__main__":
    sys.exit(main())
