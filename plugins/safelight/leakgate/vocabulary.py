"""Which tokens give somebody away. Each token is judged once, in a batch with others, and remembered.

A text of a million words has a few ten thousand different ones, and pages of a site share most of theirs: so the
readings, each of which would cost as much as a search of the whole text, are made of new tokens only. What decoders
need to know of a text (are there letters that stand alone, numbers in a row?) is judged with them.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from typing import NamedTuple

from safelight.leakgate.fold import fold
from safelight.leakgate.needles import Needles, Word
from safelight.leakgate.ordinary import is_ordinary
from safelight.leakgate.readings import CHARSETS, READINGS, Reading, Trust, parted

SHORTEST_SPELLING = 5
"""Letters of a guessed spelling in Latin letters from which on it gives somebody away alone: shorter ones are words
of one language or another."""
LONGEST_PIECE = 4
"""Letters of a part from which on a hyphen joins words and does not cut one: well-known, but not За-ли-на."""
MOST_REMEMBERED = 2_000_000
"""Tokens kept in memory, about 200 MB; then the memory starts anew."""
_SOFT = b"-._'@$!*+~"
_LETTERS = bytes(range(48, 58)) + bytes(range(65, 91)) + bytes(range(97, 123)) + bytes(range(128, 256))
_PART = bytes(byte if byte in _LETTERS or byte in _SOFT else 32 for byte in range(256))
_CONTROLS = bytes(byte for byte in range(32) if byte not in b"\t\n\v\f\r") + b"\x7f"

ENCODED, ALONE, OTHER_DIGITS, CODE = 1, 2, 4, 8
"""What a token may be besides a word: a run of base64 or hexadecimal digits; one letter; digits of another script; a
character's code."""
_ENCODED = re.compile(r"[a-z][A-Z]|[0-9][A-Za-z]|[A-Za-z][0-9]|[A-Z]{8}|[0-9]{6}")
_CODE = re.compile(
    r"0x[0-9A-Fa-f]{2,6}|[0-9A-Fa-f]{2}|[A-Fa-f]*[0-9][0-9A-Fa-f]{1,5}|[0-9A-Fa-f]{2,6}(?:-[0-9A-Fa-f]{2,6}){2,}"
)


class Sighting(NamedTuple):
    """What one token gives away: the needle, how it was read, the word as it was read."""

    word: Word
    form: str
    secret: str
    weak: bool
    """Whether it gives somebody away only where it stands as a name."""


class Judged(NamedTuple):
    """What the tokens of a text give away, and what else some of them may be."""

    guilty: dict[bytes, tuple[Sighting, ...]]
    encoded: bool
    alone: int
    """Different letters that stand alone."""
    other_digits: bool
    codes: int


def tokens(data: bytes) -> set[bytes]:
    """The different tokens of a text in UTF-8: runs of letters, digits and what may stand between letters of a word."""
    return set(data.translate(_PART, _CONTROLS).split())


