"""A reviewed source image in its published forms."""

from __future__ import annotations

import hashlib
import json
import shutil
import tempfile
from collections.abc import Sequence
from concurrent.futures import Executor
from contextlib import suppress
from dataclasses import asdict, dataclass, replace
from datetime import date
from pathlib import Path

from safelight.campaign import Limits
from safelight.errors import ImageRefused
from safelight.executor import Watch, run_in_batches
from safelight.images.decode import Upright, decode_upright, digest_of, read_bytes
from safelight.images.encode import MIMES, WIDTHS, dominant_colour, encode_all, fill, in_widths, outward
from safelight.images.pipeline import PIPELINE
from safelight.images.regions import covered
from safelight.images.svg import clean_svg
from safelight.model.vault import AddedRegion, Box, DetectedRegion, ImageReview, RemovedRegion, Review

FORMS = 1
"""Version of what is written for a picture; raised when widths, formats or their settings change."""
ANSWERED = 0.8
"""Least part of a found region that a review's boxes must account for; the rest is what CPUs differ by."""
BATCH = 4
"""Pictures that a worker takes at once: some seconds of work, so that both the estimate and the hand-over are cheap."""


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
    """A published picture: the size in pixels of its largest form, its average colour, and its files."""

    width: int
    height: int
    colour: str
    variants: tuple[Variant, ...]


@dataclass(frozen=True)
class Assignment:
    """One picture to publish: where it is, its review, and where its files go."""

    source: Path
    review: ImageReview
    limits: Limits
    out_dir: Path
    cache: Path | None


def publish_images(
    assignments: Sequence[Assignment], executor: Executor | None, watch: Watch | None = None
) -> tuple[Picture, ...]:
    """Each picture in its published forms, in the order of `assignments`, by the workers of `executor`, here without one.

    What the cache holds is taken from it here, since a worker would take longer to be told. Raises `ImageRefused` as
    `publish_image` does.
    """
    kept = [_cached(assignment) for assignment in assignments]
    missing = [_boxes_only(one) for one, picture in zip(assignments, kept, strict=True) if picture is None]
    made = iter(run_in_batches(executor, _carry_out, missing, batch=BATCH, watch=watch))
    return tuple(picture or next(made) for picture in kept)


def _boxes_only(one: Assignment) -> Assignment:
    """The assignment as a worker is told it: who signed, when, and why boxes were removed stay in the vault."""
    review = replace(
        one.review,
        file="",
        reviewed=Review("", date.min),
        removed=tuple(RemovedRegion(region.box, "") for region in one.review.removed),
    )
    return replace(one, review=review)


def _carry_out(one: Assignment) -> Picture:
    return publish_image(one.source, one.review, limits=one.limits, out_dir=one.out_dir, cache=one.cache)


def _cached(one: Assignment) -> Picture | None:
    if one.cache is None:
        return None
    one.out_dir.mkdir(parents=True, exist_ok=True)
    return _from_cache(one.cache / _key(digest_of(one.source, one.limits), one.review), one.out_dir)


def publish_image(
    source: Path, review: ImageReview, *, limits: Limits, out_dir: Path, cache: Path | None = None
) -> Picture:
    """Write the safe files of `source` into `out_dir`, named by their own bytes.

    What the review lists as detected or added is filled, except what it removed with a reason. Raises `ImageRefused`
    for an image that cannot be opened safely, that is not the one reviewed, or that holds a region which its review does
    not answer for. `cache` holds finished safe files only, by source, boxes and pipeline.
    """
    data = read_bytes(source, limits)
    digest = hashlib.sha256(data).hexdigest()
    if digest != review.sha256.casefold() or review.pipeline != PIPELINE:
        raise ImageRefused(f"{source.name}: is not what was looked at: run `safelight images review` on it")
    kept = cache / _key(digest, review) if cache else None
    out_dir.mkdir(parents=True, exist_ok=True)
    if kept and (picture := _from_cache(kept, out_dir)):
        return picture
    if source.suffix.lower() == ".svg":
        picture, files = _svg(data, source.name)
    else:
        picture, files = _raster(data, source.name, review, limits)
    for name, written in files.items():
        (out_dir / name).write_bytes(written)
    if kept:
        _keep(kept, picture, files)
    return picture


def filled_boxes(review: ImageReview) -> tuple[Box, ...]:
    """What a review fills: all that was detected and not removed, and all that was added."""
    return boxes_after(review.detected, review.added, review.removed)


