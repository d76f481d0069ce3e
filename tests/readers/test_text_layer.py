"""What a page's text layer is worth."""

import pytest

from core.readers.pdf_page import Glyph, PageContent
from core.readers.text_layer import Layer, text_layer

REPORT = "本报告根据政府信息公开条例编制，全年收到申请12件，办结11件，联系电话0713-8620011。" * 3
TRADITIONAL = "本報告根據政府資訊公開條例編製，全年收到申請12件，辦結11件，聯繫電話0713-8620011。" * 3
RARE = "".join(chr(0x4E00 + 37 * n % 20000) for n in range(90))


def page(words: str, pictured: float = 0.0, hidden: float = 0.0, drawn: int = 0) -> PageContent:
    glyphs = tuple(Glyph(c, 10.0, 10.0, 20.0, 20.0, 10.0) for c in words)
    return PageContent(595.0, 842.0, glyphs, (), (), pictured, hidden=hidden, drawn=drawn)


@pytest.mark.parametrize(
    ("content", "layer"),
    [
        pytest.param(page(REPORT), Layer.TEXT, id="text"),
        pytest.param(page(TRADITIONAL), Layer.TEXT, id="traditional"),
        pytest.param(page(REPORT, pictured=1.0), Layer.TEXT, id="text over a background"),
        pytest.param(page("0 1 2 3.5 12 100 " * 9), Layer.TEXT, id="figures only"),
        pytest.param(page("zwgk@example.gov.cn " * 5), Layer.TEXT, id="Latin letters"),
        pytest.param(page("", pictured=0.2), Layer.TEXT, id="empty"),
        pytest.param(page("", pictured=0.9), Layer.NONE, id="picture"),
        pytest.param(page("- 3 -", pictured=0.9), Layer.NONE, id="picture with a page number"),
        pytest.param(page("", drawn=900), Layer.NONE, id="outlines"),
        pytest.param(page(REPORT, pictured=1.0, hidden=1.0), Layer.HIDDEN, id="laid under a picture"),
        pytest.param(page("\ue012\ue013" * 40, pictured=0.0), Layer.NONE, id="private codes"),
        pytest.param(page("\ufffd" * 40), Layer.NONE, id="lost"),
        pytest.param(page(RARE), Layer.NONE, id="characters that nobody uses"),
        pytest.param(page("ÕþÎñ¹«¿ªÄê±¨ÐÅÏ¢" * 5), Layer.NONE, id="in a wrong encoding"),
        pytest.param(page("iRr iW E fE fa E TH h 12 ff" * 5, pictured=1.0), Layer.NONE, id="read as English"),
    ],
)
def test_a_text_layer_is_read_if_it_means_something(content: PageContent, layer: Layer) -> None:
    assert text_layer(content) is layer
