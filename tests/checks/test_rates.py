"""Shares and growth rates, computed again from the figures that they are of."""

import re

import pytest

from core.checks.case import Outcome
from core.checks.rates import rates
from core.model.document import Span
from core.model.extraction import Scope, Statistic, StatisticKind
from core.model.findings import Finding, Rule, Severity
from tests.checks.cases import case, extraction, sides, stated

FIGURE = re.compile(r"(?<![\d.年])(\d+)(?=[件条])")

SCOPES = {Scope.PREVIOUS: "上年", Scope.CHANGE: "[增减].?$"}


def check(text: str, *more: Statistic, **parts: int) -> Outcome:
    """Every count in 件 or 条 is a figure of its own; `parts` name the index of a part and that of its whole."""
    figures = []
    for n, match in enumerate(FIGURE.finditer(text)):
        place = Span(match.start(), match.end())
        before = text[max(place.start - 8, 0) : place.start]
        scope = (
            Scope.PREVIOUS
            if "上年" in before
            else Scope.CHANGE
            if re.search("[增减].$|[增减]$", before[-2:])
            else Scope.YEAR
        )
        figures.append(
            stated(
                "applications.received" if "申请" in before or scope is not Scope.YEAR else None,
                match[1],
                scope,
                label=f"第{n}项",
                span=place,
                figure=place,
                whole=parts.get(f"part{n}"),
            )
        )
    return rates(case(extraction(statistics=(*figures, *more)), text))


def only(text: str, **parts: int) -> Finding:
    (found,) = check(text, **parts).findings
    return found


RESULTS = "答复申请80件，其中予以公开20件，占{}%；不予公开12件，占15%；无法提供40件，占50%。"


@pytest.mark.parametrize("rate", ["25", "25.0", "25.00"])
def test_shares_that_are_right_say_nothing(rate: str) -> None:
    assert check(RESULTS.format(rate)).findings == []


@pytest.mark.parametrize("rate", ["26", "24.9", "2.5", "52"])
def test_a_share_is_wrong_where_its_neighbours_are_right_about_the_whole(rate: str) -> None:
    found = only(RESULTS.format(rate))
    assert (found.rule, found.severity, found.relation) == (Rule.RATE_RECOMPUTED, Severity.WARNING, "≠")
    assert (str(found.left), int(found.right or 0)) == (rate, 25)
    assert found.about == ("stat:~第1项/year#0", "stat:applications.received/year#0")
    assert (len(found.spans), found.left_about) == (1, 0)


@pytest.mark.parametrize("rate", ["33.3", "33.33", "33", "33.4", "33.5"])
def test_cut_off_rounded_or_up_is_the_same(rate: str) -> None:
    text = f"答复申请90件，其中公开30件，占{rate}%；不予公开45件，占50%；其他9件，占10%。"
    assert (check(text).findings == []) is (rate != "33.5")


def test_a_rough_share_is_right_within_one_per_cent() -> None:
    text = "答复申请90件，其中公开30件，约占{}%；不予公开45件，占50%；其他9件，占10%。"
    assert check(text.replace("约占", "占约").format("34")).findings == []
    assert len(check(text.replace("约占", "占约").format("36")).findings) == 1


def test_a_single_share_needs_a_whole_that_its_words_name() -> None:
    text = "主动公开信息400条，网站公开100条，占30%。"
    assert check(text).findings == []
    assert sides(only(text, part1=0)) == (30, 25, 5)


@pytest.mark.parametrize(
    "text",
    [
        "答复申请80件，网站专栏浏览量占30%；公开20件，占25%；不予公开12件，占15%。",
        "公开20件，占25%，比重较大。",
        "满意率占95%。",
        "答复申请80件。公开20件。第三产业占45%。",
    ],
)
def test_the_share_of_something_else_is_left_alone(text: str) -> None:
    assert check(text).findings == []


def test_one_share_that_is_right_is_not_enough_to_say_of_what() -> None:
    assert check("答复申请80件，其中予以公开20件，占30%；不予公开12件，占15%。").findings == []


def test_shares_far_away_are_of_something_else() -> None:
    far = "全县各级行政机关认真推进政务公开工作。" * 8
    assert check(RESULTS.format("25") + far + "重点领域信息7件，占90%。").findings == []
    assert len(check(RESULTS.format("25") + "重点领域信息7件，占90%。").findings) == 1


def test_shares_of_two_wholes_are_kept_apart() -> None:
    text = "公开400条，网站公开100条，占25%，公报公开300条，占75%。答复申请50件，公开10件，占20%，不予公开40件，占80%。"
    assert check(text).findings == []


def test_a_share_proves_itself_and_not_its_counts() -> None:
    text = RESULTS.format("25")
    at = text.index("25%")
    place = Span(at, at + 2)
    rate = stated(None, "25", kind=StatisticKind.RATE, unit="%", label="占", span=place, figure=place)
    outcome = check(text, rate)
    assert [p.about for p in outcome.proofs] == [("stat:~占/year#0",)]
    wrong = check(
        text.replace("25%", "35%"), stated(None, "35", kind=StatisticKind.RATE, label="占", figure=place, span=place)
    )
    assert wrong.findings[0].about[0] == "stat:~占/year#0"
    assert (wrong.findings[0].left_about, wrong.findings[0].spans) == (1, ())


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("收到申请45件，同比增长12.5%，上年为40件。", None),
        ("收到申请45件，同比增长15%，上年为40件。", 12),
        ("收到申请45件，较上年增长12.5%；上年为40件。", None),
        ("上年申请50件，收到申请45件，比上年下降10%。", None),
        ("上年申请50件，收到申请45件，比上年下降12%。", 10),
        ("上年申请50件，收到申请45件，申请数量较2012年下降12%。", 10),
        ("收到申请45件，较去年增加5件，同比增长12.5%。", None),
        ("收到申请45件，较去年增加5件，同比增长11%。", 12),
        ("收到申请45件，同比增长12.5%。", None),
        ("收到申请45件，网站访问量同比增长30%，上年为40件。", None),
        ("上年申请50件，收到申请45件，比上年增长10%。", -10),
    ],
)
def test_growth_is_computed_again_where_both_years_are_told(text: str, right: int | None) -> None:
    assert [round(float(f.right or 0)) for f in check(text).findings] == ([right] if right else [])


def test_digits_alone_take_no_time() -> None:
    assert check("占" + "1" * 200_000 + "%" + "较" * 50_000).findings == []
