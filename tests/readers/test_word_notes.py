"""Word, RTF: notes and their marks, fields, signs of symbol fonts, content controls."""

import time

import pytest

from core.base.errors import DamagedFile
from core.model.document import BlockKind, Document
from core.readers.registry import read
from core.readers.symbols import seen
from tests.readers.test_word_markup import _KIND, _OPEN, _RELATION, _W, cells, lines, packed, par, parts, row, run

_RAISED = '<w:vertAlign w:val="superscript"/>'
_NOTES = ("footnotes", "endnotes")


def reference(number: int, kind: str = "footnote", more: str = "", text: str = "") -> str:
    words = f"<w:t>{text}</w:t>" if text else ""
    return f'<w:r><w:rPr>{_RAISED}</w:rPr><w:{kind}Reference w:id="{number}" {more}/>{words}</w:r>'


def note(number: int, *words: str, kind: str = "footnote") -> str:
    return f'<w:{kind} w:id="{number}">{"".join(par(f"<w:r><w:{kind}Ref/></w:r>", run(w)) for w in words)}</w:{kind}>'


def with_notes(body: str, footnotes: str, endnotes: str = "") -> dict[str, str]:
    """The parts of a file; both kinds begin with the line that is drawn above notes."""
    files = parts(body)
    types, relations = "", ""
    for number, (name, inside) in enumerate(zip(_NOTES, (footnotes, endnotes), strict=True)):
        line = f'<w:{name[:-1]} w:type="separator" w:id="0">{par("<w:r><w:separator/></w:r>")}</w:{name[:-1]}>'
        files[f"word/{name}.xml"] = f'<w:{name} xmlns:w="{_W}">{line}{inside}</w:{name}>'
        types += f'<Override PartName="/word/{name}.xml" ContentType="{_KIND.format(name)}"/>'
        kind = f"{_OPEN}officeDocument/2006/relationships/{name}"
        relations += f'<Relationship Id="n{number}" Type="{kind}" Target="{name}.xml"/>'
    files["[Content_Types].xml"] = files["[Content_Types].xml"].replace("</Types>", types + "</Types>")
    known = _RELATION.format("styles", "styles.xml")
    files["word/_rels/document.xml.rels"] = known.replace("</Relationships>", relations + "</Relationships>")
    return files


def apart(document: Document) -> list[str]:
    return [document.text[b.start : b.end] for b in document.blocks if b.kind is BlockKind.FURNITURE]


def test_words_of_notes_stand_at_the_end_and_their_marks_in_no_figure() -> None:
    body = par(run("受理12"), reference(2), run("件，答复9"), reference(1, "endnote"), run("件"))
    first = row("受理", "12").replace("12</w:t></w:r>", f"12</w:t></w:r>{reference(1)}")
    body += f"<w:tbl>{first}{row('答复', '9')}</w:tbl>"
    notes = note(1, "表内的注") + note(2, "含上年结转2件", "另见附表") + note(3, "没有引用")
    document = read("a.docx", packed(with_notes(body, notes, note(1, "文末的注", kind="endnote"))))
    assert lines(document) == ["受理12件，答复9件"]
    assert [words for *_, words in cells(document)] == ["受理", "12", "答复", "9"]
    assert apart(document) == ["1 含上年结转2件", "另见附表", "i 文末的注", "2 表内的注"]
    assert document.text.index("1 含上年") > document.text.index("答复\t9")


def test_marks_are_counted_in_the_shape_that_the_section_names() -> None:
    shape = '<w:sectPr><w:footnotePr><w:numFmt w:val="decimalEnclosedCircleChinese"/></w:footnotePr></w:sectPr>'
    body = par(run("甲"), reference(1), reference(2, more='w:customMarkFollows="1"', text="＊"), reference(3)) + shape
    document = read("a.docx", packed(with_notes(body, note(1, "一") + note(2, "二") + note(3, "三"))))
    assert lines(document) == ["甲"]
    assert apart(document) == ["① 一", "＊ 二", "② 三"]


def test_the_settings_say_the_shape_where_no_section_does() -> None:
    files = with_notes(par(run("甲"), reference(1)), note(1, "一"))
    shape = '<w:footnotePr><w:numFmt w:val="upperRoman"/></w:footnotePr>'
    files["word/settings.xml"] = f'<w:settings xmlns:w="{_W}">{shape}</w:settings>'
    part = f'<Override PartName="/word/settings.xml" ContentType="{_KIND.format("settings")}"/></Types>'
    files["[Content_Types].xml"] = files["[Content_Types].xml"].replace("</Types>", part)
    kind = f"{_OPEN}officeDocument/2006/relationships/settings"
    more = f'<Relationship Id="s" Type="{kind}" Target="settings.xml"/></Relationships>'
    files["word/_rels/document.xml.rels"] = files["word/_rels/document.xml.rels"].replace("</Relationships>", more)
    assert apart(read("a.docx", packed(files))) == ["I 一"]
    section = f"<w:sectPr>{shape.replace('upperRoman', 'lowerLetter')}</w:sectPr></w:body>"
    files["word/document.xml"] = files["word/document.xml"].replace("</w:body>", section)
    assert apart(read("a.docx", packed(files))) == ["a 一"]


