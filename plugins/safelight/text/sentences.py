"""Where sentences begin for certain, and whether their writer begins them with capitals."""

from __future__ import annotations

import re

from safelight.text.reading import Reading

SENTENCE_BREAK = re.compile(
    r"[.!?؟۔\n](?:(?<=[^\n])(?<!\..)[\"»”')\]]*[ \t\n]+(?=[^\W_])|(?<=\n)[ \t]*(?:\n|[-*+\u2022#>|]+[ \t]+))"
)
"""Behind what a sentence begins for certain: a line's end alone is none, nor an ellipsis, nor a speaker's dash.

It begins with a set of characters, which the search skips to; what stands before them is looked at behind.
"""
LETTER = re.compile(r"[^\W\d_]")
LONGEST_START = 40
"""Most characters before a sentence's first letter."""


def begins_with_capitals(reading: Reading) -> bool:
    """Whether the writer of a text begins sentences with capitals, as the names in its headers then would too."""
    return most_begin_with_capitals(reading.text, breaks(reading.text))


def breaks(text: str) -> list[int]:
    """Where sentences begin for certain."""
    ends = [found.end() for found in SENTENCE_BREAK.finditer(text)]
    return ends if SENTENCE_BREAK.match(text) else [0, *ends]


def most_begin_with_capitals(text: str, begins: list[int]) -> bool:
    """Whether more than half of the sentences that begin at some places do so with a capital."""
    letters = [LETTER.search(text, begin, begin + LONGEST_START) for begin in begins]
    capitals = [letter[0].isupper() for letter in letters if letter]
    return 2 * sum(capitals) > len(capitals)
