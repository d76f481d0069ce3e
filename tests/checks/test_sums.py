"""Parts against their total: what holds and proves, what falls short, and what blanks leave open."""

from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest

from core.checks.sums import sentence_sums, table_sums
from core.model.catalogue import Catalogue, Form, FormRow
from core.model.extraction import Scope, StatisticKind
from core.model.findings import Finding, Rule, Severity
from core.model.values import State
from tests.checks.cases import case, extraction, line, sides, stated, table

ERROR, WARNING, INFO = Severity.ERROR, Severity.WARNING, Severity.INFO
Told = list[tuple[Rule, Severity, str]]


def told(whole: str, *parts: str, residual: bool = False, label: str = "1.网站") -> tuple[Told, int]:
    """What the sum of one column says, and how many identities it proves."""
    rows = [line(label if n == 0 else f"{n + 1}.公报", part, parent=0) for n, part in enumerate(parts)]
    if residual:
        rows[-1] = line("其他", parts[-1], parent=0, residual=True)
    outcome = table_sums(case(extraction([table(line("一、公开总数", whole), *rows)])))
    return [(f.rule, f.severity, f.message.code.rsplit(".")[-1]) for f in outcome.findings], len(outcome.proofs)


SUM, BLANK = Rule.PARTS_SUM, Rule.PARTS_SUM_BLANK


@pytest.mark.parametrize(
    ("figures", "findings", "proofs"),
    [
        pytest.param(("5", "2", "3"), [], 1, id="holds and proves"),
        pytest.param(("0.30", "0.1", "0.2"), [], 1, id="holds exactly in decimals"),
        pytest.param(("0", "0", "0"), [], 0, id="zeros prove nothing"),
        pytest.param(("6", "2", "3"), [(SUM, ERROR, "differs")], 0, id="falls short"),
        pytest.param(("4", "2", "3"), [(SUM, ERROR, "differs")], 0, id="is above"),
        pytest.param(("0", "2", "3"), [(SUM, ERROR, "differs")], 0, id="a total of zero is a figure"),
        pytest.param(("5", "2", "3", ""), [(BLANK, INFO, "blank_parts")], 0, id="holds if blanks are nothing"),
        pytest.param(("6", "2", "3", ""), [], 0, id="the blank may hold the rest"),
        pytest.param(("4", "2", "3", ""), [(SUM, ERROR, "differs")], 0, id="no blank can take away"),
        pytest.param(("", "2", "3"), [(BLANK, INFO, "blank_whole")], 0, id="a blank total"),
        pytest.param(("", "0", "0"), [], 0, id="a blank total of zeros"),
        pytest.param(("5", "", ""), [], 0, id="blanks alone say nothing"),
        pytest.param(("0", "0", ""), [], 0, id="zero with a blank"),
        pytest.param(("——", "2", "3"), [], 0, id="a total that does not apply"),
        pytest.param(("5", "2", "3", "——"), [], 1, id="what does not apply adds nothing"),
        pytest.param(("6", "2", "3", "——"), [(SUM, ERROR, "differs")], 0, id="what does not apply hides nothing"),
        pytest.param(("5", "——", "——"), [], 0, id="nothing applies"),
        pytest.param(("5", "2", "?"), [], 0, id="unreadable parts are open"),
        pytest.param(("?", "2", "3"), [], 0, id="an unreadable total is open"),
        pytest.param(("5", "2", "见附件"), [], 0, id="words for a part are open"),
        pytest.param(("2", "2", "见附件"), [], 0, id="words for a part are no blank"),
    ],
)
def test_parts_that_are_all_there_is_must_make_the_total(figures: tuple[str, ...], findings: Told, proofs: int) -> None:
    assert told(*figures) == (findings, proofs)


@pytest.mark.parametrize(
    ("figures", "residual", "findings"),
    [
        (("6", "2", "3"), False, [(SUM, WARNING, "less")]),
        (("6", "2"), False, []),
        (("4", "2", "3"), False, [(SUM, ERROR, "differs")]),
        (("6", "2", "3"), True, [(SUM, ERROR, "differs")]),
        (("5", "2", "3"), False, []),
        (("6", "2", ""), False, []),
    ],
)
def test_parts_behind_of_which_may_fall_short_unless_there_is_a_rest(
    figures: tuple[str, ...], residual: bool, findings: Told
) -> None:
    assert told(*figures, residual=residual, label="其中：1.网站")[0] == findings


