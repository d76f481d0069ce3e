"""Claims of all of something, beside a table that knows better."""

import pytest

from core.checks.contradictions import claims_of_all
from core.model.findings import Finding, Rule, Severity
from tests.checks.cases import case, extraction, sides
from tests.checks.statutory_tables import table3, table4


def claims(text: str, *tables: object) -> list[Finding]:
    return claims_of_all(case(extraction(tables or (table3(), table4())), text)).findings  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "text",
    [
        "全年收到政府信息公开申请52件，均已按时办结。",
        "收到依申请公开52件，全部办结。",
        "2023年共收到申请52件，均已答复",
        "受理政府信息公开申请52件，已全部按期办结，群众满意。",
        "收到信息公开申请52件，均依法办结；",
    ],
)
def test_all_done_contradicts_applications_carried_on(text: str) -> None:
    (found,) = claims(text)
    assert (found.rule, found.severity, sides(found)) == (Rule.TEXT_CONTRADICTION, Severity.WARNING, (0, 3, -3))
    (span,) = found.spans
    assert text[span.start : span.end] in text
    assert text[span.start : span.end][0] in "均全"
    assert found.about == ("cell:t1/r25/c7",)


@pytest.mark.parametrize(
    "text",
    [
        "全年收到政府信息公开申请52件，办结53件。",
        "收到人大建议和政协提案12件，均已办结，其中涉及申请的2件。",
        "收到申请52件，除3件结转外均已办结。",
        "上年结转的申请均已办结。",
        "到期的申请均已答复。",
        "各部门均已建立申请办理制度。",
        "信访投诉申请均已办结。",
        "收到申请52件。全县项目均已办结。",
    ],
)
def test_other_claims_contradict_nothing(text: str) -> None:
    assert claims(text) == []


def test_all_done_agrees_with_nothing_carried_on() -> None:
    nothing = table3({(25, 1): "0", (25, 2): "0", (25, 7): "0"})
    assert claims("全年收到政府信息公开申请52件，均已按时办结。", nothing) == []
    assert claims("全年收到政府信息公开申请52件，均已按时办结。", table3(blank_zeros=True, wrong={(25, 7): ""})) != []


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("行政复议6件、行政诉讼4件，均获维持。", 3),
        ("因信息公开被申请行政复议6件，全部维持；", 3),
        ("行政复议案件6件，均被复议机关维持。", 3),
        ("行政诉讼4件，法院均判决维持。", None),
        ("复议和应诉均依法推进，工作平稳。", None),
    ],
)
def test_all_upheld_contradicts_cases_corrected_or_open(text: str, right: int | None) -> None:
    found = claims(text)
    assert [int(f.right or 0) for f in found] == ([right] if right else [])
    assert all(f.rule is Rule.TEXT_CONTRADICTION for f in found)


def test_without_a_table_nothing_is_contradicted() -> None:
    assert claims_of_all(case(extraction(), "收到申请52件，均已办结。")).findings == []
