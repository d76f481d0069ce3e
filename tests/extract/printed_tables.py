"""Invented tables of figures, and the ways in which reports print them as text."""

from collections.abc import Callable
from dataclasses import dataclass, replace

from hypothesis import strategies as st

_NOUNS = (
    "公开信息",
    "规划计划类信息",
    "申请受理",
    "答复",
    "查阅点接待",
    "公报发放",
    "网站点击",
    "复议申请",
    "诉讼案件",
    "培训",
)
_SUFFIXES = ("数", "总数", "次数", "数量")
_GROUPS = ("公开的数量", "公开的形式", "申请情况", "人员配置", "行政复议", "收费")
_UNITS = ("条", "件", "次", "个", "人", "元")
_HEADS = {"year": ("本年累计", "本年度", "2013年度", "13年发生数"), "cumulative": ("累计数", "历年累计")}
_CHINESE = "一二三四五六七八九十"
_CIRCLES = "①②③④⑤⑥⑦⑧⑨⑩"


@dataclass(frozen=True)
class PrintedRow:
    """A row as a person would write it down; `level` and `parent` follow from the numbering."""

    label: str
    cells: tuple[str, ...]
    level: int
    parent: int | None
    group: str | None = None
    unit: str | None = None


@dataclass(frozen=True)
class PrintedTable:
    """A table; `heads` are those of the columns of figures, `scopes` what they mean."""

    rows: tuple[PrintedRow, ...]
    heads: tuple[str, ...]
    scopes: tuple[str, ...]

    @property
    def has_units(self) -> bool:
        """Whether the table has a column of units."""
        return self.rows[0].unit is not None

    @property
    def has_groups(self) -> bool:
        """Whether the first column groups rows."""
        return self.rows[0].group is not None

    def lines(self) -> list[list[str]]:
        """Head and rows as printed cells; a group stands on its first row only."""
        head = [*(["指标"] if self.has_groups else []), "指标名称", *(["计量单位"] if self.has_units else [])]
        printed = [[*(head[1:] if self.has_groups else head), *self.heads]]
        last = None
        for row in self.rows:
            group = [row.group or "" if row.group != last else ""] if self.has_groups else []
            last = row.group
            printed.append([*group, row.label, *([row.unit or ""] if self.has_units else []), *row.cells])
        return printed


_number = st.one_of(st.integers(0, 99_999).map(str), st.decimals(0, 999, places=2).map(str))
_cell = st.one_of(_number, _number, _number, st.sampled_from(["0", "——", "", "/"]))
_name = st.builds(str.__add__, st.sampled_from(_NOUNS), st.sampled_from(_SUFFIXES))


@st.composite
def tables(draw: st.DrawFn, groups: bool | None = None, units: bool | None = None) -> PrintedTable:
    """Tables with totals, parts behind 其中 and parts of parts; with or without groups and a column of units."""
    groups = draw(st.booleans()) if groups is None else groups
    units = draw(st.booleans()) if units is None else units
    scopes = draw(st.sampled_from([("year",), ("cumulative", "year"), ("year", "cumulative")]))
    heads = tuple(draw(st.sampled_from(_HEADS[scope])) for scope in scopes)
    rows: list[PrintedRow] = []
    names = draw(st.lists(st.sampled_from(_GROUPS), min_size=1, max_size=3, unique=True)) if groups else [None]
    for group in names:
        for top in range(draw(st.integers(1, 3))):
            rows += _family(draw, len(rows), "" if groups else f"{_CHINESE[top]}、", group)
    rows = [
        replace(row, cells=tuple(draw(_cell) for _ in scopes), unit=draw(st.sampled_from(_UNITS)) if units else None)
        for row in rows
    ]
    for column in range(len(scopes)):  # a column of figures holds a figure
        if not any(row.cells[column].strip("—/") for row in rows):
            filled = [*rows[0].cells[:column], "7", *rows[0].cells[column + 1 :]]
            rows[0] = replace(rows[0], cells=tuple(filled))
    return PrintedTable(tuple(rows), heads, scopes)


def _family(draw: st.DrawFn, at: int, mark: str, group: str | None) -> list[PrintedRow]:
    """A total with its parts; the last part may have parts itself."""
    rows = [PrintedRow(mark + draw(_name), (), 0, None, group)]
    parts = draw(st.integers(0, 3))
    dot = draw(st.sampled_from([".", "、", "．"]))
    for n in range(parts):
        within = draw(st.sampled_from(["其中：", "其中: "])) if n == 0 else ""
        rows.append(PrintedRow(f"{within}{n + 1}{dot}{draw(_name)}", (), 1, at, group))
    if parts and draw(st.booleans()):
        parent = at + parts
        for n in range(draw(st.integers(1, 3))):
            within = "其中：" if n == 0 else ""
            rows.append(PrintedRow(f"{within}{_CIRCLES[n]}{draw(_name)}", (), 2, parent, group))
    return rows


def cell_lines(table: PrintedTable) -> str:
    """One cell a line behind a tab, a blank line after each row: how a table of Word comes out as text."""
    return "".join("".join(f"\t{cell}\n" for cell in row) + "\n" for row in table.lines())


def broken_cell_lines(table: PrintedTable) -> str:
    """Like `cell_lines`, the first column's words of each group broken into two paragraphs of one cell."""
    printed = []
    for n, row in enumerate(table.lines()):
        first, *rest = row
        if n and len(first) > 3 and table.has_groups:
            first = f"{first[:2]}\n\n{first[2:]}"
        printed.append("".join(f"\t{cell}\n" for cell in [first, *rest]) + "\n")
    return "".join(printed)


def tabbed(table: PrintedTable) -> str:
    """A row a line, its cells parted by tabs."""
    return "".join("\t".join(_level(table, row)) + "\n" for row in table.lines())


def barred(table: PrintedTable) -> str:
    """A row a line, its cells parted by bars."""
    return "".join("|" + "|".join(f" {cell} " for cell in _level(table, row)) + "|\n" for row in table.lines())


def opened_rows(table: PrintedTable) -> str:
    """A cell a line, closed by a bar, and a line with a bar alone before each row."""
    return "".join("| \n" + "".join(f" {cell}  | \n" for cell in _level(table, row)) for row in table.lines())


def _level(table: PrintedTable, row: list[str]) -> list[str]:
    """The head's first cell stands over the group's and the label's column: give it a blank neighbour."""
    width = max(len(r) for r in table.lines())
    return [*[""] * (width - len(row)), *row] if len(row) < width else row


LAYOUTS: dict[str, Callable[[PrintedTable], str]] = {
    "one cell a line": cell_lines,
    "one cell a line, some broken": broken_cell_lines,
    "tabs": tabbed,
    "bars": barred,
    "one cell a line, rows opened by a bar": opened_rows,
}
