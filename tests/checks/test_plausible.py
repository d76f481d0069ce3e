"""What can hardly be: one person a training, parts above their whole, dates in doubt and out of order."""

import pytest

from core.checks.plausible import dates_in_doubt, dates_in_order, parts_above_whole, trainings
from core.model.document import Span
from core.model.extraction import Scope
from core.model.findings import Finding, Rule, Severity
from core.model.values import State
from tests.checks.cases import case, extraction, field, line, sides, stated, table


def trained(sessions: str, people: str, scope: Scope = Scope.YEAR) -> list[Finding]:
    figures = [stated("training.sessions", sessions), stated("training.attendees", people, scope)]
    return trainings(case(extraction(statistics=figures))).findings


@pytest.mark.parametrize(
    ("sessions", "people", "findings"), [("3", "3", 1), ("3", "2", 1), ("3", "4", 0), ("3", "0", 0), ("0", "0", 0)]
)
def test_a_training_has_more_than_one_attendee(sessions: str, people: str, findings: int) -> None:
    assert len(trained(sessions, people)) == findings


def test_trainings_of_different_periods_are_not_compared() -> None:
    assert trained("3", "2", Scope.CUMULATIVE) == []


def test_every_column_of_trainings_is_told_in_one_finding() -> None:
    rows = table(
        line("培训次数", "3", "9", indicator="training.sessions"),
        line("培训人次", "3", "9", indicator="training.attendees"),
        scopes=(Scope.YEAR, Scope.CUMULATIVE),
    )
    (found,) = trainings(case(extraction([rows]))).findings
    assert (found.rule, found.severity, found.left_about) == (Rule.IMPLAUSIBLE, Severity.WARNING, 2)
    assert found.about == ("cell:t1/r2/c1", "cell:t1/r2/c2", "cell:t1/r1/c1", "cell:t1/r1/c2")


@pytest.mark.parametrize(
    ("part", "whole"),
    [
        ("staff.full_time", "staff.total"),
        ("staff.part_time", "staff.total"),
        ("applications.granted", "applications.answered"),
        ("review.upheld", "review.total"),
        ("litigation.upheld", "litigation.total"),
    ],
)
def test_a_part_is_not_above_its_whole(part: str, whole: str) -> None:
    def check(left: str, right: str) -> list[Finding]:
        return parts_above_whole(case(extraction(statistics=[stated(part, left), stated(whole, right)]))).findings

    (found,) = check("6", "5")
    assert (sides(found), found.relation, found.severity) == ((6, 5, 1), ">", Severity.WARNING)
    assert found.about == (f"stat:{part}/year#0", f"stat:{whole}/year#0")
    assert check("5", "5") == []


def test_rounded_figures_and_other_periods_are_not_held_against_a_whole() -> None:
    part, whole = stated("staff.full_time", "6"), stated("staff.total", "5")
    for other in (stated("staff.total", "5", approx=True), stated("staff.total", "5", Scope.POINT)):
        assert parts_above_whole(case(extraction(statistics=[part, other]))).findings == []
    assert len(parts_above_whole(case(extraction(statistics=[part, whole]))).findings) == 1


# ---- dates in doubt


def test_dates_without_separators_are_told_until_a_person_decides() -> None:
    found = extraction(fields=[field("sign_date", "2014-02-03", "extract.field.lost", at=10), field("year", "2013")])
    (doubt,) = dates_in_doubt(case(found)).findings
    assert (doubt.rule, doubt.about, doubt.spans) == (Rule.DATE_UNCERTAIN, ("field:sign_date",), ())
    assert dates_in_doubt(case(found, field_sign_date=(State.CONFIRMED, None))).findings == []


def test_a_doubtful_place_that_is_no_value_is_shown_by_its_place() -> None:
    fields = [field("sign_date", "2014-02-03", "extract.field.lost", at=10)]
    found = extraction(fields=fields, doubts=[Span(10, 14), Span(40, 48)])
    (doubt,) = dates_in_doubt(case(found)).findings
    assert (doubt.about, doubt.spans, doubt.message.params["n"]) == (("field:sign_date",), (Span(40, 48),), 2)


def test_certain_dates_raise_no_doubt() -> None:
    assert dates_in_doubt(case(extraction(fields=[field("sign_date", "2014-02-03", at=10)]))).findings == []


# ---- dates in order


def order(**dates: str) -> list[tuple[Rule, Severity, str]]:
    fields = [field(key, value) for key, value in dates.items()]
    found = dates_in_order(case(extraction(fields=fields))).findings
    return [(f.rule, f.severity, f.message.code.rsplit(".")[-1]) for f in found]


IN_ORDER = {
    "year": "2013",
    "period_start": "2013-01-01",
    "period_end": "2013-12-31",
    "sign_date": "2014-02-03",
    "publish_date": "2014-02-10",
    "form_date_text": "2月1日",
}
REVERSED = (Rule.DATE_ORDER, "reversed")


def test_dates_in_their_order_raise_nothing() -> None:
    assert order(**IN_ORDER) == []


@pytest.mark.parametrize(
    ("dates", "expected"),
    [
        ({"period_start": "2014-01-01"}, (Rule.DATE_ORDER, Severity.ERROR, "reversed")),
        ({"sign_date": "2013-11-30"}, (Rule.DATE_ORDER, Severity.WARNING, "reversed")),
        ({"publish_date": "2014-02-02"}, (Rule.DATE_ORDER, Severity.WARNING, "reversed")),
        ({"period_start": "2012-01-01", "period_end": "2012-12-31"}, (Rule.IMPLAUSIBLE, Severity.WARNING, "period")),
        ({"publish_date": "2014-04-01"}, (Rule.DATE_ORDER, Severity.INFO, "late")),
        ({"form_date_text": "2月4日"}, (Rule.DATE_ORDER, Severity.WARNING, "form")),
    ],
)
def test_a_date_out_of_order_is_told(dates: dict[str, str], expected: tuple[Rule, Severity, str]) -> None:
    assert expected in order(**{**IN_ORDER, **dates})


@pytest.mark.parametrize(
    "dates",
    [
        {"sign_date": "2013-12-20", "form_date_text": "12月19日"},
        {"publish_date": "2014-03-31"},
        {"publish_date": "2014-02-03"},
        {"form_date_text": "2月3日"},
        {"form_date_text": "12月30日"},
        {"form_date_text": "元月"},
        {"form_date_text": "2月30日"},
        {"period_start": "2008-05-01"},
    ],
)
def test_a_date_that_may_well_be_raises_nothing(dates: dict[str, str]) -> None:
    assert order(**{**IN_ORDER, **dates}) == []


@pytest.mark.parametrize("left_out", list(IN_ORDER))
def test_a_date_that_is_not_stated_is_not_compared(left_out: str) -> None:
    assert order(**{k: v for k, v in IN_ORDER.items() if k != left_out}) == []


def test_the_two_dates_are_named_later_one_first() -> None:
    fields = [field("sign_date", "2014-02-03"), field("publish_date", "2014-02-01")]
    (found,) = dates_in_order(case(extraction(fields=fields))).findings
    assert (found.about, found.left_about) == (("field:publish_date", "field:sign_date"), 1)


@pytest.mark.parametrize("typed", ["不详", "二〇一三", "99999", "0"])
def test_a_year_that_is_no_year_is_compared_with_nothing(typed: str) -> None:
    dates = {"year": typed, "period_end": "2013-12-31", "publish_date": "2014-04-01", "sign_date": "不详"}
    assert order(**dates) == []
