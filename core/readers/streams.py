"""Printed tables whose cells follow one another: a line each, behind bars, or parted by single spaces.

Nothing but the order of the cells is left of such a table. It begins with the heads of its columns, and a row begins
where words follow figures. A blank cell shows only where bars part the cells.
"""

import itertools
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from enum import Enum, auto
from functools import lru_cache

from core.base.data import data
from core.base.text import squeeze
from core.readers.printed import Cell, Line, Row, bare

_LONGEST_LINE = 200_000  # what is longer, or has more lines, is no report
_MOST_LINES = 100_000
_RUNNING = 200  # a longer line holds many cells
_LONGEST_LABEL = 60
_LONGEST_HEAD = 90  # tokens: the review table has 26 heads, of which one printed letter by letter makes 80
_MOST_WORDS = 4  # two groups, a label and a unit
_TORN = 3  # a narrow column prints a group in pieces no longer than this
_MOST_PIECES = 16
_REVIEW = 15  # figures of the review table
_BAR = re.compile("[|｜]")
_PART = re.compile(r"\S+")
_YEAR = re.compile(r"(?:19|20)\d\d")
_FIGURE = re.compile(
    r"[-+±]?\d[\d,]{0,20}(?:\.\d{1,10})?(?:万|%)?(?:元|万元|件|条|次|人|人次|个|份|篇|期|项)?(?:\([^()]{0,40}\))?|[-—–―─/]{1,8}|无"
)
_PROSE = re.compile("[。;!?]|[:,]$|(?<!其中)(?<!单位):")
_UNIT = re.compile(r"人次|万元|件次|条次|[条件次期个人份篇场起宗项类元家处册本名页]|-{2,8}|[—–]{1,8}")
_HEAD = re.compile(
    "(?:统计)?(?:指标|项目)(?:名称|内容|项目)?|名称|类别|(?:信息)?内容|信息类别|(?:计量|计算|统计)?单位(?:名称)?|计量|计算|序号|代码|备注|说明"
    r"|(?:19|20)?\d\d年(?:度|全年)?(?:累计|发生)?(?:数|数量|数据|总数|统计数)?"
    "|(?:本|当|全|历|上|去)年度?(?:累计|发生|统计|总)?(?:数|数量|数据)?"
    "|(?:本月|本期|本季|历史|总)?累计(?:数|数量)?|发生数|.{0,8}统计数(?:据|值)?|(?:数量|数据|数值|金额)(?:\\((?:单位:)?[^()]{1,4}\\))?|件数|条数|合计|总计|小计|共计"
    "|申请人情况|自然人|法人或者?其他组织|商业企业|科研机构|社会公益组织|法律服务机构|其他"
    r"|第(?:二十|20)条第\(?.\)?项|本年新?制[发作](?:件数|数量)|本年废止件数|现行有效件数|本年新公开数量|对外公开总数量|上一年项目数量|本年增/减"
    r"|(?:本年)?处理决定数量|采购项目数量|(?:采购总|本年收费)金额(?:\((?:单位:)?万?元\))?|\(本列数据的?勾稽关系.{0,40}"
    "|行政复议|行政诉讼|未经复议直接起诉|复议后起诉|结果维持|结果纠正|其他结果|尚未审结"
)
_REMARK = re.compile(r"\([^()]{5,60}\)")
_STACKED = re.compile(r"第(?:二十|20)条第\(?.\)?项|信息内容")


class _Kind(Enum):
    HEAD = auto()
    WORDS = auto()
    FIGURE = auto()
    BLANK = auto()
    PROSE = auto()


_VALUES = (_Kind.FIGURE, _Kind.BLANK)


@data
class _Token:
    """A cell's words with their places; `words` are folded, `line` is the number of the line they begin in."""

    kind: _Kind
    words: str
    pieces: tuple[tuple[int, int], ...]
    line: int

    @property
    def cell(self) -> Cell:
        return Cell(list(self.pieces))


def find_streams(text: str, lines: Sequence[Line | None]) -> list[list[Row]]:
    """All tables of the lines whose cells follow one another; None among the lines ends what stands before it."""
    tokens = list(_joined(_tokens(text, lines))) if len(lines) <= _MOST_LINES else []
    tables: list[list[Row]] = []
    i = 0
    while i < len(tokens):
        if _begins(text, tokens, i):
            rows, i = _table(tokens, i)
            if rows:
                tables.append(rows)
        else:
            i += 1
    return tables


