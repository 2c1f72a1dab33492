"""A reviewed source image in its published forms."""

from __future__ import annotations

import hashlib
import json
from dataclasses import asdict, dataclass
from pathlib import Path

from PIL import Image

from safelight.campaign import Limits
from safelight.errors import ImageRefused
from safelight.images.decode import decode, read_bytes
from safelight.images.detect import PIPELINE, find_faces
from safelight.images.encode import MIMES, dominant_colour, encoded, fill, scaled, widths
from safelight.images.regions import covered
from safelight.images.svg import clean_svg
from safelight.model.vault import Box, ImageReview


@dataclass(frozen=True)
class Variant:
    """One published file of a picture; `size` in bytes, `width` and `height` in pixels."""

    file: str
    mime: str
    width: int
    height: int
    size: int


@dataclass(frozen=True)
class Picture:
    """A published picture: its full size in pixels, its average colour, and its files."""

    width: int
    height: int
    colour: str
    variants: tuple[Variant, ...]


def publish_image(
    source: Path, review: ImageReview, *, limits: Limits, out_dir: Path, cache: Path | None = None
) -> Picture:
    """Write the safe files of `source` into `out_dir`, named by their own bytes.

    What the review lists as detected or added is filled, except what it removed with a reason. Raises `ImageRefused`
    for an image that cannot be opened safely, and when a face is found that the reviewer has not seen. `cache` holds
    finished safe files only, by source, review and pipeline.
    """
    data = read_bytes(source, limits)
    key = hashlib.sha256(data + repr((PIPELINE, review)).encode()).hexdigest()
    kept = cache / key if cache else None
    out_dir.mkdir(parents=True, exist_ok=True)
    if kept and (kept / "picture.json").is_file():
        return _from_cache(kept, out_dir)
    if source.suffix.lower() == ".svg":
        picture, files = _svg(data, source.name)
    else:
        picture, files = _raster(data, source.name, review, limits)
    for name, written in files.items():
        (out_dir / name).write_bytes(written)
    if kept:
        kept.mkdir(parents=True, exist_ok=True)
        for name, written in files.items():
            (kept / name).write_bytes(written)
        (kept / "picture.json").write_text(json.dumps(asdict(picture)), encoding="utf-8")
    return picture


def _from_cache(kept: Path, out_dir: Path) -> Picture:
    stored = json.loads((kept / "picture.json").read_text(encoding="utf-8"))
    variants = tuple(Variant(**variant) for variant in stored.pop("variants"))
    for variant in variants:
        (out_dir / variant.file).write_bytes((kept / variant.file).read_bytes())
    return Picture(variants=variants, **stored)


def _name(data: bytes, ending: str) -> str:
    return f"{hashlib.sha256(data).hexdigest()[:16]}.{ending}"


def _svg(data: bytes, name: str) -> tuple[Picture, dict[str, bytes]]:
    clean, width, height = clean_svg(data, name)
    file = _name(clean, "svg")
    variant = Variant(file, "image/svg+xml", width, height, len(clean))
    return Picture(width, height, "#fbf3e6", (variant,)), {file: clean}


def _raster(data: bytes, name: str, review: ImageReview, limits: Limits) -> tuple[Picture, dict[str, bytes]]:
    image = decode(data, name, limits)
    filled = fill(image, _boxes(image, name, review))
    files: dict[str, bytes] = {}
    variants = []
    for width in widths(image.width):
        smaller = scaled(filled, width)
        for kind, (mime, ending, _) in MIMES.items():
            written = encoded(smaller, kind)
            file = _name(written, ending)
            files[file] = written
            variants.append(Variant(file, mime, smaller.width, smaller.height, len(written)))
    return Picture(image.width, image.height, dominant_colour(filled), tuple(variants)), files


def _boxes(image: Image.Image, name: str, review: ImageReview) -> list[Box]:
    removed = [region.box for region in review.removed]
    detected = [region.box for region in review.detected]
    for face in find_faces(image):
        if not any(covered(face.box, box) > 0.5 for box in (*detected, *removed, *(r.box for r in review.added))):
            raise ImageRefused(
                f"{name}: holds a face that its review does not mention: "
                "look again, and list it in private/images.yaml as detected, or as removed with the reason"
            )
    return [box for box in detected if box not in removed] + [region.box for region in review.added]
