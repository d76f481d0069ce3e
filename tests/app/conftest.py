"""A project on a real file, with an invented report."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from core.app.project import Project
from core.base.progress import Silent
from core.model.report import Report
from core.model.values import Value

REPORT = """青石县2011年政府信息公开工作年度报告

根据《中华人民共和国政府信息公开条例》规定，现公布青石县2011年政府信息公开工作年度报告。

一、主动公开政府信息情况

2011年，全县主动公开政府信息320条，其中通过政府网站公开300条，通过政府公报公开30条。

二、依申请公开政府信息情况

2011年，全县共收到政府信息公开申请4件，均已答复。举办培训2次。

三、存在的问题

公开意识还有待增强。

二〇一二年三月五日
"""


@pytest.fixture
def source(tmp_path: Path) -> Path:
    """The report as a file."""
    path = tmp_path / "青石.txt"
    path.write_bytes(REPORT.encode("gb18030"))
    return path


@pytest.fixture
def project(tmp_path: Path, source: Path) -> Iterator[Project]:
    """A project with the report as number 1; 王芳 works on it."""
    made = Project.create(tmp_path / "p.hejiao", "王芳")
    assert made.import_paths([source], Silent()).reports == (1,)
    yield made
    made.close()


def value(project: Project, key: str) -> Value:
    """A value of the report as it stands now."""
    return find(project.report(1), key)


def find(report: Report, key: str) -> Value:
    """A value by its key."""
    return next(v for v in report.values if v.key == key)
