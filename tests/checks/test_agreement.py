"""The same thing said twice: sentences against tables and each other, a year against all years."""

import pytest

from core.checks.agreement import sentences, text_against_tables, year_over_cumulative
from core.checks.case import Case
from core.model.extraction import Scope
from core.model.findings import Finding, Rule, Severity
from core.model.values import State
from tests.checks.cases import case, extraction, line, sides, stated, table

YEAR, CUMULATIVE = Scope.YEAR, Scope.CUMULATIVE
RECEIVED, CARRIED = "applications.received", "applications.carried_in"
TABLE = table(line("申请数", "80", indicator=RECEIVED))
APPLICANTS = (("自然人",), ("法人", "企业"), ("总计",))


def told(*figures: tuple[str, Scope | None], rows: object = TABLE, **more: object) -> tuple[list[Finding], int]:
    statistics = [stated(RECEIVED, value, scope, **more) for value, scope in figures]
    outcome = text_against_tables(case(extraction([rows], statistics)))  # type: ignore[list-item]
    return outcome.findings, len(outcome.proofs)


def test_a_figure_told_twice_proves_both_places() -> None:
    outcome = text_against_tables(case(extraction([TABLE], [stated(RECEIVED, "80")])))
    assert outcome.findings == []
    (proof,) = outcome.proofs
    assert (proof.rule, proof.about) == (Rule.TEXT_VS_TABLE, (f"stat:{RECEIVED}/year#0", "cell:t1/r1/c1"))


def test_two_different_figures_are_both_named() -> None:
    ((found,), proofs) = told(("75", YEAR))
    assert (found.rule, found.severity, found.relation) == (Rule.TEXT_VS_TABLE, Severity.WARNING, "≠")
    assert (sides(found), proofs) == ((75, 80, -5), 0)
    assert found.about == (f"stat:{RECEIVED}/year#0", "cell:t1/r1/c1")


def test_one_of_several_figures_is_enough_to_agree() -> None:
    assert told(("75", YEAR), ("80", YEAR)) == ([], 1)


def test_zero_against_zero_proves_nothing() -> None:
    assert told(("0", YEAR), rows=table(line("申请数", "0", indicator=RECEIVED))) == ([], 0)


def test_zero_in_the_text_against_a_figure_is_a_difference() -> None:
    assert len(told(("0", YEAR))[0]) == 1


@pytest.mark.parametrize("cell", ["", "——", "?", "见附件"])
def test_a_cell_without_a_figure_contradicts_nothing(cell: str) -> None:
    assert told(("75", YEAR), rows=table(line("申请数", cell, indicator=RECEIVED))) == ([], 0)


@pytest.mark.parametrize(("value", "findings"), [("80", 0), ("78", 0), ("90", 0), ("200", 1)])
def test_a_rounded_figure_agrees_when_it_is_close_and_proves_nothing(value: str, findings: int) -> None:
    found, proofs = told((value, YEAR), approx=True)
    assert (len(found), proofs) == (findings, 0)


@pytest.mark.parametrize("scope", [CUMULATIVE, Scope.PREVIOUS, Scope.CHANGE, Scope.POINT])
def test_figures_of_different_periods_are_not_compared(scope: Scope) -> None:
    assert told(("75", scope)) == ([], 0)


def test_a_column_without_a_period_is_of_the_year() -> None:
    rows = table(line("申请数", "80", indicator=RECEIVED), scopes=(None,))
    assert len(told(("75", YEAR), rows=rows)[0]) == 1
    assert told(("75", CUMULATIVE), rows=rows) == ([], 0)


def test_the_figure_of_another_body_is_not_compared() -> None:
    assert told(("75", YEAR), who="各乡镇") == ([], 0)


def test_ten_thousands_of_yuan_are_yuan() -> None:
    rows = table(line("收费", "1.2", indicator="fees.total", unit="万元"))
    said = [stated("fees.total", "12000", unit="元")]
    outcome = text_against_tables(case(extraction([rows], said)))
    assert (outcome.findings, len(outcome.proofs)) == ([], 1)


@pytest.mark.parametrize(
    ("said", "rule", "severity"),
    [
        ("80", None, None),
        ("83", Rule.SCOPE_DIFFERS, Severity.INFO),
        ("75", Rule.TEXT_VS_TABLE, Severity.WARNING),
        ("32", Rule.TEXT_VS_TABLE, Severity.WARNING),
        ("53", Rule.TEXT_VS_TABLE, Severity.WARNING),
    ],
)
def test_applications_received_may_count_those_carried_over(
    said: str, rule: Rule | None, severity: Severity | None
) -> None:
    rows = table(
        line("一、本年新收", "30", "50", "80", indicator=RECEIVED),
        line("二、上年结转", "1", "2", "3", indicator=CARRIED),
        scopes=(YEAR, YEAR, YEAR),
        heads=APPLICANTS,
    )
    found, _ = told((said, YEAR), rows=rows)
    assert [(f.rule, f.severity) for f in found] == ([(rule, severity)] if rule else [])


