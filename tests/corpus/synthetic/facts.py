"""What happened in the year reported on: whole numbers that agree with each other."""

import random
from dataclasses import dataclass

KINDS = (
    *("机构职能", "政策法规", "规划计划", "业务工作", "财政预决算", "人事", "行政许可", "重大建设项目"),
    *("应急管理", "统计数据", "政府采购", "社会保障"),
)
RESULTS = ("granted", "partial", "refused", "not_held", "not_processed", "other_result")
OUTCOMES = ("upheld", "corrected", "other", "pending")


@dataclass(frozen=True, slots=True)
class Facts:
    """`n` holds all figures by name; `kinds` are the kinds of information published and how many of each."""

    year: int
    n: dict[str, int]
    kinds: tuple[tuple[str, int], ...]


def facts(chance: random.Random, year: int, size: int, sued: bool) -> Facts:
    """Draw a year of a body whose yearly output is about `size` items; `sued` has reviews and lawsuits."""
    total = chance.randrange(max(size // 2, 30), size * 2)
    n = {"total": total, "year": year}
    n |= _channels(chance, total)
    n["normative"] = chance.randrange(0, max(total // 20, 3))
    n["prev"] = max(total + chance.choice((-1, 1)) * chance.randrange(5, max(total // 3, 8)), 12)
    n["more"] = abs(total - n["prev"])
    n["cum"] = total + n["prev"] + chance.randrange(total, total * 5)
    n |= _applications(chance, simple=chance.random() < 0.5)
    for name in ("review", "litigation"):
        parts = [chance.choice((0, 0, 1, 1, 2, 3, 5)) for _ in OUTCOMES] if sued else [0, 0, 0, 0]
        parts[0] += sued
        n |= {f"{name}_{o}": p for o, p in zip(OUTCOMES, parts, strict=True)} | {f"{name}_total": sum(parts)}
    n["fees"], n["waived"] = chance.randrange(20, 900), chance.randrange(20, 400)
    n["full"], n["part"] = chance.randrange(1, 9), chance.randrange(10, 80)
    n["staff"] = n["full"] + n["part"]
    n["sessions"], n["attendees"] = chance.randrange(2, 12), chance.randrange(60, 900)
    n["units"], n["venues"] = chance.randrange(12, 90), chance.randrange(2, 30)
    n["visits"] = chance.randrange(12_000, 900_000)
    n["press"], n["interp"] = chance.randrange(2, 20), chance.randrange(5, 120)
    n["copies"] = chance.randrange(300, 9000)
    return Facts(year, n, _kinds(chance, total))


def _channels(chance: random.Random, total: int) -> dict[str, int]:
    web = int(total * chance.uniform(0.5, 0.8))
    rest = total - web
    second = int(rest * chance.uniform(0.3, 0.6))
    third = int((rest - second) * chance.uniform(0.3, 0.6))
    return {
        "web": web,
        "ch2": second,
        "ch3": third,
        "ch4": rest - second - third,
        "ch34": rest - second,
        "ch234": rest,
    }


def _kinds(chance: random.Random, total: int) -> tuple[tuple[str, int], ...]:
    names = chance.sample(KINDS, chance.randrange(3, 6))
    cuts = sorted(chance.sample(range(1, total), len(names)))
    shares = [b - a for a, b in zip([0, *cuts], [*cuts, total], strict=True)]
    return tuple(zip([*names, "其他"], shares, strict=True))


def _applications(chance: random.Random, simple: bool) -> dict[str, int]:
    """What came in and how it ended; `simple` ends are granted, in part or refused."""
    n: dict[str, int] = {}
    results = {r: chance.choice((0, 0, 1, 2, 4, 7, 12)) for r in RESULTS}
    results["granted"] += chance.randrange(3, 40)
    if simple:
        results |= dict.fromkeys(("not_held", "not_processed", "other_result"), 0)
    n |= results
    n["answered"] = sum(results.values())
    n["carried_out"] = chance.choice((1, 2, 3, 5))
    n["carried_in"] = min(chance.choice((1, 2, 4)), n["answered"] - 1)
    n["recv"] = n["answered"] + n["carried_out"] - n["carried_in"]
    # `all`: received in a year from which nothing was carried over, and into which nothing came.
    n["all"] = n["answered"]
    n["all_person"] = n["all"] // 3
    n["all_letter"] = n["all"] // 6
    n["all_online"] = n["all"] - n["all_person"] - n["all_letter"]
    return n
