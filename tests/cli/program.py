"""Running the program as its users do: as a process of its own."""

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]
REPORT = """青石县2011年政府信息公开工作年度报告

根据《中华人民共和国政府信息公开条例》规定，现公布青石县2011年政府信息公开工作年度报告。

一、主动公开政府信息情况

2011年，全县主动公开政府信息320条，其中通过政府网站公开300条，通过政府公报公开30条。

二、依申请公开政府信息情况

2011年，全县共收到政府信息公开申请4件。

二〇一二年三月五日
"""


def run(*words: str | Path, cwd: Path | None = None, **environment: str) -> "subprocess.CompletedProcess[str]":
    """`python main.py WORDS…`; what it says is read as UTF-8 whatever the locale is."""
    return subprocess.run(
        [sys.executable, str(ROOT / "main.py"), *map(str, words)],
        cwd=cwd,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen", "PYTHONUTF8": "0", **environment},
        capture_output=True,
        encoding="utf-8",
        timeout=180,
        check=False,
    )
