"""Words on pages: what a frame holds, where a text is found, copies for other programs."""

import hashlib
import stat
from pathlib import Path

import pytest

from core.app.outside import copy_name, write_copy
from core.app.pages import found, framed, span_of, words
from core.model.document import Block, BlockKind, Box, Document, PageSize, PrintedLine, Source, Span

# Two lines of ten characters, 10 points wide and high each, and one on a second page.
TEXT = "甲川县公开信息三十条\n其中规范文件 十二条\n第二页还有五条信息呢"


def document(text: str = TEXT) -> Document:
    lines, at = [], 0
    for n, line in enumerate(text.split("\n")):
        top = 100.0 + 20 * (n % 2)
        edges = tuple(50.0 + 10 * i for i in range(len(line) + 1))
        lines.append(PrintedLine(at, at + len(line), 1 + n // 2, top, top + 10, edges))
        at += len(line) + 1
    source = Source("a.pdf", "0" * 64, "pdf", 1)
    blocks = (Block(BlockKind.PARAGRAPH, 0, len(text)),)
    return Document(text, source, blocks, (), tuple(lines), (PageSize(595, 842), PageSize(595, 842)))


@pytest.mark.parametrize(
    ("frame", "expected"),
    [
        (Box(1, 49, 95, 81, 112), "甲川县"),
        (Box(1, 56, 95, 84, 112), "川县"),  # by the middle of a character
        (Box(1, 76, 101, 79, 103), ""),  # between two middles
        (Box(1, 72, 103, 78, 105), "县"),  # a frame lower than the line, within it
        (Box(1, 49, 95, 81, 135), "甲川县|其中规"),
        (Box(1, 0, 121, 595, 135), "其中规范文件 十二条"),
        (Box(1, 101, 115, 124, 135), "件"),  # the blank after it is no word
        (Box(2, 49, 95, 81, 112), "第二页"),
        (Box(1, 300, 95, 500, 135), ""),
    ],
)
def test_a_frame_holds_the_characters_whose_middle_is_in_it(frame: Box, expected: str) -> None:
    span = framed(document(), [frame])
    assert (words(document(), span, "|") if span else "") == expected


def test_frames_on_two_pages_give_pieces_in_the_order_of_the_text() -> None:
    span = framed(document(), [Box(2, 49, 95, 81, 112), Box(1, 49, 115, 81, 135)])
    assert span is not None
    assert words(document(), span, "|") == "其中规|第二页"


@pytest.mark.parametrize(
    ("pieces", "expected"),
    [
        ([], None),
        ([(3, 5)], Span(3, 5)),
        ([(5, 8), (3, 5)], Span(3, 8)),
        ([(6, 8), (3, 5)], Span(3, 8, ((3, 5), (6, 8)))),
    ],
)
def test_pieces_that_touch_are_one(pieces: list[tuple[int, int]], expected: Span | None) -> None:
    assert span_of(pieces) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("信息", [(5, 7), (29, 31)]),
        ("十条其中", [(8, 13)]),  # over the end of a printed line
        ("文件十二条", [(15, 21)]),
        (" ", []),
        ("", []),
        ("没有", []),
        (".*", []),
        ("十 二条", [(18, 21)]),
    ],
)
def test_a_text_is_found_across_line_ends_and_blanks(text: str, expected: list[tuple[int, int]]) -> None:
    assert [(s.start, s.end) for s in found(document(), text, 10)] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("27", [(0, 2), (3, 5)]),  # of either width
        ("２７", [(0, 2), (3, 5)]),
        ("10", [(9, 12)]),  # figures of two cells are none, one over the end of a line is one
        ("1 0", [(6, 9), (9, 12)]),
        ("办理", [(13, 16)]),  # over a sign without width
    ],
)
def test_a_figure_is_found_in_either_width_and_within_its_cell(text: str, expected: list[tuple[int, int]]) -> None:
    assert [(s.start, s.end) for s in found(document("27，２７ 1\t01\n0 办\u200b理"), text, 10)] == expected


def test_letters_are_found_in_either_case_and_no_more_places_than_asked_for() -> None:
    assert len(found(document("Abc aBC abd abc abc"), "ABC", 3)) == 3


@pytest.mark.parametrize(
    ("name", "kind", "expected"),
    [
        ("年报.pdf", "pdf", "年报.pdf"),
        ("年报.DOC", "doc", "年报.DOC"),
        ("年报.wps", "doc", "年报.wps"),
        ("年报.doc", "html", "年报.doc.html"),  # a page under a false name
        ("年报", "xls", "年报.xls"),
        ("../../etc/passwd", "txt", "passwd.txt"),
        ("C:\\报告\\年报.docx", "docx", "年报.docx"),
        ("", "rtf", "original.rtf"),
    ],
)
def test_a_copy_is_named_so_that_the_right_program_opens_it(name: str, kind: str, expected: str) -> None:
    assert copy_name(Source(name, "0" * 64, kind, 1)) == expected


def test_a_copy_has_the_very_bytes_and_cannot_be_written(tmp_path: Path) -> None:
    data = b"%PDF-1.4\n\x00\xff"
    source = Source("年报.pdf", hashlib.sha256(data).hexdigest(), "pdf", len(data))
    path = write_copy(tmp_path / "x", source, data)
    assert path.read_bytes() == data
    assert not path.stat().st_mode & (stat.S_IWUSR | stat.S_IWGRP | stat.S_IWOTH)
    assert write_copy(tmp_path / "x", source, data) == path
