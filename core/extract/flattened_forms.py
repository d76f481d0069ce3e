"""The forms of the catalogue as skeletons: the labels, groups and heads by which a table is known in running text."""

import re
from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache

from core.base.text import squeeze
from core.extract import table_cells as words
from core.model.catalogue import Catalogue, Form, FormColumn, FormRow

_CJK = re.compile(r"[\u4e00-\u9fff]+")
_REMARK = re.compile(r"\([^()]{0,60}\)")
_NUMBERED_GROUP = re.compile(r"^[一二三四五六七八九十]{1,3}(?=、)|^\([一二三四五六七八九十]{1,3}\)")
# Heads that every form may have, and words that only introduce a head.
_HEADS = (
    *(
        "指标名称",
        "统计指标",
        "指标",
        "项目",
        "名称",
        "计量单位",
        "计算单位",
        "单位",
        "代码",
        "序号",
        "信息内容",
        "备注",
    ),
    *("申请人情况", "法人或其他组织", "年度", "本年度", "本年累计", "历年累计", "累计", "累计数", "当年累计", "发生数"),
    *("年发生数", "本年", "当年", "当年发生数", "统计数", "数量", "数值", "合计", "总计", "本期实际", "本月累计", "年"),
)
_BEFORE_FIGURES = ' :|)”"’》*'
_SIGNS = re.compile(r"[\d/—-]")
_LEAVES_OF_HEAD = 10


def cjk(text: str) -> str:
    """The Chinese characters alone: what two printings of a label share, whatever became of signs and spaces."""
    return "".join(_CJK.findall(text))


@dataclass(frozen=True, slots=True)
class Entry:
    """A row of a form. `cores` are its labels in Chinese characters alone, `ordinal` its arabic number or 0."""

    row: FormRow
    cores: tuple[str, ...]
    ordinal: int
    columns: tuple[int, ...]


@dataclass(frozen=True)
class Skeleton:
    """One table as a form has it. `columns` is empty where the form does not fix them."""

    form: str
    title: str
    entries: tuple[Entry, ...]
    columns: tuple[FormColumn, ...]

    @cached_property
    def places(self) -> dict[str, tuple[int, ...]]:
        """Which rows have a label, by index."""
        found: dict[str, tuple[int, ...]] = {}
        for n, entry in enumerate(self.entries):
            for core in entry.cores:
                found[core] = (*found.get(core, ()), n)
        return found

    @cached_property
    def heads(self) -> frozenset[str]:
        """The heads of columns that tell this table."""
        return frozenset(cjk(p) for c in self.columns for p in c.path)


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """All words by which the tables of all forms are known, in Chinese characters alone."""

    skeletons: tuple[Skeleton, ...]
    labels: frozenset[str]
    groups: frozenset[str]
    heads: frozenset[str]
    titles: frozenset[str]
    multiplicity: dict[str, int]  # how often one label may stand in one table
    with_digits: tuple[str, ...]  # folded labels and heads that hold digits or signs of figures outside brackets
    headless: dict[str, int]  # the last heads of a table whose only row has no label -> its skeleton
    endings: frozenset[str]  # the last two characters of all of these words
    lengths: tuple[int, ...]  # how long these words are, the longest first
    last: frozenset[str]  # what may stand right before the figures of a row

    def longest(self, text: str, kinds: Sequence[Collection[str]]) -> str:
        """The longest word of some kinds that `text` ends in, "" if it ends in none."""
        if text[-2:] not in self.endings:
            return ""
        ends = (text[-length:] for length in self.lengths if length <= len(text))
        return next((word for word in ends for kind in kinds if word in kind), "")


@lru_cache(maxsize=4)
def vocabulary(catalogue: Catalogue) -> Vocabulary:
    """The words of a catalogue, made once for each."""
    forms = catalogue.forms
    skeletons = tuple(s for form in forms for s in _skeletons(form))
    entries = [e for s in skeletons for e in s.entries]
    labels = frozenset(c for e in entries for c in e.cores if c)
    groups = frozenset(group_core(g) for e in entries for g in e.row.groups)
    heads = frozenset(h for s in skeletons for h in s.heads) | frozenset(_HEADS)
    titles = frozenset(cjk(s.title) for s in skeletons if s.title)
    counts = [Counter(c for e in s.entries for c in set(e.cores)) for s in skeletons]
    printed = [label for e in entries for label in e.row.labels] + [
        p for s in skeletons for c in s.columns for p in c.path
    ]
    digits = tuple({core for label in printed if _SIGNS.search(core := _outer(label))})
    headless = {
        "".join(cjk(c.path[-1]) for c in s.columns[-_LEAVES_OF_HEAD:]): n
        for n, s in enumerate(skeletons)
        if all(not e.cores[0] for e in s.entries)
    }
    known = labels | groups | heads | titles | set(headless)
    return Vocabulary(
        skeletons,
        labels,
        groups,
        heads,
        titles,
        {core: max(c[core] for c in counts) for core in labels},
        digits,
        headless,
        frozenset(w[-2:] for w in known),
        tuple(sorted({len(w) for w in known}, reverse=True)),
        frozenset(w[-1] for w in (*known, *words.UNITS)) | frozenset(_BEFORE_FIGURES),
    )


def group_core(group: str) -> str:
    """A group in Chinese characters alone, its own numbering dropped."""
    return cjk(_NUMBERED_GROUP.sub("", squeeze(group)))


def _outer(label: str) -> str:
    return _REMARK.sub("", words.numbering(label).core)


def _skeletons(form: Form) -> list[Skeleton]:
    if not form.tables:
        return [Skeleton(form.id, "", _entries(form.rows, ()), ())]
    return [Skeleton(form.id, t.zh, _entries(form.rows_of(t.id), t.columns), t.columns) for t in form.tables]


def _entries(rows: Sequence[FormRow], columns: Sequence[FormColumn]) -> tuple[Entry, ...]:
    found: list[Entry] = []
    siblings: Counter[str | None] = Counter()
    for row in rows:
        siblings[row.parent] += 1
        cores = tuple(dict.fromkeys(c for label in row.labels for c in _printings(label)))
        mark = words.numbering(row.labels[0])
        ordinal = mark.ordinal if mark.style == "digit" else siblings[row.parent] if row.parent else 0
        places = tuple(n for n, c in enumerate(columns) if not row.columns or c.id in row.columns)
        found.append(Entry(row, cores, ordinal, places))
    return tuple(found)


def _printings(label: str) -> tuple[str, ...]:
    return cjk(words.numbering(label).core), cjk(_outer(label))
