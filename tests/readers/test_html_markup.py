"""Markup as editors and office programs leave it: what is read is what a browser shows."""

import pytest

from core.model.document import BlockKind, Document
from core.readers.registry import read, sniff

_ROWS = "<tr><td>指标名称</td><td>单位</td><td>数量</td></tr><tr><td>受理申请数</td><td>件</td><td>12</td></tr>"
_PAGE = "<html><body><p>甲川县2013年政府信息公开工作年度报告</p><table>{}</table></body></html>"


def opened(markup: str, encoding: str = "utf-8") -> Document:
    return read("a.html", markup.encode(encoding))


def lines(document: Document) -> list[str]:
    return [document.text[b.start : b.end] for b in document.blocks if b.kind is not BlockKind.TABLE]


def cells(document: Document) -> list[tuple[int, int, str]]:
    return [(c.row, c.column, document.quote(c.span)) for g in document.grids for c in g.cells]


PLAIN = [
    (0, 0, "指标名称"),
    (0, 1, "单位"),
    (0, 2, "数量"),
    (1, 0, "受理申请数"),
    (1, 1, "件"),
    (1, 2, "12"),
]


@pytest.mark.parametrize(
    "rows",
    [
        _ROWS,
        _ROWS.replace("</td>", "").replace("</tr>", ""),
        _ROWS.replace("</tr><tr>", "</tr>\n"),
        _ROWS.replace("12", "<span style='DISPLAY: none'>9</span>12"),
        _ROWS.replace("<td>12", "<td style='display:none'>0</td><td>12"),
        _ROWS.replace("12", "<span style='font-size:0'>9</span>12<span style='mso-hide:all'>8</span>"),
        "<tr><td>&nbsp;</td><td></td><td>\u3000</td></tr>" + _ROWS,
        f"<thead>{_ROWS[: _ROWS.index('</tr>')]}</tr></thead>" + _ROWS[_ROWS.index("</tr>") + 5 :],
        _ROWS.replace("<td>12", "<td colspan=9 rowspan=9>12"),
    ],
    ids=["plain", "no end tags", "no start", "hidden words", "hidden cell", "no size", "widths", "head", "too wide"],
)
def test_rows_are_those_that_a_browser_shows(rows: str) -> None:
    assert cells(opened(_PAGE.format(rows))) == PLAIN


@pytest.mark.parametrize(
    ("markup", "shown"),
    [
        ("<p>受理申\n   请12件</p>", ["受理申请12件"]),
        ("<p>受理申\r   请12件</p><p><b>答</b>\r<b>复</b></p>", ["受理申请12件", "答 复"]),
        ("<p>受理12\n件，答复\r\n3件</p>", ["受理12 件，答复 3件"]),
        ("<p><span>来源：甲局</span>\n<span>浏览</span></p>", ["来源：甲局 浏览"]),
        ("<pre>一、概述\n  受理12件\n\n二、申请</pre>", ["一、概述", "受理12件", "二、申请"]),
        ("<pre>\n一<b>二\n三</b>四\n五<!-- -->六\n七<i>八</i>\n</pre>九", ["一二", "三四", "五六", "七八", "九"]),
        ("<div style='white-space: pre-wrap'><b>一、概述\n受理</b>12件\n二</div>", ["一、概述", "受理12件", "二"]),
        ("<p>&lt;!--[if !supportLists]--&gt;一、&lt;!--[endif]--&gt;概述</p>", ["一、概述"]),
        ("<ol><li>概述</li><li><p>申请</p><p>续</p></li></ol>", ["1. 概述", "2. 申请", "续"]),
        ("<ol style='list-style-type:cjk-ideographic' start=3><li>概述</li></ol>", ["三、概述"]),
        ("<ol class='custom_cn2'><li value=2><p>概述</p></li><li>申请</li></ol>", ["（二）概述", "（三）申请"]),
        ("<ol type='a'><li>概述</li></ol><ol style='list-style:none'><li>申请</li></ol>", ["a. 概述", "申请"]),
        ("<ol start=2 style='list-style-type: upper-roman'><li>申请</li></ol>", ["II. 申请"]),
        ("<p>概述</p></body></html><html><head><title>甲</title></head><body><p>申请</p>", ["概述", "申请"]),
        ("<p>受理&#xFDD0;1&#64981;2\ufdd1件</p><p>答复</p>", ["受理12件", "答复"]),
        ("<dl><dt>来源：</dt><dd>甲局</dd><dt>概述</dt><dd>乙</dd></dl>", ["来源： 甲局", "概述", "乙"]),
        ("<ul><li>概述</li></ul><p>申请<ruby>县<rt>xian</rt></ruby></p>", ["概述", "申请县"]),
    ],
)  # fmt: skip
def test_lines_are_those_that_a_browser_shows(markup: str, shown: list[str]) -> None:
    assert lines(opened(f"<html><body>{markup}</body></html>")) == shown


