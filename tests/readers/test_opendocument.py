"""OpenDocument texts and sheets: what is read is what the page or the sheet shows, each word once."""

import io
import time
import zipfile
from itertools import groupby

import pytest

from core.base.errors import DamagedFile, ReaderError, TextTooLong, UnsupportedFormat
from core.model.document import BlockKind, Document
from core.readers.registry import read

_NAMES = ("office", "text", "table", "style")
_SPACES = " ".join(f'xmlns:{n}="urn:oasis:names:tc:opendocument:xmlns:{n}:1.0"' for n in _NAMES)
_SPACES += ' xmlns:draw="urn:oasis:names:tc:opendocument:xmlns:drawing:1.0"'
_SPACES += ' xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0"'
_SPACES += ' xmlns:field="urn:openoffice:names:experimental:ooo-ms-interop:xmlns:field:1.0"'
_KIND = "application/vnd.oasis.opendocument."


def styled(name: str, family: str, properties: str, more: str = "") -> str:
    return f'<style:style style:name="{name}" style:family="{family}" {more}>{properties}</style:style>'


_NUMBERED = "".join(
    f'<text:list-level-style-number text:level="{level}" style:num-format="{shape}" {more}/>'
    for level, shape, more in (
        (1, "一, 二, 三, ...", 'style:num-suffix="、"'),
        (2, "一, 二, 三, ...", 'style:num-prefix="（" style:num-suffix="）"'),
        (3, "1", 'style:num-suffix="." text:display-levels="2"'),
        (4, "①, ②, ③, ...", 'text:start-value="3"'),
        (5, "", ""),
    )
)
STYLES = (
    styled("hid", "text", '<style:text-properties text:display="none"/>')
    + styled("hid2", "text", "", 'style:parent-style-name="hid"')
    + styled("up", "text", '<style:text-properties style:text-position="super 58%"/>')
    + styled("hidden", "paragraph", '<style:text-properties text:display="none"/>')
    + styled("first", "paragraph", "", 'style:master-page-name="Cover"')
    + styled("listed", "paragraph", "", 'style:list-style-name="L"')
    + styled("off", "table", '<style:table-properties table:display="false"/>')
    + styled("box", "table-cell", '<style:table-cell-properties fo:border="0.5pt solid #000000"/>')
    + f'<text:list-style style:name="L">{_NUMBERED}</text:list-style>'
    + '<text:outline-style style:name="Outline">'
    + '<text:outline-level-style text:level="1" style:num-format="1" style:num-suffix="."/></text:outline-style>'
)
_PAGES = (
    '<style:master-page style:name="Standard"><style:header><text:p>页眉</text:p></style:header>'
    "<style:footer><text:p>第<text:page-number>1</text:page-number>页</text:p></style:footer></style:master-page>"
    '<style:master-page style:name="Cover"><style:header><text:p>封面</text:p></style:header></style:master-page>'
)


def parts(body: str, kind: str = "text") -> dict[str, bytes]:
    content = (
        f"<office:document-content {_SPACES}><office:automatic-styles>{STYLES}</office:automatic-styles>"
        f"<office:body><office:{kind}>{body}</office:{kind}></office:body></office:document-content>"
    )
    pages = f"<office:document-styles {_SPACES}><office:master-styles>{_PAGES}</office:master-styles></office:document-styles>"  # noqa: E501
    return {"mimetype": (_KIND + kind).encode(), "content.xml": content.encode(), "styles.xml": pages.encode()}


