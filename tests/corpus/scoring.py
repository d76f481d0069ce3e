"""Compares an extraction object (the JSON contract) with gold: shares of what is right, and what was missed.

A statistic is found when its value is right and its place overlaps the gold's quote; a stated zero also has to be
of the right indicator, since every zero looks alike.
"""

import re
import unicodedata
from dataclasses import dataclass, field
from difflib import SequenceMatcher
from typing import Any

from tests.corpus.gold import Gold

Found = dict[str, Any]
_LONGEST_CLAUSE = 160
# Rules that say a figure is wrong: none of them may be raised where all figures agree.
_ARITHMETIC = {
    *("parts_sum", "row_sum", "balance", "text_vs_table", "text_contradiction", "rate_recomputed"),
    *("year_over_cumulative", "shift_suspected"),
}


def plain(text: object) -> str:
    """Folded and without white space: how two printed texts are compared."""
    return re.sub(r"\s+", "", unicodedata.normalize("NFKC", "" if text is None else str(text)))


@dataclass
class Score:
    """Hits and misses by measure; and of each value found its kind, its confidence and whether it is right."""

    hits: dict[str, int] = field(default_factory=dict)
    misses: dict[str, list[str]] = field(default_factory=dict)
    judged: list[tuple[str, float, bool]] = field(default_factory=list)

    def note(self, measure: str, hit: bool, what: str) -> None:
        """Count one comparison."""
        self.hits[measure] = self.hits.get(measure, 0) + hit
        self.misses.setdefault(measure, [])
        if not hit:
            self.misses[measure].append(what)

    def share(self, measure: str) -> float:
        """Share of hits in [0, 1]; 1 where there was nothing to compare."""
        total = self.count(measure)
        return self.hits.get(measure, 0) / total if total else 1.0

    def count(self, measure: str) -> int:
        """How many comparisons there were."""
        return self.hits.get(measure, 0) + len(self.misses.get(measure, []))

    def report(self) -> str:
        """All measures with what was missed, for the message of a failing test."""
        lines = []
        for measure, missed in self.misses.items():
            lines.append(f"{measure}: {self.share(measure):.1%}")
            lines += [f"    {m}" for m in missed]
        return "\n".join(lines)


def score(gold: Gold, found: Found, total: Score) -> None:
    """Add one report's comparison to `total`."""
    is_report = gold.get("is_annual_report", True)
    total.note("is a report", found["is_annual_report"] is is_report, gold["file"])
    if not is_report:
        return
    _fields(gold, found, total)
    _sections(gold, found, total)
    _statistics(gold, found, total)
    _tables(gold, found, total)
    _findings(gold, found, total)
    _evidence(gold, found, total)


def _field_values(entry: Any) -> list[str]:
    entries = entry if isinstance(entry, list) else [entry] if entry else []
    return [plain(e["value"]).rstrip("/") for e in entries if e.get("value") is not None]


def _fields(gold: Gold, found: Found, total: Score) -> None:
    for key, want in gold["fields"].items():
        if key.endswith("_accept"):
            continue
        entry = found["fields"].get(key)
        have = _field_values(entry)
        where = f"{gold['file']} {key}: {want!r} != {have!r}"
        if want in (None, []):
            total.note("fields rightly empty", not have, where)
            accepted: set[str] = set()
        elif isinstance(want, list):
            accepted = {plain(w).rstrip("/") for w in want}
            total.note("fields", sorted(accepted) == sorted(have), where)
        else:
            accepted = {plain(want).rstrip("/"), *map(plain, gold["fields"].get(f"{key}_accept") or [])}
            total.note("fields", len(have) == 1 and have[0] in accepted, where)
        for one in entry if isinstance(entry, list) else [entry]:
            if one and one.get("value") is not None:
                total.judged.append(("field", one["confidence"], plain(one["value"]).rstrip("/") in accepted))


def _sections(gold: Gold, found: Found, total: Score) -> None:
    have = {plain(s["title"]).strip("。.") for s in found["sections"]}
    for title in gold["sections"]:
        total.note("sections", plain(title).strip("。.") in have, f"{gold['file']} {title}")


def _same_place(quote: str, other: str) -> bool:
    a, b = plain(quote), plain(other)
    if not a or not b or len(b) > max(_LONGEST_CLAUSE, 1.5 * len(a)):
        return False
    size = SequenceMatcher(None, a, b, autojunk=False).find_longest_match(0, len(a), 0, len(b)).size
    return size >= 0.6 * min(len(a), len(b))


def _same_indicator(want: str | None, have: str | None) -> bool:
    """Equal, or two names of one thing: free kinds and channels, and the keys that such a channel has of its own."""
    free = ("disclosed.category.", "disclosed.channel.")
    twins = ({"disclosed.other", "disclosed.channel.其他"}, {"disclosed.website", "disclosed.channel.政府网站"})
    return (
        want == have or {want, have} in twins or bool(want and have and want.startswith(free) and have.startswith(free))
    )


