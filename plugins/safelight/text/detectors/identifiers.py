"""Identifiers that the vault registers: numbers and handles of people, however they are grouped or written."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from safelight.text.detectors.found import Found
from safelight.text.fold import key_of
from safelight.text.reading import Reading

DIGITS = re.compile(r"\+?\(?\d(?:[\s().\-\u2010-\u2015/_,:]{0,3}\d){3,23}")
MIXED = re.compile(r"(?<![^\W_])(?:[^\W\d_]{1,6}[\s№:_.-]{0,3})?\d(?:[\s.\-/_]{0,2}[^\W_]){2,23}")
CHUNK = re.compile(r"[^\s<>\"'()\[\]«»,;]{2,200}[^\W_]")
PARTS = re.compile(r"[/@=?&:#]+")
NATIONAL = 10
"""Digits of a telephone number without the country's code, at most; what stands before them may be written or not."""
SHORTEST = 4
"""Letters and digits of the shortest identifier that is looked for by itself."""


@dataclass(frozen=True)
class Identifiers:
    """Registered identifiers as letters and digits alone (`whole`), and the ends of the long numbers (`tails`)."""

    whole: frozenset[str] = frozenset()
    tails: frozenset[str] = frozenset()

    def find(self, reading: Reading) -> Iterator[Found]:
        """Every registered identifier in a text; a set test for each number and each word with a sign in it."""
        if not self.whole:
            return
        text = reading.folded
        for found in DIGITS.finditer(text):
            digits = "".join(character for character in found[0] if character.isdigit())
            if digits in self.whole or digits[-NATIONAL:] in self.tails:
                yield Found(found.start(), found.end(), "identifier", "registered-identifier")
        for found in MIXED.finditer(text):
            if squeezed(found[0]) in self.whole:
                yield Found(found.start(), found.end(), "identifier", "registered-identifier")
        for found in CHUNK.finditer(text):
            yield from self._in_chunk(found)

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


def squeezed(text: str) -> str:
    """Letters and digits alone."""
    return "".join(character for character in text if character.isalnum())


def compile_identifiers(identifiers: Iterable[str]) -> Identifiers:
    """The identifiers of a vault, ready to be looked for."""
    whole = {squeezed(key_of(identifier)) for identifier in identifiers}
    whole = {one for one in whole if len(one) >= SHORTEST}
    tails = {one[-NATIONAL:] for one in whole if one.isdigit() and len(one) >= NATIONAL}
    return Identifiers(frozenset(whole), frozenset(tails))
