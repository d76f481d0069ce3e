"""Sentences with more figures than any report states are left unread, and the report says so."""

import pytest

from core.app.pipeline import read_report
from core.extract.overfull import MOST_FIGURES
from core.model.findings import Rule

_HEAD = "甲川县政府信息公开工作年度报告（二○一三年度）\n一、概述\n全县主动公开政府信息多条。"


@pytest.mark.parametrize(("figures", "unread"), [(MOST_FIGURES, 0), (MOST_FIGURES + 1, MOST_FIGURES + 1)])
@pytest.mark.parametrize("piece", ["9条，", "没有，"], ids=["figures", "negations"])
def test_too_many_figures_are_not_read_and_a_finding_says_so(piece: str, figures: int, unread: int) -> None:
    read = read_report("甲.txt", (_HEAD + piece * figures).encode("utf-8"))
    assert read.extraction.is_annual_report
    assert read.extraction.figures_unread == unread
    said = [f for f in read.findings if f.rule is Rule.IMPLAUSIBLE and f.message.code == "check.implausible.figures"]
    assert [f.message.params["n"] for f in said] == ([unread] if unread else [])
    assert bool(unread) <= (read.extraction.statistics == ())
