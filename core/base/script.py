"""Traditional script, read as simplified: one character for one, so that every offset stays what it is."""

import re
from collections.abc import Callable
from functools import cache

# Frequent characters of these reports that only the traditional script has.
_TELLING = re.compile(
    "[開報縣區與為這個國務關門單項條數請復覆訴訟費範網況強設問題無業應實經處說從點體當總將來們於對會動後進]"
)
_LEAST = 0.01  # share of the text
_SAMPLE = 20_000
# The same thing under its two names.
_WORDS = {
    "资讯": "信息",
    "网路": "网络",
    "资料夹": "文件夹",
    "释出": "发布",
    "点选": "点击",
    "入口网": "门户网",
    "影片": "视频",
}


def is_traditional(text: str) -> bool:
    """Whether a text is written in traditional script; a single name in it does not make it so."""
    sample = text[:_SAMPLE]
    return len(_TELLING.findall(sample)) > _LEAST * max(len(sample), 1)


def simplified(text: str) -> str:
    """The text in simplified script, character for character."""
    plain = text
    for convert in _converters():
        whole = convert(plain)
        # Words decide first (答覆 is 答复); where they would change the length, each character stands for itself.
        plain = whole if len(whole) == len(plain) else "".join(_one(c, convert) for c in plain)
    for word, same in _WORDS.items():
        plain = plain.replace(word, same)
    return plain


def _one(sign: str, convert: Callable[[str], str]) -> str:
    found = convert(sign)
    return found if len(found) == 1 else sign


@cache
def _converters() -> tuple[Callable[[str], str], ...]:
    from opencc import OpenCC  # late: few reports need its tables

    return tuple(OpenCC(name).convert for name in ("t2s", "hk2s"))