def packed(files: dict[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return out.getvalue()


def opened(body: str, kind: str = "text") -> Document:
    return read("a.x", packed(parts(body, kind)))


def lines(document: Document, kind: BlockKind = BlockKind.PARAGRAPH) -> list[str]:
    return [document.text[b.start : b.end] for b in document.blocks if b.kind is kind]


def cells(document: Document) -> list[list[str]]:
    placed = ((c.row, document.quote(c.span)) for grid in document.grids for c in grid.cells)
    return [[words for _, words in row] for _, row in groupby(placed, lambda c: c[0])]


def par(*words: str, style: str = "") -> str:
    return f'<text:p text:style-name="{style}">{"".join(words)}</text:p>'


def cell(words: str, more: str = "") -> str:
    return f"<table:table-cell {more}>{par(words) if words else ''}</table:table-cell>"


def row(*words: str, more: str = "") -> str:
    return f"<table:table-row {more}>{''.join(map(cell, words))}</table:table-row>"


def table(*rows: str, more: str = "") -> str:
    return f"<table:table {more}>{''.join(rows)}</table:table>"


TABLE = table(row("受理申请数", "件", "12"), row("答复数", "件", "9"))
PLAIN = [["受理申请数", "件", "12"], ["答复数", "件", "9"]]
NOTE = (
    '<text:note text:note-class="footnote"><text:note-citation>①</text:note-citation>'
    f"<text:note-body>{par('含上年结转2件。')}</text:note-body></text:note>"
)
TICKED = (
    '<field:fieldmark field:type="vnd.oasis.opendocument.field.FORMCHECKBOX">'
    '<field:param field:name="Checkbox_Checked" field:value="true"/></field:fieldmark>'
)
LEVELS = (
    '<text:list-style style:name="W"><text:list-level-style-number text:level="99" style:num-format="1"/>'
    '<text:list-level-style-number text:level="1" text:display-levels="99" style:num-format="1"'
    ' style:num-suffix="%99%"/>'
    '</text:list-style><text:list text:style-name="W"><text:list-item><text:p>甲</text:p></text:list-item></text:list>'
)
_CHANGES = (
    '<text:tracked-changes><text:changed-region text:id="c1"><text:deletion>'
    f"{par('99件')}</text:deletion></text:changed-region></text:tracked-changes>"
)


@pytest.mark.parametrize(
    ("body", "shown"),
    [
        (par("受理\n   <text:span> 12</text:span> 件"), ["受理 12 件"]),
        (par('受<text:s text:c="2"/>理<text:tab/>12'), ["受  理\t12"]),
        (par("受理12件<text:line-break/>  答复9件"), ["受理12件", "答复9件"]),
        (_CHANGES + par('受理<text:change text:change-id="c1"/>12件'), ["受理12件"]),
        (par('受理<text:change-start text:change-id="c2"/>12<text:change-end text:change-id="c2"/>件'), ["受理12件"]),
        (par('<text:span text:style-name="hid">99</text:span>12件'), ["12件"]),
        (par('<text:span text:style-name="hid2">99</text:span>12件'), ["12件"]),
        (par("99件", style="hidden") + par("12件"), ["12件"]),
        (par("12件<office:annotation><text:p>核对</text:p></office:annotation>整"), ["12件整"]),
        (par("<text:ruby><text:ruby-base>府</text:ruby-base><text:ruby-text>fu</text:ruby-text></text:ruby>"), ["府"]),
        (par("99件<text:hidden-paragraph text:is-hidden='true'/>") + par("12件"), ["12件"]),
        (f"<text:section text:display='none'>{par('99件')}</text:section>" + par("12件"), ["12件"]),
        (f"<text:section>{par('12件')}</text:section>", ["12件"]),
        (par(f"前<draw:frame><draw:text-box>{par('框')}</draw:text-box></draw:frame>面"), ["前面", "框"]),
        (par("12件<!-- 99 -->整"), ["12件整"]),
        (par('<text:date text:date-value="2023-01-18">2023年1月18日</text:date>'), ["2023年1月18日"]),
        (par('受理12<text:span text:style-name="up">1</text:span>件'), ["受理12件"]),
        (par('300m<text:span text:style-name="up">2</text:span>'), ["300m2"]),
        (par("\uf0fe是\uf0a8否\uf0ff"), ["☑是□否"]),
        (par(TICKED, "是", TICKED.replace("true", "false"), "否"), ["☑是□否"]),
    ],
    ids=["white space", "blanks", "break", "deleted", "inserted", "hidden", "hidden parent", "hidden paragraph",
         "annotation", "ruby", "hiding field", "hidden section", "section", "text box", "comment", "field",
         "mark", "exponent", "signs", "boxes"],
)  # fmt: skip
def test_lines_are_those_that_the_page_shows(body: str, shown: list[str]) -> None:
    assert lines(opened(body)) == shown


def test_words_of_notes_stand_at_the_end_and_in_no_figure() -> None:
    document = opened(par(f"受理12{NOTE}件") + par("答复9件"))
    assert lines(document) == ["受理12件", "答复9件"]
    assert lines(document, BlockKind.FURNITURE) == ["页眉", "① 含上年结转2件。", "第1页"]
    assert document.text.index("①") > document.text.index("答复9件")


def test_running_heads_are_those_of_the_first_page_and_a_table_of_contents_is_set_apart() -> None:
    contents = f"<text:table-of-content><text:index-body>{par('一、概述 1')}</text:index-body></text:table-of-content>"
    document = opened(par("概述", style="first") + contents)
    assert lines(document) == ["概述"]
    assert lines(document, BlockKind.FURNITURE) == ["封面", "一、概述 1"]


def item(*inside: str, more: str = "") -> str:
    return f"<text:list-item {more}>{''.join(inside)}</text:list-item>"


def listed(*items: str, more: str = 'text:style-name="L"') -> str:
    return f"<text:list {more}>{''.join(items)}</text:list>"


def test_lists_print_their_numbers() -> None:
    inner = listed(
        item(par("网站")),
        item(par("公报"), listed(item(par("刊印"), listed(item(par("甲"), par("乙")))), more="")),
        more="",
    )
    body = (
        listed(item(par("概述")), more='text:style-name="L" xml:id="a"')
        + par("正文")
        + listed(item(par("公开"), inner), more='text:style-name="L" text:continue-numbering="true"')
        + listed(
            item(par("申请"), listed(item(par("受理")), more="")), more='text:style-name="L" text:continue-list="a"'
        )
        + listed(
            item(par("收费"), more='text:start-value="7"'), "<text:list-header><text:p>无号</text:p></text:list-header>"
        )
        + listed(item(par("另起", style="listed")), more="")
        + "<text:h text:outline-level='1'>附则</text:h><text:h text:outline-level='1'>附表</text:h>"
    )
    assert lines(opened(body)) == [
        "一、概述", "正文", "二、公开", "（一）网站", "（二）公报", "二.1.刊印", "③甲", "乙", "三、申请", "（一）受理",
        "七、收费", "无号",
        "一、另起", "1.附则", "2.附表",
    ]  # fmt: skip


@pytest.mark.parametrize(
    "body",
    [
        TABLE,
        table(f"<table:table-header-rows>{row(*PLAIN[0])}</table:table-header-rows>", row(*PLAIN[1])),
        table(f"<table:table-row>{cell('说明')}</table:table-row>", f"<table:table-row><table:table-cell>{TABLE}</table:table-cell></table:table-row>"),  # noqa: E501
    ],
    ids=["plain", "head", "nested"],
)  # fmt: skip
def test_tables_are_those_that_the_page_shows(body: str) -> None:
    assert cells(opened(body)) == PLAIN


def test_merged_and_repeated_cells_stand_where_the_page_shows_them() -> None:
    merged = cell("办理", 'table:number-rows-spanned="2"') + cell("公开", 'table:number-columns-spanned="2"')
    first = f"<table:table-row>{merged}<table:covered-table-cell/></table:table-row>"
    zeros = cell("0", 'table:number-columns-repeated="2"')
    second = f"<table:table-row><table:covered-table-cell/>{zeros}</table:table-row>"
    grid = opened(table(first, second, row("合计", "1", "1", more='table:number-rows-repeated="2"'))).grids[0]
    spans = [(c.row, c.column, c.row_span, c.column_span) for c in grid.cells]
    assert spans[:4] == [(0, 0, 2, 1), (0, 1, 1, 2), (1, 1, 1, 1), (1, 2, 1, 1)]
    assert (grid.rows, grid.columns) == (4, 3)


# Sheets ----------------------------------------------------------------------------------------------------------


def valued(value: str, words: str = "", kind: str = "float", more: str = "") -> str:
    return cell(words, f'office:value-type="{kind}" office:value="{value}" {more}')


@pytest.mark.parametrize(
    ("given", "shown"),
    [
        (valued("0.355", "35.5%", "percentage"), "35.5%"),
        (valued("1234.5", "1,234.50"), "1,234.50"),
        (valued("12"), "12"),
        (valued("0.355", kind="percentage"), "35.5%"),
        (cell("", 'office:value-type="date" office:date-value="2023-01-18"'), "2023-01-18"),
        (cell("", 'office:value-type="string" office:string-value="甲"'), "甲"),
        (cell("", 'table:formula="of:=SUM([.A1:.A3])"'), "=SUM([.A1:.A3])"),
        (f"<table:table-cell><office:annotation>{par('99')}</office:annotation>{par('12')}</table:table-cell>", "12"),
        (f"<table:table-cell>{par('1')}{par('2')}</table:table-cell>", "1\u20282"),
    ],
)
def test_a_cell_is_read_as_it_is_shown(given: str, shown: str) -> None:
    sheet = table(f"<table:table-row>{cell('率')}{given}</table:table-row>", row("数", "2"))
    assert cells(opened(sheet, "spreadsheet")) == [["率", shown], ["数", "2"]]


def test_hidden_sheets_rows_and_columns_are_left_out() -> None:
    columns = '<table:table-column/><table:table-column table:visibility="collapse"/><table:table-column/>'
    hidden = row("密", "密", "99", more='table:visibility="filter" table:number-rows-repeated="3"')
    sheet = table(columns, row(*PLAIN[0]), hidden, row(*PLAIN[1])) + table(
        row("甲", "1"), more='table:style-name="off"'
    )
    document = opened(sheet, "spreadsheet")
    assert cells(document) == [["受理申请数", "12"], ["答复数", "9"]]
    assert not {"密", "甲"} & set(document.text)


def test_an_empty_sheet_that_goes_on_to_its_last_cell_costs_nothing() -> None:
    blank = 'table:number-columns-repeated="16384"'
    rest = f'<table:table-row table:number-rows-repeated="1048570"><table:table-cell {blank} table:style-name="box"/></table:table-row>'  # noqa: E501
    start = time.process_time()
    assert cells(opened(table(row(*PLAIN[0]), row(*PLAIN[1]), rest), "spreadsheet")) == PLAIN
    assert time.process_time() - start < 2


def test_a_framed_blank_cell_belongs_to_the_table() -> None:
    framed = '<table:table-cell table:style-name="box" table:number-columns-repeated="2"/>'
    by_column = '<table:table-column/><table:table-column table:default-cell-style-name="box"/>'
    for columns, blank in (("", framed), (by_column, "<table:table-cell/>")):
        alone = f"<table:table-row>{cell('其他')}{blank}</table:table-row>"
        document = opened(table(columns, row(*PLAIN[0]), alone, row(*PLAIN[1])), "spreadsheet")
        assert cells(document) == [PLAIN[0], ["其他", "", ""], PLAIN[1]]


def test_merged_cells_of_a_sheet() -> None:
    wide = cell("数", 'table:number-columns-spanned="2"')
    head = f"<table:table-row>{cell('项目')}{wide}<table:covered-table-cell/></table:table-row>"
    grid = opened(table(head, row("件", "1", "2")), "spreadsheet").grids[0]
    assert [(c.row, c.column, c.column_span) for c in grid.cells][:2] == [(0, 0, 1), (0, 1, 2)]


# Files -----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("kind", "body"), [("text", TABLE), ("spreadsheet", TABLE)])
def test_the_flat_form_is_read_as_the_packed_one(kind: str, body: str) -> None:
    flat = f'<?xml version="1.0"?><office:document {_SPACES}><office:body><office:{kind}>{body}</office:{kind}></office:body></office:document>'  # noqa: E501
    document = read("a.xml", flat.encode())
    assert cells(document) == PLAIN
    assert document.source.format == "odfxml"


def test_a_drawing_is_named_and_broken_content_is_called_damaged() -> None:
    with pytest.raises(UnsupportedFormat):
        read("a", packed(parts("", "drawing") | {"mimetype": f"{_KIND}text".encode()}))
    for content in (b"<a>", b"<a/>", b""):
        with pytest.raises(DamagedFile):
            read("a", packed(parts("") | {"content.xml": content}))
    with pytest.raises(DamagedFile):
        read("a", packed({"mimetype": f"{_KIND}text".encode()}))


@pytest.mark.parametrize("kind", ["text", "spreadsheet"])
@pytest.mark.parametrize("more", ["number-rows-repeated", "number-columns-repeated"])
def test_what_is_repeated_for_ever_is_refused(kind: str, more: str) -> None:
    cells = f'<table:table-cell table:{more}="999999999">{par("0")}</table:table-cell>' * 2
    rows = f'<table:table-row table:{more}="999999999">{cells}</table:table-row>'
    start = time.process_time()
    with pytest.raises(TextTooLong):
        opened(table(rows), kind)
    assert time.process_time() - start < 2


@pytest.mark.parametrize(
    "body",
    [
        par("<text:note/>"),
        LEVELS,
        "<text:section>" * 200 + par("深") + "</text:section>" * 200,
        "<text:section>" * 5000,
        par('<text:s text:c="999999999"/>'),
    ],
)
def test_wild_nesting_and_blanks_are_read_or_refused(body: str) -> None:
    try:
        size = len(opened(body + par("完")).text)
    except ReaderError:
        size = 0
    assert size < 1000


def test_entities_are_not_unfolded() -> None:
    head = '<!DOCTYPE r [<!ENTITY a "99999"><!ENTITY b SYSTEM "file:///etc/hostname">]>'
    files = parts(par("受理&a;&b;12件"))
    files["content.xml"] = head.encode() + files["content.xml"]
    assert lines(read("a", packed(files))) == ["受理12件"]
