"""How much of faces and of text is covered. Run: .venv/bin/python bench/images_finding.py [--every N] [--only faces|signs] [--signs N] [--from N]

Faces: NASA's portrait (in scikit-image's wheel), turned by every 45 degrees, darkened, shrunk, mirrored, tiled, partly
covered, narrowed as if turned away, blurred, grainy, badly compressed. All are of one person: they show what turns and
light do, not how well other people are found. A face counts as covered when the filled boxes hold all but a twentieth of its inner box (brows to chin).
Text: plates, signs and name tags drawn here in several scripts, turned and seen aslant. A sign counts as covered when
the boxes hold nine tenths of its writing.
"""

from __future__ import annotations

import argparse
import importlib.util
import io
import math
import random
import sys
from collections import defaultdict
from collections.abc import Iterator
from itertools import islice, product
from pathlib import Path

import cv2
import numpy as np
from PIL import Image, ImageDraw, ImageEnhance, ImageFilter, ImageFont
from safelight.images.detect import find_regions
from safelight.images.encode import fill

FACE = np.array([[185.0, 85.0], [262.0, 85.0], [262.0, 172.0], [185.0, 172.0]])
"""Brows to chin, ear to ear, in the portrait's pixels."""
SCRIPTS = {
    "latin": ("NotoSans-Bold.ttf", ["B 482 KT", "JOHN MILLER", "Main Street 12", "ID 4471-902", "PHARMACY"]),
    "cyrillic": ("NotoSans-Bold.ttf", ["А 123 ВС 77", "ул. Ленина 12", "АПТЕКА", "Иванова М.", "ПАСПОРТ 82 07"]),
    "arabic": ("NotoSansArabic-Bold.ttf", ["شارع النصر", "صيدلية", "محمد علي"]),
}


def portrait() -> Image.Image:
    found = importlib.util.find_spec("skimage")
    assert found and found.origin, "scikit-image is a test dependency: run `make test` once"
    with Image.open(Path(found.origin).parent / "data" / "astronaut.png") as image:
        return image.convert("RGB")


def turned(image: Image.Image, points: np.ndarray, degrees: float) -> tuple[Image.Image, np.ndarray]:
    """Image and points turned clockwise about the middle, the canvas grown to hold it."""
    out = image.rotate(-degrees, expand=True, resample=Image.Resampling.BICUBIC, fillcolor=(120, 130, 120))
    c, s = math.cos(math.radians(degrees)), math.sin(math.radians(degrees))
    middle = points - np.array(image.size) / 2
    return out, middle @ np.array([[c, s], [-s, c]]) + np.array(out.size) / 2


