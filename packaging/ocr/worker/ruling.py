"""Ruling lines of a straight page of some 200 dpi; strokes of characters are none."""

from itertools import pairwise

import cv2
import numpy as np

SHORTEST = 34  # pixels; shorter strokes are parts of characters
LONG = 140  # pixels; a line so long needs no others to hold to
TOUCH = 10  # pixels between the end of a line and the line that it ends at
THICK = 14  # pixels of a line and the noise along it; a long one may have a blot
GAP = 5  # pixels that a ruling line may be interrupted for
DASH = 12  # pixels; what is left of a line with many gaps, where nothing is written, is so long
NICK = 24  # pixels of such a gap at most
LASTING = 70  # pixels of such a line at least
UNDER = 11  # pixels by which a written line's box may reach over ruling lines, above and below together
LEFT = 0.6  # share of such a line that is inked at least
MARGIN = 0.1  # of the height of a written line's box that a line above or below may touch
EDGE = 3  # pixels at the ends of such a box that a line beside it may touch
WRITTEN = 0.5  # share of a stroke within written lines that makes it a part of them
ALIGNED = 4  # pixels between two pieces of one line
STRAY = 3  # pixels that a piece of a line may lie beside the line's other pieces
FAR = 60  # pixels to the next piece of a line that a broken piece belongs to: a row without the line lies between
INKED = 0.8  # share of a line's way across a row that is inked at least, where noise has broken it
END = 6  # pixels at both ends of that way; a character's stroke leaves most of them blank
ENDS = 0.6  # share of these that is inked at least
KNOWN = 0.9  # share of that way that is known already, where nothing needs to be mended
CLEAR = 0.5  # share of that way where nothing is written at least
FAINTER = 0.25  # share of a page's lines that have as many gaps as those that tell how many there are
WHOLE = 0.95  # share of such lines that is inked on a page without gaps


def rulings(picture: np.ndarray, boxes: np.ndarray) -> tuple[list, list]:
    """Horizontal lines as [y, x0, x1] and vertical ones as [x, top, bottom]; `boxes` are those of written lines."""
    ink = cv2.adaptiveThreshold(255 - picture, 255, cv2.ADAPTIVE_THRESH_MEAN_C, cv2.THRESH_BINARY, 25, -12)
    written = np.zeros_like(ink)
    for box in boxes:
        x0, top = np.min(box, axis=0)
        x1, bottom = np.max(box, axis=0)
        dy = (bottom - top) * MARGIN
        written[int(top + dy) : int(bottom - dy) + 1, max(int(x0) + EDGE, 0) : max(int(x1) - EDGE, 0) + 1] = 1
    sides = (ink, written), (ink.T.copy(), written.T.copy())
    across, down = (lines_of(*side) for side in sides)
    # The box of a written line may reach over the ruling lines above and below it.
    inner = cv2.erode(written, np.ones((UNDER, 1), np.uint8)), sides[1][1]
    more = broken(*sides[0], LASTING) + broken(ink, inner[0], LONG), broken(*sides[1], LASTING)
    every = across + more[0], down + more[1]
    across = merged([r for r in across if holds(r, every[1])] + [r for r in more[0] if joins(r, every[1])])
    down = merged([r for r in down if holds(r, every[0])] + [r for r in more[1] if joins(r, every[0])])
    usual = inked(sides, (across, down))
    for _ in range(2 if usual < WHOLE else 1):  # what was mended tells where lines of the other direction end
        down += mended(sides[1][0], inner[1], down, across, usual)
        across += mended(ink, inner[0], across, down, usual)
    return across, down


def merged(rules) -> list:
    """Pieces of one line that overlap made one."""
    found: list = []
    for at, low, high in sorted(rules, key=lambda r: (r[1], r[2])):
        for other in found:
            if abs(other[0] - at) <= ALIGNED and low <= other[2]:
                wide, more = other[2] - other[1], high - low
                other[0] = (other[0] * wide + at * more) / (wide + more)
                other[2] = max(other[2], high)
                break
        else:
            found.append([at, low, high])
    return found


def inked(sides, rules) -> float:
    """The share that is inked of the page's long lines, the better ones left out."""
    shares = [
        way_of(ink, at, low, high, 1).mean()
        for (ink, _), found in zip(sides, rules, strict=True)
        for at, low, high in found
        if high - low >= LONG
    ]
    return float(np.quantile(shares, FAINTER)) if shares else 1.0


def way_of(ink, at: float, low: float, high: float, reach: int) -> np.ndarray:
    """Which pixels of a horizontal way are inked, `reach` pixels above or below it at most."""
    return ink[max(round(at) - reach, 0) : round(at) + reach + 1, max(round(low), 0) : round(high)].any(axis=0)


