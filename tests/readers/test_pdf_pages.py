"""What stands on a page of a PDF, and where: turned and cropped pages, blanks, hyphens, rules of several makes."""

from pathlib import Path

import pypdfium2 as pdfium
import pytest

from core.base.errors import ScannedFile
from core.readers import ocr
from core.readers.page_layout import laid_out
from core.readers.page_lines import lines
from core.readers.pdf_page import PageContent, content
from core.readers.registry import read as read_file
from core.readers.rulings import Rule, find_tables
from tests.readers.printed_pages import document, latin_pdf, page, typed

WORDS = "Annual report of the year 2013 on open data"


def read(data: bytes) -> PageContent:
    file = pdfium.PdfDocument(data)
    try:
        return content(file[0])
    finally:
        file.close()


def first_line(found: PageContent) -> str:
    return lines(found.glyphs)[0].text


def test_blanks_between_latin_words_are_kept() -> None:
    assert first_line(read(latin_pdf(f"BT /F1 12 Tf 50 700 Td ({WORDS}) Tj ET"))) == WORDS


def test_a_blank_that_is_narrow_but_stands_in_the_file_is_kept() -> None:
    assert first_line(read(latin_pdf(f"BT /F1 12 Tf -2.2 Tw 50 700 Td ({WORDS}) Tj ET"))) == WORDS


@pytest.mark.parametrize(
    "drawn",
    [pytest.param("1 0 0 1 3 0 cm 7 20 m 207 20 l S", id="stroke"), pytest.param("10 19.5 200 1 re f", id="box")],
)
def test_rules_within_a_form_stand_where_the_form_does(drawn: str) -> None:
    found = read(latin_pdf("1 0 0 1 5 0 cm /X Do", form=drawn))
    assert found.across == (Rule(842 - 90, 125, 525),)


def test_a_hyphen_at_the_end_of_a_line_is_kept() -> None:
    found = read(latin_pdf("BT /F1 12 Tf 50 700 Td (an open-) Tj 0 -14 Td (data report) Tj ET"))
    assert [line.text for line in lines(found.glyphs)] == ["an open-", "data report"]


def test_no_blank_between_a_figure_and_the_chinese_beside_it() -> None:
    glyphs = typed("2013", 50, 100) + typed("年公开", 72.5, 100)
    assert lines(glyphs)[0].text == "2013年公开"


@pytest.mark.parametrize(("gap", "words"), [(2.4, "open data"), (1.0, "opendata")])
def test_a_narrow_gap_between_latin_words_is_a_blank(gap: float, words: str) -> None:
    glyphs = typed("open", 50, 100) + typed("data", 70 + gap, 100)
    assert lines(glyphs)[0].text == words


def test_lines_of_two_cells_that_share_half_their_height_are_two() -> None:
    glyphs = typed("甲乙", 50, 100) + typed("12", 90, 105)
    assert [line.text for line in lines(glyphs)] == ["甲乙", "12"]


@pytest.mark.parametrize(
    ("angle", "matrix", "baseline"),
    [
        pytest.param(90, "0 1 -1 0 495 50", 495, id="90"),
        pytest.param(180, "-1 0 0 -1 545 100", 100, id="180"),
        pytest.param(270, "0 -1 1 0 100 792", 495, id="270"),
    ],
)
def test_a_turned_page_is_read_upright(angle: int, matrix: str, baseline: float) -> None:
    drawn = f"BT /F1 12 Tf {matrix} Tm ({WORDS}) Tj ET 50 100 m 50 300 l S"
    found = read(latin_pdf(drawn, f"/Rotate {angle}"))
    assert first_line(found) == WORDS
    assert (found.width, found.height) == ((595, 842) if angle == 180 else (842, 595))
    assert found.turn == 0
    assert found.glyphs[0].x0 == pytest.approx(50, abs=2)
    assert found.glyphs[0].top < baseline < found.glyphs[0].bottom
    assert bool(found.across) is (angle != 180)
    assert bool(found.down) is (angle == 180)


def test_text_that_runs_up_the_page_is_read_as_on_a_turned_one() -> None:
    found = read(latin_pdf(f"BT /F1 12 Tf 0 1 -1 0 495 50 Tm ({WORDS}) Tj ET"))
    assert first_line(found) == WORDS
    assert (found.width, found.height, found.turn) == (842, 595, 270)