# Lines -> tokens -------------------------------------------------------------------------------------------------


def _tokens(text: str, lines: Sequence[Line | None]) -> Iterator[_Token]:
    open_cell: list[tuple[int, int]] = []  # what stands behind the last bar
    for n, line in enumerate(lines):
        ahead = lines[n + 1] if n + 1 < len(lines) else None
        if line is None or len(line.text) > _LONGEST_LINE:
            yield _Token(_Kind.PROSE, "", (), n)
            open_cell = []
        elif _BAR.search(line.text):
            edges = [-1, *(m.start() for m in _BAR.finditer(line.text)), len(line.text)]
            for k, (a, b) in enumerate(itertools.pairwise(edges)):
                piece = bare(text, line.start + a + 1, line.start + b)
                open_cell += [piece] if piece[1] > piece[0] else []
                if k < len(edges) - 2:
                    yield _token(text, open_cell or [piece], n)
                    open_cell = []
        elif not line.is_blank:
            if open_cell:
                yield _token(text, open_cell, n)
            open_cell = []
            if ahead is not None and ahead.text.lstrip()[:1] in ("|", "｜"):
                open_cell = [bare(text, line.start, line.end)]
            else:
                yield from (_token(text, [piece], n) for piece in _pieces(text, line))
    if open_cell:
        yield _token(text, open_cell, len(lines))


def _pieces(text: str, line: Line) -> list[tuple[int, int]]:
    """The cells of a line without bars: split at white space where it holds several, else the line."""
    whole = bare(text, line.start, line.end)
    parts = [(line.start + m.start(), line.start + m.end()) for m in _PART.finditer(line.text)]
    if len(parts) < 2:
        return [whole]
    if len(line.text) > _RUNNING:
        return parts
    kinds = [_told(text[a:b])[1] for a, b in parts]
    heads = [k is _Kind.HEAD for k in kinds]
    is_row = kinds[-1] is _Kind.FIGURE or all(heads) or any(a and b for a, b in itertools.pairwise(heads))
    return parts if is_row else [whole]


def _token(text: str, pieces: list[tuple[int, int]], line: int) -> _Token:
    if sum(b - a for a, b in pieces) > _LONGEST_LABEL * 2:
        return _Token(_Kind.PROSE, "", tuple(pieces), line)
    words, kind = _told("".join(text[a:b] for a, b in pieces))
    return _Token(kind, words, tuple(pieces), line)


@lru_cache(maxsize=4096)
def _told(printed: str) -> tuple[str, _Kind]:
    """Folded words, and what they are."""
    words = squeeze(printed)
    if not words:
        return words, _Kind.BLANK
    if _HEAD.fullmatch(words):
        return words, _Kind.HEAD
    if _FIGURE.fullmatch(words):
        return words, _Kind.FIGURE
    return words, _Kind.PROSE if len(words) > _LONGEST_LABEL or _PROSE.search(words) else _Kind.WORDS


def _joined(tokens: Iterator[_Token]) -> Iterator[_Token]:
    """Put together what was torn apart: 2013 年度, 计量 单位, and a remark in brackets below its label."""
    held: _Token | None = None
    for token in tokens:
        if held and (
            (_YEAR.fullmatch(held.words) and _HEAD.fullmatch(f"{held.words}{token.words}"))
            or (held.words in ("计量", "计算") and token.words == "单位")
        ):
            held = _Token(_Kind.HEAD, held.words + token.words, held.pieces + token.pieces, held.line)
            continue
        if held and held.kind is token.kind is _Kind.WORDS and _REMARK.fullmatch(token.words):
            held = _Token(_Kind.WORDS, held.words + token.words, held.pieces + token.pieces, held.line)
            continue
        if held:
            yield held
        held = token
    if held:
        yield held


# Tokens -> rows --------------------------------------------------------------------------------------------------


def _begins(text: str, tokens: list[_Token], i: int) -> bool:
    """Two heads of columns, two rows of one make that stand in lines of their own, or the row of reviews."""
    if i + 1 < len(tokens) and tokens[i].kind is tokens[i + 1].kind is _Kind.HEAD:
        return True
    if i and tokens[i - 1].line == tokens[i].line:
        return False
    figures = _figures_in_line(tokens, i)
    if tokens[i].kind is _Kind.WORDS and figures >= 3:
        return _figures_in_line(tokens, i + figures + 1) == figures
    if tokens[i].kind is _Kind.FIGURE and figures == _REVIEW - 1:
        before = text[max(0, tokens[i].pieces[0][0] - 400) : tokens[i].pieces[0][0]]
        return "复议" in before and "诉讼" in before
    return False


