"""The chapters of a report: titles and paragraphs, in the wordings of its time."""

import random
from collections.abc import Sequence
from dataclasses import dataclass

from tests.corpus.synthetic import filler, sayings
from tests.corpus.synthetic.bodies import Body
from tests.corpus.synthetic.facts import Facts
from tests.corpus.synthetic.marked import Said, plain, render
from tests.corpus.synthetic.printed import Figure, figure, rough
from tests.corpus.synthetic.tables import Printed


@dataclass(frozen=True, slots=True)
class Year:
    """All that is to be told: `asked`, `carried`, `sued` say whether there is anything of that kind.

    `tabled`: the figures are in a table as well, so that what the text says of them has to agree. `fault` is what is
    said wrong on purpose: kinds, text, table, or "" for nothing.
    """

    who: Body
    facts: Facts
    asked: bool
    carried: bool
    sued: bool
    tables: tuple[Printed, ...]
    fault: str = ""

    @property
    def tabled(self) -> bool:
        """Whether the report has any table."""
        return bool(self.tables)


@dataclass(frozen=True, slots=True)
class Chapter:
    """A chapter's title without its number, its paragraphs, and the tables behind them."""

    title: str
    paragraphs: tuple[Said, ...]
    tables: tuple[Printed, ...] = ()


class _Teller:
    """Says the facts of one year in one report's manner."""

    def __init__(self, chance: random.Random, year: Year) -> None:
        self._chance, self._year = chance, year
        style = chance.choice(("plain",) * 6 + ("thousands", "wide"))
        small = "chinese" if chance.random() < 0.1 else "plain"
        self._figures = {key: figure(n, chance, style if n >= 100 else small) for key, n in year.facts.n.items()}
        self._figures |= {key: figure(number, chance) for key, number in self._traps().items()}
        n = year.facts.n
        self._figures["rough_total"] = rough(n["total"], chance)
        self._figures["rough_visits"] = rough(n["visits"], chance)
        self._figures["rough_attendees"] = rough(n["attendees"], chance)
        self._figures["zero"] = Figure(0, "0")
        for key in ("web", "ch2", "ch34"):
            self._figures[f"{key}_p"] = _share(n[key], n["total"])
        for key in ("granted", "partial", "refused"):
            self._figures[f"{key}_p"] = _share(n[key], max(n["answered"], 1))
        self._figures["grow"] = Figure(0, f"{abs(n['total'] - n['prev']) * 100 / n['prev']:.2f}")
        if year.fault == "text":
            self._figures |= {key: figure(n[key] + 2, chance) for key in ("all", "recv")}
        others = n["answered"] - n["granted"] - n["partial"] - n["refused"]
        self._figures["others"] = Figure(others, str(others))

    def _traps(self) -> dict[str, int]:
        return {f"trap_{c}": self._chance.randrange(3, 180) for c in "abcdef"}

    def words(self) -> dict[str, str]:
        number = self._year.facts.year
        who = self._year.who
        time = self._chance.choice((f"{number}年", f"{number}年度", "全年", "本年度", f"{number}年度", "一年来"))
        speaker = self._chance.choice((who.all_, who.we, who.we))
        n = self._year.facts.n
        became = "增加到" if n["total"] > n["prev"] else "减少到"
        return {"Y": str(number), "P": str(number - 1), "T": time, "S": speaker, "W": who.we, "became": became}

    def say(self, wordings: Sequence[str]) -> Said:
        words = self.words()
        wording = self._chance.choice(wordings)
        if "{answers}" not in wording:
            return render(wording, words, self._figures)
        before = render(wording.replace("{answers}", ""), words, self._figures)
        fits = [w for w in sayings.ANSWERS if self._answers_fit(w)]
        return before + render(self._chance.choice(fits), words, self._figures)

    def _answers_fit(self, wording: str) -> bool:
        """全部按期办结 with three kinds says that there is no fourth."""
        return "全部按期" not in wording or not self._figures["others"].value

    def kinds(self) -> Said:
        """The kinds of information published, as a list in one of several shapes."""
        kinds = self._year.facts.kinds
        words = self.words()
        counts = [count for _, count in kinds]
        if self._year.fault == "kinds":
            counts[0] += 7
        figures = {f"k{i}": figure(count, self._chance) for i, count in enumerate(counts)}
        names = [f"{name}{self._chance.choice(('类信息', '信息', '类'))}" for name, _ in kinds]
        marks = [f"{{k{i}@disclosed.category.{name}/条}}条" for i, (name, _) in enumerate(kinds)]
        between = self._chance.choice("，；、")
        listed = between.join(n + m for n, m in zip(names, marks, strict=True))
        total = "{total@disclosed.total/条}条"
        shape = self._chance.choice(
            (
                f"{{T}}，{{S}}主动公开政府信息{total}，其中{listed}。",
                f"从公开内容看，{{T}}{{S}}主动公开的{total}政府信息中，{listed}。",
                f"{{T}}，{{S}}主动公开政府信息{total}（其中：{listed}）。",
                f"{{T}}{{S}}主动公开政府信息{total}。其中：{listed}。",
            )
        )
        return render(shape, words, self._figures | figures)

    def pick(self, wordings: Sequence[str], count: int) -> Said:
        """Several different sentences, one after the other."""
        said = plain("")
        for wording in sorted(self._chance.sample(wordings, count), key=wordings.index):
            said += render(wording, self.words(), self._figures)
        return said

    def traps(self) -> Said:
        return self.pick(filler.TRAPS, self._chance.choice((0, 1, 2)))


