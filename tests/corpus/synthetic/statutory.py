"""The three tables that are prescribed since 2019 and since 2021, filled so that every identity of theirs holds."""

import itertools
import random
from collections.abc import Iterator

from tests.corpus.synthetic.tables import Line, Printed

_ASKERS = ("自然人", "商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他", "总计")
_REFUSED = (
    *("1.属于国家秘密", "2.其他法律行政法规禁止公开", "3.危及“三安全一稳定”", "4.保护第三方合法权益"),
    *("5.属于三类内部事务信息", "6.属于四类过程性信息", "7.属于行政执法案卷", "8.属于行政查询事项"),
)
_NOT_HELD = ("1.本机关不掌握相关政府信息", "2.没有现成信息需要另行制作", "3.补正后申请内容仍不明确")
_NOT_PROCESSED = (
    *("1.信访举报投诉类申请", "2.重复申请", "3.要求提供公开出版物", "4.无正当理由大量反复申请"),
    "5.要求行政机关确认或重新出具已获取信息",
)
_OTHER = (
    "1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请",
    "2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请",
    "3.其他",
)
_RESULT = "三、本年度办理结果"
_OUTCOMES = ("结果维持", "结果纠正", "其他结果", "尚未审结", "总计")


def _leaves(long: bool) -> list[tuple[str | None, str, str]]:
    """Group, label and result of the rows that add up to （七）总计; `long` with the three kinds of （六）."""
    leaves: list[tuple[str | None, str, str]] = [
        (None, "（一）予以公开", "granted"),
        (None, "（二）部分公开（区分处理的，只计这一情形，不计其他情形）", "partial"),
    ]
    leaves += [("（三）不予公开", label, "refused") for label in _REFUSED]
    leaves += [("（四）无法提供", label, "not_held") for label in _NOT_HELD]
    leaves += [("（五）不予处理", label, "not_processed") for label in _NOT_PROCESSED]
    if long:
        return leaves + [("（六）其他处理", label, "other_result") for label in _OTHER]
    return [*leaves, (None, "（六）其他处理", "other_result")]