class Vocabulary:
    """Tokens that were judged, for one set of needles."""

    def __init__(self, needles: Needles) -> None:
        self.needles = needles
        self.tables = {"forms": needles.forms, "latin": needles.latin, "marks": needles.marks}
        self.known: set[bytes] = set()
        self.guilty: dict[bytes, tuple[Sighting, ...]] = {}
        self.marked: dict[bytes, int] = {}

    def judge(self, found: set[bytes]) -> Judged:
        """What the tokens give away, judged now or before."""
        new = found - self.known
        if new:
            if len(self.known) > MOST_REMEMBERED:
                self.known.clear()
                self.marked.clear()
                self.guilty.clear()
                new = found
            self._judge(new)
            self.known |= new
        marks = [self.marked[token] for token in self.marked.keys() & found]
        return Judged(
            {token: self.guilty[token] for token in self.guilty.keys() & found},
            any(mark & ENCODED for mark in marks),
            sum(mark & ALONE > 0 for mark in marks),
            any(mark & OTHER_DIGITS for mark in marks),
            sum(mark & CODE > 0 for mark in marks),
        )

    def _judge(self, new: Iterable[bytes]) -> None:
        read: list[tuple[bytes, str]] = []
        broken: list[bytes] = []
        for token in new:
            try:
                read.append((token, token.decode()))
            except UnicodeDecodeError:
                broken.append(token)
                read.append((token, token.decode("utf-8", "ignore")))
        for token, text in read:
            mark = _mark(text)
            if mark:
                self.marked[token] = mark
        # A token has no line break, and folding makes none.
        folds = fold("\n".join(text for _, text in read)).split("\n")
        lines = [(token, raw, folded) for (token, raw), folded in zip(read, folds, strict=True)]
        guilty: dict[bytes, list[Sighting]] = {}
        takers: dict[Callable[[str, str], bool], list[tuple[bytes, str, str]]] = {}
        for name, reading in READINGS.items():
            if not self.tables[reading.table]:
                continue
            taken = takers.get(reading.takes)
            if taken is None:
                taken = takers[reading.takes] = [line for line in lines if reading.takes(line[1], line[2])]
            if taken:
                said = reading.read("\n".join(raw if reading.as_they_stand else folded for _, raw, folded in taken))
                self._compare([line[0] for line in taken], said, name, reading, guilty)
        if broken:
            for charset in CHARSETS[:-1]:
                said = parted(fold("\n".join(token.decode(charset, "ignore").replace("\n", " ") for token in broken)))
                self._compare(broken, said, charset, READINGS["plain"], guilty)
        self.guilty.update((token, tuple(found)) for token, found in guilty.items())

    def _compare(
        self, read: list[bytes], said: str, form: str, reading: Reading, guilty: dict[bytes, list[Sighting]]
    ) -> None:
        needles = self.tables[reading.table]
        hits = needles.keys() & set(said.split())
        if not hits:
            return
        for token, line in zip(read, said.split("\n"), strict=True):
            for word in line.split():
                if word in hits and len(word) >= reading.least:
                    weak = self._is_weak(word, token, reading)
                    if weak is None:
                        continue
                    held = guilty.setdefault(token, [])
                    held += (Sighting(needle, form, word, weak) for needle in needles[word] if _new(needle, held))

    def _is_weak(self, word: str, token: bytes, reading: Reading) -> bool | None:
        """Whether a word that was read gives nobody away by itself; None where reading it so was no reading at all.

        A token that is an ordinary word as it stands is no other word in disguise: `evil` is not `live` reversed.
        """
        if reading.trust is Trust.DISGUISE and _stands_as_ordinary(token):
            return None
        if word in self.needles.weak or is_ordinary(word):
            return True
        if reading.trust is Trust.SPELLING:
            return len(word) < SHORTEST_SPELLING or _stands_as_ordinary(token)
        return False


def _mark(text: str) -> int:
    if len(text) == 1:
        return ALONE if text.isalpha() else 0
    if text.isalpha() and (text.islower() or (text[1:].islower() and not text.isascii())):
        return CODE if len(text) == 2 and _CODE.fullmatch(text) else 0  # the most common case, quickly
    mark = OTHER_DIGITS if not text.isascii() and any(c > "\x7f" and c.isdecimal() for c in text) else 0
    if len(text) >= 4 and _ENCODED.search(text):
        mark |= ENCODED
    if _CODE.fullmatch(text):
        mark |= CODE
    return mark


def _stands_as_ordinary(token: bytes) -> bool:
    """Whether a token is an ordinary word, or several of them that are too long to be the pieces of another."""
    folded = fold(token.decode("utf-8", "ignore"))
    words = parted(folded).split()
    if not words or any(c.isdigit() for c in folded):
        return False
    return all(is_ordinary(word) and (len(words) == 1 or len(word) >= LONGEST_PIECE) for word in words)


def _new(needle: Word, held: list[Sighting]) -> bool:
    return all(sighting.word is not needle for sighting in held)
