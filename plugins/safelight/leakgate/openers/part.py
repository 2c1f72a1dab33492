"""What an opener yields, and how it says that it cannot."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import NamedTuple


class Text(NamedTuple):
    """Something to search: where in the file it stands, and its bytes (UTF-8, or whatever the decoders make of them).

    `noise` marks compressed or random bytes, in which only what chance cannot make counts.
    """

    where: str
    data: bytes
    noise: bool = False


class Member(NamedTuple):
    """A file inside a file, to be opened in its turn: its name and its bytes."""

    name: str
    data: bytes


class Unopenable(Exception):
    """A file that cannot be searched to the last byte, and why."""

    def __init__(self, reason: str, member: str = "") -> None:
        self.reason = reason
        self.member = member
        super().__init__(reason)


Parts = Iterator[Text | Member]


@dataclass
class Budget:
    """How much may still be unpacked out of one file; shared by everything inside it."""

    left: int = field(default=512_000_000)

    def take(self, size: int, packed: int) -> None:
        """Count `size` bytes that were unpacked from `packed` ones; raises `Unopenable` when that is too many."""
        self.left -= size
        if self.left < 0 or size > max(ALWAYS_ALLOWED, LARGEST_RATIO * packed):
            raise Unopenable("too large")


LARGEST_RATIO = 200
"""Most times that a file may grow when unpacked; text grows about ten times, a bomb a thousand."""
ALWAYS_ALLOWED = 1_000_000
"""Bytes up to which the ratio does not matter."""


@dataclass(frozen=True)
class Opener:
    """How one kind of file is opened: by its endings and its first bytes."""

    endings: tuple[str, ...]
    open: Callable[[bytes, Budget], Parts]
    starts: tuple[bytes, ...] = ()
