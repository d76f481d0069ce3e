"""The tables that the State Council's office prescribes from 2019 on, told by their structure: rows, columns, groups.

Rows are found by their words and groups, not by their order, so that 23 and 25 rows, inserted rows and rows lost at
a page break are all the same to the checks.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from core.checks.case import TOTAL, Case, Outcome, folded, short
from core.checks.identities import Identity, Weighed, finding, outcome_of, weigh
from core.checks.repair import shift, suggestion
from core.model.extraction import Column, Table
from core.model.findings import Finding, Rule
from core.model.values import cell_key

_NEW = re.compile(r"新收")
_CARRIED_IN = re.compile(r"上(?:一)?年(?:度)?结转")
_CARRIED_OUT = re.compile(r"结转(?:至|到)?下(?:一)?年")
_TOTAL_ROW = re.compile(r"[总合共]计(?:数)?$")
_HEADING = re.compile(r"本年度?办理结果$")
# Source: State Council general office forms 2019-60 and 2021-30, table 3, with the leaves that stand without a group.
_KINDS = (
    ("refused", re.compile(r"不予公|国家秘密|禁止公开|三安全|第三方|内部事务|过程性|执法案卷|查询事项")),
    ("not_held", re.compile(r"无法提|不掌握|没有现成|不存在|仍不明确|内容不明确")),
    ("not_processed", re.compile(r"不予处|信访|重复申请|公开出版物|反复申请|已获取")),
    ("other_result", re.compile(r"其[他它]处|逾期|其[他它]$")),
    ("partial", re.compile(r"部分公开")),
    ("granted", re.compile(r"予以公开|^(?:\(一\))?公开$")),
)
_ROLES = (
    ("upheld", re.compile(r"维持")),
    ("corrected", re.compile(r"纠正|纠错")),
    ("pending", re.compile(r"尚未审结|未审结")),
    ("total", TOTAL),
    ("other", re.compile(r"其[他它]")),
)
_COURT = re.compile(r"诉讼|起诉")
_NAMES = ("行政复议", "未经复议直接起诉", "复议后起诉")


@dataclass(frozen=True, slots=True)
class Applications:
    """Table 3: applications by kind of applicant. Rows are indexes; None for one that is not printed.

    `kinds` are the rows of each kind of result, the last level only: granted, partial, refused, not_held,
    not_processed, other_result. `parts` are the kinds of applicants, `whole` the column that adds them up. `keys`
    are the value keys of each row's cells, in the order of `columns`.
    """

    t: int
    table: Table
    new: int
    carried_in: int | None
    total: int
    carried_out: int | None
    kinds: dict[str, tuple[int, ...]]
    parts: tuple[Column, ...]
    whole: Column | None
    keys: tuple[tuple[str, ...], ...]

    @property
    def leaves(self) -> tuple[int, ...]:
        """All results of the last level, in printed order."""
        return tuple(sorted(r for rows in self.kinds.values() for r in rows))

    @property
    def columns(self) -> tuple[Column, ...]:
        """Applicants, then the total."""
        return (*self.parts, self.whole) if self.whole else self.parts


@dataclass(frozen=True, slots=True)
class Disputes:
    """One group of table 4: reviews, lawsuits without a review before, or after one.

    `cells` are value keys by result: upheld, corrected, other, pending, total.
    """

    name: str
    is_lawsuit: bool
    cells: dict[str, str]


def applications(case: Case) -> list[Applications]:
    """Every table of applications of the report."""
    return [found for t, table in enumerate(case.extraction.tables) if (found := _applications(t, table))]


def _applications(t: int, table: Table) -> Applications | None:
    labels = [folded(r.label) for r in table.rows]
    new, carried_in, carried_out = (_find(labels, p) for p in (_NEW, _CARRIED_IN, _CARRIED_OUT))
    total = _find(labels, _TOTAL_ROW)
    if new is None or total is None or (carried_in is None and carried_out is None) or not table.columns:
        return None
    parents = {r.parent for r in table.rows}
    grouped = {folded(g) for r in table.rows for g in r.groups}
    kinds: dict[str, tuple[int, ...]] = {}
    for r, label in enumerate(labels):
        if r in (new, total, carried_in, carried_out, *parents) or label in grouped or _HEADING.search(label):
            continue
        kind = _kind(table, r)
        if kind is None:
            return None  # a row that cannot be placed: nothing can be added up
        kinds[kind] = (*kinds.get(kind, ()), r)
    whole = next((c for c in table.columns if len(table.columns) > 2 and c.path and TOTAL.search(_last(c))), None)
    parts = tuple(c for c in table.columns if c is not whole)
    columns = (*parts, whole) if whole else parts
    keys = tuple(tuple([cell_key(t, r, c.key) for c in columns]) for r in range(len(labels)))
    return Applications(t, table, new, carried_in, total, carried_out, kinds, parts, whole, keys)


def _find(labels: list[str], pattern: re.Pattern[str]) -> int | None:
    return next((r for r, label in enumerate(labels) if pattern.search(label)), None)


def _kind(table: Table, r: int) -> str | None:
    row = table.rows[r]
    parent = [table.rows[row.parent].label] if row.parent is not None else []
    for words in (*reversed(row.groups), *parent, row.label):
        if kind := _result(words):
            return kind
    return None


@lru_cache(maxsize=4096)
def _result(words: str) -> str | None:
    """The kind of result that the words of a row, or of a group of rows, name."""
    text = folded(words)
    return None if _HEADING.search(text) else next((kind for kind, p in _KINDS if p.search(text)), None)


def _last(column: Column) -> str:
    return folded(column.path[-1])


def disputes(case: Case) -> list[Disputes]:
    """Every group of every table of reviews and lawsuits of the report."""
    return [
        Disputes(name, is_lawsuit, {role: cell_key(t, r, column) for role, column in columns.items()})
        for t, table in enumerate(case.extraction.tables)
        for groups in [_groups(table)]
        for r in range(len(table.rows))
        for name, is_lawsuit, columns in groups
    ]


def _groups(table: Table) -> list[tuple[str, bool, dict[str, str]]]:
    """Columns up to each total are a group: its name, whether it is of lawsuits, and its columns' keys by result."""
    if not any(c.path and "维持" in _last(c) for c in table.columns):
        return []
    groups: list[tuple[str, bool, dict[str, str]]] = []
    columns: dict[str, str] = {}
    for column in table.columns:
        role = next((name for name, p in _ROLES if column.path and p.search(_last(column))), None)
        if role is None or role in columns:
            return []
        columns[role] = column.key
        if role == "total":
            printed = folded(column.path[-2]) if len(column.path) > 1 else ""
            fallback = _NAMES[len(groups)] if len(groups) < len(_NAMES) else ""
            name = next((n for n in reversed(_NAMES) if n in printed), printed) or fallback
            court = any(_COURT.search(folded(p)) for p in column.path[:-1]) or (not printed and bool(groups))
            groups.append((name, court, columns))
            columns = {}
    return [] if columns else groups


