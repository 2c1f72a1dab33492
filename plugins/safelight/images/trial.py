"""A safe image from the detectors alone, for trial; it approves nothing for publication."""

from __future__ import annotations

import io
from dataclasses import dataclass
from pathlib import Path

from safelight.campaign import Limits
from safelight.errors import ImageRefused
from safelight.images.decode import decode, read_bytes
from safelight.images.encode import AVIF, JPEG, WEBP, fill
from safelight.images.regions import Region

FORMATS: dict[str, tuple[str, dict[str, object]]] = {
    ".jpg": ("JPEG", {**JPEG, "progressive": False}),
    ".jpeg": ("JPEG", {**JPEG, "progressive": False}),
    ".png": ("PNG", {"compress_level": 4}),
    ".webp": ("WEBP", {**WEBP}),
    ".avif": ("AVIF", {**AVIF, "speed": 10}),
}


@dataclass(frozen=True)
class RedactedImage:
    """Size in pixels of the upright picture, and the regions as they were filled."""

    width: int
    height: int
    regions: tuple[Region, ...]


def redact_image(source: Path, out: Path, limits: Limits) -> RedactedImage:
    """Write `source` to `out` (format by its ending) with all that was found filled, and nothing else of the file.

    Raises `ImageRefused` for an image that cannot be opened safely or an ending that is not written.
    """
    from safelight.images.detect import find_regions

    if out.suffix.lower() not in FORMATS:
        raise ImageRefused(f"{out.name}: is no format that is written: end it in {', '.join(FORMATS)}")
    image = decode(read_bytes(source, limits), source.name, limits)
    regions = find_regions(image)
    kind, options = FORMATS[out.suffix.lower()]
    buffer = io.BytesIO()
    fill(image, (region.box for region in regions)).save(buffer, kind, **options)
    try:
        out.write_bytes(buffer.getvalue())
    except OSError as error:
        raise ImageRefused(f"{out.name}: cannot be written ({error.strerror}): choose another place") from None
    return RedactedImage(image.width, image.height, regions)
