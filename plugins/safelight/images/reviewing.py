"""A reviewer's look at one image: what was found, what they change, and the decision as it goes into the vault."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from safelight.campaign import Campaign
from safelight.errors import WrongUse
from safelight.images.decode import Upright, decode_upright, read_bytes
from safelight.images.encode import WIDTHS
from safelight.images.pipeline import PIPELINE
from safelight.images.regions import likeness
from safelight.images.svg import clean_svg
from safelight.model.vault import AddedRegion, Box, DetectedRegion, ImageReview, RemovedRegion, Review

SAME = 0.7
"""Likeness (intersection over union) from which a box of a newer pipeline is one that was removed before."""
ADD = re.compile(r"(\d+),(\d+),(\d+),(\d+):(\S.*)")
REMOVE = re.compile(r"(\d+|text):(.*)", re.DOTALL)
"""One box by its number, or every box of text: in flat drawings the detector sees writing where there is none. Faces
are removed one by one."""


@dataclass(frozen=True)
class Look:
    """An image under review: its hash, its size in pixels, and what stands of the boxes so far.

    `detected` are numbered from 1 in this order, in the preview and for `--remove`.
    """

    file: str
    sha256: str
    width: int
    height: int
    detected: tuple[DetectedRegion, ...]
    added: tuple[AddedRegion, ...] = ()
    removed: tuple[RemovedRegion, ...] = ()

    def decided(self, by: str, on: date) -> ImageReview:
        """The decision that goes into `images.yaml`."""
        gone = {region.box for region in self.removed}
        standing = tuple(region for region in self.detected if region.box not in gone)
        return ImageReview(self.sha256, self.file, PIPELINE, Review(by, on), standing, self.added, self.removed)


def locate(campaign: Campaign, file: Path) -> tuple[Path, str]:
    """The image's path, and its name in `images.yaml` (below `content/`). Raises `WrongUse` for one that is elsewhere."""
    for path in (file, campaign.root / file, campaign.content / file):
        resolved = path.resolve()
        if path.is_file() and resolved.is_relative_to(campaign.content.resolve()):
            return path, resolved.relative_to(campaign.content.resolve()).as_posix()
    raise WrongUse(f"{file}: is no image below content/: name one, for instance content/stories/my-story/window.jpg")


def look(campaign: Campaign, file: Path, earlier: Sequence[ImageReview]) -> tuple[Look, Upright | None]:
    """Look at an image with every detector; None stands for the pixels of a drawing (SVG), which has none.

    What a reviewer added or removed on exactly these bytes under an older pipeline is carried over. Raises
    `ImageRefused` for an image that cannot be opened safely.
    """
    path, name = locate(campaign, file)
    data = read_bytes(path, campaign.limits, within=campaign.content)
    digest = hashlib.sha256(data).hexdigest()
    if path.suffix.lower() == ".svg":
        _, width, height = clean_svg(data, path.name)
        return Look(name, digest, width, height, ()), None
    from safelight.images.detect import find_regions

    upright = decode_upright(data, path.name, campaign.limits, side=WIDTHS[-1])
    found = find_regions(upright.pixels, (upright.width, upright.height))
    detected = tuple(DetectedRegion(r.box, r.kind, r.score) for r in found)
    before = next((review for review in earlier if review.sha256.casefold() == digest), None)
    removed = tuple(
        RemovedRegion(region.box, old.reason)
        for region in detected
        for old in (before.removed if before else ())
        if likeness(region.box, old.box) >= SAME
    )
    added = before.added if before else ()
    return Look(name, digest, upright.width, upright.height, detected, added, removed), upright


def change(seen: Look, add: Sequence[str], remove: Sequence[str]) -> Look:
    """The look with boxes added (`left,top,right,bottom:kind`) and removed (`number:reason`, `text:reason`).

    Raises `WrongUse` with every mistake at once.
    """
    wrong: list[str] = []
    added, removed = list(seen.added), list(seen.removed)
    for text in add:
        match = ADD.fullmatch(text.strip())
        box: Box = tuple(int(part) for part in match.groups()[:4]) if match else (0, 0, 0, 0)  # type: ignore[assignment] # four groups
        if not match or not (box[0] < box[2] <= seen.width and box[1] < box[3] <= seen.height):
            wrong.append(
                f"--add {text}: is no box in a picture of {seen.width} x {seen.height}: "
                "write left,top,right,bottom:kind in pixels, for instance 88,300,190,360:tattoo"
            )
        elif AddedRegion(box, match[5].strip()) not in added:
            added.append(AddedRegion(box, match[5].strip()))
    for text in remove:
        match = REMOVE.fullmatch(text.strip())
        boxes = _named(match[1], seen.detected) if match else []
        if not match or not boxes:
            wrong.append(
                f"--remove {text}: names no box: write number:reason with a number of 1 to {len(seen.detected)}, or "
                "text:reason for every box of text"
            )
        elif not match[2].strip():
            wrong.append(f'--remove {text}: gives no reason: write for instance {match[1]}:"a clock"')
        else:
            removed = [r for r in removed if r.box not in boxes]
            removed += [RemovedRegion(box, match[2].strip()) for box in boxes]
    if wrong:
        raise WrongUse("\n".join(wrong))
    return Look(seen.file, seen.sha256, seen.width, seen.height, seen.detected, tuple(added), tuple(removed))


def _named(which: str, detected: Sequence[DetectedRegion]) -> list[Box]:
    """The boxes that `--remove` means: the one of a number from 1, or all of text."""
    if which == "text":
        return [region.box for region in detected if region.kind == "text"]
    return [region.box for number, region in enumerate(detected, 1) if number == int(which)]


def check_initials(by: str) -> str:
    """The reviewer's initials; raises `WrongUse` for none."""
    if not by.strip():
        raise WrongUse("--by: is missing: write your initials; whoever accepts a picture signs for it")
    return by.strip()