def _statistics(gold: Gold, found: Found, total: Score) -> None:
    prose = [s for s in found["statistics"] if s["source"] == "prose"]
    used: dict[int, bool] = {}  # which statistics the gold knows, and whether all they say is right
    for want in gold["statistics"]:
        indicator = want["indicator"]
        fits = [
            i
            for i, s in enumerate(prose)
            if i not in used and s["value"] == want["value"] and _same_place(want["quote"], s["evidence"]["quote"])
        ]
        named = [i for i in fits if indicator is None or _same_indicator(indicator, prose[i]["indicator"])]
        chosen = (named or (fits if want["value"] else []))[:1]
        where = f"{gold['file']} {indicator}={want['value']} «{want['quote'][:40]}»"
        if want["required"]:
            total.note("statistics recall", bool(chosen), where)
        if not chosen:
            continue
        have = prose[chosen[0]]
        right = have["indicator"] is None if indicator is None else chosen[0] in named
        if indicator is not None:
            total.note("indicator", right, f"{where} got {have['indicator']}")
        for key in ("unit", "scope", "approx"):
            if want.get(key) is not None:
                total.note(key, have[key] == want[key], f"{where} {key}: {want[key]} != {have[key]}")
                right &= have[key] == want[key]
        used[chosen[0]] = right
    for i, s in enumerate(prose):
        if s["indicator"] and gold.get("statistics_complete"):
            quote = s["evidence"]["quote"][:40]
            total.note("precision", i in used, f"{gold['file']} {s['indicator']}={s['value']} «{quote}»")
            total.judged.append(("statistic", s["confidence"], used.get(i, False)))


def _tables(gold: Gold, found: Found, total: Score) -> None:
    rows = [(t, r) for t in found["tables"] for r in t["rows"]]
    wanted = [r for t in gold["tables"] for r in t["rows"]]
    matcher = SequenceMatcher(
        None, [plain(r["label"]) for r in wanted], [plain(r["label"]) for _, r in rows], autojunk=False
    )
    pairs = {i + k: j + k for i, j, n in matcher.get_matching_blocks() for k in range(n)}
    for i, want in enumerate(wanted):
        where = f"{gold['file']} «{want['label'][:30]}»"
        if i not in pairs:
            total.note("rows", False, f"{where} not found")
            continue
        table, row = rows[pairs[i]]
        parent = table["rows"][row["parent"]]["label"] if row["parent"] is not None else None
        have = {"level": row["level"], "parent": parent, "group": row["group"], "unit": row["unit"]}
        wrong = {k: (want[k], v) for k, v in have.items() if k in want and plain(want[k]) != plain(v)}
        total.note("rows", not wrong, f"{where} {wrong}")
        texts = [c["text"] for c in row["cells"]]
        for k, text in enumerate(want["cells"]):
            same = k < len(texts) and plain(texts[k]) == plain(text)
            total.note("cells", same, f"{where}[{k}]: {text!r} != {texts[k : k + 1]}")
        judged = zip(row["cells"], want["cells"], strict=False)
        total.judged += [("cell", c["confidence"], plain(c["text"]) == plain(text)) for c, text in judged]
    for j, (_, row) in enumerate(rows):
        total.note("rows precision", j in pairs.values(), f"{gold['file']} extra row «{row['label'][:30]}»")


def _findings(gold: Gold, found: Found, total: Score) -> None:
    raised = {f["rule"] for f in found["findings"] if f["severity"] in ("error", "warning")}
    if gold.get("findings_complete") and not gold["findings"]:
        false = sorted(raised & _ARITHMETIC)
        total.note("no false alarm", not false, f"{gold['file']} {false}")
    for want in gold["findings"]:
        if not want["holds"] and want.get("required", True):
            hit = bool(raised & set(want["kind"].split("|")))
            total.note("findings", hit, f"{gold['file']} {want['kind']}")


def _evidence(gold: Gold, found: Found, total: Score) -> None:
    text = found["text"]
    for key, entry in found["fields"].items():
        for one in entry if isinstance(entry, list) else [entry]:
            if one.get("value") is not None and key not in ("region_level", "body_kind"):
                total.note("evidence", _stands(text, one.get("evidence")), f"{gold['file']} {key}")
    for s in found["statistics"]:
        total.note("evidence", _stands(text, s.get("evidence")), f"{gold['file']} {s['label']}")
    for table in found["tables"]:
        for row in table["rows"]:
            for cell in row["cells"]:
                there = plain(text[cell["start"] : cell["end"]]) == plain(cell["text"])
                total.note("evidence", there, f"{gold['file']} «{row['label'][:20]}» {cell['text']}")


def _stands(text: str, place: Any) -> bool:
    return bool(place) and bool(place["quote"]) and text[place["start"] : place["end"]] == place["quote"]
