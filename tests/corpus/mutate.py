"""Rewrites a seed and its gold together: other places, years, figures, markers, widths, words, order.

Every rewriting is applied to the text and to the gold's strings alike, so that the same quality may be expected.
All figures are multiplied by one factor, which keeps sums, differences and order as they are.
"""

import copy
import random
import re
from collections.abc import Callable
from typing import Any

from tests.corpus.gold import Gold

Rewrite = Callable[[str], str]

# Places of the seeds -> places of the same rank; the longer names first.
_COUNTIES = ("临泽县", "嘉善县", "凤台县", "陵水黎族自治县", "建始县", "博兴县", "灵台县", "枞阳县")
_CITIES = ("嘉兴市", "漳州市", "荆门市", "娄底市", "朔州市", "锦州市")
_SEED_COUNTIES = ("安图", "方正", "沂源", "石泉")
_SEED_CITIES = ("安庆",)

# Wordings that mean the same; each pair is tried by chance.
_SYNONYMS = (
    ("未收到", "没有收到"),
    ("没有接到", "未接到"),
    ("没有出现", "未出现"),
    ("未发生", "没有发生"),
    ("总计221", "共计221"),
    ("共召开", "召开了"),
    ("参训2000", "参加培训2000"),
    ("连续举办", "先后举办"),
    ("共举办培训班", "共开办培训班"),
    ("现报告如下", "现将有关情况报告如下"),
    ("主动公开各类政务信息", "主动公开各类政府信息"),
    ("已答复", "答复"),
    ("共发布信息", "共公开信息"),
    ("通过各政府机关政府信息公开专栏查阅", "通过政府信息公开专栏浏览"),
)
_MARKERS = (("（一）", "(一)"), ("（二）", "(二)"), ("（三）", "(三)"), ("其中：", "其中:"))
_WIDTHS = str.maketrans("，：；（）", ",:;()")
_WIDE = {",": "，", ":": "：", ";": "；", "(": "（", ")": "）"}
_HALF = re.compile(r"(?<![\x21-\x7e])[,:;()]|[,:;()](?![\x21-\x7e])")
_DIGITS = "零一二三四五六七八九"


def mutate(gold: Gold, text: str, seed: int) -> tuple[Gold, str]:
    """The rewritten gold and text for this `seed`; the same seed gives the same rewriting."""
    chance = random.Random(seed * 7919 + len(text))
    gold, text = _figures(copy.deepcopy(gold), text, chance.choice((2, 3, 7)))
    for rewrite in (_places(chance), _years(gold, chance), _words(chance), _markers(chance), _widths(chance)):
        text = rewrite(text)
        gold = _everywhere(gold, rewrite)
    return gold, _order(text, chance)


def _everywhere(node: Any, rewrite: Rewrite) -> Any:
    if isinstance(node, dict):
        return {k: v if k in ("file", "kind", "unit", "scope") else _everywhere(v, rewrite) for k, v in node.items()}
    if isinstance(node, list):
        return [_everywhere(v, rewrite) for v in node]
    return rewrite(node) if isinstance(node, str) else node


def _places(chance: random.Random) -> Rewrite:
    pairs = [(s, chance.choice(_COUNTIES)[:-1]) for s in _SEED_COUNTIES]
    pairs += [(s, chance.choice(_CITIES)[:-1]) for s in _SEED_CITIES]

    def rewrite(text: str) -> str:
        for old, new in pairs:
            text = text.replace(old, new)
        return text

    return rewrite


def _years(gold: Gold, chance: random.Random) -> Rewrite:
    """Move all years by the same step; the report year stays under the regulations of 2008."""
    year = gold["fields"]["year"]
    step = chance.choice([s for s in range(-3, 6) if 2008 <= year + s <= 2016])
    gold["fields"]["year"] = year + step

    def rewrite(text: str) -> str:
        text = re.sub(r"(?<!\d)20[01]\d(?=\d{3,4}(?!\d))", lambda m: str(int(m[0]) + step), text)
        text = re.sub(r"(?<!\d)20[01]\d(?=\s?年|-)", lambda m: str(int(m[0]) + step), text)
        text = re.sub(r"(?<!\d)(0[89])(?=年)", lambda m: f"{int(m[1]) + step:02d}", text)
        chinese = re.compile(r"二([○〇零])([一○〇零])([○〇零一二三四五六七八九])年")
        return chinese.sub(lambda m: _chinese_year(m[1], m[2], m[3], step), text)

    return rewrite