def faces() -> Iterator[tuple[str, Image.Image, list[np.ndarray]]]:
    whole = portrait()
    for degrees in range(0, 360, 45):
        for mirrored in (False, True):
            image, face = whole, FACE
            if mirrored:
                image = image.transpose(Image.Transpose.FLIP_LEFT_RIGHT)
                face = np.stack([image.width - FACE[:, 0], FACE[:, 1]], 1)
            image, face = turned(image, face, degrees)
            yield f"turned {degrees:3}", image, [face]
            yield "dark", ImageEnhance.Brightness(image).enhance(0.15), [face]
            third = image.resize((image.width // 3, image.height // 3), Image.Resampling.LANCZOS)
            yield "a third", third, [face / 3]
            scene = Image.new("RGB", (1600, 1200), (120, 130, 120))
            scene.paste(third, (900, 600))
            yield "a third, in a scene", scene, [face / 3 + np.array([900, 600])]
            masked = image.copy()
            low = np.stack([(face[0] + face[3]) / 2, (face[1] + face[2]) / 2, face[2], face[3]])
            ImageDraw.Draw(masked).polygon([tuple(p) for p in low.tolist()], fill=(150, 200, 220))
            yield "masked", masked, [face]
            glasses = image.copy()
            eyes = np.stack(
                [
                    face[0] * 0.8 + face[3] * 0.2,
                    face[1] * 0.8 + face[2] * 0.2,
                    face[1] * 0.55 + face[2] * 0.45,
                    face[0] * 0.55 + face[3] * 0.45,
                ]
            )
            ImageDraw.Draw(glasses).polygon([tuple(p) for p in eyes.tolist()], fill=(20, 20, 20))
            yield "eyes covered", glasses, [face]
            squeezed = image.resize((int(image.width * 0.6), image.height), Image.Resampling.LANCZOS)
            yield "squeezed sideways", squeezed, [face * np.array([0.6, 1])]
            narrow = image.resize((int(image.width * 0.4), image.height), Image.Resampling.LANCZOS)
            yield "turned away (narrow)", narrow, [face * np.array([0.4, 1])]
            half = image.copy()
            side = np.stack([face[0], (face[0] + face[1]) / 2, (face[3] + face[2]) / 2, face[3]])
            ImageDraw.Draw(half).polygon([tuple(p) for p in side.tolist()], fill=(90, 60, 40))
            yield "half behind something", half, [face]
            yield "low JPEG quality", compressed(image, 8), [face]
            yield "dark, a third, compressed", compressed(ImageEnhance.Brightness(third).enhance(0.25), 30), [face / 3]
            yield "out of focus", image.filter(ImageFilter.GaussianBlur(5)), [face]
            yield "grainy", grainy(image), [face]
            yield (
                "against the light",
                ImageEnhance.Contrast(ImageEnhance.Brightness(image).enhance(1.9)).enhance(0.5),
                [face],
            )
    for size, mirrored in product((60, 110, 170), (False, True)):
        scene, places = Image.new("RGB", (1600, 1200), (120, 130, 120)), []
        tile = whole.crop((90, 0, 360, 270)).resize((size * 2, size * 2), Image.Resampling.LANCZOS)
        at = FACE - np.array([90, 0])
        if mirrored:
            tile, at = tile.transpose(Image.Transpose.FLIP_LEFT_RIGHT), np.stack([270 - at[:, 0], at[:, 1]], 1)
        for y in range(0, 1200 - size * 2, size * 2 + 10):
            for x in range(0, 1600 - size * 2, size * 2 + 10):
                scene.paste(tile, (x, y))
                places.append(at * (size * 2 / 270) + np.array([x, y]))
        yield f"tiled, {size * 2} px tiles", scene, places


def compressed(image: Image.Image, quality: int) -> Image.Image:
    out = io.BytesIO()
    image.save(out, "JPEG", quality=quality)
    with Image.open(out) as opened:
        return opened.convert("RGB")


def grainy(image: Image.Image) -> Image.Image:
    grain = np.random.default_rng(3).normal(0, 35, (image.height, image.width, 3))
    return Image.fromarray((np.asarray(image, float) + grain).clip(0, 255).astype(np.uint8))


def signs(count: int, seed: int = 7) -> Iterator[tuple[str, Image.Image, list[np.ndarray]]]:
    rng = random.Random(seed)
    noise = np.random.default_rng(seed)
    for number in range(count):
        script = list(SCRIPTS)[number % len(SCRIPTS)]
        font_name, words = SCRIPTS[script]
        font = ImageFont.truetype(f"/usr/share/fonts/truetype/noto/{font_name}", rng.choice((28, 40, 64, 90)))
        text = rng.choice(words)
        left, top, right, bottom = ImageDraw.Draw(Image.new("RGB", (1, 1))).textbbox((0, 0), text, font=font)
        ground, ink = rng.choice(
            [((250, 250, 250), (10, 10, 10)), ((250, 200, 0), (0, 0, 0)), ((0, 60, 140), (255, 255, 255))]
        )
        pad = 16
        plate = Image.new("RGB", (right - left + 2 * pad, bottom - top + 2 * pad), ground)
        ImageDraw.Draw(plate).text((pad - left, pad - top), text, font=font, fill=ink)
        writing = np.array(
            [[pad, pad], [plate.width - pad, pad], [plate.width - pad, plate.height - pad], [pad, plate.height - pad]],
            float,
        )
        degrees = rng.choice((0, 0, 8, -12, 30, 45, 60, 90, 135, 180, 270))
        scene = np.clip(
            cv2.resize(noise.normal(120, 40, (30, 40, 3)), (1280, 960), interpolation=cv2.INTER_CUBIC)
            + noise.normal(0, 6, (960, 1280, 3)),
            0,
            255,
        ).astype(np.uint8)
        c, s = math.cos(math.radians(degrees)), math.sin(math.radians(degrees))
        aslant = rng.uniform(-0.0004, 0.0004)
        centre = np.array([[1, 0, -plate.width / 2], [0, 1, -plate.height / 2], [0, 0, 1.0]])
        matrix = (
            np.array([[1, 0, rng.randint(480, 800)], [0, 1, rng.randint(400, 560)], [0, 0, 1.0]])
            @ np.array([[c, -s, 0], [s, c, 0], [aslant, 0, 1.0]])
            @ centre
        )
        warped = cv2.warpPerspective(np.asarray(plate), matrix, (1280, 960))
        mask = cv2.warpPerspective(np.full((plate.height, plate.width), 255, np.uint8), matrix, (1280, 960))
        scene[mask > 127] = warped[mask > 127]
        seen = np.hstack([writing, np.ones((4, 1))]) @ matrix.T
        yield f"{script}", Image.fromarray(scene), [seen[:, :2] / seen[:, 2:]]


def share(image: Image.Image, boxes: list[tuple[int, int, int, int]], points: np.ndarray) -> float:
    """How much of a quadrilateral the boxes fill."""
    filled = np.asarray(fill(Image.new("RGB", image.size, (255, 255, 255)), boxes))[..., 0] < 128
    inner = np.zeros(filled.shape, np.uint8)
    cv2.fillConvexPoly(inner, np.rint(points).astype(np.int32), 1)
    return float(filled[inner == 1].mean()) if inner.any() else 1.0


def measure(cases: Iterator[tuple[str, Image.Image, list[np.ndarray]]], least: float) -> tuple[int, int]:
    rows: dict[str, list[float]] = defaultdict(list)
    over = []
    try:
        for name, image, places in cases:
            boxes = [region.box for region in find_regions(image)]
            rows[name] += [share(image, boxes, place) for place in places]
            over.append(sum((b[2] - b[0]) * (b[3] - b[1]) for b in boxes) / (image.width * image.height))
    except KeyboardInterrupt:  # a whole run takes about an hour: what was seen until then counts
        print(f"  stopped after {len(over)} pictures")
    for name, shares in rows.items():
        print(f"  {name:24} {sum(s >= least for s in shares):4} of {len(shares):4}   least {min(shares):.2f}")
    flat = [s for shares in rows.values() for s in shares]
    print(
        f"  covered {sum(s >= least for s in flat) / len(flat):.4f} of {len(flat)}; filled on average {np.mean(over):.2f} of a picture"
    )
    return sum(s >= least for s in flat), len(flat)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--signs", type=int, default=150)
    parser.add_argument("--every", type=int, default=1, help="only every N-th picture of faces, for a quick look")
    parser.add_argument("--from", dest="first", type=int, default=0, help="leave out the first N pictures of faces")
    parser.add_argument("--only", choices=("faces", "signs"))
    chosen = parser.parse_args()
    good = True
    if chosen.only != "signs":
        print("faces (target .995)")
        covered, of = measure(islice(faces(), chosen.first, None, chosen.every), 0.95)
        good &= covered / of >= 0.995
    if chosen.only != "faces":
        print("plates, signs, name tags (target .99)")
        covered, of = measure(signs(chosen.signs), 0.9)
        good &= covered / of >= 0.99
    return 0 if good else 1


if __name__ == "__main__":
    sys.exit(main())
