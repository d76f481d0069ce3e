"""Reading takes time in proportion to the size, whatever the text is made of."""

import time

import pytest

from core.readers.registry import read
from tests.corpus.adversarial import HEAD, repeated
from tests.readers.reports import SIMPLIFIED

_PIECES = {
    "prose": SIMPLIFIED,
    "one line": SIMPLIFIED.replace("\n", ""),
    "cells": "\t从事人员数\n\t——\n\t56\n\n\t\n\t其中：1.专职\n\t8\n\n\n",
    "one table of cells": "\t从事人员数\n\t——\n\t56\n\n",
    "many tables": "表\n甲\t1\t2\n乙\t3\t4\n\n\n",
    "bars": "|甲|1|\n|乙|2|\n",
    "gaps": "甲    1    2\n乙    3    4\n丙    5    6\n正文\n",
    "blanks": " \t\u3000",
    "dashes": "——",
    "digits": "1234567890",
    "brackets": "（（（",
    "tabs": "\t",
    "short lines": "甲\n",
    "menu": "首页 ",
    "headings": "一、\n",
}


@pytest.mark.parametrize("piece", _PIECES.values(), ids=_PIECES)
def test_six_times_the_text_takes_far_less_than_thirty_six_times_as_long(piece: str) -> None:
    small, large = _seconds(repeated(piece, 6)), _seconds(repeated(piece))
    assert large / max(small, 0.01) < 24


def _seconds(text: str) -> float:
    """Processor time, which the other programs of the machine do not lengthen; the better of two."""
    data = (HEAD + text).encode("utf-8")
    times = []
    for _ in range(2):
        started = time.process_time()
        read("大.txt", data)
        times.append(time.process_time() - started)
    return min(times)
