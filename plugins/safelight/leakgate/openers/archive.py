"""ZIP archives, member by member, up to a limit."""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Iterator
from typing import NamedTuple

from safelight.leakgate.openers.compressed import ALWAYS_ALLOWED, LARGEST_RATIO
from safelight.leakgate.openers.part import Unopenable


class Member(NamedTuple):
    """A member's name, comment and unpacked bytes."""

    name: str
    comment: str
    data: bytes


def members(data: bytes, limit: int) -> Iterator[Member]:
    """Every member; raises `Unopenable` for damaged or encrypted archives and more than `limit` bytes in all."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            yield Member("/", archive.comment.decode("utf-8", "replace"), b"")
            left = limit
            for info in archive.infolist():
                if info.flag_bits & 1:
                    raise Unopenable(info.filename, "encrypted")
                with archive.open(info) as member:
                    unpacked = member.read(left + 1)
                left -= len(unpacked)
                bomb = len(unpacked) > max(ALWAYS_ALLOWED, LARGEST_RATIO * info.compress_size)
                if left < 0 or bomb:
                    raise Unopenable(info.filename, "too large")
                comment = (info.comment + b" " + info.extra).decode("utf-8", "replace")
                yield Member(info.filename, comment, unpacked)
    except (zipfile.BadZipFile, zlib.error, EOFError, OSError, NotImplementedError, RuntimeError):
        raise Unopenable("", "damaged") from None
