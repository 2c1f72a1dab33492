"""gzip and brotli, unpacked up to a limit."""

from __future__ import annotations

import gzip
import io
import zlib

import brotli

from safelight.leakgate.openers.part import Unopenable

LARGEST_RATIO = 200
"""Most times that a file may grow when unpacked; text grows about ten times, a bomb a thousand."""
ALWAYS_ALLOWED = 1_000_000
"""Bytes up to which the ratio does not matter."""


def unpack(data: bytes, ending: str, limit: int) -> bytes:
    """The content of a `.gz` or `.br` file; raises `Unopenable` for damaged files and more than `limit` bytes."""
    try:
        if ending == ".gz":
            unpacked = gzip.GzipFile(fileobj=io.BytesIO(data)).read(limit + 1)
        else:
            reader = brotli.Decompressor()
            unpacked = reader.process(data, output_buffer_limit=limit + 1)
            if not reader.is_finished() and len(unpacked) <= limit:
                raise Unopenable("", "damaged")
    except (OSError, EOFError, zlib.error, brotli.error):
        raise Unopenable("", "damaged") from None
    if len(unpacked) > max(ALWAYS_ALLOWED, LARGEST_RATIO * len(data)) or len(unpacked) > limit:
        raise Unopenable("", "too large")
    return bytes(unpacked)
