"""What Word and its kin write beside plain paragraphs: what is read is what the page shows, each word once."""

import base64
import io
import zipfile

import pytest

from core.base.errors import DamagedFile
from core.model.document import BlockKind, Document
from core.readers.registry import read

_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_OPEN = "http://schemas.openxmlformats.org/"
_SPACES = (
    f'xmlns:w="{_W}" xmlns:mc="{_OPEN}markup-compatibility/2006" xmlns:v="urn:schemas-microsoft-com:vml" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"'
)
_KIND = "application/vnd.openxmlformats-officedocument.wordprocessingml.{}+xml"
_TYPES = (
    f'<Types xmlns="{_OPEN}package/2006/content-types">'
    f'<Override PartName="/word/document.xml" ContentType="{_KIND.format("document.main")}"/>'
    f'<Override PartName="/word/styles.xml" ContentType="{_KIND.format("styles")}"/></Types>'
)
_RELATION = f'<Relationships xmlns="{_OPEN}package/2006/relationships"><Relationship Id="r1" Type="{_OPEN}officeDocument/2006/relationships/{{}}" Target="{{}}"/></Relationships>'  # noqa: E501
_STYLES = (
    f'<w:styles xmlns:w="{_W}"><w:style w:styleId="hid"><w:rPr><w:vanish/></w:rPr></w:style>'
    '<w:style w:styleId="c1"><w:name w:val="toc 1"/></w:style></w:styles>'
)


def parts(body: str) -> dict[str, str]:
    return {
        "[Content_Types].xml": _TYPES,
        "_rels/.rels": _RELATION.format("officeDocument", "word/document.xml"),
        "word/_rels/document.xml.rels": _RELATION.format("styles", "styles.xml"),
        "word/document.xml": f"<w:document {_SPACES}><w:body>{body}</w:body></w:document>",
        "word/styles.xml": _STYLES,
    }


