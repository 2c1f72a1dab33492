"""Pieces: what a decoder works on, the text around each mark of its encoding, cut where no word is cut."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

Piece = tuple[bytes, int]
"""Decoded bytes in UTF-8, and the offset in the encoded text, in bytes, where they came from."""
SEAM = b"^\n^\f^\v^\n"
"""Stands between texts that are searched together; nothing is a neighbour across it, not even a hyphen at a line's end."""
_REACH = 96
"""Bytes on either side of a mark that are read with it: more than a name has."""


def around(data: bytes, mark: re.Pattern[bytes]) -> Iterator[Piece]:
    """The text around each mark; neighbours together; cut where no word is cut."""
    return regions(data, (found.span() for found in mark.finditer(data)))


def regions(data: bytes, marks: Iterable[tuple[int, int]]) -> Iterator[Piece]:
    """The text around each place that is given by where it begins and ends; places in order, neighbours together.

    A piece never goes across a seam: what one text leaves open must not swallow the next.
    """
    start = end = -1
    for mark_start, mark_end in marks:
        if end >= 0 and mark_start - 2 * _REACH <= end and data.find(SEAM, end, mark_start) < 0:
            end = mark_end
            continue
        if end >= 0:
            yield _cut(data, start, end)
        start, end = mark_start, mark_end
    if end >= 0:
        yield _cut(data, start, end)


def _cut(data: bytes, first: int, last: int) -> Piece:
    """The text around what begins at `first` and ends at `last`."""
    start, end = max(0, first - _REACH), last + _REACH
    if start > 0:
        edge = max(data.rfind(blank, max(0, start - _REACH), start) for blank in (b" ", b"\n", b"<", b">", b'"'))
        start = edge if edge >= 0 else start
    edges = [edge for edge in (data.find(blank, end, end + _REACH) for blank in (b" ", b"\n", b"<", b'"')) if edge >= 0]
    end = min(edges, default=end)
    seam = data.rfind(SEAM, start, first)
    start = seam + len(SEAM) if seam >= 0 else start
    seam = data.find(SEAM, last, end)
    end = seam if seam >= 0 else end
    while start < end and 0x80 <= data[start] < 0xC0:  # the rest of a letter that the cut went through
        start += 1
    return data[start:end], start