def test_a_note_that_refers_to_itself_ends_and_a_broken_one_is_damage() -> None:
    itself = f'<w:footnote w:id="1">{par(run("注"), reference(1))}</w:footnote>'
    files = with_notes(par(run("甲"), reference(1), reference(1), reference(9)), itself)
    assert apart(read("a.docx", packed(files))) == ["1 注"]
    chain = "".join(f'<w:footnote w:id="{n}">{par(reference(n + 1))}</w:footnote>' for n in range(2_000))
    assert lines(read("a.docx", packed(with_notes(par(run("甲"), reference(0)), chain)))) == ["甲"]
    with pytest.raises(DamagedFile):
        read("a.docx", packed(files | {"word/footnotes.xml": "<w:footnotes>"}))


def test_notes_of_word_2003_stand_at_the_end() -> None:
    inside = f"<w:r><w:footnote>{par(run('含上年结转2件'))}</w:footnote></w:r>"
    text = (
        '<?xml version="1.0"?><?mso-application progid="Word.Document"?>'
        '<w:wordDocument xmlns:w="http://schemas.microsoft.com/office/word/2003/wordml"><w:body>'
        f"{par(run('受理12'), inside, run('件'))}{par(run('末'))}</w:body></w:wordDocument>"
    )
    document = read("a.doc", text.encode())
    assert (lines(document), apart(document)) == (["受理12件", "末"], ["1 含上年结转2件"])


def field(code: str, result: str | None = None, form: str = "", inner: str = "", end: str = "") -> str:
    separate = "" if result is None else f'<w:r><w:fldChar w:fldCharType="separate"/></w:r>{result}'
    return (
        f'<w:r><w:fldChar w:fldCharType="begin">{form}</w:fldChar></w:r><w:r><w:instrText>{code}</w:instrText></w:r>'
        f'{inner}{separate}<w:r><w:rPr>{end}</w:rPr><w:fldChar w:fldCharType="end"/></w:r>'
    )


def box(inside: str) -> str:
    return field(" FORMCHECKBOX ", None, f"<w:ffData><w:checkBox>{inside}</w:checkBox></w:ffData>")


def choice(result: str) -> str:
    entries = '<w:listEntry w:val="甲"/><w:listEntry w:val="乙"/>'
    return f"<w:ffData><w:ddList>{result}{entries}</w:ddList></w:ffData>"


def control(inside: str, properties: str = "") -> str:
    return f"<w:sdt><w:sdtPr>{properties}</w:sdtPr><w:sdtContent>{inside}</w:sdtContent></w:sdt>"


def sign(code: str, font: str = "Wingdings") -> str:
    return f'<w:r><w:sym w:font="{font}" w:char="{code}"/></w:r>'


_ASKS = "<w:showingPlcHdr/>"
_WINGDINGS = '<w:rFonts w:ascii="Wingdings"/>'
_RUBY = f"<w:r><w:ruby><w:rt>{run('xian')}</w:rt><w:rubyBase>{run('县')}</w:rubyBase></w:ruby></w:r>"
_HYPHENS = (run("A"), "<w:r><w:noBreakHyphen/></w:r>", run("B"), "<w:r><w:softHyphen/></w:r>", run("C"))


