"""A broken catalogue is refused; the refusal names the file, the line and what is wrong."""

from pathlib import Path

import pytest

from core.base.errors import CatalogueFault
from core.base.messages import word
from core.base.resources import resource
from core.mapping.catalogue_file import load

CORE = """\
[[indicator]]
key = "disclosed.total"
unit = "条"
measure = "flow"
zh = "主动公开数"
en = "disclosed"
names = ["公开总数"]

[[indicator]]
key = "staff.total"
unit = "人"
measure = "stock"
zh = "人员数"
en = "staff"
"""
FORM = """\
[form]
id = "jia-2013"
zh = "甲2013"
en = "Jia 2013"
source = "invented"
from_memory = false
fingerprint = ["公开总数"]

[[row]]
id = "t.01"
labels = ["公开总数"]
indicator = "disclosed.total"
parts = "some"

[[row]]
id = "t.02"
labels = ["网站公开数"]
parent = "t.01"

[[table]]
id = "u"
zh = "人员表"
fingerprint = ["专职"]
columns = [
    { id = "full", path = ["专职"], scope = "point" },
    { id = "part", path = ["兼职"] },
]

[[row]]
id = "u.01"
labels = [""]
columns = ["full"]
cells = { full = "staff.total" }
"""
PROSE = """\
[[phrase]]
indicator = "disclosed.total"
match = "公开[^#]{0,10}#"
units = ["条"]
"""


def _folder(tmp_path: Path, core: str = CORE, form: str = FORM, prose: str = PROSE) -> Path:
    (tmp_path / "forms").mkdir()
    (tmp_path / "core.toml").write_text(core, encoding="utf-8")
    (tmp_path / "prose.toml").write_text(prose, encoding="utf-8")
    (tmp_path / "forms" / "jia-2013.toml").write_text(form, encoding="utf-8")
    return tmp_path


def _fault(folder: Path) -> tuple[object, ...]:
    with pytest.raises(CatalogueFault) as refusal:
        load(folder)
    params = refusal.value.params
    for lang in ("zh_CN", "en"):
        sentence = word(refusal.value.code, params, lang)
        assert str(params["file"]) in sentence
        assert str(params["line"]) in sentence
        assert "@" not in sentence
    return params["file"], params["line"], str(params["what"]).removeprefix("@catalogue."), params["value"]


def test_the_catalogue_that_the_faults_are_made_in_is_sound(tmp_path: Path) -> None:
    catalogue = load(_folder(tmp_path))
    assert set(catalogue.indicators) == {"disclosed.total", "staff.total"}
    form = catalogue.forms[0]
    assert [r.parent for r in form.rows] == [None, "t.01", None]
    assert [[c.id for c in form.columns_of(r)] for r in form.rows] == [[], [], ["full"]]
    assert form.rows_of("u")[0].cells == {"full": "staff.total"}
    assert catalogue.phrases[0].match.search("公开信息#")


def test_the_bundled_catalogue_is_sound() -> None:
    catalogue = load(resource("catalogue"))
    assert catalogue.indicators["disclosed.total"].unit == "条"
    assert {f.id for f in catalogue.forms} >= {"jilin-2009", "shandong-2011"}
    assert catalogue.phrases


@pytest.mark.parametrize(
    ("old", "new", "line", "what", "value"),
    [
        pytest.param('unit = "条"', 'unit = "条', 3, "syntax", "", id="open quotes"),
        pytest.param('unit = "条"', 'unit = "条"\nunit = "件"', 4, "syntax", "", id="a key twice"),
        pytest.param('unit = "条"', 'units = "条"', 3, "unknown", "units", id="misprinted key"),
        pytest.param('unit = "条"\n', "", 1, "missing", "unit", id="key left out"),
        pytest.param('unit = "条"', "unit = 3", 3, "type", "unit", id="number for a text"),
        pytest.param('unit = "条"', 'unit = ""', 3, "type", "unit", id="empty text"),
        pytest.param('names = ["公开总数"]', 'names = "公开总数"', 7, "type", "names", id="text for a list"),
        pytest.param('names = ["公开总数"]', "names = [1]", 7, "type", "names", id="list of numbers"),
        pytest.param('measure = "stock"', 'measure = "amount"', 12, "choice", "amount", id="no such measure"),
        pytest.param('"staff.total"', '"disclosed.total"', 10, "duplicate", "disclosed.total", id="an indicator twice"),
        pytest.param(CORE, "", 1, "missing", "indicator", id="nothing inside"),
        pytest.param(CORE, "indicator = 5", 1, "type", "indicator", id="no list of indicators"),
        pytest.param(CORE, CORE + "\n[[indicators]]\n", 16, "unknown", "indicators", id="misprinted table"),
    ],
)
def test_a_fault_among_the_indicators_is_named(
    tmp_path: Path, old: str, new: str, line: int, what: str, value: str
) -> None:
    assert CORE.count(old) == 1
    assert _fault(_folder(tmp_path, core=CORE.replace(old, new))) == ("core.toml", line, what, value)


