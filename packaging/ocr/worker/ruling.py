"""Ruling lines of a straight page of some 200 dpi; strokes of characters are none."""

from itertools import pairwise

import cv2
import numpy as np

SHORTEST = 34  # pixels; shorter strokes are parts of characters
LONG = 140  # pixels; a line so long needs no others to hold to
TOUCH = 10  # pixels between the end of a line and the line that it ends at
THICK = 14  # pixels of a line and the noise along it; a long one may have a blot
GAP = 5  # pixels that a ruling line may be interrupted for
MARGIN = 0.1  # of the height of a written line's box that a line above or below may touch
EDGE = 3  # pixels at the ends of such a box that a line beside it may touch
WRITTEN = 0.5  # share of a stroke within written lines that makes it a part of them
ALIGNED = 4  # pixels between two pieces of one line
STRAY = 3  # pixels that a piece of a line may lie beside the line's other pieces
FAR = 60  # pixels to the next piece of a line that a broken piece belongs to: a row without the line lies between
INKED = 0.8  # share of a line's way across a row that is inked at least, where noise has broken it
END = 6  # pixels at both ends of that way; a character's stroke leaves most of them blank
ENDS = 0.6  # share of these that is inked at least


def rulings(picture: np.ndarray, boxes: np.ndarray) -> tuple[list, list]:
    """Horizontal lines as [y, x0, x1] and vertical ones as [x, top, bottom]; `boxes` are those of written lines."""
    ink = cv2.adaptiveThreshold(255 - picture, 255, cv2.ADAPTIVE_THRESH_MEAN_C, cv2.THRESH_BINARY, 25, -12)
    written = np.zeros_like(ink)
    for box in boxes:
        x0, top = np.min(box, axis=0)
        x1, bottom = np.max(box, axis=0)
        dy = (bottom - top) * MARGIN
        written[int(top + dy) : int(bottom - dy) + 1, max(int(x0) + EDGE, 0) : max(int(x1) - EDGE, 0) + 1] = 1
    across, down = lines_of(ink, written), lines_of(ink.T.copy(), written.T.copy())
    across, down = [r for r in across if holds(r, down)], [r for r in down if holds(r, across)]
    down += mended(ink, across, down)
    return across + mended(ink.T, down, across), down


def mended(ink: np.ndarray, across, down) -> list:
    """Pieces of vertical lines from one horizontal line to the next, where the line is known from other rows."""
    found = []
    for x in distinct(at for at, _, _ in down):
        near = [(low, high) for at, low, high in down if abs(at - x) <= 2 * ALIGNED]
        ys = distinct(y for y, x0, x1 in across if x0 - TOUCH <= x <= x1 + TOUCH)
        for top, bottom in pairwise(ys):
            middle, farthest = (top + bottom) / 2, max(FAR, bottom - top)
            if bottom - top < 2 * TOUCH or any(low <= middle <= high for low, high in near):
                continue
            if not any(low - bottom <= farthest and top - high <= farthest for low, high in near):
                continue
            rows = slice(round(top) + 2, round(bottom) - 1)  # the lines themselves left out
            ways = (ink[rows, max(round(x) + d - 1, 0) : round(x) + d + 2] for d in range(-STRAY, STRAY + 1))
            if any(crosses(way.any(axis=1)) for way in ways if way.size):
                found.append([x, top, bottom])
                near.append((top, bottom))
    return found


def crosses(way: np.ndarray) -> bool:
    """Whether a line goes all the way, its inked pixels given."""
    return way.mean() >= INKED and min(way[:END].mean(), way[-END:].mean()) >= ENDS


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


def lines_of(ink, written) -> list:
    """Horizontal lines as [y, x0, x1]; small gaps are closed, and so are rows that noise tore apart."""
    closed = cv2.morphologyEx(ink, cv2.MORPH_CLOSE, np.ones((3, GAP), np.uint8))
    kernel = cv2.getStructuringElement(cv2.MORPH_RECT, (SHORTEST, 1))
    lines = cv2.dilate(cv2.morphologyEx(closed, cv2.MORPH_OPEN, kernel), np.ones((3, GAP), np.uint8))
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