def _figures_in_line(tokens: list[_Token], i: int) -> int:
    """How many figures follow token `i` in its line, 0 if anything else does."""
    if i >= len(tokens):
        return 0
    end = i + 1
    while end < len(tokens) and tokens[end].line == tokens[i].line:
        if tokens[end].kind is not _Kind.FIGURE:
            return 0
        end += 1
    return end - i - 1


def _run(tokens: list[_Token], i: int, kinds: tuple[_Kind, ...]) -> int:
    """The end of the tokens of these kinds that begin at `i`."""
    while i < len(tokens) and tokens[i].kind in kinds:
        i += 1
    return i


def _table(tokens: list[_Token], i: int) -> tuple[list[Row], int]:
    """The table that begins at token `i`, empty if it is none, and the token after it."""
    found: list[tuple[list[_Token], list[_Token]]] = []
    first = i
    while i < len(tokens):
        middle = _run(tokens, i, (_Kind.HEAD, _Kind.WORDS))
        words = tokens[i:middle]
        end = _run(tokens, middle, _VALUES)
        if end == middle or not _goes_on(words, tokens[first], not found):
            break
        found.append((words, tokens[middle:end]))
        i = end
    values = Counter(sum(v.kind is _Kind.FIGURE for v in figures) for _, figures in found)
    if len(found) < 2 and not values[_REVIEW]:
        return [], max(i, _run(tokens, first, (_Kind.HEAD,)), first + 1)
    return _rows(found), i


def _goes_on(words: list[_Token], first: _Token, is_first: bool) -> bool:
    """Whether these words begin a row of the table: not too many, and no heads but those of a table of this make."""
    if is_first:
        return len(words) <= _LONGEST_HEAD
    heads = [k for k, w in enumerate(words) if w.kind is _Kind.HEAD]
    if not heads or _is_row(words):
        return 0 < len(words) <= _MOST_PIECES and sum(len(w.words) > _TORN for w in words) <= _MOST_WORDS
    return heads[0] == 0 and (bool(_STACKED.fullmatch(words[0].words)) or words[0].words == first.words)


def _is_row(words: list[_Token]) -> bool:
    """Whether these words are a row's: no heads, or a single word that heads a column elsewhere (合计, 其他)."""
    heads = sum(w.kind is _Kind.HEAD for w in words)
    return not heads or (heads == 1 and len(words) <= 2 and not _STACKED.fullmatch(words[0].words))


def _rows(found: list[tuple[list[_Token], list[_Token]]]) -> list[Row]:
    usual = Counter(len(words) for words, _ in found[1:]).most_common(1)
    many = usual[0][0] if usual else 1
    has_units = sum(bool(_UNIT.fullmatch(words[-1].words)) for words, _ in found if words) * 2 > len(found)
    count = Counter(len(values) for _, values in found).most_common(1)[0][0]
    rows: list[Row] = []
    width = max(min(max(many, len(words)), _MOST_WORDS) + len(values) for words, values in found)
    for words, values in found:
        heads, label = _parted(words, max(many, 2))
        for k in range(0, len(heads), width):
            rows.append(_row(heads[k : k + width]))
        if has_units and len(label) == 1 and len(values) == 1 and _UNIT.fullmatch(values[0].words):
            label, values = [*label, *values], []
        cells = [t.cell for t in label]
        if not values:
            end = label[-1].pieces[-1][1]
            cells += [Cell([(end, end)]) for _ in range(count)]
        elif len(values) < count:  # which columns they stand in, nobody can tell
            cells.append(Cell([p for v in values for p in v.pieces], count))
        else:
            cells += [v.cell for v in values]
        pieces = [p for t in (*label, *values) for p in t.pieces]
        rows.append(Row(pieces[0][0], pieces[-1][1], cells))
    return rows


def _parted(words: list[_Token], most: int) -> tuple[list[_Token], list[_Token]]:
    """Heads of columns, and the words of the row that stands below them."""
    if _is_row(words):
        return [], words
    at = len(words)
    while at and len(words) - at < most and words[at - 1].kind is _Kind.WORDS:
        at -= 1
    return words[:at], words[at:]


def _row(tokens: list[_Token]) -> Row:
    return Row(tokens[0].pieces[0][0], tokens[-1].pieces[-1][1], [t.cell for t in tokens])
