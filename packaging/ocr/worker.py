"""The add-on for scans: a process of its own that reads pictures of pages. It is no part of the program.

Standard input: for each page a line with the length in bytes of its picture, then the picture (PNG, JPEG, TIFF, BMP);
the end of input ends it. Standard output: for each page one JSON line, in pixels of the picture as it came:

    {"width": …, "height": …, "skew": degrees, "glyphs": [[char, confidence, x0, top, x1, bottom], …],
     "across": [[y, x0, x1], …], "down": [[x, top, bottom], …]}

or {"error": "…"} for a picture that cannot be opened. The first line is {"engine": name and version}.
"""

import json
import logging
import sys

import cv2
import numpy as np

SHORTEST = 34  # pixels; shorter strokes are parts of characters
LONG = 140  # pixels; a line so long needs no others to hold to
TOUCH = 10  # pixels between the end of a line and the line that it ends at
THICK = 14  # pixels of a line and the noise along it
GAP = 5  # pixels that a ruling line may be interrupted for
MARGIN = 0.1  # of the height of a written line's box that a line above or below may touch
EDGE = 3  # pixels at the ends of such a box that a line beside it may touch
WRITTEN = 0.5  # share of a stroke within written lines that makes it a part of them
ALIGNED = 4  # pixels between two pieces of one line
ANGLES = np.arange(-3.0, 3.01, 0.1)
SMALL = 700  # pixels of width at which the skew is measured


def main() -> None:
    """Answer page after page."""
    out = sys.stdout
    sys.stdout = sys.stderr  # whatever the engine prints is no answer
    logging.disable(logging.WARNING)
    import rapidocr

    engine = rapidocr.RapidOCR()
    say(out, {"engine": f"rapidocr {getattr(rapidocr, '__version__', '')}".strip()})
    stream = sys.stdin.buffer
    while line := stream.readline():
        say(out, page(engine, stream.read(int(line))))


def say(out, answer: dict) -> None:
    """One JSON line."""
    out.write(json.dumps(answer, ensure_ascii=False) + "\n")
    out.flush()


def page(engine, data: bytes) -> dict:
    """What stands on one picture."""
    picture = cv2.imdecode(np.frombuffer(data, np.uint8), cv2.IMREAD_GRAYSCALE)
    if picture is None:
        return {"error": "picture"}
    height, width = picture.shape
    skew = measure_skew(picture)
    straight = turn(picture, skew)
    found = engine(cv2.cvtColor(straight, cv2.COLOR_GRAY2BGR), return_word_box=True)
    glyphs = []
    for words in found.word_results or ():
        for char, score, box in words:
            glyphs += characters(char, float(score), np.asarray(box, float))
    boxes = () if found.boxes is None else np.asarray(found.boxes).tolist()
    across, down = rulings(straight, boxes)
    return {"width": width, "height": height, "skew": skew, "glyphs": glyphs, "across": across, "down": down}


def characters(text: str, score: float, box) -> list:
    """A word's box shared out among its characters (Latin words and numbers come as one)."""
    x0, top = box.min(axis=0)
    x1, bottom = box.max(axis=0)
    step = (x1 - x0) / max(len(text), 1)
    return [
        [c, round(score, 3), *(round(float(v), 1) for v in (x0 + i * step, top, x0 + (i + 1) * step, bottom))]
        for i, c in enumerate(text)
        if not c.isspace()
    ]


def measure_skew(picture) -> float:
    """The angle at which the rows of the page stand out best, in degrees."""
    scale = SMALL / picture.shape[1]
    small = cv2.resize(picture, None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA)
    ink = (255 - small).astype(np.float32)
    ink[ink < 60] = 0
    if not ink.any():
        return 0.0
    sharpness = [float(np.var(np.diff(turn(ink, angle, 0).sum(axis=1)))) for angle in ANGLES]
    return round(float(ANGLES[int(np.argmax(sharpness))]), 2)


def turn(picture, angle: float, border: int = 255):
    """The picture turned by an angle about its middle; places stay where they are but for the turn."""
    if not angle:
        return picture
    height, width = picture.shape[:2]
    matrix = cv2.getRotationMatrix2D((width / 2, height / 2), angle, 1)
    return cv2.warpAffine(picture, matrix, (width, height), flags=cv2.INTER_CUBIC, borderValue=border)


def rulings(picture, boxes) -> tuple[list, list]:
    """Ruling lines of the straight page; strokes of characters, within the boxes of written lines, are none."""
    ink = cv2.adaptiveThreshold(255 - picture, 255, cv2.ADAPTIVE_THRESH_MEAN_C, cv2.THRESH_BINARY, 25, -12)
    written = np.zeros_like(ink)
    for box in boxes:
        x0, top = np.min(box, axis=0)
        x1, bottom = np.max(box, axis=0)
        dy = (bottom - top) * MARGIN
        written[int(top + dy) : int(bottom - dy) + 1, max(int(x0) + EDGE, 0) : max(int(x1) - EDGE, 0) + 1] = 1
    across, down = lines_of(ink, written), lines_of(ink.T.copy(), written.T.copy())
    return [r for r in across if holds(r, down)], [r for r in down if holds(r, across)]


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
    for label, (x, y, w, h, _) in enumerate(boxes.tolist()):
        if label == 0 or w < SHORTEST or h > max(THICK, w / 40):
            continue
        share = written[y : y + h, x : x + w][labels[y : y + h, x : x + w] == label].mean()
        (sure if share < WRITTEN else doubtful).append([y + h / 2, x, x + w])
    # A written line may reach over a ruling line, which goes on hard by where nothing is written.
    return sure + [d for d in doubtful if any(goes_on(d, s) for s in sure)]


def goes_on(rule, other) -> bool:
    """Whether two pieces lie on one line, with a row of the table between them at most."""
    return abs(rule[0] - other[0]) <= ALIGNED and max(rule[1], other[1]) - min(rule[2], other[2]) <= LONG / 2


if __name__ == "__main__":
    main()
