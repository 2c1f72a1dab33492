"""How much of a sensor's fingerprint (PRNU) is left in published pictures: a simulated camera, and two who search for it.

Run: .venv/bin/python bench/images_fingerprint.py [--pictures N]

A camera multiplies each picture by a faint pattern of its own (Lukas, Fridrich, Goljan 2006). Who has the pattern takes
each picture's noise (the picture less its smoothed self) and correlates. A peak of the correlation over all shifts that
stands more than 60 times over the energy beside it (PCE) counts as a match, as is usual. `as taken` compares JPEGs as the
camera wrote them, `published` what Safelight publishes, `published, scale known` the same stretched back to the camera's
size, as somebody does who guesses the scale.
"""

from __future__ import annotations

import argparse
import io
import sys

import cv2
import numpy as np
from numpy.typing import NDArray
from PIL import Image
from safelight.campaign import Limits
from safelight.images.decode import decode_upright
from safelight.images.encode import WIDTHS
from safelight.images.publish import published_forms

SIZE = (1600, 1200)
STRENGTH = 0.02
"""How much the pattern changes a pixel, as a part of it: strong sensors reach it."""
MATCH = 60.0
Grey = NDArray[np.float32]


def taken(pattern: Grey, seed: int) -> bytes:
    """A smooth scene through the camera, as the camera's JPEG."""
    noise = np.random.default_rng(seed)
    rough = noise.normal(140, 30, (9, 12, 3)).clip(40, 230).astype(np.float32)
    scene = cv2.resize(rough, SIZE, interpolation=cv2.INTER_CUBIC)
    seen = scene * (1 + STRENGTH * pattern[..., None]) + noise.normal(0, 2, scene.shape)
    out = io.BytesIO()
    Image.fromarray(seen.clip(0, 255).astype(np.uint8)).save(out, "JPEG", quality=92)
    return out.getvalue()


def residual(image: Image.Image) -> Grey:
    grey = np.asarray(image.convert("L"), np.float32)
    left = grey - cv2.GaussianBlur(grey, (0, 0), 1.2)
    return np.asarray((left - left.mean()) / (left.std() + 1e-9), np.float32)


def pce(noise: Grey, pattern: Grey) -> float:
    """Peak-to-correlation energy of two equally large pictures, over all shifts."""
    correlation = np.fft.irfft2(np.fft.rfft2(noise) * np.conj(np.fft.rfft2(pattern)), s=noise.shape)
    row, column = np.unravel_index(np.argmax(np.abs(correlation)), correlation.shape)
    peak = float(correlation[row, column])
    beside = np.roll(correlation, (5 - int(row), 5 - int(column)), (0, 1))
    beside[:11, :11] = 0
    return peak * peak / float((beside**2).mean())


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--pictures", type=int, default=12)
    count = parser.parse_args().pictures
    pattern = np.random.default_rng(0).normal(0, 1, SIZE[::-1]).astype(np.float32)
    rows: dict[str, list[float]] = {}
    for seed in range(1, count + 1):
        data = taken(pattern, seed)
        with Image.open(io.BytesIO(data)) as original:
            rows.setdefault("as taken", []).append(pce(residual(original), pattern))
        _, files = published_forms(decode_upright(data, "a.jpg", Limits(), side=WIDTHS[-1]), [])
        for ending in ("avif", "webp", "jpg"):
            opened = [
                Image.open(io.BytesIO(data)).convert("RGB") for name, data in files.items() if name.endswith(ending)
            ]
            for image in opened:
                noise = residual(image)
                crop = pattern[: noise.shape[0], : noise.shape[1]]
                rows.setdefault(f"published, {ending} {image.width}", []).append(pce(noise, crop))
                stretched = image.resize(SIZE, Image.Resampling.BICUBIC)
                rows.setdefault(f"published, {ending} {image.width}, scale known", []).append(
                    pce(residual(stretched), pattern)
                )
    print(f"{count} pictures of {SIZE[0]} x {SIZE[1]}; matched at PCE over {MATCH:.0f}")
    for name, values in rows.items():
        matched = sum(value > MATCH for value in values)
        print(f"  {name:36} matched {matched:3} of {len(values)}   PCE {np.median(values):10.1f}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
