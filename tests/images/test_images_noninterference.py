"""With the same boxes, what lies underneath changes no byte: any boxes, any size, any format read or written."""

from __future__ import annotations

import io

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image
from safelight.campaign import Limits
from safelight.images.decode import decode_upright
from safelight.images.encode import FILL, fill, outward
from safelight.images.publish import published_forms
from safelight.images.trial import FORMATS
from safelight.model.vault import Box

LOSSLESS = {"png": ("PNG", {}), "webp": ("WEBP", {"lossless": True}), "tiff": ("TIFF", {}), "gif": ("GIF", {})}
"""Formats in which the two sources hold the very pixels that differ."""


@st.composite
def pictures(draw: st.DrawFn) -> tuple[Image.Image, Image.Image, list[Box]]:
    """Two pictures of one size that differ only inside some boxes, which may overlap and reach the edge."""
    width, height = draw(st.integers(9, 140)), draw(st.integers(9, 140))
    noise = np.random.default_rng(draw(st.integers(0, 2**32)))
    one = noise.integers(0, 256, (height, width, 3), np.uint8)
    other = one.copy()
    boxes: list[Box] = []
    for _ in range(draw(st.integers(1, 4))):
        x0, y0 = draw(st.integers(0, width - 1)), draw(st.integers(0, height - 1))
        x1, y1 = draw(st.integers(x0 + 1, width)), draw(st.integers(y0 + 1, height))
        boxes.append((x0, y0, x1, y1))
        other[y0:y1, x0:x1] = noise.integers(0, 256, (y1 - y0, x1 - x0, 3), np.uint8)
    return Image.fromarray(one), Image.fromarray(other), boxes


@settings(max_examples=25, deadline=None)
@given(pair=pictures(), read=st.sampled_from(sorted(LOSSLESS)), written=st.sampled_from(sorted(FORMATS)))
def test_no_byte_tells_what_lay_under_a_box(
    pair: tuple[Image.Image, Image.Image, list[Box]], read: str, written: str
) -> None:
    kind, options = LOSSLESS[read]
    *images, boxes = pair
    if kind == "GIF":  # one palette for both, or the palette itself would tell them apart before anything is filled
        images = [image.convert("P", palette=Image.Palette.WEB, dither=Image.Dither.NONE) for image in images]
    published, tried = [], []
    for image in images:
        source = io.BytesIO()
        image.save(source, kind, **options)
        upright = decode_upright(source.getvalue(), f"a.{read}", Limits())
        published.append(published_forms(upright, boxes))
        out = io.BytesIO()
        to, settings_ = FORMATS[written]
        fill(upright.pixels, boxes).save(out, to, **settings_)
        tried.append(out.getvalue())
    assert published[0] == published[1]
    assert tried[0] == tried[1]


@given(
    box=st.tuples(st.integers(0, 3999), st.integers(0, 2999), st.integers(1, 900), st.integers(1, 900)),
    held=st.sampled_from([(4000, 3000), (2000, 1500), (1000, 750), (1999, 1501), (500, 375)]),
)
def test_no_pixel_of_a_box_is_left_where_the_picture_is_held_smaller(
    box: tuple[int, int, int, int], held: tuple[int, int]
) -> None:
    x0, y0, wide, tall = box
    x1, y1 = min(4000, x0 + wide), min(3000, y0 + tall)
    left, top, right, bottom = outward((x0, y0, x1, y1), held, (4000, 3000))
    across, down = held[0] / 4000, held[1] / 3000
    assert left <= x0 * across and top <= y0 * down and right >= x1 * across and bottom >= y1 * down
    assert left > x0 * across - 1 and right < x1 * across + 1, "and no more than a pixel too much"


@pytest.mark.parametrize("quality", [30, 82, 95])
def test_a_jpeg_smears_what_is_outside_into_a_box_and_nothing_out_of_it(quality: int) -> None:
    """Blocks of 16 x 16 pixels mix the fill with its neighbours; the fill is all there is to be mixed."""
    inside, box = (20, 20, 76, 76), (16, 16, 80, 80)
    noise = np.random.default_rng(1).integers(0, 256, (96, 96, 3), np.uint8)
    filled = fill(Image.fromarray(noise), [inside])
    out = io.BytesIO()
    filled.save(out, "JPEG", quality=quality, subsampling="4:2:0")
    with Image.open(out) as opened:
        seen = np.asarray(opened.convert("RGB"), int)
    core = seen[34:62, 34:62]
    assert abs(core - np.array(FILL)).max() <= 3, "a block away from the edge only the fill is seen"
    edge = seen[box[1] : box[3], box[0] : box[2]]
    assert abs(edge - np.array(FILL)).max() > 20, "at the edge the surroundings smear in"
