"""The pipeline's number is held to what decides which pixels are published: a review counts for what it looked at."""

from __future__ import annotations

import hashlib

import pytest
from safelight.images import detect, encode, regions
from safelight.images.detectors import DETECTORS, centerface, pp_ocr
from safelight.images.detectors.networks import weights
from safelight.images.pipeline import PIPELINE

HELD = {
    2: "ae4e720f03a88e0e",
}
"""Digest of `decides()` under each version. When this test fails, raise `PIPELINE` and add its digest here: everybody
who signed for a picture is then asked to look again."""


def decides() -> str:
    """Every constant and every weight that decides where boxes are and what fills them, as text."""
    values: dict[str, object] = {
        "fill": encode.FILL,
        "widths": encode.WIDTHS,
        "growth": regions.GROWTH,
        "slack": regions.SLACK,
        "merged from": regions.merge.__defaults__,
        "largest side": detect.LARGEST_SIDE,
        "face": (centerface.THRESHOLD, centerface.STEP, centerface.SAME, centerface.TILED, centerface.SHARED),
        "text": (pp_ocr.INK, pp_ocr.THRESHOLD, pp_ocr.UNCLIP, pp_ocr.SMALLEST, pp_ocr.MEAN, pp_ocr.SPREAD),
        "weights": [
            hashlib.sha256(weights(*one).read_bytes()).hexdigest() for one in (centerface.WEIGHTS, pp_ocr.WEIGHTS)
        ],
        "looks": [(detector.name, detector.version, detector.looks) for detector in DETECTORS],
    }
    return repr(values)


def digest() -> str:
    return hashlib.sha256(decides().encode()).hexdigest()[:16]


def test_the_number_rises_with_every_change() -> None:
    assert HELD.get(PIPELINE) == digest(), f"raise PIPELINE, and hold it to {digest()}"
    assert max(HELD) == PIPELINE
    assert len(set(HELD.values())) == len(HELD)


@pytest.mark.parametrize(
    ("module", "name", "value"),
    [
        (encode, "FILL", (0, 0, 0)),
        (regions, "GROWTH", 0.2),
        (centerface, "THRESHOLD", 0.3),
        (pp_ocr, "INK", 0.3),
        (detect, "LARGEST_SIDE", 1280),
    ],
)
def test_a_change_is_noticed(monkeypatch: pytest.MonkeyPatch, module: object, name: str, value: object) -> None:
    before = digest()
    monkeypatch.setattr(module, name, value)
    assert digest() != before
