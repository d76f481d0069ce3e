"""Invented filled forms, and the ways in which web pages copied to text flatten them into their sentences."""

import random
from collections.abc import Callable
from dataclasses import dataclass

from core.model.catalogue import Form

_LEAVES = {"guoban-2021": 21, "guoban-2019": 19}


@dataclass(frozen=True)
class FlatRow:
    """A printed row: words in front of its label (groups, heads of a part), label, unit, figures."""

    before: str
    label: str
    unit: str
    cells: tuple[str, ...]


@dataclass(frozen=True)
class FlatTable:
    """A table as printed: caption, heads, rows, and the words that follow in the text."""

    caption: str
    heads: tuple[str, ...]
    rows: tuple[FlatRow, ...]
    after: str = "五、存在的主要问题及改进情况本年存在不足。"


def applications(form: Form, seed: int, largest: int) -> FlatTable:
    """Table 3 of the statutory forms, balanced in every row and column; figures up to about `largest`."""
    chance = random.Random(seed)
    rows = form.rows_of("applications")
    leaves = [_people(chance, largest) for _ in range(_LEAVES[form.id])]
    closed = _added(leaves)
    left = tuple(chance.randint(0, 3) if c else 0 for c in closed[:6])
    carried = tuple(chance.randint(0, c) for c in closed[:6])
    new = tuple(c + o - i for c, o, i in zip(closed[:6], left, carried, strict=True))
    filled = [_summed(new), _summed(carried), *leaves, closed, _summed(left)]
    found: list[FlatRow] = []
    groups: tuple[str, ...] = ()
    for row, cells in zip(rows, filled, strict=True):
        before = "".join(g for g in row.groups if g not in groups)
        groups = row.groups
        found.append(FlatRow(before, row.labels[0], "", tuple(map(str, cells))))
    heads = (
        "申请人情况",
        "自然人",
        "法人或其他组织",
        "总计",
        "商业企业",
        "科研机构",
        "社会公益组织",
        "法律服务机构",
        "其他",
    )
    return FlatTable("三、收到和处理政府信息公开申请情况", heads, tuple(found))


def review(form: Form, seed: int, largest: int) -> FlatTable:
    """Table 4 of the statutory forms: one row without a label, three groups of five."""
    chance = random.Random(seed)
    cells: list[str] = []
    for _ in range(3):
        four = [chance.choice((0, 0, chance.randint(0, largest))) for _ in range(4)]
        cells += [*map(str, four), str(sum(four))]
    leaves = ("结果维持", "结果纠正", "其他结果", "尚未审结", "总计")
    heads = ("行政复议", "行政诉讼", *leaves, "未经复议直接起诉", "复议后起诉", *leaves, *leaves)
    return FlatTable("四、政府信息公开行政复议、行政诉讼情况", heads, (FlatRow("", "", "", tuple(cells)),))


def disclosure(form: Form, seed: int, largest: int) -> FlatTable:
    """Table 2 of the statutory forms: small tables with heads of their own, one above the other."""
    chance = random.Random(seed)
    found: list[FlatRow] = []
    groups: tuple[str, ...] = ()
    for row in form.rows_of("disclosure"):
        heads = "".join(c.path[-1] for c in form.columns_of(row))
        before = "" if row.groups == groups else f"{row.groups[0]}信息内容{heads}"
        groups = row.groups
        cells = tuple(str(chance.randint(0, largest)) for _ in form.columns_of(row))
        found.append(FlatRow(before, row.labels[0], "", cells))
    return FlatTable("二、主动公开政府信息情况", (), tuple(found))


def provincial(form: Form, seed: int, largest: int) -> FlatTable:
    """A provincial form with a column for the year and one for all years; totals add up."""
    chance = random.Random(seed)
    figures: dict[str, list[int]] = {}
    for row in reversed(form.rows):
        parts = [figures[r.id] for r in form.rows if r.parent == row.id]
        if parts:
            figures[row.id] = [sum(p[0] for p in parts), sum(p[1] for p in parts)]
        else:
            year = chance.choice((0, chance.randint(0, largest)))
            figures[row.id] = [year, year + chance.choice((0, chance.randint(0, largest * 5)))]
    counts: dict[str | None, int] = {}
    found: list[FlatRow] = []
    for row in form.rows:
        n = counts[row.parent] = counts.get(row.parent, 0) + 1
        mark = "" if row.parent is None else f"{'其中：' if n == 1 else ''}{n}、"
        found.append(FlatRow("", mark + row.labels[0], row.unit or "件", tuple(map(str, figures[row.id]))))
    heads = ("指标名称", "计量单位", "2013年度", "历年累计")
    return FlatTable("甲川县政府信息公开情况统计表", heads, tuple(found), "附件下载")


def _people(chance: random.Random, largest: int) -> tuple[int, ...]:
    persons = chance.choice((0, 0, chance.randint(0, largest)))
    return _summed((persons, *(chance.choice((0, 0, 0, chance.randint(0, max(largest // 5, 1)))) for _ in range(5))))


def _summed(six: tuple[int, ...]) -> tuple[int, ...]:
    return (*six, sum(six))


def _added(rows: list[tuple[int, ...]]) -> tuple[int, ...]:
    return tuple(sum(column) for column in zip(*rows, strict=True))


def _printed(table: FlatTable, between: str, cells: str) -> str:
    """All words in one stretch: `between` parts everything but the figures of a row, `cells` parts those."""
    parts = [table.caption, *table.heads]
    for row in table.rows:
        parts += [p for p in (row.before, row.label, row.unit) if p] + [cells.join(row.cells)]
    return between.join([*parts, table.after])


FLATTENED: dict[str, Callable[[FlatTable], str]] = {
    "run together": lambda t: _printed(t, "", ""),
    "labels apart, figures run together": lambda t: _printed(t, " ", ""),
    "spaces": lambda t: _printed(t, " ", " "),
    "one cell a line": lambda t: _printed(t, "\n", "\n"),
    "bars between cells": lambda t: _printed(t, "|", "|"),
    "a bar on a line of its own": lambda t: _printed(t, "\n|\n", "\n|\n"),
    "a row a line": lambda t: _printed(t, "\n", " "),
}
