"""Brotli and gzip next to each text file, so that a server sends them without work of its own."""

from __future__ import annotations

import gzip
import hashlib
import os
from concurrent.futures import Executor
from functools import partial
from pathlib import Path

import brotli

from safelight.executor import run_in_batches

TEXT_ENDINGS = frozenset({".html", ".css", ".js", ".mjs", ".svg", ".xml", ".json", ".webmanifest", ".txt", ".csv"})
SMALLEST = 1024
"""Files below this size, in bytes, gain nothing: one packet carries them either way."""
MOST_SHRUNK, RATIO_COUNTS_FROM = 200, 1_000_000
"""A file above a million bytes that becomes more than 200 times smaller is what the gate takes for a bomb: the sitemap
of a thousand pages in eight languages is one. It is sent as it stands."""
BROTLI, GZIP = 10, 9
"""Qualities. Brotli's highest, 11, takes two and a half times as long as 10 for files that are 1.5 % to 4 % smaller: a
fifth of a build from nothing."""
BATCH = 16
"""Files to a batch of work: pages take about 6 ms each."""


def precompress(site: Path, cache: Path | None, executor: Executor) -> None:
    """Write `<file>.br` (brotli 10) and `<file>.gz` (gzip 9) beside every text file of `site` that becomes smaller.

    The bytes depend on the content alone (gzip's time is 0). `cache` holds results by content and may be deleted at any
    moment. Raises what `run_in_batches` raises, and `OSError` when the disk refuses.
    """
    files = sorted(
        path
        for path in site.rglob("*")
        if path.suffix in TEXT_ENDINGS and path.is_file() and path.stat().st_size >= SMALLEST
    )
    missing = [path for path in files if cache is None or not _from_cache(path, cache)]
    run_in_batches(executor, partial(_compress, cache=cache), missing, batch=BATCH)


def _from_cache(path: Path, cache: Path) -> bool:
    data = path.read_bytes()
    key = _key(data)
    try:
        packed = {ending: (cache / f"{key}{ending}").read_bytes() for ending in (".br", ".gz")}
    except FileNotFoundError:
        return False
    _place(path, len(data), packed)
    return True


def _compress(path: Path, cache: Path | None) -> None:
    data = path.read_bytes()
    packed: dict[str, bytes] = {
        ".br": brotli.compress(data, quality=BROTLI),
        ".gz": gzip.compress(data, GZIP, mtime=0),
    }
    _place(path, len(data), packed)
    if cache is None:
        return
    cache.mkdir(parents=True, exist_ok=True)
    key = _key(data)
    for ending, content in packed.items():
        unfinished = cache / f"{key}{ending}.{os.getpid()}"  # two workers may hold the same content
        unfinished.write_bytes(content)
        unfinished.replace(cache / f"{key}{ending}")


def _key(data: bytes) -> str:
    """What a cache calls the result: by content and qualities, so that what is kept is what would be made."""
    return hashlib.sha256(f"brotli {BROTLI}, gzip {GZIP}\n".encode() + data).hexdigest()


def _place(path: Path, size: int, packed: dict[str, bytes]) -> None:
    for ending, content in packed.items():
        if len(content) < size and size <= max(RATIO_COUNTS_FROM, MOST_SHRUNK * len(content)):
            path.with_name(path.name + ending).write_bytes(content)
