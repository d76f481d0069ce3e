"""A report beside those of the same body for the year before and after."""

import pytest

from core.checks.case import Case
from core.checks.years import across
from core.model.catalogue import Catalogue, Indicator, Measure
from core.model.document import Span
from core.model.extraction import Scope, Statistic, Table
from core.model.findings import Finding, Rule, Severity
from core.model.values import State
from tests.checks.cases import case, extraction, field, line, sides, stated, table
from tests.checks.statutory_tables import Cells, table3

YEAR, CUMULATIVE, POINT = Scope.YEAR, Scope.CUMULATIVE, Scope.POINT
IN, OUT = 2, 25  # rows of table 3


def of(year: str, *tables: Table, said: tuple[Statistic, ...] = (), text: str = "", **decided: object) -> Case:
    return case(extraction(tables, said, [field("year", year)]), text, **decided)  # type: ignore[arg-type]


def two(earlier: Case, later: Case) -> tuple[list[Finding], list[Finding]]:
    """What the earlier and the later report say of each other."""
    years = [int(c.text("year") or 0) for c in (earlier, later)]
    return across(earlier, {years[1]: later}), across(later, {years[0]: earlier})


def carried(out: Cells, into: Cells) -> tuple[list[Finding], list[Finding]]:
    return two(of("2022", table3(out)), of("2023", table3(into)))


AS_LEFT: Cells = {(IN, 1): "2", (IN, 2): "1", (IN, 7): "3"}  # what table3 carries on


def test_what_arrives_as_it_was_carried_on_says_nothing() -> None:
    assert carried({}, AS_LEFT) == ([], [])


def test_what_does_not_arrive_is_said_in_both_reports_for_each_column() -> None:
    earlier, later = carried({}, AS_LEFT | {(IN, 1): "5", (IN, 7): "6"})
    for found in (*earlier, *later):
        assert (found.rule, found.severity) == (Rule.CARRY_OVER, Severity.ERROR)
    assert [(f.about, sides(f), f.message.params["label"]) for f in later] == [
        (("cell:t1/r2/c1",), (5, 2, 3), "自然人"),
        (("cell:t1/r2/c7",), (6, 3, 3), "总计"),
    ]
    assert [(f.about, sides(f)) for f in earlier] == [
        (("cell:t1/r25/c1",), (2, 5, -3)),
        (("cell:t1/r25/c7",), (3, 6, -3)),
    ]
    assert (earlier[0].message.params["year"], later[0].message.params["year"]) == ("2023", "2022")
    assert [f[0].message.code for f in (earlier, later)] == [
        "check.carry_over.differs_next",
        "check.carry_over.differs",
    ]


def test_a_decision_in_one_year_is_seen_by_the_other() -> None:
    wrong = of("2023", table3(AS_LEFT | {(IN, 1): "5"}))
    right = of("2023", table3(AS_LEFT | {(IN, 1): "5"}), cell_t1_r2_c1=(State.CORRECTED, "2"))
    assert len(across(of("2022", table3()), {2023: wrong})) == 1
    assert across(of("2022", table3()), {2023: right}) == []


def test_blanks_and_other_years_are_not_compared() -> None:
    earlier, later = carried({}, {(IN, 1): "", (IN, 2): "——", (IN, 7): "?"})
    assert (earlier, later) == ([], [])
    assert two(of("2021", table3()), of("2023", table3())) == ([], [])
    assert across(of("", table3()), {2022: of("2022", table3())}) == []


def test_forms_of_two_years_are_compared_column_by_column() -> None:
    assert carried({}, {}) != ([], [])
    short = of("2022", table3({(23, 1): "3", (23, 2): "1", (23, 7): "4"}, short=True))
    assert two(short, of("2023", table3())) == ([], [])


def test_without_a_table_the_sentences_are_compared() -> None:
    before = of("2016", said=(stated("applications.carried_out", "3", POINT),))
    assert len(two(before, of("2017", said=(stated("applications.carried_in", "4"),)))[1]) == 1
    assert two(before, of("2017", said=(stated("applications.carried_in", "3"),)))[1] == []
    several = (stated("applications.carried_in", "4"), stated("applications.carried_in", "5"))
    assert two(before, of("2017", said=several))[1] == []


