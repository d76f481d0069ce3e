"""The bundled forms tell tables by their content and name their cells by row and column."""

import pytest

from core.app.bundled import catalogue
from core.extract.tables import tables
from core.mapping.matcher import map_tables
from core.model.document import Document
from core.model.extraction import Extraction, Row, Table
from core.model.message import Message
from core.readers.registry import read
from tests.extract import statutory_tables as printed

_FIFTEEN = [str(n) for n in range(15)]


def _mapped(*bodies: str) -> Extraction:
    text = "甲川县2022年政府信息公开工作年度报告\n" + "\n一段文字说明情况。\n".join(bodies) + "\n全文完毕，特此报告。\n"
    document: Document = read("表.txt", text.encode("utf-8"))
    found = tables(document, catalogue().forms)
    return map_tables(Extraction(True, Message("extract.kind.report"), tables=found), catalogue())


def _named(table: Table) -> dict[str, str]:
    return {key: cell.text for row in table.rows for cell in row.cells if (key := row.measure(cell))}


def _row(table: Table, label: str) -> Row:
    return next(r for r in table.rows if r.label == label)


def test_the_form_of_2021_names_its_cells() -> None:
    found = _mapped(
        *(printed.bars(t) for t in (printed.disclosure(), printed.applications(), printed.reviews(_FIFTEEN)))
    )
    assert found.form == "guoban-2021"
    assert [t.form for t in found.tables] == [
        f"guoban-2021.{part}" for part in ("disclosure", "applications", "review")
    ]
    assert _named(found.tables[0]) == {
        "rules.issued": "0", "rules.repealed": "0", "rules.in_force": "7",
        "normative.issued": "22（其中修订16件）", "normative.repealed": "", "normative.in_force": "131",
        "decisions.licence": "2650", "decisions.penalty": "31", "decisions.coercion": "0",
        "decisions.charges": "24.311082",
    }  # fmt: skip
    assert _row(found.tables[0], "行政事业性收费").unit == "万元"
    assert _named(found.tables[2]) == {
        f"review.{what}": str(n) for n, what in enumerate(("upheld", "corrected", "other", "pending", "total"))
    }


def test_of_applications_the_total_alone_is_named() -> None:
    table = _mapped(printed.bars(printed.applications(23))).tables[0]
    assert table.form == "guoban-2019.applications"
    totals = {r.label: r.cells[-1].text for r in table.rows}
    assert _named(table) == {
        "applications.received": totals["一、本年新收政府信息公开申请数量"],
        "applications.carried_in": totals["二、上年结转政府信息公开申请数量"],
        "applications.granted": totals["（一）予以公开"],
        "applications.partial": totals["（二）部分公开（区分处理的，只计这一情形，不计其他情形）"],
        "applications.other_result": totals["（六）其他处理"],
        "applications.answered": totals["（七）总计"],
        "applications.carried_out": totals["四、结转下年度继续办理"],
    }
    assert {c.column for r in table.rows for c in r.cells if r.measure(c)} == {"c7"}
    assert {r.indicator for r in table.rows} == {None}


def test_the_form_is_told_table_by_table() -> None:
    made = (printed.disclosure(), printed.applications(23), printed.reviews(_FIFTEEN))
    found = _mapped(*(printed.bars(t) for t in made))
    assert [t.form for t in found.tables] == [
        "guoban-2021.disclosure",
        "guoban-2019.applications",
        "guoban-2021.review",
    ]
    assert found.form == "guoban-2021"


def test_scopes_of_the_forms_columns() -> None:
    scopes = {c.path[-1]: c.scope for c in _mapped(printed.bars(printed.disclosure(2019))).tables[0].columns}
    assert scopes["上一年项目数量"] == "previous"
    assert scopes["本年增/减"] == "change"
    assert scopes["对外公开总数量"] == "point"
    assert scopes["本年新制作数量"] == "year"


def test_a_misprinted_label_is_named_with_less_confidence_and_says_why() -> None:
    body = printed.bars(printed.applications()).replace("四、结转下年度继续办理", "四、结转下年度继续力理")
    row = _mapped(body).tables[0].rows[-1]
    assert row.measure(row.cells[-1]) == "applications.carried_out"
    assert row.doubt is not None
    assert row.doubt.code == "extract.row.misprinted"
    assert row.cells[-1].confidence < 0.96