def packed(files: dict[str, str]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, text in files.items():
            archive.writestr(name, text)
    return out.getvalue()


def opened(body: str) -> Document:
    return read("a.docx", packed(parts(body)))


def lines(document: Document) -> list[str]:
    return [document.text[b.start : b.end] for b in document.blocks if b.kind is BlockKind.PARAGRAPH]


def cells(document: Document) -> list[tuple[int, int, str]]:
    return [(c.row, c.column, document.quote(c.span)) for g in document.grids for c in g.cells]


def run(text: str, properties: str = "") -> str:
    return f"<w:r><w:rPr>{properties}</w:rPr><w:t>{text}</w:t></w:r>"


def par(*runs: str, properties: str = "") -> str:
    return f"<w:p><w:pPr>{properties}</w:pPr>{''.join(runs)}</w:p>"


def row(*texts: str, properties: str = "") -> str:
    return f"<w:tr>{properties}{''.join(f'<w:tc>{par(run(t))}</w:tc>' for t in texts)}</w:tr>"


TABLE = f"<w:tbl>{row('受理申请数', '件', '12')}{row('答复数', '件', '9')}</w:tbl>"
PLAIN = [(0, 0, "受理申请数"), (0, 1, "件"), (0, 2, "12"), (1, 0, "答复数"), (1, 1, "件"), (1, 2, "9")]
DELETED = "<w:del><w:r><w:delText>99</w:delText></w:r></w:del>"
BOX = f"<w:txbxContent>{par(run('框里的话'))}{TABLE}</w:txbxContent>"


@pytest.mark.parametrize(
    ("body", "shown"),
    [
        (par(DELETED, f"<w:ins>{run('受理')}</w:ins>", run("12件")), ["受理12件"]),
        (par(run("受理"), properties="<w:rPr><w:del/></w:rPr>") + par(run("12件")), ["受理12件"]),
        (par(f"<w:moveFrom>{run('99件')}</w:moveFrom><w:moveTo>{run('12件')}</w:moveTo>"), ["12件"]),
        (par(run("99", "<w:vanish/>"), run("12件", '<w:vanish w:val="0"/>')), ["12件"]),
        (par(run("99", '<w:rStyle w:val="hid"/>'), run("12件")), ["12件"]),
        (par(run("99"), properties='<w:pStyle w:val="hid"/>') + par(run("12件")), ["12件"]),
        (par(run("一、概述 1"), properties='<w:pStyle w:val="c1"/>') + par(run("一、概述")), ["一、概述"]),
        (par(f"<w:smartTag>{run('12')}</w:smartTag>", f"<w:fldSimple>{run('件')}</w:fldSimple>"), ["12件"]),
        (f"<w:sdt><w:sdtContent>{par(run('12件'))}</w:sdtContent></w:sdt>", ["12件"]),
    ],
    ids=["deleted", "mark deleted", "moved", "hidden", "hidden style", "hidden paragraph", "contents", "tags", "box"],
)  # fmt: skip
def test_lines_are_those_that_the_page_shows(body: str, shown: list[str]) -> None:
    assert lines(opened(body)) == shown


@pytest.mark.parametrize(
    "body",
    [
        TABLE,
        f"<w:tbl><w:tr><w:tc>{TABLE}<w:p/></w:tc></w:tr></w:tbl>",
        TABLE.replace("<w:tbl>", "<w:tbl>" + row("9", "9", "9", properties="<w:trPr><w:del/></w:trPr>")),
        TABLE.replace("<w:tr>", "<w:sdt><w:sdtContent><w:tr>").replace("</w:tr>", "</w:tr></w:sdtContent></w:sdt>"),
    ],
    ids=["plain", "nested", "deleted row", "rows in controls"],
)
def test_tables_are_those_that_the_page_shows(body: str) -> None:
    assert cells(opened(body)) == PLAIN


def test_a_table_in_a_text_box_is_a_table_and_stands_once() -> None:
    choice = f'<mc:Choice Requires="wps"><wps:txbx>{BOX}</wps:txbx></mc:Choice>'
    both = f"<mc:AlternateContent>{choice}<mc:Fallback><v:textbox>{BOX}</v:textbox></mc:Fallback></mc:AlternateContent>"
    document = opened(par(run("前"), f"<w:r>{both}</w:r>") + par(run("后")))
    assert lines(document) == ["前", "框里的话", "后"]
    assert cells(document) == PLAIN


def test_a_page_set_in_a_table_is_text_and_tables() -> None:
    long = "本县认真贯彻条例，公开政府信息共80条。" * 50
    document = opened(
        f"<w:tbl><w:tr><w:tc>{par(run('菜单'))}</w:tc><w:tc>{par(run(long))}{TABLE}</w:tc></w:tr></w:tbl>"
    )
    assert lines(document) == ["菜单", long]
    assert cells(document) == PLAIN


def test_the_strict_form_is_read_as_the_usual_one() -> None:
    files = parts(par(run("概述")) + TABLE)
    strict = {
        k: v.replace(_W, "http://purl.oclc.org/ooxml/wordprocessingml/main").replace(
            f"{_OPEN}officeDocument/2006/", "http://purl.oclc.org/ooxml/officeDocument/"
        )
        for k, v in files.items()
    }
    document = read("a.docx", packed(strict))
    assert (lines(document), cells(document)) == (["概述"], PLAIN)


def _flat(files: dict[str, str]) -> bytes:
    kinds = {"word/document.xml": _KIND.format("document.main"), "word/styles.xml": _KIND.format("styles")}
    relations = "application/vnd.openxmlformats-package.relationships+xml"
    found = "".join(
        f'<pkg:part pkg:name="/{name}" pkg:contentType="{kinds.get(name, relations)}"><pkg:xmlData>{text}</pkg:xmlData>'
        "</pkg:part>"
        for name, text in files.items()
        if name != "[Content_Types].xml"
    )
    picture = base64.b64encode(b"GIF8").decode()
    found += f'<pkg:part pkg:name="/word/a.gif" pkg:contentType="image/gif"><pkg:binaryData>{picture}</pkg:binaryData></pkg:part>'  # noqa: E501
    space = "http://schemas.microsoft.com/office/2006/xmlPackage"
    return f'<?xml version="1.0"?><pkg:package xmlns:pkg="{space}">{found}</pkg:package>'.encode()


def test_a_flat_package_is_a_word_file() -> None:
    document = read("a.xml", _flat(parts(par(run("概述")) + TABLE)))
    assert (lines(document), cells(document)) == (["概述"], PLAIN)
    assert document.source.format == "wordxml"


def test_word_2003_xml_is_a_word_file_with_its_printed_numbers() -> None:
    number = '<w:listPr><w:ilvl w:val="0"/><wx:t wx:val="一、"/></w:listPr>'
    table = TABLE.replace("<w:tc>", '<w:tc><w:tcPr><w:vmerge w:val="restart"/></w:tcPr>', 1)
    table = table.replace("</w:tr><w:tr><w:tc>", "</w:tr><w:tr><w:tc><w:tcPr><w:vmerge/></w:tcPr>")
    text = (
        '<?xml version="1.0" encoding="UTF-8"?><?mso-application progid="Word.Document"?>'
        '<w:wordDocument xmlns:w="http://schemas.microsoft.com/office/word/2003/wordml" '
        'xmlns:wx="http://schemas.microsoft.com/office/word/2003/auxHint"><w:docPr/><w:body><wx:sect>'
        f"{par(run('概述'), properties=number)}{table}</wx:sect></w:body></w:wordDocument>"
    )
    document = read("a.doc", text.encode())
    assert lines(document) == ["一、概述"]
    assert document.grids[0].cells[0].row_span == 2


def test_an_xml_workbook_is_a_sheet() -> None:
    hidden = "<x:WorksheetOptions><x:Visible>SheetHidden</x:Visible></x:WorksheetOptions>"
    rows = (
        '<Row><Cell ss:MergeAcross="2"><Data ss:Type="String">甲川县2013年统计表</Data></Cell></Row>'
        '<Row ss:Index="3"><Cell><Data ss:Type="String">受理申请数</Data></Cell><Cell ss:Index="3"><Data ss:Type="Number">12</Data></Cell></Row>'  # noqa: E501
        '<Row><Cell><Data ss:Type="String">答复数</Data></Cell><Cell ss:Index="3"/></Row>'
    )
    text = (
        '<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?>'
        '<Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" '
        'xmlns:x="urn:schemas-microsoft-com:office:excel" xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet">'
        f"<Worksheet><Table>{rows}</Table></Worksheet><Worksheet><Table>{rows}</Table>{hidden}</Worksheet></Workbook>"
    )
    document = read("a.xls", text.encode())
    assert lines(document) == ["甲川县2013年统计表"]
    filled = [c for c in cells(document) if c[2]]
    assert filled == [(0, 0, "受理申请数"), (0, 1, "12"), (1, 0, "答复数")]


@pytest.mark.parametrize("mark", ["Word.Document", "Excel.Sheet"])
def test_broken_xml_is_called_damaged(mark: str) -> None:
    with pytest.raises(DamagedFile):
        read("a.xml", f'<?xml version="1.0"?><?mso-application progid="{mark}"?><a><b></a>'.encode())