def test_a_single_part_is_no_breakdown() -> None:
    assert told("6", "2")[0] == []
    assert told("6", "8")[0] == [(SUM, ERROR, "differs")]


def test_what_is_measured_differently_is_not_added() -> None:
    def found(whole: str | None, *parts: str | None) -> list[Finding]:
        rows = [
            line("三、申请情况", "0", unit=whole),
            *(line(f"{n}.x", "3", parent=0, unit=u) for n, u in enumerate(parts)),
        ]
        return table_sums(case(extraction([table(*rows)]))).findings

    assert found("条", "条", "条")
    assert found(None, None, None)
    assert found("元", "件", "件") == found("条", "条", "件") == found(None, "件", "件") == []


@pytest.mark.parametrize(("parts", "findings"), [("all", 1), ("some", 1), ("none", 0)])
def test_the_form_says_whether_rows_below_are_parts(parts: str, findings: int) -> None:
    rows = table(
        line("一、公开数", "9"),
        line("其中：1.网站", "5", parent=0),
        line("2.公报", "3", parent=0),
        scopes=(Scope.YEAR,),
    )
    known = FormRow("t.01", ("公开数",), parts=parts)
    form = Form("f", "", "", "", False, ("公开数",), (known, FormRow("t.02", ("数",))))
    checked = case(extraction([replace(rows, form="f.t")]))
    checked.catalogue = Catalogue({}, (form,))
    found = table_sums(checked).findings
    assert len(found) == findings
    if found:
        assert found[0].severity is (ERROR if parts == "all" else WARNING)


def test_a_finding_names_both_sides_and_all_values() -> None:
    rows = (line("公开总数", "6"), line("1.网站", "2", parent=0), line("2.公报", "3", parent=0))
    (found,) = table_sums(case(extraction([table(*rows)]))).findings
    assert (sides(found), found.relation) == ((6, 5, 1), "≠")
    assert (found.about, found.left_about) == (("cell:t1/r1/c1", "cell:t1/r2/c1", "cell:t1/r3/c1"), 1)
    assert found.message.params["difference"] == Decimal(1)


def test_a_proof_names_what_it_proves_and_spares_what_does_not_apply() -> None:
    rows = (
        line("公开总数", "5"),
        line("1.网站", "2", parent=0),
        line("2.公报", "——", parent=0),
        line("3.其他", "3", parent=0),
    )
    (proof,) = table_sums(case(extraction([table(*rows)]))).proofs
    assert proof.about == ("cell:t1/r1/c1", "cell:t1/r2/c1", "cell:t1/r4/c1")
    assert proof.message.params["parts"] == "2 + 3"


def test_every_column_is_added_by_itself() -> None:
    rows = (line("公开总数", "5", "50"), line("1.网站", "2", "20", parent=0), line("2.公报", "3", "40", parent=0))
    outcome = table_sums(case(extraction([table(*rows, scopes=(Scope.YEAR, Scope.CUMULATIVE))])))
    assert [f.about[0] for f in outcome.findings] == ["cell:t1/r1/c2"]
    assert [p.about[0] for p in outcome.proofs] == ["cell:t1/r1/c1"]


def test_parts_of_parts_are_added_to_their_own_total_only() -> None:
    rows = (
        line("公开总数", "5"),
        line("1.网站", "2", parent=0),
        line("①本站", "1", parent=1),
        line("②他站", "1", parent=1),
        line("2.公报", "3", parent=0),
    )
    outcome = table_sums(case(extraction([table(*rows)])))
    assert outcome.findings == []
    assert [p.about for p in outcome.proofs] == [
        ("cell:t1/r1/c1", "cell:t1/r2/c1", "cell:t1/r5/c1"),
        ("cell:t1/r2/c1", "cell:t1/r3/c1", "cell:t1/r4/c1"),
    ]


def test_an_identity_that_was_used_to_read_the_figures_proves_nothing() -> None:
    rows = (line("公开总数", "5"), line("1.网站", "2", parent=0), line("2.公报", "3", parent=0, derived=True))
    assert table_sums(case(extraction([table(*rows)]))).proofs == []


