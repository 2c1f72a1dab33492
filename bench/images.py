"""What a picture costs: the split of one large JPEG, its memory, many new pictures at once, and unchanged ones.

Run: .venv/bin/python bench/images.py [--images N] [--unchanged N] [--workers N]

CPU seconds are those of the process (all its threads), which other programs on the machine do not lengthen; the last
column is what two idle cores need at least. The pictures are NASA's portrait (in scikit-image's wheel) in a noisy scene.
"""

from __future__ import annotations

import argparse
import hashlib
import importlib.util
import io
import multiprocessing
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import TypeVar
from unittest import mock

import numpy as np
from PIL import Image
from safelight.campaign import Limits
from safelight.executor import open_executor
from safelight.images import PIPELINE, Assignment, decode, publish_images
from safelight.model.vault import DetectedRegion, ImageReview, RemovedRegion, Review
from safelight.progress import progress_bar

Made = TypeVar("Made")
LARGE = (4000, 3000)
TARGETS = "targets: 2 s on two idle cores, 700 MB; unchanged 5 ms each, 100 of them 0.5 s"


def scene(width: int, height: int, seed: int) -> bytes:
    """A JPEG as a camera makes it: the portrait somewhere in a noisy room."""
    noise = np.random.default_rng(seed)
    found = importlib.util.find_spec("skimage")
    assert found and found.origin, "scikit-image is a test dependency: run `make test` once"
    rough = noise.normal(120, 45, (12, 16, 3)).clip(0, 255).astype(np.uint8)
    room = Image.fromarray(rough).resize((width, height), Image.Resampling.BICUBIC)
    with Image.open(Path(found.origin).parent / "data" / "astronaut.png") as portrait:
        side = int(height * noise.uniform(0.4, 0.9))
        room.paste(
            portrait.convert("RGB").resize((side, side), Image.Resampling.BICUBIC),
            (int(noise.integers(0, width - side)), int(noise.integers(0, height - side))),
        )
    grain = noise.integers(-9, 10, (height, width, 1), np.int16)
    pixels = (np.asarray(room, np.int16) + grain).clip(0, 255).astype(np.uint8)
    out = io.BytesIO()
    Image.fromarray(pixels).save(out, "JPEG", quality=90)
    return out.getvalue()


Split = tuple[list[tuple[str, float, float]], float, float]
"""Each step with its CPU and clock seconds; memory before, and the most that was held."""


def split(data: bytes, results: multiprocessing.SimpleQueue[Split]) -> None:
    """CPU and clock seconds of each step in a process of its own, and its peak memory in MB.

    The least of three after the first counts: other programs make a step slower, never faster.
    """
    from safelight.images.decode import decode_upright
    from safelight.images.detect import find_regions
    from safelight.images.encode import WIDTHS, encode_all, fill, in_widths, outward

    base = most_memory()
    rows: dict[str, tuple[float, float]] = {}

    def timed(name: str, work: Callable[[], Made]) -> Made:
        cpu, clock = time.process_time(), time.perf_counter()
        made = work()
        taken = (time.process_time() - cpu, time.perf_counter() - clock)
        rows[name] = min(rows.get(name, taken), taken)
        return made

    for number in range(4):
        if number == 1:
            rows.clear()
        upright = timed("decode", lambda: decode_upright(data, "a.jpg", Limits(), side=WIDTHS[-1]))
        full = (upright.width, upright.height)
        regions = timed("detect", lambda up=upright, full=full: find_regions(up.pixels, full))
        boxes = [outward(region.box, upright.pixels.size, full) for region in regions]
        filled = timed("fill", lambda up=upright, boxes=boxes: fill(up.pixels, boxes))
        sizes = timed("resize", lambda filled=filled: in_widths(filled))
        timed("encode", lambda sizes=sizes: encode_all(sizes))
    results.put(([(name, *taken) for name, taken in rows.items()], base, most_memory()))


