"""Windows: the parts of a text that are worth a closer look, so that a detector costs nothing where it finds nothing."""

from __future__ import annotations

import re
from collections.abc import Iterator

BEFORE, AFTER = 48, 48
"""Characters before and behind a sign that belong to what it may be a part of."""
SPACE = re.compile(r"\s")
DIGITS = re.compile(r"\d[\d\W]{0,3}\d")


def windows(text: str, sign: re.Pattern[str]) -> Iterator[tuple[int, int]]:
    """(start, end) of the neighbourhoods of all signs, apart from each other; both ends between words.

    A pattern is then run by `finditer(text, start, end)`, which still looks behind the start.
    """
    first = last = -1
    for found in sign.finditer(text):
        start = max(0, found.start() - BEFORE)
        if first >= 0 and start <= last:
            last = max(last, found.end() + AFTER)
            continue
        if first >= 0:
            yield first, _word_end(text, last)
        first, last = start, found.end() + AFTER
    if first >= 0:
        yield first, _word_end(text, last)


def _word_end(text: str, at: int) -> int:
    found = SPACE.search(text, min(at, len(text)))
    return found.start() if found else len(text)
