"""The report's title: where it stands and what it is made of.

A title is: whose report (may be missing), of which year (anywhere, or missing), on the disclosure of information,
and a word for report at its end. It may be printed over several lines, in a page's own data, or in a sentence.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from core.base.numbers import chinese
from core.base.text import fold
from core.extract.passages import passages
from core.model.document import BlockKind, Document, Span

_YEARS = r"(?:(?:19|20)\d\d(?!\d)|[二一][〇○零OＯo0一二三四五六七八九]{3})"
SUBJECT = (
    r"(?:政府|政务|政務|党务|院务|校务|局务|厂务|村务|部门|企业|高校|学校)?"
    r"(?:(?:信息|資訊|资讯)(?:和政务|与政务|及政务|和政務|、政务|工作)?|政务|政務|院务|校务)(?:公开|公開)"
)
# What may stand between the subject and the word for report: 政府信息公开工作2012年度开展情况的报告.
_BETWEEN = (
    r"(?:工作|情况|情況|开展|和政务公开|与政务公开|及|的|实施|贯彻|落实|执行|进展|推进|自查|暨|《条例》|条例"
    rf"|\(?{_YEARS}(?:-{_YEARS})?|学?年度?|度|\)){{0,8}}"
)
_WORD = r"(?:(?:总结|自查|述职)?(?:报告|報告|报吿)书?|年报|年報|总结|總結|汇报)(?:的报告)?"
_REPORT = _BETWEEN + _WORD
_TAIL = (
    rf"(?P<tail>(?:[(\[][^()\[\]]{{0,24}}[)\]]|[(\[]?{_YEARS}(?:年度?|度)?[)\]]?"
    r"|(?:相关)?(?:数据|情况)?(?:统计|情况)报?表){0,2})"
)
_TITLE = re.compile(rf"(?P<head>[^,。;:!?“”《》…|>]{{0,44}}?)(?P<subject>{SUBJECT}){_REPORT}{_TAIL}")
_INSIDE = re.compile(rf"{SUBJECT}{_REPORT}")
_NAMELESS = re.compile(rf"^(?P<title>[一-龥]{{2,24}}{_YEARS}年?(?:度|年度)(?:工作)?报告)(?=是|由|根据|按照|依据|主要)")
_OWN = re.compile(r"[-了的是/]{0,4}(?:\d{1,2}[、.])?(?:我[一-龥]|本(?:机关|单位|部门|[局县市区镇乡委办厅院校]))?(?!$)")
_OPENING = re.compile(
    r"特?向社会公(?:布|开)|现予?以?(?:公布|发布|将|就)|特?编制(?:完成|形成)?(?:了|的)?|公布|发布|撰写|形成了?|印发|汇总|完成了?|制定|本报告[是为]"
    r"|根据|按照|来源:|时间:|位置|如下|下载|-->|年报|年度报告|首页|正文(?!化)|专栏|详情"
)
_NOTICE = re.compile(
    r"通知|通告|意见|办法|规定(?!局)|方案|指南(?!》)|目录(?!》)|制度|函$|批复|解读|图解|读懂|要点|指引|问答|答记者|培训|会议|动态"
)
_PATTERN = re.compile(r"模[板版]|范[本文例]|样[式本表]|格式|参考|空白|示例|填写说明")
_OF_NOTICE = re.compile(
    r"(?:编制|报送|编写|公布|发布|格式|模板|有关|和[一-龥]{2,14}){0,3}(?:工作|事项)?的?(?:通知|通告|意见|函|批复|方案|解读)"
)
_SENTENCE = re.compile(
    r"^(?:根据|按照|现将|现公布|为|我[们局委办厅]?[将已]|本报告|请|点击|下载|查看|关闭|上一|下一|返回)"
)
_LABEL = re.compile(r"^(?:\[?(?:标题|名称|信息名称|文件名称|公文名称)\]?:|附件?[一二三四五\d]{0,2}:?)")
# Cells of a page's data part label and value by themselves.
_DATA_LABEL = re.compile(r"\[?(?:标题|名称|信息名称|文件名称|公文名称)\]?:?")
_HEADING = re.compile(r"[一二三四五六七八九十]{1,3}[、.]|\([一二三四五六七八九十\d]{1,2}\)|\d{1,2}[、.](?!\d)|附表")
_YEAR = re.compile(rf"(?<!\d)(?P<year>{_YEARS})(?=年|学年|度|-|—|$|[)\]]|[一-龥])")
_BODY = re.compile(
    r"[一-龥·()]{2,30}(?:省|市|县|区|州|盟|旗|镇|乡|局|委|委员会|办|厅|处|院|校|大学|学院|府|会|室|中心|站|所|队|部|署|行|社"
    r"|馆|园|司|公司|街道|苏木|农场|林场|[中小]学|海关|师|[局院]\([一-龥]{2,10}\))"
)
_YEAR_LINE = re.compile(rf"[(\[]?{_YEARS}年?度?[)\]]?")
_FRAGMENT = re.compile(rf"(?:关于)?[一-龥·()]{{0,30}}(?:{_YEARS})?(?:年度?|度)?(?:政府|政务|{SUBJECT}(?:工作|情况)?)?")
_TORN = re.compile(r"[告报]")  # the end of a title that is torn inside its last word
_ENDS = re.compile(rf"{_WORD}{_TAIL}$")
_HEADED = re.compile(r"\s{0,8}(?P<title>\S[^\n。]{8,80}?[告报報])\s{1,8}(?=[根按依本为现]|一、|[（(]一)")
_OF_HEAD = re.compile(r"(?i:article)?[Tt]itle:\s?(?P<title>[^\n_|<>]{6,80}?)\s?(?=$|\n|[_|<>]|[-—–]\s?[一-龥])")
_LOOKS = re.compile("[报告報总總汇]")
_ZEROS = dict.fromkeys(map(ord, "OＯo0"), "零")
_LONGEST = 64
_FRAGMENT_LINES = 3
_RAW = 160
_LINE = re.compile(r"[^\n]{1,10000}")
_TABLE_HEAD = 2_000  # code points of a table in which page data and title may be printed as rows


@dataclass(frozen=True, slots=True)
class Title:
    """A title: folded words, its place, and the year it names (None when it names none).

    `body` is what it says before its subject, years included. `is_line` is false for one inside a sentence.
    """

    text: str
    span: Span
    year: int | None
    year_span: Span | None
    is_line: bool
    body: str = ""


@lru_cache(maxsize=1024)  # the steps ask about the same few lines
def year_in(text: str) -> tuple[int, int, int] | None:
    """(year, start, end) of the year that the folded text names: the later one of 2016-2017学年."""
    found = [
        (value, m.start("year"), m.end("year"))
        for m in _YEAR.finditer(text)
        if (value := number_of_year(m["year"])) is not None
    ]
    if len(found) > 1 and re.fullmatch(r"(?:学?年度?)?[-—至]", text[found[0][2] : found[1][1]]):
        return found[1]
    return found[0] if found else None


def number_of_year(printed: str) -> int | None:
    """The year of 2013 or 二○一三; None when no report can be of it."""
    value = int(printed) if printed.isdigit() and printed.isascii() else int(chinese(printed.translate(_ZEROS)) or 0)
    return value if 1998 <= value <= 2100 else None


def is_title(line: str) -> bool:
    """Whether a folded line is the title of such a report."""
    return _matched(line) is not None


def is_pattern(line: str) -> bool:
    """Whether a folded line is the title of an empty form, of a sample to be filled in."""
    found = _TITLE.fullmatch(line) if len(line) <= _LONGEST and _names(line) else None
    if found is None:
        return False
    blank = re.search(r"[xX×*＊_○〇]{2}(?:年|省|市|县|区|局|镇|乡|单位|部门)|[xX×*＊_]{1,4}年度?", line)
    return bool(blank or _PATTERN.search(found["tail"]))


def _names(line: str) -> bool:
    """Whether the line may name the subject of a title: most lines are told from one so, without a pattern."""
    return "公开" in line or "公開" in line


@lru_cache(maxsize=1024)
def _matched(line: str) -> re.Match[str] | None:
    if (
        len(line) > _LONGEST
        or not _names(line)
        or _HEADING.match(line)
        or _NOTICE.search(line)
        or _SENTENCE.match(line)
    ):
        return None
    found = _TITLE.fullmatch(line)
    return None if found is None or is_pattern(line) else found


@lru_cache(maxsize=2)  # asked for by who tells what a document is, and again for its facts
def find_titles(document: Document) -> tuple[Title, ...]:
    """All titles in lines of their own, the best first: year and body, then a year, then a body, then neither.

    Of two that say as much the report's own goes before the page's, which has the page's data below it.
    """
    lines = _lines(document)
    ends = (i for i, (_, low, high) in enumerate(lines) if _LOOKS.search(document.text, low, high))
    found = [t for i in ends if (t := _title(document, lines, i))]
    found += [t for b in document.blocks if b.kind is BlockKind.PARAGRAPH and (t := _at_head(document, b.start, b.end))]
    if not any(t.year for t in found) and (of_page := page_title(document)):
        found.append(of_page)
    found.sort(key=lambda t: t.span.start)
    data = [b.start for b in document.blocks if b.kind is BlockKind.METADATA]
    of_pages = _of_pages(found, data)
    return tuple(sorted(found, key=lambda t: (*_rank(t), t.span.start in of_pages)))


def page_title(document: Document) -> Title | None:
    """The title with its year that an HTML page gives in its head, without the site's name behind it."""
    for block in document.blocks:
        found = _OF_HEAD.match(document.text, block.start, min(block.end, block.start + _RAW))
        if block.kind is BlockKind.METADATA and found:
            line = fold(document.text, [found.span("title")])
            matched = _matched(line.text)
            if matched and re.search(_YEARS, line.text):
                return _made(document, matched, line.text, list(line.parts(0, len(line.text))), is_split=False)
    return None