def test_places_are_those_of_the_part_that_is_shown() -> None:
    drawn = f"BT /F1 12 Tf 150 700 Td ({WORDS}) Tj ET 150 650 m 400 650 l S"
    found = read(latin_pdf(drawn, "/CropBox [100 100 500 800]"))
    assert (found.width, found.height) == (400, 700)
    assert found.glyphs[0].x0 == pytest.approx(50, abs=1)
    assert 80 < found.glyphs[0].top < 100 < found.glyphs[0].bottom < 110
    assert found.across == (Rule(150, 50, 300),)


def test_a_watermark_is_set_apart() -> None:
    drawn = f"BT /F1 12 Tf 50 700 Td ({WORDS}) Tj ET BT /F1 40 Tf 0.7 0.7 -0.7 0.7 60 650 Tm (COPY) Tj ET"
    found = read(latin_pdf(drawn))
    assert "".join(g.char for g in found.aslant) == "COPY"
    assert [line.text for line in lines(found.glyphs)] == [WORDS]
    words = [line.text for line in laid_out(1, found).aslant]
    assert "".join(sorted("".join(words))) == "COPY"


def test_a_frame_with_filled_outlines_gives_each_border_once() -> None:
    frame = "50 500 m 300 500 l 300 700 l 50 700 l h 51 501 m 299 501 l 299 699 l 51 699 l h f*"
    found = read(latin_pdf(frame))
    assert [round(r.at, 1) for r in sorted(found.across, key=lambda r: r.at)] == [142.5, 341.5]
    assert [round(r.at, 1) for r in sorted(found.down, key=lambda r: r.at)] == [50.5, 299.5]


def test_a_shading_gives_no_rules() -> None:
    found = read(latin_pdf("50 500 250 200 re f"))
    assert not found.across
    assert not found.down


def boxes(gap: float) -> tuple[list[Rule], list[Rule]]:
    """Two by two cells, each with borders of its own, `gap` points apart."""
    across, down = [], []
    for x in (50.0, 150.0 + gap):
        for y in (100.0, 130.0 + gap):
            across += [Rule(y, x, x + 100), Rule(y + 30, x, x + 100)]
            down += [Rule(x, y, y + 30), Rule(x + 100, y, y + 30)]
    return across, down


@pytest.mark.parametrize("gap", [0.0, 1.5, 4.0])
def test_borders_side_by_side_are_one_rule(gap: float) -> None:
    (table,) = find_tables(*boxes(gap))
    assert len(table.cells) == 4
    assert (len(table.xs), len(table.ys)) == (3, 3)


def test_open_sides_are_edges_too() -> None:
    across = [Rule(y, 50, 350) for y in (100.0, 120.0, 140.0)]
    down = [Rule(x, 100, 140) for x in (150.0, 250.0)]
    (table,) = find_tables(across, down)
    assert table.xs == (50.0, 150.0, 250.0, 350.0)
    assert len(table.cells) == 6


def test_dots_make_a_rule_and_stray_ones_do_not() -> None:
    across = [Rule(y, x, x + 0.5) for y in (100.0, 120.0, 140.0) for x in range(50, 350, 2)]
    down = [Rule(x, y, y + 0.5) for x in (50.0, 200.0, 350.0) for y in range(100, 141, 2)]
    (table,) = find_tables([*across, Rule(130, 400, 400.5), Rule(110, 199.8, 200.4)], down)
    assert len(table.cells) == 4
    assert len(table.ys) == 3


@pytest.mark.parametrize(
    ("first", "second"),
    [
        pytest.param("咨询与监督的联系方式见门户网站（http://", "www.qingshi.gov.cn）。", id="address"),
        pytest.param("联系地址见办公楼一楼的政务公开栏，咨询电话：", "0999-1234567；电子邮箱：a@b.cn。", id="number"),
    ],
)
def test_a_line_that_ends_early_before_a_long_word_goes_on(first: str, second: str) -> None:
    full = "甲县人民政府认真贯彻落实政府信息公开条例的各项规定要求"
    glyphs = [*typed("　" + full[:26], 50, 100), *typed(first, 50, 120), *typed(second, 50, 140)]
    glyphs += [g for n in range(12) for g in typed(full, 50, 200 + 20 * n)]
    blocks = document(page(g for g in glyphs if g.char != "　")).blocks
    assert blocks[2].joins


def test_a_file_whose_text_layer_means_nothing_asks_for_the_add_on(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(ocr.VARIABLE, str(tmp_path))
    with pytest.raises(ScannedFile):
        read_file("a.pdf", latin_pdf("BT /F1 12 Tf 50 700 Td (ÖÐ»ªÈËÃñÖÐ»ªÈËÃñÖÐ»ªÈËÃñÖÐ»ªÈËÃñ) Tj ET"))
