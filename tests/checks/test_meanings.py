"""Sentences against the tables prescribed from 2019 on: every figure with every meaning that it may have."""

import pytest

from core.checks.agreement import text_against_tables
from core.checks.case import Outcome
from core.model.extraction import Scope, Statistic, Table
from core.model.findings import Finding, Rule, Severity
from core.model.message import Message
from tests.checks.cases import case, extraction, sides, stated, told_in
from tests.checks.statutory_tables import table3, table4

DIFFERS, OTHER, AGAINST = Rule.TEXT_VS_TABLE, Rule.SCOPE_DIFFERS, Rule.TEXT_CONTRADICTION
RECEIVED, ANSWERED = "applications.received", "applications.answered"


def check(*said: Statistic, tables: tuple[Table, ...] = (), text: str = "") -> Outcome:
    return text_against_tables(case(extraction(tables or (table3(), table4()), said), text))


def only(*said: Statistic, tables: tuple[Table, ...] = (), text: str = "") -> Finding:
    (found,) = check(*said, tables=tables, text=text).findings
    return found


# The table: 52 new, 4 carried in, 53 answered, 3 carried on; 23 granted, 6 partial, 7 refused, 11 not held, 5 not
# processed, 1 otherwise; 6 reviews of which 3 upheld, 4 lawsuits of which 3 upheld.
@pytest.mark.parametrize(
    ("indicator", "value"),
    [
        (RECEIVED, "52"),
        ("applications.accepted", "52"),
        ("applications.carried_in", "4"),
        (ANSWERED, "53"),
        ("applications.carried_out", "3"),
        ("applications.granted", "23"),
        ("applications.partial", "6"),
        ("applications.refused", "7"),
        ("applications.not_held", "11"),
        ("applications.not_processed", "5"),
        ("applications.other_result", "1"),
        ("review.total", "6"),
        ("review.upheld", "3"),
        ("review.pending", "2"),
        ("litigation.total", "4"),
        ("litigation.upheld", "3"),
        ("litigation.other", "1"),
    ],
)
def test_a_figure_is_compared_with_what_its_rows_and_groups_add_up_to(indicator: str, value: str) -> None:
    outcome = check(stated(indicator, value))
    assert outcome.findings == []
    (proof,) = outcome.proofs
    assert proof.about[0].startswith(f"stat:{indicator}/")
    found = only(stated(indicator, f"9{value}"))
    assert (found.rule, found.severity, sides(found)[1]) == (DIFFERS, Severity.WARNING, int(value))


@pytest.mark.parametrize(
    ("indicator", "value", "code"),
    [
        (RECEIVED, "56", "with_carried"),
        (RECEIVED, "53", "answered"),
        ("applications.accepted", "56", "with_carried"),
        (ANSWERED, "52", "received"),
        (ANSWERED, "56", "with_carried"),
        ("applications.granted", "29", "with_partial"),
    ],
)
def test_the_meaning_that_fits_is_named(indicator: str, value: str, code: str) -> None:
    found = only(stated(indicator, value))
    assert (found.rule, found.severity) == (OTHER, Severity.INFO)
    assert found.message.code == f"check.scope_differs.{code}"
    assert sides(found) == (int(value), int(value), 0)


@pytest.mark.parametrize("label", ["予以公开及部分公开", "予以公开和部分公开", "同意公开及同意部分公开"])
@pytest.mark.parametrize(("value", "findings"), [("29", 0), ("23", 1)])
def test_a_figure_for_two_results_is_compared_with_both_rows(label: str, value: str, findings: int) -> None:
    assert len(check(stated(None, value, label=label)).findings) == findings


@pytest.mark.parametrize(
    ("label", "value", "right"),
    [
        ("因不属于公开范围不予公开", "7", None),
        ("因不属于公开范围不予公开", "9", 7),
        ("因本机关不掌握等原因无法提供", "15", 11),
        ("不予处理", "6", 5),
        ("其他处理", "3", 1),
        ("予以部分公开", "8", 6),
        ("予以公开", "40", 23),
        ("予以公开率", "40", None),
        ("予以公开栏目", "40", None),
    ],
)
def test_a_result_is_known_by_its_words(label: str, value: str, right: int | None) -> None:
    findings = check(stated(None, value, label=label)).findings
    assert [int(f.right or 0) for f in findings] == ([right] if right else [])
    assert check(stated(None, value, label=label, unit="条")).findings == []
    assert check(stated(None, value, label=label, who="各乡镇")).findings == []


