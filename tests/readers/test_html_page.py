"""The page around a report: its data are told in every form that sites use, its footer and links give no figures."""

import pytest

from core.app.pipeline import read_report
from core.model.extraction import Extraction

_REPORT = """<p>石桥乡人民政府2019年政府信息公开工作年度报告</p>
<p>根据《中华人民共和国政府信息公开条例》，现公布石桥乡2019年政府信息公开工作年度报告。联系电话：85551234。</p>
<p>一、总体情况</p><p>2019年主动公开政府信息80条，受理政府信息公开申请3件。</p>
<p>二、存在的问题</p><p>宣传不够，将加强学习。</p><p>三、其他需要报告的事项</p><p>无。</p>"""
_HEAD = """<div>您现在的位置：<a>首页</a> &gt; <a>政务公开</a> &gt; 正文</div>
<h1>石桥乡人民政府2019年政府信息公开工作年度报告</h1>"""
_FOOT = """<div><p>上一篇：<a>甲川镇2018年政府信息公开工作年度报告</a></p><p>【打印】【关闭】</p>
<p>主办：甲川县人民政府办公室　联系电话：0431-81234567　邮编：123456</p>
<p>传真：0431-81234568 网站标识码：2201000012</p></div>"""
_DATA = (
    ("索引号", "bx01/2020-00012"),
    ("发布机构", "石桥乡人民政府"),
    ("发布日期", "2020-03-05"),
    ("主题分类", "政务公开"),
)


def found(page: str) -> Extraction:
    return read_report("a.html", page.encode()).extraction


def values(extraction: Extraction, key: str) -> list[str | None]:
    return [f.value for f in extraction.fields if f.key == key]


def _rows(shape: str) -> str:
    return "".join(shape.format(k=k, v=v) for k, v in _DATA)


@pytest.mark.parametrize(
    "data",
    [
        "<table>" + _rows("<tr><th>{k}</th><td>{v}</td></tr>") + "</table>",
        "<dl>" + _rows("<dt>{k}：</dt><dd>{v}</dd>") + "</dl>",
        "<ul>" + _rows("<li><span>{k}：</span><i>{v}</i></li>") + "</ul>",
        "<div>" + _rows("<span>{k}：{v}</span>\n") + "浏览次数：12 字体：[大 中 小]</div>",
        _rows("<p>[{k}]&nbsp;{v}</p>"),
    ],
    ids=["table", "dl", "list", "spans", "brackets"],
)
def test_page_data_are_told_in_every_form(data: str) -> None:
    extraction = found(f"<html><body>{_HEAD}{data}<div>{_REPORT}</div>{_FOOT}</body></html>")
    told = {key: values(extraction, key) for key in ("publisher", "publish_date", "index_number")}
    assert told == {
        "publisher": ["石桥乡人民政府"],
        "publish_date": ["2020-03-05"],
        "index_number": ["bx01/2020-00012"],
    }


@pytest.mark.parametrize("inside", [True, False])
def test_contacts_of_the_site_are_not_those_of_the_report(inside: bool) -> None:
    page = f"<div>{_REPORT}{_FOOT}</div>" if inside else f"<div>{_REPORT}</div>{_FOOT}"
    extraction = found(f"<html><body>{_HEAD}{page}</body></html>")
    assert values(extraction, "phone") == ["85551234"]
    assert values(extraction, "postcode") == values(extraction, "fax") == []
    assert [s.value for s in extraction.statistics] == [80, 3]


def test_a_footer_that_names_the_office_of_disclosure_is_the_report_s() -> None:
    foot = "<p>网站地图 | 关于我们</p><p>政府信息公开咨询电话：0431-85550000</p>"
    extraction = found(
        f"<html><body>{_HEAD}<div>{_REPORT.replace('联系电话：85551234。', '')}</div>{foot}</body></html>"
    )
    assert values(extraction, "phone") == ["0431-85550000"]
