"""Annotated previews in `build/`, which show no more than what would be published, and do not stay."""

from __future__ import annotations

import io
import os
import shutil
from pathlib import Path
from typing import TYPE_CHECKING

from PIL import ImageDraw, ImageFont

from safelight.campaign import Campaign
from safelight.images.decode import Upright
from safelight.images.encode import fill, outward
from safelight.images.publish import boxes_after

if TYPE_CHECKING:
    from safelight.images.reviewing import Look

OUTLINES = {"face": "#ff4d00", "text": "#0090ff"}
ADDED, REMOVED = "#c800c8", "#00a000"


def preview_folder(campaign: Campaign) -> Path:
    """Where previews stand until they are decided upon; every build begins by emptying it."""
    return campaign.build / "review"


def wipe_previews(campaign: Campaign) -> None:
    """Remove every preview."""
    shutil.rmtree(preview_folder(campaign), ignore_errors=True)


def write_preview(campaign: Campaign, seen: Look, upright: Upright) -> Path:
    """Write the picture as it would be published, each box outlined and numbered; only the owner may read it.

    What will be filled is filled here too: whoever wants to see what a box hides opens the original, and the preview
    holds nothing that would not be published.
    """
    size, full = upright.pixels.size, (upright.width, upright.height)
    boxes = boxes_after(seen.detected, seen.added, seen.removed)
    shown = fill(upright.pixels, (outward(box, size, full) for box in boxes))
    draw = ImageDraw.Draw(shown)
    line = max(2, max(size) // 400)
    font = ImageFont.load_default(max(12, max(size) // 60))
    gone = {region.box for region in seen.removed}
    marks = [
        (
            region.box,
            f"{number} {region.kind} {region.score:.2f}",
            REMOVED if region.box in gone else OUTLINES.get(region.kind, ADDED),
        )
        for number, region in enumerate(seen.detected, 1)
    ] + [(region.box, f"+ {region.kind}", ADDED) for region in seen.added]
    for box, words, colour in marks:
        x0, y0, x1, y1 = outward(box, size, full)
        draw.rectangle((x0, y0, x1 - 1, y1 - 1), outline=colour, width=line)
        left, top, right, bottom = draw.textbbox((x0 + line, y0 + line), words, font=font)
        draw.rectangle((left - 2, top - 2, right + 2, bottom + 2), fill="#ffffff")
        draw.text((x0 + line, y0 + line), words, font=font, fill="#000000")
    buffer = io.BytesIO()
    shown.save(buffer, "PNG", compress_level=3)
    path = _preview_path(campaign, seen)
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    path.unlink(missing_ok=True)
    with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as out:
        out.write(buffer.getvalue())
    return path


def drop_preview(campaign: Campaign, seen: Look) -> None:
    """Remove the preview of an image that is decided."""
    _preview_path(campaign, seen).unlink(missing_ok=True)


def _preview_path(campaign: Campaign, seen: Look) -> Path:
    return preview_folder(campaign) / (seen.file.replace("/", "--") + ".png")