def _share(part: int, whole: int) -> Figure:
    share = round(part * 100 / whole, 2)
    return Figure(share, f"{share:g}")


def chapters(chance: random.Random, year: Year) -> list[Chapter]:
    """The chapters in order: six prescribed ones since 2019, before that as each body likes."""
    teller = _Teller(chance, year)
    return _new(chance, year, teller) if year.facts.year >= 2019 else _old(chance, year, teller)


def _disclosed(chance: random.Random, year: Year, teller: _Teller) -> Said:
    kind = chance.random()
    if kind < 0.3 or year.fault == "kinds":
        return teller.kinds()
    if kind < 0.4:
        return teller.say(sayings.ROUGH)
    # A table names the channels and the sum of all years itself.
    own = [w for w in sayings.DISCLOSED if "{ch" not in w and "{cum" not in w]
    return teller.say(own if year.tabled else sayings.DISCLOSED)


def _asked(year: Year, teller: _Teller) -> Said:
    if not year.asked:
        return teller.say(sayings.NO_APPLICATIONS)
    return teller.say(sayings.CARRIED if year.carried else sayings.RECEIVED)


def _sued(year: Year, teller: _Teller) -> Said:
    if not year.sued:
        return teller.say(sayings.NO_LAW)
    return teller.say([w for w in sayings.LAW if not (year.tabled and "|" in w)])


def _old(chance: random.Random, year: Year, teller: _Teller) -> list[Chapter]:
    titles = chance.choice(_OLD_TITLES)
    fees = teller.say(sayings.FEES if year.asked and not year.tabled and chance.random() < 0.3 else sayings.NO_FEES)
    asked = _asked(year, teller)
    found = [
        Chapter(
            titles[0],
            (teller.pick(filler.PLAIN, 3), teller.pick(sayings.WORK, chance.choice((0, 1, 2))) + teller.traps()),
        ),
        Chapter(titles[1], (_disclosed(chance, year, teller),)),
        Chapter(titles[2], (asked,)),
        Chapter(titles[3], (fees,)),
        Chapter(titles[4], (_sued(year, teller),)),
        Chapter(titles[5], (teller.pick(filler.PROBLEMS, 1), teller.pick(filler.IMPROVEMENTS, 1))),
    ]
    return found


_OLD_TITLES = (
    (
        *("概述", "主动公开政府信息的情况", "依申请公开政府信息的情况", "政府信息公开的收费及减免情况"),
        *("因政府信息公开申请行政复议、提起行政诉讼的情况", "存在的主要问题及改进措施"),
    ),
    (
        *("基本情况", "政府信息主动公开情况", "政府信息依申请公开情况", "收费和减免情况"),
        *("行政复议、行政诉讼情况", "存在问题和改进措施"),
    ),
    (
        *("工作开展情况", "主动公开情况", "依申请公开情况", "依申请公开收费情况"),
        *("申请行政复议、提起行政诉讼情况", "工作中存在的主要问题及下一步打算"),
    ),
)
_NEW_TITLES = (
    "总体情况",
    "主动公开政府信息情况",
    "收到和处理政府信息公开申请情况",
    "政府信息公开行政复议、行政诉讼情况",
    "存在的主要问题及改进情况",
    "其他需要报告的事项",
)


def _new(chance: random.Random, year: Year, teller: _Teller) -> list[Chapter]:
    told = [teller.pick(filler.PLAIN, 2), _disclosed(chance, year, teller), _asked(year, teller)]
    if chance.random() < 0.5:
        told.append(_sued(year, teller))
    if year.facts.year >= 2021 and chance.random() < 0.5:
        told.append(teller.say(sayings.NORMATIVE_NEW))
    told.append(teller.pick(sayings.WORK, chance.choice((0, 1))) + teller.traps())
    last = teller.pick(filler.PROBLEMS, 1) + teller.pick(filler.IMPROVEMENTS, 1)
    tables = year.tables
    return [
        Chapter(_NEW_TITLES[0], tuple(t for t in told if t.text)),
        Chapter(_NEW_TITLES[1], (), tables[:-2]),
        Chapter(_NEW_TITLES[2], (), tables[-2:-1]),
        Chapter(_NEW_TITLES[3], (), tables[-1:]),
        Chapter(_NEW_TITLES[4], (last,)),
        Chapter(_NEW_TITLES[5], (teller.say(sayings.NO_CHARGE_NEW),)),
    ]
