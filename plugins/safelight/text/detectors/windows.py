"""Windows: the parts of a text that are worth a closer look, so that a detector costs nothing where it finds nothing."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator

from safelight.text.reading import Reading

BEFORE, AFTER = 48, 48
"""Characters before and behind a sign that belong to what it may be a part of."""
SPACE = re.compile(r"\s")
FEW_WORDS = 10
"""Words between two signs of one thing, at most."""
Window = tuple[int, int]


class Signs:
    """Words that announce something: those in whose beginning a pattern matches. Each distinct word is judged once.

    A detector's pattern is slow because it is tried at every letter; a word that was judged before costs a look into
    a dictionary (`word_memory`). `pattern` must match a beginning of every word that the detector's own patterns need.
    """

    def __init__(self, pattern: str) -> None:
        self.matches = re.compile(pattern).match

    def windows(
        self,
        reading: Reading,
        before: int = BEFORE,
        after: int = AFTER,
        *,
        beside: Signs | None = None,
        within: int = FEW_WORDS,
    ) -> Iterator[Window]:
        """(start, end) of the neighbourhoods of all signs in a text, apart from each other, both ends between words.

        With `beside` only of those that have one of its signs `within` a few words.
        """
        places = reading.having(self.matches)
        if beside is not None and places:
            near = reading.having(beside.matches)
            places = [
                place for place in places if bisect_left(near, place - within) < bisect_right(near, place + within)
            ]
        if places:
            spans = ((reading.starts[index], reading.ends[index]) for index in places)
            yield from _merged(reading.text, spans, before, after)


def number_windows(reading: Reading, before: int = BEFORE, after: int = AFTER) -> Iterator[Window]:
    """The neighbourhoods of all words with a digit in them, apart from each other; both ends between words."""
    if reading.numbered:
        spans = ((reading.starts[index], reading.ends[index]) for index in reading.numbered)
        yield from _merged(reading.text, spans, before, after)


def digit_windows(reading: Reading) -> Iterator[Window]:
    """The neighbourhoods of all numbers of two digits and more."""
    return _merged(reading.text, reading.figures, BEFORE, AFTER)


def windows(
    text: str,
    sign: re.Pattern[str],
    before: int = BEFORE,
    after: int = AFTER,
    within: Iterable[Window] | None = None,
) -> Iterator[Window]:
    """(start, end) of the neighbourhoods of all signs, apart from each other; both ends between words.

    A pattern is then run by `finditer(text, start, end)`, which still looks behind the start. Signs are looked for in
    the whole text, or `within` some parts of it.
    """
    parts = ((0, len(text)),) if within is None else within
    return _merged(text, (found.span() for part in parts for found in sign.finditer(text, *part)), before, after)


def _merged(text: str, spans: Iterable[Window], before: int, after: int) -> Iterator[Window]:
    first = last = -1
    for begin, end in spans:
        start = max(0, begin - before)
        if first >= 0 and start <= last:
            last = max(last, end + after)
            continue
        if first >= 0:
            yield first, word_end(text, last)
        first, last = start, end + after
    if first >= 0:
        yield first, word_end(text, last)


def word_end(text: str, at: int) -> int:
    """Where the word that a place stands in ends."""
    found = SPACE.search(text, min(at, len(text)))
    return found.start() if found else len(text)
