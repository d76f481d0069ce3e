"""Two pages side by side on one sheet."""

from core.readers.page_lines import LaidTable, Line
from core.readers.pdf_page import Glyph, PageContent
from core.readers.rulings import Rule
from core.readers.spread import sheet


def written(words: str, x: float, y: float) -> list[Glyph]:
    return [Glyph(c, x + 10 * i, y, x + 10 * i + 10, y + 10, 10.0) for i, c in enumerate(words)]


def texts(content: PageContent) -> list[str]:
    return [item.text if isinstance(item, Line) else "table" for item in sheet(1, content).items]


def content(glyphs: list[Glyph], width: float = 842.0, rules: tuple[Rule, ...] = ()) -> PageContent:
    return PageContent(width, 595.0, tuple(glyphs), rules, (), 1.0)


def halves(words: str) -> list[Glyph]:
    return [g for n in range(4) for x in (40.0, 460.0) for g in written(f"{words}第{x:.0f}页行{n}", x, 50.0 + 20 * n)]


def test_the_left_page_comes_first() -> None:
    found = texts(content(halves("本年主动公开信息若干条")))
    assert found == [f"本年主动公开信息若干条第{x}页行{n}" for x in (40, 460) for n in range(4)]


def test_a_table_across_the_fold_is_one() -> None:
    rules = (Rule(45.0, 40.0, 800.0), Rule(65.0, 40.0, 800.0))
    assert len(texts(content(halves("本年主动公开信息若干条"), rules=rules))) == 4


def test_columns_of_figures_are_no_pages() -> None:
    assert len(texts(content(halves("收件")))) == 4


def test_a_page_that_stands_has_no_fold() -> None:
    assert len(texts(content(halves("本年主动公开信息若干条"), width=700.0))) == 4


def test_each_page_has_its_tables() -> None:
    across = tuple(Rule(y, x, x + 300) for x in (40.0, 460.0) for y in (200.0, 230.0, 260.0))
    down = tuple(Rule(x + d, 200.0, 260.0) for x in (40.0, 460.0) for d in (0.0, 150.0, 300.0))
    glyphs = written("收件", 50.0, 210.0) + written("12", 200.0, 210.0) + written("办结", 470.0, 210.0)
    laid = sheet(1, PageContent(842.0, 595.0, tuple(glyphs), across, down, 1.0))
    assert [isinstance(item, LaidTable) for item in laid.items] == [True, True]
    assert [item.ruled.xs[0] for item in laid.items if isinstance(item, LaidTable)] == [40.0, 460.0]
