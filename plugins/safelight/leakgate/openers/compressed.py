"""gzip and brotli, unpacked up to a limit. What stands behind the packed bytes is searched as well."""

from __future__ import annotations

import zlib

import brotli

from safelight.leakgate.openers.part import (
    ALWAYS_ALLOWED,
    LARGEST_RATIO,
    Budget,
    Member,
    Opener,
    Parts,
    Text,
    Unopenable,
)


def gunzip(data: bytes, budget: Budget) -> tuple[bytes, bytes, bytes]:
    """Content, header fields (name, comment) and trailing bytes of a gzip file; raises `Unopenable`."""
    unpacked: list[bytes] = []
    names: list[bytes] = []
    rest = data
    while rest.startswith(b"\x1f\x8b"):
        reader = zlib.decompressobj(31)
        most = max(ALWAYS_ALLOWED, LARGEST_RATIO * len(data))
        try:
            piece = reader.decompress(rest, most + 1)
        except zlib.error:
            raise Unopenable("damaged") from None
        budget.take(len(piece), len(rest))
        if not reader.eof:
            raise Unopenable("damaged")
        unpacked.append(piece)
        names.append(_said_in_header(rest))
        rest = reader.unused_data
    if not unpacked:
        raise Unopenable("damaged")
    return b"".join(unpacked), b"\n".join(names), rest


def _said_in_header(data: bytes) -> bytes:
    """Extra field, file's name and comment of a gzip member, one a line (RFC 1952, 2.3)."""
    extra, flags = b"", data[3]
    at = 10
    if flags & 4:
        at += 2
        length = int.from_bytes(data[at - 2 : at], "little")
        extra, at = data[at : at + length], at + length
    ends = sum(1 for flag in (8, 16) if flags & flag)
    return b"\n".join((extra, *data[at:].split(b"\0", ends)[:ends]))


def unbrotli(data: bytes, budget: Budget) -> bytes:
    """Content of a brotli file; raises `Unopenable` when it is damaged, too large, or followed by something."""
    reader = brotli.Decompressor()
    most = max(ALWAYS_ALLOWED, LARGEST_RATIO * len(data))
    try:
        unpacked = reader.process(data, output_buffer_limit=most + 1)
        while not reader.is_finished() and len(unpacked) <= most:
            more = reader.process(b"", output_buffer_limit=most + 1)
            if not more:
                break
            unpacked += more
    except brotli.error:
        raise Unopenable("damaged") from None
    budget.take(len(unpacked), len(data))
    if not reader.is_finished():
        raise Unopenable("damaged")
    return bytes(unpacked)


def _open_gzip(data: bytes, budget: Budget) -> Parts:
    content, names, rest = gunzip(data, budget)
    yield Text("gzip header", names)
    yield Member("", content)
    if rest.strip(b"\0"):
        yield Text("trailing bytes", rest)
        yield Member("trailing bytes", rest)


def _open_brotli(data: bytes, budget: Budget) -> Parts:
    yield Member("", unbrotli(data, budget))


GZIP = Opener((".gz", ".tgz", ".svgz"), _open_gzip, (b"\x1f\x8b",))
BROTLI = Opener((".br",), _open_brotli)
