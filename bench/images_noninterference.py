"""With the same boxes, other content underneath gives the same bytes, in every format and width.

Run: .venv/bin/python bench/images_noninterference.py [PAIRS]
"""

from __future__ import annotations

import sys

import numpy as np
from PIL import Image
from safelight.images.decode import Upright
from safelight.images.publish import published_forms


def main(pairs: int) -> int:
    same = files = 0
    for seed in range(pairs):
        noise = np.random.default_rng(seed)
        width, height = (int(n) for n in noise.integers(24, 700, 2))
        small = noise.integers(0, 256, (height // 8 + 1, width // 8 + 1, 3), np.uint8)
        one = Image.fromarray(small).resize((width, height), Image.Resampling.BICUBIC)
        x, y = int(noise.integers(0, width - 1)), int(noise.integers(0, height - 1))
        box = (x, y, int(noise.integers(x + 1, width + 1)), int(noise.integers(y + 1, height + 1)))
        other = one.copy()
        other.paste(Image.fromarray(noise.integers(0, 256, (box[3] - box[1], box[2] - box[0], 3), np.uint8)), box)
        made = [published_forms(Upright(image, width, height), [box]) for image in (one, other)]
        same += made[0] == made[1]
        files += len(made[0][1])
    print(f"{same} of {pairs} pairs identical, {files} files of each side compared")
    return 0 if same == pairs else 1


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]) if len(sys.argv) > 1 else 1000))
