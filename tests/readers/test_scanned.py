"""A cell of a scan is read twice: what both readings leave of it."""

import pytest

from core.readers.pdf_page import Glyph
from core.readers.scanned import Cell, weighed


def cell(words: str, sure: float = 0.95) -> Cell:
    glyphs = [Glyph(c, 10.0 + 6 * i, 10.0, 16.0 + 6 * i, 20.0, 10.0, sure) for i, c in enumerate(words)]
    return Cell((0.0, 0.0, 60.0, 30.0), glyphs)


@pytest.mark.parametrize(
    ("first", "second", "sure", "words", "is_sure"),
    [
        pytest.param("12", "12", 0.95, "12", True, id="alike"),
        pytest.param("", "", 1.0, "", True, id="empty"),
        pytest.param("12", "13", 0.90, "12", False, id="another figure, less sure"),
        pytest.param("12", "13", 0.99, "13", False, id="another figure, surer"),
        pytest.param("12", "1", 0.90, "12", False, id="a digit lost"),
        pytest.param("12", "", 0.0, "12", False, id="not read again"),
        pytest.param("1O", "10", 0.99, "10", False, id="letter for a digit"),
        pytest.param("口", "0", 0.60, "0", False, id="box for a digit"),
        pytest.param("1,234", "1，234", 0.90, "1,234", True, id="width of a comma"),
        pytest.param("—", "一", 0.90, "—", True, id="dash"),
        pytest.param("一一", "--", 0.90, "--", False, id="dash taken for a word"),
        pytest.param("", "7", 0.99, "7", False, id="only alone"),
        pytest.param("", "", 0.0, "\ufffd", False, id="ink without words"),
    ],
)
def test_two_readings_of_a_cell(first: str, second: str, sure: float, words: str, is_sure: bool) -> None:
    found = weighed(cell(first), second, sure, has_ink=words != "")
    assert "".join(g.char for g in found) == words
    assert all((g.confidence >= 0.9) is is_sure for g in found)
    assert all(0 <= g.x0 < g.x1 <= 60 and 0 <= g.top < g.bottom <= 30 for g in found)


def test_words_where_there_is_no_ink_are_doubted() -> None:
    assert all(g.confidence < 0.9 for g in weighed(cell("1"), "", 1.0, has_ink=False))


def test_a_figure_that_goes_on_below_is_read_line_by_line() -> None:
    wrapped = cell("12", 0.95)
    wrapped.glyphs += [Glyph("7", 10.0, 21.0, 16.0, 28.0, 7.0, 0.95)]
    assert list(weighed(wrapped, "127", 0.97, has_ink=True)) == wrapped.glyphs


def test_two_figures_in_one_cell_are_doubted() -> None:
    two = cell("2")
    two.glyphs += [Glyph(c, x, 10.0, x + 6.0, 20.0, 10.0, 0.95) for c, x in (("2", 40.0), ("5", 46.0))]
    found = weighed(two, "225", 0.99, has_ink=True)
    assert [(g.x0, g.confidence < 0.9) for g in found] == [(10.0, True), (40.0, True), (46.0, True)]
