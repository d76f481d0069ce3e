"""The tables prescribed from 2019 on: columns, balances, rows, groups, and what may be wrong where they fail."""

import pytest

from core.checks.case import Outcome
from core.checks.statutory import applications, disputes, identities, table_sums
from core.model.extraction import Scope, Table
from core.model.findings import Finding, Rule, Severity
from tests.checks.cases import case, extraction, line, sides, table
from tests.checks.statutory_tables import table3, table4

SUM, BALANCE, ROW, SHIFT, BLANK = (
    Rule.PARTS_SUM,
    Rule.BALANCE,
    Rule.ROW_SUM,
    Rule.SHIFT_SUSPECTED,
    Rule.PARTS_SUM_BLANK,
)
TOTAL, OUT = 24, 25  # rows of the form of 2021


def check(*tables: Table) -> Outcome:
    return table_sums(case(extraction(tables)))


def rules(outcome: Outcome) -> list[Rule]:
    return sorted(f.rule for f in outcome.findings)


def only(outcome: Outcome) -> Finding:
    (found,) = outcome.findings
    return found


@pytest.mark.parametrize(("short", "leaves"), [(False, 21), (True, 19)])
def test_tables_that_agree_prove_their_figures_and_say_nothing(short: bool, leaves: int) -> None:
    (found,) = applications(case(extraction([table3(short=short)])))
    assert (len(found.leaves), found.whole and found.whole.key) == (leaves, "c7")
    outcome = check(table3(short=short), table4())
    assert outcome.findings == []
    assert {p.rule for p in outcome.proofs} == {SUM, BALANCE, ROW}
    assert len([p for p in outcome.proofs if p.rule is BALANCE]) == 3  # the columns of zeros prove nothing


def test_every_column_row_and_group_is_weighed() -> None:
    (one,) = applications(case(extraction([table3()])))
    three, four = identities(case(extraction([table3(), table4()])))
    assert len(three) + len(four) == 7 + 7 + 25 + 3
    assert [d.name for d in disputes(case(extraction([table4()])))] == ["行政复议", "未经复议直接起诉", "复议后起诉"]
    assert one.kinds["refused"] == tuple(range(4, 12))


@pytest.mark.parametrize(
    ("wrong", "expected"),
    [
        pytest.param({(1, 7): "53"}, [BALANCE, ROW], id="the total of the new ones"),
        pytest.param({(3, 1): "21"}, [SUM, ROW], id="one result"),
        pytest.param({(TOTAL, 7): "52"}, [BALANCE, SUM, ROW], id="the total of the results"),
        pytest.param({(OUT, 1): "1", (OUT, 7): "2"}, [BALANCE, BALANCE], id="carried on in two columns"),
        pytest.param({(14, 3): "1"}, [SUM, ROW], id="a figure too many"),
    ],
)
def test_what_does_not_agree_is_named(wrong: dict[tuple[int, int], str], expected: list[Rule]) -> None:
    outcome = check(table3(wrong))
    assert rules(outcome) == sorted(expected)
    assert {f.severity for f in outcome.findings} == {Severity.ERROR}


def test_a_broken_balance_names_both_sides_and_its_cells() -> None:
    found = next(f for f in check(table3({(1, 7): "53"})).findings if f.rule is BALANCE)
    assert (sides(found), found.relation, found.left_about) == ((57, 56, 1), "≠", 2)
    assert found.about == ("cell:t1/r1/c7", "cell:t1/r2/c7", f"cell:t1/r{TOTAL}/c7", f"cell:t1/r{OUT}/c7")
    assert found.message.params["label"] == "总计"


def test_a_group_of_reviews_and_lawsuits_has_its_own_total() -> None:
    found = only(check(table4({5: "0"})))
    assert (found.rule, sides(found), found.message.params["label"]) == (SUM, (0, 6, -6), "行政复议")


def test_a_single_cell_that_would_mend_all_is_pointed_at() -> None:
    for found in check(table3({(3, 1): "2"})).findings:
        assert found.hint is not None
        assert found.hint.code == "check.repair.only"
        assert found.hint.params["cells"] == ["（一）予以公开·自然人 2→20"]


def test_no_figure_is_thought_to_be_below_zero() -> None:
    hint = only(check(table4({5: "0"}))).hint
    assert hint is not None
    assert (hint.code, hint.params["cells"]) == ("check.repair.only", ["行政复议·总计 0→6"])


def test_a_slip_of_the_pen_is_thought_of_first() -> None:
    hint = only(check(table4({4: "20"}))).hint
    assert hint is not None
    assert (hint.code, hint.params["others"]) == ("check.repair.first", 1)
    assert hint.params["cells"] == ["行政复议·尚未审结 20→2"]  # before the total 6→24


