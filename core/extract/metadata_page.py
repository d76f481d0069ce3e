"""What the page says about the report it shows: publish date and index number, labels with their values."""

import re
from collections.abc import Sequence
from functools import lru_cache

from core.base.dates import dates
from core.extract.passages import Passage, passage, stretches
from core.model.document import BlockKind, Document
from core.model.extraction import Field
from core.model.message import Message

# In order of trust: what the page shows as its publication before the date that a file was made or changed.
_PUBLISHED = tuple(
    re.compile(rf"(?:{words})[\])】]?(?:为|是)?[:|]{{0,3}}")
    for words in (
        r"PubDate|(?:信息)?(?:发布|發佈|发表|公布|公示|上传|挂网|上网)(?:时间|日期|時間|日)",
        r"(?:信息)?(?:公开|发文|录入|撰写|添加|采集|编辑)(?:时间|日期|日)",
        r"(?<![一-龥])(?:时间|日期)|(?<=[\u4e00-\u9fff])(?<!期限|统计|生成|成文|印发|更新|制发|生效)(?:时间|日期)(?=:)",
        r"(?:成文|生成|印发|生效|更新|制发)(?:时间|日期|日)",
    )
)
_OF_FORM = re.compile(r"(?:统计|填[报表]|填制|报出|截[止至]|办公|工作|受理|答复|办理|接待|服务|上班)$")
_CLOCK = re.compile(r"\s?\d{1,2}[:时時]\d{2}")
# 2014-02-03 来源:甲县水务局 字号:[大 中 小]
_PAGE_WORD = re.compile(r"来源|字号|字体|浏览|点击|阅读|打印|作者|编辑|发布(?:者|人|机构|单位)|分享")
_OF_TEXT = re.compile(r"截[至止]|统计|起|至|印发|第\d{1,4}号|\[\d{4}\]")
_BARE = re.compile(
    r"[\[(]?(?P<date>(?:19|20)\d\d(?:-\d{1,2}-|年\d{1,2}月|/\d{1,2}/|\.\d{1,2}\.)\d{1,2}日?)\s?(?:\d{1,2}:\d\d(?::\d\d)?)?[\])]?"
)
_INDEX = re.compile(
    r"(?:信息)?索引(?:号|码|编号)[\])】]?[:|]{0,3}\s?(?P<value>[A-Za-z0-9][A-Za-z0-9/_.\-\[\]()—]{3,60}|[\u4e00-\u9fff]?[A-Za-z0-9][A-Za-z0-9/_.\-—]{5,60})"
)
_STARTS = re.compile(r"本(?:年度)?(?:年?报告|年报)|根据|按照|依据|为了|现将|[一二三四五六七八九十]、")
_HEAD_LINES = 40
_LONGEST = 600
_NEAR = 20


@lru_cache(maxsize=2)
def page_lines(document: Document) -> tuple[Passage, ...]:
    """What stands around the report: page data and furniture wherever they are, and the lines before its text."""
    kinds = (BlockKind.METADATA, BlockKind.FURNITURE, BlockKind.PARAGRAPH, BlockKind.TABLE)
    found: list[Passage] = []
    has_begun = False
    for kind, pieces in stretches(document, kinds):
        if kind in (BlockKind.METADATA, BlockKind.FURNITURE):
            found.append(passage(document, kind, pieces))
        elif not has_begun and (line := passage(document, kind, pieces)).folded.text:
            started = _STARTS.search(line.folded.text)
            has_begun = len(line.folded.text) > 60 and (started is not None or "。" in line.folded.text)
            if len(line.folded.text) <= _LONGEST or (started and started.start() < _LONGEST):
                found.append(line)
    return tuple(found)


def published(document: Document) -> list[Field]:
    """publish_date: the most trusted label, else a date with its time of day, or alone in a line, under the title."""
    lines = page_lines(document)
    for rank, pattern in enumerate(_PUBLISHED):
        for i in range(len(lines)):
            found = _labelled(lines, i, pattern)
            if found:
                place, start, end, day, label = found
                reason = Message("extract.field.page", {"label": label})
                return [Field("publish_date", day, place.span(start, end), 0.95 - 0.05 * rank, reason)]
    return _bare(document, lines)


def _labelled(lines: Sequence[Passage], i: int, pattern: re.Pattern[str]) -> tuple[Passage, int, int, str, str] | None:
    """(line, start, end, day, label) of the first date that stands right behind the label, or in the next line."""
    text = lines[i].folded.text[:_LONGEST]
    for label in pattern.finditer(text):
        if _OF_FORM.search(text[: label.start()]):
            continue
        line, at = lines[i], label.end()
        is_apart = (
            re.search(r"[:|\])】]$", label.group()) or label.start() == 0 or lines[i].kind is not BlockKind.PARAGRAPH
        )
        if at == len(text) and i + 1 < len(lines):
            line, at = lines[i + 1], 0
        words = line.folded.text
        dated = next(dates(words, at, at + _NEAR), None)
        if dated and is_apart and not words[at : dated.start].strip(" [|(:"):
            return line, dated.start, dated.end, dated.day.isoformat(), label.group().strip(":|[]】")
    return None


def _bare(document: Document, lines: Sequence[Passage]) -> list[Field]:
    for line in lines[:_HEAD_LINES]:
        text = line.folded.text[:200]
        if line.kind is BlockKind.TABLE:
            continue
        for dated in dates(text):
            alone = _BARE.fullmatch(text)
            # A date in brackets under the title, or behind the text, is that of the signature.
            if alone and (text.startswith("(") or document.text.find("。", line.start) < 0):
                continue
            beside = _PAGE_WORD.search(text) and "。" not in text and not _OF_TEXT.search(text)
            if alone or beside or _CLOCK.match(text, dated.end):
                reason = Message("extract.field.page", {"label": text[dated.start : dated.end]})
                day = dated.day.isoformat()
                return [Field("publish_date", day, line.span(dated.start, dated.end), 0.8 if alone else 0.85, reason)]
    return []


def index_number(document: Document) -> list[Field]:
    """index_number, the page's 索引号."""
    lines = page_lines(document)
    for i, line in enumerate(lines):
        text = line.folded.text
        found = _INDEX.search(text[:_LONGEST])
        if not found and re.search(r"索引(?:号|码)[:|]*$", text[:_LONGEST]) and i + 1 < len(lines):
            line = lines[i + 1]
            found = re.match(r"(?P<value>[A-Za-z0-9][A-Za-z0-9/_.\-—]{5,60})$", line.folded.text)
        if found:
            value = found["value"].rstrip(".-_/([")
            start = found.start("value")
            reason = Message("extract.field.page", {"label": "索引号"})
            return [Field("index_number", value, line.span(start, start + len(value)), 0.95, reason)]
    return []
