"""How far a page is turned, and the page turned back."""

import cv2
import numpy as np

WIDEST = 3.0  # degrees
SMALL = 800  # pixels of width at which the skew is measured


def measure_skew(picture: np.ndarray) -> float:
    """The angle at which the rows of the page stand out best, in degrees: first roughly, then finely."""
    scale = SMALL / picture.shape[1]
    small = cv2.resize(picture, None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA)
    ink = (255 - small).astype(np.float32)
    ink[ink < 60] = 0
    if not ink.any():
        return 0.0
    best = 0.0
    for reach, step in ((WIDEST, 0.25), (0.25, 0.05)):
        angles = np.arange(best - reach, best + reach + step / 2, step)
        best = float(angles[int(np.argmax([sharpness(ink, angle) for angle in angles]))])
    return round(best, 2)


def sharpness(ink: np.ndarray, angle: float) -> float:
    """How much the rows of a page turned by an angle differ from row to row."""
    return float(np.var(np.diff(turn(ink, angle, 0, cv2.INTER_LINEAR).sum(axis=1))))


def turn(picture: np.ndarray, angle: float, border: int = 255, how: int = cv2.INTER_CUBIC) -> np.ndarray:
    """The picture turned by an angle about its middle, counter-clockwise; its size stays."""
    if not angle:
        return picture
    height, width = picture.shape[:2]
    matrix = cv2.getRotationMatrix2D((width / 2, height / 2), angle, 1)
    return cv2.warpAffine(picture, matrix, (width, height), flags=how, borderValue=border)
