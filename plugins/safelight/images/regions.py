"""Regions: boxes that will be filled, merged and grown."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from safelight.model.vault import Box

GROWTH = 0.25
"""How much a detected box grows, as a part of its width and height: hair, ears and chin identify too."""


@dataclass(frozen=True)
class Region:
    """A box in pixels of the upright picture, what it shows, and how sure the detector was (0 to 1)."""

    box: Box
    kind: str
    score: float


def covered(face: Box, box: Box) -> float:
    """How much of `face` lies inside `box`, 0 to 1."""
    width = min(face[2], box[2]) - max(face[0], box[0])
    height = min(face[3], box[3]) - max(face[1], box[1])
    return max(0, width) * max(0, height) / max(1, _area(face))


def overlap(one: Box, other: Box) -> float:
    """Intersection over the smaller box's area, 0 to 1."""
    width = min(one[2], other[2]) - max(one[0], other[0])
    height = min(one[3], other[3]) - max(one[1], other[1])
    if width <= 0 or height <= 0:
        return 0.0
    return width * height / max(1, min(_area(one), _area(other)))


def _area(box: Box) -> int:
    return (box[2] - box[0]) * (box[3] - box[1])


def merge(regions: Iterable[Region], at_least: float = 0.4) -> tuple[Region, ...]:
    """Regions of one kind that overlap become one around both, with the higher score."""
    kept: list[Region] = []
    for region in sorted(regions, key=lambda r: (-r.score, r.box)):
        for index, other in enumerate(kept):
            if other.kind == region.kind and overlap(other.box, region.box) >= at_least:
                a, b = other.box, region.box
                around = (min(a[0], b[0]), min(a[1], b[1]), max(a[2], b[2]), max(a[3], b[3]))
                kept[index] = Region(around, other.kind, other.score)
                break
        else:
            kept.append(region)
    return tuple(kept)


def grow(box: Box, width: int, height: int) -> Box:
    """A box grown by `GROWTH` on its size, within a picture of `width` x `height` pixels."""
    extra_x, extra_y = round((box[2] - box[0]) * GROWTH / 2), round((box[3] - box[1]) * GROWTH / 2)
    return clip((box[0] - extra_x, box[1] - extra_y, box[2] + extra_x, box[3] + extra_y), width, height)


def clip(box: Box, width: int, height: int) -> Box:
    """The part of a box that lies inside the picture."""
    return (max(0, box[0]), max(0, box[1]), min(width, box[2]), min(height, box[3]))
