"""What the style sheets inside a page hide is not read: their selectors, their order, their media."""

import time

import pytest

from core.model.document import Document
from core.readers.registry import read

_REST = "<p>甲川县2022年政府信息公开工作年度报告</p>" + "<p>本县认真贯彻条例，受理申请12件，均已办结。</p>" * 3


def opened(css: str, markup: str, more: str = "") -> Document:
    page = f"<html><head><style {more}>{css}</style></head><body>{markup}{_REST}</body></html>"
    return read("a.html", page.encode())


def is_seen(css: str, markup: str, more: str = "") -> bool:
    return "九十九" in opened(css, markup, more).text


@pytest.mark.parametrize(
    "css",
    [
        ".x{display:none}",
        ".X , .x { color: red; DISPLAY : None !important }",
        "#i{visibility:hidden}",
        "p.x{display:block} .y{display:block} p.x{display:none}",
        "p.x.z{display:none}",
        ".a .x{display:none}",
        ".a > .x{display:none}",
        "div p{display:none} body > div{display:block}",
        "body .a p{display:none}",
        "[data-k='1']{display:none}",
        "p[data-k]{display:none}",
        "<!-- .x{display:none} -->",
        "/* .y{ */ .x{display:none} /* } */",
        "@import url(a.css); .x{display:none}",
        "@media screen{.x{display:none}}",
        "@media print{.x{display:block}} .x{display:none}",
        "@media only screen and (min-width: 768px){.x{display:none}}",
        "@media print, (min-width:20em){.x{display:none}}",
        ".x{display:none} p{display:block}",
        ".x{display:none!important} p.x{display:block}",
        "p.x{display:block} #i{display:none}",
        ".x{display:block;display:none}",
        ".y::after{content:'{'} .x{display:none}",
        ".x{background:url(data:image/png;base64,AAAA);display:none}",
        ".x:hover{display:block} .x{display:none}",
        ".x{visibility:hidden;display:block}",
    ],
)
def test_what_a_style_sheet_hides_is_not_read(css: str) -> None:
    assert not is_seen(css, "<div class='a b'><p class='z x' id='i' data-k='1'>九十九</p></div>")


@pytest.mark.parametrize(
    "css",
    [
        ".y{display:none}",
        ".xx{display:none}",
        ".c .x{display:none}",
        "body > .x{display:none}",
        "p.y{display:none}",
        "[data-k='2']{display:none}",
        ".x:not(.z){display:none}",
        ".x:hover{display:none}",
        ".z + .x{display:none}",
        "*{display:none}",
        "[class*='q']{display:none}",
        "p[class~=z]{display:none}",
        ".x{display:hidden} .y{display:none}",
        "@media print{.x{display:none}}",
        "@media (max-width: 768px){.x{display:none}}",
        "@media not screen{.x{display:none}}",
        "@media screen and (orientation: portrait){.x{display:none}}",
        "@media print{.x{color:red} .x{display:none}}",
        "@keyframes k{from{display:none} .x{display:none}}",
        "@supports (display: grid){.x{display:none}}",
        ".x{display:none} .x{display:block}",
        ".x{display:block!important} .x{display:none}",
        "p.x{display:block} .x{display:none}",
        "#i{display:inline} .a .x{display:none}",
        "/* .x{display:none} */ .y{display:none}",
        "/* .x{display:none}",
        ".y{display:none; .x{display:none}}",
    ],
)
def test_what_no_rule_for_a_screen_hides_is_read(css: str) -> None:
    assert is_seen(css, "<div class='a b'><p class='z x' id='i' data-k='1'>九十九</p></div><p class='y'>别的</p>")


@pytest.mark.parametrize(
    ("css", "style", "seen"),
    [
        (".x{display:none}", "display:block", True),
        (".x{display:none}", "visibility:visible", False),
        (".x{display:none!important}", "display:block", False),
        (".x{display:none!important}", "display:block!important", True),
        (".x{display:block!important}", "color:red", True),
    ],
)
def test_the_style_of_the_element_itself_wins(css: str, style: str, seen: bool) -> None:
    assert is_seen(css, f"<p class=x style='{style}'>九十九</p>") is seen


def test_style_sheets_for_paper_or_for_browsers_without_scripts_do_not_count() -> None:
    assert is_seen(".x{display:none}", "<p class=x>九十九</p>", "media=print")
    assert not is_seen(".x{display:none}", "<p class=x>九十九</p>", "media='screen'")
    assert is_seen("", "<noscript><style>.x{display:none}</style></noscript><p class=x>九十九</p>")


def test_rows_and_cells_may_be_hidden() -> None:
    table = "<table><tr><td>受理</td><td>12</td></tr><tr class=x><td>九十九</td><td>99</td></tr></table>"
    document = opened("tr.x{display:none}", table)
    assert [document.quote(c.span) for c in document.grids[0].cells] == ["受理", "12"]


def test_a_report_that_only_a_script_shows_is_read_all_the_same() -> None:
    long = "<p>本县认真贯彻条例，受理申请九十九件，均已办结。</p>" * 40
    assert is_seen("#zoom{display:none}", f"<div id=zoom>{long}</div>")
    assert is_seen("body{visibility:hidden}", long)
    shown = "<p>本县认真贯彻条例，公开政府信息80条，均已更新。</p>" * 12  # the tab that is open
    assert not is_seen(
        ".tab{display:none} .tab.on{display:block}", f"<div class=tab>{long}</div><div class='tab on'>{shown}</div>"
    )


@pytest.mark.parametrize(
    ("css", "markup"),
    [
        ("{" * 200_000 + ".x{display:none}", "<p class=x>甲"),
        ("/*" * 200_000 + ".x{display:none}", "<p class=x>甲"),
        ("".join(f".a .b .c{n} .x,.x{{display:none}}" for n in range(20_000)), "<p class=x>甲" * 5_000),
        (".x .x .x .x .x{display:none}" * 4_000, "<div class=x>" * 1_000),
        (f"{'.x' * 100_000}{{display:none}}", "<p class=x>甲"),
        (f"@media {'(' * 100_000} {{.x{{display:none}}}}", "<p class=x>甲"),
        (f"@media {'screen and ' * 30_000} {{.x{{display:none}}}}", "<p class=x>甲"),
        (f".x{{{'display:none;' * 50_000}}}", "<p class=x>甲"),
        ('"' * 200_000 + ".x{display:none}", "<p class=x>甲"),
    ],
)
def test_a_wild_style_sheet_is_read_in_bounded_time(css: str, markup: str) -> None:
    start = time.process_time()
    assert "年度报告" in opened(css, markup).text
    assert time.process_time() - start < 6
