"""Finds what identifies: every detector, in all its passes, merged, grown and clipped to the picture."""

from __future__ import annotations

import os
from concurrent.futures import ThreadPoolExecutor

import cv2
import numpy as np
from PIL import Image

from safelight.images.detectors import DETECTORS, Look
from safelight.images.regions import Region, clip, grow, merge

LARGEST_SIDE = 1600
"""Longest side, in pixels, that detectors are handed: faces too small to be seen at this size cannot be told apart at
the widths that are published (`encode.WIDTHS`)."""


def find_regions(image: Image.Image, size: tuple[int, int] | None = None) -> tuple[Region, ...]:
    """Every face and text in an upright RGB image, as grown boxes in pixels of a picture of `size` (its own by default).

    Passes run side by side: OpenCV lets other threads work while it computes.
    """
    width, height = size or image.size
    if max(image.size) > LARGEST_SIDE:
        scale = LARGEST_SIDE / max(image.size)
        smaller = (max(1, round(image.width * scale)), max(1, round(image.height * scale)))
        image = image.resize(smaller, Image.Resampling.BOX, reducing_gap=2.0)
    pixels = np.asarray(image)
    cv2.setNumThreads(1)  # the passes are what runs side by side
    longest = max(image.size)
    passes = [(detector, look) for detector in DETECTORS for look in _needed(detector.looks, longest)]
    # The costly ones first, so that both cores end together.
    passes.sort(key=lambda one: -one[1].side)
    with ThreadPoolExecutor(min(2, os.cpu_count() or 1)) as threads:
        found = list(threads.map(lambda one: one[0].detect(pixels, one[1]), passes))
    across, down = width / image.width, height / image.height
    regions: list[Region] = []
    for detector in DETECTORS:
        seen = [r for (who, _), part in zip(passes, found, strict=True) if who is detector for r in part]
        scaled = (Region(_scaled(r.box, across, down), r.kind, r.score) for r in seen)
        merged = merge(region for region in scaled if _inside(region, width, height))
        grown = (Region(grow(r.box, width, height), r.kind, r.score) for r in merged)
        regions.extend(sorted(grown, key=lambda r: (-r.score, r.box)))
    return tuple(regions)


def _needed(looks: tuple[Look, ...], longest: int) -> tuple[Look, ...]:
    """The looks that show something new of a picture whose longest side is `longest` pixels.

    A size far above the picture's own shows nothing that the next smaller one does not, but for small pictures, which
    are looked at enlarged to the smallest size.
    """
    straight = sorted(look.side for look in looks if look == Look(look.side))
    most = next((side for side in straight if side >= longest), straight[-1])
    return tuple(dict.fromkeys(Look(min(k.side, most), k.degrees, k.mirrored, k.light) for k in looks))


def _scaled(box: tuple[int, int, int, int], across: float, down: float) -> tuple[int, int, int, int]:
    return (round(box[0] * across), round(box[1] * down), round(box[2] * across), round(box[3] * down))


def _inside(region: Region, width: int, height: int) -> bool:
    x0, y0, x1, y1 = clip(region.box, width, height)
    return x1 > x0 and y1 > y0
