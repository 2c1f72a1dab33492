"""Brotli and gzip next to each text file, so that a server sends them without work of its own."""

from __future__ import annotations

import gzip
import hashlib
from pathlib import Path

import brotli

TEXT_ENDINGS = frozenset({".html", ".css", ".js", ".svg", ".xml", ".json", ".txt", ".csv"})
SMALLEST = 1024
"""Files below this size, in bytes, gain nothing: one packet carries them either way."""


def precompress(site: Path, cache: Path | None) -> None:
    """Write `<file>.br` and `<file>.gz` beside every text file of `site` that becomes smaller.

    The bytes depend on the content alone (gzip's time is 0). `cache` holds results by content and may be deleted.
    """
    for path in sorted(site.rglob("*")):
        if not path.is_file() or path.suffix not in TEXT_ENDINGS or path.stat().st_size < SMALLEST:
            continue
        data = path.read_bytes()
        key = hashlib.sha256(data).hexdigest()
        for ending in (".br", ".gz"):
            packed = _cached(data, ending, cache / f"{key}{ending}" if cache else None)
            if len(packed) < len(data):
                path.with_name(path.name + ending).write_bytes(packed)


def _cached(data: bytes, ending: str, kept: Path | None) -> bytes:
    if kept and kept.is_file():
        return kept.read_bytes()
    packed: bytes = brotli.compress(data, quality=11) if ending == ".br" else gzip.compress(data, 9, mtime=0)
    if kept:
        kept.parent.mkdir(parents=True, exist_ok=True)
        unfinished = kept.with_suffix(f"{kept.suffix}.new")
        unfinished.write_bytes(packed)
        unfinished.replace(kept)
    return packed
