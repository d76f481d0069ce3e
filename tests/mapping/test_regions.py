"""The table of regions: read from its file, asked by name, with the names above in the year of the report."""

from pathlib import Path

import pytest

from core.app.bundled import regions as bundled
from core.base.errors import CatalogueFault
from core.base.resources import resource
from core.mapping.regions import load
from core.model.regions import COUNTY, PREFECTURE, PROVINCE, Region, Regions, of_year

LINES = """# 编造的表
code,name,first,last
910000,云岭省,1980,2030
910100,南屏地区,1980,2000
910100,南屏市,2001,2030
910122,青石县,1980,2030
910123,青石山县,1980,2030
910124,青石县城区,1980,2030
920000,海云省,1980,2030
920122,青石县,1980,2030
"""


def loaded(tmp_path: Path, text: str) -> Regions:
    path = tmp_path / "regions.csv"
    path.write_text(text, encoding="utf-8")
    return load(path)


def test_remarks_and_the_head_are_no_regions(tmp_path: Path) -> None:
    regions = loaded(tmp_path, LINES)
    assert regions.named("name") == ()
    assert [(r.code, r.level) for r in regions.named("云岭省")] == [("910000", PROVINCE)]


def test_several_regions_may_bear_one_name(tmp_path: Path) -> None:
    assert [r.code for r in loaded(tmp_path, LINES).named("青石县")] == ["910122", "920122"]
    assert loaded(tmp_path, LINES).named("青石") == ()


def test_the_longest_name_at_the_start_of_a_text_is_taken(tmp_path: Path) -> None:
    regions = loaded(tmp_path, LINES)
    assert [r.name for r in regions.at_start("青石山县水务局")] == ["青石山县"]
    assert [r.name for r in regions.at_start("青石县城区水务局")] == ["青石县城区"]
    assert [r.name for r in regions.at_start("青石县水务局")] == ["青石县", "青石县"]
    assert regions.at_start("县青石县") == ()
    assert regions.at_start("") == ()


@pytest.mark.parametrize(
    ("year", "above"), [(1999, "南屏地区"), (2013, "南屏市"), (None, "南屏市"), (1970, "南屏地区"), (2040, "南屏市")]
)
def test_the_names_above_are_those_of_the_year(tmp_path: Path, year: int | None, above: str) -> None:
    regions = loaded(tmp_path, LINES)
    assert regions.path(regions.named("青石山县")[0], year) == ("云岭省", above, "青石山县")


def test_a_level_that_no_list_has_is_left_out_of_the_path(tmp_path: Path) -> None:
    regions = loaded(tmp_path, LINES)
    assert regions.path(regions.named("青石县")[1], 2013) == ("海云省", "青石县")
    assert regions.path(regions.named("云岭省")[0], 2013) == ("云岭省",)


@pytest.mark.parametrize(
    ("code", "level"), [("910000", PROVINCE), ("910100", PREFECTURE), ("910122", COUNTY), ("910110", COUNTY)]
)
def test_the_level_is_told_by_the_code(code: str, level: str) -> None:
    assert Region(code, "某地", 1980, 2030).level == level


@pytest.mark.parametrize(
    "line", ["910000,云岭省,1980", "91000,云岭省,1980,2030", "91000x,云岭省,1980,2030", "910000,云岭省,从前,2030"]
)
def test_a_line_that_is_no_region_is_named_with_its_place(tmp_path: Path, line: str) -> None:
    with pytest.raises(CatalogueFault) as fault:
        loaded(tmp_path, f"# 编造的表\ncode,name,first,last\n{line}\n")
    assert fault.value.params["file"] == "regions.csv"
    assert (fault.value.params["line"], fault.value.params["value"]) == (3, line)


def test_a_table_that_is_missing_or_no_text_is_a_fault(tmp_path: Path) -> None:
    with pytest.raises(CatalogueFault) as fault:
        load(tmp_path / "regions.csv")
    assert fault.value.params["what"] == "@catalogue.unreadable"
    (tmp_path / "regions.csv").write_bytes(b"\xff\xfe\x00\xff")
    with pytest.raises(CatalogueFault):
        load(tmp_path / "regions.csv")


def test_the_table_that_comes_with_the_program_is_whole() -> None:
    regions = load(resource("regions.csv"))
    (beijing,) = regions.named("北京市")
    assert (beijing.code, beijing.level) == ("110000", PROVINCE)
    several = regions.named("鼓楼区")
    assert len({r.code for r in several}) > 1
    assert all(len(regions.path(r, 2013)) == 3 for r in several if r.first <= 2013 <= r.last)


@pytest.mark.parametrize(
    ("text", "printed", "code"),
    [
        ("恩施州水利局", "恩施州", "422800"),
        ("连山县人民政府", "连山县", "441825"),
        ("内蒙古财政厅", "内蒙古", "150000"),
        ("广西自治区人民政府", "广西自治区", "450000"),
        ("上海路街道办事处", "", None),
    ],
)
def test_autonomous_regions_go_by_their_short_names(text: str, printed: str, code: str | None) -> None:
    regions = bundled()
    found = regions.at_start(text)
    assert (regions.printed_at_start(text), found[0].code if found else None) == (printed, code)


@pytest.mark.parametrize(("year", "code"), [(2014, "469003"), (2015, "460400"), (2030, "460400")])
def test_the_list_nearest_to_the_year_counts(year: int, code: str) -> None:
    assert [r.code for r in of_year(bundled().named("儋州市"), year)] == [code]
