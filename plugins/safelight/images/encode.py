"""Fills regions and encodes what is published: constant colour, fixed settings, names from the published bytes."""

from __future__ import annotations

import io
from collections.abc import Iterable
from typing import Any

from PIL import Image, ImageDraw

from safelight.model.vault import Box

FILL = (34, 29, 23)
"""The one colour of every filled region; blur and mosaic can be turned back, a constant cannot."""
WIDTHS = (480, 960, 1600)
"""Widths, in pixels, that the theme's layouts ask for; never above the source's."""
JPEG = {"quality": 82, "optimize": True, "progressive": True, "subsampling": "4:2:0"}
WEBP = {"quality": 78, "method": 4}
MIMES: dict[str, tuple[str, str, dict[str, Any]]] = {
    "JPEG": ("image/jpeg", "jpg", JPEG),
    "WEBP": ("image/webp", "webp", WEBP),
}


def fill(image: Image.Image, boxes: Iterable[Box]) -> Image.Image:
    """A copy of `image` with each box in the one colour."""
    filled = image.copy()
    draw = ImageDraw.Draw(filled)
    for x0, y0, x1, y1 in boxes:
        draw.rectangle((x0, y0, x1 - 1, y1 - 1), fill=FILL)
    return filled


def widths(width: int) -> tuple[int, ...]:
    """The widths in which a picture of `width` pixels is published."""
    return tuple(w for w in WIDTHS if w < width) + ((width,) if width <= WIDTHS[-1] else (WIDTHS[-1],))


def scaled(image: Image.Image, width: int) -> Image.Image:
    """The image at `width` pixels, keeping its shape."""
    if width == image.width:
        return image
    height = max(1, round(image.height * width / image.width))
    return image.resize((width, height), Image.Resampling.LANCZOS)


def encoded(image: Image.Image, kind: str) -> bytes:
    """The bytes of an image in format `kind`, pixels only."""
    out = io.BytesIO()
    image.save(out, kind, **MIMES[kind][2])
    return out.getvalue()


def dominant_colour(image: Image.Image) -> str:
    """The average colour after filling, `#rrggbb`."""
    red, green, blue = image.resize((1, 1), Image.Resampling.BOX).getpixel((0, 0))  # type: ignore[misc] # RGB has three
    return f"#{red:02x}{green:02x}{blue:02x}"
