"""The tables that were sent with the reports of 2008 to 2018, filled from the facts."""

import random

from tests.corpus.synthetic.facts import Facts
from tests.corpus.synthetic.tables import Printed, simple

Row = tuple[str, int, str | None, str, tuple[str, ...]]


def fujian_2011(facts: Facts, chance: random.Random) -> Printed:
    """Two columns: the year and all years. It has no row for other answers than granted, in part, refused."""
    n = facts.n
    gazette = n["total"] - n["web"]
    forms = [n["all_person"], 0, 0, n["all_online"], n["all_letter"], 0]
    rows = _block("主动公开信息数", "条", n["total"], ("网站公开", "政府公报公开"), (n["web"], gazette), chance)
    asked = ("当面申请数", "传真申请数", "电子邮件申请数", "网上申请数", "信函申请数", "其它形式申请数")
    rows += _block("受理依申请公开信息总数", "条", n["all"], asked, forms, chance)
    told = ("同意公开答复数", "同意部分公开答复数", "否决公开答复数")
    rows += _block("对申请的答复数", "条", n["all"], told, _answers(n)[:3], chance)
    rows += [(label, 0, None, "件", ("0", "0")) for label in ("行政复议数", "行政诉讼数", "行政申诉数")]
    header = ("指标名称", "计量单位", f"{facts.year}年度", "历年累计")
    return simple("政府信息公开情况统计表", header, rows)


def fujian_2014(facts: Facts, chance: random.Random) -> Printed:
    """The shorter form of later years."""
    n = facts.n
    rows = _block(
        *("主动公开文件数", "条", n["total"], ("政府网站公开数", "政府公报公开数")),
        *((n["web"], n["total"] - n["web"]), chance),
    )
    asked = ("当面申请数", "网上申请数", "信函、传真申请数")
    rows += _block(
        "受理依申请公开信息总数", "条", n["all"], asked, (n["all_person"], n["all_online"], n["all_letter"]), chance
    )
    told = ("同意公开答复数", "同意部分公开答复数", "不予公开答复数", "其他类型答复数")
    rows += _block("对申请的答复总数", "条", n["all"], told, _answers(n), chance)
    rows.append(("政府信息公开收费减免金额", 0, None, "元", ("0", "0")))
    rows += [(label, 0, None, "件", ("0", "0")) for label in ("接受行政诉讼、举报数", "行政复议数", "行政诉讼数")]
    header = ("指标名称", "计量单位", f"{facts.year}年度", "历年累计")
    return simple("政府信息公开情况统计表", header, rows)


def _answers(n: dict[str, int]) -> tuple[int, ...]:
    """Granted, in part, refused, anything else."""
    known = (n["granted"], n["partial"], n["refused"])
    return (*known, n["answered"] - sum(known))


def _block(
    total: str,
    unit: str,
    number: int,
    labels: tuple[str, ...],
    parts: tuple[int, ...] | list[int],
    chance: random.Random,
) -> list[Row]:
    """A total with its parts, in the year and in all years."""
    mark = chance.choice(".、")
    before = [p * chance.choice((1, 2, 3)) for p in parts]
    rows: list[Row] = [(total, 0, None, unit, (str(number), str(number + sum(before))))]
    for i, (label, part, early) in enumerate(zip(labels, parts, before, strict=True), 1):
        printed = f"{'其中：' if i == 1 else ''}{i}{mark}{label}"
        rows.append((printed, 1, total, unit, (str(part), str(part + early))))
    return rows


def shandong(facts: Facts, chance: random.Random) -> Printed:
    """Numbered totals, one column; some cells are blank or dashes as clerks leave them."""
    n = facts.n
    kinds = ("机构领导、设置及人事类信息", "政策法规、规范性文件信息", "业务公开信息", "其他信息")
    parts = (n["web"], n["ch2"], n["ch3"], n["ch4"])
    rows = _numbered("一、主动公开信息数", "条", n["total"], kinds, parts)
    asked = ("信函及传真申请数", "网上填表及电子邮件申请数", "当面申请数")
    rows += _numbered("二、信息公开申请数", "条", n["all"], asked, (n["all_letter"], n["all_online"], n["all_person"]))
    told = ("同意公开数", "同意部分公开数", "不予公开数", "其他情况")
    rows += _numbered("三、对申请的答复数", "条", n["all"], told, _answers(n))
    blank = chance.choice(("0", "0", "——", "/"))
    rows += [
        ("四、依申请提供信息收取费用数", 0, None, "元", ("0",)),
        ("五、政府信息公开被行政复议数", 0, None, "件", (blank,)),
        ("六、政府信息公开被诉讼数", 0, None, "件", (blank,)),
        ("七、召开新闻发布会数", 0, None, "次", (str(n["press"]),)),
    ]
    rows += _numbered(
        "八、政府信息公开指定工作人员数", "人", n["staff"], ("全职人员", "兼职人员"), (n["full"], n["part"])
    )
    header = ("指标名称", "计量单位", "本年累计")
    return simple(f"{facts.year}年度政府信息公开工作情况统计表", header, rows)