def _rank(title: Title) -> tuple[bool, bool]:
    return (title.year is None, not names_a_body(title))


def _of_pages(titles: Sequence[Title], data: Sequence[int]) -> set[int]:
    """Where titles start that have page data between them and the next one of the same year that says as much."""
    found: set[int] = set()
    later: dict[int | None, Title] = {}
    for title in reversed(titles):
        after = later.get(title.year)
        if after and _rank(after) == _rank(title):
            at = bisect_left(data, title.span.end)
            if at < len(data) and data[at] < after.span.start:
                found.add(title.span.start)
        later[title.year] = title
    return found


def _at_head(document: Document, start: int, end: int) -> Title | None:
    """A title in front of the first sentence of its paragraph, set apart from it by white space."""
    found = _HEADED.match(document.text, start, min(end, start + _RAW))
    if found is None:
        return None
    line = fold(document.text, [found.span("title")])
    matched = _matched(line.text)
    if matched is None or not re.search(_YEARS, line.text):
        return None
    return _made(document, matched, line.text, list(line.parts(0, len(line.text))), is_split=False)


def names_a_body(title: Title) -> bool:
    """Whether the title says whose report it is."""
    return bool(re.search(r"[一-龥]{2}", re.sub(r"关于|年度?|学年", "", title.body)))


