"""What is attached to a report: forms behind the signature, whose headings count from one again."""

import re
from collections.abc import Sequence

from core.base.dates import dates
from core.base.text import fold
from core.extract.headings import Heading
from core.extract.passages import Passage
from core.extract.titles import is_title, year_in
from core.model.document import Document

_NAMED = re.compile(r"附(?:件|表|录)[一二三四五六七八九十\d]{0,2}(?:[:.、(《]|$)")
_FORM = re.compile(r"(?:统计表|情况表|统计报表)(?:\([^()]{0,20}\))?$")
_BARE = re.compile(r"附(?:件|表|录)?[一二三四五六七八九十\d]{0,2}:?")
_FILE = re.compile(r"\.(?:xlsx?|docx?|od[ts]|wps|et|pdf|rar|zip)$", re.IGNORECASE)
_NUMBERED = re.compile(r"[一二三四五六七八九十]{1,3}、|\(|第")
_ATTACHED_CHAPTER = re.compile(r"附件|附表|统计表|统计指标")
_LONGEST = 44
_SIGNED_LINE = 46
_SIGNED_WITHIN = 3


def attach(document: Document, lines: Sequence[Passage], found: Sequence[Heading]) -> list[Heading]:
    """The headings with those of attachments; the chapters inside an attachment stand one level below it.

    Chapters that start again at one behind the signature, under no title at all, are no chapters of the report:
    they are left out.
    """
    state = _Walk(document, lines)
    events: list[tuple[int, Heading | int]] = [*((h.start, h) for h in found), *_others(lines, found)]
    for _, event in sorted(events, key=lambda e: e[0]):
        if isinstance(event, Heading):
            state.heading(event)
        else:
            state.line(event)
    return state.all()


def _others(lines: Sequence[Passage], found: Sequence[Heading]) -> list[tuple[int, int]]:
    """(place, index) of the lines that are no numbered heading."""
    taken = {h.start for h in found}
    places = ((line.folded.span(0, 1)[0], i) for i, line in enumerate(lines) if line.folded.text)
    return [(start, i) for start, i in places if start not in taken]


class _Walk:
    """Goes through headings and lines in order and keeps what is sure; what may be an attachment waits."""

    def __init__(self, document: Document, lines: Sequence[Passage]) -> None:
        self._document = document
        self._lines = lines
        self._sure: list[Heading] = []
        self._waiting: list[Heading] = []
        self._is_inside = False
        self._is_left_out = False
        self._signed: int | None = None
        self._last: Heading | None = None

    def line(self, i: int) -> None:
        """A line that is no numbered heading."""
        text = self._lines[i].folded.text
        if is_title(text) and year_in(text) and not _FORM.search(text):
            self._take_waiting()
            self._is_inside = self._is_left_out = False
            self._signed = self._last = None
        elif self._last and _is_signature(text):
            self._signed = i
        elif self._last and (opening := self._opening(i)):
            (self._sure if self._is_inside else self._waiting).append(opening)
            self._is_left_out = False

    def heading(self, heading: Heading) -> None:
        """A numbered heading: the next chapter, the first of an attachment, or one below a chapter."""
        if heading.level == 0 and not self._is_inside:
            if heading.number == 1:
                self._restart(heading)
            else:
                self._sure += [h for h in self._waiting if h.number]
                self._waiting.clear()
            self._signed, self._last = None, heading
        if self._is_left_out:
            return
        if self._waiting:
            self._waiting.append(heading)
        else:
            self._sure.append(heading.lower() if self._is_inside else heading)

    def all(self) -> list[Heading]:
        """All headings, once everything has been gone through."""
        self._take_waiting()
        return self._sure

    def _restart(self, heading: Heading) -> None:
        if not self._waiting and self._signed is not None:
            title = self._title_behind(self._signed, heading.start)
            self._waiting += [title] if title else []
            self._is_left_out = title is None
        elif not self._waiting and not (self._last and _ATTACHED_CHAPTER.search(self._last.title)):
            return
        self._take_waiting()
        self._is_inside = True

    def _take_waiting(self) -> None:
        self._sure += [h.lower() if h.number else h for h in self._waiting]
        self._waiting.clear()

    def _opening(self, i: int) -> Heading | None:
        """The title of an attachment in line i, with the line below it when it says 附件1 and no more."""
        text = self._lines[i].folded.text
        if not _opens(text) or (i and _BARE.fullmatch(self._text(i - 1)) and self._sure_or_waiting_at(i - 1)):
            return None
        if any(_is_signature(self._text(k)) for k in range(i + 1, i + 1 + _SIGNED_WITHIN)) or not self._text(i + 1):
            return None
        last = i + 1 if _BARE.fullmatch(text) and _FORM.search(self._text(i + 1)) else i
        return self._of_lines(i, last)

    def _sure_or_waiting_at(self, i: int) -> bool:
        start = self._lines[i].folded.span(0, 1)[0]
        return any(h.start == start and not h.number for h in (*self._sure, *self._waiting))

    def _title_behind(self, signed: int, before: int) -> Heading | None:
        text = self._text(signed + 1)
        if not text or len(text) > _LONGEST or "。" in text or self._lines[signed + 1].start >= before:
            return None
        return self._of_lines(signed + 1, signed + 1)

    def _of_lines(self, first: int, last: int) -> Heading:
        low = self._lines[first].folded.span(0, 1)[0]
        high = self._lines[last].folded.span(0, len(self._text(last)))[1]
        return Heading(0, 0, fold(self._document.text[low:high]).text, low, high)

    def _text(self, i: int) -> str:
        return self._lines[i].folded.text if i < len(self._lines) else ""


def _opens(text: str) -> bool:
    if len(text) > _LONGEST or re.search(r"[。;!?]", text) or _FILE.search(text) or _NUMBERED.match(text):
        return False
    return bool(_NAMED.match(text) or _FORM.search(text))


def _is_signature(text: str) -> bool:
    """A date and little else: the body that signs may stand in front of it."""
    if len(text) > _SIGNED_LINE:
        return False
    return any(
        not text[d.end :].strip("。)") and not re.search(r"[,:;。、]", text[: d.start].rstrip("(,"))
        for d in dates(text)
    )