@pytest.mark.parametrize(
    ("inside", "shown"),
    [
        ((run("今"), field(" DATE ", run("2023")), run("年")), "今2023年"),
        ((run("今"), field(" IF ", run("12"), inner=field(" REF a ", run("99"))), run("件")), "今12件"),
        ((run("今"), field(" XE ", end="<w:vanish/>"), run("年")), "今年"),
        ((field(" eq \\o\\ac(○,3)", run("三")), run("概述")), "三概述"),
        ((run("今"), field(" TOC "), run("年")), "今年"),
        ((run("今"), '<w:r><w:fldChar w:fldCharType="end"/></w:r>', run("年")), "今年"),
        ((field(" eq \\o\\ac(○,3)"), run("概述")), "③概述"),
        ((field(" EQ \\o(○,注)"), run("概述")), "注概述"),
        ((box("<w:checked/>"), run("是"), box('<w:checked w:val="0"/>'), run("否")), "☑是□否"),
        ((box('<w:default w:val="1"/>'), run("是"), box("<w:default w:val='0'/>"), run("否")), "☑是□否"),
        ((field("FORMDROPDOWN", None, choice('<w:result w:val="1"/>')),), "乙"),
        ((field("FORMDROPDOWN", None, choice("")),), "甲"),
        ((field("FORMDROPDOWN", run("乙"), choice("")),), "乙"),
        ((sign("F0FE"), run("是"), sign("F0A8"), run("否")), "☑是□否"),
        ((sign("F081"), sign("F052", "Wingdings 2"), sign("F0B3", "Symbol"), run("12")), "①☑≥12"),
        ((sign("F0FF"), sign("25A1", "宋体"), sign("nonsense"), run("12")), "□12"),
        ((run("\uf0fe", _WINGDINGS), run("\uf0a8"), run("R", _WINGDINGS.replace("dings", "dings 2"))), "☑□☑"),
        ((run("1", _WINGDINGS), run("件", _WINGDINGS)), "1件"),
        ((run("12"), run("①", _RAISED), run("件")), "12件"),
        ((run("12"), run("1", _RAISED), run("件")), "12件"),
        ((run("300m"), run("2", _RAISED)), "300m2"),
        ((run("①", _RAISED), run("指文件")), "①指文件"),
        ((control(run("☑"), "<w14:checkbox xmlns:w14='u'/>"), run("是")), "☑是"),
        ((control(run("2023年1月3日"), "<w:date/>"),), "2023年1月3日"),
        ((run("12"), control(run("单击此处输入文字。"), _ASKS)), "12"),
        ((run("12"), control(run("件"), _ASKS)), "12件"),
        ((_RUBY,), "县"),
        ((*_HYPHENS, "<w:r><w:ptab/></w:r>", run("D")), "A-BC\tD"),
    ],
)  # fmt: skip
def test_a_line_shows_results_signs_and_values(inside: tuple[str, ...], shown: str) -> None:
    assert lines(read("a.docx", packed(parts(par(*inside) + par(run("末")))))) == [shown, "末"]


def test_a_control_around_paragraphs_or_cells_that_asks_for_words_is_blank() -> None:
    asks = run("单击或点击此处输入文字。")
    assert lines(read("a.docx", packed(parts(control(par(asks), _ASKS) + par(run("末")))))) == ["末"]
    cell = control(f"<w:tc>{par(asks)}</w:tc>", _ASKS)
    table = f"<w:tbl>{row('受理', '12')}<w:tr><w:tc>{par(run('答复'))}</w:tc>{cell}</w:tr></w:tbl>"
    assert len(cells(read("a.docx", packed(parts(table))))) == 4


def test_signs_of_fonts() -> None:
    assert seen("甲\uf0fe乙") == "甲☑乙"
    assert seen("12件", "Wingdings") == "12件"
    assert seen("\uf031\uf032", "Symbol") == "12"
    assert seen(" ", "Wingdings") == " "
    assert seen("\ue000", "Wingdings") == "\ue000"


# RTF -------------------------------------------------------------------------------------------------------------


def coded(words: str) -> str:
    return "".join(f"\\u{ord(c) - (0x10000 if ord(c) > 0x7FFF else 0)}?" if ord(c) > 127 else c for c in words)


@pytest.mark.parametrize(
    "opening", ["{\\footnote ", "{\\*\\footnote \\chftn\\pard\\plain ", "{\\footnote\\ftnalt {\\super\\chftn}"]
)
def test_notes_of_rich_text_stand_at_the_end(opening: str) -> None:
    one, two = (f"{{\\super\\chftn {opening}{coded(w)} \\{{x\\}}}}}}" for w in ("含上年结转2件", "另一注"))
    text = f"{{\\rtf1\\ansi {coded('受理12')}{one}{coded('件')}\\par {coded('答复9')}{two}{coded('件')}\\par}}"
    document = read("a.rtf", text.encode())
    assert lines(document) == ["受理12件", "答复9件"]
    one, two, circle = ("i", "ii", "i") if "ftnalt" in opening else ("1", "2", "①")
    assert apart(document) == [f"{one} 含上年结转2件 {{x}}", f"{two} 另一注 {{x}}"]
    circled = read("a.rtf", text.replace("\\ansi", "\\ansi\\ftnncnum").encode())
    assert apart(circled)[0].startswith(f"{circle} ")


def test_fields_and_signs_of_rich_text() -> None:
    made = "{\\field{\\*\\fldinst DATE}{\\fldrslt 2023}}"
    text = f"{{\\rtf1\\ansi\\uc2 \\u-3842\\'a1\\'f5{made}\\uc0 \\u24180 \\uc1 A\\par}}"
    assert lines(read("a.rtf", text.encode())) == ["☑2023年A"]


def test_a_row_of_rich_text_with_more_cells_than_its_definition_has_is_read() -> None:
    text = "{\\rtf1\\trowd\\clvmrg\\cellx1000 1\\cell 2\\cell\\row\\pard 3\\par}"
    assert [words for *_, words in cells(read("a.rtf", text.encode()))] == ["1", "2"]


def test_notes_without_an_end_are_read_in_bounded_time() -> None:
    start = time.process_time()
    assert "12" in read("a.rtf", ("{\\rtf1 12\\par " + "{\\footnote a" * 50_000).encode()).text
    assert time.process_time() - start < 6
