"""A report in traditional script says the same as its simplified twin, in its own words and in any encoding."""

import json

import pytest

from core.app.pipeline import read_report
from core.base import script
from core.export.contract import extraction_object

SIMPLIFIED = """乙岭县2012年政府信息公开工作年度报告

一、概述
2012年，本县认真贯彻条例，加强组织领导，积极推动政府信息公开工作。
二、主动公开情况
全年共主动公开政府信息1234条，其中：通过政府网站公开1200条，其他方式公开34条。
三、依申请公开情况
2012年，全县共收到政府信息公开申请5件，已答复5件。
四、行政复议和行政诉讼情况
2012年，没有因政府信息公开被申请行政复议，也没有被提起行政诉讼。
五、收费情况
2012年没有收费。

附表：政府信息公开情况统计表
\t指标\t单位\t数量
\t主动公开信息数\t条\t1234
\t其中：1.政府网站公开数\t条\t1200
\t2.其他方式公开数\t条\t34

联系地址：乙岭县东村路8号卫生处
二○一三年三月五日
"""
TRADITIONAL = """乙嶺縣2012年政府信息公開工作年度報告

一、概述
2012年，本縣認真貫徹條例，加強組織領導，積極推動政府信息公開工作。
二、主動公開情況
全年共主動公開政府信息1234條，其中：通過政府網站公開1200條，其他方式公開34條。
三、依申請公開情況
2012年，全縣共收到政府信息公開申請5件，已答覆5件。
四、行政復議和行政訴訟情況
2012年，沒有因政府信息公開被申請行政復議，也沒有被提起行政訴訟。
五、收費情況
2012年沒有收費。

附表：政府信息公開情況統計表
\t指標\t單位\t數量
\t主動公開信息數\t條\t1234
\t其中：1.政府網站公開數\t條\t1200
\t2.其他方式公開數\t條\t34

聯繫地址：乙嶺縣東村路8號衛生處
二○一三年三月五日
"""
# 邨 and 衞 are in Big5-HKSCS and not in Big5.
HONG_KONG = TRADITIONAL.replace("東村路8號衛", "東邨路8號衞")


def _found(text: str, encoding: str) -> dict[str, object]:
    read = read_report("a.txt", text.encode(encoding))
    found = extraction_object(read.document, read.extraction, read.findings)
    del found["source"]
    return json.loads(json.dumps(found, ensure_ascii=False))


@pytest.mark.parametrize(("text", "encodings"), [(TRADITIONAL, ("big5", "big5hkscs")), (HONG_KONG, ("big5hkscs",))])
def test_the_encoding_of_a_traditional_report_changes_nothing(text: str, encodings: tuple[str, ...]) -> None:
    plain = _found(text, "utf-8")
    assert all(_found(text, encoding) == plain for encoding in encodings)


def test_a_traditional_report_says_what_its_simplified_twin_says() -> None:
    def figures(text: str) -> list[tuple[object, ...]]:
        read = read_report("a.txt", text.encode())
        return [(v.key.partition("~")[0], v.indicator, v.scope, v.unit, v.content) for v in read.values if v.indicator]

    assert figures(TRADITIONAL) == figures(SIMPLIFIED)
    assert len(figures(TRADITIONAL)) > 8


def test_words_stay_as_they_are_printed() -> None:
    found = _found(TRADITIONAL, "big5")
    fields = found["fields"]
    assert isinstance(fields, dict)
    assert fields["title"]["value"] == "乙嶺縣2012年政府信息公開工作年度報告"
    assert fields["address"]["value"] == "乙嶺縣東村路8號衛生處"
    sections, tables = found["sections"], found["tables"]
    assert isinstance(sections, list)
    assert isinstance(tables, list)
    assert sections[1]["title"] == "二、主動公開情況"
    assert tables[0]["rows"][1]["label"] == "其中：1.政府網站公開數"
    assert found["text"] == TRADITIONAL


def test_reading_in_the_other_script_keeps_every_offset() -> None:
    plain = script.simplified(TRADITIONAL)
    assert plain == SIMPLIFIED
    assert len(plain) == len(TRADITIONAL)


@pytest.mark.parametrize("text", [SIMPLIFIED, "後勤處 " + SIMPLIFIED, ""])
def test_a_single_traditional_name_makes_no_traditional_report(text: str) -> None:
    assert not script.is_traditional(text)


@pytest.mark.parametrize(
    ("simplified", "traditional"),
    [
        pytest.param(
            "公开政府信息1000条，其中政府网站公开600条，占90%。",
            "公開政府信息1000條，其中政府網站公開600條，佔90%。",
            id="rate",
        ),
        pytest.param("本报告由九个部分组成。", "本報告由九個部分組成。", id="chapters"),
    ],
)
def test_what_is_no_value_is_checked_in_both_scripts(simplified: str, traditional: str) -> None:
    found = []
    for text, said in ((SIMPLIFIED, simplified), (TRADITIONAL, traditional)):
        head, _, rest = text.partition("\n一、")
        report = read_report("a.txt", f"{head}\n{said}\n一、{rest}".encode())
        found.append(sorted((f.rule, f.message.code) for f in report.findings))
    plain = read_report("a.txt", SIMPLIFIED.encode())
    assert found[0] == found[1]
    assert len(found[0]) > len(plain.findings)
