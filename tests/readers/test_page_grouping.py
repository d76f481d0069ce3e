"""Which lines are the label of which row, and over which rows a group reaches: distances, numbers and rules."""

from core.readers.page_grouping import Stack, assigned, spans
from core.readers.page_lines import Line
from core.readers.rulings import Rule
from tests.readers.printed_pages import typed

HALF = 6.0  # of a line's height


def label(words: str, y: float, column: int = 1) -> Stack:
    return Stack([Line(tuple(typed(words, 60 + 60 * column, y)))], column, column)


def dealt(pieces: list[Stack], figures: list[float], rules: list[Rule] | None = None) -> list[str]:
    """The words of each row; `figures`: the upper edges of the rows of figures."""
    rows, _ = assigned(pieces, [y + HALF for y in figures], rules or [])
    return ["".join(piece.words for piece in row) for row in rows]


def test_figures_beside_the_first_line_of_their_labels() -> None:
    pieces = [label(words, 12.0 * n) for n, words in enumerate(("甲", "乙", "丙", "丁", "戊"))]
    assert dealt(pieces, [0, 24]) == ["甲乙", "丙丁戊"]


def test_figures_beside_the_middle_of_their_labels() -> None:
    pieces = [label(words, 12.0 * n) for n, words in enumerate(("甲", "乙", "丙", "丁", "戊", "己"))]
    assert dealt(pieces, [12, 48]) == ["甲乙丙", "丁戊己"]


def test_figures_belong_to_the_label_on_their_side_of_a_rule() -> None:
    pieces = [label("甲", 100), label("乙", 134)]
    assert dealt(pieces, [116]) == ["甲", "乙"]
    rows, places = assigned(pieces, [122.0], [Rule(113, 50, 400)])
    assert ["".join(piece.words for piece in row) for row in rows] == ["甲", "乙"]
    assert places == [106.0, 122.0]


def test_a_label_without_figures_is_a_row() -> None:
    pieces = [label("一、甲", 100), label("1.乙", 120), label("2.丙", 140)]
    assert dealt(pieces, [120, 140]) == ["一、甲", "1.乙", "2.丙"]


def reach(groups: list[Stack], labels: list[str], rules: list[Rule] | None = None) -> list[tuple[int, int]]:
    """First row and number of rows of each group, beside rows 20 points high."""
    own = [[label(words, 20.0 * n)] for n, words in enumerate(labels)]
    found = spans(groups, own, [20.0 * n + HALF for n in range(len(labels))], rules or [])
    return [(first, count) for _, first, count in found]


def test_a_group_begins_with_its_number_one() -> None:
    groups = [label("甲", 20 - 6, 0), label("乙", 70 - 6, 0)]
    assert reach(groups, ["1.子", "2.丑", "3.寅", "1.卯", "2.辰"]) == [(0, 3), (3, 2)]


def test_a_group_ends_at_a_rule() -> None:
    groups = [label("甲", 10, 0), label("乙", 60, 0)]
    assert reach(groups, ["子", "丑", "寅", "卯", "辰"]) == [(0, 2), (2, 3)]
    assert reach(groups, ["子", "丑", "寅", "卯", "辰"], [Rule(56, 0, 400)]) == [(0, 3), (3, 2)]


def test_a_group_a_little_below_the_middle_has_all_the_rows() -> None:
    assert reach([label("甲", 37, 0)], ["子", "丑", "寅", "卯"]) == [(0, 4)]