def test_a_page_in_utf_16_is_a_page() -> None:
    for data in ("\ufeff" + _PAGE).encode("utf-16-le"), _PAGE.encode("utf-16-be"):
        assert sniff(data) == "html"
    assert cells(opened(_PAGE.format(_ROWS), "utf-16")) == PLAIN


def test_a_report_set_in_one_table_is_text_and_tables() -> None:
    wide = "<tr><td colspan=3>{}</td></tr>"
    texts = (
        "一、概述",
        "本县认真贯彻条例，公开政府信息共80条。",
        "二、依申请公开情况",
        "全年受理政府信息公开申请12件，均已答复。",
    )
    document = opened(_PAGE.format("".join(map(wide.format, texts)) + _ROWS + wide.format("三、其他情况")))
    assert lines(document)[1:] == [*texts, "三、其他情况"]
    assert cells(document) == PLAIN


def test_a_note_and_chapters_stay_rows_of_their_table() -> None:
    wide = "<tr><td colspan=3>{}</td></tr>"
    note = "注：不同渠道和方式公开相同信息计1条。"
    document = opened(_PAGE.format(_ROWS + wide.format("二、回应解读情况") + wide.format(note)))
    assert [text for _, _, text in cells(document)][-2:] == ["二、回应解读情况", note]


def test_a_table_of_figures_may_hold_a_whole_text_in_a_cell() -> None:
    row = "<tr><td>受理申请数</td>" + "<td>12</td>" * 7 + "</tr>"
    note = "<tr><td>说明</td><td colspan=7>" + "全年公开政府信息80条，均在规定的期限内发布。" * 9 + "</td></tr>"
    document = opened(_PAGE.format(row + note))
    assert len(document.grids) == 1
    assert [text for _, _, text in cells(document)][:3] == ["受理申请数", "12", "12"]


def test_a_table_that_sets_menu_and_report_side_by_side_is_no_table() -> None:
    menu = "<td><ul><li><a href=#>政府信息公开指南</a></li><li><a href=#>法定主动公开内容</a></li></ul></td>"
    text = (
        "<p>乙镇2019年政府信息公开工作年度报告</p><p>全年公开政府信息80条。</p>"
        + "<p>没有收到政府信息公开申请，也没有收费。</p>" * 8
    )
    document = opened(f"<table><tr>{menu}<td>{text}</td></tr></table>")
    assert not document.grids
    kinds = {document.text[b.start : b.end]: b.kind for b in document.blocks}
    assert kinds["政府信息公开指南"] is BlockKind.FURNITURE
    assert kinds["全年公开政府信息80条。"] is BlockKind.PARAGRAPH


@pytest.mark.parametrize("break_", ["</p><p>", "<br>"])
def test_a_wrapped_table_with_most_words_of_the_page_is_not_the_whole_report(break_: str) -> None:
    """The prose of a small body's report is shorter than the labels of its tables."""
    rows = "".join(f"<tr><td>{n}.申请人逾期未按收费通知要求缴纳费用的申请</td><td>0</td></tr>" for n in range(1, 30))
    chapters = ("乙镇2019年政府信息公开工作年度报告", "一、总体情况", "全年公开80条。", "二、申请情况", "没有申请。")
    page = f"<div><p>{break_.join(chapters)}</p><div><div><table>{rows}</table></div></div><p>三、其他</p></div>"
    document = opened(page + "<div>主办：乙镇人民政府</div>")
    kinds = {document.text[b.start : b.end]: b.kind for b in document.blocks}
    assert {kinds[line] for line in (*chapters, "三、其他")} == {BlockKind.PARAGRAPH}
    assert kinds["主办：乙镇人民政府"] is BlockKind.FURNITURE
    assert len(document.grids) == 1


def test_a_span_shown_as_a_block_is_a_line_of_its_own() -> None:
    block, inline = "<span style='display: block'>{}</span>", "<span style='display:inline-block'>{}</span>"
    document = opened(block.format("一、概述") + block.format("公开" + inline.format("80") + "条。"))
    assert document.text.splitlines() == ["一、概述", "公开80条。"]
