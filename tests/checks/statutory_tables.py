"""The tables prescribed from 2019 on, filled with invented figures that agree; any cell can be put wrong."""

from core.model.extraction import Scope, Table
from tests.checks.cases import Line, line, table

APPLICANTS = (
    ("申请人情况", "自然人"),
    *(("申请人情况", "法人或其他组织", n) for n in ("商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他")),
    ("申请人情况", "总计"),
)
REFUSED, NOT_HELD, NOT_PROCESSED, OTHER = "（三）不予公开", "（四）无法提供", "（五）不予处理", "（六）其他处理"
RESULTS = (
    ("（一）予以公开", ""),
    ("（二）部分公开（区分处理的，只计这一情形，不计其他情形）", ""),
    ("1.属于国家秘密", REFUSED),
    ("2.其他法律行政法规禁止公开", REFUSED),
    ("3.危及“三安全一稳定”", REFUSED),
    ("4.保护第三方合法权益", REFUSED),
    ("5.属于三类内部事务信息", REFUSED),
    ("6.属于四类过程性信息", REFUSED),
    ("7.属于行政执法案卷", REFUSED),
    ("8.属于行政查询事项", REFUSED),
    ("1.本机关不掌握相关政府信息", NOT_HELD),
    ("2.没有现成信息需要另行制作", NOT_HELD),
    ("3.补正后申请内容仍不明确", NOT_HELD),
    ("1.信访举报投诉类申请", NOT_PROCESSED),
    ("2.重复申请", NOT_PROCESSED),
    ("3.要求提供公开出版物", NOT_PROCESSED),
    ("4.无正当理由大量反复申请", NOT_PROCESSED),
    ("5.要求行政机关确认或重新出具已获取信息", NOT_PROCESSED),
    ("1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请", OTHER),
    ("2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请", OTHER),
    ("3.其他", OTHER),
)
# Two kinds of applicants with figures: natural persons and companies; the results that have any.
FIGURES = {0: (20, 3), 1: (6, 0), 3: (2, 0), 5: (4, 1), 10: (9, 2), 13: (5, 0), 20: (1, 0)}
NEW, CARRIED_IN, CARRIED_OUT = (46, 6), (3, 1), (2, 1)
DISPUTES = (("行政复议", (3, 1, 0, 2)), ("未经复议直接起诉", (1, 0, 0, 0)), ("复议后起诉", (2, 0, 1, 0)))

Cells = dict[tuple[int, int], str]


def rows_of(short: bool = False) -> tuple[tuple[str, str], ...]:
    """Labels and groups of the results; `short` is the form of 2019 with one row of other handling."""
    return (*RESULTS[:18], (OTHER, "")) if short else RESULTS


def table3(wrong: Cells | None = None, short: bool = False, blank_zeros: bool = False) -> Table:
    """Table 3. `wrong` puts a printed text into row r, column c, both from 1 as in a cell's key."""
    results = [_row(*FIGURES.get(n if not (short and n == 18) else 20, (0, 0))) for n in range(len(rows_of(short)))]
    total = [sum(column) for column in zip(*results, strict=True)]
    printed = [_row(*NEW), _row(*CARRIED_IN), *results, total, _row(*CARRIED_OUT)]
    names = ["一、本年新收政府信息公开申请数量", "二、上年结转政府信息公开申请数量"]
    names += [label for label, _ in rows_of(short)] + ["（七）总计", "四、结转下年度继续办理"]
    groups = ["", "", *(group for _, group in rows_of(short)), "", ""]
    lines: list[Line] = []
    for r, (name, group, figures) in enumerate(zip(names, groups, printed, strict=True), 1):
        cells = [(wrong or {}).get((r, c), "" if blank_zeros and not f else str(f)) for c, f in enumerate(figures, 1)]
        within = ("三、本年度办理结果", *([group] if group else [])) if 2 < r < len(names) else ()
        lines.append(line(name, *cells, groups=within))
    return table(*lines, scopes=(Scope.YEAR,) * 7, heads=APPLICANTS)


def _row(persons: int, companies: int) -> list[int]:
    return [persons, companies, 0, 0, 0, 0, persons + companies]


def table4(wrong: dict[int, str] | None = None) -> Table:
    """Table 4: one row of fifteen cells; `wrong` puts a printed text into column c, from 1."""
    heads: list[tuple[str, ...]] = []
    figures: list[int] = []
    for name, results in DISPUTES:
        above = (name,) if name == "行政复议" else ("行政诉讼", name)
        heads += [(*above, end) for end in ("结果维持", "结果纠正", "其他结果", "尚未审结", "总计")]
        figures += [*results, sum(results)]
    cells = [(wrong or {}).get(c, str(f)) for c, f in enumerate(figures, 1)]
    return table(line("", *cells), scopes=(Scope.YEAR,) * 15, heads=heads)