def column_name(column: Column) -> str:
    """A column by its own head; 其他 with the one above it."""
    if not column.path:
        return column.key
    return "·".join(column.path[-2:]) if _last(column) in ("其他", "其它") else column.path[-1]


def table_sums(case: Case) -> Outcome:
    """Columns, balances, rows and groups of the statutory tables, with what may be wrong where they fail."""
    outcome = Outcome()
    for group in identities(case):
        weighed = [w for i in group if (w := weigh(case, i))]
        part = outcome_of(case, weighed, _failures(case, weighed) if any(w.is_broken for w in weighed) else ())
        outcome.findings += part.findings
        outcome.proofs += part.proofs
    return outcome


def _failures(case: Case, weighed: Sequence[Weighed]) -> list[Finding]:
    hint = suggestion(case, weighed)
    shifted = shift(weighed)
    found = [finding(w, hint) for n, w in enumerate(weighed) if w.is_broken and not (shifted and n in shifted[1])]
    return [replace(shifted[0], hint=hint), *found] if shifted else found


def identities(case: Case) -> list[list[Identity]]:
    """What must add up, table by table: each column, each row, each group."""
    found = [_of_applications(table) for table in case.once(applications)]
    groups = case.once(disputes)
    if groups:
        found.append([_of_group(group) for group in groups if len(group.cells) > 1])
    return found


def _of_applications(table: Applications) -> list[Identity]:
    found: list[Identity] = []
    leaves = table.leaves
    for column, keys in zip(table.columns, zip(*table.keys, strict=True), strict=True):
        name, line = column_name(column), f"column {column.key}"
        total = keys[table.total]
        if leaves:
            parts = tuple([keys[r] for r in leaves])
            found.append(Identity(Rule.PARTS_SUM, "check.parts_sum.column", name, (total,), parts, line))
        if table.carried_in is not None and table.carried_out is not None:
            left, right = (keys[table.new], keys[table.carried_in]), (total, keys[table.carried_out])
            found.append(Identity(Rule.BALANCE, "check.balance.differs", name, left, right, line))
    if table.whole and len(table.parts) > 1:
        for r in (table.new, table.carried_in, *leaves, table.total, table.carried_out):
            if r is not None:
                *applicants, whole = table.keys[r]
                name, line = short(table.table.rows[r].label), f"row {r}"
                found.append(Identity(Rule.ROW_SUM, "check.row_sum.differs", name, (whole,), tuple(applicants), line))
    return found


def _of_group(group: Disputes) -> Identity:
    parts = tuple(key for role, key in group.cells.items() if role != "total")
    total = (group.cells["total"],)
    return Identity(Rule.PARTS_SUM, "check.parts_sum.differs", group.name, total, parts, f"group {group.name}")