def test_what_a_person_decided_is_added_instead_of_what_was_read() -> None:
    rows = (line("公开总数", "6"), line("1.网站", "2", parent=0), line("2.公报", "3", parent=0))
    found = extraction([table(*rows)])
    corrected = table_sums(case(found, cell_t1_r3_c1=(State.CORRECTED, "4")))
    assert (len(corrected.findings), len(corrected.proofs)) == (0, 1)
    rejected = table_sums(case(found, cell_t1_r3_c1=(State.REJECTED, None)))
    assert (rejected.findings, rejected.proofs) == ([], [])


# ---- sentences


def sentence(whole: str, *parts: str, complete: bool = True, more: dict[str, Any] | None = None) -> tuple[Told, int]:
    figures = [stated("disclosed.total", whole)]
    figures += [stated("disclosed.website", part, whole=0, complete=complete, **(more or {})) for part in parts]
    outcome = sentence_sums(case(extraction(statistics=figures)))
    return [(f.rule, f.severity, f.message.code.rsplit(".")[-1]) for f in outcome.findings], len(outcome.proofs)


@pytest.mark.parametrize(
    ("figures", "complete", "findings", "proofs"),
    [
        (("5", "2", "3"), True, [], 1),
        (("6", "2", "3"), True, [(SUM, ERROR, "differs")], 0),
        (("6", "2", "3"), False, [], 0),  # 其中 names some of them
        (("99", "50", "40", "8"), False, [(SUM, WARNING, "less")], 0),  # they leave little over
        (("60", "32", "24"), False, [], 0),
        (("9", "4", "5", "3"), True, [], 1),  # another list follows
        (("9", "9", "3"), True, [], 0),  # channels overlap
        (("4", "2", "3"), False, [(SUM, ERROR, "differs")], 0),
        (("6", "2"), True, [], 0),
    ],
)
def test_parts_in_a_sentence_must_make_the_total_they_are_said_to_make(
    figures: tuple[str, ...], complete: bool, findings: Told, proofs: int
) -> None:
    assert sentence(*figures, complete=complete) == (findings, proofs)


def test_a_rest_behind_parts_that_make_the_total_is_no_other_list() -> None:
    figures = [stated("disclosed.total", "9")]
    for label, part in (("政策信息", "4"), ("人事信息", "5"), ("其他信息", "3")):
        figures.append(stated("disclosed.category.x", part, whole=0, complete=True, label=label))
    found = sentence_sums(case(extraction(statistics=figures))).findings
    assert [(f.rule, f.left, f.right) for f in found] == [(SUM, 9, 12)]


@pytest.mark.parametrize(
    "other", [{"approx": True}, {"scope": Scope.CUMULATIVE}, {"kind": StatisticKind.RATE}, {"unit": "次"}]
)
def test_what_cannot_be_added_is_not_compared(other: dict[str, Any]) -> None:
    assert sentence("6", "2", "3", more=other) == ([], 0)


def test_parts_of_another_figure_of_the_same_thing_are_left_to_it() -> None:
    parts = [stated(f"x.{n}", n, whole=0, complete=True) for n in ("2", "3")]
    other = stated("disclosed.total", "5", Scope.CUMULATIVE)
    assert sentence_sums(case(extraction(statistics=[stated("disclosed.total", "9"), *parts, other]))).findings == []
    other = stated("disclosed.total", "6", Scope.CUMULATIVE)
    assert sentence_sums(case(extraction(statistics=[stated("disclosed.total", "9"), *parts, other]))).findings != []


def test_results_are_no_parts_of_what_was_carried_over() -> None:
    figures = [stated("applications.carried_in", "1"), *(stated("x", n, whole=0, complete=True) for n in ("2", "3"))]
    assert sentence_sums(case(extraction(statistics=figures))).findings == []


def test_a_sum_in_a_sentence_follows_a_correction() -> None:
    figures = [stated("disclosed.total", "6"), *(stated(f"x.{n}", n, whole=0, complete=True) for n in ("2", "3"))]
    outcome = sentence_sums(case(extraction(statistics=figures), **{"stat_x.3_year#0": (State.CORRECTED, "4")}))
    assert (outcome.findings, len(outcome.proofs)) == ([], 1)
