"""Values parted by commas: a text that is nothing but such rows is a sheet, running text with commas is none."""

import pytest

from core.app.pipeline import read_report
from core.readers.registry import read

_ROWS = 'title,,\n指标名称,单位,2013年度\n主动公开信息数,条,"1,204"\n受理申请数,件,12\n"答复数\n（按时）",件,12\n'


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030"])
def test_rows_of_commas_are_a_table(encoding: str) -> None:
    document = read("a.csv", _ROWS.encode(encoding))
    assert document.source.format == "csv"
    grid = document.grids[0]
    assert (grid.rows, grid.columns) == (5, 3)
    assert [document.quote(c.span) for c in grid.cells if c.row == 2] == ["主动公开信息数", "条", "1,204"]


@pytest.mark.parametrize(
    "text",
    [
        "甲县2013年报告\n一,二\n三,四\n全年公开信息5条,同比增长3条,办结2件\n没有逗号的一行\n",
        "全年公开信息5条,办结2件。\n收到申请3件。\n答复3件。\n",
        "公开,申请\n",
    ],
    ids=["uneven", "sentences", "one line"],
)
def test_running_text_is_none(text: str) -> None:
    assert read("a.csv", text.encode()).source.format == "txt"


def test_a_report_with_half_width_commas_stays_a_text() -> None:
    text = "乙县2013年政府信息公开工作年度报告\n一,概述\n全年公开信息5条,办结2件.\n二,申请\n收到申请3件,答复3件.\n"
    text += "三,问题\n形式单一,内容少.\n"
    assert read_report("a.txt", text.encode()).document.source.format == "txt"
