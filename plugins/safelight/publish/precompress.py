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
BATCH = 16
"""Files to a batch of work: pages take about 30 ms each at brotli's highest quality."""


def precompress(site: Path, cache: Path | None, executor: Executor) -> None:
    """Write `<file>.br` (brotli 11) and `<file>.gz` (gzip 9) beside every text file of `site` that becomes smaller.

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
    key = hashlib.sha256(data).hexdigest()
    try:
        packed = {ending: (cache / f"{key}{ending}").read_bytes() for ending in (".br", ".gz")}
    except FileNotFoundError:
        return False
    _place(path, len(data), packed)
    return True


def _compress(path: Path, cache: Path | None) -> None:
    data = path.read_bytes()
    packed: dict[str, bytes] = {
        ".br": brotli.compress(data, quality=11),
        ".gz": gzip.compress(data, 9, mtime=0),
    }
    _place(path, len(data), packed)
    if cache is None:
        return
    cache.mkdir(parents=True, exist_ok=True)
    key = hashlib.sha256(data).hexdigest()
    for ending, content in packed.items():
        unfinished = cache / f"{key}{ending}.{os.getpid()}"  # two workers may hold the same content
        unfinished.write_bytes(content)
        unfinished.replace(cache / f"{key}{ending}")


def _place(path: Path, size: int, packed: dict[str, bytes]) -> None:
    for ending, content in packed.items():
        if len(content) < size and size <= max(RATIO_COUNTS_FROM, MOST_SHRUNK * len(content)):
            path.with_name(path.name + ending).write_bytes(content)
