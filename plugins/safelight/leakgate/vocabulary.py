"""Which tokens give somebody away. Each token is judged once, in a batch with others, and remembered.

A text of a million words has a few ten thousand different ones, and pages of a site share most of theirs: so the
readings, each of which would cost as much as a search of the whole text, are made of new tokens only.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import NamedTuple

from safelight.leakgate.needles import Needles, Word
from safelight.leakgate.readings import CHARSETS, READINGS, words

MOST_REMEMBERED = 2_000_000
"""Tokens kept in memory, about 200 MB; then the memory starts anew."""
_SOFT = b"-._'@$!*+~"
_LETTERS = bytes(range(48, 58)) + bytes(range(65, 91)) + bytes(range(97, 123)) + bytes(range(128, 256))
_PART = bytes(byte if byte in _LETTERS or byte in _SOFT else 32 for byte in range(256))
_CONTROLS = bytes(byte for byte in range(32) if byte not in b"\t\n\v\f\r") + b"\x7f"
_ENCODED = re.compile(rb"[a-z][A-Z]|[0-9][A-Za-z]|[A-Za-z][0-9]|[A-Z]{8}")


class Sighting(NamedTuple):
    """What one token gives away: the needle, how it was read, the word as it was read."""

    word: Word
    form: str
    secret: str


def tokens(data: bytes) -> set[bytes]:
    """The different tokens of a text in UTF-8: runs of letters, digits and what may stand between letters of a word."""
    return set(data.translate(_PART, _CONTROLS).split())


class Vocabulary:
    """Tokens that were judged, for one set of needles."""

    def __init__(self, needles: Needles) -> None:
        self.needles = needles
        self.tables = {"forms": needles.forms, "latin": needles.latin, "marks": needles.marks}
        self.clean: set[bytes] = set()
        self.guilty: dict[bytes, tuple[Sighting, ...]] = {}
        self.encoded: set[bytes] = set()
        """Tokens that may be a run of base64 or hexadecimal digits."""

    def sightings(self, found: set[bytes]) -> dict[bytes, tuple[Sighting, ...]]:
        """Those of `found` that give somebody away, judged now or before."""
        new = found - self.clean
        new.difference_update(self.guilty)
        if new:
            if len(self.clean) > MOST_REMEMBERED:
                self.clean.clear()
                self.encoded.clear()
            guilty = self._judge(new)
            self.guilty.update(guilty)
            self.clean.update(new.difference(guilty))
            self.encoded.update(token for token in new if len(token) >= 4 and _ENCODED.search(token))
        return {token: self.guilty[token] for token in self.guilty.keys() & found}

    def _judge(self, new: Iterable[bytes]) -> dict[bytes, tuple[Sighting, ...]]:
        readable: list[tuple[bytes, str]] = []
        broken: list[bytes] = []
        for token in new:
            try:
                readable.append((token, token.decode()))
            except UnicodeDecodeError:
                broken.append(token)
                readable.append((token, token.decode("utf-8", "ignore")))
        guilty: dict[bytes, list[Sighting]] = {}
        for name, reading in READINGS.items():
            taken = [pair for pair in readable if reading.takes(pair[1])]
            if taken:
                read = reading.read("\n".join(text for _, text in taken))
                self._compare([token for token, _ in taken], read, name, reading.table, reading.least, guilty)
        if broken:
            for charset in CHARSETS[:-1]:
                read = words("\n".join(token.decode(charset, "ignore").replace("\n", " ") for token in broken))
                self._compare(broken, read, charset, "forms", 3, guilty)
        return {token: tuple(found) for token, found in guilty.items()}

    def _compare(
        self,
        read_tokens: list[bytes],
        read: str,
        form: str,
        table: str,
        least: int,
        guilty: dict[bytes, list[Sighting]],
    ) -> None:
        needles = self.tables[table]
        hits = needles.keys() & set(read.split())
        if not hits:
            return
        for token, line in zip(read_tokens, read.split("\n"), strict=True):
            for word in line.split():
                if word in hits and len(word) >= least:
                    held = guilty.setdefault(token, [])
                    held += (Sighting(needle, form, word) for needle in needles[word] if _new(needle, held))


def _new(needle: Word, held: list[Sighting]) -> bool:
    return all(sighting.word is not needle for sighting in held)
