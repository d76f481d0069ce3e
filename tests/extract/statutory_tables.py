"""The statutory tables with invented figures, and the ways in which reports print them."""

import itertools
import random
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from core.model.document import Block, BlockKind, Document, Grid, GridCell, Source, Span

RESULTS = "三、本年度办理结果"
APPLICANTS = ("自然人", "商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他", "总计")
_REASONS = (
    ("（三）不予公开", ("1.属于国家秘密", "2.其他法律行政法规禁止公开", "3.危及“三安全一稳定”", "4.保护第三方合法权益",
                  "5.属于三类内部事务信息", "6.属于四类过程性信息", "7.属于行政执法案卷", "8.属于行政查询事项")),
    ("（四）无法提供", ("1.本机关不掌握相关政府信息", "2.没有现成信息需要另行制作", "3.补正后申请内容仍不明确")),
    ("（五）不予处理", ("1.信访举报投诉类申请", "2.重复申请", "3.要求提供公开出版物", "4.无正当理由大量反复申请",
                  "5.要求行政机关确认或重新出具已获取信息")),
)  # fmt: skip
_LATE = (
    "（六）其他处理",
    (
        "1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请",
        "2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请",
        "3.其他",
    ),
)
_RESULTS_OF_REVIEW = ("结果维持", "结果纠正", "其他结果", "尚未审结", "总计")


@dataclass(frozen=True)
class Printed:
    """A row as a person reads it; `path` is the groups before the label. `head` rows hold no figures."""

    path: tuple[str, ...]
    cells: tuple[str, ...]
    is_head: bool = False

    @property
    def label(self) -> str:
        """The innermost word."""
        return self.path[-1]


def applications(rows: int = 25, seed: int = 1, blank: float = 0.0) -> list[Printed]:
    """The table of applications with 25 or 23 rows; a share of its cells left blank."""
    chance = random.Random(seed)

    def figures() -> tuple[str, ...]:
        return tuple("" if chance.random() < blank else str(chance.choice((0, 0, 3, 12, 140))) for _ in APPLICANTS)

    paths: list[tuple[str, ...]] = [
        ("一、本年新收政府信息公开申请数量",),
        ("二、上年结转政府信息公开申请数量",),
        (RESULTS, "（一）予以公开"),
        (RESULTS, "（二）部分公开（区分处理的，只计这一情形，不计其他情形）"),
    ]
    for group, labels in (*_REASONS, *((_LATE,) if rows == 25 else ())):
        paths += [(RESULTS, group, label) for label in labels]
    paths += [] if rows == 25 else [(RESULTS, "（六）其他处理")]
    paths += [(RESULTS, "（七）总计"), ("四、结转下年度继续办理",)]
    heads = [
        Printed(("（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）",), ("申请人情况",), True),
        Printed((), ("自然人", "法人或其他组织", "总计"), True),
        Printed((), APPLICANTS[1:6], True),
    ]
    return heads + [Printed(path, figures()) for path in paths]


def disclosure(year: int = 2021) -> list[Printed]:
    """The stacked tables of article 20, each with a head of its own."""
    new = (
        ("一", ("本年制发件数", "本年废止件数", "现行有效件数"),
         (("规章", ("0", "0", "7")), ("行政规范性文件", ("22（其中修订16件）", "", "131")))),
        ("五", ("本年处理决定数量",), (("行政许可", ("2650",)),)),
        ("六", ("本年处理决定数量",), (("行政处罚", ("31",)), ("行政强制", ("0",)))),
        ("八", ("本年收费金额（单位：万元）",), (("行政事业性收费", ("24.311082",)),)),
    )  # fmt: skip
    three = ("上一年项目数量", "本年增/减", "处理决定数量")
    old = (
        ("一", ("本年新制作数量", "本年新公开数量", "对外公开总数量"),
         (("规章", ("0", "0", "7")), ("规范性文件", ("5", "6", "131")))),
        ("五", three, (("行政许可", ("396", "+7", "181")), ("其他对外管理服务事项", ("10", "-1", "53")))),
        ("六", three, (("行政处罚", ("26", "0", "4")), ("行政强制", ("", "", "")))),
        ("八", three[:2], (("行政事业性收费", ("35", "0")),)),
        ("九", ("采购项目数量", "采购总金额"), (("政府集中采购", ("13", "7539.52元")),)),
    )  # fmt: skip
    found: list[Printed] = []
    for article, heads, rows in new if year == 2021 else old:
        found.append(Printed((f"第二十条第（{article}）项",), (), True))
        found.append(Printed(("信息内容",), heads, True))
        found += [Printed((label,), cells) for label, cells in rows]
    return found


def reviews(figures: Sequence[str]) -> list[Printed]:
    """The table of reviews and lawsuits: fifteen figures without a label."""
    return [
        Printed((), ("行政复议", "行政诉讼"), True),
        Printed((), (*_RESULTS_OF_REVIEW, "未经复议直接起诉", "复议后起诉"), True),
        Printed((), _RESULTS_OF_REVIEW * 2, True),
        Printed((), tuple(figures)),
    ]


def rows_of(table: list[Printed]) -> list[tuple[str, list[str]]]:
    """Labels and cells that a reader must find."""
    return [(r.label if r.path else "", list(r.cells)) for r in table if not r.is_head]


# Layouts of plain text -------------------------------------------------------------------------------------------


def _cells(table: list[Printed]) -> Iterator[list[str]]:
    """Row by row the cells that are printed: a group stands once, before its first row."""
    before: tuple[str, ...] = ()
    for row in table:
        path = [p for n, p in enumerate(row.path) if n == len(row.path) - 1 or before[: n + 1] != row.path[: n + 1]]
        before = before if row.is_head else row.path
        yield [*path, *row.cells]


