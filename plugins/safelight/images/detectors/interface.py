"""The one interface of detectors, and the ways in which a detector looks at a picture.

A better model is one new file beside this one, named in `registered.py`; nothing else changes but `PIPELINE`.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Protocol

import cv2
import numpy as np
from numpy.typing import NDArray

from safelight.images.regions import Region

Pixels = NDArray[np.uint8]
"""Height x width x 3, red first."""
Points = NDArray[np.float64]
"""n x 2: across and down, in pixels."""


@dataclass(frozen=True)
class Look:
    """One pass over a picture: scaled to `side`, turned, mirrored, brightened, each or none.

    `side` is the longest side in pixels before turning; `degrees` counts clockwise; `light` lifts what is dark.
    """

    side: int
    degrees: int = 0
    mirrored: bool = False
    light: bool = False

    @property
    def cost(self) -> int:
        """How much work a look is beside others of its detector: a turn by half a quarter needs a canvas twice as large."""
        return self.side**2 * (2 if self.degrees % 90 else 1)


class Detector(Protocol):
    """Finds regions of one kind. It runs offline, on the CPU, in several threads at once."""

    @property
    def name(self) -> str:
        """What the bench and the docs call it."""

    @property
    def version(self) -> str:
        """Of the model and its wheel; a change of it is a change of the pipeline."""

    @property
    def looks(self) -> tuple[Look, ...]:
        """The passes that it needs, each independent of the others."""

    def detect(self, pixels: Pixels, look: Look) -> tuple[Region, ...]:
        """The regions that one pass finds, not grown yet, in pixels of `pixels`."""

    def release(self) -> None:
        """Give back what this thread holds for the detector's next pass."""


@dataclass(frozen=True)
class View:
    """What a look sees: `pixels`, and the 2 x 3 matrix that turns its coordinates back into the picture's."""

    pixels: Pixels
    back: NDArray[np.float64]

    def points_back(self, points: Points) -> Points:
        """Points of the view as points of the picture."""
        turned: Points = points @ self.back[:, :2].T + self.back[:, 2]
        return turned

    def ellipse_back(self, centre: Points, half: Points) -> tuple[Points, Points]:
        """Centres and half axes of upright ellipses of the view, as centres and half sizes of their boxes in the picture.

        A face is rounder than its box: the box around a turned ellipse is tight where that around a turned box is not.
        """
        reach: Points = np.sqrt((half**2) @ (self.back[:, :2].T ** 2))
        return self.points_back(centre), reach


def view(pixels: Pixels, look: Look, *, multiple: int = 32) -> View:
    """`pixels` as `look` asks for, its sides multiples of `multiple` pixels.

    By whole quarters of a turn the picture is stretched a little to fit: a border, however grey, looks like a line.
    """
    height, width = pixels.shape[:2]
    scale = look.side / max(width, height)
    step = 1 if look.degrees % 90 else multiple
    across, down = (max(step, round(length * scale / step) * step) for length in (width, height))
    smaller = scale < 1
    seen = cv2.resize(pixels, (across, down), interpolation=cv2.INTER_AREA if smaller else cv2.INTER_LINEAR)
    if look.light:
        seen = _lightened(np.asarray(seen, np.uint8))
    sx, sy = across / width, down / height
    forth = np.array([[sx, 0, 0], [0, sy, 0], [0, 0, 1.0]])
    if look.mirrored:
        forth = np.array([[-1, 0, across], [0, 1, 0], [0, 0, 1.0]]) @ forth
        seen = cv2.flip(seen, 1)
    angle = math.radians(look.degrees)
    cos, sin = math.cos(angle), math.sin(angle)
    wide, tall = (round(abs(across * a) + abs(down * b)) for a, b in ((cos, sin), (sin, cos)))
    turn = (
        np.array([[1, 0, wide / 2], [0, 1, tall / 2], [0, 0, 1.0]])
        @ np.array([[cos, -sin, 0], [sin, cos, 0], [0, 0, 1.0]])
        @ np.array([[1, 0, -across / 2], [0, 1, -down / 2], [0, 0, 1.0]])
    )
    canvas = (-(-wide // multiple) * multiple, -(-tall // multiple) * multiple)
    # OpenCV's pixel centres lie at whole numbers, ours at halves.
    half = np.array([[1, 0, 0.5], [0, 1, 0.5], [0, 0, 1.0]])
    warp = (np.linalg.inv(half) @ turn @ half)[:2]
    seen = cv2.warpAffine(seen, warp, canvas, flags=cv2.INTER_LINEAR, borderValue=(114, 114, 114))
    return View(np.asarray(seen, np.uint8), np.linalg.inv(turn @ forth)[:2])


def _lightened(pixels: Pixels) -> Pixels:
    """Local contrast evened out in lightness: a face in the dark has its edges, only faintly."""
    lab = cv2.cvtColor(pixels, cv2.COLOR_RGB2LAB)
    lab[..., 0] = cv2.createCLAHE(clipLimit=4.0, tileGridSize=(8, 8)).apply(np.ascontiguousarray(lab[..., 0]))
    mean = float(lab[..., 0].mean()) / 255
    if 0.02 < mean < 0.45:
        gamma = math.log(0.45) / math.log(mean)
        table = np.rint(255 * (np.arange(256) / 255) ** gamma).astype(np.uint8)
        lab[..., 0] = cv2.LUT(np.ascontiguousarray(lab[..., 0]), table)
    return np.asarray(cv2.cvtColor(lab, cv2.COLOR_LAB2RGB), np.uint8)