def mended(ink: np.ndarray, written: np.ndarray, rules, others, usual: float) -> list:
    """Pieces of horizontal lines from one vertical line to the next, where the line is known from other columns."""
    found = []
    for y in distinct(at for at, _, _ in rules):
        near = [(low, high) for at, low, high in rules if abs(at - y) <= 2 * ALIGNED]
        xs = distinct(x for x, top, bottom in others if top - TOUCH <= y <= bottom + TOUCH)
        for left, right in pairwise(xs):
            farthest = max(FAR, right - left)
            known = sum(max(min(high, right) - max(low, left), 0) for low, high in near)
            if right - left < 2 * TOUCH or known >= KNOWN * (right - left):
                continue
            span = round(left) + 2, round(right) - 1  # the lines themselves left out
            clear = written[round(y), span[0] : span[1]] == 0
            is_clear = usual < WHOLE and clear.mean() >= CLEAR
            if not is_clear and not any(low - right <= farthest and left - high <= farthest for low, high in near):
                continue
            ways = (way_of(ink, y + d, *span, 1) for d in range(-STRAY, STRAY + 1))
            if any(stays(way[clear], usual) if is_clear else crosses(way, usual) for way in ways if way.size):
                found.append([y, left, right])
                near.append((left, right))
    return found


def crosses(way: np.ndarray, usual: float) -> bool:
    """Whether a line goes all the way, its inked pixels given; a long one has gaps where the page's lines have."""
    if usual < WHOLE and way.size >= LONG:
        return way.mean() >= INKED * usual
    return way.mean() >= INKED and min(way[:END].mean(), way[-END:].mean()) >= ENDS


def stays(way: np.ndarray, usual: float) -> bool:
    """Whether a line with gaps goes all the way, where nothing is written that it could be a stroke of."""
    ends = way[: 2 * END], way[-2 * END :]
    return way.mean() >= LEFT * usual and all(end.any() for end in ends) and max(end.mean() for end in ends) >= ENDS


def distinct(places) -> list[float]:
    """Places in order, those hard by another left out."""
    found: list[float] = []
    for place in sorted(places):
        if not found or place - found[-1] > ALIGNED:
            found.append(place)
    return found


def holds(rule, others) -> bool:
    """Whether a line is long, or ends at lines of the other direction on both sides; a lone stroke is no line."""
    at, low, high = rule
    if high - low >= LONG:
        return True
    near = [o for o, start, end in others if start - TOUCH <= at <= end + TOUCH]
    return all(any(abs(o - end) <= TOUCH for o in near) for end in (low, high))


def joins(rule, others) -> bool:
    """Whether a line meets at least two of the other direction."""
    at, low, high = rule
    met = (o for o, start, end in others if start - TOUCH <= at <= end + TOUCH and low - NICK <= o <= high + NICK)
    return len(distinct(met)) > 1


def lines_of(ink, written) -> list:
    """Horizontal lines as [y, x0, x1]; small gaps are closed, and so are rows that noise tore apart."""
    strokes = strokes_of(ink, SHORTEST)
    return pieces(cv2.dilate(strokes, np.ones((3, GAP), np.uint8)), written)


def broken(ink, written, shortest: int) -> list:
    """Horizontal lines with many gaps as [y, x0, x1]: strokes in a row where nothing is written."""
    dashes = strokes_of(ink, DASH)
    dashes[written > 0] = 0
    aligned = cv2.dilate(dashes, np.ones((3, 1), np.uint8))  # the page may still be turned a little
    closed = cv2.morphologyEx(aligned, cv2.MORPH_CLOSE, np.ones((1, NICK), np.uint8))
    lines = cv2.morphologyEx(closed, cv2.MORPH_OPEN, np.ones((1, shortest), np.uint8))
    return [r for r in pieces(lines, written) if way_of(ink, *r, 1).mean() >= LEFT]


def strokes_of(ink, shortest: int) -> np.ndarray:
    """Horizontal strokes of some length, small gaps closed."""
    closed = cv2.morphologyEx(ink, cv2.MORPH_CLOSE, np.ones((3, GAP), np.uint8))
    return cv2.morphologyEx(closed, cv2.MORPH_OPEN, np.ones((1, shortest), np.uint8))


def pieces(lines, written) -> list:
    """Connected strokes that are thin and no part of what is written as [y, x0, x1]."""
    _, labels, boxes, _ = cv2.connectedComponentsWithStats(lines, connectivity=8)
    sure, doubtful = [], []
    for label, (x, y, w, h, area) in enumerate(boxes.tolist()):
        is_thin = h <= max(THICK, w / 40) or (h <= 2 * THICK and area <= THICK / 2 * w + THICK * THICK)
        if label == 0 or w < SHORTEST or not is_thin:
            continue
        part = np.s_[y : y + h, x : x + w]
        mine = labels[part] == label
        middle = y + float(np.nonzero(mine)[0].mean()) + 0.5
        (sure if written[part][mine].mean() < WRITTEN else doubtful).append([middle, x, x + w])
    # A written line may reach over a ruling line, which goes on hard by where nothing is written.
    return sure + [d for d in doubtful if any(goes_on(d, s) for s in sure)]


def goes_on(rule, other) -> bool:
    """Whether two pieces lie on one line, with a row of the table between them at most."""
    return abs(rule[0] - other[0]) <= ALIGNED and max(rule[1], other[1]) - min(rule[2], other[2]) <= LONG / 2