def _lines(document: Document) -> list[tuple[BlockKind, int, int]]:
    """Short lines as printed: a title is never joined to a menu that stands above it, and may stand in a table."""
    found: list[tuple[BlockKind, int, int]] = []
    for block in document.blocks:
        if block.kind is BlockKind.TABLE:
            stop = min(block.end, block.start + _TABLE_HEAD)
            places = [(m.start(), m.end()) for m in _LINE.finditer(document.text, block.start, stop)]
        else:
            places = [(block.start, block.end)]
        if block.kind is not BlockKind.FURNITURE:
            found += [(block.kind, low, high) for low, high in places if high - low <= _RAW]
    return found


def _title(document: Document, lines: Sequence[tuple[BlockKind, int, int]], i: int) -> Title | None:
    """The title that ends in line i, with the lines before it in which it begins."""
    kind, low, high = lines[i]
    line = fold(document.text, [(low, high)])
    text = line.text.strip("| ")
    label = (_DATA_LABEL if kind is BlockKind.METADATA else _LABEL).match(text)
    if not (_ENDS.search(text) or _TORN.fullmatch(text)) or (kind is BlockKind.METADATA and not label):
        return None
    start = line.text.index(text) + (label.end() if label else 0)
    text = line.text[start : start + len(text) - (label.end() if label else 0)]
    pieces = [line.parts(start, start + len(text))]
    for _, low, high in lines[i + 1 : i + 2]:
        below = fold(document.text, [(low, high)])
        if not label and _YEAR_LINE.fullmatch(below.text) and not re.search(_YEARS, text):
            text += below.text
            pieces.append(below.parts(0, len(below.text)))
    while (not label and len(pieces) < _FRAGMENT_LINES and len(text) < _LONGEST) and (before := lines[i - 1 : i]):
        above, low, high = before[0]
        words = fold(document.text, [(low, high)])
        if above is not BlockKind.PARAGRAPH or not _begins(words.text, text):
            break
        text, i = words.text + text, i - 1
        pieces.insert(0, words.parts(0, len(words.text)))
    found = _matched(text)
    if found is None:
        return None
    return _made(document, found, text, [p for piece in pieces for p in piece], is_split=len(pieces) > 1)


