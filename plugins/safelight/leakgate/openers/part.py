"""What an opener yields, and how it says that it cannot."""

from __future__ import annotations

from typing import NamedTuple


class Part(NamedTuple):
    """One text inside a file: the member it is in, where there, and the text."""

    member: str
    where: str
    text: str


class Unopenable(Exception):
    """A file, or a member of one, that cannot be searched to the last byte."""

    def __init__(self, member: str, reason: str) -> None:
        self.member = member
        self.reason = reason
        super().__init__(reason)