def test_two_cells_are_pointed_at_where_one_is_not_enough() -> None:
    hints = {f.hint.code for f in check(table3({(1, 1): "64", (7, 7): "9", (6, 3): "2"})).findings if f.hint}
    assert hints == {"check.repair.only"}


def test_nothing_is_pointed_at_where_everything_could_be_wrong() -> None:
    outcome = check(table3({(TOTAL, 1): "48", (TOTAL, 7): "54", (OUT, 1): "1", (OUT, 7): "2"}))
    assert [f.hint for f in outcome.findings] == [None] * len(outcome.findings)
    assert outcome.findings


def test_a_figure_in_the_wrong_column_is_said_once() -> None:
    found = only(check(table3({(8, 1): "3", (8, 2): "2"})))
    assert (found.rule, found.severity) == (SHIFT, Severity.ERROR)
    assert found.message.code == "check.shift_suspected.column"
    assert (found.message.params["left"], found.message.params["right"]) == ("+1", "−1")


def test_a_figure_in_the_wrong_row_is_said_once() -> None:
    found = only(check(table3({(8, 1): "3", (9, 1): "1"})))
    assert (found.rule, found.message.code) == (SHIFT, "check.shift_suspected.row")


def test_a_figure_in_the_wrong_group_is_said_once() -> None:
    found = only(check(table4({1: "2", 6: "2"})))
    assert (found.rule, found.message.code) == (SHIFT, "check.shift_suspected.group")


def test_differences_that_do_not_cancel_are_no_shift() -> None:
    assert SHIFT not in rules(check(table3({(8, 1): "3", (9, 1): "2"})))
    assert SHIFT not in rules(check(table3({(8, 1): "3", (9, 1): "1", (10, 1): "1"})))


def test_blanks_for_zeros_are_said_once_a_table_and_prove_nothing() -> None:
    outcome = check(table3(blank_zeros=True))
    found = only(outcome)
    assert (found.rule, found.severity, found.message.code) == (BLANK, Severity.INFO, "check.parts_sum_blank.table")
    blank = set(found.about)
    assert all(blank.isdisjoint(p.about) for p in outcome.proofs)
    assert ROW not in {p.rule for p in outcome.proofs}  # every row has a blank


def test_totals_left_blank_are_said_once() -> None:
    blank = {(r, 7): "" for r in range(3, TOTAL)}
    found = only(check(table3(blank)))
    assert found.message.code == "check.parts_sum_blank.totals"
    assert found.about == tuple(f"cell:t1/r{r}/c7" for r in (3, 4, 6, 8, 13, 16, 23))


@pytest.mark.parametrize(
    ("wrong", "severity"),
    [
        ({(1, 3): "", (1, 7): "53"}, Severity.WARNING),  # the blank may hold the one that lacks
        ({(1, 3): "", (1, 7): "51"}, Severity.ERROR),  # no blank can take one away
    ],
)
def test_a_blank_may_hold_what_lacks(wrong: dict[tuple[int, int], str], severity: Severity) -> None:
    found = next(f for f in check(table3(wrong)).findings if f.rule is ROW)
    assert found.severity is severity


@pytest.mark.parametrize("cell", ["?", "见附件"])
def test_what_cannot_be_read_is_not_added(cell: str) -> None:
    assert check(table3({(3, 1): cell})).findings == []


def test_a_table_with_a_row_that_cannot_be_placed_is_not_added_up() -> None:
    found = table3()
    rows = tuple(
        r if n != 5 else type(r)("6.某种情形", 0, None, r.cells, r.label_span) for n, r in enumerate(found.rows)
    )
    odd = type(found)(found.title, found.columns, rows, found.span)
    assert applications(case(extraction([odd]))) == []


def test_printed_groups_above_rows_of_the_group_are_not_added_twice() -> None:
    rows = table(
        line("一、本年新收", "9"),
        line("二、上年结转", "1"),
        line("（一）予以公开", "4"),
        line("（三）不予公开", "5"),
        line("1.属于国家秘密", "2", groups=("（三）不予公开",)),
        line("8.属于行政查询事项", "3", groups=("（三）不予公开",)),
        line("（七）总计", "9"),
        line("四、结转下年度继续办理", "1"),
    )
    (found,) = applications(case(extraction([rows])))
    assert found.leaves == (2, 4, 5)


def test_printed_groups_with_figures_of_their_own_are_not_added_twice() -> None:
    rows = table(
        line("一、本年新收", "9"),
        line("二、上年结转", "1"),
        line("（一）予以公开", "4"),
        line("（三）不予公开", "5"),
        line("1.属于国家秘密", "2", parent=3),
        line("8.属于行政查询事项", "3", parent=3),
        line("（七）总计", "9"),
        line("四、结转下年度继续办理", "1"),
        scopes=(Scope.YEAR,),
        heads=(("数量",),),
    )
    (found,) = applications(case(extraction([rows])))
    assert found.leaves == (2, 4, 5)
    assert check(rows).findings == []
