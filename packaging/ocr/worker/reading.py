"""The engine at work: written lines found on the page, cut where rules cut them, and read; single cells read again."""

import os
from itertools import pairwise

import cv2
import numpy as np
import rapidocr
from pictures import Pictures, Unreadable
from ruling import rulings
from straight import measure_skew, turn

FIND_AT = 1600  # pixels of the longer side at which written lines are looked for
USUAL = 1654  # pixels of A4's shorter side at 200 dpi, at which ruling lines are measured
THREADS = 4
SURE = 0.85  # usual confidence of lines that stand upright
TRIED = 8  # lines that are read both ways to see which is up
SAMPLE = 6  # times its height is as much of each of them as is read
LYING = 1.5  # times higher than wide is a line that lies on its side
LEAST = 0.3  # confidence below which nothing was written
CUT = 6  # pixels that must be left on both sides of a rule through a line
INSIDE = 3  # pixels from the middle of a rule to its edge
INK = 170  # darker is ink, of paper at 250
DOT = 8  # pixels; what is smaller in both directions is dirt
THIN, LONG = 6, 0.7  # pixels, and share of a cell's side: what is left of a rule along it
NEAR, HIGH = 5, 30  # pixels between two parts of one character, and of one that is faint from top to bottom
AIR = 8  # pixels of the page around what is read alone
PAPER = (12, 12, 16, 16)  # pixels of blank paper around that: with less a lone character is at times read twice
Box = list[float]


