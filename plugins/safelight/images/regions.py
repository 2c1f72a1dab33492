"""Regions: boxes that will be filled, merged and grown."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from safelight.model.vault import Box

GROWTH = 0.25
"""How much a detected box grows, as a part of its width and height: hair, ears and chin identify too."""

SLACK = 1.35
"""How much larger the box around two regions may be than the two together."""


@dataclass(frozen=True)
class Region:
    """A box in pixels of the upright picture, what it shows, and how sure the detector was (0 to 1)."""

    box: Box
    kind: str
    score: float


def covered(region: Box, boxes: Sequence[Box]) -> float:
    """How much of `region` lies inside `boxes` taken together, 0 to 1."""
    inside = [b for box in boxes if _area(b := _common(region, box)) > 0]
    across = sorted({x for box in inside for x in (box[0], box[2])})
    total = 0
    for left, right in pairwise(across):
        reached = region[1]
        for _, top, _, bottom in sorted((b for b in inside if b[0] <= left and b[2] >= right), key=lambda b: b[1]):
            total += max(0, bottom - max(top, reached)) * (right - left)
            reached = max(reached, bottom)
    return total / max(1, _area(region))


def overlap(one: Box, other: Box) -> float:
    """Intersection over the smaller box's area, 0 to 1."""
    return max(0, _area(_common(one, other))) / max(1, min(_area(one), _area(other)))


def likeness(one: Box, other: Box) -> float:
    """Intersection over union, 0 to 1."""
    common = max(0, _area(_common(one, other)))
    return common / max(1, _area(one) + _area(other) - common)


def _common(one: Box, other: Box) -> Box:
    x0, y0 = max(one[0], other[0]), max(one[1], other[1])
    return (x0, y0, max(x0, min(one[2], other[2])), max(y0, min(one[3], other[3])))


def _area(box: Box) -> int:
    return (box[2] - box[0]) * (box[3] - box[1])


def merge(regions: Iterable[Region], at_least: float = 0.4) -> tuple[Region, ...]:
    """Regions of one kind that overlap become one around both, with the higher score, until none overlaps another.

    Two that would leave much between them stay two: slanted lines lie in large boxes, and one around several of those
    would be the whole picture.
    """
    waiting = sorted(regions, key=lambda r: (-r.score, r.box))
    while True:
        kept: list[Region] = []
        for region in waiting:
            for index, other in enumerate(kept):
                around = _around(other.box, region.box)
                tight = _area(around) <= SLACK * _joint_area(other.box, region.box)
                if other.kind == region.kind and tight and overlap(other.box, region.box) >= at_least:
                    kept[index] = Region(around, other.kind, other.score)
                    break
            else:
                kept.append(region)
        if len(kept) == len(waiting):
            return tuple(kept)
        waiting = kept


def _around(one: Box, other: Box) -> Box:
    return (min(one[0], other[0]), min(one[1], other[1]), max(one[2], other[2]), max(one[3], other[3]))


def _joint_area(one: Box, other: Box) -> int:
    return _area(one) + _area(other) - max(0, _area(_common(one, other)))


def grow(box: Box, width: int, height: int) -> Box:
    """A box grown by `GROWTH` on its size, within a picture of `width` x `height` pixels."""
    extra_x, extra_y = -(-(box[2] - box[0]) * GROWTH // 2), -(-(box[3] - box[1]) * GROWTH // 2)
    return clip(
        (box[0] - int(extra_x), box[1] - int(extra_y), box[2] + int(extra_x), box[3] + int(extra_y)), width, height
    )


def clip(box: Box, width: int, height: int) -> Box:
    """The part of a box that lies inside the picture."""
    return (max(0, box[0]), max(0, box[1]), min(width, box[2]), min(height, box[3]))
