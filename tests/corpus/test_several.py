"""A file that holds several reports: each is read as if it stood alone, and the number of them is told."""

from core.app.pipeline import read_report, read_reports
from core.model.report import Read

FIRST = """青石镇2012年政府信息公开工作年度报告
一、主动公开情况
2012年主动公开政府信息80条。
二、依申请公开情况
全年收到政府信息公开申请3件。
三、存在的问题
宣传不够。
青石镇人民政府
2013年2月3日
"""
SECOND = (
    FIRST.replace("青石镇", "石桥乡").replace("80", "91").replace("2013年2月3日", "2013年3月4日") + "电话：85551234\n"
)
THIRD = FIRST.replace("青石镇", "碧溪村").replace("2012", "2011").replace("80", "17")
HEAD = "云陵县2012年政府信息公开工作年度报告汇编说明\n"


def _said(read: Read) -> tuple[object, ...]:
    found = read.extraction
    named = [(f.key, f.value) for f in found.fields]
    return named, [s.title for s in found.sections], [(s.indicator, s.value) for s in found.statistics], read.values


def test_of_two_reports_in_one_file_the_first_is_read_as_if_it_stood_alone() -> None:
    both = read_report("a.txt", (FIRST + SECOND).encode())
    assert both.extraction.parts == 2
    assert _said(both) == _said(read_report("a.txt", FIRST.encode()))
    assert both.document.text == FIRST + SECOND


def test_all_reports_of_a_file_are_read_as_if_each_stood_alone() -> None:
    found = read_reports("a.txt", (FIRST + SECOND + THIRD).encode())
    assert [(r.extraction.part, r.extraction.parts) for r in found] == [(1, 3), (2, 3), (3, 3)]
    for one, text in zip(found, (FIRST, SECOND, THIRD), strict=True):
        alone = read_report("a.txt", text.encode())
        assert _said(one) == _said(alone)
        assert one.findings == alone.findings
    assert "".join(r.document.text for r in found) == FIRST + SECOND + THIRD


def test_a_table_goes_with_the_report_in_which_it_stands() -> None:
    table = "信息公开人员\n指标\t单位\t数值\n专职人员数\t人\t{}\n兼职人员数\t人\t7\n"
    texts = [text + table.format(n) for n, text in enumerate((FIRST, SECOND), 3)]
    found = read_reports("a.txt", "".join(texts).encode())
    for one, text in zip(found, texts, strict=True):
        alone = read_report("a.txt", text.encode())
        assert one.document.grids == alone.document.grids
        assert one.values == alone.values
        assert [c.text for t in one.extraction.tables for r in t.rows for c in r.cells]


def test_a_file_of_one_report_is_one() -> None:
    (only,) = read_reports("a.txt", FIRST.encode())
    assert (only.extraction.part, only.extraction.parts) == (1, 1)


def test_the_bare_head_of_another_report_takes_nothing_away() -> None:
    (only,) = read_reports("a.txt", (FIRST + THIRD.splitlines()[0] + "\n上一篇下一篇。\n").encode())
    assert only.extraction.parts == 1
