"""A file that holds several reports: the first is read cleanly, and the number of them is told."""

from core.app.pipeline import read_report

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


def _read(text: str) -> tuple[object, ...]:
    found = read_report("a.txt", text.encode()).extraction
    named = [(f.key, f.value) for f in found.fields]
    return named, [s.title for s in found.sections], [(s.indicator, s.value) for s in found.statistics]


def test_of_two_reports_in_one_file_the_first_is_read_as_if_it_stood_alone() -> None:
    assert read_report("a.txt", (FIRST + SECOND).encode()).extraction.parts == 2
    assert _read(FIRST + SECOND) == _read(FIRST)
