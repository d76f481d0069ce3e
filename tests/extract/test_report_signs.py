"""Each sign by itself: what tips a text that states results from a report to none, or the other way."""

import pytest

from core.base.messages import LANGUAGES, word
from core.extract.report_kind import Verdict, classify
from core.extract.report_signs import Sign
from core.readers.registry import read

REPORT = (
    "信息公开工作中，我局按要求编制年度报告。",
    "全年主动公开政府信息80条。收到依申请公开3件。未发生行政复议。未收取费用。",
)
OTHERS = {
    Sign.OTHER_PAPER: ("青石县水务局2013年度工作总结",),
    Sign.OTHER_HEADING: ("青石县政务公开工作跑出“加速度”",),
    Sign.PURPOSE: ("现将有关事项通知如下。",),
    Sign.ADDRESSED: ("各镇人民政府：",),
    Sign.ARTICLES: ("第一条 依法公开。", "第二条 及时公开。", "第三条 如实公开。"),
    Sign.DEMANDS: ("各科室应当公开，必须及时，不得遗漏，应当如实，务必落实，应当归档，不得拖延。",),
    Sign.QUESTIONS: ("公开了多少？", "收费了吗？"),
    Sign.NEWS: ("本报讯，县政府发布消息。",),
    Sign.STUDY: ("课题组按照指标体系打分，满分一百。",),
    Sign.DISPUTE: ("本院认为，原答复合法。",),
    Sign.OFF_SUBJECT: tuple(f"第{n}座水库除险加固工程已经完工，蓄水一百多万立方米。" for n in range(1, 12)),
    Sign.PART_OF_YEAR: ("现将上半年的工作情况汇报给大家。",),
}


def verdict(*lines: str) -> Verdict:
    return classify(read("无名.txt", ("\n".join(lines) + "\n").encode()))


def test_the_text_that_is_tipped_is_a_report() -> None:
    assert verdict(*REPORT).is_annual_report


@pytest.mark.parametrize("sign", OTHERS)
def test_one_sign_against_outweighs_results_without_a_title(sign: Sign) -> None:
    found = verdict(*OTHERS[sign], *REPORT)
    assert not found.is_annual_report
    if sign is Sign.OTHER_PAPER:
        assert found.reason.params == {"title": OTHERS[sign][0]}
    else:
        assert found.reason.params == {"signs": [f"@extract.kind.sign.{sign}"]}


@pytest.mark.parametrize("sign", OTHERS)
def test_one_sign_against_does_not_outweigh_a_dated_title_with_all_results(sign: Sign) -> None:
    title = "青石县水务局2013年政府信息公开工作年度报告"
    assert verdict(title, *OTHERS[sign], *REPORT).is_annual_report


def test_what_a_text_calls_itself_counts_when_it_says_that_it_is_made_as_a_report() -> None:
    said = "现公布青石县水务局2013年度政府信息公开年度报告，本报告由县水务局编制。"
    found = verdict(said, "全年公开信息12条。")
    assert (found.is_annual_report, found.reason.code) == (True, "extract.kind.text")
    assert not verdict("县水务局2013年度政府信息公开年度报告已经报送。", "全年公开信息12条。").is_annual_report


@pytest.mark.parametrize(
    "sentence",
    [
        "各单位主动公开不少于80条。收到申请应当答复，每年3件。",
        "主动公开是基本的公开方式。依申请公开由办公室办理。行政复议由县政府受理。",
    ],
)
def test_demands_and_descriptions_are_no_results(sentence: str) -> None:
    assert not verdict("我局按要求编制年度报告。", sentence).is_annual_report


def test_the_statutory_period_may_be_a_school_year() -> None:
    lead = "根据《高等学校信息公开办法》，编制发布本报告，统计期限为2019年9月1日—2020年8月31日。"
    assert verdict(lead, "学校重视信息公开。").is_annual_report


def test_an_empty_statutory_table_is_no_filled_one() -> None:
    rows = ("二、主动公开政府信息情况", "行政规范性文件{0}", "三、收到和处理申请情况", "行政许可{0}", "五、存在的问题")
    filled, empty = ([row.format(end) for row in rows] for end in ("\t3", "\t"))
    assert verdict(*filled, "保障了公众的知情权利。").is_annual_report
    assert not verdict(*empty, "保障了公众的知情权利。").is_annual_report


@pytest.mark.parametrize("sign", Sign)
@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_sign_has_its_words(lang: str, sign: Sign) -> None:
    code = f"extract.kind.sign.{sign}"
    assert word(code, {}, lang) != code
