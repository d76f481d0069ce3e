"""The dates of a report: reporting period, signature, publication; and the year when no title names it."""

import re
from calendar import monthrange
from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date

from core.base.dates import Dated, dates, lost
from core.extract.passages import Passage, passages
from core.model.document import Document, Span
from core.model.extraction import Field
from core.model.message import Message

# What may stand between both ends: 自2008年5月1日《条例》施行之日起，至….
_LAW = r"(?:\(?[一-龥]{0,6}《?[一-龥]{0,24}》?(?:正式|颁布|公布)?(?:施行|实施|生效)(?:之日|以来|后)?\)?)"
_TO = re.compile(
    rf"^(?:起?{_LAW})?(?:零时|当日|以来)?(?:起|开始|始)?(?:,|、)?\s?"
    r"(?:至|到|—{1,2}|–|-{1,3}|~{1,2}|─{1,2}|截至|截止到?|止|起)+于?\s?(?:本年|同年|当年|该年)?(?:度(?=\d))?"
)
_LINK = 60  # code points in which the second end has to begin
_MONTH_END = re.compile(r"(?:(?P<y>20\d\d)年)?(?P<m>1[0-2]|0?[1-9])月[底末]")
# 2012年度(1月1日至12月31日): the year stands outside of the bracket.
_YEAR_OUTSIDE = re.compile(
    r"(?P<y>20\d\d)年(?:度|全年)?(?:\(|,即|,|即|:)(?:即|自|从|为)?(?P<half>\d{1,2}月\d{1,2}日)(?=起|开始|至|到|[-—–~─])"
)
_ABOUT = re.compile(r"统计|数据|期限|时限|时间跨度|所列|截[至止]|报告期|时间|情况|自|从|年度")
# 统计期限为2013年1月至12月 names months; the first day of the first and the last day of the second are meant. Without
# a word for the period only a whole year is one.
_MONTHS = re.compile(
    r"(?:(?P<about>期限|时限|时间|范围|区间|日期|数据)[^。\d]{0,12}|(?:^|[。;])(?:自|从)?)"
    r"(?P<first>(?P<y>20\d\d)年(?P<m>\d{1,2})月?)(?:起|份)?(?:至|到|-{1,2}|—{1,2}|~|–|─)"
    r"(?P<last>(?:(?P<y2>20\d\d)年)?(?P<m2>\d{1,2})月)(?:份|底|末)?(?!\d|日)"
)
# 所列数据截至2013年12月31日 names the end only; elsewhere 截至 is the day of one figure.
_END_ONLY = re.compile(
    r"(?:统计(?:的)?(?:期限|时限|截[至止](?:时间|日期)?|时间|日期)|(?:所列|统计)数据|数据统计)[^。,;\d]{0,8}截[至止][^。,;\d]{0,8}$"
    r"|数据(?:统计)?的?截[至止](?:时间|日期)[^。,;\d]{0,6}$"
)
# A period of whole years that lost 年, 月 or 日 in places: 自20131月1日起至201312月31日止, 从201311日到1231日.
_WORN_PERIOD = re.compile(
    r"(?:(?:自|从|为|是|度|:|限|间)\(?|(?<![\d.-]))(?P<y>20\d\d)年?(?:1月?1日?|1月日|月1日)(?:零时)?(?:起|开始)?,?"
    r"(?:至|到|-{1,2}|—{1,2}|~|─)(?P<y2>20\d\d)?年?(?:12|1 2|[lI]2)月{0,2}31(?:日|号)?(?!\d)"
)
_YEAR_TEXT = re.compile(
    r"((?:19|20)\d\d)(?:年度?|学年|年,|)[^。;\d]{0,14}?(?:(?:政府|政务)?信息公开|政务公开|年度报告)"
)
_YEAR_SUBJECT = re.compile(
    r"(?:^|[。;,:])(?:在)?((?:19|20)\d\d)年度?,?(?:以来|我|本|全|[一-龥]{2,14}(?:局|镇|乡|街道|委|县|市|区|厅|院|中心|认真|深入|以|坚持|按照))"
)
_ANY_YEAR = re.compile(r"(?<!\d)((?:19|20)\d\d)年")
_HEAD = 800
_SHORTEST = 27  # days: a shorter stretch is an event, not the period reported on
_LONGEST = 5_000
# A year inside the name or number of another paper (《关于做好2013年…的通知》, 国办发[2014]32号) is not the report's.
_IN_DOCUMENT = re.compile(r"《[^》]{0,50}$|[\[(]$|发$")
_OF_NUMBER = re.compile(r"[\])]|号")


