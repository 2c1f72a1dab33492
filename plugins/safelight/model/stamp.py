"""The stamp of a translation: hashes of the source's blocks that it was made from, as `Source-Hash` holds them."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass

DIGITS = 8
"""Hexadecimal digits of a hash: 32 bits, so that of four billion changes one would pass unseen."""
WORD = re.compile(rf"(?:([A-Z][A-Za-z-]*):)?([0-9a-f]{{{DIGITS}}})")


@dataclass(frozen=True)
class Stamp:
    """What a translation was made from: the hash of each header value by key, of each block of the text in order."""

    fields: Mapping[str, str]
    blocks: tuple[str, ...]

    def __str__(self) -> str:
        return " ".join([*(f"{key}:{digest}" for key, digest in self.fields.items()), *self.blocks])


def block_hash(text: str) -> str:
    """The hash of a text: SHA-256 of its words in NFC, cut short; a line broken elsewhere is the same text."""
    words = " ".join(unicodedata.normalize("NFC", text).split())
    return hashlib.sha256(words.encode()).hexdigest()[:DIGITS]


def parse_stamp(text: str) -> Stamp:
    """A `Source-Hash` as it stands in a header; raises `ValueError` with "what is wrong: what to do"."""
    fields: dict[str, str] = {}
    blocks: list[str] = []
    for word in text.split():
        found = WORD.fullmatch(word)
        if not found:
            raise ValueError(f"'{word[:20]}' is no hash: let `safelight translate stamp` write this line")
        if found[1]:
            fields[found[1]] = found[2]
        else:
            blocks.append(found[2])
    if not fields and not blocks:
        raise ValueError("is empty: let `safelight translate stamp` write this line, or delete it")
    return Stamp(fields, tuple(blocks))