def most_memory() -> float:
    """The most memory that this program held, in MB; getrusage's figure would include its parent's."""
    line = next(line for line in Path("/proc/self/status").read_text().splitlines() if line.startswith("VmHWM"))
    return int(line.split()[1]) / 1024


def show_split() -> bool:
    data = scene(*LARGE, seed=0)
    context = multiprocessing.get_context("spawn")
    results: multiprocessing.SimpleQueue[Split] = context.SimpleQueue()
    process = context.Process(target=split, args=(data, results))
    process.start()
    rows, base, peak = results.get()
    process.join()
    total = sum(cpu for _, cpu, _ in rows)
    print(f"one JPEG of {LARGE[0]} x {LARGE[1]} pixels, {len(data) / 1e6:.1f} MB")
    for name, cpu, clock in rows:
        print(f"  {name:8} {cpu:6.3f} s CPU  {cpu / total:5.1%}   {clock:6.3f} s by the clock")
    shared = sum(cpu for name, cpu, _ in rows if name in ("detect", "encode"))
    least = total - shared / 2
    clock = sum(clock for *_, clock in rows)
    print(
        f"  {'all':8} {total:6.3f} s CPU           {clock:6.3f} s by the clock; two idle cores: {least:.2f} s at least"
    )
    print(f"  peak memory {peak:.0f} MB, of which Python and its libraries {base:.0f} MB")
    return least <= 2 and peak < 700


def assignments(folder: Path, count: int, size: tuple[int, int], out: str) -> list[Assignment]:
    made = []
    for number in range(count):
        path = folder / f"{number}.jpg"
        if not path.exists():
            path.write_bytes(scene(*size, seed=number))
        sha256 = hashlib.sha256(path.read_bytes()).hexdigest()
        whole = (0, 0, *size)  # a reviewer who removed everything: what is measured is the work, not the boxes
        review = ImageReview(
            sha256, path.name, PIPELINE, Review("mk", date(2026, 11, 24)),
            (DetectedRegion((0, 0, 1, 1), "face"),), (), (RemovedRegion(whole, "measured"),),
        )  # fmt: skip
        made.append(Assignment(path, review, Limits(), folder / out, folder / "cache"))
    return made


def show_many(count: int, unchanged: int, workers: int | None) -> bool:
    with tempfile.TemporaryDirectory() as folder:
        work = assignments(Path(folder), max(count, unchanged), (1600, 1200), "out")
        clock = time.perf_counter()
        with open_executor(workers=workers) as executor, progress_bar("pictures") as watch:
            publish_images(work[:count], executor, watch)
        clock = time.perf_counter() - clock
        print(f"{count} new pictures of 1600 x 1200: {clock:.1f} s by the clock ({count / clock:.2f} a second)")
        with mock.patch("safelight.images.detect.find_regions", lambda *_: ()):  # only their finished forms are needed
            publish_images(work[count:], None)
        again = work[:unchanged]
        decode.forget_digests()  # as in the next build, which begins with nothing in memory
        cpu, clock = time.process_time(), time.perf_counter()
        publish_images(again, None)
        cpu, clock = time.process_time() - cpu, time.perf_counter() - clock
        print(
            f"{unchanged} unchanged pictures: {cpu:.3f} s CPU, {cpu / unchanged * 1000:.2f} ms each; {clock:.3f} s by the clock"
        )
    return cpu <= 0.005 * unchanged


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--images", type=int, default=500)
    parser.add_argument("--unchanged", type=int, default=100)
    parser.add_argument("--workers", type=int)
    parser.add_argument("--only", choices=("one", "many"))
    chosen = parser.parse_args()
    print(TARGETS)
    good = True
    if chosen.only != "many":
        good &= show_split()
    if chosen.only != "one":
        good &= show_many(chosen.images, chosen.unchanged, chosen.workers)
    return 0 if good else 1


if __name__ == "__main__":
    sys.exit(main())
