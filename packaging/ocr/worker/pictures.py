"""Files of pictures to grey pages that are ready to be read: upright as the camera says, paper white, seals pale."""

import io
import warnings

import cv2
import numpy as np
from PIL import Image, ImageOps

MOST_PIXELS = 200_000_000  # A3 at 1000 dpi
LONGEST = 3600  # pixels; a larger page is made smaller: A4 at 300 dpi, A3 at 220
SHORTEST = 200  # a smaller picture is no page
RED = 30  # that the red of a seal is above the green and the blue
COARSE = 8  # times smaller is the picture that the paper's shade is measured on
SOLID = 25  # pixels; what is dark so far in both directions is no writing
HOLE = 90  # pixels that a punch hole is wide at most
EDGE = 0.14  # of the width: the strip along each edge where holes are punched

Image.MAX_IMAGE_PIXELS = MOST_PIXELS


class Unreadable(Exception):
    """No picture, too small, too large; the word says which."""


class Pictures:
    """The pages of one file."""

    def __init__(self, data: bytes) -> None:
        try:
            with warnings.catch_warnings():
                warnings.simplefilter("error", Image.DecompressionBombWarning)
                self._file = Image.open(io.BytesIO(data))
                # What other formats hold beside their picture is no page: a camera's preview, an animation.
                self.count = getattr(self._file, "n_frames", 1) if self._file.format == "TIFF" else 1
        except (Image.DecompressionBombError, Image.DecompressionBombWarning) as error:
            raise Unreadable("large") from error
        except Exception as error:  # the library raises whatever its decoders do
            raise Unreadable("picture") from error

    def page(self, number: int) -> tuple[np.ndarray, float]:
        """A page from 0 as grey picture, and how many pixels of the file's page one of its pixels is wide."""
        try:
            self._file.seek(number)
            width, height = self._file.size
            if width * height > MOST_PIXELS:
                raise Unreadable("large")
            if min(width, height) < SHORTEST:
                raise Unreadable("small")
            if self._file.mode in ("RGB", "YCbCr", "CMYK"):
                self._file.draft("RGB", (LONGEST, LONGEST))  # a JPEG is decoded smaller, if it may be
            picture = ImageOps.exif_transpose(self._file)
            picture = on_white(picture)
        except Unreadable:
            raise
        except Exception as error:
            raise Unreadable("picture") from error
        shrink = max(width, height) / max(min(max(picture.size), LONGEST), 1)
        pixels = without_seal(np.asarray(picture))
        if max(picture.size) > LONGEST:
            size = (
                round(picture.width * LONGEST / max(picture.size)),
                round(picture.height * LONGEST / max(picture.size)),
            )
            pixels = cv2.resize(pixels, size, interpolation=cv2.INTER_AREA)
        return without_borders(white(pixels)), shrink


def on_white(picture: Image.Image) -> Image.Image:
    """Grey or colour, without anything that shines through; 16 bits made 8."""
    if picture.mode.startswith("I") or picture.mode == "F":
        values = np.asarray(picture, np.float32)
        low, high = float(values.min()), float(values.max())
        return Image.fromarray(((values - low) * (255 / max(high - low, 1))).astype(np.uint8))
    if picture.mode in ("RGBA", "LA", "PA") or "transparency" in picture.info:
        picture = picture.convert("RGBA")
        paper = Image.new("RGBA", picture.size, "white")
        return Image.alpha_composite(paper, picture).convert("RGB")
    return picture.convert("L" if picture.mode in ("1", "L") else "RGB")


def without_seal(pixels: np.ndarray) -> np.ndarray:
    """Grey; what is red is made as pale as it is red, so that the writing below a seal stays and the seal goes."""
    if pixels.ndim == 2:
        return pixels
    grey = cv2.cvtColor(pixels, cv2.COLOR_RGB2GRAY)
    red, other = pixels[..., 0].astype(np.int16), np.maximum(pixels[..., 1], pixels[..., 2])
    pale = np.minimum(red + (red - other) // 2, 255).astype(np.uint8)
    return np.where(red - other > RED, np.maximum(pale, grey), grey)


def white(picture: np.ndarray) -> np.ndarray:
    """The paper's shade taken out."""
    small = cv2.resize(picture, None, fx=1 / COARSE, fy=1 / COARSE, interpolation=cv2.INTER_AREA)
    paper = cv2.GaussianBlur(cv2.dilate(small, np.ones((9, 9), np.uint8)), (0, 0), 6)
    paper = cv2.resize(paper, picture.shape[::-1], interpolation=cv2.INTER_LINEAR)
    return cv2.divide(picture, np.maximum(paper, 60), scale=250)


def without_borders(picture: np.ndarray) -> np.ndarray:
    """Without the copier's dark borders and punch holes: solid blots at the edges of the page."""
    height, width = picture.shape
    blots = cv2.morphologyEx((picture < 110).astype(np.uint8), cv2.MORPH_OPEN, np.ones((SOLID, SOLID), np.uint8))
    _, labels, boxes, _ = cv2.connectedComponentsWithStats(blots)
    strip = EDGE * width
    for label, (x, y, w, h, _) in enumerate(boxes.tolist()):
        if label == 0:
            continue
        left, top, right, bottom = x, y, width - x - w, height - y - h
        touches = min(left, top, right, bottom) <= SOLID
        is_hole = max(w, h) <= HOLE and min(left + w, top + h, right + w, bottom + h) <= strip
        if touches or is_hole:
            part = np.s_[max(y - 9, 0) : y + h + 9, max(x - 9, 0) : x + w + 9]
            blot = cv2.dilate((labels[part] == label).astype(np.uint8), np.ones((15, 15), np.uint8))
            picture[part][blot > 0] = 255
    return picture
