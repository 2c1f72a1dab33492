"""Identifiers that the vault registers: numbers and handles of people, however they are grouped or written."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from safelight.text.detectors.found import Found
from safelight.text.detectors.windows import number_windows
from safelight.text.fold import key_of
from safelight.text.reading import Reading

DIGITS = re.compile(r"\+?\(?\d(?:[\s().\-\u2010-\u2015/_,:]{0,3}\d){3,23}")
MIXED = re.compile(r"(?<![^\W_])(?:[^\W\d_]{1,6}[\s№:_.-]{0,3})?\d(?:[\s.\-/_]{0,2}[^\W_]){2,23}")
CHUNK = re.compile(r"[^\s<>\"'()\[\]«»,;]{2,200}[^\W_]")
PARTS = re.compile(r"[/@=?&:#]+")
NATIONAL = 10
"""Digits of a telephone number without the country's code, at most; what stands before them may be written or not."""
MOST_LETTERS, LONGEST_MIXED = 12, 76
"""Characters that letters and digits in groups may have before their first digit, and behind it."""
MOST_JUDGED, LONGEST_JUDGED = 200_000, 100
"""Pieces of text that are remembered, and characters of the longest of them."""
SHORTEST = 4
"""Letters and digits of the shortest identifier that is looked for by itself."""


@dataclass(frozen=True)
class Identifiers:
    """Registered identifiers as letters and digits alone (`whole`), and the ends of the long numbers (`tails`)."""

    whole: frozenset[str] = frozenset()
    tails: frozenset[str] = frozenset()
    _others: set[str] = field(default_factory=set, repr=False, compare=False)
    """Pieces of text between spaces that were seen to hold no identifier; in memory only."""

    def find(self, reading: Reading) -> Iterator[Found]:
        """Every registered identifier in a text; a set test for each number, and for each word that was never met."""
        if not self.whole:
            return
        text = reading.folded
        for start, end in number_windows(reading, MOST_LETTERS, LONGEST_MIXED):
            for found in DIGITS.finditer(text, start, end):
                digits = "".join(character for character in found[0] if character.isdigit())
                if digits in self.whole or digits[-NATIONAL:] in self.tails:
                    yield Found(found.start(), found.end(), "identifier", "registered-identifier")
            for found in MIXED.finditer(text, start, end):
                if squeezed(found[0]) in self.whole:
                    yield Found(found.start(), found.end(), "identifier", "registered-identifier")
        if len(self._others) > MOST_JUDGED:
            self._others.clear()
        for piece in set(text.split()) - self._others:
            if any(True for chunk in CHUNK.finditer(piece) for _ in self._in_chunk(chunk)):
                for start, end in _places(text, piece):
                    for found in CHUNK.finditer(text, start, end):
                        yield from self._in_chunk(found)
            elif len(piece) <= LONGEST_JUDGED:
                self._others.add(piece)

    def _in_chunk(self, chunk: re.Match[str]) -> Iterator[Found]:
        """A chunk of text without spaces: as a whole, and each part of an address."""
        if squeezed(chunk[0]) in self.whole:
            yield Found(chunk.start(), chunk.end(), "identifier", "registered-identifier")
            return
        if not PARTS.search(chunk[0]):
            return
        start = chunk.start()
        for part in PARTS.split(chunk[0]):
            at = chunk[0].index(part, start - chunk.start()) + chunk.start()
            start = at + len(part)
            if squeezed(part) in self.whole:
                yield Found(at, start, "identifier", "registered-identifier")


def _places(text: str, piece: str) -> Iterator[tuple[int, int]]:
    """Where a piece stands in a text between spaces."""
    start = text.find(piece)
    while start >= 0:
        end = start + len(piece)
        if (start == 0 or text[start - 1].isspace()) and (end == len(text) or text[end].isspace()):
            yield start, end
        start = text.find(piece, end)


def squeezed(text: str) -> str:
    """Letters and digits alone."""
    return "".join(character for character in text if character.isalnum())


def compile_identifiers(identifiers: Iterable[str]) -> Identifiers:
    """The identifiers of a vault, ready to be looked for."""
    whole = {squeezed(key_of(identifier)) for identifier in identifiers}
    whole = {one for one in whole if len(one) >= SHORTEST}
    tails = {one[-NATIONAL:] for one in whole if one.isdigit() and len(one) >= NATIONAL}
    return Identifiers(frozenset(whole), frozenset(tails))