def _numbered(total: str, unit: str, number: int, labels: tuple[str, ...], parts: tuple[int, ...]) -> list[Row]:
    rows: list[Row] = [(total, 0, None, unit, (str(number),))]
    for i, (label, part) in enumerate(zip(labels, parts, strict=True), 1):
        rows.append((f"{'其中：' if i == 1 else ''}{i}.{label}", 1, total, unit, (str(part),)))
    return rows


def national(facts: Facts, chance: random.Random) -> Printed:
    """The nine chapters of 2014 to 2018; the rows that only head others have no figure."""
    n = facts.n
    rows: list[Row] = []

    def add(label: str, unit: str = "——", number: int | None = None) -> None:
        rows.append((label, 0, None, unit, ("——" if number is None else str(number),)))

    add("一、主动公开情况")
    add("（一）主动公开政府信息数（不同渠道和方式公开相同信息计1条）", "条", n["total"])
    add("其中：主动公开规范性文件数", "条", n["normative"])
    add("制发规范性文件总数", "件", n["normative"])
    add("（二）通过不同渠道和方式公开政府信息的情况")
    add("1.政府公报公开政府信息数", "条", n["ch2"])
    add("2.政府网站公开政府信息数", "条", n["web"])
    add("3.政务微博公开政府信息数", "条", n["ch3"])
    add("4.政务微信公开政府信息数", "条", n["ch2"])
    add("5.其他方式公开政府信息数", "条", n["ch4"])
    add("二、回应解读情况")
    add("（一）回应公众关注热点或重大舆情数（不同方式回应同一热点或舆情计1次）", "次", n["press"])
    add("（二）通过不同渠道和方式回应解读的情况")
    add("1.参加或举办新闻发布会总次数", "次", n["press"])
    add("其中：主要负责同志参加新闻发布会次数", "次", n["press"] // 2)
    add("2.政策解读稿件发布数", "篇", n["interp"])
    add("三、依申请公开情况")
    add("（一）收到申请数", "件", n["all"])
    for label, key in (("1.当面申请数", "all_person"), ("2.网络申请数", "all_online"), ("3.信函申请数", "all_letter")):
        add(label, "件", n[key])
    add("（二）申请办结数", "件", n["all"])
    add("1.按时办结数", "件", n["all"])
    add("2.延期办结数", "件", 0)
    add("四、行政复议数量", "件", n["review_total"])
    add("（一）维持具体行政行为数", "件", n["review_upheld"])
    add("（二）被依法纠错数", "件", n["review_corrected"])
    add("（三）其他情形数", "件", n["review_other"] + n["review_pending"])
    add("五、举报投诉数量", "件", 0)
    add("六、依申请公开信息收取的费用", "万元", 0)
    add("七、机构建设和保障经费情况")
    add("（一）政府信息公开工作专门机构数", "个", 1)
    add("（二）设置政府信息公开查阅点数", "个", n["venues"])
    add("（三）从事政府信息公开工作人员数", "人", n["staff"])
    add("1.专职人员数（不包括政府公报及政府网站工作人员数）", "人", n["full"])
    add("2.兼职人员数", "人", n["part"])
    table = simple("政府信息公开情况统计表", ("统计指标", "单位", "统计数"), rows)
    for line in table.body:  # how deep each row stands is a matter of taste here: labels, units and figures are not
        del line.gold["level"], line.gold["parent"]
        if line.gold["unit"] == "——":
            del line.gold["unit"]
    return table


def free(facts: Facts, chance: random.Random) -> Printed:
    """A table of the body's own making: kinds of information and how many of each."""
    rows: list[Row] = [(name + "类信息", 0, None, "", (str(count),)) for name, count in facts.kinds]
    rows.append(("合计", 0, None, "", (str(facts.n["total"]),)))
    table = simple("主动公开信息分类统计表", ("信息类别", "数量（条）"), rows)
    for line in table.body:
        del line.gold["level"], line.gold["parent"]
    return table
