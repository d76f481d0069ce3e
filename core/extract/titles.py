"""The report's title: where it stands and what it is made of."""

import re
from dataclasses import dataclass

from core.base.numbers import chinese
from core.base.text import fold
from core.extract.passages import Passage, passages
from core.model.document import BlockKind, Document, Span

_SUBJECT = r"(?:政府|政务|党务|院务|校务|局务|厂务|村务)?(?:信息|資訊|资讯|政务|政務|院务|校务)"
_SUBJECT += r"(?:和政务|与政务|工作)?(?:公开|公開)"
_REPORT = r"(?:工作|情况|开展|和政务公开|及|的|实施|贯彻|落实|《条例》){0,4}"
_REPORT += r"(?:年度)?(?:工作)?(?:情况)?(?:的)?(?:报告|報告|年报|年報|总结)(?:书)?"
_TITLE = re.compile(rf"{_SUBJECT}{_REPORT}(?:\([^()]{{1,24}}\))?$")
_INSIDE = re.compile(rf"(?P<title>[^,。;:!?“”《》…]{{0,40}}{_SUBJECT}{_REPORT})")
_NOTICE = re.compile(r"通知|通告|意见|办法|规定|方案|指南(?!》)|目录|制度|函$|批复")
_OF_NOTICE = re.compile(r"(?:编制|报送|编写|公布)?(?:工作|事项)?的?(?:通知|通告|意见|函|批复|方案)")
_LABEL = re.compile(r"^(?:标题|名称|信息名称|文件名称):")
_YEAR = re.compile(r"(?<!\d)((?:19|20)\d\d|[二一][〇○零OＯ0一二三四五六七八九]{3})(?:年度?|-|—|度)?")
_SHORT = 60


@dataclass(frozen=True, slots=True)
class Title:
    """A title: folded words, its place, and the year it names (None when it names none)."""

    text: str
    span: Span
    year: int | None
    year_span: Span | None
    is_line: bool


def year_in(text: str) -> tuple[int, int, int] | None:
    """(year, start, end) of the first year that the folded text names."""
    found = _YEAR.search(text)
    if not found:
        return None
    printed = found[1]
    value = int(printed) if printed.isdigit() and printed.isascii() else _chinese(printed)
    return (value, found.start(1), found.end(1)) if 1998 <= value <= 2100 else None


def _chinese(printed: str) -> int:
    return int(chinese(printed.translate({0x4F: "零", 0xFF2F: "零", 0x30: "零"})) or 0)


def is_title(line: str) -> bool:
    """Whether a folded line is the title of such a report."""
    return len(line) <= _SHORT and bool(_TITLE.search(line)) and not _NOTICE.search(line) and not _is_heading(line)


def _is_heading(line: str) -> bool:
    return bool(re.match(r"[一二三四五六七八九十]{1,3}、|\([一二三四五六七八九十]\)|附[件表]", line))


def find_titles(document: Document) -> tuple[Title, ...]:
    """All titles in lines of their own, the best first: one that names a year before one that does not."""
    kinds = (BlockKind.PARAGRAPH, BlockKind.METADATA)
    lines = passages(document, kinds)
    found: list[Title] = []
    for i, line in enumerate(lines):
        text = line.folded.text
        label = _LABEL.match(text) if line.kind is BlockKind.METADATA else None
        if line.kind is BlockKind.METADATA and not label:
            continue
        start = label.end() if label else 0
        if is_title(text[start:]):
            found.append(_title(document, lines, i, start))
    named = [t for t in found if t.year]
    return tuple([*named, *(t for t in found if not t.year)])


def _title(document: Document, lines: tuple[Passage, ...], i: int, start: int) -> Title:
    """The title of line i, with the line before it when the title begins there: a body's name alone in its line."""
    line = lines[i]
    text, low = line.folded.text[start:], line.folded.span(start, len(line.folded.text))[0]
    before = lines[i - 1].folded.text if i else ""
    begins = re.fullmatch(
        r"[一-龥]{3,24}(?:省|市|县|区|州|镇|乡|局|委|办|厅|处|院|校|府|会|室|中心|站|公司|街道)", before
    )
    if (
        begins
        and lines[i - 1].kind is BlockKind.PARAGRAPH
        and re.match(r"(?:关于)?(?:\d{4}|[二一][〇○零])|政府信息", text)
    ):
        text, low = before + text, lines[i - 1].folded.span(0, 1)[0]
    high = line.folded.span(0, len(line.folded.text))[1]
    year = year_in(text)
    place = _year_place(document, low, high, year) if year else None
    return Title(text, Span(low, high), year[0] if year else None, place, True)


def _year_place(document: Document, low: int, high: int, year: tuple[int, int, int]) -> Span | None:
    folded = fold(document.text, [(low, high)])
    at = year_in(folded.text)
    return Span(*folded.span(at[1], at[2])) if at else None


def title_in_text(document: Document) -> Title | None:
    """A title inside running text: 现公布甲县乙局2012年度政府信息公开年度报告."""
    for passage in passages(document)[:6]:
        for found in _INSIDE.finditer(passage.folded.text[:1200]):
            words = found["title"]
            clean = re.sub(r"^.*?(?:现公布|现将|公布|编制|发布|本报告是|形成了?|根据|来源:|时间:|当前位置)", "", words)
            year = year_in(clean)
            behind = passage.folded.text[found.end() : found.end() + 10]
            if not year or _NOTICE.search(clean) or _OF_NOTICE.match(behind):
                continue
            start = found.end() - len(clean)
            place = passage.span(start + year[1], start + year[2])
            return Title(clean, passage.span(start, found.end()), year[0], place, False)
    return None