def test_the_nearest_of_several_figures_is_held_against_the_table() -> None:
    assert sides(only(stated(RECEIVED, "20"), stated(RECEIVED, "50"))) == (50, 52, -2)


@pytest.mark.parametrize(
    ("indicator", "value", "hint"),
    [
        (RECEIVED, "46", "check.text_vs_table.persons"),
        ("applications.granted", "20", "check.text_vs_table.persons"),
        ("applications.refused", "5", "check.text_vs_table.one_row"),
        ("litigation.total", "1", "check.text_vs_table.one_row"),
        ("applications.not_held", "2", None),
        (RECEIVED, "51", None),
    ],
)
def test_what_may_explain_a_difference_is_said(indicator: str, value: str, hint: str | None) -> None:
    found = only(stated(indicator, value))
    assert found.rule is DIFFERS
    assert (found.hint.code if found.hint else None) == hint


def test_two_figures_of_a_sentence_that_make_the_table_s_are_pointed_at() -> None:
    text = "全年收到申请40件，另有电话申请12件。网站浏览30次。"
    figures = (told_in(text, RECEIVED, "40"), told_in(text, None, "12", label="电话申请"), told_in(text, None, "30"))
    found = only(*figures, text=text)
    assert found.hint == Message("check.text_vs_table.added", {"left": 40, "other": 12, "right": 52})
    assert only(told_in(text, RECEIVED, "40"), told_in(text, None, "30"), text=text).hint is None


def test_none_said_in_words_contradicts_a_figure() -> None:
    text = "全年未收到政府信息公开申请。"
    found = only(told_in(text, RECEIVED, "0", printed="未收到"), text=text)
    assert (found.rule, found.severity, sides(found)) == (AGAINST, Severity.WARNING, (0, 52, -52))
    text = "全年收到申请0件。"
    assert only(told_in(text, RECEIVED, "0"), text=text).rule is DIFFERS


def test_a_blank_total_is_made_of_its_applicants_and_proves_nothing() -> None:
    blank = table3({(3, 7): ""}, blank_zeros=True)
    outcome = check(stated("applications.granted", "23"), tables=(blank,))
    assert (outcome.findings, outcome.proofs) == ([], [])
    assert sides(only(stated("applications.granted", "20"), tables=(blank,))) == (20, 23, -3)


@pytest.mark.parametrize(
    ("value", "agrees"),
    [("50", True), ("60", True), ("55", False), ("40", False), ("500", False), ("100", False), ("52", True)],
)
def test_a_rounded_figure_agrees_within_its_last_digit(value: str, agrees: bool) -> None:
    findings = check(stated(RECEIVED, value, approx=True)).findings
    assert (findings == []) is agrees


@pytest.mark.parametrize("scope", [Scope.PREVIOUS, Scope.CHANGE, Scope.CUMULATIVE])
def test_figures_of_other_periods_are_not_held_against_the_year(scope: Scope) -> None:
    assert check(stated(RECEIVED, "40", scope)).findings == []


def test_the_figure_of_a_part_of_the_bodies_is_not_held_against_the_whole() -> None:
    assert check(stated(RECEIVED, "40", who="各乡镇")).findings == []


def test_a_single_cell_that_was_copied_is_pointed_at() -> None:
    found = only(stated(None, "20", label="予以公开及部分公开"))
    assert found.hint == Message("check.text_vs_table.one_cell", {"left": 20, "cell": "（一）予以公开·自然人"})


@pytest.mark.parametrize(
    ("label", "value", "rule"),
    [
        ("局机关本级收到申请", "31", OTHER),
        ("各部门收到申请", "31", OTHER),
        ("局机关本级收到申请", "71", DIFFERS),
        ("全县收到申请", "31", DIFFERS),
        ("收到申请", "31", DIFFERS),
    ],
)
def test_a_part_of_the_bodies_is_another_reach(label: str, value: str, rule: Rule) -> None:
    found = only(stated(RECEIVED, value, label=label))
    assert (found.rule, found.severity) == (rule, Severity.INFO if rule is OTHER else Severity.WARNING)


def test_the_bodies_that_a_sentence_names_are_pointed_at() -> None:
    found = only(stated(RECEIVED, "71", label="局机关本级收到申请"))
    assert found.hint == Message("check.text_vs_table.bodies", {"bodies": ["本级"]})


@pytest.mark.parametrize(("words", "findings"), [("其他处理", 1), ("其他情形", 0), ("其他情况", 0), ("", 1)])
def test_a_rest_is_compared_with_the_rest_of_the_same_name(words: str, findings: int) -> None:
    told = stated("applications.other_result", "9", label=words)
    assert len(check(told).findings) == findings