_NATIONAL = (
    ("一、主动公开情况", "----", ""),
    ("（一）主动公开政府信息数（不同渠道和方式公开相同信息计1条）", "条", "327"),
    ("其中：主动公开规范性文件数", "条", "3"),
    ("制发规范性文件总数", "件", "4"),
    ("某省加印的一行", "件", "9"),
    ("（二）通过不同渠道和方式公开政府信息的情况", "----", ""),
    ("1.政府公报公开政府信息数", "条", "0"),
    ("二、回应解读情况", "----", ""),
    ("（一）回应公众关注热点或重大舆情数（不同方式回应同一热点或舆情计1次）", "次", "2"),
    ("（二）通过不同渠道和方式回应解读的情况", "----", ""),
    ("三、依申请公开情况", "----", ""),
    ("（一）收到申请数", "件", "5"),
    ("（二）申请办结数", "件", "5"),
    ("（三）申请答复数", "件", "5"),
    ("四、行政复议数量", "件", "1"),
    ("（一）维持具体行政行为数", "件", "1"),
    ("五、行政诉讼数量", "件", "0"),
    ("八、机构建设和保障经费情况", "----", ""),
    ("（一）政府信息公开工作专门机构数", "个", "1"),
)


def test_what_is_known_from_memory_is_less_certain_and_says_so() -> None:
    table = _mapped("统计指标\t单位\t统计数\n" + "".join("\t".join(row) + "\n" for row in _NATIONAL)).tables[0]
    assert (table.form or "").startswith("guoban-2014.")
    assert _named(table)["disclosed.total"] == "327"
    assert _named(table)["review.upheld"] == "1"
    row = _row(table, "（一）收到申请数")
    assert row.doubt is not None
    assert row.doubt.code == "extract.row.from_memory"
    assert row.cells[0].confidence <= 0.9
    inserted = _row(table, "某省加印的一行")
    assert (inserted.indicator, inserted.doubt, inserted.cells[0].text) == (None, None, "9")


@pytest.mark.parametrize("total", [True, False])
def test_of_several_bodies_only_the_total_is_the_issuers(total: bool) -> None:
    heads = ["统计指标", "单位", "县本级统计数", "乡镇统计数", *(["合计"] if total else [])]
    rows = [[label, unit, *([value] * (3 if total else 2))] for label, unit, value in _NATIONAL]
    table = _mapped("".join("\t".join(row) + "\n" for row in [heads, *rows])).tables[0]
    row = _row(table, "（一）收到申请数")
    assert [row.measure(c) for c in row.cells] == [None, None, *(["applications.received"] if total else [])]


@pytest.mark.parametrize(
    ("form", "labels", "named"),
    [
        ("fujian-2011", ("主动公开信息数", "其中：1、网站公开", "2、政府公报公开", "受理依申请公开信息总数",
                         "其中：1、电子邮件申请数", "对申请的答复总数", "其中：1、否决公开答复数"),
         {"disclosed.total", "disclosed.website", "disclosed.gazette", "applications.received", "applications.answered",
          "applications.refused"}),
        ("fujian-2014", ("主动公开文件数", "其中：1、政府网站公开数", "2、政府公报公开数", "受理依申请公开信息总数",
                         "其中：1、信函、传真申请数", "对申请的答复总数", "其中：1、其他类型答复数"),
         {"disclosed.total", "disclosed.website", "disclosed.gazette", "applications.received", "applications.letter",
          "applications.answered", "applications.other_result"}),
        ("shanghai-2008", ("主动信息公开", "其中：全文电子化的主动公开信息数", "公文类信息数", "提供服务类信息数",
                           "网站专栏页面访问量", "依申请公开信息目录数", "申请总次数", "其中：1.当面申请数"),
         {"disclosed.total", "website.visits", "applications.received", "applications.in_person"}),
    ],
)  # fmt: skip
def test_provincial_forms_are_told_by_their_labels(form: str, labels: tuple[str, ...], named: set[str]) -> None:
    found = _mapped("指标名称\t单位\t本年度\n" + "".join(f"{label}\t条\t{n}\n" for n, label in enumerate(labels)))
    assert found.form == form
    assert set(_named(found.tables[0])) == named
