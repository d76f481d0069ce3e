"""The JSON export: the contract's object of each report, and the review beside it."""

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from core.base.errors import ExportFailed
from core.base.progress import Silent
from core.export.contract import extraction_object
from core.export.json_file import write_json
from core.model.report import Decided, Report
from core.model.values import State
from tests.export.reports import TEXT, data, decided, finding, number, read_whole, report, value

WHOLE = """青石县2011年政府信息公开工作年度报告

一、主动公开政府信息情况

2011年，全县主动公开政府信息320条，其中通过政府网站公开300条。

二〇一二年三月五日
"""


def _export(tmp_path: Path, *reports: Report) -> dict[str, Any]:
    (path,) = write_json(tmp_path / "out.json", data(*reports), Silent())
    exported: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    return exported


def test_each_report_stands_on_a_line_of_its_own(tmp_path: Path) -> None:
    (path,) = write_json(tmp_path / "out.json", data(report(), report(number_in_list=2)), Silent())
    lines = path.read_text(encoding="utf-8").splitlines()
    assert [json.loads(line.rstrip(","))["review"]["id"] for line in lines[1:-1]] == [1, 2]


def test_an_empty_project_gives_a_whole_file(tmp_path: Path) -> None:
    exported = _export(tmp_path)
    assert (exported["schema"], exported["project"], exported["reports"]) == ("hejiao.export/1", "青石.hejiao", [])


def test_a_report_is_the_object_of_the_contract_with_a_review(tmp_path: Path) -> None:
    whole = read_whole(WHOLE)
    (exported,) = _export(tmp_path, whole)["reports"]
    machine = extraction_object(whole.document, whole.extraction, [row.finding for row in whole.findings])
    assert exported == json.loads(json.dumps(machine)) | {"review": exported["review"]}
    assert exported["schema"] == "hejiao.extraction/1"
    assert exported["text"] == WHOLE
    assert exported["fields"]["year"]["value"] == 2011
    assert {"indicator": "disclosed.total", "value": 320}.items() <= exported["statistics"][0].items()


def test_every_place_says_what_its_quote_says(tmp_path: Path) -> None:
    (exported,) = _export(tmp_path, read_whole(WHOLE))["reports"]
    places = [v["evidence"] for v in exported["review"]["values"] if v["evidence"]]
    places += [s["evidence"] for s in exported["statistics"]]
    assert len(places) > 4
    assert all(exported["text"][p["start"] : p["end"]] == p["quote"] for p in places)


def test_the_review_has_what_holds_now_beside_what_the_machine_read(tmp_path: Path) -> None:
    corrected = decided(value(number("320")), State.CORRECTED, number("321"), "看错一位")
    (exported,) = _export(tmp_path, report(corrected))["reports"]
    (said,) = exported["review"]["values"]
    assert said["now"] == {"content": "number", "value": 321, "text": "321"}
    assert said["machine"] == {"content": "number", "value": 320, "text": "320"}
    assert (said["state"], said["actor"], said["note"]) == ("corrected", "王芳", "看错一位")
    assert said["evidence"]["quote"] == "主动公开320条"
    assert said["evidence"]["line"] == TEXT[: said["evidence"]["start"]].count("\n") + 1


def test_a_rejected_value_holds_nothing_now(tmp_path: Path) -> None:
    (exported,) = _export(tmp_path, report(decided(value(number("320")), State.REJECTED)))["reports"]
    assert exported["review"]["values"][0]["now"] is None
    assert exported["review"]["values"][0]["machine"]["value"] == 320


def test_a_verdict_stands_at_the_place_of_its_finding(tmp_path: Path) -> None:
    first = value(number("5"))
    rows = (finding(first.key), finding(first.key, closed=True))
    (exported,) = _export(tmp_path, report(first, findings=rows))["reports"]
    assert [v["closed"] for v in exported["review"]["findings"]] == [False, True]
    assert [f["rule"] for f in exported["findings"]] == ["text_vs_table", "text_vs_table"]


def test_a_failed_export_leaves_the_old_file(tmp_path: Path) -> None:
    path = tmp_path / "out.json"
    path.write_text("old", encoding="utf-8")

    class Broken:
        """A disk that gives up in the middle."""

        def step(self, done: int, total: int, stage: str) -> None:
            """Fail at the second report."""
            if done:
                raise OSError(5, "I/O error")

    with pytest.raises(ExportFailed):
        write_json(path, data(report(), report()), Broken())
    assert path.read_text(encoding="utf-8") == "old"
    assert [p.name for p in tmp_path.iterdir() if p.is_file()] == ["out.json"]


def test_decisions_that_fit_nothing_any_more_go_out_too(tmp_path: Path) -> None:
    lost = Decided(decided(value(number("320")), State.CORRECTED, number("330"), "看错"), "主动公开320条")
    exported = _export(tmp_path, replace(report(), orphans=(lost,)))
    (said,) = exported["reports"][0]["review"]["orphans"]
    assert (said["now"]["value"], said["state"], said["actor"]) == (330, "corrected", "王芳")
    assert (said["note"], said["quote"]) == ("看错", "主动公开320条")
