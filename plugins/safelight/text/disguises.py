"""Disguises: other readings of words that are taken apart, run together, or written with digits and foreign letters."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from safelight.text.fold import LEET, fold_letters

APART = re.compile(r"(?<![^\W_])[^\W_]++(?:(?:[^\w\s]|_){1,3}(?:\n[ \t>]{0,8})?[^\W_]++)++")
"""A word taken apart by a hyphen or any other sign, also at a line's end."""
SPACED = re.compile(r"(?<![^\W_])[^\W_](?:[ \t.\-\u00b7,_]{1,3}[^\W_](?![^\W_])){2,}")
"""A word letter by letter."""
APOSTROPHES = re.compile(r"(?<![^\W_])[^\W_]++(?:'[^\W_]++)++")
CAMEL = re.compile(r"(?<=[^\W\d_])[A-Z\u00c0-\u00de\u0400-\u042f]")
SPACED_LETTERS = 3
"""Fewest single letters in a row that are read as one word."""
LONGEST_JOIN = 8
"""Most fragments that are read as one word; of spaced letters, the longest name."""
LONGEST_NAME = 24
LONGEST_KEY = 64
"""Most letters of a disguised word; longer ones are nobody's name, and looking at all of them would take forever."""


@dataclass(frozen=True)
class Alternate:
    """Another way of reading tokens `first:last` (last outside)."""

    first: int
    last: int
    key: str


def alternates(text: str, folded: str, keys: Sequence[str], starts: Sequence[int]) -> Iterator[Alternate]:
    """Other readings of the tokens of a text; few, and linear in it."""
    if any(digit in folded for digit in "013456789"):
        yield from _digits(keys)
    if "'" in folded:
        yield from _apostrophes(folded, starts)
    if not (text.islower() or text.isupper()):
        yield from _camels(text, keys, starts)
    for found in APART.finditer(folded):
        yield from _joined(keys, _tokens(found, starts), 2, LONGEST_JOIN)
    for found in SPACED.finditer(folded):
        yield from _joined(keys, _tokens(found, starts), SPACED_LETTERS, LONGEST_NAME)


def _tokens(found: re.Match[str], starts: Sequence[int]) -> tuple[int, int]:
    return bisect_left(starts, found.start()), bisect_left(starts, found.end())


def _joined(keys: Sequence[str], span: tuple[int, int], fewest: int, most: int) -> Iterator[Alternate]:
    first, last = span
    for begin in range(first, last - fewest + 1):
        key = "".join(keys[begin : begin + fewest - 1])
        for end in range(begin + fewest - 1, min(last, begin + most)):
            key += keys[end]
            if len(key) > LONGEST_KEY:
                break
            yield Alternate(begin, end + 1, key)


def _digits(keys: Sequence[str]) -> Iterator[Alternate]:
    for index, key in enumerate(keys):
        if not key.isalpha() and not key.isdigit() and len(key) <= LONGEST_KEY:
            for table in LEET:
                yield Alternate(index, index + 1, key.translate(table))


def _apostrophes(folded: str, starts: Sequence[int]) -> Iterator[Alternate]:
    for found in APOSTROPHES.finditer(folded):
        index = bisect_left(starts, found.start())
        if index < len(starts) and starts[index] == found.start():
            for part in found[0].split("'"):
                yield Alternate(index, index + 1, part)


def _camels(text: str, keys: Sequence[str], starts: Sequence[int]) -> Iterator[Alternate]:
    seen = -1
    for found in CAMEL.finditer(text):
        index = bisect_right(starts, found.start()) - 1
        if index <= seen or index < 0:
            continue
        seen = index
        word = text[starts[index] : starts[index] + len(keys[index])]
        if word.isupper() or len(word) > LONGEST_KEY:
            continue
        part = ""
        for letter, following in zip(word, [*word[1:], "A"], strict=True):
            part += letter
            if following.isupper():
                yield Alternate(index, index + 1, fold_letters(part))
                part = ""