def test_those_carried_over_in_all_years_explain_no_figure_of_the_year() -> None:
    rows = table(
        line("新收", "80", "90", indicator=RECEIVED),
        line("结转", "2", "3", indicator=CARRIED),
        scopes=(YEAR, CUMULATIVE),
    )
    assert [f.rule for f in told(("83", YEAR), rows=rows)[0]] == [Rule.TEXT_VS_TABLE]
    assert [f.rule for f in told(("93", YEAR), rows=rows)[0]] == [Rule.TEXT_VS_TABLE]


def test_a_table_by_applicants_is_compared_by_its_total() -> None:
    rows = table(line("新收", "30", "50", "80", indicator=RECEIVED), scopes=(YEAR, YEAR, YEAR), heads=APPLICANTS)
    ((found,), proofs) = told(("30", YEAR), rows=rows)
    assert (sides(found)[1], proofs) == (80, 0)
    assert told(("80", YEAR), rows=rows) == ([], 1)


def test_figures_that_the_text_helped_to_split_prove_nothing() -> None:
    rows = table(line("申请数", "80", indicator=RECEIVED, derived=True))
    assert told(("80", YEAR), rows=rows) == ([], 0)


def test_the_decision_of_a_person_is_compared() -> None:
    found = extraction([TABLE], [stated(RECEIVED, "75")])
    assert text_against_tables(case(found, cell_t1_r1_c1=(State.CORRECTED, "75"))).findings == []
    assert text_against_tables(case(found, cell_t1_r1_c1=(State.REJECTED, None))).findings == []


# ---- sentence against sentence


def contradictions(*figures: object) -> list[Finding]:
    return sentences(case(extraction(statistics=figures))).findings  # type: ignore[arg-type]


def test_two_sentences_that_differ_contradict_each_other() -> None:
    (found,) = contradictions(stated("disclosed.total", "80"), stated("disclosed.total", "81"))
    assert (found.rule, sides(found)) == (Rule.TEXT_CONTRADICTION, (80, 81, -1))
    assert found.about == ("stat:disclosed.total/year#0", "stat:disclosed.total/year#1")


@pytest.mark.parametrize(
    "second",
    [
        stated("disclosed.total", "80"),
        stated("disclosed.total", "81", Scope.CUMULATIVE),
        stated("disclosed.total", "81", who="各乡镇"),
        stated("disclosed.total", "81", approx=True),
        stated("disclosed.total", "81", whole=0),
        stated("disclosed.website", "81"),
    ],
)
def test_figures_of_other_things_contradict_nothing(second: object) -> None:
    assert contradictions(stated("disclosed.total", "80"), second) == []


def test_what_is_told_one_by_one_is_no_contradiction() -> None:
    assert contradictions(stated("training.sessions", "1"), stated("training.sessions", "2")) == []


# ---- the year and all years


def over(year: str, total: str, *scopes: Scope) -> int:
    rows = table(line("公开数", year, total), scopes=scopes or (YEAR, CUMULATIVE))
    return len(year_over_cumulative(case(extraction([rows]))).findings)


def test_a_year_above_all_years_cannot_be() -> None:
    rows = table(line("公开数", "8", "5"), scopes=(YEAR, CUMULATIVE))
    (found,) = year_over_cumulative(case(extraction([rows]))).findings
    assert (found.rule, found.severity, found.relation) == (Rule.YEAR_OVER_CUMULATIVE, Severity.ERROR, ">")
    assert sides(found) == (8, 5, 3)
    assert found.about == ("cell:t1/r1/c1", "cell:t1/r1/c2")


@pytest.mark.parametrize(
    ("year", "total", "findings"),
    [("5", "5", 0), ("5", "8", 0), ("8", "", 0), ("8", "——", 0), ("", "5", 0), ("8", "0", 1), ("0", "0", 0)],
)
def test_only_figures_can_be_above_each_other(year: str, total: str, findings: int) -> None:
    assert over(year, total) == findings


def test_the_order_of_the_columns_does_not_matter() -> None:
    assert over("5", "8", CUMULATIVE, YEAR) == 1
    assert over("8", "5", CUMULATIVE, YEAR) == 0


def test_columns_of_one_period_are_not_compared() -> None:
    assert over("8", "5", YEAR, YEAR) == 0


def test_a_table_of_several_years_is_not_compared() -> None:
    rows = table(line("公开数", "8", "1", "5"), scopes=(YEAR, YEAR, CUMULATIVE))
    assert year_over_cumulative(case(extraction([rows]))).findings == []


def test_sentences_tell_years_and_all_years_too() -> None:
    def check(*figures: object) -> int:
        return len(year_over_cumulative(case(extraction(statistics=figures))).findings)  # type: ignore[arg-type]

    total = stated("disclosed.total", "50", CUMULATIVE)
    assert check(stated("disclosed.total", "80"), total) == 1
    assert check(stated("disclosed.total", "40"), total) == 0
    assert check(stated("disclosed.total", "80", approx=True), total) == 0
    assert check(stated("disclosed.website", "80"), total) == 0


def test_a_rounded_figure_a_person_set_right_is_exact() -> None:
    key = "stat_disclosed.total_year#0"
    found = extraction(statistics=[stated("disclosed.total", "80", approx=True)])
    exact = case(found, **{key: (State.CORRECTED, "81")})
    assert [t.approx for t in exact.in_text("disclosed.total")] == [False]
    assert [t.approx for t in Case(found, [], exact.catalogue).in_text("disclosed.total")] == []