def period(document: Document) -> list[Field]:
    """period_start and period_end, from 统计期限自…起至…止 and its like; the year may be left out of the second."""
    for passage in passages(document)[:40]:
        text = passage.folded.text[:_LONGEST]
        for first in (*_outside(text), *dates(text)):
            second = _second(text, first)
            near = text[max(0, first.start - 60) : first.start]
            if second is None or (second.day - first.day).days < _SHORTEST:
                continue
            is_whole_year = (first.day.month, first.day.day, second.day.month, second.day.day) == (1, 1, 12, 31)
            if not is_whole_year and not _ABOUT.search(near + text[second.end : second.end + 6]):
                continue
            return [
                _date_field(k, passage, d, "extract.field.period")
                for k, d in (("period_start", first), ("period_end", second))
            ]
        if found := _WORN_PERIOD.search(text):
            return _worn_period(passage, found)
        if (months := _MONTHS.search(text)) and (stated := _months(passage, months)):
            return stated
        if stated := _lost_period(passage, text):
            return stated
    return _end_only(document)


def _outside(text: str) -> Iterator[Dated]:
    """First days whose year stands before a bracket: 2012年度(1月1日至12月31日)."""
    for found in _YEAR_OUTSIDE.finditer(text):
        for dated in dates(f"{found['y']}年{found['half']}"):
            yield Dated(found.start(), found.end(), dated.day)


def _second(text: str, first: Dated) -> Dated | None:
    """The day up to which a period runs; its year may be left out."""
    link = _TO.match(text[first.end : first.end + _LINK])
    if not link:
        return None
    at = first.end + link.end()
    whole = next(dates(text, at, at + 16), None)
    if whole and whole.start == at:
        return whole
    for year in (f"{first.day.year}年", f"{first.day.year}."):
        half = next(dates(year + text[at : at + 10]), None)
        if half and half.start == 0:
            return Dated(at, at + half.end - len(year), half.day)
    if month := _MONTH_END.match(text, at):
        y, m = int(month["y"] or first.day.year), int(month["m"])
        return Dated(at, month.end(), date(y, m, monthrange(y, m)[1]))
    return None


def _worn_period(passage: Passage, found: re.Match[str]) -> list[Field]:
    start, end = date(int(found["y"]), 1, 1), date(int(found["y2"] or found["y"]), 12, 31)
    place = passage.span(found.start("y"), found.end())
    # Whole dates come through here only when something else about them is worn: 12月月31日.
    is_lost = re.search(r"\d{5}|1月日|年月", found.group()) is not None
    reason = Message("extract.field.lost" if is_lost else "extract.field.period")
    return [Field(k, d.isoformat(), place, 0.55 if is_lost else 0.9, reason) for k, d in _ends(start, end)]


def _lost_period(passage: Passage, text: str) -> list[Field]:
    """A period other than whole years whose dates lost their signs: 为201291日至2013831日."""
    for first in lost(text):
        link = _TO.match(text[first.end : first.end + 8])
        second = next(lost(text, first.end + link.end()), None) if link else None
        near = text[max(0, first.start - 60) : first.start]
        if not link or not second or second.start != first.end + link.end() or not _ABOUT.search(near):
            continue
        if (second.day - first.day).days >= _SHORTEST:
            reason = Message("extract.field.lost")
            places = [passage.span(d.start, d.end) for d in (first, second)]
            both = zip(_ends(first.day, second.day), places, strict=True)
            return [Field(k, d.isoformat(), p, 0.5, reason) for (k, d), p in both]
    return []


