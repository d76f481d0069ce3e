"""What the regulations ask for and a report leaves out: missing is missing, and never zero."""

from collections.abc import Sequence

import pytest

from core.checks.required import blanks_of_form, chapters, demanded, unsigned
from core.model.document import Span
from core.model.extraction import Scope, Section, SectionKind, Statistic
from core.model.findings import Finding, Rule, Severity
from core.model.values import State
from tests.checks.cases import case, extraction, field, line, stated, table
from tests.checks.statutory_tables import table3, table4

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


def test_fees_were_not_asked_for_in_two_years() -> None:
    assert missing(*without("fees.total"), year="2019") == []
    assert missing(*without("fees.total"), year="2020") == []
    assert missing(*without("fees.total"), year="2021") == ["check.missing.fees"]
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


# ---- chapters


NUMBERS = ["一", "二", "三", "四", "五", "六", "七", "八", "九", "十", "十一", "十二"]


def of_chapters(
    text: str, *kinds: SectionKind, year: str = "2022", body: str = "department", numbers: Sequence[str] = NUMBERS
) -> list[Finding]:
    annex = SectionKind.ATTACHMENT
    titles = [f"{n}、" if kind is not annex else "附件" for n, kind in zip(numbers, kinds, strict=False)]
    sections = [Section(0, title, kind, 0, 0, Span(0, 0)) for title, kind in zip(titles, kinds, strict=True)]
    fields = [field("year", year), field("body_kind", body)]
    return chapters(case(extraction(fields=fields, sections=sections), text)).findings


def codes(*found: Finding) -> list[str]:
    return [f.message.code.rpartition(".")[2] for f in found]


@pytest.mark.parametrize(
    ("text", "year", "expected"),
    [
        ("存在的问题。无其他需要报告的事项。", "2022", []),
        ("工作有待加强。没有其他需要说明的事项", "2022", []),
        ("工作顺利。无其他需要报告的事项。", "2022", ["problems"]),
        ("工作还有差距。", "2022", ["other"]),
        ("工作还有差距。", "2012", []),
        ("工作顺利。", "2012", ["problems"]),
    ],
)
def test_problems_and_other_matters_are_asked_for(text: str, year: str, expected: list[str]) -> None:
    found = of_chapters(text, year=year)
    assert codes(*found) == expected
    assert all((f.rule, f.severity) == (Rule.MISSING, Severity.WARNING) for f in found)


def test_a_chapter_says_it_as_well_as_its_words() -> None:
    assert of_chapters("", SectionKind.PROBLEMS, SectionKind.OTHER) == []


@pytest.mark.parametrize(
    ("text", "severity"),
    [
        ("开展工作考核、社会评议，没有责任追究情形。", None),
        ("开展考核，开展社会评议。", Severity.INFO),
        ("工作顺利。", Severity.WARNING),
    ],
)
@pytest.mark.parametrize("body", ["government", "town"])
def test_governments_report_more(text: str, severity: Severity | None, body: str) -> None:
    both = (SectionKind.PROBLEMS, SectionKind.OTHER)
    found = of_chapters(text, *both, body=body)
    assert [f.severity for f in found] == ([severity] if severity else [])
    assert codes(*found) == (["silent"] if severity else [])
    assert of_chapters(text, *both, body="department") == []
    assert of_chapters(text, *both, body=body, year="2018") == []


@pytest.mark.parametrize(
    ("said", "chapters_printed", "annexes", "expected"),
    [
        ("本报告由概述、主动公开等四个部分组成", 4, 0, None),
        ("本报告由概述、主动公开、附表等5部分组成", 4, 1, None),
        ("本报告由概述、统计表等五个部分组成", 4, 0, None),
        ("本报告由概述、统计表等六个部分组成", 4, 0, Rule.MISSING),
        ("全文包括主动公开情况、存在的问题等七部分", 4, 0, Rule.MISSING),
        ("本年度报告分为三个部分", 4, 0, Rule.IMPLAUSIBLE),
        ("本报告共十二部分", 12, 0, None),
        ("本报告所列数据的统计期限为全年", 4, 0, None),
        ("本报告由七部分组成", 2, 0, None),
    ],
)
def test_the_parts_that_are_announced_are_counted(
    said: str, chapters_printed: int, annexes: int, expected: Rule | None
) -> None:
    kinds = [SectionKind.PROBLEMS, SectionKind.OTHER, *[SectionKind.PROACTIVE] * (chapters_printed - 2)]
    kinds += [SectionKind.ATTACHMENT] * annexes
    found = of_chapters(f"根据条例编制。{said}。", *kinds)
    assert [(f.rule, f.severity) for f in found] == ([(expected, Severity.INFO)] if expected else [])


def test_chapters_are_not_counted_where_a_heading_was_not_seen() -> None:
    kinds = [SectionKind.PROBLEMS, SectionKind.OTHER, SectionKind.PROACTIVE, SectionKind.FEES]
    said = "本报告由七部分组成。"
    assert codes(*of_chapters(said, *kinds)) == ["announced"]
    assert of_chapters(said, *kinds, numbers=["二", "三", "四", "六"]) == []


def test_a_table_answers_for_what_its_groups_add_up_to() -> None:
    found = extraction([table3(), table4()], without("applications.received", "review.total", "litigation.total"))
    assert demanded(case(found)).findings == []
