"""What the regulations ask for and a report leaves out: missing is missing, and never zero."""

import pytest

from core.checks.required import blanks_of_form, demanded, unsigned
from core.model.document import Span
from core.model.extraction import Scope, Section, SectionKind, Statistic
from core.model.findings import Rule, Severity
from core.model.values import State
from tests.checks.cases import case, extraction, field, line, stated, table

ALL = ("disclosed.total", "applications.received", "fees.total", "review.total", "litigation.total")


def missing(*statistics: Statistic, year: str = "2013") -> list[str]:
    found = demanded(case(extraction(statistics=statistics, fields=[field("year", year)]))).findings
    assert all((f.rule, f.severity, f.about) == (Rule.MISSING, Severity.WARNING, ()) for f in found)
    return [f.message.code for f in found]


def without(*left_out: str) -> list[Statistic]:
    return [stated(i, "5") for i in ALL if i not in left_out]


def test_a_report_that_says_everything_lacks_nothing() -> None:
    assert missing(*without()) == []


@pytest.mark.parametrize("left_out", ALL)
def test_a_subject_nothing_is_said_of_is_missing(left_out: str) -> None:
    assert missing(*without(left_out)) == [f"check.missing.{left_out.partition('.')[0]}"]


@pytest.mark.parametrize("indicator", ALL)
def test_a_stated_zero_is_something_said(indicator: str) -> None:
    assert missing(*without(indicator), stated(indicator, "0")) == []


@pytest.mark.parametrize(
    ("left_out", "instead"),
    [
        ("disclosed.total", "disclosed.website"),
        ("disclosed.total", "normative.issued"),
        ("applications.received", "applications.answered"),
        ("applications.received", "applications.accepted"),
        ("fees.total", "fees.waived"),
    ],
)
def test_a_figure_of_the_same_subject_is_enough(left_out: str, instead: str) -> None:
    assert missing(*without(left_out), stated(instead, "3", Scope.CUMULATIVE)) == []


def test_one_kind_of_suit_does_not_answer_for_the_other() -> None:
    assert missing(*without("litigation.total", "review.total"), stated("review.total", "0")) == [
        "check.missing.litigation"
    ]


def test_fees_were_not_asked_for_in_one_year() -> None:
    assert missing(*without("fees.total"), year="2019") == []
    assert missing(*without("fees.total"), year="2020") == ["check.missing.fees"]
    assert missing(*without("fees.total"), year="2018") == ["check.missing.fees"]


@pytest.mark.parametrize(
    ("cell", "is_missing"), [("3", False), ("0", False), ("——", False), ("见附件", False), ("", True), ("?", True)]
)
def test_a_blank_cell_is_no_answer_and_a_dash_is_one(cell: str, is_missing: bool) -> None:
    rows = table(line("收费", cell, indicator="fees.total"))
    found = demanded(case(extraction([rows], without("fees.total"))))
    assert [f.message.code for f in found.findings] == (["check.missing.fees"] if is_missing else [])


def test_what_a_person_rejected_is_not_said() -> None:
    found = extraction(statistics=without())
    assert demanded(case(found, **{"stat_fees.total_year#0": (State.REJECTED, None)})).findings != []


def test_the_chapter_that_should_say_it_is_shown() -> None:
    sections = [
        Section(1, "（一）收费", SectionKind.FEES, 10, 20, Span(10, 15)),
        Section(0, "五、收费情况", SectionKind.FEES, 30, 50, Span(30, 36)),
    ]
    (found,) = demanded(case(extraction(statistics=without("fees.total"), sections=sections))).findings
    assert found.spans == (Span(30, 36),)


# ---- blanks below a form


def test_labels_below_a_form_with_nothing_behind_them_are_told_together() -> None:
    fields = [field("responsible_person", None), field("form_filler", "张云"), field("form_date_text", None)]
    (found,) = blanks_of_form(case(extraction(fields=fields))).findings
    assert found.about == ("field:responsible_person", "field:form_date_text")
    assert found.message.params["names"] == ["@field.responsible_person", "@field.form_date_text"]


def test_labels_that_are_not_printed_are_no_blanks() -> None:
    assert (
        blanks_of_form(case(extraction(fields=[field("form_filler", "张云"), field("postcode", None)]))).findings == []
    )


def test_a_blank_that_a_person_filled_in_is_none() -> None:
    found = extraction(fields=[field("form_filler", None)])
    assert blanks_of_form(case(found, field_form_filler=(State.CORRECTED, "5"))).findings == []


# ---- date and contact


@pytest.mark.parametrize(
    ("keys", "codes"),
    [
        (("sign_date", "phone"), []),
        (("publish_date", "email"), []),
        (("sign_date", "address"), []),
        (("sign_date",), ["check.missing.contact"]),
        (("phone",), ["check.missing.date"]),
        ((), ["check.missing.date", "check.missing.contact"]),
    ],
)
def test_a_report_without_date_or_contact_is_good_to_know(keys: tuple[str, ...], codes: list[str]) -> None:
    found = unsigned(case(extraction(fields=[field(k, "2014-02-03") for k in keys]))).findings
    assert [f.message.code for f in found] == codes
    assert all(f.severity is Severity.INFO for f in found)


@pytest.mark.parametrize("key", ["phone", "address"])
def test_a_printed_label_without_contact_is_no_contact(key: str) -> None:
    found = unsigned(case(extraction(fields=[field("sign_date", "2014-02-03"), field(key, None)]))).findings
    assert [f.message.code for f in found] == ["check.missing.contact"]


def test_the_second_phone_is_a_contact_when_the_first_is_rejected() -> None:
    found = extraction(
        fields=[field("sign_date", "2014-02-03"), field("phone", "85551234"), field("phone", "85551236")]
    )
    assert unsigned(case(found, **{"field_phone#0": (State.REJECTED, None)})).findings == []
    both = {f"field_phone#{n}": (State.REJECTED, None) for n in (0, 1)}
    assert len(unsigned(case(found, **both)).findings) == 1
