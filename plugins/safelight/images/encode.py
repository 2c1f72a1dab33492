"""Fills regions and encodes what is published: constant colour, fixed settings, names from the published bytes."""

from __future__ import annotations

import io
import os
from collections.abc import Iterable, Sequence
from concurrent.futures import ThreadPoolExecutor
from typing import Any

from PIL import Image, ImageDraw

from safelight.model.vault import Box

FILL = (34, 29, 23)
"""The one colour of every filled region; blur and mosaic can be turned back, a constant cannot."""
WIDTHS = (480, 960, 1600)
"""Widths, in pixels, that the theme's layouts ask for (`sizes` of its picture component, at one and two pixels to a
point); never above the source's."""
RESAMPLED = 0.98
"""The most of its own width at which a picture is published: every published pixel is mixed anew from several, which
disturbs the fingerprint of the camera's sensor (docs/pictures.md says what that is worth)."""
JPEG = {"quality": 82, "optimize": True, "progressive": True, "subsampling": "4:2:0"}
WEBP = {"quality": 78, "method": 3}
AVIF = {"quality": 58, "speed": 8, "max_threads": 1, "subsampling": "4:2:0"}
"""One thread, since what threads share out must not depend on how many there are."""
MIMES: dict[str, tuple[str, str, dict[str, Any]]] = {
    "AVIF": ("image/avif", "avif", AVIF),
    "WEBP": ("image/webp", "webp", WEBP),
    "JPEG": ("image/jpeg", "jpg", JPEG),
}


def fill(image: Image.Image, boxes: Iterable[Box]) -> Image.Image:
    """A copy of `image` with each box in the one colour."""
    filled = image.copy()
    draw = ImageDraw.Draw(filled)
    for x0, y0, x1, y1 in boxes:
        if x1 > x0 and y1 > y0:
            draw.rectangle((x0, y0, x1 - 1, y1 - 1), fill=FILL)
    return filled


def outward(box: Box, size: tuple[int, int], full: tuple[int, int]) -> Box:
    """A box of a picture of `full` pixels in one of `size`, rounded so that nothing of it stays outside."""
    x0, y0, x1, y1 = box
    return (
        x0 * size[0] // full[0],
        y0 * size[1] // full[1],
        -(-x1 * size[0] // full[0]),
        -(-y1 * size[1] // full[1]),
    )


def widths(width: int) -> tuple[int, ...]:
    """The widths in which a picture of `width` pixels is published."""
    most = min(WIDTHS[-1], max(1, int(width * RESAMPLED)))
    return (*(w for w in WIDTHS if w < most), most)


def scaled(image: Image.Image, width: int) -> Image.Image:
    """The image at `width` pixels, keeping its shape."""
    if width == image.width:
        return image
    height = max(1, round(image.height * width / image.width))
    return image.resize((width, height), Image.Resampling.LANCZOS, reducing_gap=3.0)


def in_widths(image: Image.Image) -> tuple[Image.Image, ...]:
    """The image in every width in which it is published, the smallest first."""
    made: list[Image.Image] = []
    larger = image
    for width in reversed(widths(image.width)):  # each from the next larger one: the same picture for less work
        larger = scaled(larger, width)
        made.insert(0, larger)
    return tuple(made)


def encode_all(sizes: Sequence[Image.Image]) -> list[tuple[str, Image.Image, bytes]]:
    """Each image in each published format: the format, the image, the bytes; two are encoded at a time."""
    forms = [(kind, image) for kind in MIMES for image in sizes]
    with ThreadPoolExecutor(min(2, os.cpu_count() or 1)) as threads:
        written = list(threads.map(lambda form: encoded(form[1], form[0]), forms))
    return [(kind, image, data) for (kind, image), data in zip(forms, written, strict=True)]


def encoded(image: Image.Image, kind: str) -> bytes:
    """The bytes of an image in format `kind`, pixels only."""
    out = io.BytesIO()
    # A copy: Pillow keeps an encoder's settings on the image, where another thread would take them for its own.
    image.copy().save(out, kind, **MIMES[kind][2])
    return out.getvalue()


def dominant_colour(image: Image.Image) -> str:
    """The average colour after filling, `#rrggbb`."""
    red, green, blue = image.resize((1, 1), Image.Resampling.BOX).getpixel((0, 0))  # type: ignore[misc] # RGB has three
    return f"#{red:02x}{green:02x}{blue:02x}"
