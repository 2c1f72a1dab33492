"""The tokens of a text, cut and told apart by numpy: what was judged before is known again without making a string of it.

A token is a run of letters, digits and of what may stand between letters of a word. Each gets a hash of 64 bits, and a
table that has one place for each of a million hashes says what was judged of it: so a token that was met before costs a
few nanoseconds, and only those that are not in the table are cut out of the text and looked at.
"""

from __future__ import annotations

import secrets
from collections.abc import Callable, Iterable
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

Bits = npt.NDArray[np.uint8]
Places = npt.NDArray[np.int64]
Hashes = npt.NDArray[np.uint64]

_LETTERS = bytes(range(48, 58)) + bytes(range(65, 91)) + bytes(range(97, 123)) + bytes(range(128, 256)) + b"@$!+"
_SOFT = b"-._'*~"
_LETTER, _JOINT = 1, 2
CONTROLS = bytes(byte for byte in range(32) if byte not in b"\t\n\v\f\r") + b"\x7f"
"""Bytes that are drawn as nothing; a word goes on across them."""
_CLASS = bytes(_LETTER if byte in _LETTERS else _JOINT if byte in _SOFT else 0 for byte in range(256))
_WINDOW = 1 << 16
"""Bytes that are hashed at once: as many as stay in a core's nearest memory."""
_LONGEST = 64
"""Bytes of a token from which on it is not kept in the table: sums of powers tell long texts less well apart."""
_SLOT_BITS = 20
_TOP = np.uint64(64 - _SLOT_BITS)


def _odd(count: int) -> Hashes:
    drawn = np.frombuffer(secrets.token_bytes(8 * count), np.uint64)
    return drawn | np.uint64(1)


def _powers(base: int) -> Hashes:
    powers = np.empty(_WINDOW + 1, np.uint64)
    powers[0] = 1
    powers[1:] = base
    return np.multiply.accumulate(powers)


_WEIGHTS = _odd(256)
_BASE = int(_odd(1)[0]) & ~7 | 3  # so that its powers repeat as late as they can
_POWERS = _powers(_BASE)
_INVERSES = _powers(pow(_BASE, -1, 1 << 64))


class Cut(NamedTuple):
    """The tokens of a text, in order: where each begins and ends, in bytes, and what the table says of it."""

    starts: Places
    ends: Places
    marks: Bits


class Asked(NamedTuple):
    """Where tokens of a text ask for a decoder."""

    encoded: tuple[Places, Places]
    """Where those begin and end that look like no word."""
    apart: tuple[Places, Places]
    """Where rows of letters that stand apart begin and end, as far as their first three."""
    rows: Places
    """Where several in a row look like codes."""
    other_digits: bool
    """Whether there are digits of another script."""


def without_controls(data: bytes) -> bytes:
    """A text without the bytes that are drawn as nothing."""
    return data.translate(None, CONTROLS)


def has_controls(data: bytes) -> bool:
    """Whether a text has bytes that are drawn as nothing."""
    letters = np.frombuffer(data, np.uint8)
    return bool(((letters < 9) | ((letters - np.uint8(14)) < 18) | (letters == 127)).any())  # CONTROLS, in one pass


class Table:
    """What was judged of tokens: a byte of marks each, 0 for a token that means nothing.

    `judge` is asked for the marks of tokens that were never seen, many at once.
    """

    def __init__(self, judge: Callable[[Iterable[bytes]], dict[bytes, int]], most: int) -> None:
        self.judge, self.most = judge, most
        self.known: dict[bytes, int] = {}
        self._hashes = np.zeros(1 << _SLOT_BITS, np.uint64)
        self._marks = np.zeros(1 << _SLOT_BITS, np.uint8)

    def cut(self, data: bytes) -> Cut:
        """The tokens of a text in UTF-8 without controls; each is judged, now or before."""
        starts, ends = _spans(data)
        hashes = _hash(data, starts, ends)
        slots = (hashes >> _TOP).astype(np.int64)
        marks = self._marks[slots]
        short = ends - starts <= _LONGEST
        missing = np.flatnonzero(short & (self._hashes[slots] != hashes))
        if len(missing):
            unlike, first, where = np.unique(hashes[missing], return_index=True, return_inverse=True)
            found = self._marks_of(_cut_out(data, starts, ends, missing[first]))
            marks[missing] = found[where]
            kept = (unlike >> _TOP).astype(np.int64)
            self._hashes[kept] = unlike
            self._marks[kept] = found
        long = np.flatnonzero(~short)
        if len(long):
            marks[long] = self._marks_of(_cut_out(data, starts, ends, long))
        return Cut(starts, ends, marks)

    def _marks_of(self, tokens: list[bytes]) -> Bits:
        new = {token for token in tokens if token not in self.known}
        if new:
            if len(self.known) > self.most:
                self.known.clear()
                self._hashes.fill(0)
                new = set(tokens)
            self.known.update(self.judge(new))
        return np.fromiter((self.known[token] for token in tokens), np.uint8, len(tokens))


def _cut_out(data: bytes, starts: Places, ends: Places, chosen: Places) -> list[bytes]:
    return [data[start:end] for start, end in zip(starts[chosen].tolist(), ends[chosen].tolist(), strict=True)]


def _spans(data: bytes) -> tuple[Places, Places]:
    """Where tokens begin and end. Up to two signs at either end of one are no part of it."""
    kinds = np.zeros(len(data) + 2, np.uint8)
    kinds[1:-1] = np.frombuffer(data.translate(_CLASS), np.uint8)
    for _ in range(2):
        inside = kinds != 0
        kinds[1:-1][(kinds[1:-1] == _JOINT) & ~(inside[:-2] & inside[2:])] = 0
    inside = kinds != 0
    edges = np.flatnonzero(inside[1:] != inside[:-1])
    return edges[::2], edges[1::2]


def _hash(data: bytes, starts: Places, ends: Places) -> Hashes:
    """A hash of each token, by sums of powers that are made for all of them at once."""
    letters = np.frombuffer(data, np.uint8)
    hashes = np.zeros(len(starts), np.uint64)
    token = 0
    while token < len(starts):
        begin = int(starts[token])
        last = int(np.searchsorted(ends, begin + _WINDOW, "right"))
        if last <= token:  # one token as long as a window, for which the table is not asked
            token += 1
            continue
        window = letters[begin : int(ends[last - 1])]
        sums = np.zeros(len(window) + 1, np.uint64)
        np.cumsum(_WEIGHTS[window] * _POWERS[: len(window)], out=sums[1:])
        first = starts[token:last] - begin
        hashes[token:last] = (sums[ends[token:last] - begin] - sums[first]) * _INVERSES[first]
        token = last
    return hashes
