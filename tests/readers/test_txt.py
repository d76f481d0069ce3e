"""A text's blocks, lines and offsets: nothing is lost, joined or moved."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.base.errors import TextTooLong
from core.model.document import BlockKind, Document
from core.readers.limits import MOST_CELLS, MOST_CHARACTERS, MOST_LINES
from core.readers.registry import read
from tests.readers.reports import SIMPLIFIED

_SIGNS = "报告年县公开12，。：、（）()\t\n\r \u3000\u00a0\x0b\x0c\u2028\u200b|─—-/.①其中"


def _document(text: str) -> Document:
    return read("试.txt", text.encode("utf-8"))


def _lines(document: Document) -> list[str]:
    return [document.text[b.start : b.end] for b in document.blocks]


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"], ids=["LF", "CRLF", "CR"])
def test_all_line_ends_give_the_same_document(end: str) -> None:
    document = _document(SIMPLIFIED.replace("\n", end))
    assert document.text == SIMPLIFIED
    assert document.blocks == _document(SIMPLIFIED).blocks


@pytest.mark.parametrize(
    "sign",
    ["\t", "\u3000", "\u00a0", "\x0b", "\x0c", "\u2028", "\u2029", "\u0085", "\u200b", "１", "（", "\x00", "〇", "𠮷"],
    ids=lambda s: f"U+{ord(s):04X}",
)
def test_a_sign_is_kept_as_it_stands(sign: str) -> None:
    text = f"甲川县{sign}公开{sign}{sign}信息5条。\n{sign}第二行"
    assert _document(text).text == text


def test_a_line_of_blanks_is_no_block() -> None:
    document = _document("甲县\n\u3000\u3000\n\u00a0 \n\u200b\ufeff\n乙镇\n")
    assert _lines(document) == ["甲县", "乙镇"]


def test_the_indent_belongs_to_a_block_and_trailing_blanks_do_not() -> None:
    assert _lines(_document("\u3000\u3000全年公开5条。\u3000 \n")) == ["\u3000\u3000全年公开5条。"]


@given(st.text(alphabet=_SIGNS, min_size=1, max_size=120).map(lambda s: "报" + s))
def test_blocks_and_cells_are_in_order_inside_the_text_and_cover_every_word(text: str) -> None:
    document = _document(text)
    assert document.text == text.replace("\r\n", "\n").replace("\r", "\n")
    at, covered = 0, ""
    for block in document.blocks:
        assert at <= block.start < block.end <= len(document.text)
        assert (block.kind is BlockKind.TABLE) == (block.grid is not None)
        covered += document.text[block.start : block.end]
        at = block.end
    assert _ink(covered) == _ink(document.text)


@given(st.text(alphabet=_SIGNS, min_size=1, max_size=160).map(lambda s: "报" + s))
def test_every_place_of_a_grid_is_covered_once_and_its_cells_hold_its_words(text: str) -> None:
    document = _document(text)
    for grid in document.grids:
        places: set[tuple[int, int]] = set()
        words = ""
        for cell in grid.cells:
            mine = {
                (r, c)
                for r in range(cell.row, cell.row + cell.row_span)
                for c in range(cell.column, cell.column + cell.column_span)
            }
            assert not mine & places
            assert all(r < grid.rows and c < grid.columns for r, c in mine)
            places |= mine
            for a, b in cell.span.pieces():
                assert grid.start <= a <= b <= grid.end
                words += document.text[a:b]
        assert sorted(_ink(words)) == sorted(_ink(document.text[grid.start : grid.end]))


def _ink(text: str) -> str:
    """What is printed there, without the bars and dashes that may be the rulings of a table."""
    return re.sub("[\\s\u200b|─—-]", "", text)


@pytest.mark.parametrize(
    ("text", "joined"),
    [
        pytest.param(
            "全县各级行政机关认真贯彻落实条例精神，积极推进政府信息公开，共公开政府\n信息5条。", True, id="wrapped"
        ),
        pytest.param("一、概述\n2013年，我县公开信息5条。", False, id="heading"),
        pytest.param(
            "全年主动公开政府信息1234条，受理申请五件，均已按规定答复。\n受理申请5件。", False, id="full stop"
        ),
        pytest.param("甲川县人民政府办公室\n2014年3月5日", False, id="signature"),
        pytest.param(
            "全县各级行政机关认真贯彻落实条例精神，积极推进政府信息公开，共公开\n\u3000\u3000二是加强领导",
            False,
            id="indent",
        ),
    ],
)
def test_a_line_end_within_a_sentence_joins_the_lines(text: str, joined: bool) -> None:
    assert _document(text).blocks[1].joins is joined


def test_navigation_and_footer_are_set_apart_and_not_lost() -> None:
    page = (
        "当前位置：首页 > 政务公开 > 年报\n甲川县2013年政府信息公开工作年度报告\n发布机构：甲川县政府办\n"
        "全年公开信息5条。\n版权所有：甲川县人民政府 电话：0000-1234567\n"
    )
    kinds = [b.kind for b in _document(page).blocks]
    furniture, paragraph, metadata = BlockKind.FURNITURE, BlockKind.PARAGRAPH, BlockKind.METADATA
    assert kinds == [furniture, paragraph, metadata, paragraph, furniture]


def test_a_print_button_above_the_first_chapter_is_no_footer() -> None:
    text = "甲川县2022年政府信息公开工作年度报告\n字号： 打印本页\n一、总体情况\n全年公开信息5条。\n"
    text += "二、存在的问题\n形式单一。\n打印本页\n"
    found = read("a.txt", text.encode("utf-8"))
    kinds = [(found.text[b.start : b.end], b.kind) for b in found.blocks]
    assert ("一、总体情况", BlockKind.PARAGRAPH) in kinds
    assert kinds[-1] == ("打印本页", BlockKind.FURNITURE)


@pytest.mark.parametrize(
    ("characters", "lines", "refused"),
    [
        pytest.param(MOST_CHARACTERS, 1, False, id="as long as may be"),
        pytest.param(MOST_CHARACTERS + 1, 1, True, id="too long"),
        pytest.param(2 * MOST_LINES, MOST_LINES, False, id="as many lines as may be"),
        pytest.param(2 * MOST_LINES, MOST_LINES + 1, True, id="too many lines"),
    ],
)
def test_more_text_than_a_report_can_be_is_refused(characters: int, lines: int, refused: bool) -> None:
    text = "甲" * (characters - lines + 1) + "\n" * (lines - 1)
    assert len(text) == characters
    if refused:
        with pytest.raises(TextTooLong) as error:
            _document(text)
        assert error.value.params["characters"] == characters
        assert error.value.params["lines"] == lines
    else:
        assert len(_document(text).text) == characters


@pytest.mark.parametrize("sign", ["\t", "|"], ids=["tabs", "bars"])
def test_more_cells_than_a_report_can_have_are_refused(sign: str) -> None:
    rows = [f"甲{sign}1{sign}2"] * (MOST_CELLS // 2)
    assert _document("\n".join(rows)).grids
    with pytest.raises(TextTooLong) as error:
        _document("\n".join([*rows, f"甲{sign}1"]))
    assert error.value.params["cells"] == MOST_CELLS + 1


_COLUMN = "\n".join(
    (
        "　　2017年，本县共收到政府",
        "信息公开申请12件，其中网上",
        "申请8件，当面申请4件，办结",
        "12件，公开7件，信息不存在5",
        "件。",
    )
)


@pytest.mark.parametrize(
    ("text", "joined"),
    [
        pytest.param(_COLUMN, [False, True, True, True, True], id="a text set in a narrow column"),
        pytest.param("收到申请12件\n办结12件\n公开7件\n信息不存在\n", [False] * 4, id="a list of short lines"),
        pytest.param("丁县公报\n" + "甲乙丙丁戊己庚\n" * 2, [False] * 3, id="too few lines to tell"),
    ],
)
def test_short_lines_join_where_they_fill_their_column(text: str, joined: list[bool]) -> None:
    assert [b.joins for b in _document(text).blocks] == joined


@pytest.mark.parametrize(
    ("lines", "grids"),
    [
        (("信息内容    本年数量", "行政许可    31"), 1),
        (("信息内容  本年数量  上年数量", "行政许可  31  0"), 1),
        (("名称：年度报告    文号：无", "日期：三月    页数：12"), 0),
        (("甲川县水务局    公开指南", "办公时间    每天上午"), 0),
        (("行政许可    31", "行政处罚    12"), 0),
    ],
)
def test_two_rows_with_gaps_are_a_table_when_figures_stand_below_a_head(lines: tuple[str, ...], grids: int) -> None:
    assert len(read("甲.txt", "\n".join(("甲川县年度报告。", *lines, "全年公开信息5条。")).encode()).grids) == grids


def test_a_table_of_contents_is_set_apart_and_rows_with_dots_are_not() -> None:
    heads = ("一、概述", "二、主动公开情况", "三、其他情况")
    contents = "\n".join(f"{head}…………{page}" for head, page in zip(heads, (1, 3, 3), strict=True))
    rows = "\n".join(f"{head}…………{figure}" for head, figure in zip(heads, (9, 3, 12), strict=True))
    for text, kind in ((contents, BlockKind.FURNITURE), (rows, BlockKind.PARAGRAPH)):
        document = read("a.txt", f"甲川县2013年报告\n{text}\n全年公开政府信息80条。\n".encode())
        assert [b.kind for b in document.blocks][1:4] == [kind] * 3
