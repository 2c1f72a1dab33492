"""A face is found and filled whichever way it is turned; nothing of the original file survives."""

from __future__ import annotations

import hashlib
import importlib.util
import pickle
from dataclasses import replace
from datetime import date
from pathlib import Path

import numpy as np
import pytest
from PIL import Image
from safelight.campaign import Limits
from safelight.errors import ImageRefused
from safelight.executor import open_executor
from safelight.images import PIPELINE, Assignment, publish_image, publish_images, redact_image
from safelight.images.decode import Upright
from safelight.images.detect import find_regions
from safelight.images.encode import FILL
from safelight.images.publish import _boxes_only, filled_boxes, published_forms
from safelight.model.vault import DetectedRegion, ImageReview, RemovedRegion, Review

FACE = (170, 60, 275, 180)
"""Where the face of NASA's portrait is, in its pixels."""


@pytest.fixture(scope="module")
def portrait() -> Image.Image:
    found = importlib.util.find_spec("skimage")
    assert found and found.origin
    with Image.open(Path(found.origin).parent / "data" / "astronaut.png") as image:
        return image.convert("RGB")


def reviewed(path: Path, *boxes: tuple[int, int, int, int]) -> ImageReview:
    detected = tuple(DetectedRegion(box, "face", 0.9) for box in boxes)
    sha256 = hashlib.sha256(path.read_bytes()).hexdigest()
    return ImageReview(sha256, path.name, PIPELINE, Review("mk", date(2026, 11, 2)), detected)


@pytest.mark.parametrize("degrees", [0, 45, 180])
def test_the_face_is_filled(portrait: Image.Image, tmp_path: Path, degrees: int) -> None:
    source, out = tmp_path / "in.png", tmp_path / "out.png"
    portrait.rotate(degrees, expand=True).save(source)
    redact_image(source, out, Limits())
    with Image.open(out) as safe:
        upright = safe.rotate(-degrees, expand=True)
        more = (upright.width - portrait.width) // 2
        assert upright.getpixel((more + (FACE[0] + FACE[2]) // 2, more + (FACE[1] + FACE[3]) // 2)) == FILL


def test_a_region_that_the_review_does_not_mention_is_refused(portrait: Image.Image, tmp_path: Path) -> None:
    source = tmp_path / "in.png"
    portrait.save(source)
    found = find_regions(portrait)
    face = next(region for region in found if region.kind == "face")
    with pytest.raises(ImageRefused, match="holds a face"):
        others = [region.box for region in found if region is not face]
        publish_image(source, reviewed(source, *others), limits=Limits(), out_dir=tmp_path / "out")
    picture = publish_image(
        source, reviewed(source, *(r.box for r in found)), limits=Limits(), out_dir=tmp_path / "out"
    )
    assert {variant.mime for variant in picture.variants} == {"image/avif", "image/webp", "image/jpeg"}
    for variant in picture.variants:
        assert variant.file.startswith(hashlib.sha256((tmp_path / "out" / variant.file).read_bytes()).hexdigest()[:16])


@pytest.mark.parametrize("size", [(97, 61), (640, 400)])
def test_what_lies_under_a_box_changes_no_byte(size: tuple[int, int]) -> None:
    """Eight pairs in every format and width; `bench/images_noninterference.py` does a thousand."""
    for seed in range(8):
        one, other, box = pair(size, seed)
        assert one.tobytes() != other.tobytes()
        made = [published_forms(Upright(image, *size), [box]) for image in (one, other)]
        assert made[0] == made[1]


def pair(size: tuple[int, int], seed: int) -> tuple[Image.Image, Image.Image, tuple[int, int, int, int]]:
    noise = np.random.default_rng(seed)
    one = Image.fromarray(noise.integers(0, 256, (size[1], size[0], 3), np.uint8))
    x, y = int(noise.integers(0, size[0] // 2)), int(noise.integers(0, size[1] // 2))
    box = (x, y, x + int(noise.integers(1, size[0] // 2)), y + int(noise.integers(1, size[1] // 2)))
    other = one.copy()
    other.paste(Image.fromarray(noise.integers(0, 256, (box[3] - box[1], box[2] - box[0], 3), np.uint8)), box)
    return one, other, box


def test_a_cache_that_was_cut_short_is_not_used(tmp_path: Path) -> None:
    source = tmp_path / "in.png"
    Image.new("RGB", (64, 48), "#7a3600").save(source)
    made = publish_image(source, reviewed(source), limits=Limits(), out_dir=tmp_path / "one", cache=tmp_path / "cache")
    for kept in (tmp_path / "cache").rglob("*.jpg"):
        kept.write_bytes(kept.read_bytes()[:-9])
    again = publish_image(source, reviewed(source), limits=Limits(), out_dir=tmp_path / "two", cache=tmp_path / "cache")
    assert again == made
    for variant in made.variants:
        assert (tmp_path / "two" / variant.file).read_bytes() == (tmp_path / "one" / variant.file).read_bytes()


def test_one_process_and_a_pool_give_the_same_bytes(tmp_path: Path) -> None:
    """A cluster gives them too: tests/sites/test_site_scheduler.py."""
    sources = []
    for number in range(5):
        source = tmp_path / f"{number}.png"
        Image.linear_gradient("L").resize((200 + number, 120)).convert("RGB").save(source)
        sources.append(source)

    def assignments(out: str) -> list[Assignment]:
        return [Assignment(s, reviewed(s, (0, 0, 400, 400)), Limits(), tmp_path / out, None) for s in sources]

    here = publish_images(assignments("here"), None)
    with open_executor(workers=2) as executor:
        there = publish_images(assignments("there"), executor)
    assert here == there
    files = [{p.name: p.read_bytes() for p in (tmp_path / out).iterdir()} for out in ("here", "there")]
    assert files[0] == files[1]
    assert files[0]


def test_a_worker_is_told_boxes_and_nobodys_name(tmp_path: Path) -> None:
    source = tmp_path / "in.png"
    Image.new("RGB", (64, 48), "#7a3600").save(source)
    review = replace(reviewed(source), removed=(RemovedRegion((0, 0, 64, 48), "Zalina's hand"),))
    (told,) = [_boxes_only(one) for one in [Assignment(source, review, Limits(), tmp_path, None)]]
    assert b"mk" not in pickle.dumps(told.review)
    assert b"Zalina" not in pickle.dumps(told)
    assert filled_boxes(told.review) == filled_boxes(review)
    assert [region.box for region in told.review.removed] == [(0, 0, 64, 48)]
