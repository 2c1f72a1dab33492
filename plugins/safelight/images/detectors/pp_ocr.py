"""Text on plates, documents, signs and name tags: PP-OCRv6's text detection, whose weights come in the wheel `rapidocr`.

Text is found by region and never read: a reader misreads scripts, and what it cannot read it would leave standing.
"""

from __future__ import annotations

import cv2
import numpy as np
from numpy.typing import NDArray

from safelight.images.detectors.interface import Look, Pixels, view
from safelight.images.detectors.networks import network, release
from safelight.images.regions import Region

WEIGHTS = ("rapidocr", "models/PP-OCRv6_det_small.onnx")
INK = 0.25
"""Least value of the probability map for a pixel of text; rapidocr's own is .3, a missed plate costs more than a false
one."""
THRESHOLD = 0.5
"""Least mean value inside a region: rapidocr's own."""
UNCLIP = 1.6
"""How far the shrunken kernel grows back, as a part of area over perimeter (Liao et al. 2020, equation 10)."""
SMALLEST = 3
"""Shortest side of a region of the map, in its pixels."""
MEAN, SPREAD = 0.5, 0.5
"""How rapidocr's configuration centres and scales pixels for this network."""


class PpOcrText:
    """Text in any script, upright and turned by a quarter; the network itself knows slanted lines."""

    name = "pp-ocr-text"
    version = "rapidocr 3.10.0, PP-OCRv6 small"
    looks = (Look(960), Look(640, degrees=90))

    def detect(self, pixels: Pixels, look: Look) -> tuple[Region, ...]:
        """Every region of text that one pass sees."""
        seen = view(pixels, look)
        blue_first = seen.pixels[..., ::-1].astype(np.float32) / 255
        blue_first -= MEAN
        blue_first /= SPREAD
        blob = np.ascontiguousarray(blue_first.transpose(2, 0, 1)[None])
        net = network(*WEIGHTS)
        net.setInput(blob)
        likely = net.forward()[0, 0].copy()
        regions = []
        for corners, score in _blobs(likely):
            points = seen.points_back(corners)
            x0, y0 = np.floor(points.min(0)).astype(int)
            x1, y1 = np.ceil(points.max(0)).astype(int)
            regions.append(Region((int(x0), int(y0), int(x1), int(y1)), "text", round(score, 3)))
        return tuple(regions)

    def release(self) -> None:
        """Give back what this thread holds for the next pass."""
        release(*WEIGHTS)


def _blobs(likely: NDArray[np.float32]) -> list[tuple[NDArray[np.float64], float]]:
    """Four corners and mean probability of each blob of the map: the post-processing of differentiable binarisation."""
    ink = (likely > INK).astype(np.uint8)
    count, labels, stats, _ = cv2.connectedComponentsWithStats(ink, connectivity=8)
    found = []
    for label in range(1, count):
        x, y, wide, tall, _area = (int(value) for value in stats[label])
        down, across = np.nonzero(labels[y : y + tall, x : x + wide] == label)
        (cx, cy), (w, h), angle = cv2.minAreaRect(np.stack([across + x, down + y], 1).astype(np.float32))
        w, h = w + 1, h + 1  # pixels have a size, their centres have not
        if min(w, h) < SMALLEST:
            continue
        # Over the whole rectangle, not the blob alone: what is bent around nothing is no line of text.
        inside = np.zeros((tall, wide), np.uint8)
        cv2.fillConvexPoly(inside, np.rint(cv2.boxPoints(((cx - x, cy - y), (w, h), angle))).astype(np.int32), 1)
        score = float(likely[y : y + tall, x : x + wide][inside == 1].mean()) if inside.any() else 0.0
        if score < THRESHOLD:
            continue
        extra = w * h * UNCLIP / (w + h)  # = area * ratio / perimeter on each side, two sides
        corners = cv2.boxPoints(((cx + 0.5, cy + 0.5), (w + extra, h + extra), angle))
        found.append((np.asarray(corners, np.float64), score))
    return found