def _chinese_year(zero: str, tens: str, ones: str, step: int) -> str:
    value = 2000 + 10 * (tens == "一") + _DIGITS.index(ones if ones in _DIGITS else "零") + step
    return "".join(zero if d == "0" else _DIGITS[int(d)] for d in str(value)) + "年"


def _words(chance: random.Random) -> Rewrite:
    chosen = [pair for pair in _SYNONYMS if chance.random() < 0.5]

    def rewrite(text: str) -> str:
        for old, new in chosen:
            text = text.replace(old, new)
        return text

    return rewrite


def _markers(chance: random.Random) -> Rewrite:
    chosen = [pair for pair in _MARKERS if chance.random() < 0.5]
    dot = chance.choice((".", "、", "．"))

    def rewrite(text: str) -> str:
        for old, new in chosen:
            text = text.replace(old, new)
        return re.sub(r"(?<![\d.])(\d)\.(?=[\u4e00-\u9fff])", rf"\1{dot}", text)

    return rewrite


def _widths(chance: random.Random) -> Rewrite:
    way = chance.choice(("keep", "half", "full"))
    if way == "half":
        return lambda text: text.translate(_WIDTHS)
    if way == "full":
        return lambda text: _HALF.sub(lambda m: _WIDE[m[0]], text)
    return lambda text: text


def _figures(gold: Gold, text: str, factor: int) -> tuple[Gold, str]:
    """Multiply the gold's figures, in its quotes, in the text and in the tables alike."""
    lines = []
    cells = {c for t in gold["tables"] for r in t["rows"] for c in r["cells"] if c.isdigit()}
    for line in text.split("\n"):
        bare = line.strip()
        lines.append(line.replace(bare, str(int(bare) * factor)) if bare in cells else line)
    text = "\n".join(lines)
    for table in gold["tables"]:
        for row in table["rows"]:
            row["cells"] = [str(int(c) * factor) if c.isdigit() else c for c in row["cells"]]
    quotes: dict[str, str] = {}
    for s in gold["statistics"]:
        value = s["value"]
        scaled = _scaled(quotes.get(s["quote"], s["quote"]), value, factor)
        if value and scaled is not None:
            quotes[s["quote"]] = scaled
            s["value"] = value * factor
    for s in gold["statistics"]:
        s["quote"] = _replaced(s["quote"], quotes)
    return gold, _replaced(text, quotes)


def _scaled(quote: str, value: int, factor: int) -> str | None:
    """The quote with the figure that means `value` multiplied, or None when it is not in digits there."""
    for printed, unit in ((str(value), 1), (f"{value / 10000:g}万", 10000)):
        found = list(re.finditer(rf"(?<![\d.]){re.escape(printed)}(?![\d.])", quote))
        if found:
            new = str(value * factor) if unit == 1 else f"{value * factor / 10000:g}万"
            last = found[-1]
            return quote[: last.start()] + new + quote[last.end() :]
    return None


def _replaced(text: str, quotes: dict[str, str]) -> str:
    for old in sorted(quotes, key=len, reverse=True):
        text = text.replace(old, quotes[old])
    return text


def _order(text: str, chance: random.Random) -> str:
    """Turn round the first two sentences of paragraphs without figures and without enumerations."""
    lines = text.split("\n")
    for i, line in enumerate(lines):
        sentences = re.findall(r"[^。]+。", line)
        told = re.search(r"[\d%]|其中|一是|如下|[一二三四五六七八九十]+[、)）]", line)
        if len(sentences) >= 2 and not told and "".join(sentences) == line and chance.random() < 0.5:
            sentences[0], sentences[1] = sentences[1], sentences[0]
            lines[i] = "".join(sentences)
    return "\n".join(lines)
