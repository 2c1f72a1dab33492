"""A safe image from the detectors alone, for trial; it approves nothing for publication."""

from __future__ import annotations

import io
from dataclasses import dataclass
from pathlib import Path

from PIL import Image

from safelight.campaign import Limits
from safelight.errors import ImageRefused
from safelight.images.decode import decode, read_bytes
from safelight.images.detect import find_faces
from safelight.images.encode import JPEG, WEBP, fill
from safelight.images.regions import Region

FORMATS: dict[str, tuple[str, dict[str, object]]] = {
    ".jpg": ("JPEG", {**JPEG}),
    ".jpeg": ("JPEG", {**JPEG}),
    ".png": ("PNG", {"optimize": True}),
    ".webp": ("WEBP", {**WEBP}),
    ".avif": ("AVIF", {"quality": 60}),
}


@dataclass(frozen=True)
class RedactedImage:
    """Size in pixels of the upright picture, and the regions as they were filled."""

    width: int
    height: int
    regions: tuple[Region, ...]


def redact_image(source: Path, out: Path, limits: Limits) -> RedactedImage:
    """Write `source` to `out` (format by its ending) with every face filled and nothing else of the file.

    Raises `ImageRefused` for an image that cannot be opened safely or an ending that is not written.
    """
    if out.suffix.lower() not in FORMATS:
        raise ImageRefused(f"{out.name}: is no format that is written: end it in {', '.join(FORMATS)}")
    image = decode(read_bytes(source, limits), source.name, limits)
    regions = find_faces(image)
    kind, options = FORMATS[out.suffix.lower()]
    buffer = io.BytesIO()
    filled: Image.Image = fill(image, (region.box for region in regions))
    filled.save(buffer, kind, **options)
    try:
        out.write_bytes(buffer.getvalue())
    except OSError as error:
        raise ImageRefused(f"{out.name}: cannot be written ({error.strerror}): choose another place") from None
    return RedactedImage(image.width, image.height, regions)
