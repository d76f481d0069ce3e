"""Columns of laid-out tables: no figure is broken over two lines, labels give way first."""

import pytest

from core.model.document import Document, Grid, GridCell, Source, Span
from gui.views.original_text import column_needs, column_shares


def table(*rows: tuple[str, ...]) -> tuple[Document, Grid]:
    """A grid of single cells with its document."""
    text, cells = "", []
    for r, row in enumerate(rows):
        for c, words in enumerate(row):
            cells.append(GridCell(r, c, Span(len(text), len(text) + len(words))))
            text += words + "\t"
    grid = Grid(len(rows), len(rows[0]), tuple(cells), 0, len(text))
    return Document(text, Source("a.html", "0" * 64, "html", 1), (), (grid,)), grid


LABEL = "本年新收政府信息公开申请数量和上年结转数量"
WIDE = table(("指标", *("总计",) * 9), (LABEL, "86410", "1", "2", "3", "4", "5", "6", "7", "12345678"))


@pytest.mark.parametrize("room", [32.0, 36.0, 60.0])
def test_a_figure_fits_into_its_column_wherever_there_is_room_for_all_figures(room: float) -> None:
    least, wished = column_needs(*WIDE)
    assert sum(least) < 32.0
    widths = [share / 100 * room for share in column_shares(least, wished, room)]
    assert sum(widths) == pytest.approx(room)
    assert widths[1] > 5 * 0.6 + 0.7
    assert widths[9] > 8 * 0.6 + 0.7


def test_what_room_there_is_goes_to_the_label() -> None:
    least, wished = column_needs(*WIDE)
    narrow, wide = column_shares(least, wished, 34.0), column_shares(least, wished, 50.0)
    assert wide[0] * 50 > narrow[0] * 34
    assert wide[0] > 3 * wide[2]


def test_a_label_printed_one_sign_a_line_takes_a_narrow_column() -> None:
    document, grid = table(("三\n、\n本\n年\n度\n办\n理", LABEL, "1"))
    least, wished = column_needs(document, grid)
    shares = column_shares(least, wished, 40.0)
    assert shares[0] < shares[1] / 4
