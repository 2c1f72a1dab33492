"""Numbers in any grouping: what stands between the digits is taken off, where a number begins and ends is not."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

import numpy as np

from safelight.leakgate.identifiers import FEWEST_DIGITS
from safelight.leakgate.words import Word

_RUN = re.compile(
    rb"\d(?:\d|(?:[ \t().\-/_+*\xa0\r\n]|\xc2[\xa0\xad]|\xe2\x80[\x80-\x95\xaf]|\xe2\x81\xa0|\xe2\x88\x92){1,4}(?=[\d])){4,}"
)
_BASE = 10
_GROUP = re.compile(rb"\d+")
LONGEST_PREFIX = 4
"""Digits that may stand before a number in the same group: a country's code, a trunk prefix."""
LONG = 9
"""From this many digits on, a number is found anywhere inside a longer one: chance does not make it."""


_FARTHEST = (FEWEST_DIGITS - 1) * (4 * 3 + 1)
"""Bytes from the first to the last of the fewest digits of a number: up to four signs of up to three bytes between two."""
_MARGIN = 64
"""Bytes searched around digits that are dense enough."""


class Number(NamedTuple):
    """A registered number in a text: whose, how written, where (bytes), and the text."""

    word: Word
    form: str
    at: int
    secret: str


def find_numbers(data: bytes, known: Mapping[str, tuple[Word, ...]], lengths: Sequence[int]) -> Iterator[Number]:
    """Every registered number in a text in UTF-8 (ASCII digits; a decoder brings the others); `lengths` are those of the
    registered ones, in digits, longest first."""
    if not lengths:
        return
    for run in _runs(data):
        groups = [(found.start(), found.group().decode()) for found in _GROUP.finditer(run.group())]
        seen: set[int] = set()
        for last in range(len(groups)):
            digits = ""
            for first in range(last, -1, -1):
                start, group = groups[first]
                prefix = len(digits)
                digits = group + digits
                for length in lengths:
                    outside = len(digits) - length
                    if not 0 <= outside <= LONGEST_PREFIX or (prefix and outside >= len(group)):
                        continue
                    for word in known.get(digits[outside:], ()):
                        if id(word) not in seen and (outside == 0 or length >= LONG):
                            seen.add(id(word))
                            form = "plain" if first == last else "grouped"
                            yield Number(word, form, run.start() + start, run.group().decode("utf-8", "replace"))
                if len(digits) > lengths[0] + LONGEST_PREFIX:
                    break
        for start, group in groups:
            if len(group) > LONG:
                for length in lengths:
                    if length < LONG:
                        break
                    for at in range(len(group) - length + 1):
                        for word in known.get(group[at : at + length], ()):
                            if id(word) not in seen:
                                seen.add(id(word))
                                yield Number(word, "inside digits", run.start() + start, group)


def _runs(data: bytes) -> Iterator[re.Match[bytes]]:
    """Rows of digits. Only where five stand close enough is it worth looking: a number has as many."""
    digits = np.flatnonzero((np.frombuffer(data, np.uint8) - np.uint8(ord("0"))) < _BASE)
    if len(digits) < FEWEST_DIGITS:
        return
    dense = np.flatnonzero(digits[FEWEST_DIGITS - 1 :] - digits[: len(digits) - FEWEST_DIGITS + 1] <= _FARTHEST)
    if not len(dense):
        return
    starts, ends = digits[dense], digits[dense + FEWEST_DIGITS - 1]
    parted = np.flatnonzero(starts[1:] - ends[:-1] > _MARGIN)
    for first, last in zip(starts[[0, *(parted + 1)]].tolist(), ends[[*parted, -1]].tolist(), strict=True):
        yield from _RUN.finditer(data, max(0, first - _MARGIN), last + _MARGIN)
