"""Statements of a text that lost its line ends begin behind the headings that ran into them."""

import pytest

from core.app.pipeline import read_report

_HEAD = "乙川县2013年政府信息公开工作年度报告\n"
_TEXT = (
    "一、概述全县各部门认真落实条例，群众满意。二、主动公开政府信息情况（一）主动公开的数量2013年全县主动公开政府信息412条。"
    "三、依申请公开情况全年收到政府信息公开申请7件。四、存在的问题形式单一。"
)


@pytest.mark.parametrize(
    ("value", "quote"),
    [
        pytest.param(412, "2013年全县主动公开政府信息412条", id="below a chapter"),
        pytest.param(7, "全年收到政府信息公开申请7件", id="chapter"),
    ],
)
def test_a_statement_begins_behind_its_heading(value: int, quote: str) -> None:
    read = read_report("甲.txt", (_HEAD + _TEXT).encode())
    assert [read.document.quote(s.span) for s in read.extraction.statistics if s.value == value] == [quote]
