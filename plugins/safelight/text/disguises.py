"""Disguises: other readings of words that are taken apart, run together, or written with digits and foreign letters.

Most texts hide nothing, so each kind is looked for only where its signs are: a gap without space, lone letters, a
digit among letters, a capital inside a word.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple, Protocol

from safelight.text.fold import LEET, fold_letters
from safelight.text.word_memory import Question

JOINT, JOINT_WITH_LINES = (
    re.compile(rf"{signs}{{1,3}}(?:\n[ \t>]{{0,8}})?(?=[^\W_])") for signs in (r"[^\w\s]", r"(?:[^\w\s]|_)")
)
"""What takes one word apart: a hyphen or any other sign, also at a line's end; the low line, which is rare, costs more."""
SPACE = re.compile(r"[ \t.\-\u00b7,_]{1,3}")
"""What stands between the letters of a word that is written letter by letter."""
CAMEL = re.compile(r"[A-Z\u00c0-\u00de\u0400-\u042f](?<=[^\W\d_].)")
SPACED_LETTERS = 3
"""Fewest single letters in a row that are read as one word."""
LONGEST_JOIN = 8
"""Most fragments that are read as one word; of spaced letters, the longest name."""
LONGEST_NAME = 24
LONGEST_KEY = 64
"""Most letters of a disguised word; longer ones are nobody's name, and looking at all of them would take forever."""


class Alternate(NamedTuple):
    """Another way of reading tokens `first:last` (last outside)."""

    first: int
    last: int
    key: str


class Tokens(Protocol):
    """What is looked at: a `reading.Reading`."""

    text: str
    folded: str
    keys: list[str]
    starts: list[int]
    ends: list[int]
    apostrophed: list[tuple[int, list[str]]]

    def tokens(self, question: Question) -> list[int]:
        """The tokens whose word answers a question, in order."""

    @property
    def numbered(self) -> list[int]:
        """The tokens that are more than letters."""


def alternates(tokens: Tokens) -> Iterator[Alternate]:
    """Other readings of the tokens of a text; few, and linear in it."""
    keys = tokens.keys
    if tokens.numbered:
        yield from _digits(keys, tokens.numbered)
    for index, parts in tokens.apostrophed:
        yield from (Alternate(index, index + 1, part) for part in parts)
    if not (tokens.text.islower() or tokens.text.isupper()):
        yield from _camels(tokens.text, keys, tokens.starts)
    for first, last in _apart(tokens):
        if last - first == 2:
            if len(keys[first]) + len(keys[first + 1]) <= LONGEST_KEY:
                yield Alternate(first, last, keys[first] + keys[first + 1])
        else:
            yield from _joined(keys, (first, last), 2, LONGEST_JOIN)
    for span in _spelt(tokens):
        yield from _joined(keys, span, SPACED_LETTERS, LONGEST_NAME)


def _apart(tokens: Tokens) -> Iterator[tuple[int, int]]:
    """The runs of tokens that signs alone part, as (first, last), last outside."""
    ends = tokens.ends
    first = last = -1
    for joint in (JOINT_WITH_LINES if "_" in tokens.folded else JOINT).finditer(tokens.folded):
        before = bisect_left(ends, joint.start())
        if before == len(ends) or ends[before] != joint.start():
            continue  # an apostrophe inside a word, or signs that stand apart
        if before + 1 != last:
            if first >= 0:
                yield first, last
            first = before
        last = before + 2
    if first >= 0:
        yield first, last


def is_lone(word: str) -> bool:
    """Whether a word is a single letter."""
    return len(word) == 1


def _spelt(tokens: Tokens) -> Iterator[tuple[int, int]]:
    """The runs of single letters with little between them, as (first, last), last outside; three and more."""
    lone = tokens.tokens(is_lone)
    if len(lone) + len(tokens.apostrophed) < SPACED_LETTERS:
        return
    lone += [index for index, parts in tokens.apostrophed if len(parts[0]) == 1]  # the last letter of З а л и н'а
    first = last = -1
    for index in sorted(lone):
        if index == last and SPACE.fullmatch(tokens.folded, tokens.ends[index - 1], tokens.starts[index]):
            last = index + 1
            continue
        if last - first >= SPACED_LETTERS:
            yield first, last
        first, last = index, index + 1
    if last - first >= SPACED_LETTERS:
        yield first, last


def _joined(keys: Sequence[str], span: tuple[int, int], fewest: int, most: int) -> Iterator[Alternate]:
    first, last = span
    for begin in range(first, last - fewest + 1):
        key = "".join(keys[begin : begin + fewest - 1])
        for end in range(begin + fewest - 1, min(last, begin + most)):
            key += keys[end]
            if len(key) > LONGEST_KEY:
                break
            yield Alternate(begin, end + 1, key)


def _digits(keys: Sequence[str], numbered: Iterable[int]) -> Iterator[Alternate]:
    for index in numbered:
        key = keys[index]
        if not key.isdigit() and len(key) <= LONGEST_KEY:
            for table in LEET:
                yield Alternate(index, index + 1, key.translate(table))


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