class Reader:
    """Holds the engine, the file that was opened last and the page that was read last."""

    def __init__(self) -> None:
        threads = min(int(os.environ.get("OMP_NUM_THREADS", os.cpu_count() or 1)), THREADS)
        self._engine = rapidocr.RapidOCR(
            params={
                "EngineConfig.onnxruntime.intra_op_num_threads": threads,
                "Global.max_side_len": FIND_AT,
                "Global.return_word_box": True,
                "Rec.rec_batch_num": 1,  # several at once are padded to the longest, which costs more than it saves
                "Rec.rec_img_shape": [3, 48, 96],
            }
        )
        self._file: Pictures | None = None
        self._page: np.ndarray | None = None
        self._shrink = 1.0

    def open(self, data: bytes) -> int:
        """Take a file; how many pages it has."""
        self._file = self._page = None
        self._file = Pictures(data)
        return self._file.count

    def page(self, number: int) -> dict:
        """All that stands on a page of the file."""
        if self._file is None:
            raise Unreadable("picture")
        picture, self._shrink = self._file.page(number)
        picture, boxes, quarters, skew = self._upright(picture)
        self._page = picture
        scale = min(picture.shape) / USUAL
        across, down = self._rulings(picture, boxes, scale)
        boxes = cut(boxes, across, down, CUT * scale)
        real = self._shrink
        height, width = picture.shape
        return {
            "width": round(width * real),
            "height": round(height * real),
            "quarters": quarters,
            "skew": skew,
            "glyphs": [[c, s, *scaled(box, real)] for c, s, box in self._glyphs(picture, boxes)],
            "across": [scaled(rule, real) for rule in across],
            "down": [scaled(rule, real) for rule in down],
        }

    def _upright(self, picture: np.ndarray) -> tuple[np.ndarray, np.ndarray, int, float]:
        """The page upright and straight, its lines, and by how much it was turned."""
        quarters = 0
        while True:
            skew = measure_skew(picture)
            straight = turn(picture, skew)
            boxes = self._find(straight)
            step = self._wrong_way(straight, boxes)
            if not step or quarters + step > 3:
                return straight, boxes, quarters, skew
            quarters += step
            picture = np.ascontiguousarray(np.rot90(picture, step))

    def _wrong_way(self, picture: np.ndarray, boxes: np.ndarray) -> int:
        """Quarters that are missing to set the page upright."""
        sizes = [(np.ptp(box[:, 0]), np.ptp(box[:, 1])) for box in boxes]
        lying = sum(h for w, h in sizes if h > LYING * w)
        standing = sum(w for w, h in sizes if w > LYING * h)
        if lying > standing:
            return 1
        longest = sorted(range(len(sizes)), key=lambda i: -sizes[i][0])[:TRIED]
        if not longest:
            return 0
        crops = self._engine.crop_text_regions(cv2.cvtColor(picture, cv2.COLOR_GRAY2BGR), boxes[longest])
        crops = [crop[:, : SAMPLE * crop.shape[0]] for crop in crops]
        scores = self._engine.recognize_txt(crops).scores
        if np.median(scores) >= SURE:
            return 0
        turned = self._engine.recognize_txt([np.ascontiguousarray(crop[::-1, ::-1]) for crop in crops]).scores
        return 2 if np.median(turned) > np.median(scores) else 0

    def _find(self, picture: np.ndarray) -> np.ndarray:
        found = self._engine(cv2.cvtColor(picture, cv2.COLOR_GRAY2BGR), use_det=True, use_cls=False, use_rec=False)
        boxes = getattr(found, "boxes", None)
        return np.zeros((0, 4, 2), np.float32) if boxes is None else np.asarray(boxes, np.float32)

    def _rulings(self, picture: np.ndarray, boxes: np.ndarray, scale: float) -> tuple[list, list]:
        """Lines in pixels of the page, measured at the size that the numbers in `ruling` are made for."""
        usual = cv2.resize(picture, None, fx=1 / scale, fy=1 / scale, interpolation=cv2.INTER_AREA)
        return tuple([scaled(rule, scale) for rule in rules] for rules in rulings(usual, boxes / scale))

    def _glyphs(self, picture: np.ndarray, boxes: np.ndarray) -> list:
        """Characters of all lines, each with its confidence and box."""
        if not len(boxes):
            return []
        crops = self._engine.crop_text_regions(cv2.cvtColor(picture, cv2.COLOR_GRAY2BGR), boxes)
        found = self._engine.recognize_txt(crops)
        read = [i for i, text in enumerate(found.txts) if text.strip() and found.scores[i] >= LEAST]
        if not read:
            return []
        found.txts, found.scores, found.word_results = (
            tuple(part[i] for i in read) for part in (found.txts, found.scores, found.word_results)
        )
        scores = [info.confs for info in found.word_results]  # of characters, though the words below are longer
        placed = self._engine.calc_word_boxes([crops[i] for i in read], boxes[read], found)
        glyphs: list = []
        for line, sure, words in zip(found.txts, scores, placed, strict=True):
            left = [s for c, s in zip(line, sure, strict=False) if not c.isspace()]
            for text, _, box in words:
                count = len("".join(text.split()))
                own, left = left[:count], left[count:]
                glyphs += characters(text, own or [min(sure)], np.asarray(box, float))
        return glyphs

    def cells(self, places: list[Box]) -> list:
        """Read each place of the page alone, whatever stands around it."""
        if self._page is None:
            raise Unreadable("picture")
        scale = min(self._page.shape) / USUAL
        crops: list[np.ndarray] = []
        owners: list[int] = []
        for number, place in enumerate(places):
            for crop in written(self._page, [v / self._shrink for v in place], scale):
                crops.append(cv2.cvtColor(crop, cv2.COLOR_GRAY2BGR))
                owners.append(number)
        found = self._engine.recognize_txt(crops) if crops else None
        answers: list = [["", 1.0, False] for _ in places]
        for i, owner in enumerate(owners):
            text, score = found.txts[i].replace(" ", ""), round(float(found.scores[i]), 3)
            before = answers[owner]
            answers[owner] = [before[0] + text, min(before[1], score if text else 0.0), True]
        return answers


def scaled(numbers, by: float) -> list[float]:
    """Numbers times a factor, to a tenth."""
    return [round(float(n) * by, 1) for n in numbers]


