"""Puts a synthetic report together: body, year, form, wordings, numbering, layout, and the gold of it all."""

import random
from dataclasses import dataclass
from datetime import date
from typing import Any

from tests.corpus.synthetic import chapters, forms, others, statutory
from tests.corpus.synthetic.bodies import Body, body, contacts
from tests.corpus.synthetic.chapters import Chapter, Year
from tests.corpus.synthetic.facts import Facts, facts
from tests.corpus.synthetic.marked import Said, plain
from tests.corpus.synthetic.printed import numeral, printed_date
from tests.corpus.synthetic.tables import LAYOUTS, Printed, faulty

Gold = dict[str, Any]
_NUMBERING = (
    lambda i: f"{numeral(i)}、",
    lambda i: f"{numeral(i)}、",
    lambda i: f"（{numeral(i)}）",
    lambda i: f"{i}、",
    lambda i: f"{i}.",
    lambda i: f"第{numeral(i)}部分 ",
)
_SIZES = {"government": 2000, "department": 300, "town": 120, "street": 90, "office": 250, "school": 60}

# What is said wrong on purpose -> the rules of which one has to notice.
_FAULTS = {
    "kinds": "parts_sum",
    "text": "text_vs_table|parts_sum|text_contradiction",
    "table": "parts_sum|row_sum|balance|shift_suspected",
}


@dataclass(slots=True)
class _Draft:
    """Text so far, with what gold says about it."""

    text: str
    gold: Gold

    def add(self, said: Said, end: str = "\n") -> None:
        self.text += said.text + end
        self.gold["statistics"] += said.statistics


def synthetic(seed: int) -> tuple[Gold, str]:
    """The gold and the text of report number `seed`; the same number gives the same report."""
    chance = random.Random(f"synthetic {seed}")
    if chance.random() < 0.06:
        return others.no_report(chance, seed)
    who, number = body(chance), chance.randrange(2008, 2026)
    year = _year(chance, who, number)
    gold: Gold = {"file": f"s{seed:04d}.txt", "is_annual_report": True, "statistics_complete": True}
    gold |= {"fields": {"year": number}, "sections": [], "tables": [], "statistics": [], "findings_complete": True}
    gold["findings"] = [{"kind": _FAULTS[year.fault], "holds": False}] if year.fault else []
    draft = _Draft("", gold)
    one_line = number >= 2014 and chance.random() < 0.1
    _head(draft, chance, who, year)
    layout = "run together" if one_line else chance.choice([name for name in LAYOUTS if name != "run together"])
    numbering = chance.choice(_NUMBERING) if not one_line else _NUMBERING[0]
    for i, chapter in enumerate(chapters.chapters(chance, year), 1):
        _chapter(draft, chapter, numbering(i), layout, chance, one_line)
    _foot(draft, chance, who, number, signed=number < 2019 or chance.random() < 0.4)
    for table in year.tables if number < 2019 else ():
        _table(draft, table, layout, titled=True)
    text = draft.text
    if one_line:
        page, _, rest = text.partition("\n\n") if text.startswith("索引号") else ("", "", text)
        text = page + "\n" * bool(page) + rest.replace("\n", "")
    return gold, text


def _year(chance: random.Random, who: Body, number: int) -> Year:
    sued = chance.random() < 0.35
    known = facts(chance, number, _SIZES[who.kind], sued)
    asked = chance.random() < 0.6
    carried = number >= 2019 and asked and chance.random() < 0.5
    if number >= 2019:
        matrix = statutory.draw(chance, known.n, asked, carried)
        long = number >= 2021 and chance.random() < 0.85
        first = statutory.disclosure_2021(chance, known.n) if number >= 2021 else statutory.disclosure_2019(chance)
        tables = [*first, statutory.applications(matrix, long), statutory.reviews(chance, known.n, not sued)]
    else:
        tables = _attached(chance, known, asked and not sued)
    faults = ["kinds"] + (["text"] if asked and tables and number >= 2019 else [])
    faults += ["table"] if asked and tables and tables[-1].title != "主动公开信息分类统计表" else []
    fault = chance.choice(faults) if chance.random() < 0.2 else ""
    if fault == "table":
        at = -2 if number >= 2019 else -1
        tables[at] = faulty(tables[at], "（七）总计" if number >= 2019 else "1")
    return Year(who, known, asked, carried, sued, tuple(tables), fault)


def _attached(chance: random.Random, known: Facts, full: bool) -> list[Printed]:
    """The table at the end of a report before 2019, where it has one."""
    if not full or chance.random() < 0.3:
        return []
    n = known.n
    makers = [forms.shandong, forms.free]
    if known.year <= 2013 and n["answered"] == n["granted"] + n["partial"] + n["refused"]:
        makers += [forms.fujian_2011] * 2
    if known.year >= 2014:
        makers += [forms.fujian_2014, forms.national]
    return [chance.choice(makers)(known, chance)]


