"""What a check sees: the person's figure before the machine's, and figures that only a person found."""

from decimal import Decimal

from core.checks.agreement import text_against_tables
from core.checks.case import Case, Told
from core.mapping.values import to_values
from core.model.document import Document, Source
from core.model.extraction import CellKind, Extraction, Scope
from core.model.values import Content, Decision, State, Value, ValueKind
from tests.checks.cases import CATALOGUE, case, extraction, field, line, stated, table

RECEIVED = "applications.received"
TABLE = table(line("申请数", "80", indicator=RECEIVED))


def added(number: str, who: str | None = None, kind: CellKind = CellKind.NUMBER, unit: str | None = "件") -> Value:
    decision = Decision(State.ADDED, Content(kind, number))
    key = f"stat:{RECEIVED}/year#0"
    return Value(key, ValueKind.STATISTIC, "收到申请", 9, None, decision, RECEIVED, unit, Scope.YEAR, who=who)


def with_added(found: Extraction, *values: Value) -> Case:
    document = Document("", Source("青石县.txt", "", "txt", 0), ())
    return Case(found, [*to_values(document, found), *values], CATALOGUE)


def test_a_figure_that_a_person_added_is_compared_with_the_tables() -> None:
    found = extraction([TABLE])
    assert text_against_tables(with_added(found, added("75"))).findings[0].left == 75
    agreeing = text_against_tables(with_added(found, added("80")))
    assert (agreeing.findings, len(agreeing.proofs)) == ([], 1)


def test_an_added_figure_of_another_body_is_not_compared() -> None:
    assert text_against_tables(with_added(extraction([TABLE]), added("75", "各乡镇"))).findings == []


def test_an_added_figure_is_counted_in_units_of_one() -> None:
    told = with_added(extraction(), added("1.5", unit="万元")).in_text(RECEIVED)
    assert told == [Told(f"stat:{RECEIVED}/year#0", "收到申请", Decimal(15_000), Scope.YEAR)]


def test_an_added_dash_is_an_answer_without_a_figure() -> None:
    seen = with_added(extraction(), added("——", kind=CellKind.NOT_APPLICABLE))
    assert seen.in_text(RECEIVED) == []
    assert seen.is_told(RECEIVED)
    assert not seen.is_told("review.total")


def test_a_correction_goes_before_the_reading_and_a_rejection_takes_it_away() -> None:
    found = extraction([TABLE], [stated(RECEIVED, "75")])
    key = f"stat:{RECEIVED}/year#0"
    assert case(found).number(key) == 75
    marked = key.replace(":", "_").replace("/", "_")
    assert case(found, **{marked: (State.CORRECTED, "80")}).number(key) == 80
    assert case(found, **{marked: (State.REJECTED, None)}).number(key) is None


def test_a_blank_a_dash_and_a_zero_stay_apart() -> None:
    seen = case(extraction([table(line("甲", "0"), line("乙", ""), line("丙", "——"), line("丁", "?"))]))
    contents = [seen.cell(0, r, "c1")[1] for r in range(4)]
    assert [c.kind for c in contents if c] == ["zero", "blank", "na", "unreadable"]
    assert [c.number for c in contents if c] == [Decimal(0), None, None, None]


def test_a_field_without_text_has_none() -> None:
    seen = case(extraction(fields=[field("sign_date", None), field("year", "2013")]))
    assert (seen.text("year"), seen.text("sign_date"), seen.text("publish_date")) == ("2013", None, None)