def boxes_after(
    detected: Sequence[DetectedRegion], added: Sequence[AddedRegion], removed: Sequence[RemovedRegion]
) -> tuple[Box, ...]:
    """The boxes that stand: what was detected and not removed, and what was added."""
    gone = {region.box for region in removed}
    return (*(r.box for r in detected if r.box not in gone), *(r.box for r in added))


def is_cached(cache: Path, digest: str, review: ImageReview) -> bool:
    """Whether the picture with this hash and review was finished before."""
    return (cache / _key(digest, review) / "picture.json").is_file()


def _key(digest: str, review: ImageReview) -> str:
    """Where the cache keeps a picture: by its bytes and every box, so that a changed review is carried out anew."""
    boxes = (filled_boxes(review), tuple(region.box for region in review.removed))
    return hashlib.sha256(repr((digest, PIPELINE, FORMS, boxes)).encode()).hexdigest()


def _from_cache(kept: Path, out_dir: Path) -> Picture | None:
    """A picture that was finished before; None if there is none, or if a byte of it is not what was written."""
    try:
        stored = json.loads((kept / "picture.json").read_text(encoding="utf-8"))
        variants = tuple(Variant(**variant) for variant in stored.pop("variants"))
        picture = Picture(variants=variants, **stored)
        files = {variant.file: (kept / Path(variant.file).name).read_bytes() for variant in variants}
    except (OSError, ValueError, TypeError, KeyError, AttributeError):
        return None
    if any(_name(data, name.rpartition(".")[2]) != name for name, data in files.items()):
        return None
    for name, data in files.items():
        (out_dir / name).write_bytes(data)
    return picture


def _keep(kept: Path, picture: Picture, files: dict[str, bytes]) -> None:
    """Keep finished files under their key, all or none: the folder appears by one rename."""
    kept.parent.mkdir(parents=True, exist_ok=True)
    new = Path(tempfile.mkdtemp(prefix="new-", dir=kept.parent))
    for name, written in files.items():
        (new / name).write_bytes(written)
    (new / "picture.json").write_text(json.dumps(asdict(picture)), encoding="utf-8")
    shutil.rmtree(kept, ignore_errors=True)
    with suppress(OSError):  # another build was faster: its files are the same
        new.rename(kept)
    shutil.rmtree(new, ignore_errors=True)


def _name(data: bytes, ending: str) -> str:
    return f"{hashlib.sha256(data).hexdigest()[:16]}.{ending}"


def _svg(data: bytes, name: str) -> tuple[Picture, dict[str, bytes]]:
    clean, width, height = clean_svg(data, name)
    file = _name(clean, "svg")
    variant = Variant(file, "image/svg+xml", width, height, len(clean))
    return Picture(width, height, "#fbf3e6", (variant,)), {file: clean}


def _raster(data: bytes, name: str, review: ImageReview, limits: Limits) -> tuple[Picture, dict[str, bytes]]:
    upright = decode_upright(data, name, limits, side=WIDTHS[-1])
    _refuse_unanswered(upright, name, review)
    return published_forms(upright, filled_boxes(review))


def published_forms(upright: Upright, boxes: Sequence[Box]) -> tuple[Picture, dict[str, bytes]]:
    """The picture filled, in every width and format, and its files by name."""
    size, full = upright.pixels.size, (upright.width, upright.height)
    filled = fill(upright.pixels, (outward(box, size, full) for box in boxes))
    sizes = in_widths(filled)
    variants, files = [], {}
    for kind, image, data in encode_all(sizes):
        mime, ending, _ = MIMES[kind]
        file = _name(data, ending)
        files[file] = data
        variants.append(Variant(file, mime, image.width, image.height, len(data)))
    return Picture(sizes[-1].width, sizes[-1].height, dominant_colour(sizes[-1]), tuple(variants)), files


def _refuse_unanswered(upright: Upright, name: str, review: ImageReview) -> None:
    from safelight.images.detect import find_regions

    answered = (*filled_boxes(review), *(region.box for region in review.removed))
    for region in find_regions(upright.pixels, (upright.width, upright.height)):
        if covered(region.box, answered) < ANSWERED:
            raise ImageRefused(
                f"{name}: holds a {region.kind} at {','.join(map(str, region.box))} that its review does not mention: "
                f"look again with `safelight images review`"
            )
