"""A face is found and filled whichever way it is turned; nothing of the original file survives."""

from __future__ import annotations

import hashlib
import importlib.util
from datetime import date
from pathlib import Path

import pytest
from PIL import Image
from safelight.campaign import Limits
from safelight.errors import ImageRefused
from safelight.images import PIPELINE, publish_image, redact_image
from safelight.images.encode import FILL, encoded, fill
from safelight.model.vault import DetectedRegion, ImageReview, Review

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


@pytest.mark.parametrize("degrees", [0, 90, 180, 270])
def test_the_face_is_filled(portrait: Image.Image, tmp_path: Path, degrees: int) -> None:
    source, out = tmp_path / "in.png", tmp_path / "out.png"
    portrait.rotate(degrees, expand=True).save(source)
    redact_image(source, out, Limits())
    with Image.open(out) as safe:
        upright = safe.rotate(-degrees, expand=True)
        assert upright.getpixel(((FACE[0] + FACE[2]) // 2, (FACE[1] + FACE[3]) // 2)) == FILL


def test_a_face_that_the_review_does_not_mention_is_refused(portrait: Image.Image, tmp_path: Path) -> None:
    source = tmp_path / "in.png"
    portrait.save(source)
    with pytest.raises(ImageRefused, match="holds a face"):
        publish_image(source, reviewed(source), limits=Limits(), out_dir=tmp_path / "out")
    publish_image(source, reviewed(source, (150, 20, 300, 210)), limits=Limits(), out_dir=tmp_path / "out")


@pytest.mark.parametrize("kind", ["JPEG", "WEBP"])
def test_what_lies_under_a_box_changes_no_byte(kind: str) -> None:
    box = (10, 10, 40, 40)
    pictures = [Image.new("RGB", (64, 64), "#fbf3e6") for _ in range(2)]
    pictures[1].paste(Image.effect_noise((30, 30), 90).convert("RGB"), box)
    assert encoded(fill(pictures[0], [box]), kind) == encoded(fill(pictures[1], [box]), kind)


@pytest.mark.parametrize("ending", ["jpg", "png", "webp"])
def test_canaries_do_not_survive(tmp_path: Path, ending: str) -> None:
    source = tmp_path / f"in.{ending}"
    exif = Image.Exif()
    exif[0x010E] = exif[0x013B] = "canary"
    Image.new("RGB", (64, 48), "#7a3600").save(source, exif=exif)
    source.write_bytes(source.read_bytes() + b"canary")
    picture = publish_image(source, reviewed(source), limits=Limits(), out_dir=tmp_path / "out")
    for variant in picture.variants:
        assert b"canary" not in (tmp_path / "out" / variant.file).read_bytes()