# ---- in force


def in_force(issued: str, repealed: str, stock: str) -> Table:
    keys = ("normative.issued", "normative.repealed", "normative.in_force")
    rows = [line(key, value, indicator=key) for key, value in zip(keys, (issued, repealed, stock), strict=True)]
    return table(*rows)


@pytest.mark.parametrize(("stock", "expected"), [("47", None), ("45", 47), ("50", 47)])
def test_what_is_in_force_is_a_chain_that_may_break(stock: str, expected: int | None) -> None:
    earlier, later = two(of("2022", in_force("1", "0", "40")), of("2023", in_force("9", "2", stock)))
    assert [int(f.right or 0) for f in later] == ([expected] if expected else [])
    assert [sides(f)[0] for f in earlier] == ([40] if expected else [])
    assert [int(f.right or 0) for f in earlier] == ([int(stock) - 7] if expected else [])
    for found in (*earlier, *later):
        assert (found.rule, found.severity) == (Rule.IN_FORCE_CHAIN, Severity.INFO)


def test_the_items_of_last_year_are_those_before_and_their_change() -> None:
    def items(last: str, change: str) -> Table:
        heads = (("上一年项目数量",), ("本年增/减",), ("处理决定数量",))
        return table(line("行政处罚", last, change, "900"), scopes=(YEAR,) * 3, heads=heads)

    assert two(of("2019", items("50", "-8")), of("2020", items("42", "0"))) == ([], [])
    earlier, later = two(of("2019", items("50", "-8")), of("2020", items("45", "0")))
    assert (sides(later[0]), sides(earlier[0])) == ((45, 42, 3), (42, 45, -3))


# ---- all years


def years(year: str, total: str, label: str = "公开数") -> Table:
    return table(line(label, year, total), scopes=(YEAR, CUMULATIVE))


@pytest.mark.parametrize(
    ("total", "severity", "hint"),
    [
        ("130", None, False),
        ("135", Severity.WARNING, False),
        ("120", Severity.WARNING, True),  # last year's 10 were forgotten
        ("90", Severity.ERROR, False),
        ("", None, False),
    ],
)
def test_all_years_are_those_before_and_this_one(total: str, severity: Severity | None, hint: bool) -> None:
    earlier, later = two(of("2012", years("10", "100")), of("2013", years("30", total)))
    assert [(f.rule, f.severity, f.hint is not None) for f in later] == (
        [(Rule.CUMULATIVE_CHAIN, severity, hint)] if severity else []
    )
    assert len(earlier) == len(later)
    if later:
        assert (later[0].about, sides(later[0])) == (
            ("cell:t1/r1/c2", "cell:t1/r1/c1"),
            (int(total), 130, int(total) - 130),
        )
        assert (earlier[0].about, sides(earlier[0])[0]) == (("cell:t1/r1/c2",), 100)


def test_rows_of_other_words_are_no_chain() -> None:
    assert two(of("2012", years("10", "100")), of("2013", years("30", "500", "申请数"))) == ([], [])
    twice = table(line("其他", "1", "9"), line("其他", "2", "8"), scopes=(YEAR, CUMULATIVE))
    assert two(of("2012", years("1", "5", "其他")), of("2013", twice)) == ([], [])


# ---- growth


RECEIVED = "applications.received"


@pytest.mark.parametrize(("rate", "expected"), [("25", None), ("30", 25), ("25.0", None)])
def test_a_growth_rate_is_held_against_the_report_of_last_year(rate: str, expected: int | None) -> None:
    text = f"收到申请50件，同比增长{rate}%。"
    known = Catalogue({RECEIVED: Indicator(RECEIVED, "件", Measure.FLOW, "收到申请数", "received")}, ())
    now = stated(RECEIVED, "50", span=Span(4, 6), figure=Span(4, 6))
    own = of("2017", said=(now,), text=text)
    own.catalogue = known
    found = across(own, {2016: of("2016", said=(stated(RECEIVED, "40"),))})
    assert [(f.rule, f.severity, int(f.right or 0)) for f in found] == (
        [(Rule.RATE_RECOMPUTED, Severity.INFO, expected)] if expected else []
    )