def _ends(start: date, end: date) -> tuple[tuple[str, date], tuple[str, date]]:
    return ("period_start", start), ("period_end", end)


def _months(passage: Passage, found: re.Match[str]) -> list[Field]:
    first, last = (int(found["y"]), int(found["m"])), (int(found["y2"] or found["y"]), int(found["m2"]))
    if first >= last or not all(1 <= m <= 12 for m in (first[1], last[1])):
        return []
    if not found["about"] and (first[1], last) != (1, (first[0], 12)):
        return []
    start, end = date(*first, 1), date(*last, monthrange(*last)[1])
    places = (passage.span(*found.span("first")), passage.span(*found.span("last")))
    reason = Message("extract.field.period")
    return [Field(k, d.isoformat(), p, 0.75, reason) for (k, d), p in zip(_ends(start, end), places, strict=True)]


def _end_only(document: Document) -> list[Field]:
    for passage in passages(document)[:8]:
        for dated in dates(passage.folded.text[:1500]):
            if _END_ONLY.search(passage.folded.text[max(0, dated.start - 30) : dated.start]):
                return [_date_field("period_end", passage, dated, "extract.field.period")]
    return []


def year_without_title(document: Document, period_fields: Sequence[Field]) -> list[Field]:
    """The year of a report whose title names none: its period's, else its text's words, else the year it names most."""
    first, last = (next((f for f in period_fields if f.key == k), None) for k in ("period_start", "period_end"))
    if last and last.value and last.span:
        # A period that runs into the first days of the next year still reports on the year before.
        is_over = first is not None and first.value is not None and last.value[5:7] <= "03" and first.value < last.value
        field = first if is_over and first and first.value and first.value[:4] < last.value[:4] else last
        return [Field("year", (field.value or "")[:4], field.span, 0.88, Message("extract.field.period"))]
    for pattern, confidence in ((_YEAR_TEXT, 0.8), (_YEAR_SUBJECT, 0.7)):
        if found := next(_years(document, pattern), None):
            return [Field("year", found[0], found[1], confidence, Message("extract.field.in_text"))]
    named = list(_years(document, _ANY_YEAR))
    counts = Counter(year for year, _ in named)
    if not counts:
        return []
    most = max(counts, key=lambda y: (counts[y], y))
    return [Field("year", most, next(s for y, s in named if y == most), 0.6, Message("extract.field.in_text"))]


def _years(document: Document, pattern: re.Pattern[str]) -> Iterator[tuple[str, Span]]:
    """Years of the first paragraphs that stand in no name or number of another paper."""
    for passage in passages(document)[:12]:
        text = passage.folded.text[:_HEAD]
        for found in pattern.finditer(text):
            if not _IN_DOCUMENT.search(text[: found.start(1)][-50:]) and not _OF_NUMBER.match(text, found.end(1)):
                yield found[1], passage.span(*found.span(1))


def in_doubt(document: Document, known: Sequence[Field]) -> tuple[Span, ...]:
    """Places of dates that lost their separators, in sentences: 截至20081231."""
    found: list[Span] = []
    for line in passages(document):
        for dated in lost(line.folded.text):
            before = line.folded.text[max(0, dated.start - 3) : dated.start]
            alone = dated.end - dated.start == len(line.folded.text)
            if alone or re.search(r"[至到自从于截止在,。]$", before):
                found.append(line.span(dated.start, dated.end))
    signed_on = next((f.span for f in known if f.key == "sign_date" and f.confidence < 0.6), None)
    return tuple(s for s in found if s == signed_on or signed_on is None or s.start != signed_on.start)


def _date_field(key: str, passage: Passage, dated: Dated, code: str) -> Field:
    return Field(key, dated.day.isoformat(), passage.span(dated.start, dated.end), 0.95, Message(code))