@pytest.mark.parametrize(
    ("old", "new", "line", "what", "value"),
    [
        pytest.param("[form]\n", "", 1, "unknown", "id", id="no head"),
        pytest.param('id = "jia-2013"\n', "", 1, "missing", "id", id="no id"),
        pytest.param("from_memory = false", 'from_memory = "no"', 6, "type", "from_memory", id="text for a yes or no"),
        pytest.param('["公开总数"]\n\n', "[]\n\n", 7, "missing", "fingerprint", id="no fingerprint"),
        pytest.param('"disclosed.total"', '"disclosed.totl"', 12, "no_indicator", "disclosed.totl", id="no indicator"),
        pytest.param('"t.01"\nlabels', '"t.02"\nlabels', 16, "duplicate", "t.02", id="a row twice"),
        pytest.param('parent = "t.01"', 'parent = "t.09"', 18, "no_parent", "t.09", id="no parent"),
        pytest.param('parts = "some"', 'parts = "most"', 13, "choice", "most", id="no such parts"),
        pytest.param('labels = ["网站公开数"]', "labels = []", 17, "missing", "labels", id="row without a label"),
        pytest.param('labels = ["网站公开数"]', "label = []", 17, "unknown", "label", id="misprinted key of a row"),
        pytest.param('"point"', '"eve"', 24, "choice", "eve", id="no such period"),
        pytest.param('id = "part"', 'id = "full"', 24, "duplicate", "full", id="a column twice"),
        pytest.param('["专职"]\ncol', "[]\ncol", 20, "missing", "fingerprint", id="table that nothing tells"),
        pytest.param('columns = ["full"]', 'columns = ["none"]', 32, "no_column", "none", id="no such column"),
        pytest.param("cells = { full", "cells = { none", 33, "no_column", "none", id="no column of that cell"),
        pytest.param('"staff.total"', '"staff"', 33, "no_indicator", "staff", id="no indicator of a cell"),
        pytest.param("[[row]]\nid = \"t.02\"", "[[rows]]\nid = \"t.02\"", 15, "unknown", "rows", id="misprinted table"),
    ],
)  # fmt: skip
def test_a_fault_in_a_form_is_named(tmp_path: Path, old: str, new: str, line: int, what: str, value: str) -> None:
    assert FORM.count(old) == 1
    assert _fault(_folder(tmp_path, form=FORM.replace(old, new))) == ("jia-2013.toml", line, what, value)


@pytest.mark.parametrize(
    ("old", "new", "line", "what", "value"),
    [
        pytest.param("{0,10}#", "{0,10}(#", 3, "pattern", "公开[^#]{0,10}(#", id="no regular expression"),
        pytest.param('"disclosed.total"', '"no.such"', 2, "no_indicator", "no.such", id="no indicator"),
        pytest.param("units", "unit", 4, "unknown", "unit", id="misprinted key"),
        pytest.param("units", 'topic = "weather"\nunits', 4, "choice", "weather", id="no such topic"),
    ],
)
def test_a_fault_among_the_phrases_is_named(
    tmp_path: Path, old: str, new: str, line: int, what: str, value: str
) -> None:
    assert PROSE.count(old) == 1
    assert _fault(_folder(tmp_path, prose=PROSE.replace(old, new))) == ("prose.toml", line, what, value)


def test_two_forms_of_one_name_are_refused(tmp_path: Path) -> None:
    folder = _folder(tmp_path)
    (folder / "forms" / "yi-2014.toml").write_text(FORM, encoding="utf-8")
    assert _fault(folder) == ("yi-2014.toml", 2, "duplicate", "jia-2013")


@pytest.mark.parametrize("name", ["core.toml", "prose.toml"])
def test_a_missing_file_is_named(tmp_path: Path, name: str) -> None:
    folder = _folder(tmp_path)
    (folder / name).unlink()
    assert _fault(folder) == (name, 0, "unreadable", "")


def test_a_file_in_another_encoding_is_named(tmp_path: Path) -> None:
    folder = _folder(tmp_path)
    (folder / "core.toml").write_bytes(CORE.encode("gb18030"))
    assert _fault(folder) == ("core.toml", 0, "unreadable", "")