def draw(chance: random.Random, n: dict[str, int], asked: bool, carried: bool) -> dict[str, list[int]]:
    """Figures of table 3 by row, seven to each, with what they say about the year put into `n`.

    Only rows whose figures can be told apart when they are printed without gaps.
    """
    while True:
        rows = _drawn(chance, asked, carried)
        if all(_reads_one_way(row) for row in rows.values()):
            break
    for result in ("granted", "partial", "refused", "not_held", "not_processed", "other_result"):
        n[result] = sum(rows[f"{g}{label}"][6] for g, label, r in _keyed(True) if r == result)
    n |= {
        "recv": rows["new"][6],
        "carried_in": rows["in"][6],
        "answered": rows["total"][6],
        "carried_out": rows["out"][6],
    }
    n |= {"all": n["recv"], "all_person": n["recv"] // 3, "all_letter": n["recv"] // 6}
    n["all_online"] = n["all"] - n["all_person"] - n["all_letter"]
    return rows


def _keyed(long: bool) -> list[tuple[str, str, str]]:
    return [(group or "", label, result) for group, label, result in _leaves(long)]


def _drawn(chance: random.Random, asked: bool, carried: bool) -> dict[str, list[int]]:
    rows: dict[str, list[int]] = {}
    for group, label, result in _keyed(True):
        often = {"granted": 1.0, "partial": 0.7, "not_held": 0.4}.get(result, 0.15)
        row = [0] * 6
        if asked and chance.random() < often:
            row[0] = chance.choice((1, 2, 3, 5, 8, 12, 26))
            if chance.random() < 0.3:
                row[chance.randrange(1, 6)] = chance.choice((1, 2, 4))
        rows[group + label] = row
    total = [sum(column) for column in zip(*rows.values(), strict=True)]
    out = [0] * 6
    came = [0] * 6
    if asked and carried:
        out[0] = chance.choice((1, 2, 4))
        came[0] = min(chance.choice((1, 2, 3)), total[0])
    new = [t + o - c for t, o, c in zip(total, out, came, strict=True)]
    rows |= {"total": total, "new": new, "in": came, "out": out}
    return {key: [*row, sum(row)] for key, row in rows.items()}


def _reads_one_way(row: list[int]) -> bool:
    """Whether the figures printed without gaps can be cut into seven, the seventh the sum of the others, in one way."""
    readings = list(itertools.islice(_cuts("".join(map(str, row)), 7), 500))
    return len(readings) < 500 and sum(sum(r[:6]) == r[6] for r in readings) == 1


def _cuts(digits: str, parts: int) -> Iterator[list[int]]:
    if parts == 1:
        if digits and (digits == "0" or digits[0] != "0"):
            yield [int(digits)]
        return
    longest = 1 if digits[:1] == "0" else len(digits) - parts + 1
    for size in range(1, longest + 1):
        for rest in _cuts(digits[size:], parts - 1):
            yield [int(digits[:size]), *rest]


def applications(rows: dict[str, list[int]], long: bool) -> Printed:
    """Table 3 with 25 rows, or with 23 where （六） is one row."""
    lines = [_line((), "一、本年新收政府信息公开申请数量", rows["new"])]
    lines.append(_line((), "二、上年结转政府信息公开申请数量", rows["in"]))
    said: set[str] = set()
    for group, label, _ in _keyed(long):
        figures = rows[group + label] if group + label in rows else _sum_of_other(rows)
        open_ = [g for g in (_RESULT, group) if g]
        first = [g for g in open_ if g not in said]
        said |= {*open_}
        lines.append(_line(tuple(first), label, figures, group or None, len(open_) - len(first)))
    lines.append(_line((), "（七）总计", rows["total"]))
    lines.append(_line((), "四、结转下年度继续办理", rows["out"]))
    note = "（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）"
    blank = ("", "", "")
    header = (
        (note, "", "", "申请人情况", "", "", "", "", "", ""),
        (*blank, "自然人", "法人或其他组织", "", "", "", "", "总计"),
        (*blank, "", *_ASKERS[1:6], ""),
    )
    return Printed("收到和处理政府信息公开申请情况", header, tuple(lines), 10)


def _sum_of_other(rows: dict[str, list[int]]) -> list[int]:
    return [sum(column) for column in zip(*(rows["（六）其他处理" + label] for label in _OTHER), strict=True)]


def _line(groups: tuple[str, ...], label: str, figures: list[int], group: str | None = None, left: int = 0) -> Line:
    cells = [str(f) for f in figures]
    gold = {"label": label, "cells": cells} | ({"group": group} if group else {})
    return Line((*groups, label, *cells), gold, left)


def reviews(chance: random.Random, n: dict[str, int], none: bool) -> Printed:
    """Table 4: fifteen figures in one row; what they say is put into `n`."""
    groups = [[0 if none else chance.choice((0, 0, 1, 2, 3)) for _ in range(4)] for _ in range(3)]
    if not none:
        groups[0][0] += 1
        groups[1][0] += 1
    figures = [f for group in groups for f in (*group, sum(group))]
    for i, outcome in enumerate(("upheld", "corrected", "other", "pending")):
        n[f"review_{outcome}"] = groups[0][i]
        n[f"litigation_{outcome}"] = groups[1][i] + groups[2][i]
    n["review_total"], n["litigation_total"] = sum(groups[0]), sum(groups[1]) + sum(groups[2])
    cells = tuple(str(f) for f in figures)
    four = ("",) * 4
    header = (
        ("行政复议", *four, "行政诉讼", *four, "", *four),
        ("", *four, "未经复议直接起诉", *four, "复议后起诉", *four),
        _OUTCOMES * 3,
    )
    line = Line(cells, {"label": "", "cells": list(cells)})
    return Printed("政府信息公开行政复议、行政诉讼情况", header, (line,), 15)


def disclosure_2021(chance: random.Random, n: dict[str, int]) -> list[Printed]:
    """Table 2 since 2021, a small table for each paragraph of article 20."""
    n["nd_issued"], n["nd_repealed"] = chance.randrange(1, 30), chance.randrange(0, 9)
    n["nd_in_force"] = n["nd_issued"] + chance.randrange(10, 300)
    rules = ["0", "0", str(chance.choice((0, 0, 3)))]
    documents = [str(n[k]) for k in ("nd_issued", "nd_repealed", "nd_in_force")]
    decided = ("信息内容", "本年处理决定数量")
    fee = chance.choice(("0", f"{chance.uniform(1, 9000):.6f}", f"{chance.uniform(1, 900):.2f}"))
    return [
        _small(
            "（一）",
            ("信息内容", "本年制发件数", "本年废止件数", "现行有效件数"),
            [("规章", rules), ("行政规范性文件", documents)],
        ),
        _small("（五）", decided, [("行政许可", [_some(chance)])]),
        _small("（六）", decided, [("行政处罚", [_some(chance)]), ("行政强制", [_some(chance)])]),
        _small("（八）", ("信息内容", "本年收费金额（单位：万元）"), [("行政事业性收费", [fee])]),
    ]


def disclosure_2019(chance: random.Random) -> list[Printed]:
    """Table 2 of 2019 and 2020."""
    made = ("信息内容", "本年新制作数量", "本年新公开数量", "对外公开总数量")
    changed = ("信息内容", "上一年项目数量", "本年增/减", "处理决定数量")

    def change() -> list[str]:
        return [_some(chance), chance.choice(("0", "-3", "+7", "12")), _some(chance)]

    documents = str(chance.randrange(1, 40))
    money = chance.choice((f"{chance.randrange(10, 9000)}万元", f"{chance.uniform(10, 9000):.2f}万元"))
    return [
        _small("（一）", made, [("规章", ["0", "0", "0"]), ("规范性文件", [documents, documents, _some(chance)])]),
        _small("（五）", changed, [("行政许可", change()), ("其他对外管理服务事项", change())]),
        _small("（六）", changed, [("行政处罚", change()), ("行政强制", change())]),
        _small("（八）", ("信息内容", "上一年项目数量", "本年增/减"), [("行政事业性收费", [_some(chance), "0"])]),
        _small("（九）", ("信息内容", "采购项目数量", "采购总金额"), [("政府集中采购", [_some(chance), money])]),
    ]


def _some(chance: random.Random) -> str:
    return str(chance.choice((0, chance.randrange(1, 30), chance.randrange(30, 3000))))


def _small(paragraph: str, header: tuple[str, ...], rows: list[tuple[str, list[str]]]) -> Printed:
    lines = tuple(Line((label, *cells), {"label": label, "cells": cells}) for label, cells in rows)
    return Printed(
        f"第二十条第{paragraph}项",
        ((f"第二十条第{paragraph}项", *[""] * (len(header) - 1)), header),
        lines,
        len(header),
    )
