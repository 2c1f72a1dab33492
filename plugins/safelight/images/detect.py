"""Finds what identifies: every detector, in all its passes, merged, grown and clipped to the picture."""

from __future__ import annotations

import ctypes
from collections import deque
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from functools import cache

import cv2
import numpy as np
from PIL import Image

from safelight.images.detectors import DETECTORS, Detector, Look, Pixels
from safelight.images.regions import Region, clip, grow, merge

Pass = tuple[Detector, Look]
M_MMAP_THRESHOLD = -3
"""Of glibc's malloc.h."""
LARGE = 1280
"""Side, in pixels, from which a look is large: its network takes hundreds of megabytes."""
LARGEST_SIDE = 1600
"""Longest side, in pixels, that detectors are handed: faces too small to be seen at this size cannot be told apart at
the widths that are published (`encode.WIDTHS`)."""


def find_regions(image: Image.Image, size: tuple[int, int] | None = None) -> tuple[Region, ...]:
    """Every face and text in an upright RGB image, as grown boxes in pixels of a picture of `size` (its own by default).

    Passes run side by side in two lanes: OpenCV lets other threads work while it computes. What is found does not
    depend on which lane found it.
    """
    width, height = size or image.size
    if max(image.size) > LARGEST_SIDE:
        scale = LARGEST_SIDE / max(image.size)
        smaller = (max(1, round(image.width * scale)), max(1, round(image.height * scale)))
        image = image.resize(smaller, Image.Resampling.BOX, reducing_gap=2.0)
    pixels = np.asarray(image)
    _return_large_blocks()
    cv2.setNumThreads(1)  # the passes are what runs side by side
    longest = max(image.size)
    passes = [(detector, look) for detector in DETECTORS for look in _needed(detector.looks, longest)]
    found = _run(passes, pixels)
    across, down = width / image.width, height / image.height
    regions: list[Region] = []
    for detector in DETECTORS:
        seen = [r for one in passes if one[0] is detector for r in found[one]]
        scaled = (Region(_scaled(r.box, across, down), r.kind, r.score) for r in seen)
        merged = merge(region for region in scaled if _inside(region, width, height))
        grown = (Region(grow(r.box, width, height), r.kind, r.score) for r in merged)
        regions.extend(sorted(grown, key=lambda r: (-r.score, r.box)))
    return tuple(regions)


@cache
def _return_large_blocks() -> None:
    """Have the C library give blocks of eight megabytes back to the system when they are freed.

    glibc otherwise learns from the first large block that it frees to keep such blocks, and a network's memory stays with
    a worker for good (mallopt(3), M_MMAP_THRESHOLD: 120 MB instead of 440 after a picture). Other C libraries have no
    such habit and no such switch.
    """
    with suppress(AttributeError, OSError, TypeError):
        ctypes.CDLL(None).mallopt(M_MMAP_THRESHOLD, 1 << 23)


def _run(passes: Sequence[Pass], pixels: Pixels) -> dict[Pass, tuple[Region, ...]]:
    """What each pass finds. One lane begins with the first detector's large passes, the other with all of the others'.

    So no two large networks of a kind are held at once, and both cores end together; the rest is shared out, the costly
    first.
    """
    mine = [one for one in passes if one[0] is DETECTORS[0] and one[1].side >= LARGE]
    theirs = [one for one in passes if one[0] is not DETECTORS[0]]
    rest = deque(sorted((one for one in passes if one not in mine and one not in theirs), key=lambda one: -one[1].cost))

    def work(own: Sequence[Pass]) -> dict[Pass, tuple[Region, ...]]:
        found = {one: one[0].detect(pixels, one[1]) for one in own}
        for detector in DETECTORS[1:]:
            detector.release()
        with suppress(IndexError):
            while one := rest.popleft():
                found[one] = one[0].detect(pixels, one[1])
        return found

    # The threads end with the picture, and their networks with them: kept, they would hold half a gigabyte.
    with ThreadPoolExecutor(2) as lanes:
        first, second = lanes.map(work, (mine, theirs))
    return first | second


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
