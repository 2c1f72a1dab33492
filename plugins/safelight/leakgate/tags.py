"""Tags inside words, numbers and rows of letters; what stands between tags otherwise is found as it is.

A page has thousands of tags, and few stand inside a word: numpy finds those, whatever the length of the page.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

import numpy as np
import numpy.typing as npt

from safelight.leakgate.pieces import SEAM, Piece, around, regions
from safelight.leakgate.tokens import Asked

_TAG = re.compile(rb"<(?:!--(?:-?>|.*?--!?>)|[^<>]*>)", re.DOTALL)
"""A comment may be empty (`<!-->`) and may end with `--!>`: HTML Standard, 13.2.5.43 to 13.2.5.51."""
_ENDS = (b"-->", b"--!>")
_TAG_ALONE = re.compile(rb"<[^<>]*>")
_CDATA = re.compile(rb"<!\[CDATA\[|\]\]>")
_NUMBER_SIGNS = b" \t\r\n().-/_+*\xc2\xa0"
_LAST_BLANK = 32
"""Bytes up to here part words: white space and controls."""
_MOST_BLANKS = 3
"""Blanks between a tag and a letter that stands alone behind it."""
_NEAR = 5
"""Bytes on either side of tags in which a number may go on."""


def without_tags(data: bytes) -> bytes:
    """The text that stays when tags and comments are taken out of it; a comment without an end is a tag."""
    last = max(data.rfind(end) + len(end) if end in data else 0 for end in _ENDS) if b"<!--" in data else 0
    # Behind the last comment, each `<!--` would be read to the end of the text in vain.
    return _TAG.sub(b"", data[:last]) + _TAG_ALONE.sub(b"", data[last:])


def split_by_tags(data: bytes, asked: Asked) -> Iterator[Piece]:
    """Words, numbers and spelled-out words that tags stand in, without the tags."""
    if b"<" not in data or b">" not in data:
        return
    if b"CDATA" in data:
        yield from ((without_tags(_CDATA.sub(b"", piece)), at) for piece, at in around(data, _CDATA))
    yield from ((without_tags(piece), at) for piece, at in regions(data, _tags_inside(data)))


def _tags_inside(data: bytes) -> Iterator[tuple[int, int]]:
    """Where rows of tags begin and end that stand in something that goes on behind them."""
    starts, ends = _rows_of_tags(data)
    if not len(starts):
        return
    letters = np.frombuffer(b"\n" * _NEAR + data + b"\n" * (_NEAR + 3), np.uint8)
    before = letters[starts[:, None] + np.arange(_NEAR)]
    after = letters[ends[:, None] + np.arange(_NEAR, 2 * _NEAR + 1)]
    in_word = (before[:, -1] > _LAST_BLANK) & (after[:, 0] > _LAST_BLANK)
    in_row = _letter_alone(after)
    in_number = _digit(before).any(axis=1) & _digit(after[:, :_NEAR]).any(axis=1)
    for place in np.flatnonzero(in_word | in_row | in_number).tolist():
        start, end = int(starts[place]), int(ends[place])
        if in_word[place] or in_row[place] or _number_goes_on(data, start, end):
            yield start, end


def _number_goes_on(data: bytes, start: int, end: int) -> bool:
    return (
        data[end : end + _NEAR].lstrip(_NUMBER_SIGNS)[:1].isdigit()
        and data[max(0, start - _NEAR) : start].rstrip(_NUMBER_SIGNS)[-1:].isdigit()
    )


def _digit(letters: npt.NDArray[np.uint8]) -> npt.NDArray[np.bool_]:
    return (letters - np.uint8(ord("0"))) < 10


def _letter_alone(after: npt.NDArray[np.uint8]) -> npt.NDArray[np.bool_]:
    """Whether one letter, of one byte or two, follows behind up to three blanks, and then a blank or a tag."""
    blank = ((after - np.uint8(9)) < 5) | (after == ord(" "))
    ends = blank | (after == ord("<"))
    small = ((after | np.uint8(32)) - np.uint8(ord("a"))) < 26
    lead = (after - np.uint8(0xC3)) <= 0xDB - 0xC3
    rest = (after - np.uint8(0x80)) < 0x40
    found = np.zeros(len(after), np.bool_)
    only_blanks = np.ones(len(after), np.bool_)
    for at in range(_MOST_BLANKS + 1):
        found |= only_blanks & ((small[:, at] & ends[:, at + 1]) | (lead[:, at] & rest[:, at + 1] & ends[:, at + 2]))
        only_blanks &= blank[:, at]
    return found


def _rows_of_tags(data: bytes) -> tuple[npt.NDArray[np.int64], npt.NDArray[np.int64]]:
    """Where rows of tags with nothing between them begin and end; the last one not if it ends the text."""
    letters = np.frombuffer(_without_angles_in_comments(data), np.uint8)
    angles = np.flatnonzero((letters == ord("<")) | (letters == ord(">")) | (letters == ord("\v")))
    kinds = letters[angles]
    opening = np.flatnonzero((kinds[:-1] == ord("<")) & (kinds[1:] == ord(">")))
    starts, ends = angles[opening], angles[opening + 1] + 1
    if not len(starts):
        return starts, ends
    parted = starts[1:] != ends[:-1]
    starts, ends = starts[np.r_[True, parted]], ends[np.r_[parted, True]]
    return (starts[:-1], ends[:-1]) if ends[-1] == len(data) else (starts, ends)


def _without_angles_in_comments(data: bytes) -> bytes | bytearray:
    """The text with each comment as one tag, of the same length."""
    start = data.find(b"<!--")
    if start < 0:
        return data
    masked = bytearray(data)
    while start >= 0:
        found = [(at, len(end)) for end in _ENDS if (at := data.find(end, start + 2)) >= 0]
        if not found:
            break
        end = sum(min(found))
        seam = data.find(SEAM, start, end)
        if seam >= 0:  # it has no end in its own text
            start = data.find(b"<!--", seam)
            continue
        masked[start + 1 : end - 1] = b"-" * (end - start - 2)
        start = data.find(b"<!--", end)
    return masked