def _begins(above: str, text: str) -> bool:
    """Whether the line above is the beginning of the title: what the title lacks so far, and nothing else."""
    if len(above) > 40 or _LABEL.match(above):
        return False
    found = _TITLE.fullmatch(text)
    if found is None:  # torn anywhere, as the width of the page wants it
        joined = above + text
        return bool(_TITLE.fullmatch(joined) and re.search(_YEARS, joined) and not _TITLE.fullmatch(above))
    if not _FRAGMENT.fullmatch(above) or _TITLE.fullmatch(above) or re.fullmatch(SUBJECT, above):
        return False
    head = re.sub(rf"关于|{_YEARS}|年度?|度$", "", found["head"])
    has_year, gives_year = (re.search(_YEARS, t) for t in (text, above))
    if has_year and gives_year:
        return False
    if above.endswith(("政府", "政务")) and text.startswith(("信息公开", "公开")):
        return True
    if head and not (gives_year and re.fullmatch(rf"{_YEARS}年?度?", above)):
        return False
    return bool(_BODY.fullmatch(re.sub(rf"关于|{_YEARS}年?度?", "", above)) or (gives_year and not has_year))


def _made(
    document: Document, found: re.Match[str], text: str, pieces: list[tuple[int, int]], *, is_split: bool
) -> Title:
    tail = found["tail"]
    kept = len(text) - len(tail) if tail and not re.search(_YEARS, tail) else len(text)
    pieces = _shortened(pieces, len(text) - kept, document)
    span = Span(pieces[0][0], pieces[-1][1], tuple(pieces) if is_split else ())
    year = year_in(text[:kept])
    place = _year_place(document, pieces, year[0]) if year else None
    return Title(text[:kept], span, year[0] if year else None, place, True, found["head"])


def _shortened(pieces: list[tuple[int, int]], by: int, document: Document) -> list[tuple[int, int]]:
    """The pieces without their last `by` characters, and without white space at the new end."""
    kept = list(pieces)
    while by > 0 and kept:
        low, high = kept.pop()
        if high - low > by:
            kept.append((low, low + len(document.text[low : high - by].rstrip())))
        by -= high - low
    return kept or list(pieces)


def _year_place(document: Document, pieces: Sequence[tuple[int, int]], year: int) -> Span | None:
    folded = fold(document.text, pieces)
    at = year_in(folded.text)
    return Span(*folded.span(at[1], at[2])) if at and at[0] == year else None


def title_in_text(document: Document) -> Title | None:
    """A title inside running text: 现公布甲县乙局2012年度政府信息公开年度报告."""
    for passage in passages(document)[:8]:
        text = passage.folded.text[:1500]
        for start, end, head in _inside(text):
            clean = text[start:end]
            year = year_in(clean)
            if not year or _NOTICE.search(clean) or _OF_NOTICE.match(text, end) or clean.startswith("关于"):
                continue
            place = passage.span(start + year[1], start + year[2])
            return Title(clean, passage.span(start, end), year[0], place, False, head)
    return None


def _inside(text: str) -> Iterator[tuple[int, int, str]]:
    """(start, end, words before its subject) of each title in a sentence."""
    if found := _NAMELESS.match(text):
        yield *found.span("title"), found["title"]
    for found in _INSIDE.finditer(text):
        low = max(found.start() - 44, 0)
        before = text[low : found.start()]
        for stop in (*re.finditer(r"[,。;:!?“”《》…|>)]", before), *_OPENING.finditer(before)):
            low = max(low, found.start() - len(before) + stop.end())
        own = _OWN.match(text, low, found.start())
        low = own.end() if own else low
        yield low, found.end(), text[low : found.start()]
