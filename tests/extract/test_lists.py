"""Lists hand their figures the nouns in order; a rise hands both its figures the same words."""

import pytest

from core.extract.figures import figures
from core.extract.lists import handed
from core.model.extraction import Scope


def words(text: str) -> list[str | None]:
    found = figures(text, 0, len(text))
    given = handed(text, 0, found)
    return [given[i].words if i in given else None for i in range(len(found))]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("受理、答复、办结分别为6、5、4件", ["受理", "答复", "办结"]),
        ("网站、微博、微信分别公开6条、5条、4条", ["网站公开", "微博公开", "微信公开"]),
        ("甲类和乙类信息分别有6条和5条", ["甲类", "乙类信息"]),
        ("培训3期;甲、乙分别为6、5件", [None, "甲", "乙"]),
        ("甲、乙分别为6件", [None]),
        ("甲分别为6件、5件", [None, None]),
        ("收到申请6件,答复5件", [None, None]),
    ],
)
def test_nouns_and_figures_are_paired_in_order(text: str, said: list[str | None]) -> None:
    assert words(text) == said


def test_a_rise_tells_the_year_before_and_the_year() -> None:
    text = "公开信息由2014年的2600条增加到2015年的4800条"
    given = handed(text, 0, figures(text, 0, len(text)))
    assert [(g.words, g.scope) for g in given.values()] == [
        ("公开信息", Scope.PREVIOUS),
        ("公开信息", Scope.YEAR),
    ]