def _head(draft: _Draft, chance: random.Random, who: Body, year: Year) -> None:
    number, name = year.facts.year, who.name
    fields = draft.gold["fields"]
    subject = f"{number}年{chance.choice(('', '度'))}政府信息公开"
    title = chance.choice(
        (
            f"{name}{subject}工作年度报告",
            f"{name}{subject}年度报告",
            f"{number}年{name}政府信息公开工作年度报告",
            f"{name}{subject}工作报告",
            f"{name}\n{subject}工作年度报告",
            f"{name} {' '.join(str(number))} 年政府信息公开年度报告",
            f"{name}关于{number}年度政府信息公开工作情况的报告",
        )
    )
    fields |= {
        "title": title.replace("\n", ""),
        "issuer": name,
        "issuer_accept": list(who.accept),
        "body_kind": who.kind,
    }
    if who.region:
        fields["region"] = who.region
    if who.level:
        fields["region_level"] = who.level
    if chance.random() < 0.2:
        day = date(number + 1, 3, chance.randrange(29, 32))  # not before it is signed
        shown = chance.choice(
            (f"{day}", f"{day} 10:{chance.randrange(10, 59)}", f"{day.year}年{day.month}月{day.day}日")
        )
        draft.text += f"索引号：{chance.randrange(10**8, 10**9)}/{number + 1}-{chance.randrange(10**4, 10**5)}\n"
        draft.text += f"发布机构：{who.signs}\n发布日期：{shown}\n\n"
        fields |= {"publisher": who.signs, "publish_date": str(day)}
    draft.text += title + "\n" + chance.choice(("", "\n"))
    _intro(draft, chance, who, number)


def _intro(draft: _Draft, chance: random.Random, who: Body, number: int) -> None:
    fields = draft.gold["fields"]
    law = "根据《中华人民共和国政府信息公开条例》（以下简称《条例》）规定，"
    text = f"{law}现公布{who.name}{number}年政府信息公开工作年度报告。"
    if chance.random() < 0.6:
        text += chance.choice(
            (
                f"本报告中所列数据的统计期限自{number}年1月1日起至{number}年12月31日止。",
                f"本报告所列数据的统计期限为{number}年1月1日至12月31日。",
                f"报告数据统计时限从{number}年1月1日到{number}年12月31日。",
            )
        )
        fields |= {"period_start": f"{number}-01-01", "period_end": f"{number}-12-31"}
    if chance.random() < 0.6:
        reached = contacts(chance, who)
        printed, colon = reached.printed, chance.choice("：：:")
        labels = {
            "address": chance.choice(("地址", "联系地址", "通讯地址")),
            "postcode": chance.choice(("邮编", "邮政编码")),
            "phone": chance.choice(("电话", "联系电话")),
            "fax": "传真",
            "email": chance.choice(("电子邮箱", "邮箱", "E-mail", "电子邮件")),
        }
        keys = [k for k in labels if k in ("phone", "address") or chance.random() < 0.6]
        listed = "；".join(f"{labels[k]}{colon}{printed[k]}" for k in keys)
        text += (
            f"如对本报告有疑问，请与{who.signs}联系（{listed}）。"
            if chance.random() < 0.7
            else (f"如对本报告有疑问，请与{who.signs}联系，{listed.replace('；', '，')}。")
        )
        fields |= {k: reached.gold[k] for k in keys}
        if chance.random() < 0.5:
            text += f"本报告电子版可在门户网站（{printed['website']}）下载。"
            fields["website"] = reached.gold["website"]
    draft.text += text + "\n"


def _chapter(draft: _Draft, chapter: Chapter, number: str, layout: str, chance: random.Random, one_line: bool) -> None:
    title = number + chapter.title
    draft.text += chance.choice(("", "", "　　")) + title + "\n"
    draft.gold["sections"].append(title)
    for paragraph in chapter.paragraphs:
        draft.add(plain("" if one_line else "　　") + paragraph)
    for table in chapter.tables:
        _table(draft, table, layout, titled=False)


def _table(draft: _Draft, table: Printed, layout: str, titled: bool) -> None:
    if titled:
        draft.text += table.title + "\n"
    draft.text += "\n".join(LAYOUTS[layout](table)) + "\n"
    if layout == "word":
        draft.text += "\n"
    gold = table.gold()
    if layout == "run together" and table.width != 10:
        # No sum tells where the figures of these tables part: a person could only guess.
        gold["rows"] = [row if len(row["cells"]) == 1 else row | {"cells": []} for row in gold["rows"] if row["label"]]
    draft.gold["tables"].append(gold)


def _foot(draft: _Draft, chance: random.Random, who: Body, number: int, signed: bool) -> None:
    if not signed:
        return
    day = date(number + 1, chance.choice((1, 2, 3)), chance.randrange(1, 29))
    draft.text += f"{chance.choice(('', '　　　　　　　　'))}{who.signs}\n"
    draft.text += f"{chance.choice(('', '　　　　　　　　'))}{printed_date(day, chance)}\n"
    draft.gold["fields"]["sign_date"] = str(day)