def bars(table: list[Printed]) -> str:
    """A row a line, a bar behind each cell, groups only on their first row."""
    return "".join(" | ".join(cells) + " |\n" for cells in _cells(table))


def ruled_bars(table: list[Printed]) -> str:
    """Markdown: all rows equally wide, a merged cell repeated in each of its columns, a rule below the first line."""
    lines = [[*row.path, *[row.label] * (_depth(table) - len(row.path)), *row.cells] if row.path else list(row.cells)
             for row in table]  # fmt: skip
    width = max(map(len, lines))
    printed = ["| " + " | ".join(cells + [""] * (width - len(cells))) + " |" for cells in lines]
    return "\n".join([printed[0], "|" + "---|" * width, *printed[1:]]) + "\n"


def tabs(table: list[Printed]) -> str:
    """A row a line, cells parted by tabs, all rows equally wide, a merged cell filled in once."""
    lines = []
    before: tuple[str, ...] = ()
    for row in table:
        path = [p if n == len(row.path) - 1 or before[: n + 1] != row.path[: n + 1] else ""
                for n, p in enumerate(row.path)]  # fmt: skip
        before = before if row.is_head else row.path
        lines.append([*path, *[""] * (_depth(table) - len(path)), *row.cells])
    return "".join("\t".join(cells) + "\n" for cells in lines)


def cell_a_line(table: list[Printed]) -> str:
    """Each cell on a line of its own."""
    return "\n".join(itertools.chain.from_iterable(_cells(table))) + "\n"


def cell_a_line_spaced(table: list[Printed]) -> str:
    """Each cell on a line of its own, a blank line after it."""
    return cell_a_line(table).replace("\n", "\n\n")


def bar_a_line(table: list[Printed]) -> str:
    """Each cell on a line of its own with a bar behind it; of a blank cell only the bar is left."""
    return "".join(f"{cell} |\n" if cell else "|\n" for cell in itertools.chain.from_iterable(_cells(table)))


def lines(table: list[Printed]) -> str:
    """A row a line, cells parted by single spaces."""
    return "".join(" ".join(cells) + "\n" for cells in _cells(table))


def long_line(table: list[Printed]) -> str:
    """The whole table in one line, cells parted by single spaces."""
    return " ".join(itertools.chain.from_iterable(_cells(table)))


def _depth(table: list[Printed]) -> int:
    return max(len(row.path) for row in table)


Layout = Callable[[list[Printed]], str]
WITH_BLANKS: dict[str, Layout] = {"bars": bars, "ruled bars": ruled_bars, "tabs": tabs, "a bar a line": bar_a_line}
WITHOUT_BLANKS: dict[str, Layout] = {
    **WITH_BLANKS,
    "a cell a line": cell_a_line,
    "a cell a line, spaced": cell_a_line_spaced,
    "a row a line": lines,
    "one line": long_line,
}


# True grids ------------------------------------------------------------------------------------------------------

Placed = tuple[int, int, int, int, str]  # row, column, row span, column span, words


def grid_document(*grids: list[Placed]) -> Document:
    """A document with these grids, as readers of web pages and of Word make it: a row a line, cells parted by tabs."""
    text = "甲川县2022年政府信息公开工作年度报告\n"
    blocks = [Block(BlockKind.PARAGRAPH, 0, len(text) - 1)]
    made: list[Grid] = []
    for cells in grids:
        start = len(text)
        found: list[GridCell] = []
        for _, row in itertools.groupby(sorted(cells), key=lambda c: c[0]):
            for n, (r, c, down, right, words) in enumerate(row):
                text += "\t" if n else ""
                found.append(GridCell(r, c, Span(len(text), len(text) + len(words)), down, right))
                text += words
            text += "\n"
        height = max(r + down for r, _, down, _, _ in cells)
        width = max(c + right for _, c, _, right, _ in cells)
        made.append(Grid(height, width, tuple(found), start, len(text) - 1))
        blocks.append(Block(BlockKind.TABLE, start, len(text) - 1, grid=len(made) - 1))
        text += "\n"
    return Document(text, Source("甲.html", "", "html", 0), tuple(blocks), tuple(made))


def applications_grid(table: list[Printed]) -> list[Placed]:
    """The table of applications as Word draws it: three rows of heads, groups reaching down over their rows."""
    cells: list[Placed] = [(0, 0, 3, 3, table[0].label), (0, 3, 1, 7, "申请人情况")]
    cells += [(1, 3, 2, 1, "自然人"), (1, 4, 1, 5, "法人或其他组织"), (1, 9, 2, 1, "总计")]
    cells += [(2, 4 + n, 1, 1, name) for n, name in enumerate(APPLICANTS[1:6])]
    body = [row for row in table if not row.is_head]
    for r, row in enumerate(body, start=3):
        for depth, word in enumerate(row.path):
            last = depth == len(row.path) - 1
            above = body[r - 4].path if r > 3 else ()
            if last:
                cells.append((r, depth, 1, 3 - depth, word))
            elif above[: depth + 1] != row.path[: depth + 1]:
                same = itertools.takewhile(lambda b: b.path[: depth + 1] == row.path[: depth + 1], body[r - 3 :])  # noqa: B023
                cells.append((r, depth, len(list(same)), 1, word))
        cells += [(r, 3 + n, 1, 1, cell) for n, cell in enumerate(row.cells)]
    return cells