def characters(text: str, scores: list[float], box: np.ndarray) -> list:
    """A word's box shared out among its characters (Latin words and numbers come as one), each as sure as all are."""
    score = float(min(scores))
    x0, top = box.min(axis=0)
    x1, bottom = box.max(axis=0)
    step = (x1 - x0) / max(len(text), 1)
    return [
        (c, round(score, 3), (x0 + i * step, top, x0 + (i + 1) * step, bottom))
        for i, c in enumerate(text)
        if not c.isspace()
    ]


def cut(boxes: np.ndarray, across: list, down: list, least: float) -> np.ndarray:
    """The boxes of written lines, cut where a rule goes through one: two neighbouring cells are two lines."""
    found = []
    for box in boxes:
        (x0, top), (x1, bottom) = box.min(axis=0), box.max(axis=0)
        xs = through(down, (x0, x1), (top, bottom), least)
        ys = through(across, (top, bottom), (x0, x1), least)
        if len(xs) + len(ys) == 4:
            found.append(box)
            continue
        for a, b in pairwise(xs):
            for c, d in pairwise(ys):
                found.append(np.array([[a, c], [b, c], [b, d], [a, d]], np.float32))
    return np.array(found, np.float32).reshape(-1, 4, 2)


def through(rules: list, along: tuple[float, float], beside: tuple[float, float], least: float) -> list[float]:
    """The ends of a box along one axis, and between them the rules that go through all of it."""
    low, high = beside
    reach = 0.15 * (high - low)
    inside = [
        at
        for at, start, end in rules
        if along[0] + least < at < along[1] - least and start <= low + reach and end >= high - reach
    ]
    return [along[0], *sorted(inside), along[1]]


def written(page: np.ndarray, place: Box, scale: float) -> list[np.ndarray]:
    """The lines of writing inside a cell, each cut out close around its ink; what is left of the rules is no ink."""
    x0, top, x1, bottom = (round(v) for v in place)
    inside = round(INSIDE * scale)
    part = page[max(top + inside, 0) : max(bottom - inside, 0), max(x0 + inside, 0) : max(x1 - inside, 0)]
    if min(part.shape, default=0) < DOT:
        return []
    height, width = part.shape
    ink = (cv2.GaussianBlur(part, (3, 3), 0) < INK).astype(np.uint8)
    _, _, boxes, _ = cv2.connectedComponentsWithStats(ink, connectivity=8)
    kept = []
    for x, y, w, h, area in boxes[1:].tolist():
        beside, above = min(x, width - x - w), min(y, height - y - h)
        is_rule = (above <= NEAR * scale and w > LONG * width and h < THIN * scale) or (
            beside <= NEAR * scale and h > LONG * height and w < THIN * scale
        )
        is_rest = (beside <= 1 and w < THIN * scale) or (above <= 1 and h < THIN * scale)
        if not is_rule and not is_rest and max(w, h) >= DOT * scale and area >= 2 * DOT * scale:
            kept.append((y, y + h, x, x + w))
    lines: list[list[int]] = []
    for y0, y1, a, b in sorted(kept):
        if lines and (y0 - lines[-1][1] < NEAR * scale or y1 - lines[-1][0] < HIGH * scale):
            line = lines[-1]
            line[1], line[2], line[3] = max(line[1], y1), min(line[2], a), max(line[3], b)
        else:
            lines.append([y0, y1, a, b])
    air = round(AIR * scale)
    found = []
    for y0, y1, a, b in lines:
        more = max((round(24 * scale) - (y1 - y0)) // 2, 0)  # a dash alone keeps the height of a line
        crop = part[max(y0 - air - more, 0) : y1 + air + more, max(a - air, 0) : b + air]
        found.append(cv2.copyMakeBorder(crop, *PAPER, cv2.BORDER_CONSTANT, value=250))
    return found
