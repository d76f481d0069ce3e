"""All rules over one report: the gravest first, nothing said twice, and doubts about the bytes."""

import pytest

from core.checks import engine
from core.mapping.values import to_values
from core.model.document import Document, Source
from core.model.extraction import Extraction, Scope
from core.model.findings import Rule, Severity
from tests.checks.cases import CATALOGUE, extraction, field, line, stated, table


def run(found: Extraction) -> engine.Checked:
    document = Document("", Source("青石县.txt", "", "txt", 0), ())
    return engine.run(found, to_values(document, found), CATALOGUE)


def test_every_rule_is_asked_and_the_gravest_finding_comes_first() -> None:
    rows = table(
        line("公开数", "9", "8"),
        line("1.网站", "4", "5", parent=0),
        line("2.公报", "4", "3", parent=0),
        line("申请数", "3", "4", indicator="applications.received"),
        scopes=(Scope.YEAR, Scope.CUMULATIVE),
    )
    statistics = [
        stated("applications.received", "2"),
        stated("complaints.total", "1"),
        stated("complaints.total", "2"),
        stated("training.sessions", "3"),
        stated("training.attendees", "2"),
        stated("staff.full_time", "3"),
        stated("staff.total", "2", whole=None),
        stated("review.total", "5"),
        stated("review.upheld", "1", whole=7, complete=True),
        stated("review.corrected", "2", whole=7, complete=True),
    ]
    fields = [
        field("year", "2013"),
        field("period_end", "2013-12-31"),
        field("sign_date", "2013-02-03", "extract.field.lost"),
        field("form_filler", None),
    ]
    checked = run(extraction([rows], statistics, fields))
    assert {f.rule for f in checked.findings} == {
        Rule.PARTS_SUM,
        Rule.YEAR_OVER_CUMULATIVE,
        Rule.TEXT_VS_TABLE,
        Rule.TEXT_CONTRADICTION,
        Rule.MISSING,
        Rule.IMPLAUSIBLE,
        Rule.DATE_UNCERTAIN,
        Rule.DATE_ORDER,
    }
    assert sum(1 for f in checked.findings if f.rule is Rule.PARTS_SUM) == 2
    assert sum(1 for f in checked.findings if f.rule is Rule.IMPLAUSIBLE) == 2
    weights = [list(Severity).index(f.severity) for f in checked.findings]
    assert weights == sorted(weights)
    assert {"check.blanks.form", "check.missing.contact", "check.missing.fees"} <= {
        f.message.code for f in checked.findings
    }
    assert [p.about for p in checked.proofs] == [("cell:t1/r1/c2", "cell:t1/r2/c2", "cell:t1/r3/c2")]


def test_nothing_is_said_twice() -> None:
    found = run(extraction(statistics=[stated("complaints.total", n) for n in ("1", "2", "3")]))
    identities = [f.identity for f in found.findings]
    assert len(identities) == len(set(identities))


def test_an_empty_report_lacks_what_is_asked_for_and_contradicts_nothing() -> None:
    checked = run(extraction())
    assert {f.rule for f in checked.findings} == {Rule.MISSING}
    assert checked.proofs == ()


@pytest.mark.parametrize(
    ("undecodable", "confidence", "severity"),
    [
        (0, None, None),
        (0, 0.99, None),
        (0, 0.77, None),
        (0, 0.6, None),
        (0, 0.59, Severity.WARNING),
        (1, 0.99, Severity.ERROR),
        (3, None, Severity.ERROR),
    ],
)
def test_bytes_that_were_hard_to_read_raise_a_doubt(
    undecodable: int, confidence: float | None, severity: Severity | None
) -> None:
    found = engine.encoding_finding(undecodable, confidence)
    assert (found.severity if found else None) is severity
    assert found is None or found.rule is Rule.ENCODING_DOUBT
