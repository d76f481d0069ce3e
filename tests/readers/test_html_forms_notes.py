"""Web pages: figures with marks of notes beside them, and figures printed in the fields of a form."""

import time

import pytest

from core.model.document import BlockKind, Document
from core.readers.registry import read


def opened(markup: str) -> Document:
    return read("a.html", f"<html><body>{markup}</body></html>".encode())


def lines(document: Document) -> list[str]:
    return [document.text[b.start : b.end] for b in document.blocks if b.kind is BlockKind.PARAGRAPH]


def cells(document: Document) -> list[str]:
    return [document.quote(c.span) for g in document.grids for c in g.cells]


@pytest.mark.parametrize(
    ("markup", "shown"),
    [
        ("受理12<sup>①</sup>件", "受理12件"),
        ("受理12<sup>[1]</sup>件", "受理12件"),
        ("受理12<sup> (1) </sup>件", "受理12件"),
        ("受理12<sup>注1</sup>件", "受理12件"),
        ("受理12<sup>*</sup>件", "受理12件"),
        ("受理12<sup>1</sup>件", "受理12件"),
        ("受理<sup>1</sup>12件", "受理12件"),
        ("受理<b>12</b><sup><a href='#_ftn1'>1</a></sup>件", "受理12件"),
        ("受理<b>12</b><a href='#_ftn1'><span><sup>1</sup></span></a>件", "受理12件"),
        ("申请<sup><a href='#_ftn1'>1</a></sup>情况", "申请情况"),
        ("受理12<a href='#_ftn1'>[1]</a>件", "受理12件"),
        ("<span>受理12</span><!-- x --><span><sup>①</sup></span>件", "受理12件"),
        ("受理12<sup>①</sup><sup>②</sup>件", "受理12件"),
        ("<sup>①</sup>指规范性文件", "①指规范性文件"),
        ("<a href='#_ftnref1' name='_ftn1'>[1]</a> 指规范性文件", "[1] 指规范性文件"),
        ("<a href='#_ftnref1'><sup>1</sup></a> 指规范性文件", "1 指规范性文件"),
        ("前言<br><sup>①</sup>指规范性文件", None),
        ("面积300m<sup>2</sup>", "面积300m2"),
        ("面积300m<sup>2</sup>，3处", "面积300m2，3处"),
        ("浓度x<sup>2</sup>3", "浓度x23"),
        ("CO<sub>2</sub>排放3次", "CO2排放3次"),
        ("受理申请<sup>12</sup>件", "受理申请12件"),
        ("受理12<sup>（三）项</sup>件", "受理12（三）项件"),
        ("受理12<sup></sup>件", "受理12件"),
        ("见<a href='/a.html'>[1]</a>和<a href='#'>[2]</a>", "见[1]和[2]"),
        ("第<a href='#p3'>3</a>页", "第3页"),
        ("<ruby>县<rp>(</rp><rt>xian</rt><rp>)</rp></ruby>12件", "县12件"),
    ],
)
def test_marks_of_notes_are_no_part_of_a_figure(markup: str, shown: str | None) -> None:
    found = lines(opened(f"<p>{markup}</p><p>答复9件</p>"))
    assert found == ([shown, "答复9件"] if shown else ["前言", "①指规范性文件", "答复9件"])


def test_a_raised_figure_that_fills_a_cell_is_a_figure() -> None:
    rows = "<tr><td>受理</td><td><sup>12</sup></td></tr><tr><td>答复<sup>①</sup></td><td>9<sup>1</sup></td></tr>"
    assert cells(opened(f"<table>{rows}</table>")) == ["受理", "12", "答复", "9"]


_FIELD = "<input type=text value='{}'{}>"


def table_of(*values: str, more: str = "") -> str:
    rows = "".join(f"<tr><td>第{n}项</td><td>{_FIELD.format(v, more)}</td></tr>" for n, v in enumerate(values))
    return f"<table>{rows}</table>"


@pytest.mark.parametrize("more", [" readonly", " disabled=disabled", " READONLY='true'"])
def test_values_of_fields_that_nobody_can_change_are_read(more: str) -> None:
    assert cells(opened(table_of("12", "", more=more))) == ["第0项", "12", "第1项", ""]
    assert lines(opened(f"<p>受理<input value=' 12 '{more}>件</p>")) == ["受理12件"]
    area = f"<p>说明：<textarea{more}>受理12件。\n答复9件。</textarea></p>"
    assert lines(opened(area)) == ["说明：受理12件。", "答复9件。"]


def test_a_table_that_is_printed_in_fields_is_read() -> None:
    assert cells(opened(table_of("12", "0", "3", "", "1"))) == [
        "第0项", "12", "第1项", "0", "第2项", "3", "第3项", "", "第4项", "1",
    ]  # fmt: skip


@pytest.mark.parametrize(
    "markup",
    [
        "<p>甲<input value='请输入关键字'></p>",
        "<p>甲<input value='请输入关键字' readonly></p>",
        table_of("请输入关键字", more=" readonly"),
        table_of("九十九", "九十九", "九十九"),
        "<p>甲<input value='九十九'></p>",
        "<p>甲<input type=hidden readonly value='九十九'></p>",
        "<p>甲<input type=button readonly value='九十九'></p>",
        "<p>甲<input type=submit disabled value='九十九'></p>",
        "<p>甲<input placeholder='九十九' readonly></p>",
        "<p>甲<input style='display:none' readonly value='九十九'></p>",
        "<style>.x{display:none}</style><p>甲<input class=x readonly value='九十九'></p>",
        "<p>甲<textarea>九十九</textarea></p>",
    ],
)
def test_fields_that_wait_for_words_are_not_read(markup: str) -> None:
    text = opened(f"<p>政府信息公开工作年度报告，受理申请12件，均已答复。</p>{markup}<p>甲</p>").text
    assert "九十九" not in text
    assert "请输入" not in text


@pytest.mark.parametrize(
    "markup",
    ["<sup>" * 30_000 + "1", "<p>12<sup>1</sup>" * 10_000, "<a href='#a'>" * 20_000 + "[1]", "<sup>1</sup>" * 20_000,
     table_of(*["1"] * 10_000), "<textarea readonly>" + "\n甲" * 15_000],
    ids=["nested", "many", "links", "one line", "fields", "long field"],
)  # fmt: skip
def test_many_marks_and_fields_are_read_in_bounded_time(markup: str) -> None:
    start = time.process_time()
    opened(f"<p>年度报告</p>{markup}")
    assert time.process_time() - start < 6
